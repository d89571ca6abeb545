/** How does a month of the ledger leave the house, and how does somebody without this installation check it? */
import { once } from 'node:events';
import { NOT_SO, plainReason, Refusal, systemErrorCode } from '@likeness/server/config/refusal';
import type { ExportVerdict } from '@likeness/server/ledger/verify-export';
import type { Command } from './command.ts';
import { ended, newFile } from './new-file.ts';
import { counted, quoted } from './shown.ts';
import { WRONG_USAGE } from './usage.ts';

export const ledgerExport: Command = {
  words: 'ledger export',
  operands: '',
  summary: 'Write a month of the record of acts as one signed file.',
  explanation: `Every row of a month that is over (UTC), with its place in the chain, signed with the ledger's key
(docs/formats/ledger-export.md). It holds ids, codes, times and salted commitments, never personal text. Anybody can
check it with likeness ledger verify-export, without this installation. Give them the public key on another way.

Prints the file, or writes it with --to and prints the public key: then with --json one line:
{"month","from","to","publicKey"}.`,
  options: [
    { name: 'month', value: 'MONTH', sentence: 'Required: one that is over, such as 2026-06.' },
    { name: 'to', value: 'FILE', sentence: 'Write it into this new file, for this user alone, instead of printing it.' },
  ],
  examples: [{ line: 'likeness ledger export --month 2026-06 --to ledger-2026-06.jsonl', sentence: 'June 2026, and the public key.' }],
  async run(call) {
    const { exportLedger, isMonth } = await import('@likeness/server/ledger/export');
    const month = call.option('month');
    if (month === undefined) throw wrongMonth('ledger export needs --month MONTH, such as 2026-06');
    if (!isMonth(month)) throw wrongMonth(`--month is a year and a month, such as 2026-06, not ${quoted(month)}`);
    const { installationHere } = await import('./installation.ts');
    const { store, keys } = await installationHere(call);
    const path = call.option('to');
    let out: NodeJS.WritableStream | null = null;
    try {
      const made = await exportLedger(store, keys, month, async (piece) => {
        // Made with the first line: a month that is not over leaves no empty file.
        out ??= path === undefined ? process.stdout : await newFile(path);
        if (!out.write(piece)) await once(out, 'drain');
      });
      if (made === null) throw new Refusal('export/month', `${month} is not over yet, and more may happen in it.`, NOT_SO);
      if (path !== undefined && out !== null) await ended(out);
      if (path !== undefined) call.print(call.json ? JSON.stringify(made) : made.publicKey);
      call.note(`${counted(made.to - made.from + 1, 'row')}, signed with the key ${made.publicKey}.`);
      return 0;
    } catch (error) {
      if (error instanceof Refusal || path === undefined || systemErrorCode(error) === undefined) throw error;
      throw new Refusal('export/unwritable', `${path} cannot be written: ${plainReason(error)}.`);
    }
  },
};

export const ledgerVerifyExport: Command = {
  words: 'ledger verify-export',
  operands: 'FILE',
  summary: 'Check an exported month, with nothing but the file.',
  explanation: `Recomputes every row and the signature. Names the first line that was changed, dropped, moved or cut off, and exits with
status 1. Whose signature it is shows only by the public key: compare it, or give the one that you know with --key.

With --json one line: {"whole","month","rows","after","lastHash","publicKey"}, where "after" is the "lastHash" of the
month before; if it is not whole: {"whole","line","reason"}.`,
  options: [{ name: 'key', value: 'KEY', sentence: 'The public key that must have signed it, as ledger export prints it.' }],
  examples: [{ line: 'likeness ledger verify-export ledger-2026-06.jsonl', sentence: 'Whole or not, and with which key it was signed.' }],
  async run(call) {
    const [file, ...more] = call.operands;
    if (file === undefined || more.length > 0)
      throw new Refusal('usage/file', 'ledger verify-export takes one FILE; see: likeness ledger verify-export --help', 2);
    const { verifyExport } = await import('@likeness/server/ledger/verify-export');
    let verdict: ExportVerdict;
    try {
      verdict = await verifyExport(file, call.option('key'));
    } catch (error) {
      if (systemErrorCode(error) === undefined) throw error;
      throw new Refusal('export/unreadable', `${quoted(file)} cannot be read: ${plainReason(error)}.`, NOT_SO);
    }
    call.print(call.json ? JSON.stringify(verdict) : sentenceOf(verdict));
    if (verdict.whole && call.option('key') === undefined)
      call.note('Compare the key with the one that the installation gave you on another way.');
    return verdict.whole ? 0 : 1;
  },
};

const wrongMonth = (sentence: string): Refusal =>
  new Refusal('usage/month', `${sentence}; see: likeness ledger export --help`, WRONG_USAGE);

function sentenceOf(verdict: ExportVerdict): string {
  if (!verdict.whole) return `The export is not whole. Line ${verdict.line}: ${verdict.reason}.`;
  return `The export of ${verdict.month} is whole: ${counted(verdict.rows, 'row')}, signed with the key ${verdict.publicKey}.`;
}
