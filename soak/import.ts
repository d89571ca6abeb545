/**
 * Is a long list taken over whole, whatever ends it on the way? `npm run soak -- import` takes a million lines into a bank of a real server, kills the command ten
 * times at random places with SIGKILL, goes on each time, and then counts every line. `--lines N`, `--kills N`, `--seed N`.
 */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { type OwnServer, openOwnServer } from './own-server.ts';
import { seeded } from './seeded.ts';

const bank = 'Long list';
const lookEveryMs = 50;

export interface ImportOptions {
  readonly lines: number;
  readonly kills: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

export interface Imported {
  /** Lines that were in when the command was killed, each time. */
  readonly killedAt: readonly number[];
  /** From the first start of the command to its end, with all beginnings anew. */
  readonly seconds: number;
  /** Until the server had heard of all of it, after that. */
  readonly heardAfterSeconds: number;
  /** Codes in the index file by then, as a share of all. */
  readonly inFile: number;
  readonly databaseBytes: number;
}

/** Runs it and gives the text for docs/soak.md. Throws when a line is missing or there twice. */
export async function soakImport(args: readonly string[]): Promise<string> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      lines: { type: 'string', default: '1000000' },
      kills: { type: 'string', default: '10' },
      seed: { type: 'string', default: '1' },
    },
  });
  const [lines, kills, seed] = [Number(values.lines), Number(values.kills), Number(values.seed)];
  const done = await importKilled({ lines, kills, seed, say: (line) => console.log(line) });
  const { killedAt, seconds, heardAfterSeconds, inFile, databaseBytes } = done;
  return [
    `${lines} lines of a code each, ended ${killedAt.length} times by SIGKILL (behind ${killedAt.join(', ')} lines) and gone on with: each is there once, none is missing.`,
    `${Math.round(seconds)} s from the first beginning to the end, ${Math.round(lines / seconds)} lines a second with every beginning anew; the server had heard of all of it ${heardAfterSeconds.toFixed(1)} s later, and ${Math.round(100 * inFile)} % of it stood in its index file.`,
    `The database takes ${Math.round(databaseBytes / lines)} bytes a line.`,
  ].join('\n');
}

/** Takes the list over, killed as often as said at places drawn by the seed. Throws when what is listed afterwards is not each line once. */
export async function importKilled({ lines, kills, seed, say }: ImportOptions): Promise<Imported> {
  const folder = await mkdtemp(join(tmpdir(), 'likeness-import-'));
  const server = await openOwnServer();
  try {
    const file = join(folder, 'list.csv');
    await pipeline(csvOf(lines), createWriteStream(file));
    await server.start();
    await server.likeness('bank', 'create', bank, '--on-match', 'hold');
    const chance = seeded(seed);
    const places = Array.from({ length: kills }, () => Math.floor(chance() * lines)).sort((a, b) => a - b);
    const began = performance.now();
    const killedAt: number[] = [];
    for (const place of places) {
      const at = await killAt(server, file, place);
      if (at === null) break;
      killedAt.push(at);
      say(`killed behind ${at} lines, ${Math.round((performance.now() - began) / 1000)} s`);
    }
    const told: { imported: number; rejected: number } = JSON.parse(await server.likeness('bank', 'import', bank, file));
    const seconds = (performance.now() - began) / 1000;
    say(`all of it after ${Math.round(seconds)} s`);
    if (told.imported !== lines || told.rejected !== 0)
      throw new Error(`${told.imported} of ${lines} lines were imported, ${told.rejected} rejected`);
    await countEach(server, lines);
    const heardAt = performance.now();
    while ((await metricOf(server, 'likeness_index_codes')) < lines) await wait(lookEveryMs);
    const heardAfterSeconds = (performance.now() - heardAt) / 1000;
    const inFile = (await metricOf(server, 'likeness_index_file_sequence')) / (await metricOf(server, 'likeness_index_sequence'));
    return { killedAt, seconds, heardAfterSeconds, inFile: Number.isNaN(inFile) ? 0 : inFile, databaseBytes: await databaseBytes(server) };
  } finally {
    await server.remove();
    await rm(folder, { recursive: true, force: true });
  }
}

/** PostgreSQL makes the same values when they are counted. */
function* csvOf(lines: number): Generator<string> {
  yield 'kind,value,quality,source,note\n';
  const value = (line: number): string => createHash('sha256').update(String(line)).digest('hex');
  for (let from = 1; from <= lines; from += 1000)
    yield Array.from({ length: Math.min(1000, lines + 1 - from) }, (_, n) => `pdq,${value(from + n)},100,soak,line ${from + n}\n`).join('');
}

/** Begins, or goes on, and kills the command once so many lines are in; answers how many were. Null when it came to its end before. */
async function killAt(server: OwnServer, file: string, place: number): Promise<number | null> {
  const child = server.begin('bank', 'import', bank, file);
  const ended = once(child, 'exit');
  while ((await importedLines(server)) < place && child.exitCode === null) await wait(lookEveryMs);
  child.kill('SIGKILL');
  await ended;
  return child.exitCode === null ? importedLines(server) : null;
}

const importedLines = (server: OwnServer): Promise<number> =>
  server.read(async ({ db }) => {
    const row = await db.selectFrom('bank_import').select('imported').orderBy('started_at', 'desc').limit(1).executeTakeFirst();
    return row?.imported ?? 0;
  });

async function countEach(server: OwnServer, lines: number): Promise<void> {
  const counts = await server.read(async ({ db }) => {
    const { rows } = await sql<Record<'items' | 'codes' | 'claims' | 'changes' | 'missing' | 'imports', number>>`
      select (select count(*) from item where source = 'soak') as items, (select count(*) from item_code) as codes, (select count(*) from claim where kind = 'list') as claims,
        (select count(*) from bank_change where subject = 'item') as changes, (select count(*) from bank_import) as imports,
        (select count(*) from generate_series(1, ${lines}::integer) n left join code on code.kind = 'pdq' and code.value = sha256(n::text::bytea)
           left join item_code on item_code.code_id = code.id where item_code.item_id is null) as missing`.execute(db);
    return rows[0];
  });
  const { items, codes, claims, changes, missing, imports } = counts ?? {
    items: 0,
    codes: 0,
    claims: 0,
    changes: 0,
    missing: lines,
    imports: 0,
  };
  if ([items, codes, claims, changes].some((count) => count !== lines) || missing !== 0 || imports !== 1)
    throw new Error(`of ${lines} lines: ${JSON.stringify(counts)}`);
}

async function metricOf({ url }: OwnServer, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1] ?? Number.NaN);
}

const databaseBytes = (server: OwnServer): Promise<number> =>
  server.read(async ({ db }) => {
    const { rows } = await sql<{ bytes: number }>`select pg_database_size(current_database()) as bytes`.execute(db);
    return rows[0]?.bytes ?? 0;
  });
