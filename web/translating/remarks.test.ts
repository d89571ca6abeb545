/** Does every remark of a file of sentences stay with its sentence when the file is written again? */
import { readdirSync, readFileSync } from 'node:fs';
import { type Catalogue, languages } from '@likeness/casework';
import { expect, test } from 'vitest';
import { speechIn } from '../person/words.ts';
import { remarksIn, remarkWords, writtenWith } from './remarks.ts';

const small = `/** Which sentences are these? */
import type { WordsOf } from '../in-each-language.ts';

/** Of the whole part. */
export const one: WordsOf<'one'> = {
  /** "Sunday", { and } and // in it. */
  a: 'it\\'s // no remark', // of b
  b: ["x /* none */", /* of the second */ 'y'],
  'c-d': { one: 'z', /** Of
   * two lines. */ other: 'zz' },
};
`;

test('a remark is about what follows it, whatever stands in texts', () => {
  expect([...remarksIn(small)].map(([path, remarks]) => [path, remarks.map(remarkWords)])).toEqual([
    ['one', ['Of the whole part.']],
    ['one.a', ['"Sunday", { and } and // in it.']],
    ['one.b', ['of b']],
    ['one.b.1', ['of the second']],
    ['one.c-d.other', ['Of two lines.']],
  ]);
});

test.each(languages)('%s: all of them are there again in what is written anew', (language) => {
  const folder = new URL(`../person/words/${language}/`, import.meta.url);
  const whole: Catalogue = speechIn(language).catalogue;
  for (const file of readdirSync(folder).filter((name) => name !== 'all.ts')) {
    const source = readFileSync(new URL(file, folder), 'utf8');
    const remarks = remarksIn(source);
    // What stands before a constant is written with it, and counted apart.
    const inside = [...remarks].filter(([path]) => path.includes('.'));
    expect([file, [...remarks.values()].flat().length]).toEqual([file, (source.match(/^\s*(?:\/\*\*|\/\/)/gm) ?? []).length - 1]);
    const parts = Object.entries(whole).filter(([name]) => new RegExp(`const ${name === 'case' ? 'theCase' : name}\\b`).test(source));
    const written = parts.map(([name, part]) => `const ${name} = ${writtenWith(part, name, remarks)};`).join('\n');
    expect(Object.fromEntries(remarksIn(written))).toEqual(Object.fromEntries(inside));
  }
});
