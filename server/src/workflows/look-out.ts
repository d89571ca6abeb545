/** Who looks out for a picture before it is anywhere? Services that she chose, until a day: her fingerprints as items that only ask, seen by nobody yet. */
import type { CaseCode, CasePin, SentFiles } from '@likeness/casework';
import { sentFiles } from '@likeness/casework';
import { type Fingerprint, isFingerprintKind } from '@likeness/fingerprint';
import { sql } from 'kysely';
import { type Source, thisMachine } from '../access/throttle.ts';
import { uuid } from '../config/random.ts';
import { type Act, record } from '../ledger/record.ts';
import { announce } from '../outbox/feed.ts';
import { addClaim, endClaimsOf, insertItem, noteBankChanges, ownBank, storeCodes } from '../store/banks.ts';
import type { Db, Tx } from '../store/database.ts';
import { uuidOf } from '../store/ids.ts';
import { lookedOutFor } from '../store/suspicion.ts';
import { proveForFiling } from './case-pin.ts';
import type { Engine } from './engine.ts';
import { checkWith } from './new-items.ts';
import { openCaseFile } from './open-case-file.ts';
import { releaseGone, sweepUnlisted } from './release-unlisted.ts';

/** Our own rule: a threat is seldom older, and who still fears it comes back and goes on. */
export const lookOutDays = 90;
const lookOutMs = lookOutDays * 24 * 60 * 60 * 1000;

export interface LookOutFiling {
  readonly platformIds: readonly string[];
  readonly filer: 'self' | 'agent';
  /** Each the fingerprints of one picture or video. */
  readonly pictures: readonly (readonly Fingerprint[])[];
  readonly code: { readonly code: CaseCode; readonly pin: CasePin | null };
  readonly source?: Source;
}

