/** Can everybody use her pages: in light and dark, by keyboard, at 400 % zoom, without script? Every state, in a real browser under the real policy. */
import { caseworkIn } from '@likeness/casework';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityFindings, openBrowser, policyRefusals, serveSite } from '../testing/browser.ts';
import { goOnTo } from '../testing/form-steps.ts';
import { pageStates, stateAt, statePath } from '../testing/person-pages.ts';
import { readRequestForm } from './forms.ts';
import { paths } from './paths.ts';
import { words } from './words.ts';

let browser: Browser;
let site: Awaited<ReturnType<typeof serveSite>>;
let posted: { path: string; body: string }[] = [];
const states = Object.keys(pageStates).filter((name) => name !== 'left, exit');

beforeAll(async () => {
  site = await serveSite((method, path, body) => {
    if (path === paths.keep) return undefined;
    if (method === 'POST') {
      posted.push({ path, body });
      return { seeOther: '/done' };
    }
    if (path === '/done') return { html: '<!doctype html><title>Done</title>' };
    if (path === '/follow') return { html: pageStates['follow']?.() ?? '' };
    const html = stateAt(path);
    return html === undefined ? undefined : { html };
  });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

/** How far the page as it stands reaches beyond its window to the side. */
const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('every state', () => {
  let page: Page;
  let refusals: string[];
  beforeAll(async () => {
    // With motion reduced: axe must not read colours on their way from light to dark.
    page = await browser.newPage({ reducedMotion: 'reduce' });
    refusals = policyRefusals(page);
  });

  test.each(states)(
    '%s: accessible in light on a wide screen and on a dark phone, within the policy; there large enough for a shaking thumb, the way out in sight, and nothing cut off at 400 %% zoom',
    async (name) => {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize({ width: 1280, height: 860 });
      await page.goto(site.origin + statePath(name));
      expect(await accessibilityFindings(page), 'light').toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.setViewportSize({ width: 360, height: 640 });
      expect(await accessibilityFindings(page), 'dark').toEqual([]);
      expect(refusals.splice(0)).toEqual([]);
      const small = await page.evaluate(() =>
        [
          ...document.querySelectorAll(
            'button, .button, input:not([type=hidden]):not([type=radio]):not([type=checkbox]), select, textarea, summary, .choice',
          ),
        ]
          .map((element) => ({ name: element.textContent || element.id, box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0 && (box.height < 44 || box.width < 44))
          .map((each) => each.name),
      );
      expect(small).toEqual([]);
      // At its top and at its end.
      for (const at of [0, 1_000_000]) {
        await page.evaluate((top) => scrollTo(0, top), at);
        const box = await page.getByRole('button', { name: words.frame.exit }).boundingBox();
        expect(box !== null && box.y >= 0 && box.y + box.height <= 640 && box.x >= 0 && box.x + box.width <= 360).toBe(true);
      }
      // 1280 pixels at 400 % are 320; WCAG 2.2, 1.4.10.
      await page.setViewportSize({ width: 320, height: 256 });
      expect(await sideways(page)).toBeLessThanOrEqual(0);
      // Text that she writes scrolls in its field; a code is compared sign by sign, and stands there whole.
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll('.field__input--code')].filter((field) => field.scrollWidth > field.clientWidth).map(({ id }) => id),
      );
      expect(cut, 'codes that are cut off').toEqual([]);
    },
  );
});

describe('by keyboard', () => {
  test.each(['request form', 'case, something missing', 'landing'])(
    '%s: the way out comes first, and what has focus is never hidden under the bar',
    async (name) => {
      const context = await browser.newContext({ viewport: { width: 320, height: 256 } });
      const page = await context.newPage();
      await page.goto(site.origin + statePath(name));
      const seen: string[] = [];
      for (let presses = 0; presses < 60; presses += 1) {
        await page.keyboard.press('Tab');
        const focused = await page.evaluate(() => {
          const element = document.activeElement;
          if (!element || element === document.body) return null;
          const box = element.getBoundingClientRect();
          const bar = document.querySelector('.page-bar')?.getBoundingClientRect();
          const isInBar = element.closest('.page-bar') !== null;
          const visibleTop = isInBar ? 0 : (bar?.bottom ?? 0);
          return {
            name: element.className || element.id || element.tagName,
            isVisible: box.bottom > visibleTop && box.top < innerHeight,
            hasRing: getComputedStyle(element).outlineStyle !== 'none' || element.matches('[type=file]'),
          };
        });
        if (focused === null) break;
        expect(focused.isVisible, `${focused.name} is in sight`).toBe(true);
        expect(focused.hasRing, `${focused.name} shows that it has focus`).toBe(true);
        seen.push(focused.name);
      }
      expect(seen[0]).toContain('exit-page__button');
      expect(seen[1]).toContain('skip-link');
      expect(seen.length).toBeGreaterThan(5);
      await context.close();
    },
  );
});

test('without script the request can be filled in and sent, and the page says that links are enough', async () => {
  posted = [];
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site.origin + statePath('request form'));
  await page.getByText(words.request.pictures.withoutScript).waitFor();
  expect(await page.locator('input[type=file]').isVisible()).toBe(false);
  await page.getByLabel('Harbour Photos', { exact: true }).check();
  await page.getByLabel(words.request.where.links).first().fill('photos.example/p/1\nhttps://photos.example/p/2');
  await page.getByLabel(words.request.statement.agent).check();
  await page.getByLabel(words.request.statement.agentAuthority).fill('She asked me to.');
  await page.getByLabel(words.request.statement.notConsensual).check();
  await page.getByLabel(words.request.statement.goodFaith).first().check();
  await page.getByLabel(words.request.contact.signature).fill('Maria Beispiel');
  await page.getByLabel(words.request.several.signed({ service: 'Harbour Photos' })).check();
  await page.getByLabel(words.request.contact.phone).fill('+1 555 0100');
  await page.getByRole('button', { name: words.request.send, exact: true }).click();
  await page.waitForURL('**/done');

  const form = readRequestForm(Object.fromEntries(new URLSearchParams(posted[0]?.body)), words);
  expect(form.problems).toEqual([]);
  expect(form).toMatchObject({
    onBehalfOf: 'agent',
    caseCode: '00000-00000-00000-00000-0',
    pictures: [],
    apart: [
      {
        serviceId: 'harbour',
        isChosen: true,
        answers: {
          onBehalfOf: 'agent',
          agentAuthority: 'She asked me to.',
          locations: ['https://photos.example/p/1', 'https://photos.example/p/2'],
          statement: { notConsensual: true, goodFaith: true },
          signature: 'Maria Beispiel',
          contact: { phone: '+1 555 0100' },
        },
      },
    ],
  });
  await context.close();
});

test('the question how somebody may act for her is asked only of those who do', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(site.origin + statePath('request form'));
  const authority = page.getByLabel(words.request.statement.agentAuthority);
  await goOnTo(page, page.getByLabel(words.request.statement.agent));
  expect(await authority.isVisible()).toBe(false);
  await page.getByLabel(words.request.statement.agent).check();
  expect(await authority.isVisible()).toBe(true);
  await page.getByLabel(words.request.statement.self).check();
  expect(await authority.isVisible()).toBe(false);
  await context.close();
});

