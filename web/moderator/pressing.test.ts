/** Is it said when half, three quarters and nine tenths of a time are used, and what presses? */
import { expect, test } from 'vitest';
import { isDueBefore, markPassed, shareOf, urgencyOf } from './pressing.ts';

test('a clock says the last mark that it passed, and nothing before the first', () => {
  const said = (share: number) => markPassed(share)?.words ?? null;
  expect([0, 0.499, 0.5, 0.749, 0.75, 0.9, 1, 1.5].map(said)).toEqual([
    null,
    null,
    'Half of the time used',
    'Half of the time used',
    '75 % of the time used',
    '90 % of the time used',
    'Overdue',
    'Overdue',
  ]);
});

test('what presses is three quarters used, or six hours left, whichever comes first', () => {
  const hour = 3_600_000;
  expect(urgencyOf(13 * hour, 0.7)).toBe('calm');
  expect(urgencyOf(12 * hour, 0.75)).toBe('soon');
  expect(urgencyOf(3 * hour, 0)).toBe('soon');
  expect(urgencyOf(0, 1)).toBe('overdue');
});

test('a share is of the time from the receipt to its end; a time without length is used up', () => {
  const at = (ms: number): Date => new Date(ms);
  expect(shareOf({ from: at(0), until: at(48), now: at(12) })).toBe(0.25);
  expect(shareOf({ from: at(5), until: at(5), now: at(5) })).toBe(1);
});

test('of two heads the one due sooner comes first, and what is gone behind what is there', () => {
  const head = (ms: number, isGone = false) => ({ dueAt: new Date(ms), isGone });
  expect(isDueBefore(head(1), head(2))).toBe(true);
  expect(isDueBefore(head(2), head(1))).toBe(false);
  expect(isDueBefore(head(1), head(1))).toBe(false);
  expect(isDueBefore(head(2), head(1, true))).toBe(true);
  expect(isDueBefore(head(1, true), head(2))).toBe(false);
});
