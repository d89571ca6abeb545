/** How many passwords are worked on at once? Each takes 64 MiB and a thread that file reads need too, so a crowd of sign-ins must not take everything. */
import { Problem } from '@likeness/contract';

export interface QueueLimits {
  readonly atOnce: number;
  /** Waiting, over all callers. */
  readonly waiting: number;
  /** Waiting, of one caller: whoever sends a crowd holds up himself. */
  readonly waitingEach: number;
}

/** Runs `work` when it is this caller's turn. Throws Problem `password/busy` when the line is full. */
export type TakeTurn = <T>(caller: string, work: () => Promise<T>) => Promise<T>;

/**
 * Two of libuv's four threads at most; a hash takes about a fifth of a second on one core, so that the last in a full line waits some seconds.
 * One caller fills a quarter of the line.
 */
const limits: QueueLimits = { atOnce: 2, waiting: 32, waitingEach: 8 };

/** One caller after the other has a turn, each with the oldest that he sent. */
export function openPasswordQueue({ atOnce, waiting, waitingEach }: QueueLimits = limits): TakeTurn {
  // A Map keeps its order: the first caller is the next one, and goes to the end of the line after his turn.
  const lines = new Map<string, (() => void)[]>();
  let inLine = 0;
  let running = 0;

  const next = (): void => {
    const [first] = lines;
    if (first === undefined || running >= atOnce) return;
    const [caller, line] = first;
    lines.delete(caller);
    const start = line.shift();
    if (line.length > 0) lines.set(caller, line);
    inLine -= 1;
    running += 1;
    start?.();
  };

  return async (caller, work) => {
    if (running >= atOnce) {
      const line = lines.get(caller) ?? [];
      if (inLine >= waiting || line.length >= waitingEach) throw new Problem('password/busy', { retryAfterSeconds: 5 });
      inLine += 1;
      const turn = Promise.withResolvers<void>();
      line.push(turn.resolve);
      lines.set(caller, line);
      await turn.promise;
    } else running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
      next();
    }
  };
}
