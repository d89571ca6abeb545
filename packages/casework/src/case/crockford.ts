/**
 * How are random bits written so that a person can copy them and a slip is found?
 * Crockford's base 32 (no I, L, O, U) with one check character of the same alphabet.
 */

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

// Multiplication by a root of x^5 + x^2 + 1, primitive over GF(2): its powers are distinct for 31 places, so a text of up to 31 characters in which one
// character was mistyped, or any two were swapped, never passes. Crockford's own modulo 37 finds single slips and swapped neighbours, but needs five more signs (*~$=U).
function timesAlpha(symbol: number): number {
  return (symbol << 1) ^ (symbol & 16 ? 0b100101 : 0);
}

function remainderOf(symbols: readonly number[]): number {
  return symbols.reduce((sum, symbol) => timesAlpha(sum) ^ symbol, 0);
}

/** `length` characters from the first 5 x `length` bits of `random`, and their check character. Throws RangeError when there are too few bits. */
export function spell(random: Uint8Array, length: number): string {
  if (random.length * 8 < length * 5) throw new RangeError(`${length} characters need ${Math.ceil((length * 5) / 8)} random bytes`);
  const symbols: number[] = [];
  for (let place = 0; place < length; place++) {
    const bit = place * 5;
    const pair = ((random[bit >> 3] ?? 0) << 8) | (random[(bit >> 3) + 1] ?? 0);
    symbols.push((pair >> (11 - (bit & 7))) & 31);
  }
  return [...symbols, timesAlpha(remainderOf(symbols))].map((symbol) => alphabet.charAt(symbol)).join('');
}

/** The characters as they were meant: upper case, O as 0, I and L as 1, without what people and programs put between them. */
export function meant(text: string): string {
  return text
    .toUpperCase()
    .replace(/[\s\p{Pd}\u2212_.]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
}

/** Whether every character is of the alphabet. */
export function isSpelled(text: string): boolean {
  return [...text].every((character) => alphabet.includes(character));
}

/** Whether the last character is the check of the others; only for a text that `isSpelled`. */
export function isChecked(text: string): boolean {
  return remainderOf([...text].map((character) => alphabet.indexOf(character))) === 0;
}

/** The text in groups of `size`, joined by hyphens. */
export function grouped(text: string, size: number): string {
  return (text.match(new RegExp(`.{1,${size}}`, 'g')) ?? []).join('-');
}
