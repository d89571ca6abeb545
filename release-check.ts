/** May this be released today? Help lines and hotlines that nobody has read again for 90 days are named, and then it may not. `npm run release-check` */
import { reportingRoutes } from '@likeness/casework';
import { adultLines, crisisLines, under18Lines } from './web/person/help-lines.ts';

export interface CheckedLine {
  readonly name: string;
  /** YYYY-MM-DD; null: nobody has yet, and the page says so. */
  readonly checkedOn: string | null;
}

const daysAtMost = 90;

/** Those that were last read more than 90 days before this day (YYYY-MM-DD). */
export function linesTooOld<L extends CheckedLine>(lines: readonly L[], day: string): readonly L[] {
  const oldest = new Date(Date.parse(`${day}T00:00:00Z`) - daysAtMost * 86_400_000).toISOString().slice(0, 10);
  return lines.filter(({ checkedOn }) => checkedOn !== null && checkedOn < oldest);
}

/** Every line that a person is shown. */
export const shownLines: readonly CheckedLine[] = [...adultLines, ...crisisLines, ...under18Lines, ...reportingRoutes];

if (import.meta.main) {
  const old = linesTooOld(shownLines, new Date().toISOString().slice(0, 10));
  const unread = shownLines.filter(({ checkedOn }) => checkedOn === null);
  for (const { name, checkedOn } of old) console.error(`Last read on ${checkedOn}, more than ${daysAtMost} days ago: ${name}`);
  if (unread.length > 0) console.log(`${unread.length} hotlines were never compared with their source; the page says so.`);
  console.log(
    old.length === 0 ? `release-check: ${shownLines.length - unread.length} lines read within ${daysAtMost} days` : 'release-check: failed',
  );
  process.exitCode = old.length === 0 ? 0 : 1;
}
