/**
 * How is a vPDQ written down, and read back? The two forms of the reference: text with one line a frame (`vpdq-hash-video`), and JSON
 * (python-threatexchange, the signal string that banks and exchanges carry).
 */
import { isVideoFrame, type VideoFrame } from './frame.ts';

export interface VpdqRead {
  readonly frames: readonly VideoFrame[];
  /** What could not be read, by line of the text or by place in the JSON list, both counted from 1. */
  readonly errors: readonly { readonly line: number; readonly message: string }[];
}

/** `frame number,quality,hex,seconds` and a line end for each frame, seconds with three decimals. */
export function vpdqText(frames: readonly VideoFrame[]): string {
  return frames.map((frame) => `${vpdqLine(frame)}\n`).join('');
}

/** One line of the text form, without its end. */
export function vpdqLine({ number, quality, value, atSeconds }: VideoFrame): string {
  return `${number},${quality},${value},${atSeconds.toFixed(3)}`;
}

/** The frame that a line of the text form describes; undefined when it is not such a line. */
export function frameOfVpdqLine(line: string): VideoFrame | undefined {
  const [, number, quality, value = '', atSeconds] = /^(\d{1,15}),(\d{1,3}),([0-9a-fA-F]{64}),(\d[\d.e+-]{0,30})$/.exec(line) ?? [];
  const frame = { number: Number(number), quality: Number(quality), value: value.toLowerCase(), atSeconds: Number(atSeconds) };
  return isVideoFrame(frame) ? frame : undefined;
}

/** Reads the text form. Empty lines are passed over; a bad line is named and the others are still read. */
export function readVpdqText(text: string): VpdqRead {
  const lines = text.split(/\r?\n/);
  return gather(
    lines.map((line) => (line === '' ? 'nothing' : frameOfVpdqLine(line))),
    'This is not a line of the form frame number,quality,64 hex digits,seconds.',
  );
}

/** The JSON form: a list of `"hex,quality,seconds"`, seconds with three decimals. It has no room for frame numbers. */
export function vpdqJson(frames: readonly VideoFrame[]): string {
  return JSON.stringify(frames.map(({ value, quality, atSeconds }) => `${value},${quality},${atSeconds.toFixed(3)}`));
}

/**
 * Reads the JSON form, and the older one that is an object from frame number to `{quality, hash, timestamp}`. In the list a frame's number is its place.
 * Seconds may have an exponent: python-threatexchange writes them with three significant digits, so that 1234.5 s reads `1.23e+03`.
 */
export function readVpdqJson(json: string): VpdqRead {
  let content: unknown;
  try {
    content = JSON.parse(json);
  } catch {
    return { frames: [], errors: [{ line: 1, message: 'This is not JSON.' }] };
  }
  if (Array.isArray(content)) {
    return gather(content.map(frameOfListEntry), 'This entry is not of the form "64 hex digits,quality,seconds".');
  }
  if (typeof content === 'object' && content !== null) {
    return gather(
      Object.entries(content).map(([number, entry]) => frameOfObjectEntry(number, entry)),
      'This entry is not of the form "frame number": {"quality", "hash", "timestamp"}.',
    );
  }
  return { frames: [], errors: [{ line: 1, message: 'A vPDQ is a JSON list or object.' }] };
}

function frameOfListEntry(entry: unknown, place: number): VideoFrame | undefined {
  if (typeof entry !== 'string') return undefined;
  const [value, quality, atSeconds, ...more] = entry.split(',');
  return more.length > 0 ? undefined : frameOfVpdqLine(`${place},${quality},${value},${atSeconds}`);
}

function frameOfObjectEntry(number: string, entry: unknown): VideoFrame | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  if (!('quality' in entry) || !('hash' in entry) || !('timestamp' in entry)) return undefined;
  return frameOfVpdqLine(`${number},${entry.quality},${entry.hash},${entry.timestamp}`);
}

function gather(read: readonly (VideoFrame | 'nothing' | undefined)[], message: string): VpdqRead {
  const frames: VideoFrame[] = [];
  const errors: { line: number; message: string }[] = [];
  for (const [i, entry] of read.entries()) {
    if (entry === undefined) errors.push({ line: i + 1, message });
    else if (entry !== 'nothing') frames.push(entry);
  }
  return { frames, errors };
}
