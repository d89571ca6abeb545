/** Does the file hold its picture to the end? Firefox and Safari draw what a cut file lacks in one colour and say nothing; the server refuses it. */

/** Sees the bytes of a file from its first, in pieces of any size. */
export interface PictureEnd {
  see(bytes: Uint8Array): void;
  /** Asked after the last piece. */
  readonly isReached: boolean;
}

/** End of image (ITU T.81 B.1.1.3); a thumbnail within the metadata has one too, before the first scan. */
const endOfImage = [0xff, 0xd9];
/** The last chunk with its checksum, which is always this one (PNG 3rd edition, 5.6). */
const lastChunk = [0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82];

/** No sign begins with its first byte again further in: after a mismatch only that byte can begin it anew. */
function endBySign(sign: readonly number[], metadataBytes: number): PictureEnd {
  const [first = -1] = sign;
  let seen = 0;
  let matched = 0;
  return {
    see(bytes) {
      let at = Math.max(0, metadataBytes - seen);
      seen += bytes.length;
      for (; at < bytes.length && matched < sign.length; at += 1) {
        if (matched === 0) {
          at = bytes.indexOf(first, at);
          if (at === -1) return;
          matched = 1;
        } else if (bytes[at] === sign[matched]) matched += 1;
        else matched = bytes[at] === first ? 1 : 0;
      }
    },
    get isReached() {
      return matched === sign.length;
    },
  };
}

/** From block to block (GIF89a, 15 to 27): yields how many bytes to leave out, gets the one after them. Ends at the trailer. */
function* gifBlocks(): Generator<number, void, number> {
  const tableBytes = (packed: number): number => (packed & 0x80 ? 3 << ((packed & 7) + 1) : 0);
  let leaveOut = 2 + tableBytes(yield 10);
  for (;;) {
    const block = yield leaveOut;
    if (block === 0x3b) return;
    // What is neither a picture nor an extension leads nowhere.
    if (block !== 0x2c && block !== 0x21) return void (yield Number.POSITIVE_INFINITY);
    let length = yield block === 0x2c ? 1 + tableBytes(yield 8) : 1;
    while (length !== 0) length = yield length;
    leaveOut = 0;
  }
}

function endOfGif(): PictureEnd {
  const blocks = gifBlocks();
  let turn = blocks.next();
  let next = turn.done === true ? 0 : turn.value;
  let seen = 0;
  return {
    see(bytes) {
      while (turn.done !== true && next < seen + bytes.length) {
        turn = blocks.next(bytes[next - seen] ?? 0);
        if (turn.done !== true) next += 1 + turn.value;
      }
      seen += bytes.length;
    },
    get isReached() {
      return turn.done === true;
    },
  };
}

const known = (isReached: boolean): PictureEnd => ({ see: () => {}, isReached });

/**
 * Of a file whose first bytes are `head` and which is `size` bytes long. What follows the picture is left alone, as the films are that some phones append. An AVIF
 * is left to its decoder, and so is a JPEG whose head does not reach its first scan.
 */
export function pictureEnd(format: string, head: Uint8Array, size: number): PictureEnd {
  if (format === 'png') return endBySign(lastChunk, 0);
  if (format === 'gif') return endOfGif();
  if (format === 'webp') {
    const riffSize = new DataView(head.buffer, head.byteOffset, head.byteLength).getUint32(4, true);
    return known(size >= riffSize + 8);
  }
  const scan = format === 'jpeg' ? firstScan(head) : null;
  return scan === null ? known(true) : endBySign(endOfImage, scan);
}

/** Where the segments before the first start of scan end; null where the head does not reach it. */
function firstScan(head: Uint8Array): number | null {
  for (let at = 2; at + 3 < head.length; ) {
    const marker = head[at + 1] ?? 0;
    if (head[at] !== 0xff) return null;
    if (marker === 0xda) return at;
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) at += 2;
    else at += 2 + (head[at + 2] ?? 0) * 256 + (head[at + 3] ?? 0);
  }
  return null;
}
