/** Does another platform have this name? Of two that are called the same nobody could say which one is meant. */
import { type Tx, takeLog } from './database.ts';

/** However its letters are written, large or small. Until the transaction is over no other platform takes it. */
export async function isNameTaken(tx: Tx, name: string, byAnotherThan: string | null): Promise<boolean> {
  await takeLog(tx, 'bank');
  const same = await tx.sql
    .selectFrom('platform')
    .select('id')
    .where((eb) => eb(eb.fn<string>('lower', ['name']), '=', eb.fn<string>('lower', [eb.val(name)])))
    .$if(byAnotherThan !== null, (query) => query.where('id', '!=', byAnotherThan))
    .executeTakeFirst();
  return same !== undefined;
}
