/** What does somebody hear who does not see the page? The tree of each page in its order: one first heading, none left out, parts with names, errors with their fields. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, serveSite } from '../testing/browser.ts';
import { goOnTo } from '../testing/form-steps.ts';
import { caseCode, pageStates, stateAt, statePath } from '../testing/person-pages.ts';
import { words } from './words.ts';

let browser: Browser;
let page: Page;
let plain: Page;
let site: Awaited<ReturnType<typeof serveSite>>;

beforeAll(async () => {
  site = await serveSite((_, path) => {
    const html = stateAt(path);
    return html === undefined ? undefined : { html };
  });
  browser = await openBrowser();
  page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  plain = await (await browser.newContext({ javaScriptEnabled: true, offline: true })).newPage();
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

/** What is wrong with how the page is built, a sentence each. */
function faultsOfTree(): string[] {
  const isHeard = (element: Element): boolean => element.closest('[hidden], template, [aria-hidden="true"]') === null;
  const all = (selector: string): Element[] => [...document.querySelectorAll(selector)].filter(isHeard);
  const textOf = (ids: string | null): string =>
    (ids ?? '')
      .split(/\s+/)
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' ')
      .trim();
  const nameOf = (element: Element): string => element.getAttribute('aria-label') ?? textOf(element.getAttribute('aria-labelledby'));
  const faults: string[] = [];
  const headings = all('h1, h2, h3, h4, h5, h6');
  const levels = headings.map(({ tagName }) => Number(tagName.slice(1)));
  if (levels.filter((level) => level === 1).length !== 1)
    faults.push(`${levels.filter((level) => level === 1).length} headings of the first level`);
  // What has to be put right comes before the first heading.
  const order = headings.filter((heading) => heading.closest('[role="alert"]') === null).map(({ tagName }) => Number(tagName.slice(1)));
  if (order[0] !== 1) faults.push('the first heading is not of the first level');
  order.forEach((level, at) => {
    if (at > 0 && level > (order[at - 1] ?? 0) + 1) faults.push(`a level is left out before ${headings[at]?.textContent}`);
  });
  if (headings.some((heading) => heading.textContent?.trim() === '')) faults.push('a heading is empty');
  for (const kind of ['main', 'header', 'footer', 'nav']) {
    const ones = all(kind).filter((one) => kind === 'main' || kind === 'nav' || one.parentElement === document.body);
    if (ones.length > 1 && new Set(ones.map(nameOf)).size < ones.length) faults.push(`several ${kind} are called the same`);
    if (kind === 'nav' && ones.some((one) => nameOf(one) === '')) faults.push('a nav has no name');
  }
  const regions = all('section[aria-labelledby], [role="region"]').map(nameOf);
  if (regions.some((name) => name === '')) faults.push('a region has no name');
  if (new Set(regions).size < regions.length) faults.push(`two regions are called the same: ${regions.join(', ')}`);
  for (const attribute of ['aria-describedby', 'aria-labelledby', 'for'])
    for (const element of all(`[${attribute}]`))
      for (const id of (element.getAttribute(attribute) ?? '').split(/\s+/))
        if (document.getElementById(id) === null) faults.push(`${attribute}="${id}" leads to nothing`);
  for (const control of all('[aria-invalid="true"]'))
    if (textOf(control.getAttribute('aria-describedby')) === '') faults.push(`what is wrong with ${control.id} is not said with it`);
  const said = all('.field-error').filter((error) => error.id !== '');
  for (const error of said)
    if (!all('[aria-describedby]').some((one) => one.getAttribute('aria-describedby')?.split(/\s+/).includes(error.id)))
      faults.push(`${error.id} is nobody's`);
  for (const link of all('[role="alert"] a[href^="#"]')) {
    const field = document.getElementById(decodeURIComponent(link.getAttribute('href')?.slice(1) ?? ''));
    // A group of boxes takes the focus itself.
    const isGroup = field?.matches('fieldset[tabindex="-1"]') === true;
    if (!isGroup && !field?.matches('input, select, textarea')) faults.push(`${link.getAttribute('href')} leads to no field`);
  }
  return faults;
}

describe('every state', () => {
  test.each(Object.keys(pageStates).filter((state) => !state.startsWith('left, exit')))('%s', async (state) => {
    await plain.setContent(pageStates[state]?.() ?? '', { waitUntil: 'domcontentloaded' });
    expect(await plain.evaluate(faultsOfTree)).toEqual([]);
  });
});

/** What is said in the main part of the page, without addresses: roles and names in their order. */
async function heard(): Promise<string> {
  return (await page.locator('main').ariaSnapshot()).replaceAll(/^ *- \/url: .*\n/gm, '');
}

test('the first page is heard in the order in which it helps: what it is, what has happened, the code, how it goes, what it cannot do', async () => {
  await page.goto(site.origin + statePath('landing'));
  const { landing } = words;
  const tree = await page.locator('body').ariaSnapshot();
  const order = [
    words.frame.exit,
    words.frame.skip,
    landing.heading,
    landing.startHeading,
    landing.ways.picture,
    landing.comeBack,
    landing.howHeading,
    landing.limitsHeading,
  ].map((text) => tree.indexOf(text));
  expect(order).not.toContain(-1);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
});

test('a part is heard as a part with its number, its error with its field, and what is on its way as a status that was there before', async () => {
  const { request } = words;
  await page.goto(site.origin + statePath('look-out form, to check'));
  expect(await heard()).toMatch(new RegExp(`- alert:\\n +- heading "${request.problems.heading}"`));
  await page.goto(site.origin + statePath('request form'));
  expect(await heard()).toContain(`- region "${request.part({ number: 1, parts: 5 })} ${request.pictures.heading}"`);
  await goOnTo(page, page.getByLabel(request.code.pin));
  expect(await heard(), 'the code is read when she comes to it, never aloud by itself').toContain(
    `- paragraph: ${request.code.label}\n    - paragraph: ${caseCode}`,
  );
  await goOnTo(page, page.getByRole('button', { name: request.send, exact: true }));
  const status = page.locator('[data-send-notice]');
  expect([await status.getAttribute('role'), await status.innerText()]).toEqual(['status', '']);
  expect(await status.evaluate((box) => getComputedStyle(box).display)).not.toBe('none');
  const hold = Promise.withResolvers<void>();
  await page.route(`${site.origin}/`, async (route) => {
    await hold.promise;
    await route.abort();
  });
  await page.getByRole('button', { name: request.send, exact: true }).click();
  await expect.poll(() => status.innerText()).toBe(request.sending);
  hold.resolve();
  await expect.poll(() => status.innerText()).toBe(request.unreachable);
  expect(await heard()).toContain(request.unreachable);
});

test('a picture is heard while it is read and when it is ready, and one that cannot be read with its reason', async () => {
  const { fingerprintPanel } = words;
  await page.goto(site.origin + statePath('request form'));
  await page.locator('[data-readiness="ready"]').waitFor();
  await page.setInputFiles('#fingerprints-files', [{ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') }]);
  await page.locator('.picture-row--problem').waitFor();
  const tree = await heard();
  expect(tree).toContain(`- list "${fingerprintPanel.listLabel}"`);
  expect(tree).toMatch(/- status: \S/);
  expect(tree).toContain(fingerprintPanel.problems.unsupported);
});
