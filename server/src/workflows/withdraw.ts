/** How does a person end her claim? With code and PIN at once, with the code alone after 72 hours, cancellable until then. */
import { type CasePin, withdrawalTakesEffectAt } from '@likeness/casework';
import { endSessionsOf } from '../access/sessions.ts';
import { type Source, thisMachine } from '../access/throttle.ts';
import { type Act, record } from '../ledger/record.ts';
import { type Announcement, announce } from '../outbox/feed.ts';
import { endClaimsOf, noteBankChanges } from '../store/banks.ts';
import { forgetCandidates } from '../store/candidates.ts';
import { lockRequestsOfCase, noteEvent } from '../store/cases.ts';
import type { Tx } from '../store/database.ts';
import { forgetGone } from '../store/gone.ts';
import { forgetPlaces } from '../store/places.ts';
import { isCasePin } from './case-pin.ts';
import { isGranted } from './close-removed.ts';
import { awaitAnswersNoMore } from './complain.ts';
import { destroyForgotten } from './destroy-forgotten.ts';
import type { Engine } from './engine.ts';
import { letLimitStand } from './limit-stands.ts';
import { oneByOne } from './one-by-one.ts';
import { releaseGone, sweepUnlisted } from './release-unlisted.ts';

export type WithdrawalAnswer =
  | { readonly outcome: 'withdrawn' }
  | { readonly outcome: 'waiting'; readonly takesEffectAt: Date }
  | { readonly outcome: 'wrong-pin' }
  | { readonly outcome: 'gone' };

/**
 * Asks for the withdrawal of a case. Asking again while one waits changes nothing, except that the right PIN ends it at once.
 * @throws Problem `limit/reached` after five wrong PINs in a quarter of an hour.
 */
export async function askWithdrawal(
  engine: Engine,
  caseId: string,
  pin: CasePin | null,
  source: Source = thisMachine,
): Promise<WithdrawalAnswer> {
  const pinProved = pin !== null && (await isCasePin(engine, caseId, pin, source));
  if (pin !== null && !pinProved) return { outcome: 'wrong-pin' };
  return engine.store.transact(async (tx) => {
    const file = await lockCase(tx, caseId);
    if (file === null || file.withdrawn_at !== null) return { outcome: 'gone' };
    const askedAt = file.withdraw_asked_at ?? tx.now;
    const takesEffectAt = withdrawalTakesEffectAt({ requestedAt: pinProved ? tx.now : askedAt, pinProved });
    if (takesEffectAt.getTime() <= tx.now.getTime()) {
      await withdrawLocked(engine, tx, caseId);
      return { outcome: 'withdrawn' };
    }
    if (file.withdraw_asked_at === null) {
      await tx.sql
        .updateTable('case_file')
        .set({ withdraw_asked_at: tx.now, withdraw_due_at: takesEffectAt })
        .where('id', '=', caseId)
        .execute();
      await noteEvent(tx, { caseId, trackingNumber: null }, 'withdrawal-asked', { takesEffectAt: takesEffectAt.toISOString() });
      await record(tx, { act: 'withdrawal.asked', subjects: { case: caseId } });
    }
    return { outcome: 'waiting', takesEffectAt };
  });
}

/** Stops a withdrawal that waits. Answers whether one did. */
export async function cancelWithdrawal(engine: Engine, caseId: string): Promise<boolean> {
  return engine.store.transact(async (tx) => {
    const file = await lockCase(tx, caseId);
    if (file === null || file.withdraw_asked_at === null || file.withdrawn_at !== null) return false;
    await tx.sql.updateTable('case_file').set({ withdraw_asked_at: null, withdraw_due_at: null }).where('id', '=', caseId).execute();
    await noteEvent(tx, { caseId, trackingNumber: null }, 'withdrawal-cancelled');
    await record(tx, { act: 'withdrawal.cancelled', subjects: { case: caseId } });
    return true;
  });
}

/**
 * Carries out every withdrawal whose time has come. Each is its own transaction, so that one that fails stops no other.
 * @throws AggregateError of those that failed, after all others were done; the next look tries them again.
 */
export async function withdrawDue(engine: Engine): Promise<void> {
  const due = await engine.store.transact(async (tx) =>
    tx.sql
      .selectFrom('case_file')
      .select('id')
      .where('withdraw_due_at', '<=', tx.now)
      .where('withdrawn_at', 'is', null)
      .orderBy('withdraw_due_at')
      .execute(),
  );
  await oneByOne(due, ({ id }) =>
    engine.store.transact(async (tx) => {
      const file = await lockCase(tx, id);
      if (file === null || file.withdrawn_at !== null || file.withdraw_due_at === null || file.withdraw_due_at > tx.now) return;
      await withdrawLocked(engine, tx, id);
    }),
  );
}

