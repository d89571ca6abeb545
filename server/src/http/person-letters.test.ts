/** Can she write to a service elsewhere, with a code or within her case, save it for later, take it as a file that a screen reader reads, and note what became of it? */
import { missingElements } from '@likeness/casework';
import { fieldNames, openedFor, paths, speechIn, words } from '@likeness/web/person';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eraseContact } from '../workflows/erase-contact.ts';
import { fileRequest } from '../workflows/file-request.ts';
import { caseOfCode, readCase } from '../workflows/open-case.ts';
import { aCode, answers } from '../workflows/test-cast.ts';
import { openTestDoors, type TestDoors } from './test-doors.ts';
import { csrfOf } from './test-person.ts';

let desk: TestDoors;
beforeAll(async () => {
  desk = await openTestDoors();
});
afterAll(() => desk.close());

interface Page {
  readonly status: number;
  readonly body: string;
  readonly raw: Buffer;
  readonly location: string;
  readonly cookie: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

async function ask(method: 'GET' | 'POST', path: string, fields: Readonly<Record<string, string>> = {}, cookie = ''): Promise<Page> {
  const payload = new URLSearchParams(fields);
  const answer = await desk.app.inject({
    method,
    url: path,
    ...(method === 'POST' ? { payload: payload.toString() } : {}),
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', cookie },
  });
  const [set] = answer.cookies;
  return {
    status: answer.statusCode,
    body: answer.body,
    raw: answer.rawPayload,
    location: answer.headers.location?.toString() ?? '',
    cookie: set === undefined || set.value === '' ? cookie : `${set.name}=${set.value}`,
    headers: answer.headers,
  };
}

const filled = (more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  [fieldNames.knownService]: 'other',
  [fieldNames.serviceName]: 'Old Forum',
  [fieldNames.sendTo]: 'legal@forum.example',
  [fieldNames.locations]: 'https://forum.example/t/77',
  [fieldNames.onBehalfOf]: 'self',
  [fieldNames.notConsensual]: 'yes',
  [fieldNames.goodFaith]: 'yes',
  [fieldNames.signature]: 'Maria Example',
  [fieldNames.contactEmail]: 'maria@example.org',
  [fieldNames.alsoUnder]: 'take-it-down',
  ...more,
});
const withCode = (code = aCode()): Record<string, string> => filled({ [fieldNames.caseCode]: code.revealForReading() });

test('with a new code the text is finished at once: where to send it, how long it takes, what comes after', async () => {
  const code = aCode();
  const kept = await ask('POST', paths.elsewhere, withCode(code));
  expect([kept.status, kept.location]).toEqual([303, openedFor(`${paths.letter}?which=1`)]);
  expect((await ask('GET', kept.location, {}, kept.cookie)).location).toBe(`${paths.letter}?which=1`);
  const { body } = await ask('GET', `${paths.letter}?which=1`, {}, kept.cookie);
  for (const part of [
    'I am the person in the picture.',
    'https://forum.example/t/77',
    'mailto:legal@forum.example',
    'gives the site 48 hours',
    'TakeItDown.ftc.gov',
  ])
    expect(body).toContain(part);
  expect(body).not.toContain(words.letter.page.missingHeading);
  const found = await caseOfCode(desk.house.engine, code);
  const view = found === null ? null : await readCase(desk.house.engine, found.caseId);
  const [letter] = view?.letters ?? [];
  // The platform's own check finds nothing missing in what the letter says.
  expect(letter && missingElements(desk.house.engine.laws.of('take-it-down'), letter.asked.answers)).toEqual([]);
});

test('its file is a tagged PDF that says its language, with a neutral name and no name of hers in its properties', async () => {
  const kept = await ask('POST', paths.elsewhere, withCode());
  const file = await ask('GET', `${paths.letterFile}?which=1&part=1`, {}, kept.cookie);
  expect(file.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': 'attachment; filename="document.pdf"',
    'cache-control': 'no-store',
  });
  const pdf = file.raw.toString('latin1');
  expect(pdf.startsWith('%PDF-1.7')).toBe(true);
  for (const part of [
    '/Marked true',
    '/Lang (en)',
    '/StructTreeRoot',
    '/S /H1',
    '/S /H2',
    '/S /P',
    '/S /LBody',
    '/FontFile2',
    '/DisplayDocTitle true',
  ])
    expect(pdf, part).toContain(part);
  expect(pdf).not.toContain('Maria');
  expect((await ask('GET', `${paths.letterFile}?which=1&part=2`, {}, kept.cookie)).location).toBe(paths.case);
});

