/** What is a vPDQ? The PDQ of some frames of a video, each with its quality and its place in time (facebook/ThreatExchange, `vpdq/README.md`). */

export interface VideoFrame {
  /** Counted from 0 over all frames of the video, the ones not hashed included. */
  readonly number: number;
  /** Place in the video. The text forms keep milliseconds. */
  readonly atSeconds: number;
  /** 0 to 100; under 50 a frame is too featureless to be matched. */
  readonly quality: number;
  /** PDQ of the frame, as lower-case hex. */
  readonly value: string;
}

/** Whether these are values that a frame can have: what a list from outside must meet. */
export function isVideoFrame({ number, atSeconds, quality, value }: VideoFrame): boolean {
  return (
    Number.isSafeInteger(number) &&
    number >= 0 &&
    Number.isFinite(atSeconds) &&
    atSeconds >= 0 &&
    Number.isInteger(quality) &&
    quality >= 0 &&
    quality <= 100 &&
    /^[0-9a-f]{64}$/.test(value)
  );
}
