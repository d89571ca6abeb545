/** What happens when a video is broken, endless, huge or hostile, or its reader is killed? It is explained, bounded, and nothing is left behind. */
import { readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, expect, test } from 'vitest';
import { probeSandbox, type Sandbox } from './sandbox.ts';
import { testVideos } from './test-videos.ts';
import { openVideoReader, type VideoReader, type VideoReaderOptions } from './video.ts';

const videos = testVideos();
afterAll(() => videos.remove());

const opened: VideoReader[] = [];
async function open(options: VideoReaderOptions = {}): Promise<VideoReader> {
  const reader = await openVideoReader({ children: 1, ...options });
  opened.push(reader);
  return reader;
}
afterEach(async () => {
  for (const reader of opened.splice(0)) await reader.close();
});

async function* pieces(bytes: Uint8Array, pieceBytes = 65_536): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
}

function written(name: string, bytes: Uint8Array): string {
  const file = join(videos.folder, name);
  writeFileSync(file, bytes);
  return file;
}

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
};
const parentOf = (pid: number): number => Number(/^PPid:\t(\d+)$/m.exec(textOf(`/proc/${pid}/status`))?.[1]);
const isRunning = (pid: number): boolean => textOf(`/proc/${pid}/cmdline`) !== '';
/** The children around ffmpeg that this process started, and what they started. */
function childrenAndFfmpegs(): { readonly children: number[]; readonly ffmpegs: number[] } {
  const pids = readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && isRunning(pid));
  const children = pids.filter((pid) => parentOf(pid) === process.pid && textOf(`/proc/${pid}/cmdline`).includes('video-child'));
  return { children, ffmpegs: pids.filter((pid) => children.includes(parentOf(pid)) && textOf(`/proc/${pid}/cmdline`).includes('pipe:1')) };
}
const decoders = (): number[] => Object.values(childrenAndFfmpegs()).flat();

