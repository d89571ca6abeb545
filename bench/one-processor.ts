/**
 * How does everything that is compared run on one processor? Two processors of a machine may be two halves of one core: each process is then charged for what the
 * other's neighbour takes of its arithmetic, and the ratio of two that did not run at the same time is chance. Needs Linux and taskset(1).
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The measures that `take` gives, with this process, all its threads and all that they start on one processor; afterwards they run where they ran before. */
export async function* onOneProcessor<Measured>(take: () => AsyncIterable<Measured>): AsyncGenerator<Measured> {
  const processors = await processorsOf(process.pid);
  // The last is the least busy with what else the machine does.
  await keepTo(processors.match(/\d+$/)?.[0] ?? '0', process.pid);
  try {
    yield* take();
  } finally {
    await keepTo(processors, process.pid);
  }
}

/** On which processors it may run, as taskset(1) lists them: `0-3,6`. */
async function processorsOf(pid: number): Promise<string> {
  return (await taskset('-cp', String(pid))).trim().split(': ').at(-1) ?? '';
}

async function keepTo(list: string, pid: number): Promise<void> {
  await taskset('-acp', list, String(pid));
}

async function taskset(...args: readonly string[]): Promise<string> {
  try {
    return (await promisify(execFile)('taskset', [...args])).stdout;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new Error('This benchmark needs taskset(1), of the package util-linux: what it compares has to run on one processor.', {
        cause: error,
      });
    }
    throw error;
  }
}
