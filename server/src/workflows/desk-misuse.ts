/** What does a lead see of accounts that misuse the service? Those that the counts name or that stand under a measure, and of each a card of facts. */
import { complaintGroundsFor, type MisuseKind, measureReasonsFor, measureRefused, suspendableBasis } from '@likeness/casework';
import type { MeasureComplaintRow, MeasureTaken, MisuseCard, MisuseRow } from '@likeness/web/moderator';
import { permissions } from '../access/roles.ts';
import type { Db, Tx } from '../store/database.ts';
import { accountKey, frequentAccounts, type MisuseAccount, misuseFacts, suspendedByDecision } from '../store/misuse.ts';
import { labelOfGround } from './desk-decision.ts';
import type { Engine } from './engine.ts';
import { countedSince, measuresBefore, openMeasureComplaint } from './misuse.ts';

/** A screen or two; the rest is counted. */
const shownAtMost = 200;
const incidentsAtMost = 50;

type Reading = Pick<Engine, 'store' | 'keys' | 'misuse'>;
type Listed = MisuseAccount & { readonly count: number; readonly lastAt: Date | null };

/** Accounts that are counted often, and those with a measure that stands or a complaint that waits. */
async function listedAccounts({ misuse }: Reading, tx: Tx): Promise<Listed[]> {
  const since = countedSince({ misuse }, tx.now);
  const frequent: Listed[] = await frequentAccounts(tx.sql, since, misuse.least);
  const standing = await tx.sql
    .selectFrom('misuse_measure')
    .select(['platform_id', 'kind', 'account'])
    .distinct()
    .where('account', 'is not', null)
    .where((eb) =>
      eb.or([
        eb.and([eb('ended_at', 'is', null), eb.or([eb('measure', '=', 'suspension'), eb('decided_at', '>=', since)])]),
        eb.and([eb('complained_at', 'is not', null), eb('complaint_decided_at', 'is', null)]),
      ]),
    )
    .execute();
  const nameOf = ({ platformId, kind, account }: MisuseAccount): string => `${platformId} ${kind} ${account}`;
  const known = new Set(frequent.map(nameOf));
  const more = standing.flatMap(({ platform_id: platformId, kind, account }): Listed[] =>
    account === null || known.has(nameOf({ platformId, kind, account })) ? [] : [{ platformId, kind, account, count: 0, lastAt: null }],
  );
  return [...frequent, ...more];
}

/** The list: first those with a complaint to judge, then those that nobody has looked at, then the others; in each, those with most first. */
export async function misuseList(engine: Reading): Promise<{ readonly rows: readonly MisuseRow[]; readonly total: number }> {
  return engine.store.transact(async (tx) => {
    const services = new Map((await tx.sql.selectFrom('platform').select(['id', 'name']).execute()).map(({ id, name }) => [id, name]));
    const waiting = await tx.sql
      .selectFrom('misuse_measure')
      .select(['platform_id', 'kind', 'account'])
      .where('complained_at', 'is not', null)
      .where('complaint_decided_at', 'is', null)
      .execute();
    const rows: MisuseRow[] = [];
    const listed = await listedAccounts(engine, tx);
    for (const one of listed.slice(0, shownAtMost)) {
      const { platformId, kind, account, count, lastAt } = one;
      const isCounted = lastAt !== null;
      const counted = isCounted ? null : await misuseFacts(tx.sql, one, countedSince(engine, tx.now), null);
      rows.push({
        accountKey: accountKey(engine.keys, one),
        serviceName: services.get(platformId) ?? '',
        kind,
        account,
        count: counted?.facts.count ?? count,
        lastAt: counted?.incidents[0]?.at ?? lastAt,
        ...(await measuresBefore(engine, tx, one)),
        hasComplaint: waiting.some((row) => row.platform_id === platformId && row.kind === kind && row.account === account),
      });
    }
    const rank = ({ hasComplaint, warnedAt, suspendedUntil }: MisuseRow): number =>
      hasComplaint ? 0 : suspendedUntil !== null ? 3 : warnedAt !== null ? 2 : 1;
    return { rows: rows.toSorted((a, b) => rank(a) - rank(b) || b.count - a.count), total: listed.length };
  });
}

/** Complaints about measures that nobody has judged, the longest waiting first. Of an account whose word was erased there is nobody left to answer. */
export async function openMeasureComplaints({ store, keys }: Reading, moderatorId: string): Promise<MeasureComplaintRow[]> {
  const { db } = store;
  const judges = await judgesOf(db);
  const rows = await db
    .selectFrom('misuse_measure')
    .innerJoin('platform', 'platform.id', 'misuse_measure.platform_id')
    .select(['misuse_measure.id', 'platform_id', 'platform.name', 'kind', 'account', 'measure', 'complained_at', 'decided_by'])
    .where('complained_at', 'is not', null)
    .where('complaint_decided_at', 'is', null)
    .where('account', 'is not', null)
    .orderBy('complained_at')
    .orderBy('misuse_measure.id')
    .execute();
  return rows.flatMap(({ id, platform_id: platformId, name, kind, account, measure, complained_at: filedAt, decided_by: decidedBy }) =>
    account === null || filedAt === null
      ? []
      : {
          measureId: id,
          accountKey: accountKey(keys, { platformId, kind, account }),
          serviceName: name,
          kind,
          measure,
          filedAt,
          isOwn: decidedBy === moderatorId,
          hasJudge: judges.some((judge) => judge !== decidedBy),
        },
  );
}

