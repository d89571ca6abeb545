/**
 * How do many callers share one transaction? Whoever comes while one is under way waits for it to end, and then all who came go together: a busy server commits
 * seldom and a quiet one at once, without a timer between.
 */

import { outageOf } from './outage.ts';

export interface Grouping<T> {
  /** The most that go together. */
  readonly most: number;
  /** The most groups that are under way at once, of those who are urgent and of the others each. */
  readonly atOnce: number;
  /** How many have to wait before another group starts beside one of its kind; without it, one is enough. */
  readonly leastBeside?: number;
  /** Who goes beside the others, without waiting for a group of them; without it nobody does. */
  readonly isUrgent?: (one: T) => boolean;
  /** The most that wait, and what is thrown at who comes then; without it there is no such limit. */
  readonly shed?: { readonly waiting: number; readonly full: () => Error };
  /** Two of the same name never go in one group, but one after the other, as they came. */
  readonly nameOf?: (one: T) => string;
}

type Lane = 'urgent' | 'other';

interface Caller<T, R> {
  readonly one: T;
  readonly name: string;
  readonly lane: Lane;
  readonly resolve: (result: R | Promise<R>) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * A function that does for one what `run` does for many, in their order. Where a group fails, each of its members is tried alone, so that nobody fails for what
 * another one sent; unless nothing can be stored at all. A result may be a promise: then that member waits for it, and keeps its name meanwhile, but the next group does not.
 */
export function inGroups<T, R>(
  run: (group: readonly T[]) => Promise<readonly (R | Promise<R>)[]>,
  grouping: Grouping<T>,
): (one: T) => Promise<R> {
  const { most, atOnce, leastBeside = 1, shed, nameOf, isUrgent } = grouping;
  let queue: Caller<T, R>[] = [];
  /** Names that are under way; with no names given, nobody waits for one. */
  const busy = new Set<string>();
  const groups = { urgent: 0, other: 0 };
  const waiting = { urgent: 0, other: 0 };

  function answer(caller: Caller<T, R>, result: R | Promise<R>): void {
    caller.resolve(result);
    if (result instanceof Promise) {
      const free = (): void => {
        busy.delete(caller.name);
        startWaiting();
      };
      result.then(free, free);
    } else busy.delete(caller.name);
  }

  function refuse({ name, reject }: Caller<T, R>, reason: unknown): void {
    reject(reason);
    busy.delete(name);
  }

  async function settle(group: readonly Caller<T, R>[]): Promise<void> {
    try {
      const results = await run(group.map(({ one }) => one));
      if (results.length !== group.length) throw new RangeError(`${group.length} went together and ${results.length} came back`);
      for (const [place, result] of results.entries()) {
        const caller = group[place];
        if (caller !== undefined) answer(caller, result);
      }
    } catch (error) {
      if (group.length === 1 || outageOf(error) !== null) for (const caller of group) refuse(caller, error);
      else for (const caller of group) await settle([caller]);
    }
  }

  async function go(group: readonly Caller<T, R>[], lane: Lane): Promise<void> {
    groups[lane] += 1;
    for (const { name } of group) busy.add(name);
    await settle(group);
    groups[lane] -= 1;
    startWaiting();
  }

  function startWaiting(): void {
    start('urgent');
    start('other');
  }

  function start(lane: Lane): void {
    while (groups[lane] < atOnce && waiting[lane] >= (groups[lane] === 0 ? 1 : leastBeside)) {
      const group: Caller<T, R>[] = [];
      const later: Caller<T, R>[] = [];
      const names = new Set<string>();
      for (const caller of queue) {
        const isTaken = nameOf !== undefined && (names.has(caller.name) || busy.has(caller.name));
        if (caller.lane === lane && group.length < most && !isTaken) group.push(caller);
        else later.push(caller);
        // Who stays keeps all of the same name behind.
        if (nameOf !== undefined) names.add(caller.name);
      }
      queue = later;
      if (group.length === 0) return;
      waiting[lane] -= group.length;
      void go(group, lane);
    }
  }

  return (one) => {
    if (shed !== undefined && queue.length >= shed.waiting) return Promise.reject(shed.full());
    return new Promise<R>((resolve, reject) => {
      const lane = isUrgent?.(one) === true ? 'urgent' : 'other';
      queue.push({ one, name: nameOf?.(one) ?? '', lane, resolve, reject });
      waiting[lane] += 1;
      startWaiting();
    });
  };
}
