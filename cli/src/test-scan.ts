/** What do the tests of a scan scan, and how do they look at what came of it? */
import { once } from 'node:events';
import { existsSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Ended, Started } from './test-terminal.ts';

/** A small picture unlike the others: blocks whose levels look like chance. */
export async function picture(seed: number): Promise<Buffer> {
  const edge = 64;
  const levels = Buffer.alloc(edge * edge);
  for (let at = 0; at < levels.length; at++) {
    const block = ((at % edge) >> 3) + 8 * (Math.floor(at / edge) >> 3) + 64 * seed;
    levels[at] = Math.imul(block ^ (block >>> 7), 0x9e3779b1) >>> 24;
  }
  const raw = sharp(levels, { raw: { width: edge, height: edge, channels: 1 } });
  return seed % 2 === 0 ? raw.png().toBuffer() : raw.jpeg().toBuffer();
}

export type Line = {
  readonly file: string;
  readonly error?: { readonly code: string; readonly message: string };
  readonly verdict?: string;
};
export const linesOf = (text: string): Line[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
export const resultsIn = (file: string): Line[] => linesOf(readFileSync(file, 'utf8'));
export const filesIn = (file: string): string[] =>
  resultsIn(file)
    .map((line) => line.file)
    .sort();

/** The last thing that it said with --json. */
export const lastEvent = ({ stderr }: Ended): Record<string, unknown> => JSON.parse(stderr.trimEnd().split('\n').at(-1) ?? '');

/** Resolves when the file has grown by so many lines, or the process has ended before. */
export async function hasGrownBy(file: string, lines: number, { ended }: Started): Promise<void> {
  const count = (): number => (existsSync(file) ? readFileSync(file).filter((byte) => byte === 10).length : 0);
  const goal = count() + lines;
  const watcher = watch(join(file, '..'));
  try {
    const isOver = ended.then(() => true);
    while (count() < goal) if (await Promise.race([once(watcher, 'change').then(() => false), isOver])) return;
  } finally {
    watcher.close();
  }
}
