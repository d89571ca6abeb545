/** What does somebody need in front of them to decide a request? Its clock, what was said, what was found, and the decision itself beside it. */
import type { LegalBasis, RequestAnswers } from '@likeness/casework';
import { Details } from '../components/details/markup.tsx';
import { Notice } from '../components/notice/markup.tsx';
import { SummaryList } from '../components/summary-list/markup.tsx';
import { Tag } from '../components/tag/markup.tsx';
import { Timeline } from '../components/timeline/markup.tsx';
import { Amendments } from './amendments.tsx';
import { CopyText } from './copy-text.tsx';
import { Corrections } from './entry-pages.tsx';
import { consolePage, Moment } from './frame.tsx';
import type { RequestModel } from './model.ts';
import { paths } from './paths.ts';
import { DecidedBefore, DecisionLink, DecisionPanel, isToDecide, NextLink, RulingForm, referMeans, UndoNotice } from './ruling.tsx';
import { FingerprintTable, qualityOf, UploadCard } from './upload-card.tsx';
import { addressText } from './visible-text.ts';
import { dueWords, spanWords, urgencyOf } from './when.ts';
import { capital, countWords, elementLabel, eventSentence, filedViaWords, filerWords } from './words.ts';

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
          <DecisionLink model={model} />
          <ClockTag model={model} />
        </div>
        <Corrections problems={model.problems ?? []} />
        <News model={model} />
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
  const { clock } = model;
  if (clock.state === 'stopped') return <Tag tone="good" words="Clock stopped" />;
  const urgency = urgencyOf(clock.remainingMs);
  return (
    <p class={`due due--${urgency}`}>
      <strong data-due={clock.dueAt.toISOString()}>{dueWords(clock.remainingMs)}</strong>
      <span>
        <Moment at={clock.dueAt} frame={model} />
      </span>
    </p>
  );
}

function News({ model }: { readonly model: RequestModel }) {
  if (model.news === 'late' && model.decision !== null) return <DecidedBefore decision={model.decision} frame={model} />;
  if (model.news === 'undone' || model.news === 'not-undone') return <UndoNotice news={model.news} />;
  if (model.news === 'decided')
    return (
      <Notice tone="good" isLive>
        <p>Your decision is recorded. The requester can see it, and the service is being told.</p>
        <NextLink next={model.next} isFirstFocus />
      </Notice>
    );
  return null;
}

