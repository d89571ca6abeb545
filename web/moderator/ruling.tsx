/** How does a moderator decide, and what does a decision look like afterwards? One choice carries the decision and its ground: they can never disagree. */
import { type AlsoKind, afterComplaint, type Decision, type Ground } from '@likeness/casework';
import { Button } from '../components/button/markup.tsx';
import { FieldError } from '../components/errors/markup.tsx';
import { Notice } from '../components/notice/markup.tsx';
import { SummaryList } from '../components/summary-list/markup.tsx';
import { Tag } from '../components/tag/markup.tsx';
import { TextArea } from '../components/text-field/markup.tsx';
import { Beside, besideWords } from './beside.tsx';
import { ContentTests } from './content-tests.tsx';
import { fieldLimits, fieldNames, rulingValue } from './fields.ts';
import { Csrf, Moment } from './frame.tsx';
import type { AlsoOnPage, ConsoleFrame, DecisionMade, FieldProblem, LawTests, NextInQueue, RulingEntered } from './model.ts';
import { paths } from './paths.ts';
import { addressText } from './visible-text.ts';
import { capital, countWords } from './words.ts';

/** Whether a page still asks for a decision. */
export function isToDecide({ decision, state }: { readonly decision: DecisionMade | null; readonly state: string }): boolean {
  return decision === null && state === 'open';
}

/** The way down to the decision, or to what was decided; none where there is neither. */
export function DecisionLink({ model }: { readonly model: { readonly decision: DecisionMade | null; readonly state: string } }) {
  if (model.decision === null && !isToDecide(model)) return null;
  return (
    <a class="to-decide" href={model.decision === null ? '#decide' : '#decision'} data-key="d">
      {model.decision === null ? 'To the decision' : 'What was decided'}
    </a>
  );
}

/** What a referral leads to: the page that asks once more says all of it. */
export const referMeans =
  'For a picture of somebody under 18, or perhaps so. It goes out of view at once, nobody here looks at it again, and it is reported. You are asked once more.';

export type RulingFormProps = {
  readonly action: string;
  /** Where the form goes when it is left to a colleague: nothing that was filled in is kept. */
  readonly leave: string;
  readonly csrf: string;
  readonly grounds: readonly Ground[];
  /** What each decision leads to, in one sentence. */
  readonly means: Readonly<Record<Decision, string>>;
  /** Addresses and ids that match no screened upload: each removed only when the moderator says to have opened it. */
  readonly unscreened?: readonly string[];
  /** Ids of uploads that were found by the requester's fingerprints: removed only when the moderator ticks them. */
  readonly found?: readonly string[];
  /** What a removal may act on beside them. */
  readonly beside: readonly AlsoOnPage[];
  /** What the laws ask of the content. */
  readonly tests?: readonly LawTests[];
  /** Marks of what this page shows: the decision holds for that and nothing else. */
  readonly shown: readonly string[];
  /** All uploads of the request, where they stand on several pages: then it has to be said that the decision is for all of them. */
  readonly uploadsElsewhere?: number | undefined;
  readonly next: NextInQueue;
  readonly entered?: RulingEntered | undefined;
  readonly problems?: readonly FieldProblem[] | undefined;
};

