/** What do fingerprints of pictures cost? From pixels, from files, in a browser, in memory. */
import type { Measure } from '../measure.ts';
import { onOneProcessor } from '../one-processor.ts';
import { fromJpeg } from './from-jpeg.ts';
import { fromPixels } from './from-pixels.ts';
import { inChromium } from './in-chromium.ts';
import { inMemory } from './in-memory.ts';

export async function* benchFingerprint(): AsyncGenerator<Measure> {
  yield* fromPixels();
  yield* onOneProcessor(fromJpeg);
  yield* inChromium();
  yield* inMemory();
}
