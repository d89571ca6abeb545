/** How does a request come in and stay? From the person's page or a platform's own form: complete or not, it is kept, and its clock runs from the first receipt. */
import { isDeepStrictEqual } from 'node:util';
import {
  type AmendedBy,
  type Amendment,
  additionsOf,
  amended,
  amendmentRecord,
  basisOf,
  type CaseCode,
  type CasePin,
  dueAtOf,
  fileCount,
  type MissingElement,
  missingElements,
  noFiles,
  parseTrackingNumber,
  placesAtMost,
  type RequestAnswers,
  type SentFiles,
  sentFiles,
  trackingNumber,
  trackingNumberRandomBytes,
} from '@likeness/casework';
import { Problem } from '@likeness/contract';
import { type Fingerprint, isFrameKind } from '@likeness/fingerprint';
import { type Source, thisMachine } from '../access/throttle.ts';
import { uuid } from '../config/random.ts';
import { type Act, record } from '../ledger/record.ts';
import { commitmentTo } from '../ledger/row.ts';
import { announce } from '../outbox/feed.ts';
import { addClaim, insertItem, ownBank, storeCodes } from '../store/banks.ts';
import {
  linkContents,
  lockRequest,
  noteEvent,
  openAnswers,
  picturesOf,
  type RequestRow,
  requestsOfCase,
  type SealedAnswers,
  sealAnswers,
} from '../store/cases.ts';
import { locateContents, lockContents } from '../store/content.ts';
import type { Tx } from '../store/database.ts';
import { notePlaces } from '../store/places.ts';
import { FollowSecret, macsOfCode, macsOfFollow } from './case-code.ts';
import { type PinProof, proveForFiling } from './case-pin.ts';
import type { Engine } from './engine.ts';

export interface Filing {
  readonly platformId: string;
  readonly answers: RequestAnswers;
  /** Filing again with the same code is the same case: a retry adds, it never doubles. Where that case has a PIN, the same PIN is needed: a code that somebody found is not enough. */
  readonly code?: { readonly code: CaseCode; readonly pin: CasePin | null };
  /** Where it came from, for the count of wrong PINs. */
  readonly source?: Source;
}

export interface Filed {
  readonly trackingNumber: string;
  readonly caseId: string;
  readonly receivedAt: Date;
  readonly dueAt: Date;
  readonly missing: readonly MissingElement[];
  /** Only for a filing without a code; shown once. */
  readonly follow: FollowSecret | null;
}

/**
 * Takes a request. Durable once this resolves: request, case, pending items, events, ledger, and the word to the platform.
 * @throws Problem `case/pin` for the code of a case that has another PIN, `limit/reached` after five tries.
 */
export async function fileRequest(engine: Engine, filing: Filing): Promise<Filed> {
  const { code, source = thisMachine } = filing;
  for (;;) {
    const proof = code === undefined ? noProof : await proveForFiling(engine, code.code, code.pin, source);
    const filed = await engine.store.transact((tx) => fileIn(engine, tx, filing, proof));
    if (filed !== null) return filed;
    // Meanwhile the same code was filed with a PIN: looked at anew.
  }
}

const noProof: PinProof = { proved: null, fresh: null };

