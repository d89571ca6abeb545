/** Is this receipt whole, and which key signed it? Checked with nothing but the file. */
import { readFileSync } from 'node:fs';
import { NOT_SO, plainReason, Refusal, systemErrorCode } from '@likeness/server/config/refusal';
import type { ReceiptVerdict } from '@likeness/server/ledger/receipt';
import type { Command } from './command.ts';
import { quoted, shown } from './shown.ts';

export const receiptVerify: Command = {
  words: 'receipt verify',
  operands: 'FILE',
  summary: 'Check the receipts of requests, with nothing but the file.',
  explanation: `Checks every receipt that stands in a file that a person downloaded from her case, or in a receipt of its own
(docs/formats/receipt.md). Exits with status 1 if one was changed, or if there is none. A receipt proves that a
request came in at a time, and nothing else: who sent it and whether it is true was not checked. Whose signature it
is shows only by the public key: compare it, or give the one that you know with --key.

With --json one line for each receipt: {"isWhole","number","service","law","received","due","publicKey"}; if it is not
whole: {"isWhole","number","reason"}.`,
  options: [{ name: 'key', value: 'KEY', sentence: 'The public key that must have signed, as ledger export prints it.' }],
  examples: [{ line: 'likeness receipt verify overview.html', sentence: 'Each receipt in what she downloaded.' }],
  async run(call) {
    const [file, ...more] = call.operands;
    if (file === undefined || more.length > 0)
      throw new Refusal('usage/file', 'receipt verify takes one FILE; see: likeness receipt verify --help', 2);
    const { verifyReceipts } = await import('@likeness/server/ledger/receipt');
    const verdicts = verifyReceipts(read(file), call.option('key'));
    if (verdicts.length === 0) throw new Refusal('receipt/none', `${quoted(file)} holds no receipt.`, NOT_SO);
    for (const verdict of verdicts) call.print(call.json ? JSON.stringify(verdict) : sentenceOf(verdict));
    call.note('A receipt proves that the request came in at this time. It does not prove who sent it, or that it is true.');
    if (call.option('key') === undefined) call.note('Compare the key with the one that the installation gives on another way.');
    return verdicts.every(({ isWhole }) => isWhole) ? 0 : 1;
  },
};

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (systemErrorCode(error) === undefined) throw error;
    throw new Refusal('receipt/unreadable', `${quoted(file)} cannot be read: ${plainReason(error)}.`, NOT_SO);
  }
}

function sentenceOf(verdict: ReceiptVerdict): string {
  if (!verdict.isWhole)
    return `The receipt${verdict.number === null ? '' : ` of ${shown(verdict.number)}`} is not whole: ${verdict.reason}.`;
  const { number, service, law, received, due, publicKey } = verdict;
  return `${shown(number)} came in at ${shown(received)} for ${shown(service)}, under ${shown(law)}, due by ${shown(due)}; signed with the key ${publicKey}.`;
}
