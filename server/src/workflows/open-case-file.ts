/** Which case does a filing belong to? The one behind its code, made if there is none; without a code a new one that she makes hers by a link. */
import type { CaseCode } from '@likeness/casework';
import { uuid } from '../config/random.ts';
import type { Tx } from '../store/database.ts';
import { FollowSecret, macsOfCode, macsOfFollow } from './case-code.ts';
import type { PinProof } from './case-pin.ts';
import type { Engine } from './engine.ts';

export interface OpenedCase {
  readonly caseId: string;
  readonly isNew: boolean;
  readonly follow: FollowSecret | null;
}

/** The case behind a code, made if there is none; without a code a new case with a secret for the person to follow it. Its row is locked until commit. Null when its PIN was not proved. */
export async function openCaseFile(engine: Engine, tx: Tx, code: CaseCode | null, proof: PinProof): Promise<OpenedCase | null> {
  const { random } = engine;
  const blank = { created_at: tx.now, withdraw_asked_at: null, withdraw_due_at: null, withdrawn_at: null };
  if (code === null) {
    const follow = new FollowSecret(Buffer.from(random(32)).toString('base64url'));
    const caseId = uuid(random);
    await tx.sql
      .insertInto('case_file')
      .values({ id: caseId, code_mac: null, follow_mac: macsOfFollow(engine, follow).current, pin_hash: null, ...blank })
      .execute();
    return { caseId, isNew: true, follow };
  }
  const macs = macsOfCode(engine, code);
  for (;;) {
    // Looked for first: an older key of the ring may have made its MAC.
    const found = await tx.sql
      .selectFrom('case_file')
      .select(['id', 'pin_hash'])
      .where('code_mac', 'in', macs.all)
      .forNoKeyUpdate()
      .executeTakeFirst();
    if (found !== undefined) {
      if (found.pin_hash !== null && found.pin_hash !== proof.proved) return null;
      return { caseId: found.id, isNew: false, follow: null };
    }
    const inserted = await tx.sql
      .insertInto('case_file')
      .values({ id: uuid(random), code_mac: macs.current, follow_mac: null, pin_hash: proof.fresh, ...blank })
      .onConflict((conflict) => conflict.column('code_mac').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (inserted !== undefined) return { caseId: inserted.id, isNew: true, follow: null };
    // Somebody filed with the same code between the two: found at the next look, unless it was withdrawn by then and is nobody's any more.
  }
}

/** A case that is open in her browser already, locked until commit; null when it has ended. */
export async function lockCaseFile(tx: Tx, caseId: string): Promise<OpenedCase | null> {
  const found = await tx.sql
    .selectFrom('case_file')
    .select('id')
    .where('id', '=', caseId)
    .where('withdrawn_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return found === undefined ? null : { caseId: found.id, isNew: false, follow: null };
}
