/** When is that where she is? Times are written in the device's own zone; without script they stay in the site's zone, which is named beside each hour. */

/** Rewrites every moment and day on the page; `data-moment` and `data-day` say by which locale, `data-sentence` in which words. */
export function writeMomentsHere(): void {
  for (const element of document.querySelectorAll<HTMLTimeElement>('time:is([data-moment], [data-day])')) {
    const at = new Date(element.dateTime);
    if (Number.isNaN(at.getTime())) continue;
    const write = (locale: string, parts: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat(locale, parts).format(at);
    const ofDay = element.getAttribute('data-day');
    if (ofDay !== null) {
      element.textContent = write(ofDay, element.hasAttribute('data-year') ? { dateStyle: 'long' } : { day: 'numeric', month: 'long' });
      continue;
    }
    const locale = element.getAttribute('data-moment') ?? '';
    const inFull = write(locale, { weekday: 'long', day: 'numeric', month: 'long' });
    // As the server writes it: English without the comma between the day and its number.
    const day = locale.startsWith('en') ? inFull.replace(',', '') : inFull;
    const hour = write(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    element.textContent = (element.getAttribute('data-sentence') ?? '').replace('{day}', day).replace('{hour}', hour);
  }
}
