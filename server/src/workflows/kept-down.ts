/** What keeps an upload down whose removal is taken back? Another decision that wants it down as well: the removal is that one's from then on, and whoever uploaded it is told why where a law asks for that. */
import { groundOf, keptDown, matchGrounds } from '@likeness/casework';
import { uuid } from '../config/random.ts';
import type { Announcement } from '../outbox/feed.ts';
import { areOfYoungRequest, requestByNumber, requestsOfFiling } from '../store/cases.ts';
import type { Content } from '../store/content.ts';
import type { Tx } from '../store/database.ts';
import { alsoWantingDown, inPlaceOf, type OtherRemoval, type ReversibleAction } from '../store/reversals.ts';
import type { Engine } from './engine.ts';
import { foundOf } from './findings.ts';
import { toldOfOrder } from './order-told.ts';
import { reportRemoval } from './report-removal.ts';
import { owedStatement, stateReasons } from './state-reasons.ts';

/**
 * Makes the removal the other decision's own, as far as the service has carried it out, and says what the service is told: that it stays down, with the reasons for
 * whoever uploaded it, who was told those of the first decision alone (Regulation (EU) 2022/2065, Article 17). Null where no other decision keeps it down, or one
 * that told its reasons itself. The upload is locked.
 */
export async function keepDown(engine: Engine, tx: Tx, action: ReversibleAction, content: Content): Promise<Announcement | null> {
  const others = await alsoWantingDown(tx, action.id);
  const [oldest] = others;
  if (oldest === undefined) return null;
  const isYoung = await areOfYoungRequest(tx.sql, [content.ref]);
  const about = await Promise.all(others.map((other) => aboutOf(engine, tx, content, other, isYoung)));
  // Of several it rests on one whose reasons may be told.
  const chosen = about.find(({ owed }) => owed !== null) ?? about[0];
  if (chosen === undefined) return null;
  const { other, request, siblings, owed } = chosen;
  const { platform_id: platformId, content_id: contentId } = action;
  const { decisionId, ground } = other;
  const actionId = await inPlaceOf(tx, action.id, { id: uuid(engine.random), decisionId });
  const statement = owed === null ? null : await stateReasons(engine, tx, { platformId, decisionId, actionId }, owed);
  if (owed !== null && statement !== null) {
    const found = request === null ? {} : foundOf(engine.keys, engine.laws, decisionId, request.basis, other.findingsSealed);
    const { decidedAt } = other;
    await reportRemoval(engine, tx, {
      platformId,
      statementId: statement.id,
      statement: owed,
      content,
      request,
      siblings,
      found,
      decidedAt,
    });
  }
  const known = request === null ? matchGrounds.find(({ key }) => key === ground) : groundOf(engine.laws.of(request.basis), ground);
  return {
    platformId,
    type: 'content.remove',
    data: {
      actionId,
      contentId,
      ...(content.url === null ? {} : { url: content.url }),
      target: { kind: 'content' },
      ...(other.trackingNumber === null ? {} : { trackingNumber: other.trackingNumber }),
      ground,
      reason: known == null ? keptDown : `${keptDown} ${known.toPlatform}`,
      ...(await toldOfOrder(engine, tx, request)),
      ...(isYoung ? { preserve: true, tellUploader: false } : {}),
      ...(statement === null ? {} : { statement }),
    },
  };
}

/** The request that it answered, with the others of its filing, and the statement that is owed for it today. */
async function aboutOf(engine: Engine, tx: Tx, { platformId, ref }: Content, other: OtherRemoval, isYoung: boolean) {
  const request = other.trackingNumber === null ? null : await requestByNumber(tx.sql, other.trackingNumber);
  const filing = request === null ? [] : await requestsOfFiling(tx.sql, request.filingId);
  const siblings = filing.filter(({ trackingNumber }) => trackingNumber !== request?.trackingNumber);
  const { ground, isByRule: isAutomatic } = other;
  const owed = isYoung ? null : await owedStatement(engine, tx, { platformId, request, siblings, ground, isAutomatic, ref });
  return { other, request, siblings, owed };
}
