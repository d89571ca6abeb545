/**
 * What does a phone's photograph cost on her own device? The page's own picture worker in Chromium, from the chosen file to all its fingerprints, SHA-256 and
 * MD5 included, beside decoding it alone; by the clock on the wall, since that is what she waits for. Memory needs Linux's /proc.
 */
import { readdirSync } from 'node:fs';
import { heicFile } from '@likeness/server/decode/test-heic';
import { assetsDir, assetsPath } from '@likeness/web/assets';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, serveSite } from '../../web/testing/browser.ts';
import { median } from '../interleaved.ts';
import { type Measure, timesTheCost, withinLimit } from '../measure.ts';
import { peakWhile, privateMegabytes } from './peak-memory.ts';
import { picture } from './pictures.ts';
import { processorMs } from './processor-time.ts';

const rounds = 9;
/** The first ones are for the compilers. */
const warmUps = 3;
const mostMegabytes = 200;
/** An old phone beside this machine, and how long its owner is to wait at most. */
const slowdown = 6;
const mostMs = 5000;
/** Between the decoder's arrival and the choice of a file. */
const readingMs = 1000;

export async function* inChromium(): AsyncGenerator<Measure> {
  const { jpeg } = await picture(4032, 3024);
  const photo: Photo = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: jpeg };
  const site = await serveSite(() => ({ html: '<!doctype html><title>bench</title><input type="file">' }));
  const browser = await openBrowser();
  try {
    const page = await pageWith(browser, site.origin, photo);
    const decodes: number[] = [];
    const hashes: number[] = [];
    for (let round = 0; round < warmUps + rounds; round++) {
      const [decode, hash] = [await decodeMs(page), await hashMs(page)];
      if (round < warmUps) continue;
      decodes.push(decode);
      hashes.push(hash);
    }
    yield timesTheCost(
      '12-megapixel JPEG in Chromium, file to hashes',
      'createImageBitmap and drawImage alone',
      median(hashes),
      median(hashes.map((ms, round) => ms / (decodes[round] ?? Number.NaN))),
      1.2,
    );
    // Chromium slows only the thread of a page down when it is told to, and the picture is read in a worker: so the time is multiplied.
    yield onSlowProcessor('JPEG', median(hashes));
    await page.close();
    // A process of its own: what the decoding above has left behind is not the page's.
    const fresh = await pageWith(browser, site.origin, photo);
    yield withinLimit(`peak memory of the page, ${rounds} 12-megapixel JPEGs one after the other`, await peakOf(fresh), mostMegabytes);
    await fresh.close();
    yield* heicInChromium(browser, site.origin);
  } finally {
    await browser.close();
    await site.close();
  }
}

/** In tiles, as phones write them; of as many as libheif takes, since the stored one is small. */
const heicTiles = { rows: 31, columns: 32 };

export async function* heicInChromium(browser: Browser, origin: string): AsyncGenerator<Measure> {
  const photo: Photo = { name: 'photo.heic', mimeType: 'image/heic', buffer: heicFile({ grid: heicTiles }) };
  const page = await pageWith(browser, origin, photo);
  const peak = await peakOf(page);
  const hashes: number[] = [];
  const renderer = await rendererOf(page);
  const before = processorMs(renderer);
  for (let round = 0; round < rounds; round++) hashes.push(await hashMs(page));
  const computed = (processorMs(renderer) - before) / rounds;
  yield onSlowProcessor('HEIC', median(hashes));
  // The same without what other programs took from it meanwhile: decoder and kernels are all of it, and nothing of it waits.
  yield onSlowProcessor('HEIC', computed, 'processor time, ');
  yield withinLimit(`peak memory of the page, ${rounds} 12-megapixel HEICs one after the other`, peak, mostMegabytes);
  await page.close();
  const firsts: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const fresh = await pageWith(browser, origin, photo);
    // She reads that it is ready, and looks for her picture.
    await fresh.waitForTimeout(readingMs);
    firsts.push(await hashMs(fresh));
    await fresh.close();
  }
  yield onSlowProcessor('HEIC', median(firsts), 'the first of a page, ');
}

