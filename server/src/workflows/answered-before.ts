/** What was answered about a law while another law of the same filing was decided? So that nobody answers it twice; of that filing alone, and of what stands there now. */
import { type BasisId, isBasisId } from '@likeness/casework';
import type { AnsweredBefore } from '@likeness/web/moderator';
import type { RequestRow } from '../store/cases.ts';
import type { Db } from '../store/database.ts';
import type { Engine } from './engine.ts';
import { answeredBeside } from './findings.ts';

/**
 * By law, of the open requests of a filing; `mark` is of what the page shows. A decision that was reversed tells nothing any more, and where a request was answered itself
 * and is open again, somebody is to look with fresh eyes.
 */
export async function answeredBefore(
  { keys, laws }: Pick<Engine, 'keys' | 'laws'>,
  db: Db,
  filing: readonly Pick<RequestRow, 'trackingNumber' | 'basis' | 'outcome' | 'closedAt'>[],
  mark: string,
): Promise<ReadonlyMap<BasisId, AnsweredBefore>> {
  const open = filing.filter(({ outcome, closedAt }) => outcome === null && closedAt === null);
  if (open.length === 0 || open.length === filing.length) return new Map();
  const decisions = await db
    .selectFrom('decision')
    .innerJoin('moderator', 'moderator.id', 'decision.moderator_id')
    .leftJoin('moderator as second', 'second.id', 'decision.seconded_by')
    .select([
      'decision.id',
      'decision.tracking_number',
      'decision.decided_at',
      'decision.reversed_at',
      'decision.findings_sealed',
      'moderator.name',
      'second.name as second_name',
    ])
    .where(
      'decision.tracking_number',
      'in',
      filing.map(({ trackingNumber }) => trackingNumber),
    )
    .orderBy('decision.decided_at', 'desc')
    .execute();
  const before = new Map<BasisId, AnsweredBefore>();
  for (const { trackingNumber, basis } of open) {
    if (!isBasisId(basis) || decisions.some((one) => one.tracking_number === trackingNumber)) continue;
    for (const one of decisions) {
      const beside = one.reversed_at === null ? answeredBeside(keys, laws, one.id, one.findings_sealed) : null;
      const answers = beside?.found[basis];
      if (beside === null || answers === undefined || Object.keys(answers).length === 0) continue;
      before.set(basis, {
        by: one.name,
        agreedBy: one.second_name,
        at: one.decided_at,
        trackingNumber: one.tracking_number ?? '',
        answers,
        isOfThis: beside.shown === mark,
      });
      break;
    }
  }
  return before;
}
