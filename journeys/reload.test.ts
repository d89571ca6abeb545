/** Does a reload at any moment make no second case and lose no answer, and does nobody read those answers once she has left? */
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { goBackTo, goOnTo } from '../web/testing/form-steps.ts';
import { good, openPoorNetwork, type PoorNetwork } from './poor-network.ts';
import { openRecordingProxy, type RecordingProxy } from './recording-proxy.ts';
import { openTown, photographPath, type Town } from './town.ts';

let town: Town;
let proxy: RecordingProxy;
let network: PoorNetwork;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  town = await openTown();
  proxy = await openRecordingProxy();
  network = await openPoorNetwork(Number(new URL(proxy.server).port), good);
});
afterAll(async () => {
  await network.close();
  await proxy.close();
  await town.close();
});
beforeEach(async () => {
  context = await town.browser.newContext({ proxy: { server: network.server, bypass: '<-loopback>' } });
  page = await context.newPage();
});
afterEach(() => context.close());

const links = () => page.getByLabel('Links to the picture');
const name = () => page.getByLabel('Type your name');
const send = () => page.getByRole('button', { name: 'Send', exact: true });
const later = () => page.getByRole('button', { name: 'Save and send later' });
const codeOf = (): Promise<string> => page.locator('input[name=caseCode]').inputValue();
const partShown = (): Promise<string> => page.locator('section.part:visible h2').innerText();

/** What is posted with anything in it. */
const sent = () => proxy.recorded.filter(({ method, bytes }) => method === 'POST' && !/\r\n\r\n$/.test(bytes.toString('latin1')));

/** Until what stands in the form is kept: the state twice written after it, so that the second was begun later. */
async function kept(of: Page = page): Promise<void> {
  for (let times = 0; times < 2; times += 1)
    await of.evaluate(async () => {
      const ivOf = (): string => String(history.state?.iv ?? '');
      const before = ivOf();
      document.querySelector('form[data-request-form]')?.dispatchEvent(new Event('change'));
      while (ivOf() === before) await new Promise((done) => requestAnimationFrame(done));
    });
}

const isKept = (): Promise<void> => page.locator('body:not([data-before]) [data-kept-note]:not([hidden])').waitFor({ state: 'attached' });

/** Until the form is whole again, with what was read back. */
async function reloads(): Promise<void> {
  await page.evaluate(() => document.body.setAttribute('data-before', ''));
  await page.reload();
  await isKept();
}

async function opensTheForm(path = '/request'): Promise<void> {
  await page.goto(`${town.url}${path}`);
  await isKept();
}

