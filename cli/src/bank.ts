/** Which lists are there, and how long are they? */
import type { Command } from './command.ts';
import { counted, shown } from './shown.ts';

export const bankList: Command = {
  words: 'bank list',
  operands: '',
  summary: 'List the banks of fingerprints with their sizes.',
  explanation: `A bank is a named list of items that are to stay down. "hold" keeps a matching upload back until a person decides,
"review" asks a person, "observe" only notes it. Sizes count active items and the codes they match by: a code is one
value. An import or export has one line for each, but none for the crops that this server makes of a copy that somebody
looked at: bank export says how many of those and of other codes stay behind.
Platforms see a bank by its name; its id, which --json shows, is for programs on this machine.

With --json one line per bank: {"id","name","platform","onMatch","enabled","harmless","radius","ratio","items",
"codes"}; "radius" is as bank set takes it, null where nothing is narrowed.`,
  options: [{ name: 'platform', value: 'NAME', sentence: 'Only the banks of this platform, and those for all platforms.' }],
  examples: [{ line: 'likeness bank list', sentence: 'All banks, oldest first.' }],
  async run(call) {
    const { installationHere, platformHere } = await import('./installation.ts');
    const { bankSizes } = await import('@likeness/server/store/bank-sizes');
    const { bankPolicies } = await import('@likeness/server/store/banks');
    const { radiiWords } = await import('@likeness/server/workflows/banks');
    const { isUnnamed } = await import('@likeness/server/workflows/platforms');
    const installation = await installationHere(call);
    const { store } = installation;
    const wanted = call.option('platform');
    const platform = wanted === undefined ? undefined : await platformHere(installation, wanted);
    const policies = new Map((await bankPolicies(store.db)).map((policy) => [policy.id, policy]));
    const isOfOthers = (id: string): boolean => {
      const owner = policies.get(id)?.platformId ?? null;
      return platform !== undefined && owner !== null && owner !== platform.id;
    };
    const banks = (await bankSizes(store.db)).filter(({ id }) => !isOfOthers(id));
    for (const { id, name, platform, onMatch, enabled, harmless, items, codes } of banks) {
      const policy = policies.get(id);
      const radius = policy === undefined ? '' : radiiWords(policy);
      const ratio = policy?.ratio ?? null;
      if (call.json) {
        const narrowed = { radius: radius === '' ? null : radius, ratio };
        call.print(JSON.stringify({ id, name, platform, onMatch, enabled, harmless, ...narrowed, items, codes }));
        continue;
      }
      const owner =
        platform === null ? 'for all platforms' : `of ${isUnnamed({ name: platform }) ? 'your platform, not named yet' : shown(platform)}`;
      const what = enabled ? (harmless ? 'known to be harmless' : onMatch) : 'off';
      const narrowed = [...(radius === '' ? [] : [`radius ${radius}`]), ...(ratio === null ? [] : [`share ${ratio}`])];
      call.print([shown(name), owner, what, ...narrowed, `${counted(items, 'item')}, ${counted(codes, 'code')}`].join('  '));
    }
    if (banks.length === 0) call.note('There are no banks yet; the first start of the server makes one.');
    return 0;
  },
};
