/** What is the PDQ hash of these pixels, quickly? Feeds the WebAssembly kernel a few rows at a time, so it never holds a second copy of the picture. */
import { type Kernel, loadKernel } from '../wasm.ts';
import { kernelBase64, plainKernelBase64 } from './kernel.generated.ts';
import { checkPixels, checkSizes, type Pixels, PixelsRefused, type PixelsShape, type Rectangle } from './pixels.ts';
import type { PdqHash } from './reference.ts';

/** The plain call's hash, then the eight of the dihedral call, as `pdqReference` and `pdqReferenceTurns` give them. */
export interface PdqHashes {
  readonly plain: PdqHash;
  readonly turns: readonly PdqHash[];
}

/** One picture whose rows come in from the top. */
export interface RowsInProgress {
  /**
   * Takes whole rows, any number of them; the caller may use the array again. Throws PixelsRefused when they are not whole or more than the picture has, and an Error
   * once the kernel has begun another picture: it holds one at a time.
   */
  push(rows: Uint8Array | Uint8ClampedArray): void;
  /** Throws PixelsRefused while rows are missing. Call once. */
  finish(): PdqHashes;
}

export interface PdqKernel {
  /** Throws PixelsRefused as the reference does. */
  hash(pixels: Pixels): PdqHashes;
  /** The plain call's hash of a part of the picture, as if it had been cut out. Throws PixelsRefused when the part is not inside. */
  hashPart(pixels: Pixels, part: Rectangle): PdqHash;
  /** Begins a picture that nobody holds as a whole. Its memory is a window of rows: about 2 MB at 50 megapixels. Throws PixelsRefused for sizes that are refused. */
  start(shape: PixelsShape): RowsInProgress;
}

const hashBytes = 32;
const hashes = 9;
/** Rows that the kernel filters together. */
const bandRows = 8;
/** Columns that a strip brings along from the one before it. */
const skew = bandRows - 1;

/** The build with SIMD where the engine has it. `plain` asks for the other one, which gives the same bits in about four times the time. */
export async function loadPdqKernel({ plain = false }: { readonly plain?: boolean } = {}): Promise<PdqKernel> {
  const kernel = await (plain ? loadKernel(plainKernelBase64) : loadKernel(kernelBase64, plainKernelBase64));
  const feed = feederOf(kernel);
  const finish = kernel.call('finish');
  let pictures = 0;

  function results(withTurns: boolean): PdqHashes {
    const bytes = kernel.bytesAt(finish(withTurns ? 1 : 0), hashes * hashBytes + 8).slice();
    const [plainQuality = 0, turnsQuality = 0] = new Int32Array(bytes.buffer, hashes * hashBytes, 2);
    const hashAt = (index: number): Uint8Array => bytes.slice(index * hashBytes, (index + 1) * hashBytes);
    return {
      plain: { bytes: hashAt(0), quality: plainQuality },
      turns: withTurns ? Array.from({ length: hashes - 1 }, (_, i) => ({ bytes: hashAt(i + 1), quality: turnsQuality })) : [],
    };
  }

  return {
    hash(pixels) {
      checkPixels(pixels);
      pictures++;
      const { samples, width, height, channels } = pixels;
      const rowsAtOnce = feed.begin(pixels);
      const rowBytes = width * channels;
      for (let row = 0; row < height; row += rowsAtOnce) {
        feed.rows({ samples, from: row * rowBytes, stride: rowBytes, rows: Math.min(rowsAtOnce, height - row) });
      }
      return results(true);
    },
    hashPart(pixels, part) {
      checkPixels(pixels);
      checkPart(pixels, part);
      pictures++;
      const { samples, channels } = pixels;
      const rowsAtOnce = feed.begin({ ...part, channels });
      const stride = pixels.width * channels;
      const first = part.top * stride + part.left * channels;
      for (let row = 0; row < part.height; row += rowsAtOnce) {
        feed.rows({ samples, from: first + row * stride, stride, rows: Math.min(rowsAtOnce, part.height - row) });
      }
      return results(false).plain;
    },
    start(shape) {
      checkSizes(shape);
      const picture = ++pictures;
      const rowBytes = shape.width * shape.channels;
      const rowsAtOnce = feed.begin(shape);
      const held = new Uint8Array(rowsAtOnce * rowBytes);
      let heldRows = 0;
      let rowsLeft = shape.height;
      const mayGoOn = (): void => {
        if (picture !== pictures) throw new Error('The kernel has begun another picture; this one cannot go on.');
      };
      return {
        push(rows) {
          mayGoOn();
          const count = rows.length / rowBytes;
          if (!Number.isInteger(count)) throw new PixelsRefused(`Rows of ${rowBytes} bytes are whole, not ${rows.length} bytes.`);
          if (count > rowsLeft) throw new PixelsRefused(`${count} rows are more than the ${rowsLeft} that are left.`);
          for (let taken = 0; taken < count; ) {
            // What is there in full goes straight on.
            if (heldRows === 0 && count - taken >= rowsAtOnce) {
              feed.rows({ samples: rows, from: taken * rowBytes, stride: rowBytes, rows: rowsAtOnce });
              taken += rowsAtOnce;
              rowsLeft -= rowsAtOnce;
              continue;
            }
            const now = Math.min(count - taken, rowsAtOnce - heldRows);
            held.set(rows.subarray(taken * rowBytes, (taken + now) * rowBytes), heldRows * rowBytes);
            taken += now;
            heldRows += now;
            rowsLeft -= now;
            if (heldRows < rowsAtOnce && rowsLeft > 0) continue;
            feed.rows({ samples: held, from: 0, stride: rowBytes, rows: heldRows });
            heldRows = 0;
          }
        },
        finish() {
          mayGoOn();
          if (rowsLeft > 0) throw new PixelsRefused(`${rowsLeft} rows are missing.`);
          pictures++;
          return results(true);
        },
      };
    },
  };
}

