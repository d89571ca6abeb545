/** How many pictures are fetched for moderators at once? Each may hold its whole file in memory, and the service that gives it decides how long that takes. */

export interface FewAtOnce {
  readonly atOnce: number;
  readonly waiting: number;
  readonly waitMs: number;
}

/** Three pages of one moderator; the others wait for as long as a page's pictures may. */
const limits: FewAtOnce = { atOnce: 3, waiting: 24, waitMs: 10_000 };

/** Runs `work` when there is room; null when there was none in time. */
export function fewAtOnce({ atOnce, waiting, waitMs }: FewAtOnce = limits): <T>(work: () => Promise<T>) => Promise<T | null> {
  const line: ((hasRoom: boolean) => void)[] = [];
  let running = 0;
  const room = (): Promise<boolean> => {
    if (running < atOnce) {
      running += 1;
      return Promise.resolve(true);
    }
    if (line.length >= waiting) return Promise.resolve(false);
    const turn = Promise.withResolvers<boolean>();
    const patience = setTimeout(() => {
      line.splice(line.indexOf(take), 1);
      turn.resolve(false);
    }, waitMs);
    const take = (hasRoom: boolean): void => {
      clearTimeout(patience);
      turn.resolve(hasRoom);
    };
    line.push(take);
    return turn.promise;
  };
  return async (work) => {
    if (!(await room())) return null;
    try {
      return await work();
    } finally {
      // The place is handed on, or given back.
      const next = line.shift();
      if (next === undefined) running -= 1;
      else next(true);
    }
  };
}
