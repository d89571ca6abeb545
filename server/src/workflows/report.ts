/** What can a platform tell the public about some months? Read and counted in one transaction, at its time. */
import {
  monthsUntil,
  type ReportPeriod,
  reportCsv,
  reportJson,
  reportText,
  type TransparencyReport,
  transparencyReport,
} from '@likeness/casework';
import type { Db, Store } from '../store/database.ts';
import { reportRows } from '../store/report-rows.ts';

export { periodOfMonths } from '@likeness/casework';

export interface ReportedPlatform {
  readonly id: string;
  readonly name: string;
  /** When it came here. */
  readonly since: Date;
}

export interface Reported {
  readonly report: TransparencyReport;
  /** When it was counted. */
  readonly at: Date;
}

/** Counts a period; without one the last whole month, or the running one where the platform is no older. */
export async function reportOf(
  store: Store,
  platform: Pick<ReportedPlatform, 'id' | 'since'>,
  period: ReportPeriod | null,
): Promise<Reported> {
  return store.transact(async (tx) => {
    const counted = period ?? latestOf(tx.now, platform.since);
    return { report: transparencyReport(await reportRows(tx.sql, platform.id, counted), counted, tx.now), at: tx.now };
  });
}

/** A report as text in one of its forms, without an end of line. */
export async function writtenReport(
  store: Store,
  { id, name }: Pick<ReportedPlatform, 'id' | 'name'>,
  period: ReportPeriod,
  form: 'text' | 'csv' | 'json',
): Promise<{ readonly text: string; readonly isWhole: boolean }> {
  const { report } = await reportOf(store, { id, since: period.from }, period);
  const text = form === 'csv' ? reportCsv(report).trimEnd() : form === 'json' ? reportJson(report, name) : reportText(report);
  return { text, isWhole: report.isWhole };
}

/** Every platform, oldest first. */
export async function reportedPlatforms(db: Db): Promise<ReportedPlatform[]> {
  return db.selectFrom('platform').select(['id', 'name', 'created_at as since']).orderBy('created_at').orderBy('id').execute();
}

function latestOf(now: Date, since: Date): ReportPeriod {
  const [running, whole] = monthsUntil(now, 2);
  if (running === undefined) throw new RangeError('there is no report of this year');
  return whole !== undefined && whole.to > since ? whole : running;
}
