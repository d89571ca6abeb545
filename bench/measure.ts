/** What is one line of a benchmark? A value, what it is held against, the ratio, and whether that reaches its target. */

export interface Measure {
  readonly measure: string;
  /** The peer or floor of the ratio, measured in the same run. */
  readonly against: string;
  readonly value: number;
  readonly unit: string;
  /** Where more is better, how many times the peer's speed; where less is better, how many times the floor's cost. */
  readonly ratio: number;
  /** `>= 10` or `<= 1.3`, of the ratio; `none` where the peer is there for orientation. */
  readonly target: string;
  readonly met: boolean;
}

/** The peer must take at least so many times as long. */
export function timesFaster(measure: string, against: string, valueMs: number, ratio: number, least: number): Measure {
  return { measure, against, value: rounded(valueMs), unit: 'ms', ratio: rounded(ratio), target: `>= ${least}`, met: ratio >= least };
}

/** A peer that does less or something else: its ratio is printed for the reader and holds no target. */
export function forOrientation(measure: string, against: string, valueMs: number, ratio: number): Measure {
  return { measure, against, value: rounded(valueMs), unit: 'ms', ratio: rounded(ratio), target: 'none', met: true };
}

/** It may cost at most so many times what the floor costs. */
export function timesTheCost(measure: string, against: string, valueMs: number, ratio: number, most: number): Measure {
  return { measure, against, value: rounded(valueMs), unit: 'ms', ratio: rounded(ratio), target: `<= ${most}`, met: ratio <= most };
}

/** A plain limit; the ratio is the share of it that is used. */
export function withinLimit(measure: string, megabytes: number, most: number): Measure {
  const ratio = megabytes / most;
  return {
    measure,
    against: `a limit of ${most} MB`,
    value: rounded(megabytes),
    unit: 'MB',
    ratio: rounded(ratio),
    target: '<= 1',
    met: ratio <= 1,
  };
}

/** Three significant digits. */
function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

/** One aligned table, ratios first. */
export function tableOf(measures: readonly Measure[]): string {
  const rows = measures.map(({ measure, against, value, unit, ratio, target, met }) => [
    `${ratio}x`,
    target,
    target === 'none' ? '' : met ? 'met' : 'MISSED',
    measure,
    `${value} ${unit}`,
    against,
  ]);
  const all = [['ratio', 'target', '', 'measure', 'value', 'against'], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
