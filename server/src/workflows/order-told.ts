/** Is whoever uploaded it to be told that an authority ordered it? The service tells them (Regulation (EU) 2022/2065, Article 9(5)), unless the order forbids it. */
import { binds, uploaderIsNotToBeTold } from '@likeness/casework';
import { openAnswers, type RequestRow } from '../store/cases.ts';
import type { Tx } from '../store/database.ts';
import type { Engine } from './engine.ts';
import { dayOf, serviceLawOf } from './service-facts.ts';

/** What an act for an order says of it; nothing where no order asked, where the person in it may have been under 18, or where that law does not bind the service. */
export async function toldOfOrder(
  { laws, keys }: Pick<Engine, 'laws' | 'keys'>,
  tx: Tx,
  request: RequestRow | null,
): Promise<{ readonly tellUploader?: boolean }> {
  if (request === null || request.basis !== 'authority-order') return {};
  if (request.isYoung) return { tellUploader: false };
  const answers = openAnswers(keys, request);
  // What the order said is erased: then nobody can say that it may be told.
  if (answers === null) return {};
  if (uploaderIsNotToBeTold(answers)) return { tellUploader: false };
  const { facts } = await serviceLawOf(tx.sql, request.platformId);
  return binds(laws.of('digital-services-act'), facts, dayOf(tx.now)) ? { tellUploader: true } : {};
}
