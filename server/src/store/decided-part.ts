/** What of a decision is about the picture that one of its acts is about? That is taken back for a complaint about the act, and the rest stays as it was decided. */
import { picturesOf } from '@likeness/casework';
import { sql } from 'kysely';
import { type Content, contentsByRef, isListable, withCodes } from './content.ts';
import type { Db } from './database.ts';

/** One picture, or one place, of a decision that is about more. */
export interface DecidedPart {
  readonly contents: readonly Content[];
  /** What was ordered of them, and stands. */
  readonly actionIds: readonly string[];
  /** What was listed of them. */
  readonly itemIds: readonly string[];
  /** Accounts that were acted on for them alone. */
  readonly accounts: readonly string[];
  /** What else the decision is about, by the service's ids or as an address. */
  readonly rest: readonly string[];
}

interface Ordered {
  readonly id: string;
  readonly ref: string | null;
  readonly content_id: string;
}

/**
 * The uploads of these decisions, which were made together for one filing, that show the same picture as the one that this act is about: copies that were listed as one item, or that prove
 * each other. Null where the decisions are about nothing else: then they are taken back as a whole.
 */
export async function partOf(db: Db, decisionIds: readonly string[], actionId: string): Promise<DecidedPart | null> {
  const ordered = await orderedBy(db, decisionIds);
  const about = ordered.find(({ id }) => id === actionId);
  if (about === undefined) return null;
  const linked = await linkedTo(db, decisionIds);
  const contents = await contentsByRef(db, [...new Set([...linked, ...ordered.flatMap(({ ref }) => ref ?? [])])]);
  const listed = await listedFrom(db, decisionIds);
  const refs = about.ref === null ? new Set<string>() : await samePictureAs(db, about.ref, contents, listed);
  const isOfIt = ({ id, ref }: Ordered): boolean => id === actionId || (ref !== null && refs.has(ref));
  const others = contents.filter(({ ref }) => !refs.has(ref));
  const rest = new Set([...others.map(({ contentId }) => contentId), ...ordered.flatMap((one) => (isOfIt(one) ? [] : [one.content_id]))]);
  if (rest.size === 0) return null;
  const own = contents.filter(({ ref }) => refs.has(ref));
  const accountsOf = (some: readonly Content[]): string[] => [...new Set(some.flatMap(({ uploaderRef }) => uploaderRef ?? []))];
  const elsewhere = new Set(accountsOf(others));
  return {
    contents: own,
    actionIds: ordered.filter(isOfIt).map(({ id }) => id),
    itemIds: [...listed].flatMap(([item, from]) => (from.some((ref) => refs.has(ref)) ? [item] : [])),
    accounts: accountsOf(own).filter((account) => !elsewhere.has(account)),
    rest: [...rest],
  };
}

/** What was ordered of pictures and places, and stands. */
async function orderedBy(db: Db, decisionIds: readonly string[]): Promise<readonly Ordered[]> {
  return db
    .selectFrom('action')
    .select(['id', 'ref', 'content_id'])
    .where('decision_id', 'in', [...decisionIds])
    .where((eb) => eb.or([eb('kind', '=', 'content.remove'), eb('visibility', 'is not', null)]))
    .where('taken_back_at', 'is', null)
    .execute();
}

/** The uploads that their requests are about: what was down already was not ordered a second time. */
async function linkedTo(db: Db, decisionIds: readonly string[]): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('decision')
    .innerJoin('request_content', 'request_content.tracking_number', 'decision.tracking_number')
    .select('request_content.ref')
    .distinct()
    .where('decision.id', 'in', [...decisionIds])
    .execute();
  return rows.map(({ ref }) => ref);
}

/** By item that they list: the uploads that it was made from, which met it in the moment of the decision. */
async function listedFrom(db: Db, decisionIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ item_id: string; refs: string[] }>`
    select claim.item_id, array_agg(distinct match.ref::text) as refs
    from claim join decision on decision.id = claim.decision_id join match on match.item_id = claim.item_id and match.at = decision.decided_at
    where claim.decision_id = any(${[...decisionIds]}::uuid[]) and claim.ended_at is null
    group by claim.item_id`.execute(db);
  return new Map(rows.map(({ item_id, refs }) => [item_id, refs]));
}

async function samePictureAs(
  db: Db,
  ref: string,
  contents: readonly Content[],
  listed: ReadonlyMap<string, readonly string[]>,
): Promise<ReadonlySet<string>> {
  const shown = (await withCodes(db, contents)).map(({ content, fingerprints }) => ({
    ref: content.ref,
    fingerprints: fingerprints.filter(isListable),
  }));
  const proved = picturesOf(shown).map((picture) => picture.map((one) => one.ref));
  const together = [...listed.values(), ...proved].filter((refs) => refs.includes(ref)).flat();
  const own = new Set(contents.map((content) => content.ref));
  return new Set([ref, ...together].filter((one) => own.has(one)));
}
