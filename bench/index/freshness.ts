/**
 * How soon is a picture that is listed anywhere held everywhere, and one that is withdrawn passed? `npm run bench -- freshness`: two real server processes on one
 * durable PostgreSQL, both screening meanwhile; changes are committed beside them, as a third process would. `--n` codes are listed beforehand. The clock on
 * the wall, because waiting is what counts; on a machine with other work it counts that too.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { createApiKey } from '../../server/src/access/api-keys.ts';
import { systemRandom, uuid } from '../../server/src/config/random.ts';
import { readSettings } from '../../server/src/config/settings.ts';
import { listMany } from '../../server/src/index/test-many.ts';
import { processesOn, type ServerProcess } from '../../server/src/index/test-processes.ts';
import { insertItem, noteBankChanges } from '../../server/src/store/banks.ts';
import { openStore, type Store } from '../../server/src/store/database.ts';
import { openPostgres } from '../../server/src/store/postgres.ts';
import { forOrientation, type Measure } from '../measure.ts';

const rounds = 200;
/** Of each process. */
const connections = 4;
/** Between two uploads of one connection: some 120 uploads a second together. Without it the bench would measure how two processes and a database share two cores. */
const pauseMs = 50;
const limitMs = 100;

export async function* benchFreshness(count: number): AsyncGenerator<Measure> {
  const folder = await mkdtemp(join(tmpdir(), 'likeness-bench-'));
  // As root, PostgreSQL runs as another user, who has to reach it.
  await chmod(folder, 0o755);
  const settings = readSettings({ LIKENESS_DATA_DIR: join(folder, 'data') }, { uid: process.getuid?.() ?? 0, home: folder, cwd: folder });
  const postgres = await openPostgres(settings, { log: () => {} });
  const processes = await processesOn(postgres.url.reveal());
  const store = openStore({ url: postgres.url.reveal(), maxConnections: 4 });
  try {
    const [first, second] = [await processes.another(), await processes.another()];
    await first.start();
    const { bankId, headers } = await aBank(store);
    await listMany(store, bankId, 0, count);
    await second.start();
    const screening = new AbortController();
    const ask = (one: ServerProcess, value: string) => verdictOf(one, headers, value);
    const ordinary: number[] = [];
    const listed: number[] = [];
    const withdrawn: number[] = [];
    const heard: number[] = [];
    // What the machine itself takes meanwhile, of the ways that each of the others goes several times: a word from a process, and one from PostgreSQL.
    const word: number[] = [];
    const question: number[] = [];
    const load = [first, second].flatMap((one) =>
      Array.from({ length: connections }, async () => {
        while (!screening.signal.aborted) {
          const began = performance.now();
          await ask(one, aValue());
          ordinary.push(performance.now() - began);
          await wait(pauseMs);
        }
      }),
    );
    for (let round = 0; round < rounds; round++) {
      const value = aValue();
      const id = uuid(systemRandom);
      let committed = await commit(store, async (tx) => {
        const codes = [{ kind: 'pdq', variant: 'whole', value, quality: 100, provenance: 'confirmed' as const }];
        await insertItem(tx, { id, bankId, state: 'active', source: 'bench', codes });
        return noteBankChanges(tx, [{ subject: 'item', subjectId: id }]);
      });
      while ((await ask(second, value)) !== 'hold');
      listed.push(performance.now() - committed.at);
      committed = await commit(store, async (tx) => {
        await tx.sql.deleteFrom('item').where('id', '=', id).execute();
        return noteBankChanges(tx, [{ subject: 'item', subjectId: id }]);
      });
      while ((await ask(second, value)) !== 'allow');
      withdrawn.push(performance.now() - committed.at);
      committed = await commit(store, (tx) => noteBankChanges(tx, [{ subject: 'item', subjectId: id }]));
      while (((await first.metrics()).get('likeness_index_sequence') ?? 0) < committed.seq);
      heard.push(performance.now() - committed.at);
      await timed(word, () => fetch(`${first.url}/healthz`).then((answer) => answer.text()));
      await timed(question, () => sql`select 1`.execute(store.db));
    }
    screening.abort();
    await Promise.all(load);
    const name = `two processes, each screening on ${connections} connections, ${count} codes`;
    yield* quantiles(`an ordinary upload screened meanwhile; ${name}`, ordinary);
    yield* quantiles(`listed beside a process, held by it; ${name}`, listed);
    yield* quantiles(`withdrawn beside a process, passed by it; ${name}`, withdrawn);
    yield* quantiles(`heard of by itself; ${name}`, heard);
    yield* meanwhile('GET /healthz of a process, which asks nobody', word);
    yield* meanwhile('select 1, asked of PostgreSQL by the bench', question);
  } finally {
    await processes.remove();
    await store.close();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const aValue = (): string => Buffer.from(systemRandom(32)).toString('hex');

async function aBank(store: Store): Promise<{ bankId: string; headers: Record<string, string> }> {
  const { id } = await store.db.selectFrom('platform').select('id').executeTakeFirstOrThrow();
  const { key } = await store.transact((tx) => createApiKey(tx, systemRandom, { platformId: id, scopes: ['platform'], label: 'bench' }));
  const bankId = uuid(systemRandom);
  await store.db
    .insertInto('bank')
    .values({ id: bankId, name: 'Hub', platform_id: null, on_match: 'hold', radius: null, enabled: true, created_at: new Date() })
    .execute();
  await store.transact((tx) => noteBankChanges(tx, [{ subject: 'bank', subjectId: bankId }]));
  return { bankId, headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' } };
}

async function commit(store: Store, work: Parameters<Store['transact']>[0]): Promise<{ seq: number; at: number }> {
  const seq = Number(await store.transact(work));
  return { seq, at: performance.now() };
}

async function verdictOf({ url }: ServerProcess, headers: Record<string, string>, value: string): Promise<string> {
  const fingerprints = [{ kind: 'pdq', variant: 'whole', value, quality: 100 }];
  const body = JSON.stringify({ contentId: uuid(systemRandom), fingerprints });
  const answer: { verdict?: string } = await (await fetch(`${url}/api/v1/screen`, { method: 'POST', headers, body })).json();
  return answer.verdict ?? '';
}

async function timed(times: number[], work: () => Promise<unknown>): Promise<void> {
  const began = performance.now();
  await work();
  times.push(performance.now() - began);
}

const at = (times: readonly number[], share: number): number =>
  Number((times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? Number.NaN).toPrecision(3));

function* meanwhile(measure: string, times: number[]): Generator<Measure> {
  times.sort((a, b) => a - b);
  for (const [name, share] of quantilesTold) yield forOrientation(`${name}, ${measure}`, 'meanwhile', at(times, share), 1);
}

const quantilesTold = [
  ['p50', 0.5],
  ['p99', 0.99],
] as const;

function* quantiles(measure: string, times: number[]): Generator<Measure> {
  times.sort((a, b) => a - b);
  for (const [name, share] of quantilesTold) {
    const value = at(times, share);
    const ratio = Number((value / limitMs).toPrecision(3));
    yield {
      measure: `${name}, ${measure}`,
      against: `a limit of ${limitMs} ms`,
      value,
      unit: 'ms',
      ratio,
      target: '<= 1',
      met: ratio <= 1,
    };
  }
}
