/** What do operators read while the index loads, afterwards, and as numbers? */
import { Problem } from '@likeness/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DecodePool, openDecodePool } from '../decode/pool.ts';
import { startBankIndex } from '../index/bank-index.ts';
import { screen } from '../workflows/screen.ts';
import { openTestEngine, type TestEngine } from '../workflows/test-engine.ts';
import { openApp } from './app.ts';
import { health } from './health.ts';
import { metrics } from './metrics.ts';

let house: TestEngine;
let decode: DecodePool;

beforeAll(async () => {
  house = await openTestEngine();
  decode = await openDecodePool({ children: 1, maxBytes: 1000 });
});

afterAll(async () => {
  await decode.close();
  await house.close();
});

async function doorsOn(index: TestEngine['engine']['index']) {
  const engine = { ...house.engine, index };
  const app = openApp(false);
  await app.register(health, { engine, decode });
  await app.register(metrics, { engine });
  return app;
}

const numbers = (text: string): Map<string, number> =>
  new Map(
    text
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line): [string, number] => [line.split(' ')[0] ?? '', Number(line.split(' ')[1])]),
  );

test('while the index loads the server is not ready, says so, and screens nothing; then it does', async () => {
  const { store } = house.engine;
  const blocked = Promise.withResolvers<void>();
  const locked = Promise.withResolvers<void>();
  // Whoever reads items waits: as long as a load of many would take.
  const blocking = store.db.transaction().execute(async (tx) => {
    await sql`lock table item in access exclusive mode`.execute(tx);
    locked.resolve();
    await blocked.promise;
  });
  await locked.promise;
  const index = startBankIndex(store, { onError: () => {} });
  const app = await doorsOn(index);
  const early = await app.inject('/readyz');
  expect([early.statusCode, early.json()]).toMatchObject([503, { ready: false, status: 'index loading', database: 'migrated' }]);
  expect(numbers((await app.inject('/metrics')).body).get('likeness_index_loaded')).toBe(0);
  const upload = { contentId: 'a', source: 'fingerprints' as const, fingerprints: [], url: null, uploaderRef: null, links: [] };
  await expect(screen({ ...house.engine, index }, house.platformId, upload)).rejects.toThrow(Problem);
  blocked.resolve();
  await blocking;
  await index.loaded;
  expect((await app.inject('/readyz')).json()).toMatchObject({ ready: true, status: 'ready' });
  expect(await screen({ ...house.engine, index }, house.platformId, upload)).toMatchObject({ verdict: 'allow' });
  await index.close();
  await app.close();
});

test('a start that is ended while it loads ends, and has written nothing', async () => {
  const index = startBankIndex(house.engine.store, { onError: () => {}, folder: '/nowhere/at/all' });
  await index.close();
  expect([index.facts.isLoaded, index.seq]).toEqual([false, 0]);
});

test('the metrics are what Prometheus reads: each with its meaning and type, and how far behind this process is', async () => {
  const { index } = house.engine;
  const app = await doorsOn(index);
  const answer = await app.inject('/metrics');
  expect(answer.headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
  expect(answer.body).toMatch(/^(# HELP (\w+) [^\n]+\n# TYPE \2 (gauge|counter)\n\2 [0-9.e+-]+\n)+$/);
  const read = numbers(answer.body);
  expect([read.get('likeness_index_loaded'), read.get('likeness_index_behind_changes')]).toEqual([1, 0]);
  expect(read.get('likeness_index_sequence')).toBe(index.seq);
  // A process that hears nothing any more falls behind.
  const deaf = await doorsOn({ ...index, seq: index.seq - 3, codeCount: index.codeCount, facts: index.facts });
  expect(numbers((await deaf.inject('/metrics')).body).get('likeness_index_behind_changes')).toBe(3);
  await app.close();
  await deaf.close();
});
