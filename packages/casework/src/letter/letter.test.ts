/** Does a letter say what each law asks, and nothing that she did not say; and is it complete by the same rules as a request here? */
import { describe, expect, test } from 'vitest';
import { languages } from '../language/languages.ts';
import { type BasisId, lawsWith } from '../notice/bases.ts';
import { missingElements } from '../request/missing.ts';
import { caseworkIn } from '../words/catalogue.ts';
import { knownServices } from './directory.ts';
import { type LetterAnswers, letterBases, letterLanguages, lettersFor, letterText, preparedAnswers } from './letter.ts';
import { letterStanding, nextRoutes } from './progress.ts';

const laws = lawsWith();
const words = caseworkIn('en');
const day = '2026-11-22';

/** All that any of the laws asks. */
const complete: LetterAnswers['answers'] = {
  onBehalfOf: 'self',
  locations: ['https://forum.example/t/77'],
  statement: { notConsensual: true, goodFaith: true },
  signature: 'Maria Example',
  contact: { email: 'maria@example.org' },
  declarations: {
    'online-safety-act': { intimate: true, subject: true, true: true },
    'digital-services-act': { accurate: true },
    dmca: { 'not-authorised-use': true, perjury: true },
  },
  signatures: { dmca: 'Maria Example' },
  texts: { dmca: { work: 'a photo that I took of myself in May' } },
};
const asked = (bases: readonly BasisId[], answers = complete): LetterAnswers => ({
  serviceId: null,
  serviceName: 'Old Forum',
  bases,
  answers,
});
const all = (bases: readonly BasisId[], answers = complete): string =>
  lettersFor(laws, asked(bases, answers), day, 'en').map(letterText).join('\n');

test.each(letterBases)('under %s a letter of complete answers lacks nothing, by the code that judges requests here', (basis) => {
  for (const letter of lettersFor(laws, asked([basis]), day, 'en')) expect(letter.missing).toEqual([]);
  expect(missingElements(laws.of(basis), complete)).toEqual([]);
});

test('under all laws at once there are two letters, each complete: the copyright notice stands alone', () => {
  const letters = lettersFor(laws, asked(letterBases), day, 'en');
  expect(letters.map(({ bases }) => bases)).toEqual([['take-it-down', 'online-safety-act', 'digital-services-act'], ['dmca']]);
  expect(letters.flatMap(({ missing }) => missing)).toEqual([]);
  expect(letters[0] && letterText(letters[0])).toContain('Please do not tell the person who posted it who I am');
  expect(letters[1] && letterText(letters[1])).not.toContain('Please do not tell the person');
});

test('each law stands with its section, and its own declarations in its own words', () => {
  const text = all(letterBases);
  for (const id of letterBases) {
    const { name, statute, elements } = laws.of(id);
    expect(text).toContain(`${name}, ${statute}\n\n`);
    for (const { rule, asks } of elements) if (rule === 'declaration') expect(text).toContain(`- ${asks}`);
  }
  expect(text).not.toContain('==');
  expect(text).toContain('within 48 hours');
  expect(text).toContain('the same or substantially the same');
});

test('no list follows another: what she declares would read as one of the laws that are named', () => {
  for (const { blocks } of lettersFor(laws, asked(letterBases), day, 'en'))
    for (const [at, { kind }] of blocks.entries()) expect([kind, blocks[at + 1]?.kind]).not.toEqual(['list', 'list']);
});

test('a law whose first day nobody confirmed is not said to bind', () => {
  expect(all(['online-safety-act'])).toContain('as far as this law applies to you today');
  expect(all(['take-it-down'])).not.toContain('as far as this law applies');
});

test('nothing is declared that she did not tick, and what lacks is named', () => {
  const { declarations: _none, ...answers } = complete;
  const bare = { ...answers, statement: { notConsensual: false, goodFaith: false } };
  const [letter] = lettersFor(laws, asked(['take-it-down', 'online-safety-act', 'digital-services-act'], bare), day, 'en');
  const text = letter === undefined ? '' : letterText(letter);
  expect(text).not.toContain('good faith');
  expect(text).not.toContain('without the consent');
  expect(letter?.missing.map(({ element }) => element)).toEqual(['statement', 'intimate', 'subject', 'true', 'explanation', 'accurate']);
});

test('without a law it asks under the rules of the site, and needs only to know where', () => {
  const letters = lettersFor(laws, asked([], { onBehalfOf: 'self', locations: ['https://forum.example/t/77'] }), day, 'en');
  expect(letters.map(({ bases, missing }) => [bases, missing])).toEqual([[['own-rules'], []]]);
});

test('to a search engine only the laws that reach one are named', () => {
  const letters = lettersFor(laws, { ...asked(letterBases), serviceId: 'google-search', serviceName: 'Google Search' }, day, 'en');
  expect(letters.map(({ bases }) => bases)).toEqual([['online-safety-act'], ['dmca']]);
});