const describedLast = (field: Element): string => (field.getAttribute('aria-describedby') ?? '').split(' ').at(-1) ?? '';

test('a telephone number and a PIN that cannot be ones, and a PIN that is soon guessed, are said at their steps', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(site.origin + statePath('request form'));
  const next = page.locator('button[name=move][value=next]:visible');
  const pin = caseworkIn('en').case.pin;
  const slips: readonly (readonly [string, readonly (readonly [slip: string, sentence: string])[], string])[] = [
    [words.request.contact.phone, [['12 34', words.case.notAPhone]], '+49 (0)30 1234-5'],
    [
      words.request.code.pin,
      [
        ['Ab1', pin.short],
        ['123456', pin.weak],
      ],
      ' Ab1cd2 ',
    ],
  ];
  for (const [label, wrong, right] of slips) {
    const field = await goOnTo(page, page.getByLabel(label));
    for (const [slip, sentence] of wrong) {
      await field.fill(slip);
      await next.click();
      expect(await page.getByText(sentence).isVisible(), sentence).toBe(true);
      expect(await field.evaluate((control) => control === document.activeElement), label).toBe(true);
      expect(await page.locator('.field', { has: field }).locator('.field-error:visible').allInnerTexts()).toEqual([sentence]);
      expect(await page.locator(`#${await field.evaluate(describedLast)}`).innerText()).toBe(sentence);
    }
    await field.fill(right);
    expect(await page.locator('.field', { has: field }).locator('.field-error:visible').count(), label).toBe(0);
    expect(await field.getAttribute('aria-invalid')).toBe(null);
    await next.click();
    expect(await field.isVisible(), label).toBe(false);
  }
  await context.close();
});

