/** When is that where she is? Times are written in the device's own zone; without script they stay in the site's zone, which is named beside each hour. */

/** Rewrites every moment and day on the page; `data-moment` holds the words for "your time". */
export function writeMomentsHere(): void {
  const language = document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang;
  for (const element of document.querySelectorAll<HTMLTimeElement>('time:is([data-moment], [data-day])')) {
    const at = new Date(element.dateTime);
    if (Number.isNaN(at.getTime())) continue;
    if (element.hasAttribute('data-day')) {
      element.textContent = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long' }).format(at);
      continue;
    }
    const day = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' }).format(at).replace(',', '');
    const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' }).format(at);
    element.textContent = `${day}, ${time} (${element.getAttribute('data-moment') ?? ''})`;
  }
}
