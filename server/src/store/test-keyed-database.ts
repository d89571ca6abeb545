/** How does a test get a database with a key ring beside it, in a time that it moves itself? What everything sealed, signed or limited needs. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type KeyRing, openKeyRing } from '../config/key-ring.ts';
import { systemRandom } from '../config/random.ts';
import type { Store } from './database.ts';
import { testDatabase } from './test-database.ts';

export interface KeyedDatabase {
  readonly store: Store;
  readonly keys: KeyRing;
  /** A folder of its own, gone with it. */
  readonly folder: string;
  /** The time that transactions read: noon of 1 March 2027, until it is moved. */
  setNow(now: Date): void;
  /** Moves the time on. */
  later(span: { readonly minutes?: number; readonly seconds?: number }): void;
  close(): Promise<void>;
}

export const noon = new Date('2027-03-01T12:00:00.000Z');

/** Open it where the test file begins, close it in `afterAll`. */
export async function openKeyedDatabase(): Promise<KeyedDatabase> {
  let now = noon;
  const folder = await mkdtemp(join(tmpdir(), 'likeness-keyed-'));
  const keys = openKeyRing(join(folder, 'keyring.json'), { create: true, now: () => new Date(), random: systemRandom });
  const { store, drop } = await testDatabase(() => now);
  return {
    store,
    keys,
    folder,
    setNow: (wanted) => {
      now = wanted;
    },
    later: ({ minutes = 0, seconds = 0 }) => {
      now = new Date(now.getTime() + (minutes * 60 + seconds) * 1000);
    },
    close: async () => {
      await drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
