/** Does a law in another language ask the same, and does what an operator corrected win over its translation? */
import { describe, expect, test } from 'vitest';
import { languages } from '../language/languages.ts';
import { missingElements } from '../request/missing.ts';
import { basisIds, basisOf, lawsWith } from './bases.ts';
import { correctedLaws } from './corrections.ts';
import { basisIn, lawsIn } from './in-language.ts';

const laws = lawsWith();

describe.each(languages)('%s', (language) => {
  test('asks for the same elements, at the same places, with the same grounds, hours and force', () => {
    for (const { id, basis } of lawsIn(laws, language).all) {
      const english = laws.of(id);
      const facts = ({ elements, agentElements, grounds, clock, inForce, territories, uploader, contentTests, sources }: typeof basis) => ({
        elements: [...elements, ...agentElements].map(({ key, rule, pointer, lawWording, mark, label }) => [
          key,
          rule,
          pointer,
          lawWording,
          mark,
          label,
        ]),
        grounds: grounds.map(({ key, decision, label, toPlatform }) => [key, decision, label, toPlatform]),
        clock: [clock.kind, clock.hours, clock.lawWording],
        others: [inForce, territories, uploader, contentTests, sources],
      });
      expect(facts(basis)).toEqual(facts(english));
      expect(basis).toEqual(basisIn(language, id));
      expect(missingElements(basis, { onBehalfOf: 'agent' }).map(({ element }) => element)).toEqual(
        missingElements(english, { onBehalfOf: 'agent' }).map(({ element }) => element),
      );
    }
  });
});

test('every text that a person reads of a law is said in each language, but for names', () => {
  const names = new Set([
    'TAKE IT DOWN Act',
    'Online Safety Act 2023',
    '47 U.S.C. 223a(a)',
    '17 U.S.C. 512(c)(3)',
    'Ofcom',
    'Federal Trade Commission (FTC)',
  ]);
  const textsOf = (id: (typeof basisIds)[number], language: (typeof languages)[number]): string[] => {
    const { name, statute, instrument, country, warnings, elements, agentElements, clock, grounds, complaint } = basisIn(language, id);
    return [
      ...[name, statute, instrument, country, clock.words, ...warnings],
      ...[...elements, ...agentElements].flatMap(({ asks, short, missing, whyWeAsk, whoWillSee }) => [
        asks,
        short,
        missing,
        whyWeAsk,
        whoWillSee,
      ]),
      ...grounds.flatMap(({ toPerson, whatNext }) => [toPerson, whatNext]),
      ...(complaint === null ? [] : [complaint.name, complaint.sentence]),
    ];
  };
  for (const id of basisIds) {
    const english = textsOf(id, 'en');
    for (const language of languages.filter((one) => one !== 'en'))
      expect([language, id, textsOf(id, language).filter((text, at) => text === english[at] && !names.has(text))]).toEqual([
        language,
        id,
        [],
      ]);
  }
});

test('the European law has the name and the words that its own text has in each language', () => {
  const named = (['it', 'de', 'es'] as const).map((language) => {
    const { name, statute } = basisIn(language, 'digital-services-act');
    return `${name}: ${statute}`;
  });
  expect(named).toEqual([
    'Regolamento sui servizi digitali (DSA): Regolamento (UE) 2022/2065, articolo 16',
    'Gesetz über digitale Dienste (DSA): Verordnung (EU) 2022/2065, Artikel 16',
    'Reglamento de Servicios Digitales (DSA): Reglamento (UE) 2022/2065, artículo 16',
  ]);
});

test('what an operator corrected stands as it was written, in every language; the rest is translated', () => {
  const corrected = correctedLaws({
    'digital-services-act': {
      checkedOn: '2026-11-20',
      source: { title: 'A lawyer’s letter', url: 'https://lawyer.example/letter' },
      complaint: { name: 'Bundesnetzagentur', url: 'https://www.bundesnetzagentur.de/', sentence: 'Schreib der Bundesnetzagentur.' },
      elements: { accurate: { asks: 'Alles hier stimmt.' } },
      clock: { hours: 12 },
    },
  });
  if (!('of' in corrected)) throw new Error('refused');
  for (const language of languages) {
    const law = lawsIn(corrected, language).of('digital-services-act');
    expect(law.complaint).toMatchObject({ name: 'Bundesnetzagentur', sentence: 'Schreib der Bundesnetzagentur.' });
    expect(law.clock.hours).toBe(12);
    const shipped = basisIn(language, 'digital-services-act').elements;
    expect(law.elements).toEqual(
      shipped.map((element) => (element.key === 'accurate' ? { ...element, asks: 'Alles hier stimmt.' } : element)),
    );
    expect(lawsIn(corrected, language).of('dmca')).toEqual(basisIn(language, 'dmca'));
  }
  expect(lawsIn(laws, 'en').of('dmca')).toBe(basisOf('dmca'));
});
