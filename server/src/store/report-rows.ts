/** What happened at a platform that a transparency report of some months counts? Times, keys and numbers; nothing that anybody wrote. */
import {
  afterComplaint,
  alsoKinds,
  type BasisId,
  type BesideFacts,
  type ComplaintFacts,
  type DecisionFacts,
  isBasisId,
  type MatchFacts,
  type RemovalFacts,
  type ReportPeriod,
  type ReportRows,
  type RequestFacts,
  type RestrictionFacts,
  type SuspensionFacts,
} from '@likeness/casework';
import { sql } from 'kysely';
import { eventsOfEach } from './cases.ts';
import type { Db } from './database.ts';
import { goneSince } from './gone.ts';
import { matchHold } from './meanwhile.ts';

const page = 1000;

export async function reportRows(db: Db, platformId: string, period: ReportPeriod): Promise<ReportRows> {
  return {
    requests: await requestsAlive(db, platformId, period),
    decisions: await decisionsMade(db, platformId, period),
    removals: await removalsConfirmed(db, platformId, period),
    restrictions: await restrictionsConfirmed(db, platformId, period),
    beside: await besideConfirmed(db, platformId, period),
    matches: await uploadsMatched(db, platformId, period),
    complaints: await complaintsAnswered(db, platformId, period),
    suspensions: await suspensionsBegun(db, platformId, period),
  };
}

/** Requests that were received, open or due at some time of the period, with their events. */
async function requestsAlive(db: Db, platformId: string, { from, to }: ReportPeriod): Promise<RequestFacts[]> {
  const found: RequestFacts[] = [];
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('request')
      .select(['tracking_number', 'basis', 'filer', 'due_at'])
      .where('platform_id', '=', platformId)
      .where('tracking_number', '>', after)
      .where('received_at', '<', to)
      .where((eb) => eb.or([eb('closed_at', 'is', null), eb('closed_at', '>=', from), eb('due_at', '>=', from)]))
      .orderBy('tracking_number')
      .limit(page)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return found;
    after = last.tracking_number;
    const numbers = rows.map(({ tracking_number }) => tracking_number);
    const events = await eventsOfEach(db, numbers);
    const gone = await goneSince(db, { numbers });
    for (const { tracking_number, basis, filer, due_at } of rows)
      found.push({
        basis: knownBasis(basis),
        isTrusted: filer === 'trusted-flagger',
        dueAt: due_at,
        events: events.get(tracking_number) ?? [],
        goneAt: gone.get(tracking_number) ?? null,
      });
  }
}

function knownBasis(basis: string): BasisId {
  if (!isBasisId(basis)) throw new RangeError(`the stored legal basis ${basis} is not known to this version`);
  return basis;
}

async function decisionsMade(db: Db, platformId: string, { from, to }: ReportPeriod): Promise<DecisionFacts[]> {
  const rows = await db
    .selectFrom('decision')
    .leftJoin('request', 'request.tracking_number', 'decision.tracking_number')
    .select(['request.basis', 'decision.outcome', 'decision.ground', 'decision.decided_at'])
    .where('decision.platform_id', '=', platformId)
    .where('decision.decided_at', '>=', from)
    .where('decision.decided_at', '<', to)
    .where((eb) => eb('decision.reversed_because', 'is distinct from', 'undone'))
    .where('decision.ground', '<>', afterComplaint.key)
    .execute();
  return rows.map(({ basis, outcome, ground, decided_at }) => ({
    basis: basis === null ? null : knownBasis(basis),
    outcome,
    ground,
    at: decided_at,
  }));
}

/** Each upload once, however often it was removed, and no slip that was taken back: whoever reads it counts uploads, and not commands. */
async function removalsConfirmed(db: Db, platformId: string, { from, to }: ReportPeriod): Promise<RemovalFacts[]> {
  const rows = await db
    .selectFrom('action')
    .innerJoin('decision', 'decision.id', 'action.decision_id')
    .select(['decision.tracking_number', 'action.completed_at', 'action.ref', 'action.content_id'])
    .where('action.platform_id', '=', platformId)
    .where('action.kind', '=', 'content.remove')
    .where('action.completed_at', '>=', from)
    .where('action.completed_at', '<', to)
    .where('decision.reversed_because', 'is distinct from', 'undone')
    .orderBy('action.completed_at')
    .execute();
  const ofEach = Map.groupBy(rows, ({ ref, content_id }) => ref ?? `place ${content_id}`);
  return [...ofEach.values()].flatMap((some) => {
    const at = some[0]?.completed_at ?? null;
    return at === null ? [] : [{ isCopy: some.every(({ tracking_number }) => tracking_number === null), at }];
  });
}

