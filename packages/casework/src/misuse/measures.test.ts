/** Does nobody come under a measure who was not warned first, and does every measure say what it rests on and how to complain? */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { basisOf } from '../notice/bases.ts';
import {
  accountStatement,
  isCountedFiler,
  type MeasuresBefore,
  type MisuseFacts,
  measureReasonsFor,
  measureRefused,
  misuseKinds,
  suspendableBasis,
  suspensionDays,
  unfoundedGrounds,
} from './measures.ts';

const policy = { days: 180, least: 3 };
const facts = (more: Partial<MisuseFacts> = {}): MisuseFacts => ({ count: 3, total: 4, byGround: [], sinceWarning: 0, copies: 0, ...more });
const before = (more: Partial<MeasuresBefore> = {}): MeasuresBefore => ({ warnedAt: null, suspendedUntil: null, ...more });
const when = new Date('2027-01-01T00:00:00.000Z');

describe('a measure', () => {
  test('needs as many as the operator calls frequent', () => {
    expect(measureRefused('warning', facts({ count: 2 }), before(), policy)).toBe('rare');
    expect(measureRefused('warning', facts(), before(), policy)).toBeNull();
  });

  test('is a warning first; a suspension comes only for what came after the warning', () => {
    expect(measureRefused('suspension', facts(), before(), policy)).toBe('no-warning');
    expect(measureRefused('suspension', facts(), before({ warnedAt: when }), policy)).toBe('not-since');
    expect(measureRefused('suspension', facts({ sinceWarning: 1 }), before({ warnedAt: when }), policy)).toBeNull();
    expect(measureRefused('warning', facts({ sinceWarning: 1 }), before({ warnedAt: when }), policy)).toBe('warned');
  });

  test('is never taken twice at once, and never without a warning, whatever the numbers', () => {
    const some = fc.record({
      count: fc.nat(99),
      total: fc.nat(99),
      sinceWarning: fc.nat(99),
      copies: fc.nat(9),
      byGround: fc.constant([]),
    });
    fc.assert(
      fc.property(some, fc.constantFrom('warning' as const, 'suspension' as const), (numbers, measure) => {
        expect(measureRefused(measure, numbers, before({ warnedAt: when, suspendedUntil: when }), policy)).toBe('suspended');
        expect(measureRefused('suspension', numbers, before(), policy)).not.toBeNull();
      }),
    );
  });
});

test('nobody in the picture, nobody acting for her and no authority is ever counted', () => {
  for (const filer of ['self', 'agent', 'authority'] as const) expect(isCountedFiler(filer)).toBe(false);
  for (const filer of ['user', 'trusted-flagger', 'hub'] as const) expect(isCountedFiler(filer)).toBe(true);
});

test('a notice stands still only under a law whose clock can move, and no suspension is longer than that law lets it', () => {
  const { clock, grounds } = basisOf(suspendableBasis);
  expect(clock.canMove).toBe(true);
  expect(clock.canMove && Math.max(...suspensionDays) * 24 <= clock.movesAtMostHours).toBe(true);
  // Every ground that counts is a refusal that this law knows.
  for (const key of unfoundedGrounds) expect(grounds.some((ground) => ground.key === key && ground.decision === 'keep')).toBe(true);
});

test('whoever it concerns reads the numbers, the reason, that a person decided, until when, and how to complain', () => {
  for (const kind of misuseKinds) {
    const [reason] = measureReasonsFor(kind);
    const until = new Date(when.getTime() + 7 * 86_400_000);
    const told = accountStatement({
      measure: 'suspension',
      kind,
      reason: reason?.key ?? '',
      facts: { count: 5, total: 9 },
      days: 180,
      decidedAt: when,
      until,
    });
    expect(told.until).toBe(until.toISOString());
    expect(told.facts.text).toContain('Within 180 days 5 of 9');
    expect(told.ground.text).toContain(reason?.text);
    expect(told.automation.decision).toBe(false);
    expect(told.redress.complaintUntil).toBe('2027-07-04T00:00:00.000Z');
    expect(() => accountStatement({ ...told, decidedAt: when, until, days: 1, reason: 'made-up' })).toThrow(RangeError);
  }
});
