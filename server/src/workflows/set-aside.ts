/** Was a removal, or a decision to restrict, set aside by a court, an out-of-court body, the authority that ordered it, or a counter-notice? Then everything that it did is taken back, whenever it was made and whoever made it. */
import {
  type CounterNotice,
  type CounterNoticeProblem,
  type CounterNoticeWindow,
  counterNoticeProblem,
  counterNoticeWindow,
  decidedOutside,
  isBasisId,
  outsideGroundsFor,
} from '@likeness/casework';
import { requireMay } from '../access/roles.ts';
import { lockFiling, noteEvent } from '../store/cases.ts';
import type { Tx } from '../store/database.ts';
import type { DecidedPart } from '../store/decided-part.ts';
import { uuidOf } from '../store/ids.ts';
import { actionsOf, type DecisionRow, decidedTogether } from '../store/reversals.ts';
import type { Standing } from './answer-anew.ts';
import { closeUnjudged } from './answer-complaint.ts';
import { addToNote } from './decision-note.ts';
import type { Engine } from './engine.ts';
import { whyNotTakenBack } from './not-taken-back.ts';
import { reverse, writeReversed } from './reverse.ts';
import { partInQuestion, reversePart } from './reverse-part.ts';

export interface FromOutside {
  readonly decisionId: string;
  /** Key of one of `outsideGroundsFor`. */
  readonly ground: string;
  /** Which decision it was, for colleagues; sealed. */
  readonly note: string;
  readonly moderatorId: string;
  /** One of the acts of the picture that it is about; left out: all that was decided. */
  readonly actionId?: string;
  /** Of a counter-notice: when it came, and why it is put back on another day than the law names. */
  readonly counterNotice?: CounterNotice;
  /** Where the service counts its days, an IANA name; left out: UTC. */
  readonly timeZone?: string;
}

/** A counter-notice puts nothing back today. `window` is null where there is no such day. */
export interface NotInTime {
  readonly notInTime: CounterNoticeProblem;
  readonly window: CounterNoticeWindow | null;
}

/** `already`: it was taken back or decided anew. `not-a-removal`: nothing of it can be set aside here; a referral is closed by its own task. `unfit`: this sets aside no removal under this law. `another-law`: it does, and the same removal stands under another law that this does not touch. `may-be-young`: it would be shown again before another request is decided that says that it may show a minor. What was referred since stays out of view, whoever sets it aside. */
export type SetAside =
  | 'set-aside'
  | 'set-aside-in-part'
  | 'already'
  | 'not-a-removal'
  | 'unfit'
  | 'another-law'
  | 'may-be-young'
  | 'unknown'
  | NotInTime;

