import { expect, test } from 'vitest';
import { type InterimCase, interimRestriction, interimRuleFrom } from './interim.ts';

const at = new Date('2026-11-22T10:00:00Z');
const later = (hours: number): Date => new Date(at.getTime() + hours * 3_600_000);
const rule = { afterHours: 12, perSource: 3 };
const request: InterimCase = {
  receivedAt: at,
  isComplete: true,
  isDecided: false,
  isFlagged: false,
  located: ['a', 'b'],
  restrictedForSource: 0,
};

test('what is exactly located in a complete request is restricted at the hour that was set, and not before', () => {
  expect(interimRestriction(rule, request, later(12))).toEqual(['a', 'b']);
  expect(interimRestriction(rule, request, new Date(later(12).getTime() - 1))).toEqual([]);
});

test.each<[string, Partial<InterimCase>]>([
  ['an incomplete one', { isComplete: false }],
  ['a decided one', { isDecided: true }],
  ['one that something speaks against', { isFlagged: true }],
  ['one whose source has as much restricted as it may', { restrictedForSource: 2 }],
  ['one that names nothing that is here', { located: [] }],
])('%s restricts nothing', (_what, more) => {
  expect(interimRestriction(rule, { ...request, ...more }, later(100))).toEqual([]);
});

test('without a rule nothing is restricted, and a rule that cannot be read is none', () => {
  expect(interimRestriction(null, request, later(100))).toEqual([]);
  for (const stored of [null, 'x', {}, { afterHours: -1, perSource: 1 }, { afterHours: 1, perSource: 0 }, { afterHours: 1 }])
    expect(interimRuleFrom(stored)).toBeNull();
  expect(interimRuleFrom({ ...rule, more: 1 })).toEqual(rule);
});
