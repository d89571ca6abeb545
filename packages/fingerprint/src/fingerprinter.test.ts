/** Does the one door hand out what the table of kinds and variants promises? */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  bytesOfHex,
  hammingDistance,
  hexOfBytes,
  isFingerprintKind,
  isValueOf,
  isVariant,
  kinds,
  loadFingerprinter,
  PixelsRefused,
  plainFingerprinter,
  turns,
  variants,
} from './index.ts';

const fingerprinter = await loadFingerprinter();

test('a file gives SHA-256 and MD5 without quality, pixels give PDQ of the whole and seven turns with quality', () => {
  const file = fingerprinter.startFile();
  file.update(new TextEncoder().encode('abc'));
  expect(file.finish()).toEqual([
    { kind: 'sha256', variant: 'whole', value: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' },
    { kind: 'md5', variant: 'whole', value: '900150983cd24fb0d6963f7d28e17f72' },
  ]);
  const prints = fingerprinter.ofPixels(
    Uint8Array.from({ length: 30_000 }, (_, i) => (i * 31) >> 4),
    100,
    100,
    3,
  );
  expect(prints.map(({ kind, variant }) => [kind, variant])).toEqual([['pdq', 'whole'], ...turns.map((turn) => ['pdq', turn])]);
  for (const { kind, value, quality } of prints) {
    expect(isValueOf(kind, value)).toBe(true);
    expect(quality).toBeGreaterThanOrEqual(0);
  }
});

test('a turned picture is found through the turns of the one it came from', () => {
  const [width, height] = [120, 90];
  const samples = Uint8Array.from(
    { length: width * height },
    (_, i) => 128 + 90 * Math.sin((i % width) / 9) * Math.cos(Math.floor(i / width) / 13) + (i % width) / 4,
  );
  const mirrored = Uint8Array.from(samples, (_, i) => samples[i - (i % width) + (width - 1 - (i % width))] ?? 0);
  const upsideDown = samples.slice().reverse();
  const of = fingerprinter.ofPixels(samples, width, height, 1);
  const nearest = (turned: Uint8Array): string | undefined => {
    const [whole] = fingerprinter.ofPixels(turned, width, height, 1);
    return of.find(({ value }) => hammingDistance(bytesOfHex(value), bytesOfHex(whole?.value ?? '')) <= 30)?.variant;
  };
  expect([nearest(mirrored), nearest(upsideDown)]).toEqual(['flipY', 'rotate180']);
});

test('hex is read back as it was written, and anything else is refused', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(bytesOfHex(hexOfBytes(bytes))).toEqual(bytes);
    }),
    { seed: 1 },
  );
  for (const wrong of ['0', 'zz', '0x', ' 00', '00\n']) expect(() => bytesOfHex(wrong)).toThrow(RangeError);
});

test('a picture that comes in rows has the fingerprints of the whole, however narrow it is', () => {
  for (const [width, height] of [
    [120, 90],
    [3, 200],
  ] as const) {
    const samples = Uint8Array.from({ length: width * height * 4 }, (_, i) => (i * 31 + (i >> 7) * 17) & 255);
    const inRows = fingerprinter.startPixels(width, height, 4);
    for (let row = 0; row < height; row += 10) inRows.push(samples.subarray(row * width * 4, (row + 10) * width * 4));
    expect(inRows.finish()).toEqual(fingerprinter.ofPixels(samples, width, height, 4));
  }
});

test('without the kernels the fingerprints are the same, at 64x64 too, whole or in rows, and what is not whole is refused', () => {
  const plain = plainFingerprinter();
  for (const [width, height, channels] of [
    [64, 64, 3],
    [131, 70, 4],
    [3, 90, 1],
  ] as const) {
    const samples = Uint8Array.from({ length: width * height * channels }, (_, i) => (i * i * 7 + (i >> 5) * 13) & 255);
    const expected = fingerprinter.ofPixels(samples, width, height, channels);
    expect(plain.ofPixels(samples, width, height, channels)).toEqual(expected);
    const rows = plain.startPixels(width, height, channels);
    const first = samples.subarray(0, 2 * width * channels);
    rows.push(first);
    expect(() => plain.startPixels(width, height, channels).finish()).toThrow(PixelsRefused);
    expect(() => rows.push(samples)).toThrow(PixelsRefused);
    rows.push(samples.subarray(first.length));
    expect(rows.finish()).toEqual(expected);
  }
  const [one, other] = [plain.startFile(), fingerprinter.startFile()];
  for (const file of [one, other]) for (const size of [1, 63, 200, 5000]) file.update(new Uint8Array(size).fill(size & 255));
  expect(one.finish()).toEqual(other.finish());
});

test('the distance is the number of differing bits, and needs equal lengths', () => {
  expect(hammingDistance(bytesOfHex('ff00'), bytesOfHex('0f01'))).toBe(5);
  expect(hammingDistance(bytesOfHex(''), bytesOfHex(''))).toBe(0);
  expect(() => hammingDistance(new Uint8Array(32), new Uint8Array(16))).toThrow(RangeError);
});

test('names and values from outside are checked against the registries', () => {
  expect([isFingerprintKind('pdq'), isFingerprintKind('toString'), isVariant('flipX'), isVariant('constructor')]).toEqual([
    true,
    false,
    true,
    false,
  ]);
  expect([
    isValueOf('md5', 'a'.repeat(32)),
    isValueOf('md5', 'A'.repeat(32)),
    isValueOf('pdq', 'a'.repeat(32)),
    isValueOf('md5', `${'a'.repeat(31)}\n`),
  ]).toEqual([true, false, false, false]);
  expect(Object.keys(variants)).toEqual(['whole', ...turns, 'complement']);
  for (const { bits, hexLength } of Object.values(kinds)) expect(hexLength).toBe(bits / 4);
});
