/** Which clocks have come to a half, to three quarters, to nine tenths, to their end? Each is noted exactly once, whoever looks and however late; the platform hears it. */
import { type CaseEvent, type ClockMark, lookAt, markOnce, momentOf, timetableOf } from '@likeness/casework';
import { record } from '../ledger/record.ts';
import { announce } from '../outbox/feed.ts';
import { clocksToLookAt, eventsOf, lockRequest, notedMarks, noteEvent, type RequestRow } from '../store/cases.ts';
import type { Tx } from '../store/database.ts';
import { goneAtOf } from '../store/gone.ts';
import type { Engine } from './engine.ts';
import { oneByOne } from './one-by-one.ts';

const atOnce = 500;
/** So soon a clock is looked at again of which everything is gone: what comes back is due as it always was. */
const againAfterMs = 5 * 60_000;

/** Looks at every clock whose time has come. One that fails stops no other; @throws AggregateError once all were tried. */
export async function noteClocks(engine: Engine): Promise<void> {
  const seen = new Set<string>();
  for (;;) {
    const numbers = await engine.store.transact((tx) => clocksToLookAt(tx, atOnce + seen.size));
    const fresh = numbers.filter((number) => !seen.has(number));
    if (fresh.length === 0) return;
    for (const number of fresh) seen.add(number);
    await oneByOne(fresh, (number) => engine.store.transact((tx) => noteClock(engine, tx, number)));
  }
}

/** Locked and looked at anew: whatever the list said, it may have been settled since, or noted by another process. */
async function noteClock(engine: Engine, tx: Tx, number: string): Promise<void> {
  const request = await lockRequest(tx, number);
  if (request === null || request.closedAt !== null) return;
  const look = lookAt(engine.laws.of(request.basis), await eventsOf(tx.sql, request), await notedMarks(tx, request), tx.now);
  if (look.due.length > 0 && (await goneAtOf(tx.sql, number)) !== null) {
    const again = new Date(Math.min(tx.now.getTime() + againAfterMs, look.nextAt?.getTime() ?? Number.POSITIVE_INFINITY));
    await tx.sql.updateTable('request').set({ look_at: again }).where('tracking_number', '=', number).execute();
    return;
  }
  await tx.sql.updateTable('request').set({ look_at: look.nextAt }).where('tracking_number', '=', number).execute();
  const noted: ClockMark[] = [];
  for (const mark of look.due) {
    const isEnd = mark === 'due';
    if (await noteEvent(tx, request, isEnd ? 'overdue' : 'clock-mark', isEnd ? {} : { mark }, markOnce(number, mark))) noted.push(mark);
  }
  // Several at once after a stop: the platform hears the last, the ledger all of them.
  const last = noted.at(-1);
  if (last === undefined) return;
  const { platformId, dueAt } = request;
  const type = last === 'due' ? 'request.overdue' : 'request.due-soon';
  await announce(tx, engine.queue, engine.random, [
    { platformId, type, data: { trackingNumber: number, dueAt: dueAt.toISOString(), reason: reasons[last] } },
  ]);
  await record(
    tx,
    ...noted.map((mark) => ({
      act: mark === 'due' ? ('request.overdue' as const) : ('request.due-soon' as const),
      subjects: { request: number, ...(mark === 'due' ? {} : { mark }) },
    })),
  );
}

const reasons: Readonly<Record<ClockMark, string>> = {
  half: 'Half of the time of this request is used.',
  'three-quarters': 'Three quarters of the time of this request are used.',
  'nine-tenths': 'Nine tenths of the time of this request are used.',
  due: 'The time of this request has passed, and it is neither removed nor refused.',
};

/** Writes an event that may move a clock, and in the same transaction when that clock is due and to be looked at next. The request is locked. */
export async function noteAndSchedule(
  engine: Engine,
  tx: Tx,
  request: RequestRow,
  kind: CaseEvent['kind'],
  facts: Record<string, unknown>,
): Promise<Date> {
  await noteEvent(tx, request, kind, facts);
  const law = engine.laws.of(request.basis);
  const events = await eventsOf(tx.sql, request);
  const look = lookAt(law, events, await notedMarks(tx, request), tx.now);
  const timetable = timetableOf(law, events);
  const dueAt = timetable === null ? request.dueAt : momentOf(timetable, 1);
  await tx.sql
    .updateTable('request')
    .set({ due_at: dueAt, look_at: look.due.length > 0 ? tx.now : look.nextAt })
    .where('tracking_number', '=', request.trackingNumber)
    .execute();
  return dueAt;
}
