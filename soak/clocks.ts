/**
 * Does every clock fire once, in time, whatever happens? `npm run soak -- clocks` lives through thirty days ten thousand times: two workers that are restarted,
 * jobs that run twice, a database whose clock is set forward and back, and receipts at the midnights when daylight saving ends. What is decided is decided by
 * casework's `lookAt`, as in the server's tick; what is modelled is that a transaction happens whole or not at all. `--runs N`, `--seed N`.
 */
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import {
  type BasisId,
  basisOf,
  type CaseEvent,
  type ClockMark,
  clockMarkNames,
  clockMarks,
  lookAt,
  markOnce,
  momentOf,
  timetableOf,
} from '@likeness/casework';
import { oneOf, seeded } from './seeded.ts';

const secondMs = 1000;
const hourMs = 3600 * secondMs;
const dayMs = 24 * hourMs;
/** How often a worker looks, and the latest that a clock may fire while one of them is up. */
const tickMs = 15 * secondMs;
const lateAtMost = 60 * secondMs;

// Europe leaves summer time in the night to 25 October 2026, the United States to 1 November: the thirty days hold both.
const start = Date.parse('2026-10-12T00:00:00Z');
const midnights = [
  '2026-10-24T22:00:00Z',
  '2026-10-25T23:00:00Z',
  '2026-11-01T04:00:00Z',
  '2026-11-01T05:00:00Z',
  '2026-11-02T05:00:00Z',
].map((text) => Date.parse(text));
const basisIds: readonly BasisId[] = ['take-it-down', 'online-safety-act', 'digital-services-act', 'authority-order', 'own-rules'];

export interface LivedThrough {
  readonly runs: number;
  readonly fired: number;
  readonly restarts: number;
  readonly steps: number;
  readonly twice: number;
  readonly latestMs: number;
  readonly seconds: number;
}

/** One request, as its rows in the database. */
interface Row {
  readonly number: string;
  readonly basis: BasisId;
  readonly events: CaseEvent[];
  readonly noted: Map<string, number>;
  nextAt: number | null;
}

/** Something that happens to a request, at a true time; it says what is written, when it is written. */
interface Happening {
  readonly at: number;
  readonly row: Row;
  readonly event: (now: Date) => CaseEvent;
}

type Chance = () => number;
interface Span {
  readonly from: number;
  readonly to: number;
}

/** A number between, whole. */
const between = (chance: Chance, least: number, most: number): number => least + Math.floor(chance() * (most - least));

/** Lives through `runs` times thirty days. @throws Error that names the seed of the run in which a clock fired twice, late or not at all. */
export function liveThrough({ runs, seed }: { readonly runs: number; readonly seed: number }): LivedThrough {
  const began = performance.now();
  const sum = { fired: 0, restarts: 0, steps: 0, twice: 0, latestMs: 0 };
  for (let run = 0; run < runs; run += 1) {
    const one = thirtyDays(seed + run);
    sum.fired += one.fired;
    sum.restarts += one.restarts;
    sum.steps += one.steps;
    sum.twice += one.twice;
    sum.latestMs = Math.max(sum.latestMs, one.latestMs);
  }
  return { runs, ...sum, seconds: (performance.now() - began) / 1000 };
}

