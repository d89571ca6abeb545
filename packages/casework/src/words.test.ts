/** Does every sentence toward the person and the uploader, in every language, use calm words that a child of eleven can read, and say all that English says? */
import { describe, expect, test } from 'vitest';
import type { CaseEvent } from './case/events.ts';
import { standing } from './case/standing.ts';
import { timeline } from './case/timeline.ts';
import { complaintAnswer, complaintGrounds, complaintReasonsIn, sideAnswersIn } from './decision/complaint.ts';
import { groundsOf } from './decision/grounds.ts';
import { type StatementOfReasons, statementIn, statementOf } from './decision/statement.ts';
import type { Catalogue } from './language/catalogue.ts';
import { faultsOf } from './language/faults.ts';
import { type Language, languages } from './language/languages.ts';
import { describedServices } from './letter/directory.ts';
import { letterStanding } from './letter/progress.ts';
import { type BasisId, basisIds, lawsWith } from './notice/bases.ts';
import type { LegalBasis } from './notice/basis.ts';
import { basisIn, lawWords, sharedLawWords } from './notice/in-language.ts';
import { type AmendedBy, amendableFields } from './request/amendments.ts';
import { noFiles } from './request/files.ts';
import { type CaseworkWords, caseworkCatalogues, caseworkIn } from './words/catalogue.ts';

/** Never toward anybody, in any form: they blame, alarm or promise too much. Arabic by its roots as they are written. */
const never: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'victim',
    'revenge porn',
    'leaked',
    'alleged',
    'submit evidence',
    'every copy',
    'all copies',
    'guarantee',
    'cannot be reversed',
    'irreversible',
    'pending',
    'for ever',
  ],
  it: [
    'vittim',
    'revenge porn',
    'porno',
    'presunt',
    'prove ',
    'ogni copia',
    'tutte le copie',
    'garanti',
    'per sempre',
    'irreversibil',
    'in sospeso',
    'impossibile',
  ],
  de: [
    'opfer',
    'racheporno',
    'porno',
    'angeblich',
    'mutmaßlich',
    'beweise',
    'jede kopie',
    'alle kopien',
    'garantier',
    'für immer',
    'unumkehrbar',
    'schwebend',
    'unmöglich',
  ],
  es: [
    'víctima',
    'venganza',
    'porno',
    'presunt',
    'pruebas',
    'cada copia',
    'todas las copias',
    'garanti',
    'para siempre',
    'irreversibl',
    'pendiente',
    'imposible',
  ],
  ar: [
    'ضحي',
    'ضحاي',
    'إباحي',
    'انتقام',
    'مزعوم',
    'زعم',
    'أدلة',
    'كل نسخة',
    'كل النسخ',
    'جميع النسخ',
    'نضمن',
    'مضمون',
    'إلى الأبد',
    'مستحيل',
    'معلّق',
  ],
};

/** A moderator's own words: they stand as they were written. */
const typedReason = 'We asked you for a link.';

function hour(hours: number): Date {
  return new Date(hours * 3_600_000);
}

