/**
 * Which other views of an upload does the job of the wide radius compare, and which crops of a picture that somebody looked at are there to be listed? One row for
 * each upload, packed: seventeen views as rows of their own would take five times the room.
 */
import {
  crops,
  type DerivedFingerprint,
  type DerivedVariant,
  isVariant,
  regions,
  tilts,
  type View,
  variantFacts,
} from '@likeness/fingerprint';
import { sql } from 'kysely';
import type { ContentWithCodes } from './content.ts';
import type { Db, Tx } from './database.ts';

/** By their number in a row, which never changes (content-parts.test.ts): a new crop goes to the end of its list; a region or tilt that comes to be goes behind the crops, here. */
const numbered: readonly DerivedVariant[] = [...regions, ...tilts, ...crops];

/** Number of the view, quality, value. */
const PACKED_BYTES = 34;

/** The views in one piece. Throws RangeError for one that has no number. */
export function packViews(views: readonly DerivedFingerprint[]): Buffer {
  return Buffer.concat(
    views.map(({ variant, quality, value }) => {
      const number = numbered.indexOf(variant);
      if (number < 0) throw new RangeError(`The view ${variant} has no number`);
      return Buffer.concat([Buffer.of(number, quality), Buffer.from(value, 'hex')]);
    }),
  );
}

/** The views of one piece; those that this version does not know are left out. */
export function unpackViews(packed: Buffer): DerivedFingerprint[] {
  const views: DerivedFingerprint[] = [];
  for (let at = 0; at + PACKED_BYTES <= packed.length; at += PACKED_BYTES) {
    const variant = numbered[packed.readUInt8(at)];
    if (variant === undefined) continue;
    views.push({
      kind: 'pdq',
      variant,
      quality: packed.readUInt8(at + 1),
      value: packed.subarray(at + 2, at + PACKED_BYTES).toString('hex'),
    });
  }
  return views;
}

/** Whether a view is compared by the job alone: it is kept here, and not among the fingerprints of its upload. */
export const isPart = (view: View): view is DerivedFingerprint =>
  !isVariant(view.variant) && variantFacts[view.variant].computedBy.includes('job');

/** Notes the parts of uploads, in place of earlier ones; those of another picture under the same id are to be forgotten before. */
export async function rememberParts(
  tx: Tx,
  uploads: readonly { readonly ref: string; readonly parts: readonly DerivedFingerprint[] }[],
): Promise<void> {
  const some = uploads.filter(({ parts }) => parts.length > 0);
  if (some.length === 0) return;
  await sql`insert into content_part (ref, parts) select * from unnest(${some.map(({ ref }) => ref)}::uuid[], ${some.map(({ parts }) => packViews(parts))}::bytea[])
    on conflict (ref) do update set parts = excluded.parts`.execute(tx.sql);
}

/** Forgets what was kept of pictures that are no longer there. */
export async function forgetParts(tx: Tx, refs: readonly string[]): Promise<void> {
  if (refs.length > 0)
    await tx.sql
      .deleteFrom('content_part')
      .where('ref', 'in', [...refs])
      .execute();
}

/** Those of these uploads of which just these parts are known. */
export async function refsWithParts(
  tx: Tx,
  uploads: readonly { readonly ref: string; readonly parts: readonly DerivedFingerprint[] }[],
): Promise<Set<string>> {
  if (uploads.length === 0) return new Set();
  const rows = await tx.sql
    .selectFrom('content_part')
    .select(['ref', 'parts'])
    .where(
      'ref',
      'in',
      uploads.map(({ ref }) => ref),
    )
    .execute();
  const known = new Map(rows.map(({ ref, parts }) => [ref, parts]));
  return new Set(uploads.flatMap(({ ref, parts }) => (known.get(ref)?.equals(packViews(parts)) === true ? [ref] : [])));
}

/** The same uploads with their parts beside their fingerprints. */
export async function withParts(db: Db, uploads: readonly ContentWithCodes[]): Promise<ContentWithCodes[]> {
  if (uploads.length === 0) return [];
  const rows = await db
    .selectFrom('content_part')
    .select(['ref', 'parts'])
    .where(
      'ref',
      'in',
      uploads.map(({ content }) => content.ref),
    )
    .where('parts', 'is not', null)
    .execute();
  const parts = new Map(rows.map((row) => [row.ref, row.parts]));
  return uploads.map((upload) => {
    const packed = parts.get(upload.content.ref) ?? null;
    return packed === null ? upload : { ...upload, fingerprints: [...upload.fingerprints, ...unpackViews(packed)] };
  });
}

/** Whether the crops of an upload's picture are known already. */
export async function hasCrops(db: Db, ref: string): Promise<boolean> {
  const row = await db.selectFrom('content_part').select('ref').where('ref', '=', ref).where('crops', 'is not', null).executeTakeFirst();
  return row !== undefined;
}

/** Notes the crops of a picture that is being looked at, unless it was screened again since. */
export async function rememberCrops(db: Db, ref: string, screenedAt: Date, crops: readonly DerivedFingerprint[]): Promise<void> {
  await sql`insert into content_part (ref, crops) select ref, ${packViews(crops)}::bytea from content where ref = ${ref} and screened_at = ${screenedAt}
    on conflict (ref) do update set crops = excluded.crops`.execute(db);
}

/** Takes the crops of these uploads: each value once. They are wanted once, for the item that is listed. */
export async function takeCrops(tx: Tx, refs: readonly string[]): Promise<DerivedFingerprint[]> {
  if (refs.length === 0) return [];
  const rows = await tx.sql
    .selectFrom('content_part')
    .select('crops')
    .where('ref', 'in', [...refs])
    .where('crops', 'is not', null)
    .execute();
  await tx.sql
    .updateTable('content_part')
    .set({ crops: null })
    .where('ref', 'in', [...refs])
    .execute();
  const crops = rows.flatMap((row) => (row.crops === null ? [] : unpackViews(row.crops)));
  return [...new Map(crops.map((crop) => [`${crop.variant} ${crop.value}`, crop])).values()];
}
