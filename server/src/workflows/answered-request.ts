/** What becomes of a request once it is answered, by its own decision or by another's? Its outcome, the places that nobody needs any more, and what she reads. */
import type { Decision, FoundLeft } from '@likeness/casework';
import { foundWith } from '../store/candidates.ts';
import { noteEvent, type RequestRow } from '../store/cases.ts';
import type { Tx } from '../store/database.ts';
import { goneAtOf } from '../store/gone.ts';
import { forgetPlaces } from '../store/places.ts';
import { closeIfRemoved } from './close-removed.ts';

export interface AnswerGiven {
  readonly decision: Decision;
  /** The key of the ground. */
  readonly ground: string;
  /** How many places of the request were not acted on. */
  readonly placesLeft: number;
  /** What was found like hers, was looked at, and stays up. */
  readonly foundLeft: FoundLeft | null;
}

/** Writes the answer into the request, whose contents are linked already. */
export async function answeredRequest(
  tx: Tx,
  request: RequestRow,
  { decision, ground, placesLeft, foundLeft }: AnswerGiven,
): Promise<void> {
  const { trackingNumber } = request;
  const goneAt = await goneAtOf(tx.sql, trackingNumber);
  await tx.sql
    .updateTable('request')
    .set({ outcome: decision, closed_at: decision === 'keep' ? tx.now : null })
    .where('tracking_number', '=', trackingNumber)
    .execute();
  // Referred by its place for somebody else, it waits for that place to be confirmed out of view: until it is closed it is known by nothing else.
  if (decision !== 'refer') await forgetPlaces(tx, [trackingNumber]);
  const actsOnSome = decision === 'remove' || decision === 'restrict';
  const foundToo = actsOnSome ? await foundWith(tx.sql, trackingNumber) : 0;
  const left = {
    ...(actsOnSome && placesLeft > 0 && { placesLeft }),
    ...(actsOnSome && foundLeft !== null && { foundLeft }),
    ...(foundToo > 0 && { foundToo }),
  };
  await noteEvent(tx, request, 'decided', { decision, ground, ...left, ...(goneAt !== null && { goneAt: goneAt.toISOString() }) });
  // Everything may be down and confirmed already: then there is no completion call to wait for.
  if (decision !== 'keep') await closeIfRemoved(tx, { ...request, outcome: decision });
}