export function RulingForm({
  action,
  leave,
  csrf,
  grounds,
  means,
  unscreened = [],
  found = [],
  beside,
  tests = [],
  shown,
  uploadsElsewhere,
  next,
  entered,
  problems = [],
}: RulingFormProps) {
  const problem = problems.find(({ field }) => field === fieldNames.ruling)?.sentence;
  const noteProblem = problems.find(({ field }) => field === fieldNames.note)?.sentence;
  return (
    <form class="card ruling" id="decide" method="post" action={action} aria-labelledby="decide-heading">
      <h2 id="decide-heading">Decide</h2>
      <Csrf token={csrf} />
      {shown.map((mark) => (
        <input type="hidden" name={fieldNames.shown} value={mark} autocomplete="off" />
      ))}
      {found.length > 0 ? (
        <PlaceChoices
          id="found"
          legend="Found by the requester’s fingerprints"
          hint="The request does not name these. Tick one only if you looked at it and it is what the request is about: it is then removed, too, with the uploads that stand beside it as the same."
          label="I looked at it: this is it"
          names={found}
          ticked={entered?.unscreened ?? []}
        />
      ) : null}
      {unscreened.length > 0 ? (
        <PlaceChoices
          id={fieldNames.unscreened}
          legend="Places that match no upload we screened"
          hint="Open each in the service itself. Tick it only if you have seen that it is what the request is about: the service is then told to remove it, too."
          label="I opened it: this is it"
          names={unscreened}
          ticked={entered?.unscreened ?? []}
          all={unscreened.length > manyPlaces ? { isTicked: entered?.allPlaces ?? false } : null}
        />
      ) : null}
      {uploadsElsewhere === undefined ? null : (
        <fieldset class="choices">
          <legend class="choices__legend">{countWords(uploadsElsewhere, 'upload', 'uploads')} on several pages</legend>
          <FieldError name={fieldNames.isForAll} error={problems.find(({ field }) => field === fieldNames.isForAll)?.sentence} />
          <div class="choice">
            <input
              class="choice__input"
              type="checkbox"
              id={fieldNames.isForAll}
              name={fieldNames.isForAll}
              value="yes"
              checked={entered?.isForAll ?? false}
            />
            <label class="choice__label" for={fieldNames.isForAll}>
              My decision is for all {uploadsElsewhere.toLocaleString('en-GB')}, also those on the other pages
            </label>
          </div>
        </fieldset>
      )}
      <ContentTests tests={tests} entered={entered?.tests} problems={problems} />
      <FieldError name={fieldNames.ruling} error={problem} />
      <Grounds
        decision="remove"
        heading="Remove, because"
        grounds={grounds}
        means={means.remove}
        chosen={entered?.ruling ?? null}
        isFirst
      />
      <Grounds decision="keep" heading="Keep, because" grounds={grounds} means={means.keep} chosen={entered?.ruling ?? null} />
      <Grounds decision="refer" heading="Refer, because" grounds={grounds} means={means.refer} chosen={entered?.ruling ?? null} />
      <Beside beside={beside} entered={entered?.also ?? []} error={problems.find(({ field }) => field === fieldNames.also)?.sentence} />
      <details class="details details--slim" open={noteProblem !== undefined || (entered?.note ?? '') !== ''}>
        <summary class="details__summary">Add a note</summary>
        <TextArea
          name={fieldNames.note}
          label="Note for colleagues"
          hint="Stored encrypted; neither the requester nor the uploader sees it."
          rows={2}
          maxLength={fieldLimits.note}
          value={entered?.note}
          error={noteProblem}
          autoComplete="off"
        />
      </details>
      <Button>Decide</Button>
      <p class="ruling__leave">
        <button class="button button--quiet" type="submit" formaction={leave} formnovalidate>
          Leave it to a colleague{next === null ? '' : `, go to the next ${next.kind === 'request' ? 'request' : 'match'}`}
        </button>
      </p>
    </form>
  );
}

type GroundsProps = {
  readonly decision: Decision;
  readonly heading: string;
  readonly grounds: readonly Ground[];
  readonly means: string;
  readonly chosen: string | null;
  readonly isFirst?: boolean;
};

function Grounds({ decision, heading, grounds, means, chosen, isFirst = false }: GroundsProps) {
  return (
    <fieldset class={`choices ruling__grounds ruling__grounds--${decision}`} aria-describedby={`means-${decision}`}>
      <legend class="choices__legend">{heading}</legend>
      {grounds
        .filter((ground) => ground.decision === decision)
        .map(({ key, label }, index) => {
          const value = rulingValue(decision, key);
          // The first choice of all carries the field's name as id, so that the list of what to correct can lead to it.
          const id = isFirst && index === 0 ? fieldNames.ruling : `ruling-${decision}-${key}`;
          return (
            <div class="choice">
              <input class="choice__input" type="radio" id={id} name={fieldNames.ruling} value={value} checked={chosen === value} />
              <label class="choice__label" for={id}>
                {label}
              </label>
            </div>
          );
        })}
      <p class="ruling__means" id={`means-${decision}`}>
        {means}
      </p>
    </fieldset>
  );
}

type PlaceChoicesProps = {
  /** Of the first choice; the others count on from it. */
  readonly id: string;
  readonly legend: string;
  readonly hint: string;
  readonly label: string;
  readonly names: readonly string[];
  readonly ticked: readonly string[];
  /** One box for all of them. */
  readonly all?: { readonly isTicked: boolean } | null;
};

/** From so many places on, one box ticks them all. */
const manyPlaces = 10;

