/**
 * How is a HEIC picture read on her device? By the same build of libheif in WebAssembly that the server uses, so that the pixels are the same. It is loaded only
 * when she says that she has such pictures. One instance reads them one after the other, and is given up after a file that it could not read.
 */
import { type HeifPicture, type LibHeif, primaryHeifPicture } from '@likeness/fingerprint';

/** Where the two files of the library are, on our own origin. */
export interface HeicFiles {
  readonly program: string;
  readonly binary: string;
}

/** Gives the picture's pixels to `use`, who must be done with them when it returns. */
export type HeicReader = <R>(bytes: Uint8Array, maxPixels: number, use: (picture: HeifPicture) => R) => R | 'damaged' | 'too-many-pixels';

declare function importScripts(url: string): void;

/** Loads both files. Rejects where one does not arrive. In a worker only. */
export async function loadHeicReader({ program, binary }: HeicFiles): Promise<HeicReader> {
  const response = await fetch(binary, { credentials: 'omit' });
  if (!response.ok) throw new Error('the HEIC decoder did not arrive');
  const module = await WebAssembly.compile(await response.arrayBuffer());
  importScripts(program);
  const library: unknown = Reflect.get(self, 'libheif');
  if (typeof library !== 'function') throw new Error('the HEIC decoder did not load');
  const instantiateWasm = (imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance) => void): object => {
    const instance = new WebAssembly.Instance(module, imports);
    receive(instance);
    return instance.exports;
  };
  const silent = (): void => {};
  // Its memory is used again: an instance for each file waits for the collector, and nine photographs of 12 megapixels held 234 MB, one 142.
  let kept: LibHeif | null = null;
  return (bytes, maxPixels, use) => {
    const started: LibHeif = kept ?? library({ instantiateWasm, print: silent, printErr: silent });
    kept = null;
    const found = primaryHeifPicture(started, bytes, maxPixels, use);
    if (found !== 'damaged') kept = started;
    return found;
  };
}
