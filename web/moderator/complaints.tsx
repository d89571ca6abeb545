/** Who says that a decision was wrong, and was it? The list of open complaints, and each with what either side said and the form that answers it. */
import { type ComplaintBy, type ComplaintOutcome, complaintGroundLabel, complaintLateFrom } from '@likeness/casework';
import { Button } from '../components/button/markup.tsx';
import { FieldError } from '../components/errors/markup.tsx';
import { Notice } from '../components/notice/markup.tsx';
import { SummaryList } from '../components/summary-list/markup.tsx';
import { Tag } from '../components/tag/markup.tsx';
import { TextArea } from '../components/text-field/markup.tsx';
import { besideWords } from './beside.tsx';
import type { ComplaintCard, ComplaintModel, ComplaintRow, ComplaintsModel, MeasureComplaintRow } from './complaint-model.ts';
import { Corrections } from './entry-pages.tsx';
import { fieldLimits, fieldNames } from './fields.ts';
import { Csrf, consolePage, Moment } from './frame.tsx';
import { misuseWords, NobodyJudges } from './misuse.tsx';
import { OpenList } from './open-list.tsx';
import { paths } from './paths.ts';
import { addressText } from './visible-text.ts';
import { spanWords } from './when.ts';
import { capital, countWords } from './words.ts';

const byWords: Readonly<Record<ComplaintBy, string>> = { uploader: 'Whoever uploaded it', requester: 'Whoever asked for the removal' };

/** How several stand in the list. */
const order =
  ' Those that no longer wait for the other side come first, from the one that has waited longest. Below stand those to which the other side can still answer.';

/** GET `paths.complaints`. */
export function complaintsPage(model: ComplaintsModel): string {
  const { open, measures } = model;
  const total = open.total + measures.length;
  return consolePage({
    title: 'Complaints',
    frame: model,
    place: 'complaints',
    children: (
      <>
        <h1>Complaints</h1>
        <OpenList
          open={{ ...open, total }}
          whenEmpty="When somebody says that a decision is wrong, it appears here. Somebody else than who decided judges it."
          lead={`${countWords(total, 'complaint is open', 'complaints are open')}.${total < 2 ? '' : order}`}
          parts="Parts of the complaints"
          path={paths.complaints}
          above={
            measures.length === 0 || !open.isFirst ? null : (
              <>
                <AboutMeasures model={model} />
                {open.total === 0 ? null : <h2>About decisions</h2>}
              </>
            )
          }
        >
          {open.rows.map((row) => (
            <Row row={row} model={model} />
          ))}
        </OpenList>
      </>
    ),
  });
}

function AboutMeasures({ model }: { readonly model: ComplaintsModel }) {
  return (
    <section aria-labelledby="measures-heading">
      <h2 id="measures-heading">About warnings and suspensions</h2>
      {model.measures.every(({ hasJudge }) => hasJudge) ? null : <NobodyJudges frame={model} />}
      <ul class="queue">
        {model.measures.map((row) => (
          <MeasureRow row={row} model={model} />
        ))}
      </ul>
    </section>
  );
}

function CameIn({ at, model }: { readonly at: Date; readonly model: ComplaintsModel }) {
  return (
    <div class="queue__due queue__due--calm">
      <span class="queue__due-span">came in {spanWords(model.now.getTime() - at.getTime())} ago</span>
      <span class="queue__due-moment">
        <Moment at={at} frame={model} />
      </span>
    </div>
  );
}

