/** How does a request come in and stay? From the person's page or a platform's own form, under one law or several: complete or not, it is kept, and its clocks run from the first receipt. */
import {
  type BasisId,
  type CaseCode,
  type CasePin,
  hoursOf,
  isCountedFiler,
  lookAt,
  missingElements,
  type ReceiptTerms,
  type RequestAnswers,
  trackingNumber,
  trackingNumberRandomBytes,
} from '@likeness/casework';
import { lineOf, type Source, thisMachine } from '../access/throttle.ts';
import { uuid } from '../config/random.ts';
import { type Act, record } from '../ledger/record.ts';
import { commitmentTo } from '../ledger/row.ts';
import { type Announcement, announce } from '../outbox/feed.ts';
import { lockRequest, noteEvent, type RequestRow, requestsOfCase, sealAnswers } from '../store/cases.ts';
import type { Tx } from '../store/database.ts';
import { addsNothing, amendFiling, isOpen, requirePlaces, requireRoom } from './amend-request.ts';
import { noProof, proveForFiling } from './case-pin.ts';
import { draftSentAt, noteDraftSent } from './drafts.ts';
import type { Engine } from './engine.ts';
import { dueOf, type Filed, type FiledRequest, filedRequest, filedTogether } from './filed.ts';
import { linkDuplicate, linkLocated, pileOfPlace } from './locate-uploads.ts';
import { putAside } from './misuse.ts';
import { lockCaseFile, type OpenedCase, openCaseFile } from './open-case-file.ts';
import { addPendingItems, sharePendingItems } from './pending-items.ts';
import { eachOnce, type Picture, picturesOfCase } from './pictures-of-case.ts';
import { putOnPile } from './piles.ts';
import { basesToday, serviceLawOf } from './service-facts.ts';

export interface Filing {
  readonly platformId: string;
  /** Its `basis` counts where `bases` is left out. */
  readonly answers: RequestAnswers;
  /** One request for each. `all-that-apply`: the laws that bind the service today, for whoever files; with `chosen`, those that she asked for besides. */
  readonly bases?: readonly BasisId[] | 'all-that-apply';
  readonly chosen?: readonly BasisId[];
  /** Filing again with the same code is the same case: a retry adds, it never doubles. Where that case has a PIN, the same PIN is needed: a code that somebody found is not enough. */
  readonly code?: { readonly code: CaseCode; readonly pin: CasePin | null };
  /** Where it came from, for the count of wrong PINs and for floods. */
  readonly source?: Source;
  /** The service's own word for the account that files; kept only of those who can be counted (`store/misuse.ts`). */
  readonly filerRef?: string;
}

/** What is asked of one service. */
export type FilingAt = Pick<Filing, 'platformId' | 'answers' | 'bases' | 'chosen'>;

/** Several services asked together: each gets a request of its own and reads no other. */
export interface FilingTogether extends Pick<Filing, 'code' | 'source' | 'filerRef'> {
  readonly requests: readonly FilingAt[];
  /** The form's own id: what was kept of it to send later goes as it is sent. */
  readonly draft?: string;
}

/**
 * Takes a request. Durable once this resolves: requests, case, pending items, events, ledger, and the word to the platform.
 * @throws Problem `case/pin` for the code of a case that has another PIN, `limit/reached` after five tries.
 */
export async function fileRequest(engine: Engine, { platformId, answers, bases, chosen, ...by }: Filing): Promise<Filed> {
  const at: FilingAt = { platformId, answers, ...(bases && { bases }), ...(chosen && { chosen }) };
  const [filed] = await fileTogether(engine, { ...by, requests: [at] });
  if (filed === undefined) throw new RangeError('a filing has a request');
  return filed;
}

/** The same form was sent before, and what it asked for is closed: it would be asked once more, by a tab that does not know. */
export class FormSentBefore extends Error {}

/**
 * Takes a request to each of these services, into one case: all of them or, where one cannot be taken, none. Sent again with the same code it adds nothing.
 * @throws Problem as `fileRequest` does. @throws FormSentBefore
 */
export async function fileTogether(engine: Engine, filing: FilingTogether): Promise<readonly Filed[]> {
  const { code, source = thisMachine } = filing;
  for (;;) {
    const proof = code === undefined ? noProof : await proveForFiling(engine, code.code, code.pin, source);
    const filed = await engine.store.transact(async (tx) => {
      const opened = await openCaseFile(engine, tx, code?.code ?? null, proof);
      return opened === null ? null : fileIn(engine, tx, filing, opened);
    });
    if (filed !== null) return filed;
    // Meanwhile the same code was filed with a PIN: looked at anew.
  }
}

