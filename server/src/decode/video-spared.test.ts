/** Are the frames that need no decoding left out, and is what is hashed still the same to the bit? */
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testVideos } from './test-videos.ts';
import { type DecodedVideo, openVideoReader, type VideoReader } from './video.ts';
import { FilmIndexReader, needFor } from './video-spared.ts';

const videos = testVideos();
/** ffmpeg under its own name, with a note of what it was asked to read. */
const programs = join(videos.folder, 'programs');
const notes = join(videos.folder, 'notes');
let reader: VideoReader;
beforeAll(async () => {
  mkdirSync(programs, { mode: 0o755 });
  for (const name of ['ffmpeg', 'ffprobe']) {
    const program = join(programs, name);
    writeFileSync(
      program,
      `#!/bin/sh\n[ -w ${notes} ] && echo "$@" >> ${notes}\nexec /usr/bin/env PATH=/usr/local/bin:/usr/bin ${name} "$@"\n`,
    );
    chmodSync(program, 0o755);
  }
  reader = await openVideoReader({ children: 1, searchPath: programs });
});
afterAll(async () => {
  await reader.close();
  videos.remove();
});

interface Way {
  readonly found: DecodedVideo;
  /** How the frames were read, one run of ffmpeg after the other. */
  readonly runs: readonly ('needed frames' | 'whole')[];
}

async function read(file: string): Promise<Way> {
  writeFileSync(notes, '');
  chmodSync(notes, 0o666);
  const found = await reader.fingerprintVideo({ file });
  const runs = readFileSync(notes, 'utf8')
    .split('\n')
    .filter((args) => args.includes('rawvideo'))
    .map((args): Way['runs'][number] => (args.includes('-f flv') ? 'needed frames' : 'whole'));
  return { found, runs };
}

const layered = ['-preset', 'veryfast', '-bf', '3', '-g', '60'];

test.each([
  ['frames in three layers', 'mp4', layered],
  ['frames that others need among those shown between', 'mov', [...layered, '-x264-params', 'b-pyramid=strict']],
  ['groups that borrow from the one before', 'mp4', [...layered, '-x264-params', 'open-gop=1:keyint=20']],
  ['many slices', 'mp4', [...layered, '-x264-params', 'slices=4']],
  ['10 bits a sample', 'mp4', [...layered, '-pix_fmt', 'yuv420p10le']],
  [
    'a variable frame rate',
    'mp4',
    [...layered, '-vf', "settb=1/1000,setpts='if(lt(N,40),N*40,1600+(N-40)*130)'", '-fps_mode', 'passthrough', '-enc_time_base', '1:1000'],
  ],
  ['a clock of 30000/1001', 'mp4', [...layered, '-r', '30000/1001']],
])(
  'of a film with %s only the needed frames are decoded, and the hashes, numbers and times are those of the whole',
  async (name, container, args) => {
    const film = await videos.film(`${name.replaceAll(/\W/g, '-')}.${container}`, 5, args);
    const every = await reader.fingerprintVideo({ file: film }, 'every-frame');
    const { found, runs } = await read(film);
    expect(runs).toEqual(['needed frames']);
    const seconds = new Map<number, number>();
    for (const { number, atSeconds } of every.frames) {
      if (!seconds.has(Math.floor(atSeconds))) seconds.set(Math.floor(atSeconds), number);
    }
    expect(found.frames).toEqual([...seconds.values()].map((number) => every.frames[number]));
    expect(found).toMatchObject({ width: 320, height: 240, codec: 'h264', isDamaged: false });
  },
);

test('sound that begins before the picture moves the times as it does in the whole', async () => {
  const film = await videos.make('late.mp4', [
    ...['-f', 'lavfi', '-i', 'sine=duration=4', '-itsoffset', '0.7', '-f', 'lavfi', '-i', 'testsrc2=size=160x120:rate=25:duration=3'],
    ...['-map', '0', '-map', '1', '-fps_mode', 'passthrough', '-c:v', 'libx264', ...layered],
  ]);
  const every = await reader.fingerprintVideo({ file: film }, 'every-frame');
  const { found } = await read(film);
  expect(found.frames.map(({ atSeconds }) => atSeconds)).toEqual([0.72, 1, 2, 3]);
  expect(found.frames).toEqual(found.frames.map(({ number }) => every.frames[number]));
});

test.each([
  ['whose frames all lean on each other', 'plain.mp4', []],
  ['in two fields', 'fields.mp4', [...layered, '-flags', '+ilme+ildct']],
  ['in another container', 'other.mkv', layered],
  ['of another codec', 'other.mp4', ['-c:v', 'mpeg4', '-bf', '2']],
])('a film %s is decoded whole', async (_, name, args) => {
  const { found, runs } = await read(await videos.film(name, 2, args));
  expect(runs).toEqual(['whole']);
  expect(found.frames).toHaveLength(2);
});

test('a film that is cut without being encoded anew begins with frames nobody sees: it is decoded whole', async () => {
  const film = await videos.film('layers.mp4', 5, layered);
  const { found, runs } = await read(await videos.make('cut.mp4', ['-ss', '1.3', '-i', film, '-c', 'copy']));
  expect(runs).toEqual(['whole']);
  expect(found.frames.length).toBeGreaterThan(2);
});