function thirtyDays(seed: number): Omit<LivedThrough, 'runs' | 'seconds'> {
  const chance = seeded(seed);
  const end = start + 30 * dayMs;
  const steps = clockSteps(chance, end);
  const dbClock = (at: number): Date => new Date(at + (steps.findLast(({ from }) => from <= at)?.offset ?? 0));
  const workers = [0, 1].map(() => upTimes(chance, end));
  const rows = Array.from({ length: 10 }, (_, n) => newRow(chance, n));
  const happenings = rows.flatMap((row) => livesOf(chance, row, end)).toSorted((a, b) => a.at - b.at);

  const look = (row: Row, at: number) => {
    const noted = new Set(clockMarkNames.filter((mark) => row.noted.has(markOnce(row.number, mark))));
    return lookAt(basisOf(row.basis), row.events, noted, dbClock(at));
  };
  const fired: { readonly row: Row; readonly mark: ClockMark; readonly at: number }[] = [];
  const waiting: { readonly at: number; readonly row: Row; readonly worker: number }[] = [];
  let twice = 0;
  let happened = 0;

  /** One transaction: whatever a worker believed when it read its list, the row is locked and looked at anew. */
  const note = (row: Row, at: number): void => {
    const found = look(row, at);
    for (const mark of found.due) {
      const once = markOnce(row.number, mark);
      if (row.noted.has(once)) throw new Error(`Seed ${seed}: ${once} is due although it was noted.`);
      row.noted.set(once, at);
      fired.push({ row, mark, at });
    }
    row.nextAt = found.nextAt?.getTime() ?? null;
  };
  const phases = workers.map(() => between(chance, 0, tickMs));
  const nextTicks = workers.map((spans, worker) => firstTick(spans, start + (phases[worker] ?? 0)));

  for (;;) {
    const tickAt = Math.min(...nextTicks);
    const happensAt = happenings[happened]?.at ?? Number.POSITIVE_INFINITY;
    const noteAt = waiting[0]?.at ?? Number.POSITIVE_INFINITY;
    const at = Math.min(tickAt, happensAt, noteAt);
    if (at >= end) break;
    const happening = happenings[happened];
    const due = waiting[0];
    if (happening !== undefined && at === happensAt) {
      happened += 1;
      happening.row.events.push(happening.event(dbClock(at)));
      // Whoever writes an event says in the same transaction when the clock is to be looked at next; it notes nothing itself.
      const found = look(happening.row, at);
      happening.row.nextAt = found.due.length > 0 ? dbClock(at).getTime() : (found.nextAt?.getTime() ?? null);
      continue;
    }
    if (due !== undefined && at === noteAt) {
      waiting.shift();
      if (isUp(workers[due.worker] ?? [], at)) note(due.row, at);
      continue;
    }
    const worker = nextTicks.indexOf(tickAt);
    nextTicks[worker] = firstTick(workers[worker] ?? [], at + tickMs);
    const now = dbClock(at).getTime();
    const list = rows.filter(({ nextAt }) => nextAt !== null && nextAt <= now);
    if (list.length === 0) {
      // Nothing changes before the next of these, so the looks until then find nothing either.
      const soonest = Math.min(...rows.map(({ nextAt }) => (nextAt === null ? Number.POSITIVE_INFINITY : at + nextAt - now)));
      const step = steps.find(({ from }) => from > at)?.from ?? end;
      const quiet = Math.floor((Math.min(soonest, step, happensAt, noteAt, end) - at) / tickMs);
      if (quiet > 1) nextTicks[worker] = firstTick(workers[worker] ?? [], at + quiet * tickMs);
      continue;
    }
    // The same job once more, with the list that was read before.
    const isTwice = chance() < 0.2;
    if (isTwice) twice += 1;
    let when = at;
    for (const row of isTwice ? [...list, ...list] : list) {
      when += between(chance, 1, 400);
      if (!diesBetween(workers[worker] ?? [], at, when)) waiting.push({ at: when, row, worker });
    }
    waiting.sort((a, b) => a.at - b.at);
  }
  const latestMs = check(seed, { rows, fired, happenings, workers, steps, dbClock, end });
  return { fired: fired.length, restarts: workers.flat().length - workers.length, steps: steps.length - 1, twice, latestMs };
}

/** The database's clock is set forward or back, by up to three hours, and right again later. */
function clockSteps(chance: Chance, end: number): { readonly from: number; readonly offset: number }[] {
  const steps = [{ from: start, offset: 0 }];
  for (let at = start + between(chance, 0, 6 * dayMs); at < end; at += between(chance, hourMs, 6 * dayMs))
    steps.push({ from: at, offset: steps.at(-1)?.offset === 0 ? between(chance, -3 * hourMs, 3 * hourMs) : 0 });
  return steps;
}

