/** Which uploads look like a requester's own pictures, how far has anybody looked, and what did a moderator answer of each? */
import type { FoundAnswer } from '@likeness/casework';
import { sql } from 'kysely';
import { type ClaimedPicture, picturesOfEach } from './cases.ts';
import type { Db, Tx } from './database.ts';

/** A request that nobody has decided, with fingerprints of its own. */
export interface Seeker {
  readonly trackingNumber: string;
  readonly platformId: string;
  /** Until which screening the platform's uploads were compared; null: not yet. */
  readonly lookedAt: Date | null;
  readonly receivedAt: Date;
  readonly pictures: readonly ClaimedPicture[];
  /** The last of its pictures: with a later one there is more to compare. */
  readonly lastPlace: number;
}

/** Requests to look for: those never compared yet, or those that were. */
export async function seekersOf(db: Db, which: { readonly platformId?: string; readonly isLookedFor: boolean }): Promise<Seeker[]> {
  const { rows } = await sql<{
    tracking_number: string;
    platform_id: string;
    looked_at: Date | null;
    received_at: Date;
    last_place: number;
  }>`
    select request.tracking_number, request.platform_id, request.looked_at, request.received_at, max(request_item.place) as last_place
    from request join request_item on request_item.tracking_number = request.tracking_number
    where request.outcome is null and request.closed_at is null
      and (request.looked_at is not null) = ${which.isLookedFor}
      and (${which.platformId ?? null}::uuid is null or request.platform_id = ${which.platformId ?? null})
    group by request.tracking_number
    order by request.received_at, request.tracking_number`.execute(db);
  const pictures = await picturesOfEach(
    db,
    rows.map(({ tracking_number }) => tracking_number),
  );
  return rows.map((row) => ({
    trackingNumber: row.tracking_number,
    platformId: row.platform_id,
    lookedAt: row.looked_at,
    receivedAt: row.received_at,
    pictures: pictures.get(row.tracking_number) ?? [],
    lastPlace: row.last_place,
  }));
}

/** Notes until when a request's uploads were compared, unless pictures were added to it meanwhile. */
export async function noteLooked(tx: Tx, { trackingNumber, lastPlace }: Seeker, until: Date): Promise<void> {
  await tx.sql
    .updateTable('request')
    .set({ looked_at: until })
    .where('tracking_number', '=', trackingNumber)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('request_item')
            .select('request_item.item_id')
            .whereRef('request_item.tracking_number', '=', 'request.tracking_number')
            .where('request_item.place', '>', lastPlace),
        ),
      ),
    )
    .execute();
}

/** More of one request are not kept: what is listed after a decision finds the others by its sweep. */
const candidatesAtMost = 1000;

