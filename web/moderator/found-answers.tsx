/** What does each upload show that was found by the requester's fingerprints? One question for each different picture, with nothing chosen before somebody has looked. */
import { type FoundAnswer, foundAnswers } from '@likeness/casework';
import { errorIdOf, FieldError } from '../components/errors/markup.tsx';
import { fieldNames, foundField } from './fields.ts';
import { Moment } from './frame.tsx';
import type { ConsoleFrame, FieldProblem, RequestModel, RulingEntered } from './model.ts';
import { addressText } from './visible-text.ts';
import { countWords } from './words.ts';

const choiceWords: Readonly<Record<FoundAnswer, string>> = {
  together: 'Decide it with the others',
  'another-picture': 'Leave it: it shows something else',
  consented: 'Leave it: it shows the picture, and was posted with consent',
};

const answeredWords: Readonly<Record<FoundAnswer, string>> = {
  together: 'decided with the others',
  'another-picture': 'left, it shows something else',
  consented: 'left, it shows the picture and was posted with consent',
};

/** From so many on, one box answers for those that show something else. */
const manyFound = 5;

export type FoundProps = Pick<RequestModel, 'found' | 'moreFound' | 'moreAnswered'> & {
  /** The number of the first on the page. */
  readonly first: number;
};

export function FoundQuestions({
  found,
  moreFound,
  moreAnswered,
  first,
  frame,
  entered,
  problems,
}: FoundProps & {
  readonly frame: Pick<ConsoleFrame, 'timeZone'>;
  readonly entered: RulingEntered | undefined;
  readonly problems: readonly FieldProblem[];
}) {
  if (found.length === 0) return null;
  const errorOf = (field: string): string | undefined => problems.find((problem) => problem.field === field)?.sentence;
  const heads = found.flatMap((upload, index) => (upload.copyOf === null ? [{ upload, number: first + index }] : []));
  const open = heads.filter(({ upload }) => upload.needsAnswer);
  return (
    <fieldset class="choices" aria-describedby="found-hint">
      <legend class="choices__legend">Found by the requester’s fingerprints</legend>
      <p class="field__hint" id="found-hint">
        The request does not name {heads.length === 1 ? 'this' : 'these'}. Look, then say what{' '}
        {heads.length === 1 ? 'it shows' : 'each shows'}. Before that nothing is removed or restricted. What you leave, the requester reads
        as a number, and not where it is.
      </p>
      {heads.map(({ upload, number }) => {
        const same = found.filter(({ ref, copyOf }) => ref === upload.ref || copyOf === upload.contentId);
        const field = foundField(upload.ref);
        const given = same.flatMap(({ ref }) => entered?.ofFound?.[ref] ?? [])[0];
        const chosen = given ?? upload.answered?.answer;
        const error = errorOf(field);
        const described = [`${field}-which`, errorIdOf(field, error)].filter((id) => id !== undefined).join(' ');
        return (
          <fieldset class="choices found__one" aria-describedby={described}>
            <legend class="choices__legend">
              <a href={`#upload-${number}`}>Upload {number}</a>
            </legend>
            <p class="field__hint" id={`${field}-which`}>
              <code class="ruling__place">
                <bdi>{addressText(upload.contentId)}</bdi>
              </code>{' '}
              {same.length === 1
                ? ''
                : `and ${countWords(same.length - 1, 'upload', 'uploads')} that ${same.length === 2 ? 'shows' : 'show'} the same. `}
              {upload.answered === null ? null : (
                <>
                  Answered by <bdi>{upload.answered.by}</bdi>, <Moment at={upload.answered.at} frame={frame} />.{' '}
                </>
              )}
              {upload.needsAnswer || upload.answered !== null ? '' : 'It is out of view already, so it needs no answer.'}
            </p>
            <FieldError name={field} error={error} />
            {foundAnswers.map((answer, place) => {
              const id = place === 0 ? field : `${field}-${answer}`;
              return (
                <div class="choice">
                  <input
                    class="choice__input"
                    type="radio"
                    id={id}
                    name={field}
                    value={answer}
                    checked={chosen === answer}
                    autocomplete="off"
                  />
                  <label class="choice__label" for={id}>
                    {choiceWords[answer]}
                  </label>
                </div>
              );
            })}
          </fieldset>
        );
      })}
      {open.length >= manyFound ? (
        <div class="choice">
          <input
            class="choice__input"
            type="checkbox"
            id={fieldNames.foundRest}
            name={fieldNames.foundRest}
            value="yes"
            checked={entered?.foundRest ?? false}
            autocomplete="off"
          />
          <label class="choice__label" for={fieldNames.foundRest}>
            I looked at all of them: those without an answer here show something else
          </label>
        </div>
      ) : null}
      {moreAnswered === 0 ? null : (
        <p class="field__hint">
          {countWords(moreAnswered, 'more upload has', 'more uploads have')} an answer already, or {moreAnswered === 1 ? 'is' : 'are'} out
          of view.
        </p>
      )}
      {moreFound === 0 ? null : (
        <>
          <p class="field__hint" id="keep-hint">
            {countWords(moreFound, 'more upload was', 'more uploads were')} found and {moreFound === 1 ? 'needs' : 'need'} an answer, too.
            Keep what you answered here, and the next ones follow. That is no decision, and what else you filled in stays.
          </p>
          <FieldError name={fieldNames.keepAnswers} error={errorOf(fieldNames.keepAnswers)} />
          <button
            class="button button--secondary"
            type="submit"
            id={fieldNames.keepAnswers}
            name={fieldNames.keepAnswers}
            value="yes"
            formnovalidate
            aria-describedby="keep-hint"
          >
            Keep these answers, show the next
          </button>
        </>
      )}
    </fieldset>
  );
}

/** Once it is decided: what was answered, and by whom. */
export function FoundAnsweredCard({ model }: { readonly model: RequestModel }) {
  if (model.foundAnswered.length === 0) return null;
  return (
    <section class="card" aria-labelledby="found-answered-heading">
      <h2 id="found-answered-heading">Found by the requester’s fingerprints</h2>
      <ul class="plain-list">
        {model.foundAnswered.map(({ contentId, answer, by, at }) => (
          <li>
            <code class="code-text">
              <bdi>{addressText(contentId)}</bdi>
            </code>
            : {answeredWords[answer]}. <bdi>{by}</bdi>, <Moment at={at} frame={model} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was proposed of those that were found, in a line for each answer. */
export function foundSentences(ofFound: Readonly<Record<string, FoundAnswer>>): string[] {
  return foundAnswers.flatMap((answer) => {
    const count = Object.values(ofFound).filter((one) => one === answer).length;
    return count === 0 ? [] : [`${countWords(count, 'upload', 'uploads')}: ${answeredWords[answer]}`];
  });
}
