/** Is the DSA Transparency Database to be told of a removal? Written with the statement of reasons, in the decision's transaction, where the operator has set up a token. */
import {
  type BasisId,
  isFoundMadeUp,
  isOwedToTransparencyDatabase,
  type RemovedMedium,
  type StatementOfReasons,
  transparencyEntry,
} from '@likeness/casework';
import { isExactKind, isFrameKind } from '@likeness/fingerprint';
import { uuid } from '../config/random.ts';
import { addSubmission, reportsTo } from '../outbox/submissions.ts';
import type { RequestRow } from '../store/cases.ts';
import { type Content, fingerprintsOf } from '../store/content.ts';
import type { Tx } from '../store/database.ts';
import type { Engine } from './engine.ts';
import type { Found } from './findings.ts';
import { dayOf, serviceLawOf } from './service-facts.ts';

export interface ReportedStatement {
  readonly platformId: string;
  readonly statementId: string;
  readonly statement: StatementOfReasons;
  /** Null: an address or id that was never screened here. */
  readonly content: Content | null;
  /** Null: a match that nobody asked about. */
  readonly request: RequestRow | null;
  readonly siblings: readonly RequestRow[];
  readonly found: Found;
  /** When it was decided; left out: now. */
  readonly decidedAt?: Date;
}

/** Writes a submission for one statement; nothing where none is owed or no token is set. It is sent once nobody can take the decision back with one button. */
export async function reportRemoval(
  { laws, random, transparency, undoMinutes }: Pick<Engine, 'laws' | 'random' | 'transparency' | 'undoMinutes'>,
  tx: Tx,
  { platformId, statementId, statement, content, request, siblings, found, decidedAt = tx.now }: ReportedStatement,
): Promise<void> {
  if (transparency === null || !reportsTo(transparency, platformId)) return;
  const decidedDay = dayOf(decidedAt);
  const { facts } = await serviceLawOf(tx.sql, platformId);
  if (!isOwedToTransparencyDatabase(laws, facts, decidedDay)) return;
  const filedUnder = request === null ? [] : [request, ...siblings].map(({ basis }): BasisId => basis);
  // Nobody here knows when it was posted: it was there by the day it was screened or asked about.
  const thereBy = content?.screenedAt ?? tx.now;
  const asked = request?.receivedAt ?? tx.now;
  const entry = transparencyEntry(
    {
      statement,
      filedUnder,
      medium: content === null ? 'unknown' : await mediumOf(tx, content),
      isMadeUp: isFoundMadeUp(found),
      contentDay: dayOf(thereBy < asked ? thereBy : asked),
      decidedDay,
    },
    uuid(random),
  );
  const dueAt = new Date(tx.now.getTime() + undoMinutes * 60_000);
  await addSubmission(tx, { platformId, statementId, entry, dueAt });
}

/** By its fingerprints: a checksum alone does not say what it is of. */
export async function mediumOf(tx: Tx, { ref }: Content): Promise<RemovedMedium> {
  const kinds = (await fingerprintsOf(tx.sql, ref)).map(({ kind }) => kind);
  if (kinds.some(isFrameKind)) return 'video';
  return kinds.every(isExactKind) ? 'unknown' : 'image';
}
