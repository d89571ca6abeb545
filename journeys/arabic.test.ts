/** Can somebody who reads Arabic get through, on a small phone, by keyboard alone? From the first page to her case, away, and back with her code. */
import { speechIn } from '@likeness/web/person';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFindings } from '../web/testing/browser.ts';
import { openTown, type Town } from './town.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const said = speechIn('ar').words;

/** Presses Tab until this has focus, as somebody without a mouse does. */
async function tabsTo(page: Page, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the keyboard does not reach it');
}

/** Goes on, part by part, until this is in sight, and sets focus on it. */
async function reaches(page: Page, wanted: Locator): Promise<void> {
  const next = page.locator('button[name=move][value=next]:visible');
  for (let parts = 0; parts < 6 && !(await wanted.isVisible()); parts += 1) {
    await tabsTo(page, next);
    await page.keyboard.press('Enter');
  }
  await tabsTo(page, wanted);
}

test('in Arabic, at 360 px, by keyboard only: she sends a request, closes it, and comes back with her code', async () => {
  const context = await town.browser.newContext({ viewport: { width: 360, height: 640 }, locale: 'ar' });
  const page = await context.newPage();
  const findings: string[] = [];
  const looks = async (): Promise<void> => {
    expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual(['ar', 'rtl']);
    findings.push(...(await accessibilityFindings(page)));
  };
  const follows = async (name: string): Promise<void> => {
    await tabsTo(page, page.getByRole('link', { name, exact: true }));
    await page.keyboard.press('Enter');
  };
  const types = async (field: Locator, text: string): Promise<void> => {
    await reaches(page, field);
    await page.keyboard.type(text);
  };
  const presses = async (button: Locator): Promise<void> => {
    await reaches(page, button);
    await page.keyboard.press('Enter');
  };

  await page.goto(town.url);
  await looks();
  await follows(said.landing.ways.link);
  await page.getByRole('heading', { name: said.age.heading }).waitFor();
  await looks();
  await follows(said.age.adult);
  await page.waitForURL('**/request/link');
  await page.locator('button[name=move][value=next]:visible').waitFor();
  await types(page.getByLabel(said.request.where.links, { exact: true }), `${town.forum.url}/posts/somewhere`);
  await looks();
  await reaches(page, page.getByLabel(said.request.statement.self, { exact: true }));
  await page.keyboard.press('Space');
  for (const box of [said.request.statement.notConsensual, said.request.statement.goodFaith]) {
    await reaches(page, page.getByLabel(box, { exact: true }));
    await page.keyboard.press('Space');
  }
  await types(page.getByLabel(said.request.contact.signature, { exact: true }), 'مريم');
  await types(page.getByRole('textbox', { name: said.request.contact.email }), 'maryam@example.org');
  const code = (await page.locator('input[name=caseCode]').inputValue()).trim();
  await presses(page.getByRole('button', { name: said.request.send, exact: true }));

  await page.getByText(said.case.news.filed.heading).waitFor();
  await looks();
  await presses(page.getByRole('button', { name: said.case.close }));
  await page.getByRole('heading', { name: said.left.closed.heading }).waitFor();
  await follows(said.left.comeBack);
  await page.waitForURL('**/case/open');
  await types(page.getByLabel(said.openCase.code, { exact: true }), code.toLowerCase());
  await presses(page.getByRole('button', { name: said.openCase.open }));
  await page.getByText(said.case.timelineHeading).waitFor();
  await looks();

  // In another language it is the same case, one link away; the browser holds her session and nothing else.
  await follows('Deutsch');
  await page.getByText(speechIn('de').words.case.timelineHeading).waitFor();
  expect(new URL(page.url()).pathname).toBe('/de/case');
  expect((await context.cookies()).map(({ name }) => name)).toEqual(['__Host-likeness']);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  expect(findings).toEqual([]);
  await context.close();
});