/** Null, with nothing written, when the case of the code has another PIN by now than was proved. */
async function fileIn(engine: Engine, tx: Tx, filing: Filing, proof: PinProof): Promise<Filed | null> {
  const { keys, random } = engine;
  const opened = await openCaseFile(engine, tx, filing.code?.code ?? null, proof);
  if (opened === null) return null;
  for (const { trackingNumber: earlier, platformId, basis } of await requestsOfCase(tx.sql, opened.caseId)) {
    if (platformId !== filing.platformId || basis !== filing.answers.basis) continue;
    const locked = await lockRequest(tx, earlier);
    if (locked === null || locked.closedAt !== null) continue;
    // What is decided already takes nothing new: the same again is a retry, anything more is another request.
    if (locked.outcome === null) return { ...(await amendLocked(engine, tx, locked, filing.answers, 'person')), follow: null };
    if (await addsNothing(engine, tx, locked, filing.answers)) return { ...filedOf(locked, []), follow: null };
  }
  const number = trackingNumber(random(trackingNumberRandomBytes));
  const basis = basisOf(filing.answers.basis);
  const missing = missingElements(basis, filing.answers);
  const { fingerprints = [], ...answers } = filing.answers;
  requireRoom(answers);
  const salt = random(16);
  await tx.sql
    .insertInto('request')
    .values({
      tracking_number: number,
      platform_id: filing.platformId,
      case_id: opened.caseId,
      basis: answers.basis,
      filed_via: filing.code === undefined ? 'api' : 'page',
      answers_sealed: sealAnswers(keys, number, answers),
      commitment_salt: salt,
      received_at: tx.now,
      complete_at: missing.length === 0 ? tx.now : null,
      closed_at: null,
      outcome: null,
    })
    .execute();
  // Uploads before codes, in the order that a decision takes them.
  const contents = await linkLocated(tx, filing.platformId, number, answers);
  await addPendingItems(engine, tx, { caseId: opened.caseId, trackingNumber: number, platformId: filing.platformId }, fingerprints);
  await noteEvent(tx, { caseId: opened.caseId, trackingNumber: number }, 'received', { missing: missing.map(({ element }) => element) });
  const dueAt = dueAtOf(basisOf(answers.basis), tx.now);
  const [first] = contents;
  await announce(tx, engine.queue, random, [
    {
      platformId: filing.platformId,
      type: 'request.received',
      data: { trackingNumber: number, dueAt: dueAt.toISOString(), ...(first === undefined ? {} : { contentId: first.contentId }) },
    },
  ]);
  const acts: Act[] = [
    ...(opened.isNew ? [{ act: 'case.opened', subjects: { case: opened.caseId } } as const] : []),
    {
      act: 'request.received',
      subjects: { request: number, case: opened.caseId, missing: missing.length },
      commitment: commitmentTo(salt, JSON.stringify(answers)),
    },
  ];
  await record(tx, ...acts);
  return { trackingNumber: number, caseId: opened.caseId, receivedAt: tx.now, dueAt, missing, follow: opened.follow };
}

/**
 * Adds what was missing, or more. `who` limits it to a platform's or a case's own requests. To what the person filed herself a platform adds places and
 * nothing else; in its own filings it takes no statement back.
 * @throws Problem `request/unknown`, `request/closed`, `request/filed-by-person`, `request/stated`, `request/too-much`.
 */
export async function amendRequest(
  engine: Engine,
  who: { readonly platformId: string } | { readonly caseId: string },
  number: string,
  amendment: Amendment,
): Promise<Omit<Filed, 'follow'>> {
  return engine.store.transact(async (tx) => {
    const known = parseTrackingNumber(number);
    const request = known === null ? null : await lockRequest(tx, known);
    const isTheirs = request !== null && ('platformId' in who ? request.platformId === who.platformId : request.caseId === who.caseId);
    if (!isTheirs) throw new Problem('request/unknown');
    if (request.closedAt !== null || request.outcome !== null) throw new Problem('request/closed');
    if ('platformId' in who) requireOwn(engine, request, amendment);
    return amendLocked(engine, tx, request, amendment, 'platformId' in who ? 'platform' : 'person');
  });
}

/** A request as its filer may see it. Problem `request/unknown` for anyone else's. */
export async function readRequest(engine: Engine, platformId: string, number: string): Promise<Omit<Filed, 'follow'>> {
  return engine.store.transact(async (tx) => {
    const known = parseTrackingNumber(number);
    const request = known === null ? null : await lockRequest(tx, known);
    if (request === null || request.platformId !== platformId) throw new Problem('request/unknown');
    const answers = openAnswers(engine.keys, request);
    return filedOf(request, answers === null ? [] : missingOf(request, answers));
  });
}

function requireOwn({ keys }: Engine, request: RequestRow, { contentIds: _ids, locations: _addresses, ...more }: Amendment): void {
  if (request.filedVia === 'page') {
    const [field] = Object.entries(more).flatMap(([name, value]) => (value === undefined ? [] : [name]));
    if (field !== undefined) throw new Problem('request/filed-by-person', { pointer: `/${field}` });
    return;
  }
  const stated = openAnswers(keys, request)?.statement;
  for (const field of ['notConsensual', 'goodFaith'] as const)
    if (stated?.[field] === true && more.statement?.[field] === false)
      throw new Problem('request/stated', { pointer: `/statement/${field}` });
}

const amendmentsAtMost = 100;