/** When a worker runs: it is stopped, or dies, and comes back after a second or after hours. */
function upTimes(chance: Chance, end: number): Span[] {
  const spans: Span[] = [];
  for (let from = start; from < end; ) {
    const to = Math.min(end, from + Math.floor(-Math.log(1 - chance()) * 1.5 * dayMs) + secondMs);
    spans.push({ from, to });
    from = to + (chance() < 0.7 ? between(chance, secondMs, 90 * secondMs) : between(chance, 90 * secondMs, 5 * hourMs));
  }
  return spans;
}

const isUp = (spans: readonly Span[], at: number): boolean => spans.some(({ from, to }) => from <= at && at < to);
const diesBetween = (spans: readonly Span[], from: number, to: number): boolean => spans.some((span) => from < span.to && span.to <= to);

/** The first tick at or after a time: a worker that starts looks at once. */
function firstTick(spans: readonly Span[], at: number): number {
  for (const { from, to } of spans) if (at < to) return Math.max(at, from);
  return Number.POSITIVE_INFINITY;
}

function newRow(chance: Chance, n: number): Row {
  return { number: `LK-${n}`, basis: oneOf(chance, basisIds) ?? 'take-it-down', events: [], noted: new Map(), nextAt: null };
}

/** What becomes of one request: it comes in, is amended, paused, extended, decided, removed or withdrawn, in any order and at any time. */
function livesOf(chance: Chance, row: Row, end: number): Happening[] {
  const receivedAt = chance() < 0.4 ? (oneOf(chance, midnights) ?? start) + between(chance, -1, 2) : between(chance, start, end - dayMs);
  const orderedMs = between(chance, -hourMs, 60 * hourMs);
  const allowedHours = between(chance, 1, 96);
  const happenings: Happening[] = [
    {
      at: receivedAt,
      row,
      event: (now) => ({
        kind: 'received',
        at: now,
        missing: chance() < 0.5 ? ['contact'] : [],
        ...(chance() < 0.7 ? { allowedHours } : {}),
        ...(chance() < 0.7 ? { orderedUntil: new Date(now.getTime() + orderedMs) } : {}),
      }),
    },
  ];
  const kinds = ['amended', 'seen', 'paused', 'resumed', 'extended', 'keep', 'remove', 'removed', 'withdrawal-asked'] as const;
  for (let count = between(chance, 0, 5); count > 0; count -= 1) {
    const kind = oneOf(chance, kinds) ?? 'seen';
    const lengthMs = between(chance, 1, 30 * hourMs);
    happenings.push({ at: receivedAt + between(chance, 1, 80 * hourMs), row, event: (now) => eventOf(kind, now, lengthMs) });
  }
  return happenings;
}

function eventOf(
  kind: 'amended' | 'seen' | 'paused' | 'resumed' | 'extended' | 'keep' | 'remove' | 'removed' | 'withdrawal-asked',
  at: Date,
  lengthMs: number,
): CaseEvent {
  const later = new Date(at.getTime() + lengthMs);
  switch (kind) {
    case 'amended':
      return { kind, at, missing: [] };
    case 'paused':
      return { kind, at, until: later, reason: 'asked back' };
    case 'extended':
      return { kind, at, byMs: lengthMs, reason: 'many copies' };
    case 'keep':
    case 'remove':
      return { kind: 'decided', at, decision: kind, ground: kind === 'keep' ? 'cannot-locate' : 'valid-request' };
    case 'withdrawal-asked':
      return { kind, at, takesEffectAt: later };
    default:
      return { kind, at };
  }
}

