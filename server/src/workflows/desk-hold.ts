/** Who works on which filing? Whoever opens it has it; after half an hour without a sign of life it is anybody's again, so that no clock runs out in front of an empty chair. */
import { sql } from 'kysely';
import { type Act, record } from '../ledger/record.ts';
import type { Tx } from '../store/database.ts';
import type { Engine } from './engine.ts';

/** So long after the last sign of life somebody else may have it. */
export const quietAfterMs = 30 * 60 * 1000;

export interface DeskHold {
  readonly moderatorName: string;
  readonly takenAt: Date;
  readonly isMine: boolean;
  /** Who had it before and went quiet. */
  readonly takenFrom: string | null;
}

/** Takes a filing that nobody has, keeps one's own, and takes over from whoever went quiet. Answers who has it now. The filing is locked. */
export async function holdFiling(
  tx: Tx,
  filing: { readonly filingId: string; readonly trackingNumber: string },
  moderatorId: string,
): Promise<DeskHold> {
  const { filingId, trackingNumber } = filing;
  const held = await tx.sql
    .selectFrom('desk_hold')
    .innerJoin('moderator', 'moderator.id', 'desk_hold.moderator_id')
    .leftJoin('moderator as quiet', 'quiet.id', 'desk_hold.taken_from')
    .select([
      'moderator.id',
      'moderator.name',
      'quiet.name as taken_from',
      'desk_hold.taken_at',
      'desk_hold.touched_at',
      'desk_hold.left_at',
    ])
    .where('filing_id', '=', filingId)
    .executeTakeFirst();
  const isMine = held?.id === moderatorId;
  const isQuiet = held !== undefined && (held.left_at !== null || tx.now.getTime() - held.touched_at.getTime() >= quietAfterMs);
  if (held !== undefined && !isMine && !isQuiet)
    return { moderatorName: held.name, takenAt: held.taken_at, isMine: false, takenFrom: null };
  const from = held === undefined || isMine ? null : held.id;
  await tx.sql
    .insertInto('desk_hold')
    .values({ filing_id: filingId, moderator_id: moderatorId, taken_at: tx.now, touched_at: tx.now })
    .onConflict((conflict) =>
      conflict.column('filing_id').doUpdateSet({
        moderator_id: moderatorId,
        touched_at: tx.now,
        left_at: null,
        ...(isMine ? {} : { taken_at: tx.now, taken_from: from }),
      }),
    )
    .execute();
  if (!isMine)
    await record(tx, {
      act: 'request.taken',
      subjects: { request: trackingNumber, moderator: moderatorId, ...(held === undefined ? {} : { from: held.id }) },
    });
  const { name } = await tx.sql.selectFrom('moderator').select('name').where('id', '=', moderatorId).executeTakeFirstOrThrow();
  return {
    moderatorName: name,
    takenAt: isMine && held !== undefined ? held.taken_at : tx.now,
    isMine: true,
    takenFrom: held === undefined ? null : isMine ? held.taken_from : held.name,
  };
}

/** Gives back what was left: of those who went quiet, and of filings that are decided. Of what is still open it stays known who had it, until somebody takes it. */
export async function releaseQuiet({ store }: Pick<Engine, 'store'>): Promise<void> {
  await store.transact(async (tx) => {
    const isQuiet = sql<boolean>`touched_at <= ${new Date(tx.now.getTime() - quietAfterMs)}`;
    const isOpen = sql<boolean>`exists (select from request where request.filing_id = desk_hold.filing_id and request.outcome is null and request.closed_at is null)`;
    await tx.sql.deleteFrom('desk_hold').where(isQuiet).where(sql<boolean>`not ${isOpen}`).execute();
    const left = await tx.sql
      .updateTable('desk_hold')
      .set({ left_at: tx.now })
      .where(isQuiet)
      .where('left_at', 'is', null)
      .returning(['filing_id', 'moderator_id'])
      .execute();
    const acts = await releasedActs(tx, left);
    if (acts.length > 0) await record(tx, ...acts);
  });
}

/** Gives back at once everything that somebody works on; answers the acts for the ledger. */
export async function releaseAllOf(tx: Tx, moderatorId: string): Promise<Act[]> {
  const left = await tx.sql
    .deleteFrom('desk_hold')
    .where('moderator_id', '=', moderatorId)
    .returning(['filing_id', 'moderator_id'])
    .execute();
  return releasedActs(tx, left);
}

/** Gives back what was decided by these decisions, of whoever made them or agreed: a complaint was right, and others look at it now. Answers the acts for the ledger. */
export async function releaseOverturned(tx: Tx, decisionIds: readonly string[]): Promise<Act[]> {
  const { rows } = await sql<{ filing_id: string; moderator_id: string }>`
    delete from desk_hold using decision join request on request.tracking_number = decision.tracking_number
    where decision.id = any(${[...decisionIds]}::uuid[]) and desk_hold.filing_id = request.filing_id
      and desk_hold.moderator_id in (decision.moderator_id, decision.seconded_by)
    returning desk_hold.filing_id, desk_hold.moderator_id`.execute(tx.sql);
  return releasedActs(tx, rows);
}

/** What is still undecided of the filings that were given back. */
async function releasedActs(tx: Tx, left: readonly { readonly filing_id: string; readonly moderator_id: string }[]): Promise<Act[]> {
  if (left.length === 0) return [];
  const open = await tx.sql
    .selectFrom('request')
    .select(['tracking_number', 'filing_id'])
    .distinctOn('filing_id')
    .where(
      'filing_id',
      'in',
      left.map(({ filing_id }) => filing_id),
    )
    .where('outcome', 'is', null)
    .where('closed_at', 'is', null)
    .orderBy('filing_id')
    .orderBy('tracking_number')
    .execute();
  return open.flatMap(({ tracking_number, filing_id }): Act[] => {
    const was = left.find((one) => one.filing_id === filing_id);
    return was === undefined ? [] : [{ act: 'request.released', subjects: { request: tracking_number, moderator: was.moderator_id } }];
  });
}
