import { describe, expect, test } from 'vitest';
import type { CaseEvent } from '../case/events.ts';
import { basisOf } from '../notice/bases.ts';
import { clockOf, dueAtOf } from './clock.ts';
import { type ClockMark, lookAt, markOnce } from './marks.ts';

const start = Date.parse('2026-11-22T10:00:00Z');
const hour = (hours: number): Date => new Date(start + hours * 3_600_000);
const received: CaseEvent = { kind: 'received', at: hour(0), missing: [] };
const none: ReadonlySet<ClockMark> = new Set();
const notice = basisOf('digital-services-act');
const law = basisOf('take-it-down');

describe('the marks of a clock', () => {
  test.each<[number, ClockMark[], number | null]>([
    [23.9, [], 24],
    [24, ['half'], 36],
    [36, ['half', 'three-quarters'], 43.2],
    [43.2, ['half', 'three-quarters', 'nine-tenths'], 48],
    [500, ['half', 'three-quarters', 'nine-tenths', 'due'], null],
  ])('after %d hours: %o', (hours, due, next) => {
    expect(lookAt(law, [received], none, hour(hours))).toEqual({ due, nextAt: next === null ? null : hour(next) });
  });

  test('what was noted is not due again, also after the clock was moved on', () => {
    const noted = new Set<ClockMark>(['half', 'three-quarters']);
    expect(lookAt(law, [received], noted, hour(40))).toEqual({ due: [], nextAt: hour(43.2) });
    const extended: CaseEvent = { kind: 'extended', at: hour(20), byMs: 24 * 3_600_000, reason: 'many copies' };
    expect(lookAt(notice, [received, extended], noted, hour(37))).toEqual({ due: [], nextAt: hour(43.2) });
  });

  test('nothing is due on a request that is settled, and nothing before it came', () => {
    expect(lookAt(law, [received, { kind: 'removed', at: hour(1) }], none, hour(500))).toEqual({ due: [], nextAt: null });
    expect(lookAt(law, [], none, hour(500))).toEqual({ due: [], nextAt: null });
  });

  test('each has a name of its own for each request', () => {
    expect(
      new Set(['LK-1', 'LK-2'].flatMap((number) => (['half', 'nine-tenths', 'due'] as const).map((mark) => markOnce(number, mark)))).size,
    ).toBe(6);
  });
});

describe('a clock that can move', () => {
  const paused: CaseEvent = { kind: 'paused', at: hour(6), until: hour(30), reason: 'asked for the exact address' };

  test('stands still in a pause, for a reason, and runs on by itself where the pause ends', () => {
    expect(clockOf(notice, [received, paused], hour(10))).toMatchObject({ state: 'paused', dueAt: hour(48), shareUsed: 0.25 });
    expect(clockOf(notice, [received, paused], hour(31))).toMatchObject({ state: 'running', shareUsed: 7 / 24 });
    expect(lookAt(notice, [received, paused], none, hour(30)).nextAt).toEqual(hour(36));
  });

  test('runs on at once when it is resumed, and pauses that overlap count once', () => {
    expect(clockOf(notice, [received, paused, { kind: 'resumed', at: hour(8) }], hour(9))).toMatchObject({
      state: 'running',
      dueAt: hour(26),
    });
    const again: CaseEvent = { kind: 'paused', at: hour(20), until: hour(36), reason: 'again' };
    expect(clockOf(notice, [received, paused, again], hour(21))?.dueAt).toEqual(hour(54));
  });

  test('has the hours that the service had set when it came in, and an order the time that it names', () => {
    expect(clockOf(notice, [{ ...received, allowedHours: 12 }], hour(0))?.dueAt).toEqual(hour(12));
    const order = basisOf('authority-order');
    expect(clockOf(order, [{ ...received, orderedUntil: hour(5) }], hour(0))?.dueAt).toEqual(hour(5));
    const late: CaseEvent = { ...received, orderedUntil: hour(-5) };
    expect(clockOf(order, [late], hour(0))).toMatchObject({ state: 'overdue', dueAt: hour(-5), remainingMs: -5 * 3_600_000, shareUsed: 1 });
    expect(lookAt(order, [late], new Set(), hour(0))).toEqual({ due: ['half', 'three-quarters', 'nine-tenths', 'due'], nextAt: null });
    expect(clockOf(order, [received], hour(0))?.dueAt).toEqual(hour(24));
  });

  test('nothing of it moves 48 hours that a law names', () => {
    const all: CaseEvent[] = [
      { ...received, allowedHours: 1, orderedUntil: hour(1) },
      paused,
      { kind: 'extended', at: hour(7), byMs: 1e9, reason: 'x' },
    ];
    for (const id of ['take-it-down', 'online-safety-act'] as const)
      expect(clockOf(basisOf(id), all, hour(10))).toMatchObject({ dueAt: hour(48), state: 'running', shareUsed: 10 / 48 });
  });
});

test('48 hours are 48 hours over the night in which clocks are set back or forward', () => {
  for (const midnight of [
    '2026-10-25T00:00:00+02:00',
    '2026-11-01T00:00:00-04:00',
    '2027-03-28T00:00:00+01:00',
    '2027-03-14T00:00:00-05:00',
  ]) {
    const at = new Date(midnight);
    expect(dueAtOf(law, at).getTime() - at.getTime()).toBe(48 * 3_600_000);
  }
});
