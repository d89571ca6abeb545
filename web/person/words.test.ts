/** Can a child of eleven read it? Two formulas for English, over the sentences of each page. */
import { readFileSync } from 'node:fs';
import type { Catalogue } from '@likeness/casework';
import { expect, test } from 'vitest';
import { english } from './words/en/all.ts';

/** Each sentence of a part of the catalogue, its places filled as a page would. */
function* sentencesIn(said: Catalogue): Generator<string> {
  if (typeof said === 'string') yield said.replace(/\{\w+\}/g, 'LK-7Q2M');
  else for (const part of Object.values(said)) yield* sentencesIn(part);
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

for (const [page, said] of Object.entries(english)) {
  const text = [...sentencesIn(said)].filter((sentence) => /[.?]$/.test(sentence)).join(' ');
  if (text === '') continue;
  test(`a child of eleven can read the sentences of ${page}`, () => {
    const { ari, colemanLiau } = readingAges(text);
    expect(ari).toBeLessThanOrEqual(11);
    expect(colemanLiau).toBeLessThanOrEqual(11);
  });
}

/** What nobody can keep, in any language of marketing: refused on every page, and where the project speaks of itself. */
const overpromises = [
  /every copy/i,
  /all copies/i,
  /keeps? it down for ever/i,
  /for ever\b|forever/i,
  /cannot be reversed|irreversible/i,
  /nobody can ever/i,
  /guarantee/i,
  /100\s?%/,
  /completely (safe|anonymous|private)/i,
  /impossible to/i,
];

test('no sentence of hers promises what cannot be kept', () => {
  for (const sentence of sentencesIn(english)) for (const promise of overpromises) expect(sentence).not.toMatch(promise);
});

test('neither does the first page of the project', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  for (const promise of overpromises.slice(0, 7)) expect(readme).not.toMatch(promise);
});

test('nobody is written to from here: no mail, message or push is built in, and no page asks for permission to send one', () => {
  const server: { readonly dependencies: Readonly<Record<string, string>> } = JSON.parse(
    readFileSync(new URL('../../server/package.json', import.meta.url), 'utf8'),
  );
  expect(Object.keys(server.dependencies).filter((name) => /mail|smtp|twilio|sms|push|sendgrid/i.test(name))).toEqual([]);
  for (const entry of ['every-page', 'request', 'open-case', 'follow']) {
    const source = readFileSync(new URL(`./entries/${entry}.ts`, import.meta.url), 'utf8');
    expect(source).not.toMatch(/Notification|PushManager|serviceWorker/);
  }
});
