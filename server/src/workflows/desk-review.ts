/** What does a moderator see of a match that nobody asked about? The upload, what it met, and what was decided. */
import type { Visibility } from '@likeness/casework';
import type { AlsoOnPage, ConfirmedHere, DecisionMade, NotRestricted, ProposalOnPage, UploadCopy } from '@likeness/web/moderator';
import { contentsByRef, standingsOf } from '../store/content.ts';
import type { Tx } from '../store/database.ts';
import { uuidOf } from '../store/ids.ts';
import { besideOnPage } from './also-acted-on.ts';
import { confirmedHere } from './confirmed-here.ts';
import { copiesOf } from './copies.ts';
import { passedOverBy } from './desk-break.ts';
import { decisionMade, proposalOnPage } from './desk-decision.ts';
import { type NextCase, nextAfterReview } from './desk-queue.ts';
import { type DeskUpload, deskUpload } from './desk-uploads.ts';
import type { Engine } from './engine.ts';
import { lawsThatWantGone, waysNow } from './restrictable.ts';
import { proposalAbout } from './second-look.ts';
import { markOfUpload } from './what-was-shown.ts';
import { type YoungElsewhere, youngElsewhere } from './young-elsewhere.ts';

export interface DeskReview {
  readonly reviewId: string;
  readonly platformId: string;
  readonly serviceName: string;
  readonly hasPreview: boolean;
  readonly effect: 'review' | 'hold';
  readonly openedAt: Date;
  readonly upload: DeskUpload;
  /** Other uploads that show the same: one decision is for all of them. */
  readonly copies: readonly UploadCopy[];
  readonly isAlone: boolean;
  /** Who confirmed here what it shows; null where somebody has to look. */
  readonly confirmedHere: ConfirmedHere | null;
  /** How the service can restrict who sees it. */
  readonly restricts: readonly Visibility[];
  /** Why none is offered, where the service could restrict it otherwise. */
  readonly notRestricted: NotRestricted | null;
  /** Of that, the laws under which the picture was removed that it meets. */
  readonly wantRemoval: readonly string[];
  /** Whether a request says that one of these may show somebody under 18, and is open. */
  readonly youngElsewhere: YoungElsewhere;
  /** What a removal may act on beside the upload. */
  readonly beside: readonly AlsoOnPage[];
  /** Marks of what stands on the page, for its form. */
  readonly shown: readonly string[];
  /** Open requests that name this upload: a removal there settles the match. */
  readonly requests: readonly string[];
  readonly state: 'open' | 'decided' | 'closed';
  /** What waits for a second person. */
  readonly proposal: ProposalOnPage | null;
  readonly decision: DecisionMade | null;
  readonly next: NextCase | null;
}

/**
 * A review by its id, for a moderator; null when there is none, or its upload is gone. `isAlone`: without the copies of its upload. `moderatorId`: whose next
 * one is named.
 */
export async function deskReview(
  engine: Engine,
  reviewId: string,
  isAlone = false,
  moderatorId: string | null = null,
): Promise<DeskReview | null> {
  return engine.store.transact(async (tx) => {
    const row = await tx.sql
      .selectFrom('review')
      .innerJoin('platform', 'platform.id', 'review.platform_id')
      .selectAll('review')
      .select(['platform.name', 'platform.preview_url'])
      .where('review.id', '=', uuidOf(reviewId))
      .executeTakeFirst();
    if (row === undefined) return null;
    const [content] = await contentsByRef(tx.sql, [row.ref]);
    if (content === undefined) return null;
    const found = await deskUpload(tx.sql, content, [], row.id);
    // What was listed by the decision itself, and everything later, is not why it was here.
    const closedAt = row.closed_at;
    const upload = closedAt === null ? found : { ...found, matches: found.matches.filter(({ at }) => at < closedAt) };
    const decision = row.decision_id === null ? null : await decisionMade(engine, tx, row.decision_id);
    const passedOver = moderatorId === null ? new Set<string>() : await passedOverBy(tx, moderatorId);
    const asks = await tx.sql
      .selectFrom('moderator')
      .select('name')
      .where('id', '=', uuidOf(moderatorId ?? ''))
      .executeTakeFirst();
    const isDecidable = row.closed_at === null && upload.matches.some(({ settled }) => settled === null);
    const copies = isDecidable && !isAlone ? await copiesOf(tx.sql, content, upload.fingerprints) : [];
    const standings = await standingsOf(
      tx.sql,
      copies.map((copy) => copy.content),
    );
    const contents = [content, ...copies.map((copy) => copy.content)];
    const { ways, because } = isDecidable
      ? await waysNow(engine, tx, { platformId: row.platform_id, contents, request: null })
      : { ways: [], because: null };
    const wanting =
      because === 'law-wants-more'
        ? await lawsThatWantGone(
            engine.laws,
            tx,
            contents.map(({ ref }) => ref),
          )
        : [];
    return {
      reviewId: row.id,
      platformId: row.platform_id,
      serviceName: row.name,
      hasPreview: row.preview_url !== null,
      effect: row.effect,
      openedAt: row.opened_at,
      upload,
      copies: copies.map(({ reviewId: id, content: { ref, contentId, url } }) => ({
        reviewId: id,
        contentId,
        url,
        standing: standings.get(ref) ?? 'visible',
      })),
      isAlone,
      proposal: isDecidable
        ? proposalOnPage(null, await proposalAbout(tx.sql, engine.keys, { reviewId: row.id }), moderatorId ?? '')
        : null,
      restricts: ways,
      notRestricted: because,
      wantRemoval: wanting.map(({ name }) => name),
      youngElsewhere: isDecidable ? await youngElsewhere(tx, { platformId: row.platform_id, refs: contents.map(({ ref }) => ref) }) : null,
      confirmedHere: isDecidable ? await confirmedHere(tx.sql, content, upload.fingerprints) : null,
      beside: isDecidable ? await besideOnPage(engine, tx.sql, row.platform_id, contents, { basis: null, asked: [] }) : [],
      shown: [markOfUpload(content), ...copies.map((copy) => markOfUpload(copy.content))],
      requests: await openRequestsOf(tx, row.ref),
      state: isDecidable ? 'open' : decision === null ? 'closed' : 'decided',
      decision,
      next: await nextAfterReview(tx.sql, {
        effect: row.effect,
        openedAt: row.opened_at,
        reviewId: row.id,
        moderatorName: asks?.name ?? '',
        passedOver,
        now: tx.now,
      }),
    };
  });
}

async function openRequestsOf(tx: Tx, ref: string): Promise<string[]> {
  const rows = await tx.sql
    .selectFrom('request_content')
    .innerJoin('request', 'request.tracking_number', 'request_content.tracking_number')
    .select('request.tracking_number')
    .where('request_content.ref', '=', ref)
    .where('request.outcome', 'is', null)
    .where('request.closed_at', 'is', null)
    .orderBy('request.received_at')
    .execute();
  return rows.map(({ tracking_number }) => tracking_number);
}
