/** Which screenings is the job of the wide radius still to come to? A row each, until it has. */
import { sql } from 'kysely';
import { type ContentWithCodes, contentsByRef, withCodes } from './content.ts';
import { withParts } from './content-parts.ts';
import type { Db } from './database.ts';

/** A screening: an upload that comes again waits again. */
export interface Waiting {
  readonly ref: string;
  readonly screenedAt: Date;
}

/** Those that have waited longest, with the uploads, and their parts, of those that still are what was screened. */
export async function farWaiting(
  db: Db,
  limit: number,
): Promise<{ readonly waiting: readonly Waiting[]; readonly uploads: readonly ContentWithCodes[] }> {
  const rows = await db.selectFrom('far_waiting').selectAll().orderBy('screened_at').orderBy('ref').limit(limit).execute();
  const waiting = rows.map(({ ref, screened_at }) => ({ ref, screenedAt: screened_at }));
  const screenedAt = new Map(waiting.map((one) => [one.ref, one.screenedAt.getTime()]));
  const contents = await contentsByRef(db, [...screenedAt.keys()]);
  const still = contents.filter(({ ref, screenedAt: at, deletedAt }) => deletedAt === null && at.getTime() === screenedAt.get(ref));
  return { waiting, uploads: await withParts(db, await withCodes(db, still)) };
}

/** Notes that the job came to these screenings. */
export async function noteFarCompared(db: Db, compared: readonly Waiting[]): Promise<void> {
  if (compared.length === 0) return;
  await sql`delete from far_waiting using unnest(
    ${compared.map(({ ref }) => ref)}::uuid[], ${compared.map(({ screenedAt }) => screenedAt)}::timestamptz[]
    ) as compared (ref, screened_at) where far_waiting.ref = compared.ref and far_waiting.screened_at = compared.screened_at`.execute(db);
}

/** Lets the job come again to all that was screened before a bank change. */
export async function farAgain(db: Db, seq: number): Promise<void> {
  await sql`insert into far_waiting (screened_at, ref) select screened_at, ref from content
    where screened_at_seq < ${seq} and deleted_at is null on conflict do nothing`.execute(db);
}
