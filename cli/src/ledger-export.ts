/** How does a month of the ledger leave the house, and how does somebody without this installation check it? */
import { once } from 'node:events';
import { plainReason, Refusal, systemErrorCode } from '@likeness/server/config/refusal';
import type { ExportVerdict } from '@likeness/server/ledger/verify-export';
import type { Command } from './command.ts';
import { ended, newFile } from './new-file.ts';
import { quoted } from './shown.ts';

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
    { name: 'month', value: 'MONTH', sentence: 'Required: such as 2026-11.' },
    { name: 'to', value: 'FILE', sentence: 'Write it into this new file, for this user alone, instead of printing it.' },
  ],
  examples: [{ line: 'likeness ledger export --month 2026-11 --to ledger-2026-11.jsonl', sentence: 'November 2026, and the public key.' }],
  async run(call) {
    const { exportLedger, isMonth } = await import('@likeness/server/ledger/export');
    const month = call.option('month');
    if (month === undefined || !isMonth(month))
      throw new Refusal('usage/month', 'ledger export needs --month MONTH, such as 2026-11; see: likeness ledger export --help', 2);
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
      if (made === null) throw new Refusal('export/month', `${month} is not over yet, and more may happen in it.`);
      if (path !== undefined && out !== null) await ended(out);
      if (path !== undefined) call.print(call.json ? JSON.stringify(made) : made.publicKey);
      call.note(`${(made.to - made.from + 1).toLocaleString('en')} rows, signed with the key ${made.publicKey}.`);
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
  examples: [{ line: 'likeness ledger verify-export ledger-2026-11.jsonl', sentence: 'Whole or not, and with which key it was signed.' }],
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
      const reason = systemErrorCode(error) === 'ENOENT' ? 'there is no such file' : plainReason(error);
      throw new Refusal('export/unreadable', `${quoted(file)} cannot be read: ${reason}.`, 1);
    }
    call.print(call.json ? JSON.stringify(verdict) : sentenceOf(verdict));
    if (verdict.whole && call.option('key') === undefined)
      call.note('Compare the key with the one that the installation gave you on another way.');
    return verdict.whole ? 0 : 1;
  },
};

function sentenceOf(verdict: ExportVerdict): string {
  if (!verdict.whole) return `The export is not whole. Line ${verdict.line}: ${verdict.reason}.`;
  return `The export of ${verdict.month} is whole: ${verdict.rows} rows, signed with the key ${verdict.publicKey}.`;
}