function PlaceChoices({ id: firstId, legend, hint, label, names, ticked, all = null }: PlaceChoicesProps) {
  return (
    <fieldset class="choices" aria-describedby={`${firstId}-hint`}>
      <legend class="choices__legend">{legend}</legend>
      <p class="field__hint" id={`${firstId}-hint`}>
        {hint}
      </p>
      {all === null ? null : (
        <div class="choice">
          <input
            class="choice__input"
            type="checkbox"
            id={fieldNames.allPlaces}
            name={fieldNames.allPlaces}
            value="yes"
            checked={all.isTicked}
          />
          <label class="choice__label" for={fieldNames.allPlaces}>
            I opened all {names.length.toLocaleString('en-GB')}: each is what the request is about
          </label>
        </div>
      )}
      {names.map((name, index) => {
        const id = index === 0 ? firstId : `${firstId}-${index}`;
        return (
          <div class="choice">
            <input
              class="choice__input"
              type="checkbox"
              id={id}
              name={fieldNames.unscreened}
              value={name}
              checked={ticked.includes(name)}
            />
            <label class="choice__label" for={id}>
              {label}
              <code class="ruling__place">
                <bdi>{addressText(name)}</bdi>
              </code>
            </label>
          </div>
        );
      })}
    </fieldset>
  );
}

/** Said when a decision comes after another one: it changes nothing, whoever made the first. */
export function DecidedBefore({ decision, frame }: { readonly decision: DecisionMade; readonly frame: ConsoleFrame }) {
  const isOwn = decision.decidedBy === frame.moderatorName;
  return (
    <Notice
      tone="care"
      heading={
        isOwn ? `You decided this already: ${decision.decision}, “${decision.groundLabel}”` : `${decision.decidedBy} decided this first`
      }
      isLive
    >
      <p>{isOwn ? 'What you sent now' : 'Your decision'} was not recorded, and nothing changed by it. What was decided stands here.</p>
    </Notice>
  );
}

export type DecisionPanelProps = {
  readonly decision: DecisionMade;
  readonly frame: ConsoleFrame;
  /** Left out where the way on stands elsewhere on the page. */
  readonly next: NextInQueue | undefined;
};

export function DecisionPanel({ decision, frame, next }: DecisionPanelProps) {
  return (
    <section class="card" id="decision" aria-labelledby="decision-heading">
      <div class="card__head">
        <h2 id="decision-heading">Decision</h2>
        <Tag tone={decision.decision === 'keep' ? 'calm' : 'good'} words={capital(decision.decision)} />
      </div>
      <Undo decision={decision} frame={frame} />
      <SummaryList
        rows={[
          { name: 'Ground', value: decision.groundLabel },
          { name: 'Decided by', value: <bdi>{decision.decidedBy}</bdi> },
          ...(decision.agreedBy === null ? [] : [{ name: 'Agreed by', value: <bdi>{decision.agreedBy}</bdi> }]),
          { name: 'When', value: <Moment at={decision.decidedAt} frame={frame} /> },
          ...(decision.referralId === null
            ? []
            : [{ name: 'Whom to tell', value: <a href={paths.referral(decision.referralId)}>The reporting task</a> }]),
          ...(decision.findings.length === 0
            ? []
            : [{ name: 'Found', value: decision.findings.map(({ short, answer }) => `${short}: ${answer}`).join('; ') }]),
          ...(decision.note === '' ? [] : [{ name: 'Note for colleagues', value: <span class="kept-lines">{decision.note}</span> }]),
          {
            name: 'In the service',
            value: decision.actions.length === 0 ? nothingOrdered(decision) : <ActionList actions={decision.actions} frame={frame} />,
          },
        ]}
      />
      {next === undefined ? null : <NextLink next={next} />}
    </section>
  );
}

/** A Keep that followed a complaint orders nothing itself: what was given back stands with the removal that it replaced. */
const nothingOrdered = ({ ground }: DecisionMade): string =>
  ground === afterComplaint.key
    ? 'The removal was taken back: what nothing else keeps down is to be shown again.'
    : 'No upload had to be removed or given back.';