interface World {
  readonly rows: readonly Row[];
  readonly fired: readonly { readonly row: Row; readonly mark: ClockMark; readonly at: number }[];
  readonly happenings: readonly Happening[];
  readonly workers: readonly (readonly Span[])[];
  readonly steps: readonly { readonly from: number; readonly offset: number }[];
  readonly dbClock: (at: number) => Date;
  readonly end: number;
}

/**
 * Holds what was fired against what had to be. Between two changes of anything, whether a mark is due is a question of one comparison: it has to have fired
 * once it was due for a minute while one and the same worker was up. Answers how late the latest was.
 */
function check(seed: number, { rows, fired, happenings, workers, steps, dbClock, end }: World): number {
  let latestMs = 0;
  for (const row of rows) {
    const own = happenings.filter((happening) => happening.row === row);
    for (const mark of clockMarkNames) {
      const times = fired.filter((one) => one.row === row && one.mark === mark).map(({ at }) => at);
      if (times.length > 1) throw new Error(`Seed ${seed}: ${row.number} fired ${mark} ${times.length} times.`);
      const firedAt = times[0] ?? Number.POSITIVE_INFINITY;
      const eligible = dueSpans(row, own, mark, steps, end);
      if (times.length === 1 && !eligible.some(({ from, to }) => from <= firedAt && firedAt < to))
        throw new Error(`Seed ${seed}: ${row.number} fired ${mark} at ${dbClock(firedAt).toISOString()}, when it was not due.`);
      for (const { from, to } of eligible)
        for (const up of workers.flat()) {
          const since = Math.max(from, up.from);
          const until = Math.min(to, up.to);
          if (until - since <= lateAtMost) continue;
          if (firedAt > since + lateAtMost)
            throw new Error(`Seed ${seed}: ${row.number} had to fire ${mark} within a minute of ${new Date(since).toISOString()}.`);
          if (firedAt >= since) latestMs = Math.max(latestMs, firedAt - since);
        }
    }
  }
  return latestMs;
}

/** True times in which a mark is due and the request is open; spans that touch are one. */
function dueSpans(row: Row, own: readonly Happening[], mark: ClockMark, steps: World['steps'], end: number): Span[] {
  const cuts = [...own.map(({ at }) => at), ...steps.map(({ from }) => from), end].toSorted((a, b) => a - b);
  const spans: { from: number; to: number }[] = [];
  let written = 0;
  for (const [index, from] of cuts.entries()) {
    const to = cuts[index + 1];
    if (to === undefined) break;
    while ((own[written]?.at ?? Number.POSITIVE_INFINITY) <= from) written += 1;
    const events = row.events.slice(0, written);
    const timetable = timetableOf(basisOf(row.basis), events);
    if (timetable === null || lookAt(basisOf(row.basis), events, new Set(), new Date(8e15)).due.length === 0) continue;
    const offset = steps.findLast((step) => step.from <= from)?.offset ?? 0;
    const since = Math.max(from, momentOf(timetable, clockMarks[mark]).getTime() - offset);
    if (since >= to) continue;
    const last = spans.at(-1);
    if (last !== undefined && last.to === since) last.to = to;
    else spans.push({ from: since, to });
  }
  return spans;
}

/** Runs it and gives the text for docs/soak.md. */
export async function soakClocks(args: readonly string[]): Promise<string> {
  const { values } = parseArgs({
    args: [...args],
    options: { runs: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
  });
  const done = liveThrough({ runs: Number(values.runs), seed: Number(values.seed) });
  return [
    `Seeds ${values.seed} to ${Number(values.seed) + done.runs - 1}: ${done.runs} times thirty days, in ${Math.round(done.seconds)} s; ${done.restarts} restarts, ${done.steps} steps of the clock, ${done.twice} jobs that ran twice.`,
    `${done.fired} warnings and ends of clocks fired: none twice, none when it was not due, none missing; the latest ${(done.latestMs / 1000).toFixed(1)} s after it was due and a worker was up.`,
  ].join('\n');
}
