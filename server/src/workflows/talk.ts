/**
 * What do she and a helper write to each other? Kept sealed in her case until she deletes it, ends her case, or comes back no more. Only people of the role
 * `helper` read it: whoever decides about requests may not, and is refused here, not only at the door.
 */
import { Problem } from '@likeness/contract';
import { sql } from 'kysely';
import { requireMay } from '../access/roles.ts';
import { reserveTurn } from '../access/throttle.ts';
import type { KeyRing } from '../config/key-ring.ts';
import { uuid } from '../config/random.ts';
import { record } from '../ledger/record.ts';
import type { Db, Tx } from '../store/database.ts';
import { uuidOf } from '../store/ids.ts';
import type { Engine } from './engine.ts';

/** Longest message, in characters. */
export const talkTextAtMost = 4000;
/** As many as one side sends within 24 hours; hers are counted apart from what is kept of them, so that erasing a talk begins no new day. */
const aDay = 40;
const dayMs = 24 * 60 * 60 * 1000;

export interface TalkMessage {
  readonly by: 'person' | 'helper';
  readonly at: Date;
  readonly text: string;
}

export interface Talk {
  readonly talkId: string;
  /** Oldest first. */
  readonly messages: readonly TalkMessage[];
  /** Whether a helper wrote something since she last looked. */
  readonly hasAnswer: boolean;
}

const placeOf = (id: string): Uint8Array => Buffer.from(`talk-message:${id}`);

async function messagesOf(keys: KeyRing, tx: Tx, talkId: string): Promise<TalkMessage[]> {
  const rows = await tx.sql.selectFrom('talk_message').selectAll().where('talk_id', '=', talkId).orderBy('at').orderBy('id').execute();
  return rows.map((row) => ({
    by: row.by_helper ? 'helper' : 'person',
    at: row.at,
    text: Buffer.from(keys.open('envelope', row.text_sealed, placeOf(row.id))).toString('utf8'),
  }));
}

/** What was written in a case; null when nothing was. */
export async function talkOf({ keys }: Pick<Engine, 'keys'>, tx: Tx, caseId: string): Promise<Talk | null> {
  const row = await tx.sql.selectFrom('talk').selectAll().where('case_id', '=', caseId).executeTakeFirst();
  if (row === undefined) return null;
  const messages = await messagesOf(keys, tx, row.id);
  const hasAnswer = messages.some(({ by, at }) => by === 'helper' && (row.person_read_at === null || at > row.person_read_at));
  return { talkId: row.id, messages, hasAnswer };
}

/** She has seen all that was written until now. */
export async function noteSeenByHer({ store }: Pick<Engine, 'store'>, caseId: string): Promise<void> {
  await store.transact((tx) => tx.sql.updateTable('talk').set({ person_read_at: tx.now }).where('case_id', '=', caseId).execute());
}

/** `too-many`: so many were sent within a day that this one waits. */
export type Written = 'sent' | 'too-many';

/** She writes. The same text again, while nobody has answered, is the same message: a retry makes no second one. */
export async function writeToHelper(engine: Engine, caseId: string, text: string): Promise<Written> {
  return engine.store.transact(async (tx) => {
    await tx.sql.selectFrom('case_file').select('id').where('id', '=', caseId).forNoKeyUpdate().execute();
    const talk = await tx.sql.selectFrom('talk').select('id').where('case_id', '=', caseId).executeTakeFirst();
    if (talk !== undefined && isSaid(await messagesOf(engine.keys, tx, talk.id), 'person', text)) return 'sent';
    if (!(await isWithinHerDay(engine, tx, caseId))) return 'too-many';
    const id = talk?.id ?? uuid(engine.random);
    if (talk === undefined)
      await tx.sql
        .insertInto('talk')
        .values({ id, case_id: caseId, opened_at: tx.now, changed_at: tx.now, person_read_at: null, waits_since: null })
        .execute();
    await add(engine, tx, id, 'person', text, null);
    return 'sent';
  });
}

/** Counts this message of hers, unless so many were counted within a day: by a MAC of the case, which is kept for that day and says nothing of what was written. */
async function isWithinHerDay({ keys }: Pick<Engine, 'keys'>, tx: Tx, caseId: string): Promise<boolean> {
  const herDay = { attempts: aDay, withinMs: dayMs, together: Number.MAX_SAFE_INTEGER, turnMs: 0 };
  try {
    await reserveTurn(tx, keys, `talk:${caseId}`, { session: caseId }, herDay);
    return true;
  } catch (error) {
    if (error instanceof Problem && error.code === 'limit/reached') return false;
    throw error;
  }
}

const isSaid = (messages: readonly TalkMessage[], by: TalkMessage['by'], text: string): boolean =>
  messages.at(-1)?.by === by && messages.at(-1)?.text === text;