test('a search engine is asked to leave it out, in each language: it takes nothing down, and has no copies', () => {
  const search = { ...asked(['online-safety-act']), serviceId: 'bing', serviceName: 'Microsoft Bing' };
  const [letter] = lettersFor(laws, search, day, 'en');
  const text = letter === undefined ? '' : letterText(letter);
  expect(text).toContain('Request to leave an intimate picture shared without consent out of the search');
  expect(text).toContain('Please leave these results out of your search as soon as you can, and within 48 hours of receiving this.');
  expect(text).toContain('Your search leads to an intimate picture.');
  for (const ofASite of ['take the picture down', 'take down', 'copies', 'Your service shows']) expect(text).not.toContain(ofASite);
  for (const language of languages) {
    const { wishes, opening } = caseworkIn(language).letter;
    const [own] = lettersFor(laws, { ...search, bases: [], language: language === 'ar' ? 'en' : language }, day, language);
    const said = JSON.stringify([own?.blocks, own?.inHerWords]);
    for (const ofASite of [wishes.withoutDelay, wishes.sameCopies, opening.intimate]) expect(said).not.toContain(ofASite);
  }
});

test('under European law it says why that is illegal, with the laws of the states that are known here; nothing of it where she did not say so', () => {
  for (const language of letterLanguages) {
    const [letter] = lettersFor(laws, { ...asked(['digital-services-act']), language }, day, language);
    const text = letter === undefined ? '' : letterText(letter);
    expect(text).toContain(`${caseworkIn(language).letter.law.illegal}\n\n- `);
    expect(text).toContain('Codice penale, articoli 612-ter e 612-quater\n');
  }
  expect(all(['digital-services-act'])).toContain(
    '- Ireland: Harassment, Harmful Communications and Related Offences Act 2020, sections 2 and 3\n',
  );
  // In Arabic the sign at its end would else stand before it.
  const [inArabic] = lettersFor(laws, asked(['digital-services-act']), day, 'ar');
  expect(JSON.stringify(inArabic?.inHerWords)).toContain('السويد: \u2068Brottsbalken 4 kap. 6 c §\u2069');
  const unsaid = { ...complete, statement: { notConsensual: false, goodFaith: false, details: 'It was stolen from me' } };
  for (const text of [all(['digital-services-act'], unsaid), all(['take-it-down'])]) expect(text).not.toContain('this is illegal content');
});

test('under European law only what is missing of name and e-mail address is asked for', () => {
  const { signature: _name, contact: _contact, ...neither } = complete;
  const lacking = (more: Partial<LetterAnswers['answers']>): readonly string[] =>
    lettersFor(laws, asked(['digital-services-act'], { ...neither, ...more }), day, 'en').flatMap(({ missing }) =>
      missing.map(({ sentence }) => sentence),
    );
  expect(lacking({})).toEqual(['We need your name and an e-mail address that works.']);
  expect(lacking({ signature: 'Maria Example', contact: { phone: '555 0100 22' } })).toEqual([
    'We need an e-mail address that works. This law asks for one.',
  ]);
  expect(lacking({ contact: { email: 'maria@example.org' } })).toEqual(['We need your name.']);
});

test('what she named beside the picture stands in it, one by one, in the words of its language; a copyright notice is about the picture alone', () => {
  const beside = [
    { kind: 'text', says: 'Maria E.\nfrom the bakery' },
    { kind: 'link', says: 'https://elsewhere.example/more' },
    { kind: 'account', says: '@not-maria' },
  ] as const;
  const text = all(['take-it-down'], { ...complete, beside });
  expect(text).toContain('- Words in the title or beside it: Maria E. / from the bakery\n- Link: https://elsewhere.example/more\n');
  expect(text).toContain('pretends to be the person in the picture: @not-maria');
  expect(all(['take-it-down'])).not.toContain('What else stands there');
  expect(all(['dmca'], { ...complete, beside })).not.toContain('@not-maria');
});

test('an agent says so and how they may act', () => {
  const text = all(['take-it-down'], { ...complete, onBehalfOf: 'agent', agentAuthority: 'She asked me to' });
  expect(text).toContain('I act for the person in the picture. She asked me to.');
  expect(text).not.toContain('I am the person in the picture');
});

