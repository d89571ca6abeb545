/** What has been kept long enough? Each class of data goes when its period is over (`config/data-protection.ts`), unless something open still needs it. */
import { type RawBuilder, sql } from 'kysely';
import type { DataClass, DataProtection } from '../config/data-protection.ts';
import { record } from '../ledger/record.ts';
import { forgetCandidates } from '../store/candidates.ts';
import { noteEvent } from '../store/cases.ts';
import { leavePages } from '../store/content-pages.ts';
import type { Tx } from '../store/database.ts';
import { forgetGone } from '../store/gone.ts';
import { matchHold } from '../store/meanwhile.ts';
import { isDecisionHeld, isHeld } from '../store/referrals.ts';
import type { Engine } from './engine.ts';
import { oneByOne } from './one-by-one.ts';

/** Rows of one transaction: short enough that nobody waits for it. */
const atOnce = 1000;
const dayMs = 24 * 60 * 60 * 1000;

/** Destroys at most `atOnce` rows of its class that nothing has needed since `before`; answers how many. */
type Purge = (tx: Tx, before: Date) => Promise<number>;

const purges: Readonly<Record<DataClass, Purge>> = {
  uploads: (tx, before) => destroyUploads(tx, sql`screened_at < ${before} and ${nothingFollowed}`),
  matchedUploads: (tx, before) => destroyUploads(tx, sql`screened_at < ${before} and not (${nothingFollowed}) and ${nothingSince(before)}`),
  answers: destroyAnswers,
  notes: destroyNotes,
};

/** Purges every class once, in batches, each a transaction of its own. What fails stops nothing else; @throws AggregateError once all was tried. */
export async function purge(engine: Pick<Engine, 'store'>, { keepDays }: DataProtection): Promise<void> {
  const classes: readonly DataClass[] = ['uploads', 'matchedUploads', 'answers', 'notes'];
  await oneByOne(classes, async (name) => {
    for (let gone = atOnce; gone >= atOnce; ) {
      gone = await engine.store.transact(async (tx) => {
        const rows = await purges[name](tx, new Date(tx.now.getTime() - keepDays[name] * dayMs));
        if (rows > 0) await record(tx, { act: 'data.purged', subjects: { class: name, rows } });
        return rows;
      });
    }
  });
}

const nothingFollowed = sql<boolean>`not exists (select 1 from match where match.ref = content.ref)
  and not exists (select 1 from request_content where request_content.ref = content.ref)
  and not exists (select 1 from action where action.ref = content.ref)`;

/** Nothing is open about the upload, and the last that happened to it was before that time. */
const nothingSince = (before: Date): RawBuilder<boolean> => sql<boolean>`
  not exists (select 1 from match where match.ref = content.ref and match.at >= ${before})
  and not exists (select 1 from review where review.ref = content.ref and (review.closed_at is null or review.closed_at >= ${before}))
  and not exists (select 1 from action where action.ref = content.ref and ((action.completed_at is null and action.kind <> ${matchHold}) or coalesce(action.completed_at, action.opened_at) >= ${before}))
  and not exists (select 1 from request_content join request using (tracking_number)
    where request_content.ref = content.ref and (request.closed_at is null or request.closed_at >= ${before}))`;

/** Found and locked first, then asked again: what was linked to one of them meanwhile keeps it. */
async function destroyUploads(tx: Tx, hasHadItsTime: RawBuilder<boolean>): Promise<number> {
  const isOver = sql<boolean>`${hasHadItsTime} and not ${isHeld(tx.now)}`;
  const { rows } = await sql<{
    ref: string;
  }>`select ref from content where ${isOver} order by screened_at limit ${atOnce} for update skip locked`.execute(tx.sql);
  if (rows.length === 0) return 0;
  const gone = await sql<{ ref: string; group: number | null }>`
    delete from content where ref = any(${rows.map(({ ref }) => ref)}::uuid[]) and ${isOver} returning ref, page_group as group`.execute(
    tx.sql,
  );
  await leavePages(tx, gone.rows);
  return gone.rows.length;
}

/** With the answers goes the salt of their commitment, so that nothing in the ledger can be held against a guess. Her timeline stays, and says so. */
async function destroyAnswers(tx: Tx, before: Date): Promise<number> {
  const { rows } = await sql<{
    trackingNumber: string;
    caseId: string;
  }>`update request set answers_sealed = null, commitment_salt = null, filer_ref = null where tracking_number in (
      select tracking_number from request where answers_sealed is not null and closed_at < ${before}
      order by tracking_number limit ${atOnce} for update skip locked)
    returning tracking_number as "trackingNumber", case_id as "caseId"`.execute(tx.sql);
  const numbers = rows.map(({ trackingNumber }) => trackingNumber);
  await forgetGone(tx, numbers);
  await forgetCandidates(tx, numbers);
  for (const request of rows) await noteEvent(tx, request, 'answers-erased');
  // A letter, and what was written with a helper, has no end that anybody here knows of: it is over when nobody has come back to it for as long.
  const letters = await sql`delete from letter where id in (
      select id from letter where noted_at < ${before} order by id limit ${atOnce} for update skip locked) returning 1`.execute(tx.sql);
  const talks = await sql`delete from talk where id in (
      select id from talk where changed_at < ${before} order by id limit ${atOnce} for update skip locked) returning 1`.execute(tx.sql);
  return rows.length + letters.rows.length + talks.rows.length;
}

async function destroyNotes(tx: Tx, before: Date): Promise<number> {
  const ofDecisions = await sql`update decision set note_sealed = null, findings_sealed = null where id in (
      select id from decision where (note_sealed is not null or findings_sealed is not null) and decided_at < ${before} and not ${isDecisionHeld(tx.now)} limit ${atOnce}) returning 1`.execute(
    tx.sql,
  );
  const ofFindings = await sql`update adult_finding set note_sealed = null where id in (
      select id from adult_finding where note_sealed is not null and found_at < ${before} limit ${atOnce}) returning 1`.execute(tx.sql);
  const ofActions = await sql`update action set note_sealed = null where id in (
      select id from action where note_sealed is not null and completed_at < ${before} limit ${atOnce}) returning 1`.execute(tx.sql);
  const ofComplaints = await sql`update complaint set text_sealed = null, answer_sealed = null, note_sealed = null where id in (
      select id from complaint where coalesce(text_sealed, answer_sealed, note_sealed) is not null and decided_at < ${before} limit ${atOnce}) returning 1`.execute(
    tx.sql,
  );
  // Whose account it was is needed while a measure stands, can be complained about, and counts.
  const ofMeasures = await sql`update misuse_measure set account = null, complaint_sealed = null where id in (
      select id from misuse_measure where (account is not null or complaint_sealed is not null) and decided_at < ${before}
        and (ended_at is not null or measure = 'warning') and (ended_at is null or ended_at < ${before})
        and (complained_at is null or complaint_decided_at < ${before}) limit ${atOnce}) returning 1`.execute(tx.sql);
  return ofMeasures.rows.length + ofDecisions.rows.length + ofFindings.rows.length + ofActions.rows.length + ofComplaints.rows.length;
}