/** Never a part of it: what did not fit would be missing from what is called done. Problem `request/too-much`. */
function requireRoom({ contentIds = [], locations = [], amendments = [] }: SealedAnswers): void {
  if (contentIds.length + locations.length > placesAtMost)
    throw new Problem('request/too-much', { pointer: locations.length > contentIds.length ? '/locations' : '/contentIds' });
  if (amendments.length > amendmentsAtMost) throw new Problem('request/too-much');
}

async function amendLocked(
  engine: Engine,
  tx: Tx,
  request: RequestRow,
  amendment: Amendment,
  by: AmendedBy,
): Promise<Omit<Filed, 'follow'>> {
  const { keys } = engine;
  const sealed = openAnswers(keys, request);
  if (sealed === null) throw new Problem('request/closed');
  const { amendments = [], ...before } = sealed;
  const { fingerprints = [], ...answers } = amended(before, amendment);
  const missing = missingOf(request, answers);
  const filed = filedOf(request, missing);
  // Uploads before codes, in the order that a decision takes them.
  await linkLocated(tx, request.platformId, request.trackingNumber, answers);
  const added = await addPendingItems(engine, tx, request, fingerprints);
  const change = amendmentRecord(before, answers, { at: tx.now, by, pictures: fileCount(added) });
  if (change === null) return filed;
  const after: SealedAnswers = { ...answers, amendments: [...amendments, change] };
  requireRoom(after);
  const isNowComplete = missing.length === 0 && request.completeAt === null;
  const salt = engine.random(16);
  await tx.sql
    .updateTable('request')
    .set({
      answers_sealed: sealAnswers(keys, request.trackingNumber, after),
      commitment_salt: salt,
      ...(isNowComplete ? { complete_at: tx.now } : {}),
    })
    .where('tracking_number', '=', request.trackingNumber)
    .execute();
  await noteEvent(tx, request, 'amended', { missing: missing.map(({ element }) => element), by, added: additionsOf(change, added) });
  const subjects = { request: request.trackingNumber, missing: missing.length, by };
  await record(tx, {
    act: isNowComplete ? 'request.completed' : 'request.amended',
    subjects,
    commitment: commitmentTo(salt, JSON.stringify(after)),
  });
  return filed;
}

function filedOf(request: RequestRow, missing: readonly MissingElement[]): Omit<Filed, 'follow'> {
  const { trackingNumber: number, caseId, receivedAt } = request;
  return { trackingNumber: number, caseId, receivedAt, dueAt: dueAtOf(basisOf(request.basis), receivedAt), missing };
}

/** What was complete once stays so: a contact that was erased since is not asked for again. */
function missingOf(request: RequestRow, answers: Omit<RequestAnswers, 'fingerprints'>): MissingElement[] {
  return request.completeAt === null ? missingElements(basisOf(request.basis), answers) : [];
}

async function addsNothing(engine: Engine, tx: Tx, request: RequestRow, filing: RequestAnswers): Promise<boolean> {
  const sealed = openAnswers(engine.keys, request);
  if (sealed === null) return false;
  const { amendments: _amendments, ...before } = sealed;
  const { fingerprints = [], ...answers } = amended(before, filing);
  const known = await knownValues(tx, request.trackingNumber);
  return isDeepStrictEqual(answers, before) && fingerprints.every(({ kind, value }) => known.has(`${kind} ${value}`));
}

interface OpenedCase {
  readonly caseId: string;
  readonly isNew: boolean;
  readonly follow: FollowSecret | null;
}

