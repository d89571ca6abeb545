/** What must hold after a kill? Everything acknowledged is there, nothing is half there, nothing that was promised for later is lost. Each question answers what breaks it. */
import { sql } from 'kysely';
import type { KeyRing } from '../server/src/config/key-ring.ts';
import { parseCheckpoints } from '../server/src/ledger/checkpoint.ts';
import { verifyLedger } from '../server/src/ledger/verify.ts';
import type { Db, Store } from '../server/src/store/database.ts';
import type { Told } from './writers.ts';

/** What is wrong, a sentence each; empty when all is well. */
export async function findings(store: Store, keys: KeyRing, told: Told, checkpoints: string): Promise<string[]> {
  return [...(await lost(store.db, told)), ...(await halfWritten(store.db)), ...(await ledgerFaults(store, keys, checkpoints))];
}

/** Writes that were acknowledged and are not there. */
async function lost(db: Db, told: Told): Promise<string[]> {
  const contents = new Map(
    (
      await db
        .selectFrom('content')
        .innerJoin('content_code', 'content_code.ref', 'content.ref')
        .select(['content_id', 'value', 'deleted_at'])
        .execute()
    ).map((row) => [row.content_id, { value: row.value.toString('hex'), isForgotten: row.deleted_at !== null }]),
  );
  const requests = new Map((await db.selectFrom('request').selectAll().execute()).map((row) => [row.tracking_number, row]));
  const actions = new Map(
    (await db.selectFrom('action').select(['id', 'completed_at']).execute()).map((row) => [row.id, row.completed_at]),
  );
  const found: string[] = [];
  for (const [contentId, value] of told.screened) {
    const content = contents.get(contentId);
    if (told.deleted.has(contentId)) {
      if (content !== undefined && !content.isForgotten) found.push(`${contentId} was to be forgotten and is there`);
    } else if (!told.deleting.has(contentId) && (content?.value !== value || content.isForgotten))
      found.push(`${contentId} was screened and is not there`);
  }
  for (const [number] of told.requests) if (!requests.has(number)) found.push(`request ${number} is not there`);
  for (const number of told.amended)
    if (requests.get(number)?.complete_at == null) found.push(`request ${number} was completed and is not complete`);
  for (const [number, decision] of told.decided)
    if (requests.get(number)?.outcome !== decision) found.push(`request ${number} was decided and is ${requests.get(number)?.outcome}`);
  for (const id of told.completed) if (actions.get(id) == null) found.push(`action ${id} was completed and is not`);
  return found;
}

