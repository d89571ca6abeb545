/**
 * Does a scan need more memory the more files there are? `npm run soak -- scan` scans 20,000 small pictures in one folder as a real process and looks at its
 * resident memory all along; `--files N` for another number, `--bucket` for objects of an S3 storage on this machine instead of files.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { openTestStorage } from '../cli/src/test-s3.ts';

const bin = fileURLToPath(new URL('../cli/bin/likeness.js', import.meta.url));
const mebibyte = 1024 * 1024;
/** By then the collector has found its pace: from here on memory must not grow any more. */
const settledFiles = 10_000;
/** What the middle of the last fifth may lie above that of the first one after settling: room for what is not yet collected. */
const mostGrowth = 24 * mebibyte;

interface Sample {
  /** Lines written so far. */
  readonly done: number;
  readonly residentBytes: number;
}

interface Scanned {
  readonly samples: readonly Sample[];
  readonly seconds: number;
  readonly lines: number;
}

/** Runs it and gives the text for docs/soak.md. Throws when memory grew, or a file was missed or came twice. */
export async function soakScan(args: readonly string[]): Promise<string> {
  const { values } = parseArgs({
    args: [...args],
    options: { files: { type: 'string', default: '20000' }, bucket: { type: 'boolean', default: false } },
  });
  const files = Number(values.files);
  const folder = mkdtempSync(join(tmpdir(), 'likeness-soak-'));
  const storage = await openTestStorage();
  try {
    const pictures = await Promise.all(Array.from({ length: 16 }, (_, n) => aPicture(n)));
    const sources = join(folder, 'pictures');
    const put = values.bucket ? storage.put : writerInto(sources);
    for (let n = 0; n < files; n++) put(`${'a name of usual length '.repeat(3)}${n}.png`, pictures[n % pictures.length] ?? Buffer.alloc(0));
    const out = join(folder, 'out.jsonl');
    const source = values.bucket ? `s3://${storage.bucket}` : sources;
    const first = await scan(source, out, storage.env);
    const again = await scan(source, out, storage.env);
    const names = new Set(readFileSync(out, 'utf8').match(/^\{"file":"[^"]+"/gm));
    if (names.size !== files || again.lines !== files) throw new Error(`${names.size} of ${files} files have ${again.lines} lines`);
    const settled = Math.min(settledFiles / files, 0.5);
    const growth = middle(first, 0.8, 1) - middle(first, settled, settled + 0.2);
    const resident = [0.1, 0.25, 0.5, 0.75, 1].map((part) => `${inMiB(middle(first, part - 0.1, part))} at ${part * 100} %`).join(', ');
    if (growth > mostGrowth) throw new Error(`resident memory grew by ${inMiB(growth)}: ${resident}`);
    return [
      `${files} small ${values.bucket ? 'objects of one bucket' : 'files in one folder'}, each once, in ${Math.round(first.seconds)} s (${Math.round(files / first.seconds)} a second).`,
      `Resident memory of the scan, without its decoders: ${resident}; peak ${inMiB(peak(first))}.`,
      `Gone on with when all were done: ${again.seconds.toFixed(1)} s, peak ${inMiB(peak(again))}.`,
    ].join('\n');
  } finally {
    await storage.close();
    rmSync(folder, { recursive: true });
  }
}

function writerInto(folder: string): (name: string, bytes: Uint8Array) => void {
  mkdirSync(folder);
  return (name, bytes) => writeFileSync(join(folder, name), bytes);
}

async function aPicture(seed: number): Promise<Buffer> {
  const levels = Buffer.from(Array.from({ length: 32 * 32 }, (_, at) => Math.imul((at >> 2) + 999 * seed, 0x9e3779b1) >>> 24));
  return sharp(levels, { raw: { width: 32, height: 32, channels: 1 } })
    .png()
    .toBuffer();
}

async function scan(source: string, out: string, env: Readonly<Record<string, string>>): Promise<Scanned> {
  const began = performance.now();
  const child = spawn(process.execPath, [bin, 'scan', source, '--out', out, '--json'], {
    env: { PATH: '/usr/bin:/bin', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const lines = lineCounter(out);
  const samples: Sample[] = [];
  const timer = setInterval(() => {
    const kib = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${child.pid}/status`, 'latin1'))?.[1];
    if (kib !== undefined) samples.push({ done: lines(), residentBytes: Number(kib) * 1024 });
  }, 1000);
  const [status] = await once(child, 'exit');
  clearInterval(timer);
  if (status !== 0) throw new Error(`likeness scan ended with ${status}`);
  return { samples, seconds: (performance.now() - began) / 1000, lines: lines() };
}

/** Counts the lines of a file that grows, each byte once: with 100,000 of them, counting all anew each second would take half a core from the scan. */
function lineCounter(file: string): () => number {
  const piece = Buffer.alloc(1024 * 1024);
  let count = 0;
  let at = 0;
  return () => {
    const handle = openSync(file, 'a+');
    for (let read = readSync(handle, piece, 0, piece.length, at); read > 0; read = readSync(handle, piece, 0, piece.length, at)) {
      for (let found = piece.indexOf(10); found >= 0 && found < read; found = piece.indexOf(10, found + 1)) count++;
      at += read;
    }
    closeSync(handle);
    return count;
  };
}

/** The median of the resident memory while that part of the files was done. */
function middle({ samples, lines }: Scanned, from: number, to: number): number {
  const part = samples.filter(({ done }) => done >= from * lines && done <= to * lines).map(({ residentBytes }) => residentBytes);
  return part.sort((a, b) => a - b)[part.length >> 1] ?? 0;
}

const peak = ({ samples }: Scanned): number => Math.max(0, ...samples.map(({ residentBytes }) => residentBytes));
const inMiB = (bytes: number): string => `${Math.round(bytes / mebibyte)} MiB`;
