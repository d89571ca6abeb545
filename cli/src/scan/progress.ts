/** How does someone see how far a long command is? A line that renews itself at a terminal, a line now and then in a log, or JSON objects; all on standard error. */
import type { WriteStream } from 'node:tty';
import { counted } from '../shown.ts';
import type { Progress } from './tally.ts';

const everyMs = { terminal: 200, log: 5000, json: 2000 } as const;

export interface ProgressDisplay {
  /** Prints something else above the progress line. */
  above(print: () => void): void;
  /** Ends it; prints no more progress. */
  stop(): void;
}

/** `line` writes it for people; with `isJson` it goes out as it is. */
export function showProgress<Known extends object>(
  stream: Pick<WriteStream, 'write' | 'isTTY' | 'columns'>,
  isJson: boolean,
  progress: () => Known,
  line: (now: Known) => string,
): ProgressDisplay {
  const style = isJson ? 'json' : stream.isTTY ? 'terminal' : 'log';
  const clear = (): void => void (style === 'terminal' && stream.write('\r\x1b[K'));
  const draw = (): void => {
    const now = progress();
    if (style === 'json') stream.write(`${JSON.stringify({ event: 'progress', ...now })}\n`);
    else if (style === 'log') stream.write(`${line(now)}\n`);
    else stream.write(`\r${line(now).slice(0, (stream.columns || 80) - 1)}\x1b[K`);
  };
  const timer = setInterval(draw, everyMs[style]);
  return {
    above(print) {
      clear();
      print();
    },
    stop() {
      clearInterval(timer);
      clear();
    },
  };
}

const number = new Intl.NumberFormat('en');

/** `1,200 of 5,000 files (24 %), 3 unreadable, 85.2 files/s, 45 s left` */
export function progressLine({ fingerprinted, failed, skipped, total, filesPerSecond, secondsLeft }: Progress): string {
  const met = fingerprinted + failed + Object.values(skipped).reduce((sum, count) => sum + count, 0);
  const parts = [
    total === null ? counted(met, 'file') : `${number.format(met)} of ${number.format(total)} files (${percent(met, total)} %)`,
    ...(failed > 0 ? [`${number.format(failed)} unreadable`] : []),
    `${filesPerSecond.toFixed(1)} files/s`,
    ...(total === null ? ['still counting'] : secondsLeft === null ? [] : [`${duration(secondsLeft)} left`]),
  ];
  return parts.join(', ');
}

/** Never 100 before the end. */
function percent(part: number, whole: number): number {
  return part >= whole ? 100 : Math.floor((part * 100) / whole);
}

/** `45 s`, `12 min`, `3 h 20 min`: as exact as a forecast can be. */
export function duration(seconds: number): string {
  if (seconds < 100) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 100 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** What a scan found, in one sentence or a few. */
export function summaryOf({ fingerprinted, failed, earlier, earlierFailed, skipped }: Progress): string {
  const ofThem = (count: number): string => (count > 0 ? ` (${number.format(count)} of them in earlier runs)` : '');
  const kinds = Object.entries(skipped).map(([kind, count]) => `${number.format(count)} ${kind}`);
  return [
    `${counted(fingerprinted, 'file')} fingerprinted${ofThem(earlier - earlierFailed)}.`,
    ...(failed > 0 ? [`${number.format(failed)} could not be read${ofThem(earlierFailed)}.`] : []),
    ...(kinds.length > 0 ? [`Left out, by kind: ${kinds.join(', ')}.`] : []),
  ].join(' ');
}
