/** What is one row of the ledger, and how is its hash made? See docs/formats/ledger.md; changing this file means a new format version. */
import { createHash } from 'node:crypto';

/** Codes of acts. A row never holds personal text: ids, codes, times and salted commitments only, so that erasure leaves the chain valid. */
export const acts = [
  'installation.started',
  'moderator.created',
  'moderator.reset',
  'moderator.password-set',
  'moderator.identity-bound',
  'moderator.passkey-added',
  'moderator.passkey-removed',
  'moderator.role-changed',
  'moderator.ended',
  'moderator.exported',
  'moderator.erased',
  'uploader.exported',
  'uploader.erased',
  'statements.resent',
  'moderator.signed-in',
  'moderator.signed-out',
  'platform.changed',
  'key.created',
  'key.revoked',
  'endpoint.created',
  'endpoint.disabled',
  'bank.created',
  'bank.changed',
  'bank.imported',
  'bank.exported',
  'ledger.exported',
  'content.matched',
  'content.forgotten',
  'data.purged',
  'request.received',
  'request.completed',
  'request.amended',
  'request.seen',
  'request.asked',
  'request.found-answered',
  'request.overdue',
  'request.due-soon',
  'request.clock-moved',
  'request.restricted',
  'request.taken',
  'request.released',
  'case.opened',
  'case.code-set',
  'case.contact-erased',
  'look-out.started',
  'look-out.extended',
  'look-out.ended',
  'talk.written',
  'talk.answered',
  'talk.read',
  'talk.deleted',
  'preview.revealed',
  'decision.made',
  'decision.proposed',
  'decision.not-agreed',
  'decision.fallen',
  'decision.reversed',
  'action.taken-back',
  'copies.stopped',
  'complaint.received',
  'complaint.answered',
  'complaint.decided',
  'account.warned',
  'account.suspended',
  'account.measure-ended',
  'account.complained',
  'account.complaint-decided',
  'referral.opened',
  'referral.joined',
  'referral.reported',
  'referral.closed',
  'item.listed',
  'item.withdrawn',
  'item.unlisted',
  'item.disputed',
  'item.expired',
  'item.suspended',
  'item.resumed',
  'item.confirmed',
  'item.doubted',
  'action.completed',
  'withdrawal.asked',
  'withdrawal.cancelled',
  'withdrawal.done',
  'age.found-adult',
  'age.taken-back',
] as const;
export type LedgerAct = (typeof acts)[number];

export type Subjects = Readonly<Record<string, string | number>>;

export interface LedgerRow {
  readonly seq: number;
  readonly at: Date;
  readonly act: string;
  readonly subjects: Subjects;
  readonly commitment: Uint8Array | null;
  readonly prevHash: Uint8Array;
  readonly hash: Uint8Array;
}

/** What the first row follows. */
export const genesis: Uint8Array = new Uint8Array(32);

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

const sorted = (subjects: Subjects): Subjects =>
  Object.fromEntries(Object.entries(subjects).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));

/** Subjects as they stand in the text that is hashed. */
export const canonicalSubjects = (subjects: Subjects): string => JSON.stringify(sorted(subjects));

/**
 * SHA-256 over the canonical JSON of everything in the row but its own hash: keys sorted, times in ISO 8601 with milliseconds, bytes in lower-case hex. 32 bytes.
 * PostgreSQL makes the same of `content.matched` for uploads that nobody knew (`store/remember-new.ts`).
 */
export function hashOfRow(row: Omit<LedgerRow, 'hash'>): Buffer {
  const subjects = sorted(row.subjects);
  const canonical = JSON.stringify({
    act: row.act,
    at: row.at.toISOString(),
    commitment: row.commitment === null ? null : hex(row.commitment),
    prev: hex(row.prevHash),
    seq: row.seq,
    subjects,
    version: 1,
  });
  return createHash('sha256').update(canonical, 'utf8').digest();
}

/** SHA-256(salt ‖ text): binds the ledger to a text that it does not hold; erasing the salt unbinds it. */
export function commitmentTo(salt: Uint8Array, text: string): Buffer {
  return createHash('sha256').update(salt).update(text, 'utf8').digest();
}
