/** How does a test get a HEIC file, honest or lying? A few boxes of ISO/IEC 23008-12 around one stored HEVC picture; used by tests and soak runs only. */

/**
 * One intra picture of 128 x 96 pixels as an HEVC byte stream (parameter sets, then the slice). Encoded once with x265 from the formula of `heicPicture`.
 */
const stream = Buffer.from(
  'AAAAAUABDAH//wQIAAADAJ+oAAADAAAeugJAAAAAAUIBAQQIAAADAJ+oAAADAAAeoBAgYWW6kkyvAWgIAAADAAgAAAMAyEAAAAABRAHBcrAiQAAAASgBrx+AtpKNklKyLN' +
    's7oweuFV8l/Ok4kQ8w/CFsH6TaOEc9k0ZZ8WuzQbG3jPupA01JccgAEHpK2Tl30EjxKia+cW/fmSFEp0oLBVIaQCGZCvSy2eSvvX3AblkAJEyWZnl715cLqth0wNUkN1Sf' +
    'OWkALS97cuWZzFcggm+y0+N/Xciagis63+iSWygwA6AKBgP0bnpjuRM/Mw/iKFQiF+EHxW8JuXW7Qg0KqGfX9t68Yak8shldVoP6jacMtxOe/c+OCp1qfj7yjiXbklKxxj' +
    'rGxLin7QmaQ9x/Kp8zUo7RzeB7Lnk4DaHzZRHsPo9SsmEHRt6Gjz41ZoVIbKvGMrK4Ne1bTuk/ZJttnWloN4PLG9bGW+iZ5ASIns/EFtulgkxha20FHJ/qPe6ziER7mVqn' +
    'Wktg3CFDvthXrNqZFO73F+ifk436T4jcehJAZRcYNjZ25vChuoTlcpBX8gG0fWe7HnaLC/2oqD07+XErx4UuPIAvKI32Kh4mGHw4yTMIm0kHl//ryZS6TZ/2ppiajWKJHQ' +
    'DaHlDXKwjTrZ1Z+Emxz6AQGnTwZgyw7i5pzwwhXVyxmpK+StuV+Tn80ViVUb1cE1mpGq4dSJa4iBIx26DyjzMboSxgb2GwLfau39XNNuPyVdrjvBKTFUEQHORERH7A87r3' +
    'V+c5R5MMNSljOeUYvfJbC/+em36N5d4m9TqVHYjskgkAVAzxlEyLJoWkKXOr/rlRc5Z9jW2Yj82uG25cKw+Ro7MQaVctFq26bloQKSaOD+v4L8cchJGZboXdC8NiJJiWtP' +
    '5MltT5l8kzrwOvXnbGIeKsP2t0b+U7dP6h9LLKkgQfXDuag3mnu2JEexQrc7T90RMcJkxfkdMnKFI6rKGcxSMBozq4JUQDZwzGt3C2S2lONhwOuBofXIpB19OBGXdrbA3q' +
    'I/tYWvCgnla6x75U16m+M3R1ONCAqIHpCrlurShHc3R6Hq5xaAlcMAfnKvvjiNL8asAJhv0c5yMJ7o/5k7sl/ZCyoWakdW/0iF0x6EwMX0+BMJwhca/l5Fc0WyFwzrHwW6' +
    'TGNnaL/cL4Kzl0WKWbeh03fLQwLRh5XVhk6ZGrZdYxuCXDjivAOHFuzv1H4A8AYfb1zT4bKDbUcX0Oz8qNJAVW44uzx2dXf26COxomWQ7llDQGos4R4Hz8cSVGlkD1AN3y' +
    '13+GWvX5gdxhM9zHpqqFWz710rVFrBGcJcfO0ViWIYDRVdHd2UbRYBM6R4z5Z66HVDmRu1EJtFAa9EO1Xf+GAJWwGtXIehKCBP6Qz+Ze+fbKRhlJBoZ67C+zsOGx55roMm' +
    'jbTTg2LePowsP4AvQ25SW2jVKuDiy9c4T3T2wFyBis4htE8oFT3EltaBYv4RPDuTr+JBfiWr3qzFjPUXec9bYGq3o/WP1DqtGmkHzUwgqggZT/TsOBIZ32g0XGRoxODk4o' +
    'IiJ1ctjsnLNVxTwPbr7SQyZ2Cv8=',
  'base64',
);

export const heicSize = { width: 128, height: 96 } as const;

/** The RGB pixels that were encoded: what a decoder gives differs from them by the loss of HEVC only. */
export function heicPicture(): Buffer {
  const { width, height } = heicSize;
  const samples = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      // Blocks of several sizes, over a slow wave: enough at every scale for a fingerprint of full quality.
      const blocks = [32, 16, 8].reduce((sum, edge) => sum + shade(Math.floor(x / edge), Math.floor(y / edge), edge), 0);
      const tone = 40 + blocks / 5 + 20 * Math.sin(x / 9 + y / 31);
      samples.set([tone, tone * 0.8 + 20, 255 - tone], (y * width + x) * 3);
    }
  }
  return samples;
}

/** A level from 0 to 255 that looks like chance. */
function shade(x: number, y: number, seed: number): number {
  let hash = (x * 73_856_093) ^ (y * 19_349_663) ^ (seed * 83_492_791);
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return (hash ^ (hash >>> 16)) >>> 24;
}

export interface HeicWish {
  readonly brand?: string;
  readonly compatible?: readonly string[];
  /** The sizes that the file's header claims. */
  readonly claims?: { readonly width: number; readonly height: number };
  /** Quarter turns, anticlockwise. */
  readonly turned?: 1 | 2 | 3;
  /** Instead of one picture, a grid of so many times the same. */
  readonly grid?: { readonly rows: number; readonly columns: number };
}

