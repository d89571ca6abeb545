/** How is a list of separate pieces of work done when one of them fails? All others are done; then the failures are told together. */

/** Does the work for each, one after the other. Throws AggregateError of the failures once the last was tried. */
export async function oneByOne<T>(list: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const failures: unknown[] = [];
  for (const one of list) await work(one).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${list.length} failed`);
}
