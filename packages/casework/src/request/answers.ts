/** What did the person answer so far? The answers of one request, and how later answers join earlier ones. */
import type { Fingerprint } from '@likeness/fingerprint';
import { type BasisId, basisIds } from '../notice/bases.ts';
import type { Filer } from '../notice/basis.ts';
import type { BesideAsked } from './beside-asked.ts';

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

/** `{ "online-safety-act": { "intimate": true } }` */
export type Declarations = Readonly<Partial<Record<BasisId, Readonly<Record<string, boolean>>>>>;

export interface RequestAnswers {
  readonly basis: BasisId;
  /** Who files. */
  readonly onBehalfOf: Filer;
  /** The person in the picture was, or may have been, under 18 when it was made: nobody here looks at it or computes anything of it. */
  readonly isYoung?: boolean;
  /** How an agent may act for the person shown: a declaration, not a proof. */
  readonly agentAuthority?: string;
  /** The service's own ids, where the request starts at the content or the server found it by fingerprint. */
  readonly contentIds?: readonly string[];
  /** Addresses. */
  readonly locations?: readonly string[];
  /** How to find it without an address. */
  readonly locationDetails?: string;
  /** What else of the post is asked about: words, links, the account. */
  readonly beside?: readonly BesideAsked[];
  readonly statement?: Statement;
  /** The typed name. */
  readonly signature?: string;
  readonly contact?: Contact;
  /** What was ticked, by law: each asks for its own. */
  readonly declarations?: Declarations;
  /** Names typed under one law's own declaration, where it asks for a signature of its own. */
  readonly signatures?: Readonly<Partial<Record<BasisId, string>>>;
  /** Lines that one law asks for, by its keys. */
  readonly texts?: Readonly<Partial<Record<BasisId, Readonly<Record<string, string>>>>>;
  /** Of an order: by when, as ISO 8601. */
  readonly orderedUntil?: string;
  /** Computed on her device. They list nothing by themselves. */
  readonly fingerprints?: readonly Fingerprint[];
}

/** Ids and addresses of one request together: what a person can look at one by one, and a form and a page can carry. */
export const placesAtMost = 1000;

/** Later answers. The basis of a request never changes: another law is another request. */
export type Amendment = Partial<Omit<RequestAnswers, 'basis' | 'statement'>> & {
  readonly statement?: Partial<Statement>;
  /** She was asked where it is, and says that the link she gave is right: an answer to that question, and to nothing else. */
  readonly linkIsRight?: true;
};

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
  const beside = mergedBeside(before.beside, later.beside);
  const statement = mergedStatement(before.statement, later.statement);
  const contact = mergedContact(before.contact, later.contact);
  const declarations = mergedByLaw(before.declarations, later.declarations, (earlier, newer) => ({ ...earlier, ...ticked(newer) }));
  const signatures = mergedByLaw(before.signatures, later.signatures, (earlier, newer) => newestText(earlier, newer) ?? newer);
  const texts = mergedByLaw(before.texts, later.texts, (earlier, newer) => ({ ...earlier, ...filledIn(newer) }));
  const fingerprints = mergedFingerprints(before.fingerprints, later.fingerprints);
  const orderedUntil = later.orderedUntil ?? before.orderedUntil;
  return {
    basis: before.basis,
    onBehalfOf: later.onBehalfOf ?? before.onBehalfOf,
    // Once said to be perhaps of somebody under 18, it stays so: only a person at the service may find otherwise.
    ...((later.isYoung === true || before.isYoung === true) && { isYoung: true }),
    ...(agentAuthority && { agentAuthority }),
    ...(contentIds && { contentIds }),
    ...(locations && { locations }),
    ...(locationDetails && { locationDetails }),
    ...(beside && { beside }),
    ...(statement && { statement }),
    ...(signature && { signature }),
    ...(contact && { contact }),
    ...(declarations && { declarations }),
    ...(signatures && { signatures }),
    ...(texts && { texts }),
    ...(orderedUntil !== undefined && { orderedUntil }),
    ...(fingerprints && { fingerprints }),
  };
}

function newestText(before: string | undefined, later: string | undefined): string | undefined {
  return isGiven(later) ? later : before;
}

function union(before: readonly string[] | undefined, later: readonly string[] | undefined): readonly string[] | undefined {
  return before || later ? [...new Set([...(before ?? []), ...(later ?? [])])] : undefined;
}

function mergedBeside(before: readonly BesideAsked[] | undefined, later: readonly BesideAsked[] | undefined): typeof before {
  const named = new Map([...(before ?? []), ...(later ?? [])].map((one) => [JSON.stringify([one.kind, one.says, one.at ?? null]), one]));
  return named.size === 0 ? undefined : [...named.values()];
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

type ByLaw<T> = Readonly<Partial<Record<BasisId, T>>>;

function mergedByLaw<T>(
  before: ByLaw<T> | undefined,
  later: ByLaw<T> | undefined,
  merge: (earlier: T | undefined, newer: T) => T,
): ByLaw<T> | undefined {
  if (!before || !later) return later ?? before;
  const merged: Partial<Record<BasisId, T>> = { ...before };
  for (const id of basisIds) {
    const newer = later[id];
    if (newer !== undefined) merged[id] = merge(before[id], newer);
  }
  return merged;
}

/** A box that a later form leaves empty takes nothing back. */
function ticked(boxes: Readonly<Record<string, boolean>>): Record<string, boolean> {
  return Object.fromEntries(Object.entries(boxes).filter(([, isTicked]) => isTicked));
}

function filledIn(lines: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(lines).filter(([, text]) => isGiven(text)));
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
