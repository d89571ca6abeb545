/** Why is a decision not taken back, whatever its time? What it was about was referred since, another request says that it may show a minor, or one of its pictures was given back by itself. */
import { requestByNumber } from '../store/cases.ts';
import type { Tx } from '../store/database.ts';
import { isPartTakenBack } from '../store/decided-part.ts';
import { isOfReferred } from '../store/referrals.ts';
import { namedBy } from './answer-other-laws.ts';
import type { Engine } from './engine.ts';
import { actsWaitForYoung } from './young-elsewhere.ts';

/** `referred-since`: all of it is out of view for good, so nothing is left to take back, and nobody may decide it anew. `may-be-young`: it would be shown again before somebody has said whether it shows a minor. */
export type NotTakenBack = 'referred-since' | 'may-be-young' | InPart;

/** One of its pictures was given back by itself, after a complaint or a decision from outside: decided again as a slip, it could be removed a second time. */
export type InPart = 'in-part';

/** Of a decision by its id. */
export async function whyNotTakenBack(engine: Pick<Engine, 'keys'>, tx: Tx, decisionId: string): Promise<NotTakenBack | null> {
  const made = await tx.sql
    .selectFrom('decision')
    .select(['platform_id', 'tracking_number', 'outcome'])
    .where('id', '=', decisionId)
    .executeTakeFirst();
  if (made === undefined || made.outcome === 'refer') return null;
  const { platform_id: platformId, tracking_number: trackingNumber, outcome } = made;
  const request = trackingNumber === null ? null : await requestByNumber(tx.sql, trackingNumber);
  const isReferred =
    request === null ? await areActsReferred(tx, platformId, decisionId) : (await namedBy(engine, tx, request)).isAllReferred;
  if (isReferred) return 'referred-since';
  const isYoung = outcome !== 'keep' && (await actsWaitForYoung(tx, platformId, { decisionId }, request?.filingId ?? null));
  if (isYoung) return 'may-be-young';
  return (await isPartTakenBack(tx.sql, decisionId)) ? 'in-part' : null;
}

/** Of a decision about a match: all that it ordered of uploads. */
async function areActsReferred(tx: Tx, platformId: string, decisionId: string): Promise<boolean> {
  const acts = await tx.sql
    .selectFrom('action')
    .select(['kind', 'ref', 'content_id'])
    .where('decision_id', '=', decisionId)
    .where('kind', 'like', 'content.%')
    .execute();
  for (const { kind, ref, content_id: contentId } of acts)
    if (!(await isOfReferred(tx.sql, { kind, platformId, ref, contentId }))) return false;
  return acts.length > 0;
}
