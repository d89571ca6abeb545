/** Who outside the service set a removal aside, and by which decision? For leads: a form at the end of the decision's card, and a page of its own where something is to be corrected. */
import type { CounterNoticeProblem, CounterNoticeWindow, OutsideGround } from '@likeness/casework';
import { Button } from '../components/button/markup.tsx';
import { FieldError } from '../components/errors/markup.tsx';
import { TextArea, type TextAreaProps, TextField } from '../components/text-field/markup.tsx';
import { Corrections } from './entry-pages.tsx';
import { fieldLimits, fieldNames, type SetAsideEntered, wholeDecision } from './fields.ts';
import { Csrf, consolePage } from './frame.tsx';
import type { ConsoleFrame, DecisionMade, FieldProblem } from './model.ts';
import { paths } from './paths.ts';
import { addressText } from './visible-text.ts';
import { dayWords } from './when.ts';

export interface SetAsideModel {
  readonly decision: Pick<DecisionMade, 'decisionId' | 'outside' | 'pictures'>;
  readonly frame: ConsoleFrame;
  readonly problems?: readonly FieldProblem[];
  readonly entered?: SetAsideEntered;
}

export function SetAsideForm({ decision: { decisionId, outside, pictures }, frame, problems = [], entered }: SetAsideModel) {
  const errorOf = (field: string): string | undefined => problems.find((problem) => problem.field === field)?.sentence;
  return (
    <form method="post" action={paths.setAside(decisionId)}>
      <Csrf token={frame.csrf} />
      <fieldset class="choices" aria-describedby="outside-means">
        <legend class="choices__legend">Who decided</legend>
        <FieldError name={groundId(outside)} error={errorOf(groundId(outside))} />
        {outside.map(({ key, label }) => (
          <div class="choice">
            <input
              class="choice__input"
              type="radio"
              id={`outside-${key}`}
              name={fieldNames.ruling}
              value={key}
              checked={entered?.ground === key}
              required
            />
            <label class="choice__label" for={`outside-${key}`}>
              {label}
            </label>
          </div>
        ))}
        <p class="ruling__means" id="outside-means">
          What was decided is taken back: uploads are shown again where nothing else keeps them down, copies too, and what was listed is
          listed no more. Both sides read so, and a complaint of whoever posted it is closed.
        </p>
      </fieldset>
      <AboutWhich pictures={pictures} chosen={entered?.about} error={errorOf(aboutId)} />
      {outside.some(({ hasWindow }) => hasWindow === true) ? (
        <TextField
          name={fieldNames.receivedOn}
          id={receivedId}
          type="date"
          width="half"
          label="When the counter-notice came"
          hint="Of a counter-notice alone, such as 2026-11-23. The business days are counted here: Monday to Friday, without the federal holidays of the United States."
          value={entered?.receivedOn}
          error={errorOf(receivedId)}
          autoComplete="off"
        />
      ) : null}
      {errorOf(whyId) === undefined && (entered?.why ?? '') === '' ? null : (
        <ForColleagues
          name={fieldNames.why}
          id={whyId}
          label="Why it is shown again on another day"
          hint="For colleagues. Stored encrypted, with the days that were counted."
          value={entered?.why}
          error={errorOf(whyId)}
        />
      )}
      <ForColleagues
        name={fieldNames.note}
        id={noteId}
        label="Which decision"
        hint="Its date and reference, for colleagues. Stored encrypted."
        value={entered?.note}
        error={errorOf(noteId)}
      />
      <Button look="secondary">Set it aside</Button>
    </form>
  );
}

/** Of a decision about several pictures; the rest stays as it was decided. */
function AboutWhich({
  pictures,
  chosen,
  error,
}: {
  readonly pictures: DecisionMade['pictures'];
  readonly chosen: string | undefined;
  readonly error: string | undefined;
}) {
  if (pictures.length === 0) return null;
  const choices = [
    ...pictures.map(({ actionId, contentIds }) => ({ value: actionId, ids: contentIds })),
    { value: wholeDecision, ids: [] as readonly string[] },
  ];
  return (
    <fieldset class="choices">
      <legend class="choices__legend">About which it is</legend>
      <FieldError name={aboutId} error={error} />
      {choices.map(({ value, ids }, place) => {
        const id = place === 0 ? aboutId : `outside-about-${value}`;
        return (
          <div class="choice">
            <input class="choice__input" type="radio" id={id} name={fieldNames.about} value={value} checked={chosen === value} required />
            <label class="choice__label" for={id}>
              {ids.length === 0 ? 'All that was decided' : <SamePicture ids={ids} />}
            </label>
          </div>
        );
      })}
    </fieldset>
  );
}

