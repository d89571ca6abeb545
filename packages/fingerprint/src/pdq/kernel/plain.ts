/** How are rows filtered where there is no SIMD? One row after the other, all filters in one loop, sums in the reference's order. */
import { aheadWide, BAND, channels, height, kept, keptAt, lumaAt, rowsDone, SMALL, take, tall, wide, width } from './layout';

/** Luma of the rows of this band, each with a window of zeros before it and one zero behind. */
let luma: usize = 0;
let lumaRowBytes: usize = 0;
/** What the column filter writes of one row, with a window of zeros before it. */
let means: usize = 0;
/** The second row filter's sums of one row, by the column that it has just taken in. */
let secondSums: usize = 0;
/** The first column filter: running sums, and the rows inside its window. */
let columnSums: usize = 0;
let ring: usize = 0;

export function beginPlain(): void {
  lumaRowBytes = <usize>(wide + width + 1) << 2;
  const rowBytes = <usize>(width + 1) << 2;
  luma = take(<usize>BAND * lumaRowBytes);
  means = take(<usize>(wide << 2) + rowBytes);
  secondSums = take(rowBytes);
  columnSums = take(rowBytes);
  ring = take(<usize>tall * rowBytes);
  memory.fill(luma, 0, <usize>BAND * lumaRowBytes);
  memory.fill(means, 0, wide << 2);
  memory.fill(columnSums, 0, rowBytes);
  memory.fill(ring, 0, <usize>tall * rowBytes);
}

export function lumaPlain(first: usize, stride: i32, from: i32, to: i32): void {
  for (let q: i32 = 0; q < BAND; q++) {
    let pixel = first + <usize>(q * stride);
    const end = lumaOfRow(q) + <usize>(to << 2);
    for (let p = lumaOfRow(q) + <usize>(from << 2); p < end; p += 4, pixel += channels) store<f32>(p, first == 0 ? 0 : lumaAt(pixel, channels));
  }
}

@inline
function lumaOfRow(q: i32): usize { return luma + <usize>q * lumaRowBytes + <usize>(wide << 2); }

export function filterPlain(): void {
  const end = keptAt(SMALL - 1, width) + 2 * aheadWide + 1;
  const cut = min(end, wide - 1);
  const whole = min(end, width);
  for (let q: i32 = 0; q < BAND; q++) {
    const row = rowsDone + q;
    const slot = ring + <usize>(row % tall) * (<usize>(width + 1) << 2);
    const down = <f32>max(1, min(row + 1, tall) - max(0, row - height + 1));
    sum1 = 0;
    sum2 = 0;
    for (let column: i32 = 0; column < cut; column++) filterColumns(q, slot, column, column + 1, <f32>(column + 1), down);
    filterColumns(q, slot, cut, whole, <f32>wide, down);
    if (whole < end) filterColumns(q, slot, whole, end, <f32>(wide - 1), down);
    for (let j: i32 = 0; j < SMALL; j++) {
      store<f32>(kept + <usize>((q * SMALL + j) << 2), load<f32>(secondSums + <usize>((keptAt(j, width) + aheadWide) << 2)));
    }
  }
}

let sum1: f32 = 0;
let sum2: f32 = 0;

/** Takes in columns `from` to `to` of one row, whose windows hold `across` columns and `down` rows. */
function filterColumns(q: i32, slot: usize, from: i32, to: i32, across: f32, down: f32): void {
  const back = <usize>(wide << 2);
  const enters = lumaOfRow(q);
  let first = sum1;
  let second = sum2;
  for (let column = from; column < to; column++) {
    const p = enters + (<usize>column << 2);
    first = first + load<f32>(p) - load<f32>(p - back);
    const x = column - aheadWide;
    if (x < 0) continue;
    const o = <usize>x << 2;
    const mean = first / across;
    const sum = load<f32>(columnSums + o) + mean - load<f32>(slot + o);
    store<f32>(slot + o, mean);
    store<f32>(columnSums + o, sum);
    const entering = sum / down;
    store<f32>(means + back + o, entering);
    second = second + entering - load<f32>(means + o);
    store<f32>(secondSums + o, second);
  }
  sum1 = first;
  sum2 = second;
}