function MeasureRow({ row, model }: { readonly row: MeasureComplaintRow; readonly model: ComplaintsModel }) {
  const words = row.measure === 'warning' ? 'A warning' : 'A suspension';
  const mayJudge = model.may.includes('judge-accounts');
  return (
    <li class="queue__row">
      <CameIn at={row.filedAt} model={model} />
      <div class="queue__main">
        {mayJudge ? (
          <a class="queue__link" href={paths.misuseMeasure(row.accountKey, row.measureId)}>
            {words} was wrong
          </a>
        ) : (
          <strong>{words} was wrong</strong>
        )}
        <p class="queue__text">
          The account, in the matter “{misuseWords(row.kind)}”{model.hasManyServices ? `; ${row.serviceName}` : ''}
          {mayJudge ? '' : '. A lead or an admin judges it, and not who took the measure.'}
        </p>
      </div>
      <div class="queue__tags">
        {row.isOwn ? <Tag words="Your measure" /> : mayJudge ? <Tag tone="care" words="To judge" /> : <Tag words="For a lead" />}
      </div>
    </li>
  );
}

function Row({ row, model }: { readonly row: ComplaintRow; readonly model: ComplaintsModel }) {
  const isWaiting = row.decidableAt > model.now;
  return (
    <li class="queue__row">
      <CameIn at={row.filedAt} model={model} />
      <div class="queue__main">
        <a class="queue__link" href={paths.complaint(row.complaintId)}>
          “{row.reasonLabel}”
        </a>
        <p class="queue__text">
          {byWords[row.by]}
          {model.hasManyServices ? `; ${row.serviceName}` : ''}
          {isWaiting ? (
            <>
              ; the other side can answer until <Moment at={row.decidableAt} frame={model} />
            </>
          ) : row.waitsForYoung ? (
            '; another request, which says that it may show somebody under 18, is decided first'
          ) : null}
        </p>
      </div>
      <div class="queue__tags">
        {row.asideUntil !== null && row.asideUntil > model.now ? <Tag words="Put aside" /> : null}
        {row.isOwnDecision ? (
          <Tag words={row.isMeanwhile ? 'Hidden by you' : 'Your decision'} />
        ) : isWaiting || row.waitsForYoung ? (
          <Tag words="Waiting" />
        ) : (
          <Tag tone="care" words="To judge" />
        )}
      </div>
    </li>
  );
}

/** GET `paths.complaint`, and POST `paths.decideComplaint` when something is to be corrected. */
export function complaintPage(model: ComplaintModel): string {
  return consolePage({
    title: 'Complaint',
    frame: model,
    place: 'complaints',
    children: (
      <>
        <div class="page-head">
          <h1>Complaint</h1>
          <StateTag model={model} />
        </div>
        <Corrections problems={model.problems ?? []} />
        <News model={model} />
        <div class="desk">
          <div class="desk__facts">
            <Said model={model} />
            <OtherSide model={model} />
            <Decided model={model} />
          </div>
          <div class="desk__decide">
            <JudgePanel model={model} />
          </div>
        </div>
      </>
    ),
  });
}

type PartProps = { readonly model: ComplaintModel };

function StateTag({ model: { state, judged, meanwhile } }: PartProps) {
  if (judged !== null && judged.unjudged !== null) return <Tag tone="good" words={unjudgedTags[judged.unjudged]} />;
  if (judged !== null)
    return <Tag tone={judged.outcome === 'upheld' ? 'good' : 'calm'} words={judged.outcome === 'upheld' ? 'Upheld' : 'Rejected'} />;
  return state === 'open' ? (
    <Tag tone="care" words="To judge" />
  ) : (
    <Tag words={state === 'waiting' || state === 'may-be-young' ? 'Waiting' : meanwhile === null ? 'Your decision' : 'Hidden by you'} />
  );
}

function News({ model: { news, isEnded } }: PartProps) {
  if (news === 'decided')
    return (
      <Notice tone="good" isLive>
        <p>Your answer is recorded{isEnded ? '' : '. Whoever complained can read it'}, and the service is being told.</p>
        <p>
          <a href={paths.complaints}>To the other complaints</a>
        </p>
      </Notice>
    );
  if (news === 'late')
    return (
      <Notice tone="care" isLive>
        <p>What you sent was not recorded. What is so now stands here.</p>
      </Notice>
    );
  return null;
}

