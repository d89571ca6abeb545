/** Has anyone changed, dropped, moved or cut off what was recorded? */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NOT_SO, plainReason, REFUSED, Refusal } from '@likeness/server/config/refusal';
import type { Checkpoint } from '@likeness/server/ledger/checkpoint';
import type { LedgerVerdict } from '@likeness/server/ledger/verify';
import type { Command } from './command.ts';
import { counted, quoted } from './shown.ts';

export const ledgerVerify: Command = {
  words: 'ledger verify',
  operands: '',
  summary: 'Check that the record of every act is whole.',
  explanation: `Reads every row, recomputes the chain and checks it against the signed checkpoints. Names the first bad row and exits
with status 1 if anything was changed, dropped, moved or cut off. Checkpoints are read from the database and from
checkpoints.log in the data folder; someone who can change both could cut the end off unseen, so keep a copy of that
file elsewhere and check against the copy.

A last line of that file that a crash cut short is named and left out; the others count.

With --json one line: {"whole","rows","anchoredTo"}; if it is not whole, "badRow" and "reason"; with a last line cut
short, its number as "cutLine".`,
  options: [{ name: 'checkpoints', value: 'FILE', sentence: 'A copy of checkpoints.log that was kept elsewhere.' }],
  examples: [
    { line: 'likeness ledger verify', sentence: 'Against the checkpoints on this machine.' },
    { line: 'likeness ledger verify --checkpoints /media/safe/checkpoints.log', sentence: 'Against a copy nobody here can change.' },
  ],
  async run(call) {
    const named = call.option('checkpoints');
    // A copy that cannot be read is refused before any database is started.
    const copy = named === undefined ? undefined : await readCheckpoints(named, NOT_SO);
    if (copy?.checkpoints.length === 0)
      throw new Refusal('ledger/checkpoints', `${quoted(named ?? '')} holds no whole checkpoint, so it vouches for nothing.`, NOT_SO);
    const { installationHere } = await import('./installation.ts');
    const { verifyLedger } = await import('@likeness/server/ledger/verify');
    const { store, keys, settings } = await installationHere(call);
    const own = join(settings.dataDir, 'checkpoints.log');
    const { checkpoints, cutLine } = copy ?? (existsSync(own) ? await readCheckpoints(own, REFUSED) : { checkpoints: [] });
    const verdict = await verifyLedger(store, keys, checkpoints);
    const leftOut = cutLine === undefined ? {} : { cutLine };
    call.print(call.json ? JSON.stringify({ ...verdict, ...leftOut }) : sentenceOf(verdict));
    if (cutLine !== undefined)
      call.note(`Line ${cutLine} of ${named ?? own}, the last, was cut short while it was written, as by a crash; it is left out.`);
    return verdict.whole ? 0 : 1;
  },
};

function sentenceOf({ whole, rows, badRow, reason, anchoredTo }: LedgerVerdict): string {
  if (!whole) return `The ledger is not whole. First bad row: ${badRow}. ${reason ?? ''}`.trim();
  if (anchoredTo === null)
    return `The ledger is whole: ${counted(rows, 'row')}. Unanchored: no checkpoint vouches for it, so a cut-off end would not show.`;
  return `The ledger is whole: ${counted(rows, 'row')}, anchored to row ${anchoredTo} by a signed checkpoint.`;
}

interface Kept {
  readonly checkpoints: readonly Checkpoint[];
  /** The number of a last line that has no end: the write was cut short, and says nothing of the ledger. */
  readonly cutLine?: number;
}

/** @throws Refusal `ledger/checkpoints` for a file that cannot be read, or is damaged in another place than its end */
async function readCheckpoints(file: string, exitCode: number): Promise<Kept> {
  const { parseCheckpoints } = await import('@likeness/server/ledger/checkpoint');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Refusal('ledger/checkpoints', `The checkpoints in ${quoted(file)} cannot be read: ${plainReason(error)}.`, exitCode);
  }
  try {
    const checkpoints = parseCheckpoints(text);
    return text === '' || text.endsWith('\n') ? { checkpoints } : { checkpoints, cutLine: checkpoints.length + 1 };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Refusal('ledger/checkpoints', `In ${quoted(file)}, ${error.message}; use an undamaged copy.`, exitCode);
  }
}
