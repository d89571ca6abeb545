/** Who outside the service set a removal aside, and by which decision? For leads: a form at the end of the decision's card, and a page of its own where something is to be corrected. */
import type { Ground } from '@likeness/casework';
import { Button } from '../components/button/markup.tsx';
import { FieldError } from '../components/errors/markup.tsx';
import { TextArea } from '../components/text-field/markup.tsx';
import { Corrections } from './entry-pages.tsx';
import { fieldLimits, fieldNames } from './fields.ts';
import { Csrf, consolePage } from './frame.tsx';
import type { ConsoleFrame, FieldProblem } from './model.ts';
import { paths } from './paths.ts';

export interface SetAsideModel {
  readonly decision: { readonly decisionId: string; readonly outside: readonly Ground[] };
  readonly frame: ConsoleFrame;
  readonly problems?: readonly FieldProblem[];
  readonly entered?: { readonly ground: string; readonly note: string };
}

export function SetAsideForm({ decision: { decisionId, outside }, frame, problems = [], entered }: SetAsideModel) {
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
          All that the decision did is taken back: uploads are shown again, copies too, and what it listed is listed no more. Both sides
          read so, and a complaint of whoever posted it is closed.
        </p>
      </fieldset>
      <TextArea
        name={fieldNames.note}
        id={noteId}
        label="Which decision"
        hint="Its date and reference, for colleagues. Stored encrypted."
        rows={2}
        maxLength={fieldLimits.note}
        value={entered?.note}
        error={errorOf(noteId)}
        autoComplete="off"
      />
      <Button look="secondary">Set it aside</Button>
    </form>
  );
}

const noteId = 'outside-note';
const groundId = (outside: readonly Ground[]): string => `outside-${outside[0]?.key ?? ''}`;

/** What keeps such a form from being taken, each at the id of its field. */
export function setAsideProblems(
  outside: readonly Ground[],
  { ground, note }: { readonly ground: string; readonly note: string },
): readonly FieldProblem[] {
  return [
    ...(outside.some(({ key }) => key === ground) ? [] : [{ field: groundId(outside), sentence: 'Choose who decided.' }]),
    // Without saying which decision it was, nothing could be checked later.
    ...(note === '' ? [{ field: noteId, sentence: 'Say which decision it was.' }] : []),
    ...(note.length > fieldLimits.note ? [{ field: noteId, sentence: `Please shorten this to ${fieldLimits.note} characters.` }] : []),
  ];
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