/** Histories that together bring out every line of the timeline and every standing. */
function histories(basis: LegalBasis): CaseEvent[][] {
  const everything = [...basis.elements, ...basis.agentElements].flatMap(({ key, isOptional }) => (isOptional ? [] : [key]));
  const received: CaseEvent = { kind: 'received', at: hour(0), missing: [] };
  const asked: CaseEvent = { kind: 'withdrawal-asked', at: hour(3), takesEffectAt: hour(75) };
  const files = { pictures: 2, videos: 1, others: 1 };
  const beside = { text: 1, link: 2, account: 3 };
  const amended = (by: AmendedBy): CaseEvent[] =>
    amendableFields.flatMap((field) => [
      { kind: 'amended', at: hour(2), missing: everything, by, added: { places: 3, files: noFiles, given: [field], changed: [] } },
      { kind: 'amended', at: hour(2), missing: everything, by, added: { places: 0, files, given: [], changed: [field] } },
      { kind: 'amended', at: hour(2), missing: everything, by, added: { places: 0, files, given: [], changed: [], beside } },
    ]);
  return [
    [],
    [received, ...amended('person'), { kind: 'amended', at: hour(3), missing: [] }],
    [received, ...amended('platform'), { kind: 'contact-erased', at: hour(4) }, { kind: 'answers-erased', at: hour(5) }],
    [{ kind: 'received', at: hour(0), missing: everything }],
    [received, { kind: 'seen', at: hour(1) }],
    ...[...groundsOf(basis), ...(['remove', 'restrict', 'keep', 'refer'] as const).map((decision) => ({ key: 'of-old', decision }))].map(
      ({ key, decision }): CaseEvent[] => [received, { kind: 'decided', at: hour(1), decision, ground: key }],
    ),
    [received, { kind: 'decided', at: hour(1), decision: 'refer', ground: 'under-18' }, { kind: 'removed', at: hour(2) }],
    [received, { kind: 'removed', at: hour(2) }],
    ...groundsOf(basis)
      .filter(({ decision }) => decision === 'restrict')
      .slice(0, 3)
      .flatMap(({ key }): CaseEvent[][] => {
        const decided: CaseEvent = { kind: 'decided', at: hour(1), decision: 'restrict', ground: key };
        return [
          [received, decided, { kind: 'limited', at: hour(2) }],
          [received, decided, { kind: 'complaint-asked', at: hour(2), until: hour(170) }],
        ];
      }),
    ...(['undone', 'complaint'] as const).map((because): CaseEvent[] => [
      received,
      { kind: 'decided', at: hour(1), decision: 'remove', ground: 'valid-request' },
      { kind: 'reversed', at: hour(2), because },
      ...(because === 'complaint' ? [{ kind: 'decided' as const, at: hour(2), decision: 'keep' as const, ground: 'after-complaint' }] : []),
    ]),
    ...(['restrict', 'keep'] as const).map((decision): CaseEvent[] => [
      received,
      { kind: 'decided', at: hour(1), decision, ground: 'of-old' },
      { kind: 'reversed', at: hour(2), because: 'undone' },
    ]),
    ...['court', 'counter-notice'].map((ground): CaseEvent[] => [
      received,
      { kind: 'decided', at: hour(1), decision: 'remove', ground: 'valid-request' },
      { kind: 'complaint-asked', at: hour(2), until: hour(170) },
      { kind: 'reversed', at: hour(3), because: 'outside' },
      { kind: 'decided', at: hour(3), decision: 'keep', ground },
      { kind: 'complaint-decided', at: hour(3), by: 'uploader', outcome: 'upheld', unjudged: 'outside' },
    ]),
    ...groundsOf(basis)
      .filter(({ decision }) => decision === 'restrict')
      .slice(0, 1)
      .map(({ key }): CaseEvent[] => [
        received,
        { kind: 'decided', at: hour(1), decision: 'restrict', ground: key },
        { kind: 'complaint-asked', at: hour(2), until: hour(170) },
        { kind: 'complaint-decided', at: hour(3), by: 'requester', outcome: 'upheld' },
        { kind: 'reversed', at: hour(3), because: 'complaint', isReopened: true },
        { kind: 'complaint-decided', at: hour(3), by: 'uploader', outcome: 'rejected', unjudged: 'anew' },
      ]),
    [
      received,
      { kind: 'decided', at: hour(1), decision: 'remove', ground: 'valid-request' },
      { kind: 'complaint-decided', at: hour(3), by: 'uploader', outcome: 'upheld', isOfPart: true },
    ],
    ...[1, 3].map((foundToo): CaseEvent[] => [
      received,
      { kind: 'decided', at: hour(1), decision: 'remove', ground: 'valid-request', foundToo },
    ]),
    ...['court', 'counter-notice'].map((ground): CaseEvent[] => [
      received,
      { kind: 'decided', at: hour(1), decision: 'remove', ground: 'valid-request' },
      { kind: 'set-aside-in-part', at: hour(3), ground },
    ]),
    [received, { kind: 'paused', at: hour(2), until: hour(5), reason: typedReason }, { kind: 'resumed', at: hour(3) }],
    [received, { kind: 'extended', at: hour(2), byMs: 1, reason: typedReason }],
    [received, { kind: 'restricted', at: hour(2) }, { kind: 'copies-removed', at: hour(3), count: 3 }],
    ...(['uploader', 'requester'] as const).flatMap((by) =>
      (['upheld', 'rejected'] as const).map((outcome): CaseEvent[] => [
        received,
        { kind: 'decided', at: hour(1), decision: by === 'uploader' ? 'remove' : 'keep', ground: 'of-old' },
        ...(by === 'uploader'
          ? [
              { kind: 'complaint-asked' as const, at: hour(2), until: hour(170) },
              { kind: 'complaint-answered' as const, at: hour(3) },
            ]
          : [{ kind: 'complained' as const, at: hour(2) }]),
        { kind: 'complaint-decided', at: hour(4), by, outcome },
        ...(outcome === 'upheld' ? [{ kind: 'reversed' as const, at: hour(4), because: 'complaint' as const }] : []),
      ]),
    ),
    [received, asked],
    [received, asked, { kind: 'withdrawal-cancelled', at: hour(4) }],
    [received, asked, { kind: 'withdrawn', at: hour(75) }],
  ];
}

