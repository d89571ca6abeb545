/** Can everybody use her pages in every language: nothing cut off on a small phone, accessible from right to left, and by keyboard alone? */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFindings, openBrowser, policyRefusals, serveSite } from '../testing/browser.ts';
import { statesIn } from '../testing/person-pages.ts';
import { pseudoSpeeches } from '../testing/pseudo-locale.ts';
import { type Speech, speechIn } from './words.ts';

/** Every state in strange letters, in both directions; and as it is in the language of the longest words, and from right to left. */
const speeches: Readonly<Record<string, Speech>> = { ...pseudoSpeeches, de: speechIn('de'), ar: speechIn('ar') };
const pages = new Map<string, () => string>(
  Object.entries(speeches).flatMap(([name, speech]) =>
    Object.entries(statesIn(speech))
      .filter(([state]) => state !== 'left, exit')
      .map(([state, render]) => [`/${name}/${encodeURIComponent(state)}`, render] as const),
  ),
);

let browser: Browser;
let site: Awaited<ReturnType<typeof serveSite>>;
beforeAll(async () => {
  site = await serveSite((_method, path) => {
    const render = pages.get(path);
    return render === undefined ? undefined : { html: render() };
  });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

test.each(Object.keys(speeches))('%s: nothing is cut off to the side at 320 px', async (name) => {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  const cutOff: string[] = [];
  for (const path of pages.keys()) {
    if (!path.startsWith(`/${name}/`)) continue;
    await page.goto(site.origin + path);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (overflow > 0) cutOff.push(`${decodeURIComponent(path)}: ${overflow}`);
  }
  expect(cutOff).toEqual([]);
  await context.close();
});

test('every state is accessible from right to left, in longer sentences, within the policy', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const refusals = policyRefusals(page);
  const found: string[] = [];
  for (const path of pages.keys()) {
    if (!path.startsWith('/rtl/')) continue;
    await page.goto(site.origin + path);
    for (const finding of await accessibilityFindings(page)) found.push(`${decodeURIComponent(path)}: ${finding}`);
  }
  expect(found).toEqual([]);
  expect(refusals).toEqual([]);
  await context.close();
});

test('what runs from left to right everywhere does so in Arabic: her code, addresses, numbers', async () => {
  const page = await browser.newPage();
  await page.goto(`${site.origin}/ar/${encodeURIComponent('request form')}`);
  const directions = await page.evaluate(() =>
    ['.code-display__code', '#contactEmail', '#contactPhone', '.phone bdi'].map((one) => {
      const element = document.querySelector(one);
      return element === null ? one : getComputedStyle(element).direction;
    }),
  );
  expect(directions).toEqual(['ltr', 'ltr', 'ltr', 'ltr']);
  expect(await page.evaluate(() => getComputedStyle(document.body).direction)).toBe('rtl');
  await page.close();
});

test('her device speaks Arabic too: the panel, and the times in her own zone', async () => {
  const said = speechIn('ar').words;
  const context = await browser.newContext({ timezoneId: 'Africa/Cairo' });
  const page = await context.newPage();
  await page.goto(`${site.origin}/ar/${encodeURIComponent('request form')}`);
  await page.getByText(said.fingerprintPanel.ready).waitFor();
  await page.goto(`${site.origin}/ar/${encodeURIComponent('case, just sent')}`);
  const moment = page.locator('time[data-moment]').first();
  await expect.poll(() => moment.textContent()).toContain(said.time.yourTime);
  expect(await moment.textContent()).toMatch(/نوفمبر.*16:05/);
  await context.close();
});