/** Two at once: the second finds it done. @throws Problem `console/not-allowed` */
export async function setAside(
  engine: Engine,
  { decisionId, ground, note, moderatorId, actionId, counterNotice = { receivedOn: '', why: '' }, timeZone = 'UTC' }: FromOutside,
): Promise<SetAside> {
  return engine.store.transact(async (tx) => {
    await requireMay(tx.sql, moderatorId, 'set-aside-decisions');
    const made = await tx.sql
      .selectFrom('decision')
      .leftJoin('request', 'request.tracking_number', 'decision.tracking_number')
      .select([
        'decision.id',
        'decision.tracking_number',
        'decision.outcome',
        'decision.decided_at',
        'decision.reversed_at',
        'request.basis',
      ])
      .where('decision.id', '=', uuidOf(decisionId))
      .executeTakeFirst();
    if (made === undefined) return 'unknown';
    if (made.outcome !== 'remove' && made.outcome !== 'restrict') return 'not-a-removal';
    const basis = made.basis !== null && isBasisId(made.basis) ? made.basis : null;
    const found = outsideGroundsFor(basis).find(({ key }) => key === ground);
    if (found === undefined) return 'unfit';
    if (made.tracking_number !== null) await lockFiling(tx, made.tracking_number);
    const together = made.reversed_at === null ? await decidedTogether(tx, made.id) : [];
    if (together.length === 0) return 'already';
    // A counter-notice answers a copyright notice, and an authority takes back its own order: neither says a word about the other law.
    if (found.onlyUnder !== undefined && together.length > 1) return 'another-law';
    const dayOf = (at: Date): string => new Intl.DateTimeFormat('en-CA', { timeZone }).format(at);
    const days = { removedOn: dayOf(made.decided_at), today: dayOf(tx.now) };
    const notInTime = found.hasWindow === true ? counterNoticeProblem(counterNotice, days) : null;
    if (notInTime !== null) return { notInTime, window: notInTime === 'no-day' ? null : counterNoticeWindow(counterNotice.receivedOn) };
    if ((await whyNotTakenBack(engine, tx, made.id)) === 'may-be-young') return 'may-be-young';
    const outside = { ground: found, note: found.hasWindow === true ? withDays(note, counterNotice) : note };
    if (actionId !== undefined && !(await isStanding(tx, together, actionId))) return 'already';
    const part = actionId === undefined ? null : await partInQuestion(tx.sql, made.id, actionId);
    if (part !== null) {
      await setAsidePart(engine, tx, { decisionId: made.id, decisions: together, part, moderatorId, outside });
      return 'set-aside-in-part';
    }
    const reversed = await reverse(engine, tx, { decisionId: made.id, because: 'outside', moderatorId, outside });
    // Where the requester had said that it was too little, it stays taken back: nobody here opens again what was decided outside.
    const closed = await closeUnjudged(engine, tx, reversed, { grounds: decidedOutside, note, moderatorId });
    await writeReversed(engine, tx, {
      ...reversed,
      announcements: [...closed.announcements, ...reversed.announcements],
      acts: [...closed.acts, ...reversed.acts],
    });
    return 'set-aside';
  });
}

async function isStanding(tx: Tx, decisions: readonly DecisionRow[], actionId: string): Promise<boolean> {
  const ordered = await actionsOf(
    tx,
    decisions.map(({ id }) => id),
  );
  return ordered.some(({ id }) => id === actionId);
}

/** One picture of several: the rest stands, with its complaints. What was entered stands with the note of the decision. */
async function setAsidePart(
  engine: Engine,
  tx: Tx,
  {
    decisionId,
    decisions,
    part,
    moderatorId,
    outside,
  }: {
    readonly decisionId: string;
    readonly decisions: readonly DecisionRow[];
    readonly part: DecidedPart;
    readonly moderatorId: string;
    readonly outside: Standing;
  },
): Promise<void> {
  const reversed = await reversePart(engine, tx, { decisionId, part, because: 'outside', moderatorId, stands: outside });
  const { key } = outside.ground;
  for (const request of reversed.requests) await noteEvent(tx, request, 'set-aside-in-part', { ground: key });
  const names = await tx.sql.selectFrom('action').select('content_id').distinct().where('id', 'in', part.actionIds).execute();
  const about = names.map(({ content_id: contentId }) => contentId).join(', ');
  await addToNote(engine.keys, tx, decisionId, `${about}: ${outside.ground.label}. ${outside.note}`.trim());
  const unjudged = { grounds: decidedOutside, note: outside.note, moderatorId };
  const { requests, actionIds, decisionIds: ofCopies } = reversed;
  const decisionIds = decisions.map(({ id }) => id);
  const closed = await closeUnjudged(engine, tx, { decisionIds, requests, actionIds }, unjudged);
  // What removed copies because of it is taken back whole.
  const closedOfCopies = await closeUnjudged(engine, tx, { decisionIds: ofCopies, requests }, unjudged);
  await writeReversed(engine, tx, {
    ...reversed,
    announcements: [...closed.announcements, ...closedOfCopies.announcements, ...reversed.announcements],
    acts: [...closed.acts, ...closedOfCopies.acts, ...reversed.acts],
  });
}

/** For colleagues: when it came, when the law has it put back, and why it was done on another day. */
function withDays(note: string, { receivedOn, why }: CounterNotice): string {
  const { earliest, last } = counterNoticeWindow(receivedOn);
  const day = `The counter-notice came on ${receivedOn}: to be shown again from ${earliest} to ${last}.`;
  return [note.trim(), day, ...(why.trim() === '' ? [] : [`Not on one of these days, because: ${why.trim()}`])].join('\n');
}
