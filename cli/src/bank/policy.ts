/** How does an operator make a bank, and set what a match with it leads to? */
import { NOT_SO, Refusal } from '@likeness/server/config/refusal';
import type { BankPolicy, PolicyChange } from '@likeness/server/workflows/banks';
import type { Call, Command } from '../command.ts';
import { quoted, shown } from '../shown.ts';
import { bankHere, bankPlatformOption, exactly } from './named.ts';

const policyOptions = [
  {
    name: 'on-match',
    value: 'WHAT',
    sentence: 'hold: keep the upload back until a person decides; review: ask a person; observe: only note it.',
  },
  {
    name: 'radius',
    value: 'BITS',
    sentence: 'Bits that may differ: 24, or by kind and view: pdq=24,pdq:flipX=16. "tier" takes it back. Narrows, never widens.',
  },
  { name: 'ratio', value: 'SHARE', sentence: 'The share of a video’s frames that must be found, such as 0.9; "tier" takes it back.' },
];

const json = 'With --json one line: {"id","name","onMatch","enabled","radius","ratio","harmless"}.';

export const bankCreate: Command = {
  words: 'bank create',
  operands: 'NAME',
  summary: 'Make a bank for a list of fingerprints.',
  explanation: `A bank is a named list of items that are to stay down. Every service's uploads are compared with it, or with --platform
only that one's. Without --on-match a match asks a person: that is the right beginning for a list that others keep.
With --harmless it is a list of pictures that are known to be harmless: an upload that meets one of them is left in
peace by the other banks (docs/banks.md says when).

${json}`,
  options: [
    ...policyOptions,
    { name: 'platform', value: 'NAME', sentence: 'The one service whose uploads it may match; without it, every service.' },
    { name: 'harmless', sentence: 'Its items are known to be harmless.' },
  ],
  examples: [
    { line: 'likeness bank create "Harbour hub" --on-match review', sentence: 'A bank for the list of a hub; matches ask a person.' },
    { line: 'likeness bank create "Known pictures" --harmless', sentence: 'A bank of pictures that no list may hold.' },
  ],
  async run(call) {
    const [name = ''] = exactly('bank create', ['NAME'], call.operands);
    const { onMatch = 'review', radius = null, radii = [], ratio = null } = await policyHere(call, 'bank create');
    const { installationHere, platformHere } = await import('../installation.ts');
    const { createBank } = await import('@likeness/server/workflows/banks');
    const { systemRandom } = await import('@likeness/server/config/random');
    const installation = await installationHere(call, { mayCreate: true });
    const wanted = call.option('platform');
    const platformId = wanted === undefined ? null : (await platformHere(installation, wanted)).id;
    const isHarmless = call.option('harmless') !== undefined;
    const bank = { name, onMatch, platformId, isHarmless, radius, radii, ratio };
    const made = await createBank(installation.store, systemRandom, bank, 'operator');
    if ('id' in made) return print(call, { ...bank, name: name.trim(), id: made.id, enabled: true });
    if (made.refused === 'name')
      throw new Refusal('usage/name', 'A bank’s name has 1 to 100 characters; see: likeness bank create --help', 2);
    throw new Refusal('bank/taken', `There is a bank ${quoted(name)} already; change it with: likeness bank set NAME`, NOT_SO);
  },
};

export const bankSet: Command = {
  words: 'bank set',
  operands: 'NAME',
  summary: 'Change what a match with a bank leads to.',
  explanation: `Changes what is named and leaves the rest. It counts for every upload from now on, in every process at once; what was
screened before is compared again. Reviews that are open stay open.

${json}`,
  options: [...policyOptions, bankPlatformOption],
  examples: [
    { line: 'likeness bank set "Harbour hub" --on-match hold', sentence: 'From now on a match is held until a person decides.' },
    { line: 'likeness bank set "Harbour hub" --radius pdq=20', sentence: 'Only pictures that lie nearer together match.' },
  ],
  async run(call) {
    const change = await policyHere(call, 'bank set');
    if (Object.keys(change).length === 0)
      throw new Refusal('usage/nothing', 'bank set needs --on-match, --radius or --ratio; see: likeness bank set --help', 2);
    return changed(call, 'bank set', change);
  },
};

export const bankEnable: Command = {
  words: 'bank enable',
  operands: 'NAME',
  summary: 'Let a bank match again.',
  explanation: `Uploads are compared with it from now on, and those that were screened while it was off are looked at again.

${json}`,
  options: [bankPlatformOption],
  examples: [{ line: 'likeness bank enable "Harbour hub"', sentence: 'Its items match again.' }],
  run: (call) => changed(call, 'bank enable', { enabled: true }),
};

export const bankDisable: Command = {
  words: 'bank disable',
  operands: 'NAME',
  summary: 'Keep a bank from matching, without forgetting it.',
  explanation: `Nothing of it matches until it is enabled again, in every process at once. Its items stay, and reviews that are open
stay open.

${json}`,
  options: [bankPlatformOption],
  examples: [{ line: 'likeness bank disable "Harbour hub"', sentence: 'Its items no longer match.' }],
  run: (call) => changed(call, 'bank disable', { enabled: false }),
};

/** @throws Refusal `usage/policy` */
async function policyHere(call: Call, words: string): Promise<PolicyChange> {
  const { policyOf } = await import('@likeness/server/workflows/banks');
  const change = policyOf({ onMatch: call.option('on-match'), radius: call.option('radius'), ratio: call.option('ratio') });
  if (!isRefused(change)) return change;
  throw new Refusal('usage/policy', `${change.map(({ sentence }) => sentence).join(' ')} See: likeness ${words} --help`, 2);
}

function isRefused<T>(answer: PolicyChange | readonly T[]): answer is readonly T[] {
  return Array.isArray(answer);
}

async function changed(call: Call, words: string, change: PolicyChange): Promise<number> {
  const [name = ''] = exactly(words, ['NAME'], call.operands);
  const { installationHere } = await import('../installation.ts');
  const { changeBank } = await import('@likeness/server/workflows/banks');
  const installation = await installationHere(call);
  const { id } = await bankHere(call, installation, name);
  const bank = await changeBank(installation.store, id, change, 'operator');
  if (bank === null) throw new Refusal('bank/unknown', `The bank ${quoted(name)} is gone.`, NOT_SO);
  return print(call, bank);
}

async function print(call: Call, bank: BankPolicy): Promise<number> {
  const { radiiWords } = await import('@likeness/server/workflows/banks');
  const { id, name, onMatch, enabled, ratio = null, isHarmless = false } = bank;
  const radius = radiiWords(bank);
  if (call.json)
    call.print(JSON.stringify({ id, name, onMatch, enabled, radius: radius === '' ? null : radius, ratio, harmless: isHarmless }));
  else {
    const what = isHarmless ? 'known to be harmless' : onMatch;
    const narrowed = [...(radius === '' ? [] : [`radius ${radius}`]), ...(ratio === null ? [] : [`share ${ratio}`])];
    call.print([shown(name), enabled ? what : 'off', ...narrowed].join('  '));
  }
  return 0;
}