function Said({ model }: PartProps) {
  return (
    <section class="card" aria-labelledby="said-heading">
      <h2 id="said-heading">What is said</h2>
      <SummaryList
        rows={[
          { name: 'By', value: byWords[model.by] },
          { name: 'Because', value: `“${model.reasonLabel}”` },
          { name: 'In their words', value: model.text === '' ? 'Nothing more was written.' : <p class="kept-lines quote">{model.text}</p> },
          { name: 'Came in', value: <Moment at={model.filedAt} frame={model} /> },
          ...(model.by === 'requester' && model.judged === null
            ? [
                {
                  name: 'Late from',
                  value: (
                    <>
                      <Moment at={complaintLateFrom(model.filedAt)} frame={model} />, as her case page says. No law names a day.
                    </>
                  ),
                },
              ]
            : []),
          { name: 'Service', value: <bdi>{model.serviceName}</bdi> },
        ]}
      />
      {model.reason === 'depicted' ? (
        <Notice tone="care">
          <p>
            Somebody says to be the person in the picture. A request in another name may have been filed against them. Compare what the
            request says, and what is known of the account, before anything else.
          </p>
        </Notice>
      ) : null}
    </section>
  );
}

function OtherSide({ model }: PartProps) {
  const { otherSide, by, meanwhile, of } = model;
  return (
    <section class="card" aria-labelledby="other-heading">
      <h2 id="other-heading">The other side</h2>
      {otherSide === null ? (
        <p>
          {by === 'requester'
            ? model.decision?.decision === 'restrict'
              ? 'Whoever uploaded it was told of the restriction where a law asks for that, and is not asked now. If it is removed, they are told why, and can complain.'
              : 'Whoever uploaded it was never told that somebody asked, and is not asked now. If it is removed, they are told why, and can complain.'
            : meanwhile !== null && of.kind === 'request'
              ? 'Nobody is asked: the request is still open, and is decided in its own time.'
              : model.beside !== null && of.kind === 'request'
                ? 'Nobody is asked: whoever asked for the removal has no say in what was done beside the picture.'
                : of.kind === 'review'
                  ? 'There is nobody to ask: no request led to this.'
                  : 'There is nobody to ask: the case has ended, or nobody can open it.'}
        </p>
      ) : otherSide.endedAt !== null ? (
        <p>
          Whoever asked for the removal was asked <Moment at={otherSide.askedAt} frame={model} />, and ended the case{' '}
          <Moment at={otherSide.endedAt} frame={model} /> without an answer.{' '}
          {model.judged === null ? 'Nobody is waited for: judge it by what is known.' : null}
        </p>
      ) : otherSide.answeredAt === null && model.judged !== null ? (
        <p>
          Whoever asked for the removal was asked <Moment at={otherSide.askedAt} frame={model} />, and did not answer.
        </p>
      ) : otherSide.answeredAt === null ? (
        <p>
          Whoever asked for the removal was asked <Moment at={otherSide.askedAt} frame={model} />, and has until{' '}
          <Moment at={model.decidableAt} frame={model} /> to answer. What was decided stays so meanwhile.
        </p>
      ) : (
        <SummaryList
          rows={[
            { name: 'Answered', value: <Moment at={otherSide.answeredAt} frame={model} /> },
            { name: 'The answer', value: `“${otherSide.answerLabel ?? ''}”` },
            {
              name: 'In their words',
              value: otherSide.text === '' ? 'Nothing more was written.' : <p class="kept-lines quote">{otherSide.text}</p>,
            },
          ]}
        />
      )}
      {model.openOfTheOtherSide.length === 0 ? null : <AlsoOpen model={model} />}
      <p class="quiet">Neither side reads what the other has written, here or anywhere.</p>
    </section>
  );
}

/** Each is judged by itself, and the answer to one may settle the other. */
function AlsoOpen({ model: { by, openOfTheOtherSide: ids } }: PartProps) {
  const side: ComplaintBy = by === 'uploader' ? 'requester' : 'uploader';
  return (
    <p>
      {byWords[side]} complains about the same decision, too:{' '}
      {ids.map((id, place) => (
        <>
          {place === 0 ? null : ', '}
          <a href={paths.complaint(id)}>{ids.length === 1 ? 'their complaint' : `complaint ${place + 1} of ${ids.length}`}</a>
        </>
      ))}
      . {ids.length === 1 ? 'Read both before you judge one.' : 'Read them all before you judge one.'}
    </p>
  );
}

