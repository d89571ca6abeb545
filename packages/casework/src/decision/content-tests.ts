/** What does a law ask of the content itself, and does what a moderator answered carry the ground that she chose? */
import type { Decision, LegalBasis, TestAnswer } from '../notice/basis.ts';
import { requireGround } from './grounds.ts';
import { restrictGround } from './visibility.ts';

/** By key of the test, under one law. */
export type TestAnswers = Readonly<Record<string, TestAnswer>>;

/** One answer that is missing, or that the ground cannot rest on. */
export interface TestProblem {
  /** Its key. */
  readonly test: string;
  readonly sentence: string;
}

/** The answer in a moderator's words. */
export function answerWords(test: LegalBasis['contentTests'][number], answer: TestAnswer): string {
  return { yes: 'Yes', no: 'No', unclear: 'Unclear', beside: test.beside ?? 'Does not apply' }[answer];
}

/** What can be said to it. */
export function answersTo({ beside }: LegalBasis['contentTests'][number]): readonly TestAnswer[] {
  return beside === undefined ? ['yes', 'no', 'unclear'] : ['yes', 'no', 'unclear', 'beside'];
}

/**
 * What keeps a decision from resting on this ground: a question left open where the ground says that the law's test is met, or where a restriction rests on its
 * answer, and every answer that contradicts it. `chosen`: what the ground is called where it was chosen, which may be the page of another law; left out, under
 * this one. Throws RangeError for a ground that does not fit the decision.
 */
export function testProblems(
  basis: LegalBasis,
  decision: Decision,
  key: string,
  answers: TestAnswers,
  chosen?: string,
): readonly TestProblem[] {
  const ground = requireGround(basis, decision, key);
  return basis.contentTests.flatMap((test): TestProblem[] => {
    const answer = answers[test.key];
    const fitting = fittingOf(test, key);
    // What stays up was found to be allowed so: that is an answer somebody gives, and not one that the reason gives by being chosen.
    const isNeeded = ground.restsOnTests === true || (decision === 'restrict' && fitting !== undefined);
    if (answer === undefined) return isNeeded ? [{ test: test.key, sentence: `Please answer: ${test.question}` }] : [];
    if (fitting === undefined || fitting.includes(answer)) return [];
    const said = `You answered “${answerWords(test, answer)}” to “${test.question}”`;
    return [
      { test: test.key, sentence: `${said}, and chose “${chosen ?? ground.label}”. The two do not go together: change one of them.` },
    ];
  });
}

/** The answers as they are kept: with those that the ground of a removal or a refusal itself gives, because it can rest on no other. */
export function findings(basis: LegalBasis, key: string, answers: TestAnswers): TestAnswers {
  const kept: Record<string, TestAnswer> = {};
  for (const test of basis.contentTests) {
    const answer = answers[test.key] ?? (restrictGround(key) === null ? onlyOne(fittingOf(test, key)) : undefined);
    if (answer !== undefined && answersTo(test).includes(answer)) kept[test.key] = answer;
  }
  return kept;
}

/** Restrictions of one reason rest on the same answers, whichever they are. */
function fittingOf({ fits }: LegalBasis['contentTests'][number], key: string): readonly TestAnswer[] | undefined {
  const name = restrictGround(key)?.reason ?? key;
  return Object.hasOwn(fits, name) ? fits[name] : undefined;
}

const onlyOne = (answers: readonly TestAnswer[] = []): TestAnswer | undefined => (answers.length === 1 ? answers[0] : undefined);
