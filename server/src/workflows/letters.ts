/** What does she write to services elsewhere, and what became of it? Kept sealed in her case until she ends it; nothing is sent from here. */
import {
  caseworkIn,
  type Language,
  type Letter,
  type LetterAnswers,
  type LetterStanding,
  lawsIn,
  letterStanding,
  lettersFor,
} from '@likeness/casework';
import type { KeyRing } from '../config/key-ring.ts';
import { uuid } from '../config/random.ts';
import type { Tx } from '../store/database.ts';
import { uuidOf } from '../store/ids.ts';
import type { Engine } from './engine.ts';
import { type CasePlace, inHerCase } from './in-her-case.ts';
import { dayOf } from './service-facts.ts';

/** What one page shows. */
export const lettersAtMost = 50;

export type LetterKept =
  | { readonly outcome: 'kept'; readonly caseId: string; readonly id: string }
  | { readonly outcome: 'too-many' | 'sent-already' | 'ended' };

/**
 * Keeps a letter; `id` names one that is written again, which works until it was sent. The same text again is the same letter: a retry makes no second one.
 * @throws Problem `case/pin` for the code of a case that has another PIN, `limit/reached` after five tries.
 */
export async function keepLetter(engine: Engine, where: CasePlace, asked: LetterAnswers, id: string | null): Promise<LetterKept> {
  const done = await inHerCase(engine, where, (tx, caseId) => keepIn(engine, tx, caseId, asked, id));
  return done?.kept ?? { outcome: 'ended' };
}

async function keepIn(engine: Engine, tx: Tx, caseId: string, asked: LetterAnswers, id: string | null): Promise<LetterKept> {
  const rows = await rowsOf(engine.keys, tx, caseId);
  const same = rows.find((row) => JSON.stringify(row.asked) === JSON.stringify(asked));
  if (same !== undefined) return { outcome: 'kept', caseId, id: same.id };
  const earlier = id === null ? undefined : rows.find((row) => row.id === id);
  if (earlier !== undefined) {
    if (earlier.sentAt !== null) return { outcome: 'sent-already' };
    await tx.sql
      .updateTable('letter')
      .set({ asked_sealed: sealed(engine.keys, earlier.id, asked), noted_at: tx.now })
      .where('id', '=', earlier.id)
      .execute();
    return { outcome: 'kept', caseId, id: earlier.id };
  }
  if (rows.length >= lettersAtMost) return { outcome: 'too-many' };
  const made = uuid(engine.random);
  await tx.sql
    .insertInto('letter')
    .values({
      id: made,
      case_id: caseId,
      asked_sealed: sealed(engine.keys, made, asked),
      made_at: tx.now,
      sent_at: null,
      outcome: null,
      noted_at: tx.now,
    })
    .execute();
  return { outcome: 'kept', caseId, id: made };
}

const placeOf = (id: string): Uint8Array => Buffer.from(`letter:${id}`);

function sealed(keys: KeyRing, id: string, asked: LetterAnswers): Uint8Array {
  return keys.seal('envelope', Buffer.from(JSON.stringify(asked)), placeOf(id));
}

interface LetterRow {
  readonly id: string;
  readonly asked: LetterAnswers;
  readonly madeAt: Date;
  readonly sentAt: Date | null;
  readonly outcome: 'gone' | 'refused' | null;
}

async function rowsOf(keys: KeyRing, tx: Tx, caseId: string): Promise<LetterRow[]> {
  const rows = await tx.sql.selectFrom('letter').selectAll().where('case_id', '=', caseId).orderBy('made_at').orderBy('id').execute();
  return rows.map((row) => {
    const asked: LetterAnswers = JSON.parse(Buffer.from(keys.open('envelope', row.asked_sealed, placeOf(row.id))).toString('utf8'));
    return { id: row.id, asked, madeAt: row.made_at, sentAt: row.sent_at, outcome: row.outcome };
  });
}

export interface LetterView extends LetterRow {
  /** Counted from 1. */
  readonly which: number;
  /** The documents that it is made of. */
  readonly letters: readonly Letter[];
  readonly standing: LetterStanding;
}

/** Every letter of a case, oldest first, with what she reads of each in her language. */
export async function lettersOf(
  { keys, laws }: Pick<Engine, 'keys' | 'laws'>,
  tx: Tx,
  caseId: string,
  language: Language,
): Promise<LetterView[]> {
  const inHers = lawsIn(laws, language);
  return (await rowsOf(keys, tx, caseId)).map((row, index) => {
    const letters = lettersFor(laws, row.asked, dayOf(row.madeAt), language);
    const bases = [...new Set(letters.flatMap((letter) => letter.bases))].map((id) => inHers.of(id));
    return { ...row, which: index + 1, letters, standing: letterStanding(bases, row, tx.now, caseworkIn(language), row.asked.serviceId) };
  });
}

/** What she notes about one of hers. Answers whether there is such a letter. */
export async function noteLetter(
  { store }: Pick<Engine, 'store'>,
  caseId: string,
  letterId: string,
  note: 'sent' | 'gone' | 'refused' | 'deleted',
): Promise<boolean> {
  return store.transact(async (tx) => {
    const row = await tx.sql
      .selectFrom('letter')
      .select(['id', 'sent_at'])
      .where('id', '=', uuidOf(letterId))
      .where('case_id', '=', caseId)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) return false;
    if (note === 'deleted') await tx.sql.deleteFrom('letter').where('id', '=', row.id).execute();
    else
      await tx.sql
        .updateTable('letter')
        .set({ sent_at: row.sent_at ?? tx.now, outcome: note === 'sent' ? null : note, noted_at: tx.now })
        .where('id', '=', row.id)
        .execute();
    return true;
  });
}

/** Erases how she can be reached from every letter of the case. Answers whether it stood in one. */
export async function eraseContactInLetters({ keys }: Pick<Engine, 'keys'>, tx: Tx, caseId: string): Promise<boolean> {
  let isErased = false;
  for (const { id, asked } of await rowsOf(keys, tx, caseId)) {
    const { contact, ...answers } = asked.answers;
    if (contact === undefined) continue;
    await tx.sql
      .updateTable('letter')
      .set({ asked_sealed: sealed(keys, id, { ...asked, answers }) })
      .where('id', '=', id)
      .execute();
    isErased = true;
  }
  return isErased;
}
