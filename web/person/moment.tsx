/** How is a time written so that a frightened person reads it right? Day in words, the hour only where it matters, the zone always said. */
import { dayIn, hourIn, weekdayIn, zoneIn } from '@likeness/casework';
import { words } from './words.ts';

/** "22 November" */
export function dayWords(at: Date, timeZone: string): string {
  return dayIn('en', at, timeZone);
}

/** "Sunday 22 November, 14:05" */
export function momentWords(at: Date, timeZone: string): string {
  return words.time.moment({ day: weekdayIn('en', at, timeZone), hour: hourIn('en', at, timeZone) });
}

type Props = { readonly at: Date; readonly timeZone: string };

/** A day, for what has happened: the hour is nobody's business. Script writes the day it was in the device's own zone. */
export function Day({ at, timeZone }: Props) {
  return (
    <time datetime={at.toISOString()} data-day="">
      {dayWords(at, timeZone)}
    </time>
  );
}

/** A day and an hour, for what is to come. Script writes it in the device's own zone instead. */
export function Moment({ at, timeZone }: Props) {
  return (
    <time datetime={at.toISOString()} data-moment={words.time.yourTime}>
      {momentWords(at, timeZone)} {words.time.inZone({ zone: zoneIn('en', at, timeZone) })}
    </time>
  );
}
