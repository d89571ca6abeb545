/**
 * The program that decodes hostile files: one job at a time, in a process of its own. It gets a file's bytes in frames on standard input and gives
 * back fingerprints, a small preview or a reason on standard output. It opens nothing, writes nothing, and ends when its input ends.
 */
import { type FileInProgress, loadFingerprinter } from '@likeness/fingerprint';
import sharp from 'sharp';
import { DecodeError } from './decode-error.ts';
import { formatOf, signatureBytes } from './file-format.ts';
import { heicReader } from './heic.ts';
import type { FoundFingerprints, Ready, Refused } from './job.ts';
import { fingerprintsOf, hardenDecoder, previewOf, type Readers } from './picture.ts';
import { type FrameKind, FrameReader, headerOf } from './pipe-frames.ts';
import { type Job, jobOf } from './read-job.ts';
import { dropRoot } from './root.ts';

interface JobUnderWay {
  readonly job: Job;
  readonly file: FileInProgress;
  readonly chunks: Buffer[];
  receivedBytes: number;
  isAnswered: boolean;
}

// A terminal's Ctrl-C and a service manager's stop reach every process of the service. The server decides when the child ends: by closing its input.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});

hardenDecoder();
const readers: Readers = { fingerprinter: await loadFingerprinter(), heic: heicReader() };
await warmUp();
const ready: Ready = { hasDroppedRoot: dropRoot() };
send('ready', ready);

const reader = new FrameReader(['job', 'chunk', 'end', 'abort']);
let underWay: JobUnderWay | undefined;
for await (const piece of process.stdin) {
  for (const { kind, payload } of reader.push(piece)) {
    if (kind === 'job') underWay = begin(payload);
    else if (underWay !== undefined) {
      if (kind === 'chunk') take(underWay, payload);
      else if (kind === 'end') await finish(underWay);
      else refuse(underWay, new DecodeError('image/damaged'));
      if (kind !== 'chunk') underWay = undefined;
    }
  }
}

function begin(payload: Buffer): JobUnderWay {
  return { job: jobOf(payload), file: readers.fingerprinter.startFile(), chunks: [], receivedBytes: 0, isAnswered: false };
}

/** Keeps the bytes and hashes them on the way. A file that is no picture is refused at its first bytes, the rest is let go by. */
function take(under: JobUnderWay, chunk: Buffer): void {
  if (under.isAnswered) return;
  under.file.update(chunk);
  under.chunks.push(chunk);
  const before = under.receivedBytes;
  under.receivedBytes += chunk.length;
  if (before < signatureBytes && under.receivedBytes >= signatureBytes && formatOf(Buffer.concat(under.chunks)) === undefined) {
    refuse(under, new DecodeError('image/unsupported-type'));
  }
}

async function finish(under: JobUnderWay): Promise<void> {
  if (under.isAnswered) return;
  const { job, file, chunks } = under;
  const bytes = Buffer.concat(chunks);
  chunks.length = 0;
  try {
    if (job.kind === 'preview') send('preview', await previewOf(bytes, job.maxPixels, job, readers));
    else {
      const found = await fingerprintsOf(bytes, job.maxPixels, job.mode, readers, job.derived);
      send('fingerprints', { ...found, fingerprints: [...found.fingerprints, ...file.finish()] });
    }
    under.isAnswered = true;
  } catch (error) {
    refuse(under, error);
  }
}

function refuse(under: JobUnderWay, error: unknown): void {
  if (under.isAnswered) return;
  under.isAnswered = true;
  under.chunks.length = 0;
  if (!(error instanceof DecodeError)) throw error;
  const refused: Refused = { code: error.code };
  send('refused', refused);
}

function send(kind: FrameKind, content: Buffer | Ready | FoundFingerprints | Refused): void {
  const payload = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content));
  process.stdout.write(headerOf(kind, payload.length));
  process.stdout.write(payload);
}

/** Everything that is loaded at first use is loaded now, while files may still be opened with the user's own rights. */
async function warmUp(): Promise<void> {
  const blank = sharp({ create: { width: 16, height: 16, channels: 3, background: '#777' } });
  for (const bytes of [
    await blank.clone().jpeg().toBuffer(),
    await blank.clone().png().toBuffer(),
    await blank.clone().webp().toBuffer(),
    await blank.clone().gif().toBuffer(),
  ]) {
    await fingerprintsOf(bytes, 256, 'fast', readers);
    await previewOf(bytes, 256, { maxEdge: 8, blur: true, greyscale: true }, readers);
  }
}
