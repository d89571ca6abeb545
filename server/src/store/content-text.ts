/** Which title and words did a platform send with an upload? Sealed, kept only for a platform that can act on them, and gone with the upload. */
import { sql } from 'kysely';
import type { KeyRing } from '../config/key-ring.ts';
import type { Db, Tx } from './database.ts';

const placeOf = (ref: string): Buffer => Buffer.from(`content:${ref}:text`);

/** The words of an upload as they are kept. */
export const sealText = (keys: KeyRing, ref: string, text: string): Buffer =>
  Buffer.from(keys.seal('envelope', Buffer.from(text), placeOf(ref)));

/** Keeps the words of these uploads, in place of earlier ones. Of a platform that cannot act on words nothing is kept: nobody would need it. */
export async function rememberTexts(
  tx: Tx,
  keys: KeyRing,
  texts: readonly { readonly ref: string; readonly text: string }[],
): Promise<void> {
  if (texts.length === 0) return;
  await sql`insert into content_text (ref, sealed)
    select given.ref, given.sealed from unnest(${texts.map(({ ref }) => ref)}::uuid[],
      ${texts.map(({ ref, text }) => sealText(keys, ref, text))}::bytea[]) as given (ref, sealed)
    join content on content.ref = given.ref join platform on platform.id = content.platform_id and 'text' = any(platform.acts_on)
    on conflict (ref) do update set sealed = excluded.sealed`.execute(tx.sql);
}

/** By inner reference; none where nothing was sent. */
export async function textsOf(db: Db, keys: KeyRing, refs: readonly string[]): Promise<Map<string, string>> {
  if (refs.length === 0) return new Map();
  const rows = await db
    .selectFrom('content_text')
    .selectAll()
    .where('ref', 'in', [...refs])
    .execute();
  return new Map(rows.map(({ ref, sealed }) => [ref, Buffer.from(keys.open('envelope', sealed, placeOf(ref))).toString('utf8')]));
}

export async function forgetText(tx: Tx, ref: string): Promise<void> {
  await tx.sql.deleteFrom('content_text').where('ref', '=', ref).execute();
}
