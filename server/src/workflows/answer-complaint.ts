/** What is a complaint answered with, by who judged it, or because nobody has to any more? Written down, told to the platform, and in the ledger. */
import { type ComplaintBy, type ComplaintGround, caseworkIn, complaintAnswer, referredSince, unjudgedBecause } from '@likeness/casework';
import type { Act } from '../ledger/record.ts';
import type { Announcement } from '../outbox/feed.ts';
import { noteEvent, type RequestRow, requestByNumber } from '../store/cases.ts';
import type { Tx } from '../store/database.ts';
import { matchHold } from '../store/meanwhile.ts';
import { complaintsAbout, complaintsPerhapsAt, isOfReferred, lockOpen, type OpenComplaint } from '../store/referrals.ts';
import { sinceStated } from '../store/since-stated.ts';
import { namedBy } from './answer-other-laws.ts';
import { sealComplaint } from './complain.ts';
import type { Engine } from './engine.ts';

/** Writes the answer to a complaint, after what it takes back. What it gives back is for `writeReversed`: what the service is told, and what stands in the ledger. */
export async function answered(
  engine: Engine,
  tx: Tx,
  complaint: {
    readonly id: string;
    readonly platform_id: string;
    readonly complainant: ComplaintBy;
    readonly action_id: string | null;
    readonly decision_id: string | null;
    readonly tracking_number: string | null;
  },
  { ground, note, moderatorId }: { readonly ground: ComplaintGround; readonly note: string; readonly moderatorId: string },
): Promise<{ readonly announcement: Announcement; readonly act: Act }> {
  const { id, complainant: by, platform_id: platformId, action_id: actionId, tracking_number: trackingNumber } = complaint;
  const { key, outcome } = ground;
  const isShownAgain = actionId !== null && (await sinceStated(tx.sql, actionId)).kind === 'shown';
  const answer = complaintAnswer(caseworkIn('en'), {
    ...ground,
    isMeanwhile: complaint.decision_id === null,
    isHeld: await isOfHold(tx, actionId),
    isShownAgain,
  });
  await tx.sql
    .updateTable('complaint')
    .set({
      decided_at: tx.now,
      decided_by: moderatorId,
      outcome,
      ground: key,
      note_sealed: sealComplaint(engine.keys, id, 'note', note),
    })
    .where('id', '=', id)
    .execute();
  return {
    announcement: {
      platformId,
      type: 'complaint.decided',
      data: {
        complaintId: id,
        complainant: by,
        complaintOutcome: outcome,
        ground: key,
        ...(actionId === null ? {} : { actionId, answer }),
        ...(by === 'requester' && trackingNumber !== null ? { trackingNumber } : {}),
      },
    },
    act: { act: 'complaint.decided', subjects: { complaint: id, moderator: moderatorId, outcome, ground: key } },
  };
}

/** Whether this act is a hold by a match. */
async function isOfHold(tx: Tx, actionId: string | null): Promise<boolean> {
  if (actionId === null) return false;
  const action = await tx.sql.selectFrom('action').select('kind').where('id', '=', actionId).executeTakeFirst();
  return action?.kind === matchHold;
}

export interface Unjudged {
  /** What each side is answered with. */
  readonly grounds: Readonly<Record<ComplaintBy, ComplaintGround>>;
  /** For colleagues. */
  readonly note: string;
  readonly moderatorId: string;
}

/**
 * Closes what either side had complained about these decisions, which were taken back: nobody judges that any more, and whoever asked for the removal is not asked any
 * more. A refusal of the same filing under another law stands, and so does the requester's complaint about it.
 */
