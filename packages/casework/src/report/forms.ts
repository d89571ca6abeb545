/** How is a transparency report written? For a program as JSON, for a spreadsheet as CSV with one number a line (docs/formats/transparency-report.md), for a terminal as text. */
import type { ToldTime, TransparencyReport } from './report.ts';
import type { Told, ToldCount } from './small-numbers.ts';

/** A count as people read it. */
export function toldWords(count: Told): string {
  if (count === 'few') return 'fewer than 5';
  return count === 'hidden' ? 'not shown' : String(count);
}

interface JsonCount {
  readonly key: string;
  readonly label: string;
  readonly count: number | string;
  readonly parts: readonly JsonCount[] | null;
}

const jsonCount = ({ key, label, count, parts }: ToldCount): JsonCount => ({
  key,
  label,
  count: typeof count === 'number' ? count : toldWords(count),
  parts: parts === null ? null : parts.map(jsonCount),
});

/** One line of JSON. */
export function reportJson(report: TransparencyReport, service: string): string {
  const { period, isWhole, counts, times, withinClock, overturned, falseClaims } = report;
  return JSON.stringify({
    format: 'likeness-transparency-report/1',
    service,
    period: period.key,
    from: period.from.toISOString(),
    to: period.to.toISOString(),
    isWhole,
    counts: Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, jsonCount(count)])),
    times,
    withinClock,
    overturned,
    falseClaims,
  });
}

/** CSV of RFC 4180: a head, then a line for each number. */
export function reportCsv({ period, counts, times, withinClock, overturned, falseClaims }: TransparencyReport): string {
  const lines = [['period', 'measure', 'basis', 'outcome', 'ground', 'unit', 'value']];
  const line = (measure: string, [basis = '', outcome = '', ground = '']: readonly string[], unit: string, value: string) =>
    lines.push([period.key, measure, basis, outcome, ground, unit, value]);
  const count = (measure: string, place: readonly string[], told: ToldCount): void => {
    line(measure, place, 'count', toldWords(told.count));
    // What is under removals, restrictions, matches, what came from outside, suspensions and what stands beside is no basis but a way, which stands where outcomes do.
    const isWay = ['removals', 'restrictions', 'beside', 'matches', 'outside', 'suspensions'].includes(measure);
    for (const part of told.parts ?? []) count(measure, isWay ? ['', part.key] : [...place, part.key], part);
  };
  for (const [measure, told] of Object.entries(counts)) count(measure, [], told);
  for (const [measure, some] of Object.entries(times))
    for (const { key, medianHours, p95Hours } of some) {
      if (medianHours !== null) line(`${measure}-median`, [key], 'hours', String(medianHours));
      if (p95Hours !== null) line(`${measure}-p95`, [key], 'hours', String(p95Hours));
    }
  for (const [measure, shares] of [
    ['within-clock', withinClock],
    ['overturned', overturned],
    ['false-claims', falseClaims],
  ] as const)
    for (const { key, share } of shares) if (share !== null) line(measure, [key], 'share', share.toFixed(4));
  return `${lines.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

const csvCell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Lines to read at a terminal. */
export function reportText({ counts, times, withinClock, overturned, falseClaims }: TransparencyReport): string {
  const lines = Object.values(counts).flatMap((told) => countLines(told, 0));
  lines.push(...times['time-to-decision'].map((time) => timeLine('Time to the decision', time)));
  lines.push(...times['time-to-removal'].map((time) => timeLine('Time until all of it was gone', time)));
  for (const { label, share } of withinClock) if (share !== null) lines.push(`Settled in time, ${label}: ${percentWords(share)}`);
  for (const { label, share } of overturned) if (share !== null) lines.push(`Complaints that were right, ${label}: ${percentWords(share)}`);
  for (const { label, share } of falseClaims)
    if (share !== null) lines.push(`Claims that were found wrong, ${label}: ${percentWords(share)}`);
  return lines.join('\n');
}

const countLines = ({ label, count, parts }: ToldCount, depth: number): string[] => [
  `${'  '.repeat(depth)}${label}: ${toldWords(count)}`,
  ...(parts ?? []).flatMap((part) => countLines(part, depth + 1)),
];

const timeLine = (title: string, { label, medianHours, p95Hours }: ToldTime): string =>
  `${title}, ${label}: median ${hoursWords(medianHours)}, 95 % ${hoursWords(p95Hours)}`;

/** Hours as people read them. */
export function hoursWords(hours: number | null): string {
  return hours === null ? 'too few to tell' : `${hours.toLocaleString('en-GB')} h`;
}

/** Such as "99.9 %"; rounded down, for 99.96 % must not read as all of them. */
export function percentWords(share: number): string {
  return `${(Math.floor(share * 1000) / 10).toLocaleString('en-GB')} %`;
}
