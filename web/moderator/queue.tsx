/** What waits, and what is most urgent? Requests by their clocks, matches with those held first, and removals that the service has not confirmed. */
import type { ComponentChildren } from 'preact';
import { ButtonLink } from '../components/button/markup.tsx';
import { Notice } from '../components/notice/markup.tsx';
import { Tag } from '../components/tag/markup.tsx';
import { consolePage, Moment } from './frame.tsx';
import type { AwaitedRemoval, ListPart, QueuedMatch, QueuedRequest, QueueModel, SaidYoungRow } from './model.ts';
import { paths } from './paths.ts';
import { isDueBefore, markPassed, shareOf, urgencyOf } from './pressing.ts';
import { dueWords, spanWords } from './when.ts';
import { capital, countWords, distanceWords, filedViaWords, filerWords, listWords, standingWords, variantWords } from './words.ts';

/** GET `paths.queue`. */
export function queuePage(model: QueueModel): string {
  const { referrals, requests, matches, awaited } = model;
  if (model.pileId !== null) return pilePage(model);
  const isEmpty = referrals.total === 0 && requests.total === 0 && matches.total === 0 && model.saidYoung.total === 0;
  return consolePage({
    title: 'Queue',
    frame: model,
    place: 'queue',
    children: (
      <>
        <div class="page-head">
          <h1>Queue</h1>
          <StartLink model={model} />
        </div>
        {model.news === null ? null : (
          <Notice tone="good" isLive>
            <p>You left it to a colleague. Nobody asks why.</p>
          </Notice>
        )}
        {model.askingCount === 0 || !model.may.includes('judge-items') ? null : (
          <Notice tone="care">
            <p>
              {countWords(model.askingCount, 'listed picture meets', 'listed pictures meet')} something unusual and only{' '}
              {model.askingCount === 1 ? 'asks' : 'ask'} until somebody has looked: <a href={paths.banks}>see why</a>.
            </p>
          </Notice>
        )}
        {model.taskCount === 0 ? null : (
          <Notice tone="care">
            <p>
              {countWords(model.taskCount, 'picture that was referred waits', 'pictures that were referred wait')} for a report or for its
              end: <a href={paths.referrals}>see whom to tell</a>.
            </p>
          </Notice>
        )}
        {isEmpty && awaited.total === 0 ? <Nothing hasKey={model.hasKey || !model.may.includes('set-up-service')} /> : null}
        {standsFirst(requests, referrals) ? (
          <>
            <Requests model={model} />
            <Referrals model={model} />
          </>
        ) : (
          <>
            <Referrals model={model} />
            <Requests model={model} />
          </>
        )}
        {model.saidYoung.total > 0 ? (
          <Part
            name="said-young"
            heading="Said to be under 18, and withdrawn"
            part={model.saidYoung}
            about="Nothing of these pictures is removed in the usual way until somebody has judged what was said. No picture is shown."
          >
            {model.saidYoung.rows.map((row) => (
              <SaidYoungItem row={row} model={model} />
            ))}
          </Part>
        ) : null}
        {matches.total > 0 ? (
          <Part name="matches" heading="Matches" part={matches} about="Held uploads come first: nobody can see them until you decide.">
            {matches.rows.map((row) => (
              <MatchRow row={row} model={model} />
            ))}
          </Part>
        ) : null}
        {isEmpty && awaited.total > 0 ? (
          <p class="lead">No request and no match waits for a decision. Complaints have a page of their own.</p>
        ) : null}
        {awaited.total > 0 ? (
          <Part
            name="awaited"
            heading="Decided, waiting for the service"
            part={awaited}
            about="The clock runs until the service confirms that it is done."
          >
            {awaited.rows.map((row) => (
              <AwaitedRow row={row} model={model} />
            ))}
          </Part>
        ) : null}
      </>
    ),
  });
}

/** GET `paths.pile`: every filing of one flood. */
function pilePage(model: QueueModel): string {
  return consolePage({
    title: 'Requests that came together',
    frame: model,
    place: 'queue',
    children: (
      <>
        <div class="page-head">
          <h1>Requests that came together</h1>
        </div>
        <p class="lead">
          They came from one source within a day, or are about one place and from people who only saw it. That alone says nothing about any
          of them: each is decided by itself.
        </p>
        <Requests model={model} />
      </>
    ),
  });
}

