/** In how many bits do two fingerprints differ? */

/** Number of differing bits. Throws a RangeError when the lengths differ: values of different kinds have no distance. */
export function hammingDistance(a: Uint8Array, b: Uint8Array): number {
  if (a.length !== b.length) throw new RangeError(`A distance needs two values of equal length, not ${a.length} and ${b.length} bytes.`);
  let distance = 0;
  for (let i = 0; i < a.length; i++) {
    let differing = (a[i] ?? 0) ^ (b[i] ?? 0);
    for (; differing !== 0; differing &= differing - 1) distance++;
  }
  return distance;
}
