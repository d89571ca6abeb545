/** What can a moderator do who cannot decide yet? Ask whoever filed, from a list, and have it kept from being seen meanwhile. */
import { type QuestionKey, questionOf, questionsFor, stateOf } from '@likeness/casework';
import type { ComponentChildren } from 'preact';
import { Button } from '../components/button/markup.tsx';
import { FieldError } from '../components/errors/markup.tsx';
import { Notice } from '../components/notice/markup.tsx';
import { isToDecide, NextLink } from './decision-made.tsx';
import { fieldNames } from './fields.ts';
import { Csrf, Moment } from './frame.tsx';
import type { RequestModel } from './model.ts';
import { paths } from './paths.ts';
import { listWords, lowerFirst } from './words.ts';

type Props = { readonly model: RequestModel };

const named = (questions: readonly QuestionKey[]): string => listWords(questions.map((key) => lowerFirst(questionOf(key).label)));

/** Said once after one's own act. */
export function AskNews({ model }: Props) {
  if (model.news === 'asked')
    return (
      <Notice tone="good" isLive>
        <p>It is on its way. The clock runs on: without an answer, decide by what is there.</p>
        <NextLink next={model.next} isFirstFocus />
      </Notice>
    );
  if (model.news === 'asked-nothing')
    return (
      <Notice isLive>
        <p>Nothing new was asked: it waits for an answer already, or nothing it names can be seen now.</p>
      </Notice>
    );
  return null;
}

/** What was asked and not answered; nothing where nothing was. */
export function AskedBefore({ model }: Props) {
  const { asked } = stateOf(model.events);
  if (model.state !== 'open') return null;
  if (asked === null) return <Answered model={model} />;
  return (
    <Notice>
      <p>
        The requester was asked, <Moment at={asked.at} frame={model} />: {named(asked.questions)}. No answer so far. The clock runs on;
        without an answer, decide by what is there.
      </p>
      {asked.answeredAt === null || asked.answered.length === 0 ? null : (
        <p>
          Answered meanwhile, <Moment at={asked.answeredAt} frame={model} />: {named(asked.answered)}.{' '}
          <a href="#amendments-heading">What was added</a>.
        </p>
      )}
    </Notice>
  );
}

/** Something was added after the last question: whoever asked finds it, and decides. Nothing once it is decided. */
function Answered({ model }: Props) {
  const question = model.events.findLast(({ kind }) => kind === 'asked');
  const answer = model.amendments.findLast(({ at }) => question !== undefined && new Date(at) >= question.at);
  if (question?.kind !== 'asked' || answer === undefined || !isToDecide(model)) return null;
  return (
    <Notice>
      <p>
        The requester was asked, <Moment at={question.at} frame={model} />: {named(question.questions)}. Something was added,{' '}
        <Moment at={new Date(answer.at)} frame={model} />: <a href="#amendments-heading">what was added</a>.
      </p>
    </Notice>
  );
}

/** Below what the request says: closed until somebody wants it, and out of the panel of the decision, which stays in sight as a whole. */
export function AskForm({ model }: Props) {
  const { events, filer, parts, uploads, problems = [] } = model;
  const open = stateOf(events).asked?.questions ?? [];
  const questions = questionsFor(filer).filter(({ key }) => !open.includes(key));
  // Of several pages of uploads only one is known here.
  const canRestrict = parts > 1 || uploads.some(({ standing }) => ['visible', 'limit-ordered', 'limited'].includes(standing));
  const problem = problems.find(({ field }) => field === fieldNames.questions)?.sentence;
  if (!isToDecide(model) || (questions.length === 0 && !canRestrict)) return null;
  return (
    <details class="card details" open={problem !== undefined}>
      <summary class="details__summary">Not ready to decide?</summary>
      <form method="post" action={paths.askRequest(model.trackingNumber)}>
        <Csrf token={model.csrf} />
        <fieldset class="choices" aria-describedby="ask-hint">
          <legend class="choices__legend">Before deciding</legend>
          <p class="field__hint" id="ask-hint">
            The requester reads these questions in the case, in their own language; a service’s own form is told. It is no decision: no
            clock stands still.
          </p>
          <FieldError name={fieldNames.questions} error={problem} />
          {questions.map(({ key, label }, index) => (
            <Tick id={index === 0 ? fieldNames.questions : `question-${key}`} name={fieldNames.questions} value={key}>
              Ask: {lowerFirst(label)}
            </Tick>
          ))}
          {canRestrict ? (
            <Tick id={fieldNames.isRestricted} name={fieldNames.isRestricted} value="yes">
              Have what it names kept from being seen until it is decided
            </Tick>
          ) : null}
        </fieldset>
        <Button look="secondary">Do this first</Button>
      </form>
    </details>
  );
}

type TickProps = { readonly id: string; readonly name: string; readonly value: string; readonly children: ComponentChildren };

function Tick({ id, name, value, children }: TickProps) {
  return (
    <div class="choice">
      <input class="choice__input" type="checkbox" id={id} name={name} value={value} />
      <label class="choice__label" for={id}>
        {children}
      </label>
    </div>
  );
}
