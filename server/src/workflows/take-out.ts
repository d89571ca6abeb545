/** How does a person take one request, one picture or one link out of her case, while the rest goes on? As she ends the whole: with code and PIN at once, with the code alone after 72 hours, cancellable until then. */
import { type CasePin, type Language, lawsIn, missingElements, type WithdrawnPart, withdrawalTakesEffectAt } from '@likeness/casework';
import { sql } from 'kysely';
import { type Source, thisMachine } from '../access/throttle.ts';
import { uuid } from '../config/random.ts';
import { type Act, record } from '../ledger/record.ts';
import { commitmentTo } from '../ledger/row.ts';
import { type Announcement, announce } from '../outbox/feed.ts';
import { addressHash } from '../store/address.ts';
import { endClaimsOf, noteBankChanges } from '../store/banks.ts';
import { forgetCandidates } from '../store/candidates.ts';
import {
  lockFiling,
  noteEvent,
  openAnswers,
  picturesOfEach,
  type RequestRow,
  requestsOfFiling,
  type SealedAnswers,
  sealAnswers,
} from '../store/cases.ts';
import type { Db, Tx } from '../store/database.ts';
import { forgetGone } from '../store/gone.ts';
import { uuidOf } from '../store/ids.ts';
import { forgetPlaces } from '../store/places.ts';
import { limitLeft } from '../store/reversals.ts';
import { isOpen } from './amend-request.ts';
import { isCasePin } from './case-pin.ts';
import { destroyForgotten } from './destroy-forgotten.ts';
import type { Engine } from './engine.ts';
import { byDue } from './filed.ts';
import { linkDuplicate } from './locate-uploads.ts';
import { oneByOne } from './one-by-one.ts';
import { releaseGone, sweepUnlisted } from './release-unlisted.ts';
import { showAgainUnnamed } from './restrict-meanwhile.ts';

/** One part of a filing: `key` is empty for the request itself, the number of one law's for that alone, an item for a picture, the hash of its address for a link. */
export interface Part {
  readonly part: WithdrawnPart;
  readonly key: string;
}

/** A part as its person sees it. */
export interface PartView extends Part {
  /** Of a request under one of several laws that nobody has answered: the name of that law. */
  readonly law: string | null;
  /** Of a link. */
  readonly link: string | null;
  /** Of a picture or video: how its fingerprint begins. */
  readonly fingerprint: string | null;
  /** Of a picture or video: which of her files it is, counted from 1. */
  readonly number: number | null;
  /** Nothing else is named: with it the request itself is taken back. */
  readonly isLast: boolean;
  /** What she named beside the picture at this link, and goes with it. */
  readonly takesBeside: boolean;
  /** A law of the filing has its answer, which stays. */
  readonly answerStays: boolean;
  /** That waits to be taken out, and until when. */
  readonly waiting: { readonly id: string; readonly until: Date } | null;
}

export type TakeOutAnswer =
  | { readonly outcome: 'taken-out' }
  | { readonly outcome: 'waiting'; readonly takesEffectAt: Date }
  | { readonly outcome: 'wrong-pin' }
  /** It is not there any more, or was answered meanwhile. */
  | { readonly outcome: 'gone' };

