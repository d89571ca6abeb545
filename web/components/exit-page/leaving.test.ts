/** Does the way out work at once, in every way it can be taken, and does Back show nothing? */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { renderLanding, renderLeft } from '../../person/render.tsx';
import { openBrowser, serveSite } from '../../testing/browser.ts';
import { frame, pageStates, services } from '../../testing/person-pages.ts';
import { shiftCounter } from './behaviour.ts';

let browser: Browser;
let elsewhere: Awaited<ReturnType<typeof serveSite>>;
let site: Awaited<ReturnType<typeof serveSite>>;
let exits: number;
/** What the site is asked while a case is open: whether it still is. */
let asked: number;
let isOpen: boolean;

beforeAll(async () => {
  elsewhere = await serveSite((_method, path) => ({ html: `<!doctype html><title>${path === '/weather' ? 'Weather' : 'Before'}</title>` }));
  site = await serveSite((method, path) => {
    const here = { ...frame, exitUrl: `${elsewhere.origin}/weather` };
    if (method === 'POST' && path === '/exit') {
      exits += 1;
      return { html: renderLeft({ ...here, reason: 'exit' }) };
    }
    if (path === '/keep') {
      asked += 1;
      return { html: '', status: isOpen ? 204 : 410 };
    }
    if (path === '/case/left') return { html: renderLeft({ ...here, reason: 'closed' }) };
    if (path === '/case')
      return { html: isOpen ? withExit(pageStates['case, asked for more']?.() ?? '') : renderLeft({ ...here, reason: 'idle' }) };
    return { html: renderLanding({ ...here, services }) };
  });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await site.close();
  await elsewhere.close();
});

beforeEach(() => {
  exits = 0;
  asked = 0;
  isOpen = true;
});

const withExit = (html: string): string => html.replace(`data-exit-url="${frame.exitUrl}"`, `data-exit-url="${elsewhere.origin}/weather"`);

/** A case in its own tab, with something of hers to read. */
async function openCase(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.clock.install();
  await page.goto(`${site.origin}/case`);
  return page;
}

