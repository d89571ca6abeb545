/**
 * How is an account warned or suspended (Regulation (EU) 2022/2065, Article 23)? By a person, with a reason from templates, a warning first; told to the
 * account, open to a complaint that somebody else judges, taken back at any time, and over by itself. No intake stops for it, and no clock but that of a notice
 * under the Digital Services Act, which is kept and shown meanwhile.
 */
import {
  accountStatement,
  type ComplaintOutcome,
  complaintUntil,
  type Intention,
  type Measure,
  type MeasureRefused,
  type MeasuresBefore,
  measureAnswers,
  measureRefused,
  requireMeasureReason,
  suspendableBasis,
} from '@likeness/casework';
import { Problem } from '@likeness/contract';
import { requireMay } from '../access/roles.ts';
import { uuid } from '../config/random.ts';
import { record } from '../ledger/record.ts';
import { type Announcement, announce } from '../outbox/feed.ts';
import { lockRequest } from '../store/cases.ts';
import type { Tx } from '../store/database.ts';
import { type MisuseAccount, misuseFacts, suspensionInForce } from '../store/misuse.ts';
import type { Engine } from './engine.ts';
import { noteAndSchedule } from './note-clocks.ts';
import { oneByOne } from './one-by-one.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** Since when things count. */
export const countedSince = ({ misuse }: Pick<Engine, 'misuse'>, now: Date): Date => new Date(now.getTime() - misuse.days * dayMs);

/** What stands against an account in this matter. A warning stands for the days of the policy. */
export async function measuresBefore(engine: Pick<Engine, 'misuse'>, tx: Tx, who: MisuseAccount): Promise<MeasuresBefore> {
  const warning = await tx.sql
    .selectFrom('misuse_measure')
    .select('decided_at')
    .where('platform_id', '=', who.platformId)
    .where('kind', '=', who.kind)
    .where('account', '=', who.account)
    .where('measure', '=', 'warning')
    .where('ended_at', 'is', null)
    .where('decided_at', '>=', countedSince(engine, tx.now))
    .orderBy('decided_at', 'desc')
    .executeTakeFirst();
  const suspension = await suspensionInForce(tx.sql, who, tx.now);
  return { warnedAt: warning?.decided_at ?? null, suspendedUntil: suspension?.until ?? null };
}

export interface NewMeasure {
  readonly who: MisuseAccount;
  readonly measure: Measure;
  /** Key of one of `measureReasonsFor`. */
  readonly reason: string;
  readonly intention: Intention;
  /** Of a suspension. */
  readonly days: number | null;
  readonly moderatorId: string;
}

/** Takes a measure. Two people at once: the second finds the first one's. @throws Problem `console/not-allowed`; RangeError for a reason that does not fit. */
export async function takeMeasure(engine: Engine, wanted: NewMeasure): Promise<'taken' | MeasureRefused> {
  const { who, measure, reason, intention, days, moderatorId } = wanted;
  requireMeasureReason(who.kind, reason);
  return engine.store.transact(async (tx) => {
    await requireMay(tx.sql, moderatorId, 'judge-accounts');
    await tx.sql.selectFrom('platform').select('id').where('id', '=', who.platformId).forNoKeyUpdate().executeTakeFirstOrThrow();
    const before = await measuresBefore(engine, tx, who);
    const { facts } = await misuseFacts(tx.sql, who, countedSince(engine, tx.now), before.warnedAt);
    const refused = measureRefused(measure, facts, before, engine.misuse);
    if (refused !== null) return refused;
    if ((measure === 'suspension') !== (days !== null)) throw new RangeError('a suspension, and nothing else, has days');
    const until = days === null ? null : new Date(tx.now.getTime() + days * dayMs);
    const statement = accountStatement({
      measure,
      kind: who.kind,
      reason,
      facts,
      days: engine.misuse.days,
      decidedAt: tx.now,
      until,
    });
    const id = uuid(engine.random);
    await tx.sql
      .insertInto('misuse_measure')
      .values({
        id,
        platform_id: who.platformId,
        kind: who.kind,
        account: who.account,
        measure,
        reason,
        intention,
        facts: JSON.stringify(facts),
        statement: JSON.stringify(statement),
        decided_by: moderatorId,
        decided_at: tx.now,
        ends_at: until,
      })
      .execute();
    await announce(tx, engine.queue, engine.random, [
      {
        platformId: who.platformId,
        type: measure === 'warning' ? 'account.warned' : 'account.suspended',
        data: {
          measureId: id,
          account: who.account,
          accountStatement: statement,
          ...(until === null ? {} : { until: until.toISOString() }),
        },
      },
    ]);
    await record(tx, {
      act: measure === 'warning' ? 'account.warned' : 'account.suspended',
      subjects: {
        measure: id,
        platform: who.platformId,
        kind: who.kind,
        reason,
        intention,
        count: facts.count,
        by: moderatorId,
        ...(days === null ? {} : { days }),
      },
    });
    return 'taken';
  });
}

