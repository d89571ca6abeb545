/** Who may sit at the console, how does one more come in, and how does one come back who forgot her password? */
import type { PasswordLink } from '@likeness/server/access/password-link';
import { systemRandom } from '@likeness/server/config/random';
import { NOT_SO, Refusal } from '@likeness/server/config/refusal';
import { servedAddress } from '@likeness/server/config/served-address';
import type { Settings } from '@likeness/server/config/settings';
import type { Call, Command } from './command.ts';
import { quoted, shown } from './shown.ts';

const nameOption = (sentence: string) => ({ name: 'name', value: 'NAME', sentence });

const linkText = `The link begins with the address of the server that runs on this data folder. Where none runs it begins as
LIKENESS_PUBLIC_URL, or LIKENESS_HOST and LIKENESS_PORT, say in this shell, and the command says so.

With --json one line: {"id","name","url","addressFrom","expiresAt"}; addressFrom is server or settings.`;

export const moderatorCreate: Command = {
  words: 'moderator create',
  operands: '',
  summary: 'Let one more person into the console.',
  explanation: `Prints a link that works once, for a day. Hand it to the person on a way that nobody else reads: whoever opens it first
chooses the password of this account. She signs in with the name that you give here. Nobody is asked for a password
at a terminal. The first moderator of all comes in by the link that likeness serve prints.

${linkText}`,
  options: [
    nameOption('Required: the name that colleagues see beside her decisions, and that she signs in with.'),
    {
      name: 'role',
      value: 'ROLE',
      sentence: 'helper, moderator, lead or admin: People in the console says what each may do. Default: moderator.',
    },
  ],
  examples: [
    { line: 'likeness moderator create --name "Ines Moreau"', sentence: 'A link with which she chooses her password.' },
    { line: 'likeness moderator create --name "Noor Haddad" --role helper', sentence: 'Who writes with people, and sees no request.' },
  ],
  async run(call) {
    const name = nameOf(call, 'create');
    const { isRole } = await import('@likeness/server/access/roles');
    const role = call.option('role') ?? 'moderator';
    if (!isRole(role)) throw new Refusal('usage/role', `--role is helper, moderator, lead or admin, not ${quoted(role)}.`, 2);
    const { installationHere } = await import('./installation.ts');
    const { createModerator } = await import('@likeness/server/access/password-link');
    const { store, keys, settings } = await installationHere(call);
    const link = await createModerator(store, keys, systemRandom, { name, role, by: null });
    if (!('refused' in link)) return printLink(call, settings, link);
    if (link.refused === 'name')
      throw new Refusal('usage/name', 'A name has 1 to 100 characters; see: likeness moderator create --help', 2);
    throw new Refusal(
      'moderator/taken',
      `There is a moderator ${quoted(name)} already; a new link for the same person: likeness moderator reset --name NAME`,
      NOT_SO,
    );
  },
};

export const moderatorReset: Command = {
  words: 'moderator reset',
  operands: '',
  summary: 'Give a moderator a link to a new password.',
  explanation: `For someone who forgot her password, whose link ran out, or whose password may be known to others: ends her password,
her sessions and every earlier link at once, and prints a link that works once, for a day, with which she chooses
another. What she decided stays hers.

${linkText}`,
  options: [nameOption('Required: whose. likeness moderator list shows all names.')],
  examples: [{ line: 'likeness moderator reset --name "Ines Moreau"', sentence: 'Ends her sessions and prints her new link.' }],
  async run(call) {
    const name = nameOf(call, 'reset');
    const { installationHere } = await import('./installation.ts');
    const { listModerators, resetModerator } = await import('@likeness/server/access/password-link');
    const { store, keys, settings } = await installationHere(call);
    const link = await resetModerator(store, keys, systemRandom, { name });
    if (link !== null) return printLink(call, settings, link);
    const names = (await listModerators(store.db)).map((known) => quoted(known.name));
    const known =
      names.length === 0 ? 'there is none yet: the link that likeness serve prints makes the first' : `there is: ${names.join(', ')}`;
    throw new Refusal('moderator/unknown', `There is no moderator ${quoted(name)}; ${known}.`, NOT_SO);
  },
};

export const moderatorList: Command = {
  words: 'moderator list',
  operands: '',
  summary: 'List who may sit at the console.',
  explanation: `Everyone who can sign in, and who was given a link and has not chosen a password yet.

With --json one line per moderator: {"id","name","role","hasPassword","signsInBy","createdAt"}.`,
  options: [],
  examples: [{ line: 'likeness moderator list', sentence: 'All moderators, oldest first.' }],
  async run(call) {
    const { installationHere } = await import('./installation.ts');
    const { listModerators } = await import('@likeness/server/access/password-link');
    const { store } = await installationHere(call);
    const moderators = await listModerators(store.db);
    for (const { id, name, role, signsInBy, createdAt } of moderators) {
      const hasPassword = signsInBy === 'password';
      if (call.json) call.print(JSON.stringify({ id, name, role, hasPassword, signsInBy, createdAt }));
      else call.print(`${createdAt.toISOString().slice(0, 10)}  ${role.padEnd(9)}  ${shown(name)}${wayWords(signsInBy)}`);
    }
    if (moderators.length === 0) call.note('There is no moderator yet; the link that likeness serve prints makes the first.');
    return 0;
  },
};

function wayWords(signsInBy: 'password' | 'provider' | null): string {
  if (signsInBy === null) return '  has not chosen a password yet';
  return signsInBy === 'provider' ? '  signs in at the identity provider' : '';
}

/** @throws Refusal `usage/name` */
function nameOf(call: Call, verb: string): string {
  const name = call.option('name');
  if (name !== undefined) return name;
  throw new Refusal('usage/name', `moderator ${verb} needs --name NAME; see: likeness moderator ${verb} --help`, 2);
}

function printLink(call: Call, { dataDir, publicUrl }: Settings, { moderatorId, name, token, expiresAt }: PasswordLink): number {
  const served = servedAddress(dataDir);
  const url = `${served ?? publicUrl}/console/password#${token.reveal()}`;
  if (call.json) {
    call.print(JSON.stringify({ id: moderatorId, name, url, addressFrom: served === null ? 'settings' : 'server', expiresAt }));
    return 0;
  }
  if (served === null)
    call.note(
      `No server runs on this data folder, so the link begins as these settings say: ${publicUrl}. Where people reach the server elsewhere, set LIKENESS_PUBLIC_URL here too.`,
    );
  const until = expiresAt.toISOString().slice(0, 16).replace('T', ' ');
  call.note(`The link with which ${shown(name)} chooses a password. It works once, until ${until} UTC, while the server runs:`);
  call.print(url);
  return 0;
}
