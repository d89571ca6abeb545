import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CaseEvent } from '../case/events.ts';
import { basisOf } from '../notice/bases.ts';
import { clockOf } from './clock.ts';

const basis = basisOf('take-it-down');
const start = Date.parse('2026-11-22T10:00:00Z');
const hourMs = 3_600_000;

function hour(hours: number): Date {
  return new Date(start + hours * hourMs);
}

const received: CaseEvent = { kind: 'received', at: hour(0), missing: ['signature'] };

test('before it is received a request has no clock', () => {
  expect(clockOf(basis, [], hour(0))).toBeNull();
  expect(clockOf(basis, [{ kind: 'seen', at: hour(0) }], hour(0))).toBeNull();
});

test('a request without a signature is kept, and its due time does not move when the signature comes', () => {
  const events: CaseEvent[] = [received, { kind: 'amended', at: hour(20), missing: [] }];
  expect(clockOf(basis, events, hour(24))).toEqual({
    receivedAt: hour(0),
    completeAt: hour(20),
    dueAt: hour(48),
    allowedMs: 48 * hourMs,
    decidedAt: null,
    restrictedAt: null,
    removedAt: null,
    copiesRemovedAt: null,
    stoppedAt: null,
    state: 'running',
    remainingMs: 24 * hourMs,
    shareUsed: 0.5,
  });
});

test('it is overdue from the due time on, to the millisecond', () => {
  expect(clockOf(basis, [received], new Date(hour(48).getTime() - 1))?.state).toBe('running');
  expect(clockOf(basis, [received], hour(48))).toMatchObject({ state: 'overdue', remainingMs: 0, shareUsed: 1 });
  expect(clockOf(basis, [received], hour(72))).toMatchObject({ state: 'overdue', remainingMs: -24 * hourMs, shareUsed: 1.5 });
});

test.each<[string, CaseEvent]>([
  ['a decision to keep', { kind: 'decided', at: hour(12), decision: 'keep', ground: 'not-depicted' }],
  ['a removal that the service confirmed', { kind: 'removed', at: hour(12) }],
  ['a withdrawal that took effect', { kind: 'withdrawn', at: hour(12) }],
])('%s stops it', (_name, event) => {
  expect(clockOf(basis, [received, event], hour(100))).toMatchObject({
    state: 'stopped',
    stoppedAt: hour(12),
    shareUsed: 0.25,
    dueAt: hour(48),
  });
});

test.each<[string, CaseEvent]>([
  ['a decision to remove, before it is done', { kind: 'decided', at: hour(12), decision: 'remove', ground: 'valid-request' }],
  ['somebody opening it', { kind: 'seen', at: hour(12) }],
  ['a withdrawal that is only asked for', { kind: 'withdrawal-asked', at: hour(12), takesEffectAt: hour(84) }],
  ['an answer that is still missing', { kind: 'amended', at: hour(12), missing: ['contact'] }],
  ['the same request received again', { kind: 'received', at: hour(12), missing: [] }],
])('%s does not stop or move it', (_name, event) => {
  expect(clockOf(basis, [received, event], hour(50))).toMatchObject({ state: 'overdue', stoppedAt: null, dueAt: hour(48) });
});

test('a refusal that is corrected to a removal runs again until the removal is done', () => {
  const events: CaseEvent[] = [
    received,
    { kind: 'decided', at: hour(5), decision: 'keep', ground: 'cannot-locate' },
    { kind: 'decided', at: hour(10), decision: 'remove', ground: 'valid-request' },
  ];
  expect(clockOf(basis, events, hour(12))).toMatchObject({ state: 'running', dueAt: hour(48) });
  expect(clockOf(basis, [...events, { kind: 'removed', at: hour(13) }], hour(60))).toMatchObject({ state: 'stopped', stoppedAt: hour(13) });
});

test('a late removal stays late for ever', () => {
  expect(clockOf(basis, [received, { kind: 'removed', at: hour(50) }], hour(900))).toMatchObject({
    state: 'stopped',
    remainingMs: -2 * hourMs,
  });
});

test('whatever happens, in whatever order it is read, the due time is 48 hours after the first receipt', () => {
  const at = fc.integer({ min: 0, max: 200 }).map(hour);
  const event: fc.Arbitrary<CaseEvent> = fc.oneof(
    fc.record({
      kind: fc.constantFrom('received' as const, 'amended' as const),
      at,
      missing: fc.subarray(['signature', 'contact'] as const),
    }),
    fc.record({ kind: fc.constantFrom('seen' as const, 'removed' as const, 'withdrawal-cancelled' as const, 'withdrawn' as const), at }),
    fc.record({
      kind: fc.constant('decided' as const),
      at,
      decision: fc.constantFrom('keep' as const, 'remove' as const),
      ground: fc.constant('own-rules'),
    }),
    fc.record({ kind: fc.constant('withdrawal-asked' as const), at, takesEffectAt: at }),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 12 }), at, (events, now) => {
      const receipts = events.filter(({ kind }) => kind === 'received').map((one) => one.at.getTime());
      const clock = clockOf(basis, events, now);
      if (receipts.length === 0) expect(clock).toBeNull();
      else expect(clock?.dueAt).toEqual(new Date(Math.min(...receipts) + 48 * hourMs));
    }),
  );
});
