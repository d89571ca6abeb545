/** Is this the PIN of the case? Five tries in a quarter of an hour from one place, however many come at once and through whichever form. */
import type { CaseCode, CasePin } from '@likeness/casework';
import { Problem } from '@likeness/contract';
import { hashPassword, isPassword } from '../access/password.ts';
import { type Allowance, lineOf, type Source, thisMachine, tryOnce } from '../access/throttle.ts';
import { macsOfCode } from './case-code.ts';
import type { Engine } from './engine.ts';

/**
 * Guesses on the PIN of a code that somebody found: 480 a day from one address, 17,280 from however many; six digits have a million. To keep her waiting
 * somebody has to make 180 tries in every quarter of an hour, which takes 36 addresses. Who is in already is never kept waiting by anybody else.
 */
const pinAllowance: Allowance = { attempts: 5, withinMs: 15 * 60 * 1000, together: 15, turnMs: 5000 };

/**
 * Whether this is the case's PIN; the right one clears the count of its source.
 * @throws Problem `limit/reached` after five wrong ones in a quarter of an hour, `password/busy` when too many come at once.
 */
export async function isCasePin(engine: Engine, caseId: string, pin: CasePin, source: Source = thisMachine): Promise<boolean> {
  const { store, keys } = engine;
  return tryOnce(store, keys, `pin:${caseId}`, source, pinAllowance, async () => {
    const row = await store.db.selectFrom('case_file').select('pin_hash').where('id', '=', caseId).executeTakeFirst();
    return row?.pin_hash != null && isPassword(pin.reveal(), row.pin_hash, lineOf(source));
  });
}

/** What a filing brings to the case of its code. Made before its transaction, which holds a connection and rows that others wait for. */
export interface PinProof {
  /** The PIN that the case has, proved to be known; null when it had none, or there was no case. */
  readonly proved: string | null;
  /** The PIN that a new case gets. */
  readonly fresh: string | null;
}

/** Of a filing without a code. */
export const noProof: PinProof = { proved: null, fresh: null };

/** Problem `case/pin` when there is a case with a PIN and this is not it. */
export async function proveForFiling(engine: Engine, code: CaseCode, pin: CasePin | null, source: Source): Promise<PinProof> {
  const file = await engine.store.db
    .selectFrom('case_file')
    .select(['id', 'pin_hash'])
    .where('code_mac', 'in', macsOfCode(engine, code).all)
    .executeTakeFirst();
  if (file === undefined) {
    return { proved: null, fresh: pin === null ? null : await hashPassword(pin.reveal(), engine.random(16), lineOf(source)) };
  }
  if (file.pin_hash === null) return { proved: null, fresh: null };
  if (pin === null || !(await isCasePin(engine, file.id, pin, source))) throw new Problem('case/pin');
  return { proved: file.pin_hash, fresh: null };
}
