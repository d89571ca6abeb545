/** Which requests said that the person may have been under 18, and ended before anybody had decided? Somebody judges that all the same, and it stays said until then. */
import { type RawBuilder, sql } from 'kysely';
import type { KeyRing } from '../config/key-ring.ts';
import type { Db, Tx } from './database.ts';
import { isReferred } from './referrals.ts';

/**
 * In a query on `request` under this name: it said so and is withdrawn, and something that it named is known here, and was not referred. Where the same filing is open under another law, it is decided there.
 * What the service deletes nobody is asked about, once no other request needs it.
 */
const isUnjudged = (alias: string): RawBuilder<boolean> => {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql<boolean>`(${column('outcome')} = 'withdrawn' and ${column('is_young')}
    and not exists (select from request goes_on where goes_on.filing_id = ${column('filing_id')} and goes_on.outcome is null and goes_on.closed_at is null)
    and exists (select from request_content named join content using (ref)
      where named.tracking_number = ${column('tracking_number')} and not ${isReferred}))`;
};

/** Of a request as `request`: so many of the uploads that it named are known here, and were not referred. */
const leftOf = sql`(select count(*)::int from request_content named join content using (ref)
  where named.tracking_number = request.tracking_number and not ${isReferred})`;

/** Of so many uploads somebody is still to judge what this request said; none where nobody is. */
export async function leftToJudge(db: Db, trackingNumber: string): Promise<number> {
  const { rows } = await sql<{
    left: number;
  }>`select ${leftOf} as left from request where tracking_number = ${trackingNumber} and ${isUnjudged('request')}`.execute(db);
  return rows[0]?.left ?? 0;
}

export interface SaidYoung {
  readonly trackingNumber: string;
  readonly serviceName: string;
  readonly receivedAt: Date;
  readonly dueAt: Date;
  readonly endedAt: Date;
  /** So many that were not referred. */
  readonly uploadCount: number;
  /** Who works on it; null when nobody does. */
  readonly heldBy: string | null;
}

/** What is still to be judged behind a place, the first due first: one of each filing. */
export async function saidYoungAfter(
  db: Db,
  from: { readonly at: Date; readonly id: string },
  size: number,
): Promise<readonly SaidYoung[]> {
  const { rows } = await sql<SaidYoung>`
    select request.tracking_number as "trackingNumber", platform.name as "serviceName", request.received_at as "receivedAt", request.due_at as "dueAt",
      request.closed_at as "endedAt", case when desk_hold.left_at is null then moderator.name end as "heldBy",
      ${leftOf} as "uploadCount"
    from request join platform on platform.id = request.platform_id
    left join desk_hold on desk_hold.filing_id = request.filing_id left join moderator on moderator.id = desk_hold.moderator_id
    where (request.due_at, request.tracking_number) > (${from.at}, ${from.id}) and ${isUnjudged('request')}
      and not exists (select from request sibling where sibling.filing_id = request.filing_id
        and (sibling.due_at, sibling.tracking_number) < (request.due_at, request.tracking_number) and ${isUnjudged('sibling')})
    order by request.due_at, request.tracking_number limit ${size}`.execute(db);
  return rows;
}

export async function countSaidYoung(db: Db): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(distinct filing_id)::int as total from request where ${isUnjudged('request')}`.execute(db);
  return rows[0]?.total ?? 0;
}

const noteAt = (id: string): Uint8Array => Buffer.from(`adult-finding:${id}:note`);

export interface AdultFinding {
  readonly by: string;
  readonly at: Date;
  /** How they know; empty once it is erased. */
  readonly note: string;
}

/** Writes down that the person of a filing was certainly no minor. */
export async function noteAdult(
  tx: Tx,
  keys: KeyRing,
  {
    id,
    filingId,
    moderatorId,
    why,
  }: { readonly id: string; readonly filingId: string; readonly moderatorId: string; readonly why: string },
): Promise<void> {
  await tx.sql
    .insertInto('adult_finding')
    .values({
      id,
      filing_id: filingId,
      moderator_id: moderatorId,
      found_at: tx.now,
      note_sealed: keys.seal('envelope', Buffer.from(why), noteAt(id)),
    })
    .execute();
}

/** What was found of a filing and stands; null where nothing was. */
export async function adultFindingOf(db: Db, keys: KeyRing, filingId: string): Promise<AdultFinding | null> {
  const row = await db
    .selectFrom('adult_finding')
    .innerJoin('moderator', 'moderator.id', 'adult_finding.moderator_id')
    .select(['adult_finding.id', 'adult_finding.found_at', 'adult_finding.note_sealed', 'moderator.name'])
    .where('filing_id', '=', filingId)
    .where('taken_back_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { id, name: by, found_at: at, note_sealed: sealed } = row;
  return { by, at, note: sealed === null ? '' : Buffer.from(keys.open('envelope', sealed, noteAt(id))).toString('utf8') };
}

/** Takes it back; answers whether something stood. */
export async function takeBackFinding(tx: Tx, filingId: string, moderatorId: string): Promise<boolean> {
  const row = await tx.sql
    .updateTable('adult_finding')
    .set({ taken_back_at: tx.now, taken_back_by: moderatorId })
    .where('filing_id', '=', filingId)
    .where('taken_back_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
