/** Does the front door keep what docs/trust-checklist.md lists, on a small phone, against the real server? What one page's markup can show is tested beside the pages. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Maria, sentBytesOf } from './maria.ts';
import { openTown, photographPath, type Town } from './town.ts';

let town: Town;
let maria: Maria;

beforeAll(async () => {
  town = await openTown();
});
afterAll(async () => {
  await town.close();
});
beforeEach(async () => {
  maria = await Maria.atHome(town.browser, town.url);
  await maria.page.route('https://www.wikipedia.org/**', (route) => route.fulfill({ body: 'an ordinary page' }));
  return async () => maria.closesTheBrowser();
});

const tap = (name: string): Promise<void> => maria.page.getByRole('link', { name, exact: true }).click();

/** What a person would see who presses Back as often as the browser lets them. */
async function everythingBehind(page: Page): Promise<string> {
  let seen = '';
  for (let steps = 0; steps < 8; steps += 1) {
    const before = page.url();
    await page.goBack().catch(() => null);
    if (page.url() === before || page.url() === 'about:blank') break;
    seen += await page.content();
  }
  return seen;
}

test('three taps from the first page to the choice of a file, without an account, an e-mail address or a form before it', async () => {
  await maria.opensTheSite();
  let taps = 0;
  const counted = async (name: string): Promise<void> => {
    taps += 1;
    await tap(name);
  };
  await counted('I have the picture or video');
  await counted('18 or older');
  await maria.page.locator('[data-readiness="ready"]').waitFor();
  const [chooser] = await Promise.all([maria.page.waitForEvent('filechooser'), maria.page.locator('#fingerprints-files').click()]);
  taps += 1;
  expect(chooser.isMultiple()).toBe(true);
  expect(taps).toBeLessThanOrEqual(3);
  expect(maria.sent.filter(({ body }) => body.length > 0)).toEqual([]);
});

test('after she left, nothing of her case comes back: not by Back, not by a copied cookie, and nothing is kept in the browser', async () => {
  await maria.opensTheSite();
  await maria.startsARequestAboutAnAdult();
  await maria.says('https://forum.example/posts/secret-place');
  await maria.signs('Maria Example', 'maria@example.org');
  await maria.sends();
  await maria.page.getByRole('link', { name: 'End my case' }).click();
  await maria.page.getByRole('link', { name: 'Go back without ending it' }).click();
  await maria.page.getByRole('link', { name: 'Write to another site' }).click();
  const [cookie] = await maria.cookies();
  await maria.leavesAtOnce();
  await maria.page.waitForURL('https://www.wikipedia.org/');
  // What the browser was told as it left; its own answer comes after the page is gone.
  const told = await fetch(`${town.url}/exit`, { method: 'POST' });
  expect(told.headers.get('clear-site-data')).toBe('"cache", "storage"');
  // The answer that takes the cookie may come after the next page is there.
  await expect.poll(() => maria.cookies()).toEqual([]);
  const copy = await fetch(`${town.url}/case`, { headers: { cookie: `__Host-likeness=${cookie?.value ?? ''}` } });
  expect(await copy.text()).not.toContain('secret-place');
  const behind = await everythingBehind(maria.page);
  for (const hers of ['secret-place', 'Maria Example', 'maria@example.org', 'LK-']) expect(behind).not.toContain(hers);
  await maria.page.goto(`${town.url}/start`);
  const kept = await maria.page.evaluate(async () => [
    localStorage.length,
    sessionStorage.length,
    (await indexedDB.databases()).length,
    (await caches.keys().catch(() => [])).length,
    (await navigator.serviceWorker?.getRegistrations().catch(() => []))?.length ?? 0,
  ]);
  expect(kept).toEqual([0, 0, 0, 0, 0]);
});

test('no picture is shown of what she chooses, and taking one out leaves nothing of it', async () => {
  await maria.page.addInitScript(() => {
    const made: string[] = [];
    Object.assign(window, { madeUrls: made });
    const original = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (source) => {
      const url = original(source);
      if (source instanceof Blob && source.type.startsWith('image/')) made.push(url);
      return url;
    };
  });
  await maria.opensTheSite();
  await maria.startsARequestAboutAnAdult();
  await maria.choosesPictures('house');
  const shown = (): Promise<number> =>
    maria.page.evaluate(() => document.querySelectorAll('img, canvas, video, picture, object, [style*="url("]').length);
  expect(await shown()).toBe(0);
  expect(await maria.page.evaluate(() => Reflect.get(window, 'madeUrls'))).toEqual([]);
  await maria.page.getByRole('button', { name: /remove/i }).click();
  expect(await maria.page.locator('input[name=fingerprints]').inputValue()).toBe('');
});

