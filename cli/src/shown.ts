/** How does a number, or a name that somebody else chose, stand in a terminal? A name so that it hides and fakes nothing. */

// Control characters, format signs (marks that turn the direction of writing, zero-width ones, tags), line and paragraph separators, and what stands for bytes that
// are no text. The two joiners stay, as in the console: names and emoji need them, and they turn nothing.
const treacherous = /(?!\u200C|\u200D)[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/** A number with what it counts: `1 item`, `2,000 items`. */
export function counted(count: number, thing: string): string {
  return `${count.toLocaleString('en')} ${thing}${count === 1 ? '' : 's'}`;
}

/** A name as it stands alone: in quotes, with escapes, where it holds something treacherous. */
export function shown(name: string): string {
  return name.search(treacherous) < 0 ? name : quoted(name);
}

/** A name inside a sentence: always in quotes, with escapes where it holds something treacherous. */
export function quoted(name: string): string {
  return JSON.stringify(name).replace(treacherous, escaped);
}

/** As JSON writes it: a sign beyond the first plane in two halves. */
function escaped(sign: string): string {
  return sign
    .split('')
    .map((half) => `\\u${half.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
