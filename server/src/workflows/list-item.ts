/** What does a decision list? The upload's own codes as the platform's item, and of the claimant's only those that the upload proves (design §6). */
import type { ListedCode } from '@likeness/casework';
import { type Random, uuid } from '../config/random.ts';
import { addCodes, insertItem, itemsById, ownBank } from '../store/banks.ts';
import type { RequestRow } from '../store/cases.ts';
import type { Tx } from '../store/database.ts';

/** A new active item in the platform's own bank, with the decision as its claim. `ref` is the upload that it was made from. Answers its id. */
export async function listItem(
  tx: Tx,
  random: Random,
  listed: { readonly platformId: string; readonly decisionId: string; readonly ref: string | null; readonly codes: readonly ListedCode[] },
): Promise<string> {
  const id = uuid(random);
  const bankId = await ownBank(tx.sql, listed.platformId);
  await insertItem(tx, { id, bankId, state: 'active', source: 'decision', codes: listed.codes });
  await tx.sql
    .insertInto('claim')
    .values({
      id: uuid(random),
      item_id: id,
      kind: 'decision',
      case_id: null,
      decision_id: listed.decisionId,
      made_at: tx.now,
      ended_at: null,
    })
    .execute();
  await settleOwnMatch(tx, listed.ref, id, bankId, listed.codes);
  return id;
}

/** Makes the claimant's item active with its proved codes; it stays supported by her case alone. */
export async function joinItem(
  tx: Tx,
  random: Random,
  joined: {
    readonly itemId: string;
    readonly request: RequestRow | null;
    readonly ref: string | null;
    readonly codes: readonly ListedCode[];
  },
): Promise<void> {
  const { itemId, request, codes } = joined;
  const [item] = await itemsById(tx.sql, [itemId]);
  if (item === undefined || request === null) throw new RangeError('an effect joins an item that was not on the table');
  const unproved = item.codes.filter((code) => !codes.some(({ kind, value }) => kind === code.kind && value === code.value));
  if (unproved.length > 0) await splitUnproved(tx, random, { id: itemId, bankId: item.bankId, source: item.source, request, unproved });
  await addCodes(tx, itemId, codes);
  await tx.sql.updateTable('item').set({ state: 'active' }).where('id', '=', itemId).execute();
  await settleOwnMatch(tx, joined.ref, itemId, item.bankId, codes);
}

/** Codes that the viewed content does not prove stay hers and pending, as an item of their own: listing them would list a picture nobody has looked at. */
async function splitUnproved(
  tx: Tx,
  random: Random,
  from: {
    readonly id: string;
    readonly bankId: string;
    readonly source: string;
    readonly request: RequestRow;
    readonly unproved: Parameters<typeof addCodes>[2];
  },
): Promise<void> {
  const id = uuid(random);
  await insertItem(tx, { id, bankId: from.bankId, state: 'pending', source: from.source, codes: from.unproved });
  await tx.sql
    .insertInto('claim')
    .values({
      id: uuid(random),
      item_id: id,
      kind: 'case',
      case_id: from.request.caseId,
      decision_id: null,
      made_at: tx.now,
      ended_at: null,
    })
    .execute();
  await tx.sql.insertInto('request_item').values({ tracking_number: from.request.trackingNumber, item_id: id }).execute();
  const values = from.unproved.map(({ value }) => Buffer.from(value, 'hex'));
  await tx.sql
    .deleteFrom('item_code')
    .where('item_id', '=', from.id)
    .where('code_id', 'in', (eb) => eb.selectFrom('code').select('code.id').where('code.value', 'in', values))
    .execute();
}

/** The upload that an item was listed from meets it by construction: noted as decided, so that the sweep opens no review about it. */
async function settleOwnMatch(tx: Tx, ref: string | null, itemId: string, bankId: string, codes: readonly ListedCode[]): Promise<void> {
  const [first] = codes;
  if (first === undefined || ref === null) return;
  await tx.sql
    .insertInto('match')
    .values({
      ref,
      item_id: itemId,
      bank_id: bankId,
      kind: first.kind,
      variant: first.variant,
      distance: 0,
      effect: 'hold',
      settled: 'remove',
      found_by: 'sweep',
      at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
