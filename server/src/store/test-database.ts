/** How does a test get a database of its own? From the run's cluster, migrated, dropped at the end. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { migrate, openStore, type Store } from './database.ts';

export interface TestDatabase {
  readonly store: Store;
  readonly url: string;
  drop(): Promise<void>;
}

async function onCluster(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** An empty database without tables. */
export async function bareDatabase(): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onCluster(`create database ${name}`);
  const url = new URL(inject('postgres'));
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onCluster(`drop database if exists ${name} with (force)`) };
}

/** A migrated database. `clock` sets the time that its transactions read. */
export async function testDatabase(clock?: () => Date): Promise<TestDatabase> {
  const { url, drop } = await bareDatabase();
  const store = openStore({ url, ...(clock === undefined ? {} : { clock }) });
  await migrate(store);
  return {
    store,
    url,
    drop: async () => {
      await store.close();
      await drop();
    },
  };
}
