/** Which uploads does a platform have, with which fingerprints, and what did they meet? */
import { type Fingerprint, isDerivedVariant, isFingerprintKind, isVariant, type View } from '@likeness/fingerprint';
import type { Match, VideoMet } from '@likeness/lookup';
import type { UploadStanding } from '@likeness/web/moderator';
import { sql } from 'kysely';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { addressHash } from './address.ts';
import type { Db, Tx } from './database.ts';
import { clusterOf } from './matches-alike.ts';

export interface Content {
  readonly ref: string;
  readonly platformId: string;
  readonly contentId: string;
  readonly url: string | null;
  readonly uploaderRef: string | null;
  readonly source: 'bytes' | 'fingerprints';
  readonly verdict: 'allow' | 'review' | 'hold';
  readonly screenedAt: Date;
  /** The bank change up to which it was compared when it was screened. */
  readonly screenedAtSeq: number;
  /** When the platform asked to forget it; kept only while an open request needs it. */
  readonly deletedAt: Date | null;
  /** The same, and the service said by it that the upload is gone. */
  readonly goneAt: Date | null;
}

const columns = [
  'ref',
  'platform_id',
  'content_id',
  'url',
  'uploader_ref',
  'source',
  'verdict',
  'screened_at',
  'screened_at_seq',
  'deleted_at',
  'gone_at',
] as const;
type Row = {
  ref: string;
  platform_id: string;
  content_id: string;
  url: string | null;
  uploader_ref: string | null;
  source: 'bytes' | 'fingerprints';
  verdict: 'allow' | 'review' | 'hold';
  screened_at: Date;
  screened_at_seq: number;
  deleted_at: Date | null;
  gone_at: Date | null;
};
const contentOf = (row: Row): Content => ({
  ref: row.ref,
  platformId: row.platform_id,
  contentId: row.content_id,
  url: row.url,
  uploaderRef: row.uploader_ref,
  source: row.source,
  verdict: row.verdict,
  screenedAt: row.screened_at,
  screenedAtSeq: row.screened_at_seq,
  deletedAt: row.deleted_at,
  goneAt: row.gone_at,
});

export interface ScreenedUpload {
  readonly contentId: string;
  readonly url: string | null;
  readonly uploaderRef: string | null;
  readonly links: readonly string[];
  /** Title and words, as far as the platform told them. */
  readonly text?: string | null;
  readonly source: 'bytes' | 'fingerprints';
  readonly fingerprints: readonly View[];
}

export interface MatchesFound {
  readonly by: 'screen' | 'sweep' | 'far';
  /** `remove` where the upload is down already: there is nothing left to ask about it. `keep`: somebody has looked, and left it up. */
  readonly settled?: 'remove' | 'keep';
}

/** Remembers matches; answers the item ids of those that were not known, or were known of another picture, about which alone anything was decided. */
export async function rememberMatches(tx: Tx, ref: string, matches: readonly Match[], found: MatchesFound): Promise<string[]> {
  if (matches.length === 0) return [];
  const rows = await tx.sql
    .insertInto('match')
    .values(
      matches.map(({ itemId, bankId, kind, variant, distance, effect, video }) => ({
        ref,
        item_id: itemId,
        bank_id: bankId,
        kind,
        variant,
        distance,
        effect,
        settled: found.settled ?? null,
        found_by: found.by,
        video: video === undefined ? null : JSON.stringify(video),
        at: tx.now,
      })),
    )
    .onConflict((conflict) => {
      const known = conflict.columns(['ref', 'item_id']);
      const anew = known.doUpdateSet((eb) => ({
        kind: eb.ref('excluded.kind'),
        variant: eb.ref('excluded.variant'),
        distance: eb.ref('excluded.distance'),
        effect: eb.ref('excluded.effect'),
        settled: eb.ref('excluded.settled'),
        found_by: found.by,
        video: eb.ref('excluded.video'),
        of_earlier: false,
        at: tx.now,
      }));
      return anew.where('match.of_earlier', '=', true);
    })
    .returning('item_id')
    .execute();
  return rows.map(({ item_id }) => item_id);
}

const Frames = Type.Object({ counted: Type.Integer(), found: Type.Integer() });
const StoredVideoMet = Type.Object({
  upload: Frames,
  item: Frames,
  offset: Type.Union([Type.Null(), Type.Object({ seconds: Type.Number(), frames: Type.Integer() })]),
});

