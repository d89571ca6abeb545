/**
 * What does a moderator do who cannot decide yet? She asks whoever filed, from a closed list; and has what the request exactly names kept from being seen meanwhile.
 * Neither is a decision: no clock stands still, silence decides nothing, and what was restricted is given back when the request ends without a removal.
 */
import { caseworkIn, type QuestionKey, questionOf, questionSentence, questionsFor, stateOf } from '@likeness/casework';
import type { FeedData } from '@likeness/contract';
import { record } from '../ledger/record.ts';
import { type Announcement, announce } from '../outbox/feed.ts';
import { contentRefsOf, eventsOf, lockFiling, noteEvent, type RequestRow } from '../store/cases.ts';
import type { Db } from '../store/database.ts';
import { isOpen } from './amend-request.ts';
import type { Engine } from './engine.ts';
import { restrictNow } from './restrict-meanwhile.ts';

export interface AskedForMore {
  readonly trackingNumber: string;
  readonly questions: readonly QuestionKey[];
  /** What the request exactly names is to be kept from being seen until it is decided. */
  readonly isRestricted: boolean;
  readonly moderatorId: string;
}

/** `nothing`: nothing was asked for that is not so already. `closed`: it is decided, withdrawn or gone meanwhile. */
export type AskOutcome = 'done' | 'nothing' | 'closed';

/** Asks, under every law that the filing is open under; what waits for an answer already is not asked again. @throws RangeError for a question that this filer is not asked. */
export async function askForMore(
  engine: Engine,
  { trackingNumber, questions, isRestricted, moderatorId }: AskedForMore,
): Promise<AskOutcome> {
  return engine.store.transact(async (tx) => {
    const filing = (await lockFiling(tx, trackingNumber)).filter(isOpen);
    const request = filing.find((one) => one.trackingNumber === trackingNumber);
    if (request === undefined) return 'closed';
    const open = await openQuestionsOf(tx.sql, request);
    const asked = [...new Set(questions)].filter((key) => !open.includes(key));
    const may = questionsFor(request.filer).map(({ key }) => key);
    if (asked.some((key) => !may.includes(key))) throw new RangeError('this is not asked of whoever filed');
    const restricted = isRestricted ? await restrictNow(engine, tx, request, await contentRefsOf(tx.sql, trackingNumber), moderatorId) : [];
    if (asked.length === 0 && restricted.length === 0) return 'nothing';
    if (asked.length > 0) for (const one of filing) await noteEvent(tx, one, 'asked', { questions: asked });
    await announce(tx, engine.queue, engine.random, [...restricted, ...(asked.length === 0 ? [] : [wordToPlatform(request, asked)])]);
    await record(
      tx,
      ...(asked.length === 0
        ? []
        : [{ act: 'request.asked' as const, subjects: { request: trackingNumber, moderator: moderatorId, questions: asked.join(' ') } }]),
      ...(restricted.length === 0
        ? []
        : [
            {
              act: 'request.restricted' as const,
              subjects: { request: trackingNumber, uploads: restricted.length, moderator: moderatorId },
            },
          ]),
    );
    return 'done';
  });
}

/** What whoever filed was asked and has not answered. */
export async function openQuestionsOf(db: Db, request: Pick<RequestRow, 'caseId' | 'trackingNumber'>): Promise<readonly QuestionKey[]> {
  return stateOf(await eventsOf(db, request)).asked?.questions ?? [];
}

/** The questions as a service passes them on to whoever filed through its own form. */
export function questionsTold(keys: readonly QuestionKey[]): NonNullable<FeedData['questions']> {
  const words = caseworkIn('en');
  return keys.map((key) => ({ key, sentence: questionSentence(key, words), pointers: [...questionOf(key).pointers] }));
}

function wordToPlatform({ platformId, trackingNumber, dueAt }: RequestRow, asked: readonly QuestionKey[]): Announcement {
  return {
    platformId,
    type: 'request.asked',
    data: { trackingNumber, dueAt: dueAt.toISOString(), questions: questionsTold(asked), reason: askedReason },
  };
}

const askedReason =
  'A moderator wants to know more before deciding. Pass the questions on to whoever filed through your own form. No time stands still meanwhile.';
