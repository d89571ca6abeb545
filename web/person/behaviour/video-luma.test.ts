/** Is the luma that a browser turned into colours found again, whichever matrix it took? */
import fc from 'fast-check';
import { VideoSample } from 'mediabunny';
import { expect, test } from 'vitest';
import { LumaReader } from './video-luma.ts';

/** Kr and Kb of ITU-T H.273, table 4. */
const matrices = { bt709: [0.2126, 0.0722], smpte170m: [0.299, 0.114] } as const;
const width = 16;
const height = 16;

test.each(['bt709', 'smpte170m'] as const)('by %s', async (matrix) => {
  const [kr, kb] = matrices[matrix];
  const luma = fc.integer({ min: 60, max: 190 });
  // So little colour that no channel is cut off.
  const colour = fc.integer({ min: -25, max: 25 });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(luma, colour, colour), { minLength: width * height, maxLength: width * height }), async (pixels) => {
      const rgba = new Uint8Array(
        pixels.flatMap(([y, cb, cr]) => {
          const red = y + 2 * (1 - kr) * cr;
          const blue = y + 2 * (1 - kb) * cb;
          return [red, (y - kr * red - kb * blue) / (1 - kr - kb), blue, 255].map(Math.round);
        }),
      );
      const colorSpace = { primaries: 'bt709', transfer: 'bt709', matrix, fullRange: true } as const;
      const sample = new VideoSample(rgba, { format: 'RGBA', codedWidth: width, codedHeight: height, timestamp: 0, colorSpace });
      const { samples } = await new LumaReader().of(sample);
      sample.close();
      for (const [at, [y]] of pixels.entries()) expect(Math.abs((samples[at] ?? 0) - y)).toBeLessThanOrEqual(1);
    }),
    { numRuns: 20 },
  );
});
