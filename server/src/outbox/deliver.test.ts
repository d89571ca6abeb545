/** Does a platform hear every webhook at least once, signed, with one id, whatever its receiver does? A real queue, a real receiver, the `standardwebhooks` verifier. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FeedEntry } from '@likeness/contract';
import { sql } from 'kysely';
import { Webhook } from 'standardwebhooks';
import { Value } from 'typebox/value';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type KeyRing, openKeyRing } from '../config/key-ring.ts';
import { systemRandom, uuid } from '../config/random.ts';
import type { Store } from '../store/database.ts';
import { type TestDatabase, testDatabase } from '../store/test-database.ts';
import { deliver, NotDelivered } from './deliver.ts';
import { createEndpoint, disableEndpoint, endpointToCall, listEndpoints } from './endpoints.ts';
import { announce, feedAfter } from './feed.ts';
import { type DeliveryJob, openQueue, type Queue } from './queue.ts';
import { openTargets, type Targets } from './targets.ts';

interface Heard {
  readonly id: string;
  readonly entry: FeedEntry;
}

let folder: string;
let database: TestDatabase;
let store: Store;
let keys: KeyRing;
let queue: Queue;
let receiver: Server;
let origin: string;
const targets = openTargets([{ address: '127.0.0.1', prefix: 32, family: 'ipv4' }]);
/** A quarter of a second is long on one machine. */
const hasty: Targets = { ...targets, call: (wanted) => targets.call({ ...wanted, timeoutMs: 250 }) };
const platformId = uuid(systemRandom);
const errors: Error[] = [];

/** What the receiver does with a message before it answers: here the effect is counted once per id, as a platform should. */
const acted = new Map<string, number>();
let heard: Heard[] = [];
const waiting: (() => void)[] = [];
let behave: (message: Heard, response: ServerResponse, act: () => void) => void;
let secret = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'likeness-outbox-'));
  keys = openKeyRing(join(folder, 'keyring.json'), { create: true, now: () => new Date(), random: systemRandom });
  database = await testDatabase();
  ({ store } = database);
  await store.db
    .insertInto('platform')
    .values({ id: platformId, name: 'Forum', preview_url: null, salt: systemRandom(32), created_at: new Date() })
    .execute();
  queue = await openQueue(store, { onError: (error) => void errors.push(error) });
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const message = verified(Buffer.concat(chunks).toString('utf8'), request.headers);
      heard.push(message);
      behave(message, response, () => acted.set(message.id, (acted.get(message.id) ?? 0) + 1));
      for (const wake of waiting.splice(0)) wake();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const address = receiver.address();
  if (address === null || typeof address === 'string') throw new Error('no address');
  origin = `http://127.0.0.1:${address.port}`;
});

afterAll(async () => {
  await queue.stop();
  receiver.closeAllConnections();
  receiver.close();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  heard = [];
  acted.clear();
  behave = (_message, response, act) => {
    act();
    response.writeHead(204).end();
  };
  secret = (await store.transact((tx) => createEndpoint(tx, keys, systemRandom, platformId, `${origin}/hook`))).secret.text();
});

afterEach(() => {
  expect(errors).toEqual([]);
});

/** Throws unless the message is signed as Standard Webhooks says and is an entry of the feed. */
function verified(body: string, headers: IncomingHttpHeaders): Heard {
  const plain = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  const entry = Value.Parse(FeedEntry, new Webhook(secret).verify(body, plain));
  expect(plain['webhook-id']).toBe(entry.id);
  return { id: entry.id, entry };
}

/** Announces something to the platform; answers the jobs that were made for it. `queued: false` keeps the queue out, so that a test makes each attempt itself. */
async function say(contentId: string): Promise<DeliveryJob[]> {
  const jobs: DeliveryJob[] = [];
  const kept: Queue = { ...queue, deliver: async (_tx, made) => void jobs.push(...made) };
  await store.transact((tx) => announce(tx, kept, systemRandom, [{ platformId, type: 'content.remove', data: { contentId } }]));
  return jobs;
}
const only = (jobs: readonly DeliveryJob[]): DeliveryJob => {
  const [job] = jobs;
  if (job === undefined || jobs.length !== 1) throw new Error(`${jobs.length} jobs`);
  return job;
};
const attempt = (job: DeliveryJob, way: Targets = hasty): Promise<void> => deliver(store, keys, way, job);
const noted = (job: DeliveryJob) =>
  store.db
    .selectFrom('delivery')
    .selectAll()
    .where('feed_id', '=', job.feedId)
    .where('endpoint_id', '=', job.endpointId)
    .executeTakeFirstOrThrow();