export async function closeUnjudged(
  engine: Engine,
  tx: Tx,
  {
    decisionIds,
    requests,
    actionIds = null,
  }: {
    readonly decisionIds: readonly string[];
    readonly requests: readonly RequestRow[];
    /** Only what is about these acts; null: all. */
    readonly actionIds?: readonly string[] | null;
  },
  { grounds, note, moderatorId }: Unjudged,
): Promise<{ readonly announcements: readonly Announcement[]; readonly acts: readonly Act[] }> {
  if (decisionIds.length === 0) return { announcements: [], acts: [] };
  const open = await tx.sql
    .selectFrom('complaint')
    .select(['id', 'platform_id', 'complainant', 'action_id', 'decision_id', 'tracking_number', 'asked_at'])
    .where('decision_id', 'in', [...decisionIds])
    .where('decided_at', 'is', null)
    .$if(actionIds !== null, (query) => query.where('action_id', '=', (eb) => eb.fn.any(eb.val([...(actionIds ?? [])]))))
    .orderBy('id')
    .forUpdate()
    .execute();
  const requestOf = async (trackingNumber: string | null) => requests.find((one) => one.trackingNumber === trackingNumber);
  return closeEach(engine, tx, open, requestOf, { grounds, note, moderatorId });
}

/** Closes what waits about what is referred now: nobody looks at that any more, nothing is taken back by it, and neither side is told why. */
export async function closeReferred(
  engine: Engine,
  tx: Tx,
  {
    refs,
    at,
    moderatorId,
  }: {
    readonly refs: readonly string[];
    /** Ids and addresses of which nothing was screened; null without any. */
    readonly at: { readonly platformId: string; readonly places: readonly string[] } | null;
    readonly moderatorId: string;
  },
): Promise<{ readonly announcements: readonly Announcement[]; readonly acts: readonly Act[] }> {
  const about = await complaintsAbout(tx, refs);
  const besides = new Set(about.map(({ id }) => id));
  const open = at === null || at.places.length === 0 ? about : [...about, ...(await complaintsAt(engine, tx, at.platformId, besides))];
  const requestOf = async (trackingNumber: string | null) =>
    trackingNumber === null ? undefined : ((await requestByNumber(tx.sql, trackingNumber)) ?? undefined);
  return closeEach(engine, tx, open, requestOf, { grounds: referredSince, note: '', moderatorId });
}

/** Those that are about what was referred by its place, besides these. */
async function complaintsAt(engine: Engine, tx: Tx, platformId: string, besides: ReadonlySet<string>): Promise<readonly OpenComplaint[]> {
  const found: string[] = [];
  for (const complaint of await complaintsPerhapsAt(tx, platformId)) {
    const { id, complainant, kind, content_id: contentId, tracking_number: trackingNumber } = complaint;
    if (besides.has(id)) continue;
    const request = complainant === 'requester' && trackingNumber !== null ? await requestByNumber(tx.sql, trackingNumber) : null;
    const isAbout =
      request !== null
        ? (await namedBy(engine, tx, request)).isAllReferred
        : kind !== null && contentId !== null && (await isOfReferred(tx.sql, { kind, platformId, ref: null, contentId }));
    if (isAbout) found.push(id);
  }
  return lockOpen(tx, found);
}

async function closeEach(
  engine: Engine,
  tx: Tx,
  open: readonly OpenComplaint[],
  requestOf: (trackingNumber: string | null) => Promise<RequestRow | undefined>,
  { grounds, note, moderatorId }: Unjudged,
): Promise<{ readonly announcements: readonly Announcement[]; readonly acts: readonly Act[] }> {
  const closed = [];
  for (const complaint of open) {
    const { complainant: by } = complaint;
    const ground = grounds[by];
    closed.push(await answered(engine, tx, complaint, { ground, note, moderatorId }));
    // Whoever was never asked learned of no complaint, and learns of none now.
    const request = await requestOf(complaint.tracking_number);
    if (request === undefined || (by === 'uploader' && complaint.asked_at === null)) continue;
    const why = unjudgedBecause(by, ground.key);
    await noteEvent(tx, request, 'complaint-decided', { by, outcome: ground.outcome, ...(why === null ? {} : { unjudged: why }) });
  }
  return { announcements: closed.map(({ announcement }) => announcement), acts: closed.map(({ act }) => act) };
}