/** All of a filing that can be taken out now, the request itself first. */
export async function partsOf(
  engine: Engine,
  tx: Tx,
  filing: readonly RequestRow[],
  language: Language = 'en',
): Promise<readonly PartView[]> {
  const [first] = filing;
  // What was referred is held, whatever she does.
  if (first === undefined || filing.some(({ outcome }) => outcome === 'refer')) return [];
  const open = filing.filter(isOpen);
  const pictures = await picturesIn(tx.sql, filing);
  const waiting = await tx.sql
    .selectFrom('taking_out')
    .select(['id', 'part', 'key', 'due_at'])
    .where('filing_id', '=', first.filingId)
    .execute();
  const opened = open.flatMap((request) => openAnswers(engine.keys, request) ?? []);
  // A request may name a thousand links: each is read once.
  const named = opened.map(placesNamed);
  const beside = new Set(
    opened.flatMap((answers) => (answers.beside ?? []).flatMap(({ at }) => (at === undefined ? [] : [keyOfLink(at)]))),
  );
  const view = ({ part, key }: Part, more: Partial<PartView>): PartView => {
    const row = waiting.find((one) => one.part === part && one.key === key);
    return {
      part,
      key,
      law: null,
      link: null,
      fingerprint: null,
      number: null,
      isLast:
        open.length > 0 &&
        pictures.every(({ itemId }) => part === 'picture' && itemId === key) &&
        named.every(({ links, hasMore }) => !hasMore && [...links.keys()].every((link) => part === 'link' && link === key)),
      takesBeside: false,
      answerStays: filing.some(({ outcome }) => outcome === 'remove' || outcome === 'restrict' || outcome === 'keep'),
      waiting: row === undefined ? null : { id: row.id, until: row.due_at },
      ...more,
    };
  };
  const links = open.some(({ isYoung }) => isYoung) ? [] : linksOf(open[0], opened, named);
  const laws = lawsIn(engine.laws, language);
  const each =
    open.length < 2
      ? []
      : open
          .toSorted(byDue)
          .map(({ trackingNumber, basis }) => view({ part: 'request', key: trackingNumber }, { isLast: false, law: laws.of(basis).name }));
  return [
    ...((await mayTakeBack(tx, open)) ? [view({ part: 'request', key: '' }, { isLast: false }), ...each] : []),
    ...pictures.map(({ itemId, number, fingerprint }) => view({ part: 'picture', key: itemId }, { number, fingerprint })),
    ...links.map(([key, link]) => view({ part: 'link', key }, { link, takesBeside: beside.has(key) })),
  ];
}

interface Named {
  /** By their keys. */
  readonly links: ReadonlyMap<string, string>;
  /** An id, or words on how to find it. */
  readonly hasMore: boolean;
}

const placesNamed = ({ locations = [], contentIds = [], locationDetails = '' }: SealedAnswers): Named => ({
  links: new Map(locations.map((link) => [keyOfLink(link), link])),
  hasMore: contentIds.length > 0 || locationDetails !== '',
});

/** Not while a limit that was too little is decided anew: until then it holds, and only the end of her case lets it stand. */
async function mayTakeBack(tx: Tx, open: readonly RequestRow[]): Promise<boolean> {
  for (const { trackingNumber } of open) if ((await limitLeft(tx, trackingNumber)) !== null) return false;
  return open.length > 0;
}

const keyOfLink = (link: string): string => addressHash(link).toString('hex');
const isAt = (at: string | undefined, key: string): boolean => at !== undefined && keyOfLink(at) === key;

/** Links that she gave, by their keys: none that the service added to what she filed herself. */
function linksOf(request: RequestRow | undefined, opened: readonly SealedAnswers[], named: readonly Named[]): [string, string][] {
  const added = new Set(
    opened.flatMap(({ amendments = [] }) =>
      amendments.flatMap(({ by, places }) => (by === 'platform' && request?.filedVia === 'page' ? places.map(keyOfLink) : [])),
    ),
  );
  return [...new Map(named.flatMap(({ links }) => [...links]))].filter(([key]) => !added.has(key));
}

/** Answers without one link, and what was named beside the picture there. */
function without(answers: SealedAnswers, key: string): SealedAnswers {
  const { locations = [], beside, amendments, ...rest } = answers;
  const left = locations.filter((link) => keyOfLink(link) !== key);
  const besideLeft = beside?.filter(({ at }) => !isAt(at, key)) ?? [];
  return {
    ...rest,
    ...(left.length > 0 && { locations: left }),
    ...(besideLeft.length > 0 && { beside: besideLeft }),
    // Nor among what was added, where it would be read for as long as the request is kept.
    ...(amendments !== undefined && {
      amendments: amendments.map(({ beside: named, ...one }) => ({
        ...one,
        places: one.places.filter((place) => keyOfLink(place) !== key),
        ...(named !== undefined && { beside: named.filter(({ at }) => !isAt(at, key)) }),
      })),
    }),
  };
}

