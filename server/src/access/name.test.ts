/** Is a name something that people can see? */
import { expect, test } from 'vitest';
import { nameOf } from './name.ts';

test('a name is kept as it was written, without the spaces around it', () => {
  for (const name of ['Ada', 'Harbour Pictures', '海', 'دریا', '🌊', '!', 'x'.repeat(100)]) expect(nameOf(` ${name}\n`)).toBe(name);
});

test('what cannot be seen is no name, and neither is what is too long', () => {
  for (const text of ['', ' ', '\t\n', '\u00a0', '\u200b', '\u2060\u200d', '\u3164', '\u202e', '\u0000', '\ud800', 'x'.repeat(101)])
    expect([text, nameOf(text)]).toEqual([text, null]);
});
