/** What does somebody need in front of them to decide a request? Its clock, what was said, what was found, and the decision itself beside it. */
import { copiesTogether, type Decision, type LegalBasis } from '@likeness/casework';
import { Notice } from '../components/notice/markup.tsx';
import { SummaryList } from '../components/summary-list/markup.tsx';
import { Tag } from '../components/tag/markup.tsx';
import { Timeline } from '../components/timeline/markup.tsx';
import { Amendments } from './amendments.tsx';
import { AskedBefore, AskForm, AskNews } from './ask.tsx';
import { DecidedBefore, DecisionLink, DecisionPanel, NextLink, TakenBackNotice } from './decision-made.tsx';
import { Corrections } from './entry-pages.tsx';
import { consolePage, Moment } from './frame.tsx';
import type { RequestModel } from './model.ts';
import { paths } from './paths.ts';
import { markPassed, urgencyOf } from './pressing.ts';
import { Answers } from './request-answers.tsx';
import { Pictures, Uploads } from './request-uploads.tsx';
import { RulingForm, referMeans, restrictMeans } from './ruling.tsx';
import { SaidYoungNotice, SaidYoungPanel, SaidYoungSaid } from './said-young.tsx';
import { SecondLook, SecondLookNews } from './second-look.tsx';
import { isOrderedAway } from './upload-card.tsx';
import { addressText } from './visible-text.ts';
import { dueWords, spanWords } from './when.ts';
import { countWords, eventSentence, filedViaWords, notRestrictedWords } from './words.ts';
import { YoungElsewhereNotice } from './young-elsewhere.tsx';

/** GET `paths.request`, and POST `paths.decideRequest` when something is to be corrected. */
export function requestPage(model: RequestModel): string {
  const pageHref = paths.requestPart(model.trackingNumber, model.part);
  return consolePage({
    title: `Request ${model.trackingNumber}`,
    frame: model,
    place: 'queue',
    children: (
      <>
        <div class="page-head">
          <h1>
            Request <span class="tracking-number">{model.trackingNumber}</span>
          </h1>
          <DecisionLink model={model} isToJudge={model.saidYoung?.state === 'open'} />
          <ClockTag model={model} />
        </div>
        <Corrections problems={model.problems ?? []} />
        <News model={model} />
        <SaidYoungSaid model={model} />
        <SecondLookNews model={model} />
        <AskNews model={model} />
        <AskedBefore model={model} />
        <Standing model={model} />
        <div class="desk">
          <div class="desk__facts">
            {model.answers === null ? (
              <Notice>
                <p>What was written in this request is erased.</p>
              </Notice>
            ) : (
              <Answers basis={model.basis} answers={model.answers} missing={model.missing} />
            )}
            <Amendments model={model} />
            <AskForm model={model} />
            <Uploads model={model} pageHref={pageHref} />
            <Pictures model={model} />
            <About model={model} />
            <section class="card" aria-labelledby="timeline-heading">
              <h2 id="timeline-heading">What happened</h2>
              <Timeline nextWords="By" entries={timelineOf(model)} />
            </section>
          </div>
          <div class="desk__decide">
            <DecidePanel model={model} />
          </div>
        </div>
      </>
    ),
  });
}

function ClockTag({ model }: { readonly model: RequestModel }) {
  const { clock, saidYoung } = model;
  if (saidYoung?.state === 'open')
    return (
      <p class={`due due--${urgencyOf(saidYoung.remainingMs, 0)}`}>
        <strong data-due={saidYoung.dueAt.toISOString()}>{dueWords(saidYoung.remainingMs)}</strong>
        <span>
          <Moment at={saidYoung.dueAt} frame={model} />
        </span>
      </p>
    );
  if (clock.state === 'stopped') return <Tag tone="good" words="Clock stopped" />;
  if (model.goneAt !== null) return <Tag words="Gone: nothing is due" />;
  const mark = markPassed(clock.shareUsed);
  return (
    <p class={`due due--${urgencyOf(clock.remainingMs, clock.shareUsed)}`}>
      {model.decision === null ? null : <span>Decided. The service has to confirm it:</span>}
      <strong data-due={clock.dueAt.toISOString()}>{dueWords(clock.remainingMs)}</strong>
      <span>
        <Moment at={clock.dueAt} frame={model} />
      </span>
      {mark === null || clock.state === 'overdue' ? null : <Tag {...mark} />}
    </p>
  );
}

