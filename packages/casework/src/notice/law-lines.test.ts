import { expect, test } from 'vitest';
import { basisIds, basisOf } from './bases.ts';
import { basisIn } from './in-language.ts';
import { lawLines, withLinesOf } from './law-lines.ts';

test('whatever line a law asks for beside the others is read back under its own name, and an empty one is not', () => {
  const asked = basisIds.flatMap((id) => basisOf(id).elements.filter(({ pointer }) => /^\/(texts|signatures)\//.test(pointer)));
  const texts: Record<string, Record<string, string>> = {};
  const signatures: Record<string, string> = {};
  for (const { pointer } of asked) {
    const [, part, law = '', key = ''] = pointer.split('/');
    if (part === 'texts') texts[law] = { ...texts[law], [key]: `said of ${key}` };
    else signatures[law] = 'Maria Example';
  }
  expect(lawLines({ texts, signatures }, basisOf).map(({ element }) => element)).toEqual(asked);
  expect(asked.map(({ label }) => label)).toContain('the issuing authority');
  expect(lawLines({ texts: { dmca: { work: ' ' } } }, basisOf)).toEqual([]);
  const [line] = lawLines({ signatures: { dmca: 'Maria Example' } }, (id) => basisIn('de', id));
  expect(line).toMatchObject({ text: 'Maria Example', element: { short: basisIn('de', 'dmca').elements[0]?.short } });
});

test('of one filing the lines of all its laws are read together, and nothing else of the others', () => {
  const head = { signature: 'Maria Example', signatures: { 'take-it-down': 'Maria' } };
  const notice = { signature: 'M. E.', texts: { dmca: { work: 'A photo of May' } }, signatures: { dmca: 'Maria Example' } };
  expect(withLinesOf(head, [notice])).toEqual({
    signature: 'Maria Example',
    texts: { dmca: { work: 'A photo of May' } },
    signatures: { 'take-it-down': 'Maria', dmca: 'Maria Example' },
  });
  expect(withLinesOf(head, [{}])).toEqual(head);
});
