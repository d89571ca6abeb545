/** How does a platform get its API key without the console? */
import type { Scope } from '@likeness/server/access/api-keys';
import { systemRandom } from '@likeness/server/config/random';
import { Refusal } from '@likeness/server/config/refusal';
import type { Command } from './command.ts';
import { quoted } from './shown.ts';

/** Written out, so that help need not load the server. The type holds it to the server's list. */
const scopeNames: Readonly<Record<Scope, Scope>> = {
  platform: 'platform',
  screen: 'screen',
  requests: 'requests',
  decisions: 'decisions',
  settings: 'settings',
};
const scopes = Object.values(scopeNames);

export const keyCreate: Command = {
  words: 'key create',
  operands: '',
  summary: 'Create an API key for a platform.',
  explanation: `Prints a new key once; only a hash of it is stored. A platform sends it with every call, in the header
Authorization: Bearer KEY. The scope "platform" covers everything a platform calls; the others cover a part.
Keys are ended in the console.

With --json one line: {"id","key"}.`,
  options: [
    { name: 'scope', value: 'SCOPE', sentence: `Required: one of ${scopes.join(', ')}, or several with commas.` },
    { name: 'platform', value: 'NAME', sentence: 'The platform it is for; not needed while there is only one.' },
    {
      name: 'label',
      value: 'TEXT',
      sentence: 'What the key is for, as the list of keys will show it; "made at a terminal" where nothing is said.',
    },
  ],
  examples: [
    { line: 'likeness key create --scope platform --label "upload service"', sentence: 'A key for all of a platform’s calls.' },
    { line: 'likeness key create --scope screen --json', sentence: 'A key that can only screen uploads, for a program to read.' },
  ],
  async run(call) {
    const wanted = scopesOf(call.option('scope'));
    const { installationHere, platformHere, platformWords } = await import('./installation.ts');
    const { createApiKey } = await import('@likeness/server/access/api-keys');
    const installation = await installationHere(call, { mayCreate: true });
    const platform = await platformHere(installation, call.option('platform'));
    const label = call.option('label') ?? 'made at a terminal';
    const { id, key } = await installation.store.transact((tx) =>
      createApiKey(tx, systemRandom, { platformId: platform.id, scopes: wanted, label }),
    );
    if (call.json) {
      call.print(JSON.stringify({ id, key }));
      return 0;
    }
    call.note(`A key for ${platformWords(platform)}. It is shown only now; send it as: Authorization: Bearer KEY`);
    call.print(key);
    return 0;
  },
};

function scopesOf(text: string | undefined): Scope[] {
  const words = (text ?? '').split(',').map((word) => word.trim());
  const known = scopes.filter((scope) => words.includes(scope));
  if (text !== undefined && words.every((word) => scopes.some((scope) => scope === word))) return known;
  const given = text === undefined ? 'key create needs --scope SCOPE' : `Unknown scope in ${quoted(text)}`;
  throw new Refusal('usage/scope', `${given}; scopes are ${scopes.join(', ')}. See: likeness key create --help`, 2);
}
