/** What is answered of each upload that was found by a requester's fingerprints, and what lacks an answer? Before a removal or a restriction nothing that was found is passed over (`docs/decisions/0037-what-was-found-is-answered.md`). */
import { type Decision, type FoundAnswer, type FoundLeft, foundAnswers, foundLeftOf, parseTrackingNumber } from '@likeness/casework';
import { type Act, record } from '../ledger/record.ts';
import { plainAddress } from '../store/address.ts';
import { answerCandidates, candidatesOf } from '../store/candidates.ts';
import { lockFiling, type RequestRow } from '../store/cases.ts';
import { contentsByRef, isDown, lockContents, standingsOf } from '../store/content.ts';
import type { Tx } from '../store/database.ts';
import type { Engine } from './engine.ts';
import { markBehind, markOfUpload } from './what-was-shown.ts';

/** Answers by the inner reference of the upload. */
export type OfFound = Readonly<Record<string, FoundAnswer>>;

/** An upload that was found, as it stands now. */
export interface FoundHere {
  readonly ref: string;
  readonly mark: string;
  /** Given now, or before for the same filing; null where nobody has answered. */
  readonly answer: FoundAnswer | null;
  readonly isGivenNow: boolean;
  /** Out of view already: nothing is to be answered. */
  readonly isDown: boolean;
}

/** All that were found for a request. What is named by its id or address counts as decided with the others. */
export async function foundFor(
  tx: Tx,
  trackingNumber: string,
  { ofFound = {}, named = [] }: { readonly ofFound?: OfFound | undefined; readonly named?: readonly string[] },
): Promise<FoundHere[]> {
  const candidates = await candidatesOf(tx.sql, trackingNumber);
  const contents = await contentsByRef(
    tx.sql,
    candidates.map(({ ref }) => ref),
  );
  const standings = await standingsOf(tx.sql, contents);
  const names = new Set(named.map(plainAddress));
  return contents.map((content) => {
    const { ref, contentId, url } = content;
    const isNamed = named.includes(contentId) || (url !== null && names.has(plainAddress(url)));
    const given = isNamed ? 'together' : (ofFound[ref] ?? null);
    const before = candidates.find((one) => one.ref === ref)?.answered?.answer ?? null;
    return {
      ref,
      mark: markOfUpload(content),
      answer: given ?? before,
      isGivenNow: given !== null,
      isDown: isDown(standings.get(ref) ?? 'visible'),
    };
  });
}

/** Whether two people answered alike. */
export function isAnsweredAlike(one: OfFound, other: OfFound): boolean {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((ref) => one[ref] === other[ref]);
}

export const decidedTogetherWith = (found: readonly FoundHere[]): string[] =>
  found.flatMap(({ ref, answer }) => (answer === 'together' ? [ref] : []));

/** What stays up by these answers. */
export const leftOf = (found: readonly FoundHere[]): FoundLeft | null =>
  foundLeftOf(found.map(({ answer, isDown: isGone }) => (isGone ? null : answer)));

/**
 * What keeps it from being decided: `changed`, there is one that the moderator has not been shown as it is now; or the references of those without an answer. Null where nothing does.
 * A refusal leaves what it does not name as it is, and of a referral nobody is to look.
 */
export function unansweredOf(
  found: readonly FoundHere[],
  decision: Decision,
  shown: readonly string[] | undefined,
): 'changed' | readonly string[] | null {
  if (decision === 'keep') return null;
  const known = shown === undefined ? null : new Set(shown);
  const isUnseen = ({ mark }: FoundHere): boolean => known !== null && !known.has(mark) && !known.has(markBehind(mark));
  if (found.some((one) => one.isGivenNow && isUnseen(one))) return 'changed';
  if (decision === 'refer') return null;
  const open = found.filter(({ answer, isDown: isGone }) => answer === null && !isGone);
  if (open.some(isUnseen)) return 'changed';
  return open.length === 0 ? null : open.map(({ ref }) => ref);
}

/** Writes down what was answered, by whom, and answers the ledger's row for it; null where nothing was. For every law of the filing under which it is open. */
export async function noteAnswers(
  tx: Tx,
  { request, siblings }: { readonly request: RequestRow; readonly siblings: readonly RequestRow[] },
  found: readonly FoundHere[],
  moderatorId: string,
): Promise<Act | null> {
  const answers = new Map(found.flatMap(({ ref, answer, isGivenNow }) => (isGivenNow && answer !== null ? [[ref, answer]] : [])));
  if (answers.size === 0) return null;
  const open = [request, ...siblings].filter(({ outcome, closedAt }) => outcome === null && closedAt === null);
  await answerCandidates(
    tx,
    open.map(({ trackingNumber }) => trackingNumber),
    answers,
    moderatorId,
  );
  const counts = foundAnswers.flatMap((answer): [string, number][] => {
    const count = [...answers.values()].filter((one) => one === answer).length;
    return count === 0 ? [] : [[answer, count]];
  });
  return {
    act: 'request.found-answered',
    subjects: { request: request.trackingNumber, moderator: moderatorId, ...Object.fromEntries(counts) },
  };
}

/**
 * Keeps what was answered so far, where more was found than one page shows; nothing is decided by it. `changed`: one of them is not as it was shown.
 * `closed`: nothing is to be decided any more.
 */
export async function keepAnswers(
  { store }: Engine,
  {
    trackingNumber,
    ofFound,
    shown,
    moderatorId,
  }: {
    readonly trackingNumber: string;
    readonly ofFound: OfFound;
    readonly shown: readonly string[];
    readonly moderatorId: string;
  },
): Promise<'kept' | 'changed' | 'closed'> {
  return store.transact(async (tx) => {
    const number = parseTrackingNumber(trackingNumber);
    const filing = number === null ? [] : await lockFiling(tx, number);
    const request = filing.find((one) => one.trackingNumber === number);
    if (request === undefined || request.outcome !== null || request.closedAt !== null) return 'closed';
    const noted = await candidatesOf(tx.sql, request.trackingNumber);
    await lockContents(
      tx,
      noted.map(({ ref }) => ref),
    );
    const found = await foundFor(tx, request.trackingNumber, { ofFound });
    const marks = new Set(shown);
    if (found.some(({ isGivenNow, mark }) => isGivenNow && !marks.has(mark))) return 'changed';
    const act = await noteAnswers(tx, { request, siblings: filing.filter((one) => one !== request) }, found, moderatorId);
    if (act !== null) await record(tx, act);
    return 'kept';
  });
}
