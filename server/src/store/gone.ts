/** Since when is everything gone that an undecided request names? Computed from what the service said of its uploads; what comes back is not gone. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from './database.ts';

/** Since when an upload is gone: the service deleted it, or confirmed its removal, and has neither taken that back nor screened it again. */
const uploadGoneAt = (alias: string): RawBuilder<Date | null> => sql`least(${sql.ref(`${alias}.gone_at`)}, (
  select min(action.completed_at) from action where action.ref = ${sql.ref(`${alias}.ref`)} and action.kind = 'content.remove'
    and action.completed_at >= ${sql.ref(`${alias}.screened_at`)} and action.taken_back_at is null))`;

const isOpen = sql`request.outcome is null and request.closed_at is null`;

/** Of a request: an upload that it names is there, or one that nothing here was screened as may be. By the place, for one address may show several. */
const mayBeThere = sql`(
  exists (select from request_content join content named using (ref)
    where request_content.tracking_number = request.tracking_number and ${uploadGoneAt('named')} is null)
  or exists (select from request_place place where place.tracking_number = request.tracking_number
    and not exists (select from request_content join content named using (ref) where request_content.tracking_number = request.tracking_number
      and (named.address_hash = place.place_hash or sha256(convert_to('id ' || named.content_id, 'UTF8')) = place.place_hash)))
  or exists (select from request_place place join content there on there.platform_id = request.platform_id and there.address_hash = place.place_hash
    where place.tracking_number = request.tracking_number and ${uploadGoneAt('there')} is null))`;

/** Undecided requests among these, or of a queue, of which everything is gone, and since when. One that names a place which nobody knows is not among them. */
export async function goneSince(
  db: Db,
  of: { readonly numbers: readonly string[] } | { readonly isYoung: boolean },
): Promise<ReadonlyMap<string, Date>> {
  if ('numbers' in of && of.numbers.length === 0) return new Map();
  const { rows } = await sql<{ tracking_number: string; gone_at: Date }>`
    select request.tracking_number, max(${uploadGoneAt('content')}) as gone_at
    from request join request_content using (tracking_number) join content using (ref)
    where ${isOpen} and ${'numbers' in of ? sql`request.tracking_number = any(${[...of.numbers]}::text[])` : sql`request.is_young = ${of.isYoung}`}
      and ${uploadGoneAt('content')} is not null and not ${mayBeThere}
    group by request.tracking_number`.execute(db);
  return new Map(rows.map(({ tracking_number: number, gone_at: at }) => [number, at]));
}

/** Since when everything is gone that this undecided request names; null where something may be there. */
export async function goneAtOf(db: Db, trackingNumber: string): Promise<Date | null> {
  return (await goneSince(db, { numbers: [trackingNumber] })).get(trackingNumber) ?? null;
}
