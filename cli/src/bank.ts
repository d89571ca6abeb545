/** Which lists are there, and how long are they? */
import type { Command } from './command.ts';
import { shown } from './hash.ts';

export const bankList: Command = {
  words: 'bank list',
  operands: '',
  summary: 'List the banks of fingerprints with their sizes.',
  explanation: `A bank is a named list of items that are to stay down. "hold" keeps a matching upload back until a person decides,
"review" asks a person, "observe" only notes it. Sizes count active items and their codes (one value each).
Platforms see a bank by its name; its id, which --json shows, is for programs on this machine.

With --json one line per bank: {"id","name","platform","onMatch","enabled","harmless","items",
"codes"}.`,
  options: [],
  examples: [{ line: 'likeness bank list', sentence: 'All banks, oldest first.' }],
  async run(call) {
    const { installationHere } = await import('./installation.ts');
    const { bankSizes } = await import('@likeness/server/store/banks');
    const { isUnnamed } = await import('@likeness/server/workflows/platforms');
    const { store } = await installationHere(call);
    const banks = await bankSizes(store.db);
    for (const { id, name, platform, onMatch, enabled, harmless, items, codes } of banks) {
      if (call.json) {
        call.print(JSON.stringify({ id, name, platform, onMatch, enabled, harmless, items, codes }));
        continue;
      }
      const owner =
        platform === null ? 'for all platforms' : `of ${isUnnamed({ name: platform }) ? 'your platform, not named yet' : shown(platform)}`;
      call.print(
        `${shown(name)}  ${owner}  ${enabled ? (harmless ? 'known to be harmless' : onMatch) : 'off'}  ${items} items, ${codes} codes`,
      );
    }
    if (banks.length === 0) call.note('There are no banks yet; the first start of the server makes one.');
    return 0;
  },
};
