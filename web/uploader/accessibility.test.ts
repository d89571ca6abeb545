/** Is the uploader's page accessible in each of its states, light and dark, on a phone and on a wide screen, within the pages' policy, and readable? */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFindings, openBrowser, policyRefusals, serveSite } from '../testing/browser.ts';
import { examplePages } from './examples.ts';

let browser: Browser;
let site: Awaited<ReturnType<typeof serveSite>>;

beforeAll(async () => {
  site = await serveSite((_method, path) => {
    const page = examplePages[decodeURIComponent(path.slice(1))];
    return page === undefined ? undefined : { html: page() };
  });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

test('every state is accessible in light at 1280 px and in dark at 360, needs no sideways scrolling and keeps to the policy', async () => {
  // With motion reduced: axe must not read colours on their way from light to dark.
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  const refusals = policyRefusals(page);
  for (const name of Object.keys(examplePages)) {
    await page.goto(`${site.origin}/${encodeURIComponent(name)}`);
    for (const { colorScheme, width } of [
      { colorScheme: 'light', width: 1280 },
      { colorScheme: 'dark', width: 360 },
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      expect(await accessibilityFindings(page), `${name}, ${colorScheme}`).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(overflow, `${name}, ${width} px: sideways scrolling`).toBeLessThanOrEqual(0);
    }
  }
  expect(refusals).toEqual([]);
  await context.close();
});

test('the secret goes from the address into its field and is sent, and leaves the address', async () => {
  const page = await browser.newPage();
  const sent = page.waitForRequest((request) => request.method() === 'POST');
  await page.goto(`${site.origin}/${encodeURIComponent('address asked for')}#an-id.a-secret`);
  const request = await sent;
  expect([new URL(request.url()).pathname, request.postData()]).toEqual(['/statement', 'secret=an-id.a-secret']);
  await page.close();
});

test('no title tells what the page is about', () => {
  for (const [name, render] of Object.entries(examplePages))
    expect([name, /<title>([^<]*)<\/title>/.exec(render())?.[1]]).toEqual([
      name,
      expect.stringMatching(/^(About a post|Please check) - Likeness$/),
    ]);
});

test('while nobody has decided, no state speaks of whoever decided, or of a decision that is wrong or stands', () => {
  const before = Object.entries(examplePages).filter(
    ([name]) => name.includes('hid') && !name.includes('removed since') && !name.includes('link'),
  );
  expect(before.map(([name]) => name)).toHaveLength(7);
  for (const [name, render] of before)
    expect([name, /[^.>]*(who decided|decision (is wrong|stands|is taken back))[^.<]*/.exec(render())?.[0]]).toEqual([name, undefined]);
});
