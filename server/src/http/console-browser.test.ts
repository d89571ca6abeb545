/** Can a moderator do a day's work in a real browser, with the keyboard, seeing as little as possible? */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFindings, openBrowser, policyRefusals } from '../../../web/testing/browser.ts';
import { type DecodePool, openDecodePool } from '../decode/pool.ts';
import { screen } from '../workflows/screen.ts';
import { boats, openPictureService, openTestConsole, type PictureService, password, type TestConsole } from './test-console.ts';

let decode: DecodePool;
let desk: TestConsole;
let service: PictureService;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let refusals: string[];
let origin: string;

beforeAll(async () => {
  decode = await openDecodePool({ children: 1 });
  desk = await openTestConsole(undefined, decode);
  service = await openPictureService(desk.house);
  origin = await desk.app.listen({ host: '127.0.0.1', port: 0 });
  browser = await openBrowser();
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  refusals = policyRefusals(page);
});

afterAll(async () => {
  await browser.close();
  await service.close();
  await desk.close();
  await decode.close();
});

/** A page as it stands, with everything that was fetched for it, is accessible. */
async function isFine(): Promise<void> {
  await page.waitForLoadState('networkidle');
  expect(await accessibilityFindings(page), page.url()).toEqual([]);
}

test('the one-time link is enough to start: the code fills itself in and leaves the address', async () => {
  const code = await desk.firstRunCode();
  await page.goto(`${origin}/console/first-run#${code}`);
  expect(await page.inputValue('#code')).toBe(code);
  expect(page.url()).toBe(`${origin}/console/first-run`);
  await page.getByLabel('Your name').fill('Ines Moreau');
  await page.getByLabel('Password').fill(password);
  await page.getByLabel('Name of your service').fill('Harbour photos');
  await page.getByRole('button', { name: 'Create and sign in' }).click();
  await page.waitForURL(`${origin}/console/setup`);
  const [cookie, ...others] = await context.cookies();
  expect(others).toEqual([]);
  expect(cookie).toMatchObject({
    name: '__Host-likeness-console',
    httpOnly: true,
    secure: true,
    sameSite: 'Strict',
    expires: -1,
    path: '/',
  });
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  await isFine();
});

test('a key is made on the setup page, and has focus so that it is not missed', async () => {
  await page.getByLabel('Label').fill('Upload server');
  await page.getByLabel('Everything a service does').check();
  await page.getByRole('button', { name: 'Create a key' }).click();
  await page.getByRole('heading', { name: 'Your new API key' }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/lk_[A-Za-z0-9-]{12}_/);
  await isFine();
});

test('a request is opened blurred, shown when asked, blurred again, decided by keyboard, and the next one waits', async () => {
  const file = await boats();
  service.pictures.set('harbour-1', file);
  const { fingerprints } = await decode.fingerprint(
    (async function* () {
      yield file;
    })(),
  );
  const upload = { contentId: 'harbour-1', url: null, uploaderRef: null, links: [], source: 'bytes' as const, fingerprints };
  await screen(desk.engine, desk.house.platformId, upload);
  const number = await desk.fileAbout('other', { contentIds: ['harbour-1'], locations: [], fingerprints });
  const second = await desk.fileAbout('later');

  await page.goto(`${origin}/console`);
  await isFine();
  await page.getByRole('link', { name: 'Open the most urgent' }).click();
  await page.waitForURL(`${origin}/console/requests/${number}`);
  await page.getByText('This is the very file that was screened.').waitFor();
  expect((await desk.ledgerActs('preview.revealed')).length).toBe(0);
  await isFine();

  const shown = page.waitForResponse((answer) => answer.url().includes('view=clear'));
  await page.getByRole('button', { name: 'Show the picture' }).click();
  expect((await shown).status()).toBe(200);
  await page.getByRole('img', { name: 'Upload 1, shown clearly' }).waitFor();
  const blurred = page.waitForResponse((answer) => answer.url().includes('view=blurred'));
  await page.getByRole('button', { name: 'Blur it again' }).click();
  await blurred;
  expect((await desk.ledgerActs('preview.revealed')).length).toBe(1);

  // Each question of the law is one stop, and one key answers it.
  await page.getByRole('radiogroup').first().getByRole('radio').first().focus();
  for (const answer of ['Space', 'Space', 'ArrowRight', 'Space']) {
    await page.keyboard.press('Space');
    if (answer !== 'Space') await page.keyboard.press(answer);
    await page.keyboard.press('Tab');
  }
  await page.getByLabel('The request is valid under this law').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.getByText('Your decision is recorded.').waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Next request');
  await isFine();
  await page.keyboard.press('Enter');
  await page.waitForURL(`${origin}/console/requests/${second}`);
});

test('a service that does not answer is told in words, in the place of the picture', async () => {
  await page.locator('.preview__picture').scrollIntoViewIfNeeded();
  await page.getByText('The service did not give the picture.').first().waitFor();
  expect(await page.locator('.preview__picture').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await isFine();
});

test('without script everything can be done: show by link, decide, sign out', async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const sheet = await plain.newPage();
  const number = await desk.fileAbout('no-script', { contentIds: ['harbour-1'] });
  await sheet.goto(`${origin}/console/requests/${number}`);
  expect(sheet.url()).toBe(`${origin}/console/sign-in?next=%2Fconsole%2Frequests%2F${number}`);
  await sheet.getByLabel('Name').fill('Ines Moreau');
  await sheet.getByLabel('Password').fill(password);
  await sheet.getByRole('button', { name: 'Sign in' }).click();
  await sheet.waitForURL(`${origin}/console/requests/${number}`);
  const before = (await desk.ledgerActs('preview.revealed')).length;
  await sheet.getByRole('link', { name: 'Show the picture' }).first().click();
  await sheet.getByRole('img', { name: 'Upload 1, shown clearly' }).waitFor();
  await sheet.waitForLoadState('networkidle');
  expect((await desk.ledgerActs('preview.revealed')).length).toBe(before + 1);
  await sheet.getByLabel('It is not an intimate picture').check();
  await sheet.getByRole('button', { name: 'Decide' }).click();
  await sheet.getByText('Your decision is recorded.').waitFor();
  await sheet.getByRole('button', { name: 'Sign out' }).click();
  await sheet.getByText('You are signed out.').waitFor();
  await sheet.goto(`${origin}/console`);
  expect(sheet.url()).toBe(`${origin}/console/sign-in`);
  await plain.close();
});

test('no page asked for more than its policy allows', () => {
  expect(refusals).toEqual([]);
});
