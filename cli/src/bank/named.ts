/** Which bank is meant on the command line? */
import { NOT_SO, Refusal } from '@likeness/server/config/refusal';
import type { Db } from '@likeness/server/store/database';
import type { BankPolicy } from '@likeness/server/workflows/banks';
import { quoted } from '../shown.ts';
import { WRONG_USAGE } from '../usage.ts';

/** The bank of that name or id. @throws Refusal `bank/unknown`, `bank/several` */
export async function bankHere(db: Db, name: string): Promise<BankPolicy> {
  const { bankNamed } = await import('@likeness/server/workflows/banks');
  const { bank, others } = await bankNamed(db, name);
  if (bank !== null) return bank;
  if (others.some((one) => one.name.toLowerCase() === name.trim().toLowerCase()))
    throw new Refusal(
      'bank/several',
      `Several services have a bank ${quoted(name)}; name it by its id: ${others.map(({ id }) => id).join(', ')}.`,
      WRONG_USAGE,
    );
  const known = others.length === 0 ? 'there is none yet' : `there is: ${others.map((one) => quoted(one.name)).join(', ')}`;
  throw new Refusal('bank/unknown', `There is no bank ${quoted(name)}; ${known}.`, NOT_SO);
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