/**
 * Files of hers in this filing, each once, by the first of its items; none of which anything was referred. What a decision made one item of two files is taken out as
 * one, and what it made two items of, too.
 */
async function picturesIn(
  db: Db,
  filing: readonly RequestRow[],
): Promise<{ readonly itemId: string; readonly number: number; readonly fingerprint: string }[]> {
  const each = await picturesOfEach(
    db,
    filing.map(({ trackingNumber }) => trackingNumber),
  );
  const files = filing
    .toSorted(byDue)
    .flatMap(({ trackingNumber }) => [...Map.groupBy(each.get(trackingNumber) ?? [], ({ number }) => number)]);
  const items = [...new Set(files.flatMap(([, some]) => some.map(({ itemId }) => itemId)))];
  if (items.length === 0) return [];
  const held = await db.selectFrom('item').select('id').where('id', 'in', items).where('referred_at', 'is not', null).execute();
  const seen = new Set(held.map(({ id }) => id));
  return files.flatMap(([number, some]) => {
    const [first] = some;
    if (first === undefined || some.some(({ itemId }) => seen.has(itemId))) return [];
    for (const { itemId } of some) seen.add(itemId);
    const fingerprints = some.flatMap((one) => one.fingerprints);
    const shown = fingerprints.find(({ kind, variant }) => kind === 'pdq' && variant === 'whole') ?? fingerprints[0];
    return [{ itemId: first.itemId, number, fingerprint: shown?.value.slice(0, 8) ?? '' }];
  });
}

/**
 * Asks for a part of one filing of this case to be taken out. Asking again while it waits changes nothing, except that the right PIN takes it out at once.
 * @throws Problem `limit/reached` after five wrong PINs in a quarter of an hour.
 */
export async function askTakeOut(
  engine: Engine,
  caseId: string,
  of: Part & { readonly trackingNumber: string },
  pin: CasePin | null,
  source: Source = thisMachine,
): Promise<TakeOutAnswer> {
  const pinProved = pin !== null && (await isCasePin(engine, caseId, pin, source));
  if (pin !== null && !pinProved) return { outcome: 'wrong-pin' };
  return engine.store.transact(async (tx) => {
    if (!(await lockOpenCase(tx, caseId))) return { outcome: 'gone' };
    const filing = (await lockFiling(tx, of.trackingNumber)).filter((request) => request.caseId === caseId);
    const part = (await partsOf(engine, tx, filing)).find((one) => one.part === of.part && one.key === of.key);
    const [first] = filing;
    if (part === undefined || first === undefined) return { outcome: 'gone' };
    if (pinProved) {
      await takeOut(engine, tx, filing, part);
      return { outcome: 'taken-out' };
    }
    if (part.waiting !== null) return { outcome: 'waiting', takesEffectAt: part.waiting.until };
    const takesEffectAt = withdrawalTakesEffectAt({ requestedAt: tx.now, pinProved });
    await tx.sql
      .insertInto('taking_out')
      .values({
        id: uuid(engine.random),
        case_id: caseId,
        filing_id: first.filingId,
        part: of.part,
        key: of.key,
        asked_at: tx.now,
        due_at: takesEffectAt,
      })
      .execute();
    for (const request of toldOf(filing, of)) await noteEvent(tx, request, 'taking-out', { part: of.part });
    await record(tx, { act: 'withdrawal.asked', subjects: { case: caseId, request: first.trackingNumber, part: of.part } });
    return { outcome: 'waiting', takesEffectAt };
  });
}

