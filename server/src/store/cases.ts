/** What is on file: cases, their requests and what happened to them. Personal answers are sealed; only this file and its callers open them. */
import {
  type Additions,
  type AmendmentRecord,
  amendableFields,
  type BasisId,
  type CaseEvent,
  type ClockMark,
  clockMarkNames,
  type Filer,
  isBasisId,
  isUnjudged,
  markOnce,
  noFiles,
  questionKeys,
  type RequestAnswers,
  readFoundLeft,
  type SentFiles,
  withdrawnParts,
} from '@likeness/casework';
import type { Fingerprint } from '@likeness/fingerprint';
import { sql } from 'kysely';
import type { KeyRing } from '../config/key-ring.ts';
import { fingerprintOf } from './content.ts';
import type { Db, Tx } from './database.ts';
import { uuidOf } from './ids.ts';
import { requestsAbout } from './same-file.ts';

export interface RequestRow {
  readonly trackingNumber: string;
  readonly platformId: string;
  readonly caseId: string;
  readonly basis: BasisId;
  /** One filing under several laws is several requests. */
  readonly filingId: string;
  readonly filer: Filer;
  /** It is, or may be, about somebody who was under 18. */
  readonly isYoung: boolean;
  readonly dueAt: Date;
  readonly filedVia: 'page' | 'api';
  readonly receivedAt: Date;
  readonly completeAt: Date | null;
  readonly closedAt: Date | null;
  readonly outcome: 'remove' | 'restrict' | 'keep' | 'refer' | 'withdrawn' | null;
  readonly answersSealed: Buffer | null;
  /** Until which screening its fingerprints were compared with the platform's uploads; null: not yet. */
  readonly lookedAt: Date | null;
}

const columns = [
  'tracking_number',
  'platform_id',
  'case_id',
  'basis',
  'filed_via',
  'received_at',
  'complete_at',
  'closed_at',
  'outcome',
  'answers_sealed',
  'looked_at',
  'filing_id',
  'filer',
  'is_young',
  'due_at',
] as const;

function requestOf(row: {
  tracking_number: string;
  platform_id: string;
  case_id: string;
  basis: string;
  filed_via: 'page' | 'api';
  received_at: Date;
  complete_at: Date | null;
  closed_at: Date | null;
  outcome: RequestRow['outcome'];
  answers_sealed: Buffer | null;
  looked_at: Date | null;
  filing_id: string;
  filer: Filer;
  is_young: boolean;
  due_at: Date;
}): RequestRow {
  if (!isBasisId(row.basis)) throw new RangeError(`the stored legal basis ${row.basis} is not known to this version`);
  return {
    trackingNumber: row.tracking_number,
    platformId: row.platform_id,
    caseId: row.case_id,
    basis: row.basis,
    filedVia: row.filed_via,
    receivedAt: row.received_at,
    completeAt: row.complete_at,
    closedAt: row.closed_at,
    outcome: row.outcome,
    answersSealed: row.answers_sealed,
    lookedAt: row.looked_at,
    filingId: row.filing_id,
    filer: row.filer,
    isYoung: row.is_young,
    dueAt: row.due_at,
  };
}

/** A request, locked until commit. */
export async function lockRequest(tx: Tx, trackingNumber: string): Promise<RequestRow | null> {
  const row = await tx.sql
    .selectFrom('request')
    .select(columns)
    .where('tracking_number', '=', trackingNumber)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? null : requestOf(row);
}

export async function requestByNumber(db: Db, trackingNumber: string): Promise<RequestRow | null> {
  const row = await db.selectFrom('request').select(columns).where('tracking_number', '=', trackingNumber).executeTakeFirst();
  return row === undefined ? null : requestOf(row);
}

/** The requests of a case, oldest first. */
export async function requestsOfCase(db: Db, caseId: string): Promise<RequestRow[]> {
  const rows = await db
    .selectFrom('request')
    .select(columns)
    .where('case_id', '=', caseId)
    .orderBy('received_at')
    .orderBy('tracking_number')
    .execute();
  return rows.map(requestOf);
}

