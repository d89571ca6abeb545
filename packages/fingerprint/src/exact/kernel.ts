/** What do SHA-256 and MD5 do with 64-byte blocks, quickly? The WebAssembly kernel behind the same signature as reference.ts. */
import { loadKernel } from '../wasm.ts';
import { plainKernelBase64 } from './kernel.generated.ts';
import type { BlockFunction } from './reference.ts';

export interface ExactKernel {
  readonly sha256Blocks: BlockFunction;
  readonly md5Blocks: BlockFunction;
}

const blockBytes = 64;

export async function loadExactKernel(): Promise<ExactKernel> {
  const kernel = await loadKernel(plainKernelBase64);
  const input = kernel.call('input')();
  const inputBytes = kernel.call('inputBytes')();
  const stateAddress = kernel.call('state')();

  /** The chaining value stays with the caller, so any number of files may be under way at once. */
  function blockFunction(name: 'sha256' | 'md5'): BlockFunction {
    const run = kernel.call(name);
    return (state, bytes) => {
      const chain = new Uint32Array(kernel.bytesAt(stateAddress, state.byteLength).buffer, stateAddress, state.length);
      chain.set(state);
      for (let start = 0; start < bytes.length; start += inputBytes) {
        const part = bytes.subarray(start, start + inputBytes);
        kernel.bytesAt(input, part.length).set(part);
        run(part.length / blockBytes);
      }
      state.set(chain);
    };
  }
  return { sha256Blocks: blockFunction('sha256'), md5Blocks: blockFunction('md5') };
}
