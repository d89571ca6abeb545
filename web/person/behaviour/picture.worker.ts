/**
 * How does a file become fingerprints on her device? This worker holds everything it needs once it has said `ready`; from then on it uses
 * no network. It decodes as the server does (spec/fingerprints.md, decode policy): no colour conversion, the camera's orientation applied,
 * full size, no resizing by the browser.
 */
import { type Fingerprint, loadFingerprinter, maxPixels, type PlainFingerprinter, plainFingerprinter } from '@likeness/fingerprint';
import type { PictureProblem } from '../../components/fingerprint-panel/words.ts';
import { type HeicReader, loadHeicReader } from './heic-rows.ts';
import { warmUpHeic } from './heic-warm-up.ts';
import { type PictureEnd, pictureEnd } from './picture-end.ts';
import { headBytes, pictureFile } from './picture-file.ts';
import type { LoadHeic, ReadRequest, WorkerMessage } from './picture-messages.ts';

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

const testEdge = 64;
/** Every colour channel takes many values; opaque, so that nothing is rounded. */
function testPicture(): ImageData {
  const picture = new ImageData(testEdge, testEdge);
  picture.data.forEach((_, at) => {
    picture.data[at] = at % 4 === 3 ? 255 : (at * 37 + (at >> 6) * 11) & 255;
  });
  return picture;
}

/** Whether what is written to a canvas is read back unchanged. Browsers that guard against recognition by canvas change it. */
function canvasIsHonest(): boolean {
  const context = context2d(testEdge, testEdge);
  const written = testPicture();
  context.putImageData(written, 0, 0);
  const read = context.getImageData(0, 0, testEdge, testEdge).data;
  return written.data.every((value, at) => value === read[at]);
}

/** What the worker has ready before it says so. */
interface Tools {
  readonly fingerprinter: PlainFingerprinter;
  readonly readsFrames: boolean;
  /** Once she has said that she has HEIC pictures. */
  heic: HeicReader | null;
}

/** Throws Refused where the file ends before its picture does. */
async function exactFingerprints(
  fingerprinter: PlainFingerprinter,
  file: File,
  end: PictureEnd,
  onShare: (share: number) => void,
): Promise<Fingerprint[]> {
  const exact = fingerprinter.startFile();
  const reader = file.stream().getReader();
  let seen = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    exact.update(next.value);
    end.see(next.value);
    seen += next.value.length;
    onShare(seen / file.size);
  }
  if (!end.isReached) throw new Refused('damaged');
  return exact.finish();
}

/** The rows of one picture, as red, green, blue and a fourth byte. What `read` gives is overwritten by its next call. */
interface Rows {
  read(top: number, rows: number): Promise<Uint8Array | Uint8ClampedArray>;
  close(): void;
}

function rowsByCanvas(bitmap: ImageBitmap, bandHeight: number): Rows {
  const { width } = bitmap;
  const context = context2d(width, bandHeight);
  return {
    async read(top, rows) {
      context.clearRect(0, 0, width, bandHeight);
      context.drawImage(bitmap, 0, top, width, rows, 0, 0, width, rows);
      return context.getImageData(0, 0, width, rows).data;
    },
    close() {
      // Now, and not when the collector comes.
      context.canvas.width = 0;
    },
  };
}

/**
 * Reads every band into one array that is used again, where the canvas makes a new one each time. Undefined where the browser lacks it, or copies a picture
 * that the camera says to turn as it was stored and only says so (`rotation`, `flip`): the canvas turns it.
 */
