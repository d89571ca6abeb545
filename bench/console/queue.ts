/**
 * Does the console stay quick when very much waits? A real server: its queue, a request and the way to the next one while a hundred things are open, and again
 * while very many are: requests of different people, a flood of one source, uploads to look at, removals that nobody has confirmed.
 */
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { type OwnServer, openOwnServer } from '../../soak/own-server.ts';
import { median } from '../interleaved.ts';
import { type Measure, timesTheCost } from '../measure.ts';

const password = 'a long password for benches';
const few = 100;
const rounds = 15;
/** The same page with a hundred open items may cost so many times as much with all of them. */
const most = 3;

/** `open` things wait in the end. */
export async function* benchQueue(open: number): AsyncGenerator<Measure> {
  const server = await openOwnServer();
  try {
    const cookie = await takeSeat(server, await server.start());
    const { key }: { key: string } = JSON.parse(await server.likeness('key', 'create', '--scope', 'platform'));
    await fileOneOfEach(server, key);
    await copyUntil(server, few);
    const before = await pages(server, cookie);
    await copyUntil(server, open);
    const after = await pages(server, cookie);
    for (const name of before.keys()) {
      const ms = median(after.get(name) ?? []);
      yield timesTheCost(`console, ${name}, ${open} open`, `the same with ${few} open`, ms, ms / median(before.get(name) ?? []), most);
    }
  } finally {
    await server.remove();
  }
}

