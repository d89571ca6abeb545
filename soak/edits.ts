/** How do people change a picture before they share it again? The 64 edits of spec/fingerprints.md in their groups, done by sharp and plain arithmetic. */
import sharp, { type Sharp } from 'sharp';

/** Interleaved RGB. */
export interface Rgb {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

export interface Edit {
  readonly group: string;
  readonly name: string;
  /** `share` gives numbers from 0 to 1, the same ones in every run. */
  readonly make: (picture: Rgb, share: () => number) => Promise<Rgb>;
}

const of = ({ data, width, height }: Rgb): Sharp => sharp(data, { raw: { width, height, channels: 3 } });

/** The pixels as RGB, whatever the picture's own channels are. */
export async function rgbOf(pixels: Sharp): Promise<Rgb> {
  const { data, info } = await pixels.removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  if (info.channels === 3) return { data, width: info.width, height: info.height };
  const rgb = Buffer.alloc(info.width * info.height * 3);
  for (let i = 0; i < rgb.length; i++) rgb[i] = data[Math.floor(i / 3) * info.channels] ?? 0;
  return { data: rgb, width: info.width, height: info.height };
}

const simply =
  (change: (pixels: Sharp, picture: Rgb) => Sharp) =>
  (picture: Rgb): Promise<Rgb> =>
    rgbOf(change(of(picture), picture));

const jpeg = async (picture: Rgb, quality: number): Promise<Rgb> => rgbOf(sharp(await of(picture).jpeg({ quality }).toBuffer()));

const scaled = (picture: Rgb, x: number, y = x): Promise<Rgb> =>
  rgbOf(of(picture).resize(Math.max(8, Math.round(picture.width * x)), Math.max(8, Math.round(picture.height * y)), { fit: 'fill' }));

/** Parts of the width and height that are cut off. */
interface Cut {
  readonly left?: number;
  readonly right?: number;
  readonly top?: number;
  readonly bottom?: number;
}

function cut(picture: Rgb, { left = 0, right = 0, top = 0, bottom = 0 }: Cut): Promise<Rgb> {
  const { width, height } = picture;
  const x = Math.round(width * left);
  const y = Math.round(height * top);
  return rgbOf(
    of(picture).extract({
      left: x,
      top: y,
      width: Math.max(8, Math.round(width * (1 - right)) - x),
      height: Math.max(8, Math.round(height * (1 - bottom)) - y),
    }),
  );
}

const everywhere = (part: number): Cut => ({ left: part, right: part, top: part, bottom: part });

/** The largest middle part of this shape. */
function shaped(picture: Rgb, aspect: number): Promise<Rgb> {
  const { width, height } = picture;
  const isWide = width / height > aspect;
  const part = isWide ? 1 - (height * aspect) / width : 1 - width / aspect / height;
  return cut(picture, isWide ? { left: part / 2, right: part / 2 } : { top: part / 2, bottom: part / 2 });
}

async function randomPart(picture: Rgb, part: number, share: () => number): Promise<Rgb> {
  const [x, y] = [share() * (1 - part), share() * (1 - part)];
  return cut(picture, { left: x, right: 1 - part - x, top: y, bottom: 1 - part - y });
}

type Colour = '#000' | '#fff' | '#777' | '#e8e8ee' | '#c33';

function bordered(picture: Rgb, { left = 0, right = 0, top = 0, bottom = 0 }: Cut, background: Colour): Promise<Rgb> {
  const { width, height } = picture;
  const pixels = (part: number, length: number): number => Math.round(part * length);
  return rgbOf(
    of(picture).extend({
      left: pixels(left, width),
      right: pixels(right, width),
      top: pixels(top, height),
      bottom: pixels(bottom, height),
      background,
    }),
  );
}

/** A drawing over the picture; lengths in it are hundredths of the picture's. */
function drawnOver(picture: Rgb, shapes: string): Promise<Rgb> {
  const { width, height } = picture;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 100 100" preserveAspectRatio="none">${shapes}</svg>`;
  return rgbOf(of(picture).composite([{ input: Buffer.from(svg) }]));
}

/** Lines of letters as a caption has them, drawn as bars, so that no font is needed. */
function letters(y: number, height: number, colour: string): string {
  return Array.from(
    { length: 9 },
    (_, i) => `<rect x="${10 + i * 9}" y="${y}" width="${i % 3 === 1 ? 4 : 7}" height="${height}" fill="${colour}"/>`,
  ).join('');
}

/** Another view of the picture: each point of the result asks where in the picture (0 to 1) it comes from; outside is black. */
async function warped(picture: Rgb, from: (x: number, y: number) => readonly [number, number]): Promise<Rgb> {
  const { data, width, height } = picture;
  const result = Buffer.alloc(data.length);
  for (let row = 0, at = 0; row < height; row++) {
    for (let column = 0; column < width; column++, at += 3) {
      const [u, v] = from((column + 0.5) / width, (row + 0.5) / height);
      if (u < 0 || v < 0 || u >= 1 || v >= 1) continue;
      const [x, y] = [Math.max(0, u * width - 0.5), Math.max(0, v * height - 0.5)];
      const [left, top] = [Math.floor(x), Math.floor(y)];
      const [right, below] = [Math.min(width - 1, left + 1), Math.min(height - 1, top + 1)];
      for (let c = 0; c < 3; c++) {
        const sample = (sx: number, sy: number): number => data[(sy * width + sx) * 3 + c] ?? 0;
        const upper = sample(left, top) * (1 - x + left) + sample(right, top) * (x - left);
        const lower = sample(left, below) * (1 - x + left) + sample(right, below) * (x - left);
        result[at + c] = Math.round(upper * (1 - y + top) + lower * (y - top));
      }
    }
  }
  return { ...picture, data: result };
}

function tilted(picture: Rgb, degrees: number): Promise<Rgb> {
  const angle = (degrees * Math.PI) / 180;
  const aspect = picture.width / picture.height;
  return warped(picture, (x, y) => {
    const [dx, dy] = [(x - 0.5) * aspect, y - 0.5];
    return [(dx * Math.cos(angle) + dy * Math.sin(angle)) / aspect + 0.5, -dx * Math.sin(angle) + dy * Math.cos(angle) + 0.5];
  });
}

/** As from below: the top edge is narrower by so much on either side. */
const keystone = (picture: Rgb, part: number): Promise<Rgb> =>
  warped(picture, (x, y) => {
    const inset = part * (1 - y);
    return [(x - inset) / (1 - 2 * inset), y];
  });

function eachSample(picture: Rgb, change: (level: number, index: number) => number): Rgb {
  const data = Buffer.from(picture.data);
  for (let i = 0; i < data.length; i++) data[i] = Math.max(0, Math.min(255, Math.round(change(data[i] ?? 0, i))));
  return { ...picture, data };
}

async function beside(pictures: readonly Rgb[], columns: number, gap: number): Promise<Rgb> {
  const [first] = pictures;
  if (first === undefined) throw new Error('A collage has pictures.');
  const { width, height } = first;
  const rows = Math.ceil(pictures.length / columns);
  const composite = pictures.map(({ data, width: w, height: h }, i) => ({
    input: data,
    raw: { width: w, height: h, channels: 3 as const },
    left: (i % columns) * (width + gap),
    top: Math.floor(i / columns) * (height + gap),
  }));
  const canvas = sharp({
    create: { width: columns * (width + gap) - gap, height: rows * (height + gap) - gap, channels: 3, background: '#fff' },
  });
  return rgbOf(sharp(await canvas.composite(composite).png().toBuffer()));
}

/** Other scenery of the same size, for collages. */
const scenery = (picture: Rgb, seed: number): Rgb =>
  eachSample(picture, (_, i) => {
    const pixel = Math.floor(i / 3);
    const [x, y] = [pixel % picture.width, Math.floor(pixel / picture.width)];
    return 128 + 80 * Math.sin((x * (seed + 2)) / 41 + seed) * Math.cos((y * (seed + 3)) / 53) + 40 * Math.sin((x + y * seed) / 17);
  });

export const edits: readonly Edit[] = [
  ...[10, 30, 50, 75].map((quality) => ({ group: 'A', name: `JPEG ${quality}`, make: (p: Rgb) => jpeg(p, quality) })),
  { group: 'A', name: 'half size', make: (p) => scaled(p, 0.5) },
  { group: 'A', name: '150 px', make: (p) => scaled(p, 150 / p.width) },
  {
    group: 'A',
    name: 'five generations',
    async make(p) {
      let now = p;
      for (const [scale, quality] of [
        [0.9, 70],
        [1.1, 50],
        [0.8, 60],
        [1.2, 40],
        [0.95, 65],
      ] as const)
        now = await jpeg(await scaled(now, scale), quality);
      return now;
    },
  },
  { group: 'A', name: 'stretched', make: (p) => scaled(p, 1.25, 1) },
  { group: 'A', name: 'squashed to a square', make: (p) => scaled(p, 1, p.width / p.height) },
  { group: 'A', name: 'grey', make: simply((s) => s.greyscale()) },
  { group: 'A', name: 'brighter', make: simply((s) => s.linear(1, 40)) },
  { group: 'A', name: 'darker', make: simply((s) => s.linear(1, -40)) },
  { group: 'A', name: 'more contrast', make: simply((s) => s.linear(1.4, -51)) },
  { group: 'A', name: 'gamma', make: async (p) => eachSample(p, (level) => 255 * (level / 255) ** 0.7) },
  { group: 'A', name: 'hue', make: simply((s) => s.modulate({ hue: 60 })) },
  {
    group: 'A',
    name: 'sepia',
    make: simply((s) =>
      s.recomb([
        [0.393, 0.769, 0.189],
        [0.349, 0.686, 0.168],
        [0.272, 0.534, 0.131],
      ]),
    ),
  },
  { group: 'A', name: 'blurred', make: simply((s) => s.blur(2.5)) },
  { group: 'A', name: 'sharpened', make: simply((s) => s.sharpen({ sigma: 2 })) },
  { group: 'A', name: 'noise', make: async (p, share) => eachSample(p, (level) => level + (share() - 0.5) * 60) },
  {
    group: 'A, vignette',
    name: 'vignette 75 %',
    async make(p) {
      return eachSample(p, (level, i) => {
        const pixel = Math.floor(i / 3);
        const [x, y] = [(pixel % p.width) / p.width - 0.5, Math.floor(pixel / p.width) / p.height - 0.5];
        return level * (1 - 0.75 * Math.min(1, 2 * (x * x + y * y)));
      });
    },
  },
  { group: 'A, inverted', name: 'inverted', make: simply((s) => s.negate({ alpha: false })) },
  { group: 'B', name: 'mirrored', make: simply((s) => s.flop()) },
  { group: 'B', name: 'turned by 90', make: simply((s) => s.rotate(90)) },
  { group: 'B', name: 'turned by 180', make: simply((s) => s.rotate(180)) },
  { group: 'B', name: 'mirrored, JPEG 30, smaller', make: async (p) => jpeg(await scaled(await rgbOf(of(p).flop()), 0.6), 30) },
  ...[0.05, 0.1, 0.15].map((part) => ({ group: 'C', name: `${part * 100} % off each edge`, make: (p: Rgb) => cut(p, everywhere(part)) })),
  { group: 'C', name: 'top left 80 %', make: (p) => cut(p, { right: 0.2, bottom: 0.2 }) },
  { group: 'C', name: 'left 80 %', make: (p) => cut(p, { right: 0.2 }) },
  { group: 'C', name: 'square', make: (p) => shaped(p, 1) },
  { group: 'C', name: '9:16', make: (p) => shaped(p, 9 / 16) },
  { group: 'D', name: '2 % off each edge', make: (p) => cut(p, everywhere(0.02)) },
  { group: 'D', name: '12 % off each edge', make: (p) => cut(p, everywhere(0.12)) },
  { group: 'D', name: '5 % off the bottom', make: (p) => cut(p, { bottom: 0.05 }) },
  { group: 'D', name: '10 % off the left', make: (p) => cut(p, { left: 0.1 }) },
  { group: 'D', name: '7 % off the top', make: (p) => cut(p, { top: 0.07 }) },
  { group: 'D', name: 'some 85 %', make: (p, share) => randomPart(p, 0.85, share) },
  { group: 'D', name: 'some 75 %', make: (p, share) => randomPart(p, 0.75, share) },
  { group: 'D', name: 'left half', make: (p) => cut(p, { right: 0.5 }) },
  { group: 'E', name: 'border 2 %', make: (p) => bordered(p, everywhere(0.02), '#fff') },
  { group: 'E', name: 'border 6 %', make: (p) => bordered(p, everywhere(0.06), '#000') },
  { group: 'E', name: 'border 15 %', make: (p) => bordered(p, everywhere(0.15), '#fff') },
  {
    group: 'E',
    name: 'letterboxed to 9:16',
    make: (p) => bordered(p, { top: ((p.width * 16) / 9 / p.height - 1) / 2, bottom: ((p.width * 16) / 9 / p.height - 1) / 2 }, '#000'),
  },
  {
    group: 'E',
    name: 'story on its own blur',
    async make(p) {
      const height = Math.round((p.width * 16) / 9);
      const back = await of(p).resize(p.width, height, { fit: 'cover' }).blur(25).png().toBuffer();
      const front = { input: p.data, raw: { width: p.width, height: p.height, channels: 3 as const } };
      return rgbOf(sharp(await sharp(back).composite([front]).png().toBuffer()));
    },
  },
  {
    group: 'E',
    name: 'screenshot of a phone',
    async make(p) {
      const framed = await bordered(p, { top: 0.5, bottom: 0.6 }, '#000');
      return drawnOver(framed, `${letters(2, 2, '#ddd')}${letters(88, 1.5, '#999')}${letters(94, 3, '#eee')}`);
    },
  },
  {
    group: 'E',
    name: 'caption above',
    async make(p) {
      const framed = await bordered(p, { top: 0.18 }, '#fff');
      return drawnOver(framed, `${letters(3, 4, '#111')}${letters(9, 4, '#111')}`);
    },
  },
  {
    group: 'E2',
    name: 'screenshot of a desktop',
    async make(p) {
      const framed = await bordered(p, { left: 0.25, right: 0.2, top: 0.15, bottom: 0.1 }, '#e8e8ee');
      const lines = Array.from(
        { length: 12 },
        (_, i) => `<rect x="2" y="${14 + i * 6}" width="${8 + (i % 4) * 2}" height="2" fill="#555"/>`,
      ).join('');
      return drawnOver(
        framed,
        `<rect width="100" height="7" fill="#345"/>${letters(2, 2.5, '#fff')}${lines}<rect x="88" y="20" width="10" height="30" fill="#c33"/>`,
      );
    },
  },
  {
    group: 'F',
    name: 'tiled watermark',
    make: (p) =>
      drawnOver(
        p,
        Array.from({ length: 5 }, (_, i) => `<g opacity="0.35" transform="translate(0 ${i * 20})">${letters(5, 4, '#fff')}</g>`).join(''),
      ),
  },
  {
    group: 'F',
    name: 'translucent logo',
    make: (p) =>
      drawnOver(
        p,
        '<circle cx="50" cy="50" r="16" fill="#fff" opacity="0.4"/><rect x="42" y="46" width="16" height="8" fill="#06c" opacity="0.4"/>',
      ),
  },
  {
    group: 'F2',
    name: 'banner of text, 10 %',
    make: (p) => drawnOver(p, `<rect y="88" width="100" height="10" fill="#000"/>${letters(91, 4, '#fff')}`),
  },
  { group: 'F2', name: 'captions', make: (p) => drawnOver(p, `${letters(3, 8, '#fff')}${letters(88, 8, '#fff')}`) },
  {
    group: 'F3',
    name: 'logo in a corner, 5 %',
    make: (p) => drawnOver(p, '<rect x="75" y="3" width="22" height="22" fill="#fff"/><circle cx="86" cy="14" r="8" fill="#c33"/>'),
  },
  {
    group: 'F3',
    name: 'bars, 8 %',
    make: (p) =>
      drawnOver(p, '<rect x="20" y="30" width="60" height="7" fill="#000"/><rect x="30" y="60" width="50" height="7" fill="#000"/>'),
  },
  {
    group: 'F3',
    name: 'stickers, 10 %',
    make: (p) =>
      drawnOver(
        p,
        '<circle cx="30" cy="35" r="11" fill="#fc0"/><circle cx="65" cy="60" r="11" fill="#f60"/><circle cx="75" cy="25" r="8" fill="#0c6"/>',
      ),
  },
  {
    group: 'F3',
    name: 'a part replaced, 10 %',
    make: (p) =>
      drawnOver(p, '<rect x="40" y="35" width="32" height="32" fill="#789"/><rect x="46" y="42" width="9" height="20" fill="#fed"/>'),
  },
  { group: 'G', name: 'tilted by 1', make: (p) => tilted(p, 1) },
  { group: 'G', name: 'tilted by 3', make: (p) => tilted(p, -3) },
  { group: 'G', name: 'tilted by 3, cropped', make: async (p) => cut(await tilted(p, 3), everywhere(0.05)) },
  { group: 'G', name: 'tilted by 10', make: (p) => tilted(p, 10) },
  { group: 'G', name: 'keystone 6 %', make: (p) => keystone(p, 0.06) },
  { group: 'G', name: 'keystone 12 %', make: (p) => keystone(p, 0.12) },
  { group: 'H', name: 'two side by side', make: (p) => beside([p, scenery(p, 1)], 2, 0) },
  { group: 'H', name: 'four', make: (p) => beside([scenery(p, 2), p, scenery(p, 3), scenery(p, 4)], 2, 4) },
];