function Decided({ model }: PartProps) {
  const { decision, meanwhile, of, contentId, beside } = model;
  return (
    <section class="card" aria-labelledby="decision-heading">
      <h2 id="decision-heading">{meanwhile === null ? 'The decision it is against' : 'What it is against'}</h2>
      <SummaryList
        rows={[
          ...(decision === null
            ? []
            : [
                { name: 'Decision', value: capital(decision.decision) },
                { name: 'Ground', value: decision.groundLabel },
                { name: 'Decided by', value: <bdi>{decision.decidedBy}</bdi> },
                { name: 'When', value: <Moment at={decision.decidedAt} frame={model} /> },
              ]),
          ...(meanwhile === null
            ? []
            : [
                {
                  name: 'What was done',
                  value: `Kept from being seen until somebody decides. Nobody has decided about the ${of.kind === 'request' ? 'request' : 'match'}.`,
                },
                { name: 'Chosen by', value: <bdi>{meanwhile.by}</bdi> },
                { name: 'When', value: <Moment at={meanwhile.at} frame={model} /> },
              ]),
          ...(contentId === null
            ? []
            : [
                {
                  name: 'Upload',
                  value: (
                    <code class="code-text">
                      <bdi>{addressText(contentId)}</bdi>
                    </code>
                  ),
                },
              ]),
          ...(beside === null
            ? []
            : [
                {
                  name: 'About its',
                  value: (
                    <>
                      {besideWords[beside.kind]}
                      {beside.target === null ? '' : ': '}
                      {beside.target === null ? null : (
                        <code class="code-text">
                          <bdi>{addressText(beside.target)}</bdi>
                        </code>
                      )}
                      .{' '}
                      {beside.isPictureReferred === true
                        ? 'The picture was referred since, and nobody looks at it: judge this without it.'
                        : 'The removal of the picture is not in question.'}
                    </>
                  ),
                },
              ]),
          {
            name: 'All about it',
            value:
              of.kind === 'request' ? (
                <a href={paths.request(of.id)}>
                  Request <span class="tracking-number">{of.id}</span>
                </a>
              ) : (
                <a href={paths.review(of.id)}>The match</a>
              ),
          },
        ]}
      />
    </section>
  );
}

function JudgePanel({ model }: PartProps) {
  const { judged, state, meanwhile } = model;
  if (judged !== null)
    return (
      <section class="card" aria-labelledby="judged-heading">
        <h2 id="judged-heading">The answer</h2>
        <SummaryList
          rows={[
            { name: 'Answer', value: answerWords(judged, meanwhile !== null) },
            { name: 'Because', value: judged.groundLabel },
            { name: 'They read', value: model.isEnded ? 'Nothing: she had ended her case, so nothing is decided anew.' : judged.answer },
            { name: judgeWords[judged.unjudged ?? 'judged'], value: <bdi>{judged.by}</bdi> },
            { name: 'When', value: <Moment at={judged.at} frame={model} /> },
            ...(judged.note === '' ? [] : [{ name: 'Note for colleagues', value: <span class="kept-lines">{judged.note}</span> }]),
          ]}
        />
      </section>
    );
  if (state === 'not-yours')
    return (
      <section class="card" aria-labelledby="judge-heading">
        <h2 id="judge-heading">A colleague judges this</h2>
        <p>
          {meanwhile === null
            ? 'You made the decision or agreed to it, so somebody else looks at it with fresh eyes.'
            : 'You had it kept from being seen, so somebody else looks at it with fresh eyes. The request itself is still yours to decide.'}
        </p>
      </section>
    );
  if (state === 'waiting')
    return (
      <section class="card" aria-labelledby="judge-heading">
        <h2 id="judge-heading">Not yet</h2>
        <p>
          The other side can answer until <Moment at={model.decidableAt} frame={model} />. It can be judged as soon as they have.
        </p>
      </section>
    );
  if (state === 'may-be-young')
    return (
      <section class="card" aria-labelledby="judge-heading">
        <h2 id="judge-heading">Not yet</h2>
        <p>
          Another request says that this may show somebody under 18. Nobody looks at it meanwhile, and nothing of it is shown again: decide
          that request first, it stands at the head of the queue. If it is referred, this complaint is closed with it. Otherwise it is
          judged then.
        </p>
      </section>
    );
  return <JudgeForm model={model} />;
}

