/** Does every example of every part pass the accessibility check, without breaking the pages' policy? All stand on one page, so that a check costs one browser run. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFindings, openBrowser, policyRefusals, serveSite } from '../testing/browser.ts';
import { renderExamples } from './examples.tsx';

let browser: Browser;
let site: Awaited<ReturnType<typeof serveSite>>;

beforeAll(async () => {
  site = await serveSite((_method, path) => ({ html: renderExamples(path === '/dense' ? 'dense' : 'calm') }));
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

for (const density of ['calm', 'dense']) {
  test(`every example of every part is accessible in light and dark, ${density}, and fits a phone`, async () => {
    // With motion reduced: axe must not read colours on their way from light to dark.
    const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    const refusals = policyRefusals(page);
    await page.goto(`${site.origin}/${density}`);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await accessibilityFindings(page), colorScheme).toEqual([]);
    }
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow, 'no sideways scrolling').toBeLessThanOrEqual(0);
    expect(refusals).toEqual([]);
    await context.close();
  });
}
