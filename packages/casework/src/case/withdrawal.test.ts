import { expect, test } from 'vitest';
import { withdrawalTakesEffectAt } from './withdrawal.ts';

const requestedAt = new Date('2026-11-22T08:30:00Z');

test('with code and PIN a withdrawal takes effect at once', () => {
  expect(withdrawalTakesEffectAt({ requestedAt, pinProved: true })).toEqual(requestedAt);
});

test('with the code alone it takes effect after 72 hours', () => {
  expect(withdrawalTakesEffectAt({ requestedAt, pinProved: false })).toEqual(new Date('2026-11-25T08:30:00Z'));
});
