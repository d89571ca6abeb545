/** Since when is everything gone that an undecided request names? Computed from what the service said of its uploads; what comes back is not gone. */
import { type RawBuilder, sql } from 'kysely';
import { addressHash } from './address.ts';
import type { Db, Tx } from './database.ts';

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
      and (named.address_hash = place.place_hash or sha256(convert_to('id ' || named.content_id, 'UTF8')) = place.place_hash))
    and not exists (select from request_gone gone where gone.tracking_number = request.tracking_number
      and (gone.address_hash = place.place_hash or sha256(convert_to('id ' || gone.content_id, 'UTF8')) = place.place_hash)))
  or exists (select from request_gone gone join content there on there.platform_id = request.platform_id and there.content_id = gone.content_id
    where gone.tracking_number = request.tracking_number and ${uploadGoneAt('there')} is null)
  or exists (select from request_place place join content there on there.platform_id = request.platform_id and there.address_hash = place.place_hash
    where place.tracking_number = request.tracking_number and ${uploadGoneAt('there')} is null))`;

/** Undecided requests among these, or of a queue, of which everything is gone, and since when. One that names a place which nobody knows is not among them. */
export async function goneSince(
  db: Db,
  of: { readonly numbers: readonly string[] } | { readonly isYoung: boolean },
): Promise<ReadonlyMap<string, Date>> {
  if ('numbers' in of && of.numbers.length === 0) return new Map();
  const { rows } = await sql<{ tracking_number: string; gone_at: Date }>`
    select request.tracking_number, max(named.gone_at) as gone_at
    from request cross join lateral (
      select ${uploadGoneAt('content')} as gone_at from request_content join content using (ref) where request_content.tracking_number = request.tracking_number
      union all select gone_at from request_gone where request_gone.tracking_number = request.tracking_number) as named
    where ${isOpen} and ${'numbers' in of ? sql`request.tracking_number = any(${[...of.numbers]}::text[])` : sql`request.is_young = ${of.isYoung}`}
      and named.gone_at is not null and not ${mayBeThere}
    group by request.tracking_number`.execute(db);
  return new Map(rows.map(({ tracking_number: number, gone_at: at }) => [number, at]));
}

/** Since when everything is gone that this undecided request names; null where something may be there. */
export async function goneAtOf(db: Db, trackingNumber: string): Promise<Date | null> {
  return (await goneSince(db, { numbers: [trackingNumber] })).get(trackingNumber) ?? null;
}

/** These uploads are about to be destroyed: what the service deleted stays gone for the requests that named it, should one be open again. */
export async function noteGoneForRequests(tx: Tx, refs: readonly string[]): Promise<void> {
  if (refs.length === 0) return;
  await sql`
    insert into request_gone (tracking_number, content_id, address_hash, gone_at)
    select request_content.tracking_number, content.content_id, content.address_hash, content.gone_at
    from content join request_content using (ref) join request using (tracking_number)
    where content.ref = any(${[...refs]}::uuid[]) and content.gone_at is not null and request.answers_sealed is not null
    on conflict (tracking_number, content_id) do update set address_hash = excluded.address_hash, gone_at = excluded.gone_at`.execute(
    tx.sql,
  );
}

/** These requests are over for good: nobody asks any more what is gone of them. */
export async function forgetGone(tx: Tx, trackingNumbers: readonly string[]): Promise<void> {
  if (trackingNumbers.length > 0)
    await tx.sql
      .deleteFrom('request_gone')
      .where('tracking_number', 'in', [...trackingNumbers])
      .execute();
}

/** Of these ids and addresses that a request names, those of which the service deleted what was there, and since when; not where something is there again. */
export async function gonePlaces(db: Db, trackingNumber: string, names: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  if (names.length === 0) return new Map();
  const { rows } = await sql<{ content_id: string; address_hash: Buffer | null; gone_at: Date }>`
    select gone.content_id, gone.address_hash, gone.gone_at from request_gone gone join request using (tracking_number)
    where gone.tracking_number = ${trackingNumber} and not exists (select from content there where there.platform_id = request.platform_id
      and (there.content_id = gone.content_id or there.address_hash = gone.address_hash) and ${uploadGoneAt('there')} is null)
    order by gone.gone_at`.execute(db);
  return new Map(
    names.flatMap((name): [string, Date][] => {
      const hash = addressHash(name);
      const row = rows.findLast(({ content_id: id, address_hash: address }) => id === name || address?.equals(hash) === true);
      return row === undefined ? [] : [[name, row.gone_at]];
    }),
  );
}
