/** Which other requests of the same filing does a decision answer, each under its own law and in its own words? */
import { callsValid, carriedGround, type Decision, testProblems, underAnotherLaw } from '@likeness/casework';
import { uuid } from '../config/random.ts';
import type { Act } from '../ledger/record.ts';
import type { Announcement } from '../outbox/feed.ts';
import { linkContents, noteEvent, type RequestRow } from '../store/cases.ts';
import type { Tx } from '../store/database.ts';
import { goneAtOf } from '../store/gone.ts';
import { forgetPlaces } from '../store/places.ts';
import { closeIfRemoved } from './close-removed.ts';
import type { Engine } from './engine.ts';
import { type Found, sealFindings } from './findings.ts';

export interface MadeDecision {
  readonly request: RequestRow;
  /** The others of its filing, locked. */
  readonly siblings: readonly RequestRow[];
  readonly decision: Decision;
  readonly ground: string;
  readonly moderatorId: string;
  /** What was found of the content, by law; left out: nothing was asked. */
  readonly found?: Found | undefined;
  readonly placesLeft: number;
  /** Uploads that were judged. */
  readonly refs: readonly string[];
}

/** Answers those whose law has the same reason; what rests on one law's own test leaves the others open. What was ordered is not ordered twice. */
export async function answerOtherLaws(
  engine: Engine,
  tx: Tx,
  { request, siblings, decision, ground: key, moderatorId, found, placesLeft, refs }: MadeDecision,
): Promise<{ readonly announcements: readonly Announcement[]; readonly acts: readonly Act[] }> {
  const announcements: Announcement[] = [];
  const acts: Act[] = [];
  for (const sibling of siblings) {
    if (sibling.outcome !== null || sibling.closedAt !== null) continue;
    const carried = carriedGround(engine.laws.of(request.basis), engine.laws.of(sibling.basis), decision, key);
    if (carried === null) continue;
    const answers = found?.[sibling.basis];
    // Found not to be so under this law: it stays open, for a decision of its own.
    if (answers !== undefined && testProblems(engine.laws.of(sibling.basis), decision, carried.key, answers).length > 0) continue;
    // What lacks something is not called valid because another was.
    const ground = callsValid(engine.laws.of(sibling.basis), carried) && sibling.completeAt === null ? underAnotherLaw : carried;
    const id = uuid(engine.random);
    const { trackingNumber, platformId } = sibling;
    await tx.sql
      .insertInto('decision')
      .values({
        id,
        platform_id: platformId,
        tracking_number: trackingNumber,
        review_id: null,
        outcome: decision,
        ground: ground.key,
        note_sealed: null,
        findings_sealed: sealFindings(engine.keys, engine.laws, id, sibling.basis, ground.key, found ?? {}),
        moderator_id: moderatorId,
        decided_at: tx.now,
      })
      .execute();
    await linkContents(tx, trackingNumber, refs);
    const goneAt = await goneAtOf(tx.sql, trackingNumber);
    await tx.sql
      .updateTable('request')
      .set({ outcome: decision, closed_at: decision === 'keep' ? tx.now : null })
      .where('tracking_number', '=', trackingNumber)
      .execute();
    await forgetPlaces(tx, [trackingNumber]);
    const left = (decision === 'remove' || decision === 'restrict') && placesLeft > 0 ? { placesLeft } : {};
    const gone = goneAt === null ? {} : { goneAt: goneAt.toISOString() };
    await noteEvent(tx, sibling, 'decided', { decision, ground: ground.key, ...left, ...gone });
    if (decision !== 'keep') await closeIfRemoved(tx, { ...sibling, outcome: decision });
    announcements.push({
      platformId,
      type: 'request.decided',
      data: {
        trackingNumber,
        outcome: decision,
        ground: ground.key,
        reason: ground.toPlatform,
        ...(decision === 'refer' ? { tellUploader: false } : {}),
      },
    });
    acts.push({
      act: 'decision.made',
      subjects: { decision: id, moderator: moderatorId, outcome: decision, ground: ground.key, request: trackingNumber },
    });
  }
  return { announcements, acts };
}
