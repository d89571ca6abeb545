/**
 * Which frames of an H.264 film need no decoding? Of a film in MP4, ffprobe lists where each frame's bytes lie and when it is shown; those that are neither
 * hashed nor referred to (nal_ref_idc 0: ITU-T H.264, 7.4.1) are left out, and the others travel to ffmpeg under stamps of their own. What is hashed is the
 * same to the bit: whatever is out of the ordinary here has the whole film decoded instead. Nothing is started or read here.
 */
import type { ProbedVideo, TimelineEntry } from './video-ffmpeg.ts';

/** More than an hour at 25 frames a second; a longer film is decoded whole. */
const mostPackets = 100_000;
/** Those of larger frames would not fit the header of the container that takes them to ffmpeg. */
const largestPacket = 0xff_ff_00;
/** What a frame may stand behind its place in the file; encoders use up to 16. */
const furthestBehind = 1024;

/** Whether it is worth asking where its frames lie: only films whose frames are shown in another order than they are stored have some that no other needs. */
export function maySpareFrames({ codec, formatName, isProgressive, isReordered, frames }: ProbedVideo): boolean {
  return (
    codec === 'h264' &&
    formatName.split(',').includes('mp4') &&
    isProgressive &&
    isReordered &&
    frames !== undefined &&
    frames <= mostPackets
  );
}

export interface StoredFrame {
  readonly at: number;
  readonly bytes: number;
  /** A frame that is hashed is decoded whatever it says of itself. */
  readonly isHashed: boolean;
  /** By which ffmpeg knows it again: twice its place in the order of showing, odd where it is hashed. Never before `storedStamp`. */
  readonly shownStamp: number;
  /** Twice its place in the file. */
  readonly storedStamp: number;
}

export interface FilmIndex {
  /** In the order of the file. */
  readonly stored: readonly StoredFrame[];
  /** What is hashed, by its stamp: the first frame of each second by the film's own clock. */
  readonly hashed: ReadonlyMap<number, TimelineEntry>;
}

/** Collects ffprobe's lines (`packetArguments`). */
export class FilmIndexReader {
  readonly #packets: { readonly shown: bigint; readonly stored: bigint; readonly at: number; readonly bytes: number }[] = [];
  #isOrdinary = true;

  /** Takes a line; false once this film will not do. */
  take(line: string): boolean {
    this.#isOrdinary &&= line === '' || this.#takesPacket(line);
    return this.#isOrdinary;
  }

  /** The index; undefined where the film is to be decoded whole. */
  finish({ startMicroseconds, timeBase }: Pick<ProbedVideo, 'startMicroseconds' | 'timeBase'>): FilmIndex | undefined {
    if (!this.#isOrdinary || timeBase === undefined) return undefined;
    const [numerator, denominator] = [BigInt(timeBase[0]), BigInt(timeBase[1])];
    // As ffmpeg does: the start is taken off in the film's own ticks, and only then are they made milliseconds.
    const start = rounded(BigInt(startMicroseconds) * denominator, 1_000_000n * numerator);
    const milliseconds = (shown: bigint): number => Number(rounded((shown - start) * 1000n * numerator, denominator));
    const inOrder = this.#packets.map(({ shown }, place) => ({ shown, place })).sort((a, b) => (a.shown < b.shown ? -1 : 1));
    const shownAs: number[] = [];
    const furthest = inOrder.reduce((most, { place }, number) => Math.max(most, place - number), 0);
    if (furthest > furthestBehind || inOrder[0]?.place !== 0) return undefined;
    const hashed = new Map<number, TimelineEntry>();
    let secondBefore: number | undefined;
    for (const [number, { shown, place }] of inOrder.entries()) {
      if (shown === inOrder[number + 1]?.shown) return undefined;
      const at = milliseconds(shown);
      const second = Math.floor(at / 1000);
      const isHashed = second !== secondBefore;
      const stamp = 2 * (number + furthest) + Number(isHashed);
      if (isHashed) hashed.set(stamp, { number, atSeconds: Math.max(0, at) / 1000 });
      secondBefore = second;
      shownAs[place] = stamp;
    }
    const stored = this.#packets.map(({ at, bytes }, place) => {
      const shownStamp = shownAs[place] ?? 0;
      return { at, bytes, isHashed: hashed.has(shownStamp), shownStamp, storedStamp: 2 * place };
    });
    return { stored, hashed };
  }

  #takesPacket(line: string): boolean {
    const [, shown, stored, bytes, at] = packetLine.exec(line) ?? [];
    if (shown === undefined || stored === undefined || this.#packets.length >= mostPackets) return false;
    const packet = { shown: BigInt(shown), stored: BigInt(stored), bytes: Number(bytes), at: Number(at) };
    const before = this.#packets.at(-1);
    const isInOrder = before === undefined || before.stored < packet.stored;
    return isInOrder && packet.bytes > 0 && packet.bytes < largestPacket && this.#packets.push(packet) > 0;
  }
}

