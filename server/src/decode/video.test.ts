/** Are videos hashed as the field hashes them, at the right times, the right way up? */
import { createHash } from 'node:crypto';
import { chmodSync, createReadStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytesOfHex, hammingDistance, isWorthExactPass, matchVideos, readVpdqText } from '@likeness/fingerprint';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testVideos } from './test-videos.ts';
import { openVideoReader, type VideoReader, type WhichFrames } from './video.ts';
import { hashedSize } from './video-ffmpeg.ts';
import { looksLikeVideo } from './video-format.ts';

const videos = testVideos();
let reader: VideoReader;
beforeAll(async () => {
  reader = await openVideoReader({ children: 2 });
});
afterAll(async () => {
  await reader.close();
  videos.remove();
});

const samples = new URL('../../../../shared/vectors/vpdq/', import.meta.url);
const hasSamples = existsSync(samples);
if (!hasSamples) console.warn(`${samples.pathname} is absent: vPDQ is checked against films made here alone.`);
const sampleNames = hasSamples ? ['doorknob-hd-no-bar', 'test-padded-dimensions'] : [];

test(
  hasSamples
    ? "the reference's sample videos have its sample hashes: every frame that counts within its tolerance, every time the same"
    : `stands on the films made here alone, because ${samples.pathname} is absent`,
  async () => {
    for (const name of sampleNames) {
      const expected = readVpdqText(readFileSync(new URL(`${name}.txt`, samples), 'utf8')).frames;
      const { frames, isDamaged } = await reader.fingerprintVideo({ file: new URL(`${name}.mp4`, samples).pathname }, 'every-frame');
      expect(isDamaged).toBe(false);
      expect(frames.map(({ number, atSeconds }) => [number, atSeconds])).toEqual(
        expected.map(({ number, atSeconds }) => [number, atSeconds]),
      );
      for (const [i, { value, quality }] of frames.entries()) {
        const { value: theirs = '', quality: theirQuality = 0 } = expected[i] ?? {};
        expect(Math.abs(quality - theirQuality), `${name}: quality of frame ${i}`).toBeLessThanOrEqual(1);
        // The reference's own regression test: frames under quality 50 are left out, the others are less than 31 bits apart.
        if (quality < 50 || theirQuality < 50) continue;
        expect(hammingDistance(bytesOfHex(value), bytesOfHex(theirs)), `${name}: frame ${i}`).toBeLessThan(31);
      }
    }
  },
);

test('one frame a second, with size, length, and the SHA-256 and MD5 of the file; sent bytes and a file give the same', async () => {
  const film = await videos.film('plain.mp4', 6);
  const fromFile = await reader.fingerprintVideo({ file: film });
  expect(fromFile).toMatchObject({ width: 320, height: 240, codec: 'h264', seconds: 6, isDamaged: false });
  expect(fromFile.frames.map(({ number, atSeconds }) => [number, atSeconds])).toEqual(
    [0, 1, 2, 3, 4, 5].map((second) => [25 * second, second]),
  );
  expect(fromFile.frames.every(({ quality }) => quality >= 50)).toBe(true);
  const bytes = readFileSync(film);
  expect(fromFile.sizeBytes).toBe(bytes.length);
  expect(fromFile.fingerprints).toEqual([
    { kind: 'sha256', variant: 'whole', value: createHash('sha256').update(bytes).digest('hex') },
    { kind: 'md5', variant: 'whole', value: createHash('md5').update(bytes).digest('hex') },
  ]);
  // This MP4 has its index at the end: nobody could read it without going back.
  expect(bytes.indexOf('moov')).toBeGreaterThan(bytes.indexOf('mdat'));
  expect(await reader.fingerprintVideo({ bytes: createReadStream(film) })).toEqual(fromFile);
  // As root, the child that has given up root may not open this one itself.
  chmodSync(film, 0o600);
  expect(await reader.fingerprintVideo({ file: film })).toEqual(fromFile);
});

