/** Do callers that come together go together, in order, and does nobody fail for what another one sent? */
import { expect, test } from 'vitest';
import { inGroups } from './in-groups.ts';

/** A run that waits to be let go, so that the test decides who comes meanwhile. */
function held(answer: (one: string) => string = (one) => one.toUpperCase()): {
  readonly groups: string[][];
  readonly run: (group: readonly string[]) => Promise<string[]>;
  /** Lets the oldest group that is held go on. */
  letGo(): void;
} {
  const groups: string[][] = [];
  const waiting: (() => void)[] = [];
  return {
    groups,
    run: async (group) => {
      groups.push([...group]);
      await new Promise<void>((resolve) => waiting.push(resolve));
      return group.map(answer);
    },
    letGo: () => waiting.shift()?.(),
  };
}

/** Lets everything happen that waits for nothing outside. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('the first goes at once, those who come meanwhile go together afterwards, each with its own result', async () => {
  const { groups, run, letGo } = held();
  const one = inGroups(run, { most: 10, atOnce: 1 });
  const results = ['a', 'b', 'c'].map(one);
  expect(groups).toEqual([['a']]);
  letGo();
  await settled();
  expect(groups).toEqual([['a'], ['b', 'c']]);
  letGo();
  expect(await Promise.all(results)).toEqual(['A', 'B', 'C']);
});

test('a group holds no more than it may, and no more groups are under way than may be', async () => {
  const { groups, run, letGo } = held();
  const one = inGroups(run, { most: 2, atOnce: 2 });
  const results = ['a', 'b', 'c', 'd', 'e', 'f'].map(one);
  expect(groups).toEqual([['a'], ['b']]);
  letGo();
  await settled();
  expect(groups).toEqual([['a'], ['b'], ['c', 'd']]);
  for (let i = 0; i < 3; i++) {
    letGo();
    await settled();
  }
  expect(await Promise.all(results)).toEqual(['A', 'B', 'C', 'D', 'E', 'F']);
});

test('beside a group under way another starts once enough wait for it, and whoever waits goes when it ends', async () => {
  const { groups, run, letGo } = held();
  const one = inGroups(run, { most: 10, atOnce: 2, leastBeside: 3 });
  const results = ['a', 'b', 'c'].map(one);
  expect(groups).toEqual([['a']]);
  results.push(one('d'), one('e'));
  expect(groups).toEqual([['a'], ['b', 'c', 'd']]);
  letGo();
  await settled();
  expect(groups).toEqual([['a'], ['b', 'c', 'd']]);
  letGo();
  await settled();
  expect(groups).toEqual([['a'], ['b', 'c', 'd'], ['e']]);
  letGo();
  expect(await Promise.all(results)).toEqual(['A', 'B', 'C', 'D', 'E']);
});

test('two of one name never go together, also not in two groups, and keep their order', async () => {
  const { groups, run, letGo } = held();
  const one = inGroups(run, { most: 10, atOnce: 2, nameOf: (text) => text[0] ?? '' });
  const results = ['a1', 'a2', 'a3', 'b1', 'b2'].map(one);
  expect(groups).toEqual([['a1'], ['b1']]);
  letGo();
  await settled();
  expect(groups).toEqual([['a1'], ['b1'], ['a2']]);
  for (let i = 0; i < 5; i++) {
    letGo();
    await settled();
  }
  expect(groups.flat().filter((text) => text.startsWith('a'))).toEqual(['a1', 'a2', 'a3']);
  expect(await Promise.all(results)).toHaveLength(5);
});

test('whose result is a promise waits for it and keeps the name; the next group and all other names go on', async () => {
  const later = Promise.withResolvers<string>();
  const groups: string[][] = [];
  const run = async (group: readonly string[]) => {
    groups.push([...group]);
    return group.map((text) => (text === 'a1' ? later.promise : text.toUpperCase()));
  };
  const one = inGroups(run, { most: 10, atOnce: 1, nameOf: (text) => text[0] ?? '' });
  const [first, second, other] = ['a1', 'a2', 'b1'].map(one);
  expect(await other).toBe('B1');
  expect(groups).toEqual([['a1'], ['b1']]);
  later.reject(new Error('full'));
  await expect(first).rejects.toThrow('full');
  expect(await second).toBe('A2');
  expect(groups).toEqual([['a1'], ['b1'], ['a2']]);
});

test('where a group fails, each is tried alone, and only the one that is at fault fails', async () => {
  const { groups, run, letGo } = held();
  const one = inGroups(
    async (group: readonly string[]) => {
      const results = await run(group);
      if (group.includes('bad')) throw new RangeError('bad is not allowed');
      return results;
    },
    { most: 10, atOnce: 1 },
  );
  const first = one('a');
  const others = Promise.allSettled([one('b'), one('bad'), one('c')]);
  for (let i = 0; i < 5; i++) {
    letGo();
    await settled();
  }
  expect(await first).toBe('A');
  expect(groups).toEqual([['a'], ['b', 'bad', 'c'], ['b'], ['bad'], ['c']]);
  expect((await others).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('where nothing can be stored at all, nobody is tried again', async () => {
  let runs = 0;
  const one = inGroups(
    async (group: readonly string[]) => {
      runs += 1;
      await settled();
      if (group.length > 1) throw Object.assign(new Error('no room'), { code: '53100' });
      return [...group];
    },
    { most: 10, atOnce: 1 },
  );
  const first = one('a');
  const others = await Promise.allSettled([one('b'), one('c')]);
  expect(await first).toBe('a');
  expect([runs, ...others.map(({ status }) => status)]).toEqual([2, 'rejected', 'rejected']);
});

test('who comes when too many wait is told so at once', async () => {
  const { run, letGo } = held();
  const one = inGroups(run, { most: 10, atOnce: 1, shed: { waiting: 1, full: () => new RangeError('full') } });
  const first = one('a');
  const second = one('b');
  await expect(one('c')).rejects.toThrow('full');
  letGo();
  await settled();
  letGo();
  expect(await Promise.all([first, second])).toEqual(['A', 'B']);
});

test('who is urgent goes beside a group that is under way, and still not before an earlier one of its name', async () => {
  const { groups, run, letGo } = held();
  const one = inGroups(run, { most: 10, atOnce: 1, isUrgent: (text) => text.endsWith('!'), nameOf: (text) => text[0] ?? '' });
  const results = ['a', 'b', 'c!', 'd!', 'b!'].map(one);
  expect(groups).toEqual([['a'], ['c!']]);
  letGo();
  letGo();
  await settled();
  expect(groups).toEqual([['a'], ['c!'], ['b'], ['d!']]);
  letGo();
  letGo();
  await settled();
  expect(groups.at(-1)).toEqual(['b!']);
  letGo();
  expect(await Promise.all(results)).toEqual(['A', 'B', 'C!', 'D!', 'B!']);
});
