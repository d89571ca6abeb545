/** Are the stills of a video spread over its length, small, grey and upright, and is nothing of it held once they are there? */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Still, stripOf } from './still-strip.ts';
import { testVideos } from './test-videos.ts';
import { openVideoReader, type VideoReader } from './video.ts';

const videos = testVideos();
let reader: VideoReader;
beforeAll(async () => {
  reader = await openVideoReader({ children: 1 });
});
afterAll(async () => {
  await reader.close();
  videos.remove();
});

async function* sent(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}
const stillsOf = (file: string): Promise<readonly Still[]> => reader.stillsOf(sent(readFileSync(file)));
const meanOf = ({ luma }: Still): number => Math.round(luma.reduce((sum, sample) => sum + sample, 0) / luma.length);
/** Each second is lighter than the one before, the first black and the last white, in one colour, with a tone. */
const lighter = (size: string): string[] => [
  ...['-f', 'lavfi', '-i', `nullsrc=s=${size}:r=10:d=6,geq=lum='16+43.8*floor(T)':cb=90:cr=200`],
  ...['-f', 'lavfi', '-i', 'sine=d=6', '-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac'],
];

test('six stills, from the middle of each sixth, as light as a player shows them; a tone that goes with them is not read', async () => {
  const stills = await stillsOf(await videos.make('lighter.mp4', lighter('640x360')));
  expect(stills.map(({ width, height }) => [width, height])).toEqual(Array.from({ length: 6 }, () => [320, 180]));
  for (const [place, still] of stills.entries()) expect(Math.abs(meanOf(still) - 51 * place), `still ${place}`).toBeLessThanOrEqual(2);
});

test('tall films stay tall, small ones small, and of one that states no length there is what can be found', async () => {
  expect((await stillsOf(await videos.make('tall.mp4', lighter('180x400')))).map(({ width, height }) => [width, height])[0]).toEqual([
    144, 320,
  ]);
  expect((await stillsOf(await videos.make('small.mp4', lighter('64x48')))).map(({ width, height }) => [width, height])[0]).toEqual([
    64, 48,
  ]);
  const bare = await videos.make('bare.m2v', ['-f', 'lavfi', '-i', 'testsrc2=s=320x240:d=3', '-c:v', 'mpeg2video']);
  expect((await stillsOf(bare)).length).toBeGreaterThan(0);
});

test('a file without a film, and one that is broken, are told by their reasons', async () => {
  const tone = await videos.make('tone.mp4', ['-f', 'lavfi', '-i', 'sine=d=2', '-c:a', 'aac']);
  await expect(stillsOf(tone)).rejects.toMatchObject({ code: 'video/no-frames' });
  const film = readFileSync(await videos.make('lighter.mp4', lighter('640x360')));
  await expect(reader.stillsOf(sent(film.subarray(0, 600)))).rejects.toMatchObject({ code: 'video/damaged' });
  await expect(reader.stillsOf(sent(Buffer.from('GIF89a and no film at all')))).rejects.toMatchObject({ code: 'video/unsupported-type' });
});

test('once the stills are there nobody holds the video, not here and not in the child', async () => {
  await stillsOf(await videos.make('lighter.mp4', lighter('64x48')));
  const heldBy = (pid: string): string[] =>
    readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        const file = readlinkSync(`/proc/${pid}/fd/${fd}`);
        return file.startsWith('/dev/shm/likeness-') ? [file] : [];
      } catch {
        return [];
      }
    });
  const textOf = (file: string): string => {
    try {
      return readFileSync(file, 'latin1');
    } catch {
      return '';
    }
  };
  const children = readdirSync('/proc').filter(
    (pid) =>
      /^\d+$/.test(pid) &&
      textOf(`/proc/${pid}/cmdline`).includes('video-child') &&
      textOf(`/proc/${pid}/status`).includes(`PPid:\t${process.pid}\n`),
  );
  expect(children.length).toBe(1);
  await vi.waitFor(() => expect([process.pid.toString(), ...children].flatMap(heldBy)).toEqual([]));
});

test('a child that sends more, longer or other stills than it may is ended, and nothing of it is taken', async () => {
  const program = fileURLToPath(new URL('./hostile-video-child.test-program.ts', import.meta.url));
  for (const way of ['never stops sending stills', 'sends a still that is shorter than it says', 'sends pixels', 'ends without a frame']) {
    const hostile = await openVideoReader({ children: 1, program: [process.execPath, program, way] });
    const film = readFileSync(await videos.make('lighter.mp4', lighter('64x48')));
    await expect(hostile.stillsOf(sent(film)), way).rejects.toMatchObject({ code: 'decode/crashed' });
    await hostile.close();
  }
});

test('a strip of five has two rows, and is a picture like any other', async () => {
  const grey = (luma: number): Still => ({ width: 8, height: 6, luma: new Uint8Array(48).fill(luma) });
  const { default: sharp } = await import('sharp');
  const { data, info } = await sharp(stripOf([0, 40, 80, 120, 160].map(grey)))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([32, 16]);
  const at = (x: number, y: number): number | undefined => data[(y * 32 + x) * info.channels];
  expect([at(0, 0), at(12, 0), at(24, 5), at(0, 10), at(19, 15), at(24, 12), at(9, 0)]).toEqual([0, 40, 80, 120, 160, 255, 255]);
});
