/**
 * What does the reference program cost as plain WebAssembly? The peer that the benchmark measures against: AssemblyScript, line by line the steps of
 * facebook/ThreatExchange `pdq/cpp` (hashing/pdqhashing.cpp, downscaling/downscaling.cpp, hashing/torben.cpp), whole planes, one pass after the other,
 * no SIMD, no cleverness added or taken away. Checked bit for bit against the reference before it is timed.
 *
 * Calls: input(width, height, channels) gives where the interleaved samples go; hash(width, height, channels) the address of 32 bytes in text order and an i32 quality.
 */

const matrix = memory.data(16 * 64 * 4, 16);
const buffer64 = memory.data(64 * 64 * 4, 16);
const bufferT = memory.data(16 * 64 * 4, 16);
const buffer16 = memory.data(16 * 16 * 4, 16);
const result = memory.data(36, 16);

const scale: f64 = <f64>(<f32>sqrt<f64>(2.0 / 64.0));
for (let i: i32 = 0; i < 16; i++) {
  for (let j: i32 = 0; j < 64; j++) {
    store<f32>(matrix + <usize>((i * 64 + j) << 2), <f32>(scale * Math.cos((Math.PI / 2.0 / 64.0) * <f64>(i + 1) * <f64>(2 * j + 1))));
  }
}

/**
 * Planes lie as two allocations of the reference program would: 16 bytes apart. Exactly side by side they would share the low bits of their addresses,
 * which costs a processor that guesses from those whether a load depends on a store 15 % at 512x512.
 */
function plane(index: i32, pixels: i32): usize {
  return ((__heap_base + 63) & ~63) + <usize>index * <usize>((pixels << 2) + 16);
}

export function input(width: i32, height: i32, channels: i32): usize {
  const pixels = width * height;
  const end = plane(2, pixels) + <usize>(pixels * channels);
  const pages = <i32>((end + 0xffff) >> 16) - memory.size();
  if (pages > 0 && memory.grow(pages) < 0) unreachable();
  return plane(2, pixels);
}

export function hash(width: i32, height: i32, channels: i32): usize {
  const pixels = width * height;
  const luma = plane(0, pixels);
  const other = plane(1, pixels);
  fillFloatLuma(plane(2, pixels), luma, pixels, channels);
  const quality = hash256FromFloatLuma(luma, other, width, height);
  store<i32>(result, quality, 32);
  return result;
}

function fillFloatLuma(from: usize, luma: usize, pixels: i32, channels: i32): void {
  for (let i: i32 = 0; i < pixels; i++) {
    const r = load<u8>(from);
    const g = channels == 1 ? r : load<u8>(from, 1);
    const b = channels == 1 ? r : load<u8>(from, 2);
    store<f32>(luma + ((<usize>i) << 2), <f32>0.299 * <f32>r + <f32>0.587 * <f32>g + <f32>0.114 * <f32>b);
    from += channels;
  }
}

function hash256FromFloatLuma(luma: usize, other: usize, width: i32, height: i32): i32 {
  if (width < 5 || height < 5) {
    memory.fill(result, 0, 36);
    return 0;
  }
  if (width == 64 && height == 64) memory.copy(buffer64, luma, 64 * 64 * 4);
  else {
    const windowAlongRows = (width + 127) / 128;
    const windowAlongCols = (height + 127) / 128;
    for (let pass: i32 = 0; pass < 2; pass++) {
      boxAlongRows(luma, other, height, width, windowAlongRows);
      boxAlongCols(other, luma, height, width, windowAlongCols);
    }
    decimate(luma, height, width);
  }
  const quality = qualityMetric();
  dct64To16();
  toBits();
  return quality;
}

function box1D(from: usize, to: usize, length: i32, stride: i32, fullWindow: i32): void {
  const halfWindow = (fullWindow + 2) / 2;
  const phase1 = halfWindow - 1;
  const phase2 = fullWindow - halfWindow + 1;
  const phase3 = length - fullWindow;
  const phase4 = halfWindow - 1;
  const step = <usize>(stride << 2);
  let enters = from;
  let leaves = from;
  let writes = to;
  let sum: f32 = 0;
  let window: i32 = 0;
  for (let i: i32 = 0; i < phase1; i++) {
    sum += load<f32>(enters);
    window++;
    enters += step;
  }
  for (let i: i32 = 0; i < phase2; i++) {
    sum += load<f32>(enters);
    window++;
    store<f32>(writes, sum / <f32>window);
    enters += step;
    writes += step;
  }
  for (let i: i32 = 0; i < phase3; i++) {
    sum += load<f32>(enters);
    sum -= load<f32>(leaves);
    store<f32>(writes, sum / <f32>window);
    leaves += step;
    enters += step;
    writes += step;
  }
  for (let i: i32 = 0; i < phase4; i++) {
    sum -= load<f32>(leaves);
    window--;
    store<f32>(writes, sum / <f32>window);
    leaves += step;
    writes += step;
  }
}