test('a message is signed, says exactly what the feed says, and is noted as delivered', async () => {
  const job = only(await say('post-1'));
  await attempt(job);
  const [entry] = (await feedAfter(store.db, platformId, 0, 1000)).slice(-1);
  expect(heard).toEqual([{ id: job.feedId, entry }]);
  expect(await noted(job)).toMatchObject({ attempts: 1, last_status: 204, last_error: null, delivered_at: expect.any(Date) });
});

test('the verifier refuses a body or a secret that is not ours', async () => {
  await attempt(only(await say('post-2')));
  const body = JSON.stringify(heard[0]?.entry);
  const other = new Webhook(`whsec_${Buffer.from(systemRandom(24)).toString('base64')}`);
  const id = heard[0]?.id ?? '';
  const at = new Date();
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': other.sign(id, at, body),
  };
  expect(() => new Webhook(secret).verify(body, headers)).toThrow();
  const own = { ...headers, 'webhook-signature': new Webhook(secret).sign(id, at, body) };
  expect(() => new Webhook(secret).verify(`${body} `, own)).toThrow();
  expect(new Webhook(secret).verify(body, own)).toBeTruthy();
});

describe('a receiver that fails is asked again with the same id, and acts once', () => {
  const answered =
    (status: number, isDone: boolean) =>
    (_message: Heard, response: ServerResponse, act: () => void): void => {
      if (isDone) act();
      response.writeHead(status).end();
    };
  test.each([
    ['answers 500 before it acted', answered(500, false)],
    ['answers 500 although it acted', answered(500, true)],
    ['answers 404', answered(404, false)],
    ['answers 302 to somewhere else', (_message, response) => void response.writeHead(302, { location: `${origin}/other` }).end()],
    ['never answers', () => {}],
    ['closes the connection before it acted', (_message, response) => void response.destroy()],
    [
      'closes the connection although it acted',
      (_message, response, act) => {
        act();
        response.destroy();
      },
    ],
    [
      'stops in the middle of its answer',
      (_message, response, act) => {
        act();
        response.writeHead(200, { 'content-length': '100' }).write('half');
      },
    ],
  ] as [string, typeof behave][])('when it %s', async (_what, failing) => {
    const well = behave;
    const job = only(await say('post-3'));
    behave = failing;
    await expect(attempt(job)).rejects.toThrow(NotDelivered);
    await expect(attempt(job)).rejects.toThrow(NotDelivered);
    expect(await noted(job)).toMatchObject({ attempts: 2, last_error: expect.any(String), delivered_at: null });
    behave = well;
    await attempt(job);
    expect(await noted(job)).toMatchObject({ attempts: 3, last_error: null, delivered_at: expect.any(Date) });
    // One id throughout: a receiver that deduplicates by it acts once.
    expect(new Set(heard.map(({ id }) => id))).toEqual(new Set([job.feedId]));
    expect(heard).toHaveLength(3);
    expect(acted.size).toBe(1);
  });

  test('when we die after it acted and before that is noted', async () => {
    const job = only(await say('post-4'));
    const dying: Store = {
      ...store,
      transact: (work) =>
        store.transact(async (tx) => {
          const result = await work(tx);
          if (heard.length > 0) throw new Error('killed');
          return result;
        }),
    };
    await expect(deliver(dying, keys, hasty, job)).rejects.toThrow('killed');
    await attempt(job);
    expect(heard.map(({ id }) => id)).toEqual([job.feedId, job.feedId]);
    expect(acted.size).toBe(1);
  });
});

test('what was delivered is not sent again when its job runs twice', async () => {
  const job = only(await say('post-5'));
  await attempt(job);
  await attempt(job);
  expect(heard).toHaveLength(1);
});

test('an endpoint that was ended meanwhile hears nothing more, and its job ends', async () => {
  const job = only(await say('post-6'));
  await store.transact((tx) => disableEndpoint(tx, platformId, job.endpointId));
  await attempt(job);
  expect(heard).toEqual([]);
});

test('an address that became private meanwhile is not called', async () => {
  const job = only(await say('post-7'));
  await expect(attempt(job, openTargets([]))).rejects.toThrow('Only public addresses');
  expect(heard).toEqual([]);
});

test('registering an address again gives it a new secret and loses nothing that waits; fifty times at once leaves one', async () => {
  const url = `${origin}/again`;
  const made = await Promise.all(
    Array.from({ length: 50 }, () => store.transact((tx) => createEndpoint(tx, keys, systemRandom, platformId, url))),
  );
  const live = (await listEndpoints(store.db, platformId)).filter((one) => one.url === url);
  expect(live).toHaveLength(1);
  const called = await endpointToCall(store.db, keys, live[0]?.id ?? '');
  expect(made.map(({ secret: one }) => one.text())).toContain(called?.secret.text());
  expect(new Set(made.map(({ id }) => id))).toEqual(new Set([live[0]?.id]));
  await store.transact((tx) => disableEndpoint(tx, platformId, live[0]?.id ?? ''));
});

