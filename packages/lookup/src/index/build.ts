/** How does a set of codes become an image that bands can search? In steps, so that a thread that also answers can do it piecewise and a worker at once. */
import type { BandEngine } from './band-engine.ts';
import { clustersOf, hotBucketAt } from './clusters.ts';
import { type ImageShape, shapeOf } from './image.ts';
import { chooseLayout, type Layout } from './layout.ts';
import { CODE_BYTES } from './reader.ts';

/** What an image is made of. Everything may be handed to another thread. */
export interface BuildInput {
  /** Positions of the new image. */
  readonly count: number;
  /** A bit per position, the lowest of a byte first: has it a code? */
  readonly live: Uint8Array;
  /** The kept codes of an older image, from position 0 on; may be shorter than `count`, and a view of memory that is still searched. */
  readonly kept: Uint8Array;
  /** Codes as they were given, and the positions they take. */
  readonly added: { readonly positions: Uint32Array; readonly codes: Uint8Array };
  /** Bytes of the caller that travel with the image, such as what the positions mean. */
  readonly attached: Uint8Array;
}

export interface BuildChoices {
  /** Another layout than the one that fits the number of codes. */
  readonly layout?: Layout;
  /** A bucket with more codes than this is looked at for a cluster. */
  readonly hotBucket?: number;
}

/** Builds in the room of a fresh engine, which then answers from it. Yields after every step; a step of 10^7 codes takes up to two seconds. Throws RangeError for a used engine. */
export function* buildImage(engine: BandEngine, input: BuildInput, choices: BuildChoices = {}): Generator<void, ImageShape> {
  const { count, kept, added, attached } = input;
  const live = onlyFirst(input.live, count);
  const listed = onesIn(live);
  const widths = choices.layout ?? chooseLayout(listed);
  const shape = shapeOf({ count, listed, widths, clusters: 0, members: 0, attachedBytes: attached.length });
  // Zeros are asked for, not written: clearing shared memory from JavaScript takes longer than sorting five bands.
  if (!engine.isFresh) throw new RangeError('An image is built in an engine of its own');
  const image = engine.room(shape.bytes);
  engine.use(shape);
  const codes = image.subarray(shape.sections.codes.at, shape.sections.codes.at + count * CODE_BYTES);
  codes.set(kept.subarray(0, codes.length));
  image.set(live, shape.sections.live.at);
  yield;
  for (let i = 0; i < added.positions.length; ) {
    // Positions mostly rise one by one: a run is spread at once.
    const from = added.positions[i] ?? 0;
    let run = 1;
    while (added.positions[i + run] === from + run) run++;
    codes.set(added.codes.subarray(i * CODE_BYTES, (i + run) * CODE_BYTES), from * CODE_BYTES);
    engine.spread(from, from + run);
    i += run;
  }
  yield;
  for (let band = 0; band < widths.length; band++) {
    engine.sortBand(band);
    yield;
  }
  const finished = yield* clustersOf(engine, choices.hotBucket ?? hotBucketAt(listed));
  engine.room(finished.bytes).set(attached, finished.sections.attached.at);
  return finished;
}

/** A copy of the bitmap without anything behind the first `count` bits. */
function onlyFirst(bits: Uint8Array, count: number): Uint8Array {
  const copy = bits.slice(0, Math.ceil(count / 8));
  const last = copy.length - 1;
  if (count % 8 !== 0) copy[last] = (copy[last] ?? 0) & (2 ** (count % 8) - 1);
  return copy;
}

function onesIn(bits: Uint8Array): number {
  let ones = 0;
  for (let byte of bits) for (; byte !== 0; byte &= byte - 1) ones++;
  return ones;
}
