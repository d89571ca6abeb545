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

/** All that decisions, which were made together for one filing, are about. */
interface Decided {
  readonly ordered: readonly Ordered[];
  readonly contents: readonly Content[];
  /** By item that they list: the uploads that it was made from, which met it in the moment of the decision. */
  readonly listed: ReadonlyMap<string, readonly string[]>;
  /** Uploads that show one picture. */
  readonly pictures: readonly (readonly string[])[];
}

/**
 * The uploads of these decisions that show the same picture as the one that this act is about: copies that were listed as one item, or that prove each other. Null where the decisions are about
 * nothing else, or the act stands no more.
 */
export async function partOf(db: Db, decisionIds: readonly string[], actionId: string): Promise<DecidedPart | null> {
  const decided = await decidedBy(db, decisionIds);
  const about = decided.ordered.find(({ id }) => id === actionId);
  return about === undefined ? null : partAbout(decided, about);
}

/** Each picture and place that they ordered something of and that stands, by one of its acts and with all that shows it; none where they are about one alone. */
export async function picturesDecided(
  db: Db,
  decisionIds: readonly string[],
): Promise<readonly { readonly actionId: string; readonly contentIds: readonly string[] }[]> {
  const decided = await decidedBy(db, decisionIds);
  const found = new Map<string, readonly string[]>();
  const seen = new Set<string>();
  for (const about of decided.ordered) {
    if (seen.has(about.id)) continue;
    const part = partAbout(decided, about);
    if (part === null) return [];
    for (const id of part.actionIds) seen.add(id);
    const names = decided.ordered.filter(({ id }) => part.actionIds.includes(id)).map(({ content_id: contentId }) => contentId);
    found.set(about.id, [...new Set(names)]);
  }
  return [...found].map(([actionId, contentIds]) => ({ actionId, contentIds }));
}

/** Whether a picture of this decision, which stands, was given back by itself. */
export async function isPartTakenBack(db: Db, decisionId: string): Promise<boolean> {
  const { rows } = await sql<{ is_taken: boolean }>`
    select exists (select from action join decision on decision.id = action.decision_id
      where action.decision_id = ${decisionId}::uuid and decision.reversed_at is null and action.taken_back_at is not null and action.lifted_by is null
        and (action.kind = 'content.remove' or action.visibility is not null)
        and not exists (select from action other where other.decision_id = action.decision_id and other.ref = action.ref and other.taken_back_at is null)) as is_taken`.execute(
    db,
  );
  return rows[0]?.is_taken ?? false;
}

async function decidedBy(db: Db, decisionIds: readonly string[]): Promise<Decided> {
  const ordered = await orderedBy(db, decisionIds);
  const linked = await linkedTo(db, decisionIds);
  const contents = await contentsByRef(db, [...new Set([...linked, ...ordered.flatMap(({ ref }) => ref ?? [])])]);
  const listed = await listedFrom(db, decisionIds);
  const { decidedAt } = await db
    .selectFrom('decision')
    .select((eb) => eb.fn.max('decided_at').as('decidedAt'))
    .where('id', 'in', [...decisionIds])
    .executeTakeFirstOrThrow();
  // Screened again since, an upload may show another picture: then only what was listed of it says what was decided about.
  const asDecided = contents.filter(({ screenedAt }) => decidedAt !== null && screenedAt <= decidedAt);
  // What was listed was compared then: of hundreds of uploads that takes its time.
  const compared = new Set([...listed.values()].flat());
  const shown = (
    await withCodes(
      db,
      asDecided.filter(({ ref }) => !compared.has(ref)),
    )
  ).map(({ content, fingerprints }) => ({
    ref: content.ref,
    fingerprints: fingerprints.filter(isListable),
  }));
  const proved = picturesOf(shown).map((picture) => picture.map(({ ref }) => ref));
  return { ordered, contents, listed, pictures: [...listed.values(), ...proved] };
}

function partAbout({ ordered, contents, listed, pictures }: Decided, about: Ordered): DecidedPart | null {
  const own = new Set(contents.map(({ ref }) => ref));
  const { ref: at } = about;
  const refs = new Set(at === null ? [] : [at, ...pictures.filter((some) => some.includes(at)).flat()].filter((ref) => own.has(ref)));
  const isOfIt = ({ id, ref }: Ordered): boolean => id === about.id || (ref !== null && refs.has(ref));
  const others = contents.filter(({ ref }) => !refs.has(ref));
  const rest = new Set([...others.map(({ contentId }) => contentId), ...ordered.flatMap((one) => (isOfIt(one) ? [] : [one.content_id]))]);
  if (rest.size === 0) return null;
  const shown = contents.filter(({ ref }) => refs.has(ref));
  const accountsOf = (some: readonly Content[]): string[] => [...new Set(some.flatMap(({ uploaderRef }) => uploaderRef ?? []))];
  const elsewhere = new Set(accountsOf(others));
  return {
    contents: shown,
    actionIds: ordered.filter(isOfIt).map(({ id }) => id),
    itemIds: [...listed].flatMap(([item, from]) => (from.some((ref) => refs.has(ref)) ? [item] : [])),
    accounts: accountsOf(shown).filter((account) => !elsewhere.has(account)),
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
    .orderBy('content_id')
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

async function listedFrom(db: Db, decisionIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ item_id: string; refs: string[] }>`
    select claim.item_id, array_agg(distinct match.ref::text) as refs
    from claim join decision on decision.id = claim.decision_id join match on match.item_id = claim.item_id and match.at = decision.decided_at
    where claim.decision_id = any(${[...decisionIds]}::uuid[]) and claim.ended_at is null
    group by claim.item_id`.execute(db);
  return new Map(rows.map(({ item_id, refs }) => [item_id, refs]));
}