function Referrals({ model }: { readonly model: QueueModel }) {
  if (model.referrals.total === 0) return null;
  return (
    <Part
      name="referrals"
      heading="To be referred"
      part={model.referrals}
      about="The person may have been under 18. No picture is shown, and none enters a bank."
    >
      {model.referrals.rows.map((row) => (
        <RequestRow row={row} model={model} />
      ))}
    </Part>
  );
}

/** Of the two lists that stand at their beginning, the one with what is due first comes first. */
function standsFirst(requests: ListPart<QueuedRequest>, referrals: ListPart<QueuedRequest>): boolean {
  const [request] = requests.isFirst ? requests.rows : [];
  const [referral] = referrals.isFirst ? referrals.rows : [];
  return request !== undefined && referral !== undefined && isDueBefore(request, referral);
}

function Requests({ model }: { readonly model: QueueModel }) {
  if (model.requests.total === 0) return null;
  return (
    <Part
      name="requests"
      heading="Requests"
      part={model.requests}
      about="The next one due comes first; of those without a time set by law, what trusted flaggers sent."
    >
      {model.requests.rows.map((row) => (
        <RequestRow row={row} model={model} />
      ))}
    </Part>
  );
}

function StartLink({ model }: { readonly model: QueueModel }) {
  const firstOf = ({ isFirst, rows }: ListPart<QueuedRequest>): QueuedRequest | undefined =>
    (isFirst ? rows : []).find(
      ({ heldBy, trackingNumber, proposedBy }) =>
        !model.passedOver.has(trackingNumber) && (heldBy === null || heldBy === model.moderatorName) && proposedBy !== model.moderatorName,
    );
  const referral = firstOf(model.referrals);
  const next = firstOf(model.requests);
  const waiting = referral === undefined || (next !== undefined && isDueBefore(next, referral)) ? next : referral;
  const said = (model.saidYoung.isFirst ? model.saidYoung.rows : []).find(
    ({ heldBy }) => heldBy === null || heldBy === model.moderatorName,
  );
  const isSaidFirst = said !== undefined && (waiting === undefined || isDueBefore({ ...said, isGone: false }, waiting));
  const request = isSaidFirst ? said : waiting;
  const match = model.matches.isFirst ? model.matches.rows.find(({ reviewId }) => !model.passedOver.has(reviewId)) : undefined;
  if (request !== undefined)
    return (
      <ButtonLink href={paths.request(request.trackingNumber)} shortcut="u">
        Open the most urgent
      </ButtonLink>
    );
  if (match !== undefined)
    return (
      <ButtonLink href={paths.review(match.reviewId)} shortcut="u">
        Open the first match
      </ButtonLink>
    );
  return null;
}

function Nothing({ hasKey }: { readonly hasKey: boolean }) {
  return hasKey ? (
    <Notice tone="good" heading="No request and no match waits">
      <p>No request and no match needs a decision. New ones appear here; load the page again to look.</p>
    </Notice>
  ) : (
    <Notice heading="Nothing waits, and nothing can arrive from your service yet">
      <p>
        Your service needs an API key before it can screen uploads. <a href={paths.setup}>Setup</a> shows the first steps.
      </p>
    </Notice>
  );
}

type PartProps = {
  /** Its name in the address of the next part. */
  readonly name: 'referrals' | 'requests' | 'said-young' | 'matches' | 'awaited';
  readonly heading: string;
  readonly about: string;
  readonly part: ListPart<unknown>;
  readonly children: ComponentChildren;
};