/** The same, locked in the order in which everybody locks requests: what is decided at this moment is decided first, or finds what is done here. */
export async function lockRequestsOfCase(tx: Tx, caseId: string): Promise<RequestRow[]> {
  const rows = await tx.sql
    .selectFrom('request')
    .select(columns)
    .where('case_id', '=', caseId)
    .orderBy('tracking_number')
    .forUpdate()
    .execute();
  return rows.map(requestOf);
}

/** One page of a platform's undecided requests, by tracking number. */
export async function undecidedOfPlatform(db: Db, platformId: string, after: string, limit: number): Promise<RequestRow[]> {
  const rows = await db
    .selectFrom('request')
    .select(columns)
    .where('platform_id', '=', platformId)
    .where('outcome', 'is', null)
    .where('closed_at', 'is', null)
    .where('tracking_number', '>', after)
    .orderBy('tracking_number')
    .limit(limit)
    .execute();
  return rows.map(requestOf);
}

/** All requests of one filing, locked until commit in the order of their numbers, whichever of them is named; none when there is no such request. */
export async function lockFiling(tx: Tx, trackingNumber: string): Promise<RequestRow[]> {
  const rows = await tx.sql
    .selectFrom('request')
    .select(columns)
    .where('filing_id', '=', (eb) =>
      eb.selectFrom('request as named').select('named.filing_id').where('named.tracking_number', '=', trackingNumber),
    )
    .orderBy('tracking_number')
    .forUpdate()
    .execute();
  return rows.map(requestOf);
}

/** The requests of one filing, the first due first. */
export async function requestsOfFiling(db: Db, filingId: string): Promise<RequestRow[]> {
  const rows = await db
    .selectFrom('request')
    .select(columns)
    .where('filing_id', '=', filingId)
    .orderBy('due_at')
    .orderBy('tracking_number')
    .execute();
  return rows.map(requestOf);
}

/** Open requests of other filings about the same place: the first that named it, and those that point to the same. */
export async function linkedRequests(db: Db, trackingNumber: string): Promise<string[]> {
  const { rows } = await sql<{ tracking_number: string }>`
    with head as (select coalesce((select linked_to from request_link where tracking_number = ${trackingNumber}), ${trackingNumber}) as number),
         near as (select tracking_number from request_link, head where linked_to = head.number union select number from head)
    select request.tracking_number from near join request using (tracking_number)
    where request.outcome is null and request.closed_at is null
      and request.filing_id <> (select filing_id from request where tracking_number = ${trackingNumber})
    order by request.received_at, request.tracking_number limit 50`.execute(db);
  return rows.map(({ tracking_number }) => tracking_number);
}

/** Open requests, of other filings than this one, that name any of these uploads. */
export async function openRequestsNaming(db: Db, refs: readonly string[], exceptFiling: string | null): Promise<string[]> {
  if (refs.length === 0) return [];
  const rows = await db
    .selectFrom('request_content')
    .innerJoin('request', 'request.tracking_number', 'request_content.tracking_number')
    .select('request.tracking_number')
    .distinct()
    .where('request_content.ref', 'in', [...refs])
    .where('request.outcome', 'is', null)
    .where('request.closed_at', 'is', null)
    .$if(exceptFiling !== null, (query) => query.where('request.filing_id', '<>', exceptFiling))
    .orderBy('request.tracking_number')
    .execute();
  return rows.map(({ tracking_number }) => tracking_number);
}

/** Whether an upload, or the same file under another id, is named by a request that may be about somebody under 18, and that nobody has found otherwise. */
export const isOfYoungRequest = (db: Db, ref: string): Promise<boolean> => areOfYoungRequest(db, [ref]);

/** The same of any of several; `exceptFiling`: by a request of another filing than this one. `open`: by one that is still to be decided. */
export async function areOfYoungRequest(
  db: Db,
  refs: readonly string[],
  exceptFiling: string | null = null,
  of: 'any' | 'open' = 'any',
): Promise<boolean> {
  if (refs.length === 0) return false;
  const { rows } = await sql`
    select from unnest(${refs.map(uuidOf)}::uuid[]) as asked (ref) cross join lateral ${requestsAbout(sql`asked.ref`)} as named
    join request on request.tracking_number = named.tracking_number
    where request.is_young and request.outcome is distinct from 'keep'
      ${of === 'open' ? sql`and request.outcome is null and request.closed_at is null` : sql``}
      ${exceptFiling === null ? sql`` : sql`and request.filing_id <> ${exceptFiling}::uuid`}
    limit 1`.execute(db);
  return rows.length > 0;
}

