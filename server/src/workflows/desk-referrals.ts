/** What does a moderator see of what was referred? The open reporting tasks, and of each whom to tell what. */
import { reportingRoutes, routeFor, routeOf } from '@likeness/casework';
import type { ConsoleFrame, ListPart, ReferralModel, ReferralRow, ReferralsModel } from '@likeness/web/moderator';
import { sql } from 'kysely';
import { mayNow } from '../access/roles.ts';
import type { Db } from '../store/database.ts';
import { uuidOf } from '../store/ids.ts';
import { openFacts, openReferralText } from '../store/referrals.ts';
import { labelOfGround } from './desk-decision.ts';
import type { Engine } from './engine.ts';

/** How many tasks are open. */
export async function openReferralCount(db: Db): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*)::int as total from referral where closed_at is null`.execute(db);
  return rows[0]?.total ?? 0;
}

/** Open tasks, the one that is known for longest first. */
export async function openReferrals(db: Db, cursor: string | null, size: number): Promise<ListPart<ReferralRow>> {
  const [, ms, id] = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(cursor ?? '') ?? [];
  const from = ms === undefined || id === undefined ? null : { at: new Date(Number(ms)), id };
  const rows = await db
    .selectFrom('referral')
    .innerJoin('platform', 'platform.id', 'referral.platform_id')
    .select(['referral.id', 'platform.name', 'referral.known_at', 'referral.reported_at'])
    .where('referral.closed_at', 'is', null)
    .where(from === null ? sql<boolean>`true` : sql<boolean>`(referral.known_at, referral.id) > (${from.at}, ${from.id}::uuid)`)
    .orderBy('referral.known_at')
    .orderBy('referral.id')
    .limit(size + 1)
    .execute();
  const shown = rows.slice(0, size);
  const last = rows.length > size ? shown.at(-1) : undefined;
  return {
    rows: shown.map((row) => ({ referralId: row.id, serviceName: row.name, knownAt: row.known_at, reportedAt: row.reported_at })),
    total: await openReferralCount(db),
    isFirst: from === null,
    next: last === undefined ? null : `${last.known_at.getTime()}_${last.id}`,
  };
}

/** In a query on `referral`: what was referred is on file still, and the service has not deleted it: nobody sees it, and nothing here shows it again. */
const isOutOfView = sql<boolean>`exists (select from referral_content join content on content.ref = referral_content.ref
  where referral_content.referral_id = referral.id and content.gone_at is null and content.deleted_at is null)`;

/** Closed tasks of which something is kept out of view, the last closed first. */
export async function closedOutOfView(db: Db, size: number): Promise<ReferralsModel['closed']> {
  const of = db
    .selectFrom('referral')
    .innerJoin('platform', 'platform.id', 'referral.platform_id')
    .where('referral.closed_at', 'is not', null)
    .where(isOutOfView);
  const rows = await of
    .select(['referral.id', 'platform.name', 'referral.closed_at', 'referral.reported_at'])
    .orderBy('referral.closed_at', 'desc')
    .orderBy('referral.id')
    .limit(size)
    .execute();
  const { total } = await of.select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('total')).executeTakeFirstOrThrow();
  return {
    rows: rows.flatMap(({ id, name, closed_at: closedAt, reported_at: reportedAt }) =>
      closedAt === null ? [] : { referralId: id, serviceName: name, closedAt, wasReported: reportedAt !== null },
    ),
    total,
  };
}

/** One task, for a moderator; null when there is none with this id. */
export async function deskReferral(
  engine: Engine,
  referralId: string,
  moderatorId: string,
): Promise<Omit<ReferralModel, keyof ConsoleFrame | 'news'> | null> {
  const { db } = engine.store;
  const row = await db
    .selectFrom('referral')
    .innerJoin('decision', 'decision.id', 'referral.decision_id')
    .innerJoin('moderator as decider', 'decider.id', 'decision.moderator_id')
    .innerJoin('platform', 'platform.id', 'referral.platform_id')
    .leftJoin('request', 'request.tracking_number', 'decision.tracking_number')
    .leftJoin('moderator as reporter', 'reporter.id', 'referral.reported_by')
    .leftJoin('moderator as closer', 'closer.id', 'referral.closed_by')
    .selectAll('referral')
    .select([
      'decision.ground',
      'decision.tracking_number',
      'decision.review_id',
      'request.basis',
      'decider.name as decided_by',
      'platform.name as service',
      'reporter.name as reporter',
      'closer.name as closer',
    ])
    .where('referral.id', '=', uuidOf(referralId))
    .executeTakeFirst();
  if (row === undefined) return null;
  const { id, tracking_number: number, review_id: review } = row;
  const read = (text: 'reference' | 'reason', sealed: Buffer | null): string =>
    sealed === null ? '' : openReferralText(engine.keys, id, text, sealed);
  const facts = row.facts_sealed === null ? null : openFacts(engine.keys, id, row.facts_sealed);
  return {
    referralId: id,
    serviceName: row.service,
    knownAt: row.known_at,
    decidedBy: row.decided_by,
    groundLabel: labelOfGround(row.basis, row.ground),
    of: number !== null ? { kind: 'request', id: number } : review !== null ? { kind: 'review', id: review } : null,
    facts: facts && {
      uploads: facts.uploads.map((upload) => ({ ...upload, screenedAt: new Date(upload.screenedAt) })),
      places: facts.places,
    },
    route: routeFor(engine.reportingCountry),
    routes: reportingRoutes,
    report:
      row.reported_at === null
        ? null
        : {
            at: row.reported_at,
            by: row.reporter ?? '',
            routeName: routeOf(row.route ?? '')?.name ?? row.route ?? '',
            reference: read('reference', row.reference_sealed),
          },
    closed:
      row.closed_at === null
        ? null
        : {
            at: row.closed_at,
            by: row.closer ?? '',
            reason: read('reason', row.reason_sealed),
            holdUntil: row.hold_until ?? row.closed_at,
          },
    isLead: await mayNow(db, moderatorId, 'close-referrals'),
  };
}
