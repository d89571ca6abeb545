/** How is a bank made, and how does its policy change? Each change reaches every index by its number; one that lets more match has earlier uploads looked at again. */
import { vpdqRule } from '@likeness/fingerprint';
import { type BankPolicy, type NarrowedRadius, type OnMatch, radiiOf, radiiText } from '@likeness/lookup';
import { nameOf } from '../access/name.ts';
import { type Random, uuid } from '../config/random.ts';
import { record } from '../ledger/record.ts';
import { askLookBack } from '../store/bank-lists.ts';
import { bankPolicies, noteBankChanges } from '../store/banks.ts';
import { type Db, type Store, type Tx, takeLog } from '../store/database.ts';

/** Who does it: a moderator's id, or the operator at the terminal. */
export type By = { readonly moderator: string } | 'operator';
export const bySubject = (by: By): { readonly by: string } => ({ by: by === 'operator' ? 'operator' : by.moderator });

export type { BankPolicy };

export interface NewBank {
  readonly name: string;
  readonly onMatch: OnMatch;
  /** The one service it is for; null: every service. */
  readonly platformId: string | null;
  readonly isHarmless: boolean;
  readonly radius?: number | null;
  readonly radii?: readonly NarrowedRadius[];
  readonly ratio?: number | null;
}

export type BankMade = { readonly id: string } | { readonly refused: 'name' | 'taken' };

/** Makes a bank without items. Names are told apart whatever their case, over all services: a command names a bank by it. */
export async function createBank(store: Store, random: Random, bank: NewBank, by: By): Promise<BankMade> {
  const name = nameOf(bank.name);
  if (name === null) return { refused: 'name' };
  return store.transact(async (tx) => {
    await takeLog(tx, 'bank');
    const taken = (await bankPolicies(tx.sql)).some((known) => known.name.toLowerCase() === name.toLowerCase());
    if (taken) return { refused: 'taken' };
    const id = uuid(random);
    await tx.sql
      .insertInto('bank')
      .values({
        id,
        name,
        platform_id: bank.platformId,
        on_match: bank.onMatch,
        radius: bank.radius ?? null,
        radii: JSON.stringify(bank.radii ?? []),
        ratio: bank.ratio ?? null,
        is_harmless: bank.isHarmless,
        enabled: true,
        created_at: tx.now,
      })
      .execute();
    await noteBankChanges(tx, [{ subject: 'bank', subjectId: id }]);
    await record(tx, { act: 'bank.created', subjects: { bank: id, policy: bank.onMatch, ...bySubject(by) } });
    return { id };
  });
}

/** What somebody wrote at a terminal or into a form. What is left out stays as it is. */
export interface PolicyWords {
  readonly onMatch?: string | undefined;
  /** As `radiiOf` reads it. */
  readonly radius?: string | undefined;
  /** 0 to 1; empty or `tier` narrows nothing. */
  readonly ratio?: string | undefined;
}

/** What was not understood, and the sentence that says what would be. */
export interface PolicyRefused {
  readonly field: keyof PolicyWords;
  readonly sentence: string;
}

/** The change that these words ask for, or everything that is wrong with them. */
export function policyOf({ onMatch, radius, ratio }: PolicyWords): PolicyChange | readonly PolicyRefused[] {
  const refused: PolicyRefused[] = [];
  let change: PolicyChange = {};
  if (onMatch === 'hold' || onMatch === 'review' || onMatch === 'observe') change = { ...change, onMatch };
  else if (onMatch !== undefined)
    refused.push({ field: 'onMatch', sentence: 'A match is held, reviewed or only noted: hold, review or observe.' });
  const radii = radius === undefined ? {} : radiiOf(radius);
  if (typeof radii === 'string') refused.push({ field: 'radius', sentence: radii });
  else change = { ...change, ...radii };
  const share = ratio === undefined ? undefined : ratio.trim() === '' || ratio === 'tier' ? null : Number(ratio);
  if (share === undefined || share === null || (share >= vpdqRule.minShare && share <= 1))
    change = share === undefined ? change : { ...change, ratio: share };
  else refused.push({ field: 'ratio', sentence: `The share of a video’s frames is a number from ${vpdqRule.minShare} to 1, such as 0.9.` });
  return refused.length > 0 ? refused : change;
}

/** The radii of a bank as they are written; empty where the tiers' own hold. */
export const radiiWords = (bank: Pick<BankPolicy, 'radius' | 'radii'>): string => radiiText(bank);

export type PolicyChange = Partial<Pick<BankPolicy, 'onMatch' | 'enabled' | 'radius' | 'radii' | 'ratio'>>;

/** Changes what is named and leaves the rest. Answers the policy as it is now; null when there is no such bank. */
export async function changeBank(store: Store, bankId: string, change: PolicyChange, by: By): Promise<BankPolicy | null> {
  return store.transact(async (tx) => {
    // The row before the log, as everywhere.
    const locked = await tx.sql.selectFrom('bank').select('id').where('id', '=', bankId).forUpdate().executeTakeFirst();
    const [before] = locked === undefined ? [] : await bankPolicies(tx.sql, [bankId]);
    if (before === undefined) return null;
    const after = { ...before, ...change };
    await tx.sql
      .updateTable('bank')
      .set({
        on_match: after.onMatch,
        enabled: after.enabled,
        radius: after.radius,
        radii: JSON.stringify(after.radii ?? []),
        ratio: after.ratio ?? null,
      })
      .where('id', '=', bankId)
      .execute();
    await announceBank(tx, after, by);
    return after;
  });
}

async function announceBank(tx: Tx, bank: BankPolicy, by: By): Promise<void> {
  const seq = await noteBankChanges(tx, [{ subject: 'bank', subjectId: bank.id }]);
  // Uploads that were let pass under the former policy may meet it now.
  if (bank.enabled) await askLookBack(tx, bank.id, { after: seq - 1, seq }, tx.now);
  await record(tx, {
    act: 'bank.changed',
    subjects: {
      bank: bank.id,
      policy: bank.onMatch,
      enabled: bank.enabled ? 'yes' : 'no',
      radius: bank.radius ?? 'tier',
      change: seq,
      ...bySubject(by),
    },
  });
}

/** The bank of that name, whatever its case, or of that id; `platformId`: among those of one platform alone. Several services may each have one of a name: then none is meant. */
export async function bankNamed(
  db: Db,
  name: string,
  platformId?: string,
): Promise<{ readonly bank: BankPolicy | null; readonly others: readonly BankPolicy[] }> {
  const all = (await bankPolicies(db)).filter((bank) => platformId === undefined || bank.platformId === platformId);
  const meant = all.filter((bank) => bank.id === name || bank.name.toLowerCase() === name.trim().toLowerCase());
  const [bank] = meant;
  return bank !== undefined && meant.length === 1 ? { bank, others: [] } : { bank: null, others: meant.length > 1 ? meant : all };
}
