/** What becomes of a picture of somebody under 18, or perhaps so? A reporting task that holds what is known of it, until it was reported and a lead closed it. */
import { type ReportingRoute, referGrounds, routeOf } from '@likeness/casework';
import { mayNow } from '../access/roles.ts';
import { uuid } from '../config/random.ts';
import { type Act, record } from '../ledger/record.ts';
import { type Announcement, announce } from '../outbox/feed.ts';
import { withdrawOfUploads } from '../outbox/submissions.ts';
import { type Content, type ContentWithCodes, lockContents, withCodes } from '../store/content.ts';
import { takeCrops } from '../store/content-parts.ts';
import type { Tx } from '../store/database.ts';
import { uuidOf } from '../store/ids.ts';
import {
  atReferred,
  forgetReferredFiles,
  heldAlready,
  identicalToReferred,
  insertReferral,
  noteReferred,
  openFacts,
  type ReferredFacts,
  sameFilesAmong,
  sealReferral,
  settleReferred,
} from '../store/referrals.ts';
import { closeReferred } from './answer-complaint.ts';
import type { Engine } from './engine.ts';
import { oneByOne } from './one-by-one.ts';

export interface Referred {
  readonly platformId: string;
  readonly decisionId: string;
  readonly contents: readonly Content[];
  /** Ids and addresses that only the service knows. */
  readonly places: readonly string[];
}

/** Opens the reporting task in the transaction of the decision; answers its id, and the act for the ledger. */
export async function openReferral(
  { keys, random }: Pick<Engine, 'keys' | 'random'>,
  tx: Tx,
  referred: Referred,
): Promise<{ readonly id: string; readonly act: Act }> {
  const { platformId, decisionId, contents, places } = referred;
  const id = uuid(random);
  const facts: ReferredFacts = { uploads: (await withCodes(tx.sql, contents)).map(factsOf), places };
  await insertReferral(tx, {
    id,
    platformId,
    decisionId,
    refs: contents.map(({ ref }) => ref),
    factsSealed: sealReferral(keys, id, 'facts', JSON.stringify(facts)),
  });
  // What was removed before and not told yet is told to no register now.
  await withdrawOfUploads(
    tx,
    contents.map(({ ref }) => ref),
  );
  const subjects = { referral: id, decision: decisionId, uploads: contents.length, places: places.length };
  return { id, act: { act: 'referral.opened', subjects } };
}

export interface Joined {
  readonly refs: readonly string[];
  readonly announcements: readonly Announcement[];
  readonly acts: readonly Act[];
}

const noneJoined: Joined = { refs: [], announcements: [], acts: [] };

/**
 * Uploads that are the same file as what was referred (TAKE IT DOWN Act s.3(a)(3): known identical copies), or that stand where something was referred by its place: out of view and preserved like it, and named in its task while
 * that is open; once it was reported, in a task of its own, for the report did not name them. No list has anything of it: it is compared with what this platform itself referred.
 */
export async function joinCopies(engine: Engine, tx: Tx, referralId: string, found: readonly string[]): Promise<Joined> {
  const task = await tx.sql
    .selectFrom('referral')
    .innerJoin('decision', 'decision.id', 'referral.decision_id')
    .leftJoin('request', 'request.tracking_number', 'decision.tracking_number')
    .select([
      'referral.id',
      'referral.platform_id',
      'referral.decision_id',
      'referral.facts_sealed',
      'referral.reported_at',
      'referral.closed_at',
    ])
    .select(['decision.ground', 'decision.tracking_number', 'request.basis'])
    .where('referral.id', '=', referralId)
    .forUpdate('referral')
    .executeTakeFirst();
  const locked = await lockContents(tx, found);
  const held = await heldAlready(tx.sql, found);
  const contents = locked.filter(({ ref, deletedAt }) => deletedAt === null && !held.has(ref));
  if (task === undefined || contents.length === 0) return noneJoined;
  const { platform_id: platformId, decision_id: decisionId, tracking_number: trackingNumber } = task;
  const refs = contents.map(({ ref }) => ref);
  const same = await sameFilesAmong(tx.sql, refs);
  let act: Act;
  if (task.facts_sealed === null || task.reported_at !== null || task.closed_at !== null) {
    act = (await openReferral(engine, tx, { platformId, decisionId, contents, places: [] })).act;
  } else {
    const facts = openFacts(engine.keys, task.id, task.facts_sealed);
    const uploads = [...facts.uploads, ...(await withCodes(tx.sql, contents)).map(factsOf)];
    const sealed = sealReferral(engine.keys, task.id, 'facts', JSON.stringify({ ...facts, uploads }));
    await tx.sql.updateTable('referral').set({ facts_sealed: sealed }).where('id', '=', task.id).execute();
    await noteReferred(tx, { id: task.id, platformId, refs });
    await withdrawOfUploads(tx, refs);
    act = { act: 'referral.joined', subjects: { referral: task.id, uploads: refs.length } };
  }
  await takeCrops(tx, refs);
  await settleReferred(tx, refs, decisionId);
  const known = referGrounds.find(({ key }) => key === task.ground);
  const announcements: Announcement[] = [];
  for (const { ref, contentId, url } of contents) {
    const actionId = uuid(engine.random);
    await tx.sql
      .insertInto('action')
      .values({
        id: actionId,
        platform_id: platformId,
        decision_id: decisionId,
        kind: 'content.restrict',
        content_id: contentId,
        ref,
        opened_at: tx.now,
        completed_at: null,
        completed: null,
      })
      .execute();
    announcements.push({
      platformId,
      type: 'content.restrict',
      data: {
        actionId,
        contentId,
        ...(url === null ? {} : { url }),
        target: { kind: 'content' },
        ...(trackingNumber === null ? {} : { trackingNumber }),
        ground: task.ground,
        reason: `${same.has(ref) ? sameFile : samePlace} ${known?.toPlatform ?? ''}`.trim(),
        preserve: true,
        tellUploader: false,
      },
    });
  }
  return { refs, announcements, acts: [act] };
}

