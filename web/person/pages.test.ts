/** Does every page of hers, in every state, keep the promises that can be read from its markup alone? */
import {
  bases,
  basisIn,
  caseworkIn,
  filesText,
  knownServices,
  type Language,
  languages,
  nextRoutes,
  reportingRoutes,
} from '@likeness/casework';
import { describe, expect, test } from 'vitest';
import { caseCode, pageStates, statesIn } from '../testing/person-pages.ts';
import { downloadName } from './download.tsx';
import { adultLines, crisisLines, herLinesFirst, under18Lines } from './help-lines.ts';
import { paths } from './paths.ts';
import { offeredLanguages, speechIn, words } from './words.ts';

const pages = Object.entries(pageStates).map(([name, render]) => ({ name, html: render() }));
const knownPaths: readonly string[] = Object.values(paths);

/** The text as it is read: tags out, what hides in attributes out. */
const textOf = (html: string): string =>
  html
    .replace(/<head>.*<\/head>/s, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

/** Services that a request can be sent to, and authorities that watch over them. */
const elsewhere: readonly string[] = [
  ...knownServices.map(({ form }) => form),
  ...Object.values(bases).flatMap(({ complaint }) => (complaint === null ? [] : [complaint.url])),
  'mailto:legal@forum.example',
];

/** An address of this site without the language that it stands under. */
const inNoLanguage = (href: string): string =>
  offeredLanguages.reduce((path, language) => path.replace(new RegExp(`^/${language}(?=/)`), ''), href);

const all = (html: string, pattern: RegExp): string[] => [...html.matchAll(pattern)].map((match) => match[1] ?? match[0]);

describe.each(pages)('$name', ({ html }) => {
  test('has no script or style of its own in the markup', () => {
    expect(all(html, /<script(?![^>]*\ssrc=)[^>]*>/g)).toEqual([]);
    expect(all(html, /<style/g)).toEqual([]);
    expect(all(html, /\sstyle=/g)).toEqual([]);
    expect(all(html, /\son[a-z]+=/g)).toEqual([]);
    expect(all(html, /(?:href|src|action)="(javascript:|data:)/g)).toEqual([]);
  });

  test('gives each id once', () => {
    const ids = all(html, /\sid="([^"]*)"/g);
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
  });

  test('loads nothing from elsewhere, and checks what it loads', () => {
    for (const tag of all(html, /(<script[^>]*>|<link rel="stylesheet"[^>]*>)/g)) {
      expect(tag).toMatch(/(?:src|href)="\/assets\//);
      expect(tag).toMatch(/integrity="sha384-/);
    }
  });

  const ofSearchEngines = knownServices.flatMap(({ id }) => nextRoutes(id, [], caseworkIn('en')).map(({ url }) => url));

  test('posts only to addresses of this site, and leads only there or to named helpers', () => {
    const helpers = [
      ...[...adultLines, ...crisisLines, ...under18Lines].map(({ href }) => href),
      ...reportingRoutes.map(({ url }) => url),
      ...ofSearchEngines,
    ];
    for (const action of all(html, /<form[^>]*\saction="([^"]*)"/g)) expect(knownPaths).toContain(action);
    for (const href of all(html, /<a[^>]*\shref="([^"]*)"/g)) {
      const isKnown =
        knownPaths.includes(inNoLanguage(href)) ||
        href.startsWith('#') ||
        href.startsWith('tel:') ||
        helpers.includes(href) ||
        elsewhere.includes(href) ||
        /^\/(elsewhere|case\/letter|case\/letter\/file|case\/take-out)\?which=\d+(&amp;part=\d+(&amp;hers=1)?)?$/.test(href) ||
        /^\/(?:(?:start|request)\?again|case\/another\?kept)=\d+$/.test(href) ||
        ['https://takeitdown.ftc.gov', 'mailto:help@example.org', 'https://www.example.org/'].includes(href);
      expect(isKnown, href).toBe(true);
    }
  });

  test('has a way out before anything else that can be reached, and help at its end', () => {
    const firstReachable = html.match(/<(?:a|button|input|select|textarea)\s[^>]*>/)?.[0] ?? '';
    expect(firstReachable).toContain('exit-page__button');
    expect(html).toContain(`action="${paths.exit}"`);
    expect(html.slice(html.indexOf('<footer'))).toContain(words.frame.helpDanger);
  });

  test('ticks and chooses nothing for her', () => {
    if (html.includes('data-request-form') && html.includes('Maria')) return; // what she ticked herself is kept
    expect(all(html, /<input[^>]*\schecked[^>]*>/g)).toEqual([]);
    expect(all(html, /<option[^>]*\sselected[^>]*>/g)).toEqual([]);
  });

  test('lets the browser remember nothing she types', () => {
    for (const field of all(html, /(<(?:input(?![^>]*type="(?:hidden|radio|checkbox|file)")|textarea|select)[^>]*>)/g)) {
      expect(field).toContain('autocomplete="off"');
    }
    for (const field of all(html, /(<input[^>]*type="hidden"[^>]*name="(?:caseCode|csrf|fingerprints)"[^>]*>)/g)) {
      expect(field).toContain('autocomplete="off"');
    }
  });

  test('has a title that tells nobody anything, and no code in any address', () => {
    const title = html.match(/<title>(.*)<\/title>/)?.[1] ?? '';
    expect(title).toMatch(/ - Likeness$/);
    expect(title).not.toMatch(/picture|image|intimate|nude|abuse|case|report|request|under|18|take|down|code|pin/i);
    for (const address of all(html, /(?:href|src|action)="([^"]*)"/g)) expect(address).not.toContain(caseCode.slice(0, 11));
  });

  test('uses no word that blames or frightens, and promises nothing that cannot be kept', () => {
    const text = textOf(html);
    for (const banned of [
      /victim/i,
      /revenge\s*porn/i,
      /\bporn/i,
      /alleged/i,
      /submit evidence/i,
      /\bleaked\b/i,
      /every copy/i,
      /all copies/i,
      /for ever|forever/i,
      /guarantee/i,
      /cannot be reversed|irreversible/i,
      /nobody can ever/i,
      /100\s?%/,
      /!/,
    ]) {
      expect(text).not.toMatch(banned);
    }
  });
});

test('under 18 there is no file to choose and no form but the way out', () => {
  const html = pageStates['under 18']?.() ?? '';
  expect(html).not.toMatch(/type="file"/);
  expect(all(html, /<form[^>]*\saction="([^"]*)"/g)).toEqual([paths.exit]);
  for (const line of under18Lines) expect(html).toContain(line.href);
});

test('pages about somebody under 18 name nobody who helps adults only, and the lines for children first of her country; every other page names those for adults', () => {
  const ofYoung = [
    'under 18',
    'request form, links only',
    'request form, links only, several laws',
    'case, of somebody under 18',
    'case, passed on, for perhaps under 18',
  ];
  for (const { name, html } of pages)
    for (const { href } of adultLines)
      expect(html.slice(html.indexOf('<footer')).includes(href), `${name}: ${href}`).toBe(!ofYoung.includes(name));
  for (const name of ofYoung.slice(1))
    for (const language of languages) {
      const html = statesIn(speechIn(language))[name]?.() ?? '';
      const end = html.slice(html.indexOf('<footer'));
      const at = herLinesFirst(language, under18Lines).map(({ href }) => end.indexOf(`href="${href}"`));
      expect(Math.min(...at), name).toBeGreaterThan(0);
      expect(at, name).toEqual(at.toSorted((a, b) => a - b));
      expect(end, name).toContain(paths.under18);
    }
  const inPart = pageStates['case, one of two passed on']?.() ?? '';
  for (const { href } of [...under18Lines, ...adultLines]) expect(inPart).toContain(href);
});

test('nobody under 18 is asked to say that there was no consent: the same declaration stands in words that fit', () => {
  for (const language of languages) {
    const { request } = speechIn(language).words;
    for (const name of ['request form, links only', 'request form, links only, several laws', 'case, of somebody under 18']) {
      const html = statesIn(speechIn(language))[name]?.() ?? '';
      expect(html, `${language}: ${name}`).toContain(request.young.notConsensual);
      expect(html, `${language}: ${name}`).not.toContain(request.statement.notConsensual);
    }
    const stillMissing = statesIn(speechIn(language))['case, of somebody under 18']?.() ?? '';
    expect(stillMissing, language).toContain(request.young.missing);
    const ofConsent = basisIn(language, 'take-it-down').elements.find(({ rule }) => rule === 'statement')?.missing ?? '';
    expect(statesIn(speechIn(language))['case, something missing']?.(), language).toContain(ofConsent);
    expect(stillMissing, language).not.toContain(ofConsent);
    expect(statesIn(speechIn(language))['request form, links only, several laws']?.()).toContain(request.young.intimate);
  }
});

test('from the landing page to the choice of a file there are three taps: what happened, the age, choose', () => {
  expect(pageStates['landing']?.()).toContain(`href="${paths.age}"`);
  expect(pageStates['age question']?.()).toContain(`href="${paths.request}"`);
  expect(pageStates['request form']?.()).toMatch(/type="file"/);
});

test('each path begins on the landing page, and no form is reached before the age in the picture was asked', () => {
  const landing = pageStates['landing']?.() ?? '';
  for (const path of [paths.age, paths.ageLink, paths.threat, paths.ageForSomeone, paths.under18, paths.openCase])
    expect(landing).toContain(`href="${path}"`);
  for (const path of [paths.request, paths.requestLink, paths.requestForSomeone, paths.watch])
    expect(landing).not.toContain(`href="${path}"`);
  expect(pageStates['threat']?.()).toContain(`href="${paths.ageAhead}"`);
  expect(pageStates['threat']?.()).not.toContain(`href="${paths.watch}"`);
  expect(pageStates['age question, threat']?.()).toContain(`href="${paths.watch}"`);
  expect(pageStates['case, just sent']?.()).toContain(`href="${paths.ageMore}"`);
  expect(pageStates['case, just sent']?.()).not.toContain(`href="${paths.addPictures}"`);
  expect(pageStates['age question, more pictures']?.()).toContain(`href="${paths.addPictures}"`);
  expect(pageStates['age question, more pictures']?.(), 'the way back to her case').toContain(`href="${paths.case}"`);
});

test('a threat: what to do first stands before any form, with whom to talk to; the services that look out are named, or none', () => {
  const html = pageStates['threat']?.() ?? '';
  expect(html.indexOf('Do not pay')).toBeLessThan(html.indexOf(paths.ageAhead));
  for (const { href } of crisisLines) expect(html).toContain(href);
  expect(html).toContain('Harbour Photos and North Forum');
  const none = pageStates['threat, nobody looks out']?.() ?? '';
  expect(none).toContain('today: none.');
  expect(none).not.toContain(paths.ageAhead);
});

test('where she has no picture there is no file to choose; whoever acts for another is not asked again who they are', () => {
  expect(pageStates['request form, link']?.()).not.toMatch(/type="file"/);
  const html = pageStates['request form, for someone']?.() ?? '';
  expect(html).toContain('<input type="hidden" name="onBehalfOf" value="agent"');
  expect(html).not.toMatch(/type="radio"/);
});

test('under 18 the hotline of each country stands in the page: none has to be asked for', () => {
  const html = pageStates['under 18']?.() ?? '';
  for (const country of ['Germany', 'Italy', 'Spain', 'United Kingdom', 'United States']) expect(html).toContain(`${country}:`);
});

test('a whole page with all it loads stays under 60 KiB', async () => {
  const { assetsDir } = await import('../assets.ts');
  const { readFileSync } = await import('node:fs');
  const { join } = await import('node:path');
  const { gzipSync } = await import('node:zlib');
  const html = pageStates['request form']?.() ?? '';
  const files = [...all(html, /(?:src|href)="\/assets\/([^"]*)"/g).map((file) => readFileSync(join(assetsDir, file)))];
  const bytes = [Buffer.from(html), ...files].reduce((sum, file) => sum + gzipSync(file).length, 0);
  expect(bytes).toBeLessThan(60 * 1024);
});

test('help lines say when somebody last looked', () => {
  for (const line of [...adultLines, ...crisisLines, ...under18Lines]) {
    expect(line.checkedOn).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(line.source).toMatch(/^https:/);
    expect(line.speaks.length).toBeGreaterThan(0);
  }
});

test('those of her country come first, then those that speak her language, then those for everyone; none is left out', () => {
  const first = (language: Language): readonly string[] => herLinesFirst(language, adultLines).map(({ name }) => name);
  expect(first('en').slice(0, 2)).toEqual(['CCRI Image Abuse Helpline', 'SWGfL Helpline']);
  expect([first('it')[0], first('de')[0], first('es').slice(0, 2)]).toEqual([
    'Numero Antiviolenza e Stalking',
    'Hilfetelefon',
    ['Servicio 016', 'Numero Antiviolenza e Stalking'],
  ]);
  expect(first('ar').slice(0, 2)).toEqual(['Numero Antiviolenza e Stalking', 'StopNCII.org']);
  for (const language of languages) expect(first(language).toSorted()).toEqual(adultLines.map(({ name }) => name).toSorted());
});

test('addresses and names of files say nothing to whoever looks over a shoulder or into the history', () => {
  for (const said of [...Object.values(paths), downloadName, 'document.pdf', words.request.code.display.fileName])
    expect(said).not.toMatch(/picture|image|intimate|nude|sex|abuse|victim|take-?down|threat|blackmail|child|18|police|crime|likeness/i);
});

test('the limits of leaving are said on the first page, before she begins, with what is safer', () => {
  const html = pageStates['landing']?.() ?? '';
  expect(html.indexOf('href="#watched"')).toBeGreaterThan(0);
  const text = textOf(html);
  for (const said of [
    'It does not clear your history.',
    'an app that someone has put on your device',
    'a private window, or a device that nobody else uses',
  ])
    expect(text).toContain(said);
});

test('on each form her story is hers to keep: the one field for more is there if she likes, and says so', () => {
  for (const name of ['request form', 'request form, link', 'request form, for someone', 'request form, links only', 'letter form']) {
    const text = textOf(pageStates[name]?.() ?? '');
    expect(text, name).toMatch(/Anything else the service should know\s+\(if you like\)/);
    expect(text, name).toContain('You do not have to tell your story.');
  }
  expect(pageStates['look-out form']?.()).not.toContain('<textarea');
});

test('each form that ends in a code says that nobody can find it again, and each field a law asks for says why', () => {
  for (const name of ['request form', 'look-out form', 'letter form', 'follow, code'])
    expect(textOf(pageStates[name]?.() ?? ''), name).toContain('Nobody can find it for you, not even we');
  const text = textOf(pageStates['request form']?.() ?? '');
  for (const { whyWeAsk, rule } of bases['take-it-down'].elements) if (rule !== 'locate') expect(text).toContain(whyWeAsk);
});

test('each service that gets something is named before it is sent, and each stands alone', () => {
  const html = pageStates['look-out form']?.() ?? '';
  for (const id of ['harbour', 'north']) expect(html).toContain(`name="services" value="${id}"`);
  expect(textOf(pageStates['request form, one service']?.() ?? '')).toContain(
    'Your request goes to Harbour Photos and to no other service.',
  );
});

test('to stop takes one form with no reason in it, and names who is told', () => {
  for (const name of ['withdraw', 'withdraw, with a PIN']) {
    const html = pageStates[name]?.() ?? '';
    expect(html).toContain('Harbour Photos');
    expect(html).not.toMatch(/<textarea|<select/);
    expect(all(html, /<input(?![^>]*type="(?:hidden|checkbox)")[^>]*name="([^"]*)"/g).filter((field) => field !== 'pin')).toEqual([]);
  }
});

test('what has happened is dated by its day, and with the hour when it came in or where several things happened on that day', () => {
  const html = pageStates['case, taken down']?.() ?? '';
  const oneADay = pageStates['case, overdue']?.() ?? '';
  expect(all(oneADay, /<time [^>]*data-day[^>]*>([^<]*)</g)).toEqual(['22 November', '23 November']);
  expect(all(html, /<time [^>]*data-day[^>]*>([^<]*)</g)).toEqual([]);
  expect(all(html, /<time [^>]*data-moment[^>]*>([^<]*)</g)).toEqual(
    expect.arrayContaining([expect.stringContaining('22 November, 15:05')]),
  );
});

test('of what was to be seen by fewer people, and is gone, she reads that copies are asked about and not held, and that no limit stays', () => {
  const page = textOf(pageStates['case, what was to be seen by fewer people is gone']?.() ?? '');
  expect(page).toContain('They can be seen meanwhile.');
  expect(page).toContain('The picture is gone since.');
  for (const word of ['holds new uploads', 'The limit stays', 'Taken down']) expect(page).not.toContain(word);
});

test('without script each form of several requests says that it is sent alone; of one request nothing has to be said', () => {
  const says = (name: string): number => (pageStates[name]?.() ?? '').split(words.case.alone).length - 1;
  expect([says('case, two requests') >= 2, says('case, something missing')]).toEqual([true, 0]);
});

test('asked about one of the links that she gave, she reads which, as text', () => {
  const asked = textOf(pageStates['case, asked about one of several links']?.() ?? '');
  expect(asked.replaceAll(/\s+/g, ' ')).toContain(`${words.disagree.questionAbout({ count: 1 })} https://photos.example/albums/summer`);
});

test('once she has said that an answer is wrong the page says when, and what comes of it, and not that she can', () => {
  const html = (name: string): string => textOf(pageStates[name]?.() ?? '');
  const limited = html('case, seen by fewer people, and she does not agree');
  expect(limited).toMatch(/You told the service on [^.]*23[^.]* that you do not agree\. Another person there will look at it again\./);
  expect(limited).not.toContain('you can tell the service');
  expect(html('case, refused, and the same answer again')).toContain('They came to the same answer.');
  expect(limited).toContain('Then it is late.');
});

test('asked something while the picture is hidden, she reads on the card that it is', () => {
  const card = textOf(pageStates['case, asked for more']?.() ?? '').split(words.case.timelineHeading)[0] ?? '';
  for (const sentence of [words.case.tags.asked, words.case.hiddenUntilDecided]) expect(card).toContain(sentence);
  expect(textOf(pageStates['case, just sent']?.() ?? '')).not.toContain(words.case.hiddenUntilDecided);
});

test('on the page for a person under 18, not to send the picture comes before whom to turn to; nothing says that anybody was called', () => {
  const text = textOf(pageStates['under 18']?.() ?? '');
  const { noFile, danger, askHere, lead } = words.under18;
  const places = [lead, noFile, danger, askHere].map((sentence) => text.indexOf(sentence));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(text).toContain('Nobody here has called them yet.');
});

test('after a no she reads why once, then each way on by itself: the complaint first, its form open and with when its answer is late; a new request; who watches over the service; who can be talked to', () => {
  const { complain, complainTime, complainSummary, complained } = words.disagree;
  const why = 'The service could not find the picture with what it has.';
  const html = pageStates['case, refused, to complain about']?.() ?? '';
  const text = textOf(html);
  const [card = ''] = text.split(words.case.timelineHeading);
  const places = [
    why,
    words.case.canDoHeading,
    complain,
    complainTime,
    'You can ask again',
    words.case.askAgain,
    'TakeItDown.ftc.gov',
    'You can talk about it',
  ];
  const at = places.map((sentence) => card.indexOf(sentence));
  expect(at).not.toContain(-1);
  expect(at).toEqual(at.toSorted((a, b) => a - b));
  // Once in the card, once in what has happened, where it says that it was a no.
  expect(text.split(why)).toHaveLength(3);
  expect(text).toContain(`The service said no. ${why}`);
  expect(text.split('You can ask again')).toHaveLength(2);
  expect(text).not.toContain(complainSummary);
  expect(html).toContain('href="#helpers"');
  const waiting = textOf(pageStates['case, refused, and she does not agree']?.() ?? '');
  const sent = complained({ day: '' }).split('. ')[1] ?? '';
  for (const sentence of [sent, 'Then it is late. No law names a day.']) expect(waiting).toContain(sentence);
  expect(waiting.indexOf(sent)).toBeLessThan(waiting.indexOf(words.case.askAgain));
});

test('a refusal says why and where to go next; so does silence past the time', () => {
  const refused = textOf(pageStates['case, refused']?.() ?? '');
  expect(refused).toContain('could not find the picture');
  expect(refused).toContain('Send a new request');
  for (const name of ['case, overdue', 'case, letters']) expect(pageStates[name]?.(), name).toContain('https://takeitdown.ftc.gov');
});

test.each(pages)('$name: nothing counts down or alarms, and help stands in the same place', ({ html }) => {
  expect(html).not.toMatch(/countdown|role="timer"|aria-live="assertive"|<marquee|<blink/i);
  // What she has to correct is read aloud, and only that.
  if (!html.includes(`<title>${words.siteTitle.toCheck}`)) expect(html).not.toContain('role="alert"');
  expect(all(html, /<footer class="page-help"/g)).toHaveLength(1);
  expect(html.indexOf('</main>')).toBeLessThan(html.indexOf('<footer class="page-help"'));
});

test.each(pages)('$name: no two places have the same name, so each label and each error leads where it says', ({ html }) => {
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test("what is wrong with her complaint is said in its form alone, where she is also asked about the other side's", () => {
  const page = pageStates['case, limited, both sides may speak']?.() ?? '';
  const [question = '', complain = ''] = [...page.matchAll(/<form[^>]*action="[^"]*(?:answer|complain)[^"]*"[\s\S]*?<\/form>/g)].map(
    ([form]) => form,
  );
  expect([question.includes(words.disagree.choose), question.includes('the album called summer')]).toEqual([false, false]);
  expect([complain.includes(words.disagree.choose), complain.includes('the album called summer')]).toEqual([true, true]);
  const [, led = ''] = /class="error-summary[\s\S]*?href="#([^"]+)"/.exec(page) ?? [];
  expect(led).not.toBe('');
  expect(complain).toContain(`id="${led}"`);
});

test('of a limit she can say that it is not enough, of a refusal that the picture can be found', () => {
  const reasons = (state: string): readonly boolean[] =>
    ['too-little', 'can-be-found'].map((key) => pageStates[state]?.().includes(`value="${key}"`) === true);
  expect(reasons('case, limited, both sides may speak')).toEqual([true, false]);
  expect(reasons('case, refused, to complain about')).toEqual([false, true]);
});

test('a form under a law that has the service tell whoever posted it says so at Send, and no other form does', () => {
  const { posterTold } = words.request.laws;
  expect(textOf(pageStates['request form, several laws']?.() ?? '')).toContain(posterTold);
  expect(textOf(pageStates['request form']?.() ?? '')).not.toContain(posterTold);
});

test('before Send she reads whether whoever posted it is told, by which service, and in the words of the statement itself', () => {
  const { poster, record } = words.request;
  const { facts, ground } = caseworkIn('en').decision.statement;
  const several = textOf(pageStates['request form, several laws']?.() ?? '');
  for (const sentence of [poster.summary, facts.notice, ground.consent, poster.never, record.summary, words.letter.page.record])
    expect(several).toContain(sentence);
  const plain = textOf(pageStates['request form']?.() ?? '');
  expect(plain).toContain('no law asks for it. The service can choose to, by its own rules.');
  expect(plain).not.toContain(facts.notice);
  expect(textOf(pageStates['request form, links only, several laws']?.() ?? '')).not.toContain(poster.summary);
});

test('where the person may have been under 18, no law is said to tell whoever posted it or to ask for an e-mail address', () => {
  const said = textOf(pageStates['request form, links only, several laws']?.() ?? '');
  expect(said).toContain(words.request.young.posterNotTold);
  expect(said).toContain(words.request.contact.reachOne);
  for (const untrue of [words.request.laws.posterTold, words.letter.laws.told, 'asks for an e-mail address'])
    expect(said).not.toContain(untrue);
  expect(textOf(pageStates['request form, several laws']?.() ?? '')).toContain('asks for an e-mail address');
});

const videoProblems = [
  'video',
  'video-kind',
  'video-codec',
  'hevc',
  'sound-only',
  'video-damaged',
  'video-too-large',
  'video-too-long',
  'video-plain',
] as const;
const linkIn: Readonly<Record<Language, RegExp>> = {
  en: /\blinks?\b/i,
  it: /\blink\b/i,
  de: /\bLinks?\b/,
  es: /\benlaces?\b/i,
  ar: /رابط|روابط/,
};

describe.each(languages)('%s', (language) => {
  const speech = speechIn(language);
  const said = speech.words.case;
  const states = statesIn(speech);
  const shown = (name: string): string => textOf(states[name]?.() ?? '');

  test('asked under two laws, her case names each with its number and its time, and says what one of them lacks without saying that nothing is to do', () => {
    const text = shown('case, two laws');
    for (const sentence of [said.lawsHeading, said.lawsText, said.oneLawLacks, said.missingHeading]) expect(text).toContain(sentence);
    for (const id of ['take-it-down', 'digital-services-act'] as const) expect(text).toContain(basisIn(language, id).name);
    for (const number of ['LK-7Q2M-9XKA-0RTE-5', 'LK-3B8D-5TWA-1HQE-9']) expect(text).toContain(number);
    expect(text).not.toContain(caseworkIn(language).case.standing.nothingToDo);
    expect(shown('case, just sent')).not.toContain(said.lawsText);
  });

  test('answered under one law and open under another, she reads first what is true of her picture, and why one said no', () => {
    const { alsoOpen, alsoRefused, removed, kept } = caseworkIn(language).case.standing;
    const gone = shown('case, taken down under one of two laws');
    const places = [said.tags.removed, removed, alsoOpen, said.timelineHeading, said.tags.waiting].map((words) => gone.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    const refused = shown('case, refused under one of two laws');
    const reason = basisIn(language, 'take-it-down').grounds.find(({ key }) => key === 'not-intimate')?.toPerson ?? '';
    for (const sentence of [alsoRefused, `${kept} ${reason}`]) expect(refused).toContain(sentence);
    expect(refused.indexOf(alsoRefused)).toBeLessThan(refused.indexOf(kept));
  });

  test('where posts that look like hers were left, she reads how many, why and how to ask again, and nothing says that the picture is gone everywhere', () => {
    const { standing, timeline } = caseworkIn(language).case;
    const gone = shown('case, gone where it acted, and other posts were left');
    const left = [timeline.foundAnotherPicture({ count: 2 }), timeline.foundConsented({ count: 1 }), timeline.foundAskAgain];
    for (const sentence of [standing.removedInPart, ...left, said.askAgain]) expect(gone).toContain(sentence);
    expect(gone).not.toContain(standing.removed);
    expect(gone).not.toContain(standing.nothingToDo);
    expect(shown('case, to be taken down, and another post was left')).toContain(timeline.foundAnotherPicture({ count: 1 }));
  });

  test('refused under one law and taken down under another, the refusal keeps its reason and where to turn, and nothing says that the picture stays', () => {
    const { alsoRefused, kept } = caseworkIn(language).case.standing;
    const { complaint, grounds } = basisIn(language, 'digital-services-act');
    const text = shown('case, taken down under one of two laws and refused under the other');
    const list = text.slice(text.indexOf(said.lawsHeading));
    const reason = grounds.find(({ key }) => key === 'not-intimate')?.toPerson ?? '';
    expect(text).toContain(alsoRefused);
    for (const sentence of [reason, complaint?.sentence ?? '', complaint?.name ?? '']) expect(list).toContain(sentence);
    expect(text).not.toContain(kept);
  });

  test('what she says is wrong names the law and the reason of the refusal, and is sent for that one', () => {
    const name = 'case, taken down under one of two laws and refused under the other';
    const { grounds, name: law } = basisIn(language, 'digital-services-act');
    const form = (states[name]?.() ?? '').split('<details').find((one) => one.includes('name="choice"')) ?? '';
    expect(form).toContain('name="trackingNumber" value="LK-3B8D-5TWA-1HQE-9"');
    expect(textOf(`<details${form}`)).toContain(speech.words.disagree.complainUnder({ law }));
    // The reason that answers that ground.
    expect(textOf(`<details${form}`)).toContain(caseworkIn(language).decision.complaint.reasons.requester.intimate);
    expect(textOf(`<details${form}`)).toContain(grounds.find(({ key }) => key === 'not-intimate')?.toPerson);
  });

  test('refused, and out of view since for whatever reason, nothing says that it stays or that somebody looked again', () => {
    const { standing, timeline } = caseworkIn(language).case;
    const { complainedAnswered } = speech.words.disagree;
    for (const [name, sentence] of [
      ['case, refused, then out of view for another reason', standing.outOfView],
      ['case, refused, then to go out of view for another reason', standing.toBeOutOfView],
    ] as const) {
      const text = shown(name);
      expect(text).toContain(sentence);
      expect(text.split(timeline.ownComplaintClosed)).toHaveLength(3);
      expect(text).not.toContain(standing.kept);
      expect(text).not.toContain(complainedAnswered({ day: '' }).split('. ').at(-1));
    }
  });

  test('she reads that she has nothing to do only where nothing on the same page asks her for something', () => {
    const { nothingToDo, removed } = caseworkIn(language).case.standing;
    expect(shown('case, taken down')).toContain(`${removed} ${nothingToDo}`);
    expect(shown('case, just sent')).toContain(nothingToDo);
    const asked = shown('case, asked about a complaint');
    for (const sentence of [removed, speech.words.disagree.questionHeading]) expect(asked).toContain(sentence);
    expect(asked).not.toContain(nothingToDo);
  });

  test('asked which of several pictures it is, she has a field for just that, and none for links', () => {
    const html = states['case, asked which picture it is']?.() ?? '';
    for (const sentence of [said.whichOne, said.whichOneHint]) expect(textOf(html)).toContain(sentence);
    expect(html).toContain('id="asked-locationDetails"');
    expect(html).not.toContain('id="asked-locations"');
    expect(states['case, asked for more']?.()).toContain('id="asked-locations"');
    expect(shown('case, asked for more')).not.toContain(said.whichOne);
  });

  test('when her request came in has its hour, on a day on which nothing else happened too', () => {
    const html = states['case, just sent']?.() ?? '';
    const first = html.slice(html.indexOf('class="timeline__time"'));
    expect(first.slice(0, first.indexOf('</p>'))).toContain('data-moment');
  });

  test('a page that asks for no PIN speaks of none', () => {
    for (const name of Object.keys(states).filter((name) => name.startsWith('add pictures')))
      expect([name, shown(name).includes('PIN')]).toEqual([name, false]);
    expect(shown('request form')).toContain(speech.words.request.keptNote);
  });

  test('a helper who has answered is said at the way to the answer; where nobody helps any more she can still read what was written', () => {
    const { talk } = speech.words;
    const path = `href="${paths.talk}"`;
    expect(states['case, a helper has answered']?.()).toContain(`${path}>${talk.case.goOn}</a>`);
    expect(shown('case, a helper has answered')).toContain(talk.case.unread);
    expect(states['case, no helper any more']?.()).toContain(`${path}>${talk.case.read}</a>`);
    expect(shown('case, no helper any more')).toContain(talk.nobody);
    expect(states['case, just sent']?.()).toContain(`${path}>${talk.case.open}</a>`);
  });

  test('videos are called videos: alone, beside pictures, and in each reason why one cannot be read, which names a link as another way', () => {
    const words = caseworkIn(language);
    const one = { pictures: 0, videos: 1, others: 0 };
    expect(shown('case, two laws')).toContain(said.sentPicturesOf({ files: filesText(one, words) }));
    expect(shown('case, just sent')).toContain(said.sentPicturesOf({ files: filesText({ ...one, pictures: 2 }, words) }));
    expect(filesText(one, words)).not.toBe(filesText({ ...one, videos: 0, pictures: 1 }, words));
    const panel = speech.words.fingerprintPanel;
    const link = linkIn[language];
    expect(panel.videosNotAvailable).toMatch(link);
    for (const key of videoProblems) expect(panel.problems[key], key).toMatch(link);
    expect(shown('request form')).toContain(speech.words.request.pictures.text);
    expect(speech.words.request.pictures.text).toMatch(link);
  });
});
