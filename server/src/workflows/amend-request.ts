/** What happens when something is added to a request? Every law that it was filed under hears it; no clock moves, and nothing given before is lost. */
import { isDeepStrictEqual } from 'node:util';
import {
  type AmendedBy,
  type Amendment,
  additionsOf,
  amended,
  amendmentRecord,
  type BesideAsked,
  besideAtMost,
  caseworkIn,
  complaintUntil,
  fileCount,
  groundWords,
  isCountedFiler,
  lawsIn,
  parseTrackingNumber,
  placesAtMost,
  type RequestAnswers,
  stateOf,
} from '@likeness/casework';
import { Problem, tooMany } from '@likeness/contract';
import { type Act, record } from '../ledger/record.ts';
import { commitmentTo } from '../ledger/row.ts';
import { plainAddress } from '../store/address.ts';
import {
  eventsOf,
  lockFiling,
  lockRequest,
  noteEvent,
  openAnswers,
  type RequestRow,
  type SealedAnswers,
  sealAnswers,
} from '../store/cases.ts';
import type { Tx } from '../store/database.ts';
import { openQuestionsOf } from './ask-for-more.ts';
import type { Engine } from './engine.ts';
import { type Filed, type FiledRequest, filedRequest, filedTogether, missingOf, type RequestAnswered } from './filed.ts';
import { linkDuplicate, linkLocated } from './locate-uploads.ts';
import { countNoLonger } from './misuse.ts';
import { addPendingItems, knownValues } from './pending-items.ts';

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
    const filing = known === null ? [] : await lockFiling(tx, known);
    const request = filing.find(({ trackingNumber }) => trackingNumber === known);
    const isTheirs = request !== undefined && ('platformId' in who ? request.platformId === who.platformId : request.caseId === who.caseId);
    if (!isTheirs) throw new Problem('request/unknown');
    if (!isOpen(request)) throw new Problem('request/closed');
    if ('platformId' in who) requireOwn(engine, request, amendment);
    const { filed, acts } = await amendFiling(engine, tx, filing.filter(isOpen), amendment, 'platformId' in who ? 'platform' : 'person');
    await record(tx, ...acts);
    return filedTogether(request.caseId, filed, request.trackingNumber);
  });
}

/** Whether it still takes something. */
export const isOpen = ({ closedAt, outcome }: RequestRow): boolean => closedAt === null && outcome === null;

/** A request as its filer may see it. Problem `request/unknown` for anyone else's. */
export async function readRequest(engine: Engine, platformId: string, number: string): Promise<Omit<Filed, 'follow'>> {
  return engine.store.transact(async (tx) => {
    const known = parseTrackingNumber(number);
    const filing = known === null ? [] : await lockFiling(tx, known);
    const request = filing.find(({ trackingNumber }) => trackingNumber === known);
    if (request === undefined || request.platformId !== platformId) throw new Problem('request/unknown');
    const filed: FiledRequest[] = [];
    for (const one of filing) {
      const answers = openAnswers(engine.keys, one);
      const answer = await answerOf(engine, tx, one);
      const request = filedRequest(one, answers === null ? [] : missingOf(engine.laws, one, answers));
      filed.push(answer === null ? request : { ...request, answer });
    }
    const asked = isOpen(request) ? await openQuestionsOf(tx.sql, request) : [];
    return { ...filedTogether(request.caseId, filed, request.trackingNumber), asked };
  });
}

