/** Which bank is meant on the command line? */
import { NOT_SO, Refusal } from '@likeness/server/config/refusal';
import type { Installation } from '@likeness/server/installation';
import type { BankPolicy } from '@likeness/server/workflows/banks';
import type { Call, Option } from '../command.ts';
import { quoted } from '../shown.ts';
import { WRONG_USAGE } from '../usage.ts';

export const bankPlatformOption: Option = {
  name: 'platform',
  value: 'NAME',
  sentence: 'The platform whose bank it is; needed where several have one of that name.',
};

/** The bank of that name or id, with `--platform` among those of that platform. @throws Refusal `bank/unknown`, `bank/several`, and as `platformHere` */
export async function bankHere(call: Call, installation: Installation, name: string): Promise<BankPolicy> {
  const { platformArgument, platformHere, platformWords } = await import('../installation.ts');
  const { bankNamed } = await import('@likeness/server/workflows/banks');
  const { listPlatforms } = await import('@likeness/server/workflows/platforms');
  const wanted = call.option(bankPlatformOption.name);
  const platform = wanted === undefined ? undefined : await platformHere(installation, wanted);
  const { bank, others } = await bankNamed(installation.store.db, name, platform?.id);
  if (bank !== null) return bank;
  const all = await listPlatforms(installation.store.db);
  if (others.some((one) => one.name.toLowerCase() === name.trim().toLowerCase())) {
    const each = others.map(({ id, platformId }) => {
      const owner = all.find((one) => one.id === platformId);
      const ofOwner = others.filter((one) => one.platformId === platformId).length;
      const words = owner === undefined ? 'the one for all platforms' : `that of ${platformWords(owner)}`;
      return `${words} (${owner === undefined || ofOwner > 1 ? `its id: ${id}` : `--platform ${platformArgument(owner, all)}`})`;
    });
    throw new Refusal('bank/several', `Several banks are called ${quoted(name)}: ${each.join(', ')}. Say which.`, WRONG_USAGE);
  }
  const names = others.map((one) => quoted(one.name)).join(', ');
  const known = others.length === 0 ? 'there is none yet' : `there is: ${names}`;
  const where = platform === undefined ? '' : ` of ${platformWords(platform)}`;
  const forAll = platform === undefined ? null : (await bankNamed(installation.store.db, name)).bank;
  const hint = forAll?.platformId === null ? ' One of that name is for all platforms: leave --platform out.' : '';
  throw new Refusal('bank/unknown', `There is no bank ${quoted(name)}${where}; ${known}.${hint}`, NOT_SO);
}

/** So many operands, no more. @throws Refusal `usage/operands` */
export function exactly(words: string, names: readonly string[], operands: readonly string[]): readonly string[] {
  if (operands.length === names.length) return operands;
  throw new Refusal(
    'usage/operands',
    `${words} needs ${names.join(' ')}, ${names.length === 1 ? 'one name (quote one with spaces)' : 'in this order'}; see: likeness ${words} --help`,
    2,
  );
}