function SamePicture({ ids }: { readonly ids: readonly string[] }) {
  const [first = '', ...more] = ids;
  return (
    <>
      Only{' '}
      <code class="code-text">
        <bdi>{addressText(first)}</bdi>
      </code>
      {more.length === 0 ? null : ` and ${more.length} more with the same picture`}
    </>
  );
}

function ForColleagues(field: Pick<TextAreaProps, 'name' | 'id' | 'label' | 'hint' | 'value' | 'error'>) {
  return <TextArea {...field} rows={2} maxLength={fieldLimits.note} autoComplete="off" />;
}

const noteId = 'outside-note';
const receivedId = 'outside-received';
const whyId = 'outside-why';
const aboutId = 'outside-about';
const groundId = (outside: readonly OutsideGround[]): string => `outside-${outside[0]?.key ?? ''}`;

/** What keeps such a form from being taken, each at the id of its field. */
export function setAsideProblems(
  { outside, pictures }: Pick<DecisionMade, 'outside' | 'pictures'>,
  { ground, note, why, about }: Pick<SetAsideEntered, 'ground' | 'note' | 'why' | 'about'>,
): readonly FieldProblem[] {
  const shorten = `Please shorten this to ${fieldLimits.note} characters.`;
  return [
    ...(outside.some(({ key }) => key === ground) ? [] : [{ field: groundId(outside), sentence: 'Choose who decided.' }]),
    ...(pictures.length === 0 || about === wholeDecision || pictures.some(({ actionId }) => actionId === about)
      ? []
      : [{ field: aboutId, sentence: 'Choose what it is about: one picture, or all that was decided.' }]),
    // Without saying which decision it was, nothing could be checked later.
    ...(note === '' ? [{ field: noteId, sentence: 'Say which decision it was.' }] : []),
    ...(why.length > fieldLimits.note ? [{ field: whyId, sentence: shorten }] : []),
    ...(note.length > fieldLimits.note ? [{ field: noteId, sentence: shorten }] : []),
  ];
}

/** Why a counter-notice puts nothing back today, with the days on which it does. */
export function notInTimeProblem(problem: CounterNoticeProblem, window: CounterNoticeWindow | null): FieldProblem {
  const days =
    window === null ? '' : `Ten to fourteen business days after it came are ${dayWords(window.earliest)} to ${dayWords(window.last)}.`;
  switch (problem) {
    case 'no-day':
      return { field: receivedId, sentence: 'Say on which day the counter-notice came, such as 2026-11-23.' };
    case 'to-come':
      return { field: receivedId, sentence: 'This day is still to come.' };
    case 'before-removal':
      return { field: receivedId, sentence: 'On this day it had not been removed yet: a counter-notice comes after the removal.' };
    case 'too-early':
      return { field: whyId, sentence: `${days} Wait until then, or say why it is shown again before.` };
    case 'too-late':
      return { field: whyId, sentence: `${days} They are over: say why it is shown again only now.` };
  }
}

/** POST `paths.setAside` when something is to be corrected; `back` is the page of the decision. */
export function setAsidePage({ back, ...model }: SetAsideModel & { readonly back: string }): string {
  const { frame, problems = [] } = model;
  return consolePage({
    title: 'Set aside from outside',
    frame,
    width: 'measure',
    children: (
      <>
        <h1>Was it set aside from outside?</h1>
        <Corrections problems={problems} />
        <p>Nothing was changed yet.</p>
        <SetAsideForm {...model} />
        <p>
          <a href={back}>Back to the decision</a>
        </p>
      </>
    ),
  });
}