function rowsByFrame(bitmap: ImageBitmap, bandHeight: number): Rows | undefined {
  const { width, height } = bitmap;
  if (!('VideoFrame' in self)) return undefined;
  const frame = new VideoFrame(bitmap, { timestamp: 0, alpha: 'discard' });
  const isAsShown = Reflect.get(frame, 'rotation') === 0 && Reflect.get(frame, 'flip') === false;
  if (!isAsShown || frame.codedWidth !== width || frame.codedHeight !== height) {
    frame.close();
    return undefined;
  }
  const band = new Uint8Array(width * bandHeight * 4);
  return {
    async read(top, rows) {
      const some = band.subarray(0, width * rows * 4);
      await frame.copyTo(some, {
        rect: { x: 0, y: top, width, height: rows },
        format: 'RGBX',
        layout: [{ offset: 0, stride: width * 4 }],
      });
      return some;
    },
    close: () => frame.close(),
  };
}

/** Whether rows read by frame are those that were written: asked of a small picture, since browsers differ in what they can copy. */
async function framesAreHonest(): Promise<boolean> {
  try {
    const written = testPicture();
    const bitmap = await createImageBitmap(written, { colorSpaceConversion: 'none', premultiplyAlpha: 'none' });
    const rows = rowsByFrame(bitmap, testEdge / 2);
    if (rows === undefined) return false;
    const read = [...(await rows.read(0, testEdge / 2)), ...(await rows.read(testEdge / 2, testEdge / 2))];
    rows.close();
    bitmap.close();
    return written.data.every((value, at) => at % 4 === 3 || value === read[at]);
  } catch {
    return false;
  }
}

/** The browser decodes beside this worker, which reads the file for its digests meanwhile (bench/README.md). */
const decoded = (file: File, refusal: PictureProblem): Promise<ImageBitmap> =>
  createImageBitmap(file, { colorSpaceConversion: 'none', imageOrientation: 'from-image', premultiplyAlpha: 'none' }).catch(() => {
    throw new Refused(refusal);
  });

/** Hashes a picture band by band, so that the pixels are never there twice. Quality 0 where an edge is under 5 pixels. */
async function nearFingerprints(
  { fingerprinter, readsFrames }: Tools,
  decoding: Promise<ImageBitmap>,
  isOpaque: boolean,
  onShare: (share: number) => void,
): Promise<Fingerprint[]> {
  const bitmap = await decoding;
  let bands: Rows | undefined;
  try {
    const { width, height } = bitmap;
    if (width * height > maxPixels) throw new Refused('too-many-pixels');
    const bandHeight = Math.min(height, Math.max(1, Math.floor(bandPixels / width)));
    bands = (isOpaque && readsFrames ? rowsByFrame(bitmap, bandHeight) : undefined) ?? rowsByCanvas(bitmap, bandHeight);
    const pixels = fingerprinter.startPixels(width, height, 4);
    for (let top = 0; top < height; top += bandHeight) {
      const rows = Math.min(bandHeight, height - top);
      pixels.push(await bands.read(top, rows));
      onShare((top + rows) / height);
    }
    return pixels.finish();
  } finally {
    bands?.close();
    bitmap.close();
  }
}

/** The same of a HEIC picture, whose pixels come from its own decoder. Throws Refused. */
function nearFingerprintsOfHeic({ fingerprinter, heic }: Tools, bytes: Uint8Array): Fingerprint[] {
  if (heic === null) throw new Refused('heic');
  const found = heic(bytes, maxPixels, ({ width, height, channels, stride, data }) => {
    const pixels = fingerprinter.startPixels(width, height, channels);
    for (let y = 0; y < height; y += 1) pixels.push(data.subarray(y * stride, y * stride + width * channels));
    return pixels.finish();
  });
  if (found === 'damaged' || found === 'too-many-pixels') throw new Refused(found);
  return found;
}

interface Checked {
  readonly decoder: 'heic' | 'browser';
  /** What is said where the browser cannot decode it. Not all browsers know AVIF. */
  readonly refusal: PictureProblem;
  /** Known to be without alpha. */
  readonly isOpaque: boolean;
  readonly end: PictureEnd;
}

