/** May the time of a request be stopped or made longer? Only under a law whose clock moves, only for a reason, only so far in all, and never after it has run out. */
import { clockOf, movedMs, parseTrackingNumber } from '@likeness/casework';
import { Problem } from '@likeness/contract';
import { record } from '../ledger/record.ts';
import { eventsOf, lockRequest } from '../store/cases.ts';
import type { Engine } from './engine.ts';
import { noteAndSchedule } from './note-clocks.ts';

export type ClockMove =
  | { readonly kind: 'paused'; readonly until: Date; readonly reason: string }
  | { readonly kind: 'resumed' }
  | { readonly kind: 'extended'; readonly byMs: number; readonly reason: string };

/**
 * Moves the clock of a request of this platform; answers its due time. One that runs is not resumed a second time.
 * @throws Problem `request/unknown`, `request/closed`, `clock/fixed` under a law whose hours nothing moves, `clock/ordered` for the time of an order, which only
 * whoever gave it makes longer, `clock/over` once the time has passed, `clock/move` for a move without a reason, into the past, or further than all moves
 * together may go.
 */
export async function moveClock(engine: Engine, platformId: string, text: string, move: ClockMove, by: string): Promise<Date> {
  return engine.store.transact(async (tx) => {
    const number = parseTrackingNumber(text);
    const request = number === null ? null : await lockRequest(tx, number);
    if (request === null || request.platformId !== platformId) throw new Problem('request/unknown');
    if (request.closedAt !== null || request.outcome !== null) throw new Problem('request/closed');
    const law = engine.laws.of(request.basis);
    if (!law.clock.canMove) throw new Problem('clock/fixed');
    if (law.clock.kind === 'order') throw new Problem('clock/ordered');
    const events = await eventsOf(tx.sql, request);
    const clock = clockOf(law, events, tx.now);
    if (clock === null || clock.state === 'overdue') throw new Problem('clock/over');
    // It runs already: nothing happened that anybody would have to read.
    if (move.kind === 'resumed' && clock.state !== 'paused') return clock.dueAt;
    const { kind, ...facts } = move;
    if (move.kind !== 'resumed') {
      const lengthMs = move.kind === 'paused' ? move.until.getTime() - tx.now.getTime() : move.byMs;
      if (move.reason.trim() === '')
        throw new Problem('clock/move', { pointer: '/reason', detail: 'Say why: spaces alone are no reason.' });
      // A moment in no calendar, such as a leap second, is no number.
      if (!(lengthMs > 0))
        throw new Problem('clock/move', {
          pointer: move.kind === 'paused' ? '/until' : '/byHours',
          detail: 'This time is over, or in no calendar here: give one that is to come.',
        });
      // A pause that was resumed early counts for as long as it lasted.
      const mostMs = law.clock.movesAtMostHours * 3_600_000;
      if (movedMs(law, [...events, { ...move, at: tx.now }]) > mostMs)
        throw new Problem('clock/move', {
          detail: `All pauses and extensions of this request together may come to ${law.clock.movesAtMostHours} hours. Decide it.`,
        });
    }
    const dueAt = await noteAndSchedule(engine, tx, request, kind, facts);
    await record(tx, { act: 'request.clock-moved', subjects: { request: request.trackingNumber, how: kind, by } });
    return dueAt;
  });
}