test('a half-typed e-mail address is said at its step, and does not keep the request from being sent', async () => {
  posted = [];
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(site.origin + statePath('request form'));
  const email = await goOnTo(page, page.getByLabel(words.request.contact.email));
  const next = page.locator('button[name=move][value=next]:visible');
  const said = page.getByText(words.case.notAnEmail);
  await email.fill('maria@');
  expect(await said.isVisible(), 'not while she types').toBe(false);
  await next.click();
  expect(await email.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await page.locator('fieldset', { has: email }).ariaSnapshot()).toContain(words.case.notAnEmail);
  expect([await email.getAttribute('aria-invalid'), await page.locator(`#${await email.evaluate(describedLast)}`).innerText()]).toEqual([
    'true',
    words.case.notAnEmail,
  ]);
  expect(await accessibilityFindings(page)).toEqual([]);
  await email.fill('maria@example.org');
  expect([await said.isVisible(), await email.getAttribute('aria-invalid')]).toEqual([false, null]);
  await email.fill('maria@');
  await next.click();
  expect(await email.isVisible(), 'it is said again of what was changed').toBe(true);
  await next.click();
  await goOnTo(page, page.getByRole('button', { name: words.request.send, exact: true }));
  expect(await page.locator('[data-check] .field-error').allInnerTexts()).toContain(words.case.notAnEmail);
  await page.getByRole('button', { name: words.request.send, exact: true }).click();
  await page.waitForURL('**/done');
  expect(new URLSearchParams(posted[0]?.body).get('contactEmail')).toBe('maria@');
  await context.close();
});

test('a form of her case that would throw away what she typed in another is held once, and says so', async () => {
  posted = [];
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(site.origin + statePath('case, two requests'));
  const services = page.locator('section.request');
  const [one, other] = [services.nth(0), services.nth(1)];
  const send = (service: typeof one) => service.getByRole('button', { name: words.case.add, exact: true }).first();
  const held = page.getByText(words.case.aloneHeld);
  const name = (service: typeof one) => service.locator('input[name=signature]');
  await name(one).fill('Maria One');
  await name(other).fill('Maria Two');
  await send(other).click();
  await held.waitFor();
  expect([posted, await other.getByRole('status').allInnerTexts()]).toEqual([[], expect.arrayContaining([words.case.aloneHeld])]);
  expect(await accessibilityFindings(page)).toEqual([]);
  await send(other).click();
  await page.waitForURL('**/done');
  await page.goto(site.origin + statePath('case, two requests'));
  await name(one).fill('Maria One');
  await send(one).click();
  await page.waitForURL('**/done');
  expect(posted.map(({ body }) => new URLSearchParams(body).get('signature'))).toEqual(['Maria Two', 'Maria One']);
  await context.close();
});

test('a slip in a code is found on the device, and nothing is sent', async () => {
  posted = [];
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(site.origin + statePath('open case'));
  await page.getByLabel(words.openCase.code).fill('00000-00000-00000-00000-1');
  await page.getByRole('button', { name: words.openCase.open }).click();
  await page.getByRole('alert').waitFor();
  expect(await page.getByLabel(words.openCase.code).getAttribute('aria-invalid')).toBe('true');
  expect(await accessibilityFindings(page)).toEqual([]);
  expect(posted).toEqual([]);

  await page.getByLabel(words.openCase.code).fill('ooooo ooooo ooooo ooooo o');
  await page.getByRole('button', { name: words.openCase.open }).click();
  await page.waitForURL('**/done');
  expect(posted.map(({ path }) => path)).toEqual(['/case/open']);
  await context.close();
});

