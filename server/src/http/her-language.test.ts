/** Does her door speak the language that is asked for, on every page and after every form, and keep nothing of it? */
import { bestLanguage, directionOf } from '@likeness/casework';
import { fieldNames, offeredLanguages, openedFor, paths, speechIn } from '@likeness/web/person';
import { paths as uploaderPaths } from '@likeness/web/uploader';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCode } from '../workflows/test-cast.ts';
import { openTestDoors, type TestDoors } from './test-doors.ts';

let desk: TestDoors;
beforeAll(async () => {
  desk = await openTestDoors();
});
afterAll(() => desk.close());

const german = speechIn('de').words;
const arabic = speechIn('ar').words;

async function get(url: string, headers: Record<string, string> = {}) {
  const answer = await desk.app.inject({ method: 'GET', url, headers: { accept: 'text/html', ...headers } });
  return { ...answer.headers, status: answer.statusCode, body: answer.body, location: String(answer.headers.location ?? '') };
}
async function post(url: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  const answer = await desk.app.inject({
    method: 'POST',
    url,
    payload: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', ...headers },
  });
  const [cookie] = answer.cookies;
  return { status: answer.statusCode, body: answer.body, location: String(answer.headers.location ?? ''), cookies: answer.cookies, cookie };
}

describe('the first visit', () => {
  test.each(['de', 'it-CH, it;q=0.9', 'ar-EG', 'es-MX, en;q=0.5', 'fr', ''])(
    '%s: is answered at once in what the browser asks for',
    async (header) => {
      const page = await get(paths.landing, header === '' ? {} : { 'accept-language': header });
      const language = bestLanguage(header, offeredLanguages);
      expect([page.status, page.vary]).toEqual([200, 'Accept-Language']);
      expect(page.body).toContain(`<html lang="${language}" dir="${directionOf(language)}">`);
      expect(page.body).toContain(speechIn(language).words.landing.heading);
      // Its links carry no language: the browser says it each time.
      expect(page.body).toContain(`href="${paths.openCase}"`);
    },
  );
});

describe('a language that was chosen', () => {
  test('is found without the stroke at its end too', async () => {
    for (const language of offeredLanguages) {
      const answer = await get(`/${language}`);
      expect([answer.status, answer.location]).toEqual([303, `/${language}/`]);
      expect((await get(answer.location)).body).toContain(`<html lang="${language}"`);
    }
    expect((await get('/fr')).status).toBe(404);
  });

  test('is in the address of every page, whatever the browser asks for, and of all its links and forms', async () => {
    for (const language of offeredLanguages)
      for (const path of [
        paths.landing,
        paths.age,
        paths.request,
        paths.under18,
        paths.threat,
        paths.privacy,
        paths.openCase,
        paths.elsewhere,
        paths.left,
        paths.follow,
        uploaderPaths.statement,
      ]) {
        const page = await get(`/${language}${path}`, { 'accept-language': 'fr, es;q=0.5' });
        expect([path, page.status, page.vary]).toEqual([path, 200, undefined]);
        expect(page.body).toContain(`<html lang="${language}" dir="${directionOf(language)}">`);
        const own = [...page.body.matchAll(/\s(?:href|action)="(\/(?!assets\/)[^"]*)"/g)].map(([, address = '']) => address);
        const others = offeredLanguages.map((each) => `/${each}${path}`);
        expect(own.filter((address) => !address.startsWith(`/${language}/`) && !others.includes(address))).toEqual([]);
        for (const other of others) expect(own).toContain(other);
      }
  });

  test('stays through a form, a mistake in it, and her case, and no cookie is set for it', async () => {
    const code = aCode().revealForReading();
    const fields = { [fieldNames.caseCode]: code, [fieldNames.onBehalfOf]: 'self', [fieldNames.signature]: 'Maria' };
    const wrong = await post(`/de${paths.request}`, fields);
    expect([wrong.status, wrong.cookies]).toEqual([422, []]);
    expect(wrong.body).toContain(german.request.problems.service);
    const filed = await post(`/de${paths.request}`, { ...fields, [fieldNames.service]: desk.house.platformId });
    expect([filed.status, filed.location, filed.cookies.length]).toEqual([303, `/de${openedFor(`${paths.case}?n=1`)}`, 1]);
    const cookie = `${filed.cookie?.name}=${filed.cookie?.value}`;
    expect((await get(filed.location, { cookie })).location).toBe(`/de${paths.case}?n=1`);
    const inGerman = await get(`/de${paths.case}?n=1`, { cookie });
    expect(inGerman.body).toContain(german.case.news.filed.heading);
    // The same case in another language, by the link that stands on it: nothing of the language is kept.
    const inArabic = await get(`/ar${paths.case}`, { cookie });
    expect(inArabic.body).toContain(arabic.case.timelineHeading);
    expect(inArabic.body).toContain('<html lang="ar" dir="rtl">');
    expect((await get(`/de${paths.withdraw}`)).location).toBe(`/de${paths.openCase}`);
  });

  test('of pages only: no other address has one', async () => {
    for (const url of ['/de/api/v1/screen', '/de/healthz', '/de/console', '/de/nothing', '/fr/', '/xx/case/open'])
      expect([url, (await get(url)).status]).toEqual([url, 404]);
  });

  test('an address that is wrong is told of in the language of the browser', async () => {
    const lost = await get('/nothing-here', { 'accept-language': 'de' });
    expect([lost.status, lost.body.includes(german.problem.heading[404])]).toEqual([404, true]);
  });
});

test('no word of the language stands in what is logged', () => {
  expect(desk.log.filter((line) => /accept-language|"\/(?:de|ar|it|es)\//.test(line))).toEqual([]);
});