test('the text is in the language of the service that she chose, beside it all of it in hers; its file says which', async () => {
  const italian = speechIn('it').words.letter.page;
  const page = async (more: Readonly<Record<string, string>>) => {
    const kept = await ask('POST', `/it${paths.elsewhere}`, { ...withCode(), ...more });
    expect([kept.status, kept.location]).toEqual([303, `/it${openedFor(`${paths.letter}?which=1`)}`]);
    const { body } = await ask('GET', `/it${paths.letter}?which=1`, {}, kept.cookie);
    const file = await ask('GET', `/it${paths.letterFile}?which=1&part=1`, {}, kept.cookie);
    const hers = await ask('GET', `/it${paths.letterFile}?which=1&part=1&hers=1`, {}, kept.cookie);
    const arabic = await ask('GET', `/ar${paths.letterFile}?which=1&part=1&hers=1`, {}, kept.cookie);
    return { body, hers, arabic, lang: /\/Lang \((\w+)\)/.exec(file.raw.toString('latin1'))?.[1] };
  };
  const german = await page({ [fieldNames.alsoUnder]: 'digital-services-act', [fieldNames.letterLanguage]: 'de' });
  expect(german.lang).toBe('de');
  for (const part of ['lang="de"', 'Ich bin die Person auf dem Bild.', italian.inYourLanguage, 'Sono la persona nell’immagine.'])
    expect(german.body).toContain(part);
  expect(german.body).not.toContain(italian.fileLacks);
  expect(german.body).toContain(italian.fileOfYours);
  expect(/\/Lang \((\w+)\)/.exec(german.hers.raw.toString('latin1'))?.[1]).toBe('it');
  expect(/\/Lang \((\w+)\)/.exec(german.arabic.raw.toString('latin1'))?.[1]).toBe('ar');
  // A law of the United States is asked in English, whatever she chose; a name that the file cannot show is said to be one.
  const american = await page({ [fieldNames.letterLanguage]: 'de', [fieldNames.signature]: '中文' });
  expect(american.lang).toBe('en');
  for (const part of ['I am the person in the picture.', italian.inYourLanguage, italian.fileLacks, italian.noFileOfYours, '中文'])
    expect(american.body).toContain(part);
});

test('in her case the form says what is filled in where something is, and speaks of no PIN', async () => {
  const { keptNote, keptNoteNoPin } = words.request;
  const notes = [words.letter.known, words.letter.again, keptNote, keptNoteNoPin];
  const saysOf = (body: string): boolean[] => notes.map((sentence) => body.includes(sentence));
  expect(saysOf((await ask('GET', paths.elsewhere)).body), 'with a code of its own').toEqual([false, false, true, false]);
  // Only saved, and not sent.
  const own = { [fieldNames.caseCode]: aCode().revealForReading(), [fieldNames.apart]: 'yes', [fieldNames.later]: 'yes' };
  const saved = await ask('POST', paths.request, own);
  expect(saysOf((await ask('GET', paths.elsewhere, {}, saved.cookie)).body)).toEqual([false, false, false, true]);
  const kept = await ask('POST', paths.elsewhere, withCode());
  expect(saysOf((await ask('GET', paths.elsewhere, {}, kept.cookie)).body)).toEqual([true, false, false, true]);
  const { body } = await ask('GET', `${paths.elsewhere}?which=1`, {}, kept.cookie);
  expect(saysOf(body)).toEqual([false, true, false, true]);
});

