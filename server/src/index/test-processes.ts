/** How does a test run whole server processes on one database? As an operator starts them, each with a data folder of its own, all with one key ring. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { freePort } from '../store/free-port.ts';

const command = fileURLToPath(new URL('../../../cli/bin/likeness.js', import.meta.url));

export interface ServerProcess {
  readonly url: string;
  /** Resolves when it is ready. Rejects with what it said when it ends before. */
  start(): Promise<void>;
  /** SIGTERM as an operator does it, or SIGKILL as the system does. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** The numbers of its `/metrics`. */
  metrics(): Promise<ReadonlyMap<string, number>>;
}

export interface Processes {
  /** One more, with a data folder of its own; not started yet. */
  another(): Promise<ServerProcess>;
  /** Ends all of them and removes their folders. */
  remove(): Promise<void>;
}

export async function processesOn(databaseUrl: string): Promise<Processes> {
  const folder = await mkdtemp(join(tmpdir(), 'likeness-processes-'));
  const all: ServerProcess[] = [];
  return {
    another: async () => {
      const port = await freePort();
      const one = aProcess(port, {
        PATH: process.env['PATH'] ?? '',
        DATABASE_URL: databaseUrl,
        LIKENESS_DATA_DIR: join(folder, `data-${all.length}`),
        LIKENESS_SECRET_FILE: join(folder, 'keyring.json'),
        LIKENESS_PORT: String(port),
      });
      all.push(one);
      return one;
    },
    remove: async () => {
      await Promise.all(all.map((one) => one.end('SIGKILL')));
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function aProcess(port: number, env: Record<string, string>): ServerProcess {
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  return {
    url,
    start: async () => {
      const next = spawn(process.execPath, [command, 'serve', '--json'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
      child = next;
      const said: string[] = [];
      next.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString('utf8')));
      const ready = Promise.withResolvers<void>();
      createInterface({ input: next.stdout }).on('line', (line) => {
        if (line.includes('"ready"')) ready.resolve();
      });
      next.once('exit', (code, signal) => ready.reject(new Error(`the server ended (${code ?? signal}): ${said.join('')}`)));
      return ready.promise;
    },
    end: async (signal) => {
      const ending = child;
      if (ending === undefined || ending.exitCode !== null || ending.signalCode !== null) return;
      const ended = new Promise<void>((resolve) => ending.once('exit', () => resolve()));
      ending.kill(signal);
      await ended;
    },
    metrics: async () => {
      const text = await (await fetch(`${url}/metrics`)).text();
      const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
      return new Map(lines.map((line): [string, number] => [line.split(' ')[0] ?? '', Number(line.split(' ')[1])]));
    },
  };
}