/** Parts of one write of which another part is missing. Every query answers the ids of what is incomplete. */
const incomplete: Readonly<Record<string, string>> = {
  'a request without its receipt in the case': `select tracking_number as id from request r where not exists
    (select from case_event e where e.tracking_number = r.tracking_number and e.kind = 'received')`,
  'a request without its ledger row': `select tracking_number as id from request r where not exists
    (select from ledger l where l.act = 'request.received' and l.subjects->>'request' = r.tracking_number)`,
  'a request that the feed does not say': `select tracking_number as id from request r where not exists
    (select from feed f where f.type = 'request.received' and f.data->>'trackingNumber' = r.tracking_number)`,
  'a request without the item of its fingerprint': `select tracking_number as id from request r where not exists
    (select from request_item i where i.tracking_number = r.tracking_number)`,
  'a feed entry without its request': `select id from feed f where f.type = 'request.received' and not exists
    (select from request r where r.tracking_number = f.data->>'trackingNumber')`,
  'a ledger row without its request': `select seq::text as id from ledger l where l.act = 'request.received' and not exists
    (select from request r where r.tracking_number = l.subjects->>'request')`,
  'a case without a request': `select id::text from case_file c where not exists (select from request r where r.case_id = c.id)`,
  'a case without its ledger row': `select id::text from case_file c where not exists
    (select from ledger l where l.act = 'case.opened' and l.subjects->>'case' = c.id::text)`,
  'an item without codes': `select id::text from item i where not exists (select from item_code c where c.item_id = i.id)`,
  'an item without a claim': `select id::text from item i where not exists (select from claim c where c.item_id = i.id and c.ended_at is null)`,
  'an active item that no index learns of': `select id::text from item i where i.state = 'active' and not exists
    (select from bank_change b where b.subject = 'item' and b.subject_id = i.id)`,
  'an active item without its ledger row': `select id::text from item i where i.state = 'active' and not exists
    (select from ledger l where l.act = 'item.listed' and l.subjects->>'item' = i.id::text)`,
  'an outcome without a decision': `select tracking_number as id from request r where r.outcome is not null and not exists
    (select from decision d where d.tracking_number = r.tracking_number and d.outcome = r.outcome)`,
  'a decision without its outcome': `select d.id::text from decision d join request r using (tracking_number) where r.outcome is distinct from d.outcome`,
  'a decision without its ledger row': `select id::text from decision d where not exists
    (select from ledger l where l.act = 'decision.made' and l.subjects->>'decision' = d.id::text)`,
  'a decision that the feed does not say': `select id::text from decision d where d.tracking_number is not null and not exists
    (select from feed f where f.type = 'request.decided' and f.data->>'trackingNumber' = d.tracking_number)`,
  'a decision that the case does not say': `select id::text from decision d where d.tracking_number is not null and not exists
    (select from case_event e where e.kind = 'decided' and e.tracking_number = d.tracking_number)`,
  'an action that the feed does not say': `select id::text from action a where not exists (select from feed f where f.data->>'actionId' = a.id::text)`,
  'a completed action without its ledger row': `select id::text from action a where a.completed_at is not null and not exists
    (select from ledger l where l.act = 'action.completed' and l.subjects->>'action' = a.id::text)`,
  'content without fingerprints': `select content_id as id from content c where not exists (select from content_code k where k.ref = c.ref)`,
  'a match that no ledger row speaks of': `select distinct m.ref::text as id from match m where m.settled is null and not exists
    (select from ledger l where l.act = 'content.matched' and l.subjects->>'content' = m.ref::text)`,
  'a held match without a review': `select distinct m.ref::text as id from match m where m.settled is null and m.effect = 'hold' and not exists
    (select from review r where r.ref = m.ref)`,
  'a feed entry without a delivery': `select f.id from feed f cross join endpoint e where e.disabled_at is null and f.at >= e.created_at and not exists
    (select from delivery d where d.feed_id = f.id and d.endpoint_id = e.id)`,
  'a delivery without a job': `select d.feed_id as id from delivery d where d.delivered_at is null and not exists
    (select from pgboss.job j where j.name = 'deliver' and j.state in ('created', 'retry', 'active') and j.data->>'feedId' = d.feed_id)`,
  'a hole in a feed': `select platform_id::text as id from feed group by platform_id having count(*) <> max(seq) or min(seq) <> 1`,
  'a hole in the bank changes': `select 'bank' as id from bank_change having count(*) > 0 and (count(*) <> max(seq) or min(seq) <> 1)`,
};

async function halfWritten(db: Db): Promise<string[]> {
  const found: string[] = [];
  for (const [what, query] of Object.entries(incomplete)) {
    const { rows } = await sql.raw<{ id: string }>(query).execute(db);
    for (const { id } of rows) found.push(`${what}: ${id}`);
  }
  return found;
}

async function ledgerFaults(store: Store, keys: KeyRing, checkpoints: string): Promise<string[]> {
  const verdict = await verifyLedger(store, keys, parseCheckpoints(checkpoints));
  return verdict.whole ? [] : [`the ledger is not whole at row ${verdict.badRow}: ${verdict.reason}`];
}

/** What the queue still owes: deliveries that were not made, and sweeps that did not end. */
export async function owed(db: Db): Promise<number> {
  const { rows } = await sql<{ owed: number }>`
    select (select count(*) from delivery where delivered_at is null)
         + (select count(*) from pgboss.job where name = 'sweep' and state in ('created', 'retry', 'active')) as owed`.execute(db);
  return Number(rows[0]?.owed);
}

const holdRadius = 30n;

/** Uploads that lie within the hold radius of something listed and were never matched with it: what slipped between a screening and a sweep. */
export async function slipped(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.content_id as id from content c
      join content_code k on k.ref = c.ref and k.kind = 'pdq' and k.variant = 'whole'
      cross join (item i join item_code ic on ic.item_id = i.id and ic.variant = 'whole' join code on code.id = ic.code_id and code.kind = 'pdq')
    where i.state = 'active' and c.deleted_at is null
      and bit_count(('x' || encode(k.value, 'hex'))::bit(256) # ('x' || encode(code.value, 'hex'))::bit(256)) <= ${holdRadius.toString()}::bigint
      and not exists (select from match m where m.ref = c.ref and m.item_id = i.id)`.execute(db);
  return rows.map(({ id }) => `${id} is a copy of what is listed, and was never held`);
}
