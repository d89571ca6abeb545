/** How do the server and a decoder child talk? Frames over pipes: one byte of kind, four bytes of length, the payload. */

/** Towards the child: `job`, then `chunk`s, then `end` or `abort`. From the child: `ready` once, then exactly one of the last three per job. */
export const frameKinds = { ready: 1, job: 2, chunk: 3, end: 4, abort: 5, fingerprints: 6, preview: 7, refused: 8 } as const;

export type FrameKind = keyof typeof frameKinds;

export interface Frame {
  readonly kind: FrameKind;
  readonly payload: Buffer;
}

/** The largest payload of each kind. What a child may send back is small on purpose: it decodes hostile files, and no pixels may leave it. */
const largestPayload: Readonly<Record<FrameKind, number>> = {
  ready: 1024,
  job: 1024,
  chunk: 256 * 1024,
  end: 0,
  abort: 0,
  // The whole, turns and 35 derived views, of three frames at most the first two: 59 values of some 130 bytes.
  fingerprints: 16 * 1024,
  preview: 8 * 1024 * 1024,
  refused: 1024,
};

/** The most bytes that one chunk frame carries. */
export const chunkBytes = largestPayload.chunk;

const headerBytes = 5;

export function headerOf(kind: FrameKind, payloadBytes: number): Buffer {
  const header = Buffer.alloc(headerBytes);
  header[0] = frameKinds[kind];
  header.writeUInt32LE(payloadBytes, 1);
  return header;
}

/** The other side does not keep to the frames. It can no longer be trusted to. */
export class FrameBroken extends Error {
  override readonly name = 'FrameBroken';
}

/** Cuts a stream of bytes into frames, of the kinds that this side accepts. Holds at most one unfinished frame. */
export class FrameReader {
  readonly #accepts: ReadonlySet<FrameKind>;
  #pieces: Buffer[] = [];
  #held = 0;
  #wanted = headerBytes;
  #kind: FrameKind | undefined;

  constructor(accepts: readonly FrameKind[]) {
    this.#accepts = new Set(accepts);
  }

  /** The frames that this piece completes. Throws FrameBroken at an unknown kind or a payload above its limit, before holding it. */
  *push(piece: Buffer): Generator<Frame> {
    this.#pieces.push(piece);
    this.#held += piece.length;
    while (this.#held >= this.#wanted) {
      const bytes = this.#take(this.#wanted);
      if (this.#kind === undefined) {
        const kind = kindOf(bytes[0]);
        const length = bytes.readUInt32LE(1);
        if (kind === undefined || !this.#accepts.has(kind)) throw new FrameBroken(`No frame of kind ${bytes[0]} is expected here.`);
        if (length > largestPayload[kind]) throw new FrameBroken(`A frame ${kind} of ${length} bytes is too large.`);
        this.#kind = kind;
        this.#wanted = length;
      } else {
        const frame = { kind: this.#kind, payload: bytes };
        this.#kind = undefined;
        this.#wanted = headerBytes;
        yield frame;
      }
    }
  }

  #take(length: number): Buffer {
    const all = this.#pieces.length === 1 && this.#pieces[0] !== undefined ? this.#pieces[0] : Buffer.concat(this.#pieces);
    this.#pieces = [all.subarray(length)];
    this.#held -= length;
    return all.subarray(0, length);
  }
}

function kindOf(byte: number | undefined): FrameKind | undefined {
  for (const kind of Object.keys(frameKinds)) {
    if (isFrameKind(kind) && frameKinds[kind] === byte) return kind;
  }
  return undefined;
}

function isFrameKind(name: string): name is FrameKind {
  return Object.hasOwn(frameKinds, name);
}