/** A refusal and a limit are reasoned to whoever asked, and so is where else to turn; a removal and a referral say themselves what comes of them. */
async function answerOf({ laws }: Engine, tx: Tx, request: RequestRow): Promise<RequestAnswered | null> {
  if (request.outcome !== 'keep' && request.outcome !== 'restrict') return null;
  const { decision, disagreedAt } = stateOf(await eventsOf(tx.sql, request));
  if (decision === null || decision.decision !== request.outcome) return null;
  const basis = lawsIn(laws, 'en').of(request.basis);
  const words = caseworkIn('en');
  const mayDisagree = disagreedAt === null && tx.now <= complaintUntil(decision.at);
  const reason = groundWords(basis, decision.ground, words, mayDisagree) ?? words.case.standing.askAgain;
  const { complaint } = basis;
  const redress = complaint === null ? null : { name: complaint.name, url: complaint.url, sentence: complaint.sentence };
  return { ground: decision.ground, decidedAt: decision.at, reason, redress };
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
export function requireRoom({ contentIds = [], locations = [], beside = [], amendments = [] }: SealedAnswers): void {
  const places = contentIds.length + locations.length;
  if (places > placesAtMost)
    throw full(
      locations.length > contentIds.length ? '/locations' : '/contentIds',
      places,
      'ids and addresses in this request',
      placesAtMost,
    );
  if (beside.length > besideAtMost) throw full('/beside', beside.length, 'things beside the picture in this request', besideAtMost);
  if (amendments.length > amendmentsAtMost) throw full('', amendments.length, 'amendments of this request', amendmentsAtMost);
}

/** With what is there already. */
function full(pointer: string, count: number, of: string, atMost: number): Problem {
  const detail = `${tooMany(count, of, atMost)} Nothing of this call was kept; file another request for the rest.`;
  return new Problem('request/too-much', { detail, ...(pointer === '' ? {} : { pointer }) });
}

/** What is asked about beside a picture stands at a place of the request. Problem `body/invalid` with its pointer into what was `sent`. */
export function requirePlaces({ contentIds = [], locations = [] }: SealedAnswers, sent: readonly BesideAsked[] = []): void {
  const places = new Set([...contentIds, ...locations].map(plainAddress));
  const unfit = sent.findIndex(({ at }) => at !== undefined && !places.has(plainAddress(at)));
  if (unfit >= 0)
    throw new Problem('body/invalid', {
      pointer: `/beside/${unfit}/at`,
      detail: 'This is none of the contentIds or locations of the request. Name it there as well, or leave this out.',
    });
}

/** Adds to the requests of one filing that are open, all locked. Pictures are added once and belong to each. The `acts` are recorded by the caller, last of all that it writes. */
export async function amendFiling(
  engine: Engine,
  tx: Tx,
  filing: readonly RequestRow[],
  amendment: Amendment,
  by: AmendedBy,
): Promise<{ readonly filed: readonly FiledRequest[]; readonly acts: readonly Act[] }> {
  const { keys, laws } = engine;
  const [lead] = filing;
  if (lead === undefined) return { filed: [], acts: [] };
  const opened = filing.map((request) => {
    const sealed = openAnswers(keys, request);
    if (sealed === null) throw new Problem('request/closed');
    const { amendments = [], ...before } = sealed;
    const { fingerprints: _pictures, ...answers } = amended(before, amendment);
    requirePlaces(answers, amendment.beside);
    return { request, amendments, before, answers };
  });
  // Uploads before codes, in the order that a decision takes them.
  for (const { request, answers } of opened) await linkLocated(tx, request.platformId, request.trackingNumber, answers);
  await linkDuplicate(tx, lead);
  const isYoung = opened.some(({ answers }) => answers.isYoung === true);
  const pictures = isYoung ? [] : (amendment.fingerprints ?? []);
  const added = await addPendingItems(
    engine,
    tx,
    { ...lead, trackingNumbers: filing.map(({ trackingNumber }) => trackingNumber) },
    pictures,
  );
  const filed: FiledRequest[] = [];
  const acts: Act[] = [];
  for (const { request, amendments, before, answers } of opened) {
    const missing = missingOf(laws, request, answers);
    filed.push(filedRequest(request, missing));
    const linkIsRight = amendment.linkIsRight === true && (await isAskedForLink(tx, request, before));
    const change = amendmentRecord(before, answers, { at: tx.now, by, pictures: fileCount(added), linkIsRight });
    if (change === null) continue;
    const after: SealedAnswers = { ...answers, amendments: [...amendments, change] };
    requireRoom(after);
    const isNowComplete = missing.length === 0 && request.completeAt === null;
    const salt = engine.random(16);
    await tx.sql
      .updateTable('request')
      .set({
        answers_sealed: sealAnswers(keys, request.trackingNumber, after),
        commitment_salt: salt,
        ...(answers.isYoung === true ? { is_young: true } : {}),
        ...(isNowComplete ? { complete_at: tx.now } : {}),
      })
      .where('tracking_number', '=', request.trackingNumber)
      .execute();
    if (answers.isYoung === true || !isCountedFiler(answers.onBehalfOf)) await countNoLonger(engine, tx, request.trackingNumber);
    await noteEvent(tx, request, 'amended', { missing: missing.map(({ element }) => element), by, added: additionsOf(change, added) });
    acts.push({
      act: isNowComplete ? 'request.completed' : 'request.amended',
      subjects: { request: request.trackingNumber, missing: missing.length, by },
      commitment: commitmentTo(salt, JSON.stringify(after)),
    });
  }
  return { filed, acts };
}

/** Whether "the link is right" says anything: where it is was asked, and a link was given. */
async function isAskedForLink(tx: Tx, request: RequestRow, { locations = [] }: SealedAnswers): Promise<boolean> {
  return locations.length > 0 && (await openQuestionsOf(tx.sql, request)).includes('where');
}

/** Whether a filing says nothing that a request does not hold already: then it is a retry. */
export async function addsNothing(engine: Engine, tx: Tx, request: RequestRow, filing: Amendment): Promise<boolean> {
  const locked = await lockRequest(tx, request.trackingNumber);
  const sealed = locked === null ? null : openAnswers(engine.keys, locked);
  if (sealed === null) return false;
  const { amendments: _amendments, ...before } = sealed;
  const { fingerprints = [], ...answers }: RequestAnswers = amended(before, filing);
  const known = await knownValues(tx, [request.trackingNumber]);
  return isDeepStrictEqual(answers, before) && fingerprints.every(({ kind, value }) => known.has(`${kind} ${value}`));
}
