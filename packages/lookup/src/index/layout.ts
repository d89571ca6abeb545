/**
 * Into how many bands are codes cut, and how far is each band of a question probed? Exact by the pigeonhole principle: with thresholds t, one per band (-1
 * leaves a band out), a code that no band finds differs in at least t + 1 places in every band, so nothing within radius R is missed where the sum of all
 * (t + 1) is at least R + 1 (spec/fingerprints.md, "Which band layout and why").
 */

export const CODE_BITS = 256;
/** The largest radius that bands are planned for; a wider question is a scan. */
export const MOST_RADIUS = 64;
export const MOST_BANDS = 32;
/** The kernel has room for so many masks of one width and so many buckets of one question. */
const MOST_MASKS = 65_536;
const MOST_PROBES = 131_072;
/** Directories, 4 bytes per possible key, may take this share of an index. */
const MOST_DIRECTORY = 0.4;
/** Bytes per code, where an index is large enough for memory to count. */
const MOST_BYTES_PER_CODE = 105;
const SMALL_INDEX_BYTES = 50e6;
const LEAST_WIDTH = 6;
export const MOST_WIDTH = 24;
/** The radius a layout is chosen for: the field's threshold for PDQ. */
const USUAL_RADIUS = 31;

/** What a step costs in nanoseconds. Only their ratios count: they decide between layouts, and between probing and scanning. */
export interface Costs {
  /** One bucket's two offsets. */
  readonly probe: number;
  /** One id, and the first half of its code. */
  readonly id: number;
  /** One code of a scan. */
  readonly scanned: number;
}

/** Fitted to 10^5 codes (16 bands, radius 31 and 48), 10^6 (13 and 16 bands) and 10^7 (12 bands): a small set is scanned from the cache. */
export function costsAt(count: number): Costs {
  return { probe: 30, id: 22, scanned: count <= 200_000 ? 2 : 4 };
}

/** Widths of the bands in bits, 256 together; none: too few codes, a scan is quicker. */
export type Layout = readonly number[];

/** Bands of two neighbouring widths, the wider first. */
export function layoutOf(bands: number): Layout {
  const narrow = Math.floor(CODE_BITS / bands);
  const wider = CODE_BITS - narrow * bands;
  return Array.from({ length: bands }, (_, band) => narrow + (band < wider ? 1 : 0));
}

/** How often one of `width` bits can be flipped `flips` times. */
export function choose(width: number, flips: number): number {
  let many = 1;
  for (let i = 0; i < flips; i++) many = (many * (width - i)) / (i + 1);
  return many;
}

export interface Plan {
  /** Per band: every key within so many flips is probed; -1 leaves the band out. */
  readonly thresholds: readonly number[];
  readonly probes: number;
  /** Expected on codes without a pattern, in nanoseconds. */
  readonly cost: number;
}

/** The cheapest exact plan for each radius from 0 to `MOST_RADIUS`; null where probing has no room or would cost more than the scan. */
export function plansFor(layout: Layout, count: number): readonly (Plan | null)[] {
  const costs = costsAt(count);
  const widest = Math.max(0, ...layout);
  const thresholds = layout.map(() => -1);
  const plans: (Plan | null)[] = [];
  let masks = 0;
  let deepest = -1;
  let probes = 0;
  let cost = 0;
  // One place after the other to the band where it is cheapest. A band's next step always costs more than its last, so this is the optimum for every radius.
  for (let radius = 0; radius <= MOST_RADIUS; radius++) {
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    layout.forEach((width, band) => {
      const flips = (thresholds[band] ?? 0) + 1;
      const step = flips > width ? Number.POSITIVE_INFINITY : choose(width, flips) * (costs.probe + (costs.id * count) / 2 ** width);
      if (step >= least) return;
      best = band;
      least = step;
    });
    const flips = (thresholds[best] ?? 0) + 1;
    thresholds[best] = flips;
    probes += choose(layout[best] ?? 0, flips);
    cost += least;
    if (flips > deepest) {
      deepest = flips;
      masks += choose(widest, flips);
    }
    const affordable = best >= 0 && masks <= MOST_MASKS && probes <= MOST_PROBES && cost <= costs.scanned * count;
    plans.push(affordable ? { thresholds: thresholds.slice(), probes, cost } : null);
  }
  return plans;
}

/** Bytes of an index of so many codes in this layout, directories apart. */
export function bytesOf(layout: Layout, count: number): { directories: number; total: number } {
  const directories = layout.reduce((sum, width) => sum + 4 * (2 ** width + 1), 0);
  return { directories, total: directories + count * (32 + 4 * layout.length) };
}

/** The layout that answers the usual question soonest within the share of directories; none where that is not well under a scan. */
export function chooseLayout(count: number): Layout {
  let best: Layout = [];
  let least = (costsAt(count).scanned * count) / 2;
  for (let bands = Math.ceil(CODE_BITS / MOST_WIDTH); bands <= Math.min(MOST_BANDS, CODE_BITS / LEAST_WIDTH); bands++) {
    const layout = layoutOf(bands);
    const { directories, total } = bytesOf(layout, count);
    const isAffordable = directories <= MOST_DIRECTORY * total && total <= Math.max(SMALL_INDEX_BYTES, MOST_BYTES_PER_CODE * count);
    const plan = isAffordable ? plansFor(layout, count)[USUAL_RADIUS] : null;
    if (!plan || plan.cost >= least) continue;
    best = layout;
    least = plan.cost;
  }
  return best;
}
