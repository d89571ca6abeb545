/** Is every sentence of every page spoken in the language of the page? A language of strange letters shows what is not; then each real one. */
import {
  type Catalogue,
  caseworkCatalogues,
  dayIn,
  dayOfYearIn,
  knownServices,
  type Language,
  lawOfMemberState,
  lawWords,
  listIn,
  localeOf,
  memberStates,
  placesIn,
  reportingRoutes,
  sharedLawWords,
  weekdayIn,
} from '@likeness/casework';
import { describe, expect, test } from 'vitest';
import { statesIn } from '../testing/person-pages.ts';
import { pseudoSpeeches } from '../testing/pseudo-locale.ts';
import { piecesOf } from '../testing/read-words.ts';
import { adultLines, crisisLines, under18Lines } from './help-lines.ts';
import { offeredLanguages, speechIn } from './words.ts';

/** What stands on pages and is no word of theirs: names, addresses, codes, what she typed, and what the operator wrote. */
const names: readonly RegExp[] = [
  /Likeness|Harbour (?:Photos|Aid)|North Forum|Old Forum|Google Search|Maria Beispiel|1 Quay Street, Dublin, Ireland/g,
  /(?:https?:\/\/|mailto:)?[\w.@-]*[\w-]+\.(?:example|org|com|gov|html|pdf|txt)\b\S*/g,
  /LK-[0-9A-Z-]+|the album called summer|Is someone there|maria@|GMT|UTC/g,
  /Legal obligation, GDPR.*/g,
];
const withoutNames = (piece: string): string => names.reduce((rest, name) => rest.replace(name, ' '), piece);

function* leavesOf(part: Catalogue): Generator<string> {
  if (typeof part === 'string') yield part;
  else for (const each of Object.values(part)) yield* leavesOf(each);
}

const dates = [
  '2026-11-20',
  '2026-11-21',
  '2026-11-22',
  '2026-11-23',
  '2026-11-24',
  '2026-11-30',
  '2026-12-01',
  '2026-12-07',
  '2027-02-18',
  '2027-05-19',
].map((day) => new Date(`${day}T12:00:00Z`));

/** What Intl writes in this language on these pages: days, sizes, countries, and the word between the last two of a list. */
function writtenByIntl(language: Language): readonly string[] {
  const country = new Intl.DisplayNames(localeOf(language), { type: 'region' });
  return [
    ...dates.flatMap((at) => [dayOfYearIn(language, at, 'UTC'), weekdayIn(language, at, 'UTC'), dayIn(language, at, 'UTC')]),
    ...reportingRoutes.flatMap(({ countries }) => countries.map((code) => country.of(code) ?? code)),
    listIn(language, ['', '']),
    // A law of a member state is named in its own language.
    ...memberStates.map((country) => (lawOfMemberState(country) ?? '').replace(/ \([^()]*\)$/, '')),
    'kB',
  ];
}

/** What casework and the lists of those who help say: tested where it stands. Longest first, with anything in the places. */
function saidElsewhere(language: Language): readonly RegExp[] {
  const helpers = [...adultLines, ...crisisLines, ...under18Lines].flatMap(({ name, text, linkWords }) => [
    name,
    text[language],
    linkWords,
  ]);
  // A letter's title stands in the service's language.
  const titles = Object.values(caseworkCatalogues.en.letter.title);
  const laws = Object.values(lawWords).map((words) => [...leavesOf(JSON.parse(JSON.stringify(words[language])))]);
  const all = [
    ...leavesOf(caseworkCatalogues[language]),
    ...laws.flat(),
    ...leavesOf(JSON.parse(JSON.stringify(sharedLawWords[language]))),
  ];
  const routes = reportingRoutes.map(({ name }) => name);
  return [...new Set([...all, ...titles, ...helpers, ...routes, ...knownServices.map(({ name }) => name), ...writtenByIntl(language)])]
    .filter((said) => /\p{L}/u.test(said.replace(/\{\w+\}/g, '')))
    .toSorted((a, b) => b.length - a.length)
    .map(
      (leaf) =>
        new RegExp(
          leaf
            .split(/\{\w+\}/)
            .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
            .join('[^.]*?'),
          // A list begins each of its lines with a capital letter.
          'gi',
        ),
    );
}

describe('in strange letters', () => {
  test.each(['ltr', 'rtl'] as const)('%s: no page has a word that is not from the catalogue', (direction) => {
    const speech = pseudoSpeeches[direction];
    const elsewhere = saidElsewhere(speech.language);
    const pieces = new Set(Object.values(statesIn(speech)).flatMap((render) => piecesOf(render())));
    const untranslated = [...pieces]
      .map((piece) =>
        elsewhere.reduce((rest, said) => (/[a-z]{2}/i.test(rest) ? rest.replace(said, ' ') : rest), piece.replace(/\{\w+\}/g, '')),
      )
      .map(withoutNames)
      .filter((rest) => /[a-z]{2}/i.test(rest));
    expect(untranslated).toEqual([]);
  });

  test('sentences grow by three tenths, and keep their places', () => {
    const { catalogue } = pseudoSpeeches.ltr;
    const english = speechIn('en').catalogue;
    expect([...leavesOf(catalogue)].join('').length).toBeGreaterThan([...leavesOf(english)].join('').length * 1.3);
    expect(placesIn(catalogue.request.problems.tooManyLinks)).toEqual(placesIn(english.request.problems.tooManyLinks));
  });
});

/** Names, in whichever language: of laws, authorities, services, hotlines. Who helps, and with what, is data of its own beside its tests. */
const sameEverywhere = new Set([
  ...Object.values(lawWords).flatMap(({ en: { name, complaint } }) => [name, ...(complaint === undefined ? [] : [complaint.name])]),
  ...knownServices.map(({ name }) => name),
  ...reportingRoutes.map(({ name }) => name),
  ...[...adultLines, ...crisisLines, ...under18Lines].flatMap(({ name, linkWords }) => [name, linkWords]),
]);

describe.each(offeredLanguages.filter((language) => language !== 'en'))('%s', (language) => {
  const english = statesIn(speechIn('en'));

  test('no page says a sentence in English', () => {
    const left = Object.entries(statesIn(speechIn(language))).flatMap(([state, render]) => {
      const inEnglish = new Set(piecesOf(english[state]?.() ?? ''));
      const same = piecesOf(render()).filter((piece) => inEnglish.has(piece) && /\p{L}{2}.*\s.*\p{L}{2}/u.test(withoutNames(piece)));
      return same.filter((piece) => !sameEverywhere.has(piece)).map((piece) => `${state}: ${piece}`);
    });
    expect([...new Set(left.map((line) => line.replace(/^.*?: /, '')))]).toEqual([]);
  });
});
