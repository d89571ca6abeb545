/** Was a removal, or a decision to restrict, set aside by a court, an out-of-court body, the authority that ordered it, or a counter-notice? Then everything that it did is taken back, whenever it was made and whoever made it. */
import { decidedOutside, isBasisId, outsideGroundsFor } from '@likeness/casework';
import { requireMay } from '../access/roles.ts';
import { lockFiling, noteEvent, type RequestRow } from '../store/cases.ts';
import type { Tx } from '../store/database.ts';
import { uuidOf } from '../store/ids.ts';
import { decidedTogether } from '../store/reversals.ts';
import { answered } from './decide-complaint.ts';
import type { Engine } from './engine.ts';
import { reverse, type ToWrite, writeReversed } from './reverse.ts';

export interface FromOutside {
  readonly decisionId: string;
  /** Key of one of `outsideGroundsFor`. */
  readonly ground: string;
  /** Which decision it was, for colleagues; sealed. */
  readonly note: string;
  readonly moderatorId: string;
}

/** `already`: it was taken back or decided anew. `not-a-removal`: nothing of it can be set aside here; a referral is closed by its own task. `unfit`: this sets aside no removal under this law. `another-law`: it does, and the same removal stands under another law that this does not touch. */
export type SetAside = 'set-aside' | 'already' | 'not-a-removal' | 'unfit' | 'another-law' | 'unknown';

/** Two at once: the second finds it done. @throws Problem `console/not-allowed` */
export async function setAside(engine: Engine, { decisionId, ground, note, moderatorId }: FromOutside): Promise<SetAside> {
  return engine.store.transact(async (tx) => {
    await requireMay(tx.sql, moderatorId, 'set-aside-decisions');
    const made = await tx.sql
      .selectFrom('decision')
      .leftJoin('request', 'request.tracking_number', 'decision.tracking_number')
      .select(['decision.id', 'decision.tracking_number', 'decision.outcome', 'decision.reversed_at', 'request.basis'])
      .where('decision.id', '=', uuidOf(decisionId))
      .executeTakeFirst();
    if (made === undefined) return 'unknown';
    if (made.outcome !== 'remove' && made.outcome !== 'restrict') return 'not-a-removal';
    const basis = made.basis !== null && isBasisId(made.basis) ? made.basis : null;
    const found = outsideGroundsFor(basis).find(({ key }) => key === ground);
    if (found === undefined) return 'unfit';
    if (made.tracking_number !== null) await lockFiling(tx, made.tracking_number);
    const together = made.reversed_at === null ? await decidedTogether(tx, made.id) : [];
    if (together.length === 0) return 'already';
    // A counter-notice answers a copyright notice, and an authority takes back its own order: neither says a word about the other law.
    if (found.onlyUnder !== undefined && together.length > 1) return 'another-law';
    const outside = { ground: found, note };
    const reversed = await reverse(engine, tx, { decisionId: made.id, because: 'outside', moderatorId, outside });
    const closed = await closeComplaints(engine, tx, reversed, { note, moderatorId });
    await writeReversed(engine, tx, {
      ...reversed,
      announcements: [...closed.announcements, ...reversed.announcements],
      acts: [...closed.acts, ...reversed.acts],
    });
    return 'set-aside';
  });
}

/**
 * What either side had complained about is taken back: nobody judges that any more, and whoever asked for the removal is not asked any more. Where the requester had
 * said that it was too little, it stays taken back: nobody here opens again what was decided outside. A refusal of the same filing under another law stands, and so
 * does the requester's complaint about it.
 */
async function closeComplaints(
  engine: Engine,
  tx: Tx,
  { decisionIds, requests }: { readonly decisionIds: readonly string[]; readonly requests: readonly RequestRow[] },
  by: { readonly note: string; readonly moderatorId: string },
): Promise<Pick<ToWrite, 'announcements' | 'acts'>> {
  const open = await tx.sql
    .selectFrom('complaint')
    .select(['id', 'platform_id', 'complainant', 'action_id', 'decision_id', 'tracking_number', 'asked_at'])
    .where('decision_id', 'in', [...decisionIds])
    .where('decided_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  const closed = [];
  for (const complaint of open) {
    const { complainant } = complaint;
    const ground = decidedOutside[complainant];
    closed.push(await answered(engine, tx, complaint, { ground, ...by }));
    // Whoever was never asked learned of no complaint, and learns of none now.
    const request = requests.find(({ trackingNumber }) => trackingNumber === complaint.tracking_number);
    if (request !== undefined && (complainant === 'requester' || complaint.asked_at !== null))
      await noteEvent(tx, request, 'complaint-decided', { by: complainant, outcome: ground.outcome, isOutside: true });
  }
  return { announcements: closed.map(({ announcement }) => announcement), acts: closed.map(({ act }) => act) };
}