/** Erases all that was written in a case, at once. Answers whether there was something. */
export async function deleteTalk({ store }: Pick<Engine, 'store'>, caseId: string): Promise<boolean> {
  return store.transact(async (tx) => {
    const gone = await tx.sql.deleteFrom('talk').where('case_id', '=', caseId).returning('id').executeTakeFirst();
    if (gone !== undefined) await record(tx, { act: 'talk.deleted', subjects: { talk: gone.id } });
    return gone !== undefined;
  });
}

async function add(
  { keys, random }: Engine,
  tx: Tx,
  talkId: string,
  by: TalkMessage['by'],
  text: string,
  moderatorId: string | null,
): Promise<void> {
  const id = uuid(random);
  await tx.sql
    .insertInto('talk_message')
    .values({
      id,
      talk_id: talkId,
      by_helper: by === 'helper',
      moderator_id: moderatorId,
      text_sealed: keys.seal('envelope', Buffer.from(text), placeOf(id)),
      at: tx.now,
    })
    .execute();
  await tx.sql
    .updateTable('talk')
    .set((eb) => ({ changed_at: tx.now, waits_since: by === 'helper' ? null : eb.fn.coalesce('waits_since', eb.val(tx.now)) }))
    .where('id', '=', talkId)
    .execute();
  await record(tx, {
    act: by === 'helper' ? 'talk.answered' : 'talk.written',
    subjects: { talk: talkId, ...(moderatorId === null ? {} : { by: moderatorId }) },
  });
}

/** One line of the helpers' list; nothing in it tells who she is. */
export interface TalkRow {
  readonly talkId: string;
  readonly openedAt: Date;
  readonly changedAt: Date;
  /** Since when she waits for an answer; null when a helper wrote last. */
  readonly waitsSince: Date | null;
  readonly messageCount: number;
}

/** Shown at once; whoever waits comes first. */
export const talksAtMost = 100;

/** All talks, who has waited longest first, then those written in last. Problem `console/not-allowed` for anyone but a helper. */
export async function talksForHelpers(db: Db, moderatorId: string): Promise<readonly TalkRow[]> {
  await requireMay(db, moderatorId, 'talk-with-people');
  const { rows } = await sql<TalkRow>`
    select talk.id as "talkId", talk.opened_at as "openedAt", talk.changed_at as "changedAt", talk.waits_since as "waitsSince",
           (select count(*)::int from talk_message where talk_message.talk_id = talk.id) as "messageCount"
    from talk order by talk.waits_since nulls last, talk.changed_at desc, talk.id limit ${talksAtMost}`.execute(db);
  return rows;
}

/** One talk as a helper reads it; noted in the ledger. Null when it is gone. Problem `console/not-allowed` for anyone but a helper. */
export async function readAsHelper({ store, keys }: Engine, moderatorId: string, talkId: string): Promise<readonly TalkMessage[] | null> {
  return store.transact(async (tx) => {
    await requireMay(tx.sql, moderatorId, 'talk-with-people');
    const row = await tx.sql.selectFrom('talk').select('id').where('id', '=', uuidOf(talkId)).executeTakeFirst();
    if (row === undefined) return null;
    const messages = await messagesOf(keys, tx, row.id);
    await record(tx, { act: 'talk.read', subjects: { talk: row.id, by: moderatorId } });
    return messages;
  });
}

/** `overtaken`: somebody else answered since the page was opened, and hers was not sent. `gone`: whoever wrote erased it, or her case ended. */
export type Answered = Written | 'overtaken' | 'gone';

/** How many of these are answers: what a page of the console says that it has shown. */
export const answersIn = (messages: readonly Pick<TalkMessage, 'by'>[]): number => messages.filter(({ by }) => by === 'helper').length;

/** A helper answers, on a page that showed so many answers. @throws Problem `route/unknown` when the talk is gone, `console/not-allowed` for anyone but a helper. */
export async function answerAsHelper(
  engine: Engine,
  moderatorId: string,
  talkId: string,
  text: string,
  answersShown: number,
): Promise<Answered> {
  return engine.store.transact(async (tx) => {
    await requireMay(tx.sql, moderatorId, 'talk-with-people');
    const row = await tx.sql.selectFrom('talk').select('id').where('id', '=', uuidOf(talkId)).forUpdate().executeTakeFirst();
    if (row === undefined) return 'gone';
    const messages = await messagesOf(engine.keys, tx, row.id);
    // The same words once more are a retry of what is there, and stay that.
    if (isSaid(messages, 'helper', text)) return 'sent';
    if (answersIn(messages) > answersShown) return 'overtaken';
    if (messages.filter((one) => one.by === 'helper' && one.at.getTime() > tx.now.getTime() - dayMs).length >= aDay) return 'too-many';
    await add(engine, tx, row.id, 'helper', text, moderatorId);
    return 'sent';
  });
}