/** Signs somebody up with the first-run link; answers the cookie of the session. */
async function takeSeat({ url }: OwnServer, firstRunUrl: string | null): Promise<string> {
  const code = new URL(firstRunUrl ?? url).hash.slice(1);
  const body = new URLSearchParams({ code, name: 'Ines Moreau', password, service: 'Harbour photos' });
  const answer = await fetch(`${url}/console/first-run`, { method: 'POST', body, redirect: 'manual' });
  if (answer.status !== 303) throw new Error(`no seat at the console: ${answer.status}`);
  return (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
}

/** One request, one upload that meets a listed picture, as the doors take them: what is copied then. */
async function fileOneOfEach(server: OwnServer, key: string): Promise<void> {
  const call = async (path: string, body: unknown): Promise<void> => {
    const answer = await fetch(`${server.url}/api/v1${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  };
  const value = randomBytes(32).toString('hex');
  await server.likeness('bank', 'create', 'bench', '--on-match', 'review');
  await server.read(async ({ db }) => {
    await sql`with made as (insert into code (kind, value) values ('pdq', decode(${value}, 'hex')) returning id),
      listed as (insert into item (id, bank_id, state, source, added_at) select gen_random_uuid(), id, 'active', 'bench', now() from bank where name = 'bench' returning id)
      insert into item_code (item_id, code_id, variant, quality, provenance) select listed.id, made.id, 'whole', 100, 'confirmed' from listed, made`.execute(
      db,
    );
  });
  await server.kill('server');
  await server.start();
  await call('/screen', { contentId: 'met', fingerprints: [{ kind: 'pdq', value, quality: 100 }], url: 'https://photos.example/p/met' });
  await call('/screen', {
    contentId: 'named',
    fingerprints: [{ kind: 'pdq', value: randomBytes(32).toString('hex'), quality: 100 }],
    url: 'https://photos.example/p/named',
  });
  await call('/requests', {
    contentIds: ['named'],
    statement: { notConsensual: true, goodFaith: true },
    contact: { email: 'a.person@example.org' },
    signature: 'A person',
  });
}

/**
 * Copies what the doors took until so many are open: half of them requests of different people, a tenth the flood of one source, three tenths uploads to look
 * at, a tenth removals that the service has not confirmed.
 */
async function copyUntil(server: OwnServer, open: number): Promise<void> {
  const upTo = (share: number): number => Math.round(open * share);
  await server.read(async ({ db }) => {
    const requests = (prefix: string, count: number, more: string): ReturnType<typeof sql> => sql`
      with one as (select * from request where tracking_number not like 'bench-%' order by received_at limit 1),
      made as (select n, ${prefix} || n as number, gen_random_uuid() as case_id, gen_random_uuid() as filing_id, gen_random_uuid() as pile_id,
          gen_random_uuid() as ref
        from generate_series((select count(*) from request where tracking_number like ${`${prefix}%`})::integer + 1, ${count}::integer) as n),
      cases as (insert into case_file select (jsonb_populate_record(case_file, jsonb_build_object(
          'id', made.case_id, 'code_mac', sha256(made.number::bytea), 'follow_mac', sha256(('f' || made.number)::bytea)))).*
        from made, one join case_file on case_file.id = one.case_id returning id),
      copied as (insert into request select (jsonb_populate_record(request, jsonb_build_object('tracking_number', made.number, 'case_id', made.case_id,
          'filing_id', made.filing_id, 'pile_id', made.pile_id, 'due_at', request.due_at + made.n * interval '1 second') || ${more}::jsonb)).*
        from made, one join request using (tracking_number) returning case_id, tracking_number),
      told as (insert into case_event (case_id, tracking_number, kind, at, facts)
        select made.case_id, made.number, case_event.kind, case_event.at, case_event.facts
        from made, one join case_event using (tracking_number) where case_event.kind = 'received'),
      contents as (insert into content select (jsonb_populate_record(content, jsonb_build_object('ref', made.ref, 'content_id', made.number, 'page_group', null,
          'url', 'https://photos.example/r/' || made.number, 'address_hash', null))).*
        from made, one join request_content using (tracking_number) join content using (ref) returning ref, content_id),
      about as (insert into request_content select made.number, made.ref from made),
      decided as (insert into decision select (jsonb_populate_record(null::decision, jsonb_build_object('id', gen_random_uuid(), 'platform_id', one.platform_id,
          'tracking_number', made.number, 'outcome', 'remove', 'ground', 'valid-request', 'moderator_id', (select id from moderator limit 1), 'decided_at', now()))).*
        from made, one where ${more} like '%remove%' returning id, platform_id, tracking_number),
      gone as (insert into action (id, platform_id, decision_id, kind, content_id, ref, opened_at)
        select gen_random_uuid(), decided.platform_id, decided.id, 'content.remove', made.number, made.ref, now()
        from decided join made on made.number = decided.tracking_number)
      select from made`;
    await requests('bench-own-', upTo(0.5), '{}').execute(db);
    await requests('bench-flood-', upTo(0.1), '{"pile_id": "00000000-0000-4000-8000-000000000002"}').execute(db);
    await requests('bench-gone-', upTo(0.1), '{"outcome": "remove"}').execute(db);
    await sql`
      with one as (select review.id, review.ref from review join content using (ref) where content.content_id = 'met'),
      made as (select n, gen_random_uuid() as ref, gen_random_uuid() as id, gen_random_uuid() as item_id
        from generate_series((select count(*) from review)::integer, ${upTo(0.3)}::integer) as n),
      contents as (insert into content select (jsonb_populate_record(content, jsonb_build_object('ref', made.ref, 'content_id', 'copy-' || made.n, 'page_group', null,
          'url', 'https://photos.example/c/' || made.n, 'address_hash', null))).* from made, one join content using (ref)),
      items as (insert into item select (jsonb_populate_record(item, jsonb_build_object('id', made.item_id))).*
        from made, one join match using (ref) join item on item.id = match.item_id),
      matches as (insert into match (ref, item_id, bank_id, kind, variant, distance, effect, found_by, at)
        select made.ref, made.item_id, bank_id, kind, variant, distance, effect, found_by, at from made, one join match using (ref))
      insert into review select (jsonb_populate_record(review, jsonb_build_object('id', made.id, 'ref', made.ref, 'cluster', null))).*
        from made, one join review using (id)`.execute(db);
    await sql`analyze`.execute(db);
  });
}

/** Milliseconds of each page, round by round. */
async function pages(server: OwnServer, cookie: string): Promise<Map<string, number[]>> {
  const get = async (path: string): Promise<string> => {
    const answer = await fetch(`${server.url}${path}`, { headers: { cookie } });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.text();
  };
  const first = await get('/console');
  const [request] = /\/console\/requests\/(?!bench)[\w-]+/.exec(first) ?? [];
  const [review] = /\/console\/reviews\/[0-9a-f-]{36}/.exec(first) ?? [];
  if (request === undefined || review === undefined) throw new Error('the queue shows neither a request nor an upload');
  const paths: Readonly<Record<string, string>> = { 'the queue': '/console', 'a request': request, 'an upload to look at': review };
  const ms = new Map<string, number[]>(Object.keys(paths).map((name) => [name, []]));
  for (let round = -3; round < rounds; round += 1)
    for (const [name, path] of Object.entries(paths)) {
      const before = performance.now();
      await get(path);
      if (round >= 0) ms.get(name)?.push(performance.now() - before);
    }
  return ms;
}
