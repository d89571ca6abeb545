/** Which months does a report cover? Whole calendar months in UTC: one, a half-year, or a year, written 2026-11, 2026-H2 or 2026. */

export interface ReportPeriod {
  readonly kind: 'month' | 'half-year' | 'year';
  readonly key: string;
  /** The first moment of it. */
  readonly from: Date;
  /** The first moment after it. */
  readonly to: Date;
}

const firstYear = 2020;
const lastYear = 2199;

/** The period that is written like this; null for anything else. */
export function parsePeriod(key: string): ReportPeriod | null {
  const [, yearDigits = '', month, half] = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|H([12])))?$/.exec(key) ?? [];
  const year = Number(yearDigits);
  if (year < firstYear || year > lastYear) return null;
  if (month !== undefined) return spanning('month', key, year, Number(month) - 1, 1);
  if (half !== undefined) return spanning('half-year', key, year, half === '1' ? 0 : 6, 6);
  return spanning('year', key, year, 0, 12);
}

/** The period from one month to another, both written 2026-11 and both in it; null where they make no month, half-year or year. */
export function periodOfMonths(first: string, last: string): ReportPeriod | null {
  const [from, to] = [parsePeriod(first), parsePeriod(last)];
  if (from?.kind !== 'month' || to?.kind !== 'month') return null;
  const year = first.slice(0, 4);
  const candidates = [first, `${year}-H1`, `${year}-H2`, year].flatMap((key) => parsePeriod(key) ?? []);
  return candidates.find((one) => one.from.getTime() === from.from.getTime() && one.to.getTime() === to.to.getTime()) ?? null;
}

/** The month that a moment lies in, and so many before it, the newest first. */
export function monthsUntil(now: Date, count: number): ReportPeriod[] {
  return Array.from({ length: count }, (_, back) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1))).flatMap(
    (at) => parsePeriod(at.toISOString().slice(0, 7)) ?? [],
  );
}

function spanning(kind: ReportPeriod['kind'], key: string, year: number, month: number, months: number): ReportPeriod {
  return { kind, key, from: new Date(Date.UTC(year, month, 1)), to: new Date(Date.UTC(year, month + months, 1)) };
}
