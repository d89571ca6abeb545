/**
 * What do SHA-256 and MD5 do with 64-byte blocks, quickly? AssemblyScript; the same bits as ../reference.ts.
 *
 * The caller keeps each file's chaining value: it writes it at state(), whole blocks at input(), calls, and reads state() back.
 */

/** FIPS 180-4, 4.2.2. */
const K = memory.data<u32>([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
], 16);

/** RFC 1321, 3.4: floor(2^32 * abs(sin(i + 1))). */
const T = memory.data<u32>([
  0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501,
  0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821,
  0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8,
  0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a,
  0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70,
  0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665,
  0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1,
  0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391,
], 16);

/** RFC 1321, 3.4: by how much step i of each round turns. */
const S = memory.data<u8>([7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21], 16);

const INPUT_BYTES: i32 = 1 << 16;
const chain = memory.data(32, 16);
const schedule = memory.data(256, 16);
const blocks = memory.data(INPUT_BYTES, 16);

export function state(): usize { return chain; }
export function input(): usize { return blocks; }
export function inputBytes(): i32 { return INPUT_BYTES; }

/** FIPS 180-4, 6.2.2, over `count` blocks. */
export function sha256(count: i32): void {
  for (let block = blocks, end = blocks + (<usize>count << 6); block < end; block += 64) {
    for (let t: usize = 0; t < 64; t += 4) store<u32>(schedule + t, bswap<u32>(load<u32>(block + t)));
    for (let p = schedule + 64; p < schedule + 256; p += 4) {
      const w15 = load<u32>(p - 60);
      const w2 = load<u32>(p - 8);
      const sigma0 = rotr<u32>(w15, 7) ^ rotr<u32>(w15, 18) ^ (w15 >> 3);
      const sigma1 = rotr<u32>(w2, 17) ^ rotr<u32>(w2, 19) ^ (w2 >> 10);
      store<u32>(p, sigma1 + load<u32>(p - 28) + sigma0 + load<u32>(p - 64));
    }
    let a = load<u32>(chain);
    let b = load<u32>(chain, 4);
    let c = load<u32>(chain, 8);
    let d = load<u32>(chain, 12);
    let e = load<u32>(chain, 16);
    let f = load<u32>(chain, 20);
    let g = load<u32>(chain, 24);
    let h = load<u32>(chain, 28);
    for (let t: usize = 0; t < 256; t += 4) {
      const sum1 = rotr<u32>(e, 6) ^ rotr<u32>(e, 11) ^ rotr<u32>(e, 25);
      const t1 = h + sum1 + ((e & f) ^ (~e & g)) + load<u32>(K + t) + load<u32>(schedule + t);
      const sum0 = rotr<u32>(a, 2) ^ rotr<u32>(a, 13) ^ rotr<u32>(a, 22);
      const t2 = sum0 + ((a & b) ^ (a & c) ^ (b & c));
      h = g;
      g = f;
      f = e;
      e = d + t1;
      d = c;
      c = b;
      b = a;
      a = t1 + t2;
    }
    store<u32>(chain, load<u32>(chain) + a);
    store<u32>(chain, load<u32>(chain, 4) + b, 4);
    store<u32>(chain, load<u32>(chain, 8) + c, 8);
    store<u32>(chain, load<u32>(chain, 12) + d, 12);
    store<u32>(chain, load<u32>(chain, 16) + e, 16);
    store<u32>(chain, load<u32>(chain, 20) + f, 20);
    store<u32>(chain, load<u32>(chain, 24) + g, 24);
    store<u32>(chain, load<u32>(chain, 28) + h, 28);
  }
}

/** RFC 1321, 3.4, over `count` blocks. */
export function md5(count: i32): void {
  for (let block = blocks, end = blocks + (<usize>count << 6); block < end; block += 64) {
    let a = load<u32>(chain);
    let b = load<u32>(chain, 4);
    let c = load<u32>(chain, 8);
    let d = load<u32>(chain, 12);
    for (let i: i32 = 0; i < 64; i++) {
      let mixed: u32;
      let reads: i32;
      if (i < 16) {
        mixed = (b & c) | (~b & d);
        reads = i;
      } else if (i < 32) {
        mixed = (b & d) | (c & ~d);
        reads = 5 * i + 1;
      } else if (i < 48) {
        mixed = b ^ c ^ d;
        reads = 3 * i + 5;
      } else {
        mixed = c ^ (b | ~d);
        reads = 7 * i;
      }
      const sum = a + mixed + load<u32>(T + (<usize>i << 2)) + load<u32>(block + <usize>((reads & 15) << 2));
      a = d;
      d = c;
      c = b;
      b += rotl<u32>(sum, <u32>load<u8>(S + ((i >> 4) << 2) + (i & 3)));
    }
    store<u32>(chain, load<u32>(chain) + a);
    store<u32>(chain, load<u32>(chain, 4) + b, 4);
    store<u32>(chain, load<u32>(chain, 8) + c, 8);
    store<u32>(chain, load<u32>(chain, 12) + d, 12);
  }
}