/** Stops what waits. Answers whether it did. */
export async function keepIn(engine: Engine, caseId: string, id: string): Promise<boolean> {
  return engine.store.transact(async (tx) => {
    if (!(await lockOpenCase(tx, caseId))) return false;
    const row = await tx.sql
      .deleteFrom('taking_out')
      .where('id', '=', uuidOf(id))
      .where('case_id', '=', caseId)
      .returning(['filing_id', 'part', 'key'])
      .executeTakeFirst();
    if (row === undefined) return false;
    const filing = await requestsOfFiling(tx.sql, row.filing_id);
    for (const request of toldOf(filing, row)) await noteEvent(tx, request, 'taking-out-stopped', { part: row.part });
    const [first] = filing;
    await record(tx, { act: 'withdrawal.cancelled', subjects: { case: caseId, request: first?.trackingNumber ?? '', part: row.part } });
    return true;
  });
}

/**
 * Takes out everything whose time has come. Each is its own transaction, so that one that fails stops no other.
 * @throws AggregateError of those that failed, after all others were done; the next look tries them again.
 */
export async function takeOutDue(engine: Engine): Promise<void> {
  const due = await engine.store.transact(async (tx) =>
    tx.sql.selectFrom('taking_out').select(['id', 'case_id']).where('due_at', '<=', tx.now).orderBy('due_at').orderBy('id').execute(),
  );
  await oneByOne(due, ({ id, case_id: caseId }) =>
    engine.store.transact(async (tx) => {
      if (!(await lockOpenCase(tx, caseId))) return;
      const row = await tx.sql.selectFrom('taking_out').selectAll().where('id', '=', id).executeTakeFirst();
      if (row === undefined || row.due_at > tx.now) return;
      const [named] = await requestsOfFiling(tx.sql, row.filing_id);
      const filing = named === undefined ? [] : await lockFiling(tx, named.trackingNumber);
      const part = (await partsOf(engine, tx, filing)).find((one) => one.part === row.part && one.key === row.key);
      if (part !== undefined) return takeOut(engine, tx, filing, part);
      await tx.sql.deleteFrom('taking_out').where('id', '=', id).execute();
      for (const request of filing.filter((one) => isMeant(one, row)))
        await noteEvent(tx, request, 'taking-out-lapsed', { part: row.part });
      const [first] = filing;
      await record(tx, { act: 'withdrawal.cancelled', subjects: { case: caseId, request: first?.trackingNumber ?? '', part: row.part } });
    }),
  );
}

