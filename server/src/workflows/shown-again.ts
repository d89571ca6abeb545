/** What of a granted request is shown again, for whoever posted it complained and was right, while the decision stands for the rest? */
import type { ShownAgain } from '@likeness/casework';
import type { UploadStanding } from '@likeness/web/moderator';
import { plainAddress } from '../store/address.ts';
import type { RequestRow, SealedAnswers } from '../store/cases.ts';
import { contentsByRef, isLimited, standingsOf } from '../store/content.ts';
import type { Tx } from '../store/database.ts';
import { sinceStated } from '../store/since-stated.ts';

/** In the words in which the places were given; of what somebody at the service had found, how much. Neither where something else hides it and may not go on to; null where nothing was given back, or all of it is gone for another reason. */
export async function shownAgainOf(
  tx: Tx,
  filing: readonly RequestRow[],
  { contentIds = [], locations = [] }: Pick<SealedAnswers, 'contentIds' | 'locations'>,
): Promise<ShownAgain | null> {
  const taken = await tx.sql
    .selectFrom('action')
    .innerJoin('decision', 'decision.id', 'action.decision_id')
    .select(['action.id', 'action.ref', 'action.content_id', 'action.gone_at'])
    .where(
      'decision.tracking_number',
      'in',
      filing.map(({ trackingNumber }) => trackingNumber),
    )
    // Of a limit that was too little, what was given back before stays so until it is decided anew.
    .where((eb) =>
      eb.or([
        eb('decision.reversed_at', 'is', null),
        eb.and([eb('decision.outcome', '=', 'restrict'), eb('decision.reversed_because', '=', 'complaint')]),
      ]),
    )
    .where((eb) => eb.or([eb('action.kind', '=', 'content.remove'), eb('action.visibility', 'is not', null)]))
    .where('action.taken_back_at', 'is not', null)
    .where('action.lifted_by', 'is', null)
    .execute();
  const contents = await contentsByRef(
    tx.sql,
    taken.flatMap(({ ref }) => ref ?? []),
  );
  const standings = await standingsOf(tx.sql, contents);
  const places = new Set<string>();
  const others = new Set<string>();
  let isUnsure = false;
  for (const { id, ref, content_id: contentId, gone_at: goneAt } of taken) {
    const content = contents.find((one) => one.ref === ref);
    const standing = content === undefined ? null : (standings.get(content.ref) ?? 'visible');
    const isShown = standing === null ? (await sinceStated(tx.sql, id)).kind === 'shown' : isSeen(standing);
    if (standing !== null && isConfirmedDown.has(standing)) continue;
    // Hidden or limited for another reason, ordered down and not confirmed, or come again after the service had deleted it.
    if (!isShown || goneAt !== null) {
      isUnsure ||= standing !== null;
      continue;
    }
    const url = content?.url ?? contentId;
    const named = [...contentIds.filter((one) => one === contentId), ...locations.filter((one) => plainAddress(one) === plainAddress(url))];
    if (named.length === 0) others.add(contentId);
    for (const name of named) places.add(name);
  }
  return places.size + others.size === 0 && !isUnsure ? null : { places: [...places], others: others.size };
}

const isConfirmedDown: ReadonlySet<UploadStanding> = new Set(['removed', 'referred', 'deleted']);
const isSeen = (standing: UploadStanding): boolean => standing === 'visible' || isLimited(standing);
