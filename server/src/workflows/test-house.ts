/** How does a test live through days of a case? Two processes, a platform, a moderator, and a time that stands still until the test moves it. */
import type { Engine } from './engine.ts';
import { aModerator } from './test-cast.ts';
import { openTestEngine, type TestEngine } from './test-engine.ts';

export const minutes = (count: number): number => count * 60_000;
export const hours = (count: number): number => minutes(60 * count);

export interface TestHouse extends Omit<TestEngine, 'setNow' | 'another'> {
  /** A second process on the same database, with the same key ring. */
  readonly second: Engine;
  readonly moderatorId: string;
  /** What time it is for both. */
  now(): Date;
  /** Moves the time on by so many milliseconds. */
  later(ms: number): void;
}

/** Opens one; close it when the tests are done. */
export async function openTestHouse(moderator = 'Ada'): Promise<TestHouse> {
  let now = new Date('2027-03-01T12:00:00.000Z');
  const { setNow, another, ...house } = await openTestEngine(now);
  return {
    ...house,
    second: await another(),
    moderatorId: await aModerator(house.engine, moderator),
    now: () => now,
    later: (ms) => {
      now = new Date(now.getTime() + ms);
      setNow(now);
    },
  };
}
