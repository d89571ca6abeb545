/** Does the form ask one question at a time, lose nothing, and say what it will send before it does? By keyboard and by ear as well. */
import { basisIn } from '@likeness/casework';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFindings, openBrowser, policyRefusals, serveSite } from '../testing/browser.ts';
import { goBackTo, goOnTo } from '../testing/form-steps.ts';
import { caseCode, pageStates, stateAt, statePath, statesIn } from '../testing/person-pages.ts';
import { besideFields } from './beside-fields.ts';
import { paths } from './paths.ts';
import { speechIn, words } from './words.ts';

const said = words.request;
const arabic = statesIn(speechIn('ar'))['request form']?.() ?? '';
let browser: Browser;
let page: Page;
let site: Awaited<ReturnType<typeof serveSite>>;
const posted: string[] = [];

beforeAll(async () => {
  site = await serveSite((method, path, body) => {
    if (path === paths.keep) return undefined;
    if (method === 'POST') {
      posted.push(body);
      return { seeOther: '/done' };
    }
    if (path === '/done' || path === '/before') return { html: '<!doctype html><html lang="en"><title>x</title>' };
    if (path === '/ar') return { html: arabic };
    const html = stateAt(path);
    return html === undefined ? undefined : { html };
  });
  browser = await openBrowser();
  page = await (await browser.newContext({ viewport: { width: 320, height: 640 }, reducedMotion: 'reduce' })).newPage();
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

const opens = async (state: string): Promise<void> => void (await page.goto(site.origin + statePath(state)));
/** A field of the service that stands first. */
const atHarbour = (label: string) => page.getByLabel(label).first();
const button = (name: string) => page.getByRole('button', { name, exact: true });
const heading = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');
const visibleParts = (): Promise<number> => page.locator('section.part:visible').count();

test('one part after the other: each is announced by its number and name, accessible, and fits a small phone', async () => {
  const refusals = policyRefusals(page);
  for (const [address, { moves, part, check, send }] of [
    [statePath('request form, several laws'), said],
    ['/ar', speechIn('ar').words.request],
  ] as const) {
    await page.goto(site.origin + address);
    for (let number = 1; number <= 6; number += 1) {
      expect(await visibleParts()).toBe(1);
      expect(await accessibilityFindings(page), `${address}, part ${number}`).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(overflow, `${address}, part ${number}`).toBeLessThanOrEqual(0);
      expect(await button(send).isVisible()).toBe(number === 6);
      if (number === 6) break;
      await button(moves.next).click();
      expect(await heading()).toContain(number === 5 ? check.heading : part({ number: number + 1, parts: 5 }));
      const top = await page.evaluate(() => document.activeElement?.getBoundingClientRect().top ?? -1);
      const bar = await page.evaluate(() => document.querySelector('.page-bar')?.getBoundingClientRect().bottom ?? 0);
      expect(top, 'the heading is not under the bar').toBeGreaterThanOrEqual(bar);
    }
  }
  expect(refusals).toEqual([]);
});

test('what is sent, and to whom, is read before Send; nothing is lost by Back or Change, and the history gets no entry', async () => {
  posted.length = 0;
  await page.goto(`${site.origin}/before`);
  await opens('request form');
  const entries = await page.evaluate(() => history.length);
  await (await goOnTo(page, page.getByLabel('Harbour Photos', { exact: true }))).check();
  await atHarbour(said.where.links).fill('https://forum.example/1\nhttps://forum.example/2');
  expect(await atHarbour(said.beside.accounts).isVisible(), 'asked only of those who open it').toBe(false);
  await page.getByText(said.beside.summary).first().click();
  await atHarbour(said.beside.accounts).fill('@one-of-many');
  expect(await page.getByLabel(said.where.links).last().isVisible(), 'asked only of a service that is chosen').toBe(false);
  await (await goOnTo(page, page.getByLabel(said.statement.agent))).check();
  await page.getByLabel(said.statement.agentAuthority).fill('She asked me to.');
  await page.getByLabel(said.statement.self).check();
  await page.getByLabel(said.statement.goodFaith).first().check();
  await (await goOnTo(page, page.getByLabel(said.contact.signature))).fill('<b>Maria</b>');
  await goBackTo(page, atHarbour(said.where.links));
  await (await goOnTo(page, page.getByLabel(said.code.pin))).fill('a quiet one');
  await goOnTo(page, button(said.send));
  const summary = (await page.locator('[data-check]').innerText()).replaceAll(/\s+/g, ' ');
  expect(summary).toContain(said.where.onlyServices({ name: 'Harbour Photos' }));
  for (const hers of [
    'https://forum.example/1',
    'https://forum.example/2',
    '@one-of-many',
    said.statement.self,
    said.statement.goodFaith,
    '<b>Maria</b>',
  ])
    expect(summary).toContain(hers);
  for (const other of ['a quiet one', 'She asked me to.', said.statement.notConsensual]) expect(summary).not.toContain(other);
  expect(summary).toContain(said.check.nothing);
  expect(summary).toContain(caseCode);

  await button(said.check.changeName({ name: said.contact.heading })).click();
  expect(await heading()).toContain(said.contact.heading);
  await page.getByLabel(said.contact.signature).fill('Maria Example');
  await button(said.moves.check).click();
  expect(await page.locator('[data-check]').innerText()).toContain('Maria Example');
  expect(await page.evaluate(() => history.length)).toBe(entries);
  await button(said.send).click();
  await page.waitForURL('**/done');
  const sent = new URLSearchParams(posted[0]);
  expect([sent.get('locations.harbour'), sent.get('signature'), sent.get('pin'), sent.get('service'), sent.get('move')]).toEqual([
    'https://forum.example/1\r\nhttps://forum.example/2',
    'Maria Example',
    'a quiet one',
    'harbour',
    null,
  ]);

  await opens('request form');
  await button(said.moves.next).click();
  await page.goBack();
  expect(page.url(), 'Back of the browser leaves the form').toBe(`${site.origin}/done`);
});

test('where only the name is missing the summary says so, leads to its field, and says nothing more once it is given', async () => {
  await opens('request form, several laws');
  await (await goOnTo(page, page.getByLabel('North Forum', { exact: true }))).check();
  await page.getByLabel(said.where.links).last().fill('https://forum.example/1');
  await (await goOnTo(page, page.getByLabel(said.statement.self))).check();
  for (const box of await page.locator('section.part:visible input[type=checkbox]:visible').all()) await box.check();
  await (await goOnTo(page, page.getByLabel(said.contact.email))).fill('maria@example.org');
  const signed = page.getByLabel(said.several.signed({ service: 'North Forum' }));
  expect(await page.getByLabel(said.several.signed({ service: 'Harbour Photos' })).isVisible()).toBe(false);
  await goOnTo(page, button(said.send));
  const lacks = page.locator('[data-part="lacks"]');
  expect(await lacks.innerText()).toContain(said.check.lacks);
  expect(await lacks.getByRole('link').allInnerTexts()).toEqual([
    basisIn('en', 'digital-services-act').elements.find(({ rule }) => rule === 'name-and-email')?.missingAlone?.name,
    said.several.signMissing({ service: 'North Forum' }),
  ]);
  expect(await page.getByText(said.check.later).isVisible()).toBe(false);
  expect(await accessibilityFindings(page)).toEqual([]);
  await lacks.getByRole('link').first().click();
  const name = page.getByLabel(said.contact.signature);
  expect(await name.evaluate((field) => field === document.activeElement)).toBe(true);
  await name.fill('Maria Example');
  await signed.check();
  await button(said.moves.check).click();
  expect(await lacks.isVisible()).toBe(false);
});

test('a letter to another site is asked part by part too: the summary names the site, and each mistake opens its part', async () => {
  const { letter } = words;
  await opens('letter form');
  await goOnTo(page, button(letter.save));
  const summary = page.locator('[data-check]');
  for (const needed of [letter.problems.service, words.watch.problems.who]) expect(await summary.innerText()).toContain(needed);
  await goBackTo(page, page.getByLabel(letter.service.other));
  await page.getByLabel(letter.service.other).check();
  await page.getByLabel(letter.service.name).fill('Old <b>Forum</b>');
  const besideIt = page.locator(`textarea[name="${besideFields.besideLinks}"]`);
  await goOnTo(page, page.getByText(words.request.beside.summary));
  await page.getByText(words.request.beside.summary).click();
  await besideIt.fill('forum.example/7\nnot a link\nnor this');
  const agent = await goOnTo(page, page.getByLabel(words.request.statement.agent));
  await agent.check();
  expect(await page.getByText(words.request.statement.agentsOnly).isVisible(), 'not for who acts for somebody').toBe(false);
  await (await goOnTo(page, page.getByLabel(letter.laws.places['take-it-down']))).check();
  await page.getByLabel('Español', { exact: true }).check();
  await goOnTo(page, button(letter.save));
  const said = (await summary.innerText()).replaceAll(/\s+/g, ' ');
  for (const hers of [
    letter.check.to({ name: 'Old <b>Forum</b>' }),
    `${basisIn('en', 'take-it-down').name}: ${letter.laws.places['take-it-down']}`,
    letter.check.later,
  ])
    expect(said).toContain(hers);
  expect(said).toContain(`${letter.language.legend} Español`);
  for (const first of ['not a link', 'nor this'])
    expect(await summary.locator('.field-error').allInnerTexts()).toContain(words.request.problems.notALink({ first }));
  await opens('letter form, to check');
  expect(await visibleParts()).toBe(1);
  expect(await page.locator('section.part:visible .field-error').count()).toBeGreaterThan(0);
});

test('where services look out for a picture, the summary names those that she chose, and what cannot be read is said with its reason', async () => {
  const { watch, fingerprintPanel } = words;
  await opens('look-out form');
  await page.locator('[data-readiness="ready"]').waitFor();
  await page.setInputFiles('#fingerprints-files', [{ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') }]);
  await page.locator('.picture-row--problem').waitFor();
  const names = ['Harbour Photos', 'North Forum'] as const;
  await goOnTo(page, page.getByRole('checkbox', { name: names[0] }));
  for (const name of names) await page.getByRole('checkbox', { name }).check();
  await goOnTo(page, button(watch.send));
  const said = (await page.locator('[data-check]').innerText()).replaceAll(/\s+/g, ' ');
  expect(said).toContain(watch.check.to({ name: 'Harbour Photos and North Forum' }));
  for (const line of ['notes.txt', fingerprintPanel.problems.unsupported, watch.problems.pictures]) expect(said).toContain(line);
  expect(await accessibilityFindings(page)).toEqual([]);
});

test('from right to left, the code and a link stand at the right edge of the summary', async () => {
  await page.goto(`${site.origin}/ar`);
  const { send, where } = speechIn('ar').words.request;
  await (await goOnTo(page, page.getByLabel('Harbour Photos', { exact: true }))).check();
  await atHarbour(where.links).fill('https://forum.example/1');
  await goOnTo(page, button(send));
  const edges = await page
    .locator('.check__line:not(.field-error)')
    .evaluateAll((lines) =>
      lines.map((line) => Math.abs(line.getBoundingClientRect().right - (line.firstElementChild?.getBoundingClientRect().right ?? 0))),
    );
  expect(edges.length).toBeGreaterThan(3);
  expect(Math.max(...edges)).toBeLessThan(2);
});

test('without a service chosen, the summary says so before she sends', async () => {
  await opens('request form');
  await goOnTo(page, button(said.send));
  expect(await page.locator('[data-check]').innerText()).toContain(said.problems.service);
  await opens('request form, one service');
  await goOnTo(page, button(said.send));
  expect(await page.locator('[data-check]').innerText()).toContain(said.where.onlyService({ name: 'Harbour Photos' }));
});

test('a form that comes back opens the part with the first thing to put right; each line of the list opens its own', async () => {
  await opens('request form, to check');
  expect(await page.locator('.error-summary').evaluate((summary) => summary === document.activeElement)).toBe(true);
  const shown = page.locator('section.part:visible');
  expect(await shown.locator('.field-error').count()).toBeGreaterThan(0);
  expect(await button(said.moves.check).isVisible(), 'and a way straight to the end').toBe(true);
  const entries = await page.evaluate(() => history.length);
  const links = page.locator('.error-summary a');
  for (let at = 0; at < (await links.count()); at += 1) {
    const field = (await links.nth(at).getAttribute('href'))?.slice(1) ?? '';
    await links.nth(at).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(field);
    expect(await visibleParts()).toBe(1);
  }
  expect(await page.evaluate(() => [history.length, location.hash])).toEqual([entries, '']);
});

test('by keyboard alone, with the way out first, from the first part to Send', async () => {
  posted.length = 0;
  await opens('request form, link');
  await page.keyboard.press('Tab');
  expect(await heading()).toBe(words.frame.exit);
  const tabTo = async (name: string): Promise<void> => {
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press('Tab');
      if ((await heading()).trim() === name) return;
    }
    throw new Error(`Tab did not come to ${name}`);
  };
  for (let part = 1; part <= 4; part += 1) {
    await tabTo(said.moves.next);
    await page.keyboard.press(part % 2 === 0 ? 'Enter' : 'Space');
  }
  await tabTo(said.send);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/done');
  expect(posted).toHaveLength(1);
});

test('“Save and send later” is what arrives where she presses it, and Send after it is Send', async () => {
  posted.length = 0;
  const pressed = async (name: string): Promise<string | null> => {
    await opens('request form');
    await (await goOnTo(page, button(name))).click();
    await page.waitForURL('**/done');
    return new URLSearchParams(posted.at(-1)).get('later');
  };
  expect(await pressed(words.later.button)).toBe('yes');
  expect(await pressed(said.send)).toBeNull();
  // Held back once, by the line, and then the other button.
  await opens('request form');
  await goOnTo(page, button(said.send));
  await page.context().setOffline(true);
  await button(words.later.button).click();
  await page.getByText(said.offline).waitFor();
  await page.context().setOffline(false);
  await button(said.send).click();
  await page.waitForURL('**/done');
  expect(posted.map((body) => new URLSearchParams(body).get('later'))).toEqual(['yes', null, null]);
});

test('without script the whole form stands there, with one Send, one way to save it, and no other button of ours', async () => {
  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  for (const [state, parts, send] of [
    ['request form', 5, said.send],
    ['letter form', 6, words.letter.save],
    ['look-out form', 4, words.watch.send],
  ] as const) {
    await plain.setContent(pageStates[state]?.() ?? '');
    expect(await plain.locator('section.part:visible').count()).toBe(parts);
    expect(await plain.locator('button[name=move]').count()).toBe(0);
    expect(await plain.getByRole('button', { name: send, exact: true }).isVisible()).toBe(true);
    const saves = plain.getByRole('button', { name: words.later.button, exact: true });
    expect(await saves.count()).toBe(state === 'request form' ? 1 : 0);
  }
  await plain.context().close();
});

test('a link that would throw away what she filled in asks first; an empty form and the way out do not', async () => {
  const asked: string[] = [];
  let goesOn = false;
  page.on('dialog', (dialog) => {
    asked.push(dialog.message());
    return goesOn ? dialog.accept() : dialog.dismiss();
  });
  await opens('request form');
  const german = page.getByRole('link', { name: 'Deutsch' });
  await (await goOnTo(page, page.getByLabel('Harbour Photos', { exact: true }))).check();
  await atHarbour(said.where.links).fill('https://forum.example/1');
  await german.click();
  expect(asked).toEqual([said.leaving]);
  expect(await atHarbour(said.where.links).inputValue()).toBe('https://forum.example/1');
  goesOn = true;
  await german.click();
  await page.waitForURL((url) => !url.pathname.startsWith('/state/'));
  await opens('request form');
  await german.click();
  await page.waitForURL((url) => !url.pathname.startsWith('/state/'));
  expect(asked).toHaveLength(2);
});
