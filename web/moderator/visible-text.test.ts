/** Can a name or a link show a moderator something else than it is? */
import { expect, test } from 'vitest';
import { examplePages, requestWith } from './examples.ts';
import { addressText, pageWithVisibleSigns, withVisibleSigns } from './visible-text.ts';

const turn = '\u202E';

test('signs that turn or hide text are written out; letters of any script, joiners, tabs and line ends stay', () => {
  expect(withVisibleSigns(`gpj.${turn}exe\u2066\u200B\uFEFF\u0007`)).toBe('gpj.[U+202E]exe[U+2066][U+200B][U+FEFF][U+0007]');
  const fine = 'محمد 李小龙 می\u200Cخواهم 👩\u200D🚀\tone\ntwo';
  expect(withVisibleSigns(fine)).toBe(fine);
});

test('in a page its texts are written out, and what a form sends back stays the very text', () => {
  expect(pageWithVisibleSigns(`<p title="a>b${turn}">x${turn}</p><input value="${turn}<">`)).toBe(
    `<p title="a>b${turn}">x[U+202E]</p><input value="${turn}<">`,
  );
});

test('a label that is read aloud says what the text says', () => {
  expect(pageWithVisibleSigns(`<button value="${turn}" aria-label="Confirm: hub${turn}" title="${turn}">Confirm</button>`)).toBe(
    `<button value="${turn}" aria-label="Confirm: hub[U+202E]" title="${turn}">Confirm</button>`,
  );
});

test('an address stands as a browser would send it', () => {
  expect(addressText(`https://forum.example/${turn}gpj.exe`)).toBe('https://forum.example/%E2%80%AEgpj.exe');
  expect(addressText('https://fórum.example/ü?a=b c')).toBe('https://xn--frum-qqa.example/%C3%BC?a=b%20c');
  expect(addressText(`photo-${turn}1`)).toBe(`photo-${turn}1`);
});

test('no page of the console shows a sign that turns text', () => {
  const html = requestWith({
    signature: `A. ${turn}Lindqvist`,
    locations: [`https://forum.example/${turn}gpj.exe`],
    contentIds: [`photo-${turn}1`],
    locationDetails: `the ${turn}third`,
    agentAuthority: `her ${turn}lawyer`,
    contact: { other: `through ${turn}Jo` },
  });
  const texts = html.replace(/<[^"<>]*(?:"[^"]*"[^"<>]*)*>/g, ' ');
  expect(texts).not.toContain(turn);
  expect(texts).toContain('https://forum.example/%E2%80%AEgpj.exe');
  expect(texts).toContain('A. [U+202E]Lindqvist');
  expect(html).toContain(`value="https://forum.example/${turn}gpj.exe"`);
  for (const page of Object.values(examplePages)) expect(page()).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
});
