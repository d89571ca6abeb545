/** Which small videos do the tests of decoding read? Made by ffmpeg when they are asked for, from its own test sources; no camera, nobody in them. */
import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface TestVideos {
  /** Runs ffmpeg with these arguments and the path of a new file, which it returns. */
  make(name: string, args: readonly string[]): Promise<string>;
  /** A film whose every second is another picture: `seconds` long, H.264 unless `args` say otherwise. Made once by its name. */
  film(name: string, seconds: number, args?: readonly string[]): Promise<string>;
  readonly folder: string;
  remove(): void;
}

/** Another part of the plane each second, so that seconds can be told apart. */
const scene = (seconds: number, size: string): string =>
  `cellauto=rule=110:size=${size}:rate=25:random_seed=7:scroll=1,format=yuv420p,boxblur=4,trim=duration=${seconds}`;

export function testVideos(): TestVideos {
  const folder = mkdtempSync(join(tmpdir(), 'likeness-videos-'));
  // Readers that gave up root may read here too.
  chmodSync(folder, 0o755);
  const made = new Map<string, Promise<string>>();
  const make = async (name: string, args: readonly string[]): Promise<string> => {
    const file = join(folder, name);
    try {
      await promisify(execFile)('ffmpeg', ['-hide_banner', '-nostdin', '-loglevel', 'error', '-y', ...args, file]);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
        throw new Error('The tests of video need ffmpeg 5.1 or newer: install it, for example with apt-get install ffmpeg.');
      }
      throw error;
    }
    return file;
  };
  return {
    folder,
    make,
    film(name, seconds, args = []) {
      const film =
        made.get(name) ?? make(name, ['-f', 'lavfi', '-i', scene(seconds, '320x240'), '-c:v', 'libx264', '-preset', 'ultrafast', ...args]);
      made.set(name, film);
      return film;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