function onSlowProcessor(format: string, ms: number, what = ''): Measure {
  const slowed = slowdown * ms;
  return {
    measure: `12-megapixel ${format} in Chromium, file to hashes, ${what}on a processor ${slowdown} times slower`,
    against: `a limit of ${mostMs} ms`,
    value: Math.round(slowed),
    unit: 'ms',
    ratio: Number((slowed / mostMs).toPrecision(3)),
    target: '<= 1',
    met: slowed <= mostMs,
  };
}

async function peakOf(page: Page): Promise<number> {
  const renderer = await rendererOf(page);
  return peakWhile(renderer, async () => {
    for (let i = 0; i < rounds; i++) await hashMs(page);
  });
}

interface Photo {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

async function pageWith(browser: Browser, origin: string, photo: Photo): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(origin);
  await page.locator('input').setInputFiles(photo);
  await startWorker(page, photo.mimeType === 'image/heic');
  return page;
}

function assetNamed(start: string, end: string): string {
  const file = readdirSync(assetsDir).find((name) => name.startsWith(start) && name.endsWith(end));
  if (file === undefined) throw new Error('The pages are not built: npm run build.');
  return assetsPath + file;
}

async function startWorker(page: Page, isHeic: boolean): Promise<void> {
  const heic = isHeic ? { program: assetNamed('heic', '.js'), binary: assetNamed('heic', '.wasm') } : null;
  const files = { href: assetNamed('picture.worker', '.js'), heic };
  await page.evaluate(async ({ href, heic }) => {
    const worker = new Worker(href);
    const answer = (): Promise<unknown> => new Promise((resolve) => worker.addEventListener('message', resolve, { once: true }));
    await answer();
    if (heic !== null) {
      const loaded = answer();
      worker.postMessage({ heic });
      await loaded;
    }
    let id = 0;
    const hash = async (picture: File): Promise<void> => {
      id += 1;
      await new Promise<void>((resolve, reject) => {
        const listener = ({ data }: MessageEvent<{ kind: string }>): void => {
          if (data.kind === 'progress') return;
          worker.removeEventListener('message', listener);
          if (data.kind === 'read') resolve();
          else reject(new Error(JSON.stringify(data)));
        };
        worker.addEventListener('message', listener);
        worker.postMessage({ id, file: picture });
      });
    };
    Object.assign(globalThis, { hash });
  }, files);
}

const decodeMs = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const [file] = document.querySelector('input')?.files ?? [];
    if (file === undefined) throw new Error('no file');
    const started = performance.now();
    const bitmap = await createImageBitmap(file, {
      colorSpaceConversion: 'none',
      imageOrientation: 'from-image',
      premultiplyAlpha: 'none',
    });
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', { willReadFrequently: true });
    context?.drawImage(bitmap, 0, 0);
    // Drawing may be put off until something is read.
    context?.getImageData(0, 0, 1, 1);
    bitmap.close();
    return performance.now() - started;
  });

const hashMs = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const [file] = document.querySelector('input')?.files ?? [];
    const hash: unknown = Reflect.get(globalThis, 'hash');
    if (file === undefined || typeof hash !== 'function') throw new Error('no file or no worker');
    const started = performance.now();
    await hash(file);
    return performance.now() - started;
  });

/** The process that the page and its worker live in: of the renderers, the one that holds most. */
async function rendererOf(page: Page): Promise<number> {
  const session = await page.context().browser()?.newBrowserCDPSession();
  const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  const [largest] = renderers.toSorted((a, b) => privateMegabytes(b) - privateMegabytes(a));
  if (largest === undefined) throw new Error('Chromium names no renderer.');
  return largest;
}