function textsToward(basis: LegalBasis, words: CaseworkWords): string[] {
  const elements = [...basis.elements, ...basis.agentElements].flatMap(({ asks, missing, whyWeAsk, whoWillSee }) => [
    asks,
    missing,
    whyWeAsk,
    whoWillSee,
  ]);
  const told = histories(basis).flatMap((events) => [
    ...timeline(basis, events, words).map(({ sentence }) => sentence),
    ...[1, 60].map((now) => standing(basis, events, hour(now), words).sentence),
  ]);
  return [...elements, ...told, ...basis.warnings, ...(basis.complaint === null ? [] : [basis.complaint.sentence])];
}

/** What stands beside letters to services elsewhere. */
function besideLetters(words: CaseworkWords): string[] {
  const law = (id: BasisId): LegalBasis => basisIn(words.language, id);
  return [
    ...describedServices(words).flatMap(({ does, asks }) => [does, ...asks.flatMap(({ help }) => help ?? [])]),
    ...[0, 60].flatMap((now) =>
      [
        { sentAt: null, outcome: null },
        { sentAt: hour(0), outcome: null },
        { sentAt: hour(0), outcome: 'refused' as const },
        { sentAt: hour(0), outcome: 'gone' as const },
      ].map((state) => letterStanding([law('take-it-down')], state, hour(now), words).sentence),
    ),
    letterStanding([law('digital-services-act')], { sentAt: hour(0), outcome: null }, hour(1), words).sentence,
  ];
}

/** All that she reads. */
function hers(language: Language): string[] {
  const words = caseworkIn(language);
  return [
    ...new Set([
      ...basisIds.flatMap((id) => textsToward(basisIn(language, id), words)),
      ...besideLetters(words),
      ...Object.values(words.case.code),
      ...Object.values(words.case.pin),
      ...(['refused', 'limited'] as const).flatMap((of) => complaintReasonsIn(words, of).map(({ label }) => label)),
      ...sideAnswersIn(words).map(({ label }) => label),
      ...complaintGrounds.filter(({ by }) => by === 'requester').map((ground) => complaintAnswer(words, ground)),
    ]),
  ];
}

/** Every statement of reasons that can be owed in the Union and under the copyright law. */
function statements(): StatementOfReasons[] {
  const service = { kind: 'user-content', territories: ['EU', 'US'], follows: [], targetHours: {} } as const;
  const requests = [
    null,
    ...basisIds.flatMap((basis) => [true, false].map((isTrusted) => ({ basis, alsoUnder: [], isTrusted, isYoung: false }))),
  ];
  return requests.flatMap((request) =>
    ['valid-request', 'own-rules'].flatMap((ground) =>
      [true, false].flatMap((isAutomatic) => {
        const made = statementOf(lawsWith(), service, { ground, decidedAt: hour(0), request, isAutomatic }, '2026-11-22');
        return made === null ? [] : [made];
      }),
    ),
  );
}

/** All that whoever posted it reads. */
function uploaders(language: Language): string[] {
  const words = caseworkIn(language);
  return [
    ...new Set([
      ...statements().flatMap((made) => {
        const { facts, automation, ground, redress } = statementIn(words, made);
        return [
          facts.text,
          automation.text,
          ground.text,
          redress.complaint,
          redress.court,
          ...(redress.outOfCourt === null ? [] : [redress.outOfCourt]),
        ];
      }),
      ...complaintReasonsIn(words, 'taken-away').map(({ label }) => label),
      ...complaintGrounds
        .filter(({ by }) => by === 'uploader')
        .flatMap((ground) => [complaintAnswer(words, ground), complaintAnswer(words, { ...ground, isMeanwhile: true })]),
      words.decision.statement.redress.complaintMeanwhile,
    ]),
  ];
}

