/** Which spans of time does a report know? */
import { expect, test } from 'vitest';
import { monthsUntil, parsePeriod, periodOfMonths } from './period.ts';

const span = (key: string): readonly (string | undefined)[] => {
  const period = parsePeriod(key);
  return [period?.kind, period?.from.toISOString(), period?.to.toISOString()];
};

test('a month, a half-year and a year begin and end at midnight UTC', () => {
  expect(span('2026-12')).toEqual(['month', '2026-12-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z']);
  expect(span('2028-02')).toEqual(['month', '2028-02-01T00:00:00.000Z', '2028-03-01T00:00:00.000Z']);
  expect(span('2026-H2')).toEqual(['half-year', '2026-07-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z']);
  expect(span('2026')).toEqual(['year', '2026-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z']);
});

test('anything else is no period', () => {
  for (const key of ['', '2026-00', '2026-13', '2026-1', '2026-H3', '2026-h1', '1999', '9999', '2026-11-01', ' 2026', '2026\n', '２０２６'])
    expect([key, parsePeriod(key)]).toEqual([key, null]);
});

test('two months make a period only where they bound one', () => {
  expect(periodOfMonths('2026-11', '2026-11')?.key).toBe('2026-11');
  expect(periodOfMonths('2026-07', '2026-12')?.key).toBe('2026-H2');
  expect(periodOfMonths('2026-01', '2026-12')?.key).toBe('2026');
  for (const [from, to] of [
    ['2026-01', '2026-05'],
    ['2026-12', '2026-01'],
    ['2025-07', '2026-06'],
    ['2026', '2026'],
    ['2026-H1', '2026-H1'],
  ] as const)
    expect([from, to, periodOfMonths(from, to)]).toEqual([from, to, null]);
});

test('the last months go back over the turn of a year', () => {
  expect(monthsUntil(new Date('2026-02-28T23:59:59Z'), 4).map(({ key }) => key)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11']);
});
