/** How is the program explained to someone at a terminal? */
import type { Command } from './command.ts';
import { commandsOf, optionsOf } from './usage.ts';

const STATUS = `Exit status: 0 done; 1 something that was asked about is missing, cannot be read, is not whole or does not allow it (a
file, a folder, a name, the ledger), and is named; 2 wrong usage; 3 refused: it cannot start, cannot reach what it needs
or cannot go on, and says why in one line, with --json as {"error":{"code","message"}} on standard error. All of them:
docs/operating/README.md.`;

/** What `likeness --help` prints. */
export function programHelp(commands: readonly Command[]): string {
  const usages = commands.map(({ words, operands }) => `${words} ${operands}`.trim());
  const width = Math.max(...usages.map((usage) => usage.length));
  const lines = commands.map(({ summary }, index) => `  ${(usages[index] ?? '').padEnd(width)}  ${summary}`);
  return `likeness gets intimate images shared without consent taken down, and keeps them down.

Usage: likeness COMMAND [OPTIONS]

${lines.join('\n')}

Every command takes --json (one JSON value per line) and --help (with an example).
Commands work beside a running server on the same data folder, and without one.
Settings come from the environment and from the file .env in the checkout; likeness serve --help lists them.

${STATUS}`;
}

/** What `likeness GROUP --help` prints, such as `likeness key --help`. */
export function groupHelp(group: string, commands: readonly Command[]): string {
  const members = commandsOf(group, commands);
  const parts = members.map(({ words, summary, examples }) => {
    const lines = examples.slice(0, 1).map(({ line, sentence }) => `    ${line}\n        ${sentence}`);
    return [`  likeness ${words}`, `    ${summary} For example:`, ...lines].join('\n');
  });
  const [first = ''] = members.map(({ words }) => words);
  return `Usage: likeness ${group} COMMAND [OPTIONS]

${parts.join('\n\n')}

All options and more examples: likeness ${first} --help`;
}

/** What `likeness COMMAND --help` prints. */
export function commandHelp(command: Command): string {
  const usage = ['likeness', command.words, '[OPTIONS]', command.operands].filter((word) => word !== '').join(' ');
  const names = optionsOf(command).map(({ name, value }) => `--${name}${value === undefined ? '' : ` ${value}`}`);
  const width = Math.max(...names.map((name) => name.length));
  const options = optionsOf(command).map(({ sentence }, index) => `  ${(names[index] ?? '').padEnd(width)}  ${sentence}`);
  const examples = command.examples.map(({ line, sentence }) => `  ${line}\n      ${sentence}`);
  return `${command.summary}

Usage: ${usage}

${command.explanation}

Options:
${options.join('\n')}

Examples:
${examples.join('\n')}

${STATUS}`;
}
