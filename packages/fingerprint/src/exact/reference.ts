/** What do SHA-256 (FIPS 180-4) and MD5 (RFC 1321) do with 64-byte blocks? The slow answer that reads like the standards. */

/** Advances the chaining value over `bytes`, which are whole 64-byte blocks. */
export type BlockFunction = (state: Uint32Array, bytes: Uint8Array) => void;

const blockBytes = 64;
const word = (words: Uint32Array, index: number): number => words[index] ?? 0;
const rotateRight = (x: number, n: number): number => (x >>> n) | (x << (32 - n));
const rotateLeft = (x: number, n: number): number => (x << n) | (x >>> (32 - n));

/** The first 32 bits of the fractional part of a positive number. */
const fraction32 = (x: number): number => Math.floor((x - Math.floor(x)) * 2 ** 32);
const primes = [...Array(312).keys()].filter((n) => n > 1 && [...Array(n).keys()].every((d) => d < 2 || n % d !== 0)).slice(0, 64);

/** FIPS 180-4, 4.2.2: cube roots of the first 64 primes; 5.3.3: square roots of the first 8. */
const sha256Constants = Uint32Array.from(primes, (p) => fraction32(Math.cbrt(p)));
export const sha256Start = Uint32Array.from(primes.slice(0, 8), (p) => fraction32(Math.sqrt(p)));

/** FIPS 180-4, 6.2.2. */
export const sha256Blocks: BlockFunction = (state, bytes) => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const schedule = new Uint32Array(64);
  for (let block = 0; block < bytes.length; block += blockBytes) {
    for (let t = 0; t < 16; t++) schedule[t] = view.getUint32(block + 4 * t);
    for (let t = 16; t < 64; t++) {
      const w15 = word(schedule, t - 15);
      const w2 = word(schedule, t - 2);
      const sigma0 = rotateRight(w15, 7) ^ rotateRight(w15, 18) ^ (w15 >>> 3);
      const sigma1 = rotateRight(w2, 17) ^ rotateRight(w2, 19) ^ (w2 >>> 10);
      schedule[t] = sigma1 + word(schedule, t - 7) + sigma0 + word(schedule, t - 16);
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
    for (let t = 0; t < 64; t++) {
      const choice = (e & f) ^ (~e & g);
      const majority = (a & b) ^ (a & c) ^ (b & c);
      const sum0 = rotateRight(a, 2) ^ rotateRight(a, 13) ^ rotateRight(a, 22);
      const sum1 = rotateRight(e, 6) ^ rotateRight(e, 11) ^ rotateRight(e, 25);
      const t1 = (h + sum1 + choice + word(sha256Constants, t) + word(schedule, t)) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + sum0 + majority) | 0];
    }
    for (const [i, value] of [a, b, c, d, e, f, g, h].entries()) state[i] = word(state, i) + value;
  }
};

/** RFC 1321, 3.3 and 3.4. */
export const md5Start = Uint32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
const md5Constants = Uint32Array.from({ length: 64 }, (_, i) => Math.floor(2 ** 32 * Math.abs(Math.sin(i + 1))));
const md5Shifts = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
];
/** Per round: the mixing function and which word of the block step i reads. */
const md5Rounds: readonly { mix(b: number, c: number, d: number): number; reads(i: number): number }[] = [
  { mix: (b, c, d) => (b & c) | (~b & d), reads: (i) => i },
  { mix: (b, c, d) => (b & d) | (c & ~d), reads: (i) => (5 * i + 1) % 16 },
  { mix: (b, c, d) => b ^ c ^ d, reads: (i) => (3 * i + 5) % 16 },
  { mix: (b, c, d) => c ^ (b | ~d), reads: (i) => (7 * i) % 16 },
];

export const md5Blocks: BlockFunction = (state, bytes) => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let block = 0; block < bytes.length; block += blockBytes) {
    let [a = 0, b = 0, c = 0, d = 0] = state;
    for (const [round, { mix, reads }] of md5Rounds.entries()) {
      for (let i = 0; i < 16; i++) {
        const sum = (a + mix(b, c, d) + view.getUint32(block + 4 * reads(i), true) + word(md5Constants, 16 * round + i)) | 0;
        [a, d, c, b] = [d, c, b, (b + rotateLeft(sum, md5Shifts[round]?.[i % 4] ?? 0)) | 0];
      }
    }
    for (const [i, value] of [a, b, c, d].entries()) state[i] = word(state, i) + value;
  }
};
