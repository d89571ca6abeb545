/** When is that where she is? Times that lie ahead are written in the device's own zone; without script they stay in the site's zone, which is named. */

/** Rewrites every moment on the page; its `data-moment` holds the words for "your time". */
export function writeMomentsHere(): void {
  const language = document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang;
  for (const element of document.querySelectorAll<HTMLTimeElement>('time[data-moment]')) {
    const at = new Date(element.dateTime);
    if (Number.isNaN(at.getTime())) continue;
    const day = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' }).format(at).replace(',', '');
    const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' }).format(at);
    element.textContent = `${day}, ${time} (${element.getAttribute('data-moment') ?? ''})`;
  }
}
