/** Can a child of eleven read it? Two formulas for English, over the sentences of each page. */
import { expect, test } from 'vitest';
import { words } from './words.ts';

function* sentencesIn(said: unknown): Generator<string> {
  if (typeof said === 'string') yield said;
  else if (typeof said === 'function') yield String(said('Harbour Photos', 'LK-7Q2M'));
  else if (typeof said === 'object' && said !== null) for (const part of Object.values(said)) yield* sentencesIn(part);
}

/** School years of the Automated Readability Index (Smith and Senter 1967) and of Coleman and Liau (1975), plus the five years before school. */
function readingAges(text: string): { ari: number; colemanLiau: number } {
  const sentences = text.split(/[.?:]+(?:\s|$)/).filter((sentence) => sentence.trim() !== '').length;
  const wordList = text.match(/[\p{L}\d'-]+/gu) ?? [];
  const letters = wordList.join('').length;
  const perWord = letters / wordList.length;
  return {
    ari: 4.71 * perWord + (0.5 * wordList.length) / sentences - 21.43 + 5,
    colemanLiau: 5.88 * perWord - (29.6 * sentences) / wordList.length - 15.8 + 5,
  };
}

for (const [page, said] of Object.entries(words)) {
  const text = [...sentencesIn(said)].filter((sentence) => /[.?]$/.test(sentence)).join(' ');
  if (text === '') continue;
  test(`a child of eleven can read the sentences of ${page}`, () => {
    const { ari, colemanLiau } = readingAges(text);
    expect(ari).toBeLessThanOrEqual(11);
    expect(colemanLiau).toBeLessThanOrEqual(11);
  });
}
