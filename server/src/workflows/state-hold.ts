/** What is whoever uploaded something told when a match holds it that could be seen? An act of its own, a statement of reasons where a law asks for one, and what the public register is told of it. */
import type { Statement } from '@likeness/contract';
import { uuid } from '../config/random.ts';
import type { Content } from '../store/content.ts';
import type { Tx } from '../store/database.ts';
import { matchHold, sinceRestricted } from '../store/meanwhile.ts';
import type { Engine } from './engine.ts';
import { reportRemoval } from './report-removal.ts';
import { owedOfHold, stateReasons } from './state-reasons.ts';

export type Telling = Pick<Engine, 'queue' | 'random' | 'laws' | 'transparency' | 'undoMinutes'>;

/** What `content.hold` says of it. */
export interface ToldOfHold {
  readonly actionId: string;
  readonly statement?: Statement;
}

/** Writes the act, which can be complained about, and its statement (Regulation (EU) 2022/2065, Articles 17(1)(a) and 20(1)). */
export async function stateHold(engine: Telling, tx: Tx, content: Content): Promise<ToldOfHold> {
  const { platformId, contentId, ref } = content;
  const actionId = uuid(engine.random);
  await tx.sql
    .insertInto('action')
    .values({
      id: actionId,
      platform_id: platformId,
      decision_id: null,
      kind: matchHold,
      content_id: contentId,
      ref,
      opened_at: tx.now,
      completed_at: null,
      completed: null,
    })
    .execute();
  const owed = await owedOfHold(engine, tx, { platformId, ref });
  if (owed === null) return { actionId };
  const statement = await stateReasons(engine, tx, { platformId, decisionId: null, actionId }, owed);
  const { id: statementId } = statement;
  await reportRemoval(engine, tx, { platformId, statementId, statement: owed, content, request: null, siblings: [], found: {} });
  return { actionId, statement };
}

/** What was told when this upload was held and nothing has ended since; null where nothing was. */
export async function holdStated(tx: Tx, ref: string): Promise<ToldOfHold | null> {
  const row = await tx.sql
    .selectFrom('action')
    .leftJoin('statement', 'statement.action_id', 'action.id')
    .select(['action.id', 'statement.id as statement_id', 'statement.facts'])
    .where('action.ref', '=', ref)
    .where('action.kind', '=', matchHold)
    .where('action.taken_back_at', 'is', null)
    .where('action.gone_at', 'is', null)
    .orderBy('action.opened_at', 'desc')
    .orderBy('action.place', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined || (await sinceRestricted(tx.sql, row.id)).kind !== 'stands') return null;
  const { id: actionId, statement_id: id, facts } = row;
  return id === null || facts === null ? { actionId } : { actionId, statement: { id, ...facts } };
}
