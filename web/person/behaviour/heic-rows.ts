/**
 * How is a HEIC picture read on her device? By the same build of libheif in WebAssembly that the server uses, so that the pixels are the same. It is loaded only
 * when she says that she has such pictures, and each file gets an instance of its own: its memory goes with it.
 */

/** What is used of libheif-js 1.23.2. */
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

/** Where the two files of the library are, on our own origin. */
export interface HeicFiles {
  readonly program: string;
  readonly binary: string;
}

export interface HeicPicture {
  readonly width: number;
  readonly height: number;
  readonly channels: 3 | 4;
  /** Rows of `stride` bytes, the pixels first. */
  readonly stride: number;
  readonly data: Uint8Array;
}

/** Gives the picture's pixels to `use`, who must be done with them when it returns. Null where the file cannot be read. */
export type HeicReader = <R>(bytes: Uint8Array, maxPixels: number, use: (picture: HeicPicture) => R) => R | null | 'too-many-pixels';

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
  return (bytes, maxPixels, use) => primaryPicture(library({ instantiateWasm, print: silent, printErr: silent }), bytes, maxPixels, use);
}

function primaryPicture<R>(
  library: LibHeif,
  bytes: Uint8Array,
  maxPixels: number,
  use: (picture: HeicPicture) => R,
): R | null | 'too-many-pixels' {
  const context = library.heif_context_alloc();
  try {
    if (library.heif_context_read_from_memory(context, bytes).code.value !== 0) return null;
    const handle = library.heif_js_context_get_primary_image_handle(context);
    if ('code' in handle) return null;
    try {
      return decoded(library, handle, maxPixels, use);
    } finally {
      library.heif_image_handle_release(handle);
    }
  } finally {
    library.heif_context_free(context);
  }
}

function decoded<R>(library: LibHeif, handle: object, maxPixels: number, use: (picture: HeicPicture) => R): R | null | 'too-many-pixels' {
  const width = library.heif_image_handle_get_width(handle);
  const height = library.heif_image_handle_get_height(handle);
  // Before pixels are allocated; libheif holds the coded picture to the sizes of the header.
  if (width * height > maxPixels) return 'too-many-pixels';
  const channels = library.heif_image_handle_has_alpha_channel(handle) === 0 ? 3 : 4;
  const { heif_chroma_interleaved_RGB: rgb, heif_chroma_interleaved_RGBA: rgba } = library.heif_chroma;
  const found = library.heif_js_decode_image2(handle, library.heif_colorspace.heif_colorspace_RGB, channels === 3 ? rgb : rgba);
  if ('code' in found) return null;
  try {
    const [plane] = found.channels;
    if (plane === undefined || plane.width !== width || plane.height !== height) return null;
    return use({ width, height, channels, stride: plane.stride, data: plane.data });
  } finally {
    library.heif_image_release(found.image);
  }
}
