/**
 * Where are a video's bytes while ffmpeg reads them? A reader of video must be able to seek (an MP4 may have its index at the end), and nothing received
 * may be written to disk: so what is sent is held in memory, as a file without a name; what is a file already is read where it lies.
 */
import { createHash, randomUUID } from 'node:crypto';
import { constants, type FileHandle, open, unlink } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Fingerprint } from '@likeness/fingerprint';
import { systemErrorCode } from '../config/refusal.ts';
import { nobody } from './root.ts';
import { VideoError } from './video-error.ts';
import { looksLikeVideo, videoSignatureBytes } from './video-format.ts';

/** Bytes that are sent, or a file that the operator names. */
export type VideoSource = { readonly bytes: AsyncIterable<Uint8Array> } | { readonly file: string };

export interface SourceLimits {
  /** The most that is held in memory of one video. */
  readonly maxBytes: number;
  /** The largest file that is read where it lies. */
  readonly maxFileBytes: number;
}

export interface HeldVideo {
  readonly sizeBytes: number;
  /** SHA-256 and MD5 of the bytes. Of what was sent they are known already; a file is read for them at the first call, beside its decoding. */
  exact(): Promise<Fingerprint[]>;
  close(): Promise<void>;
}

/** Who will read the video: lets it open the file by its name; false when it may not. */
export type HandOver = (file: string) => Promise<boolean>;

/** A file system in memory, of Linux. Its files are never written to a disk, except where the operator lets the system swap. */
const memoryFolder = '/dev/shm';
const pieceBytes = 256 * 1024;

/**
 * Takes hold of a video, and hands it over to be read. A file that the reader may not open, having given up root, is held in memory too.
 * Rejects with a VideoError, or with the source's own error.
 */
export async function holdVideo(source: VideoSource, limits: SourceLimits, handOver: HandOver): Promise<HeldVideo> {
  if ('bytes' in source) return receive(source.bytes, limits.maxBytes, handOver);
  const file = await open(source.file, constants.O_RDONLY);
  try {
    const { size } = await file.stat();
    if (size > limits.maxFileBytes) throw new VideoError('video/too-large');
    await refuseOthers(file);
    if (await handOver(resolve(source.file))) return held(file, size, () => digestsOf(file));
  } catch (error) {
    await file.close();
    throw error;
  }
  return receive(file.createReadStream(), limits.maxBytes, handOver);
}

async function receive(bytes: AsyncIterable<Uint8Array>, maxBytes: number, handOver: HandOver): Promise<HeldVideo> {
  const memory = await createNameless(handOver);
  try {
    const digests = new Digests();
    let sizeBytes = 0;
    for await (const piece of bytes) {
      sizeBytes += piece.length;
      if (sizeBytes > maxBytes) throw new VideoError('video/too-large');
      digests.update(piece);
      await writeAll(memory, piece);
    }
    await refuseOthers(memory);
    const found = digests.finish();
    return held(memory, sizeBytes, async () => found);
  } catch (error) {
    await memory.close();
    throw error;
  }
}

/** A file whose name is gone as soon as the reader has opened it, still empty; it is gone itself when the last descriptor closes. */
async function createNameless(handOver: HandOver): Promise<FileHandle> {
  const name = `${memoryFolder}/likeness-${randomUUID()}`;
  let memory: FileHandle;
  try {
    memory = await open(name, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW, 0o600);
  } catch {
    throw new VideoError('video/unavailable', `Videos that are sent are held in ${memoryFolder}, which this server cannot use.`);
  }
  try {
    // Readable by the reader alone, writable through this descriptor alone.
    if (process.getuid?.() === 0) await memory.chown(nobody, nobody);
    await memory.chmod(0o400);
    if (!(await handOver(name))) throw new VideoError('decode/crashed');
    return memory;
  } catch (error) {
    await memory.close();
    throw error;
  } finally {
    await unlink(name);
  }
}

/** Refuses what does not begin like a video before any program sees a byte of it. */
async function refuseOthers(file: FileHandle): Promise<void> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(videoSignatureBytes), 0, videoSignatureBytes, 0);
  if (!looksLikeVideo(buffer.subarray(0, bytesRead))) throw new VideoError('video/unsupported-type');
}

async function writeAll(memory: FileHandle, piece: Uint8Array): Promise<void> {
  try {
    for (let at = 0; at < piece.length; ) at += (await memory.write(piece, at)).bytesWritten;
  } catch (error) {
    if (systemErrorCode(error) === 'ENOSPC')
      throw new VideoError('decode/busy', `There is no room left in ${memoryFolder} for another video.`);
    throw error;
  }
}

function held(file: FileHandle, sizeBytes: number, exact: () => Promise<Fingerprint[]>): HeldVideo {
  let once: Promise<Fingerprint[]> | undefined;
  return {
    sizeBytes,
    exact() {
      once ??= exact();
      return once;
    },
    close: () => file.close(),
  };
}

async function digestsOf(file: FileHandle): Promise<Fingerprint[]> {
  const digests = new Digests();
  const piece = Buffer.allocUnsafe(pieceBytes);
  for (let at = 0; ; ) {
    const { bytesRead } = await file.read(piece, 0, piece.length, at);
    if (bytesRead === 0) return digests.finish();
    digests.update(piece.subarray(0, bytesRead));
    at += bytesRead;
  }
}

/** By Node's own OpenSSL: at the sizes of videos its speed counts, and no browser takes part. */
class Digests {
  readonly #sha256 = createHash('sha256');
  readonly #md5 = createHash('md5');

  update(piece: Uint8Array): void {
    this.#sha256.update(piece);
    this.#md5.update(piece);
  }

  finish(): Fingerprint[] {
    return [
      { kind: 'sha256', variant: 'whole', value: this.#sha256.digest('hex') },
      { kind: 'md5', variant: 'whole', value: this.#md5.digest('hex') },
    ];
  }
}
