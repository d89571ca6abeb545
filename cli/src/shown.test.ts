/** Can a name that somebody else chose hide or fake something in a terminal? */
import { expect, test } from 'vitest';
import { quoted, shown } from './shown.ts';

test.each([
  ['turned', 'gpj.\u202eexe', '"gpj.\\u202eexe"'],
  ['a zero-width space', 'Har\u200bbour', '"Har\\u200bbour"'],
  ['a byte order mark', '\ufeffHarbour', '"\\ufeffHarbour"'],
  ['a tag beyond the first plane', 'a\u{e0041}', '"a\\udb40\\udc41"'],
  ['a line end and a control', 'a\nb\u0007\u009b', '"a\\nb\\u0007\\u009b"'],
])('%s is written out, alone and in a sentence, and reads back as it was', (_, name, text) => {
  expect([shown(name), quoted(name)]).toEqual([text, text]);
  expect(JSON.parse(text)).toBe(name);
});

test('other names stand as they are, in a sentence with quotes; joiners stay', () => {
  for (const name of ['Harbour hub', 'محمد می\u200cخواهم', '👩\u200d🚀']) expect([shown(name), quoted(name)]).toEqual([name, `"${name}"`]);
});
