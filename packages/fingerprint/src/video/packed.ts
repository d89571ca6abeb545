/**
 * How do the frames of a video travel in a form? As 44 characters a frame: hash and quality, 33 bytes, in the letters of base64url (RFC 4648 §5), which no form
 * writes any longer. Without times and numbers: the vPDQ rule asks for neither.
 */
import { bytesOfHex, hexOfBytes } from '../hex.ts';
import type { VideoFrame } from './frame.ts';
import { type VideoRule, vpdqRule } from './match.ts';

/** What the rule looks at. */
export type PackedFrame = Pick<VideoFrame, 'value' | 'quality'>;

/** Characters of one frame. */
export const packedFrameLength = 44;
const packedBytes = 33;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The frames that count by the rule, each hash once: the others can never be found, and equal ones are found together. */
export function framesThatCount(frames: readonly PackedFrame[], { minQuality }: Pick<VideoRule, 'minQuality'> = vpdqRule): PackedFrame[] {
  const first = new Map<string, PackedFrame>();
  for (const { value, quality } of frames) if (quality >= minQuality && !first.has(value)) first.set(value, { value, quality });
  return [...first.values()];
}

export function packFrames(frames: readonly PackedFrame[]): string {
  return frames.map(packed).join('');
}

/** The frames, or undefined when this is not what `packFrames` writes. */
export function unpackFrames(text: string): PackedFrame[] | undefined {
  if (text.length % packedFrameLength !== 0 || !/^[\w-]*$/.test(text)) return undefined;
  const frames: PackedFrame[] = [];
  for (let at = 0; at < text.length; at += packedFrameLength) {
    const bytes = bytesOfText(text.slice(at, at + packedFrameLength));
    const quality = bytes[packedBytes - 1] ?? 0;
    if (quality > 100) return undefined;
    frames.push({ value: hexOfBytes(bytes.subarray(0, packedBytes - 1)), quality });
  }
  return frames;
}

function packed({ value, quality }: PackedFrame): string {
  const bytes = Uint8Array.of(...bytesOfHex(value), quality);
  let text = '';
  for (let at = 0; at < packedBytes; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (let shift = 18; shift >= 0; shift -= 6) text += letters.charAt((group >> shift) & 63);
  }
  return text;
}

function bytesOfText(text: string): Uint8Array {
  const bytes = new Uint8Array(packedBytes);
  for (let at = 0; at < packedBytes; at += 3) {
    let group = 0;
    for (let i = 0; i < 4; i++) group = (group << 6) | letters.indexOf(text.charAt((at / 3) * 4 + i));
    bytes.set([group >> 16, (group >> 8) & 255, group & 255], at);
  }
  return bytes;
}
