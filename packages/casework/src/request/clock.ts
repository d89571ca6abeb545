/** When must this request be acted on, and has it been? Deadlines are computed from events; nothing here reads a clock. */
import { type CaseEvent, stateOf } from '../case/events.ts';
import type { LegalBasis } from '../notice/basis.ts';

const hourMs = 3_600_000;

export interface Clock {
  readonly receivedAt: Date;
  /** When nothing was missing for the first time; null while something is. Kept beside the receipt, it moves nothing. */
  readonly completeAt: Date | null;
  readonly dueAt: Date;
  /** When the request was settled; null while it is open. */
  readonly stoppedAt: Date | null;
  readonly state: 'running' | 'overdue' | 'stopped';
  /** Until the due time from now, or from the stop; negative when late. */
  readonly remainingMs: number;
  /** Share of the whole time used by now or by the stop; above 1 when late. */
  readonly shareUsed: number;
}

/** The due time: from the first receipt, whatever happens later. */
export function dueAtOf(basis: LegalBasis, receivedAt: Date): Date {
  return new Date(receivedAt.getTime() + basis.clockHours * hourMs);
}

/**
 * The clock of one request; null before it was received.
 * It runs from the *first* receipt (worst case; statute in notice/take-it-down/README): asking for a missing element never moves the due time.
 * It stops only when the request is settled: refused, removed and confirmed by the service, or withdrawn. A decision to remove is not yet a removal.
 */
export function clockOf(basis: LegalBasis, events: readonly CaseEvent[], now: Date): Clock | null {
  const { receivedAt, completeAt, settledAt } = stateOf(events);
  if (receivedAt === null) return null;
  const wholeMs = basis.clockHours * hourMs;
  const dueAt = dueAtOf(basis, receivedAt);
  const remainingMs = dueAt.getTime() - (settledAt ?? now).getTime();
  return {
    receivedAt,
    completeAt,
    dueAt,
    stoppedAt: settledAt,
    state: settledAt !== null ? 'stopped' : remainingMs > 0 ? 'running' : 'overdue',
    remainingMs,
    shareUsed: (wholeMs - remainingMs) / wholeMs,
  };
}