/** The platforms that look out for such pictures today: a bank that is switched off, or only notes, asks nobody. */
export async function platformsLookingOut(db: Db): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select platform.id, platform.name from platform
    join lateral (select enabled, on_match from bank where bank.platform_id = platform.id order by created_at limit 1) own on true
    where own.enabled and own.on_match <> 'observe'
    order by platform.created_at, platform.id`.execute(db);
  return rows;
}

/**
 * Asks services to look out for these pictures. Sent again with the same code it is the same: no second item, and the time runs from now.
 * @throws Problem `case/pin` for the code of a case that has another PIN, `limit/reached` after five tries.
 */
export async function askToLookOut(engine: Engine, filing: LookOutFiling): Promise<{ readonly caseId: string }> {
  const { code, source = thisMachine } = filing;
  for (;;) {
    const proof = await proveForFiling(engine, code.code, code.pin, source);
    const asked = await engine.store.transact(async (tx) => {
      const opened = await openCaseFile(engine, tx, code.code, proof);
      if (opened === null) return null;
      await storeCodes(tx, filing.pictures.flat());
      const started: Started[] = [];
      for (const platformId of filing.platformIds.toSorted()) started.push(await startAt(engine, tx, opened.caseId, platformId, filing));
      const items = started.flatMap((one) => one.items);
      const suspensions: Act[] = [];
      for (const one of started) suspensions.push(...(await checkWith(engine.index, engine.floodUploaders, one.platformId)(tx, one.items)));
      await noteAndSweep(engine, tx, items);
      await record(
        tx,
        ...(opened.isNew ? [{ act: 'case.opened', subjects: { case: opened.caseId } } as const] : []),
        ...started.map(
          ({ id, isNew }): Act => ({
            act: isNew ? 'look-out.started' : 'look-out.extended',
            subjects: { case: opened.caseId, lookOut: id },
          }),
        ),
        ...suspensions,
      );
      return { caseId: opened.caseId };
    });
    if (asked !== null) return asked;
    // Meanwhile the same code was filed with a PIN: looked at anew.
  }
}

interface Started {
  readonly id: string;
  readonly platformId: string;
  readonly isNew: boolean;
  /** New ones. */
  readonly items: readonly string[];
}

async function startAt(engine: Engine, tx: Tx, caseId: string, platformId: string, filing: LookOutFiling): Promise<Started> {
  const expiresAt = new Date(tx.now.getTime() + lookOutMs);
  const running = await tx.sql
    .selectFrom('look_out')
    .select('id')
    .where('case_id', '=', caseId)
    .where('platform_id', '=', platformId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', tx.now)
    .forUpdate()
    .executeTakeFirst();
  const id = running?.id ?? uuid(engine.random);
  if (running === undefined) {
    await tx.sql
      .insertInto('look_out')
      .values({
        id,
        case_id: caseId,
        platform_id: platformId,
        filer: filing.filer,
        started_at: tx.now,
        expires_at: expiresAt,
        ended_at: null,
      })
      .execute();
  } else await extend(tx, caseId, id, expiresAt);
  const known = await valuesOf(tx, id);
  const items: string[] = [];
  const bankId = await ownBank(tx.sql, platformId);
  for (const picture of filing.pictures) {
    if (picture.every(({ kind, value }) => known.has(`${kind} ${value}`))) continue;
    const itemId = uuid(engine.random);
    const codes = picture.map(({ kind, variant, value, quality, atSeconds }) => ({
      kind,
      variant,
      value,
      quality: quality ?? null,
      atSeconds: atSeconds ?? null,
      provenance: 'claimant' as const,
    }));
    await insertItem(tx, { id: itemId, bankId, state: 'active', source: lookedOutFor, codes });
    await addClaim(tx, { id: uuid(engine.random), itemId, by: { caseId }, codes, expiresAt });
    await tx.sql.insertInto('look_out_item').values({ look_out_id: id, item_id: itemId }).execute();
    items.push(itemId);
  }
  return { id, platformId, isNew: running === undefined, items };
}

async function valuesOf(tx: Tx, lookOutId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.sql
    .selectFrom('look_out_item')
    .innerJoin('item_code', 'item_code.item_id', 'look_out_item.item_id')
    .innerJoin('code', 'code.id', 'item_code.code_id')
    .select(['code.kind', 'code.value'])
    .where('look_out_item.look_out_id', '=', lookOutId)
    .execute();
  return new Set(rows.map(({ kind, value }) => `${kind} ${value.toString('hex')}`));
}

async function extend(tx: Tx, caseId: string, lookOutId: string, expiresAt: Date): Promise<void> {
  await tx.sql.updateTable('look_out').set({ expires_at: expiresAt }).where('id', '=', lookOutId).execute();
  await tx.sql
    .updateTable('claim')
    .set({ expires_at: expiresAt })
    .where('case_id', '=', caseId)
    .where('ended_at', 'is', null)
    .where('item_id', 'in', (eb) => eb.selectFrom('look_out_item').select('item_id').where('look_out_id', '=', lookOutId))
    .execute();
}

/** What was put up before is compared as well: the threat may have been carried out already. */
async function noteAndSweep(engine: Engine, tx: Tx, items: readonly string[]): Promise<void> {
  const lastSeq = await noteBankChanges(
    tx,
    items.map((subjectId) => ({ subject: 'item', subjectId })),
  );
  for (let offset = 0; offset < items.length; offset += 1) await engine.queue.sweep(tx, { seq: lastSeq - offset });
}

/** Goes on with one for as long again from now. Answers whether it still ran: what has ended has no fingerprints any more. */
export async function lookOutLonger(engine: Pick<Engine, 'store'>, caseId: string, lookOutId: string): Promise<boolean> {
  return engine.store.transact(async (tx) => {
    if ((await lockRunning(tx, caseId, lookOutId)) === null) return false;
    await extend(tx, caseId, lookOutId, new Date(tx.now.getTime() + lookOutMs));
    await record(tx, { act: 'look-out.extended', subjects: { case: caseId, lookOut: lookOutId } });
    return true;
  });
}

/** Ends one at once; its fingerprints are forgotten. Answers whether it still ran. */
export async function endLookOut(engine: Pick<Engine, 'store' | 'random' | 'queue'>, caseId: string, lookOutId: string): Promise<boolean> {
  return engine.store.transact(async (tx) => {
    const items = await lockRunning(tx, caseId, lookOutId);
    if (items === null) return false;
    await tx.sql.updateTable('look_out').set({ ended_at: tx.now }).where('id', '=', lookOutId).execute();
    const { gone, narrowed } = items.length === 0 ? { gone: [], narrowed: [] } : await endClaimsOf(tx, { caseId, itemIds: items });
    const announcements = await releaseGone(engine, tx, gone);
    const changed = [...narrowed, ...gone];
    const lastSeq = await noteBankChanges(
      tx,
      changed.map((subjectId) => ({ subject: 'item', subjectId })),
    );
    await sweepUnlisted(engine, tx, lastSeq, gone.length);
    await announce(tx, engine.queue, engine.random, announcements);
    await record(
      tx,
      { act: 'look-out.ended', subjects: { case: caseId, lookOut: lookOutId } },
      ...changed.map((item): Act => ({ act: 'item.withdrawn', subjects: { item } })),
    );
    return true;
  });
}

/** The items of one of this case that runs, which stays locked; null when there is none. */
async function lockRunning(tx: Tx, caseId: string, lookOutId: string): Promise<readonly string[] | null> {
  const row = await tx.sql
    .selectFrom('look_out')
    .select('id')
    .where('id', '=', uuidOf(lookOutId))
    .where('case_id', '=', caseId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', tx.now)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return null;
  const items = await tx.sql.selectFrom('look_out_item').select('item_id').where('look_out_id', '=', row.id).execute();
  return items.map(({ item_id }) => item_id);
}

export interface LookOutView {
  readonly id: string;
  readonly platformName: string;
  readonly startedAt: Date;
  /** When it ends by itself, or ended. */
  readonly until: Date;
  readonly hasEnded: boolean;
  /** Nothing of it matches until a person at the service has looked. */
  readonly isPaused: boolean;
  /** Uploads that met it and that people at the service removed. Nothing is said of others: this is no way to ask whether a picture is there. */
  readonly removed: number;
  readonly files: SentFiles;
}

/** Every one of a case, oldest first. */
export async function lookOutsOf(tx: Tx, caseId: string): Promise<LookOutView[]> {
  const rows = await tx.sql
    .selectFrom('look_out')
    .innerJoin('platform', 'platform.id', 'look_out.platform_id')
    .select(['look_out.id', 'platform.name', 'look_out.started_at', 'look_out.expires_at', 'look_out.ended_at'])
    .where('look_out.case_id', '=', caseId)
    .orderBy('look_out.started_at')
    .orderBy('platform.name')
    .execute();
  const views: LookOutView[] = [];
  for (const row of rows) {
    const items = await tx.sql
      .selectFrom('look_out_item')
      .innerJoin('item', 'item.id', 'look_out_item.item_id')
      .select(['item.id', 'item.state'])
      .where('look_out_item.look_out_id', '=', row.id)
      .execute();
    views.push({
      id: row.id,
      platformName: row.name,
      startedAt: row.started_at,
      until: row.ended_at ?? row.expires_at,
      hasEnded: row.ended_at !== null || row.expires_at <= tx.now,
      isPaused: items.length > 0 && items.every(({ state }) => state !== 'active'),
      removed: await removedFor(tx, row.id),
      files: await filesOfLookOut(tx, row.id),
    });
  }
  return views;
}

async function removedFor(tx: Tx, lookOutId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct match.ref)::int as count from look_out_item join match on match.item_id = look_out_item.item_id
    where look_out_item.look_out_id = ${lookOutId}::uuid and match.settled = 'remove'`.execute(tx.sql);
  return rows[0]?.count ?? 0;
}

async function filesOfLookOut(tx: Tx, lookOutId: string): Promise<SentFiles> {
  const { rows } = await sql<{ kinds: string[] }>`
    select array_agg(distinct code.kind) as kinds
    from look_out_item join item_code on item_code.item_id = look_out_item.item_id join code on code.id = item_code.code_id
    where look_out_item.look_out_id = ${lookOutId}::uuid group by look_out_item.item_id`.execute(tx.sql);
  return sentFiles(rows.map(({ kinds }) => kinds.filter(isFingerprintKind)));
}
