/** Is whoever uploaded it to be told why, and what? A statement of reasons for each removal, and each restriction before a decision, that a law asks one for, written with it and handed to the platform with the act. */
import { type BasisId, type StatementOfReasons, statementHeld, statementMeanwhile, statementOf } from '@likeness/casework';
import type { Statement } from '@likeness/contract';
import { uuid } from '../config/random.ts';
import { wasFoundFor } from '../store/candidates.ts';
import { isOfYoungRequest, type RequestRow } from '../store/cases.ts';
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
  /** The upload, where it may be one that the request does not name and that was found by the fingerprints that came with it. */
  readonly ref?: string | null;
  /** When it was decided; left out: now. */
  readonly decidedAt?: Date;
}

/** The statement that is owed for the removals of one decision; null where no law asks for one. */
export async function owedStatement({ laws }: Pick<Engine, 'laws'>, tx: Tx, removal: StatedRemoval): Promise<StatementOfReasons | null> {
  const { platformId, request, siblings, ground, isAutomatic = false, ref = null, decidedAt = tx.now } = removal;
  const isFound = request === null || (ref !== null && (await wasFoundFor(tx.sql, request.trackingNumber, ref)));
  const { facts } = await serviceLawOf(tx.sql, platformId);
  const alsoUnder = siblings.map(({ basis }): BasisId => basis);
  return statementOf(
    laws,
    facts,
    {
      ground,
      decidedAt,
      isAutomatic,
      isFound,
      request:
        request === null
          ? null
          : { basis: request.basis, alsoUnder, isTrusted: request.filer === 'trusted-flagger', isYoung: request.isYoung },
    },
    dayOf(decidedAt),
  );
}

export interface StatedMeanwhile {
  readonly platformId: string;
  readonly request: RequestRow;
  readonly siblings: readonly RequestRow[];
  /** By the operator's rule, and nobody looked. */
  readonly isAutomatic: boolean;
  /** Left out: now. */
  readonly restrictedAt?: Date;
}

/** The statement that is owed for what is restricted before anybody has decided; null where no law asks for one. */
export async function owedMeanwhile(
  { laws }: Pick<Engine, 'laws'>,
  tx: Tx,
  restriction: StatedMeanwhile,
): Promise<StatementOfReasons | null> {
  const { platformId, request, siblings, isAutomatic, restrictedAt = tx.now } = restriction;
  // Of an order nobody is told, and it may be one of the filing's laws alone.
  const filing = [request, ...siblings];
  if (filing.some(({ isYoung, basis }) => isYoung || laws.of(basis).offered === 'by-order')) return null;
  const { facts } = await serviceLawOf(tx.sql, platformId);
  return statementMeanwhile(
    laws,
    facts,
    {
      restrictedAt,
      isAutomatic,
      request: {
        basis: request.basis,
        alsoUnder: siblings.map(({ basis }): BasisId => basis),
        isTrusted: request.filer === 'trusted-flagger',
        isYoung: false,
      },
    },
    dayOf(restrictedAt),
  );
}

/** The statement that is owed for what a match holds before anybody has looked; null where no law asks for one, and of what may show somebody under 18: it could warn whoever has the picture. */
export async function owedOfHold(
  { laws }: Pick<Engine, 'laws'>,
  tx: Tx,
  { platformId, ref, heldAt = tx.now }: { readonly platformId: string; readonly ref: string; readonly heldAt?: Date },
): Promise<StatementOfReasons | null> {
  if (await isOfYoungRequest(tx.sql, ref)) return null;
  const { facts } = await serviceLawOf(tx.sql, platformId);
  return statementHeld(laws, facts, heldAt, dayOf(heldAt));
}

export interface StatedAction {
  readonly platformId: string;
  /** Null: restricted before anybody has decided. */
  readonly decisionId: string | null;
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
