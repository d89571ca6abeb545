/** Which walls can this machine put around a decoder child, and which are missing? */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';

export interface Sandbox {
  /** The program and leading arguments that start another program inside the walls; empty where there are none to be had. */
  readonly wrap: readonly string[];
  /** How a child's memory is watched; undefined where it cannot be. */
  readonly residentBytesOf: ((pid: number) => number) | undefined;
  /** What is missing, each one sentence for the operator. */
  readonly missing: readonly string[];
  /** What nothing here can change, but the operator should know. */
  readonly remarks: readonly string[];
}

export interface MachineFacts {
  readonly isRoot: boolean;
  /** Whether `/proc/<pid>/status` can be read. */
  readonly hasProc: boolean;
  /** Whether this command, wrapped around another program, starts it. */
  canRun(wrap: readonly string[]): Promise<boolean>;
}

const unshare = ['/usr/bin/unshare', '/bin/unshare'];

/**
 * A network namespace of its own has no way out. Root asks for it directly and can still become `nobody` afterwards; anybody else
 * needs a user namespace for it: one that keeps the user's number if possible (no capabilities inside), else one that calls it root.
 */
const networkWalls = {
  root: [['-n']],
  user: [
    ['-c', '-n'],
    ['-r', '-n'],
  ],
};

export const sentences = {
  network: 'The picture decoder can reach the network: `unshare` is not installed or not allowed here.',
  root: 'The picture decoder runs as root: changing to the user nobody is not allowed here.',
  memory: "The picture decoder's memory is not limited: /proc cannot be read here.",
  sameUser: "The picture decoder runs as the server's own user, who can read the server's files; started as root, it would become nobody.",
};

/** Tries each wall once, with a real program. */
export async function probeSandbox(machine: MachineFacts = thisMachine()): Promise<Sandbox> {
  let wrap: readonly string[] = [];
  for (const program of unshare) {
    for (const flags of machine.isRoot ? networkWalls.root : networkWalls.user) {
      if (wrap.length === 0 && (await machine.canRun([program, ...flags, '--']))) wrap = [program, ...flags, '--'];
    }
  }
  return {
    wrap,
    residentBytesOf: machine.hasProc ? residentBytesOf : undefined,
    missing: [...(wrap.length === 0 ? [sentences.network] : []), ...(machine.hasProc ? [] : [sentences.memory])],
    remarks: machine.isRoot ? [] : [sentences.sameUser],
  };
}

function thisMachine(): MachineFacts {
  return {
    isRoot: process.getuid?.() === 0,
    hasProc: existsSync('/proc/self/status'),
    async canRun(wrap) {
      const [program, ...flags] = wrap;
      if (program === undefined || !existsSync(program)) return false;
      try {
        await promisify(execFile)(program, [...flags, process.execPath, '--version'], { env: {}, timeout: 20_000 });
        return true;
      } catch {
        return false;
      }
    },
  };
}

/**
 * The process's resident memory now, in bytes; 0 once it is gone. Nothing waits for a disk here, and asking through the thread pool costs four times as much
 * (by hand, on a busy machine: 60 against 240 µs).
 */
function residentBytesOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'latin1');
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
