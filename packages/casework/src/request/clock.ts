/** When must this request be acted on, and has it been? Deadlines are computed from events; nothing here reads a clock. */
import { type CaseEvent, inOrder, stateOf } from '../case/events.ts';
import type { LegalBasis } from '../notice/basis.ts';

const hourMs = 3_600_000;

export interface Clock {
  readonly receivedAt: Date;
  /** When nothing was missing for the first time; null while something is. Kept beside the receipt, it moves nothing. */
  readonly completeAt: Date | null;
  readonly dueAt: Date;
  /** How long the service has in all, pauses not counted. */
  readonly allowedMs: number;
  readonly decidedAt: Date | null;
  /** When what it names was first kept from being seen, by a person or meanwhile. */
  readonly restrictedAt: Date | null;
  /** When the service confirmed that it is gone: never earlier than its own word. */
  readonly removedAt: Date | null;
  readonly copiesRemovedAt: Date | null;
  /** When the request was settled; null while it is open. */
  readonly stoppedAt: Date | null;
  readonly state: 'running' | 'paused' | 'overdue' | 'stopped';
  /** Until the due time from now, or from the stop; negative when late. */
  readonly remainingMs: number;
  /** Share of the whole time used by now or by the stop; above 1 when late. */
  readonly shareUsed: number;
}

/** Every time at which something is to happen, as the events so far set it. */
export interface Timetable {
  readonly receivedAt: Date;
  readonly allowedMs: number;
  /** Merged, in order; empty under a law whose clock nothing moves. */
  readonly pauses: readonly { readonly from: number; readonly to: number }[];
}

/**
 * The timetable of one request; null before it was received.
 * It runs from the *first* receipt (worst case; statute in notice/take-it-down/README): asking for a missing element never moves the due time. A pause and an
 * extension count only under a law whose clock can move, and a pause ends by itself at the time that it names.
 */
export function timetableOf({ clock }: Pick<LegalBasis, 'clock'>, events: readonly CaseEvent[]): Timetable | null {
  const ordered = inOrder(events);
  const receipt = ordered.find((event) => event.kind === 'received');
  if (receipt === undefined) return null;
  const receivedMs = receipt.at.getTime();
  const orderedMs = clock.kind === 'order' && receipt.orderedUntil !== undefined ? receipt.orderedUntil.getTime() - receivedMs : null;
  const ownMs = clock.kind === 'hours' ? clock.hours * hourMs : (receipt.allowedHours ?? clock.hours) * hourMs;
  // An order whose time has passed is overdue as it comes in, and was due when it says.
  let allowedMs = orderedMs ?? Math.max(1, ownMs);
  const pauses: { from: number; to: number }[] = [];
  if (clock.canMove)
    for (const event of ordered) {
      const last = pauses.at(-1);
      if (event.kind === 'extended') allowedMs += event.byMs;
      else if (event.kind === 'paused') {
        const [from, to] = [event.at.getTime(), event.until.getTime()];
        if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
        else if (to > from) pauses.push({ from, to });
      } else if (event.kind === 'resumed' && last !== undefined) last.to = Math.min(last.to, event.at.getTime());
    }
  return { receivedAt: receipt.at, allowedMs, pauses };
}

/** By how much pauses and extensions move the due time in all. */
export function movedMs(basis: Pick<LegalBasis, 'clock'>, events: readonly CaseEvent[]): number {
  const without = timetableOf(
    basis,
    events.filter(({ kind }) => kind !== 'paused' && kind !== 'extended'),
  );
  const timetable = timetableOf(basis, events);
  if (timetable === null || without === null) return 0;
  const paused = timetable.pauses.reduce((sum, { from, to }) => sum + to - from, 0);
  return timetable.allowedMs - without.allowedMs + paused;
}

/** When so much of the time is used: `1` is the due time. */
export function momentOf({ receivedAt, allowedMs, pauses }: Timetable, share: number): Date {
  let at = receivedAt.getTime();
  let left = share * allowedMs;
  for (const { from, to } of pauses) {
    const runs = Math.max(0, from - at);
    if (left <= runs) break;
    left -= runs;
    at = Math.max(at, to);
  }
  return new Date(at + left);
}

function usedMs({ receivedAt, pauses }: Timetable, at: number): number {
  const stood = pauses.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, at) - Math.max(from, receivedAt.getTime())), 0);
  return at - receivedAt.getTime() - stood;
}

/** The due time of a request that came in just now, under these hours. */
export function dueAtOf(basis: Pick<LegalBasis, 'clock'>, receivedAt: Date, receipt: ReceiptTerms = {}): Date {
  const timetable = timetableOf(basis, [{ kind: 'received', at: receivedAt, missing: [], ...receipt }]);
  if (timetable === null) throw new RangeError('A receipt has a timetable');
  return momentOf(timetable, 1);
}

/** What was agreed for one request when it came in: the service's own hours of that day, or the time that an order names. */
export interface ReceiptTerms {
  readonly allowedHours?: number;
  readonly orderedUntil?: Date;
}

/**
 * The clock of one request; null before it was received. It stops only when the request is settled: refused, removed and confirmed by the service, or
 * withdrawn. A decision to remove is not yet a removal.
 */
export function clockOf(basis: Pick<LegalBasis, 'clock'>, events: readonly CaseEvent[], now: Date): Clock | null {
  const timetable = timetableOf(basis, events);
  if (timetable === null) return null;
  const { completeAt, settledAt, decision, removedAt, restrictedAt, copiesRemovedAt } = stateOf(events);
  const dueAt = momentOf(timetable, 1);
  const at = (settledAt ?? now).getTime();
  const remainingMs = dueAt.getTime() - at;
  const isPaused = timetable.pauses.some(({ from, to }) => from <= at && at < to);
  return {
    receivedAt: timetable.receivedAt,
    completeAt,
    dueAt,
    allowedMs: timetable.allowedMs,
    decidedAt: decision?.at ?? null,
    restrictedAt,
    removedAt,
    copiesRemovedAt,
    stoppedAt: settledAt,
    state: settledAt !== null ? 'stopped' : remainingMs <= 0 ? 'overdue' : isPaused ? 'paused' : 'running',
    remainingMs,
    shareUsed: timetable.allowedMs > 0 ? usedMs(timetable, at) / timetable.allowedMs : 1,
  };
}
