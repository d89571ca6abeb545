/** In how many bits do two fingerprints differ? */

/** By byte: how many of its bits are set. */
const bitsIn = new Uint8Array(256);
for (let byte = 1; byte < 256; byte++) bitsIn[byte] = (bitsIn[byte >> 1] ?? 0) + (byte & 1);

/** Number of differing bits. Throws a RangeError when the lengths differ: values of different kinds have no distance. */
export function hammingDistance(a: Uint8Array, b: Uint8Array): number {
  return distanceUpTo(a, b, Number.POSITIVE_INFINITY);
}

/** Whether they differ in so many bits at most. Throws as `hammingDistance`. */
export function isWithin(a: Uint8Array, b: Uint8Array, most: number): boolean {
  return distanceUpTo(a, b, most) <= most;
}

/** Counts no further than the first byte with which it is more than `most`. */
function distanceUpTo(a: Uint8Array, b: Uint8Array, most: number): number {
  if (a.length !== b.length) throw new RangeError(`A distance needs two values of equal length, not ${a.length} and ${b.length} bytes.`);
  let distance = 0;
  for (let i = 0; i < a.length && distance <= most; i++) distance += bitsIn[(a[i] ?? 0) ^ (b[i] ?? 0)] ?? 0;
  return distance;
}