describe('its language', () => {
  const european: LetterAnswers = { ...asked(['digital-services-act']), language: 'de' };

  test('is hers to choose for a European service or its own rules, and English where a law of an English-speaking country is named', () => {
    expect(lettersFor(laws, european, day, 'it')[0]).toMatchObject({
      language: 'de',
      title: 'Bitte um Entfernung eines intimen Bildes, das ohne Zustimmung geteilt wurde',
    });
    expect(lettersFor(laws, { ...asked([]), language: 'es' }, day, 'es')[0]?.language).toBe('es');
    for (const bases of [['take-it-down'], ['online-safety-act', 'digital-services-act'], ['dmca']] as const)
      for (const letter of lettersFor(laws, { ...asked(bases), language: 'de' }, day, 'de')) expect(letter.language).toBe('en');
    expect(lettersFor(laws, asked(['digital-services-act']), day, 'de')[0]?.language).toBe('en');
  });

  test('stands beside the same in her words, part for part, where it is another than hers', () => {
    for (const hers of languages) {
      const [letter] = lettersFor(laws, european, day, hers);
      expect(letter?.inHerWords === null).toBe(hers === 'de');
      if (letter?.inHerWords) expect(letter.inHerWords.blocks.map(({ kind }) => kind)).toEqual(letter.blocks.map(({ kind }) => kind));
    }
  });

  test('what is missing is said in hers, not in that of the service', () => {
    const { signature, contact, ...sparse } = complete;
    const [letter] = lettersFor(laws, asked(['take-it-down'], sparse), day, 'it');
    expect([signature, contact].every(Boolean)).toBe(true);
    expect(letter?.missing.map(({ sentence }) => sentence)).toEqual([
      'La tua firma non c’è ancora. Basta scrivere il tuo nome.',
      'Ci serve un modo per contattarti che funzioni. Può essere un’e-mail, un numero di telefono o altro.',
    ]);
  });

  test('her own words stand in it as she wrote them', () => {
    const text = 'Foto von mir, auf Seite 3';
    for (const language of letterLanguages) {
      const [letter] = lettersFor(laws, { ...european, language, answers: { ...complete, locationDetails: text } }, day, 'ar');
      expect(letter && letterText(letter)).toContain(text);
    }
  });

  test('answers for a form are in the language of the letter, with their meaning in hers', () => {
    const [who] = preparedAnswers({ ...asked([]), serviceId: 'bing' }, 'de').slice(-1);
    expect(who).toEqual({
      question: 'Was nicht in Ordnung ist',
      answer: 'An intimate picture was shared without the consent of the person in it.',
      language: 'en',
      inHerWords: 'Ein intimes Bild wurde ohne die Zustimmung der Person darauf geteilt.',
      help: null,
    });
  });
});

test('the form of each known service is answered from what she said; what only she can say is left to her', () => {
  for (const { id, asks } of knownServices) {
    const answers = preparedAnswers({ ...asked([]), serviceId: id }, 'en');
    expect(answers).toHaveLength(Object.keys(asks).length);
    for (const { answer, help } of answers) expect(answer ?? help).toBeTruthy();
  }
  const google = preparedAnswers({ ...asked([]), serviceId: 'google-search' }, 'en');
  expect(google).toContainEqual({ question: 'Legal name', answer: 'Maria Example', language: 'en', inHerWords: null, help: null });
  expect(preparedAnswers(asked([]), 'en')).toEqual([]);
});

test('every line of the directory says where it was read and when', () => {
  for (const { form, source, checkedOn } of knownServices) {
    expect(form).toMatch(/^https:\/\//);
    expect(source).toMatch(/^https:\/\//);
    expect(checkedOn).toMatch(/^20\d\d-\d\d-\d\d$/);
  }
});

describe('what became of it', () => {
  const bases = [laws.of('take-it-down'), laws.of('digital-services-act')];
  const at = (hours: number): Date => new Date(Date.UTC(2026, 10, 20) + hours * 3_600_000);
  const state = { sentAt: at(0), outcome: null };

  test('the time runs from when she sent it, and once it has passed there is somewhere to turn', () => {
    expect(letterStanding(bases, { sentAt: null, outcome: null }, at(0), words)).toMatchObject({ key: 'to-send', until: null });
    expect(letterStanding(bases, state, at(47), words)).toMatchObject({ key: 'sent', until: at(48), routes: [] });
    expect(letterStanding(bases, state, at(48), words)).toMatchObject({
      key: 'overdue',
      routes: [{ name: 'Federal Trade Commission (FTC)' }, { name: 'your Digital Services Coordinator' }],
    });
  });

  test('a refusal names the next route, and what is gone needs none', () => {
    expect(letterStanding(bases, { ...state, outcome: 'refused' }, at(2), words).routes).toHaveLength(2);
    expect(letterStanding(bases, { ...state, outcome: 'gone' }, at(99), words)).toMatchObject({ key: 'gone', routes: [] });
  });

  test('after the no of a search engine there are its forms and the authorities for data protection, whatever the laws', () => {
    for (const language of languages)
      for (const service of knownServices) {
        const { sentence, routes } = letterStanding([], { ...state, outcome: 'refused' }, at(2), caseworkIn(language), service.id);
        expect(sentence).toBe(caseworkIn(language).letter.search.refused);
        expect(routes.map(({ url }) => new URL(url).protocol)).toEqual(Array(4).fill('https:'));
        expect(routes[0]).toMatchObject({ url: service.form });
      }
    expect(nextRoutes('bing', [laws.of('online-safety-act')], words).at(-1)).toMatchObject({ name: 'Ofcom' });
    expect(nextRoutes(null, [], words)).toEqual([]);
  });

  test('a law without hours gives no time, and nothing is ever late under it', () => {
    expect(letterStanding([laws.of('digital-services-act')], state, at(999), words)).toMatchObject({ key: 'sent', until: null });
  });
});
