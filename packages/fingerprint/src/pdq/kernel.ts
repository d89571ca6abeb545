/** What is the PDQ hash of these pixels, quickly? Feeds the WebAssembly kernel in bands of rows, so it never holds a second copy of the picture. */
import { loadKernel } from '../wasm.ts';
import { kernelBase64 } from './kernel.generated.ts';
import { checkPixels, type Pixels } from './pixels.ts';
import type { PdqHash } from './reference.ts';

export interface PdqKernel {
  /** The plain call's hash, then the eight of the dihedral call, as `pdqReference` and `pdqReferenceTurns` give them. Throws PixelsRefused as they do. */
  hash(pixels: Pixels): { readonly plain: PdqHash; readonly turns: readonly PdqHash[] };
}

const hashBytes = 32;
const hashes = 9;

export async function loadPdqKernel(): Promise<PdqKernel> {
  const kernel = await loadKernel(kernelBase64);
  const begin = kernel.call('begin');
  const input = kernel.call('input');
  const bandRows = kernel.call('bandRows');
  const push = kernel.call('push');
  const finish = kernel.call('finish');
  return {
    hash(pixels) {
      checkPixels(pixels);
      const { samples, width, height, channels } = pixels;
      begin(width, height, channels);
      const rowBytes = width * channels;
      const rowsAtOnce = bandRows();
      for (let row = 0; row < height; row += rowsAtOnce) {
        const rows = Math.min(rowsAtOnce, height - row);
        kernel.bytesAt(input(), rows * rowBytes).set(samples.subarray(row * rowBytes, (row + rows) * rowBytes));
        push(rows);
      }
      const results = kernel.bytesAt(finish(), hashes * hashBytes + 8).slice();
      const [plainQuality = 0, turnsQuality = 0] = new Int32Array(results.buffer, hashes * hashBytes, 2);
      const hashAt = (index: number): Uint8Array => results.slice(index * hashBytes, (index + 1) * hashBytes);
      return {
        plain: { bytes: hashAt(0), quality: plainQuality },
        turns: Array.from({ length: hashes - 1 }, (_, i) => ({ bytes: hashAt(i + 1), quality: turnsQuality })),
      };
    },
  };
}