async function arrive(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${elsewhere.origin}/before`);
  await page.goto(site.origin);
  return page;
}

async function expectGone(page: Page): Promise<void> {
  await page.waitForURL('**/weather');
  await page.goBack();
  expect(page.url(), 'Back leads past this site').toBe(`${elsewhere.origin}/before`);
  expect(exits, 'the server ended the session').toBe(1);
}

describe('leaving', () => {
  test('by the button', async () => {
    const context = await browser.newContext();
    const page = await arrive(context);
    await page.getByRole('button', { name: 'Leave now' }).click();
    await expectGone(page);
    await context.close();
  });

  test('by Shift three times', async () => {
    const context = await browser.newContext();
    const page = await arrive(context);
    for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Shift');
    await expectGone(page);
    await context.close();
  });

  test('without script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await arrive(context);
    await page.getByRole('button', { name: 'Leave now' }).click();
    await page.waitForURL('**/weather');
    expect(exits).toBe(1);
    await context.close();
  });

  test('takes the other tabs along, by the button and by the keys: nothing of them is left, nor behind Back', async () => {
    for (const way of ['button', 'keys']) {
      exits = 0;
      const context = await browser.newContext();
      const [page, inCase, landing] = [await arrive(context), await openCase(context), await arrive(context)];
      if (way === 'button') await page.getByRole('button', { name: 'Leave now' }).click();
      else for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Shift');
      for (const tab of [inCase, landing, page]) await tab.waitForURL('**/weather');
      await expectGone(page);
      await landing.goBack();
      expect(landing.url()).toBe(`${elsewhere.origin}/before`);
      await inCase.goBack();
      expect(inCase.url(), 'the case took no entry of its own').toBe('about:blank');
      await context.close();
    }
  });

  test('leaves other tabs as they are without script, and says so', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const [page, other] = [await arrive(context), await arrive(context)];
    await expect.poll(() => page.getByText('Other tabs of this site stay as they are: close them yourself.').isVisible()).toBe(true);
    expect(await page.getByText('Pressing Shift three times').first().isVisible(), 'no keys are promised').toBe(false);
    await page.getByRole('button', { name: 'Leave now' }).click();
    await page.waitForURL('**/weather');
    expect(other.url()).toBe(`${site.origin}/`);
    await context.close();
  });

  test('blanks the page in the same moment, before anything has answered', async () => {
    const context = await browser.newContext();
    const page = await arrive(context);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await context.route('**/weather', async (route) => {
      await held;
      await route.continue();
    });
    const shown = await page.evaluate(() => {
      document.querySelector<HTMLButtonElement>('.exit-page__button')?.click();
      return { text: document.body.textContent, title: document.title.trim() };
    });
    expect(shown).toEqual({ text: '', title: '' });
    release();
    await page.waitForURL('**/weather');
    await context.close();
  });

  test('works with the connection off: the page is blank even if nothing else can be shown', async () => {
    const context = await browser.newContext();
    const page = await arrive(context);
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Leave now' }).click();
    await page.waitForFunction(() => !document.body?.textContent?.includes('picture'));
    await context.close();
  });
});

describe('an open case', () => {
  const minutes = (count: number): number => count * 60_000;

  test('closes by itself on the screen when the server has ended it, without asking, and Back shows nothing', async () => {
    const context = await browser.newContext();
    const page = await openCase(context);
    await page.clock.runFor(minutes(14));
    expect(await page.locator('main').textContent()).toContain('Close on this device');
    isOpen = false;
    await page.clock.runFor(minutes(2));
    await page.getByText('Your case is not open on this device any more.').waitFor();
    expect(asked).toBe(0);
    await page.goBack();
    expect(page.url()).toBe('about:blank');
    await context.close();
  });

  test('stays while it is used in another tab', async () => {
    const context = await browser.newContext();
    const page = await openCase(context);
    await page.clock.runFor(minutes(14));
    const other = await openCase(context);
    await page.clock.runFor(minutes(14));
    expect(await page.locator('main').textContent()).toContain('Close on this device');
    isOpen = false;
    await page.clock.runFor(minutes(2));
    await page.getByText('Your case is not open on this device any more.').waitFor();
    await other.close();
    await context.close();
  });

  test('stays while she writes in it, and goes with what she writes where it ended elsewhere', async () => {
    const context = await browser.newContext();
    const page = await openCase(context);
    const write = async (): Promise<void> => {
      await page
        .locator('main textarea')
        .first()
        .evaluate((field) => field.dispatchEvent(new Event('input', { bubbles: true })));
    };
    await write();
    expect(asked, 'not at each letter').toBe(0);
    await page.clock.runFor(minutes(10));
    // The page tells its other tabs once it has read the answer; before that its clock must not go on.
    const heard = page.evaluate(
      () =>
        new Promise<unknown>((resolve) =>
          new BroadcastChannel('tabs').addEventListener('message', ({ data }) => resolve(data), { once: true }),
        ),
    );
    await write();
    expect(await heard).toBe('case-used');
    expect(asked).toBe(1);
    await page.clock.runFor(minutes(10));
    expect(await page.locator('main').textContent()).toContain('Close on this device');
    isOpen = false;
    await write();
    await page.getByText('Your case is not open on this device any more.').waitFor();
    await context.close();
  });

  test('closed in one tab is closed in all', async () => {
    const context = await browser.newContext();
    const [page, other] = [await openCase(context), await openCase(context)];
    isOpen = false;
    await page.goto(`${site.origin}/case/left`);
    await other.getByText('Your case is not open on this device any more.').waitFor();
    await context.close();
  });
});

describe('Shift three times', () => {
  const press = (counter: ReturnType<typeof shiftCounter>, at: number): boolean => {
    counter.keyDown('Shift', false);
    return counter.keyUp('Shift', at);
  };

  test('within five seconds counts', () => {
    const counter = shiftCounter();
    expect([press(counter, 0), press(counter, 2400), press(counter, 4900)]).toEqual([false, false, true]);
  });

  test('over more than five seconds does not', () => {
    const counter = shiftCounter();
    expect([press(counter, 0), press(counter, 2600), press(counter, 5100)]).toEqual([false, false, false]);
  });

  test('typing capital letters does not count', () => {
    const counter = shiftCounter();
    const capital = (at: number): boolean => {
      counter.keyDown('Shift', false);
      counter.keyDown('A', false);
      counter.keyUp('A', at);
      return counter.keyUp('Shift', at);
    };
    expect([capital(0), capital(100), capital(200), capital(300)]).toEqual([false, false, false, false]);
  });

  test('holding the key down does not count', () => {
    const counter = shiftCounter();
    counter.keyDown('Shift', false);
    for (let repeats = 0; repeats < 20; repeats += 1) counter.keyDown('Shift', true);
    expect(counter.keyUp('Shift', 1000)).toBe(false);
  });
});
