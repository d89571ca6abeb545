/** Is every page of the console accessible in each of its states, light and dark, on a phone and on a wide screen, within the pages' policy? */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFindings, openBrowser, policyRefusals, serveSite } from '../testing/browser.ts';
import { examplePages } from './examples.ts';

let browser: Browser;
let site: Awaited<ReturnType<typeof serveSite>>;

beforeAll(async () => {
  site = await serveSite((_method, path) => {
    const page = examplePages[path.slice(1)];
    return page === undefined ? undefined : { html: page() };
  });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

// So high that the panel of the decision scrolls nothing under its button: axe takes a target that is half scrolled away for a small one.
const looks = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 360 },
] as const;
for (const part of [0, 1, 2, 3]) {
  test(`every fourth page, from page ${part + 1} on, is accessible in light at 1280 px and in dark at 360, needs no sideways scrolling and keeps to the policy`, async () => {
    // With motion reduced: axe must not read colours on their way from light to dark.
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    const page = await context.newPage();
    const refusals = policyRefusals(page);
    for (const name of Object.keys(examplePages).filter((_, place) => place % 4 === part)) {
      await page.goto(`${site.origin}/${name}`);
      for (const { colorScheme, width } of looks) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 1600 });
        expect(await accessibilityFindings(page), `${name}, ${colorScheme}`).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(overflow, `${name}, ${width} px: sideways scrolling`).toBeLessThanOrEqual(0);
      }
    }
    expect(refusals).toEqual([]);
    await context.close();
  });
}

test('ten thousand characters without a space, in every text of hers, push nothing to the side of a phone', async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  await page.goto(`${site.origin}/request-long-words`);
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  // Tables of facts scroll within themselves; none of these texts stands in one.
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await page.close();
});

test('the whole decision is in sight at 1280 by 900, under three laws too: nothing of it has to be scrolled to', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  for (const name of ['request', 'request-several-laws', 'review']) {
    await page.goto(`${site.origin}/${name}`);
    const hidden = await page.locator('.desk__decide').evaluate((panel) => panel.scrollHeight - panel.clientHeight);
    expect([name, hidden]).toEqual([name, 0]);
  }
  await page.close();
});

test('the one-time code goes from the link into its field, and leaves the address', async () => {
  const page = await browser.newPage();
  for (const name of ['first-run', 'password']) {
    await page.goto(`${site.origin}/${name}#a-one-time-code`);
    expect(await page.inputValue('#code')).toBe('a-one-time-code');
    expect(new URL(page.url()).hash).toBe('');
  }
  await page.close();
});

test('a whole evening of decisions needs no mouse: after one is made, the way to the next has focus', async () => {
  const page = await browser.newPage();
  await page.goto(`${site.origin}/request-decided`);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Next request');
  await page.close();
});

test('no address, contact or name of a person stands in a title', () => {
  for (const [name, render] of Object.entries(examplePages)) {
    const title = /<title>([^<]*)<\/title>/.exec(render())?.[1] ?? '';
    expect(title, name).toMatch(/^[A-Z][A-Za-z ]*( LK-[0-9A-Z-]+)? – Likeness console$/);
  }
});
