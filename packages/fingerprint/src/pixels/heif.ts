/**
 * Which pixels does a HEIF file show first? The way through libheif's own functions, the same for the server and for her device, so that both read the same
 * pixels. Whoever calls brings the library: how it is loaded differs.
 */

/** What is used of libheif-js 1.23.2, whose own types leave these results open. */
export interface LibHeif {
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

export interface HeifPicture {
  readonly width: number;
  readonly height: number;
  readonly channels: 3 | 4;
  /** Rows of `stride` bytes, the pixels first. */
  readonly stride: number;
  readonly data: Uint8Array;
}

/**
 * Gives the pixels of the primary picture to `use`, turned as the file's own properties say; RGBA where it has an alpha channel. They are the library's own memory:
 * `use` must be done with them when it returns. Sizes are checked against `maxPixels` before pixels are allocated; libheif in turn holds the coded picture to the
 * sizes of the header. `damaged`: no picture can be read.
 */
export function primaryHeifPicture<R>(
  library: LibHeif,
  bytes: Uint8Array,
  maxPixels: number,
  use: (picture: HeifPicture) => R,
): R | 'damaged' | 'too-many-pixels' {
  const context = library.heif_context_alloc();
  try {
    if (library.heif_context_read_from_memory(context, bytes).code.value !== 0) return 'damaged';
    const handle = library.heif_js_context_get_primary_image_handle(context);
    if ('code' in handle) return 'damaged';
    try {
      return decoded(library, handle, maxPixels, use);
    } finally {
      library.heif_image_handle_release(handle);
    }
  } finally {
    library.heif_context_free(context);
  }
}

function decoded<R>(
  library: LibHeif,
  handle: object,
  maxPixels: number,
  use: (picture: HeifPicture) => R,
): R | 'damaged' | 'too-many-pixels' {
  const width = library.heif_image_handle_get_width(handle);
  const height = library.heif_image_handle_get_height(handle);
  if (width * height > maxPixels) return 'too-many-pixels';
  const channels = library.heif_image_handle_has_alpha_channel(handle) === 0 ? 3 : 4;
  const { heif_chroma_interleaved_RGB: rgb, heif_chroma_interleaved_RGBA: rgba } = library.heif_chroma;
  const found = library.heif_js_decode_image2(handle, library.heif_colorspace.heif_colorspace_RGB, channels === 3 ? rgb : rgba);
  if ('code' in found) return 'damaged';
  try {
    const [plane] = found.channels;
    if (plane === undefined || plane.width !== width || plane.height !== height) return 'damaged';
    return use({ width, height, channels, stride: plane.stride, data: plane.data });
  } finally {
    library.heif_image_release(found.image);
  }
}
