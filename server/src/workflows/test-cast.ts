/** Who and what appears in the tests of workflows? Pictures as fingerprints, a moderator, a person's request, and the queue's sweeps run by hand. */
import { newCaseCode, type RequestAnswers } from '@likeness/casework';
import type { Fingerprint, Variant } from '@likeness/fingerprint';
import { sql } from 'kysely';
import { SessionId } from '../access/sessions.ts';
import { systemRandom, uuid } from '../config/random.ts';
import type { ScreenedUpload } from '../store/content.ts';
import type { Engine } from './engine.ts';
import { findForNewRequests } from './find-uploads.ts';
import { releaseUnlisted } from './release-unlisted.ts';
import { sweep } from './sweep.ts';

/** A picture that nobody has seen before: 64 hex digits. */
export const aPicture = (): string => Buffer.from(systemRandom(32)).toString('hex');

/** The same code with `bits` bits flipped, spread over the whole: at exactly that distance. */
export function edited(value: string, bits: number, first = 0): string {
  const bytes = Buffer.from(value, 'hex');
  for (let n = 0; n < bits; n += 1) {
    const place = (first + n * 7) % 256;
    bytes.writeUInt8(bytes.readUInt8(place >> 3) ^ (1 << (place & 7)), place >> 3);
  }
  return bytes.toString('hex');
}

export const pdq = (value: string, variant: Variant = 'whole', quality = 100): Fingerprint => ({ kind: 'pdq', variant, value, quality });
export const sha256 = (value: string): Fingerprint => ({ kind: 'sha256', variant: 'whole', value });

export const urlOf = (contentId: string): string => `https://forum.example/posts/${contentId}`;

export function anUpload(contentId: string, ...fingerprints: Fingerprint[]): ScreenedUpload {
  return { contentId, url: urlOf(contentId), uploaderRef: 'account-7', links: [], source: 'fingerprints', fingerprints };
}

export const aCode = (): ReturnType<typeof newCaseCode> => newCaseCode(systemRandom(13));

/** A browser in which her case is open, as far as its code is concerned. */
export const hers = (caseId: string): { readonly caseId: string; readonly session: SessionId } => ({
  caseId,
  session: new SessionId('hers'),
});

/** A complete request about one address. */
export function answers(contentId: string, more: Partial<RequestAnswers> = {}): RequestAnswers {
  return {
    basis: 'take-it-down',
    onBehalfOf: 'self',
    locations: [urlOf(contentId)],
    statement: { notConsensual: true, goodFaith: true },
    signature: 'Maria Example',
    contact: { email: 'maria@example.org' },
    ...more,
  };
}

/** A moderator who can decide; signing in is tested elsewhere. */
export async function aModerator(engine: Engine, name = 'Ada'): Promise<string> {
  const id = uuid(systemRandom);
  await engine.store.db
    .insertInto('moderator')
    .values({ id, name, password_hash: 'unused', role: 'admin', created_at: new Date(), left_at: null })
    .execute();
  return id;
}

/** Takes the searches for uploads out of the queue, as many as were queued, and makes one. */
export async function findAll(engine: Engine): Promise<number> {
  const { rows } = await sql<{ platform: string }>`
    delete from pgboss.job where name = 'find' and state = 'created' returning data->>'platformId' as platform`.execute(engine.store.db);
  for (const platformId of new Set(rows.map(({ platform }) => platform))) await findForNewRequests(engine, platformId);
  return rows.length;
}

/** Runs the sweeps that were queued, in order, and takes them out of the queue; answers how many uploads they found. */
export async function sweepAll(engine: Engine): Promise<number> {
  const { rows } = await sql<{ seq: number; is_unlisted: boolean; decision_id: string | null }>`
    delete from pgboss.job where name = 'sweep' and state = 'created'
    returning (data->>'seq')::bigint as seq, data->>'isUnlisted' is not null as is_unlisted, data->>'decisionId' as decision_id`.execute(
    engine.store.db,
  );
  let found = 0;
  for (const { seq, is_unlisted: isUnlisted, decision_id: decisionId } of rows.toSorted((a, b) => a.seq - b.seq)) {
    if (isUnlisted) await releaseUnlisted(engine, seq, decisionId);
    else found += (await sweep(engine, [seq])).found;
  }
  return found;
}