test('a film that breaks in the middle is decoded whole in the end, and said to be damaged', async () => {
  const whole = await videos.film('layers.mp4', 5, layered);
  const bytes = readFileSync(whole);
  const middle = bytes.indexOf('mdat') + Math.floor(bytes.length / 2);
  const broken = join(videos.folder, 'broken.mp4');
  writeFileSync(broken, bytes.fill(0xa5, middle, middle + 3000));
  const { found, runs } = await read(broken);
  expect(runs.at(-1)).toBe('whole');
  expect(found.isDamaged).toBe(true);
  expect(found.frames.length).toBeGreaterThan(2);
});

test('of a film with a few bits turned over the hashes are those of the whole: what is broken is made up from the frames before it', async () => {
  const film = await videos.make('turned.mp4', [
    ...['-f', 'lavfi', '-i', 'testsrc2=size=320x240:rate=25:duration=5', '-c:v', 'libx264', '-preset', 'veryfast'],
  ]);
  const bytes = readFileSync(film);
  const [first, length] = [bytes.indexOf('mdat') + 4, bytes.readUInt32BE(bytes.indexOf('mdat') - 4) - 8];
  const ways = new Set<string>();
  // In sixtieths of the film: in frames that nobody needs, in others, and where ffmpeg does no more than warn.
  for (const place of [5, 12, 13, 14, 22, 33, 44, 55]) {
    const turned = Buffer.from(bytes);
    const at = first + Math.floor(((place + 0.37) * length) / 60);
    turned[at] = (turned[at] ?? 0) ^ 0x24;
    const file = join(videos.folder, `turned-${place}.mp4`);
    writeFileSync(file, turned);
    const every = await reader.fingerprintVideo({ file }, 'every-frame');
    const { found, runs } = await read(file);
    ways.add(runs.join());
    expect(found.frames, `place ${place}`).toEqual(found.frames.map(({ number }) => every.frames.find((frame) => frame.number === number)));
  }
  expect([...ways]).toContain('needed frames,whole');
});

const clock = { startMicroseconds: 0, timeBase: [1, 1000] } as const;
const packet = (shown: number, stored: number, at: number, more = 'flags=K_'): string =>
  `packet|pts=${shown}|dts=${stored}|size=10|pos=${at}|${more}`;
const indexOf = (...lines: readonly string[]): ReturnType<FilmIndexReader['finish']> => {
  const index = new FilmIndexReader();
  for (const line of lines) index.take(line);
  return index.finish(clock);
};

test('the first frame of each second is hashed, by the order of showing, and no stamp comes before its place in the file', () => {
  const index = indexOf(packet(0, -80, 0), packet(1040, -40, 10), packet(960, 0, 20), packet(1000, 40, 30));
  expect([...(index?.hashed.values() ?? [])]).toEqual([
    { number: 0, atSeconds: 0 },
    { number: 2, atSeconds: 1 },
  ]);
  expect(index?.stored.map(({ at, isHashed }) => [at, isHashed])).toEqual([
    [0, true],
    [10, false],
    [20, false],
    [30, true],
  ]);
  for (const { shownStamp, storedStamp, isHashed } of index?.stored ?? []) {
    expect(shownStamp).toBeGreaterThanOrEqual(storedStamp);
    expect(shownStamp % 2).toBe(Number(isHashed));
  }
});

test.each([
  ['a frame without a time', [packet(0, 0, 0), 'packet|pts=N/A|dts=40|size=10|pos=10|flags=__']],
  ['a frame to be thrown away', [packet(0, 0, 0), packet(40, 40, 10, 'flags=_D')]],
  ['something said beside a frame', [packet(0, 0, 0), `${packet(40, 40, 10)}|side_data|side_data_type=New Extradata`]],
  ['two frames shown at once', [packet(0, 0, 0), packet(40, 40, 10), packet(40, 80, 20)]],
  ['a file that goes back in time', [packet(0, 0, 0), packet(40, 0, 10)]],
  ['a first frame that is not shown first', [packet(40, 0, 0), packet(0, 40, 10)]],
  ['no frame', []],
])('%s has the whole film decoded', (_, lines) => {
  expect(indexOf(...lines)).toBeUndefined();
});

test('what a frame says of itself is read from all its parts', () => {
  const configuration = Buffer.from([1, 100, 0, 31, 0xff, 0xe1, 0]);
  const frame = (...parts: readonly (readonly number[])[]): Uint8Array =>
    Buffer.concat(parts.map((part) => Buffer.from([0, 0, 0, part.length, ...part])));
  expect(needFor(frame([0x06, 1], [0x01, 2], [0x01, 3]), configuration)).toBe('unneeded');
  expect(needFor(frame([0x01, 2], [0x41, 3]), configuration)).toBe('needed');
  expect(needFor(frame([0x65, 3]), configuration)).toBe('keyframe');
  expect(needFor(frame([0x67, 3], [0x65, 3]), configuration), 'a configuration of its own').toBeUndefined();
  expect(needFor(frame([0x65, 3], [0x41, 3]), configuration), 'half a keyframe').toBeUndefined();
  expect(needFor(frame([0x06, 1]), configuration), 'no picture').toBeUndefined();
  expect(needFor(frame([0x01, 2]).subarray(0, 5), configuration), 'cut off').toBeUndefined();
  expect(needFor(Buffer.from([0, 0, 0, 0]), configuration), 'a part without bytes').toBeUndefined();
});
