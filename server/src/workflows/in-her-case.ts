/** In which case is kept what she writes and no service is told of? Her open one, or the one behind the code that came with it, made if there is none. */
import type { CaseCode, CasePin } from '@likeness/casework';
import { type Source, thisMachine } from '../access/throttle.ts';
import { record } from '../ledger/record.ts';
import type { Tx } from '../store/database.ts';
import { proveForFiling } from './case-pin.ts';
import type { Engine } from './engine.ts';
import { lockCaseFile, openCaseFile } from './open-case-file.ts';

/** Within her open case, or with a code: the case behind it, made if there is none. */
export type CasePlace = { readonly caseId: string } | { readonly code: CaseCode; readonly pin: CasePin | null; readonly source?: Source };

/**
 * Does `work` in that case, whose row is locked until commit; null when it has ended meanwhile.
 * @throws Problem `case/pin` for the code of a case that has another PIN, `limit/reached` after five tries.
 */
export async function inHerCase<T>(
  engine: Engine,
  where: CasePlace,
  work: (tx: Tx, caseId: string) => Promise<T>,
): Promise<{ readonly caseId: string; readonly kept: T } | null> {
  if (!('code' in where))
    return engine.store.transact(async (tx) => {
      const opened = await lockCaseFile(tx, where.caseId);
      return opened === null ? null : { caseId: opened.caseId, kept: await work(tx, opened.caseId) };
    });
  for (;;) {
    const proof = await proveForFiling(engine, where.code, where.pin, where.source ?? thisMachine);
    const done = await engine.store.transact(async (tx) => {
      const opened = await openCaseFile(engine, tx, where.code, proof);
      if (opened === null) return null;
      const kept = await work(tx, opened.caseId);
      if (opened.isNew) await record(tx, { act: 'case.opened', subjects: { case: opened.caseId } });
      return { caseId: opened.caseId, kept };
    });
    if (done !== null) return done;
    // Meanwhile the same code was filed with a PIN: looked at anew.
  }
}
