/** Who does the work that was queued? Deliveries, sweeps, the search for uploads that look like a requester's pictures, and the look at the clocks. */
import { checkpoint } from '../ledger/checkpoint.ts';
import { deliver } from '../outbox/deliver.ts';
import type { Queue } from '../outbox/queue.ts';
import type { Engine } from '../workflows/engine.ts';
import { findForNewRequests } from '../workflows/find-uploads.ts';
import { lookFar } from '../workflows/look-far.ts';
import { oneByOne } from '../workflows/one-by-one.ts';
import { lookBack, sweep } from '../workflows/sweep.ts';
import { tick } from '../workflows/tick.ts';

/** The job of the wide radius takes half of one core at most: a turn every five seconds. */
const farTurnMs = 2500;

/** `checkpoints` is the file that signed heads of the ledger are appended to. */
export function handlersOf(engine: Engine, checkpoints: string): Parameters<Queue['work']>[0] {
  return {
    deliver: (job) => deliver(engine.store, engine.keys, engine.targets, job),
    sweep: async ({ seq, isLookBack }) => {
      await (isLookBack === true ? lookBack(engine, seq) : sweep(engine, seq));
    },
    find: ({ platformId }) => findForNewRequests(engine, platformId),
    far: async () => {
      const until = performance.now() + farTurnMs;
      await lookFar(engine, () => performance.now() < until);
    },
    // A clock that fails must not keep the ledger from being signed.
    tick: () =>
      oneByOne([() => tick(engine), () => checkpoint(engine.store, engine.keys, checkpoints)], async (look) => {
        await look();
      }),
  };
}
