/** By how much do two videos lie apart in time? The offset that most of the frames agree on that are seen in both. */

export interface AgreedOffset {
  /** By which the one video shows what the other shows, later; to the millisecond. */
  readonly seconds: number;
  /** Frames that are seen there, give or take a second and a half. */
  readonly frames: number;
}

/** Offsets are gathered to this, which is the usual distance between two hashed frames. */
export const offsetGrainSeconds = 1;

interface Grain {
  /** Frames with a pair in it. */
  frames: number;
  /** Frames with a pair in it or in one of its neighbours: a true offset between two grains falls into both. */
  around: number;
  pairs: number;
  sumMs: number;
}

/** Takes pairs of frames one after the other, all of one frame together; in whatever order a frame's own pairs come, the answer is the same. */
export class OffsetVote {
  readonly #grains = new Map<number, Grain>();
  #frame = -1;
  #ofFrame = new Set<number>();
  #aroundFrame = new Set<number>();

  /** `frame` by number: it is seen in the other video, so much later. */
  see(frame: number, offsetSeconds: number): void {
    if (frame !== this.#frame) {
      this.#frame = frame;
      this.#ofFrame = new Set();
      this.#aroundFrame = new Set();
    }
    // Whole milliseconds add up to the same sum in any order.
    const offsetMs = Math.round(1000 * offsetSeconds);
    const at = Math.round(offsetMs / (1000 * offsetGrainSeconds));
    const grain = this.#at(at);
    grain.pairs += 1;
    grain.sumMs += offsetMs;
    if (this.#ofFrame.has(at)) return;
    this.#ofFrame.add(at);
    grain.frames += 1;
    for (const near of [at - 1, at, at + 1]) {
      if (this.#aroundFrame.has(near)) continue;
      this.#aroundFrame.add(near);
      this.#at(near).around += 1;
    }
  }

  /** Undefined before any pair. Of several offsets that as many agree on, the one nearest to zero, then the earlier. */
  agreed(): AgreedOffset | undefined {
    const most = Math.max(0, ...[...this.#grains.values()].map(({ around }) => around));
    // Of those with the most frames around them the fullest: in a slow scene each frame is also seen a second earlier and later.
    const [best] = [...this.#grains]
      .filter(([, { around, pairs }]) => around === most && pairs > 0)
      .sort(([a, one], [b, other]) => other.frames - one.frames || Math.abs(a) - Math.abs(b) || a - b);
    if (best === undefined) return undefined;
    const [, { sumMs, pairs, around }] = best;
    return { seconds: Math.round(sumMs / pairs) / 1000, frames: around };
  }

  #at(at: number): Grain {
    const known = this.#grains.get(at);
    if (known !== undefined) return known;
    const grain = { frames: 0, around: 0, pairs: 0, sumMs: 0 };
    this.#grains.set(at, grain);
    return grain;
  }
}
