/** Does another request say that it may show somebody under 18, and is that request still to be decided? */
import { areOfYoungRequest } from '../store/cases.ts';
import type { Tx } from '../store/database.ts';
import { matchHold } from '../store/meanwhile.ts';
import { areOfYoungRequestAt } from '../store/places.ts';
import { referredOf } from '../store/referrals.ts';
import { alsoKindOf } from './also-acted-on.ts';

/**
 * `open`: whoever decides that request says first whether it shows a minor, so until then nothing shows it again. `ended`: whoever said so ended the case, and nobody has found
 * otherwise: nothing of it is removed in another way than by a referral, and nobody is kept waiting for what will not be decided.
 */
export type YoungElsewhere = 'open' | 'ended' | null;

/** Of uploads, and of ids and addresses that no upload here is known by. What was referred has its answer and is not asked about; `exceptFiling`: the filing that is decided now. */
export async function youngElsewhere(
  tx: Tx,
  {
    platformId,
    refs,
    places = [],
    exceptFiling = null,
  }: {
    readonly platformId: string;
    readonly refs: readonly string[];
    readonly places?: readonly string[];
    readonly exceptFiling?: string | null;
  },
): Promise<YoungElsewhere> {
  const referred = await referredOf(tx.sql, refs);
  const rest = refs.filter((ref) => !referred.has(ref));
  if (await areOfYoungRequest(tx.sql, rest, exceptFiling, 'open')) return 'open';
  if (await areOfYoungRequestAt(tx.sql, platformId, places, exceptFiling)) return 'open';
  return (await areOfYoungRequest(tx.sql, rest, exceptFiling)) ? 'ended' : null;
}

/**
 * Whether a complaint waits for such a request: found right, it would show again what that one says may show somebody under 18, and nobody may look meanwhile. One about what stands beside
 * a picture waits for nothing.
 */
export async function complaintWaitsForYoung(
  tx: Tx,
  complaint: {
    readonly complainant: 'uploader' | 'requester';
    readonly platform_id: string;
    readonly decision_id: string | null;
    readonly action_id: string | null;
  },
): Promise<boolean> {
  const { complainant, platform_id: platformId, decision_id: decisionId, action_id: actionId } = complaint;
  if (complainant === 'requester' || actionId === null) return false;
  const against = await tx.sql.selectFrom('action').select('kind').where('id', '=', actionId).executeTakeFirst();
  if (against === undefined || alsoKindOf(against.kind) !== null) return false;
  return actsWaitForYoung(tx, platformId, decisionId === null ? { actionId } : { decisionId });
}

/** The same of what a decision ordered of uploads, or of one act. `exceptFiling`: said by another filing than this one. */
export async function actsWaitForYoung(
  tx: Tx,
  platformId: string,
  of: { readonly decisionId: string } | { readonly actionId: string },
  exceptFiling: string | null = null,
): Promise<boolean> {
  const acts = await tx.sql
    .selectFrom('action')
    .select(['ref', 'content_id'])
    .where((eb) => ('actionId' in of ? eb('id', '=', of.actionId) : eb('decision_id', '=', of.decisionId)))
    .where((eb) => eb.or([eb('kind', 'like', 'content.%'), eb('kind', '=', matchHold)]))
    .execute();
  const refs = acts.flatMap(({ ref }) => ref ?? []);
  const places = acts.flatMap(({ ref, content_id: place }) => (ref === null ? [place] : []));
  return (await youngElsewhere(tx, { platformId, refs, places, exceptFiling })) === 'open';
}

/** Whether a decision has to wait for it, or be a referral: nothing is shown again while somebody is still to say whether it shows a minor, and nothing is removed without being preserved. */
export const waitsForYoung = (young: YoungElsewhere, decision: 'remove' | 'restrict' | 'keep' | 'refer'): boolean =>
  decision !== 'refer' && (young === 'open' || (young === 'ended' && decision !== 'keep'));