interface RowsOfPicture {
  readonly samples: Uint8Array | Uint8ClampedArray;
  /** Where the first row starts, and from there to where the next one does, in bytes. */
  readonly from: number;
  readonly stride: number;
  readonly rows: number;
}

/** How rows get into the kernel's memory. */
interface Feeder {
  /** Answers how many rows are to come at a time; only the last may be fewer. */
  begin(shape: PixelsShape): number;
  rows(rows: RowsOfPicture): void;
}

function feederOf(kernel: Kernel): Feeder {
  const begin = kernel.call('begin');
  const input = kernel.call('input');
  const inputRows = kernel.call('inputRows');
  const push = kernel.call('push');
  const pushStrip = kernel.call('pushStrip');
  const strip = kernel.call('stripColumns')();
  let width = 0;
  let channels = 1;

  function copyRows({ samples, from, stride, rows }: RowsOfPicture, rowBytes: number): void {
    const target = kernel.bytesAt(input(), rows * rowBytes);
    if (stride === rowBytes) target.set(samples.subarray(from, from + rows * rowBytes));
    else
      for (let row = 0; row < rows; row++)
        target.set(samples.subarray(from + row * stride, from + row * stride + rowBytes), row * rowBytes);
  }

  return {
    begin(shape) {
      ({ width, channels } = shape);
      begin(width, shape.height, channels);
      return inputRows();
    },
    rows(all) {
      if (width <= strip) {
        copyRows(all, width * channels);
        push(all.rows);
        return;
      }
      for (let column = 0; column < width; column += strip) {
        const columns = Math.min(strip, width - column);
        const before = column > 0 ? skew : 0;
        copyRows({ ...all, from: all.from + (column - before) * channels }, (before + columns) * channels);
        pushStrip(all.rows, column, columns);
      }
    },
  };
}

function checkPart({ width, height }: Pixels, part: Rectangle): void {
  const { left, top } = part;
  const isInside =
    [left, top, part.width, part.height].every(Number.isInteger) &&
    left >= 0 &&
    top >= 0 &&
    part.width >= 1 &&
    part.height >= 1 &&
    left + part.width <= width &&
    top + part.height <= height;
  if (!isInside) throw new PixelsRefused(`${part.width} x ${part.height} at ${left}, ${top} is not inside ${width} x ${height}.`);
}
