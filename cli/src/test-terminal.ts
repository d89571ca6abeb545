/** How does a test type commands? Real processes in a folder of its own, with nothing in their environment but what the test puts there. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const bin = fileURLToPath(new URL('../bin/likeness.js', import.meta.url));

export interface Ended {
  readonly status: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** The next line on standard output. */
  line(): Promise<string>;
}

export interface Terminal {
  readonly folder: string;
  /** Settings of an installation of its own. */
  newPlace(): { readonly LIKENESS_DATA_DIR: string; readonly LIKENESS_SECRET_FILE: string };
  /** Starts `likeness`, or another program under the same Node. */
  start(args: readonly string[], env?: Readonly<Record<string, string>>, nodeArgs?: readonly string[], program?: string): Started;
  /** Starts any program. */
  run(command: string, args: readonly string[], env?: Readonly<Record<string, string>>, uid?: number): Started;
  likeness(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Ended>;
  /** Ends what still runs and removes the folder. */
  end(): Promise<void>;
}

export function openTerminal(): Terminal {
  const folder = mkdtempSync(join(tmpdir(), 'likeness-cli-'));
  chmodSync(folder, 0o755);
  const running = new Set<ChildProcess>();
  let places = 0;
  const run: Terminal['run'] = (command, args, env = {}, uid = undefined) => {
    const child = spawn(command, args, {
      env: { PATH: '/usr/bin:/bin', HOME: folder, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(uid === undefined ? {} : { uid, gid: uid }),
    });
    running.add(child);
    const waiting: ((line: string) => void)[] = [];
    const lines: string[] = [];
    let [stdout, stderr, rest] = ['', '', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      const parts = (rest + text).split('\n');
      rest = parts.pop() ?? '';
      for (const part of parts) (waiting.shift() ?? lines.push.bind(lines))(part);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    const ended = once(child, 'close').then(([status, signal]: unknown[]) => {
      running.delete(child);
      return { status: typeof status === 'number' ? status : null, signal: typeof signal === 'string' ? signal : null, stdout, stderr };
    });
    const line = (): Promise<string> =>
      new Promise((resolve, reject) => {
        const ready = lines.shift();
        if (ready !== undefined) return resolve(ready);
        waiting.push(resolve);
        void ended.then((end) => reject(new Error(`it ended: ${JSON.stringify(end)}`)));
      });
    return { child, ended, line };
  };
  const start: Terminal['start'] = (args, env = {}, nodeArgs = [], program = bin) =>
    run(process.execPath, [...nodeArgs, program, ...args], env);
  return {
    folder,
    run,
    start,
    newPlace() {
      const place = join(folder, String(++places));
      return { LIKENESS_DATA_DIR: join(place, 'data'), LIKENESS_SECRET_FILE: join(place, 'keys', 'ring.json') };
    },
    likeness: (args, env = {}) => start(args, env).ended,
    async end() {
      for (const child of running) child.kill('SIGTERM');
      await Promise.all([...running].map((child) => once(child, 'close')));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A port that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
