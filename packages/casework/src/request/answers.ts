/** What did the person answer so far? The answers of one request, and how later answers join earlier ones. */
import type { Fingerprint } from '@likeness/fingerprint';
import type { BasisId } from '../notice/bases.ts';
import type { OnBehalfOf } from '../notice/basis.ts';

export interface Statement {
  readonly notConsensual: boolean;
  readonly goodFaith: boolean;
  /** Never required: nobody has to tell her story. */
  readonly details?: string;
}

export interface Contact {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  /** Any other way to reach her, in her words. */
  readonly other?: string;
}

export interface RequestAnswers {
  readonly basis: BasisId;
  readonly onBehalfOf: OnBehalfOf;
  /** How an agent may act for the person shown: a declaration, not a proof. */
  readonly agentAuthority?: string;
  /** The service's own ids, where the request starts at the content or the server found it by fingerprint. */
  readonly contentIds?: readonly string[];
  /** Addresses. */
  readonly locations?: readonly string[];
  /** How to find it without an address. */
  readonly locationDetails?: string;
  readonly statement?: Statement;
  /** The typed name. */
  readonly signature?: string;
  readonly contact?: Contact;
  /** Computed on her device. They list nothing by themselves (design §6). */
  readonly fingerprints?: readonly Fingerprint[];
}

/** Ids and addresses of one request together: what a person can look at one by one, and a form and a page can carry. */
export const placesAtMost = 1000;

/** Later answers. The basis of a request never changes: another law is another request. */
export type Amendment = Partial<Omit<RequestAnswers, 'basis' | 'statement'>> & { readonly statement?: Partial<Statement> };

/** Whether a text says anything at all. */
export function isGiven(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '';
}

/** Lists grow, texts are replaced when the new one says something, and nothing that was given is lost by leaving it out later. */
export function amended(before: RequestAnswers, later: Amendment): RequestAnswers {
  const agentAuthority = newestText(before.agentAuthority, later.agentAuthority);
  const locationDetails = newestText(before.locationDetails, later.locationDetails);
  const signature = newestText(before.signature, later.signature);
  const contentIds = union(before.contentIds, later.contentIds);
  const locations = union(before.locations, later.locations);
  const statement = mergedStatement(before.statement, later.statement);
  const contact = mergedContact(before.contact, later.contact);
  const fingerprints = mergedFingerprints(before.fingerprints, later.fingerprints);
  return {
    basis: before.basis,
    onBehalfOf: later.onBehalfOf ?? before.onBehalfOf,
    ...(agentAuthority && { agentAuthority }),
    ...(contentIds && { contentIds }),
    ...(locations && { locations }),
    ...(locationDetails && { locationDetails }),
    ...(statement && { statement }),
    ...(signature && { signature }),
    ...(contact && { contact }),
    ...(fingerprints && { fingerprints }),
  };
}

function newestText(before: string | undefined, later: string | undefined): string | undefined {
  return isGiven(later) ? later : before;
}

function union(before: readonly string[] | undefined, later: readonly string[] | undefined): readonly string[] | undefined {
  return before || later ? [...new Set([...(before ?? []), ...(later ?? [])])] : undefined;
}

function mergedStatement(before: Statement | undefined, later: Partial<Statement> | undefined): Statement | undefined {
  if (!later) return before;
  const details = newestText(before?.details, later.details);
  // What was stated stays stated: a box that a later form leaves empty takes nothing back.
  return {
    notConsensual: later.notConsensual === true || before?.notConsensual === true,
    goodFaith: later.goodFaith === true || before?.goodFaith === true,
    ...(details && { details }),
  };
}

function mergedContact(before: Contact | undefined, later: Contact | undefined): Contact | undefined {
  if (!before || !later) return later ?? before;
  const name = newestText(before.name, later.name);
  const email = newestText(before.email, later.email);
  const phone = newestText(before.phone, later.phone);
  const other = newestText(before.other, later.other);
  return { ...(name && { name }), ...(email && { email }), ...(phone && { phone }), ...(other && { other }) };
}

function mergedFingerprints(
  before: readonly Fingerprint[] | undefined,
  later: readonly Fingerprint[] | undefined,
): readonly Fingerprint[] | undefined {
  if (!before || !later) return later ?? before;
  const known = new Set(before.map(nameOf));
  return [...before, ...later.filter((fingerprint) => !known.has(nameOf(fingerprint)))];
}

function nameOf({ kind, variant, value }: Fingerprint): string {
  return `${kind} ${variant} ${value}`;
}
