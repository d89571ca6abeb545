/** How is a time written so that a frightened person reads it right? Day in words, the hour only where it matters, the zone always said. */
import { words } from './words.ts';

const language = 'en-GB';

/** "22 November" */
export function dayWords(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone }).format(at);
}

/** "Sunday 22 November, 14:05" */
export function momentWords(at: Date, timeZone: string): string {
  const day = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', timeZone }).format(at).replace(',', '');
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', timeZone }).format(at);
  return `${day}, ${time}`;
}

/** What the zone is called at this time: "UTC", "GMT+2". */
function zoneWords(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat(language, { timeZoneName: 'short', timeZone }).formatToParts(at);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
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
      {momentWords(at, timeZone)} {words.time.inZone(zoneWords(at, timeZone))}
    </time>
  );
}