/** What somebody has to know before the rest. */
function Standing({ model: { hold, isYoung, otherLaws, state }, model }: { readonly model: RequestModel }) {
  return (
    <>
      {isYoung ? (
        <Notice tone="care" heading="The person may have been under 18">
          <p>
            This request is to be referred. Do not open the picture, here or in the service. No picture is shown, and nothing of it enters a
            bank. Its clock runs on.
          </p>
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
      {state === 'open' && otherLaws.some((other) => other.state === 'open') ? (
        <Notice>
          <p>
            One decision answers this request under every law that has the same reason. A reason that only one law knows leaves the others
            open.
          </p>
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
                {clock.stoppedAt === null ? null : (
                  <>
                    . Settled <Moment at={clock.stoppedAt} frame={model} />, {spanWords(clock.remainingMs)}{' '}
                    {clock.remainingMs >= 0 ? 'before it was due' : 'late'}
                  </>
                )}
              </>
            ),
          },
          { name: 'Service', value: <bdi>{model.serviceName}</bdi> },
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

type AnswersProps = {
  readonly basis: LegalBasis;
  readonly answers: Omit<RequestAnswers, 'fingerprints'>;
  readonly missing: RequestModel['missing'];
};

/** Each with a button of its own; the rest of a long list is one block. */
const placesOneByOne = 20;

function Answers({ basis, answers, missing }: AnswersProps) {
  const { statement, contact, locations = [], contentIds = [] } = answers;
  const places = [...contentIds, ...locations];
  const contactRows = [
    { name: 'Name', value: contact?.name },
    { name: 'E-mail', value: contact?.email },
    { name: 'Phone', value: contact?.phone },
    { name: 'Other', value: contact?.other },
  ].flatMap(({ name, value }) => (value === undefined ? [] : [{ name, value: <CopyText label={name.toLowerCase()} text={value} /> }]));
  return (
    <section class="card" aria-labelledby="answers-heading">
      <div class="card__head">
        <h2 id="answers-heading">What it says</h2>
        {missing.length === 0 ? <Tag tone="good" words="Complete" /> : <Tag tone="care" words="Incomplete" />}
      </div>
      <SummaryList
        rows={[
          ...(missing.length === 0
            ? []
            : [
                {
                  name: 'Missing',
                  value: (
                    <ul class="plain-list">
                      {missing.map(({ element, lawWording }) => (
                        <li>
                          {capital(elementLabel(basis, element))} <span class="quiet">(“{lawWording}”)</span>
                        </li>
                      ))}
                    </ul>
                  ),
                },
              ]),
          {
            name: 'Who asks',
            value:
              answers.onBehalfOf !== 'agent' ? (
                capital(filerWords[answers.onBehalfOf])
              ) : (
                <>
                  Someone acting for the person in the picture.{' '}
                  {answers.agentAuthority === undefined ? (
                    'By what authority is not said.'
                  ) : (
                    <span class="kept-lines">“{answers.agentAuthority}”</span>
                  )}
                </>
              ),
          },
          { name: 'Signed', value: answers.signature === undefined ? 'Not signed' : <bdi>{answers.signature}</bdi> },
          {
            name: 'Statement',
            value: (
              <>
                {statement?.notConsensual === true ? 'Shared without consent' : 'Not stated that it was shared without consent'};{' '}
                {statement?.goodFaith === true ? 'stated in good faith.' : 'not stated in good faith.'}
                {statement?.details === undefined ? null : <p class="kept-lines quote">{statement.details}</p>}
              </>
            ),
          },
          ...(places.length === 0
            ? []
            : [
                {
                  name: 'Where',
                  value: (
                    <ul class="plain-list">
                      {places.slice(0, placesOneByOne).map((place, index) => (
                        <li>
                          <CopyText label={`place ${index + 1}`} text={addressText(place)} />
                        </li>
                      ))}
                      {places.length > placesOneByOne ? (
                        <li>
                          <CopyText
                            label={`places ${placesOneByOne + 1} to ${places.length}`}
                            text={places.slice(placesOneByOne).map(addressText).join('\n')}
                            isBlock
                          />
                        </li>
                      ) : null}
                    </ul>
                  ),
                },
              ]),
          ...(answers.locationDetails === undefined
            ? []
            : [{ name: 'How to find it', value: <span class="kept-lines">{answers.locationDetails}</span> }]),
        ]}
      />
      {contactRows.length === 0 ? null : (
        <Details summary="Contact, when you need it">
          <SummaryList rows={contactRows} />
        </Details>
      )}
    </section>
  );
}

function Uploads({ model, pageHref }: { readonly model: RequestModel; readonly pageHref: string }) {
  return (
    <>
      {model.uploads.length === 0 ? (
        <section class="card" aria-labelledby="uploads-heading">
          <h2 id="uploads-heading">Uploads</h2>
          <p>
            {model.answers === null
              ? 'No upload is linked to this request any more.'
              : 'Nothing that this service screened here has the ids or addresses of the request.'}
          </p>
        </section>
      ) : (
        <>
          <Parts model={model} />
          {model.uploads.map((upload, index) => (
            <UploadCard
              upload={upload}
              number={index + 1}
              frame={model}
              pageHref={pageHref}
              headingLevel={2}
              isToDecide={isToDecide(model)}
            />
          ))}
        </>
      )}
      {model.found.length === 0 ? null : (
        <section class="card" aria-labelledby="found-heading">
          <h2 id="found-heading">Found by the requester’s fingerprints</h2>
          <p>
            The request does not name {model.found.length === 1 ? 'this upload' : 'these uploads'}. Look, then tick beside the decision what
            it is about.
            {model.moreFound === 0
              ? ''
              : ` ${model.moreFound.toLocaleString('en-GB')} more look like the requester’s pictures; these are the newest. After a removal, copies of what was removed are found and held.`}
          </p>
        </section>
      )}
      {model.isStillLooking ? (
        <Notice>
          <p>
            The requester’s fingerprints are still being compared with what was screened before. Load the page again in a moment to see
            whether more is found.
          </p>
        </Notice>
      ) : null}
      {model.found.map((upload, index) => (
        <UploadCard
          upload={upload}
          number={model.uploads.length + index + 1}
          frame={model}
          pageHref={pageHref}
          headingLevel={2}
          isToDecide={isToDecide(model)}
        />
      ))}
    </>
  );
}

/** The way through the uploads of a request that names many. */
function Parts({ model: { trackingNumber, part, parts, uploads, uploadCount } }: { readonly model: RequestModel }) {
  if (parts === 1) return null;
  return (
    <section class="card" aria-labelledby="parts-heading">
      <h2 id="parts-heading">{uploadCount.toLocaleString('en-GB')} uploads</h2>
      <p>
        Page {part} of {parts} shows {uploads.length} of them; {(uploadCount - uploads.length).toLocaleString('en-GB')} more are on the
        other pages. One decision is for all of them.
      </p>
      <nav aria-label="Pages of uploads">
        {part > 1 ? <a href={paths.requestPart(trackingNumber, part - 1)}>Page {part - 1}</a> : null}{' '}
        {part < parts ? <a href={paths.requestPart(trackingNumber, part + 1)}>Page {part + 1}</a> : null}
      </nav>
    </section>
  );
}

const pictureStateWords = {
  pending: 'lists nothing until an upload proves it',
  active: 'listed: an upload proved it',
  suspended: 'not listed any more',
  disputed: 'disputed, so not matched',
  expired: 'expired',
} as const;

function Pictures({ model }: { readonly model: RequestModel }) {
  if (model.pictures.length === 0) return null;
  return (
    <section class="card" aria-labelledby="pictures-heading">
      <h2 id="pictures-heading">The requester’s own pictures</h2>
      <p class="quiet">
        Fingerprints made on the requester’s device. Nobody here has the pictures, and by themselves these fingerprints list nothing.
      </p>
      <ol class="plain-list plain-list--numbered">
        {model.pictures.map((picture, index) => (
          <li>
            Picture {index + 1}: {countWords(picture.fingerprints.length, 'fingerprint', 'fingerprints')}, {qualityOf(picture.fingerprints)}
            ; {pictureStateWords[picture.state]}.
            <details class="details details--slim">
              <summary class="details__summary">Show them</summary>
              <div class="details__body">
                <FingerprintTable fingerprints={picture.fingerprints} label={`Fingerprints of picture ${index + 1}`} />
              </div>
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}

function timelineOf(model: RequestModel) {
  const done = model.events
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .map((event) => ({
      sentence: eventSentence(model.basis, event),
      time: <Moment at={event.at} frame={model} />,
      state: 'done' as const,
    }));
  if (model.clock.state === 'stopped') return done;
  return [
    ...done,
    {
      sentence: model.decision === null ? 'Removed and confirmed, or refused.' : 'The service confirms the removal.',
      time: <Moment at={model.clock.dueAt} frame={model} />,
      state: 'next' as const,
    },
  ];
}

function DecidePanel({ model }: { readonly model: RequestModel }) {
  if (model.decision !== null)
    return <DecisionPanel decision={model.decision} frame={model} next={model.news === 'decided' ? undefined : model.next} />;
  if (model.state !== 'open')
    return (
      <section class="card" id="decide" aria-labelledby="closed-heading">
        <h2 id="closed-heading">{model.state === 'withdrawn' ? 'Withdrawn' : 'Closed'}</h2>
        <p>
          {model.state === 'withdrawn'
            ? 'The person ended this case. There is nothing to decide, and her fingerprints are no longer matched for her.'
            : 'There is nothing to decide any more.'}
        </p>
        <NextLink next={model.next} />
      </section>
    );
  return (
    <RulingForm
      action={paths.decideRequest(model.trackingNumber)}
      csrf={model.csrf}
      grounds={model.grounds}
      means={{
        remove: removeMeans(model),
        keep: 'Nothing is removed or listed, and the requester reads the reason. An upload that is held because of a match stays held until that is decided.',
        refer: referMeans,
      }}
      unscreened={model.unscreened}
      found={model.found.map(({ contentId }) => contentId)}
      shown={model.shown}
      uploadsElsewhere={model.parts > 1 ? model.uploadCount : undefined}
      next={model.next}
      entered={model.entered}
      problems={model.problems}
    />
  );
}

function removeMeans({ uploads, uploadCount, parts, unscreened: places, found }: RequestModel): string {
  const unscreened = [...places, ...found];
  const isAllDown = parts === 1 && uploads.length > 0 && uploads.every(({ standing }) => standing !== 'visible' && standing !== 'held');
  if (isAllDown)
    return `The service was told already to remove ${uploads.length === 1 ? 'this upload' : 'these uploads'}, and is not told again.${
      unscreened.length > 0 ? ' It is told to remove what you ticked above.' : ''
    }`;
  if (uploads.length === 0 && unscreened.length > 0) return 'The service is told to remove what you ticked above.';
  if (uploads.length === 0) return 'There is no upload to remove yet: find it first, or keep.';
  return `The service is told to remove ${countWords(uploadCount, 'upload', 'uploads')}${
    unscreened.length > 0 ? ', and what you ticked above' : ''
  }; copies of the same picture are held from now on.`;
}