async function lockOpenCase(tx: Tx, caseId: string): Promise<boolean> {
  // No key update, as where the whole case ends: whoever writes an event of this case refers to its row.
  const row = await tx.sql
    .selectFrom('case_file')
    .select('id')
    .where('id', '=', caseId)
    .where('withdrawn_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** Whose timeline says so: of a picture all of the filing, of a request or link those that nobody has answered. */
const toldOf = (filing: readonly RequestRow[], of: Part): readonly RequestRow[] =>
  of.part === 'picture' ? filing : filing.filter((request) => isOpen(request) && isMeant(request, of));

/** Of a request under one law, that one; of all else, every one. */
const isMeant = ({ trackingNumber }: RequestRow, { part, key }: Part): boolean =>
  part !== 'request' || key === '' || key === trackingNumber;

const withdrawnReason =
  'The person took this request back before it was decided; the rest of her case goes on. There is nothing left to decide.';

/** Takes a part out of a filing, all locked: what it alone brought is forgotten, and nobody is asked about it any more. What was answered stays answered. */
async function takeOut(engine: Engine, tx: Tx, filing: readonly RequestRow[], { part, key, isLast }: PartView): Promise<void> {
  const [first] = filing;
  if (first === undefined) return;
  const { caseId, filingId } = first;
  const numbers = filing.map(({ trackingNumber }) => trackingNumber);
  const open = filing.filter(isOpen);
  const back = part === 'request' || isLast ? open.filter((request) => isMeant(request, { part, key })) : [];
  const acts: Act[] = [];
  const told: Announcement[] = [];
  if (back.length > 0) await takeBack(tx, back);
  else if (part === 'link') {
    const changed = await takeLinkOut(engine, tx, open, key);
    acts.push(...changed.acts);
    told.push(...changed.told);
  } else for (const request of filing) await noteEvent(tx, request, 'taken-out', { part });
  if (back.length > 0 && part === 'picture')
    for (const request of filing.filter((one) => !isOpen(one))) await noteEvent(tx, request, 'taken-out', { part });

  const items = await unlink(tx, caseId, {
    back: back.map(({ trackingNumber }) => trackingNumber),
    picture: part === 'picture' ? { itemId: key, numbers } : null,
  });
  const { gone, narrowed } = items.length === 0 ? { gone: [], narrowed: [] } : await endClaimsOf(tx, { caseId, itemIds: items });
  told.push(...(await releaseGone(engine, tx, gone)));
  const others = open.filter((request) => !back.includes(request)).map(({ trackingNumber }) => trackingNumber);
  if (part === 'picture' && others.length > 0) await lookAnew(engine, tx, first.platformId, others);
  await forgetWaiting(tx, filingId, { part, key });
  const changed = [...narrowed, ...gone];
  if (changed.length > 0) {
    const lastSeq = await noteBankChanges(
      tx,
      changed.map((subjectId) => ({ subject: 'item', subjectId })),
    );
    await sweepUnlisted(engine, tx, lastSeq, gone.length);
  }
  await announce(tx, engine.queue, engine.random, [
    ...told,
    ...back.map(
      ({ platformId, trackingNumber }): Announcement => ({
        platformId,
        type: 'request.withdrawn',
        data: { trackingNumber, removalStands: false, reason: withdrawnReason },
      }),
    ),
  ]);
  await record(tx, ...acts, ...changed.map((item): Act => ({ act: 'item.withdrawn', subjects: { item } })), {
    act: 'withdrawal.done',
    subjects: { case: caseId, request: first.trackingNumber, part, requests: back.length },
  });
}

/** Closes these requests, erases what she wrote in them, and forgets what they name. Uploads of one that may show somebody young stay marked by it. */
async function takeBack(tx: Tx, requests: readonly RequestRow[]): Promise<void> {
  const numbers = requests.map(({ trackingNumber }) => trackingNumber);
  await tx.sql
    .updateTable('request')
    .set({ answers_sealed: null, filer_ref: null, commitment_salt: null, closed_at: tx.now, outcome: 'withdrawn' })
    .where('tracking_number', 'in', numbers)
    .execute();
  await forgetPlaces(tx, numbers);
  // Uploads before codes, in the order that a decision takes them.
  await destroyForgotten(tx);
  await forgetGone(tx, numbers);
  await forgetCandidates(tx, numbers);
  for (const request of requests) await noteEvent(tx, request, 'taken-out', { part: 'request' }, `taken-back:${request.trackingNumber}`);
}

/** Takes a link out of every answer of these requests, and lets go of the uploads that only it named. */
async function takeLinkOut(
  engine: Engine,
  tx: Tx,
  requests: readonly RequestRow[],
  key: string,
): Promise<{ readonly acts: readonly Act[]; readonly told: readonly Announcement[] }> {
  const acts: Act[] = [];
  for (const request of requests) {
    const before = openAnswers(engine.keys, request);
    if (before === null || !(before.locations ?? []).some((link) => keyOfLink(link) === key)) continue;
    const after = without(before, key);
    const missing = missingElements(engine.laws.of(request.basis), after).map(({ element }) => element);
    const salt = engine.random(16);
    await tx.sql
      .updateTable('request')
      .set({ answers_sealed: sealAnswers(engine.keys, request.trackingNumber, after), commitment_salt: salt })
      .where('tracking_number', '=', request.trackingNumber)
      .execute();
    // What was complete once stays so, as after her contact was erased.
    await noteEvent(tx, request, 'taken-out', { part: 'link', ...(request.completeAt === null ? { missing } : {}) });
    acts.push({
      act: 'request.amended',
      subjects: { request: request.trackingNumber, missing: request.completeAt === null ? missing.length : 0, by: 'person' },
      commitment: commitmentTo(salt, JSON.stringify(after)),
    });
  }
  const numbers = requests.map(({ trackingNumber }) => trackingNumber);
  const hash = Buffer.from(key, 'hex');
  await tx.sql.deleteFrom('request_place').where('tracking_number', 'in', numbers).where('place_hash', '=', hash).execute();
  await tx.sql.deleteFrom('request_gone').where('tracking_number', 'in', numbers).where('address_hash', '=', hash).execute();
  const { rows } = await sql<{ tracking_number: string; ref: string }>`
    delete from request_content using content
    where content.ref = request_content.ref and request_content.tracking_number = any(${numbers}::text[]) and content.address_hash = ${hash}
      and not exists (select from request_place place where place.tracking_number = request_content.tracking_number
        and place.place_hash = sha256(convert_to('id ' || content.content_id, 'UTF8')))
    returning request_content.tracking_number, request_content.ref`.execute(tx.sql);
  const told = await showAgainUnnamed(engine, tx, requests, [...new Set(rows.map(({ ref }) => ref))].toSorted());
  await destroyForgotten(tx);
  // Whoever else named that place is no reason any more to point to them.
  await tx.sql.deleteFrom('request_link').where('tracking_number', 'in', numbers).execute();
  const [lead] = requests;
  if (lead !== undefined) await linkDuplicate(tx, lead);
  return { acts, told };
}

/** Takes files from requests: all of those that were taken back, of the others those of one picture. Answers the items that no request of the case has any more. */
async function unlink(
  tx: Tx,
  caseId: string,
  {
    back,
    picture,
  }: { readonly back: readonly string[]; readonly picture: { readonly itemId: string; readonly numbers: readonly string[] } | null },
): Promise<string[]> {
  const { rows: files } = await sql<{ tracking_number: string; file: number; item_id: string }>`
    delete from request_item using (
      select distinct tracking_number, file from request_item where tracking_number = any(${[...back]}::text[])
        or (item_id = ${picture?.itemId ?? null}::uuid and tracking_number = any(${[...(picture?.numbers ?? [])]}::text[]))) as named
    where request_item.tracking_number = named.tracking_number and request_item.file = named.file
    returning request_item.tracking_number, request_item.file, request_item.item_id`.execute(tx.sql);
  for (const { tracking_number: number, file } of files)
    await tx.sql.deleteFrom('request_file').where('tracking_number', '=', number).where('number', '=', file).execute();
  if (back.length > 0)
    await tx.sql
      .deleteFrom('request_file')
      .where('tracking_number', 'in', [...back])
      .execute();
  const taken = [...new Set(files.map(({ item_id }) => item_id))].toSorted();
  if (taken.length === 0) return [];
  const still = await tx.sql
    .selectFrom('request_item')
    .innerJoin('request', 'request.tracking_number', 'request_item.tracking_number')
    .select('request_item.item_id')
    .where('request.case_id', '=', caseId)
    .where('request_item.item_id', 'in', taken)
    .execute();
  return taken.filter((id) => !still.some(({ item_id }) => item_id === id));
}

/** What looked like a picture that is out may look like none that stays: the comparison is made anew. */
async function lookAnew({ queue }: Engine, tx: Tx, platformId: string, numbers: readonly string[]): Promise<void> {
  await forgetCandidates(tx, numbers);
  await tx.sql.updateTable('request').set({ looked_at: null }).where('tracking_number', 'in', numbers).execute();
  await queue.find(tx, { platformId });
}

/** What was taken out waits no more, nor what was of a request that is open no longer; pictures wait on while any request of the filing has them. */
async function forgetWaiting(tx: Tx, filingId: string, { part, key }: Part): Promise<void> {
  await sql`
    delete from taking_out where filing_id = ${filingId}::uuid and ((part = ${part} and key = ${key})
      or (part <> 'picture' and not exists (select from request where request.filing_id = taking_out.filing_id and request.outcome is null
        and request.closed_at is null and (taking_out.part = 'link' or taking_out.key in ('', request.tracking_number))))
      or (part = 'picture' and not exists (select from request_item join request using (tracking_number)
        where request.filing_id = taking_out.filing_id and request_item.item_id::text = taking_out.key)))`.execute(tx.sql);
}
