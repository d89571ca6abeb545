/** Are videos fingerprinted on her device as the server fingerprints them, frame by frame, and is the reason said where not? Films made by ffmpeg from its own test sources, in a real browser. */
import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { framesThatCount, packFrames, unpackFrames } from '@likeness/fingerprint';
import { openVideoReader, type VideoReader } from '@likeness/server/decode/video';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityFindings, policyRefusals, serveSite } from '../testing/browser.ts';
import { type FormSite, openFormSite } from '../testing/form-site.ts';
import { goOnTo } from '../testing/form-steps.ts';
import { caseCode, frame, services } from '../testing/person-pages.ts';
import { readRequestForm } from './forms.ts';
import { renderRequestForm } from './request-form.tsx';
import { words } from './words.ts';

const said = words.fingerprintPanel;
const folder = mkdtempSync(join(tmpdir(), 'likeness-films-'));
// The server's reader, having given up root, may read here too.
chmodSync(folder, 0o755);

let browser: Browser;
let reader: VideoReader;
let site: FormSite;

beforeAll(async () => {
  reader = await openVideoReader({ children: 1 });
  site = await openFormSite();
  ({ browser } = site);
});

afterAll(async () => {
  await site.close();
  await reader.close();
  rmSync(folder, { recursive: true });
});

/** Runs ffmpeg with these arguments and the path of a new file, which it returns. */
async function make(name: string, args: readonly string[]): Promise<string> {
  const file = join(folder, name);
  await promisify(execFile)('ffmpeg', ['-hide_banner', '-nostdin', '-loglevel', 'error', '-y', ...args, file]);
  return file;
}

/** A film of that many seconds, every second of it another picture. */
const film = (name: string, seconds: number, args: readonly string[]): Promise<string> =>
  make(name, [
    '-f',
    'lavfi',
    '-i',
    `cellauto=rule=110:size=322x242:rate=25:random_seed=7:scroll=1,format=yuv420p,boxblur=4,trim=duration=${seconds}`,
    ...args,
  ]);

const h264 = ['-c:v', 'libx264', '-preset', 'veryfast'];
const tone = ['-f', 'lavfi', '-i', 'sine=frequency=220:duration=4'];

/** A film whose header turns it (ISO 14496-12, 8.3.2: the matrix stands 40 bytes into a track header of version 0). */
async function turned(name: string, matrix: readonly [number, number, number, number]): Promise<string> {
  const file = await film(name, 3, h264);
  const bytes = readFileSync(file);
  const [a, b, c, d] = matrix;
  for (const [i, entry] of [a, b, 0, c, d].entries()) bytes.writeInt32BE(entry * 65_536, bytes.indexOf('tkhd') + 44 + 4 * i);
  writeFileSync(file, bytes);
  return file;
}

async function openFormForVideos(context: BrowserContext): Promise<Page> {
  const page = await site.openForm(context);
  await page.getByLabel(said.videos).check();
  await page.locator('[data-videos="ready"]').waitFor();
  return page;
}

const field = (page: Page): Promise<string> => page.locator('input[name=fingerprints]').inputValue();
const stateOf = (page: Page, file: string): Promise<string> =>
  page
    .locator('.picture-row')
    .filter({ hasText: file.split('/').at(-1) ?? '' })
    .locator('.picture-row__state')
    .innerText();