/** The case behind a code, made if there is none; without a code a new case with a secret for the person to follow it. Its row is locked until commit. Null when its PIN was not proved. */
async function openCaseFile(engine: Engine, tx: Tx, code: CaseCode | null, proof: PinProof): Promise<OpenedCase | null> {
  const { random } = engine;
  const blank = { created_at: tx.now, withdraw_asked_at: null, withdraw_due_at: null, withdrawn_at: null };
  if (code === null) {
    const follow = new FollowSecret(Buffer.from(random(32)).toString('base64url'));
    const caseId = uuid(random);
    await tx.sql
      .insertInto('case_file')
      .values({ id: caseId, code_mac: null, follow_mac: macsOfFollow(engine, follow).current, pin_hash: null, ...blank })
      .execute();
    return { caseId, isNew: true, follow };
  }
  const macs = macsOfCode(engine, code);
  for (;;) {
    // Looked for first: an older key of the ring may have made its MAC.
    const found = await tx.sql
      .selectFrom('case_file')
      .select(['id', 'pin_hash'])
      .where('code_mac', 'in', macs.all)
      .forNoKeyUpdate()
      .executeTakeFirst();
    if (found !== undefined) {
      if (found.pin_hash !== null && found.pin_hash !== proof.proved) return null;
      return { caseId: found.id, isNew: false, follow: null };
    }
    const inserted = await tx.sql
      .insertInto('case_file')
      .values({ id: uuid(random), code_mac: macs.current, follow_mac: null, pin_hash: proof.fresh, ...blank })
      .onConflict((conflict) => conflict.column('code_mac').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (inserted !== undefined) return { caseId: inserted.id, isNew: true, follow: null };
    // Somebody filed with the same code between the two: found at the next look, unless it was withdrawn by then and is nobody's any more.
  }
}

/** Consecutive fingerprints belong to one file until a kind and variant comes again: a file gives each view once, only a video has many frames, its last. */
function picturesIn(fingerprints: readonly Fingerprint[]): Fingerprint[][] {
  const pictures: Fingerprint[][] = [];
  let seen = new Set<string>();
  for (const fingerprint of fingerprints) {
    const view = `${fingerprint.kind} ${fingerprint.variant}`;
    const current = pictures.at(-1);
    const isFrame = isFrameKind(fingerprint.kind);
    if (current === undefined || (!isFrame && (seen.has(view) || current.some(({ kind }) => isFrameKind(kind))))) {
      pictures.push([fingerprint]);
      seen = new Set([view]);
    } else {
      current.push(fingerprint);
      seen.add(view);
    }
  }
  return pictures;
}

/** Her own fingerprints become pending items: they list nothing until a person has confirmed content that they describe (design §6). Answers what was new. */
async function addPendingItems(
  engine: Engine,
  tx: Tx,
  request: { readonly caseId: string; readonly trackingNumber: string; readonly platformId: string },
  fingerprints: readonly Fingerprint[],
): Promise<SentFiles> {
  if (fingerprints.length === 0) return noFiles;
  const known = await knownValues(tx, request.trackingNumber);
  const isFresh = ({ kind, value }: Fingerprint): boolean => !known.has(`${kind} ${value}`);
  const pictures = picturesIn(fingerprints)
    .filter((picture) => picture.some(isFresh))
    // A frame may be known from another video of hers, and belongs to this one too.
    .map((picture) => picture.filter((fingerprint) => isFrameKind(fingerprint.kind) || isFresh(fingerprint)));
  await storeCodes(tx, pictures.flat());
  const bankId = await ownBank(tx.sql, request.platformId);
  for (const picture of pictures) {
    const itemId = uuid(engine.random);
    const codes = picture.map(({ kind, variant, value, quality, atSeconds }) => ({
      kind,
      variant,
      value,
      quality: quality ?? null,
      atSeconds: atSeconds ?? null,
      provenance: 'claimant' as const,
    }));
    await insertItem(tx, { id: itemId, bankId, state: 'pending', source: 'case', codes });
    await addClaim(tx, { id: uuid(engine.random), itemId, by: { caseId: request.caseId }, codes });
    await tx.sql.insertInto('request_item').values({ tracking_number: request.trackingNumber, item_id: itemId }).execute();
  }
  if (pictures.length > 0) {
    await tx.sql.updateTable('request').set({ looked_at: null }).where('tracking_number', '=', request.trackingNumber).execute();
    await engine.queue.find(tx, { platformId: request.platformId });
  }
  return sentFiles(pictures.map((picture) => picture.map(({ kind }) => kind)));
}

async function knownValues(tx: Tx, number: string): Promise<Set<string>> {
  const pictures = await picturesOf(tx.sql, number);
  return new Set(pictures.flatMap(({ fingerprints }) => fingerprints.map(({ kind, value }) => `${kind} ${value}`)));
}

async function linkLocated(
  tx: Tx,
  platformId: string,
  number: string,
  answers: Omit<RequestAnswers, 'fingerprints'>,
): Promise<{ readonly contentId: string }[]> {
  await notePlaces(tx, number, answers);
  const located = await locateContents(tx.sql, platformId, answers.contentIds ?? [], answers.locations ?? []);
  // Locked, so that none is forgotten between being found and being linked.
  const locked = await lockContents(
    tx,
    located.map(({ ref }) => ref),
  );
  const contents = located.filter(({ ref }) => locked.some((one) => one.ref === ref && one.deletedAt === null));
  await linkContents(
    tx,
    number,
    contents.map(({ ref }) => ref),
  );
  return contents;
}