const sameFile = 'It is the same file as one that was referred.';
const samePlace = 'It stands under an id or at an address that was referred.';

/** Looks for uploads that came again since, and joins each to its task, one task a transaction. Repeatable: what was joined is found no more. */
export async function joinLaterCopies(engine: Engine): Promise<void> {
  const found = [...(await identicalToReferred(engine.store.db, null)), ...(await atReferred(engine.store.db))];
  await oneByOne(found, ([referralId, refs]) =>
    engine.store.transact(async (tx) => {
      const joined = await joinCopies(engine, tx, referralId, refs);
      const moderatorId = await whoReferred(tx, referralId);
      const closed = moderatorId === null ? noneJoined : await closeReferred(engine, tx, { refs: joined.refs, at: null, moderatorId });
      if (joined.refs.length === 0) return;
      await announce(tx, engine.queue, engine.random, [...joined.announcements, ...closed.announcements]);
      await record(tx, ...joined.acts, ...closed.acts);
    }),
  );
}

async function whoReferred(tx: Tx, referralId: string): Promise<string | null> {
  const row = await tx.sql
    .selectFrom('referral')
    .innerJoin('decision', 'decision.id', 'referral.decision_id')
    .select('decision.moderator_id')
    .where('referral.id', '=', referralId)
    .executeTakeFirst();
  return row?.moderator_id ?? null;
}

function factsOf({ content, fingerprints }: ContentWithCodes): ReferredFacts['uploads'][number] {
  const { contentId, url, uploaderRef, screenedAt } = content;
  return { contentId, url, uploaderRef, screenedAt: screenedAt.toISOString(), fingerprints };
}

export interface Report {
  /** Id of a reporting route. */
  readonly route: string;
  /** What the authority answered with, such as the number of the report. */
  readonly reference: string;
  readonly moderatorId: string;
}

/** `already`: somebody wrote down a report before, or it is closed; nothing changed. */
export type Reported = 'reported' | 'already' | 'unknown' | 'unknown-route';

/** Writes down that it was reported, once. */
export async function noteReported({ store, keys }: Engine, referralId: string, report: Report): Promise<Reported> {
  const { route, moderatorId } = report;
  if (routeOf(route) === null) return 'unknown-route';
  return store.transact(async (tx) => {
    const referral = await lockReferral(tx, referralId);
    if (referral === null) return 'unknown';
    if (referral.reported_at !== null || referral.closed_at !== null) return 'already';
    await tx.sql
      .updateTable('referral')
      .set({
        reported_at: tx.now,
        reported_by: moderatorId,
        route,
        reference_sealed: sealReferral(keys, referral.id, 'reference', report.reference),
      })
      .where('id', '=', referral.id)
      .execute();
    await record(tx, { act: 'referral.reported', subjects: { referral: referral.id, moderator: moderatorId, route } });
    return 'reported';
  });
}

export type Closed = 'closed' | 'already' | 'unknown' | 'not-a-lead' | 'needs-a-reason';

/**
 * Closes a reporting task: only a lead may, and without a report only with a reason. The hold lasts for as long after the report as the route says, and ends
 * at once where nothing was reported.
 */
export async function closeReferral(
  { store, keys }: Engine,
  referralId: string,
  { moderatorId, reason }: { readonly moderatorId: string; readonly reason: string },
): Promise<Closed> {
  return store.transact(async (tx) => {
    if (!(await mayNow(tx.sql, moderatorId, 'close-referrals'))) return 'not-a-lead';
    const referral = await lockReferral(tx, referralId);
    if (referral === null) return 'unknown';
    if (referral.closed_at !== null) return 'already';
    if (referral.reported_at === null && reason === '') return 'needs-a-reason';
    await tx.sql
      .updateTable('referral')
      .set({
        closed_at: tx.now,
        closed_by: moderatorId,
        reason_sealed: reason === '' ? null : sealReferral(keys, referral.id, 'reason', reason),
        hold_until: heldUntil(referral, tx.now),
      })
      .where('id', '=', referral.id)
      .execute();
    if (referral.reported_at === null) await forgetReferredFiles(tx, referral.id);
    const wasReported = referral.reported_at === null ? 'no' : 'yes';
    await record(tx, { act: 'referral.closed', subjects: { referral: referral.id, moderator: moderatorId, reported: wasReported } });
    return 'closed';
  });
}

const dayMs = 24 * 60 * 60 * 1000;

function heldUntil(
  { reported_at: reportedAt, route }: { readonly reported_at: Date | null; readonly route: string | null },
  now: Date,
): Date {
  if (reportedAt === null) return now;
  return preservedUntil(reportedAt, route === null ? null : routeOf(route));
}

/** Until when what was reported is kept. */
export function preservedUntil(reportedAt: Date, route: Pick<ReportingRoute, 'preserveDays'> | null): Date {
  return new Date(reportedAt.getTime() + (route?.preserveDays ?? longestDays) * dayMs);
}

/** Of a route that this version does not know. */
const longestDays = 365;

async function lockReferral(tx: Tx, referralId: string) {
  const row = await tx.sql
    .selectFrom('referral')
    .select(['id', 'reported_at', 'closed_at', 'route'])
    .where('id', '=', uuidOf(referralId))
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}
