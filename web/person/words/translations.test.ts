/** Is each translation complete, with the places and the plural forms that its language needs? `npx vitest run web/person/words -t it` checks one. */
import { existsSync, readdirSync } from 'node:fs';
import { type Catalogue, faultsOf, isLanguage, type Language, languages } from '@likeness/casework';
import { expect, test } from 'vitest';
import { english } from './en/all.ts';

const folder = new URL('./', import.meta.url);
const parts = readdirSync(new URL('en/', folder)).filter((file) => file !== 'all.ts');

/** Languages whose folder is whole: `all.ts` comes last. */
const whole = languages.filter((language) => existsSync(new URL(`${language}/all.ts`, folder)));

/** What the files of a language hold, as `all.ts` puts it together. */
async function catalogueOf(language: Language) {
  const modules: readonly Readonly<Record<string, Catalogue>>[] = await Promise.all(
    parts.map((part) => import(new URL(`${language}/${part}`, folder).href)),
  );
  return Object.fromEntries(modules.flatMap((module) => Object.entries(module)));
}

test('English stands in its files as it stands together', async () => {
  expect(await catalogueOf('en')).toEqual(english);
});

test('no folder is of a language that is not known', () => {
  expect(readdirSync(folder).filter((name) => !name.includes('.') && !isLanguage(name))).toEqual([]);
});

for (const language of whole)
  test(`${language}: nothing is missing, nothing is over, and the places and plural forms are right`, async () => {
    expect(faultsOf(english, await catalogueOf(language), language)).toEqual([]);
  });
