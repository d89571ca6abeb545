/** How does a test get a database of its own? From the run's cluster, a copy of the migrated one, dropped at the end. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { openStore, type Store } from './database.ts';

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

interface OwnDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** An empty database without tables. */
export const bareDatabase = (): Promise<OwnDatabase> => databaseLike('template1');

async function databaseLike(template: string): Promise<OwnDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onCluster(`create database ${name} template ${template}`);
  const url = new URL(inject('postgres'));
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onCluster(`drop database if exists ${name} with (force)`) };
}

/** A migrated database. `clock` sets the time that its transactions read. */
export async function testDatabase(clock?: () => Date): Promise<TestDatabase> {
  const { url, drop } = await databaseLike(inject('migrated'));
  const store = openStore({ url, ...(clock === undefined ? {} : { clock }) });
  return {
    store,
    url,
    drop: async () => {
      await store.close();
      await drop();
    },
  };
}
