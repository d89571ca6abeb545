/** Who does the work that was queued? Deliveries, sweeps, the search for uploads that look like a requester's pictures, and the look at the clocks. */
import { performance } from 'node:perf_hooks';
import type { DataProtection } from '../config/data-protection.ts';
import { checkpoint } from '../ledger/checkpoint.ts';
import { deliver } from '../outbox/deliver.ts';
import type { Queue } from '../outbox/queue.ts';
import { sendSubmissions } from '../outbox/send-submissions.ts';
import { withStatementAddress } from '../outbox/statement-address.ts';
import type { Engine } from '../workflows/engine.ts';
import { findForNewRequests } from '../workflows/find-uploads.ts';
import { lookFar } from '../workflows/look-far.ts';
import { oneByOne } from '../workflows/one-by-one.ts';
import { purge } from '../workflows/purge.ts';
import { releaseUnlisted } from '../workflows/release-unlisted.ts';
import { lookBack, sweep } from '../workflows/sweep.ts';
import { tick } from '../workflows/tick.ts';

/** The job of the wide radius takes half of one core at most: a turn every five seconds. Where there is much other work it is shed to a twenty-fifth of that. */
const farTurnMs = 2500;
const busyFrom = 0.4;
/** A stop waits for the turn there is, however slowly the other side answers. */
const submitTurnMs = 15_000;

/** `checkpoints` is the file that signed heads of the ledger are appended to. */
export function handlersOf(engine: Engine, checkpoints: string, dataProtection: DataProtection | null): Parameters<Queue['work']>[0] {
  let beforeTurn = performance.eventLoopUtilization();
  return {
    deliver: (job) =>
      deliver(engine.store, engine.keys, engine.targets, job, (entry) => withStatementAddress(engine.keys, engine.publicUrl, entry)),
    sweep: async (jobs) => {
      const ordinary = jobs.filter(({ isLookBack, isUnlisted }) => isLookBack !== true && isUnlisted !== true);
      await sweep(
        engine,
        ordinary.map(({ seq }) => seq),
      );
      for (const { seq, after = 0, isLookBack } of jobs) if (isLookBack === true) await lookBack(engine, { after, seq });
      for (const { seq, isUnlisted, decisionId = null } of jobs) if (isUnlisted === true) await releaseUnlisted(engine, seq, decisionId);
    },
    find: ({ platformId }) => findForNewRequests(engine, platformId),
    far: async () => {
      // What this process did since the last turn, which was other work than this.
      const { utilization } = performance.eventLoopUtilization(beforeTurn);
      const until = performance.now() + (utilization > busyFrom ? farTurnMs / 25 : farTurnMs);
      await lookFar(engine, () => performance.now() < until);
      beforeTurn = performance.eventLoopUtilization();
    },
    purge: async () => {
      if (dataProtection !== null) await purge(engine, dataProtection);
    },
    submit: () => {
      const until = performance.now() + submitTurnMs;
      return sendSubmissions(engine, engine.transparency, () => performance.now() < until);
    },
    // A clock that fails must not keep the ledger from being signed.
    tick: () =>
      oneByOne([() => tick(engine), () => checkpoint(engine.store, engine.keys, checkpoints)], async (look) => {
        await look();
      }),
  };
}