test('every frame is hashed when asked for, and the frames of each second are among them', async () => {
  const film = await videos.film('every.mp4', 3);
  const every = await reader.fingerprintVideo({ file: film }, 'every-frame');
  const perSecond = await reader.fingerprintVideo({ file: film });
  expect(every.frames.map(({ number }) => number)).toEqual(Array.from({ length: 75 }, (_, i) => i));
  expect(perSecond.frames).toEqual(every.frames.filter(({ number }) => number % 25 === 0));
});

test('one frame a second is hashed at full size; of every frame and of keyframes large ones are halved, which moves few bits', async () => {
  const size = (width: number, height: number, which: WhichFrames): readonly [number, number] => hashedSize({ width, height }, which);
  expect(size(1920, 1080, 'every-second')).toEqual([1920, 1080]);
  expect(size(1920, 1080, 'every-frame')).toEqual([960, 540]);
  expect(size(720, 1281, 'keyframes')).toEqual([360, 640]);
  expect(size(3840, 2160, 'keyframes')).toEqual([960, 540]);
  expect(size(854, 480, 'every-frame')).toEqual([854, 480]);
  const film = await videos.film('large.mp4', 3, ['-s', '1280x720']);
  const exact = await reader.fingerprintVideo({ file: film });
  const every = await reader.fingerprintVideo({ file: film }, 'every-frame');
  expect(every).toMatchObject({ width: 1280, height: 720 });
  for (const { number, value } of exact.frames)
    expect(hammingDistance(bytesOfHex(value), bytesOfHex(every.frames[number]?.value ?? ''))).toBeLessThanOrEqual(16);
  expect(matchVideos(exact.frames, every.frames)).toMatchObject({ isMatch: true, query: { share: 1 } });
});

test.each([
  ['webm', ['-c:v', 'libvpx', '-b:v', '800k', '-deadline', 'realtime'], 'vp8'],
  ['mkv', ['-c:v', 'libx265', '-preset', 'ultrafast', '-x265-params', 'log-level=none'], 'hevc'],
  ['avi', ['-c:v', 'mpeg4', '-q:v', '3'], 'mpeg4'],
  ['ts', [], 'h264'],
  ['mov', ['-c:v', 'mjpeg', '-pix_fmt', 'yuvj420p'], 'mjpeg'],
  ['mp4', ['-pix_fmt', 'yuv420p10le'], 'h264'],
])('a film matches itself in another container and codec: %s', async (container, args, codec) => {
  const [film, copy] = await Promise.all([
    reader.fingerprintVideo({ file: await videos.film('origin.mp4', 3) }),
    reader.fingerprintVideo({ file: await videos.film(`copy-${container}.${container}`, 3, args) }),
  ]);
  expect(copy).toMatchObject({ codec, width: 320, height: 240, isDamaged: false });
  expect(matchVideos(copy.frames, film.frames)).toMatchObject({ isMatch: true, query: { share: 1 }, target: { share: 1 } });
});

test('a film with a variable frame rate is hashed by its own clock, not by counting frames', async () => {
  // 25 frames in the first second, then one every 400 ms.
  const film = await videos.film('variable.mkv', 3, [
    '-vf',
    "settb=1/1000,setpts='if(lt(N,25),N*40,1000+(N-25)*400)'",
    '-fps_mode',
    'passthrough',
    '-enc_time_base',
    '1:1000',
  ]);
  const { frames } = await reader.fingerprintVideo({ file: film });
  expect(frames.slice(0, 6).map(({ number, atSeconds }) => [number, atSeconds])).toEqual([
    [0, 0],
    [25, 1],
    [28, 2.2],
    [30, 3],
    [33, 4.2],
    [35, 5],
  ]);
});

