/** Has anyone changed, dropped, moved or cut off what was recorded? */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainReason, Refusal } from '@likeness/server/config/refusal';
import type { Checkpoint } from '@likeness/server/ledger/checkpoint';
import type { LedgerVerdict } from '@likeness/server/ledger/verify';
import type { Command } from './command.ts';

export const ledgerVerify: Command = {
  words: 'ledger verify',
  operands: '',
  summary: 'Check that the record of every act is whole.',
  explanation: `Reads every row, recomputes the chain and checks it against the signed checkpoints. Names the first bad row and exits
with status 1 if anything was changed, dropped, moved or cut off. Checkpoints are read from the database and from
checkpoints.log in the data folder; someone who can change both could cut the end off unseen, so keep a copy of that
file elsewhere and check against the copy.

With --json one line: {"whole","rows","anchoredTo"} and, if it is not whole, "badRow" and "reason".`,
  options: [{ name: 'checkpoints', value: 'FILE', sentence: 'A copy of checkpoints.log that was kept elsewhere.' }],
  examples: [
    { line: 'likeness ledger verify', sentence: 'Against the checkpoints on this machine.' },
    { line: 'likeness ledger verify --checkpoints /media/safe/checkpoints.log', sentence: 'Against a copy nobody here can change.' },
  ],
  async run(call) {
    const named = call.option('checkpoints');
    const kept = named === undefined ? [] : readCheckpoints(named);
    const { installationHere } = await import('./installation.ts');
    const { verifyLedger } = await import('@likeness/server/ledger/verify');
    const { store, keys, settings } = await installationHere(call);
    const own = join(settings.dataDir, 'checkpoints.log');
    const outside = named === undefined && existsSync(own) ? readCheckpoints(own) : kept;
    const verdict = await verifyLedger(store, keys, outside);
    call.print(call.json ? JSON.stringify(verdict) : sentenceOf(verdict));
    return verdict.whole ? 0 : 1;
  },
};

function sentenceOf({ whole, rows, badRow, reason, anchoredTo }: LedgerVerdict): string {
  if (!whole) return `The ledger is not whole. First bad row: ${badRow}. ${reason ?? ''}`.trim();
  if (anchoredTo === null)
    return `The ledger is whole: ${rows} rows. Unanchored: no checkpoint vouches for it, so a cut-off end would not show.`;
  return `The ledger is whole: ${rows} rows, anchored to row ${anchoredTo} by a signed checkpoint.`;
}

/** @throws Refusal `ledger/checkpoints` */
function readCheckpoints(file: string): Checkpoint[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Refusal('ledger/checkpoints', `The checkpoints in ${file} cannot be read: ${plainReason(error)}.`);
  }
  return text
    .split('\n')
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line }) => line !== '')
    .map(({ line, number }) => {
      const checkpoint = parseCheckpoint(line);
      if (checkpoint !== undefined) return checkpoint;
      throw new Refusal('ledger/checkpoints', `Line ${number} of ${file} is not a checkpoint; use an undamaged copy.`);
    });
}

function parseCheckpoint(line: string): Checkpoint | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return undefined;
  }
  const { seq, hash, at, keyId, signature }: { [field in keyof Checkpoint]?: unknown } =
    typeof parsed === 'object' && parsed !== null ? parsed : {};
  if (typeof seq !== 'number' || typeof hash !== 'string' || typeof at !== 'string') return undefined;
  if (typeof keyId !== 'string' || typeof signature !== 'string') return undefined;
  return { seq, hash, at, keyId, signature };
}