/** A HEIC file of the stored picture. */
export function heicFile({ brand = 'heic', compatible = ['mif1', 'heic'], claims, turned, grid }: HeicWish = {}): Buffer {
  const [videoSet, sequenceSet, pictureSet, slice] = units();
  const tiles = grid === undefined ? 1 : grid.rows * grid.columns;
  const one = { width: heicSize.width, height: heicSize.height };
  const whole = claims ?? { width: one.width * (grid?.columns ?? 1), height: one.height * (grid?.rows ?? 1) };
  const sizeOf = ({ width, height }: { width: number; height: number }): Buffer => fullBox('ispe', 0, 0, u32(width), u32(height));
  // Properties, counted from 1: the codec's configuration, a tile's size, the size of the whole, the turn.
  const properties = [
    configuration([videoSet, sequenceSet, pictureSet]),
    sizeOf(grid === undefined ? whole : one),
    sizeOf(whole),
    box('irot', u8(turned ?? 0)),
  ];
  const tileIds = Array.from({ length: tiles }, (_, i) => i + 1);
  const gridId = tiles + 1;
  const primary = grid === undefined ? 1 : gridId;
  const turn = turned === undefined ? [] : [0x80 | 4];
  const entry = (id: number, of: readonly number[]): Buffer => Buffer.concat([u16(id), u8(of.length), Buffer.from(of)]);
  const associations = tileIds.map((id) => entry(id, grid === undefined ? [0x80 | 1, 2, ...turn] : [0x80 | 1, 2]));
  if (grid !== undefined) associations.push(entry(gridId, [3, ...turn]));
  const infos = tileIds.map((id) => fullBox('infe', 2, grid === undefined ? 0 : 1, u16(id), u16(0), text('hvc1'), u8(0)));
  if (grid !== undefined) infos.push(fullBox('infe', 2, 0, u16(gridId), u16(0), text('grid'), u8(0)));
  const references = grid === undefined ? [] : [fullBox('iref', 0, 0, box('dimg', u16(gridId), u16(tiles), ...tileIds.map(u16)))];
  // ImageGrid (6.6.2.3.2) with 32-bit sizes.
  const gridData =
    grid === undefined
      ? Buffer.alloc(0)
      : Buffer.concat([u8(0), u8(1), u8(grid.rows - 1), u8(grid.columns - 1), u32(whole.width), u32(whole.height)]);
  const picture = Buffer.concat([u32(slice.length), slice]);
  const fileType = box('ftyp', text(brand), u32(0), ...compatible.map(text));
  const metaWith = (dataAt: number): Buffer => {
    const place = (id: number, at: number, length: number): Buffer => Buffer.concat([u16(id), u16(0), u16(1), u32(at), u32(length)]);
    const places = tileIds.map((id) => place(id, dataAt, picture.length));
    if (grid !== undefined) places.push(place(gridId, dataAt + picture.length, gridData.length));
    return fullBox(
      'meta',
      0,
      0,
      fullBox('hdlr', 0, 0, u32(0), text('pict'), Buffer.alloc(12), u8(0)),
      fullBox('pitm', 0, 0, u16(primary)),
      fullBox('iinf', 0, 0, u16(infos.length), ...infos),
      ...references,
      box('iprp', box('ipco', ...properties), fullBox('ipma', 0, 0, u32(associations.length), ...associations)),
      fullBox('iloc', 0, 0, u8(0x44), u8(0), u16(places.length), ...places),
    );
  };
  const dataAt = fileType.length + metaWith(0).length + 8;
  return Buffer.concat([fileType, metaWith(dataAt), box('mdat', picture, gridData)]);
}

/** The stream's units without their start codes: video, sequence and picture parameter sets, slice. */
function units(): [Buffer, Buffer, Buffer, Buffer] {
  const found: Buffer[] = [];
  let from = -1;
  for (let at = 0; at + 3 <= stream.length; at++) {
    if (stream.readUIntBE(at, 3) !== 1) continue;
    if (from >= 0) found.push(stream.subarray(from, stream[at - 1] === 0 ? at - 1 : at));
    from = at + 3;
  }
  found.push(stream.subarray(from));
  const [video, sequence, picture, slice] = found;
  if (video === undefined || sequence === undefined || picture === undefined || slice === undefined)
    throw new Error('The stored stream has four units.');
  return [video, sequence, picture, slice];
}

/** HEVCDecoderConfigurationRecord (ISO/IEC 14496-15, 8.3.3.1) of 8-bit 4:2:0; the profile bytes stand in the sequence parameter set. */
function configuration(sets: readonly [Buffer, Buffer, Buffer]): Buffer {
  const profile = sets[1].subarray(3, 15).filter((_, i, all) => !(i >= 2 && all[i] === 3 && all[i - 1] === 0 && all[i - 2] === 0));
  const arrays = sets.map((set) => Buffer.concat([u8(0x80 | (((set[0] ?? 0) >> 1) & 63)), u16(1), u16(set.length), set]));
  const head = Buffer.concat([u8(1), profile.subarray(0, 11), Buffer.alloc(1)]).subarray(0, 12);
  return box('hvcC', head, u8(90), u16(0xf000), u8(0xfc), u8(0xfd), u8(0xf8), u8(0xf8), u16(0), u8(0x0f), u8(arrays.length), ...arrays);
}

const u8 = (value: number): Buffer => Buffer.from([value]);
function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}
function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
const text = (four: string): Buffer => Buffer.from(four, 'latin1');
const box = (type: string, ...content: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(content);
  return Buffer.concat([u32(body.length + 8), text(type), body]);
};
const fullBox = (type: string, version: number, flags: number, ...content: readonly Buffer[]): Buffer =>
  box(type, u32((version << 24) | flags), ...content);
