/** How is the peer of the PDQ kernel made? kernel/scalar-port.ts, compiled when the benchmark starts, and refused unless it gives the reference's bits. */
import { readFileSync } from 'node:fs';
import { hexOfBytes, type Pixels, pdqReference } from '@likeness/fingerprint';
import asc from 'assemblyscript/asc';

/** Hash and quality as text. */
export type HashOfPixels = (pixels: Pixels) => string;

/** Hash in hex, a space, the quality: two implementations agree when these do. */
export const asText = ({ bytes, quality }: { readonly bytes: Uint8Array; readonly quality: number }): string =>
  `${hexOfBytes(bytes)} ${quality}`;

/** Plain WebAssembly, optimised as the kernel is. Throws where one of `proofs` gets another hash than the slow reference gives. */
export async function loadScalarPort(proofs: readonly Pixels[]): Promise<HashOfPixels> {
  const { input, hash, memory } = await compiled();
  const port: HashOfPixels = ({ samples, width, height, channels }) => {
    const at = input(width, height, channels);
    new Uint8Array(memory.buffer, at, samples.length).set(samples);
    const result = new Uint8Array(memory.buffer, hash(width, height, channels), 36).slice();
    return asText({ bytes: result.subarray(0, 32), quality: new DataView(result.buffer).getInt32(32, true) });
  };
  for (const pixels of proofs) {
    if (port(pixels) !== asText(pdqReference(pixels))) throw new Error(`The scalar port is wrong at ${pixels.width} x ${pixels.height}.`);
  }
  return port;
}

interface Port {
  readonly input: (width: number, height: number, channels: number) => number;
  readonly hash: (width: number, height: number, channels: number) => number;
  readonly memory: WebAssembly.Memory;
}

async function compiled(): Promise<Port> {
  const source = readFileSync(new URL('kernel/scalar-port.ts', import.meta.url), 'utf8');
  let wasm: Uint8Array | undefined;
  const { error, stderr } = await asc.main(
    ['port.ts', '--outFile', 'port.wasm', '-O3', '--noAssert', '--runtime', 'stub', '--disable', 'simd'],
    {
      readFile: (file) => (file === 'port.ts' ? source : null),
      writeFile: (_file, contents) => {
        if (typeof contents !== 'string') wasm = contents;
      },
      listFiles: () => [],
    },
  );
  if (error !== null || wasm === undefined) throw new Error(`The scalar port does not compile:\n${stderr.toString()}`);
  const { exports } = await WebAssembly.instantiate(await WebAssembly.compile(Uint8Array.from(wasm)));
  const { input, hash, memory } = exports;
  if (typeof input !== 'function' || typeof hash !== 'function' || !(memory instanceof WebAssembly.Memory)) {
    throw new TypeError('The scalar port exports something else than it should.');
  }
  return {
    input: (width, height, channels) => Number(input(width, height, channels)),
    hash: (width, height, channels) => Number(hash(width, height, channels)),
    memory,
  };
}