test('within her case nothing is asked twice, and no law or site is chosen for her', async () => {
  const code = aCode();
  const { platformId, engine } = desk.house;
  await fileRequest(engine, { platformId, answers: answers('photo-1'), code: { code, pin: null } });
  const { cookie } = await ask('POST', paths.openCase, { [fieldNames.caseCode]: code.revealForReading() });
  const { body } = await ask('GET', paths.elsewhere, {}, cookie);
  expect(body).toContain('value="Maria Example"');
  expect(body).toContain('value="maria@example.org"');
  expect(body).not.toContain(`name="${fieldNames.caseCode}"`);
  expect(body).not.toMatch(/type="checkbox"[^>]*checked/);
  const kept = await ask('POST', paths.elsewhere, filled({ [fieldNames.csrf]: csrfOf(body) }), cookie);
  expect(kept.location).toBe(`${paths.letter}?which=1`);
  // Sent twice by a shaking hand, it is one.
  await ask('POST', paths.elsewhere, filled({ [fieldNames.csrf]: csrfOf(body) }), cookie);
  expect((await ask('GET', paths.case, {}, cookie)).body.match(/id="letter-\d+"/g)).toHaveLength(1);
});

test('she notes that she sent it, then that they said no, and reads where to turn; a text that was sent is not changed', async () => {
  const kept = await ask('POST', paths.elsewhere, withCode());
  const note = async (noted: string): Promise<string> => {
    const { body } = await ask('GET', paths.case, {}, kept.cookie);
    const [, letter = ''] = /name="letter" value="([^"]+)"/.exec(body) ?? [];
    await ask(
      'POST',
      paths.letterNoted,
      { [fieldNames.csrf]: csrfOf(body), [fieldNames.letter]: letter, [fieldNames.noted]: noted },
      kept.cookie,
    );
    return (await ask('GET', paths.case, {}, kept.cookie)).body;
  };
  expect(await note('sent')).toContain(words.letter.case.until({ moment: '' }).slice(0, -1));
  const refused = await note('refused');
  expect(refused).toContain('https://takeitdown.ftc.gov');
  const [, id = ''] = /name="letter" value="([^"]+)"/.exec(refused) ?? [];
  const changed = filled({ [fieldNames.csrf]: csrfOf(refused), [fieldNames.letter]: id, [fieldNames.serviceName]: 'Another' });
  expect((await ask('POST', paths.elsewhere, changed, kept.cookie)).body).toContain(words.letter.problems.sent);
  expect(await note('deleted')).not.toContain('id="letter-1"');
});

test('a search engine: answers for its form, and what only she can say is left to her', async () => {
  const kept = await ask('POST', paths.elsewhere, {
    ...withCode(),
    [fieldNames.knownService]: 'google-search',
    [fieldNames.alsoUnder]: '',
  });
  const { body } = await ask('GET', `${paths.letter}?which=1`, {}, kept.cookie);
  expect(body).toContain('https://support.google.com/websearch/answer/6302812');
  expect(body).toContain(words.letter.page.answersHeading);
  expect(body).toContain('Whether you are paid for it now');
});

test('what lacks for the form itself is said beside what she gave; what a law lacks keeps nothing back', async () => {
  const again = await ask('POST', paths.elsewhere, { ...withCode(), [fieldNames.knownService]: '', [fieldNames.onBehalfOf]: '' });
  expect([again.status, again.body.includes(words.letter.problems.service), again.body.includes('Maria Example')]).toEqual([
    422,
    true,
    true,
  ]);
  const kept = await ask('POST', paths.elsewhere, { ...withCode(), [fieldNames.signature]: '' });
  expect((await ask('GET', `${paths.letter}?which=1`, {}, kept.cookie)).body).toContain(words.letter.page.missingHeading);
});

test('how to reach her is erased from it, and with her case it goes', async () => {
  const code = aCode();
  await ask('POST', paths.elsewhere, withCode(code));
  const { engine } = desk.house;
  const found = await caseOfCode(engine, code);
  expect(await eraseContact(engine, found?.caseId ?? '')).toBe(true);
  const view = await readCase(engine, found?.caseId ?? '');
  expect(view?.letters[0]?.asked.answers).not.toHaveProperty('contact');
  expect(JSON.stringify(await engine.store.db.selectFrom('letter').selectAll().execute())).not.toContain('Maria');
});

test('the page that ends her case says that her texts go with it', async () => {
  const { cookie } = await ask('POST', paths.elsewhere, withCode());
  expect((await ask('GET', paths.withdraw, {}, cookie)).body).toContain(words.withdraw.letters);
});

test('nobody without her session reads one', async () => {
  for (const path of [`${paths.letter}?which=1`, `${paths.letterFile}?which=1&part=1`])
    expect((await ask('GET', path)).location).toBe(paths.openCase);
});
