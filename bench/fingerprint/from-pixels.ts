/** What does PDQ cost from pixels that are there already, one hash and all eight turns? */
import { loadPdqKernel } from '@likeness/fingerprint';
import { bmvbhash } from 'blockhash-core';
import { here, interleaved } from '../interleaved.ts';
import { forOrientation, type Measure, timesFaster, timesTheCost } from '../measure.ts';
import { decoded, type Picture, picture, rgbaOf } from './pictures.ts';
import { asText, loadScalarPort } from './scalar-port.ts';

interface Size {
  readonly width: number;
  readonly height: number;
  /** How many times faster than the scalar port. */
  readonly least: number;
  /**
   * spec/fingerprints.md, on a Zen 3 core: the reference program built to WebAssembly, and sharp's full decode of a JPEG of the size (the middle of the
   * range given). Their ratio carries over to another machine; the port must not be slower than that, or it would flatter the kernel.
   */
  readonly there: { readonly referenceMs: number; readonly decodeMs: number };
  readonly rounds: number;
}

const sizes: readonly Size[] = [
  { width: 512, height: 512, least: 10, there: { referenceMs: 6.7, decodeMs: 3.95 }, rounds: 9 },
  { width: 1024, height: 1024, least: 20, there: { referenceMs: 43, decodeMs: 9.1 }, rounds: 11 },
  { width: 4032, height: 3024, least: 15, there: { referenceMs: 384, decodeMs: 91.5 }, rounds: 7 },
];

/**
 * Turns are long enough for the collector to come several times in each: what decoding leaves behind is collected while it decodes. In turns of a quarter of that it fell to
 * decoding in some runs and to its neighbours in others.
 */
const leastMs = 400;

/** 256 bits, as many as PDQ's. */
const blocksPerEdge = 16;

export async function* fromPixels(): AsyncGenerator<Measure> {
  const kernel = await loadPdqKernel();
  const pictures: (Picture & Size)[] = [];
  for (const size of sizes) pictures.push({ ...size, ...(await picture(size.width, size.height)) });
  const port = await loadScalarPort(pictures.slice(0, 2).map(({ pixels }) => pixels));
  const all = { left: 0, top: 0 };

  for (const { pixels, jpeg, width, height, least, there, rounds } of pictures) {
    const name = `${width} x ${height}`;
    const rgba = rgbaOf(pixels);
    const one = (): string => asText(kernel.hashPart(pixels, { ...all, width, height }));
    if (one() !== port(pixels)) throw new Error(`Kernel and scalar port differ at ${name}.`);
    const timed = await interleaved(
      [
        here('port', () => port(pixels)),
        here('one hash', one),
        here('turns', () => kernel.hash(pixels)),
        here('decode', () => decoded(jpeg)),
        here('blockhash', () => bmvbhash(rgba, blocksPerEdge)),
      ],
      { rounds, leastMs },
    );
    yield timesFaster(
      `PDQ from RGB pixels, ${name}`,
      'scalar WebAssembly port',
      timed.ms('one hash'),
      timed.ratio('port', 'one hash'),
      least,
    );
    yield timesTheCost(
      `the scalar port, ${name}`,
      "the reference's WebAssembly build, scaled by sharp's decode",
      timed.ms('port'),
      timed.ratio('port', 'decode') / (there.referenceMs / there.decodeMs),
      1.2,
    );
    yield timesTheCost(`PDQ and its seven turns, ${name}`, 'one hash', timed.ms('turns'), timed.ratio('turns', 'one hash'), 1.3);
    yield forOrientation(
      `PDQ from RGB pixels, ${name}`,
      'blockhash-core, 256 bits from RGBA pixels',
      timed.ms('one hash'),
      timed.ratio('blockhash', 'one hash'),
    );
  }
}
