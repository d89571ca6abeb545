/** What happens after commit? Jobs, enqueued in the transaction that causes them: they exist if and only if it commits. */
import { fromKysely, PgBoss } from 'pg-boss';
import type { Store, Tx } from '../store/database.ts';

export interface DeliveryJob {
  readonly feedId: string;
  readonly endpointId: string;
}
export interface SweepJob {
  readonly seq: number;
  /** All changes after `after`, up to `seq`, and what they mean for the whole bank: not what this one change listed. */
  readonly isLookBack?: true;
  readonly after?: number;
  /** What this change unlisted is listed by nobody any more: nothing is compared, and what still waits because of it is given back. */
  readonly isUnlisted?: true;
  /** Of that: the decision that had listed it and was taken back, where one was. */
  readonly decisionId?: string;
}

export interface FindJob {
  readonly platformId: string;
}

export interface Queue {
  /** A webhook to send: at least once, retried with back-off for about five days. */
  deliver(tx: Tx, jobs: readonly DeliveryJob[]): Promise<void>;
  /** After bank change `seq`: compare everything screened before it. Retried until it ends. */
  sweep(tx: Tx, job: SweepJob): Promise<void>;
  /** After a filing with fingerprints: compare them with the platform's uploads. Retried until it ends. */
  find(tx: Tx, job: FindJob): Promise<void>;
  /** Starts working. A handler that throws is tried again later. */
  work(handlers: {
    readonly deliver: (job: DeliveryJob) => Promise<void>;
    /** All that wait, together: one pass serves them. */
    readonly sweep: (jobs: readonly SweepJob[]) => Promise<void>;
    readonly find: (job: FindJob) => Promise<void>;
    readonly tick: () => Promise<void>;
    /** A turn at what nobody waits for; again every few seconds. */
    readonly far: () => Promise<void>;
    /** A look at what has been kept long enough; again every hour. */
    readonly purge: () => Promise<void>;
    /** Sends what is due to the DSA Transparency Database; again every few seconds, and apart from the clocks, which do not wait for somebody else's server. */
    readonly submit: () => Promise<void>;
  }): Promise<void>;
  stop(): Promise<void>;
}

// 5 s, doubling to 6 h, 32 times: about five days in all before a delivery is given up (it stays in GET /decisions).
const deliveryRetries = { retryLimit: 32, retryDelay: 5, retryBackoff: true, retryDelayMax: 6 * 60 * 60 } as const;
const sweepRetries = { retryLimit: 1000, retryDelay: 1, retryBackoff: true, retryDelayMax: 60 } as const;
// A process that is killed leaves its jobs marked as under way. Without a sign of life for this long another one takes them.
const lifeSign = { heartbeatSeconds: 10 } as const;
const lookForDeadEverySeconds = 5;
// A notification wakes the workers for a new job only; one that is due again is found by looking.
const looks = { pollingIntervalSeconds: 0.5, notifyPollingIntervalSeconds: 1 } as const;

/** The most changes whose sweeps are one pass. */
const sweepsAtOnce = 200;

/** How often the job of the wide radius gets a turn. */
const farEveryMs = 5000;
/** Periods are days. */
const purgeEveryMs = 60 * 60 * 1000;
/** Minutes pass before anything is due; what is sent together is one call. */
const submitEveryMs = 15_000;

export interface QueueOptions {
  readonly onError: (error: Error) => void;
  /** How often clocks are looked at. A tick is a look, not a clock: none is missed by being late. */
  readonly tickEveryMs?: number;
}

/** Opens the queue on the store's database; several processes may. */
export async function openQueue(store: Store, options: QueueOptions): Promise<Queue> {
  const boss = new PgBoss({
    connectionString: store.url,
    max: 4,
    application_name: 'likeness jobs',
    useListenNotify: true,
    superviseIntervalSeconds: lookForDeadEverySeconds,
    monitorIntervalSeconds: lookForDeadEverySeconds,
  });
  boss.on('error', options.onError);
  await boss.start();
  for (const name of ['deliver', 'sweep', 'find']) {
    if ((await boss.getQueue(name)) === null) await boss.createQueue(name, { notify: true });
  }
  const stops: (() => Promise<void>)[] = [];
  /** One at a time: a slow turn is not overtaken by the next, and stopping waits for the one there is. */
  function repeat(turn: () => Promise<void>, everyMs: number): void {
    let inFlight: Promise<void> | undefined;
    const again = (): void => {
      inFlight ??= turn()
        .catch(options.onError)
        .finally(() => {
          inFlight = undefined;
        });
    };
    again();
    const timer = setInterval(again, everyMs);
    stops.push(async () => {
      clearInterval(timer);
      await inFlight;
    });
  }
  return {
    deliver: async (tx, jobs) => {
      for (const job of jobs)
        await boss.send('deliver', job, { ...deliveryRetries, ...lifeSign, expireInSeconds: 120, db: fromKysely(tx.sql) });
    },
    sweep: async (tx, job) => {
      await boss.send('sweep', job, { ...sweepRetries, ...lifeSign, expireInSeconds: 12 * 3600, db: fromKysely(tx.sql) });
    },
    find: async (tx, job) => {
      await boss.send('find', job, { ...sweepRetries, ...lifeSign, expireInSeconds: 12 * 3600, db: fromKysely(tx.sql) });
    },
    work: async ({ deliver, sweep, find, tick, far, purge, submit }) => {
      await boss.work<DeliveryJob>('deliver', { ...looks, localConcurrency: 4 }, async (jobs) => {
        for (const job of jobs) await deliver(job.data);
      });
      await boss.work<SweepJob>('sweep', { ...looks, batchSize: sweepsAtOnce }, async (jobs) => {
        await sweep(jobs.map(({ data }) => data));
      });
      await boss.work<FindJob>('find', looks, async (jobs) => {
        for (const job of jobs) await find(job.data);
      });
      repeat(tick, options.tickEveryMs ?? 15_000);
      repeat(far, farEveryMs);
      repeat(purge, purgeEveryMs);
      repeat(submit, submitEveryMs);
    },
    stop: async () => {
      await Promise.all(stops.map((stop) => stop()));
      await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };
}
