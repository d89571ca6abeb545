/** Which warnings of a clock are due now, and when is it to be looked at next? The one answer that the server's tick and the simulation of thirty days share. */
import { type CaseEvent, stateOf } from '../case/events.ts';
import type { LegalBasis } from '../notice/basis.ts';
import { momentOf, timetableOf } from './clock.ts';

/** The shares of its time at which a clock is noted, each once. */
export const clockMarks = { half: 0.5, 'three-quarters': 0.75, 'nine-tenths': 0.9, due: 1 } as const;
export type ClockMark = keyof typeof clockMarks;

/** In the order of their times. */
export const clockMarkNames: readonly ClockMark[] = ['half', 'three-quarters', 'nine-tenths', 'due'];

export interface Look {
  /** Those that have come and were not noted: all of them, however late somebody looks. */
  readonly due: readonly ClockMark[];
  /** When to look again once these are noted; null when nothing is to come. */
  readonly nextAt: Date | null;
}

/**
 * What is due at `now` on the clock of one request, of which `noted` was noted before. Settled requests have nothing due. A time that moved on does not bring
 * back what was noted.
 */
export function lookAt(basis: Pick<LegalBasis, 'clock'>, events: readonly CaseEvent[], noted: ReadonlySet<ClockMark>, now: Date): Look {
  const timetable = timetableOf(basis, events);
  if (timetable === null || stateOf(events).settledAt !== null) return { due: [], nextAt: null };
  const open = clockMarkNames.filter((mark) => !noted.has(mark)).map((mark) => ({ mark, at: momentOf(timetable, clockMarks[mark]) }));
  return {
    due: open.filter(({ at }) => at <= now).map(({ mark }) => mark),
    nextAt: open.find(({ at }) => at > now)?.at ?? null,
  };
}

/** The mark under which one is noted once. */
export function markOnce(trackingNumber: string, mark: ClockMark): string {
  // The first versions noted only the end, under this name.
  return mark === 'due' ? `overdue:${trackingNumber}` : `clock:${trackingNumber}:${mark}`;
}
