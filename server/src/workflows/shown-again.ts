/** What of a granted request is shown again, for whoever posted it complained and was right, while the decision stands for the rest? */
import type { ShownAgain } from '@likeness/casework';
import { plainAddress } from '../store/address.ts';
import type { RequestRow, SealedAnswers } from '../store/cases.ts';
import { contentsByRef } from '../store/content.ts';
import type { Tx } from '../store/database.ts';
import { sinceStated } from '../store/since-stated.ts';

/** In the words in which the places were given; of what somebody at the service had found, how much. Null where there is nothing, or something else keeps it from view. */
export async function shownAgainOf(
  tx: Tx,
  filing: readonly RequestRow[],
  { contentIds = [], locations = [] }: Pick<SealedAnswers, 'contentIds' | 'locations'>,
): Promise<ShownAgain | null> {
  const taken = await tx.sql
    .selectFrom('action')
    .innerJoin('decision', 'decision.id', 'action.decision_id')
    .select(['action.id', 'action.ref', 'action.content_id'])
    .where(
      'decision.tracking_number',
      'in',
      filing.map(({ trackingNumber }) => trackingNumber),
    )
    .where('decision.reversed_at', 'is', null)
    .where((eb) => eb.or([eb('action.kind', '=', 'content.remove'), eb('action.visibility', 'is not', null)]))
    .where('action.taken_back_at', 'is not', null)
    .where('action.lifted_by', 'is', null)
    .execute();
  const places = new Set<string>();
  const others = new Set<string>();
  for (const { id, ref, content_id: contentId } of taken) {
    if ((await sinceStated(tx.sql, id)).kind !== 'shown') continue;
    const [content] = ref === null ? [] : await contentsByRef(tx.sql, [ref]);
    const url = content?.url ?? contentId;
    const named = [...contentIds.filter((one) => one === contentId), ...locations.filter((one) => plainAddress(one) === plainAddress(url))];
    if (named.length === 0) others.add(contentId);
    for (const name of named) places.add(name);
  }
  return places.size + others.size === 0 ? null : { places: [...places], others: others.size };
}
