/** Is whoever uploaded it to be told why, and what? A statement of reasons for each removal that a law asks one for, written with the decision and handed to the platform with the act. */
import { type BasisId, type StatementOfReasons, statementOf } from '@likeness/casework';
import type { Statement } from '@likeness/contract';
import { uuid } from '../config/random.ts';
import type { RequestRow } from '../store/cases.ts';
import type { Tx } from '../store/database.ts';
import type { Engine } from './engine.ts';
import { dayOf, serviceLawOf } from './service-facts.ts';

export interface StatedRemoval {
  readonly platformId: string;
  /** Null: a match that nobody asked about. */
  readonly request: RequestRow | null;
  /** The others of its filing, each under another law. */
  readonly siblings: readonly RequestRow[];
  readonly ground: string;
  readonly isAutomatic?: boolean;
}

/** The statement that is owed for the removals of one decision; null where no law asks for one. */
export async function owedStatement({ laws }: Pick<Engine, 'laws'>, tx: Tx, removal: StatedRemoval): Promise<StatementOfReasons | null> {
  const { platformId, request, siblings, ground, isAutomatic = false } = removal;
  const { facts } = await serviceLawOf(tx.sql, platformId);
  const alsoUnder = siblings.map(({ basis }): BasisId => basis);
  return statementOf(
    laws,
    facts,
    {
      ground,
      decidedAt: tx.now,
      isAutomatic,
      request:
        request === null
          ? null
          : { basis: request.basis, alsoUnder, isTrusted: request.filer === 'trusted-flagger', isYoung: request.isYoung },
    },
    dayOf(tx.now),
  );
}

export interface StatedAction {
  readonly platformId: string;
  readonly decisionId: string;
  readonly actionId: string;
}

/** Writes one for an act; answers it as the platform is told, without its address. */
export async function stateReasons(
  { random }: Pick<Engine, 'random'>,
  tx: Tx,
  action: StatedAction,
  facts: StatementOfReasons,
): Promise<Statement> {
  const id = uuid(random);
  const { platformId: platform_id, decisionId: decision_id, actionId: action_id } = action;
  await tx.sql
    .insertInto('statement')
    .values({ id, platform_id, decision_id, action_id, facts: JSON.stringify(facts), made_at: tx.now })
    .execute();
  return { id, ...facts };
}
