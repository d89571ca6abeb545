/** What would the DSA Transparency Database be told today of a removal whose entry it refused? The same facts, with the laws, corrections and templates of now. */
import {
  alsoGround,
  isOwedToTransparencyDatabase,
  type RemovedMedium,
  type StatementOfReasons,
  statementOfAlso,
  type TransparencyEntry,
  transparencyEntry,
} from '@likeness/casework';
import { requestByNumber, requestsOfFiling } from '../store/cases.ts';
import { type Content, contentsByRef } from '../store/content.ts';
import type { Tx } from '../store/database.ts';
import { matchHold } from '../store/meanwhile.ts';
import { alsoKindOf } from './also-acted-on.ts';
import type { Engine } from './engine.ts';
import { mediumOf } from './report-removal.ts';
import { dayOf, serviceLawOf } from './service-facts.ts';
import { owedMeanwhile, owedOfHold, owedStatement } from './state-reasons.ts';

export type Composing = Pick<Engine, 'laws'>;

/** The entry under the same id; null where no statement is owed any more. What only the refused entry knows, such as that it was found to be made up, is taken from there. */
export async function composedAnew(
  engine: Composing,
  tx: Tx,
  puid: string,
  refused: Partial<TransparencyEntry>,
): Promise<TransparencyEntry | null> {
  const made = await tx.sql
    .selectFrom('submission')
    .innerJoin('statement', 'statement.id', 'submission.statement_id')
    .leftJoin('decision', 'decision.id', 'statement.decision_id')
    .innerJoin('action', 'action.id', 'statement.action_id')
    .select([
      'submission.platform_id',
      'decision.tracking_number',
      'decision.ground',
      'decision.decided_at',
      'decision.moderator_id',
      'statement.made_at',
      'statement.facts',
      'action.tracking_number as restricted_for',
      'action.ref',
      'action.kind',
      'action.ground as ground_beside',
    ])
    .where('submission.puid', '=', puid)
    .executeTakeFirstOrThrow();
  const decidedAt = made.decided_at ?? made.made_at;
  const decidedDay = dayOf(decidedAt);
  const { facts } = await serviceLawOf(tx.sql, made.platform_id);
  if (!isOwedToTransparencyDatabase(engine.laws, facts, decidedDay)) return null;
  const about = made.tracking_number ?? made.restricted_for;
  const request = about === null ? null : await requestByNumber(tx.sql, about);
  const filing = request === null ? [] : await requestsOfFiling(tx.sql, request.filingId);
  const siblings = filing.filter(({ trackingNumber }) => trackingNumber !== request?.trackingNumber);
  const { platform_id: platformId, ground, moderator_id: decidedBy } = made;
  const isAutomatic = ground === null ? made.facts.automation.decision : request === null && decidedBy === null;
  const owed =
    ground !== null
      ? await owedStatement(engine, tx, { platformId, request, siblings, ground, isAutomatic, decidedAt, ref: made.ref })
      : request === null
        ? made.kind === matchHold && made.ref !== null
          ? await owedOfHold(engine, tx, { platformId, ref: made.ref, heldAt: decidedAt })
          : null
        : await owedMeanwhile(engine, tx, { platformId, request, siblings, isAutomatic, restrictedAt: decidedAt });
  const statement = owed === null ? null : statementOfAct(owed, made, request?.basis ?? null);
  if (statement === null) return null;
  const [content] = made.ref === null ? [] : await contentsByRef(tx.sql, [made.ref]);
  return transparencyEntry(
    {
      statement,
      filedUnder: request === null ? [] : [request, ...siblings].map(({ basis }) => basis),
      medium: content === undefined ? mediumSaid(made.ref, refused) : await mediumOf(tx, content),
      isMadeUp: isSaidMadeUp(refused),
      contentDay: firstDay([refused.content_date, decidedDay, ...daysKnown(content, request?.receivedAt)]),
      decidedDay,
    },
    puid,
  );
}

/** Of an act beside the picture the statement of its own; null where its ground is none any more. */
function statementOfAct(
  ofPicture: StatementOfReasons,
  { kind, ground_beside: ground }: { readonly kind: string; readonly ground_beside: string | null },
  basis: Parameters<typeof alsoGround>[1],
): StatementOfReasons | null {
  const beside = alsoKindOf(kind);
  if (beside === null) return ofPicture;
  const act = kind.endsWith('.remove') ? 'remove' : 'restrict';
  const found = alsoGround({ kind: beside, act, ground: ground ?? '' }, basis);
  return found === null ? null : statementOfAlso(ofPicture, found, act);
}

const isSaidMadeUp = ({ category_specification: keywords = [], content_type: types = [] }: Partial<TransparencyEntry>): boolean =>
  keywords.includes('KEYWORD_NON_CONSENSUAL_MATERIAL_DEEPFAKE') || types.includes('CONTENT_TYPE_SYNTHETIC_MEDIA');

/** The upload is forgotten by now, or was never screened here. */
function mediumSaid(ref: string | null, { content_type: types = [] }: Partial<TransparencyEntry>): RemovedMedium {
  if (ref !== null && types.includes('CONTENT_TYPE_VIDEO')) return 'video';
  return ref !== null && types.includes('CONTENT_TYPE_IMAGE') ? 'image' : 'unknown';
}

const daysKnown = (content: Content | undefined, receivedAt: Date | undefined): string[] =>
  [content?.screenedAt, receivedAt].flatMap((at) => (at === undefined ? [] : [dayOf(at)]));

/** A day by which it was there: it may have been screened again since. What is no day counts for nothing. */
function firstDay(days: readonly (string | undefined)[]): string {
  const [first] = days.filter((day) => day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day)).toSorted();
  if (first === undefined) throw new RangeError('a decision has a day');
  return first;
}
