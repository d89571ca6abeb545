/** How does a bank leave as a list that others can take over? Streamed as it stood at one instant, in the forms that are imported. */
import { csvHeader, csvHeaderWithTimes, csvLine, jsonLine } from '@likeness/exchange';
import { record } from '../ledger/record.ts';
import { hasTimes, listedAfter, type StayedBehind, stayedBehind } from '../store/bank-lists.ts';
import type { Store } from '../store/database.ts';
import { type By, bySubject } from './banks.ts';

const page = 2000;
const nil = '00000000-0000-0000-0000-000000000000';

export interface Exported {
  readonly lines: number;
  /** Null of what was withdrawn. */
  readonly behind: StayedBehind | null;
}

/** `which`: what may match, or what was withdrawn and can be put back. Hands on the list in pieces of text, waiting for each; answers how many lines there were, and what stayed behind. The act is in the ledger before the first piece. */
export async function exportList(
  store: Store,
  bankId: string,
  form: 'csv' | 'json-lines',
  by: By,
  write: (piece: string, lines: number) => Promise<void>,
  which: 'listed' | 'withdrawn' = 'listed',
): Promise<Exported> {
  await store.transact((tx) => record(tx, { act: 'bank.exported', subjects: { bank: bankId, ...bySubject(by) } }));
  const end = form === 'csv' ? '\r\n' : '\n';
  return store.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (snapshot) => {
      // A column more only where it says something: other programs know the eight.
      const isTimed = form === 'csv' && (await hasTimes(snapshot, bankId));
      if (form === 'csv') await write(`${isTimed ? csvHeaderWithTimes : csvHeader}${end}`, 0);
      let count = 0;
      for (let after = nil; ; ) {
        const part = await listedAfter(snapshot, bankId, after, page, which);
        if (part === null) return { lines: count, behind: which === 'listed' ? await stayedBehind(snapshot, bankId) : null };
        after = part.lastId;
        count += part.lines.length;
        const text = part.lines.map((line) => `${form === 'csv' ? csvLine(line, isTimed) : jsonLine(line)}${end}`).join('');
        await write(text, count);
      }
    });
}