/** Flesch and Kincaid's grade (1975): 0.39 words per sentence + 11.8 syllables per word - 15.59. */
function grade(text: string): number {
  const sentences = text.split(/[.!?:](?:\s|$)/).filter((sentence) => /\w/.test(sentence)).length;
  const words = text.match(/[A-Za-z0-9][A-Za-z0-9.'’-]*/g) ?? [];
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
}

/** Groups of vowels, without the silent e and ed at the end: near enough for English prose. */
function syllablesOf(word: string): number {
  const spoken = word
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, (ending) => ending.charAt(0));
  return Math.max(1, spoken.match(/[aeiouy]+/g)?.length ?? 1);
}

test('the grade of known sentences is near their published one', () => {
  expect(grade('The cat sat on the mat.')).toBeCloseTo(-1.45, 1);
  expect(grade('The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.')).toBeCloseTo(11.3, 0);
});

describe.each(hers('en'))('%s', (text) => {
  test('can be read at eleven', () => {
    expect(grade(text)).toBeLessThanOrEqual(7);
  });
});

test('taken together the sentences stay below sixth grade', () => {
  expect(grade(hers('en').join(' '))).toBeLessThan(6);
});

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Sentences, words, letters and groups of vowels of a prose. */
function measured(texts: readonly string[]) {
  const prose = texts.map((text) => text.replace(/https:\/\/\S+/g, ''));
  const words = prose.flatMap((text) => text.match(/[\p{L}\p{M}\d’-]+/gu) ?? []);
  return {
    sentences: prose.reduce((sum, text) => sum + Math.max(1, count(text, /[.:?؟](?=\s|$)/g)), 0),
    words: words.length,
    letters: words.reduce((sum, word) => sum + word.length, 0),
    vowels: words.reduce((sum, word) => sum + Math.max(1, count(word, /[aeiouyäöüáéíóúàèìòù]+/gi)), 0),
  };
}

test('each other language is read as easily, by the formula that it has', () => {
  const it_ = measured(hers('it'));
  // Gulpease (Lucisano and Piemontese 1988): from 60 on it is easy for whoever finished the first three years after primary school.
  expect(89 + (300 * it_.sentences - 10 * it_.letters) / it_.words).toBeGreaterThan(60);
  const de = measured(hers('de'));
  // Flesch for German (Amstad 1978): 70 to 80 is easy, sixth year of school.
  expect(180 - de.words / de.sentences - 58.5 * (de.vowels / de.words)).toBeGreaterThan(70);
  const es = measured(hers('es'));
  // Fernández Huerta (1959): 70 to 80 is rather easy, sixth year of school.
  expect(206.84 - 60 * (es.vowels / es.words) - 1.02 * (es.words / es.sentences)).toBeGreaterThan(70);
  const ar = measured(hers('ar'));
  // None is established for Arabic: its sentences are short.
  expect(ar.words / ar.sentences).toBeLessThan(10);
});

describe.each(languages)('%s', (language) => {
  const texts = [...hers(language), ...uploaders(language)];

  test('no sentence blames, alarms or promises too much', () => {
    for (const text of texts) {
      expect(
        never[language].filter((word) => text.toLowerCase().includes(word)),
        text,
      ).toEqual([]);
      expect(text).not.toMatch(/[!¡]/);
    }
  });

  test('has every place and plural form of every catalogue', () => {
    expect(faultsOf(caseworkCatalogues.en, caseworkCatalogues[language], language)).toEqual([]);
    for (const id of basisIds)
      expect([id, faultsOf(asCatalogue(lawWords[id].en), asCatalogue(lawWords[id][language]), language)]).toEqual([id, []]);
    expect(faultsOf(asCatalogue(sharedLawWords.en), asCatalogue(sharedLawWords[language]), language)).toEqual([]);
  });
});

/** Words of a law, without what it does not have. */
const asCatalogue = (words: object): Catalogue => JSON.parse(JSON.stringify(words));

describe.each(languages.filter((language) => language !== 'en'))('%s after every history', (language) => {
  const english = new Set([...hers('en'), ...uploaders('en')].flatMap(sentencesOf));

  test('not one sentence of it is English', () => {
    const left = [...hers(language), ...uploaders(language)].flatMap(sentencesOf).filter((sentence) => english.has(sentence));
    expect([...new Set(left)]).toEqual([]);
  });

  test('a line of the timeline stands where it stands in English', () => {
    for (const id of basisIds)
      for (const events of histories(basisIn('en', id))) {
        const keys = (spoken: Language) =>
          timeline(basisIn(spoken, id), events, caseworkIn(spoken)).map(({ key, at }) => [key, at.getTime()]);
        expect(keys(language)).toEqual(keys('en'));
      }
  });
});

/** The sentences of a text, each of two words at least, without what a moderator wrote. */
function sentencesOf(text: string): string[] {
  return text
    .replace(typedReason, '')
    .split(/(?<=[.:?])\s+/)
    .filter((sentence) => /\s/.test(sentence.trim()));
}