const unjudgedTags = { outside: 'Settled outside', anew: 'Decided anew', referred: 'Referred' } as const;
const judgeWords = { judged: 'Judged by', outside: 'Entered by', anew: 'Other complaint judged by', referred: 'Referred by' } as const;

function answerWords({ outcome, unjudged }: NonNullable<ComplaintModel['judged']>, isMeanwhile: boolean): string {
  if (unjudged === 'outside') return 'Nobody judged it: what it was about was set aside from outside.';
  if (unjudged === 'anew') return 'Nobody judged it: whoever asked for the removal was right, and what it was about is decided anew.';
  if (unjudged === 'referred') return 'Nobody judged it: what it was about was referred, and nobody looks at that any more.';
  if (outcome === 'upheld') return 'The complaint was right';
  return isMeanwhile ? 'It stays hidden' : 'The decision stands';
}

const headings: Readonly<Record<ComplaintOutcome, string>> = {
  upheld: 'The complaint is right, because',
  rejected: 'The decision stands, because',
};
/** Nobody has decided yet. */
const headingsMeanwhile: typeof headings = { ...headings, rejected: 'It stays hidden, because' };

function means({ by, of, isTakenBack, isEnded, beside, meanwhile, decision }: ComplaintModel, outcome: ComplaintOutcome): string {
  if (isEnded)
    return outcome === 'rejected'
      ? 'Nothing changes.'
      : `It is recorded that she was right. ${
          decision?.decision === 'restrict'
            ? 'Nothing is decided anew: what was restricted stays so, and what whoever uploaded it says about it is judged by itself.'
            : 'Nothing is decided anew, and nothing changes.'
        }`;
  if (outcome === 'rejected')
    return meanwhile === null
      ? 'Nothing changes. Whoever complained reads the reason, and where else to turn.'
      : `It stays out of view until somebody decides about ${of.kind === 'request' ? 'the request, in its time' : 'the match'}. Whoever complained reads the reason, and where else to turn.`;
  if (meanwhile !== null)
    return isTakenBack
      ? 'It is not kept from being seen for this any more; whoever complained reads that they were right.'
      : of.kind === 'request'
        ? 'It is shown again at once, where nothing else keeps it down, and the service is told. The request stays open, and its time runs on.'
        : 'The match is decided with it, to keep: it is shown again at once, where nothing else keeps it down, and the service is told. Whoever else looks at the match finds it decided.';
  if (isTakenBack) return 'The decision was taken back already; whoever complained reads that they were right.';
  if (beside !== null) return 'This alone is taken back at once, and the service is told. The picture stays down.';
  return by === 'requester'
    ? 'The request is open again at once, under every law of its filing, and is to be decided anew. What was restricted stays so until then; a complaint of whoever uploaded it is closed with that, and they read so.'
    : `The decision is taken back at once: the service is told to show the upload again${decision?.decision === 'restrict' ? ' to everybody' : ''} where nothing else keeps it down, and what was listed is listed no more. What the requester lists as well is in dispute and matches nobody. Copies that were held or removed because of it are given back.`;
}

/** Of more it is enough to say how many. */
const namedAtMost = 20;

