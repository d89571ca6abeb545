/** What is on file: cases, their requests and what happened to them. Personal answers are sealed; only this file and its callers open them. */
import {
  type Additions,
  type AmendmentRecord,
  amendableFields,
  type CaseEvent,
  type ElementKey,
  isBasisId,
  type RequestAnswers,
  type SentFiles,
  sentFiles,
} from '@likeness/casework';
import { type Fingerprint, isFingerprintKind } from '@likeness/fingerprint';
import { sql } from 'kysely';
import type { KeyRing } from '../config/key-ring.ts';
import { fingerprintOf } from './content.ts';
import type { Db, Tx } from './database.ts';

export interface RequestRow {
  readonly trackingNumber: string;
  readonly platformId: string;
  readonly caseId: string;
  readonly basis: 'take-it-down';
  readonly filedVia: 'page' | 'api';
  readonly receivedAt: Date;
  readonly completeAt: Date | null;
  readonly closedAt: Date | null;
  readonly outcome: 'remove' | 'keep' | 'withdrawn' | null;
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

/** The mark under which the passing of a due time is noted once. */
export const overdueOnce = (trackingNumber: string): string => `overdue:${trackingNumber}`;

/** Requests that are not settled and whose due time was not yet noted as passed. */
export async function unsettledWithoutNote(tx: Tx): Promise<RequestRow[]> {
  const rows = await tx.sql
    .selectFrom('request')
    .select(columns)
    .where('closed_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('case_event')
            .select('case_event.id')
            .whereRef('case_event.case_id', '=', 'request.case_id')
            .where('case_event.once', '=', sql<string>`'overdue:' || request.tracking_number`),
        ),
      ),
    )
    .execute();
  return rows.map(requestOf);
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
  kind: CaseEvent['kind'] | 'overdue',
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

const elementKeys: readonly ElementKey[] = ['signature', 'locate', 'statement', 'contact', 'authority'];

function eventOf({ kind, at, facts }: { kind: string; at: Date; facts: Record<string, unknown> }): CaseEvent[] {
  const missing = elementKeys.filter((key) => Array.isArray(facts['missing']) && facts['missing'].includes(key));
  switch (kind) {
    case 'received':
      return [{ kind, at, missing }];
    case 'amended': {
      const { by } = facts;
      const added = additionsIn(facts['added']);
      return [{ kind, at, missing, ...(by === 'person' || by === 'platform' ? { by } : {}), ...(added && { added }) }];
    }
    case 'seen':
    case 'contact-erased':
    case 'answers-erased':
    case 'removed':
    case 'withdrawal-cancelled':
    case 'withdrawn':
      return [{ kind, at }];
    case 'decided': {
      const { decision, ground, placesLeft } = facts;
      if ((decision !== 'remove' && decision !== 'keep') || typeof ground !== 'string') return [];
      return [{ kind, at, decision, ground, ...(typeof placesLeft === 'number' ? { placesLeft } : {}) }];
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
  const fields = (names: unknown) => amendableFields.filter((field) => Array.isArray(names) && names.includes(field));
  return {
    places: countIn(facts['places']),
    files: { pictures: countIn(files['pictures']), videos: countIn(files['videos']), others: countIn(files['others']) },
    given: fields(facts['given']),
    changed: fields(facts['changed']),
  };
}

const countIn = (count: unknown): number => (typeof count === 'number' ? count : 0);

/** Inner references of the uploads that a request is about. */
export async function contentRefsOf(db: Db, trackingNumber: string): Promise<string[]> {
  const rows = await db.selectFrom('request_content').select('ref').where('tracking_number', '=', trackingNumber).execute();
  return rows.map(({ ref }) => ref);
}

/** Links uploads to a request; those that are linked already stay. */
export async function linkContents(tx: Tx, trackingNumber: string, refs: readonly string[]): Promise<void> {
  if (refs.length === 0) return;
  await tx.sql
    .insertInto('request_content')
    .values(refs.toSorted().map((ref) => ({ tracking_number: trackingNumber, ref })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** One of the pictures that she sent fingerprints of: an item, and of its codes those that her case brought. */
export interface ClaimedPicture {
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
    .orderBy('request_item.place')
    .orderBy('item.id')
    .orderBy('code.id')
    .orderBy('item_code.variant')
    .execute();
  const pictures = new Map<string, ClaimedPicture[]>();
  for (const [itemId, codes] of Map.groupBy(rows, ({ id }) => id)) {
    for (const [number, own] of Map.groupBy(codes, ({ tracking_number }) => tracking_number)) {
      const [first] = own;
      if (first === undefined) continue;
      const picture = { itemId, state: first.state, fingerprints: own.flatMap(fingerprintOf) };
      pictures.set(number, [...(pictures.get(number) ?? []), picture]);
    }
  }
  return pictures;
}

/** How many pictures and videos she sent fingerprints of. */
export async function filesOf(db: Db, trackingNumber: string): Promise<SentFiles> {
  const rows = await db
    .selectFrom('request_item')
    .leftJoin('item_code', 'item_code.item_id', 'request_item.item_id')
    .leftJoin('code', 'code.id', 'item_code.code_id')
    .select(['request_item.item_id', 'code.kind'])
    .distinct()
    .where('request_item.tracking_number', '=', trackingNumber)
    .execute();
  const files = [...Map.groupBy(rows, ({ item_id }) => item_id).values()];
  return sentFiles(files.map((codes) => codes.flatMap(({ kind }) => (kind !== null && isFingerprintKind(kind) ? [kind] : []))));
}