test('under 18, or not sure: no file can be chosen, hotlines of her country stand there, and the browser sends nothing but for the pages', async () => {
  await maria.opensTheSite();
  await tap('The person was under 18, or I am not sure');
  await maria.looks();
  expect(await maria.page.locator('input[type=file]').count()).toBe(0);
  await maria.page.getByText('The hotlines, country by country').click();
  expect(await maria.reads()).toMatch(/Germany: .*Internet-Beschwerdestelle/);
  await tap('Ask the service, with a link only');
  await maria.looks();
  expect(await maria.page.locator('input[type=file]').count()).toBe(0);
  expect(maria.sent.filter(({ body }) => body.length > 0)).toEqual([]);
  await (await maria.reaches(maria.page.getByLabel('Links to the picture'))).fill('https://forum.example/posts/young');
  await (await maria.reaches(maria.page.getByLabel('Someone else: I have seen the picture'))).check();
  await maria.sends();
  const posts = maria.sent.filter(({ body }) => body.length > 0);
  expect(posts.map(({ address }) => new URL(address).pathname)).toEqual(['/request']);
  // Straight to those who deal with it, and nothing is computed of it.
  const [row] = await town.store.db
    .selectFrom('request')
    .select(['is_young', 'tracking_number'])
    .orderBy('received_at', 'desc')
    .limit(1)
    .execute();
  expect(row?.is_young).toBe(true);
  const items = await town.store.db
    .selectFrom('request_item')
    .selectAll()
    .where('tracking_number', '=', row?.tracking_number ?? '')
    .execute();
  expect(items).toEqual([]);
  expect(maria.findings).toEqual([]);
});

test('a threat: first steps at one tap; a service looks out for the picture, sent as a fingerprint only, and her code brings her back to it', async () => {
  await maria.opensTheSite();
  await tap('Someone threatens to share it');
  expect(await maria.reads()).toContain('Do not pay');
  await maria.looks();
  await tap('Ask them to look out for it');
  await tap('18 or older');
  await maria.page.locator('[data-readiness="ready"]').waitFor();
  await maria.choosesPictures('alps');
  await (await maria.reaches(maria.page.getByRole('checkbox', { name: 'This service' }))).check();
  await (await maria.reaches(maria.page.getByLabel('I am the person in the picture'))).check();
  await maria.page.getByLabel(/I say this in good faith/).check();
  await maria.keepsHerCode();
  await (await maria.reaches(maria.page.getByRole('button', { name: 'Ask them to look out for it' }))).click();
  await maria.page.waitForURL('**/case**');
  await maria.looks();
  expect(await maria.reads()).toContain('It looks at new uploads until');
  expect(await sentBytesOf(photographPath('alps'), maria.sent)).toEqual([]);
  await maria.page.getByRole('button', { name: 'Close on this device' }).click();
  await maria.returnsWithHerCode();
  await maria.page.waitForURL('**/case');
  await maria.page.getByRole('button', { name: 'Go on for 90 days from today' }).click();
  await maria.page.getByText('They look out for it').waitFor();
  expect(maria.findings).toEqual([]);
});

test('another site: from the first page to a finished text, kept under her code, without telling anything twice', async () => {
  await maria.opensTheSite();
  await tap('Write to another site, or to a search engine');
  await tap('18 or older');
  const { page } = maria;
  await page.getByLabel('Another site or app').check();
  await page.getByLabel('Its name').fill('Old Forum');
  await (await maria.reaches(page.getByLabel('Links to the picture'))).fill('https://old-forum.example/t/77');
  await (await maria.reaches(page.getByLabel('I am the person in the picture'))).check();
  await page.getByLabel('The picture was shared without the consent of the person in it.').check();
  await page.getByLabel('I say this in good faith. It is true as far as I know.').check();
  await (await maria.reaches(page.getByLabel(/^United States:/))).check();
  await maria.signs('Maria Example', 'maria@example.org');
  await maria.looks();
  await (await maria.reaches(page.getByRole('button', { name: 'Make the text' }))).click();
  await page.waitForURL('**/case/letter**');
  await maria.looks();
  expect(await page.locator('textarea').inputValue()).toContain('I am the person in the picture.');
  await page.getByRole('button', { name: 'I have sent it' }).click();
  await page.waitForURL('**/case');
  expect(await maria.reads()).toContain('The service still has time.');
  await page.getByRole('link', { name: 'Write to another site' }).click();
  expect(await page.getByLabel('Type your name').inputValue()).toBe('Maria Example');
  expect(maria.findings).toEqual([]);
});

test('a code can be pasted, by hand too', async () => {
  await maria.page.goto(`${town.url}/case/open`);
  const field = maria.page.getByLabel('Your code');
  await field.focus();
  await maria.page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', '00000-00000-00000-00000-0');
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    Object.assign(window, { wasStopped: !document.activeElement?.dispatchEvent(event) });
  });
  expect(await maria.page.evaluate(() => Reflect.get(window, 'wasStopped'))).toBe(false);
});
