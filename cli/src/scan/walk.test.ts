/** Is everything below a folder met once, whatever its names are and whatever happens meanwhile, and is the way shown rightly? */
import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { FileError } from '../file-outcome.ts';
import { foldersToScan, textOf } from './folder.ts';
import { kindOf } from './kind.ts';
import { progressLine, summaryOf } from './progress.ts';
import type { Found, FoundFile } from './source.ts';
import { Tally } from './tally.ts';

const top = realpathSync(mkdtempSync(join(tmpdir(), 'likeness-walk-')));
afterAll(() => rmSync(top, { recursive: true }));
const never = (): boolean => false;

async function all(...operands: string[]): Promise<Found[]> {
  const found: Found[] = [];
  for await (const one of (await foldersToScan(operands, never)).found()) found.push(one);
  return found;
}

const isFile = (found: Found): found is FoundFile => 'open' in found;

describe('folders', () => {
  test('names are bytes: spaces, line breaks, other scripts and what is no UTF-8 are met, opened and told apart', async () => {
    const folder = join(top, 'names');
    mkdirSync(join(folder, 'sub folder', 'ü'), { recursive: true });
    const names = ['a b', 'line\nbreak', 'ü', 'u\u0308', '🙂', '-rf', '--json', '"quoted"', '\u202egpj', '$(touch x)', 'sub folder/ü/deep'];
    for (const name of names) writeFileSync(join(folder, name), name);
    const raw = [Buffer.from([0x66, 0xff]), Buffer.from([0x66, 0xfe]), Buffer.from([0xed, 0xb2, 0x80])];
    for (const name of raw) writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), name]), name);
    const files = (await all(folder)).filter(isFile);
    expect(files.map(({ contentId }) => contentId).sort()).toEqual([...names, 'f\udcff', 'f\udcfe', '\udced\udcb2\udc80'].sort());
    for (const { file, contentId, open } of files) {
      expect(file).toBe(`${folder}/${contentId}`);
      const opened = await open();
      for await (const piece of opened?.bytes ?? []) expect(textOf(Buffer.from(piece))).toBe(contentId);
      await opened?.close();
    }
  });

  test('links are not followed, special files not opened, and a link in a circle ends nothing', async () => {
    const folder = join(top, 'links');
    mkdirSync(folder);
    symlinkSync('..', join(folder, 'up'));
    symlinkSync('loop', join(folder, 'loop'));
    symlinkSync('/etc/passwd', join(folder, 'away'));
    expect(await all(folder)).toEqual(Array(3).fill({ skipped: 'symbolic link' }));
  });

  test('what becomes a link between finding and opening is not followed', async () => {
    const folder = join(top, 'swapped');
    mkdirSync(folder);
    writeFileSync(join(folder, 'a'), 'a');
    const [found] = (await all(folder)).filter(isFile);
    unlinkSync(join(folder, 'a'));
    symlinkSync('/etc/passwd', join(folder, 'a'));
    await expect(found?.open()).rejects.toThrow('ELOOP');
  });

  test('a file that vanishes is missing; when the whole folder vanishes, the scan ends instead', async () => {
    const folder = join(top, 'vanishing');
    mkdirSync(folder);
    for (const name of ['a', 'b']) writeFileSync(join(folder, name), name);
    const [first, second] = (await all(folder)).filter(isFile);
    unlinkSync(join(folder, 'a'));
    unlinkSync(join(folder, 'b'));
    await expect(first?.open()).rejects.toThrow(new FileError('file/missing', 'It was there when the scan came by, but is gone now.'));
    renameSync(folder, `${folder}-unplugged`);
    await expect(second?.open()).rejects.toThrow(`${folder} cannot be scanned: there is no such folder.`);
  });

  test('a thousand folders in one another are gone down, and a path that is too long is named', async () => {
    const folder = join(top, 'deep');
    mkdirSync(folder);
    const before = process.cwd();
    process.chdir(folder);
    for (let level = 0; level < 1100; level++) {
      mkdirSync('deep');
      process.chdir('deep');
    }
    process.chdir(before);
    const found = await all(folder);
    expect(found).toEqual([
      expect.objectContaining({ failure: { code: 'file/unreadable', message: expect.stringContaining('ENAMETOOLONG') } }),
    ]);
    // rm by path would meet the same limit; renaming the middle brings both halves within it.
    const middle = join(folder, ...Array<string>(500).fill('deep'));
    renameSync(middle, join(top, 'lower half'));
  });

  test('an empty folder has nothing; a file, a missing folder and one inside another are refused', async () => {
    const folder = join(top, 'empty');
    mkdirSync(join(folder, 'inner'), { recursive: true });
    expect(await all(folder)).toEqual([]);
    writeFileSync(join(top, 'file'), '');
    await expect(foldersToScan([join(top, 'file')], never)).rejects.toThrow('is a file, not a folder; its fingerprints: likeness hash');
    await expect(foldersToScan([join(top, 'none')], never)).rejects.toThrow('there is no such folder');
    await expect(foldersToScan([join(folder, 'inner'), folder], never)).rejects.toThrow('name only the outer one');
    await expect(foldersToScan([folder, `${folder}/.`], never)).rejects.toThrow('name only the outer one');
  });
});