/** Only for whoever made it, and for as long as the operator set. */
function Undo({
  decision: { decisionId, decision, decidedBy, undoUntil, isLeftToComplaint, isByRule },
  frame,
}: Pick<DecisionPanelProps, 'decision' | 'frame'>) {
  if (isByRule && decision === 'remove' && !isLeftToComplaint && frame.may.includes('decide'))
    return (
      <form class="undo" method="post" action={paths.undo(decisionId)}>
        <Csrf token={frame.csrf} />
        <p id="undo-means">
          Nobody looked at this upload: the file is identical to one that people here saw and removed. Taken back, it is held again and
          waits for a person, and the rule acts on this picture no more.
        </p>
        <Button look="secondary">Take it back and look</Button>
      </form>
    );
  if (decidedBy !== frame.moderatorName) return null;
  if (isLeftToComplaint)
    return <p>You cannot take it back: somebody has complained about it, and a colleague decides it by the complaint.</p>;
  if (undoUntil === null) return null;
  return (
    <form class="undo" method="post" action={paths.undo(decisionId)}>
      <Csrf token={frame.csrf} />
      <p id="undo-means">
        A slip? Until <Moment at={undoUntil} frame={frame} /> you can take it back. The service is told, also of what it has confirmed.
      </p>
      <Button look="secondary">Take the decision back</Button>
    </form>
  );
}

/** Said at the top after somebody wanted to take a decision back. */
export function UndoNotice({ news }: { readonly news: 'undone' | 'not-undone' }) {
  return news === 'undone' ? (
    <Notice tone="good" isLive>
      <p>Your decision is taken back. The service is being told, and this is to be decided again.</p>
    </Notice>
  ) : (
    <Notice tone="care" isLive>
      <p>The decision stands: the time to take it back is over, somebody else made it, or a complaint about it is open.</p>
    </Notice>
  );
}

/** Of many, those that still wait come first, and so many are written out. */
const actionsShown = 50;

function ActionList({ actions, frame }: { readonly actions: DecisionMade['actions']; readonly frame: ConsoleFrame }) {
  const waiting = actions.filter(({ completedAt }) => completedAt === null);
  const written = [...waiting, ...actions.filter(({ completedAt }) => completedAt !== null)].slice(0, actionsShown);
  return (
    <>
      {actions.length > actionsShown ? (
        <p>
          {actions.length.toLocaleString('en-GB')} in all: {(actions.length - waiting.length).toLocaleString('en-GB')} confirmed,{' '}
          {waiting.length.toLocaleString('en-GB')} not yet. {written.length} of them:
        </p>
      ) : null}
      <ul class="plain-list">
        {written.map((action) => (
          <li>
            {action.beside === null ? actionWords[action.action] : besideAct(action.beside, action.action)}{' '}
            {action.beside === null ? null : `${besideWords[action.beside].toLowerCase()} `}
            {action.target === null ? null : (
              <>
                <code class="code-text">
                  <bdi>{addressText(action.target)}</bdi>
                </code>{' '}
              </>
            )}
            {action.beside === null ? null : 'of '}
            <code class="code-text">
              <bdi>{addressText(action.contentId)}</bdi>
            </code>
            : <ActionState action={action} frame={frame} />
          </li>
        ))}
      </ul>
    </>
  );
}

const actionWords = { remove: 'Remove', restore: 'Give back', restrict: 'Out of view, kept under lock' } as const;

/** The same of what stands beside it. */
function besideAct(kind: AlsoKind, action: DecisionMade['actions'][number]['action']): string {
  if (action !== 'restrict') return action === 'remove' ? 'Remove' : 'Give back';
  return kind === 'account' ? 'Suspend until the service has looked:' : 'Hide until the service has looked:';
}

const deliveryWords = {
  'no-endpoint': 'not confirmed yet. The service has no webhook; it reads GET /api/v1/decisions.',
  sent: 'sent, waiting for the service to confirm.',
  'not-taken': 'not confirmed yet. The service did not take the message so far; it is sent again.',
  delivered: 'the service has the message; it has not confirmed yet.',
} as const;

function ActionState({ action, frame }: { readonly action: DecisionMade['actions'][number]; readonly frame: ConsoleFrame }) {
  if (action.completedAt !== null)
    return (
      <>
        confirmed <Moment at={action.completedAt} frame={frame} />.
        {action.note === '' ? null : <span class="quiet kept-lines"> The service wrote: {action.note}</span>}
      </>
    );
  return <span class="quiet">{deliveryWords[action.delivery]}</span>;
}

/** The way to the next case, for a day of them. */
export function NextLink({ next, isFirstFocus = false }: { readonly next: NextInQueue; readonly isFirstFocus?: boolean }) {
  if (next === null) return <p class="next quiet">No other request or match waits for a decision.</p>;
  return (
    <p class="next">
      <a class="button button--primary" href={next.href} data-focus-first={isFirstFocus ? '' : undefined} data-key="n">
        {next.kind === 'request' ? 'Next request' : 'Next match'}
      </a>
    </p>
  );
}
