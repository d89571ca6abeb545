/** Does it hold on an old phone with a bad connection: 400 kbit/s, two segments in a hundred late, a processor six times slower, a reload, a tab that is gone? */
import { connect } from 'node:net';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goOnTo } from '../web/testing/form-steps.ts';
import { openPoorNetwork, type PoorNetwork } from './poor-network.ts';
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
  network = await openPoorNetwork(Number(new URL(proxy.server).port));
  context = await town.browser.newContext({
    viewport: { width: 360, height: 640 },
    proxy: { server: network.server, bypass: '<-loopback>' },
  });
});
afterAll(async () => {
  await context.close();
  await network.close();
  await proxy.close();
  await town.close();
});

async function requests(): Promise<number> {
  const { count } = await town.store.db
    .selectFrom('request')
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

const posts = () => proxy.recorded.filter(({ method, url }) => method === 'POST' && url.endsWith('/request'));

/** As far as the summary, the last thing before Send. */
async function fillsIn(slowdown: number): Promise<void> {
  page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.goto(`${town.url}/`);
  await page.getByRole('link', { name: 'I have the picture or video' }).click();
  await page.getByRole('link', { name: '18 or older' }).click();
  await page.locator('[data-readiness="ready"]').waitFor();
  await page.setInputFiles('#fingerprints-files', photographPath('boats'));
  await page.locator('.picture-row--done').waitFor();
  await (await goOnTo(page, page.getByLabel('Links to the picture'))).fill('https://forum.example/posts/1');
  await (await goOnTo(page, page.getByLabel('I am the person in the picture'))).check();
  await goOnTo(page, page.getByRole('button', { name: 'Send', exact: true }));
}

test('a case is made at 400 kbit/s with late segments and a slow processor; an answer that is lost and asked for again makes no second one', async () => {
  await fillsIn(6);
  network.losesTheAnswerTo(`POST ${town.url}/request `);
  // The browser itself asks again, or says that the connection was reset: then she reloads, which sends the same form.
  const ends = Promise.race([
    page.waitForURL('**/case**').then(() => true),
    page.waitForEvent('requestfailed', (request) => request.method() === 'POST').then(() => false),
  ]);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  if (!(await ends)) await page.reload();
  await page.waitForURL('**/case**');
  await page.reload();
  expect(await page.locator('main').innerText()).toMatch(/LK-\w{4}-\w{4}-\w{4}-\w/);
  expect(posts().length, 'it was sent twice').toBe(2);
  expect(await requests(), 'and filed once').toBe(1);
  const { all, late } = network.segments();
  expect(all).toBeGreaterThan(100);
  expect(late).toBe(Math.floor(all / 50));
  await page.close();
});

test('a tab that is closed before Send has sent nothing, and nine tenths of a request are none', async () => {
  const [filed] = posts();
  const before = posts().length;
  await fillsIn(1);
  await page.close();
  expect(posts().length).toBe(before);

  // What the browser sent for the first case, with another code, cut where a tab was killed.
  const whole = filed?.bytes.toString('latin1') ?? '';
  const body = whole.slice(whole.indexOf('\r\n\r\n') + 4).replace(/caseCode=[\w-]+/, 'caseCode=');
  const { hostname, port } = new URL(town.url);
  const head = [
    'POST /request HTTP/1.1',
    `host: ${hostname}:${port}`,
    `origin: ${town.url}`,
    'content-type: application/x-www-form-urlencoded',
    `content-length: ${body.length}`,
  ].join('\r\n');
  const socket = connect(Number(port), hostname);
  await new Promise<void>((resolve) => socket.write(`${head}\r\n\r\n${body.slice(0, Math.floor(body.length * 0.9))}`, () => resolve()));
  socket.destroy();
  // Whatever the server makes of it, it has made before it answers this.
  await fetch(`${town.url}/readyz`);
  expect(await requests()).toBe(1);
});
