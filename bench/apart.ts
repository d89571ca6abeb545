/**
 * How is a contender timed in a process of its own? What one leaves for the garbage collector, and how one shapes the heap, is then nobody else's. The program
 * ends in `contend`; both sides talk over Node's own channel.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { type Contender, processorTimeOf } from './interleaved.ts';

export interface ContenderApart extends Contender {
  /** Resolves when its process is gone. */
  end(): Promise<void>;
}

/** Starts `program`, a module's URL, with `args`; resolves when it is ready. */
export async function apart(name: string, program: URL, args: readonly string[]): Promise<ContenderApart> {
  const child = fork(program, [...args], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const answer = async (): Promise<number> => {
    const gone = new AbortController();
    const died = once(child, 'exit', gone).then(() => {
      throw new Error(`The process of ${name} ended before it answered.`);
    });
    try {
      const [ms]: unknown[] = await Promise.race([once(child, 'message', gone), died]);
      if (typeof ms !== 'number') throw new TypeError(`The process of ${name} answered ${String(ms)}.`);
      return ms;
    } finally {
      died.catch(() => {});
      gone.abort();
    }
  };
  await answer();
  return {
    name,
    timeOf(repeats) {
      child.send(repeats);
      return answer();
    },
    async end() {
      child.disconnect();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

/** The other side: says that it is ready, then runs `run` as often as it is told, and answers how long one took. Ends with its parent. */
export function contend(run: () => unknown): void {
  process.on('message', (repeats: number) => {
    void processorTimeOf(run, repeats).then((ms) => process.send?.(ms));
  });
  process.send?.(0);
}
