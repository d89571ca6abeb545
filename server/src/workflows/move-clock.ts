/** May the time of a request be stopped or made longer? Only under a law whose clock moves, only for a reason, and never after it has run out. */
import { clockOf, parseTrackingNumber } from '@likeness/casework';
import { Problem } from '@likeness/contract';
import { record } from '../ledger/record.ts';
import { eventsOf, lockRequest } from '../store/cases.ts';
import type { Engine } from './engine.ts';
import { noteAndSchedule } from './note-clocks.ts';

export type ClockMove =
  | { readonly kind: 'paused'; readonly until: Date; readonly reason: string }
  | { readonly kind: 'resumed' }
  | { readonly kind: 'extended'; readonly byMs: number; readonly reason: string };

/** Never for ever: a pause ends by itself, and so much may be added at once. */
const longestMs = 90 * 24 * 60 * 60 * 1000;

/**
 * Moves the clock of a request of this platform; answers its due time.
 * @throws Problem `request/unknown`, `request/closed`, `clock/fixed` under a law whose hours nothing moves, `clock/over` once they have passed, `clock/move` for a
 * move without a reason, into the past or longer than 90 days.
 */
export async function moveClock(engine: Engine, platformId: string, text: string, move: ClockMove, by: string): Promise<Date> {
  return engine.store.transact(async (tx) => {
    const number = parseTrackingNumber(text);
    const request = number === null ? null : await lockRequest(tx, number);
    if (request === null || request.platformId !== platformId) throw new Problem('request/unknown');
    if (request.closedAt !== null || request.outcome !== null) throw new Problem('request/closed');
    const law = engine.laws.of(request.basis);
    if (!law.clock.canMove) throw new Problem('clock/fixed');
    const clock = clockOf(law, await eventsOf(tx.sql, request), tx.now);
    if (clock === null || clock.state === 'overdue') throw new Problem('clock/over');
    const { kind, ...facts } = move;
    if (move.kind !== 'resumed') {
      const lengthMs = move.kind === 'paused' ? move.until.getTime() - tx.now.getTime() : move.byMs;
      if (move.reason.trim() === '' || !(lengthMs > 0 && lengthMs <= longestMs)) throw new Problem('clock/move');
    }
    const dueAt = await noteAndSchedule(engine, tx, request, kind, facts);
    await record(tx, { act: 'request.clock-moved', subjects: { request: request.trackingNumber, how: kind, by } });
    return dueAt;
  });
}