function Part({ name, heading, about, part, children }: PartProps) {
  return (
    <section class="queue-part" aria-labelledby={`${name}-heading`}>
      <div class="queue-part__head">
        <h2 id={`${name}-heading`}>
          {heading} <span class="queue-part__count">{part.total.toLocaleString('en-GB')}</span>
        </h2>
        <p class="quiet">{about}</p>
      </div>
      {part.rows.length === 0 ? <p class="quiet">There are no more here.</p> : <ul class="queue">{children}</ul>}
      {part.isFirst && part.next === null ? null : (
        <nav class="queue-part__more" aria-label={`Parts of ${heading.toLowerCase()}`}>
          {part.isFirst ? null : <a href={`${paths.queue}#${name}-heading`}>From the beginning</a>}
          {part.next === null ? null : (
            <a href={`${paths.queue}?${name}=${encodeURIComponent(part.next)}#${name}-heading`}>Next {part.rows.length}</a>
          )}
        </nav>
      )}
    </section>
  );
}

type Timed = Pick<QueuedRequest, 'receivedAt' | 'dueAt'>;

const shareUsed = ({ receivedAt, dueAt }: Timed, now: Date): number => shareOf({ from: receivedAt, until: dueAt, now });

function DueCell({ row, frame }: { readonly row: Timed; readonly frame: Pick<QueueModel, 'now' | 'timeZone'> }) {
  const { dueAt } = row;
  const remainingMs = dueAt.getTime() - frame.now.getTime();
  return (
    <div class={`queue__due queue__due--${urgencyOf(remainingMs, shareUsed(row, frame.now))}`}>
      <span class="queue__due-span" data-due={dueAt.toISOString()}>
        {dueWords(remainingMs)}
      </span>
      <span class="queue__due-moment">
        <Moment at={dueAt} frame={frame} />
      </span>
    </div>
  );
}

/** In words, not by colour alone: the last mark that its clock has passed. */
function DueTag({ row, now }: { readonly row: Timed; readonly now: Date }) {
  const mark = markPassed(shareUsed(row, now));
  return mark === null ? null : <Tag {...mark} />;
}

/** In place of a due time. */
function GoneCell() {
  return (
    <div class="queue__due queue__due--calm">
      <span class="queue__due-span">gone</span>
      <span class="queue__due-moment">nothing is due</span>
    </div>
  );
}

function RequestRow({ row, model }: { readonly row: QueuedRequest; readonly model: QueueModel }) {
  return (
    <li class="queue__row">
      {row.isGone ? <GoneCell /> : <DueCell row={row} frame={model} />}
      <div class="queue__main">
        <a class="queue__link queue__number" href={paths.request(row.trackingNumber)}>
          {row.trackingNumber}
        </a>
        <p class="queue__text">
          {row.uploadCount === 0 ? 'Names no upload that we screened' : `Names ${countWords(row.uploadCount, 'upload', 'uploads')}`}
          {row.missing.length === 0
            ? ''
            : `; ${row.completeUnder.length > 0 ? `under ${row.laws[0]} ` : ''}missing: ${listWords(row.missing)}`}
        </p>
        <p class="queue__text">
          Received <Moment at={row.receivedAt} frame={model} /> through {filedViaWords[row.filedVia]}
          {row.filer === 'self' ? '' : `, from ${filerWords[row.filer]}`}
          {model.hasManyServices ? `, ${row.serviceName}` : ''}
        </p>
        <p class="queue__text">
          {row.laws.length > 1 ? `Under ${listWords(row.laws)}` : row.laws[0]}
          {row.linkedTo === null ? null : (
            <>
              ; about the same place as <span class="queue__number">{row.linkedTo}</span>
            </>
          )}
        </p>
        {row.pile === null ? null : (
          <p class="queue__text">
            The first three of <a href={paths.pile(row.pile.id)}>{row.pile.size.toLocaleString('en-GB')} requests that came together</a>:
            from one source within a day, or about one place and from people who only saw it. The others stand there; each is decided by
            itself.
          </p>
        )}
      </div>
      <div class="queue__tags">
        {row.isGone ? null : <DueTag row={row} now={model.now} />}
        {row.isFlagged ? <Tag words="Trusted flagger: before other notices" /> : null}
        {row.withdrawalDueAt === null ? null : <Tag words="Withdrawal asked" />}
        {row.heldBy === null ? null : <Tag words={`With ${row.heldBy}`} />}
        {row.proposedBy === null ? null : <SecondLookTag by={row.proposedBy} model={model} />}
        {row.askedAt === null ? null : <Tag words={row.isPartlyAnswered === true ? 'Asked, answered in part' : 'Asked, no answer yet'} />}
        {row.leftBy === null ? null : <Tag tone="care" words={`${row.leftBy} went quiet`} />}
        {row.isYoung ? <Tag tone="care" words="Perhaps under 18" /> : null}
        {row.missing.length === 0 ? (
          <Tag tone="good" words="Complete" />
        ) : row.completeUnder.length > 0 ? (
          <Tag tone="good" words={`Complete under ${listWords(row.completeUnder)}`} />
        ) : (
          <Tag tone="care" words="Incomplete" />
        )}
      </div>
    </li>
  );
}

