/** Who said that the person may have been under 18, and ended the case: was it so? It is referred, as any request (`decide.ts`), or somebody says how they know that they certainly were not. */
import { parseTrackingNumber } from '@likeness/casework';
import { uuid } from '../config/random.ts';
import { record } from '../ledger/record.ts';
import { lockFiling, type RequestRow, setYoung } from '../store/cases.ts';
import type { Tx } from '../store/database.ts';
import { type AdultFinding, adultFindingOf, leftToJudge, noteAdult, takeBackFinding } from '../store/said-young.ts';
import type { Engine } from './engine.ts';

/** How it stands: to be judged, by its time; or found certainly adult. */
export type SaidYoungNow =
  | { readonly state: 'open'; readonly endedAt: Date; readonly dueAt: Date; readonly remainingMs: number; readonly uploadCount: number }
  | (AdultFinding & { readonly state: 'adult' });

/** Of a request that is withdrawn; null where it said no such thing, or where nothing is left to judge. */
export async function saidYoungNow({ keys }: Pick<Engine, 'keys'>, tx: Tx, request: RequestRow): Promise<SaidYoungNow | null> {
  const { trackingNumber, outcome, closedAt, dueAt, filingId } = request;
  if (outcome !== 'withdrawn' || closedAt === null) return null;
  const uploadCount = await leftToJudge(tx.sql, trackingNumber);
  if (uploadCount > 0) return { state: 'open', endedAt: closedAt, dueAt, remainingMs: dueAt.getTime() - tx.now.getTime(), uploadCount };
  const finding = await adultFindingOf(tx.sql, keys, filingId);
  return finding === null ? null : { state: 'adult', ...finding };
}

async function lockNamed(tx: Tx, text: string): Promise<RequestRow | null> {
  const number = parseTrackingNumber(text);
  if (number === null) return null;
  return (await lockFiling(tx, number)).find(({ trackingNumber }) => trackingNumber === number) ?? null;
}

/** `not-open`: somebody has judged it, or there is nothing left to judge; nothing changed. */
export type FoundAdult = 'found' | 'not-open' | 'no-reason';

/** Somebody says how they know that the person was certainly 18 or older: from now on everything is as if the request had not said otherwise. */
export async function findAdult(
  engine: Engine,
  { trackingNumber, why, moderatorId }: { readonly trackingNumber: string; readonly why: string; readonly moderatorId: string },
): Promise<FoundAdult> {
  const said = why.trim();
  if (said === '') return 'no-reason';
  return engine.store.transact(async (tx) => {
    const request = await lockNamed(tx, trackingNumber);
    if (request === null || (await leftToJudge(tx.sql, request.trackingNumber)) === 0) return 'not-open';
    const { filingId } = request;
    await setYoung(tx, filingId, false);
    // Said again since, by a decision that was taken back.
    await takeBackFinding(tx, filingId, moderatorId);
    await noteAdult(tx, engine.keys, { id: uuid(engine.random), filingId, moderatorId, why: said });
    await record(tx, {
      act: 'age.found-adult',
      subjects: { request: request.trackingNumber, moderator: moderatorId, adult: 'certainly' },
    });
    return 'found';
  });
}

/** Takes that back, at any time and by anybody who decides: it only makes more careful. What was decided meanwhile stays decided. */
export async function takeBackAdult(
  engine: Engine,
  { trackingNumber, moderatorId }: { readonly trackingNumber: string; readonly moderatorId: string },
): Promise<'taken-back' | 'not-found-adult'> {
  return engine.store.transact(async (tx) => {
    const request = await lockNamed(tx, trackingNumber);
    if (request === null || !(await takeBackFinding(tx, request.filingId, moderatorId))) return 'not-found-adult';
    await setYoung(tx, request.filingId, true);
    await record(tx, { act: 'age.taken-back', subjects: { request: request.trackingNumber, moderator: moderatorId } });
    return 'taken-back';
  });
}
