/** How is a request named between the person, the service and the law? A tracking number: random, short enough to say, and no secret. */
import { grouped, isChecked, isSpelled, meant, spell } from '../case/code.ts';

/** 60 bits: no two requests share one, and counting up finds nobody's. */
const randomLength = 12;

/** Random bytes that `trackingNumber` needs. */
export const trackingNumberRandomBytes = 8;

/** A new number such as LK-7Q2M-9XKA-0RTE-5. Throws RangeError when there are too few random bytes. */
export function trackingNumber(random: Uint8Array): string {
  return written(spell(random, randomLength));
}

/** The number as it is stored, from what somebody typed; null when it cannot be one. */
export function parseTrackingNumber(text: string): string | null {
  const characters = meant(text);
  // The L of the prefix reads as 1; the length tells whether it was typed.
  const body = characters.length === randomLength + 3 && characters.startsWith('1K') ? characters.slice(2) : characters;
  return body.length === randomLength + 1 && isSpelled(body) && isChecked(body) ? written(body) : null;
}

function written(characters: string): string {
  return `LK-${grouped(characters, 4)}`;
}
