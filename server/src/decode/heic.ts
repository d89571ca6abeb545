/**
 * How is a HEIC file read? By libheif in WebAssembly, since sharp's libvips has no HEVC decoder. The library's bytes are taken in at start, while files may
 * still be opened with the user's own rights; compiled it is only when the first such file comes.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
import { type LibHeif, primaryHeifPicture } from '@likeness/fingerprint';
import { DecodeError } from './decode-error.ts';
import type { Samples } from './picture.ts';

export interface HeicReader {
  /**
   * The pixels of the primary picture, turned as the file's own properties say; RGBA where it has an alpha channel. Sizes are checked against `maxPixels`
   * before pixels are allocated; libheif in turn holds the coded picture to the sizes of the header. Throws DecodeError.
   */
  read(bytes: Uint8Array, maxPixels: number): Samples;
}

/** Reads the library's files, compiles nothing. Each file gets an instance of its own: nothing of one reaches the next, and its memory goes with it. */
export function heicReader(): HeicReader {
  const require = createRequire(import.meta.url);
  const program = readFileSync(require.resolve('libheif-js/libheif-wasm/libheif.js'), 'utf8');
  const binary = readFileSync(require.resolve('libheif-js/libheif-wasm/libheif.wasm'));
  let start: (() => LibHeif) | undefined;
  return {
    read(bytes, maxPixels) {
      start ??= compiled(program, binary, require);
      return primaryPicture(start(), bytes, maxPixels);
    },
  };
}

function compiled(program: string, binary: Buffer, require: NodeJS.Require): () => LibHeif {
  const module = new WebAssembly.Module(new Uint8Array(binary));
  const library = compileFunction(`${program}\nreturn libheif(options);`, ['options', 'require', '__dirname']);
  const instantiateWasm = (imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance) => void): object => {
    const instance = new WebAssembly.Instance(module, imports);
    receive(instance);
    return instance.exports;
  };
  const silent = (): void => {};
  // What it has to say would go to standard output, where the frames go.
  return () => library({ instantiateWasm, print: silent, printErr: silent }, require, '/');
}

/** The samples of the primary picture, rows close together. */
function primaryPicture(library: LibHeif, bytes: Uint8Array, maxPixels: number): Samples {
  const found = primaryHeifPicture(library, bytes, maxPixels, ({ width, height, channels, stride, data }): Samples => {
    const rowBytes = width * channels;
    const samples = new Uint8Array(rowBytes * height);
    for (let y = 0; y < height; y++) samples.set(data.subarray(y * stride, y * stride + rowBytes), y * rowBytes);
    return { data: samples, width, height, channels };
  });
  if (found === 'damaged') throw new DecodeError('image/damaged');
  if (found === 'too-many-pixels') throw new DecodeError('image/too-many-pixels');
  return found;
}