function News({ model }: { readonly model: RequestModel }) {
  if (model.news === 'late' && model.decision !== null) return <DecidedBefore decision={model.decision} frame={model} />;
  if (model.news === 'decided')
    return (
      <Notice tone="good" isLive>
        <p>Your decision is recorded. The requester can see it, and the service is being told.</p>
        <NextLink next={model.next} isFirstFocus />
      </Notice>
    );
  return <TakenBackNotice news={model.news} />;
}

const isLateOrder = ({ basis, clock, state }: RequestModel): boolean =>
  state === 'open' && basis.clock.kind === 'order' && clock.dueAt <= clock.receivedAt;

/** What somebody has to know before the rest. */
function Standing({
  model: { hold, isYoung, isAllReferred, partReferred, youngElsewhere, asideUntil, goneAt, otherLaws, closedComplaints, state },
  model,
}: {
  readonly model: RequestModel;
}) {
  return (
    <>
      {goneAt === null ? null : (
        <Notice heading="All that it names is gone">
          <p>
            It was removed, or the service deleted it, <Moment at={goneAt} frame={model} />. While it is gone nothing is due, and nobody is
            warned. Decide it all the same: removing it keeps copies down for this person, too. Where it comes back, the time is as it
            always was.
          </p>
        </Notice>
      )}
      {isAllReferred && state === 'open' ? (
        <Notice tone="care" heading="What it names was referred">
          <p>
            Nobody looks at it any more, and nobody decides about it in another way. Refer this request, too: the service is told nothing
            more of the picture, and the requester reads that it is taken out of view.
          </p>
        </Notice>
      ) : null}
      {partReferred.length > 0 && state === 'open' ? (
        <Notice tone="care" heading="Part of what it names was referred">
          <p>Nobody looks at this any more, and nothing is ordered of it. It stays out of view, whatever you decide about the rest.</p>
          <ul>
            {partReferred.map((name) => (
              <li>
                <code class="ruling__place">
                  <bdi>{addressText(name)}</bdi>
                </code>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <SaidYoungNotice model={model} />
      {isYoung && !isAllReferred && state === 'open' ? (
        <Notice tone="care" heading="The person may have been under 18">
          <p>
            This request is to be referred. Do not open the picture, here or in the service. No picture is shown, and nothing of it enters a
            bank. Its clock runs on. Anything else is decided only where you say how you know that the person was certainly 18 or older.
          </p>
        </Notice>
      ) : null}
      {youngElsewhere !== null && !isAllReferred ? <YoungElsewhereNotice state={youngElsewhere} /> : null}
      {isLateOrder(model) ? (
        <Notice tone="care" heading="It came in after its time">
          <p>
            The time that the order names, <Moment at={model.clock.dueAt} frame={model} />, had passed when it came in. It is overdue since
            then, and to be decided all the same: tell whoever gave it what was done, or why nothing was.
          </p>
        </Notice>
      ) : null}
      {asideUntil === null || state !== 'open' ? null : (
        <Notice heading="Put aside">
          <p>
            The account that filed this is suspended until <Moment at={asideUntil} frame={model} />, and so long this clock stands. It may
            be decided all the same.
          </p>
        </Notice>
      )}
      {state === 'open' && closedComplaints.length > 0 ? (
        <Notice heading="Decided anew">
          <p>
            Whoever uploaded it, or one of several, had complained about an earlier decision, too. Where nobody judged that, you decide
            about the same now; where it was found right, somebody has looked at that upload already. Read it first:
          </p>
          <ul class="plain-list">
            {closedComplaints.map((complaintId, index) => (
              <li>
                <a href={paths.complaint(complaintId)}>{index === 0 ? 'what they said' : `what they said, ${index + 1}`}</a>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {hold === null || hold.isMine ? null : (
        <Notice>
          <p>
            <bdi>{hold.moderatorName}</bdi> has had this open since <Moment at={hold.takenAt} frame={model} />. After half an hour without a
            sign of life it is anybody’s.
          </p>
        </Notice>
      )}
      {hold?.isMine === true && hold.takenFrom !== null ? (
        <Notice>
          <p>
            <bdi>{hold.takenFrom}</bdi> had this open and went quiet, so it is yours since <Moment at={hold.takenAt} frame={model} />. Its
            clock ran on.
          </p>
        </Notice>
      ) : null}
      {state === 'open' && otherLaws.some((other) => other.state === 'open') ? (
        <Notice>
          <p>
            One decision answers this request under every law that has the same reason. A reason that only one law knows leaves the others
            open.
          </p>
        </Notice>
      ) : null}
      {state === 'decided' && otherLaws.some((other) => other.state === 'open') ? (
        <Notice tone="care" heading="Not finished: still open under another law">
          <ul class="plain-list">
            {otherLaws
              .filter((other) => other.state === 'open')
              .map((other) => (
                <li>
                  <a href={paths.request(other.trackingNumber)}>{other.name}</a>, due <Moment at={other.dueAt} frame={model} />: the reason
                  here says nothing about it.
                </li>
              ))}
          </ul>
        </Notice>
      ) : null}
    </>
  );
}

function About({ model }: { readonly model: RequestModel }) {
  const { basis, clock } = model;
  return (
    <section class="card" aria-labelledby="about-heading">
      <h2 id="about-heading">The law and the clock</h2>
      <SummaryList
        rows={[
          { name: 'Under', value: `${basis.name}, ${basis.statute}` },
          {
            name: 'Received',
            value: (
              <>
                <Moment at={clock.receivedAt} frame={model} />, through {filedViaWords[model.filedVia]}
              </>
            ),
          },
          {
            name: 'Due',
            value: (
              <>
                <Moment at={clock.dueAt} frame={model} />, {clockWords(basis)}
                {clock.stoppedAt === null || model.saidYoung?.state === 'open' ? null : (
                  <>
                    . Settled <Moment at={clock.stoppedAt} frame={model} />, {spanWords(clock.remainingMs)}{' '}
                    {clock.remainingMs >= 0 ? 'before it was due' : 'late'}
                  </>
                )}
              </>
            ),
          },
          { name: 'Service', value: <bdi>{model.serviceName}</bdi> },
          ...(model.filer === 'trusted-flagger' && basis.clock.kind === 'own-target'
            ? [
                {
                  name: 'Priority',
                  value:
                    'A trusted flagger sent it. It stands before other notices whose time no law names (Digital Services Act, Article 22).',
                },
              ]
            : []),
          ...(model.otherLaws.length === 0
            ? []
            : [
                {
                  name: 'Also under',
                  value: (
                    <ul class="plain-list">
                      {model.otherLaws.map((other) => (
                        <li>
                          <a href={paths.request(other.trackingNumber)}>{other.name}</a>, {other.statute}: due{' '}
                          <Moment at={other.dueAt} frame={model} />
                          {other.state === 'open' ? '' : `; ${other.state}`}
                          {other.missing.length === 0 ? '' : `; missing: ${other.missing.join(', ')}`}
                        </li>
                      ))}
                    </ul>
                  ),
                },
              ]),
          ...(model.aboutTheSame.length === 0
            ? []
            : [
                {
                  name: 'Others about the same place',
                  value: (
                    <ul class="plain-list">
                      {model.aboutTheSame.map((number) => (
                        <li>
                          <a href={paths.request(number)}>{number}</a>
                        </li>
                      ))}
                    </ul>
                  ),
                },
              ]),
        ]}
      />
    </section>
  );
}

function clockWords({ clock }: LegalBasis): string {
  switch (clock.kind) {
    case 'hours':
      return `${clock.hours} hours after the first receipt; nothing moves it`;
    case 'own-target':
      return `the service’s own target; the law says “${clock.words}”`;
    case 'order':
      return 'as the order says';
  }
}

function timelineOf(model: RequestModel) {
  let decided: Decision | null = null;
  const done = copiesTogether(model.events).map((event) => {
    if (event.kind === 'decided') decided = event.decision;
    return {
      sentence: eventSentence(model.basis, event, decided),
      time: <Moment at={event.at} frame={model} />,
      state: 'done' as const,
    };
  });
  if (model.clock.state === 'stopped') return done;
  return [
    ...done,
    {
      sentence: nextSentence(model),
      time: <Moment at={model.clock.dueAt} frame={model} />,
      state: 'next' as const,
    },
  ];
}

/** A limit is an answer where the law knows one. */
function nextSentence({ decision, basis }: RequestModel): string {
  if (decision === null)
    return basis.restricts.length > 0 ? 'Removed or limited, and confirmed; or refused.' : 'Removed and confirmed, or refused.';
  if (decision.decision === 'refer') return 'The service confirms that it is out of view.';
  return decision.decision === 'restrict' ? 'The service confirms the limit.' : 'The service confirms the removal.';
}

function DecidePanel({ model }: { readonly model: RequestModel }) {
  if (model.decision !== null)
    return <DecisionPanel decision={model.decision} frame={model} next={model.news === 'decided' ? undefined : model.next} />;
  if (model.saidYoung !== null) return <SaidYoungPanel model={model} />;
  if (model.state !== 'open')
    return (
      <section class="card" id="decide" aria-labelledby="closed-heading">
        <h2 id="closed-heading">{model.state === 'withdrawn' ? 'Withdrawn' : 'Closed'}</h2>
        <p>
          {model.state === 'withdrawn'
            ? 'The person took this request back, alone or with the whole case. There is nothing to decide, and its fingerprints are no longer matched for them.'
            : 'There is nothing to decide any more.'}
        </p>
        <NextLink next={model.next} />
      </section>
    );
  return (
    <>
      <SecondLook model={model} action={paths.decideRequest(model.trackingNumber)} />
      <RulingForm
        action={paths.decideRequest(model.trackingNumber)}
        leave={paths.leaveRequest(model.trackingNumber)}
        csrf={model.csrf}
        timeZone={model.timeZone}
        grounds={model.grounds}
        means={{
          remove: removeMeans(model),
          restrict: `It stays up, and fewer people see it. ${restrictMeans} The requester reads it, and can complain, too.`,
          keep: 'Nothing is removed or listed, and the requester reads the reason. An upload that is held because of a match stays held until that is decided.',
          refer: model.isAllReferred ? referredMeans : referMeans,
        }}
        notRestricted={isOnlyReferred(model) ? null : whyNotRestricted(model)}
        unscreened={isOnlyReferred(model) ? [] : model.unscreened}
        found={
          isOnlyReferred(model)
            ? undefined
            : { found: model.found, moreFound: model.moreFound, moreAnswered: model.moreAnswered, first: model.uploads.length + 1 }
        }
        isYoung={model.isYoung && !model.isAllReferred}
        tests={isOnlyReferred(model) ? [] : model.tests}
        beside={isOnlyReferred(model) ? [] : model.beside}
        shown={model.shown}
        uploadsElsewhere={model.parts > 1 ? model.uploadCount : undefined}
        next={model.next}
        entered={model.entered}
        problems={model.problems}
      />
    </>
  );
}

/** All of it goes out of view, whatever it names. */
const isOnlyReferred = ({ grounds }: RequestModel): boolean => grounds.every(({ decision }) => decision === 'refer');

const referredMeans =
  'It was referred before: nothing is ordered or reported a second time. The requester reads that it is taken out of view.';

/** Why it is not among the choices. Of two laws the stricter wins. */
function whyNotRestricted({ wantRemoval, notRestricted }: RequestModel): string | null {
  if (notRestricted === null) return null;
  if (wantRemoval.length === 0) return `Restrict is not offered. ${notRestrictedWords[notRestricted]}`;
  return `Restrict is not offered: ${wantRemoval.join(' and ')} ${wantRemoval.length === 1 ? 'wants' : 'want'} it gone, and leaving it up for fewer people would not end that time.`;
}

function removeMeans({ uploads, uploadCount, parts, unscreened: places, found }: RequestModel): string {
  const unscreened = [...places, ...found];
  const chosen = found.length > 0 ? 'what you chose above' : 'what you ticked above';
  const isAllDeleted = parts === 1 && uploads.length > 0 && uploads.every(({ standing }) => standing === 'deleted');
  if (isAllDeleted)
    return `The service has deleted ${uploads.length === 1 ? 'this upload' : 'these uploads'} by itself and is not told to. Copies of the same picture are held from now on.${
      unscreened.length > 0 ? ` It is told to remove ${chosen}.` : ''
    }`;
  const isAllDown = parts === 1 && uploads.length > 0 && uploads.every(isOrderedAway);
  if (isAllDown)
    return `The service was told already to remove ${uploads.length === 1 ? 'this upload' : 'these uploads'}, and is not told again.${
      unscreened.length > 0 ? ` It is told to remove ${chosen}.` : ''
    }`;
  if (uploads.length === 0 && unscreened.length > 0) return `The service is told to remove ${chosen}.`;
  if (uploads.length === 0) return 'There is no upload to remove yet: find it first, or keep.';
  return `The service is told to remove ${countWords(uploadCount, 'upload', 'uploads')}${
    unscreened.length > 0 ? `, and ${chosen}` : ''
  }; copies of the same picture are held from now on.`;
}
