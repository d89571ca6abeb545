/** Does a moderator see what is really there? Signs that turn, join or hide text are written out, on every page of the console; addresses stand as a browser would send them. */

// Format signs (bidi controls, zero-width ones, tags), line and paragraph separators, and controls. The two joiners stay: names and emoji need them, and they turn nothing.
const hiddenSigns = /(?!\u200C|\u200D|[\t\n\r])[\p{Cf}\p{Cc}\u2028\u2029]/gu;
// Attributes stand in double quotes, and the renderer escapes those inside: a form has to send back the very text that was there.
const tagOrText = /<[^"<>]*(?:"[^"]*"[^"<>]*)*>|[^<]+/g;
const spokenLabel = / aria-label="[^"]*"/g;

/** A text with its hidden signs written out, such as [U+202E]. */
export function withVisibleSigns(text: string): string {
  return text.replace(hiddenSigns, (sign) => `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`);
}

/** A whole page, its texts so, and the labels that are read aloud instead of one; what else stands in its tags stays as it is. */
export function pageWithVisibleSigns(html: string): string {
  return html.replace(tagOrText, (part) => (part.startsWith('<') ? part.replace(spokenLabel, withVisibleSigns) : withVisibleSigns(part)));
}

/** An address as a browser would send it: percent-encoded, its host in ASCII. Anything else stays as it is. */
export function addressText(place: string): string {
  return /^https?:\/\//i.test(place) ? (URL.parse(place)?.href ?? place) : place;
}