/** Nobody complained about these: whoever judges reads of them before and not after. */
/** How far the answer that gives it back reaches, where the decision was about more than this one upload. */
function Reach({ alsoGivenBack, rest }: Pick<ComplaintCard, 'alsoGivenBack' | 'rest'>) {
  if (alsoGivenBack.length + rest.length === 0) return null;
  return (
    <Notice tone="care">
      {alsoGivenBack.length === 0 ? null : (
        <>
          <p>
            {alsoGivenBack.length === 1 ? 'One more upload shows' : `${alsoGivenBack.length} more uploads show`} the same picture, and{' '}
            {alsoGivenBack.length === 1 ? 'is' : 'are'} shown again with it, where nothing else keeps{' '}
            {alsoGivenBack.length === 1 ? 'it' : 'them'} down:
          </p>
          <Named ids={alsoGivenBack} />
        </>
      )}
      {rest.length === 0 ? null : (
        <>
          <p>The decision is about more than this picture. It stays as it is for the rest:</p>
          <Named ids={rest} />
        </>
      )}
    </Notice>
  );
}

function Named({ ids }: { readonly ids: readonly string[] }) {
  const more = ids.length - namedAtMost;
  return (
    <ul>
      {ids.slice(0, namedAtMost).map((id) => (
        <li>
          <bdi>{id}</bdi>
        </li>
      ))}
      {more > 0 ? <li>and {more} more</li> : null}
    </ul>
  );
}

function JudgeForm({ model }: PartProps) {
  const { problems = [], entered } = model;
  const isReferred = model.meanwhile?.isReferred === true;
  const outcomes: readonly ComplaintOutcome[] = isReferred
    ? ['rejected']
    : model.isTakenBack
      ? [model.by === 'requester' ? 'rejected' : 'upheld']
      : ['rejected', 'upheld'];
  let isFirst = true;
  return (
    <form class="card ruling" id="judge" method="post" action={paths.decideComplaint(model.complaintId)} aria-labelledby="judge-heading">
      <h2 id="judge-heading">Judge it</h2>
      <Csrf token={model.csrf} />
      {isReferred ? <p>It was referred since, so it stays out of view. Whoever uploaded it learns nothing of that.</p> : null}
      {model.isEnded ? <p>She ended her case since. Nobody decides about her request anew, and she reads no answer.</p> : null}
      <FieldError name={fieldNames.ruling} error={problems.find(({ field }) => field === fieldNames.ruling)?.sentence} />
      {outcomes.map((outcome) => (
        <fieldset
          class={`choices ruling__grounds ruling__grounds--${outcome === 'upheld' ? 'remove' : 'keep'}`}
          aria-describedby={`means-${outcome}`}
        >
          <legend class="choices__legend">{(model.meanwhile === null ? headings : headingsMeanwhile)[outcome]}</legend>
          {model.grounds
            .filter((ground) => ground.outcome === outcome)
            .map((ground) => {
              const { key } = ground;
              const value = `${outcome}:${key}`;
              const id = isFirst ? fieldNames.ruling : `ruling-${outcome}-${key}`;
              isFirst = false;
              return (
                <div class="choice">
                  <input
                    class="choice__input"
                    type="radio"
                    id={id}
                    name={fieldNames.ruling}
                    value={value}
                    checked={entered?.ruling === value}
                  />
                  <label class="choice__label" for={id}>
                    {complaintGroundLabel(ground, model.isEnded)}
                  </label>
                </div>
              );
            })}
          <p class="ruling__means" id={`means-${outcome}`}>
            {means(model, outcome)}
          </p>
          {outcome === 'upheld' ? <Reach alsoGivenBack={model.alsoGivenBack} rest={model.rest} /> : null}
        </fieldset>
      ))}
      <TextArea
        name={fieldNames.note}
        label="Note for colleagues"
        hint="Optional. Stored encrypted; neither side sees it."
        rows={2}
        maxLength={fieldLimits.note}
        value={entered?.note}
        error={problems.find(({ field }) => field === fieldNames.note)?.sentence}
        autoComplete="off"
      />
      <Button>Answer the complaint</Button>
    </form>
  );
}