test.each([
  ['a quarter to the right', [0, 1, -1, 0]],
  ['upside down', [-1, 0, 0, -1]],
  ['a quarter to the left', [0, -1, 1, 0]],
  ['mirrored', [-1, 0, 0, 1]],
  ['mirrored and upside down', [1, 0, 0, -1]],
  ['mirrored and a quarter to the right', [0, 1, 1, 0]],
  ['mirrored and a quarter to the left', [0, -1, -1, 0]],
])('a film that its header turns is hashed as players show it: %s', async (_, [a = 0, b = 0, c = 0, d = 0]) => {
  const bytes = readFileSync(await videos.film('upright.mp4', 1));
  // ISO 14496-12, 8.3.2: the matrix stands 40 bytes into a track header of version 0.
  const matrix = bytes.indexOf('tkhd') + 44;
  for (const [i, entry] of [a, b, 0, c, d].entries()) bytes.writeInt32BE(entry * 65_536, matrix + 4 * i);
  const turned = join(videos.folder, 'turned.mp4');
  writeFileSync(turned, bytes);
  // ffmpeg turns as players do; without loss, so that the hashes are the same to the bit.
  const shown = await videos.make('shown.mp4', ['-i', turned, '-c:v', 'libx264', '-preset', 'ultrafast', '-qp', '0']);
  const [asTurned, asShown] = await Promise.all([turned, shown].map((file) => reader.fingerprintVideo({ file })));
  const { width, height, frames } = asShown ?? {};
  expect(frames?.length).toBe(1);
  expect(asTurned).toMatchObject({ width, height, frames });
});

test('a film whose frames change their size in the middle is read to its end', async () => {
  const parts = [await videos.film('large.ts', 2, ['-s', '320x240']), await videos.film('small.ts', 2, ['-s', '160x120'])];
  const both = join(videos.folder, 'both.ts');
  writeFileSync(both, Buffer.concat(parts.map((part) => readFileSync(part))));
  const { frames, width, height } = await reader.fingerprintVideo({ file: both }, 'every-frame');
  expect([width, height]).toEqual([320, 240]);
  expect(frames.length).toBeGreaterThan(90);
  expect(frames.map(({ number }) => number)).toEqual(frames.map((_, i) => i));
});

test('a picture of one frame is a video of one frame', async () => {
  const { frames, seconds } = await reader.fingerprintVideo({ file: await videos.film('single.mp4', 1, ['-frames:v', '1']) });
  expect(frames.map(({ number, atSeconds }) => [number, atSeconds])).toEqual([[0, 0]]);
  expect(seconds).toBeLessThan(0.1);
});

test('keyframes suffice to send a copy to the exact pass, and a stranger to rest', async () => {
  const listed = (await reader.fingerprintVideo({ file: await videos.film('listed.mp4', 8) })).frames;
  const copy = await videos.film('copy.mp4', 8, ['-vf', 'scale=240:180', '-crf', '30', '-g', '50']);
  const stranger = await videos.make('stranger.mp4', ['-f', 'lavfi', '-i', 'testsrc2=size=320x240:rate=25:duration=8', '-g', '50']);
  const judge = (frames: Parameters<typeof isWorthExactPass>[0]): boolean => isWorthExactPass(frames, listed);
  const found = await reader.triageVideo({ file: copy }, judge);
  expect(found.keyframes.frames.map(({ atSeconds }) => atSeconds)).toEqual([0, 2, 4, 6]);
  expect(matchVideos(found.exact?.frames ?? [], listed).isMatch).toBe(true);
  expect((await reader.triageVideo({ bytes: createReadStream(stranger) }, judge)).exact).toBeUndefined();
});

test('a film with one keyframe in all goes to the exact pass, whatever that keyframe shows', async () => {
  const sparse = await videos.film('sparse.mp4', 26, ['-g', '10000', '-sc_threshold', '0']);
  const { keyframes, exact } = await reader.triageVideo({ file: sparse }, () => false);
  expect(keyframes.frames).toHaveLength(1);
  expect(exact?.frames).toHaveLength(26);
});

test('pictures are not taken for videos, nor texts that name other files', () => {
  const begins = (text: string): boolean => looksLikeVideo(Buffer.from(text, 'latin1'));
  expect(begins('\x00\x00\x00\x20ftypisom')).toBe(true);
  expect(begins('\x00\x00\x00\x20ftypqt  ')).toBe(true);
  for (const brand of ['avif', 'heic', 'mif1']) expect(begins(`\x00\x00\x00\x20ftyp${brand}`), brand).toBe(false);
  expect(begins('RIFF\x00\x00\x00\x00WEBP')).toBe(false);
  expect(begins('#EXTM3U\nfile:///etc/passwd')).toBe(false);
  expect(begins('ffconcat version 1.0')).toBe(false);
  expect(begins('')).toBe(false);
});
