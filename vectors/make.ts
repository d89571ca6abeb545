/**
 * How was pdq.json made? `node vectors/make.ts` writes it from the slow reference, which had first been found equal, bit for bit, to the
 * reference C++ on 120 pictures by formula. Run it only to add cases: a value that changes is an error in the code, never in the file.
 */
import { writeFileSync } from 'node:fs';
import { hexOfBytes, pdqReference, pdqReferenceTurns } from '../packages/fingerprint/src/index.ts';
import { type PixelFormula, samplesOf } from './pixels.ts';

const sizes: readonly (readonly [number, number])[] = [
  [1, 1],
  [4, 300],
  [5, 5],
  [7, 640],
  [63, 65],
  [64, 64],
  [100, 100],
  [128, 128],
  [129, 127],
  [333, 250],
  [640, 480],
];
const formulas: readonly PixelFormula['formula'][] = ['noise', 'slopes', 'tiles', 'flat'];
const channelsInTurn: readonly PixelFormula['channels'][] = [3, 4, 3, 1, 3];

const pictures: PixelFormula[] = sizes.flatMap(([width, height], s) =>
  formulas.map((formula, f) => ({
    formula,
    width,
    height,
    channels: channelsInTurn[(s * formulas.length + f) % 5] ?? 3,
    seed: 1000 * s + 77 * f,
  })),
);

const lines = pictures.map((picture) => {
  const pixels = { ...picture, samples: samplesOf(picture) };
  const { bytes, quality } = pdqReference(pixels);
  const turns = pdqReferenceTurns(pixels).slice(1);
  return JSON.stringify({ ...picture, quality, whole: hexOfBytes(bytes), turns: turns.map((turn) => hexOfBytes(turn.bytes)) });
});
writeFileSync(new URL('./pdq.json', import.meta.url), `{ "pictures": [\n${lines.join(',\n')}\n] }\n`);