/** What this process holds open in memory of videos. */
const heldInMemory = (): string[] =>
  readdirSync('/proc/self/fd')
    .map((fd) => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`);
      } catch {
        return '';
      }
    })
    .filter((file) => file.startsWith('/dev/shm/likeness-'));

/** A film that takes ffmpeg some seconds: it is still at work when a test looks at it. */
const longFilm = (): Promise<string> => videos.film('long.mp4', 60, ['-vf', 'scale=1280:960', '-g', '250']);

test('a film cut off in the middle is refused where its index is lost, and hashed as far as it goes where not', async () => {
  const reader = await open();
  const half = (file: string): Uint8Array => readFileSync(file).subarray(0, readFileSync(file).length / 2);
  const mp4 = written('half.mp4', half(await videos.film('whole.mp4', 6)));
  await expect(reader.fingerprintVideo({ file: mp4 })).rejects.toMatchObject({ code: 'video/damaged' });
  const faststart = written('half-fast.mp4', half(await videos.film('fast.mp4', 6, ['-movflags', '+faststart'])));
  const { frames, isDamaged } = await reader.fingerprintVideo({ file: faststart });
  expect(isDamaged).toBe(true);
  expect(frames.length).toBeGreaterThanOrEqual(2);
  expect(frames.length).toBeLessThan(6);
});

test('noise within a film, behind a true beginning, or instead of one ends in hashes or a reason, never in a fault', async () => {
  const reader = await open();
  const bytes = readFileSync(await videos.film('noise.mp4', 2));
  let state = 42;
  const noise = (): number => {
    state = Math.imul(state, 1_103_515_245) + 12_345;
    return state >>> 16;
  };
  for (let round = 0; round < 6; round++) {
    const mutated = Uint8Array.from(bytes);
    for (let i = 0; i < 40 * 3 ** round && round < 5; i++) mutated[64 + (noise() % (mutated.length - 64))] = noise() & 255;
    if (round === 5) for (let i = 32; i < mutated.length; i++) mutated[i] = noise() & 255;
    const outcome = await reader.fingerprintVideo({ bytes: pieces(mutated) }).catch((error: unknown) => error);
    if (outcome instanceof Error)
      expect(outcome).toMatchObject({ code: expect.stringMatching(/^video\/(damaged|no-frames|unsupported-type|too-)/) });
    else expect(outcome).toMatchObject({ width: 320 });
  }
});

test('sound alone has no picture, and what is no video is refused before any program reads it', async () => {
  const reader = await open();
  const sound = await videos.make('sound.m4a', ['-f', 'lavfi', '-i', 'sine=duration=1']);
  await expect(reader.fingerprintVideo({ file: sound })).rejects.toMatchObject({ code: 'video/no-frames' });
  const list = written('list.mp4', Buffer.from('#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:///etc/passwd\n'));
  await expect(reader.fingerprintVideo({ file: list })).rejects.toMatchObject({ code: 'video/unsupported-type' });
  await expect(reader.fingerprintVideo({ bytes: pieces(new Uint8Array(0)) })).rejects.toMatchObject({ code: 'video/unsupported-type' });
  const lossless = await videos.film('lossless.avi', 1, ['-c:v', 'ffvhuff']);
  await expect(reader.fingerprintVideo({ file: lossless })).rejects.toMatchObject({ code: 'video/unsupported-type' });
});

test('a film of ten hours is refused by its header; where ten hours are allowed, it is read', async () => {
  const tenHours = await videos.make('ten-hours.mp4', [
    '-f',
    'lavfi',
    '-i',
    'testsrc2=size=64x64:rate=1/600:duration=36000',
    '-c:v',
    'libx264',
    '-preset',
    'ultrafast',
  ]);
  const usual = await open();
  await expect(usual.fingerprintVideo({ file: tenHours })).rejects.toMatchObject({ code: 'video/too-long' });
  const patient = await open({ maxSeconds: 40_000 });
  const { frames, seconds } = await patient.fingerprintVideo({ file: tenHours });
  expect(seconds).toBe(36_000);
  expect(frames.map(({ atSeconds }) => atSeconds)).toEqual(Array.from({ length: 60 }, (_, i) => 600 * i));
});

test('a film that says nothing of its length is stopped at the limit, by its time and by its number of frames', async () => {
  const live = await videos.film('live.mkv', 6, ['-live', '1']);
  await expect((await open({ maxSeconds: 3 })).fingerprintVideo({ file: live })).rejects.toMatchObject({ code: 'video/too-long' });
  const fewFrames = await open({ maxFrames: 60 });
  await expect(fewFrames.fingerprintVideo({ file: live })).rejects.toMatchObject({ code: 'video/too-many-frames' });
  await expect(fewFrames.fingerprintVideo({ file: await videos.film('counted.mp4', 6) })).rejects.toMatchObject({
    code: 'video/too-many-frames',
  });
  const fewHashes = await open({ maxHashes: 4 });
  await expect(fewHashes.fingerprintVideo({ file: live })).rejects.toMatchObject({ code: 'video/too-many-frames' });
});

test('thousands of frames within no time at all are counted too', async () => {
  const standing = await videos.film('standing.mkv', 8, [
    '-vf',
    "settb=1/1000,setpts='floor(N/50)'",
    '-fps_mode',
    'passthrough',
    '-enc_time_base',
    '1:1000',
    '-x264-params',
    'bframes=0',
  ]);
  await expect((await open({ maxFrames: 150 })).fingerprintVideo({ file: standing })).rejects.toMatchObject({
    code: 'video/too-many-frames',
  });
  const { frames } = await (await open()).fingerprintVideo({ file: standing });
  expect(frames).toHaveLength(1);
});

/** Writes 32-bit numbers into boxes of an MP4, each so many bytes after the box's name (ISO 14496-12). */
function patched(name: string, film: string, numbers: readonly (readonly [box: string, after: number, value: number])[]): string {
  const bytes = readFileSync(film);
  for (const [box, after, value] of numbers) bytes.writeUInt32BE(value, bytes.indexOf(box) + 4 + after);
  return written(name, bytes);
}

test('a film that lasts no time by its header, or whose frames do, is hashed all the same', async () => {
  const reader = await open();
  const film = await videos.film('timeless.mp4', 3);
  const durations = [
    ['mvhd', 16, 0],
    ['tkhd', 20, 0],
    ['mdhd', 16, 0],
  ] as const;
  const byHeader = await reader.fingerprintVideo({ file: patched('no-duration.mp4', film, durations) });
  expect(byHeader.frames.map(({ atSeconds }) => atSeconds)).toEqual([0, 1, 2]);
  // stts: version, number of entries, then how many frames last how long.
  const byFrames = await reader.fingerprintVideo({ file: patched('no-time.mp4', film, [...durations, ['stts', 12, 0]]) });
  expect(byFrames.seconds).toBeLessThan(1);
  expect(byFrames.frames).toHaveLength(1);
});

test('a film that claims more than a million frames is refused by its header, and one that claims just a million costs no more than it holds', async () => {
  const reader = await open();
  const film = await videos.film('modest.mp4', 3);
  // stsz: version, one size for all, how many; stts and stsc alike say how many there are.
  const claiming = (samples: number): string =>
    patched(`claims-${samples}.mp4`, film, [
      ['stsz', 4, 1],
      ['stsz', 8, samples],
      ['stts', 8, samples],
      ['stsc', 12, samples],
    ]);
  await expect(reader.fingerprintVideo({ file: claiming(1_000_001) })).rejects.toMatchObject({ code: 'video/too-many-frames' });
  await expect(reader.fingerprintVideo({ file: claiming(0x7fff_ffff) })).rejects.toMatchObject({
    code: expect.stringMatching(/^video\/(damaged|too-many-frames)$/),
  });
  await expect(reader.fingerprintVideo({ file: claiming(1_000_000) })).rejects.toMatchObject({ code: 'video/damaged' });
  // The reader is as it was.
  await expect(reader.fingerprintVideo({ file: film })).resolves.toMatchObject({ isDamaged: false });
});

test('frames too large are refused by the header, before one is decoded', async () => {
  const reader = await open({ maxPixels: 320 * 240 - 1 });
  await expect(reader.fingerprintVideo({ file: await videos.film('plain.mp4', 2) })).rejects.toMatchObject({
    code: 'video/too-many-pixels',
  });
});

test('an endless stream is left as soon as it is too large, and no memory stays taken', async () => {
  const reader = await open({ maxBytes: 1_000_000 });
  let asked = 0;
  async function* endless(): AsyncGenerator<Uint8Array> {
    for (;;) {
      asked++;
      yield new Uint8Array(65_536);
    }
  }
  await expect(reader.fingerprintVideo({ bytes: endless() })).rejects.toMatchObject({ code: 'video/too-large' });
  expect(asked).toBe(16);
  expect(heldInMemory()).toEqual([]);
});

test('the error of a source that fails is its own, and the next video is read', async () => {
  const reader = await open();
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield new Uint8Array(10);
    throw new Error('the line was cut');
  }
  await expect(reader.fingerprintVideo({ bytes: broken() })).rejects.toThrow('the line was cut');
  await expect(reader.fingerprintVideo({ file: '/nowhere/at-all.mp4' })).rejects.toMatchObject({ code: 'ENOENT' });
  await expect(reader.fingerprintVideo({ file: await videos.film('plain.mp4', 2) })).resolves.toMatchObject({ width: 320 });
});

test('child and ffmpeg run as nobody, without network and without environment, and neither outlives the child', async () => {
  const reader = await open();
  const sandbox = await probeSandbox();
  const job = reader.fingerprintVideo({ file: await longFilm() }, 'every-frame');
  const ended = expect(job).rejects.toMatchObject({ code: 'video/too-slow' });
  await expect.poll(() => childrenAndFfmpegs().ffmpegs.length).toBe(1);
  const pids = decoders();
  expect(pids).toHaveLength(2);
  for (const pid of pids) {
    expect(textOf(`/proc/${pid}/environ`)).toBe('');
    if (process.getuid?.() === 0) expect(/^Uid:\t65534\t65534\t65534\t65534$/m.test(textOf(`/proc/${pid}/status`))).toBe(true);
    if (sandbox.wrap.length > 0) expect(readlinkSync(`/proc/${pid}/ns/net`)).not.toBe(readlinkSync('/proc/self/ns/net'));
  }
  const { children: [child = 0] = [], ffmpegs: [ffmpeg = 0] = [] } = childrenAndFfmpegs();
  process.kill(ffmpeg, 'SIGKILL');
  await ended;
  await expect.poll(() => isRunning(ffmpeg)).toBe(false);
  // The child itself was not at fault, and reads the next film.
  expect(childrenAndFfmpegs().children).toEqual([child]);

  const second = reader.fingerprintVideo({ file: await longFilm() }, 'every-frame');
  const crashed = expect(second).rejects.toMatchObject({ code: 'decode/crashed' });
  await expect.poll(() => childrenAndFfmpegs().ffmpegs.length).toBe(1);
  const others = decoders();
  process.kill(childrenAndFfmpegs().children[0] ?? 0, 'SIGKILL');
  await crashed;
  await expect.poll(() => others.filter(isRunning)).toEqual([]);
});

test('a film that takes too long, or too much memory, costs that film alone', async () => {
  const film = await longFilm();
  await expect((await open({ maxMs: 1500 })).fingerprintVideo({ file: film }, 'every-frame')).rejects.toMatchObject({
    code: 'video/too-slow',
  });
  const small = await open({ maxMemoryBytes: 8 * 1024 * 1024 });
  await expect(small.fingerprintVideo({ file: film })).rejects.toMatchObject({ code: 'decode/crashed' });
  await expect.poll(decoders).toEqual([]);
});

test('a full queue refuses, a closed reader ends what is under way, and both say busy', async () => {
  const reader = await open({ capacity: 1 });
  const first = reader.fingerprintVideo({ file: await longFilm() }, 'every-frame');
  const ended = expect(first).rejects.toMatchObject({ code: 'decode/busy' });
  await expect(reader.fingerprintVideo({ file: await longFilm() })).rejects.toMatchObject({
    code: 'decode/busy',
    place: { retryAfterSeconds: 30 },
  });
  await expect.poll(() => decoders().length).toBeGreaterThan(0);
  await reader.close();
  await ended;
  await expect.poll(decoders).toEqual([]);
});

test.each([
  ['sends pixels', 'decode/crashed'],
  ['says a field too many', 'decode/crashed'],
  ['sends frames before the video', 'decode/crashed'],
  ['never stops sending frames', 'decode/crashed'],
  ['ends without a frame', 'decode/crashed'],
  ['says ready twice', 'decode/crashed'],
  ['refuses in its own words', 'decode/crashed'],
  ['dies in silence', 'decode/crashed'],
  ['says nothing', 'video/too-slow'],
])('a child that %s is not believed, and does not outlive that', async (way, code) => {
  const actor = fileURLToPath(new URL('./hostile-video-child.test-program.ts', import.meta.url));
  const reader = await open({ program: [process.execPath, '--disable-warning=ExperimentalWarning', actor, way], maxMs: 3000 });
  await expect(reader.fingerprintVideo({ file: await videos.film('plain.mp4', 2) })).rejects.toMatchObject({ code });
  await expect.poll(decoders).toEqual([]);
});

test('without ffmpeg every video is refused with what the operator can do, and it is named among the limitations', async () => {
  const reader = await open({ searchPath: videos.folder });
  const sentence = 'Videos cannot be read here: ffmpeg and ffprobe, version 5.1 or newer, are not installed.';
  await expect(reader.fingerprintVideo({ file: '/nowhere' })).rejects.toMatchObject({ code: 'video/unavailable', message: sentence });
  expect(reader.limitations()[0]).toBe(sentence);
});

test('where protections are required and missing, the reader does not open', async () => {
  const bare: Sandbox = { wrap: [], residentBytesOf: undefined, missing: ['The network is open.'], remarks: [] };
  await expect(openVideoReader({ sandbox: bare, requireSandbox: true })).rejects.toThrow(
    'LIKENESS_REQUIRE_SANDBOX is set, but: The network is open.',
  );
});
