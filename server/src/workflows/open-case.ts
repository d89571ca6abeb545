/** Who may read a case, and what does it say? Opened only by its code, or once by the link that a platform's form gave. */

import type { CasePin } from '@likeness/casework';
import {
  basisOf,
  type CaseCode,
  type MissingElement,
  missingElements,
  type Standing,
  standing,
  type TimelineEntry,
  timeline,
} from '@likeness/casework';
import { hashPassword } from '../access/password.ts';
import { record } from '../ledger/record.ts';
import { eventsOf, openAnswers, requestsOfCase, type SealedAnswers } from '../store/cases.ts';
import type { Engine } from './engine.ts';
import { dueAtOf, type FollowSecret, macOfFollow } from './file-request.ts';

/** The case behind a code; null for an unknown, an erased and a withdrawn one alike. Codes hold 100 random bits: guessing is hopeless without a limit. */
export async function caseOfCode(engine: Engine, code: CaseCode): Promise<string | null> {
  const macs = engine.keys.macsOfAll('case-code', Buffer.from(code.reveal())).map((mac) => Buffer.from(mac));
  const row = await engine.store.db
    .selectFrom('case_file')
    .select('id')
    .where('code_mac', 'in', macs)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The case behind the secret of a follow link that was not used up yet; null otherwise. */
export async function caseOfFollow(engine: Engine, secret: FollowSecret): Promise<string | null> {
  const row = await engine.store.db
    .selectFrom('case_file')
    .select('id')
    .where('follow_mac', '=', macOfFollow(engine, secret))
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Gives a case that came through a platform's form the person's own code; the link is used up by it. Answers whether the secret was still good. */
export async function setCaseCode(engine: Engine, secret: FollowSecret, code: CaseCode, pin: CasePin | null): Promise<string | null> {
  const pinHash = pin === null ? null : await hashPassword(pin.reveal(), engine.random(16));
  return engine.store.transact(async (tx) => {
    const row = await tx.sql
      .updateTable('case_file')
      .set({ code_mac: engine.keys.mac('case-code', Buffer.from(code.reveal())), follow_mac: null, pin_hash: pinHash })
      .where('follow_mac', '=', macOfFollow(engine, secret))
      .where('withdrawn_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (row === undefined) return null;
    await record(tx, { act: 'case.code-set', subjects: { case: row.id } });
    return row.id;
  });
}

export interface RequestView {
  readonly trackingNumber: string;
  readonly platformName: string;
  readonly receivedAt: Date;
  readonly dueAt: Date;
  readonly standing: Standing;
  readonly timeline: readonly TimelineEntry[];
  readonly missing: readonly MissingElement[];
  /** What she gave, for a form that asks for the rest; null after erasure. */
  readonly answers: SealedAnswers | null;
  /** Whether more can still be added. */
  readonly isOpen: boolean;
}

export interface CaseView {
  readonly caseId: string;
  readonly requests: readonly RequestView[];
  readonly hasPin: boolean;
  readonly withdrawalDueAt: Date | null;
  readonly now: Date;
}

/** The whole case as its person sees it; null once it has ended. */
export async function readCase(engine: Engine, caseId: string): Promise<CaseView | null> {
  return engine.store.transact(async (tx) => {
    const file = await tx.sql
      .selectFrom('case_file')
      .select(['pin_hash', 'withdraw_due_at', 'withdrawn_at'])
      .where('id', '=', caseId)
      .executeTakeFirst();
    if (file === undefined || file.withdrawn_at !== null) return null;
    const requests: RequestView[] = [];
    for (const request of await requestsOfCase(tx.sql, caseId)) {
      const basis = basisOf(request.basis);
      const events = await eventsOf(tx.sql, request);
      const answers = openAnswers(engine.keys, request);
      const platform = await tx.sql.selectFrom('platform').select('name').where('id', '=', request.platformId).executeTakeFirstOrThrow();
      const isOpen = request.closedAt === null && request.outcome === null && answers !== null;
      requests.push({
        trackingNumber: request.trackingNumber,
        platformName: platform.name,
        receivedAt: request.receivedAt,
        dueAt: dueAtOf(request.basis, request.receivedAt),
        standing: standing(basis, events, tx.now),
        timeline: timeline(basis, events),
        missing: isOpen ? missingElements(basis, answers) : [],
        answers,
        isOpen,
      });
    }
    return { caseId, requests, hasPin: file.pin_hash !== null, withdrawalDueAt: file.withdraw_due_at, now: tx.now };
  });
}
