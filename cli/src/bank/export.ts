/** How does a bank become a list that others can take over? */
import { once } from 'node:events';
import { plainReason, Refusal, systemErrorCode } from '@likeness/server/config/refusal';
import type { StayedBehind } from '@likeness/server/store/bank-lists';
import type { Command } from '../command.ts';
import { ended, newFile } from '../new-file.ts';
import { counted } from '../shown.ts';
import { bankHere, bankPlatformOption, exactly } from './named.ts';

export const bankExport: Command = {
  words: 'bank export',
  operands: 'NAME',
  summary: 'Write a bank as a list that can be imported.',
  explanation: `Prints the lines of the bank as CSV with the columns kind,value,quality,source,note,item,variant,expiresAt, or with
--json as JSON lines with the same keys (docs/formats/lists.md). What is suspended is in it; what has expired or was
withdrawn is not. Three things match here and leave in no list: what a decision left up for fewer people, what somebody
asked this service alone to look out for, and what was referred. Nor do the crops that this server makes of a copy that
somebody looked at: no list has a line for them. bank list counts all of these; standard error says how many stayed
behind and why, with --json as {"behind":{"items","codes","restricted","lookedOutFor","referred","crops"}}: "codes" are
those of "items", "crops" codes of other items. All else, imported again, is the same list. Whoever has the list can
compare pictures with it: keep it as safe as the data.`,
  options: [
    bankPlatformOption,
    { name: 'to', value: 'FILE', sentence: 'Write it into this new file, for this user alone, instead of printing it.' },
    { name: 'withdrawn', sentence: 'Instead of the list: what bank withdraw took off it, and bank put-back puts back.' },
  ],
  examples: [
    { line: 'likeness bank export "Confirmed here" --to ours.csv', sentence: 'CSV in a file.' },
    { line: 'likeness bank export "Confirmed here" --json', sentence: 'JSON lines on standard output.' },
  ],
  async run(call) {
    const [name = ''] = exactly('bank export', ['NAME'], call.operands);
    const { installationHere } = await import('../installation.ts');
    const { exportList } = await import('@likeness/server/workflows/bank-export');
    const installation = await installationHere(call);
    const { store } = installation;
    const bank = await bankHere(call, installation, name);
    const path = call.option('to');
    const out = path === undefined ? process.stdout : await newFile(path);
    try {
      const which = call.option('withdrawn') === undefined ? 'listed' : 'withdrawn';
      const write = async (piece: string): Promise<void> => {
        // What the reader has not taken yet is not piled up here.
        if (!out.write(piece)) await once(out, 'drain');
      };
      const { lines, behind } = await exportList(store, bank.id, call.json ? 'json-lines' : 'csv', 'operator', write, which);
      if (path !== undefined) await ended(out);
      call.note(`${counted(lines, 'code')}, a line each.`);
      if (behind !== null && behind.items + behind.crops > 0) call.complain(call.json ? JSON.stringify({ behind }) : behindWords(behind));
      return 0;
    } catch (error) {
      if (path === undefined || systemErrorCode(error) === undefined) throw error;
      throw new Refusal('export/unwritable', `${path} cannot be written: ${plainReason(error)}.`);
    }
  },
};

function behindWords({ items, codes, restricted, lookedOutFor, referred, crops }: StayedBehind): string {
  const reasons = [
    [restricted, 'that a decision here left up for fewer people'],
    [lookedOutFor, 'that somebody asked this service alone to look out for'],
    [referred, 'that was referred'],
  ] as const;
  const why = reasons.flatMap(([count, words]) => (count === 0 ? [] : [`${count.toLocaleString('en')} ${words}`]));
  const whole = items === 0 ? [] : [`${counted(items, 'item')} (${counted(codes, 'code')}) stayed behind: ${why.join(', ')}.`];
  const parts =
    crops === 0 ? [] : [`${counted(crops, 'code')} of crops stayed behind: this server made them, and no list has a line for a crop.`];
  return [...whole, ...parts].join('\n');
}
