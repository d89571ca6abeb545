/** What does whoever files hear? The same from every door: each law's own number, time and gaps, the first that is due at the head. */
import {
  type BasisId,
  basisIds,
  dueAtOf,
  type Laws,
  type MissingElement,
  missingElements,
  type QuestionKey,
  type ReceiptTerms,
  type RequestAnswers,
} from '@likeness/casework';
import type { RequestRow } from '../store/cases.ts';
import type { FollowSecret } from './case-code.ts';

/** One request of a filing. */
export interface FiledRequest {
  readonly trackingNumber: string;
  readonly basis: BasisId;
  readonly receivedAt: Date;
  readonly dueAt: Date;
  readonly missing: readonly MissingElement[];
  readonly outcome: RequestRow['outcome'];
  readonly closedAt: Date | null;
  /** What a moderator asked before deciding and nobody has answered; left out where nothing was looked up. */
  readonly asked?: readonly QuestionKey[];
  /** Of a refusal or a limit that stands; left out where nothing was looked up. */
  readonly answer?: RequestAnswered;
}

/** What whoever asked reads of a refusal or a limit. */
export interface RequestAnswered {
  /** Its key. */
  readonly ground: string;
  readonly decidedAt: Date;
  /** Why, and what can be done next. */
  readonly reason: string;
  /** Where else to turn (DSA Article 16(5)); null where the law names nobody. */
  readonly redress: { readonly name: string; readonly url: string; readonly sentence: string } | null;
}

export interface Filed extends FiledRequest {
  readonly caseId: string;
  /** One for each law, itself among them, the first due first. */
  readonly requests: readonly FiledRequest[];
  /** Only for a filing without a code; shown once. */
  readonly follow: FollowSecret | null;
}

export function filedRequest(request: RequestRow, missing: readonly MissingElement[]): FiledRequest {
  const { trackingNumber, basis, receivedAt, dueAt, outcome, closedAt } = request;
  return { trackingNumber, basis, receivedAt, dueAt, missing, outcome, closedAt };
}

/** The first due first; of two at one time, the law that stands first in the registry. */
export function byDue(a: Pick<FiledRequest, 'dueAt' | 'basis'>, b: Pick<FiledRequest, 'dueAt' | 'basis'>): number {
  return a.dueAt.getTime() - b.dueAt.getTime() || basisIds.indexOf(a.basis) - basisIds.indexOf(b.basis);
}

/** The answer to whoever filed: the named request at the head, else the first that is due. */
export function filedTogether(caseId: string, requests: readonly FiledRequest[], named?: string): Omit<Filed, 'follow'> {
  const ordered = requests.toSorted(byDue);
  const head = ordered.find(({ trackingNumber }) => trackingNumber === named) ?? ordered[0];
  if (head === undefined) throw new RangeError('a filing has a request');
  return { ...head, caseId, requests: ordered };
}

/** What was complete once stays so: a contact that was erased since is not asked for again. */
export function missingOf(
  laws: Laws,
  request: Pick<RequestRow, 'basis' | 'completeAt'>,
  answers: Omit<RequestAnswers, 'fingerprints'>,
): MissingElement[] {
  return request.completeAt === null ? missingElements(laws.of(request.basis), answers) : [];
}

/** When it is due that comes in now. */
export function dueOf(laws: Laws, basis: BasisId, receivedAt: Date, terms: ReceiptTerms): Date {
  return dueAtOf(laws.of(basis), receivedAt, terms);
}
