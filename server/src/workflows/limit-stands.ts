/** What becomes of a restriction that was too little when whoever said so ends her case, and nobody decides anew? It stands again, by a decision of its own, with reasons and a complaint of its own. */
import { groundOf, visibilityFrom } from '@likeness/casework';
import { uuid } from '../config/random.ts';
import type { Act } from '../ledger/record.ts';
import type { Announcement } from '../outbox/feed.ts';
import { type RequestRow, requestsOfFiling } from '../store/cases.ts';
import { isLimited, lockContents, standingsOf } from '../store/content.ts';
import type { Tx } from '../store/database.ts';
import { actionsOf, inPlaceOf, limitLeft } from '../store/reversals.ts';
import type { Engine } from './engine.ts';
import { reportRemoval } from './report-removal.ts';
import { owedStatement, stateReasons } from './state-reasons.ts';

/**
 * Lets the restriction stand for which this request, locked and not decided, was opened again; null where nothing restricts it. Whoever uploaded it was told that it
 * would be decided anew, and could complain about that: they are told that it stays so, and can.
 */
export async function letLimitStand(
  engine: Engine,
  tx: Tx,
  request: RequestRow,
): Promise<{ readonly announcements: readonly Announcement[]; readonly act: Act } | null> {
  const { platformId, trackingNumber } = request;
  const left = await limitLeft(tx, trackingNumber);
  if (left === null) return null;
  const { ground, moderatorId } = left;
  const decisionId = uuid(engine.random);
  await tx.sql
    .insertInto('decision')
    .values({
      id: decisionId,
      platform_id: platformId,
      tracking_number: trackingNumber,
      review_id: null,
      outcome: 'restrict',
      ground,
      note_sealed: null,
      moderator_id: moderatorId,
      seconded_by: left.secondedBy,
      decided_at: tx.now,
    })
    .execute();
  await tx.sql.updateTable('request').set({ outcome: 'restrict' }).where('tracking_number', '=', trackingNumber).execute();
  const orders = (await actionsOf(tx, [left.decisionId])).filter(({ gone_at: goneAt }) => goneAt === null);
  // Given back as it restricts it, an upload has several acts of one decision: the newest, which comes first, stands for them all.
  const acts = [...Map.groupBy(orders, ({ ref, content_id: contentId }) => ref ?? `place ${contentId}`).values()].flatMap(
    ([newest]) => newest ?? [],
  );
  const older = orders.filter((one) => !acts.includes(one)).map(({ id }) => id);
  if (older.length > 0) await tx.sql.updateTable('action').set({ taken_back_at: tx.now }).where('id', 'in', older).execute();
  const contents = await lockContents(
    tx,
    acts.flatMap(({ ref }) => ref ?? []),
  );
  const standings = await standingsOf(tx.sql, contents);
  const siblings = (await requestsOfFiling(tx.sql, request.filingId)).filter((one) => one.trackingNumber !== trackingNumber);
  const reason = groundOf(engine.laws.of(request.basis), ground)?.toPlatform ?? '';
  const announcements: Announcement[] = [];
  for (const { id, ref, visibility: word, content_id: contentId } of acts) {
    const actionId = await inPlaceOf(tx, id, { id: uuid(engine.random), decisionId });
    const content = contents.find((one) => one.ref === ref) ?? null;
    const owed = await owedStatement(engine, tx, { platformId, request, siblings, ground, ref });
    const statement = owed === null ? null : await stateReasons(engine, tx, { platformId, decisionId, actionId }, owed);
    if (owed !== null && statement !== null)
      await reportRemoval(engine, tx, { platformId, statementId: statement.id, statement: owed, content, request, siblings, found: {} });
    const visibility = word === null ? null : visibilityFrom(word);
    // Where something else came on top of it, that says where it stands.
    if (visibility === null || (ref !== null && !isLimited(standings.get(ref) ?? 'visible'))) continue;
    const isAddress = ref === null && /^https?:\/\//i.test(contentId);
    const url = content?.url ?? null;
    announcements.push({
      platformId,
      type: 'content.restrict',
      data: {
        actionId,
        ...(isAddress ? { url: contentId } : { contentId, ...(url === null ? {} : { url }) }),
        target: { kind: 'content' },
        trackingNumber,
        ground,
        reason: `${standsAgain} ${reason}`.trim(),
        visibility,
        ...(statement === null ? {} : { statement }),
      },
    });
  }
  const subjects = { decision: decisionId, outcome: 'restrict', ground, request: trackingNumber };
  return {
    announcements,
    act: { act: 'decision.made', subjects: moderatorId === null ? subjects : { ...subjects, moderator: moderatorId } },
  };
}

const standsAgain = 'The person ended her case, so nobody decides anew: what was decided stands, as it is.';
