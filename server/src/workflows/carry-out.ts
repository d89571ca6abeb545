/** How are the effects of a decision written? An act is a row, a statement where one is owed, and a word to the platform; what is listed is an item. */
import { type DecisionEffect, restrictionTakenBack, type StatementOfReasons, visibilityTakenBack } from '@likeness/casework';
import { uuid } from '../config/random.ts';
import type { Announcement } from '../outbox/feed.ts';
import { storeCodes } from '../store/banks.ts';
import type { Tx } from '../store/database.ts';
import { isStatedMeanwhile } from '../store/meanwhile.ts';
import type { Table } from './decision-table.ts';
import type { Engine } from './engine.ts';
import type { Found } from './findings.ts';
import type { Place } from './judged-contents.ts';
import { listItem } from './list-item.ts';
import { toldOfOrder } from './order-told.ts';
import { reportRemoval } from './report-removal.ts';
import { stateReasons } from './state-reasons.ts';

export interface Performed {
  readonly announcements: readonly Announcement[];
  readonly changedItems: readonly string[];
}

export async function performEffects(
  engine: Engine,
  tx: Tx,
  table: Table,
  decisionId: string,
  effects: readonly DecisionEffect[],
  places: ReadonlyMap<string, Place>,
  {
    owed,
    found,
    by,
    lifted,
    isYoungElsewhere,
  }: {
    /** What is owed for a place, or for the upload with this inner reference. */
    readonly owed: (ref: string | null) => StatementOfReasons | null;
    readonly found: Found;
    readonly by: readonly string[];
    /** The uploads of which it ended a restriction, and whether whoever uploaded each was told why it was restricted. */
    readonly lifted: ReadonlyMap<string, boolean>;
    /** Another request says that one of these uploads may show somebody under 18: what the service has is kept for those who may have to be told. */
    readonly isYoungElsewhere: boolean;
  },
): Promise<Performed> {
  const { random } = engine;
  const announcements: Announcement[] = [];
  const changedItems: string[] = [];
  const ofOrder = await toldOfOrder(engine, tx, table.request);
  await storeCodes(tx, [
    ...effects.flatMap((effect) => (effect.kind === 'list' ? effect.codes : [])),
    ...table.claimantItems.flatMap(({ fingerprints }) => fingerprints),
  ]);
  for (const effect of effects) {
    switch (effect.kind) {
      case 'act': {
        const place = places.get(effect.contentId);
        if (place === undefined) throw new RangeError('an effect names content that was not on the table');
        const isShownAgain =
          (effect.action === 'content.restore' || effect.visibility !== undefined) &&
          place.content !== null &&
          (await isStatedMeanwhile(tx, place.content.ref));
        const isLifted = effect.action === 'content.restore' && place.content !== null && lifted.get(place.content.ref) === true;
        const actionId = uuid(random);
        await tx.sql
          .insertInto('action')
          .values({
            id: actionId,
            platform_id: table.platformId,
            // Given back as an earlier decision left it, it is that one's restriction still.
            decision_id: effect.isAsBefore === true ? (place.restriction?.decisionId ?? decisionId) : decisionId,
            given_back_by: effect.isAsBefore === true ? decisionId : null,
            visibility: effect.visibility ?? null,
            kind: effect.action,
            content_id: effect.contentId,
            ref: place.content?.ref ?? null,
            opened_at: tx.now,
            completed_at: null,
            completed: null,
            // Of what the service deleted before, nobody waits until it is out of view.
            gone_at: place.content?.goneAt ?? place.goneAt ?? null,
          })
          .execute();
        const reasons = owed(place.content?.ref ?? null);
        const isTold =
          reasons !== null && (effect.action === 'content.remove' || (effect.visibility !== undefined && effect.isAsBefore !== true));
        const statement = isTold ? await stateReasons(engine, tx, { platformId: table.platformId, decisionId, actionId }, reasons) : null;
        if (isTold && statement !== null)
          await reportRemoval(engine, tx, { ...table, statementId: statement.id, statement: reasons, content: place.content, found });
        announcements.push({
          platformId: table.platformId,
          type: effect.action,
          data: {
            actionId,
            ...place.named,
            target: { kind: 'content' },
            ...(table.request === null ? {} : { trackingNumber: table.request.trackingNumber }),
            ground: effect.ground,
            reason: effect.sentence,
            ...(effect.visibility !== undefined
              ? { visibility: effect.visibility }
              : effect.action === 'content.restrict'
                ? { preserve: true, tellUploader: false }
                : effect.action === 'content.remove' && isYoungElsewhere
                  ? { preserve: true, tellUploader: false }
                  : {}),
            ...(effect.action === 'content.remove' || (effect.visibility !== undefined && effect.isAsBefore !== true) ? ofOrder : {}),
            ...(statement === null ? {} : { statement }),
            ...(isShownAgain && effect.action === 'content.restore'
              ? { answer: restrictionTakenBack }
              : isLifted
                ? { answer: visibilityTakenBack }
                : {}),
          },
        });
        break;
      }
      case 'list': {
        const refs = effect.contentIds.flatMap((contentId) => places.get(contentId)?.content?.ref ?? []);
        const { codes, claimed, asksOnly = false } = effect;
        const { platformId, request } = table;
        changedItems.push(await listItem(tx, random, { platformId, decisionId, refs, codes, claimed, request, by, asksOnly }));
        break;
      }
      case 'tell':
        announcements.push({
          platformId: table.platformId,
          type: 'request.decided',
          data: {
            trackingNumber: effect.trackingNumber,
            outcome: effect.decision,
            ground: effect.ground,
            reason: effect.toPlatform,
            ...(effect.decision === 'refer' ? { tellUploader: false } : {}),
          },
        });
        break;
      case 'sweep':
        // Each listed item is a bank change of its own, and each change is swept: the numbers are known only after they are noted.
        break;
    }
  }
  return { announcements, changedItems };
}
