/** How is a time written so that a frightened person reads it right? Day in words, the hour only where it matters, the zone always said. */
import { dayIn, dayOfYearIn, hourIn, localeOf, weekdayIn, weekdayOfYearIn, zoneIn } from '@likeness/casework';
import { useSpeech } from './speech.ts';
import type { Speech } from './words.ts';

/** "Sunday 22 November, 14:05" */
export function momentWords({ language, words }: Pick<Speech, 'language' | 'words'>, at: Date, timeZone: string): string {
  return words.time.moment({ day: weekdayIn(language, at, timeZone), hour: hourIn(language, at, timeZone) });
}

/** "Sunday 22 November 2026, 14:05", for what is kept and read in another year. */
export function momentOfYearWords({ language, words }: Pick<Speech, 'language' | 'words'>, at: Date, timeZone: string): string {
  return words.time.moment({ day: weekdayOfYearIn(language, at, timeZone), hour: hourIn(language, at, timeZone) });
}

/** A day that may lie in another year. Script writes it as it does a day. */
export function DayOfYear({ at, timeZone }: Props) {
  const { language } = useSpeech();
  return (
    <time datetime={at.toISOString()} data-day={localeOf(language)} data-year="">
      {dayOfYearIn(language, at, timeZone)}
    </time>
  );
}

type Props = { readonly at: Date; readonly timeZone: string };

/** A day, for what has happened: the hour is nobody's business, but where several things happened on it. Script writes the day it was in the device's own zone. */
export function Day({ at, timeZone }: Props) {
  const { language } = useSpeech();
  return (
    <time datetime={at.toISOString()} data-day={localeOf(language)}>
      {dayIn(language, at, timeZone)}
    </time>
  );
}

/** A day and an hour, for what is to come. Script writes it in the device's own zone instead, by the same words. */
export function Moment({ at, timeZone }: Props) {
  const { language, words, catalogue } = useSpeech();
  const { moment, inZone, yourTime } = catalogue.time;
  return (
    <time datetime={at.toISOString()} data-moment={localeOf(language)} data-sentence={`${moment} ${inZone.replace('{zone}', yourTime)}`}>
      {momentWords({ language, words }, at, timeZone)} {words.time.inZone({ zone: zoneIn(language, at, timeZone) })}
    </time>
  );
}
