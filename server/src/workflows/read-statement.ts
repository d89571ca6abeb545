/** What does an uploader read at the address of a statement of reasons? The statement, what became of it, and of the complaint. */
import {
  type ComplaintOutcome,
  caseworkIn,
  complaintAnswer,
  complaintUntil,
  type Language,
  type StatementOfReasons,
  statementIn,
} from '@likeness/casework';
import { statementBehind, statementSecret } from '../outbox/statement-address.ts';
import type { Tx } from '../store/database.ts';
import { matchHold, sinceRestricted } from '../store/meanwhile.ts';
import { isOfReferred } from '../store/referrals.ts';
import { sinceStated } from '../store/since-stated.ts';
import { complainedOf } from './complain.ts';
import type { Engine } from './engine.ts';

export interface StatementView {
  readonly statementId: string;
  readonly actionId: string;
  readonly serviceName: string;
  /** What the service calls the upload; an address where that is all we know. */
  readonly contentId: string;
  readonly madeAt: Date;
  readonly facts: StatementOfReasons;
  /** The decision was taken back. */
  readonly isTakenBack: boolean;
  /** And everybody sees it again: nothing else wants it down. */
  readonly isShownAgain: boolean;
  /** Something else was done to the upload since, and stands: opens the reasons that were told for that. They are of the same upload, so they went to the same hands. */
  readonly newerSecret: string | null;
  /** Of what was restricted before a decision: it was removed by one since, and a complaint is about that. */
  readonly isRemovedSince: boolean;
  /** The same, and the decision left it up for fewer people. */
  readonly isLimitedSince: boolean;
  /** Null once it is over, or there is a complaint. */
  /** Which reasons can be given. */
  readonly complainedOf: 'taken-away' | 'taken-away-for-copyright';
  readonly mayComplainUntil: Date | null;
  readonly complaint: {
    readonly filedAt: Date;
    readonly outcome: ComplaintOutcome | null;
    readonly decidedAt: Date | null;
    /** Why, from a template. */
    readonly answer: string | null;
  } | null;
}

/** The statement behind an address or its secret, as it reads in this language; null for one that opens nothing. */
export async function readStatement(engine: Engine, secret: string, language: Language = 'en'): Promise<StatementView | null> {
  const statementId = statementBehind(engine.keys, secret);
  if (statementId === null) return null;
  return engine.store.transact(async (tx) => {
    const row = await tx.sql
      .selectFrom('statement')
      .innerJoin('action', 'action.id', 'statement.action_id')
      .leftJoin('decision', 'decision.id', 'statement.decision_id')
      .innerJoin('platform', 'platform.id', 'statement.platform_id')
      .select([
        'statement.id',
        'statement.facts',
        'statement.made_at',
        'action.id as action_id',
        'action.content_id',
        'action.ref',
        'action.kind',
        'action.platform_id',
        'action.taken_back_at',
      ])
      .select(['decision.reversed_at', 'decision.decided_at', 'platform.name'])
      .where('statement.id', '=', statementId)
      .executeTakeFirst();
    if (row === undefined) return null;
    const since = row.decided_at === null ? await sinceRestricted(tx.sql, row.action_id) : null;
    const came = await sinceStated(tx.sql, row.action_id);
    const decided = since?.kind === 'removed' || since?.kind === 'limited' ? since : null;
    // What nobody is told of, such as an order or a referral: this page says nothing of it, and takes nothing more.
    const { kind, platform_id: platformId, ref, content_id: contentId } = row;
    const isReferred = await isOfReferred(tx.sql, { kind, platformId, ref, contentId });
    const isQuiet = isReferred || (decided !== null && came.kind !== 'newer');
    const removed = isQuiet ? null : decided;
    const current = await complaintAgainst(tx, removed?.actionId ?? row.action_id);
    const complaint = current ?? (await complaintMadeHere(tx, row.action_id));
    const isShownAgain = came.kind === 'shown';
    // A restriction that was too little for whoever asked stays until it is decided anew.
    const isLimit = row.facts.restriction.visibility !== undefined;
    const isTakenBack = since === null ? row.taken_back_at !== null || (row.reversed_at !== null && !isLimit) : since.kind === 'over';
    const until = complaintUntil(removed?.decidedAt ?? row.made_at);
    const mayComplain = current === undefined && !isTakenBack && row.reversed_at === null && !isQuiet && tx.now <= until;
    return {
      statementId: row.id,
      actionId: row.action_id,
      serviceName: row.name,
      contentId: row.content_id,
      madeAt: row.made_at,
      facts: statementIn(caseworkIn(language), row.facts),
      isTakenBack,
      isShownAgain,
      newerSecret: came.kind === 'newer' ? statementSecret(engine.keys, came.statementId) : null,
      isRemovedSince: removed !== null,
      isLimitedSince: removed?.kind === 'limited',
      mayComplainUntil: mayComplain ? until : null,
      complainedOf: await complainedOf(tx, removed?.actionId ?? row.action_id),
      complaint:
        complaint === undefined
          ? null
          : {
              filedAt: complaint.filed_at,
              outcome: complaint.outcome,
              decidedAt: complaint.decided_at,
              answer:
                complaint.outcome === null || complaint.ground === null
                  ? null
                  : complaintAnswer(caseworkIn(language), {
                      by: 'uploader',
                      outcome: complaint.outcome,
                      key: complaint.ground,
                      isMeanwhile: complaint.decision_id === null,
                      isHeld: complaint.act === matchHold,
                      isShownAgain,
                    }),
            },
    };
  });
}

const complaints = (tx: Tx) =>
  tx.sql
    .selectFrom('complaint')
    .innerJoin('action as acted', 'acted.id', 'complaint.action_id')
    .select(['complaint.filed_at', 'complaint.outcome', 'complaint.ground', 'complaint.decided_at', 'complaint.decision_id'])
    .select('acted.kind as act')
    .where('complaint.complainant', '=', 'uploader');

const complaintAgainst = (tx: Tx, actionId: string) => complaints(tx).where('complaint.action_id', '=', actionId).executeTakeFirst();

/**
 * The last complaint that came in at the address of this act's statement. One about what was hidden before a decision went on against the decision that
 * followed, and is answered here also when that one is taken back or another has taken its place; one about an act that a decision repeated is about that decision.
 */
function complaintMadeHere(tx: Tx, actionId: string) {
  return complaints(tx)
    .innerJoin('action as against', 'against.id', 'complaint.action_id')
    .innerJoin('action as stated', (join) => join.onRef('stated.ref', '=', 'against.ref').on('stated.id', '=', actionId))
    .where((eb) => eb.or([eb('against.kind', 'like', 'content.%'), eb('against.id', '=', eb.ref('stated.id'))]))
    .where((eb) => eb.or([eb('stated.kind', 'like', 'content.%'), eb('stated.kind', '=', matchHold)]))
    .whereRef('against.opened_at', '>=', 'stated.opened_at')
    .where((eb) => eb.or([eb('stated.decision_id', 'is', null), eb('stated.decision_id', '=', eb.ref('against.decision_id'))]))
    .orderBy('complaint.filed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}
