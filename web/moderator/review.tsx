/** What does somebody need to decide about a match that nobody asked about? The upload, what it met and how surely, and the decision beside it. */
import { Notice } from '../components/notice/markup.tsx';
import { Tag } from '../components/tag/markup.tsx';
import { DecidedBefore, DecisionLink, DecisionPanel, isToDecide, NextLink, TakenBackNotice } from './decision-made.tsx';
import { Corrections } from './entry-pages.tsx';
import { consolePage, Moment } from './frame.tsx';
import type { ReviewModel } from './model.ts';
import { paths } from './paths.ts';
import { RulingForm, referMeans, restrictMeans } from './ruling.tsx';
import { SecondLook, SecondLookNews } from './second-look.tsx';
import { Matches, UploadCard } from './upload-card.tsx';
import { addressText } from './visible-text.ts';
import { countWords, notRestrictedWords, shownIn, standingWords } from './words.ts';
import { YoungElsewhereNotice } from './young-elsewhere.tsx';

export type ReviewPageModel = ReviewModel & { readonly reviewId: string };

/** GET `paths.review`, and POST `paths.decideReview` when something is to be corrected. */
export function reviewPage(model: ReviewPageModel): string {
  const { upload } = model;
  const what = shownIn(upload.fingerprints);
  return consolePage({
    title: 'Match',
    frame: model,
    place: 'queue',
    children: (
      <>
        <div class="page-head">
          <h1>Match</h1>
          <DecisionLink model={model} />
          {model.state === 'open' ? (
            <Tag
              {...(isHeld(model)
                ? { tone: standingWords.held.tone, words: standingWords.held.word }
                : { tone: 'calm', words: 'To review' })}
            />
          ) : null}
        </div>
        <Corrections problems={model.problems ?? []} />
        <News model={model} />
        <SecondLookNews model={model} />
        <div class="desk">
          <div class="desk__facts">
            <section class="card" aria-labelledby="match-heading">
              <h2 id="match-heading">Why it is here</h2>
              <p>
                An upload of {model.serviceName} met{' '}
                {countWords(upload.matches.length, `${what} that ${is(model)}`, `${what}s that ${are(model)}`)}
                <span class="quiet">
                  {' '}
                  (<Moment at={model.openedAt} frame={model} />)
                </span>
                .{' '}
                {model.decision?.isByRule === true
                  ? 'A match alone deletes nothing but identical copies, as the operator chose:'
                  : 'A match deletes nothing:'}{' '}
                {whatItDid(model)}
              </p>
              <Matches matches={upload.matches} frame={model} />
              {isReplaced(model) ? (
                <Notice tone="care">
                  <p>
                    {model.serviceName} has replaced this upload since: it shows something else now, in which nothing was found that waits
                    for you. Removing it takes down what is there now, which is not what was found.
                  </p>
                </Notice>
              ) : null}
              <p class="quiet after-list">
                Likeness keeps no {what}s, so what was listed cannot be shown beside it. A decision rests on the upload and on how near the
                fingerprints are.
              </p>
              {isToDecide(model) && model.youngElsewhere !== null ? <YoungElsewhereNotice state={model.youngElsewhere} /> : null}
              {isToDecide(model) && model.requests.length > 0 ? (
                <Notice>
                  <p>A request names this upload too. Removing it there settles this match as well:</p>
                  <ul class="plain-list">
                    {model.requests.map((number) => (
                      <li>
                        <a href={paths.request(number)}>{number}</a>
                      </li>
                    ))}
                  </ul>
                </Notice>
              ) : null}
            </section>
            <Copies model={model} />
            <UploadCard
              upload={{ ...upload, matches: [] }}
              confirmedHere={model.confirmedHere}
              number={1}
              frame={model}
              pageHref={model.isAlone ? paths.reviewAlone(model.reviewId) : paths.review(model.reviewId)}
              headingLevel={2}
              isToDecide={isToDecide(model)}
            />
          </div>
          <div class="desk__decide">
            <DecidePanel model={model} />
          </div>
        </div>
      </>
    ),
  });
}

/** Of what a decision left up for fewer people, or what somebody asked to look out for, nobody has decided that it stays down. */
const onlyAsks = ({ upload }: ReviewPageModel): boolean =>
  upload.matches.every(({ isRestrictedHere, isLookedOutFor }) => isRestrictedHere === true || isLookedOutFor === true);
const is = (model: ReviewPageModel): string => (onlyAsks(model) ? 'is listed to ask only' : 'is to stay down');
const are = (model: ReviewPageModel): string => (onlyAsks(model) ? 'are listed to ask only' : 'are to stay down');