/** What a match with a video found, as it is stored; null for any other match. */
export function videoMetOf(stored: unknown): VideoMet | null {
  return Value.Check(StoredVideoMet, stored) ? stored : null;
}

/** Items that a person has already judged against this upload to be something else, or allowed, with a limit or without. */
export async function itemsKept(tx: Tx, ref: string): Promise<Set<string>> {
  const rows = await tx.sql
    .selectFrom('match')
    .select('item_id')
    .where('ref', '=', ref)
    .where('settled', 'in', ['keep', 'restrict'])
    .where('of_earlier', '=', false)
    .execute();
  return new Set(rows.map(({ item_id }) => item_id));
}

/** Whether a match of these still waits for a person. */
export async function hasUnsettledMatch(tx: Tx, ref: string, itemIds: readonly string[]): Promise<boolean> {
  if (itemIds.length === 0) return false;
  const row = await tx.sql
    .selectFrom('match')
    .select('id')
    .where('ref', '=', ref)
    .where('item_id', 'in', [...itemIds])
    .where('settled', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Where an upload stands: `limited` means that a decision restricts who sees it; down means that its removal was ordered, confirmed or not, and it was not screened again since, or that it was referred. What only restricts it, and a referral, stay over a screening. What the service deleted is down as well, and still referred where it was. */
export async function standingOf(db: Db, content: Content): Promise<UploadStanding> {
  return (await standingsOf(db, [content])).get(content.ref) ?? 'visible';
}

/** The same of many, by inner reference. */
export async function standingsOf(db: Db, contents: readonly Content[]): Promise<Map<string, UploadStanding>> {
  if (contents.length === 0) return new Map();
  const rows = await db
    .selectFrom('action')
    .distinctOn('ref')
    .select(['ref', 'kind', 'opened_at', 'completed_at', 'decision_id', 'visibility', 'gone_at'])
    .where(
      'ref',
      'in',
      contents.map(({ ref }) => ref),
    )
    .where('taken_back_at', 'is', null)
    .where('kind', 'like', 'content.%')
    .orderBy('ref')
    .orderBy('opened_at', 'desc')
    .orderBy('place', 'desc')
    .execute();
  const lasts = new Map(rows.map((row) => [row.ref, row]));
  return new Map(
    contents.map((content) => {
      const last = lasts.get(content.ref);
      if (last?.kind === 'content.remove' && last.opened_at >= content.screenedAt)
        return [content.ref, last.completed_at !== null ? 'removed' : content.goneAt === null ? 'removal-ordered' : 'deleted'];
      const isReferral = last?.kind === 'content.restrict' && last.decision_id !== null && last.visibility === null;
      if (content.goneAt !== null && !isReferral) return [content.ref, 'deleted'];
      if (last?.kind === 'content.restrict') {
        // What the service deleted and comes again is another upload.
        const isThere = last.gone_at === null;
        // Without a decision until somebody decides, however often it is screened.
        if (last.decision_id === null && isThere) return [content.ref, 'restricted'];
        if (last.visibility !== null && isThere) {
          // What a match holds since is held, whoever else may see it otherwise.
          if (content.verdict === 'hold') return [content.ref, 'held'];
          return [content.ref, last.completed_at === null ? 'limit-ordered' : 'limited'];
        }
        if (isReferral) return [content.ref, last.completed_at === null ? 'referral-ordered' : 'referred'];
      }
      return [content.ref, content.verdict === 'hold' ? 'held' : 'visible'];
    }),
  );
}

/** Whether there is nothing left to ask about it. */
export const isDown = (standing: UploadStanding): boolean => !isUp.has(standing);

/** Whether a decision restricts who sees it, and it is there for the others. */
export const isLimited = (standing: UploadStanding): boolean => standing === 'limit-ordered' || standing === 'limited';

const isUp: ReadonlySet<UploadStanding> = new Set(['visible', 'held', 'restricted', 'limit-ordered', 'limited']);

/** Opens a review of an upload unless one is open; a stronger effect raises the open one. Answers what changed. */
export async function openReview(
  tx: Tx,
  platformId: string,
  ref: string,
  effect: 'review' | 'hold',
  id: string,
): Promise<'opened' | 'raised' | 'unchanged'> {
  const opened = await tx.sql
    .insertInto('review')
    .values({ id, platform_id: platformId, ref, effect, opened_at: tx.now, closed_at: null, decision_id: null, cluster: clusterOf(ref) })
    .onConflict((conflict) => conflict.column('ref').where('closed_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (opened !== undefined) return 'opened';
  // It may have met the same picture only now.
  await tx.sql
    .updateTable('review')
    .set({ cluster: clusterOf(ref) })
    .where('ref', '=', ref)
    .where('closed_at', 'is', null)
    .where('cluster', 'is', null)
    .execute();
  if (effect === 'review') return 'unchanged';
  const raised = await tx.sql
    .updateTable('review')
    .set({ effect })
    .where('ref', '=', ref)
    .where('closed_at', 'is', null)
    .where('effect', '=', 'review')
    .returning('id')
    .executeTakeFirst();
  return raised === undefined ? 'unchanged' : 'raised';
}

/** The review of an upload that waits for a person; null where none does. */
export async function openReviewOf(tx: Tx, ref: string): Promise<string | null> {
  const row = await tx.sql.selectFrom('review').select('id').where('ref', '=', ref).where('closed_at', 'is', null).executeTakeFirst();
  return row?.id ?? null;
}

/** Those of these uploads that a person is still to look at; with `hold` those alone that are held until then. */
export async function withOpenReview(tx: Tx, refs: readonly string[], effect: 'any' | 'hold' = 'any'): Promise<Set<string>> {
  if (refs.length === 0) return new Set();
  const rows = await tx.sql
    .selectFrom('review')
    .select('ref')
    .where('ref', 'in', [...refs])
    .where('closed_at', 'is', null)
    .$if(effect === 'hold', (query) => query.where('effect', '=', 'hold'))
    .execute();
  return new Set(rows.map(({ ref }) => ref));
}

/** An upload by the platform's own id; null when it was never screened or is forgotten. */
export async function contentById(db: Db, platformId: string, contentId: string): Promise<Content | null> {
  const row = await db
    .selectFrom('content')
    .select(columns)
    .where('platform_id', '=', platformId)
    .where('content_id', '=', contentId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : contentOf(row);
}

/** Uploads by inner reference, locked in a fixed order until commit; forgotten ones that an open request still needs are among them. */
export async function lockContents(tx: Tx, refs: readonly string[]): Promise<Content[]> {
  if (refs.length === 0) return [];
  const rows = await tx.sql
    .selectFrom('content')
    .select(columns)
    .where('ref', 'in', [...refs])
    .orderBy('ref')
    .forUpdate()
    .execute();
  return rows.map(contentOf);
}

export async function contentsByRef(db: Db, refs: readonly string[]): Promise<Content[]> {
  if (refs.length === 0) return [];
  const rows = await db
    .selectFrom('content')
    .select(columns)
    .where('ref', 'in', [...refs])
    .orderBy('screened_at')
    .execute();
  return rows.map(contentOf);
}

/** The uploads of a platform that these ids or addresses name; what is the same address is said in `address.ts`. */
export async function locateContents(
  db: Db,
  platformId: string,
  contentIds: readonly string[],
  urls: readonly string[],
): Promise<Content[]> {
  if (contentIds.length === 0 && urls.length === 0) return [];
  const rows = await db
    .selectFrom('content')
    .select(columns)
    .where('platform_id', '=', platformId)
    .where('deleted_at', 'is', null)
    .where((eb) =>
      eb.or([
        ...(contentIds.length === 0 ? [] : [eb('content_id', 'in', [...contentIds])]),
        ...(urls.length === 0 ? [] : [eb('address_hash', 'in', urls.map(addressHash))]),
      ]),
    )
    .orderBy('screened_at')
    .orderBy('ref')
    .execute();
  return rows.map(contentOf);
}

/** The fingerprints of an upload as they were computed or sent. */
export async function fingerprintsOf(db: Db, ref: string): Promise<Fingerprint[]> {
  const rows = await db
    .selectFrom('content_code')
    .select(['kind', 'variant', 'value', 'quality', 'at_ms'])
    .where('ref', '=', ref)
    .execute();
  return rows.flatMap(fingerprintOf);
}

/** A stored fingerprint of the whole or a turn; none where this version does not know its kind or view, or where it is of a view that the server derived. */
export function fingerprintOf(row: StoredView): Fingerprint[] {
  const { kind, variant, value, quality, at_ms: atMs = null } = row;
  if (!isFingerprintKind(kind) || !isVariant(variant)) return [];
  const more = { ...(quality === null ? {} : { quality }), ...(atMs === null ? {} : { atSeconds: atMs / 1000 }) };
  return [{ kind, variant, value: value.toString('hex'), ...more }];
}

/** A fingerprint as its row. */
export interface StoredView {
  readonly kind: string;
  readonly variant: string;
  readonly value: Buffer;
  readonly quality: number | null;
  /** Of a video's frame: its place in the video. */
  readonly at_ms?: number | null;
}

/** The place of a frame as it is stored; null for every other fingerprint, and where it is not known or no database would take it. */
export function placeOf(view: { readonly kind: string; readonly atSeconds?: number | null }): number | null {
  const { atSeconds = null } = view;
  const atMs = atSeconds === null ? Number.NaN : Math.round(1000 * atSeconds);
  return atMs >= 0 && atMs < 2 ** 31 ? atMs : null;
}

/** One page of all that was screened before a bank change, lowest reference first. */
export async function contentScreenedBefore(db: Db, seq: number, afterRef: string, limit: number): Promise<ContentWithCodes[]> {
  const rows = await db
    .selectFrom('content')
    .select(columns)
    .where('screened_at_seq', '<', seq)
    .where('deleted_at', 'is', null)
    .where('ref', '>', afterRef)
    .orderBy('ref')
    .limit(limit)
    .execute();
  return withCodes(db, rows.map(contentOf));
}

/** Inner references of uploads that have one of these values, of the picture or file as it is. */
export async function refsWithExactly(db: Db, values: readonly { readonly kind: string; readonly value: string }[]): Promise<string[]> {
  if (values.length === 0) return [];
  const { rows } = await sql<{ ref: string }>`
    select distinct content_code.ref
    from unnest(${values.map(({ kind }) => kind)}::text[], ${values.map(({ value }) => Buffer.from(value, 'hex'))}::bytea[]) as sought (kind, value)
      join content_code on content_code.value = sought.value and content_code.kind = sought.kind and content_code.variant = 'whole'`.execute(
    db,
  );
  return rows.map(({ ref }) => ref);
}

/** A place in the order in which uploads were screened. */
export interface ScreenedPlace {
  readonly at: Date;
  readonly ref: string;
}

/** One page of a platform's uploads after a place, in the order in which they were screened. */
export async function contentScreenedAfter(db: Db, platformId: string, after: ScreenedPlace, limit: number): Promise<ContentWithCodes[]> {
  const rows = await db
    .selectFrom('content')
    .select(columns)
    .where('platform_id', '=', platformId)
    .where('deleted_at', 'is', null)
    .where('screened_at', '>=', after.at)
    .where((eb) => eb(eb.refTuple('screened_at', 'ref'), '>', eb.tuple(after.at, after.ref)))
    .orderBy('screened_at')
    .orderBy('ref')
    .limit(limit)
    .execute();
  return withCodes(db, rows.map(contentOf));
}

/** A stored fingerprint of any view; none where this version does not know its kind or view. */
export function viewOf(row: StoredView): View[] {
  const { variant, quality } = row;
  if (row.kind !== 'pdq' || !isDerivedVariant(variant)) return fingerprintOf(row);
  return [{ kind: 'pdq', variant, value: row.value.toString('hex'), quality: quality ?? 0 }];
}

/** Whether it is of the whole or a turn: what an item may be listed with. */
export const isListable = (view: View): view is Fingerprint => isVariant(view.variant);

export interface ContentWithCodes {
  readonly content: Content;
  readonly fingerprints: readonly View[];
}

/** Uploads with their fingerprints. */
export async function withCodes(db: Db, contents: readonly Content[]): Promise<ContentWithCodes[]> {
  if (contents.length === 0) return [];
  const rows = await db
    .selectFrom('content_code')
    .selectAll()
    .where(
      'ref',
      'in',
      contents.map(({ ref }) => ref),
    )
    .execute();
  const byRef = Map.groupBy(rows, ({ ref }) => ref);
  return contents.map((content) => ({ content, fingerprints: (byRef.get(content.ref) ?? []).flatMap(viewOf) }));
}
