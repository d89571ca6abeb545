/** How is a kernel loaded from the base64 text it travels as? Without atob or Buffer: this room runs in pages, workers and Node alike. */

/** A loaded kernel: its memory, and its exports as functions of numbers. */
export interface Kernel {
  /** A fresh view of the kernel's memory from `address`; invalid once the memory grows. */
  bytesAt(address: number, length: number): Uint8Array;
  /** The exported function `name`; throws when the kernel has none. A function without a result answers NaN. */
  call(name: string): (...numbers: number[]) => number;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function bytesOfBase64(text: string): Uint8Array<ArrayBuffer> {
  const digits = text.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let bits = 0;
  let written = 0;
  for (let i = 0; i < digits.length; i++) {
    bits = ((bits << 6) | alphabet.indexOf(digits.charAt(i))) & 0xffffff;
    // Every digit but the first of four completes a byte.
    if (i % 4 !== 0) bytes[written++] = bits >>> (6 - 2 * (i % 4));
  }
  return bytes;
}

/**
 * Compiles the first of these builds of a kernel that this engine accepts, the last one in any case: put the build with SIMD before the one without. A page
 * needs `'wasm-unsafe-eval'` in the script-src of its content security policy.
 */
export async function compileKernel(...builds: readonly string[]): Promise<WebAssembly.Module> {
  const modules = builds.map(bytesOfBase64);
  const bytes = modules.find((module) => WebAssembly.validate(module)) ?? modules.at(-1);
  if (bytes === undefined) throw new TypeError('There is no build of this kernel.');
  return WebAssembly.compile(bytes);
}

/** Compiles a kernel as `compileKernel` does, and starts it in a memory of its own. */
export async function loadKernel(...builds: readonly string[]): Promise<Kernel> {
  const { exports } = await WebAssembly.instantiate(await compileKernel(...builds));
  const { memory } = exports;
  if (!(memory instanceof WebAssembly.Memory)) throw new TypeError('The kernel exports no memory.');
  return {
    bytesAt: (address, length) => new Uint8Array(memory.buffer, address, length),
    call(name) {
      const exported = exports[name];
      if (typeof exported !== 'function') throw new TypeError(`The kernel exports no function ${name}.`);
      return (...numbers) => Number(exported(...numbers));
    },
  };
}