interface MeasureRow {
  readonly id: string;
  readonly platform_id: string;
  readonly account: string | null;
  readonly measure: Measure;
  readonly decided_by: string;
  readonly decided_at: Date;
  readonly ends_at: Date | null;
  readonly ended_at: Date | null;
  readonly complained_at: Date | null;
  readonly complaint_sealed: Uint8Array | null;
  readonly complaint_decided_at: Date | null;
  readonly complaint_outcome: ComplaintOutcome | null;
}

async function lockMeasure(tx: Tx, measureId: string): Promise<MeasureRow | null> {
  const row = await tx.sql
    .selectFrom('misuse_measure')
    .select([
      'id',
      'platform_id',
      'account',
      'measure',
      'decided_by',
      'decided_at',
      'ends_at',
      'ended_at',
      'complained_at',
      'complaint_sealed',
      'complaint_decided_at',
      'complaint_outcome',
    ])
    .where((eb) => eb(eb.cast<string>('id', 'text'), '=', measureId))
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** Takes a measure back, or notes that its time is over: what was put aside for it is taken up again, and the account is told. The row is locked. */
async function endMeasure(
  engine: Engine,
  tx: Tx,
  row: MeasureRow,
  because: 'time' | 'lifted' | 'complaint',
  by: string | null,
): Promise<Announcement[]> {
  await tx.sql
    .updateTable('misuse_measure')
    .set({ ended_at: tx.now, ended_because: because, ended_by: by })
    .where('id', '=', row.id)
    .execute();
  const aside = await tx.sql
    .selectFrom('request')
    .select('tracking_number')
    .where('suspended_by', '=', row.id)
    .orderBy('tracking_number')
    .execute();
  for (const { tracking_number } of aside) await takeUp(engine, tx, tracking_number);
  const answer = because === 'time' ? measureAnswers.ended : because === 'complaint' ? measureAnswers.upheld : measureAnswers.lifted;
  return [
    {
      platformId: row.platform_id,
      type: 'account.measure-ended',
      data: { measureId: row.id, answer, ...(row.account === null ? {} : { account: row.account }) },
    },
  ];
}

/** Takes a measure back before its time. `over`: it is not in force any more. @throws Problem `console/not-allowed` */
export async function liftMeasure(engine: Engine, measureId: string, moderatorId: string): Promise<'lifted' | 'over' | 'unknown'> {
  return engine.store.transact(async (tx) => {
    await requireMay(tx.sql, moderatorId, 'judge-accounts');
    const row = await lockMeasure(tx, measureId);
    if (row === null) return 'unknown';
    if (row.ended_at !== null) return 'over';
    const announcements = await endMeasure(engine, tx, row, 'lifted', moderatorId);
    await announce(tx, engine.queue, engine.random, announcements);
    await record(tx, { act: 'account.measure-ended', subjects: { measure: row.id, because: 'lifted', by: moderatorId } });
    return 'lifted';
  });
}

/** Ends every suspension whose time is over. */
export async function endMeasures(engine: Engine): Promise<void> {
  const due = await engine.store.transact((tx) =>
    tx.sql
      .selectFrom('misuse_measure')
      .select('id')
      .where('ended_at', 'is', null)
      .where('ends_at', '<=', tx.now)
      .orderBy('ends_at')
      .execute(),
  );
  await oneByOne(due, ({ id }) =>
    engine.store.transact(async (tx) => {
      const row = await lockMeasure(tx, id);
      // Another process was quicker.
      if (row === null || row.ended_at !== null) return;
      const announcements = await endMeasure(engine, tx, row, 'time', null);
      await announce(tx, engine.queue, engine.random, announcements);
      await record(tx, { act: 'account.measure-ended', subjects: { measure: row.id, because: 'time' } });
    }),
  );
}

const placeOfComplaint = (measureId: string): Buffer => Buffer.from(`measure:${measureId}:complaint`);

/**
 * Takes a complaint about a measure, from the account that it concerns; a second one is answered by the first, and not kept: `was` says whether it said the same.
 * @throws Problem `measure/unknown`; `measure/complaint` once it was taken back, or after six months.
 */
export async function complainAboutMeasure(
  engine: Engine,
  platformId: string,
  measureId: string,
  text: string,
): Promise<{ readonly filedAt: Date; readonly outcome: ComplaintOutcome | null; readonly was: 'new' | 'same' | 'otherwise' }> {
  return engine.store.transact(async (tx) => {
    const row = await lockMeasure(tx, measureId);
    if (row === null || row.platform_id !== platformId) throw new Problem('measure/unknown');
    const said = text.trim();
    if (row.complained_at !== null) {
      const before = openMeasureComplaint(engine, row.id, row.complaint_sealed);
      return { filedAt: row.complained_at, outcome: row.complaint_outcome, was: before === said ? 'same' : 'otherwise' };
    }
    const isTakenBack = row.ended_at !== null && (row.ends_at === null || row.ended_at < row.ends_at);
    if (isTakenBack || tx.now > complaintUntil(row.decided_at)) throw new Problem('measure/complaint');
    await tx.sql
      .updateTable('misuse_measure')
      .set({
        complained_at: tx.now,
        complaint_sealed: said === '' ? null : engine.keys.seal('envelope', Buffer.from(said), placeOfComplaint(row.id)),
      })
      .where('id', '=', row.id)
      .execute();
    await announce(tx, engine.queue, engine.random, [
      { platformId, type: 'complaint.received', data: { measureId: row.id, ...(row.account === null ? {} : { account: row.account }) } },
    ]);
    await record(tx, { act: 'account.complained', subjects: { measure: row.id } });
    return { filedAt: tx.now, outcome: null, was: 'new' };
  });
}

/** What the account wrote; empty when it wrote nothing. */
export function openMeasureComplaint({ keys }: Pick<Engine, 'keys'>, measureId: string, sealed: Uint8Array | null): string {
  return sealed === null ? '' : Buffer.from(keys.open('envelope', sealed, placeOfComplaint(measureId))).toString('utf8');
}

/** Judges a complaint about a measure: by somebody else than who decided. Upheld, the measure is taken back at once. @throws Problem `console/not-allowed` */
export async function judgeMeasureComplaint(
  engine: Engine,
  { measureId, outcome, moderatorId }: { readonly measureId: string; readonly outcome: ComplaintOutcome; readonly moderatorId: string },
): Promise<'judged' | 'already' | 'not-you' | 'unknown'> {
  return engine.store.transact(async (tx) => {
    await requireMay(tx.sql, moderatorId, 'judge-accounts');
    const row = await lockMeasure(tx, measureId);
    if (row === null || row.complained_at === null) return 'unknown';
    if (row.complaint_decided_at !== null) return 'already';
    if (row.decided_by === moderatorId) return 'not-you';
    await tx.sql
      .updateTable('misuse_measure')
      .set({ complaint_decided_at: tx.now, complaint_decided_by: moderatorId, complaint_outcome: outcome })
      .where('id', '=', row.id)
      .execute();
    const restored = outcome === 'upheld' && row.ended_at === null ? await endMeasure(engine, tx, row, 'complaint', moderatorId) : [];
    await announce(tx, engine.queue, engine.random, [
      {
        platformId: row.platform_id,
        type: 'complaint.decided',
        data: {
          measureId: row.id,
          complaintOutcome: outcome,
          answer: measureAnswers[outcome],
          ...(row.account === null ? {} : { account: row.account }),
        },
      },
      ...restored,
    ]);
    await record(
      tx,
      { act: 'account.complaint-decided', subjects: { measure: row.id, outcome, by: moderatorId } },
      ...restored.map(() => ({
        act: 'account.measure-ended' as const,
        subjects: { measure: row.id, because: 'complaint', by: moderatorId },
      })),
    );
    return 'judged';
  });
}

const asideReason = 'The service has put the reports of this account aside for a time, and has told the account why.';

/**
 * Puts a new notice of a suspended account aside until the suspension ends; answers its due time then, null for every other request. It is kept, numbered,
 * shown and may be decided like any other. Only under the Digital Services Act: every other clock runs.
 */
export async function putAside(engine: Engine, tx: Tx, trackingNumber: string): Promise<Date | null> {
  const row = await tx.sql
    .selectFrom('request')
    .select(['platform_id', 'filer_ref', 'basis'])
    .where('tracking_number', '=', trackingNumber)
    .executeTakeFirstOrThrow();
  if (row.filer_ref === null || row.basis !== suspendableBasis) return null;
  const suspension = await suspensionInForce(
    tx.sql,
    { platformId: row.platform_id, kind: 'unfounded-notices', account: row.filer_ref },
    tx.now,
  );
  const request = suspension === null ? null : await lockRequest(tx, trackingNumber);
  if (suspension === null || request === null) return null;
  await tx.sql.updateTable('request').set({ suspended_by: suspension.id }).where('tracking_number', '=', trackingNumber).execute();
  return noteAndSchedule(engine, tx, request, 'paused', { until: suspension.until.toISOString(), reason: asideReason });
}

/** Takes a notice up again that was put aside. */
async function takeUp(engine: Engine, tx: Tx, trackingNumber: string): Promise<void> {
  const request = await lockRequest(tx, trackingNumber);
  await tx.sql.updateTable('request').set({ suspended_by: null }).where('tracking_number', '=', trackingNumber).execute();
  if (request !== null && request.outcome === null && request.closedAt === null) await noteAndSchedule(engine, tx, request, 'resumed', {});
}

/** Whoever files turned out to be the person in the picture, or somebody for her, or it may show somebody under 18: nothing is counted, and nothing waits. */
export async function countNoLonger(engine: Engine, tx: Tx, trackingNumber: string): Promise<void> {
  const row = await tx.sql
    .updateTable('request')
    .set({ filer_ref: null })
    .where('tracking_number', '=', trackingNumber)
    .where('filer_ref', 'is not', null)
    .returning('suspended_by')
    .executeTakeFirst();
  if (row !== undefined && row.suspended_by !== null) await takeUp(engine, tx, trackingNumber);
}
