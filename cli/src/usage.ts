/** Which command was asked for, with what? Whatever is not understood is answered with what was probably meant. */
import { parseArgs } from 'node:util';
import { Refusal } from '@likeness/server/config/refusal';
import type { Command, Option } from './command.ts';
import { quoted } from './shown.ts';

/** The exit status of a command line that was not understood. */
export const WRONG_USAGE = 2;

/** A command with its arguments, a request for help (on one command, a group of them, or all), or for the version. */
export type Asked =
  | { readonly kind: 'run'; readonly command: Command; readonly operands: readonly string[]; readonly options: ReadonlyMap<string, string> }
  | { readonly kind: 'help'; readonly command?: Command }
  /** `wasAsked`: false when the group was named as if it were a command, which is wrong usage. */
  | { readonly kind: 'group-help'; readonly group: string; readonly wasAsked: boolean }
  | { readonly kind: 'version' };

const COMMON: readonly Option[] = [
  { name: 'json', sentence: 'Print JSON, one value per line.' },
  { name: 'help', sentence: 'Explain this command.' },
];

/** The options of a command, those that all commands have included. */
export function optionsOf(command: Command): readonly Option[] {
  return [...command.options, ...COMMON];
}

/** The commands of a group, such as those whose words start with `key`. */
export function commandsOf(group: string, commands: readonly Command[]): Command[] {
  return commands.filter(({ words }) => words.startsWith(`${group} `));
}

/** @throws Refusal `usage/...` with exit status 2 */
export function readArguments(args: readonly string[], commands: readonly Command[]): Asked {
  const [first, second = ''] = args;
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
    const asked = first === 'help' ? args.slice(1).join(' ') : '';
    if (asked === '') return { kind: 'help' };
    if (commandsOf(asked, commands).length > 0) return { kind: 'group-help', group: asked, wasAsked: true };
    return { kind: 'help', command: commands.find(({ words }) => words === asked) ?? unknownCommand(asked, commands) };
  }
  if (first === '--version') return { kind: 'version' };
  const command = commands.find(({ words }) => words === first) ?? commands.find(({ words }) => words === `${first} ${second}`);
  if (command === undefined) {
    const isGroup = commandsOf(first, commands).length > 0;
    if (isGroup && (second === '' || second.startsWith('-')))
      return { kind: 'group-help', group: first, wasAsked: args.includes('--help') || args.includes('-h') };
    return unknownCommand(isGroup ? `${first} ${second}`.trim() : first, commands);
  }
  return readOptions(command, args.slice(command.words.split(' ').length));
}

function readOptions(command: Command, args: readonly string[]): Asked {
  const known = optionsOf(command);
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: {
      ...Object.fromEntries(known.map(({ name, value }) => [name, { type: value === undefined ? 'boolean' : 'string' } as const])),
      help: { type: 'boolean', short: 'h' },
    },
  });
  const operands: string[] = [];
  const options = new Map<string, string>();
  const hint = `see: likeness ${command.words} --help`;
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const option = known.find(({ name }) => name === token.name);
    if (option === undefined) {
      const meant = nearest(
        token.name,
        known.map(({ name }) => name),
      );
      const guess = meant === undefined ? '' : ` Did you mean --${meant}?`;
      throw new Refusal('usage/option', `Unknown option ${token.rawName}.${guess} For all options ${hint}`, WRONG_USAGE);
    }
    if (option.value !== undefined && !isValue(token.value, token.inlineValue === true)) {
      throw new Refusal(
        'usage/value',
        `--${option.name} needs a value: --${option.name} ${option.value}. ${option.sentence} See: likeness ${command.words} --help`,
        WRONG_USAGE,
      );
    }
    if (option.value === undefined && token.value !== undefined) {
      throw new Refusal('usage/value', `--${option.name} takes no value; ${hint}`, WRONG_USAGE);
    }
    // The last one would win, and whoever typed both would not hear of it.
    if (option.value !== undefined && options.has(option.name))
      throw new Refusal('usage/option', `--${option.name} stands twice; give it once. For all options ${hint}`, WRONG_USAGE);
    options.set(option.name, token.value ?? '');
  }
  if (options.has('help')) return { kind: 'help', command };
  if (command.operands !== '' && operands.length === 0) {
    throw new Refusal('usage/operands', `${command.words} needs ${command.operands}; ${hint}`, WRONG_USAGE);
  }
  // As of a variable that was never set: taken for a path it would be the folder that one happens to stand in.
  if (operands.includes('')) throw new Refusal('usage/operands', `${command.words} was given an empty name; ${hint}`, WRONG_USAGE);
  if (command.operands === '' && operands[0] !== undefined) {
    throw new Refusal('usage/operands', `${command.words} takes no ${quoted(operands[0])}; ${hint}`, WRONG_USAGE);
  }
  return { kind: 'run', command, operands, options };
}

/** Nothing but spaces is no value, and neither is the next option; a number below zero is one, and whoever reads it says what is allowed. */
function isValue(given: string | undefined, isInline: boolean): boolean {
  return given !== undefined && given.trim() !== '' && (isInline || !given.startsWith('-') || /^-[.\d]/.test(given));
}

function unknownCommand(asked: string, commands: readonly Command[]): never {
  const names = commands.map(({ words }) => words);
  const inGroup = commandsOf(asked.split(' ')[0] ?? '', commands).map(({ words }) => words);
  const meant = nearest(asked, names) ?? (inGroup.length > 0 ? inGroup.join(' or ') : undefined);
  const guess = meant === undefined ? '' : ` Did you mean: likeness ${meant}?`;
  throw new Refusal('usage/command', `Unknown command ${quoted(asked)}.${guess} For all commands see: likeness --help`, WRONG_USAGE);
}

/** The known word that starts as asked, else the one with the fewest changed letters if it is near enough to have been meant. */
export function nearest(asked: string, known: readonly string[]): string | undefined {
  const begun = asked.length > 1 ? known.filter((word) => word.startsWith(asked)) : [];
  if (begun.length === 1) return begun[0];
  const ranked = known.map((word) => ({ word, distance: editDistance(asked, word) })).sort((a, b) => a.distance - b.distance);
  return ranked.find(({ word, distance }) => distance <= Math.max(1, Math.floor(word.length / 3)))?.word;
}

/** The least number of letters added, dropped, replaced or swapped with their neighbour (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(Math.min(changed, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, isSwap ? (before[j - 2] ?? 0) + 1 : changed));
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
