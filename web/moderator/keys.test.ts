/** Do the single keys do what the list says, none of them decide, and none work where somebody types or has switched them off? */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, serveSite } from '../testing/browser.ts';
import { examplePages } from './examples.ts';
import { shortcuts } from './shortcuts.ts';

let browser: Browser;
let site: Awaited<ReturnType<typeof serveSite>>;
let page: Page;
const asked: string[] = [];

beforeAll(async () => {
  site = await serveSite((method, path) => {
    asked.push(`${method} ${path}`);
    const render = examplePages[path.slice(1)];
    return render === undefined ? { html: '<!doctype html><title>Somewhere</title>' } : { html: render() };
  });
  browser = await openBrowser();
  page = await browser.newPage();
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

const open = (name: string) => page.goto(`${site.origin}/${name}`);
const goes = async (key: string, from: string): Promise<string> => {
  await open(from);
  const [request] = await Promise.all([page.waitForRequest((one) => one.isNavigationRequest()), page.keyboard.press(key)]);
  await page.waitForURL(request.url());
  return new URL(page.url()).pathname;
};

test('each key that goes somewhere goes there, from any page', async () => {
  for (const { key, href } of shortcuts) if (href !== null) expect([key, await goes(key, 'queue-empty')]).toEqual([key, href]);
  expect(await goes('u', 'queue')).toMatch(/^\/console\/requests\//);
  expect(await goes('n', 'request-decided')).toMatch(/^\/console\/(requests|reviews)\//);
});

test('the keys of a request show and blur its picture and go to the decision; none sends anything', async () => {
  await open('request');
  asked.length = 0;
  await page.keyboard.press('s');
  const button = page.locator('[data-action="show"]').first();
  expect(await button.getAttribute('aria-pressed')).toBe('true');
  await page.keyboard.press('s');
  expect(await button.getAttribute('aria-pressed')).toBe('false');
  await page.keyboard.press('d');
  expect(new URL(page.url()).hash).toBe('#decide');
  for (const { key, href } of shortcuts) if (href === null) await page.keyboard.press(key);
  expect(asked.filter((one) => one.startsWith('POST'))).toEqual([]);
});

test('a key does nothing where somebody types, with a second key held, or once she has switched the keys off', async () => {
  await open('request');
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  await page.locator('#note').focus();
  await page.keyboard.type('qs/?d');
  expect(await page.inputValue('#note')).toBe('qs/?d');
  expect(new URL(page.url()).pathname).toBe('/request');
  await page.locator('h1').click();
  await page.keyboard.press('Control+q');
  await open('keyboard-off');
  for (const { key } of shortcuts) await page.keyboard.press(key);
  expect(new URL(page.url()).pathname).toBe('/keyboard-off');
});

test('with hold to show, a picture is clear exactly while the button or the key is held down', async () => {
  await open('request-hold-to-show');
  const button = page.locator('[data-action="show"]').first();
  const isClear = async (): Promise<boolean> => (await button.getAttribute('aria-pressed')) === 'true';
  await button.scrollIntoViewIfNeeded();
  await button.hover();
  await page.mouse.down();
  expect(await isClear()).toBe(true);
  await page.mouse.up();
  expect(await isClear()).toBe(false);
  await button.focus();
  await page.keyboard.down('Space');
  expect(await isClear()).toBe(true);
  await page.keyboard.up('Space');
  expect(await isClear()).toBe(false);
  await page.keyboard.down('Enter');
  await page.keyboard.press('Tab');
  expect(await isClear()).toBe(false);
  await page.keyboard.up('Enter');
});