/** By upload: the first open request that says it, or the same file, may show somebody under 18. */
export async function openYoungRequestsOf(db: Db, refs: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (refs.length === 0) return new Map();
  const { rows } = await sql<{ ref: string; tracking_number: string }>`
    select distinct on (asked.ref) asked.ref, request.tracking_number
    from unnest(${refs.map(uuidOf)}::uuid[]) as asked (ref) cross join lateral ${requestsAbout(sql`asked.ref`)} as named
    join request on request.tracking_number = named.tracking_number
    where request.is_young and request.outcome is null and request.closed_at is null
    order by asked.ref, (named.ref = asked.ref) desc, request.received_at, request.tracking_number`.execute(db);
  return new Map(rows.map(({ ref, tracking_number }) => [ref, tracking_number]));
}

/** Whether the requests of a filing say that the person may have been under 18: not any more where somebody says that they certainly were not, and again where that is taken back. */
export async function setYoung(tx: Tx, filingId: string, isYoung: boolean): Promise<void> {
  await tx.sql.updateTable('request').set({ is_young: isYoung }).where('filing_id', '=', filingId).execute();
}

/** Requests whose clock is to be looked at by now, the longest waiting first. */
export async function clocksToLookAt(tx: Tx, atMost: number): Promise<string[]> {
  const rows = await tx.sql
    .selectFrom('request')
    .select('tracking_number')
    .where('closed_at', 'is', null)
    .where('look_at', '<=', tx.now)
    .orderBy('look_at')
    .limit(atMost)
    .execute();
  return rows.map(({ tracking_number }) => tracking_number);
}

/** What was noted on the clock of a request. */
export async function notedMarks(
  tx: Tx,
  { caseId, trackingNumber }: Pick<RequestRow, 'caseId' | 'trackingNumber'>,
): Promise<Set<ClockMark>> {
  const names = new Map(clockMarkNames.map((mark) => [markOnce(trackingNumber, mark), mark]));
  const rows = await tx.sql
    .selectFrom('case_event')
    .select('once')
    .where('case_id', '=', caseId)
    .where('once', 'in', [...names.keys()])
    .execute();
  return new Set(rows.flatMap(({ once }) => (once === null ? [] : (names.get(once) ?? []))));
}

const place = (trackingNumber: string): Uint8Array => Buffer.from(`request:${trackingNumber}:answers`);

/** Answers without their fingerprints, which live with the items, and what was changed in them since they came in. */
export type SealedAnswers = Omit<RequestAnswers, 'fingerprints'> & { readonly amendments?: readonly AmendmentRecord[] };

export function sealAnswers(keys: KeyRing, trackingNumber: string, answers: SealedAnswers): Uint8Array {
  return keys.seal('envelope', Buffer.from(JSON.stringify(answers)), place(trackingNumber));
}

/** The answers of a request; null after they were erased. */
export function openAnswers(keys: KeyRing, request: RequestRow): SealedAnswers | null {
  if (request.answersSealed === null) return null;
  const answers: SealedAnswers = JSON.parse(
    Buffer.from(keys.open('envelope', request.answersSealed, place(request.trackingNumber))).toString('utf8'),
  );
  return answers;
}

