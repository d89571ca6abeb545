/** What stands where in the kernel's memory, and how is a band's key read from a code? AssemblyScript. */

export const CODE_BYTES: usize = 32;

// Fixed places below the image. Memory comes from outside, so nothing may rest on what a data segment put there.
export const QUERY: usize = 4096;
export const DIFFERENCE: usize = 4160;
export const BANDS: usize = 4224;
export const RANGES_OF_BAND: usize = 5248;
export const CLASSES: usize = 5632;
export const PLANS: usize = 8192;
export const HITS: usize = 16384;
export const CANDIDATES: usize = 81920;
export const SPREAD: usize = 98304;
export const MASKS: usize = 360448;
export const RANGES: usize = 622592;
export const IMAGE: usize = 1703936;

@inline
export function keyAt(address: usize, firstBit: u32, width: u32): u32 {
  return (load<u32>(address + (firstBit >> 3)) >> (firstBit & 7)) & ((1 << width) - 1);
}