test('the secret of a follow link leaves the address at once and reaches the server in a form', async () => {
  posted = [];
  const context = await browser.newContext();
  const page = await context.newPage();
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  await page.goto(`${site.origin}/follow#k3Y_s3cret`);
  await page.waitForURL('**/done');
  expect(posted).toEqual([{ path: '/follow', body: 'secret=k3Y_s3cret' }]);
  await page.goBack();
  expect(page.url()).not.toContain('s3cret');
  expect(addresses.some((address) => address.includes('s3cret'))).toBe(false);
  await context.close();
});

test('the code can be saved under a neutral name, and holds nothing else', async () => {
  const context = await browser.newContext({ acceptDownloads: true });
  const page = await context.newPage();
  const refusals = policyRefusals(page);
  await page.goto(site.origin + statePath('request form'));
  await goOnTo(page, page.getByRole('button', { name: words.request.code.display.save }));
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: words.request.code.display.save }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('note.txt');
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  expect(Buffer.concat(chunks).toString('utf8')).toBe('00000-00000-00000-00000-0\n');
  expect(refusals).toEqual([]);
  await context.close();
});

test('a PIN that is soon guessed is said at its field before it is sent, also after a follow link', async () => {
  posted = [];
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(site.origin + statePath('follow, code'));
  const pin = page.locator('#pin');
  const weak = page.getByText(caseworkIn('en').case.pin.weak);
  await pin.fill('123456');
  await page.getByRole('button', { name: words.follow.codeGo }).click();
  await weak.waitFor();
  expect([await pin.getAttribute('aria-invalid'), await pin.evaluate((field) => field === document.activeElement), posted]).toEqual([
    'true',
    true,
    [],
  ]);
  await pin.fill('two words only mine');
  expect(await weak.isVisible()).toBe(false);
  await page.getByRole('button', { name: words.follow.codeGo }).click();
  await page.waitForURL('**/done');
  expect(posted).toHaveLength(1);
  await context.close();
});

test('the code can be copied', async () => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.goto(site.origin + statePath('follow, code'));
  await page.getByRole('button', { name: words.request.code.display.copy, exact: true }).click();
  await page.getByText(words.request.code.display.copied).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('00000-00000-00000-00000-0');
  await context.close();
});

test('Enter in a field of one line does not send the form half-way; the button does', async () => {
  posted = [];
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(site.origin + statePath('request form'));
  await page.locator('[data-readiness="ready"]').waitFor();
  await (await goOnTo(page, page.getByLabel(words.request.contact.signature))).fill('Maria');
  await page.keyboard.press('Enter');
  await page.getByLabel(words.request.contact.email).press('Enter');
  expect(posted).toEqual([]);
  await (await goOnTo(page, page.getByRole('button', { name: words.request.send, exact: true }))).press('Enter');
  await page.waitForURL('**/done');
  expect(posted).toHaveLength(1);
  await context.close();
});

test('days that have been are written in the zone of the device', async () => {
  const context = await browser.newContext({ timezoneId: 'Pacific/Kiritimati' });
  const page = await context.newPage();
  await page.goto(site.origin + statePath('case, overdue'));
  expect(await page.locator('time[data-day]').first().innerText()).toBe('23 November');
  await page.goto(site.origin + statePath('case, limited, both sides may speak'));
  const last = page.locator('time[data-year]');
  expect(await last.innerText(), 'the last day to disagree may lie in another year').toMatch(/^\d{1,2} \w+ 2027$/);
  await context.close();
});

test('times that lie ahead are written in the zone of the device', async () => {
  const context = await browser.newContext({ timezoneId: 'America/New_York' });
  const page = await context.newPage();
  await page.goto(site.origin + statePath('case, just sent'));
  await page.getByText(`Monday 23 November, 09:05 (${words.time.yourTime})`).first().waitFor();
  await context.close();
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const plainPage = await plain.newPage();
  await plainPage.goto(site.origin + statePath('case, just sent'));
  await plainPage.getByText('Monday 23 November, 14:05 (UTC)').first().waitFor();
  await plain.close();
});

test('nothing stays in the browser but what the server sets', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(site.origin + statePath('request form'));
  await page.locator('[data-readiness="ready"]').waitFor();
  const kept = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    cookies: document.cookie,
  }));
  expect(kept).toEqual({ local: 0, session: 0, databases: 0, workers: 0, cookies: '' });
  await context.close();
});