function boxAlongRows(from: usize, to: usize, rows: i32, columns: i32, window: i32): void {
  for (let i: i32 = 0; i < rows; i++) box1D(from + <usize>((i * columns) << 2), to + <usize>((i * columns) << 2), columns, 1, window);
}

function boxAlongCols(from: usize, to: usize, rows: i32, columns: i32, window: i32): void {
  for (let j: i32 = 0; j < columns; j++) box1D(from + <usize>(j << 2), to + <usize>(j << 2), rows, columns, window);
}

function decimate(from: usize, rows: i32, columns: i32): void {
  for (let i: i32 = 0; i < 64; i++) {
    const y = <i32>(((<f64>i + 0.5) * <f64>rows) / 64);
    for (let j: i32 = 0; j < 64; j++) {
      const x = <i32>(((<f64>j + 0.5) * <f64>columns) / 64);
      store<f32>(buffer64 + <usize>((i * 64 + j) << 2), load<f32>(from + <usize>((y * columns + x) << 2)));
    }
  }
}

function qualityMetric(): i32 {
  let gradientSum: i32 = 0;
  for (let i: i32 = 0; i < 63; i++) {
    for (let j: i32 = 0; j < 64; j++) {
      const u = load<f32>(buffer64 + <usize>((i * 64 + j) << 2));
      const v = load<f32>(buffer64 + <usize>(((i + 1) * 64 + j) << 2));
      gradientSum += abs<i32>(<i32>(((u - v) * 100) / 255));
    }
  }
  for (let i: i32 = 0; i < 64; i++) {
    for (let j: i32 = 0; j < 63; j++) {
      const u = load<f32>(buffer64 + <usize>((i * 64 + j) << 2));
      const v = load<f32>(buffer64 + <usize>((i * 64 + j + 1) << 2));
      gradientSum += abs<i32>(<i32>(((u - v) * 100) / 255));
    }
  }
  return min(100, gradientSum / 90);
}

function dct64To16(): void {
  for (let i: i32 = 0; i < 16; i++) {
    for (let j: i32 = 0; j < 64; j++) {
      let sum: f32 = 0;
      for (let k: i32 = 0; k < 64; k++)
        sum += load<f32>(matrix + <usize>((i * 64 + k) << 2)) * load<f32>(buffer64 + <usize>((k * 64 + j) << 2));
      store<f32>(bufferT + <usize>((i * 64 + j) << 2), sum);
    }
  }
  for (let i: i32 = 0; i < 16; i++) {
    for (let j: i32 = 0; j < 16; j++) {
      let sum: f32 = 0;
      for (let k: i32 = 0; k < 64; k++)
        sum += load<f32>(bufferT + <usize>((i * 64 + k) << 2)) * load<f32>(matrix + <usize>((j * 64 + k) << 2));
      store<f32>(buffer16 + <usize>((i * 16 + j) << 2), sum);
    }
  }
}

/** Torben Mogensen's median: no copy, the range of values is halved until the middle is found; of two middle values the lower. */
function torben(): f32 {
  const n: i32 = 256;
  let least = load<f32>(buffer16);
  let most = least;
  for (let i: i32 = 1; i < n; i++) {
    const value = load<f32>(buffer16 + <usize>(i << 2));
    if (value < least) least = value;
    if (value > most) most = value;
  }
  while (true) {
    const guess = (least + most) / 2;
    let less: i32 = 0;
    let greater: i32 = 0;
    let equal: i32 = 0;
    let maxBelow = least;
    let minAbove = most;
    for (let i: i32 = 0; i < n; i++) {
      const value = load<f32>(buffer16 + <usize>(i << 2));
      if (value < guess) {
        less++;
        if (value > maxBelow) maxBelow = value;
      } else if (value > guess) {
        greater++;
        if (value < minAbove) minAbove = value;
      } else equal++;
    }
    if (less <= (n + 1) / 2 && greater <= (n + 1) / 2) {
      if (less >= (n + 1) / 2) return maxBelow;
      if (less + equal >= (n + 1) / 2) return guess;
      return minAbove;
    }
    if (less > greater) most = maxBelow;
    else least = minAbove;
  }
}

function toBits(): void {
  const median = torben();
  memory.fill(result, 0, 32);
  for (let k: i32 = 0; k < 256; k++) {
    if (load<f32>(buffer16 + <usize>(k << 2)) > median) {
      const byte = result + <usize>(31 - (k >> 3));
      store<u8>(byte, load<u8>(byte) | <u8>((<u32>1) << (k & 7)));
    }
  }
}
