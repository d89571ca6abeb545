/**
 * How many uploads does one server process screen in a second, by fingerprint, among a million listed items, each remembered durably before its answer? A real
 * server with its own PostgreSQL, 50 connections that never rest; a bare Fastify route and bare inserts in the same run beside it, all on this machine's cores.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { type OwnServer, openOwnServer } from '../../soak/own-server.ts';
import { descendantsOf } from '../fingerprint/peak-memory.ts';
import { forOrientation, type Measure } from '../measure.ts';
import type { Load } from './load.ts';

const connections = 50;
const seconds = 15;
const leastPerSecond = 5000;
const mostMs = 25;
const program = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** `items` codes are listed, drawn at random. */
export async function* benchScreening(items: number): AsyncGenerator<Measure> {
  const server = await openOwnServer();
  try {
    await server.start();
    await list(server, items);
    await server.kill('server');
    await server.start();
    const { key }: { key: string } = JSON.parse(await server.likeness('key', 'create', '--scope', 'screen'));
    // The first rounds are for the compilers.
    await loadOf(server.url, '/api/v1/screen', key, 5);
    const spent = spentBy(server);
    const load = await loadOf(server.url, '/api/v1/screen', key, seconds);
    const used = spent();
    const insert = await inserts(server.connection());
    const route = await bareRoute();
    const perSecond = load.answered / load.seconds;
    const name = `POST /screen with a fingerprint, ${items} items, one process, ${connections} connections`;
    yield {
      measure: name,
      against: `${leastPerSecond} a second`,
      value: Math.round(perSecond),
      unit: 'a second',
      ratio: rounded(perSecond / leastPerSecond),
      target: '>= 1',
      met: perSecond >= leastPerSecond && load.failed === 0,
    };
    yield {
      measure: `the slowest hundredth of them (half of them within ${rounded(load.p50)} ms)`,
      against: `a limit of ${mostMs} ms`,
      value: rounded(load.p99),
      unit: 'ms',
      ratio: rounded(load.p99 / mostMs),
      target: '<= 1',
      met: load.p99 <= mostMs,
    };
    yield forOrientation(name, 'a bare Fastify route, a second', 1000 / perSecond, perSecond / (route.answered / route.seconds));
    yield forOrientation(name, 'bare PostgreSQL inserts, each committed, a second', 1000 / perSecond, perSecond / insert.perSecond);
    yield forOrientation(
      'processor time of the server for one screening',
      'one core',
      used.server / load.answered,
      used.server / 1000 / load.seconds,
    );
    yield forOrientation(
      'processor time of PostgreSQL for one screening',
      'one core',
      used.postgres / load.answered,
      used.postgres / 1000 / load.seconds,
    );
  } finally {
    await server.remove();
  }
}

const rounded = (value: number): number => Number(value.toPrecision(3));

/** Straight into the tables, as an import leaves them; the server reads them at its next start. */
async function list(server: OwnServer, items: number): Promise<void> {
  await server.read(async ({ db }) => {
    const bank = '00000000-0000-4000-8000-000000000001';
    await sql`insert into bank (id, name, platform_id, on_match, enabled, created_at) values (${bank}, 'bench', null, 'hold', true, now())`.execute(
      db,
    );
    await sql`with made as (select gen_random_uuid() as id, sha256(n::text::bytea) as value from generate_series(1, ${items}::integer) as n),
      coded as (insert into code (kind, value) select 'pdq', value from made returning id, value),
      listed as (insert into item (id, bank_id, state, source, added_at) select id, ${bank}, 'active', 'bench', now() from made returning id)
      insert into item_code (item_id, code_id, variant, quality, provenance)
      select made.id, coded.id, 'whole', 100, 'confirmed' from made join coded using (value) join listed on listed.id = made.id`.execute(
      db,
    );
    // Otherwise PostgreSQL tidies up after the list while screenings are counted.
    await sql`vacuum analyze`.execute(db);
  });
}

async function loadOf(origin: string, path: string, key: string, forSeconds: number): Promise<Load> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    program('load.ts'),
    origin,
    path,
    key,
    String(connections),
    String(forSeconds),
  ]);
  return JSON.parse(stdout);
}

async function inserts(url: string): Promise<{ readonly perSecond: number }> {
  const { stdout } = await promisify(execFile)(process.execPath, [program('floors.ts'), 'insert', url, String(connections), '5']);
  return JSON.parse(stdout);
}

async function bareRoute(): Promise<Load> {
  const child: ChildProcess = spawn(process.execPath, [program('floors.ts'), 'route'], { stdio: ['ignore', 'pipe', 'inherit'] });
  if (child.stdout === null) throw new Error('the bare route has no output');
  const [origin] = await once(createInterface({ input: child.stdout }), 'line');
  try {
    await loadOf(String(origin), '/bare', 'none', 2);
    return await loadOf(String(origin), '/bare', 'none', 5);
  } finally {
    child.kill();
  }
}

/** From now on: milliseconds of processor time of the server's process and of its PostgreSQL. proc(5), in ticks of 10 ms. */
function spentBy(server: OwnServer): () => { readonly server: number; readonly postgres: number } {
  const now = (): { server: number; postgres: number } => {
    const { pid, postmaster } = server.processes();
    return { server: ticksOf(pid), postgres: [postmaster, ...descendantsOf(postmaster)].map(ticksOf).reduce((sum, each) => sum + each, 0) };
  };
  const before = now();
  return () => {
    const after = now();
    return { server: after.server - before.server, postgres: after.postgres - before.postgres };
  };
}

function ticksOf(pid: number): number {
  try {
    const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ');
    const [user = 0, system = 0] = fields.split(' ').slice(11, 13).map(Number);
    return 10 * (user + system);
  } catch {
    return 0;
  }
}