/** One's own waits for a colleague; a colleague's waits for one's own look. */
function SecondLookTag({ by, model }: { readonly by: string; readonly model: QueueModel }) {
  return by === model.moderatorName ? <Tag words="Waits for a colleague" /> : <Tag tone="care" words={`${by} asks for a second look`} />;
}

function SaidYoungItem({ row, model }: { readonly row: SaidYoungRow; readonly model: QueueModel }) {
  return (
    <li class="queue__row">
      <DueCell row={row} frame={model} />
      <div class="queue__main">
        <a class="queue__link queue__number" href={paths.request(row.trackingNumber)}>
          {row.trackingNumber}
        </a>
        <p class="queue__text">Named {countWords(row.uploadCount, 'upload', 'uploads')}</p>
        <p class="queue__text">
          Withdrawn <Moment at={row.endedAt} frame={model} />
          {model.hasManyServices ? `, ${row.serviceName}` : ''}
        </p>
      </div>
      <div class="queue__tags">
        <DueTag row={row} now={model.now} />
        {row.heldBy === null ? null : <Tag words={`With ${row.heldBy}`} />}
        <Tag tone="care" words="Perhaps under 18" />
      </div>
    </li>
  );
}

function MatchRow({ row, model }: { readonly row: QueuedMatch; readonly model: QueueModel }) {
  return (
    <li class="queue__row">
      <div class="queue__due queue__due--calm">
        <span class="queue__due-span">waiting {spanWords(model.now.getTime() - row.openedAt.getTime())}</span>
        <span class="queue__due-moment">
          <Moment at={row.openedAt} frame={model} />
        </span>
      </div>
      <div class="queue__main">
        <a class="queue__link" href={paths.review(row.reviewId)}>
          Match with {row.bankName}
        </a>
        <p class="queue__text">
          {row.uploadCount > 1
            ? `${countWords(row.uploadCount, 'upload', 'uploads')} that met it, with one decision for what shows the same. `
            : ''}
          {capital(distanceWords(row.kind, row.distance, variantWords(row.kind, row.variant)))}
          {model.hasManyServices ? `; ${row.serviceName}` : ''}
        </p>
      </div>
      <div class="queue__tags">
        {row.proposedBy === null ? null : <SecondLookTag by={row.proposedBy} model={model} />}
        {row.effect === 'hold' ? <Tag tone={standingWords.held.tone} words={standingWords.held.word} /> : <Tag words="To review" />}
      </div>
    </li>
  );
}

function AwaitedRow({ row, model }: { readonly row: AwaitedRemoval; readonly model: QueueModel }) {
  return (
    <li class="queue__row">
      <DueCell row={row} frame={model} />
      <div class="queue__main">
        <a class="queue__link queue__number" href={paths.request(row.trackingNumber)}>
          {row.trackingNumber}
        </a>
        <p class="queue__text">
          Decided <Moment at={row.decidedAt} frame={model} />
          {model.hasManyServices ? `; ${row.serviceName}` : ''}
        </p>
      </div>
      <div class="queue__tags">
        <DueTag row={row} now={model.now} />
        <Tag
          words={`${row.isRestriction ? countWords(row.openCount, 'restriction', 'restrictions') : countWords(row.openCount, 'removal', 'removals')} open`}
        />
      </div>
    </li>
  );
}