/** Writes down that something happened. `trackingNumber` null: to the whole case. `once` makes a second note of the same a no-op; answers whether it was new. */
export async function noteEvent(
  tx: Tx,
  where: { readonly caseId: string; readonly trackingNumber: string | null },
  kind: CaseEvent['kind'] | 'overdue' | 'clock-mark',
  facts: Record<string, unknown> = {},
  once: string | null = null,
): Promise<boolean> {
  const row = await tx.sql
    .insertInto('case_event')
    .values({ case_id: where.caseId, tracking_number: where.trackingNumber, kind, at: tx.now, facts: JSON.stringify(facts), once })
    .onConflict((conflict) => conflict.columns(['case_id', 'once']).where('once', 'is not', null).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** What happened to a request, its case included, oldest first. */
export async function eventsOf(db: Db, request: Pick<RequestRow, 'caseId' | 'trackingNumber'>): Promise<CaseEvent[]> {
  const rows = await db
    .selectFrom('case_event')
    .select(['kind', 'at', 'facts'])
    .where('case_id', '=', request.caseId)
    .where((eb) => eb.or([eb('tracking_number', '=', request.trackingNumber), eb('tracking_number', 'is', null)]))
    .orderBy('id')
    .execute();
  return rows.flatMap(eventOf);
}

/** The same of many requests, by tracking number. */
export async function eventsOfEach(db: Db, trackingNumbers: readonly string[]): Promise<Map<string, CaseEvent[]>> {
  const rows = await db
    .selectFrom('request')
    .innerJoin('case_event', 'case_event.case_id', 'request.case_id')
    .select(['request.tracking_number as number', 'case_event.kind', 'case_event.at', 'case_event.facts'])
    .where('request.tracking_number', 'in', trackingNumbers)
    .where((eb) =>
      eb.or([eb('case_event.tracking_number', '=', eb.ref('request.tracking_number')), eb('case_event.tracking_number', 'is', null)]),
    )
    .orderBy('case_event.id')
    .execute();
  const each = Map.groupBy(rows, ({ number }) => number);
  return new Map([...each].map(([number, some]) => [number, some.flatMap(eventOf)]));
}

function eventOf({ kind, at, facts }: { kind: string; at: Date; facts: Record<string, unknown> }): CaseEvent[] {
  const missing = Array.isArray(facts['missing']) ? facts['missing'].filter((key) => typeof key === 'string') : [];
  switch (kind) {
    case 'received': {
      const { allowedHours, orderedUntil } = facts;
      return [
        {
          kind,
          at,
          missing,
          ...(typeof allowedHours === 'number' ? { allowedHours } : {}),
          ...(typeof orderedUntil === 'string' ? { orderedUntil: new Date(orderedUntil) } : {}),
        },
      ];
    }
    case 'paused':
      return typeof facts['until'] === 'string'
        ? [{ kind, at, until: new Date(facts['until']), reason: String(facts['reason'] ?? '') }]
        : [];
    case 'extended':
      return typeof facts['byMs'] === 'number' ? [{ kind, at, byMs: facts['byMs'], reason: String(facts['reason'] ?? '') }] : [];
    case 'copies-removed':
      return typeof facts['count'] === 'number' ? [{ kind, at, count: facts['count'] }] : [];
    case 'amended': {
      const { by } = facts;
      const added = additionsIn(facts['added']);
      return [{ kind, at, missing, ...(by === 'person' || by === 'platform' ? { by } : {}), ...(added && { added }) }];
    }
    case 'seen':
    case 'contact-erased':
    case 'answers-erased':
    case 'resumed':
    case 'restricted':
    case 'removed':
    case 'complaint-answered':
    case 'complained':
    case 'withdrawal-cancelled':
    case 'withdrawn':
      return [{ kind, at }];
    case 'limited':
      return [{ kind, at, ...(facts['isMoot'] === true ? { isMoot: true } : {}) }];
    case 'asked': {
      const asked = facts['questions'];
      return [{ kind, at, questions: questionKeys.filter((key) => Array.isArray(asked) && asked.includes(key)) }];
    }
    case 'decided': {
      const { decision, ground, placesLeft, foundToo, goneAt } = facts;
      const foundLeft = readFoundLeft(facts['foundLeft']);
      if ((decision !== 'remove' && decision !== 'restrict' && decision !== 'keep' && decision !== 'refer') || typeof ground !== 'string')
        return [];
      return [
        {
          kind,
          at,
          decision,
          ground,
          ...(typeof placesLeft === 'number' ? { placesLeft } : {}),
          ...(foundLeft !== null && { foundLeft }),
          ...(typeof foundToo === 'number' && { foundToo }),
          ...(typeof goneAt === 'string' ? { goneAt: new Date(goneAt) } : {}),
        },
      ];
    }
    case 'set-aside-in-part':
      return typeof facts['ground'] === 'string' ? [{ kind, at, ground: facts['ground'] }] : [];
    case 'complaint-asked':
      return typeof facts['until'] === 'string' ? [{ kind, at, until: new Date(facts['until']) }] : [];
    case 'complaint-decided': {
      const { by, outcome } = facts;
      // `isOutside`: as it was written before there was another reason.
      const unjudged = facts['isOutside'] === true ? 'outside' : facts['unjudged'];
      const isKnown = (by === 'uploader' || by === 'requester') && (outcome === 'upheld' || outcome === 'rejected');
      const isOfPart = facts['isOfPart'] === true;
      return isKnown ? [{ kind, at, by, outcome, ...(isUnjudged(unjudged) ? { unjudged } : {}), ...(isOfPart && { isOfPart }) }] : [];
    }
    case 'reversed': {
      const { because, isReopened } = facts;
      if (because !== 'undone' && because !== 'complaint' && because !== 'outside') return [];
      return [{ kind, at, because, ...(isReopened === true ? { isReopened } : {}) }];
    }
    case 'taking-out':
    case 'taking-out-stopped':
    case 'taking-out-lapsed': {
      const part = withdrawnParts.find((one) => one === facts['part']);
      return part === undefined ? [] : [{ kind, at, part }];
    }
    case 'taken-out': {
      const part = withdrawnParts.find((one) => one === facts['part']);
      return part === undefined ? [] : [{ kind, at, part, ...(Array.isArray(facts['missing']) ? { missing } : {}) }];
    }
    case 'withdrawal-asked':
      return typeof facts['takesEffectAt'] === 'string' ? [{ kind, at, takesEffectAt: new Date(facts['takesEffectAt']) }] : [];
    default:
      return [];
  }
}

/** What an amendment brought, as its event says it; null for one that was written before events said so. */
function additionsIn(said: unknown): Additions | null {
  if (typeof said !== 'object' || said === null) return null;
  const facts: Readonly<Record<string, unknown>> = { ...said };
  const files: Readonly<Record<string, unknown>> = typeof facts['files'] === 'object' ? { ...facts['files'] } : {};
  const beside: Readonly<Record<string, unknown>> | null =
    typeof facts['beside'] === 'object' && facts['beside'] !== null ? { ...facts['beside'] } : null;
  const fields = (names: unknown) => amendableFields.filter((field) => Array.isArray(names) && names.includes(field));
  return {
    places: countIn(facts['places']),
    files: { pictures: countIn(files['pictures']), videos: countIn(files['videos']), others: countIn(files['others']) },
    given: fields(facts['given']),
    changed: fields(facts['changed']),
    ...(beside !== null && {
      beside: { text: countIn(beside['text']), link: countIn(beside['link']), account: countIn(beside['account']) },
    }),
    ...(facts['linkIsRight'] === true && { linkIsRight: true }),
  };
}

const countIn = (count: unknown): number => (typeof count === 'number' ? count : 0);

/** Inner references of the uploads that a request is about. */
export async function contentRefsOf(db: Db, trackingNumber: string): Promise<string[]> {
  const rows = await db.selectFrom('request_content').select('ref').where('tracking_number', '=', trackingNumber).execute();
  return rows.map(({ ref }) => ref);
}

/** Links uploads to a request; those that are linked already stay, and what is destroyed by now is not linked. */
export async function linkContents(tx: Tx, trackingNumber: string, refs: readonly string[]): Promise<void> {
  if (refs.length === 0) return;
  await tx.sql
    .insertInto('request_content')
    .columns(['tracking_number', 'ref'])
    .expression((eb) =>
      eb
        .selectFrom('content')
        .select((select) => [select.val(trackingNumber).as('tracking_number'), 'ref'])
        .where('ref', 'in', [...refs])
        .orderBy('ref'),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** One of the pictures that she sent fingerprints of: an item, and of its codes those that her case brought. What a decision proved in part is in two items, and an item may hold two of her files. */
export interface ClaimedPicture {
  /** Which of her files it is, counted from 1. */
  readonly number: number;
  readonly itemId: string;
  readonly state: 'pending' | 'active' | 'suspended' | 'disputed' | 'expired';
  readonly fingerprints: readonly Fingerprint[];
}

/** The pictures of a request, in the order in which she sent them. */
export async function picturesOf(db: Db, trackingNumber: string): Promise<readonly ClaimedPicture[]> {
  return (await picturesOfEach(db, [trackingNumber])).get(trackingNumber) ?? [];
}

/** The same of several requests, by tracking number. */
export async function picturesOfEach(db: Db, trackingNumbers: readonly string[]): Promise<Map<string, readonly ClaimedPicture[]>> {
  if (trackingNumbers.length === 0) return new Map();
  const rows = await db
    .selectFrom('request_item')
    .innerJoin('request', 'request.tracking_number', 'request_item.tracking_number')
    .innerJoin('item', 'item.id', 'request_item.item_id')
    .innerJoin('claim', (join) => join.onRef('claim.item_id', '=', 'item.id').onRef('claim.case_id', '=', 'request.case_id'))
    .innerJoin('claim_code', 'claim_code.claim_id', 'claim.id')
    .innerJoin('code', 'code.id', 'claim_code.code_id')
    .innerJoin('item_code', (join) =>
      join
        .onRef('item_code.item_id', '=', 'item.id')
        .onRef('item_code.code_id', '=', 'claim_code.code_id')
        .onRef('item_code.variant', '=', 'claim_code.variant'),
    )
    .select([
      'request_item.tracking_number',
      'request_item.file',
      'item.id',
      'item.state',
      'code.kind',
      'code.value',
      'item_code.variant',
      'item_code.quality',
      'item_code.at_ms',
    ])
    .where('request_item.tracking_number', 'in', [...trackingNumbers])
    .where('claim.ended_at', 'is', null)
    .orderBy('request_item.file')
    .orderBy('item.id')
    .orderBy('code.id')
    .orderBy('item_code.variant')
    .execute();
  const pictures = new Map<string, ClaimedPicture[]>();
  for (const own of Map.groupBy(rows, ({ tracking_number, file, id }) => `${tracking_number} ${file} ${id}`).values()) {
    const [first] = own;
    if (first === undefined) continue;
    const { tracking_number: trackingNumber, file: number, id: itemId, state } = first;
    pictures.set(trackingNumber, [
      ...(pictures.get(trackingNumber) ?? []),
      { number, itemId, state, fingerprints: own.flatMap(fingerprintOf) },
    ]);
  }
  return pictures;
}

/** All that is known of each file, by its number. */
export function byFile(pictures: readonly ClaimedPicture[]): { readonly number: number; readonly fingerprints: readonly Fingerprint[] }[] {
  return [...Map.groupBy(pictures, ({ number }) => number)].map(([number, some]) => ({
    number,
    fingerprints: some.flatMap(({ fingerprints }) => fingerprints),
  }));
}

/** Notes an item as the next file of each of these requests. */
export async function addFile(tx: Tx, trackingNumbers: readonly string[], itemId: string, kind: keyof typeof fileColumns): Promise<void> {
  await sql`
    with file as (
      insert into request_file (tracking_number, number, kind)
      select given.number, coalesce((select max(request_file.number) from request_file where request_file.tracking_number = given.number), 0) + 1, ${kind}
      from unnest(${[...trackingNumbers]}::text[]) given (number)
      returning tracking_number, number)
    insert into request_item (tracking_number, item_id, file) select tracking_number, ${itemId}::uuid, number from file`.execute(tx.sql);
}

const fileColumns = { picture: 'pictures', video: 'videos', other: 'others' } as const;

/** How many pictures and videos she sent fingerprints of: as many as ever, whatever a decision made of the fingerprints. */
export async function filesOf(db: Db, trackingNumber: string): Promise<SentFiles> {
  const rows = await db
    .selectFrom('request_file')
    .select(({ fn }) => ['kind', fn.countAll<number>().as('count')])
    .where('tracking_number', '=', trackingNumber)
    .groupBy('kind')
    .execute();
  return { ...noFiles, ...Object.fromEntries(rows.map(({ kind, count }) => [fileColumns[kind], count])) };
}
