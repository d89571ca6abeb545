/** How does a test show pages in a real browser, under the policy that production sends? */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { assetsDir, assetsPath } from '../assets.ts';

/** The policy of every page; tests serve it so that a page that needs more fails. */
export const contentSecurityPolicy =
  "default-src 'none'; connect-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const contentTypes: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml' };

export type Answer = { readonly html: string; readonly status?: number } | { readonly seeOther: string };
/** What a test's site answers; `undefined` is 404. `body` is the form as it was posted. */
export type Site = (method: string, path: string, body: string) => Answer | undefined;

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

async function answer(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  response.setHeader('content-security-policy', contentSecurityPolicy);
  response.setHeader('cache-control', 'no-store');
  response.setHeader('referrer-policy', 'no-referrer');
  if (path.startsWith(assetsPath)) {
    response.setHeader('content-type', contentTypes[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream');
    response.setHeader('cache-control', 'public, max-age=31536000, immutable');
    response.end(readFileSync(join(assetsDir, path.slice(assetsPath.length))));
    return;
  }
  const given = site(request.method ?? 'GET', path, await bodyOf(request));
  if (given === undefined) {
    response.statusCode = 404;
    response.end('nothing here');
  } else if ('seeOther' in given) {
    response.writeHead(303, { location: given.seeOther });
    response.end();
  } else {
    response.writeHead(given.status ?? 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(given.html);
  }
}

/** Serves the built assets and whatever `site` answers, on a free port. */
export async function serveSite(site: Site): Promise<{ origin: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    answer(site, request, response).catch((error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the test server has no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * The first two draw what hangs from the address bar, in a process of its own for each window: near half of what a test's browser costs. Chromium heeds the last
 * such list alone, so what Playwright switches off stands here too.
 */
const switchedOff = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];

/** The system's Chromium, headless. Throws the README's sentence when there is none. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? usualPlaces.find((place) => existsSync(place));
  if (executablePath === undefined)
    throw new Error('These tests need Chromium: install it (on Debian: apt-get install chromium) or set CHROMIUM_PATH.');
  // Chromium's own sandbox refuses to run as root; the flags about networking keep it from calling home.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const quiet = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    `--disable-features=${switchedOff.join()}`,
  ];
  const browser = await chromium.launch({ executablePath, args: [...asRoot, ...quiet] });
  // They end what hangs, as the limits in `vitest.config.ts` do.
  browser.on('context', (context) => {
    context.setDefaultTimeout(300_000);
  });
  return browser;
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds wrong on the page as it stands, one line per finding. What passes is not described, which takes two fifths of the time off; nothing is
 * preloaded, for no rule here reads it. `target-size` (WCAG 2.2, 2.5.8) is off in axe unless asked for.
 */
export async function accessibilityFindings(page: Page): Promise<string[]> {
  // A script that asks for sizes while the style sheet is still on its way is given those of a page without it.
  await page.waitForLoadState('load');
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  const options = JSON.stringify({ resultTypes: ['violations'], preload: false, rules: { 'target-size': { enabled: true } } });
  // From the top of the page: what is half scrolled under its bar is taken for small.
  return page.evaluate<string[]>(`(async () => {
    const top = scrollY;
    scrollTo(0, 0);
    const { violations } = await axe.run(document, ${options});
    scrollTo(0, top);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html));
  })()`);
}

/** What the page's policy refused since it was loaded; empty when the page keeps to it. Call before the page is opened. */
export function policyRefusals(page: Page): string[] {
  const refusals: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|integrity/i.test(message.text())) refusals.push(message.text());
  });
  return refusals;
}