/** Which decoder it needs, and what is known before it decodes. Throws Refused. */
async function checkHead(file: File): Promise<Checked> {
  if (file.size === 0) throw new Refused('damaged');
  if (file.size > mostBytes) throw new Refused('too-large');
  const bytes = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
  const head = pictureFile(bytes);
  const end = pictureEnd(head.format, bytes, file.size);
  if (head.format === 'heic') return { decoder: 'heic', refusal: 'damaged', isOpaque: false, end };
  if (!('isCmyk' in head)) throw new Refused(head.format === 'other' ? 'unsupported' : head.format);
  // Browsers and servers turn CMYK into RGB differently, and no policy makes them agree.
  if (head.isCmyk) throw new Refused('cmyk');
  if (head.width !== null && head.width * head.height > maxPixels) throw new Refused('too-many-pixels');
  const refusal = head.format === 'avif' ? 'unsupported' : 'damaged';
  return { decoder: 'browser', refusal, isOpaque: head.format === 'jpeg', end };
}

async function read(tools: Tools, { id, file }: ReadRequest): Promise<void> {
  const progress = (share: number): void => say({ kind: 'progress', id, share });
  const { decoder, refusal, isOpaque, end } = await checkHead(file);
  if (decoder === 'heic' && tools.heic === null) throw new Refused('heic');
  const decoding = decoder === 'heic' ? null : decoded(file, refusal);
  // It is awaited below, and may be refused before.
  decoding?.catch(() => {});
  const exact = await exactFingerprints(tools.fingerprinter, file, end, (share) => progress(share * readingShare)).catch(
    (error: unknown) => {
      decoding?.then((bitmap) => bitmap.close()).catch(() => {});
      throw error;
    },
  );
  const near =
    decoding === null
      ? nearFingerprintsOfHeic(tools, new Uint8Array(await file.arrayBuffer()))
      : await nearFingerprints(tools, decoding, isOpaque, (share) => progress(readingShare + share * (1 - readingShare)));
  const isPlain = near.some((fingerprint) => (fingerprint.quality ?? 0) < leastQuality);
  say({ kind: 'read', id, fingerprints: isPlain ? exact : [...near, ...exact], isPlain });
}

function problemOf(error: unknown): PictureProblem {
  if (error instanceof Refused) return error.problem;
  return error instanceof RangeError ? 'out-of-memory' : 'damaged';
}

/** V8 runs a kernel's first calls in its slow compiler: use them up before the first picture. */
function warmUp(fingerprinter: PlainFingerprinter): void {
  fingerprinter.ofPixels(new Uint8ClampedArray(64 * 128 * 4), 128, 64, 4);
}

async function loadHeic(tools: Tools, { heic }: LoadHeic): Promise<void> {
  tools.heic ??= await loadHeicReader(heic).catch(() => null);
  say({ kind: 'heic', isLoaded: tools.heic !== null });
  // Said before, so that she reads it meanwhile. Decoded by the slow compiler the first photograph takes twice as long as the next (bench/README.md).
  if (tools.heic !== null)
    nearFingerprintsOfHeic(
      tools,
      Uint8Array.from(atob(warmUpHeic), (sign) => sign.charCodeAt(0)),
    );
}

async function start(): Promise<void> {
  // Without WebAssembly, as in Lockdown Mode of Safari, the same bits come from slower code.
  const kernels = await loadFingerprinter().catch(() => null);
  const fingerprinter = kernels ?? plainFingerprinter();
  warmUp(fingerprinter);
  const tools: Tools = { fingerprinter, readsFrames: await framesAreHonest(), heic: null };
  let turn: Promise<void> = Promise.resolve();
  self.addEventListener('message', (event: MessageEvent<ReadRequest | LoadHeic>) => {
    const request = event.data;
    if ('heic' in request) {
      void loadHeic(tools, request);
      return;
    }
    turn = turn
      .then(() => read(tools, request))
      .catch((error: unknown) => say({ kind: 'refused', id: request.id, problem: problemOf(error) }));
  });
  const ready = kernels === null ? 'slow' : 'ready';
  say({ kind: canvasIsHonest() ? ready : 'distorted' });
}

start().catch(() => say({ kind: 'not-available' }));
