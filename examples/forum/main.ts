/** How does the forum start and stop? Run it with `npm run forum`, which takes `--help`; tests call `startForum`. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { setInterval, setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Likeness, Refused } from './likeness.ts';
import { Outage } from './outage.ts';
import { catchUp, type Forum, notAnswered, reasonOf } from './publishing.ts';
import { routes } from './routes.ts';

export interface ForumSettings {
  /** 0 takes any free port. */
  readonly port: number;
  readonly likenessUrl: string;
  readonly key: string;
  /** How long to wait before doing again what Likeness could not answer. */
  readonly retryMs?: number;
  readonly log?: (line: string) => void;
  /** Aborted, it stops waiting for a Likeness that does not answer: the start is rejected. */
  readonly signal?: AbortSignal;
}

export interface RunningForum {
  readonly url: string;
  close(): Promise<void>;
}

/** Resolves once Likeness knows this forum; pages are served and uploads kept back while it waits. Rejects with one sentence when it cannot run. */
export async function startForum({
  port,
  likenessUrl,
  key,
  retryMs = 2000,
  log = console.log,
  signal,
}: ForumSettings): Promise<RunningForum> {
  const closing = new AbortController();
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening').catch((error: Error) => {
    throw new Error(`Port ${port} of 127.0.0.1 cannot be used (${error.message}): set FORUM_PORT to another one.`);
  });
  const address = server.address();
  const url = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : port}`;
  const likeness = new Likeness(likenessUrl, key, closing.signal);
  const outage = new Outage(log);
  const forum: Forum = {
    url,
    likeness,
    posts: new Map(),
    toForget: new Set(),
    heard: new Map(),
    suspended: new Map(),
    measures: new Map(),
    besideSequence: new Map(),
    log,
    outage,
  };
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
    secret = await registered(forum, retryMs, signal);
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

async function registered(forum: Forum, retryMs: number, signal: AbortSignal | undefined): Promise<string> {
  const { url, likeness } = forum;
  for (;;) {
    forum.outage.startRound();
    try {
      const secret = await likeness.register(`${url}/likeness/webhook`, `${url}/likeness/preview/{contentId}`);
      forum.outage.endRound();
      return secret;
    } catch (error) {
      if (error instanceof Refused && (error.status === 401 || error.status === 403))
        throw new Error('Likeness refused LIKENESS_KEY: make a new key with `npx likeness key create --scope platform` and start again.');
      if (error instanceof Refused && error.status < 500)
        throw new Error(`Likeness at ${likeness.url} refused this forum (${error.message})`);
      notAnswered(forum, 'this forum', error);
      await setTimeout(retryMs, null, signal === undefined ? {} : { signal });
    }
  }
}

const usage = `Harbour Pictures, a small photo-sharing site that integrates Likeness the way a real platform would.

Usage: LIKENESS_KEY=lk_... npm run forum

Likeness has to run (npm start). Make the key with: npx likeness key create --scope platform
Posts live in memory: when the forum stops, they are gone. Ctrl-C stops it.

Settings, from the environment:
  LIKENESS_KEY  Required: an API key with the scope "platform".
  LIKENESS_URL  Where Likeness answers. Default: http://127.0.0.1:8420
  FORUM_PORT    The forum listens on 127.0.0.1, on this port. Default: 8430

Examples:
  LIKENESS_KEY=lk_... npm run forum
      On http://127.0.0.1:8430, beside a Likeness on this machine.
  LIKENESS_KEY=lk_... LIKENESS_URL=http://127.0.0.1:9000 FORUM_PORT=9001 npm run forum
      Beside a Likeness on another port.

What it shows, and what to copy: examples/forum/README.md`;

/** Whether help was asked for. Throws one sentence for anything else that stands on the command line. */
function isHelpAsked(args: string[]): boolean {
  try {
    return parseArgs({ args, options: { help: { type: 'boolean', short: 'h', default: false } } }).values.help;
  } catch {
    throw new Error(`The forum takes no ${JSON.stringify(args.join(' '))}; see: npm run forum -- --help`);
  }
}

async function main(): Promise<void> {
  try {
    if (isHelpAsked(process.argv.slice(2))) return console.log(usage);
    const { FORUM_PORT = '8430', LIKENESS_URL = 'http://127.0.0.1:8420', LIKENESS_KEY = '' } = process.env;
    const port = Number(FORUM_PORT);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error('FORUM_PORT must be a whole number from 1 to 65535.');
    if (!URL.canParse(LIKENESS_URL)) throw new Error('LIKENESS_URL must be a web address such as http://127.0.0.1:8420.');
    if (LIKENESS_KEY === '')
      throw new Error(
        'LIKENESS_KEY is missing: make one with `npx likeness key create --scope platform`; for all settings see: npm run forum -- --help',
      );
    const forum = await startForum({ port, likenessUrl: LIKENESS_URL, key: LIKENESS_KEY });
    console.log(`Harbour Pictures is at ${forum.url}`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void forum.close());
  } catch (error) {
    console.error(reasonOf(error));
    process.exitCode = 1;
  }
}

if (import.meta.main) await main();