test('kinds are told by content', () => {
  const start = (text: string): Buffer => Buffer.from(text, 'latin1');
  const transport = Buffer.alloc(512);
  for (const at of [0, 188, 376]) transport[at] = 0x47;
  for (const [bytes, kind] of [
    [start('\0\0\0\x20ftypisom'), 'video'],
    [start('\x1a\x45\xdf\xa3\x01\0'), 'video'],
    [transport, 'video'],
    [start('RIFF\0\0\0\0WAVEfmt '), 'audio'],
    [start('II*\0\x08\0\0\0'), 'tiff'],
    [start('BM\x36\0\0\0\0\0'), 'bmp'],
    [start('BMW is a car'), 'text'],
    [start('%PDF-1.7'), 'pdf'],
    [start('PK\x03\x04'), 'archive'],
    [start('<?xml version="1.0"?>\n<!-- a -->\n<svg xmlns="http://www.w3.org/2000/svg">'), 'svg'],
    [start('<html><svg>'), 'text'],
    [start('just words'), 'text'],
    [start('\x7fELF\x02\x01'), 'other'],
  ] as const) {
    expect(kindOf(bytes), JSON.stringify(bytes.toString('latin1', 0, 16))).toBe(kind);
  }
});

describe('progress', () => {
  test('rate and time left are those of late, and files of earlier runs take no time', () => {
    const tally = new Tally(0);
    for (let n = 0; n < 500; n++) tally.metEarlier('done');
    expect(tally.at(100, 600)).toMatchObject({ earlier: 500, total: null, filesPerSecond: 0, secondsLeft: null });
    tally.total(2000);
    for (let second = 1; second <= 30; second++) {
      for (let n = 0; n < (second <= 10 ? 1 : 20); n++) tally.done();
      tally.at(second * 1000, 600);
    }
    // 1,400 were left to do, 10 + 400 are done; 20 a second of late.
    expect(tally.at(30_000, 600)).toMatchObject({ fingerprinted: 910, filesPerSecond: 20, secondsLeft: Math.ceil(990 / 20) });
  });

  test('it is said so that people understand it', () => {
    const tally = new Tally(0);
    for (let n = 0; n < 1200; n++) tally.done();
    for (let n = 0; n < 3; n++) tally.failed();
    tally.skipped('video');
    tally.skipped('video');
    tally.skipped('text');
    expect(progressLine(tally.at(10_000, 0))).toBe('1,206 files, 3 unreadable, 120.6 files/s, still counting');
    tally.total(100_000);
    expect(progressLine(tally.at(10_000, 0))).toBe('1,206 of 100,000 files (1 %), 3 unreadable, 120.6 files/s, 14 min left');
    expect(summaryOf(tally.at(10_000, 0))).toBe('1,200 files fingerprinted. 3 could not be read. Left out, by kind: 2 video, 1 text.');
  });

  test('what an earlier run could not read is no result of it', () => {
    const tally = new Tally(0);
    for (let n = 0; n < 3; n++) tally.metEarlier('done');
    tally.metEarlier('failed');
    tally.done();
    tally.failed();
    expect(tally.at(10_000, 4)).toMatchObject({ fingerprinted: 4, failed: 2, earlier: 4, earlierFailed: 1 });
    expect(summaryOf(tally.at(10_000, 4))).toBe(
      '4 files fingerprinted (3 of them in earlier runs). 2 could not be read (1 of them in earlier runs).',
    );
  });
});
