/** What does the law ask of the content? Each question is one tick beside a few words; what is asked in full stands below. */
import { answersTo, answerWords, type ContentTest, type TestAnswer } from '@likeness/casework';
import { FieldError } from '../components/errors/markup.tsx';
import { testField } from './fields.ts';
import { Moment } from './frame.tsx';
import type { AnsweredBefore, FieldProblem, LawTests, RulingEntered } from './model.ts';
import { paths } from './paths.ts';

export type ContentTestsProps = {
  readonly tests: readonly LawTests[];
  readonly entered: RulingEntered['tests'] | undefined;
  readonly problems: readonly FieldProblem[];
  readonly timeZone: string;
};

export function ContentTests({ tests: laws, entered, problems, timeZone }: ContentTestsProps) {
  if (laws.length === 0) return null;
  return (
    <div class="findings">
      {laws.map(({ law, name, tests, before = null }) => (
        <fieldset class="choices findings__law">
          <legend class="choices__legend">{laws.length === 1 ? 'What it shows' : `Under the ${name}`}</legend>
          {before === null ? null : <Before tests={tests} before={before} timeZone={timeZone} />}
          {tests.map((test) => (
            <Finding
              test={test}
              field={testField(law, test.key)}
              // A page that comes back holds what its form said, and nothing else.
              answer={entered === undefined ? (before?.isOfThis === true ? before.answers[test.key] : undefined) : entered[law]?.[test.key]}
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

type BeforeProps = { readonly tests: readonly ContentTest[]; readonly before: AnsweredBefore; readonly timeZone: string };

/** Who answered it, and with what. Given again only where it was about what stands here; else it is told. */
function Before({ tests, before: { by, agreedBy, at, trackingNumber, answers, isOfThis }, timeZone }: BeforeProps) {
  const told = tests.flatMap((test) => {
    const answer = answers[test.key];
    return answer === undefined ? [] : [`${test.short}: ${answerWords(test, answer)}`];
  });
  return (
    <p class="quiet findings__before">
      {isOfThis ? 'As answered by ' : 'Answered by '}
      <bdi>{by}</bdi>
      {agreedBy === null ? null : (
        <>
          {' and '}
          <bdi>{agreedBy}</bdi>
        </>
      )}
      {', '}
      <Moment at={at} frame={{ timeZone }} />
      {', with '}
      <a href={paths.request(trackingNumber)}>{trackingNumber}</a>
      {isOfThis
        ? ' of the same filing, about the same uploads. Change what is not so.'
        : `, before something changed here, so answer it anew: ${told.join('; ')}.`}
    </p>
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
