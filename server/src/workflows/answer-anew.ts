/** How do the requests stand whose decision was taken back? Open in the time they had, refused after a complaint, or withdrawn meanwhile; and the platform hears that its `request.decided` counts no more. */
import { afterComplaint, type Ground, type ReversedBecause, reopenedWords } from '@likeness/casework';
import { uuid } from '../config/random.ts';
import type { Announcement } from '../outbox/feed.ts';
import { reopenCandidates } from '../store/candidates.ts';
import { contentRefsOf, noteEvent, openAnswers, type RequestRow } from '../store/cases.ts';
import { contentsByRef } from '../store/content.ts';
import type { Tx } from '../store/database.ts';
import { gonePlaces } from '../store/gone.ts';
import { notePlaces } from '../store/places.ts';
import type { DecisionRow } from '../store/reversals.ts';
import { namedBy } from './answer-other-laws.ts';
import { sealNote } from './decision-note.ts';
import type { Engine } from './engine.ts';
import { noteAndSchedule } from './note-clocks.ts';
import { unscreenedOf } from './what-was-shown.ts';

/** What stands in the place of a decision that was taken back: its ground, and a note for colleagues. */
export interface Standing {
  readonly ground: Ground;
  readonly note: string;
}

/** After a slip each request is open as before, in the time it had, and so it is when its refusal was wrong; when its removal was, or its restriction was too much, it is refused. Answers what the platform is told of that. */
export async function answerAnew(
  engine: Engine,
  tx: Tx,
  requests: readonly RequestRow[],
  { because, isReopened = false }: { readonly because: ReversedBecause; readonly isReopened?: boolean },
  stands: Standing | null,
): Promise<Announcement[]> {
  const told: Announcement[] = [];
  for (const request of requests) {
    const { trackingNumber, caseId } = request;
    const { withdrawn_at: withdrawnAt } = await tx.sql
      .selectFrom('case_file')
      .select('withdrawn_at')
      .where('id', '=', caseId)
      .executeTakeFirstOrThrow();
    const isOver = withdrawnAt !== null;
    const outcome = stands !== null ? ('keep' as const) : isOver ? ('withdrawn' as const) : null;
    await tx.sql
      .updateTable('request')
      .set({ outcome, closed_at: outcome === null ? null : (request.closedAt ?? tx.now) })
      .where('tracking_number', '=', trackingNumber)
      .execute();
    // It may be removed and confirmed a second time, and she reads so then.
    await tx.sql
      .updateTable('case_event')
      .set({ once: null })
      .where('case_id', '=', caseId)
      .where('once', 'in', [`removed:${trackingNumber}`, `limited:${trackingNumber}`])
      .execute();
    await noteAndSchedule(engine, tx, request, 'reversed', { because, ...(isReopened ? { isReopened } : {}) });
    if (stands !== null) {
      const goneAt = await goneNow(engine, tx, request);
      const gone = goneAt === null ? {} : { goneAt: goneAt.toISOString() };
      await noteEvent(tx, request, 'decided', { decision: 'keep', ground: stands.ground.key, ...gone });
    }
    if (outcome === null) await reopenCandidates(tx, trackingNumber, because === 'undone');
    const answers = outcome === null ? openAnswers(engine.keys, request) : null;
    if (answers !== null) await notePlaces(tx, trackingNumber, answers);
    const isReferred = outcome === 'keep' && (await namedBy(engine, tx, request)).isAllReferred;
    told.push(toldOf(request, outcome, stands?.ground ?? afterComplaint, isReferred));
  }
  return told;
}

const staysReferred = 'What it names was referred since: that stays out of view and under lock, whatever is decided here.';

/** Since when all that an answered request names is gone, because the service deleted it; null where something may be there. */
async function goneNow(engine: Engine, tx: Tx, request: RequestRow): Promise<Date | null> {
  const contents = await contentsByRef(tx.sql, await contentRefsOf(tx.sql, request.trackingNumber));
  const places = unscreenedOf(openAnswers(engine.keys, request), contents);
  const gone = await gonePlaces(tx.sql, request.trackingNumber, places);
  const times = [...contents.map(({ goneAt }) => goneAt), ...places.map((place) => gone.get(place) ?? null)];
  const since = times.flatMap((at) => at?.getTime() ?? []);
  return since.length === 0 || since.length < times.length ? null : new Date(Math.max(...since));
}

/** What takes back the `request.decided` that was told. */
function toldOf(
  { platformId, trackingNumber, dueAt }: RequestRow,
  outcome: 'keep' | 'withdrawn' | null,
  stands: Ground,
  isReferred: boolean,
): Announcement {
  switch (outcome) {
    case 'keep': {
      const { key: ground, toPlatform } = stands;
      const reason = isReferred ? `${toPlatform} ${staysReferred}` : toPlatform;
      return { platformId, type: 'request.decided', data: { trackingNumber, outcome, ground, reason } };
    }
    case 'withdrawn':
      return { platformId, type: 'request.withdrawn', data: { trackingNumber, removalStands: false, reason: reopenedWords.withdrawn } };
    case null: {
      const { toPlatform: reason, toRequester: answer } = reopenedWords;
      return { platformId, type: 'request.reopened', data: { trackingNumber, dueAt: dueAt.toISOString(), reason, answer } };
    }
  }
}

/** What stands after a complaint, or after a decision from outside, is a decision of its own, by who judged the complaint or entered the other. Answers its id by that of the one it replaces. */
export async function decideKeep(
  engine: Engine,
  tx: Tx,
  decisions: readonly DecisionRow[],
  moderatorId: string,
  { ground, note }: Standing,
): Promise<ReadonlyMap<string, string>> {
  const made = new Map<string, string>();
  for (const decision of decisions) {
    const id = uuid(engine.random);
    made.set(decision.id, id);
    await tx.sql
      .insertInto('decision')
      .values({
        id,
        platform_id: decision.platform_id,
        tracking_number: decision.tracking_number,
        review_id: decision.review_id,
        outcome: 'keep',
        ground: ground.key,
        note_sealed: sealNote(engine.keys, id, note),
        moderator_id: moderatorId,
        decided_at: tx.now,
      })
      .execute();
  }
  return made;
}
