/** How does the forum start and stop? Run it with `node examples/forum/main.ts`; tests call `startForum`. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { setInterval, setTimeout } from 'node:timers/promises';
import { Likeness, Refused } from './likeness.ts';
import { catchUp, type Forum, reasonOf } from './publishing.ts';
import { routes } from './routes.ts';

export interface ForumSettings {
  /** 0 takes any free port. */
  readonly port: number;
  readonly likenessUrl: string;
  readonly key: string;
  /** How long to wait before doing again what Likeness could not answer. */
  readonly retryMs?: number;
  readonly log?: (line: string) => void;
}

export interface RunningForum {
  readonly url: string;
  close(): Promise<void>;
}

/** Resolves once Likeness knows this forum; pages are served and uploads kept back while it waits. Rejects with one sentence when it cannot run. */
export async function startForum({ port, likenessUrl, key, retryMs = 2000, log = console.log }: ForumSettings): Promise<RunningForum> {
  const closing = new AbortController();
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening').catch((error: Error) => {
    throw new Error(`Port ${port} of 127.0.0.1 cannot be used (${error.message}): set FORUM_PORT to another one.`);
  });
  const address = server.address();
  const url = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : port}`;
  const likeness = new Likeness(likenessUrl, key, closing.signal);
  const forum: Forum = { url, likeness, posts: new Map(), toForget: new Set(), heard: new Map(), log };
  let secret: string | null = null;
  server.on(
    'request',
    routes(forum, () => secret),
  );
  const stop = async (): Promise<void> => {
    closing.abort();
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  try {
    secret = await registered(forum, retryMs);
  } catch (error) {
    await stop();
    throw error;
  }
  const working = (async () => {
    for await (const _ of setInterval(retryMs, null, { signal: closing.signal })) await catchUp(forum);
  })().catch(() => {}); // Ends by being aborted.
  return {
    url,
    close: async () => {
      await stop();
      await working;
    },
  };
}

async function registered({ url, likeness, log }: Forum, retryMs: number): Promise<string> {
  for (;;) {
    try {
      return await likeness.register(`${url}/likeness/webhook`, `${url}/likeness/preview/{contentId}`);
    } catch (error) {
      if (error instanceof Refused && (error.status === 401 || error.status === 403))
        throw new Error('Likeness refused LIKENESS_KEY: make a new key with `npx likeness key create --scope platform` and start again.');
      if (error instanceof Refused && error.status < 500)
        throw new Error(`Likeness at ${likeness.url} refused this forum (${error.message})`);
      log(`Likeness does not answer at ${likeness.url} yet; trying again (${reasonOf(error)})`);
      await setTimeout(retryMs);
    }
  }
}

if (import.meta.main) {
  try {
    const { FORUM_PORT = '8430', LIKENESS_URL = 'http://127.0.0.1:8420', LIKENESS_KEY = '' } = process.env;
    const port = Number(FORUM_PORT);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error('FORUM_PORT must be a whole number from 1 to 65535.');
    if (!URL.canParse(LIKENESS_URL)) throw new Error('LIKENESS_URL must be a web address such as http://127.0.0.1:8420.');
    if (LIKENESS_KEY === '') throw new Error('LIKENESS_KEY is missing: make one with `npx likeness key create --scope platform`.');
    const forum = await startForum({ port, likenessUrl: LIKENESS_URL, key: LIKENESS_KEY });
    console.log(`Harbour Pictures is at ${forum.url}`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void forum.close());
  } catch (error) {
    console.error(reasonOf(error));
    process.exitCode = 1;
  }
}
