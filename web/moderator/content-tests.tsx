/** What does the law ask of the content? Each question is one tick beside a few words; what is asked in full stands below. */
import { answersTo, answerWords, type ContentTest, type TestAnswer } from '@likeness/casework';
import { FieldError } from '../components/errors/markup.tsx';
import { testField } from './fields.ts';
import type { FieldProblem, LawTests, RulingEntered } from './model.ts';

export type ContentTestsProps = {
  readonly tests: readonly LawTests[];
  readonly entered: RulingEntered['tests'] | undefined;
  readonly problems: readonly FieldProblem[];
};

export function ContentTests({ tests: laws, entered = {}, problems }: ContentTestsProps) {
  if (laws.length === 0) return null;
  return (
    <div class="findings">
      {laws.map(({ law, name, tests }) => (
        <fieldset class="choices findings__law">
          <legend class="choices__legend">{laws.length === 1 ? 'What it shows' : `Under the ${name}`}</legend>
          {tests.map((test) => (
            <Finding
              test={test}
              field={testField(law, test.key)}
              answer={entered[law]?.[test.key]}
              problem={problems.find(({ field }) => field === testField(law, test.key))?.sentence}
            />
          ))}
        </fieldset>
      ))}
      <details class="details details--slim">
        <summary class="details__summary">What is asked, in full</summary>
        <div class="details__body">
          <ul class="plain-list">
            {laws.flatMap(({ name, tests }) =>
              tests.map(({ short, question }) => (
                <li>
                  <strong>{short}</strong>
                  {laws.length === 1 ? '' : ` (${name})`}: {question}
                </li>
              )),
            )}
          </ul>
          <p class="quiet">
            To remove because the law asks for it, answer all of them; to restrict, those that the reason rests on. Any other reason needs
            none.
          </p>
        </div>
      </details>
    </div>
  );
}

type FindingProps = {
  readonly test: ContentTest;
  readonly field: string;
  readonly answer: TestAnswer | undefined;
  readonly problem: string | undefined;
};

function Finding({ test, field, answer: chosen, problem }: FindingProps) {
  return (
    <div
      class="finding"
      role="radiogroup"
      aria-label={test.question}
      aria-describedby={problem === undefined ? undefined : `${field}-error`}
    >
      <FieldError name={field} error={problem} />
      <span class="finding__short" title={test.question}>
        {test.short}
      </span>
      <span class="finding__answers">
        {answersTo(test).map((answer, index) => (
          <label class="finding__answer">
            {/* The first carries the field's name as id, so that the list of what to correct can lead to it. */}
            <input type="radio" id={index === 0 ? field : undefined} name={field} value={answer} checked={answer === chosen} />
            <span>{answerWords(test, answer)}</span>
          </label>
        ))}
      </span>
    </div>
  );
}
