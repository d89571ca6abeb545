/** Where is what somebody has the id of, and what was decided lately? */
import { Button } from '../components/button/markup.tsx';
import { Notice } from '../components/notice/markup.tsx';
import { Tag } from '../components/tag/markup.tsx';
import { fieldLimits, fieldNames } from './fields.ts';
import { Csrf, consolePage, Moment } from './frame.tsx';
import { decidedPath, paths } from './paths.ts';
import type { DecidedModel, DecidedRow, Found, SearchModel } from './search-model.ts';
import { capital } from './words.ts';

/** GET and POST `paths.search`. */
export function searchPage(model: SearchModel): string {
  const { text, found } = model;
  return consolePage({
    title: 'Search',
    frame: model,
    place: 'search',
    width: 'measure',
    children: (
      <>
        <h1>Search</h1>
        <form class="setup-form" method="post" action={paths.search}>
          <Csrf token={model.csrf} />
          <div class="field">
            <label class="field__label" for={fieldNames.search}>
              Number or id
            </label>
            <div class="field__hint" id="search-hint">
              The whole of it: a tracking number such as LK-7F3K-2M9Q-4T8V-X, the id of an upload in the service, of a match, of a listed
              picture or of a reporting task.
            </div>
            <input
              class="field__input field__input--full field__input--code"
              id={fieldNames.search}
              name={fieldNames.search}
              type="search"
              value={text}
              maxlength={fieldLimits.search}
              autocomplete="off"
              autocapitalize="none"
              spellcheck={false}
              aria-describedby="search-hint"
              data-key="/"
            />
          </div>
          <Button>Search</Button>
        </form>
        {found === null ? null : isEmpty(found) ? (
          <Notice heading="Nothing has this number or id" isLive>
            <p>
              Only whole ids are found, never a part of one, an address or a name. What was erased cannot be found either. The list of{' '}
              <a href={paths.decided}>what was decided lately</a> may lead there.
            </p>
          </Notice>
        ) : (
          <FoundLists found={found} model={model} />
        )}
      </>
    ),
  });
}

const isEmpty = ({ requests, reviews, referrals, items }: Found): boolean =>
  requests.length + reviews.length + referrals.length + items.length === 0;

const stateWords = { open: 'Open', decided: 'Decided', withdrawn: 'Withdrawn', closed: 'Closed' } as const;

function FoundLists({ found, model }: { readonly found: Found; readonly model: SearchModel }) {
  const { requests, reviews, referrals, items } = found;
  return (
    <div class="card">
      <ul class="setup-list" aria-label="Found">
        {requests.map(({ trackingNumber, serviceName, receivedAt, state }) => (
          <li class="setup-list__row">
            <div>
              <p>
                <a href={paths.request(trackingNumber)}>{trackingNumber}</a> <Tag words={stateWords[state]} />
              </p>
              <p class="quiet">
                Request to {serviceName}, received <Moment at={receivedAt} frame={model} />
              </p>
            </div>
          </li>
        ))}
        {reviews.map(({ reviewId, serviceName, openedAt, state }) => (
          <li class="setup-list__row">
            <div>
              <p>
                <a href={paths.review(reviewId)}>Match</a> <Tag words={stateWords[state]} />
              </p>
              <p class="quiet">
                At {serviceName}, since <Moment at={openedAt} frame={model} />
              </p>
            </div>
          </li>
        ))}
        {referrals.map((id) => (
          <li class="setup-list__row">
            <a href={paths.referral(id)}>The reporting task</a>
          </li>
        ))}
        {items.map(({ itemId, label, state, addedAt, bankId, bankName }) => (
          <li class="setup-list__row">
            <div>
              <p>
                Listed picture <span class="listed-picture__name">{label ?? itemId}</span> <Tag words={capital(state)} />
              </p>
              <p class="quiet">
                In <a href={paths.bank(bankId)}>{bankName}</a> since <Moment at={addedAt} frame={model} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** GET `paths.decided`. */
export function decidedPage(model: DecidedModel): string {
  const { part, isMine } = model;
  return consolePage({
    title: 'Decided',
    frame: model,
    place: 'decided',
    width: 'measure',
    children: (
      <>
        <h1>Decided</h1>
        <nav class="setup-others" aria-label="Whose decisions">
          {isMine ? <a href={paths.decided}>Everybody’s</a> : <strong aria-current="true">Everybody’s</strong>}
          {isMine ? <strong aria-current="true">Yours</strong> : <a href={decidedPath({ isMine: true, after: null })}>Yours</a>}
        </nav>
        {part.rows.length === 0 ? (
          <p>{part.isFirst ? 'Nothing was decided yet.' : 'There are no more.'}</p>
        ) : (
          <div class="card">
            <ul class="setup-list" aria-label="Decisions">
              {part.rows.map((row) => (
                <DecidedItem row={row} model={model} />
              ))}
            </ul>
          </div>
        )}
        <p>
          {part.isFirst ? null : <a href={decidedPath({ isMine, after: null })}>From the beginning</a>}{' '}
          {part.next === null ? null : <a href={decidedPath({ isMine, after: part.next })}>Earlier ones</a>}
        </p>
      </>
    ),
  });
}

function DecidedItem({ row, model }: { readonly row: DecidedRow; readonly model: DecidedModel }) {
  const { of, decision, groundLabel, decidedBy, decidedAt, isTakenBack, serviceName } = row;
  return (
    <li class="setup-list__row">
      <div>
        <p>
          {of.kind === 'request' ? <a href={paths.request(of.id)}>{of.id}</a> : <a href={paths.review(of.id)}>Match …{of.id.slice(-8)}</a>}{' '}
          <Tag tone={decision === 'keep' ? 'calm' : 'good'} words={capital(decision)} /> {isTakenBack ? <Tag words="Taken back" /> : null}
        </p>
        <p class="quiet">
          {groundLabel}. <bdi>{decidedBy}</bdi>, <Moment at={decidedAt} frame={model} />
          {model.hasManyServices ? `; ${serviceName}` : ''}
        </p>
      </div>
    </li>
  );
}
