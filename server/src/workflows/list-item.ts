/** What does a decision list? One item for one picture: the uploads' own codes under the platform's claim, and of the claimant's those that they prove under hers. */
import type { ListedCode, ProvedItem } from '@likeness/casework';
import { usualCrops } from '@likeness/fingerprint';
import { sql } from 'kysely';
import { type Random, uuid } from '../config/random.ts';
import { addClaim, cropCount, insertItem, type NewItem, ownBank, takeCodes } from '../store/banks.ts';
import type { RequestRow } from '../store/cases.ts';
import { takeCrops } from '../store/content-parts.ts';
import type { Tx } from '../store/database.ts';
import { shownTo } from '../store/reveals.ts';
import { restrictedHere } from '../store/suspicion.ts';

export interface Listed {
  readonly platformId: string;
  readonly decisionId: string;
  /** The uploads that it was made from. */
  readonly refs: readonly string[];
  readonly codes: readonly ListedCode[];
  readonly claimed: readonly ProvedItem[];
  readonly request: RequestRow | null;
  /** Whoever decided, and whoever agreed. */
  readonly by: readonly string[];
  /** A decision left it up for fewer people: what meets it is asked about, and nothing is held. */
  readonly asksOnly: boolean;
}

/** A new active item in the platform's own bank, with the decision as its claim and beside it, where she sent fingerprints of it, the case's. Answers its id. */
export async function listItem(tx: Tx, random: Random, listed: Listed): Promise<string> {
  const { platformId, decisionId, codes, claimed, request, by, asksOnly } = listed;
  const id = uuid(random);
  const bankId = await ownBank(tx.sql, platformId);
  const hers = claimed.flatMap((proved) => proved.codes);
  const crops = asksOnly ? [] : await cropCodes(tx, bankId, listed.refs);
  const source = asksOnly ? restrictedHere : 'decision';
  await insertItem(tx, { id, bankId, state: 'active', source, confirmed: !asksOnly, codes: [...codes, ...crops, ...hers] });
  const claimId = uuid(random);
  await addClaim(tx, { id: claimId, itemId: id, by: { decisionId }, codes: [...codes, ...crops] });
  if (!asksOnly) await noteSeen(tx, claimId, await shownTo(tx, by, listed.refs));
  if (hers.length > 0) {
    if (request === null) throw new RangeError('only a request brings fingerprints of a claimant');
    await addClaim(tx, { id: uuid(random), itemId: id, by: { caseId: request.caseId }, codes: hers });
    for (const proved of claimed) await moveIntoItem(tx, proved, id);
  }
  await settleOwnMatches(tx, listed.refs, { id, bankId, codes, asksOnly });
  return id;
}

/** What of it somebody saw: of a copy of that, no person has to look again (`confirmed-here.ts`); of an identical one a rule may (`remove-copies.ts`). */
async function noteSeen(tx: Tx, claimId: string, refs: readonly string[]): Promise<void> {
  if (refs.length === 0) return;
  await sql`update claim_code set was_seen = true from code join content_code on content_code.kind = code.kind and content_code.value = code.value
    where claim_code.claim_id = ${claimId}::uuid and claim_code.code_id = code.id and claim_code.variant = 'whole' 
      and content_code.variant = 'whole' and content_code.ref = any(${[...refs]}::uuid[])`.execute(tx.sql);
}

/** Crops of one bank: 124 bytes of memory each in every process (`bench/README.md`), so 124 MB. What is confirmed later is met as a whole, without its crops. */
const cropsPerBank = 1_000_000;
/** From here on only the usual ones, so that three times as many pictures have some. */
const allCropsUpTo = cropsPerBank / 2;

/** Which of a picture's crops a bank takes that has so many already. */
export function cropsWithRoom<Crop extends { readonly variant: string }>(crops: readonly Crop[], count: number): readonly Crop[] {
  if (count + crops.length <= allCropsUpTo) return crops;
  const usual = crops.filter(({ variant }) => usualCrops.some((name) => name === variant));
  return count + usual.length <= cropsPerBank ? usual : [];
}

/** The crops of what was looked at, as codes of the item; none where the bank has its share. */
async function cropCodes(tx: Tx, bankId: string, refs: readonly string[]): Promise<NewItem['codes']> {
  const crops = await takeCrops(tx, refs);
  if (crops.length === 0) return [];
  const listed = cropsWithRoom(crops, await cropCount(tx.sql, bankId, cropsPerBank));
  return listed.map((crop) => ({ ...crop, provenance: 'confirmed' }));
}

/** What is proved leaves her pending item for the listed one; what is not stays hers and pending: listing it would list a picture nobody has looked at. */
async function moveIntoItem(tx: Tx, proved: ProvedItem, itemId: string): Promise<void> {
  const hasMore = await takeCodes(tx, proved.itemId, proved.codes);
  // The listed item takes the place of hers among her pictures, under every law that they were sent for.
  await tx.sql
    .insertInto('request_item')
    .columns(['tracking_number', 'item_id', 'place', 'file'])
    .expression((eb) =>
      eb
        .selectFrom('request_item')
        .select((select) => ['tracking_number', select.cast<string>(select.val(itemId), 'uuid').as('item_id'), 'place', 'file'])
        .where('item_id', '=', proved.itemId),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  if (!hasMore) await tx.sql.deleteFrom('item').where('id', '=', proved.itemId).execute();
}

/** The uploads that an item was listed from meet it by construction: noted as decided, so that the sweep opens no review about them. */
async function settleOwnMatches(
  tx: Tx,
  refs: readonly string[],
  { id, bankId, codes, asksOnly }: { id: string; bankId: string; codes: readonly ListedCode[]; asksOnly: boolean },
): Promise<void> {
  const [first] = codes;
  if (first === undefined || refs.length === 0) return;
  await tx.sql
    .insertInto('match')
    .values(
      refs.map((ref) => ({
        ref,
        item_id: id,
        bank_id: bankId,
        kind: first.kind,
        variant: first.variant,
        distance: 0,
        effect: asksOnly ? 'review' : 'hold',
        settled: asksOnly ? ('restrict' as const) : ('remove' as const),
        found_by: 'sweep' as const,
        at: tx.now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