/** The others that this look and this decision are for. */
function Copies({ model }: { readonly model: ReviewPageModel }) {
  const { copies } = model;
  if (copies.length === 0) return null;
  const what = shownIn(model.upload.fingerprints);
  return (
    <section class="card" aria-labelledby="copies-heading">
      <h2 id="copies-heading">
        {countWords(copies.length, 'more upload shows', 'more uploads show')} the same {what}
      </h2>
      <p>
        By their fingerprints {copies.length === 1 ? 'it is a copy' : 'they are copies'} of the upload below: look once, decide once. What
        comes up after this page was opened is asked about by itself.
      </p>
      <details class="details details--slim">
        <summary class="details__summary">Which they are</summary>
        <div class="details__body">
          <ul class="plain-list">
            {copies.map(({ reviewId, contentId, url, standing }) => (
              <li>
                <a href={paths.reviewAlone(reviewId)}>
                  <bdi>{addressText(contentId)}</bdi>
                </a>{' '}
                {url === null ? null : (
                  <code class="code-text">
                    <bdi>{addressText(url)}</bdi>
                  </code>
                )}{' '}
                <Tag tone={standingWords[standing].tone} words={standingWords[standing].word} />
              </li>
            ))}
          </ul>
          <p>
            <a href={paths.reviewAlone(model.reviewId)}>Decide about upload 1 alone</a>
          </p>
        </div>
      </details>
    </section>
  );
}

/** Whether everything that is still to be decided was found in a picture that is gone from here. */
function isReplaced({ state, upload }: ReviewPageModel): boolean {
  return state === 'open' && upload.matches.filter(({ settled }) => settled === null).every(({ isOfEarlier }) => isOfEarlier);
}

function isHeld(model: ReviewPageModel): boolean {
  return model.effect === 'hold' && !isReplaced(model);
}

function whatItDid(model: ReviewPageModel): string {
  const { effect, state } = model;
  if (isReplaced(model)) return effect === 'hold' ? 'the upload was held until it was replaced.' : 'somebody was asked to look.';
  const end = {
    open: 'is held until you decide',
    decided: 'was held until it was decided',
    closed: 'was held until this was closed',
  } as const;
  if (effect === 'hold') return `the upload ${end[state]}.`;
  return state === 'open' ? 'you are asked to look.' : 'somebody was asked to look.';
}

function News({ model }: { readonly model: ReviewPageModel }) {
  if (model.news === 'late' && model.decision !== null) return <DecidedBefore decision={model.decision} frame={model} />;
  if (model.news === 'decided')
    return (
      <Notice tone="good" isLive>
        <p>Your decision is recorded, and the service is being told.</p>
        <NextLink next={model.next} isFirstFocus />
      </Notice>
    );
  return <TakenBackNotice news={model.news} />;
}

/** A film is not called a picture. */
function groundsAbout(what: 'picture' | 'video', grounds: ReviewPageModel['grounds']): ReviewPageModel['grounds'] {
  return grounds.map((ground) => ({ ...ground, label: ground.label.replaceAll('picture', what) }));
}

function DecidePanel({ model }: { readonly model: ReviewPageModel }) {
  if (model.decision !== null)
    return <DecisionPanel decision={model.decision} frame={model} next={model.news === 'decided' ? undefined : model.next} />;
  if (model.state !== 'open')
    return (
      <section class="card" id="decide" aria-labelledby="closed-heading">
        <h2 id="closed-heading">Closed</h2>
        <p>There is nothing to decide any more: what it was found to be like is listed no more, or the upload is gone.</p>
        <NextLink next={model.next} />
      </section>
    );
  return (
    <>
      <SecondLook model={model} action={paths.decideReview(model.reviewId)} />
      <RulingForm
        action={paths.decideReview(model.reviewId)}
        leave={paths.leaveReview(model.reviewId)}
        csrf={model.csrf}
        timeZone={model.timeZone}
        grounds={groundsAbout(shownIn(model.upload.fingerprints), model.grounds)}
        means={{
          remove:
            model.copies.length === 0
              ? 'The service is told to remove this upload, and copies of it are held from now on.'
              : `The service is told to remove all ${model.copies.length + 1} uploads, and copies of them are held from now on.`,
          keep:
            model.copies.length === 0
              ? 'The upload is given back if it was held, and this match is not asked about again.'
              : `All ${model.copies.length + 1} uploads are given back where they were held, and are not asked about again.`,
          restrict:
            model.copies.length === 0
              ? `Fewer people see this upload, also where it was held: it is not given back to everybody. ${restrictMeans}`
              : `Fewer people see all ${model.copies.length + 1} uploads, also where they were held: they are not given back to everybody. ${restrictMeans}`,
          refer: referMeans,
        }}
        notRestricted={model.youngElsewhere === null ? whyNotRestricted(model) : null}
        beside={model.youngElsewhere === null ? model.beside : []}
        shown={model.shown}
        next={model.next}
        entered={model.entered}
        problems={model.problems}
      />
    </>
  );
}

/** At a match no request is decided, so none is "another". */
const hiddenForRequest = 'A request keeps it from being seen until that is decided. Decide the request first.';

/** Why it is not among the choices. */
function whyNotRestricted({ wantRemoval, notRestricted }: ReviewModel): string | null {
  if (notRestricted === null) return null;
  if (wantRemoval.length === 0)
    return `Restrict is not offered. ${notRestricted === 'hidden-for-another' ? hiddenForRequest : notRestrictedWords[notRestricted]}`;
  return `Restrict is not offered: a picture that it meets was removed under ${wantRemoval.join(' and ')}, which ${wantRemoval.length === 1 ? 'wants' : 'want'} it gone, and leaving this up for fewer people would be a way round that.`;
}
