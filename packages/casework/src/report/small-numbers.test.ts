/** Can anybody work out a small number from what is told? */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Counted, type ToldCount, tell } from './small-numbers.ts';

const leaf = (count: number, index: number): Counted => ({ key: String(index), label: '', count, parts: [] });
const branch = (parts: readonly Counted[], index = 0): Counted => ({
  key: String(index),
  label: '',
  count: parts.reduce((sum, { count }) => sum + count, 0),
  parts,
});
const flat = (...counts: readonly number[]): Counted => branch(counts.map(leaf));
const partsTold = (counted: Counted) => tell(counted).parts?.map(({ count }) => count) ?? null;

test('a number of 1 to 4 reads "few"; nothing, and 5 and more, are told', () => {
  expect([0, 1, 4, 5, 6].map((count) => tell(leaf(count, 0)).count)).toEqual([0, 'few', 'few', 5, 6]);
});

test('one small number takes its smallest neighbour with it, or the total would give it away', () => {
  expect(partsTold(flat(3, 9, 40))).toEqual(['few', 'hidden', 40]);
  expect(partsTold(flat(7, 9, 40))).toEqual([7, 9, 40]);
});

test('where the neighbour could only be as large as one that is told, that one goes, too', () => {
  expect(partsTold(flat(4, 7, 7, 40))).toEqual(['few', 'hidden', 'hidden', 40]);
  expect(partsTold(flat(3, 7, 7, 40))).toEqual(['few', 'hidden', 7, 40]);
});

test('two small numbers guard each other, unless both have to be as large or as small as they can', () => {
  expect(partsTold(flat(2, 3, 40))).toEqual(['few', 'few', 40]);
  expect(partsTold(flat(4, 4, 40))).toEqual(['few', 'few', 'hidden']);
  expect(partsTold(flat(1, 1, 40))).toEqual(['few', 'few', 'hidden']);
});

test('where nothing helps, what a total is made of is not told at all', () => {
  expect(partsTold(flat(1, 5))).toBeNull();
  expect(partsTold(flat(1, 1, 1, 1, 1))).toBeNull();
});

test('nothing is told below what is kept back', () => {
  const tree = branch([branch([leaf(3, 0), leaf(0, 1)], 0), branch([leaf(6, 0), leaf(3, 1)], 1), leaf(40, 2)]);
  expect(tell(tree).parts?.map(({ count, parts }) => [count, parts])).toEqual([
    ['few', null],
    ['hidden', null],
    [40, []],
  ]);
});

/** Every value that a kept back part can have for somebody who knows the rule, found by trying all of them. */
function possible(total: number, parts: readonly ToldCount[], index: number): Set<number> {
  const hidden = parts.filter(({ count }) => typeof count !== 'number');
  const rest = parts.reduce((left, { count }) => (typeof count === 'number' ? left - count : left), total);
  const told = parts.flatMap(({ count }) => (typeof count === 'number' && count >= 5 ? [count] : []));
  const place = hidden.findIndex(({ key }) => key === parts[index]?.key);
  const values = new Set<number>();
  const tryAll = (at: number, left: number, chosen: readonly number[]): void => {
    const part = hidden[at];
    if (part === undefined) {
      const value = chosen[place];
      if (left === 0 && value !== undefined) values.add(value);
      return;
    }
    const [least, most] = part.count === 'few' ? [1, 4] : [5, Math.min(left, ...told)];
    for (let value = least; value <= Math.min(most, left); value += 1) tryAll(at + 1, left - value, [...chosen, value]);
  };
  tryAll(0, rest, []);
  return values;
}

function check(counted: Counted, told: ToldCount): void {
  expect(told.count).toBe(counted.count > 0 && counted.count < 5 ? 'few' : told.count === 'hidden' ? 'hidden' : counted.count);
  if (told.count === 'hidden') expect(counted.count).toBeGreaterThanOrEqual(5);
  const { parts, count: total } = told;
  if (parts === null) return;
  parts.forEach((part, index) => {
    if (typeof total === 'number' && typeof part.count !== 'number')
      expect(possible(total, parts, index).size, JSON.stringify([total, parts.map(({ count }) => count)])).toBeGreaterThan(1);
    const source = counted.parts[index];
    if (source !== undefined) check(source, part);
  });
  if (typeof total !== 'number') expect(parts).toEqual([]);
}

test('of any tree of numbers, each that is kept back has two possible values or more, and each that is told is true', () => {
  const count = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 6 }) }, fc.integer({ min: 0, max: 14 }));
  const flatTree = fc.array(count, { minLength: 1, maxLength: 4 }).map((counts) => flat(...counts));
  const tree = fc
    .array(flatTree, { minLength: 1, maxLength: 4 })
    .map((parts) => branch(parts.map((part, index) => ({ ...part, key: `b${index}` }))));
  fc.assert(
    fc.property(fc.oneof(flatTree, tree), (counted) => check(counted, tell(counted))),
    { numRuns: 1000 },
  );
});