async function lockCase(tx: Tx, caseId: string) {
  // No key update: whoever writes an event of this case refers to its row, and must not wait for us while we wait for its request.
  const row = await tx.sql.selectFrom('case_file').selectAll().where('id', '=', caseId).forNoKeyUpdate().executeTakeFirst();
  return row ?? null;
}

/** What the platform reads: a withdrawal undoes no decision of its own people. */
const withdrawnReason = (removalStands: boolean): string =>
  removalStands
    ? 'The person ended her case. Your decision stands: carry out every content.remove and content.restrict that was announced, and confirm it.'
    : 'The person ended her case before it was decided. There is nothing left to decide.';

/** Ends the case's claims, forgets what they alone brought, closes her requests, erases her answers and her code. What a platform confirmed itself stays its own. */
async function withdrawLocked(engine: Engine, tx: Tx, caseId: string): Promise<void> {
  const { queue, random } = engine;
  const open = (await lockRequestsOfCase(tx, caseId)).filter(({ closedAt }) => closedAt === null);
  const closed = await tx.sql
    .updateTable('request')
    .set((eb) => ({
      answers_sealed: null,
      filer_ref: null,
      commitment_salt: null,
      closed_at: eb.fn.coalesce('closed_at', eb.val(tx.now)),
      outcome: eb.fn.coalesce('outcome', eb.val('withdrawn' as const)),
    }))
    .where('case_id', '=', caseId)
    .returning(['tracking_number', 'outcome'])
    .execute();
  const standing = new Set(closed.flatMap(({ tracking_number, outcome }) => (isGranted(outcome) ? [tracking_number] : [])));
  const limits = [];
  for (const request of open) {
    if (standing.has(request.trackingNumber)) continue;
    const limit = await letLimitStand(engine, tx, request);
    if (limit === null) continue;
    standing.add(request.trackingNumber);
    limits.push(limit);
  }
  await awaitAnswersNoMore(tx, caseId);
  await forgetPlaces(
    tx,
    closed.map(({ tracking_number }) => tracking_number),
  );
  // Uploads before codes, in the order that a decision takes them.
  await destroyForgotten(tx);
  const numbers = closed.map(({ tracking_number }) => tracking_number);
  await forgetGone(tx, numbers);
  await forgetCandidates(tx, numbers);
  const { gone, narrowed } = await endClaimsOf(tx, { caseId });
  const released = await releaseGone(engine, tx, gone);
  await tx.sql.deleteFrom('letter').where('case_id', '=', caseId).execute();
  await tx.sql.deleteFrom('draft').where('case_id', '=', caseId).execute();
  await tx.sql.deleteFrom('talk').where('case_id', '=', caseId).execute();
  await tx.sql.deleteFrom('taking_out').where('case_id', '=', caseId).execute();
  await tx.sql.deleteFrom('look_out').where('case_id', '=', caseId).execute();
  for (const table of ['request_item', 'request_file'] as const)
    await tx.sql
      .deleteFrom(table)
      .where('tracking_number', 'in', (eb) => eb.selectFrom('request').select('request.tracking_number').where('case_id', '=', caseId))
      .execute();
  await noteEvent(tx, { caseId, trackingNumber: null }, 'withdrawn', {}, 'withdrawn');
  await tx.sql
    .updateTable('case_file')
    .set({ withdrawn_at: tx.now, code_mac: null, follow_mac: null, pin_hash: null, withdraw_due_at: null })
    .where('id', '=', caseId)
    .execute();
  await endSessionsOf(tx, 'person', caseId);
  const lastSeq = await noteBankChanges(
    tx,
    [...narrowed, ...gone].map((subjectId) => ({ subject: 'item', subjectId })),
  );
  await sweepUnlisted(engine, tx, lastSeq, gone.length);
  await announce(tx, queue, random, [
    ...released,
    ...limits.flatMap(({ announcements }) => announcements),
    ...open.map(({ platformId, trackingNumber }): Announcement => {
      const removalStands = standing.has(trackingNumber);
      return { platformId, type: 'request.withdrawn', data: { trackingNumber, removalStands, reason: withdrawnReason(removalStands) } };
    }),
  ]);
  const withdrawn = [...gone, ...narrowed].map((item): Act => ({ act: 'item.withdrawn', subjects: { item } }));
  await record(tx, ...limits.map(({ act }) => act), ...withdrawn, {
    act: 'withdrawal.done',
    subjects: { case: caseId, requests: open.length },
  });
}
