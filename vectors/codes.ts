/** Which 256-bit codes are searched in tests and benchmarks? Made from a seed: the same everywhere, and of no picture. */

const CODE_BYTES = 32;
const CODE_WORDS = 8;

/** Whole numbers from 0 to 2^32 - 1, the same for the same seed (xorshift128). */
export function seeded(seed: number): () => number {
  let [x, y, z, w] = [seed ^ 0x075bcd15, 0x159a55e5, 0x1f123bb5, (seed * 0x9e3779b1) ^ 0x05491333];
  const next = (): number => {
    const t = x ^ (x << 11);
    x = y;
    y = z;
    z = w;
    w = w ^ (w >>> 19) ^ t ^ (t >>> 8);
    return w >>> 0;
  };
  for (let i = 0; i < 16; i++) next();
  return next;
}

const wordsOf = (codes: Uint8Array): Uint32Array => new Uint32Array(codes.buffer, codes.byteOffset, codes.length / 4);

/** Every bit as likely as not, on its own. */
export function uniformCodes(count: number, seed: number): Uint8Array<ArrayBuffer> {
  const codes = new Uint8Array(count * CODE_BYTES);
  const random = seeded(seed);
  const words = wordsOf(codes);
  for (let i = 0; i < words.length; i++) words[i] = random();
  return codes;
}

/**
 * As of real pictures, only more so: one bit in sixteen is mostly set, one mostly not, and one in eight repeats its neighbour. Buckets of bands are then half
 * as full again as with uniform codes; pictures made theirs fuller by a tenth (spec/fingerprints.md).
 */
export function skewedCodes(count: number, seed: number): Uint8Array<ArrayBuffer> {
  const codes = new Uint8Array(count * CODE_BYTES);
  const random = seeded(seed);
  const words = wordsOf(codes);
  const often = Array.from({ length: CODE_WORDS }, () => random() & random() & random() & random());
  const seldom = often.map((mask) => random() & random() & random() & random() & ~mask);
  for (let i = 0; i < words.length; i++) {
    const [a, b] = [random(), random()];
    const [high, low] = [often[i % CODE_WORDS] ?? 0, seldom[i % CODE_WORDS] ?? 0];
    const bits = (a & ~high & ~low) | ((a | b) & high) | (a & b & low);
    const following = random() & random() & random();
    words[i] = (bits & ~following) | ((bits << 1) & following);
  }
  return codes;
}

/** Flips so many different bits of the code, in place. */
export function flip(code: Uint8Array, bits: number, random: () => number): void {
  const flipped = new Set<number>();
  while (flipped.size < bits) {
    const place = random() % 256;
    if (flipped.has(place)) continue;
    flipped.add(place);
    code[place >> 3] = (code[place >> 3] ?? 0) ^ (1 << (place & 7));
  }
}

/** Skewed codes, of which two in five are variants, 0 to 40 flips away, of `templates` codes whose popularity falls as rank^-0.8 (Zipf). */
export function templateCodes(count: number, seed: number, templates = Math.max(1, Math.floor(count / 500))): Uint8Array<ArrayBuffer> {
  const codes = skewedCodes(count, seed);
  const originals = skewedCodes(templates, seed + 1);
  const random = seeded(seed + 2);
  const reached = new Float64Array(templates);
  let total = 0;
  for (let rank = 0; rank < templates; rank++) {
    total += (rank + 1) ** -0.8;
    reached[rank] = total;
  }
  for (let i = 0; i < count; i++) {
    if (random() % 5 >= 2) continue;
    const draw = (random() / 2 ** 32) * total;
    let [low, high] = [0, templates - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((reached[middle] ?? 0) < draw) low = middle + 1;
      else high = middle;
    }
    const code = codes.subarray(i * CODE_BYTES, (i + 1) * CODE_BYTES);
    code.set(originals.subarray(low * CODE_BYTES, (low + 1) * CODE_BYTES));
    flip(code, random() % 41, random);
  }
  return codes;
}

/** Replaces this share of the codes, spread over all positions, by codes within `bits` of one; answers that one. */
export function plantCluster(codes: Uint8Array, seed: number, share: number, bits: number): Uint8Array {
  const random = seeded(seed);
  const centre = uniformCodes(1, seed + 1);
  for (let i = 0; i < codes.length / CODE_BYTES; i++) {
    if (random() >= share * 2 ** 32) continue;
    const code = codes.subarray(i * CODE_BYTES, (i + 1) * CODE_BYTES);
    code.set(centre);
    flip(code, random() % (bits + 1), random);
  }
  return centre;
}
