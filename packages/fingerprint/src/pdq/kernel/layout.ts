/** What do the parts of the kernel share? The picture at hand and where things lie in memory. */

export const SMALL: i32 = 64;
export const DCT: i32 = 16;
export const TERMS: i32 = DCT * DCT;
export const HASH_BYTES: i32 = 32;
export const HASHES: i32 = 9;
export const MIN_EDGE: i32 = 5;
/** Rows that are filtered together: two vectors of four lanes. */
export const BAND: i32 = 8;
/** Room before and behind anything that is read in whole vectors. */
export const SPARE: usize = 64;

/** The 64x64 picture that remains. */
export const small = memory.data(SMALL * SMALL * 4, 16);
/** The luma as it came, kept only for pictures of exactly 64x64. */
export const unfiltered = memory.data(SMALL * SMALL * 4, 16);
/** What the second row filter left of the rows of this band: 8 x 64 sums. */
export const kept = memory.data(BAND * SMALL * 4, 16);
/** Second column filter: one running sum per column. */
const keptSums = memory.data(SMALL * 4, 16);

export let width: i32 = 0;
export let height: i32 = 0;
export let channels: i32 = 0;
/** The filter's windows along a row and down a column, and by how many values each reads ahead of what it writes. */
export let wide: i32 = 0;
export let tall: i32 = 0;
export let aheadWide: i32 = 0;
export let aheadTall: i32 = 0;
export let isSmall: bool = false;
/** Rows that have gone through the first column filter. */
export let rowsDone: i32 = 0;
/** Rows that must go through it: the picture's and, where the last window needs it, one of zeros. */
export let rowsNeeded: i32 = 0;

let keptRing: usize = 0;
let smallRows: i32 = 0;
/** The first byte that nothing has taken yet. */
let free: usize = 0;

export function beginPicture(w: i32, h: i32, c: i32): void {
  width = w;
  height = h;
  channels = c;
  wide = (w + 127) >> 7;
  tall = (h + 127) >> 7;
  aheadWide = wide >> 1;
  aheadTall = tall >> 1;
  isSmall = w == SMALL && h == SMALL;
  rowsDone = 0;
  rowsNeeded = keptAt(SMALL - 1, h) + 2 * aheadTall + 1;
  smallRows = 0;
  free = (__heap_base + 63) & ~63;
  keptRing = take(<usize>(tall * SMALL * 4));
  memory.fill(keptRing, 0, tall * SMALL * 4);
  memory.fill(keptSums, 0, SMALL * 4);
}

export function endBand(): void {
  rowsDone += BAND;
}

/** Which column (row) of the filtered picture is the one numbered `index` of the 64. Never nearer to an end than half a window, so all 64 are means over whole windows. */
@inline
export function keptAt(index: i32, edge: i32): i32 { return ((2 * index + 1) * edge) >> 7; }

/** Memory for this picture; grows it where needed. Holds whatever was there before. */
export function take(bytes: usize): usize {
  const start = free;
  free = (free + bytes + 2 * SPARE + 63) & ~63;
  const pages = <i32>((free + 0xffff) >> 16) - memory.size();
  if (pages > 0 && memory.grow(pages) < 0) unreachable();
  return start + SPARE;
}

/** Luma of one pixel. Grey counts as R = G = B; the multiplications are made all the same, for their rounding. */
@inline
export function lumaAt(from: usize, c: i32): f32 {
  const r = <f32>load<u8>(from);
  const g = c == 1 ? r : <f32>load<u8>(from, 1);
  const b = c == 1 ? r : <f32>load<u8>(from, 2);
  return <f32>0.299 * r + <f32>0.587 * g + <f32>0.114 * b;
}

/** Second column filter over the rows that lie in `kept`; keeps the 64 that belong to the small picture. */
export function filterKept(): void {
  const lastNeeded = rowsNeeded - 1 - aheadTall;
  for (let q: i32 = 0; q < BAND; q++) {
    const enters = rowsDone + q - aheadTall;
    if (enters < 0 || enters > lastNeeded) continue;
    const row = kept + <usize>(q * SMALL * 4);
    const slot = keptRing + <usize>((enters % tall) * SMALL * 4);
    const writes = enters - aheadTall;
    const stays = smallRows < SMALL && keptAt(smallRows, height) == writes;
    const to = small + <usize>(smallRows * SMALL * 4);
    if (ASC_FEATURE_SIMD) {
      const acrossRow = f32x4.splat(<f32>wide);
      const downColumn = f32x4.splat(<f32>tall);
      for (let o: usize = 0; o < <usize>(SMALL * 4); o += 16) {
        const mean = f32x4.div(v128.load(row + o), acrossRow);
        const sum = f32x4.sub(f32x4.add(v128.load(keptSums + o), mean), v128.load(slot + o));
        v128.store(slot + o, mean);
        v128.store(keptSums + o, sum);
        if (stays) v128.store(to + o, f32x4.div(sum, downColumn));
      }
    } else {
      for (let o: usize = 0; o < <usize>(SMALL * 4); o += 4) {
        const mean = load<f32>(row + o) / <f32>wide;
        const sum = load<f32>(keptSums + o) + mean - load<f32>(slot + o);
        store<f32>(slot + o, mean);
        store<f32>(keptSums + o, sum);
        if (stays) store<f32>(to + o, sum / <f32>tall);
      }
    }
    if (stays) {
      smallRows++;
      // Pictures lower than 64 rows give some of them more than once.
      while (smallRows < SMALL && keptAt(smallRows, height) == writes) {
        memory.copy(small + <usize>(smallRows * SMALL * 4), to, SMALL * 4);
        smallRows++;
      }
    }
  }
}
