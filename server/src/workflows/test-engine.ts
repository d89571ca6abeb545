/** How does a test get a whole engine on a database of its own? Real PostgreSQL, index, queue and keys; the time can be set. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lawsWith } from '@likeness/casework';
import { type KeyRing, openKeyRing } from '../config/key-ring.ts';
import { systemRandom } from '../config/random.ts';
import { openBankIndex } from '../index/bank-index.ts';
import { openQueue } from '../outbox/queue.ts';
import { openTargets } from '../outbox/targets.ts';
import { openStore } from '../store/database.ts';
import { type TestDatabase, testDatabase } from '../store/test-database.ts';
import type { Engine } from './engine.ts';
import { ensurePlatform, listPlatforms } from './platforms.ts';

export interface TestEngine {
  readonly engine: Engine;
  readonly database: TestDatabase;
  readonly platformId: string;
  /** Sets the time that transactions read from now on. */
  setNow(now: Date): void;
  /** A second process on the same database, with the same key ring. */
  another(): Promise<Engine>;
  close(): Promise<void>;
}

const loopback = [{ address: '127.0.0.0', prefix: 8, family: 'ipv4' }] as const;

/** Opens one. Background errors fail the test that waits for their effect; they are also thrown at close. */
export async function openTestEngine(start?: Date): Promise<TestEngine> {
  let now = start;
  const clock = start === undefined ? undefined : (): Date => now ?? start;
  const database = await testDatabase(clock);
  const folder = await mkdtemp(join(tmpdir(), 'likeness-keys-'));
  const keys = openKeyRing(join(folder, 'keyring.json'), { create: true, now: () => new Date(), random: systemRandom });
  const errors: Error[] = [];
  const onError = (error: Error): void => void errors.push(error);
  const closers: (() => Promise<void>)[] = [];
  const open = async (store: Engine['store'], ring: KeyRing): Promise<Engine> => {
    await ensurePlatform({ store, random: systemRandom });
    const index = await openBankIndex(store, { onError });
    const queue = await openQueue(store, { onError });
    closers.push(
      () => index.close(),
      () => queue.stop(),
    );
    const publicUrl = 'http://127.0.0.1:8420';
    return {
      store,
      keys: ring,
      random: systemRandom,
      index,
      queue,
      targets: openTargets(loopback),
      publicUrl,
      floodUploaders: 25,
      undoMinutes: 10,
      laws: lawsWith(),
      reportingCountry: 'US',
      exposure: { anHour: 40, aDay: 200 },
      misuse: { days: 180, least: 3 },
      transparency: null,
    };
  };
  const engine = await open(database.store, keys);
  const [platform] = await listPlatforms(database.store.db);
  if (platform === undefined) throw new Error('no platform');
  return {
    engine,
    database,
    platformId: platform.id,
    setNow: (next) => {
      now = next;
    },
    another: async () => {
      const store = openStore({ url: database.url, ...(clock === undefined ? {} : { clock }) });
      const second = await open(store, keys);
      closers.unshift(async () => store.close());
      return second;
    },
    close: async () => {
      // What a connection says while it is being closed is no error of the test.
      const [first] = [...errors];
      for (const close of closers.reverse()) await close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
      if (first !== undefined) throw first;
    },
  };
}
