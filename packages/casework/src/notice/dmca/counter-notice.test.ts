/** Are the days on which a post is put back after a counter-notice those that somebody finds who counts them one by one? */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { counterNoticeProblem, counterNoticeWindow, federalHolidays, holidaySources } from './counter-notice.ts';

const dayMs = 86_400_000;
const isoOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** What day a holiday is, found by going through the month. */
function isHoliday(at: number): boolean {
  const day = new Date(at);
  const [month, date, weekday] = [day.getUTCMonth() + 1, day.getUTCDate(), day.getUTCDay()];
  let nth = 0;
  for (let each = 1; each <= date; each += 1)
    if (new Date(Date.UTC(day.getUTCFullYear(), month - 1, each)).getUTCDay() === weekday) nth += 1;
  const isLast = new Date(at + 7 * dayMs).getUTCMonth() + 1 !== month;
  return (
    ['1-1', '6-19', '7-4', '11-11', '12-25'].includes(`${month}-${date}`) ||
    (weekday === 1 &&
      ((month === 1 && nth === 3) || (month === 2 && nth === 3) || (month === 5 && isLast) || (month === 9 && nth === 1))) ||
    (weekday === 1 && month === 10 && nth === 2) ||
    (weekday === 4 && month === 11 && nth === 4)
  );
}

function isBusinessDay(at: number): boolean {
  const weekday = new Date(at).getUTCDay();
  if (weekday === 0 || weekday === 6 || isHoliday(at)) return false;
  // A Saturday's is kept on the Friday before, a Sunday's on the Monday after.
  return !(weekday === 5 && isHoliday(at + dayMs)) && !(weekday === 1 && isHoliday(at - dayMs));
}

/** One day after the other. */
function counted(from: string, days: number): string {
  let at = Date.parse(from);
  for (let left = days; left > 0; ) {
    at += dayMs;
    if (isBusinessDay(at)) left -= 1;
  }
  return isoOf(at);
}

describe('ten to fourteen business days after a counter-notice came', () => {
  test('are those that somebody counts one by one, for any day of this century', () => {
    const anyDay = fc
      .integer({ min: Date.parse('2022-01-01') / dayMs, max: Date.parse('2099-12-01') / dayMs })
      .map((day) => isoOf(day * dayMs));
    fc.assert(
      fc.property(anyDay, (received) => {
        expect(counterNoticeWindow(received)).toEqual({ earliest: counted(received, 10), last: counted(received, 14) });
      }),
      { numRuns: 3000 },
    );
  });

  test.each([
    // Thanksgiving is the 26th.
    ['2026-11-23', '2026-12-08', '2026-12-14'],
    // It came on a Sunday; Christmas and New Year’s Day are Fridays.
    ['2026-12-20', '2027-01-05', '2027-01-11'],
    // Independence Day is a Sunday in 2027: the Monday is free. Juneteenth is a Saturday: the Friday before is.
    ['2027-06-17', '2027-07-02', '2027-07-09'],
    // New Year's Day of 2028 is a Saturday: the last day of 2027 is free.
    ['2027-12-17', '2028-01-04', '2028-01-10'],
  ])('from %s are from %s to %s', (received, earliest, last) => {
    expect(counterNoticeWindow(received)).toEqual({ earliest, last });
  });

  test('rest on data that say where they come from, and when somebody looked', () => {
    expect(federalHolidays).toHaveLength(11);
    for (const { url, checkedOn } of holidaySources)
      expect([url, checkedOn]).toEqual([expect.stringMatching(/^https:/), expect.stringMatching(/^\d{4}-\d\d-\d\d$/)]);
  });
});

describe('a counter-notice that is entered', () => {
  const on = (receivedOn: string, today: string, why = '') => counterNoticeProblem({ receivedOn, why }, { removedOn: '2026-11-16', today });

  test('is taken from the tenth business day to the fourteenth, and outside of them with a reason', () => {
    expect(['2026-12-08', '2026-12-11', '2026-12-14'].map((today) => on('2026-11-23', today))).toEqual([null, null, null]);
    expect([on('2026-11-23', '2026-12-07'), on('2026-11-23', '2026-12-15')]).toEqual(['too-early', 'too-late']);
    expect(on('2026-11-23', '2026-12-07', 'Whoever filed wrote that they will not sue.')).toBeNull();
  });

  test('has a day: one that there is, not to come, and not before the removal', () => {
    const reason = 'So it is.';
    expect(['', 'yesterday', '2026-02-30', '2026-13-01'].map((day) => on(day, '2026-12-08', reason))).toEqual(Array(4).fill('no-day'));
    expect([on('2026-12-09', '2026-12-08', reason), on('2026-11-15', '2026-12-08', reason)]).toEqual(['to-come', 'before-removal']);
  });
});