describe('the same hashes as on the server', () => {
  test.each([
    ['H.264 in MP4, with B-frames', () => film('plain.mp4', 4, h264)],
    ['H.264 in MP4, of the full range', () => film('full.mp4', 3, [...h264, '-vf', 'scale=out_range=full', '-pix_fmt', 'yuvj420p'])],
    ['VP8 in WebM', () => film('vp8.webm', 3, ['-c:v', 'libvpx', '-b:v', '800k', '-deadline', 'realtime'])],
    ['VP9 in WebM', () => film('vp9.webm', 3, ['-c:v', 'libvpx-vp9', '-b:v', '600k', '-deadline', 'realtime', '-cpu-used', '8'])],
    ['AV1 in MP4', () => film('av1.mp4', 2, ['-c:v', 'libaom-av1', '-cpu-used', '8', '-usage', 'realtime', '-b:v', '400k'])],
    ['H.264 in MOV, with sound that begins earlier', () => film('sound.mov', 3, ['-itsoffset', '-0.4', ...tone, ...h264, '-c:a', 'aac'])],
    [
      'H.264 in MKV, of a variable frame rate',
      () =>
        film('variable.mkv', 3, [
          ...['-vf', "settb=1/1000,setpts='if(lt(N,25),N*40,1000+(N-25)*400)'", '-fps_mode', 'passthrough', '-enc_time_base', '1:1000'],
          ...h264,
        ]),
    ],
    ['a film that its header turns to the right', () => turned('right.mp4', [0, 1, -1, 0])],
    ['a film that its header turns upside down', () => turned('down.mp4', [-1, 0, 0, -1])],
    ['a film that its header turns to the left', () => turned('left.mp4', [0, -1, 1, 0])],
    ['a film that its header mirrors', () => turned('mirrored.mp4', [-1, 0, 0, 1])],
  ])('%s', async (_, made) => {
    const context = await browser.newContext();
    const file = await made();
    const page = await openFormForVideos(context);
    await site.choose(page, [file]);
    expect(await stateOf(page, file)).toBe(`\u2713 ${said.done}`);
    const server = await reader.fingerprintVideo({ file });
    const [video] = JSON.parse(await field(page));
    expect(video.fingerprints).toEqual(server.fingerprints);
    const frames = framesThatCount(server.frames);
    expect(frames.length).toBeGreaterThanOrEqual(2);
    // The decoders of all these are exact by their standards, so the bits are equal, not only near.
    expect(unpackFrames(video.frames)).toEqual(frames);
    await context.close();
  });
});

test('what she has ticked is loaded before she goes offline, videos are read without a connection, and nothing but fingerprints is sent', async () => {
  const context = await browser.newContext();
  const file = await film('private-name.mp4', 20, h264);
  const page = await site.openForm(context);
  const refusals = policyRefusals(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.getByLabel(said.videos).check();
  await page.getByText(said.videosReady).waitFor();
  expect(asked.map((url) => url.replace(/-[\w-]{8}\.js$/, ''))).toEqual([`${site.origin}/assets/video.worker`]);
  await context.setOffline(true);
  await site.choose(page, [file]);
  expect(await stateOf(page, file)).toBe(`\u2713 ${said.done}`);
  await page.getByText(said.filesReady({ count: 1 })).waitFor();
  await context.setOffline(false);
  await (await goOnTo(page, page.getByLabel('Harbour Photos', { exact: true }))).check();
  await (await goOnTo(page, page.getByRole('button', { name: words.request.send, exact: true }))).click();
  await page.waitForURL('**/case');
  const server = await reader.fingerprintVideo({ file });
  const [body = ''] = site.posted;
  const form = readRequestForm(Object.fromEntries(new URLSearchParams(body)), words);
  expect(form.pictures).toEqual([
    [...server.fingerprints, ...framesThatCount(server.frames).map((frame) => ({ kind: 'vpdq', variant: 'whole', ...frame }))],
  ]);
  expect(body.length).toBeLessThan(4096);
  expect(body).not.toContain('private-name');
  const bytes = readFileSync(file);
  for (let at = 1024; at + 16 < bytes.length; at += 4099) {
    const run = bytes.subarray(at, at + 16);
    expect(body.includes(run.toString('base64')) || body.includes(run.toString('hex'))).toBe(false);
  }
  expect(refusals).toEqual([]);
  await context.close();
});

test('a video being read can be taken back, and the next one has its turn', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const piece = await make('piece.mp4', ['-f', 'lavfi', '-i', 'testsrc2=size=640x480:rate=30:duration=5', ...h264]);
  const long = await make('long.mp4', ['-stream_loop', '23', '-i', piece, '-c', 'copy']);
  const next = await film('next.mp4', 2, h264);
  const page = await openFormForVideos(context);
  await page.locator('#fingerprints-files').setInputFiles([long, next]);
  await page.getByText(/^Reading frame by frame: 0:\d\d of 2:00$/).waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: said.stopName({ name: 'long.mp4' }) }).click();
  await page.waitForFunction(() => document.querySelectorAll('progress').length === 0);
  expect(await stateOf(page, next)).toBe(`\u2713 ${said.done}`);
  expect(JSON.parse(await field(page))).toHaveLength(1);
  expect(await accessibilityFindings(page)).toEqual([]);
  await context.close();
});

test('a video that was refused before she said that she has some is one row when she chooses it again', async () => {
  const context = await browser.newContext();
  const page = await site.openForm(context);
  const file = await film('before-the-tick.mp4', 2, h264);
  await site.choose(page, [file]);
  expect(await stateOf(page, file)).toBe(said.problems.video);
  await page.getByLabel(said.videos).check();
  await page.locator('[data-videos="ready"]').waitFor();
  await site.choose(page, [file]);
  expect(await page.locator('.picture-row').count()).toBe(1);
  expect(await stateOf(page, file)).toBe(`\u2713 ${said.done}`);
  await context.close();
});

