/** What does she read first of a request? Where it stands; and that she has nothing to do, where nothing on the same page asks her for something. */
import { caseworkIn } from '@likeness/casework';
import type { CaseRequest } from './model.ts';
import type { Speech } from './words.ts';

/** The sentence of its standing, as true beside what is asked below it. */
export function standingSentence(
  { language, words }: Pick<Speech, 'language' | 'words'>,
  { standing, missing, asked = [], disagreement }: Pick<CaseRequest, 'standing' | 'missing' | 'asked' | 'disagreement'>,
): string {
  const { nothingToDo, waiting } = caseworkIn(language).case.standing;
  if (standing.key === 'needs-answers') return words.case.needsAnswers;
  if (standing.sentence === waiting && missing.length > 0) return words.case.oneLawLacks;
  const isAsked = missing.length > 0 || asked.length > 0 || (disagreement?.question ?? null) !== null;
  return standing.asksNothing && !isAsked ? `${standing.sentence} ${nothingToDo}` : standing.sentence;
}
