/** What is the luma of a decoded frame? The Y plane as the decoder gives it where there is one; else from red, green and blue. */
import type { Luma } from '@likeness/fingerprint';
import type { VideoSample } from 'mediabunny';

/** Bits of a sample in the formats that begin with a plane of luma; those over 8 take two bytes, the low one first. */
const bitsOfFormat: Readonly<Record<string, number>> = {
  I420: 8,
  I420A: 8,
  I422: 8,
  I422A: 8,
  I444: 8,
  I444A: 8,
  NV12: 8,
  NV21: 8,
  NV12A: 8,
  I420P10: 10,
  I420AP10: 10,
  I422P10: 10,
  I422AP10: 10,
  I444P10: 10,
  I444AP10: 10,
  I420P12: 12,
  I420AP12: 12,
  I422P12: 12,
  I422AP12: 12,
  I444P12: 12,
  I444AP12: 12,
};

/** Shares of red, green and blue in the luma, in 65536ths; a picture of colours alone has PDQ's own. */
type Shares = readonly [red: number, green: number, blue: number];
const sharesOfPdq: Shares = [19595, 38470, 7471];
/** By the matrix with which the browser made colours of a luma (ITU-T H.273, table 4): the same one backwards gives it again, whether or not it was the film's. */
const sharesOfMatrix: Readonly<Record<string, Shares>> = {
  bt709: [13933, 46871, 4732],
  smpte170m: sharesOfPdq,
  bt470bg: sharesOfPdq,
  'bt2020-ncl': [17216, 44434, 3886],
};

/** Keeps one buffer for all frames of a video. */
export class LumaReader {
  #copied = new Uint8Array(0);
  #luma = new Uint8Array(0);

  /** The luma as stored, without the turn. It is valid until the next call. Rejects where the browser does not give the frame out. */
  async of(sample: VideoSample): Promise<Luma> {
    const { width, height } = sample.visibleRect;
    const bits = bitsOfFormat[sample.format ?? ''];
    if (this.#luma.length !== width * height) this.#luma = new Uint8Array(width * height);
    if (bits === undefined) {
      await this.#fromColours(sample, width, height);
      return { samples: this.#luma, width, height, isFullRange: true };
    }
    const [plane] = await this.#copy(sample, {});
    if (plane === undefined) throw new RangeError('A frame without planes.');
    const bytes = bits > 8 ? 2 : 1;
    for (let row = 0; row < height; row++) {
      const from = plane.offset + row * plane.stride;
      const line = this.#copied.subarray(from, from + width * bytes);
      if (bytes === 1) this.#luma.set(line, row * width);
      else for (let x = 0; x < width; x++) this.#luma[row * width + x] = ((line[2 * x] ?? 0) | ((line[2 * x + 1] ?? 0) << 8)) >> (bits - 8);
    }
    return { samples: this.#luma, width, height, isFullRange: sample.colorSpace.fullRange ?? false };
  }

  async #copy(sample: VideoSample, options: VideoFrameCopyToOptions): Promise<PlaneLayout[]> {
    const needed = sample.allocationSize(options);
    if (this.#copied.length < needed) this.#copied = new Uint8Array(needed);
    return sample.copyTo(this.#copied, options);
  }

  /** Frames that stay on the graphics card come out as colours only, and in Firefox all frames do. */
  async #fromColours(sample: VideoSample, width: number, height: number): Promise<void> {
    const [plane] = await this.#copy(sample, { format: 'RGBA' });
    const [red, green, blue] = sharesOfMatrix[sample.colorSpace.matrix ?? ''] ?? sharesOfPdq;
    const { offset, stride } = plane ?? { offset: 0, stride: 4 * width };
    for (let row = 0; row < height; row++) {
      for (let x = 0; x < width; x++) {
        const at = offset + row * stride + 4 * x;
        const luma = red * (this.#copied[at] ?? 0) + green * (this.#copied[at + 1] ?? 0) + blue * (this.#copied[at + 2] ?? 0);
        this.#luma[row * width + x] = (luma + 32768) >> 16;
      }
    }
  }
}