async function requests(): Promise<number> {
  const { count } = await town.store.db
    .selectFrom('request')
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

test('reloaded in each part, the form keeps every answer, the fingerprints, the code and the open part; the PIN is asked for again, and nothing was sent or stored', async () => {
  const before = sent().length;
  await page.goto(`${town.url}/start`);
  await opensTheForm();
  const [code, entries, title] = [await codeOf(), await page.evaluate(() => history.length), await page.title()];
  await page.locator('[data-readiness="ready"]').waitFor();
  await page.setInputFiles('#fingerprints-files', photographPath('boats'));
  await page.locator('.picture-row--done').waitFor();
  const fingerprints = await page.locator('input[name=fingerprints]').inputValue();
  const steps: readonly (() => Promise<unknown>)[] = [
    async () => {},
    async () => {
      await (await goOnTo(page, links())).fill('https://forum.example/1\nhttps://forum.example/2');
      await page.getByText('Is there more beside the picture?').click();
      await page.getByLabel('Links that stand beside it').fill('https://elsewhere.example/more');
    },
    async () => (await goOnTo(page, page.getByLabel('I act for the person in the picture'))).check(),
    async () => (await goOnTo(page, name())).fill('Maria <b>Example</b>'),
    async () => (await goOnTo(page, page.getByLabel('Choose a PIN'))).fill('a quiet one'),
    async () => goOnTo(page, send()),
  ];
  for (const step of steps) {
    await step();
    await kept();
    const part = await partShown();
    await reloads();
    expect(await partShown()).toBe(part);
    expect([await codeOf(), (await page.locator('[data-code-display] [data-part=code]').textContent()) ?? '']).toEqual([code, code]);
    expect(await page.locator('input[name=fingerprints]').inputValue()).toBe(fingerprints);
  }
  const summary = await page.locator('[data-check]').innerText();
  for (const hers of [
    'https://forum.example/2',
    'https://elsewhere.example/more',
    'I act for the person',
    'Maria <b>Example</b>',
    '1 picture is ready',
    code,
  ])
    expect(summary).toContain(hers);
  await goBackTo(page, page.getByLabel('Links that stand beside it'));
  await goOnTo(page, page.getByLabel('Choose a PIN'));
  expect(await page.getByLabel('Choose a PIN').inputValue()).toBe('');
  expect(await page.locator('[data-pin-again]').isVisible()).toBe(true);
  expect([await page.evaluate(() => history.length), await page.title()]).toEqual([entries, title]);
  expect(sent().length).toBe(before);
  const stores = await page.evaluate(async () => [
    localStorage.length,
    sessionStorage.length,
    (await indexedDB.databases()).length,
    (await caches.keys()).length,
    (await navigator.serviceWorker.getRegistrations()).length,
  ]);
  expect(stores).toEqual([0, 0, 0, 0, 0]);
  expect((await context.cookies()).map((cookie) => [cookie.name, cookie.expires, cookie.httpOnly])).toEqual([
    ['__Host-likeness', -1, true],
  ]);
});

test('so do the letter to another site and the look-out, in whichever part she was', async () => {
  await opensTheForm('/elsewhere');
  await page.getByLabel('Another site or app').check();
  await page.getByLabel('Its name').fill('Old Forum');
  await (await goOnTo(page, links())).fill('https://old-forum.example/t/77');
  await kept();
  await reloads();
  expect([await partShown(), await links().inputValue()]).toEqual([
    expect.stringContaining('Part 2 of 6'),
    'https://old-forum.example/t/77',
  ]);
  await goBackTo(page, page.getByLabel('Its name'));
  expect(await page.getByLabel('Its name').inputValue()).toBe('Old Forum');

  await opensTheForm('/ahead/form');
  await (await goOnTo(page, page.getByRole('checkbox', { name: 'This service' }))).check();
  await (await goOnTo(page, page.getByLabel('I act for the person in the picture'))).check();
  await kept();
  await reloads();
  expect([await partShown(), await page.getByLabel('I act for the person in the picture').isChecked()]).toEqual([
    expect.stringContaining('Part 3 of 4'),
    true,
  ]);
  await goBackTo(page, page.getByRole('checkbox', { name: 'This service' }));
  expect(await page.getByRole('checkbox', { name: 'This service' }).isChecked()).toBe(true);
});

test('what was typed in the last moment before a reload is kept, and so it is where the tab is put away and nothing runs in it any more', async () => {
  await opensTheForm();
  await (await goOnTo(page, links())).fill('https://forum.example/first');
  await page.evaluate(async () => {
    const ivOf = (): string => String(history.state?.iv ?? '');
    const field = document.querySelector('textarea[name=locations]');
    if (!(field instanceof HTMLTextAreaElement)) throw new Error('no field for links');
    const types = (text: string): void => {
      field.value += text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    };
    const before = ivOf();
    types('/and');
    while (ivOf() === before) await new Promise((done) => requestAnimationFrame(done));
    document.body.setAttribute('data-before', '');
    // In the one task in which the page is told to go, and not in the one that answers this call: that answer may be lost with the page.
    requestAnimationFrame(() => {
      types('/last');
      location.reload();
    });
  });
  await isKept();
  expect(await links().inputValue()).toBe('https://forum.example/first/and/last');

  await page.clock.install();
  await opensTheForm();
  await (await goOnTo(page, links())).fill('https://forum.example/second');
  await kept();
  await page.clock.pauseAt(Date.now() + 60_000);
  const ivOf = () => page.evaluate(() => String(history.state.iv));
  const first = await ivOf();
  await links().fill('https://forum.example/second/and');
  await expect.poll(ivOf).not.toBe(first);
  const second = await ivOf();
  await links().fill('https://forum.example/second/and/last');
  expect(await ivOf(), 'no time passes, so the pause does not end').toBe(second);
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect.poll(ivOf).not.toBe(second);
  await page.clock.resume();
  await reloads();
  expect(await links().inputValue()).toBe('https://forum.example/second/and/last');
});

test('reloaded while Send is under way: the same code is still there, Send once more is the same case, and Back from it shows an empty form', async () => {
  await opensTheForm();
  const code = await codeOf();
  await (await goOnTo(page, links())).fill('https://forum.example/held');
  await (await goOnTo(page, page.getByLabel('I am the person in the picture'))).check();
  await (await goOnTo(page, page.getByLabel('Choose a PIN'))).fill('a quiet one');
  await goOnTo(page, send());
  const answered = network.holdsTheAnswerTo(`POST ${town.url}/request `);
  await page.evaluate(() => document.body.setAttribute('data-before', ''));
  const browserOf = await context.newCDPSession(page);
  await send().click({ noWaitAfter: true });
  await answered;
  expect(await requests()).toBe(1);
  await browserOf.send('Page.reload');
  await isKept();
  expect(await codeOf()).toBe(code);
  await send().click();
  expect(await page.locator('[data-send-notice]').innerText(), 'without her PIN it does not go by itself').toContain(
    'You had chosen a PIN',
  );
  await (await goBackTo(page, page.getByLabel('Choose a PIN'))).fill('a quiet one');
  await goOnTo(page, send());
  await send().click();
  await page.waitForURL('**/case**');
  expect(await requests()).toBe(1);
  await page.goBack();
  await isKept();
  expect(await codeOf()).not.toBe(code);
  expect(await links().inputValue()).toBe('');
});

test('reloaded while it is being saved to send later: saved once more it is one case with one unsent request, which she goes on with, reloads in the middle, and sends once', async () => {
  const before = await requests();
  await opensTheForm();
  const code = await codeOf();
  await (await goOnTo(page, links())).fill('https://forum.example/not-yet');
  await goOnTo(page, later());
  const answered = network.holdsTheAnswerTo(`POST ${town.url}/request `);
  await page.evaluate(() => document.body.setAttribute('data-before', ''));
  const browserOf = await context.newCDPSession(page);
  await later().click({ noWaitAfter: true });
  await answered;
  await browserOf.send('Page.reload');
  await isKept();
  expect(await codeOf()).toBe(code);
  await later().click();
  await page.waitForURL('**/case**');
  expect(await page.getByRole('link', { name: 'Go on with it and send it' }).count()).toBe(1);
  expect(await requests()).toBe(before);

  await page.getByRole('link', { name: 'Go on with it and send it' }).click();
  await isKept();
  await (await goOnTo(page, links())).fill('https://forum.example/not-yet\nhttps://forum.example/changed');
  await (await goOnTo(page, page.getByLabel('I am the person in the picture'))).check();
  await kept();
  await reloads();
  expect(await links().inputValue()).toContain('/changed');
  await goOnTo(page, send());
  await send().click();
  await page.waitForURL('**/case?n=1');
  expect([await requests(), await page.getByRole('heading', { name: 'Not sent yet' }).count()]).toEqual([before + 1, 0]);
});

test('a tab that is killed has sent nothing', async () => {
  const before = sent().length;
  await opensTheForm();
  await (await goOnTo(page, links())).fill('https://forum.example/killed');
  await kept();
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  void session.send('Page.crash').catch(() => {});
  await crashed;
  expect(sent().length).toBe(before);
});

test('after she left, Back shows an empty form, and whoever copied the locked answers and the cookie reads nothing; before, it is what the screen shows', async () => {
  await opensTheForm();
  await (await goOnTo(page, links())).fill('https://forum.example/secret-place');
  await kept();
  const copied = await page.evaluate(() => ({ iv: [...history.state.iv], sealed: [...new Uint8Array(history.state.sealed)] }));
  const cookies = await context.cookies();
  const thief = async (): Promise<string> => {
    const elsewhere = await town.browser.newContext();
    await elsewhere.addCookies(cookies);
    const theirs = await elsewhere.newPage();
    await theirs.goto(`${town.url}/who-can-help`);
    await theirs.evaluate(({ iv, sealed }) => {
      history.replaceState({ lockedForm: 1, iv: new Uint8Array(iv), sealed: new Uint8Array(sealed).buffer }, '', '/request');
    }, copied);
    await theirs.reload();
    await theirs.locator('[data-kept-note]:not([hidden])').waitFor({ state: 'attached' });
    const read = await theirs.getByLabel('Links to the picture').inputValue();
    await elsewhere.close();
    return read;
  };
  expect(await thief()).toBe('https://forum.example/secret-place');
  // Another page of the site, so that the form is behind her when she leaves.
  await page.evaluate(() => void requestAnimationFrame(() => location.assign('/data')));
  await page.waitForURL('**/data');
  await page.route('https://www.wikipedia.org/', (route) => route.fulfill({ body: 'Weather' }));
  await page.getByRole('button', { name: 'Leave now' }).click();
  await page.waitForURL('https://www.wikipedia.org/');
  await expect.poll(() => context.cookies()).toEqual([]);
  expect(await thief()).toBe('');
  await page.goBack();
  await isKept();
  expect(await links().inputValue()).toBe('');
});

test('read in another language in the middle of it, the form keeps every answer, the code and the open part, asks nothing first, and the history gets no entry', async () => {
  await opensTheForm();
  const [code, entries] = [await codeOf(), await page.evaluate(() => history.length)];
  await (await goOnTo(page, links())).fill('https://forum.example/in-two-languages');
  await kept();
  await page.getByRole('link', { name: 'Deutsch' }).click();
  await page.waitForURL('**/de/request');
  await isKept();
  expect(await page.locator('textarea[name=locations]').inputValue()).toBe('https://forum.example/in-two-languages');
  expect(await page.locator('textarea[name=locations]').isVisible()).toBe(true);
  expect([await codeOf(), await page.evaluate(() => history.length)]).toEqual([code, entries]);
  await page.getByRole('link', { name: 'English' }).click();
  await page.waitForURL('**/en/request');
  await isKept();
  expect(await links().inputValue()).toBe('https://forum.example/in-two-languages');
});

test('another tab: one that opens a case takes no answer away; one that leaves takes this one along, and the form is empty when it is opened again', async () => {
  await opensTheForm();
  await (await goOnTo(page, links())).fill('https://forum.example/two-tabs');
  await kept();
  const other = await context.newPage();
  await other.goto(`${town.url}/request/link`);
  await (await goOnTo(other, other.getByLabel('I am the person in the picture'))).check();
  await (await goOnTo(other, other.getByRole('button', { name: 'Send', exact: true }))).click();
  await other.waitForURL('**/case**');
  const comesBack = async (): Promise<void> => {
    const heard = page.waitForResponse('**/keep?open');
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await (await heard).finished();
  };
  await comesBack();
  await kept();
  await reloads();
  expect(await links().inputValue()).toBe('https://forum.example/two-tabs');

  await context.route('https://www.wikipedia.org/', (route) => route.fulfill({ body: 'Weather' }));
  await other.getByRole('button', { name: 'Leave now' }).click();
  await page.waitForURL('https://www.wikipedia.org/');
  await expect.poll(() => context.cookies()).toEqual([]);
  await opensTheForm();
  expect(await links().inputValue()).toBe('');
});

test('a page whose key is lost on the way asks until it has one, and keeps what was typed meanwhile', async () => {
  const fresh = await context.newPage();
  await fresh.clock.install();
  let toBeLost = 2;
  await fresh.route('**/keep*', (route) => {
    toBeLost -= 1;
    return toBeLost >= 0 ? route.abort() : route.continue();
  });
  const lost = fresh.waitForEvent('requestfailed');
  await fresh.goto(`${town.url}/request`);
  await lost;
  await (await goOnTo(fresh, fresh.getByLabel('Links to the picture'))).fill('https://forum.example/lost-key');
  const lostAgain = fresh.waitForEvent('requestfailed');
  await fresh.clock.runFor(10_000);
  await lostAgain;
  const heard = fresh.waitForResponse('**/keep');
  await fresh.clock.runFor(10_000);
  await heard;
  await fresh.locator('[data-kept-note]:not([hidden])').waitFor({ state: 'attached' });
  await fresh.reload();
  await fresh.locator('form[data-request-form]:not([inert])').waitFor();
  await expect.poll(() => fresh.getByLabel('Links to the picture').inputValue()).toBe('https://forum.example/lost-key');
  await fresh.close();
});

test('a reload while the key is lost on the way shows no empty form with another code: she reads that it is being fetched, and it is back with the key', async () => {
  await page.clock.install();
  await opensTheForm('/request/link');
  await links().fill('https://forum.example/waits');
  const code = await codeOf();
  await kept();
  const form = page.locator('form[data-request-form]');
  const locked = () => page.evaluate(() => [...new Uint8Array(history.state.sealed)].join());
  const before = await locked();
  await page.route('**/keep*', (route) => route.abort());
  await page.reload();
  for (let times = 0; times < 5; times += 1) {
    const lost = page.waitForEvent('requestfailed');
    await page.clock.runFor(10_000);
    await lost;
  }
  expect(await page.getByRole('status').filter({ hasText: 'It is being fetched' }).isVisible()).toBe(true);
  expect([await form.isVisible(), await locked()]).toEqual([false, before]);
  await page.unroute('**/keep*');
  await page.clock.runFor(10_000);
  await form.waitFor();
  expect([await links().inputValue(), await codeOf()]).toEqual(['https://forum.example/waits', code]);
  expect(await page.getByText('It is being fetched').isVisible()).toBe(false);
});