/** The same into a case that is open in her browser. `pictures`: of the form itself. `withPictures`: the fingerprints that the case still holds go along, but neither of what may show somebody under 18. Null when it has ended. @throws FormSentBefore */
export async function fileInCase(
  engine: Engine,
  caseId: string,
  {
    withPictures,
    pictures = [],
    ...filing
  }: Omit<FilingTogether, 'code' | 'filerRef'> & { readonly withPictures: boolean; readonly pictures?: readonly Picture[] },
): Promise<readonly Filed[] | null> {
  return engine.store.transact(async (tx) => {
    const opened = await lockCaseFile(tx, caseId);
    if (opened === null) return null;
    const fingerprints = eachOnce([...pictures, ...(withPictures ? await picturesOfCase(tx, caseId) : [])]).flat();
    const requests = filing.requests.map((one) => ({
      ...one,
      answers: one.answers.isYoung === true || fingerprints.length === 0 ? one.answers : { ...one.answers, fingerprints },
    }));
    return fileIn(engine, tx, { ...filing, requests }, opened, 'page');
  });
}

type FiledVia = RequestRow['filedVia'];

/** Rows of every service first, in one order, and the words to them and to the ledger last: those take the logs. */
async function fileIn(
  engine: Engine,
  tx: Tx,
  { requests, draft, ...by }: FilingTogether,
  opened: OpenedCase,
  via: FiledVia = by.code === undefined ? 'api' : 'page',
): Promise<readonly Filed[]> {
  const filed: { readonly platformId: string; readonly one: Filed }[] = [];
  const announcements: Announcement[] = [];
  const acts: Act[] = [];
  const sentAt = draft === undefined ? null : await draftSentAt(tx, opened.caseId, draft);
  const asked = sentAt === null ? [] : (await requestsOfCase(tx.sql, opened.caseId)).filter(({ receivedAt }) => receivedAt >= sentAt);
  for (const at of requests.toSorted((a, b) => (a.platformId < b.platformId ? -1 : 1))) {
    const filing: FilingIn = { ...by, ...at, via };
    const bases = await basesOf(engine, tx, filing);
    const before = await earlierFiling(engine, tx, filing, opened.caseId, bases);
    if (before.length === 0 && asked.some(({ platformId }) => platformId === at.platformId)) throw new FormSentBefore();
    const amended = await amendFiling(engine, tx, before.filter(isOpen), filing.answers, 'person');
    const known = [...amended.filed, ...before.filter((request) => !isOpen(request)).map((request) => filedRequest(request, []))];
    const more = bases.filter((basis) => !known.some((one) => one.basis === basis));
    const made = more.length === 0 ? [] : await fileNew(engine, tx, filing, opened, more, before[0] ?? null);
    announcements.push(...made.map(({ announcement }) => announcement));
    acts.push(...amended.acts, ...made.map(({ act }) => act));
    const together = filedTogether(opened.caseId, [...known, ...made.map((one) => one.filed)]);
    filed.push({ platformId: at.platformId, one: { ...together, follow: opened.follow } });
  }
  if (draft !== undefined) await noteDraftSent(tx, opened.caseId, draft);
  await announce(tx, engine.queue, engine.random, announcements);
  await record(tx, ...(opened.isNew ? [{ act: 'case.opened', subjects: { case: opened.caseId } } as const] : []), ...acts);
  return requests.flatMap(({ platformId }) => filed.filter((each) => each.platformId === platformId).map(({ one }) => one));
}

/** One service's part of it. */
interface FilingIn extends Filing {
  readonly via: FiledVia;
}

async function basesOf(
  { laws }: Engine,
  tx: Tx,
  { platformId, answers, bases = [answers.basis], chosen }: Filing,
): Promise<readonly BasisId[]> {
  return bases === 'all-that-apply' ? basesToday(tx, laws, platformId, answers.onBehalfOf, chosen) : bases;
}

/**
 * What the same filer asked of this service before under the same code, and this one adds to or repeats. What an agent files is the agent's own: it neither
 * shows nor changes hers. What is decided already takes nothing new: the same again is a retry, anything more is another request.
 */
