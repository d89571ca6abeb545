/** What did whoever decided write for colleagues? Sealed with the decision's id, and added to where somebody outside sets one of its pictures aside. */
import type { KeyRing } from '../config/key-ring.ts';
import type { Tx } from '../store/database.ts';

const placeOf = (decisionId: string): Buffer => Buffer.from(`decision:${decisionId}:note`);

/** Null where nothing was written. */
export function sealNote(keys: KeyRing, decisionId: string, note: string): Uint8Array | null {
  const written = note.trim();
  return written === '' ? null : keys.seal('envelope', Buffer.from(written), placeOf(decisionId));
}

export function openNote(keys: KeyRing, decisionId: string, sealed: Uint8Array | null): string {
  return sealed === null ? '' : Buffer.from(keys.open('envelope', sealed, placeOf(decisionId))).toString('utf8');
}

/** As a paragraph of its own, after what stands there. */
export async function addToNote(keys: KeyRing, tx: Tx, decisionId: string, note: string): Promise<void> {
  const { note_sealed: sealed } = await tx.sql
    .selectFrom('decision')
    .select('note_sealed')
    .where('id', '=', decisionId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const all = [openNote(keys, decisionId, sealed), note].filter((one) => one !== '').join('\n');
  await tx.sql
    .updateTable('decision')
    .set({ note_sealed: sealNote(keys, decisionId, all) })
    .where('id', '=', decisionId)
    .execute();
}
