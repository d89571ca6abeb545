/** What can be answered of an upload that was found by the requester's fingerprints and that the request does not name? */

/** `together`: it is decided with the others. `another-picture`: it shows something else. `consented`: it shows the picture, was posted with consent, and stays. */
export const foundAnswers = ['together', 'another-picture', 'consented'] as const;
export type FoundAnswer = (typeof foundAnswers)[number];

export const isFoundAnswer = (value: unknown): value is FoundAnswer => foundAnswers.some((one) => one === value);

/** How many of those that were found a decision left up, by why. */
export interface FoundLeft {
  readonly anotherPicture: number;
  readonly consented: number;
}

/** Counted of the answers; null where nothing was left. */
export function foundLeftOf(answers: readonly (FoundAnswer | null)[]): FoundLeft | null {
  const count = (answer: FoundAnswer): number => answers.filter((one) => one === answer).length;
  const left = { anotherPicture: count('another-picture'), consented: count('consented') };
  return left.anotherPicture + left.consented === 0 ? null : left;
}

/** As it was written down; null for anything else. */
export function readFoundLeft(value: unknown): FoundLeft | null {
  if (typeof value !== 'object' || value === null) return null;
  const { anotherPicture, consented }: Readonly<Record<string, unknown>> = { ...value };
  const isCount = (count: unknown): count is number => Number.isSafeInteger(count);
  return isCount(anotherPicture) && isCount(consented) ? { anotherPicture, consented } : null;
}
