/** Where is what somebody has the id of? A request by its number, a match, a reporting task, a listed picture, or an upload by its id in the service; and what was decided lately. */
import { parseTrackingNumber, theRule } from '@likeness/casework';
import type { DecidedRow, Found, ListPart } from '@likeness/web/moderator';
import { sql } from 'kysely';
import type { Db } from '../store/database.ts';
import { isUuid, itemIdFor } from '../store/ids.ts';
import { labelOfGround } from './desk-decision.ts';

/** As many of each kind as a page shows. */
const atMost = 50;
/** Everything that has this id, or is about the upload that has it. Nothing is found by a part of an id, and nothing by what a person wrote. */
export async function foundById(db: Db, text: string): Promise<Found> {
  const number = parseTrackingNumber(text);
  if (number !== null) return { ...nothing, requests: await requestsWhere(db, sql`request.tracking_number = ${number}`) };
  const id = (await itemNamed(db, text)) ?? text.toLowerCase();
  const refs = sql`(select content.ref from content where content.content_id = ${text} and content.platform_id in (select id from platform))`;
  const [requests, reviews] = await Promise.all([
    requestsWhere(
      db,
      sql`request.tracking_number in (select tracking_number from request_content where ref in ${refs}
        union select tracking_number from request_candidate where ref in ${refs})`,
    ),
    reviewsWhere(db, sql`review.ref in ${refs}`),
  ]);
  if (!isUuid(id)) return { ...nothing, requests, reviews };
  const [byId, ofItem, referrals, items] = await Promise.all([
    reviewsWhere(db, sql`review.id = ${id}::uuid`),
    reviewsWhere(db, sql`review.ref in (select match.ref from match where match.item_id = ${id}::uuid)`),
    db.selectFrom('referral').select('id').where('id', '=', id).execute(),
    db
      .selectFrom('item')
      .innerJoin('bank', 'bank.id', 'item.bank_id')
      .select(['item.id', 'item.label', 'item.state', 'item.added_at', 'bank.id as bank_id', 'bank.name'])
      .where('item.id', '=', id)
      .execute(),
  ]);
  return {
    requests,
    reviews: [...reviews, ...byId, ...ofItem].slice(0, atMost),
    referrals: referrals.map((referral) => referral.id),
    items: items.map((item) => ({
      itemId: item.id,
      label: item.label,
      state: item.state,
      addedAt: item.added_at,
      bankId: item.bank_id,
      bankName: item.name,
    })),
  };
}

/** A listed picture by the id that the API told a service, or by the end of its own that lists of the console show; null for any other text, and where there are several. */
async function itemNamed(db: Db, text: string): Promise<string | null> {
  if (/^[0-9a-f]{8}$/i.test(text)) {
    const { rows } = await sql<{ id: string }>`select id from item where right(id::text, 8) = ${text.toLowerCase()} limit 2`.execute(db);
    const [only, ...more] = rows;
    return more.length > 0 ? null : (only?.id ?? null);
  }
  if (!/^[A-Za-z0-9_-]{22}$/.test(text)) return null;
  // What a service was told, its uploads have met.
  const { rows } = await sql<{ id: string; salt: Uint8Array }>`
    select distinct match.item_id as id, platform.salt from match
    join content on content.ref = match.ref join platform on platform.id = content.platform_id`.execute(db);
  return rows.find(({ id, salt }) => itemIdFor(id, salt) === text)?.id ?? null;
}

const nothing: Found = { requests: [], reviews: [], referrals: [], items: [] };

async function requestsWhere(db: Db, condition: ReturnType<typeof sql>): Promise<Found['requests']> {
  const { rows } = await sql<{
    tracking_number: string;
    received_at: Date;
    service: string;
    outcome: string | null;
    closed_at: Date | null;
  }>`
    select request.tracking_number, request.received_at, platform.name as service, request.outcome, request.closed_at
    from request join platform on platform.id = request.platform_id
    where ${condition} order by request.received_at desc limit ${atMost}`.execute(db);
  return rows.map((row) => ({
    trackingNumber: row.tracking_number,
    serviceName: row.service,
    receivedAt: row.received_at,
    state: row.outcome === 'withdrawn' ? 'withdrawn' : row.outcome !== null ? 'decided' : row.closed_at === null ? 'open' : 'closed',
  }));
}

async function reviewsWhere(db: Db, condition: ReturnType<typeof sql>): Promise<Found['reviews']> {
  const { rows } = await sql<{ id: string; opened_at: Date; service: string; closed_at: Date | null; decision_id: string | null }>`
    select review.id, review.opened_at, platform.name as service, review.closed_at, review.decision_id
    from review join platform on platform.id = review.platform_id
    where ${condition} order by review.opened_at desc limit ${atMost}`.execute(db);
  return rows.map((row) => ({
    reviewId: row.id,
    serviceName: row.service,
    openedAt: row.opened_at,
    state: row.closed_at === null ? 'open' : row.decision_id === null ? 'closed' : 'decided',
  }));
}

/** Decisions, the latest first; of one moderator, or of all. */
export async function decidedLately(
  db: Db,
  { cursor, size, moderatorId }: { readonly cursor: string | null; readonly size: number; readonly moderatorId: string | null },
): Promise<Pick<ListPart<DecidedRow>, 'rows' | 'isFirst' | 'next'>> {
  const [, ms, id] = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(cursor ?? '') ?? [];
  const from = ms === undefined || id === undefined || !isUuid(id) ? null : { at: new Date(Number(ms)), id };
  const rows = await db
    .selectFrom('decision')
    .leftJoin('moderator', 'moderator.id', 'decision.moderator_id')
    .innerJoin('platform', 'platform.id', 'decision.platform_id')
    .leftJoin('request', 'request.tracking_number', 'decision.tracking_number')
    .select([
      'decision.id',
      'decision.tracking_number',
      'decision.review_id',
      'decision.outcome',
      'decision.ground',
      'decision.decided_at',
      'decision.reversed_at',
      'moderator.name',
      'platform.name as service',
      'request.basis',
    ])
    .$if(moderatorId !== null, (query) => query.where('decision.moderator_id', '=', moderatorId ?? ''))
    .$if(from !== null, (query) =>
      query.where(sql<boolean>`(decision.decided_at, decision.id) < (${from?.at ?? null}, ${from?.id ?? null}::uuid)`),
    )
    .orderBy('decision.decided_at', 'desc')
    .orderBy('decision.id', 'desc')
    .limit(size + 1)
    .execute();
  const shown = rows.slice(0, size);
  const last = rows.length > size ? shown.at(-1) : undefined;
  return {
    rows: shown.flatMap((row): DecidedRow[] => {
      const of =
        row.tracking_number !== null
          ? ({ kind: 'request', id: row.tracking_number } as const)
          : row.review_id !== null
            ? ({ kind: 'review', id: row.review_id } as const)
            : null;
      if (of === null) return [];
      return [
        {
          of,
          decision: row.outcome,
          groundLabel: labelOfGround(row.basis, row.ground),
          decidedBy: row.name ?? theRule,
          decidedAt: row.decided_at,
          isTakenBack: row.reversed_at !== null,
          serviceName: row.service,
        },
      ];
    }),
    isFirst: from === null,
    next: last === undefined ? null : `${last.decided_at.getTime()}_${last.id}`,
  };
}
