/** The part of the WebAssembly JavaScript API that the kernels use: pure rooms have neither DOM nor Node types, and this is all they share. */
declare namespace WebAssembly {
  interface Memory {
    readonly buffer: ArrayBufferLike;
    grow(pages: number): number;
  }
  const Memory: new (descriptor: { initial: number; maximum?: number; shared?: boolean }) => Memory;
  type Module = object;
  const Module: new (bytes: Uint8Array) => Module;
  interface Instance {
    readonly exports: Record<string, unknown>;
  }
  const Instance: new (module: Module, imports?: Record<string, Record<string, unknown>>) => Instance;
  function compile(bytes: Uint8Array): Promise<Module>;
  function instantiate(module: Module, imports?: Record<string, Record<string, unknown>>): Promise<Instance>;
  function validate(bytes: Uint8Array): boolean;
}
