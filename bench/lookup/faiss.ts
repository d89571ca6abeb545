/** Who else searches these codes? Faiss from Debian in a process of its own, with the system's malloc or jemalloc; nobody where it is not installed. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const python = '/usr/bin/python3';
const jemalloc = '/usr/lib/x86_64-linux-gnu/libjemalloc.so.2';

export type FaissKind = 'flat' | 'multihash' | 'multihash with jemalloc';

export interface Faiss {
  readonly kind: FaissKind;
  readonly buildMs: number;
  /** Processor milliseconds of one query, the mean over the first so many; and how many codes each found. */
  ask(count: number): Promise<{ readonly ms: number; readonly hits: readonly number[] }>;
  close(): void;
}

/** Those of the three that can run here. */
export function faissHere(): readonly FaissKind[] {
  if (spawnSync(python, ['-c', 'import faiss, numpy']).status !== 0) return [];
  return existsSync(jemalloc) ? ['flat', 'multihash', 'multihash with jemalloc'] : ['flat', 'multihash'];
}

export async function startFaiss(kind: FaissKind, codesFile: string, queriesFile: string): Promise<Faiss> {
  const program = fileURLToPath(new URL('faiss-peer.py', import.meta.url));
  const child = spawn(python, [program, kind === 'flat' ? 'flat' : 'multihash', codesFile, queriesFile], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...(kind.endsWith('jemalloc') ? { LD_PRELOAD: jemalloc } : {}) },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async (): Promise<Record<string, unknown>> => {
    const line = await lines.next();
    if (line.done === true) throw new Error(`Faiss (${kind}) ended early.`);
    return JSON.parse(line.value);
  };
  const { buildMs } = await answer();
  return {
    kind,
    buildMs: Number(buildMs),
    async ask(count) {
      child.stdin.write(`${count}\n`);
      const { ms, hits } = await answer();
      return { ms: Number(ms), hits: Array.isArray(hits) ? hits.map(Number) : [] };
    },
    close: () => child.stdin.end(),
  };
}
