/** What has she filled in and not sent? Kept sealed in her case until a day that she reads there; no service, list, look-up, clock or count knows of it. */
import { type Fields, keepsContact, withoutContact } from '@likeness/web/person';
import type { KeyRing } from '../config/key-ring.ts';
import type { Tx } from '../store/database.ts';
import { isUuid, uuidOf } from '../store/ids.ts';
import type { Engine } from './engine.ts';
import { type CasePlace, inHerCase } from './in-her-case.ts';

/** Our own rule: long enough to ask somebody first, and nothing that she may have forgotten lies about for longer. */
export const draftDays = 30;
const draftMs = draftDays * 24 * 60 * 60 * 1000;

/** Each can be as large as a form. */
export const draftsAtMost = 20;

export type DraftKept = 'kept' | 'too-many' | 'sent-already' | 'ended';

export interface DraftView {
  readonly id: string;
  /** Counted from 1, in the order in which they were kept. */
  readonly which: number;
  /** The fields of the form as she filled them in, without what she confirms and signs. */
  readonly said: Fields;
  readonly keptAt: Date;
  /** Then it goes by itself. */
  readonly until: Date;
}

/**
 * Keeps a form; `id` is the form's own. The same form kept again takes the place of what was kept of it, and its time runs from now; of one that was sent nothing is kept.
 * @throws Problem `case/pin` for the code of a case that has another PIN, `limit/reached` after five tries.
 */
export async function keepDraft(
  engine: Engine,
  where: CasePlace,
  id: string,
  said: Fields,
): Promise<{ readonly outcome: DraftKept; readonly caseId: string | null }> {
  if (!isUuid(id)) throw new RangeError('a form has an id of its own');
  // The table reads one in capitals as the same; what it is sealed under has to be, too.
  const done = await inHerCase(engine, where, (tx, caseId) => keepIn(engine.keys, tx, caseId, id.toLowerCase(), said));
  return done === null ? { outcome: 'ended', caseId: null } : { outcome: done.kept, caseId: done.caseId };
}

async function keepIn(keys: KeyRing, tx: Tx, caseId: string, id: string, said: Fields): Promise<DraftKept> {
  const rows = await tx.sql.selectFrom('draft').select(['id', 'sent_at']).where('case_id', '=', caseId).execute();
  const before = rows.find((row) => row.id === id);
  if (before !== undefined && before.sent_at !== null) return 'sent-already';
  if (before === undefined && rows.filter((row) => row.sent_at === null).length >= draftsAtMost) return 'too-many';
  const kept = { said_sealed: sealed(keys, caseId, id, said), kept_at: tx.now, until: new Date(tx.now.getTime() + draftMs) };
  await tx.sql
    .insertInto('draft')
    .values({ case_id: caseId, id, ...kept, sent_at: null })
    .onConflict((conflict) => conflict.columns(['case_id', 'id']).doUpdateSet(kept))
    .execute();
  return 'kept';
}

/** When this form was sent first; null where it was not, or more than a month ago. */
export async function draftSentAt(tx: Tx, caseId: string, id: string): Promise<Date | null> {
  const row = await tx.sql
    .selectFrom('draft')
    .select('sent_at')
    .where('case_id', '=', caseId)
    .where('id', '=', uuidOf(id))
    .executeTakeFirst();
  return row?.sent_at ?? null;
}

/** Within the transaction that sends the form: nothing is left of what was kept of it, and nothing of it is kept any more, by whichever tab. */
export async function noteDraftSent(tx: Tx, caseId: string, id: string): Promise<void> {
  if (!isUuid(id)) return;
  const sent = { said_sealed: null, kept_at: tx.now, until: new Date(tx.now.getTime() + draftMs), sent_at: tx.now };
  await tx.sql
    .insertInto('draft')
    .values({ case_id: caseId, id, ...sent })
    .onConflict((conflict) =>
      conflict.columns(['case_id', 'id']).doUpdateSet((eb) => ({ ...sent, sent_at: eb.fn.coalesce('draft.sent_at', eb.val(tx.now)) })),
    )
    .execute();
}

/** Deletes one, at once. Of another case, or gone already: nothing happens. Answers whether it was sent before, by whichever tab. */
export async function deleteDraft({ store }: Pick<Engine, 'store'>, caseId: string, id: string): Promise<{ readonly wasSent: boolean }> {
  return store.transact(async (tx) => {
    await tx.sql
      .deleteFrom('draft')
      .where('case_id', '=', caseId)
      .where('id', '=', uuidOf(id))
      // Of one that was sent it stays known: or another tab would keep it once more as if it were not.
      .where('sent_at', 'is', null)
      .execute();
    return { wasSent: (await draftSentAt(tx, caseId, id)) !== null };
  });
}

/** All of a case, oldest first. */
export async function draftsOf({ keys }: Pick<Engine, 'keys'>, tx: Tx, caseId: string): Promise<DraftView[]> {
  const rows = await tx.sql
    .selectFrom('draft')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('until', '>', tx.now)
    .orderBy('kept_at')
    .orderBy('id')
    .execute();
  return rows
    .flatMap(({ id, said_sealed, kept_at, until }) =>
      said_sealed === null ? [] : [{ id, said: opened(keys, caseId, id, said_sealed), keptAt: kept_at, until }],
    )
    .map((draft, index) => ({ ...draft, which: index + 1 }));
}

/** Erases how she can be reached from all of a case. Answers whether it stood in one. */
export async function eraseContactInDrafts({ keys }: Pick<Engine, 'keys'>, tx: Tx, caseId: string): Promise<boolean> {
  const holding = (await draftsOf({ keys }, tx, caseId)).filter(({ said }) => keepsContact(said));
  for (const { id, said } of holding)
    await tx.sql
      .updateTable('draft')
      .set({ said_sealed: sealed(keys, caseId, id, withoutContact(said)) })
      .where('case_id', '=', caseId)
      .where('id', '=', id)
      .execute();
  return holding.length > 0;
}

/** Destroys those whose day has come. */
export async function destroyOldDrafts(tx: Tx): Promise<void> {
  await tx.sql.deleteFrom('draft').where('until', '<=', tx.now).execute();
}

const placeOf = (caseId: string, id: string): Uint8Array => Buffer.from(`draft:${caseId}:${id}`);

function sealed(keys: KeyRing, caseId: string, id: string, said: Fields): Uint8Array {
  return keys.seal('envelope', Buffer.from(JSON.stringify(said)), placeOf(caseId, id));
}

function opened(keys: KeyRing, caseId: string, id: string, bytes: Uint8Array): Fields {
  return JSON.parse(Buffer.from(keys.open('envelope', bytes, placeOf(caseId, id))).toString('utf8'));
}
