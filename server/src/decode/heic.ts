/**
 * How is a HEIC file read? By libheif in WebAssembly, since sharp's libvips has no HEVC decoder. The library's bytes are taken in at start, while files may
 * still be opened with the user's own rights; compiled it is only when the first such file comes.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
import { DecodeError } from './decode-error.ts';
import type { Samples } from './picture.ts';

/** What is used of libheif-js 1.23.2, whose own types leave these results open. */
interface LibHeif {
  readonly heif_colorspace: { readonly heif_colorspace_RGB: object };
  readonly heif_chroma: { readonly heif_chroma_interleaved_RGB: object; readonly heif_chroma_interleaved_RGBA: object };
  heif_context_alloc(): object;
  heif_context_free(context: object): void;
  heif_context_read_from_memory(context: object, bytes: Uint8Array): { readonly code: { readonly value: number } };
  heif_js_context_get_primary_image_handle(context: object): object;
  heif_image_handle_release(handle: object): void;
  heif_image_handle_get_width(handle: object): number;
  heif_image_handle_get_height(handle: object): number;
  heif_image_handle_has_alpha_channel(handle: object): number;
  heif_js_decode_image2(handle: object, colours: object, chroma: object): LibHeifImage | { readonly code: object };
  heif_image_release(image: object): void;
}

interface LibHeifImage {
  readonly image: object;
  readonly channels: readonly { readonly width: number; readonly height: number; readonly stride: number; readonly data: Uint8Array }[];
}

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

function primaryPicture(library: LibHeif, bytes: Uint8Array, maxPixels: number): Samples {
  const context = library.heif_context_alloc();
  try {
    if (library.heif_context_read_from_memory(context, bytes).code.value !== 0) throw new DecodeError('image/damaged');
    const handle = library.heif_js_context_get_primary_image_handle(context);
    if ('code' in handle) throw new DecodeError('image/damaged');
    try {
      const width = library.heif_image_handle_get_width(handle);
      const height = library.heif_image_handle_get_height(handle);
      if (width * height > maxPixels) throw new DecodeError('image/too-many-pixels');
      const channels = library.heif_image_handle_has_alpha_channel(handle) === 0 ? 3 : 4;
      return { data: decoded(library, handle, width, height, channels), width, height, channels };
    } finally {
      library.heif_image_handle_release(handle);
    }
  } finally {
    library.heif_context_free(context);
  }
}

/** The samples of the picture, rows close together. */
function decoded(library: LibHeif, handle: object, width: number, height: number, channels: 3 | 4): Uint8Array {
  const { heif_chroma_interleaved_RGB: rgb, heif_chroma_interleaved_RGBA: rgba } = library.heif_chroma;
  const found = library.heif_js_decode_image2(handle, library.heif_colorspace.heif_colorspace_RGB, channels === 3 ? rgb : rgba);
  if ('code' in found) throw new DecodeError('image/damaged');
  try {
    const [plane] = found.channels;
    if (plane === undefined || plane.width !== width || plane.height !== height) throw new DecodeError('image/damaged');
    const rowBytes = width * channels;
    const samples = new Uint8Array(rowBytes * height);
    for (let y = 0; y < height; y++) samples.set(plane.data.subarray(y * plane.stride, y * plane.stride + rowBytes), y * rowBytes);
    return samples;
  } finally {
    library.heif_image_release(found.image);
  }
}