/** Notes uploads for a request, unless it is decided or they are gone; those that are noted already stay. */
export async function noteCandidates(tx: Tx, trackingNumber: string, refs: readonly string[]): Promise<void> {
  // Request first, uploads second, as everywhere.
  const open = await tx.sql
    .selectFrom('request')
    .select('tracking_number')
    .where('tracking_number', '=', trackingNumber)
    .where('outcome', 'is', null)
    .where('closed_at', 'is', null)
    .forKeyShare()
    .executeTakeFirst();
  if (open === undefined || refs.length === 0) return;
  const noted = await tx.sql
    .selectFrom('request_candidate')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('tracking_number', '=', trackingNumber)
    .executeTakeFirstOrThrow();
  const there = await tx.sql
    .selectFrom('content')
    .select('ref')
    .where('ref', 'in', [...refs])
    .where('deleted_at', 'is', null)
    .orderBy('ref')
    .limit(Math.max(0, candidatesAtMost - noted.count))
    .forKeyShare()
    .execute();
  if (there.length === 0) return;
  await tx.sql
    .insertInto('request_candidate')
    .values(there.map(({ ref }) => ({ tracking_number: trackingNumber, ref })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** An upload noted for a request that it does not name. */
export interface Candidate {
  readonly ref: string;
  /** Of the upload as it is screened now, for whichever law of the filing. */
  readonly answered: { readonly answer: FoundAnswer; readonly by: string; readonly at: Date } | null;
}

/** Uploads noted for a request that it does not name, the newest first, with what was answered of them. */
export async function candidatesOf(db: Db, trackingNumber: string): Promise<Candidate[]> {
  const { rows } = await sql<{ ref: string; answer: FoundAnswer | null; name: string | null; answered_at: Date | null }>`
    select content.ref, given.answer, given.name, given.answered_at
    from request_candidate own join content on content.ref = own.ref join request on request.tracking_number = own.tracking_number
    left join lateral (
      select one.answer, one.answered_at, moderator.name
      from request_candidate one join request sibling on sibling.tracking_number = one.tracking_number join moderator on moderator.id = one.answered_by
      where one.ref = own.ref and sibling.filing_id = request.filing_id and one.answered_of = content.screened_at
      order by one.answered_at desc limit 1) given on true
    where own.tracking_number = ${trackingNumber} and content.deleted_at is null
      and not exists (select from referral_content where referral_content.ref = content.ref)
      and not exists (select from request_content where request_content.ref = own.ref and request_content.tracking_number = own.tracking_number)
    order by content.screened_at desc, content.ref`.execute(db);
  return rows.map(({ ref, answer, name, answered_at: at }) => ({
    ref,
    answered: answer === null || name === null || at === null ? null : { answer, by: name, at },
  }));
}

/** What was answered of the uploads found for a request, also of those that were decided with it. */
export async function answeredCandidates(
  db: Db,
  trackingNumber: string,
): Promise<{ readonly ref: string; readonly contentId: string; readonly answer: FoundAnswer; readonly by: string; readonly at: Date }[]> {
  const { rows } = await sql<{ ref: string; content_id: string; answer: FoundAnswer; name: string; answered_at: Date }>`
    select content.ref, content.content_id, own.answer, moderator.name, own.answered_at
    from request_candidate own join content on content.ref = own.ref join moderator on moderator.id = own.answered_by
    where own.tracking_number = ${trackingNumber} and content.deleted_at is null
      and not exists (select from referral_content where referral_content.ref = content.ref)
    order by own.answer, content.content_id`.execute(db);
  return rows.map(({ ref, content_id: contentId, answer, name: by, answered_at: at }) => ({ ref, contentId, answer, by, at }));
}

/** How many uploads that the request does not name are decided with it. */
export async function foundWith(db: Db, trackingNumber: string): Promise<number> {
  const { count } = await db
    .selectFrom('request_candidate')
    .innerJoin('request_content', (join) =>
      join
        .onRef('request_content.tracking_number', '=', 'request_candidate.tracking_number')
        .onRef('request_content.ref', '=', 'request_candidate.ref'),
    )
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .where('request_candidate.tracking_number', '=', trackingNumber)
    .where('request_candidate.answer', '=', 'together')
    .executeTakeFirstOrThrow();
  return count;
}

/** Whether this request does not name the upload: it was found by its fingerprints, and decided with it. */
export async function wasFoundFor(db: Db, trackingNumber: string, ref: string): Promise<boolean> {
  const row = await db
    .selectFrom('request_candidate')
    .select('ref')
    .where('tracking_number', '=', trackingNumber)
    .where('ref', '=', ref)
    .where('answer', '=', 'together')
    .executeTakeFirst();
  return row !== undefined;
}

/** Of these items, those that a decision listed whose moderator had looked at this upload, as it is screened now, and left it up. */
export async function itemsAnswered(
  db: Db,
  { ref, screenedAt }: { readonly ref: string; readonly screenedAt: Date },
  itemIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (itemIds.length === 0) return new Set();
  const { rows } = await sql<{ item_id: string }>`
    select distinct claim.item_id from claim join decision on decision.id = claim.decision_id
    join request_candidate given on given.tracking_number = decision.tracking_number
    where claim.item_id = any(${[...itemIds]}::uuid[]) and claim.ended_at is null and decision.reversed_at is null
      and given.ref = ${ref} and given.answer in ('another-picture', 'consented') and given.answered_of = ${screenedAt}`.execute(db);
  return new Set(rows.map(({ item_id }) => item_id));
}

/** Writes down what a moderator answered, for these requests of one filing and of the uploads as they are screened now. Lock the uploads first. */
export async function answerCandidates(
  tx: Tx,
  trackingNumbers: readonly string[],
  answers: ReadonlyMap<string, FoundAnswer>,
  moderatorId: string,
): Promise<void> {
  if (answers.size === 0) return;
  await sql`
    update request_candidate set answer = given.answer, answered_by = ${moderatorId}::uuid, answered_at = ${tx.now}, answered_of = content.screened_at
    from unnest(${[...answers.keys()]}::uuid[], ${[...answers.values()]}::text[]) as given (ref, answer) join content on content.ref = given.ref
    where request_candidate.ref = given.ref and request_candidate.tracking_number = any(${[...trackingNumbers]}::text[])`.execute(tx.sql);
}

/** The request is open again: what was answered is asked anew, under every law of its filing under which it is open. `isUndone`: as though it had not been decided, so that what was decided with it is only found again. */
export async function reopenCandidates(tx: Tx, trackingNumber: string, isUndone: boolean): Promise<void> {
  if (isUndone)
    await sql`
      delete from request_content named using request_candidate own
      where own.tracking_number = ${trackingNumber} and named.tracking_number = own.tracking_number and named.ref = own.ref and own.answer = 'together'`.execute(
      tx.sql,
    );
  await sql`
    update request_candidate set answer = null, answered_by = null, answered_at = null, answered_of = null
    where answer is not null and (tracking_number = ${trackingNumber} or tracking_number in (
      select sibling.tracking_number from request sibling join request own using (filing_id)
      where own.tracking_number = ${trackingNumber} and sibling.outcome is null and sibling.closed_at is null))`.execute(tx.sql);
}

/** These requests are over, and what was written of them goes: nobody asks any more what was found for them. */
export async function forgetCandidates(tx: Tx, trackingNumbers: readonly string[]): Promise<void> {
  if (trackingNumbers.length > 0)
    await tx.sql
      .deleteFrom('request_candidate')
      .where('tracking_number', 'in', [...trackingNumbers])
      .execute();
}
