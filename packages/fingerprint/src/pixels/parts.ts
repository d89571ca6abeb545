/** Which rectangles of a picture have a name? The crops that people make, and the places where a listed picture stands inside another. */
import type { PixelsShape, Rectangle } from '../pdq/pixels.ts';
import type { Crop, Region } from '../variants.ts';

/** Shares of the width and height, from the left and the top. */
interface Share {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const share = (left: number, top: number, width: number, height: number): Share => ({ left, top, width, height });
const withoutEdges = (cut: number): Share => share(cut, cut, 1 - 2 * cut, 1 - 2 * cut);

/** Together with the whole the 17 of spec/fingerprints.md, "Recall under edits". */
const crops: Readonly<Record<Exclude<Crop, 'cropSquare' | 'cropPortrait' | 'cropStory'>, Share>> = {
  cropEdges5: withoutEdges(0.05),
  cropEdges10: withoutEdges(0.1),
  cropEdges15: withoutEdges(0.15),
  // What stays: 80 % of both edges at this corner, or 80 % of one edge on this side.
  cropTopLeft: share(0, 0, 0.8, 0.8),
  cropTopRight: share(0.2, 0, 0.8, 0.8),
  cropBottomLeft: share(0, 0.2, 0.8, 0.8),
  cropBottomRight: share(0.2, 0.2, 0.8, 0.8),
  cropLeft: share(0, 0, 0.8, 1),
  cropRight: share(0.2, 0, 0.8, 1),
  cropTop: share(0, 0, 1, 0.8),
  cropBottom: share(0, 0.2, 1, 0.8),
  cropNarrow: share(0.1, 0.05, 0.8, 0.9),
  cropLow: share(0.05, 0.1, 0.9, 0.8),
};

/** Width by height of the frames that services cut to, from the middle. */
const aspects: Readonly<Record<'cropSquare' | 'cropPortrait' | 'cropStory', number>> = {
  cropSquare: 1,
  cropPortrait: 4 / 5,
  cropStory: 9 / 16,
};

const regions: Readonly<Record<Region, Share>> = {
  // Collages of two and of four.
  regionLeft: share(0, 0, 0.5, 1),
  regionRight: share(0.5, 0, 0.5, 1),
  regionTop: share(0, 0, 1, 0.5),
  regionBottom: share(0, 0.5, 1, 0.5),
  regionTopLeft: share(0, 0, 0.5, 0.5),
  regionTopRight: share(0.5, 0, 0.5, 0.5),
  regionBottomLeft: share(0, 0.5, 0.5, 0.5),
  regionBottomRight: share(0.5, 0.5, 0.5, 0.5),
  // Something around it whose edges are not flat enough to be trimmed: half of the picture stays.
  regionMiddleColumn: share(0.25, 0, 0.5, 1),
  regionMiddleRow: share(0, 0.25, 1, 0.5),
  regionCentre: share(0.15, 0.15, 0.7, 0.7),
};

/** The named crops of a picture; an aspect that the picture already has gives none. */
export function cropsOf(shape: PixelsShape): [Crop, Rectangle][] {
  return [...partsOf(crops, shape), ...partsByAspect(shape)];
}

/** The named regions of a picture. */
export function regionsOf(shape: PixelsShape): [Region, Rectangle][] {
  return partsOf(regions, shape);
}

function partsOf<Name extends string>(shares: Readonly<Record<Name, Share>>, { width, height }: PixelsShape): [Name, Rectangle][] {
  const parts: [Name, Rectangle][] = [];
  for (const name in shares) {
    const part = shares[name];
    const left = Math.round(part.left * width);
    const top = Math.round(part.top * height);
    const right = Math.round((part.left + part.width) * width);
    const bottom = Math.round((part.top + part.height) * height);
    if (right > left && bottom > top) parts.push([name, { left, top, width: right - left, height: bottom - top }]);
  }
  return parts;
}

function partsByAspect({ width, height }: PixelsShape): [Crop, Rectangle][] {
  const parts: [Crop, Rectangle][] = [];
  for (const name of ['cropSquare', 'cropPortrait', 'cropStory'] as const) {
    const aspect = aspects[name];
    const newWidth = Math.max(1, Math.min(width, Math.round(height * aspect)));
    const newHeight = Math.max(1, Math.min(height, Math.round(width / aspect)));
    if (newWidth === width && newHeight === height) continue;
    parts.push([
      name,
      { left: Math.floor((width - newWidth) / 2), top: Math.floor((height - newHeight) / 2), width: newWidth, height: newHeight },
    ]);
  }
  return parts;
}
