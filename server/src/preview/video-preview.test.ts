/** Does a moderator see stills of a video under the same rules as a picture: blurred until asked, one look in the ledger and in her budget, words where there is nothing to see? */
import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DecodePool, openDecodePool } from '../decode/pool.ts';
import { testVideos } from '../decode/test-videos.ts';
import { openVideoReader, type VideoReader } from '../decode/video.ts';
import { openPictureService, openTestConsole, type PictureService, type Seat, type TestConsole, wordsOf } from '../http/test-console.ts';
import { screen } from '../workflows/screen.ts';
import { openPreviews } from './preview.ts';

const films = testVideos();
let decode: DecodePool;
let videos: VideoReader;
let desk: TestConsole;
let service: PictureService;
let ines: Seat;
let film: Buffer;
let ref: string;
let page: string;

beforeAll(async () => {
  decode = await openDecodePool({ children: 1 });
  videos = await openVideoReader({ children: 1 });
  desk = await openTestConsole(undefined, decode, null, undefined, videos);
  service = await openPictureService(desk.house);
  ines = await desk.sitDown('Ines Moreau');
  const file = await films.film('film.mp4', 6);
  film = readFileSync(file);
  service.pictures.set('film', film);
  const { fingerprints, frames } = await videos.fingerprintVideo({ file });
  const hashed = frames.map(({ value, quality, atSeconds }) => ({
    kind: 'vpdq' as const,
    variant: 'whole' as const,
    value,
    quality,
    atSeconds,
  }));
  const upload = { contentId: 'film', url: null, uploaderRef: null, links: [], source: 'fingerprints' as const };
  await screen(desk.engine, desk.house.platformId, { ...upload, fingerprints: [...fingerprints, ...hashed] });
  const number = await desk.fileAbout('beside', { contentIds: ['film'], locations: [] });
  page = (await desk.get(`/console/requests/${number}`, ines)).body;
  ref = /src="\/console\/preview\/([0-9a-f-]{36})\?view=blurred"/.exec(page)?.[1] ?? '';
});

afterAll(async () => {
  await service.close();
  await desk.close();
  await videos.close();
  await decode.close();
  films.remove();
});

const look = (view: 'blurred' | 'clear') => desk.get(`/console/preview/${ref}?view=${view}`, ines);
const finding = async (): Promise<string> => (await desk.get(`/console/preview/${ref}/finding`, ines)).body;
const revealed = async (): Promise<number> => (await desk.ledgerActs('preview.revealed')).length;

test('the page offers stills; they come blurred and grey in one picture, and clearly only with a note in the ledger', async () => {
  expect(wordsOf(page)).toContain('Show stills of the video');
  expect(wordsOf(page)).toContain('All stills together are one look, grey and without sound.');
  const blurred = await look('blurred');
  expect([blurred.status, blurred.headers['content-type'], blurred.headers['cache-control']]).toEqual([200, 'image/webp', 'no-store']);
  expect(await finding()).toBe('good\nThis is the very file that was screened.');
  expect(await revealed()).toBe(0);
  const clear = await look('clear');
  expect(await revealed()).toBe(1);
  expect(clear.bytes.length).toBeGreaterThan(blurred.bytes.length * 3);
  const { data, info } = await sharp(clear.bytes).raw().toBuffer({ resolveWithObject: true });
  // Three across and two down, of films four wide and three high.
  expect(info.width).toBe(960);
  expect(Math.abs(info.height / info.width - 1 / 2)).toBeLessThan(0.01);
  const colours = data.filter((sample, place) => place % info.channels === 0 && Math.abs(sample - (data[place + 1] ?? 0)) > 3);
  expect(info.channels === 1 ? 0 : colours.length).toBe(0);
  expect(service.calls.at(-1)?.headers.accept).toBe('image/*, video/*');
});

test('all stills of a film are one look of her budget, and past it no frame is fetched', async () => {
  await desk.engine.store.db.updateTable('moderator').set({ most_an_hour: 1 }).execute();
  const before = await revealed();
  const refused = await look('clear');
  expect([refused.status, refused.headers['content-type']]).toEqual([429, 'image/svg+xml; charset=utf-8']);
  expect(await revealed()).toBe(before);
  await desk.engine.store.db.updateTable('moderator').set({ most_an_hour: null }).execute();
  expect((await look('clear')).status).toBe(200);
});

test('what has no frame to show says why, in the place of the stills, and is no look', async () => {
  const before = await revealed();
  const tone = readFileSync(await films.make('tone.mp4', ['-f', 'lavfi', '-i', 'sine=d=1', '-c:a', 'aac']));
  const codec = readFileSync(await films.make('rare.mkv', ['-f', 'lavfi', '-i', 'testsrc2=s=64x48:d=1', '-c:v', 'ffv1']));
  const states: [Buffer, string][] = [
    [tone, 'holds no film'],
    [film.subarray(0, 900), 'the file is damaged'],
    [codec, 'of a kind that is not read here'],
  ];
  for (const [file, sentence] of states) {
    service.pictures.set('film', file);
    const answer = await look('clear');
    expect([answer.status, answer.headers['content-type']]).toEqual([502, 'image/svg+xml; charset=utf-8']);
    expect(await finding()).toContain(sentence);
  }
  expect(await revealed()).toBe(before);
});

test('a server without ffmpeg says so, and a page still comes', async () => {
  service.pictures.set('film', film);
  const previews = openPreviews({ ...desk.engine, decode, videos: null, maxBytes: film.length });
  expect(await previews.show(ref, 'blurred', 'nobody')).toEqual({ picture: null, finding: 'video-unavailable' });
});
