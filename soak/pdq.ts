/**
 * Do both PDQ kernels give the reference's bits on sizes that nobody chose? `npm run soak -- pdq` makes pictures of 5 to 4,096 pixels an edge, as many
 * between 5 and 50 as between 50 and 500, and compares hash, quality and turns. `--pictures N` for another number than 2,000; the same N gives the same pictures.
 */
import { parseArgs } from 'node:util';
import { loadPdqKernel, type PdqHash, pdqReference, pdqReferenceTurns } from '@likeness/fingerprint';
import { type PixelFormula, samplesOf } from '../vectors/pixels.ts';
import { oneOf, seeded } from './seeded.ts';

const formulas: readonly PixelFormula['formula'][] = ['noise', 'slopes', 'tiles', 'flat'];
const channels: readonly PixelFormula['channels'][] = [1, 3, 4];
const leastEdge = 5;
const mostEdge = 4096;

/** Runs it and gives the result in one line. Throws at the first picture whose bits differ, naming it. */
export async function soakPdq(args: readonly string[]): Promise<string> {
  const { values } = parseArgs({ args: [...args], options: { pictures: { type: 'string', default: '2000' } } });
  const count = Number(values.pictures);
  const kernels = { 'with SIMD': await loadPdqKernel(), 'without SIMD': await loadPdqKernel({ plain: true }) };
  let megapixels = 0;
  for (let seed = 0; seed < count; seed++) {
    const of = formulaOf(seed);
    const pixels = { ...of, samples: samplesOf(of) };
    const turns = pdqReferenceTurns(pixels);
    // The two calls of the reference differ at exactly 64x64 alone.
    const plain = of.width === 64 && of.height === 64 ? pdqReference(pixels) : turns[0];
    const expected = textOf([plain, ...turns]);
    for (const [name, kernel] of Object.entries(kernels)) {
      const found = kernel.hash(pixels);
      if (textOf([found.plain, ...found.turns]) !== expected) throw new Error(`The kernel ${name} differs on ${JSON.stringify(of)}.`);
    }
    megapixels += (of.width * of.height) / 1e6;
  }
  return `${count} pictures, ${megapixels.toFixed(0)} megapixels: 0 differing bits, with SIMD and without.`;
}

function formulaOf(seed: number): PixelFormula {
  const chance = seeded(seed);
  const edge = (): number => Math.round(leastEdge * (mostEdge / leastEdge) ** chance());
  return {
    formula: oneOf(chance, formulas) ?? 'noise',
    channels: oneOf(chance, channels) ?? 3,
    width: edge(),
    height: edge(),
    seed: Math.floor(chance() * 2 ** 31),
  };
}

const textOf = (hashes: readonly (PdqHash | undefined)[]): string =>
  hashes.map((hash) => (hash === undefined ? '' : `${hash.bytes.join()} ${hash.quality}`)).join('\n');
