/**
 * Is anything acknowledged ever lost? `npm run soak -- kill` kills the real server 50 times at random instants while it is written to over HTTP, starts it
 * again each time, and looks at everything that is stored. `--kills N` for another number, `--seed N` for other instants.
 */
import { createServer, type Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Webhook } from 'standardwebhooks';
import { findings, owed, slipped } from './after-kill.ts';
import { openOwnServer } from './own-server.ts';
import { seeded } from './seeded.ts';
import { writersAt } from './writers.ts';

export interface Survived {
  readonly kills: number;
  readonly postgresKills: number;
  readonly answered: number;
  readonly requests: number;
  readonly decisions: number;
  readonly delivered: number;
  readonly slowestStartMs: number;
  readonly seconds: number;
}

export interface KillOptions {
  readonly kills: number;
  readonly seed: number;
  /** After the first writes, writing goes on for up to this long before a kill. */
  readonly mostMs: number;
  readonly say: (line: string) => void;
}

const settlePatienceMs = 300_000;
/** So many writes are answered between two kills at least, however slow the machine is. */
const leastWrites = 15;

/** Runs it and gives the text for docs/soak.md. Throws when anything was lost. */
export async function soakKill(args: readonly string[]): Promise<string> {
  const { values } = parseArgs({
    args: [...args],
    options: { kills: { type: 'string', default: '50' }, seed: { type: 'string', default: '1' } },
  });
  const all = await kill({ kills: Number(values.kills), seed: Number(values.seed), mostMs: 3000, say: (line) => console.log(line) });
  return [
    `Seed ${values.seed}: ${all.kills} kills, ${all.postgresKills} of them with PostgreSQL, in ${Math.round(all.seconds)} s.`,
    `${all.answered} writes were acknowledged, among them ${all.requests} requests and ${all.decisions} decisions; ${all.delivered} webhooks were delivered.`,
    `Nothing acknowledged was missing, nothing was half written, the ledger was whole and the feed without a hole after each; slowest start ${all.slowestStartMs} ms.`,
  ].join('\n');
}

/** Throws an Error that names what is wrong after the first kill that breaks something. */
export async function kill({ kills, seed, mostMs, say }: KillOptions): Promise<Survived> {
  const began = performance.now();
  const chance = seeded(seed);
  const server = await openOwnServer();
  const platform = await aReceiver(chance);
  try {
    const writers = writersAt(server.url, chance);
    const { told } = writers;
    const firstRunUrl = await server.start();
    if (firstRunUrl === null) throw new Error('the first start offered no first-run link');
    const { key }: { key: string } = JSON.parse(await server.likeness('key', 'create', '--scope', 'platform'));
    await writers.takeSeat(firstRunUrl, key);
    await platform.register(server.url, key);
    let postgresKills = 0;
    let slowestStartMs = 0;
    for (let count = 1; count <= kills; count += 1) {
      const before = told.answered;
      const writing = writers.begin();
      while (told.answered < before + leastWrites) await wait(20);
      await wait(chance() * mostMs);
      const what = chance() < 0.3 ? 'server-and-postgres' : 'server';
      if (what === 'server-and-postgres') postgresKills += 1;
      await server.kill(what);
      await writing.stop();
      const start = performance.now();
      await server.start();
      slowestStartMs = Math.max(slowestStartMs, Math.round(performance.now() - start));
      const wrong = [
        ...told.strange,
        ...(await server.read(async (store, keys) => findings(store, keys, told, await server.checkpoints()))),
      ];
      if (wrong.length > 0) throw new Error(`after kill ${count} (${what}, seed ${seed}):\n  ${wrong.slice(0, 20).join('\n  ')}`);
      say(`kill ${count} of ${kills} (${what}): ${told.answered} acknowledged writes, all there`);
    }
    await writers.settle();
    const requests = await server.read((store) => store.db.selectFrom('request').select('tracking_number').execute());
    if (requests.length !== told.requests.size)
      throw new Error(`${told.requests.size} requests were filed and ${requests.length} are there: a retry filed twice`);
    const delivered = await settled(server, platform, say);
    const wrong = await server.read(async (store, keys) => [
      ...(await findings(store, keys, told, await server.checkpoints())),
      ...(await slipped(store.db)),
    ]);
    if (wrong.length > 0) throw new Error(`at the end (seed ${seed}):\n  ${wrong.slice(0, 20).join('\n  ')}`);
    const seconds = (performance.now() - began) / 1000;
    return {
      kills,
      postgresKills,
      answered: told.answered,
      requests: told.requests.size,
      decisions: told.decided.size,
      delivered,
      slowestStartMs,
      seconds,
    };
  } finally {
    await server.remove();
    platform.close();
  }
}

/** Waits until everything owed was done; answers how many webhooks the platform heard. Throws when something stays owed, or was noted and not heard. */
async function settled(
  server: Awaited<ReturnType<typeof openOwnServer>>,
  platform: Receiver,
  say: (line: string) => void,
): Promise<number> {
  const until = performance.now() + settlePatienceMs;
  for (;;) {
    const left = await server.read((store) => owed(store.db));
    if (left === 0) break;
    if (performance.now() > until) throw new Error(`${left} deliveries and sweeps are still owed`);
    say(`${left} deliveries and sweeps are still owed`);
    await wait(2000);
  }
  const entries = await server.read((store) => store.db.selectFrom('delivery').select('feed_id').execute());
  const unheard = entries.filter(({ feed_id }) => !platform.heard.has(feed_id));
  if (unheard.length > 0) throw new Error(`${unheard.length} webhooks were noted as delivered and never heard`);
  return entries.length;
}

interface Receiver {
  /** Ids that were heard and acted on. */
  readonly heard: ReadonlySet<string>;
  register(url: string, key: string): Promise<void>;
  close(): void;
}

/** A platform that fails now and then, before it acted and after. */
async function aReceiver(chance: () => number): Promise<Receiver> {
  const heard = new Set<string>();
  let secret = '';
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const luck = chance();
      const id = String(request.headers['webhook-id']);
      try {
        const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
        new Webhook(secret).verify(Buffer.concat(chunks).toString('utf8'), headers);
      } catch {
        response.writeHead(401).end();
        return;
      }
      if (luck >= 0.05) heard.add(id);
      response.writeHead(luck < 0.1 ? 500 : 204).end();
    });
    request.on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no address');
  return {
    heard,
    register: async (url, key) => {
      const answer = await fetch(`${url}/api/v1/webhook-endpoints`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify({ url: `http://127.0.0.1:${address.port}/hook` }),
      });
      const made: { secret?: string } = JSON.parse(await answer.text());
      if (made.secret === undefined) throw new Error(`no webhook endpoint: ${answer.status}`);
      ({ secret } = made);
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
