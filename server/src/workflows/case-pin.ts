/** Is this the PIN of the case? Five tries in a quarter of an hour, however many come at once and through whichever form. */
import type { CaseCode, CasePin } from '@likeness/casework';
import { isPassword } from '../access/password.ts';
import { clearAttempts, countAttempt } from '../access/throttle.ts';
import type { Tx } from '../store/database.ts';
import { macsOfCode } from './case-code.ts';
import type { Engine } from './engine.ts';

const pinAttempts = { attempts: 5, withinMs: 15 * 60 * 1000 } as const;
const subjectOf = (caseId: string): string => `pin:${caseId}`;

/** Whether this is the case's PIN. Throws Problem `limit/reached` after five tries in a quarter of an hour; the right one clears the count. */
export async function isCasePin(engine: Engine, caseId: string, pin: CasePin): Promise<boolean> {
  const { store, keys } = engine;
  await store.transact((tx) => countAttempt(tx, keys, subjectOf(caseId), pinAttempts));
  const row = await store.db.selectFrom('case_file').select('pin_hash').where('id', '=', caseId).executeTakeFirst();
  if (row?.pin_hash == null || !(await isPassword(pin.reveal(), row.pin_hash))) return false;
  await store.transact((tx) => clearAttempts(tx, keys, subjectOf(caseId)));
  return true;
}

/** A filing with the code of a case that has a PIN is a try of that PIN: counted before its transaction, so that a refusal does not undo the count. */
export async function countFilingAsTry(engine: Engine, code: CaseCode): Promise<void> {
  const { store, keys } = engine;
  const macs = macsOfCode(engine, code);
  await store.transact(async (tx) => {
    const file = await tx.sql.selectFrom('case_file').select(['id', 'pin_hash']).where('code_mac', 'in', macs.all).executeTakeFirst();
    if (file !== undefined && file.pin_hash !== null) await countAttempt(tx, keys, subjectOf(file.id), pinAttempts);
  });
}

/** Whether a filing may add to this case: always where it has no PIN, else with that PIN. */
export async function opensForFiling(
  engine: Engine,
  tx: Tx,
  file: { readonly id: string; readonly pin_hash: string | null },
  pin: CasePin | null,
): Promise<boolean> {
  if (file.pin_hash === null) return true;
  if (pin === null || !(await isPassword(pin.reveal(), file.pin_hash))) return false;
  await clearAttempts(tx, engine.keys, subjectOf(file.id));
  return true;
}