test("another platform's endpoint cannot be ended", async () => {
  const [endpoint] = await listEndpoints(store.db, platformId);
  await expect(store.transact((tx) => disableEndpoint(tx, uuid(systemRandom), endpoint?.id ?? ''))).rejects.toThrow('webhook-endpoints');
  await expect(store.transact((tx) => disableEndpoint(tx, platformId, 'no-uuid'))).rejects.toThrow('webhook-endpoints');
});

test('what was announced in a transaction that failed is neither in the feed nor sent', async () => {
  const before = await feedAfter(store.db, platformId, 0, 1000);
  await expect(
    store.transact(async (tx) => {
      await announce(tx, queue, systemRandom, [{ platformId, type: 'content.hold', data: { contentId: 'never' } }]);
      throw new Error('rolled back');
    }),
  ).rejects.toThrow('rolled back');
  expect(await feedAfter(store.db, platformId, 0, 1000)).toEqual(before);
  expect((await sql`select 1 from pgboss.job where name = 'deliver'`.execute(store.db)).rows).toEqual([]);
});

test('entries that are announced at once are numbered without a hole', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, each) => say(`at-once-${each}`)));
  const entries = await feedAfter(store.db, platformId, 0, 1000);
  expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, index) => index + 1));
});

interface JobRow {
  state: string;
  retry_count: number;
  waits: number;
}

test('the queue tries again with growing pauses, for days, and delivers when the receiver is back', async () => {
  const works = behave;
  behave = (_message, response, act) => {
    act();
    response.writeHead(503).end();
  };
  await queue.work({
    deliver: (job) => attempt(job),
    sweep: async () => {},
    find: async () => {},
    tick: async () => {},
    far: async () => {},
    purge: async () => {},
    submit: async () => {},
  });
  await store.transact((tx) => announce(tx, queue, systemRandom, [{ platformId, type: 'content.restore', data: { contentId: 'post-8' } }]));
  const job = async (): Promise<JobRow | undefined> =>
    (
      await sql<JobRow>`select state::text, retry_count, extract(epoch from start_after - now())::float as waits from pgboss.job
                        where name = 'deliver' order by created_on desc limit 1`.execute(store.db)
    ).rows[0];
  const pauses: number[] = [];
  for (let tries = 1; tries <= 3; tries += 1) {
    await expect.poll(async () => (heard.length === tries ? (await job())?.state : undefined)).toBe('retry');
    pauses.push((await job())?.waits ?? 0);
    if (tries === 3) behave = works;
    // Time is not waited for: the next attempt is made due.
    await sql`update pgboss.job set start_after = now() where name = 'deliver' and state = 'retry'`.execute(store.db);
  }
  await expect.poll(async () => (await job())?.state).toBe('completed');
  expect(pauses.every((pause, index) => pause > 1 && pause <= 5 * 2 ** (index + 1))).toBe(true);
  expect(heard).toHaveLength(4);
  expect(new Set(heard.map(({ id }) => id)).size).toBe(1);
  const { rows } = await sql<{ days: number }>`
    select sum(least(retry_delay * power(2, n), retry_delay_max)) / 86400 as days
    from pgboss.job, generate_series(0, retry_limit - 1) n where name = 'deliver' group by id order by 1 limit 1`.execute(store.db);
  expect(Number(rows[0]?.days)).toBeGreaterThan(4);
});

test('a job whose process was killed is taken up by another within seconds, not after an hour', async () => {
  // As a killed process leaves it: under way, without a sign of life.
  await store.transact((tx) => announce(tx, queue, systemRandom, [{ platformId, type: 'content.hold', data: { contentId: 'post-9' } }]));
  const stored = async () =>
    (
      await sql<{
        state: string;
        heartbeat_seconds: number;
      }>`select state::text, heartbeat_seconds from pgboss.job where name = 'deliver' order by created_on desc limit 1`.execute(store.db)
    ).rows[0];
  // Heard is not yet noted: only a job that has ended is made to look as if it had not.
  await expect.poll(async () => (await stored())?.state).toBe('completed');
  expect(heard).toHaveLength(1);
  expect((await stored())?.heartbeat_seconds).toBe(10);
  const job = only(await say('post-10'));
  await sql`update pgboss.job set state = 'active', data = ${JSON.stringify(job)}::jsonb, started_on = now() - interval '11 seconds',
              heartbeat_on = now() - interval '11 seconds', completed_on = null
            where id = (select id from pgboss.job where name = 'deliver' order by created_on desc limit 1)`.execute(store.db);
  await expect
    .poll(async () => {
      await sql`update pgboss.job set start_after = now() where name = 'deliver' and state = 'retry'`.execute(store.db);
      return heard.some(({ id }) => id === job.feedId);
    })
    .toBe(true);
});