async function earlierFiling(engine: Engine, tx: Tx, filing: Filing, caseId: string, bases: readonly BasisId[]): Promise<RequestRow[]> {
  const { platformId, answers } = filing;
  const numbers = (await requestsOfCase(tx.sql, caseId))
    .filter((request) => request.platformId === platformId && request.filer === answers.onBehalfOf && bases.includes(request.basis))
    .map((request) => request.trackingNumber);
  const found: RequestRow[] = [];
  for (const number of numbers.toSorted()) {
    const locked = await lockRequest(tx, number);
    if (locked === null || locked.closedAt !== null) continue;
    if (isOpen(locked) || (await addsNothing(engine, tx, locked, filing.answers))) found.push(locked);
  }
  const [first] = found.toSorted((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime());
  return found.filter(({ filingId }) => filingId === first?.filingId);
}

/** Makes one request for each of these laws; `joins`: one of the filing that they belong to, where the code filed before. */
async function fileNew(
  engine: Engine,
  tx: Tx,
  filing: FilingIn,
  opened: OpenedCase,
  bases: readonly BasisId[],
  joins: RequestRow | null,
): Promise<readonly Written[]> {
  const { random } = engine;
  const { platformId } = filing;
  const { fingerprints = [], ...answers } = filing.answers;
  requireRoom(answers);
  requirePlaces(answers, answers.beside);
  const filingId = joins?.filingId ?? uuid(random);
  const written: Written[] = [];
  for (const basis of bases) written.push(await writeRequest(engine, tx, filing, opened, filingId, { ...answers, basis }));
  const numbers = written.map(({ filed }) => filed.trackingNumber);
  const filed = { trackingNumber: numbers[0] ?? '', platformId, filingId };
  await linkDuplicate(tx, filed);
  const placePile = await pileOfPlace(tx, filed, answers.onBehalfOf);
  await putOnPile(tx, { numbers, filingId, joins: joins?.trackingNumber ?? null, placePile });
  if (joins !== null) for (const number of numbers) await sharePendingItems(tx, joins.trackingNumber, number);
  // Nothing is computed from a picture that may show somebody under 18, wherever its fingerprints come from.
  else if (answers.isYoung !== true)
    await addPendingItems(engine, tx, { caseId: opened.caseId, platformId, trackingNumbers: numbers }, fingerprints);
  return written;
}

interface Written {
  readonly filed: FiledRequest;
  readonly announcement: Announcement;
  readonly act: Act;
}

/** One law's request: its own number, time and gaps. */
async function writeRequest(
  engine: Engine,
  tx: Tx,
  { platformId, via, source, filerRef }: FilingIn,
  { caseId }: OpenedCase,
  filingId: string,
  answers: Omit<RequestAnswers, 'fingerprints'>,
): Promise<Written> {
  const { keys, random, laws } = engine;
  const { basis } = answers;
  const law = laws.of(basis);
  const number = trackingNumber(random(trackingNumberRandomBytes));
  const missing = missingElements(law, answers);
  const { facts } = await serviceLawOf(tx.sql, platformId);
  const terms: ReceiptTerms = {
    ...(law.clock.kind === 'own-target' ? { allowedHours: hoursOf(law, basis, facts) } : {}),
    ...(law.clock.kind === 'order' && answers.orderedUntil !== undefined ? { orderedUntil: new Date(answers.orderedUntil) } : {}),
  };
  const dueAt = dueOf(laws, basis, tx.now, terms);
  const receipt = { missing: missing.map(({ element }) => element), ...terms };
  const look = lookAt(law, [{ kind: 'received', at: tx.now, ...receipt }], new Set(), tx.now);
  const salt = random(16);
  await tx.sql
    .insertInto('request')
    .values({
      tracking_number: number,
      platform_id: platformId,
      case_id: caseId,
      basis,
      filed_via: via,
      answers_sealed: sealAnswers(keys, number, answers),
      commitment_salt: salt,
      received_at: tx.now,
      complete_at: missing.length === 0 ? tx.now : null,
      closed_at: null,
      outcome: null,
      filing_id: filingId,
      filer: answers.onBehalfOf,
      is_young: answers.isYoung === true,
      due_at: dueAt,
      look_at: look.due.length > 0 ? tx.now : look.nextAt,
      // Kept for a day at most; without the key nobody can tell which address it was.
      source_mac: source === undefined ? null : keys.mac('session', Buffer.from(`filed:${platformId}:${lineOf(source)}`)),
      pile_id: filingId,
      filer_ref: filerRef !== undefined && isCountedFiler(answers.onBehalfOf) && answers.isYoung !== true ? filerRef : null,
    })
    .execute();
  // Uploads before codes, in the order that a decision takes them.
  const [first] = await linkLocated(tx, platformId, number, answers);
  await noteEvent(tx, { caseId, trackingNumber: number }, 'received', receipt);
  const asideUntil = await putAside(engine, tx, number);
  return {
    filed: { trackingNumber: number, basis, receivedAt: tx.now, dueAt: asideUntil ?? dueAt, missing, outcome: null, closedAt: null },
    announcement: {
      platformId,
      type: 'request.received',
      data: {
        trackingNumber: number,
        dueAt: (asideUntil ?? dueAt).toISOString(),
        ...(first === undefined ? {} : { contentId: first.contentId }),
      },
    },
    act: {
      act: 'request.received',
      subjects: { request: number, case: caseId, missing: missing.length },
      commitment: commitmentTo(salt, JSON.stringify(answers)),
    },
  };
}
