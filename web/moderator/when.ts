/** How are times said? A span in hours and minutes as people plan by, and the moment itself with its time zone. */

const minuteMs = 60_000;

/** Such as "47 h 12 min", "5 min" or "12 days". Never negative; under a minute is "less than a minute". */
export function spanWords(ms: number): string {
  const minutes = Math.floor(Math.abs(ms) / minuteMs);
  if (minutes < 1) return 'less than a minute';
  const hours = Math.floor(minutes / 60);
  if (hours >= 100) return `${Math.floor(hours / 24)} days`;
  if (hours === 0) return `${minutes} min`;
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
}

/** Such as "due in 47 h 12 min" or "overdue by 3 h". */
export function dueWords(remainingMs: number): string {
  return remainingMs > 0 ? `due in ${spanWords(remainingMs)}` : `overdue by ${spanWords(remainingMs)}`;
}

/** Such as "Mon 23 Nov 2026", of a day that is written YYYY-MM-DD. */
export function dayWords(day: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).formatToParts(new Date(day));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('weekday')} ${part('day')} ${part('month')} ${part('year')}`;
}

/** Such as "Sat 22 Nov 2026, 14:05 UTC". `timeZone` is an IANA name. */
export function momentWords(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('weekday')} ${part('day')} ${part('month')} ${part('year')}, ${part('hour')}:${part('minute')} ${part('timeZoneName')}`;
}
