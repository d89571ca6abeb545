/**
 * What does the program say to many command lines, without a process for each? Run as a program it takes lines of JSON on standard input, `{"args","env"}`, and
 * answers each with `{"status","stdout","stderr"}`. One after the other: they share this process.
 */
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { main } from './main.ts';

/** A command line. `asNobody`: without the rights of root, where the test has them. */
export interface Typed {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly asNobody?: boolean;
}

export interface Said {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The user without rights, on every system. */
const nobody = 65_534;

async function say({ args, env, asNobody = false }: Typed): Promise<Said> {
  const before = process.env;
  const said = { stdout: '', stderr: '' };
  const { stdout, stderr } = process;
  const writes = { stdout: stdout.write, stderr: stderr.write };
  for (const name of ['stdout', 'stderr'] as const)
    process[name].write = (text: string | Uint8Array) => {
      said[name] += typeof text === 'string' ? text : Buffer.from(text).toString('utf8');
      return true;
    };
  process.env = { PATH: before['PATH'], HOME: before['HOME'], ...env };
  const isRoot = process.geteuid?.() === 0;
  if (asNobody && isRoot) process.seteuid?.(nobody);
  try {
    return { status: await main(args), ...said };
  } finally {
    if (asNobody && isRoot) process.seteuid?.(0);
    process.env = before;
    stdout.write = writes.stdout;
    stderr.write = writes.stderr;
  }
}

if (import.meta.main) {
  // Each line adds its own; the process ends with the last.
  process.setMaxListeners(0);
  process.stdout.setMaxListeners(0);
  process.stderr.setMaxListeners(0);
  for await (const line of createInterface({ input: process.stdin })) {
    const typed: Typed = JSON.parse(line);
    writeSync(1, `${JSON.stringify(await say(typed))}\n`);
  }
}
