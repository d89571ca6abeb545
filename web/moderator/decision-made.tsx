/** What does a decision look like afterwards, what does it still wait for, and how is it taken back? */
import { type AlsoKind, isFinalAnswer } from '@likeness/casework';
import { Button } from '../components/button/markup.tsx';
import { Notice } from '../components/notice/markup.tsx';
import { SummaryList } from '../components/summary-list/markup.tsx';
import { Tag } from '../components/tag/markup.tsx';
import { besideWords } from './beside.tsx';
import { Csrf, Moment } from './frame.tsx';
import type { ConsoleFrame, DecisionMade, NextInQueue } from './model.ts';
import { paths } from './paths.ts';
import { SetAsideForm } from './set-aside.tsx';
import { addressText } from './visible-text.ts';
import { capital } from './words.ts';

/** Whether a page still asks for a decision. */
export function isToDecide({ decision, state }: { readonly decision: DecisionMade | null; readonly state: string }): boolean {
  return decision === null && state === 'open';
}

/** The way down to the decision, or to what was decided; none where there is neither. */
export function DecisionLink({
  model,
  isToJudge = false,
}: {
  readonly model: { readonly decision: DecisionMade | null; readonly state: string };
  /** What a withdrawn request said waits to be judged. */
  readonly isToJudge?: boolean;
}) {
  if (model.decision === null && !isToDecide(model) && !isToJudge) return null;
  return (
    <a class="to-decide" href={model.decision === null ? '#decide' : '#decision'} data-key="d">
      {model.decision === null ? 'To the decision' : 'What was decided'}
    </a>
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
      {decision.outside.length === 0 || !frame.may.includes('set-aside-decisions') ? null : (
        <details class="details details--slim">
          <summary class="details__summary">Was it set aside from outside?</summary>
          <SetAsideForm decision={decision} frame={frame} />
        </details>
      )}
    </section>
  );
}

/** A Keep that followed a complaint, or a decision from outside, orders nothing itself: what was given back stands with the removal that it replaced. */
const nothingOrdered = ({ ground }: DecisionMade): string =>
  isFinalAnswer(ground)
    ? 'What was decided before was taken back: what nothing else keeps down is to be shown again.'
    : 'No upload had to be removed or given back.';

const notTakenBackWords: Readonly<Record<NonNullable<DecisionMade['notTakenBack']>, string>> = {
  'referred-since': 'You cannot take it back: all that it was about was referred since, and stays out of view.',
  'in-part':
    'You cannot take it back: one of its pictures was given back since, after a complaint or a decision from outside, and both sides read so.',
  'may-be-young': 'You cannot take it back now: another request says that the person may have been under 18, and is decided first.',
};

/** Only for whoever made it, and for as long as the operator set. */
function Undo({
  decision: { decisionId, decision, decidedBy, undoUntil, isLeftToComplaint, notTakenBack, isByRule },
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
  if (notTakenBack !== null) return <p>{notTakenBackWords[notTakenBack]}</p>;
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
export function TakenBackNotice({ news }: { readonly news: string | null }) {
  switch (news) {
    case 'undone':
      return (
        <Notice tone="good" isLive>
          <p>Your decision is taken back. The service is being told, and this is to be decided again.</p>
        </Notice>
      );
    case 'not-undone':
      return (
        <Notice tone="care" isLive>
          <p>The decision stands: the time to take it back is over, somebody else made it, or a complaint about it is open.</p>
        </Notice>
      );
    case 'already-back':
      return (
        <Notice isLive>
          <p>
            Nothing was changed now: this decision had been taken back before, by an undo, a complaint or from outside. What is so stands
            below.
          </p>
        </Notice>
      );
    case 'another-law':
      return (
        <Notice tone="care" isLive>
          <p>
            Nothing was changed: a counter-notice, or an order that was taken back, ends a removal under its own law alone. This one was
            made under another law as well, and that still stands. If that was wrong too, a complaint or a court puts it right.
          </p>
        </Notice>
      );
    case 'referred-since':
      return (
        <Notice tone="care" isLive>
          <p>
            Nothing was changed: all that this decision was about was referred since. It stays out of view, so there is nothing to take back
            and nothing to decide again.
          </p>
        </Notice>
      );
    case 'may-be-young':
      return (
        <Notice tone="care" isLive>
          <p>
            Nothing was changed: another request says that this may show somebody under 18, and taking the decision back would show it
            again. Decide that request first: it stands at the head of the queue.
          </p>
        </Notice>
      );
    case 'set-aside':
      return (
        <Notice tone="good" isLive>
          <p>The decision is set aside. The service is being told, and so is whoever asked for it.</p>
        </Notice>
      );
    case 'in-part':
      return (
        <Notice tone="care" isLive>
          <p>Nothing was changed: {notTakenBackWords['in-part']}</p>
        </Notice>
      );
    case 'set-aside-in-part':
      return (
        <Notice tone="good" isLive>
          <p>For this picture it is set aside, and for the rest it stands. The service is being told, and so is whoever asked for it.</p>
        </Notice>
      );
    default:
      return null;
  }
}

/** Of many, those that still wait come first, and so many are written out. */
const actionsShown = 50;

function ActionList({ actions, frame }: { readonly actions: DecisionMade['actions']; readonly frame: ConsoleFrame }) {
  const isWaiting = ({ completedAt, takenBackAt }: DecisionMade['actions'][number]): boolean =>
    completedAt === null && takenBackAt === null;
  const waiting = actions.filter(isWaiting);
  const written = [...waiting, ...actions.filter((action) => !isWaiting(action))].slice(0, actionsShown);
  return (
    <>
      {actions.length > actionsShown ? (
        <p>
          {actions.length.toLocaleString('en-GB')} in all: {(actions.length - waiting.length).toLocaleString('en-GB')} confirmed or taken
          back, {waiting.length.toLocaleString('en-GB')} not yet. {written.length} of them:
        </p>
      ) : null}
      <ul class="plain-list">
        {written.map((action) => (
          <li>
            {action.beside === null ? ofPicture(action) : besideAct(action.beside, action.action)}{' '}
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

function ofPicture({ action, visibility = null }: DecisionMade['actions'][number]): string {
  return visibility === null ? actionWords[action] : 'Leave up, with a limit:';
}

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
  if (action.takenBackAt !== null)
    return (
      <span class="quiet">
        taken back <Moment at={action.takenBackAt} frame={frame} />.
      </span>
    );
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
