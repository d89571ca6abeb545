/** On which days is a post put back after a counter-notice (17 U.S.C. 512(g)(2)(C))? Not before the tenth business day after it came, and not after the fourteenth. The section does not say what a business day is: here Monday to Friday without the federal holidays. */
import type { Source } from '../basis.ts';

/** `weekday`: 0 is Sunday. `nth` -1: the last one of the month. */
export type FederalHoliday = { readonly name: string; readonly month: number } & (
  | { readonly day: number }
  | { readonly weekday: number; readonly nth: number }
);

/** 5 U.S.C. 6103(a). Inauguration Day (6103(c)) is one around Washington alone, and is left out. */
export const federalHolidays: readonly FederalHoliday[] = [
  { name: 'New Year’s Day', month: 1, day: 1 },
  { name: 'Birthday of Martin Luther King, Jr.', month: 1, weekday: 1, nth: 3 },
  { name: 'Washington’s Birthday', month: 2, weekday: 1, nth: 3 },
  { name: 'Memorial Day', month: 5, weekday: 1, nth: -1 },
  { name: 'Juneteenth National Independence Day', month: 6, day: 19 },
  { name: 'Independence Day', month: 7, day: 4 },
  { name: 'Labor Day', month: 9, weekday: 1, nth: 1 },
  { name: 'Columbus Day', month: 10, weekday: 1, nth: 2 },
  { name: 'Veterans Day', month: 11, day: 11 },
  { name: 'Thanksgiving Day', month: 11, weekday: 4, nth: 4 },
  { name: 'Christmas Day', month: 12, day: 25 },
];

/** Where the holidays stand, and that one on a Saturday is kept on the Friday before (6103(b)), one on a Sunday on the Monday after (Executive Order 11582). */
export const holidaySources: readonly Source[] = [
  {
    title: '5 U.S.C. 6103, as told by the United States Bankruptcy Court for the Western District of Oklahoma',
    url: 'https://www.okwb.uscourts.gov/holidays',
    mark: 'secondary-source',
    checkedOn: '2026-11-23',
  },
  {
    title: '5 U.S.C. 6103, Office of the Law Revision Counsel',
    url: 'https://uscode.house.gov/view.xhtml?req=granuleid:USC-prelim-title5-section6103',
    mark: 'general-knowledge',
    checkedOn: '2026-11-23',
  },
];

const dayMs = 86_400_000;
const weekMs = 7 * dayMs;
const isoOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The days of a year on which they are kept; one of them may lie in the year before. */
function keptIn(year: number): number[] {
  return federalHolidays.map((holiday) => {
    if ('nth' in holiday) return nthOf(year, holiday);
    const at = Date.UTC(year, holiday.month - 1, holiday.day);
    const weekday = new Date(at).getUTCDay();
    return weekday === 6 ? at - dayMs : weekday === 0 ? at + dayMs : at;
  });
}

function nthOf(year: number, { month, weekday, nth }: { readonly month: number; readonly weekday: number; readonly nth: number }): number {
  if (nth < 0) {
    const last = Date.UTC(year, month, 0);
    return last - ((new Date(last).getUTCDay() - weekday + 7) % 7) * dayMs;
  }
  const first = Date.UTC(year, month - 1, 1);
  return first + ((weekday - new Date(first).getUTCDay() + 7) % 7) * dayMs + (nth - 1) * weekMs;
}

/** So many days from Monday to Friday later. From a weekend it is counted from the Friday before. */
function weekdaysAfter(from: number, days: number): number {
  const weekday = new Date(from).getUTCDay();
  const start = weekday === 6 ? from - dayMs : weekday === 0 ? from - 2 * dayMs : from;
  const place = new Date(start).getUTCDay() - 1 + days;
  return start - (new Date(start).getUTCDay() - 1) * dayMs + Math.floor(place / 5) * weekMs + (place % 5) * dayMs;
}

/** That many business days after a day: as many weekdays, and as many more as holidays are kept on the way. */
function businessDaysAfter(from: number, days: number): number {
  const year = new Date(from).getUTCFullYear();
  const kept = [year, year + 1, year + 2].flatMap(keptIn);
  let end = from;
  for (let onTheWay = -1; ; ) {
    const found = kept.filter((at) => at > from && at <= end).length;
    if (found === onTheWay) return end;
    onTheWay = found;
    end = weekdaysAfter(from, days + found);
  }
}

export interface CounterNoticeWindow {
  /** The tenth business day after it came, YYYY-MM-DD. */
  readonly earliest: string;
  /** The fourteenth. */
  readonly last: string;
}

/** The days on which it is put back, unless whoever filed the notice went to court. `receivedOn`: YYYY-MM-DD. */
export function counterNoticeWindow(receivedOn: string): CounterNoticeWindow {
  const from = Date.parse(receivedOn);
  return { earliest: isoOf(businessDaysAfter(from, 10)), last: isoOf(businessDaysAfter(from, 14)) };
}

export interface CounterNotice {
  /** As it was entered. */
  readonly receivedOn: string;
  /** Why it is put back on another day than the section names; empty: no reason was given. */
  readonly why: string;
}

export type CounterNoticeProblem = 'no-day' | 'to-come' | 'before-removal' | 'too-early' | 'too-late';

/** What speaks against putting it back today; null: nothing, or a reason was given. */
export function counterNoticeProblem(
  { receivedOn, why }: CounterNotice,
  { removedOn, today }: { readonly removedOn: string; readonly today: string },
): CounterNoticeProblem | null {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(receivedOn) ? Date.parse(receivedOn) : Number.NaN;
  if (Number.isNaN(at) || isoOf(at) !== receivedOn) return 'no-day';
  if (receivedOn > today) return 'to-come';
  if (receivedOn < removedOn) return 'before-removal';
  if (why.trim() !== '') return null;
  const { earliest, last } = counterNoticeWindow(receivedOn);
  return today < earliest ? 'too-early' : today > last ? 'too-late' : null;
}