// What else may stand in such a line (no time, to be thrown away, another configuration from here on: `side_data`) makes the film one that is decoded whole.
const packetLine = /^packet\|pts=(-?\d{1,18})\|dts=(-?\d{1,18})\|size=(\d{1,9})\|pos=(\d{1,15})\|flags=[K_]_{1,2}$/;

/** The nearest whole number, halves away from zero. */
function rounded(numerator: bigint, denominator: bigint): bigint {
  const size = numerator < 0n ? -numerator : numerator;
  const nearest = (2n * size + denominator) / (2n * denominator);
  return numerator < 0n ? -nearest : nearest;
}

/** NAL unit types (ITU-T H.264, table 7-1). */
const slice = 1;
const sliceOfKeyframe = 5;
const supplement = 6;
const delimiter = 9;
const filler = 12;

/**
 * What a frame's bytes say of it (ISO 14496-15, 5.3.3: parts with their lengths before them, `configuration` says how many bytes those have): `unneeded` where no other refers to it, `needed`, `keyframe` where decoding may begin with it; undefined where it holds
 * something that might change how others are decoded, or its parts are not as long as they say.
 */
export function needFor(frame: Uint8Array, configuration: Uint8Array): 'unneeded' | 'needed' | 'keyframe' | undefined {
  const lengthBytes = ((configuration[4] ?? 0) & 3) + 1;
  let isReferredTo = false;
  let slices = 0;
  let keyframeSlices = 0;
  for (let at = 0; at < frame.length; ) {
    let length = 0;
    for (let i = 0; i < lengthBytes; i++) length = length * 256 + (frame[at + i] ?? 0);
    at += lengthBytes;
    const header = frame[at];
    if (header === undefined || length === 0 || at + length > frame.length) return undefined;
    const type = header & 31;
    if (type === slice || type === sliceOfKeyframe) {
      slices++;
      isReferredTo ||= (header & 0x60) !== 0;
      if (type === sliceOfKeyframe) keyframeSlices++;
    } else if (type !== supplement && type !== delimiter && type !== filler) return undefined;
    at += length;
  }
  if (slices === 0) return undefined;
  if (keyframeSlices > 0) return keyframeSlices === slices ? 'keyframe' : undefined;
  return isReferredTo ? 'needed' : 'unneeded';
}

/** How FLV begins: the signature, with pictures and without sound, and the size before the first tag. */
const flvHeader = Buffer.from([0x46, 0x4c, 0x56, 1, 1, 0, 0, 0, 9, 0, 0, 0, 0]);
const tagHeaderBytes = 11;
const pictureHeaderBytes = 5;

/** The beginning of the stream that takes frames to ffmpeg (Adobe Flash Video File Format 10.1, annex E): the decoder's configuration record. */
export function streamStart(configuration: Uint8Array): Buffer {
  return Buffer.concat([flvHeader, tag(configuration, 0x17, 0, 0, 0)]);
}

/** A frame in that stream. */
export function streamedFrame(frame: Uint8Array, { storedStamp, shownStamp }: StoredFrame, isKeyframe: boolean): Buffer {
  return tag(frame, isKeyframe ? 0x17 : 0x27, 1, storedStamp, shownStamp - storedStamp);
}

function tag(content: Uint8Array, kind: number, packetType: number, stamp: number, delay: number): Buffer {
  const size = pictureHeaderBytes + content.length;
  const whole = Buffer.allocUnsafe(tagHeaderBytes + size + 4);
  whole[0] = 9;
  whole.writeUIntBE(size, 1, 3);
  whole.writeUIntBE(stamp & 0xff_ff_ff, 4, 3);
  whole[7] = stamp >>> 24;
  whole.writeUIntBE(0, 8, 3);
  whole[11] = kind;
  whole[12] = packetType;
  whole.writeUIntBE(delay, 13, 3);
  whole.set(content, 16);
  whole.writeUInt32BE(tagHeaderBytes + size, tagHeaderBytes + size);
  return whole;
}