test('each video that cannot be read gets its reason, and keeps no other from being read', async () => {
  const context = await browser.newContext();
  const page = await openFormForVideos(context);
  const good = await film('good.mp4', 3, h264);
  const bytes = readFileSync(good);
  const written = (name: string, content: Uint8Array): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const fast = await film('fast.mp4', 6, [...h264, '-movflags', '+faststart']);
  const expected: Readonly<Record<string, string>> = {
    [await film('phone.mp4', 1, ['-c:v', 'libx265', '-preset', 'ultrafast', '-tag:v', 'hvc1', '-x265-params', 'log-level=none'])]:
      said.problems.hevc,
    [await film('old.mp4', 1, ['-c:v', 'mpeg4'])]: said.problems['video-codec'],
    [await film('old.avi', 1, ['-c:v', 'mpeg4'])]: said.problems['video-kind'],
    [await make('sound.m4a', [...tone, '-c:a', 'aac'])]: said.problems['sound-only'],
    [written('half.mp4', bytes.subarray(0, bytes.length / 2))]: said.problems['video-damaged'],
    [written(
      'noise.webm',
      Uint8Array.from({ length: 5000 }, (_, i) => (i < 4 ? ([0x1a, 0x45, 0xdf, 0xa3][i] ?? 0) : (i * 7919) >> 3)),
    )]: said.problems['video-kind'],
    [await make('hours.mp4', ['-f', 'lavfi', '-i', 'testsrc2=size=64x64:rate=1/60:duration=1860', ...h264])]:
      said.problems['video-too-long'],
    [await make('black.mp4', ['-f', 'lavfi', '-i', 'color=black:size=320x240:rate=25:duration=2', ...h264])]: said.problems['video-plain'],
    [written('again.mp4', bytes)]: said.problems.twice,
    [written('half-fast.mp4', readFileSync(fast).subarray(0, readFileSync(fast).length * 0.6))]: `\u2713 ${said.doneInPart}`,
  };
  await site.choose(page, [good, ...Object.keys(expected)]);
  const states: Record<string, string> = {};
  for (const file of Object.keys(expected)) states[file] = await stateOf(page, file.split('/').at(-1) ?? '');
  expect(states).toEqual(expected);
  expect(await stateOf(page, 'good.mp4')).toBe(`\u2713 ${said.done}`);
  const sent: { frames: string }[] = JSON.parse(await field(page));
  expect(sent.map(({ frames }) => unpackFrames(frames)?.length)).toEqual([3, 0, expect.any(Number)]);
  await context.close();
});

test('without the choice a video is named as one, and where its reader does not load the rest goes on', async () => {
  const context = await browser.newContext();
  const file = await film('good.mp4', 3, h264);
  const page = await site.openForm(context);
  await site.choose(page, [file]);
  expect(await stateOf(page, file)).toBe(said.problems.video);
  await context.route('**/video.worker-*.js', (route) => route.abort());
  await page.getByLabel(said.videos).click();
  await page.getByText(said.videosNotLoaded).waitFor();
  expect(await page.getByLabel(said.videos).isChecked()).toBe(false);
  await context.unrouteAll();
  await page.getByLabel(said.videos).check();
  await page.getByText(said.videosReady).waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  await context.close();
});

test('a browser that lacks WebCodecs is told so', async () => {
  const context = await browser.newContext();
  await context.route('**/video.worker-*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `delete self.VideoDecoder;${await response.text()}` });
  });
  const page = await site.openForm(context);
  await page.getByLabel(said.videos).click();
  await page.getByText(said.videosNotAvailable).waitFor();
  await context.close();
});

test('videos kept from before stay in the form that comes back, and are sent again as they were', async () => {
  const frames = packFrames([{ value: '5a'.repeat(32), quality: 90 }]);
  const exact = [{ kind: 'sha256', variant: 'whole', value: 'ab'.repeat(32) }];
  const entered = readRequestForm({ fingerprints: JSON.stringify([{ fingerprints: exact, frames }]) }, words);
  const again = await serveSite(() => ({ html: renderRequestForm({ ...frame, way: 'picture', services, caseCode, entered }) }));
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${again.origin}/request`);
  await page.getByText(said.keptVideoName({ number: 1 })).waitFor();
  expect(JSON.parse(await field(page))).toEqual([{ fingerprints: exact, frames }]);
  await context.close();
  await again.close();
});
