/** How does a command line become work, output and an exit status? The only place that listens to signals and prints refusals. */
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { debuglog } from 'node:util';
import { REFUSED, Refusal, systemErrorCode } from '@likeness/server/config/refusal';
import { bankExport } from './bank/export.ts';
import { bankImport } from './bank/import.ts';
import { bankCreate, bankDisable, bankEnable, bankSet } from './bank/policy.ts';
import { bankPutBack, bankWithdraw } from './bank/withdraw.ts';
import { bankList } from './bank.ts';
import type { Call, Command } from './command.ts';
import { hash } from './hash.ts';
import { commandHelp, groupHelp, programHelp } from './help.ts';
import { keyCreate } from './key.ts';
import { ledgerVerify } from './ledger.ts';
import { ledgerExport, ledgerVerifyExport } from './ledger-export.ts';
import { moderatorCreate, moderatorList, moderatorReset } from './moderator.ts';
import { platformCreate, platformList, platformSet, platformShow } from './platform.ts';
import { receiptVerify } from './receipt.ts';
import { report } from './report.ts';
import { scan } from './scan.ts';
import { screen } from './screen.ts';
import { serve } from './serve.ts';
import { statementResend } from './statement.ts';
import { moderatorEraseCommand, moderatorExportCommand, uploaderEraseCommand, uploaderExportCommand } from './subject-data.ts';
import { type Asked, readArguments, WRONG_USAGE } from './usage.ts';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  serve,
  hash,
  scan,
  screen,
  moderatorCreate,
  moderatorReset,
  moderatorList,
  moderatorExportCommand,
  moderatorEraseCommand,
  uploaderExportCommand,
  uploaderEraseCommand,
  keyCreate,
  platformCreate,
  platformList,
  platformShow,
  platformSet,
  bankList,
  bankCreate,
  bankSet,
  bankEnable,
  bankDisable,
  bankImport,
  bankExport,
  bankWithdraw,
  bankPutBack,
  ledgerVerify,
  ledgerExport,
  ledgerVerifyExport,
  receiptVerify,
  report,
  statementResend,
];

/** A fault in Likeness itself (EX_SOFTWARE of sysexits.h). */
const FAULT = 70;
const debug = debuglog('likeness');

/** Runs one command line and answers its exit status. Never throws, never prints a stack trace. */
export async function main(args: readonly string[]): Promise<number> {
  // A reader that has seen enough (likeness hash ... | head -1) closes the pipe: that is an end, not a fault.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error) => process.exit(systemErrorCode(error) === 'EPIPE' ? 0 : FAULT));
  }
  try {
    const asked = readArguments(args, commands);
    if (asked.kind === 'help') print(asked.command === undefined ? programHelp(commands) : commandHelp(asked.command));
    else if (asked.kind === 'group-help') {
      (asked.wasAsked ? print : complain)(groupHelp(asked.group, commands));
      return asked.wasAsked ? 0 : WRONG_USAGE;
    } else if (asked.kind === 'version') print(version());
    else return await run(asked);
    return 0;
  } catch (error) {
    return statusOf(error, args.includes('--json'));
  }
}

async function run({ command, operands, options }: Extract<Asked, { kind: 'run' }>): Promise<number> {
  const endings: (() => Promise<void>)[] = [];
  const end = async (): Promise<void> => {
    for (let ending = endings.pop(); ending !== undefined; ending = endings.pop()) await ending();
  };
  let isCutShort = false;
  /** Ends the process without waiting for the command: what it still prints or throws is about its own end, and nobody asked for that. */
  const cutShort = (status: number): void => {
    if (isCutShort) return;
    isCutShort = true;
    void end().then(
      () => process.exit(status),
      () => process.exit(status),
    );
  };
  let onSignal = (signal: NodeJS.Signals): void => cutShort(128 + constants.signals[signal]);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => onSignal(signal));
  process.on('uncaughtException', (error) => cutShort(isCutShort ? FAULT : statusOf(error, options.has('json'))));
  const call: Call = {
    operands,
    option: (name) => options.get(name),
    json: options.has('json'),
    print: (line) => (isCutShort ? undefined : print(line)),
    complain: (line) => (isCutShort ? undefined : complain(line)),
    note: (sentence) => (isCutShort || options.has('json') ? undefined : complain(sentence)),
    atEnd: (work) => void endings.push(work),
    takeSignals: () =>
      new Promise((resolve) => {
        onSignal = resolve;
      }),
  };
  try {
    const status = await command.run(call);
    await end();
    return status;
  } catch (error) {
    if (isCutShort) return new Promise(() => {});
    await end();
    throw error;
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Prints why, in one line, with `--json` as an object, and answers the exit status. */
function statusOf(error: unknown, isJson: boolean): number {
  debug('%o', error);
  const { code, message, exitCode } = error instanceof Refusal ? error : unforeseen(error);
  complain(isJson ? JSON.stringify({ error: { code, message } }) : `likeness: ${message}`);
  return exitCode;
}

function unforeseen(error: unknown): Pick<Refusal, 'code' | 'message' | 'exitCode'> {
  if (isLostConnection(error))
    return {
      code: 'postgres/lost',
      message: 'PostgreSQL ended the connection while the command ran; start the command again.',
      exitCode: REFUSED,
    };
  const reason = error instanceof Error ? error.message.replace(/\s+/g, ' ') : String(error);
  return { code: 'fault', message: `a fault in Likeness itself: ${reason} (NODE_DEBUG=likeness shows where)`, exitCode: FAULT };
}

/** Class 57 of PostgreSQL's codes is "operator intervention": it was stopped, or is stopping. The others come from the socket, or from pg. */
function isLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = systemErrorCode(error);
  const isSocket = 'syscall' in error && ['connect', 'read', 'write'].includes(String(error.syscall)) && code !== 'EISDIR';
  return isSocket || code?.startsWith('57P') === true || /^Connection terminated/.test(error.message);
}

function version(): string {
  const facts: { version?: unknown } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return `likeness ${String(facts.version)}`;
}
