/**
 * How does a file become fingerprints on her device? This worker holds everything it needs once it has said `ready`; from then on it uses
 * no network. It decodes as the server does (spec/fingerprints.md, decode policy): no colour conversion, the camera's orientation applied,
 * full size, no resizing by the browser.
 */
import { type Fingerprint, type Fingerprinter, loadFingerprinter, maxPixels } from '@likeness/fingerprint';
import type { PictureProblem } from '../../components/fingerprint-panel/words.ts';
import { headBytes, pictureFile } from './picture-file.ts';
import type { ReadRequest, WorkerMessage } from './picture-messages.ts';

const mostBytes = 100 * 1024 * 1024;
/** Under this PDQ quality a fingerprint matches nothing (spec/fingerprints.md). */
const leastQuality = 50;
// Some phones give no canvas above 16.7 million pixels (iOS), so a picture is copied out in bands; small ones, since each is there twice.
const bandPixels = 250_000;
/** Share of the progress bar that reading the file takes; decoding and hashing take the rest. */
const readingShare = 0.6;

class Refused extends Error {
  readonly problem: PictureProblem;
  constructor(problem: PictureProblem) {
    super(problem);
    this.problem = problem;
  }
}

const say = (message: WorkerMessage): void => self.postMessage(message);

function context2d(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Refused('out-of-memory');
  context.imageSmoothingEnabled = false;
  return context;
}

/** Whether what is written to a canvas is read back unchanged. Browsers that guard against recognition by canvas change it. */
function canvasIsHonest(): boolean {
  const edge = 64;
  const context = context2d(edge, edge);
  const written = context.createImageData(edge, edge);
  // Every colour channel takes many values; opaque, so that nothing is rounded.
  written.data.forEach((_, at) => {
    written.data[at] = at % 4 === 3 ? 255 : (at * 37 + (at >> 6) * 11) & 255;
  });
  context.putImageData(written, 0, 0);
  const read = context.getImageData(0, 0, edge, edge).data;
  return written.data.every((value, at) => value === read[at]);
}

async function exactFingerprints(fingerprinter: Fingerprinter, file: File, onShare: (share: number) => void): Promise<Fingerprint[]> {
  const exact = fingerprinter.startFile();
  const reader = file.stream().getReader();
  let seen = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    exact.update(next.value);
    seen += next.value.length;
    onShare(seen / file.size);
  }
  return exact.finish();
}

/** Decodes the file and hashes it band by band, so that the pixels are never there twice. Quality 0 where an edge is under 5 pixels. */
async function nearFingerprints(fingerprinter: Fingerprinter, file: File, onShare: (share: number) => void): Promise<Fingerprint[]> {
  const bitmap = await createImageBitmap(file, {
    colorSpaceConversion: 'none',
    imageOrientation: 'from-image',
    premultiplyAlpha: 'none',
  }).catch(() => {
    throw new Refused('damaged');
  });
  try {
    const { width, height } = bitmap;
    if (width * height > maxPixels) throw new Refused('too-many-pixels');
    const bandHeight = Math.min(height, Math.max(1, Math.floor(bandPixels / width)));
    const context = context2d(width, bandHeight);
    const pixels = fingerprinter.startPixels(width, height, 4);
    for (let top = 0; top < height; top += bandHeight) {
      const rows = Math.min(bandHeight, height - top);
      context.clearRect(0, 0, width, bandHeight);
      context.drawImage(bitmap, 0, top, width, rows, 0, 0, width, rows);
      pixels.push(context.getImageData(0, 0, width, rows).data);
      onShare((top + rows) / height);
    }
    // Now, and not when the collector comes.
    context.canvas.width = 0;
    return pixels.finish();
  } finally {
    bitmap.close();
  }
}

async function checkHead(file: File): Promise<void> {
  if (file.size === 0) throw new Refused('damaged');
  if (file.size > mostBytes) throw new Refused('too-large');
  const head = pictureFile(new Uint8Array(await file.slice(0, headBytes).arrayBuffer()));
  if (!('isCmyk' in head)) throw new Refused(head.format === 'other' ? 'unsupported' : head.format);
  // Browsers and servers turn CMYK into RGB differently, and no policy makes them agree.
  if (head.isCmyk) throw new Refused('cmyk');
  if (head.width !== null && head.width * head.height > maxPixels) throw new Refused('too-many-pixels');
}

async function read(fingerprinter: Fingerprinter, { id, file }: ReadRequest): Promise<void> {
  const progress = (share: number): void => say({ kind: 'progress', id, share });
  await checkHead(file);
  const exact = await exactFingerprints(fingerprinter, file, (share) => progress(share * readingShare));
  const near = await nearFingerprints(fingerprinter, file, (share) => progress(readingShare + share * (1 - readingShare)));
  const isPlain = near.some((fingerprint) => (fingerprint.quality ?? 0) < leastQuality);
  say({ kind: 'read', id, fingerprints: isPlain ? exact : [...near, ...exact], isPlain });
}

function problemOf(error: unknown): PictureProblem {
  if (error instanceof Refused) return error.problem;
  return error instanceof RangeError ? 'out-of-memory' : 'damaged';
}

/** V8 runs a kernel's first calls in its slow compiler: use them up before the first picture. */
function warmUp(fingerprinter: Fingerprinter): void {
  fingerprinter.ofPixels(new Uint8ClampedArray(64 * 128 * 4), 128, 64, 4);
}

async function start(): Promise<void> {
  const fingerprinter = await loadFingerprinter();
  warmUp(fingerprinter);
  let turn: Promise<void> = Promise.resolve();
  self.addEventListener('message', (event: MessageEvent<ReadRequest>) => {
    const request = event.data;
    turn = turn
      .then(() => read(fingerprinter, request))
      .catch((error: unknown) => say({ kind: 'refused', id: request.id, problem: problemOf(error) }));
  });
  say({ kind: canvasIsHonest() ? 'ready' : 'distorted' });
}

start().catch(() => say({ kind: 'not-available' }));
