/** How does an operator take one item off a list, and put it back? */
import { NOT_SO, Refusal } from '@likeness/server/config/refusal';
import type { Call, Command } from '../command.ts';
import { counted, quoted } from '../shown.ts';
import { WRONG_USAGE } from '../usage.ts';
import { bankHere, bankPlatformOption, exactly } from './named.ts';

const named = `ITEM is what the list calls it (its item column), one of its values (hexadecimal), the id that
--json shows, or the id that screen and the API name it by.
One that begins with a hyphen stands behind two: -- -aZ3.`;
const json = 'With --json one line: {"id","item","codes","withdrawn","changed"}; "item" is what the list calls it, or null.';

export const bankWithdraw: Command = {
  words: 'bank withdraw',
  operands: 'NAME ITEM',
  summary: 'Take one item off a list.',
  explanation: `From now on nothing matches it, in every process at once. An upload that waited because of it alone is given back within
15 seconds, while a server runs.

${named}

It stays in the bank with its fingerprints, so that it can be put back, and a newer list that still has it changes
nothing: bank export --withdrawn shows all of them. What a decision or a case claims is not taken off here: take the
decision back at the console, or let the person withdraw. Both acts are rows of the ledger.

${json}`,
  options: [bankPlatformOption],
  examples: [
    { line: 'likeness bank withdraw "Harbour hub" i-17', sentence: 'The item that the list calls i-17.' },
    { line: 'likeness bank export "Harbour hub" --withdrawn', sentence: 'What was withdrawn from it.' },
  ],
  run: (call) => moved(call, 'withdrawn'),
};

export const bankPutBack: Command = {
  words: 'bank put-back',
  operands: 'NAME ITEM',
  summary: 'Put an item back on the list that it was withdrawn from.',
  explanation: `It matches again, in every process at once, and uploads that came meanwhile are compared with it within 15 seconds,
while a server runs. ${named}

${json}`,
  options: [bankPlatformOption],
  examples: [{ line: 'likeness bank put-back "Harbour hub" i-17', sentence: 'It was right after all.' }],
  run: (call) => moved(call, 'listed'),
};

async function moved(call: Call, to: 'withdrawn' | 'listed'): Promise<number> {
  const words = to === 'withdrawn' ? 'bank withdraw' : 'bank put-back';
  const [name = '', wanted = ''] = exactly(words, ['NAME', 'ITEM'], call.operands);
  const { installationHere } = await import('../installation.ts');
  const { moveItem } = await import('@likeness/server/workflows/withdraw-item');
  const installation = await installationHere(call);
  const { store } = installation;
  const bank = await bankHere(call, installation, name);
  const outcome = await moveItem(store, bank.id, wanted, to, 'operator');
  if ('several' in outcome)
    throw new Refusal(
      'bank/several-items',
      `Several items of ${quoted(bank.name)} have this value; name one: ${outcome.several.map(({ label, id }) => (label === null ? id : quoted(label))).join(', ')}.`,
      WRONG_USAGE,
    );
  if ('refused' in outcome) throw outcome.refused === 'unknown' ? unknown(bank.name, wanted) : claimed(bank.name);
  const { item, changed } = outcome;
  const { id, label, codes, isWithdrawn } = item;
  if (call.json) call.print(JSON.stringify({ id, item: label, codes, withdrawn: isWithdrawn, changed }));
  else {
    const what = `Item ${label === null ? id : quoted(label)} (${counted(codes, 'fingerprint')})`;
    const stands = isWithdrawn ? 'withdrawn: nothing matches it' : 'listed: it matches';
    call.print(`${what} is ${changed ? '' : 'already '}${stands}.`);
  }
  return 0;
}

const unknown = (bank: string, wanted: string): Refusal =>
  new Refusal(
    'bank/item-unknown',
    `Nothing in ${quoted(bank)} is called ${quoted(wanted)} or has it as a value or an id; likeness bank export shows what is there.`,
    NOT_SO,
  );

const claimed = (bank: string): Refusal =>
  new Refusal(
    'bank/item-claimed',
    `A decision or a case put this into ${quoted(bank)}, and not a list alone: it goes when that decision is taken back, or when the person withdraws.`,
    NOT_SO,
  );