/** Each upload once for its decisions, and once for being hidden before any, by whoever hid it first: hidden again after a slip, it is no other one. */
async function restrictionsConfirmed(db: Db, platformId: string, { from, to }: ReportPeriod): Promise<RestrictionFacts[]> {
  const { rows } = await sql<{ is_decided: boolean; chosen_by: string | null; at: Date }>`
    select * from (
      select action.visibility is not null as is_decided, (array_agg(action.restricted_by order by action.opened_at))[1] as chosen_by,
        min(action.completed_at) filter (where action.completed_at >= ${from} and action.completed_at < ${to}) as at
      from action left join decision on decision.id = action.decision_id
      where action.platform_id = ${platformId} and action.kind = 'content.restrict'
        and (action.decision_id is null or (action.visibility is not null and decision.reversed_because is distinct from 'undone'))
      group by coalesce(action.ref::text, 'place ' || action.content_id), action.visibility is not null) as restricted
    where at is not null order by at`.execute(db);
  return rows.map(({ is_decided, chosen_by, at }) => ({
    way: is_decided ? 'decided' : chosen_by === null ? 'by-rule' : 'by-moderator',
    at,
  }));
}

/** The same of what stands beside them: an account once, words and links once for each post. */
async function besideConfirmed(db: Db, platformId: string, { from, to }: ReportPeriod): Promise<BesideFacts[]> {
  const rows = await db
    .selectFrom('action')
    .innerJoin('decision', 'decision.id', 'action.decision_id')
    .select(['action.kind', 'action.completed_at', 'action.content_id', 'action.target'])
    .where('action.platform_id', '=', platformId)
    .where(
      'action.kind',
      'in',
      alsoKinds.flatMap((kind) => [`${kind}.remove`, `${kind}.restrict`]),
    )
    .where('action.completed_at', '>=', from)
    .where('action.completed_at', '<', to)
    .where('decision.reversed_because', 'is distinct from', 'undone')
    .orderBy('action.completed_at')
    .execute();
  const first = new Map<string, BesideFacts>();
  for (const { kind: act, completed_at: at, content_id: contentId, target } of rows) {
    const kind = alsoKinds.find((one) => act.startsWith(`${one}.`));
    if (kind === undefined || at === null) continue;
    const name = JSON.stringify([kind, kind === 'account' ? null : contentId, target]);
    if (!first.has(name)) first.set(name, { kind, at });
  }
  return [...first.values()];
}

async function complaintsAnswered(db: Db, platformId: string, { from, to }: ReportPeriod): Promise<ComplaintFacts[]> {
  const rows = await db
    .selectFrom('complaint')
    .leftJoin('action', 'action.id', 'complaint.action_id')
    .leftJoin('decision', 'decision.id', 'complaint.decision_id')
    .select(['complainant', 'action.kind', 'decision.outcome as decided', 'complaint.outcome', 'complaint.decided_at'])
    .where('complaint.platform_id', '=', platformId)
    .where('complaint.decided_at', '>=', from)
    .where('complaint.decided_at', '<', to)
    .execute();
  return rows.flatMap(({ complainant, kind, decided, outcome, decided_at: at }): ComplaintFacts[] => {
    const isRestriction = complainant === 'uploader' ? kind?.endsWith('.restrict') === true || kind === matchHold : decided === 'restrict';
    const sort =
      complainant === 'uploader'
        ? isRestriction
          ? 'uploader-restriction'
          : 'uploader-removal'
        : isRestriction
          ? 'requester-restriction'
          : 'requester-refusal';
    return outcome === null || at === null ? [] : [{ sort, outcome, at }];
  });
}

async function suspensionsBegun(db: Db, platformId: string, { from, to }: ReportPeriod): Promise<SuspensionFacts[]> {
  const rows = await db
    .selectFrom('misuse_measure')
    .select(['kind', 'decided_at'])
    .where('platform_id', '=', platformId)
    .where('measure', '=', 'suspension')
    .where('decided_at', '>=', from)
    .where('decided_at', '<', to)
    .execute();
  return rows.map(({ kind, decided_at: at }) => ({ kind, at }));
}

/** By the ledger, which keeps the number when the upload is forgotten. An upload that met several pictures counts once, by the strongest that followed. */
async function uploadsMatched(db: Db, platformId: string, { from, to }: ReportPeriod): Promise<MatchFacts[]> {
  const { rows } = await sql<MatchFacts>`
    select verdict, count(*) as uploads from (
      select case when bool_or(subjects->>'verdict' = 'hold') then 'hold' when bool_or(subjects->>'verdict' = 'review') then 'review' else 'allow' end as verdict
      from ledger where act = 'content.matched' and subjects->>'platform' = ${platformId} and at >= ${from} and at < ${to}
      group by subjects->>'content') met
    group by verdict`.execute(db);
  return rows;
}
