/** Which uploads look like a requester's own pictures, and how far has anybody looked? A moderator may look at them, and nothing else follows. */
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

/** Inner references of the uploads noted for a request that it does not name, the newest first. */
export async function candidatesOf(db: Db, trackingNumber: string): Promise<string[]> {
  const rows = await db
    .selectFrom('request_candidate')
    .innerJoin('content', 'content.ref', 'request_candidate.ref')
    .select('content.ref')
    .where('request_candidate.tracking_number', '=', trackingNumber)
    .where('content.deleted_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('referral_content').select('referral_content.ref').whereRef('referral_content.ref', '=', 'content.ref'))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('request_content')
            .select('request_content.ref')
            .whereRef('request_content.ref', '=', 'request_candidate.ref')
            .whereRef('request_content.tracking_number', '=', 'request_candidate.tracking_number'),
        ),
      ),
    )
    .orderBy('content.screened_at', 'desc')
    .orderBy('content.ref')
    .execute();
  return rows.map(({ ref }) => ref);
}