/** Everybody here who may judge a complaint about a measure that somebody else took. */
async function judgesOf(db: Db): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('moderator')
    .select('id')
    .where('left_at', 'is', null)
    .where('role', 'in', [...permissions['judge-accounts']])
    .execute();
  return rows.map(({ id }) => id);
}

/** Whose account stands behind a key of the list; null where there is none. */
export async function accountBehind(engine: Reading, key: string): Promise<MisuseAccount | null> {
  return engine.store.transact(async (tx) => {
    const found = (await listedAccounts(engine, tx)).find((one) => accountKey(engine.keys, one) === key);
    return found === undefined ? null : { platformId: found.platformId, kind: found.kind, account: found.account };
  });
}

/** A ground as people read it; of removals that of the law it was decided under, or of the match. */
function groundLabel(kind: MisuseKind, ground: string): string {
  if (kind === 'unfounded-complaints') return complaintGroundsFor('uploader').find(({ key }) => key === ground)?.label ?? ground;
  if (kind === 'unfounded-notices') return labelOfGround(suspendableBasis, ground);
  const ofMatch = labelOfGround(null, ground);
  return ofMatch === ground ? labelOfGround('take-it-down', ground) : ofMatch;
}

/** The card of an account. */
export async function misuseCard(
  engine: Reading,
  who: MisuseAccount,
  moderatorId: string,
): Promise<
  MisuseCard & { readonly groundLabels: Readonly<Record<string, string>>; readonly reasons: ReturnType<typeof measureReasonsFor> }
> {
  return engine.store.transact(async (tx) => {
    const { platformId, kind, account } = who;
    const { name: serviceName } = await tx.sql.selectFrom('platform').select('name').where('id', '=', platformId).executeTakeFirstOrThrow();
    const before = await measuresBefore(engine, tx, who);
    const { facts, incidents } = await misuseFacts(tx.sql, who, countedSince(engine, tx.now), before.warnedAt);
    return {
      accountKey: accountKey(engine.keys, who),
      serviceName,
      kind,
      account,
      ...before,
      suspendedByDecisionAt: await suspendedByDecision(tx.sql, who),
      policy: engine.misuse,
      facts,
      incidents: incidents.slice(0, incidentsAtMost).map(({ about, ground, at, isCopy }) => ({
        about,
        request: kind === 'unfounded-notices' ? about : null,
        groundLabel: groundLabel(kind, ground),
        at,
        isCopy,
      })),
      measures: await measuresOf(engine, tx, who, moderatorId),
      refused: {
        warning: measureRefused('warning', facts, before, engine.misuse),
        suspension: measureRefused('suspension', facts, before, engine.misuse),
      },
      groundLabels: Object.fromEntries(facts.byGround.map(({ ground }) => [ground, groundLabel(kind, ground)])),
      reasons: measureReasonsFor(kind),
    };
  });
}

/** Every measure against this account in this matter, the newest first. */
async function measuresOf(engine: Reading, tx: Tx, who: MisuseAccount, moderatorId: string): Promise<MeasureTaken[]> {
  const rows = await tx.sql
    .selectFrom('misuse_measure')
    .innerJoin('moderator', 'moderator.id', 'misuse_measure.decided_by')
    .leftJoin('moderator as ender', 'ender.id', 'misuse_measure.ended_by')
    .leftJoin('moderator as judge', 'judge.id', 'misuse_measure.complaint_decided_by')
    .selectAll('misuse_measure')
    .select(['moderator.name as decided_name', 'ender.name as ended_name', 'judge.name as judge_name'])
    .where('misuse_measure.platform_id', '=', who.platformId)
    .where('misuse_measure.kind', '=', who.kind)
    .where('misuse_measure.account', '=', who.account)
    .orderBy('decided_at', 'desc')
    .execute();
  const judges = await judgesOf(tx.sql);
  return rows.map((row): MeasureTaken => {
    const judged =
      row.complaint_decided_at === null || row.complaint_outcome === null
        ? null
        : { outcome: row.complaint_outcome, by: row.judge_name ?? '', at: row.complaint_decided_at };
    return {
      measureId: row.id,
      measure: row.measure,
      reasonLabel: measureReasonsFor(who.kind).find(({ key }) => key === row.reason)?.label ?? row.reason,
      intention: row.intention,
      decidedBy: row.decided_name,
      decidedAt: row.decided_at,
      endsAt: row.ends_at,
      ended:
        row.ended_at === null || row.ended_because === null ? null : { at: row.ended_at, because: row.ended_because, by: row.ended_name },
      complaint:
        row.complained_at === null
          ? null
          : {
              at: row.complained_at,
              text: openMeasureComplaint(engine, row.id, row.complaint_sealed),
              isOwn: row.decided_by === moderatorId,
              hasJudge: judges.some((judge) => judge !== row.decided_by),
              judged,
            },
    };
  });
}
