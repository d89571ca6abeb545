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

type AspectCrop =
  | 'cropSquare'
  | 'cropPortrait'
  | 'cropStory'
  | 'cropSquareFirst'
  | 'cropSquareLast'
  | 'cropPortraitFirst'
  | 'cropPortraitLast'
  | 'cropStoryFirst'
  | 'cropStoryLast';

/** What stays on this side, in hundredths of the edge. Steps of four: at most two from the nearest, which PDQ bears (docs/soak.md, "recall"). */
const crops: Readonly<Record<Exclude<Crop, AspectCrop>, Share>> = {
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
  cropEdges3: withoutEdges(0.03),
  cropEdges8: withoutEdges(0.08),
  cropEdges13: withoutEdges(0.13),
  cropEdges18: withoutEdges(0.18),
  cropEdges22: withoutEdges(0.22),
  cropLeft96: share(0, 0, 0.96, 1),
  cropLeft92: share(0, 0, 0.92, 1),
  cropLeft88: share(0, 0, 0.88, 1),
  cropLeft84: share(0, 0, 0.84, 1),
  cropLeft76: share(0, 0, 0.76, 1),
  cropLeft67: share(0, 0, 0.67, 1),
  cropLeft50: share(0, 0, 0.5, 1),
  cropRight96: share(0.04, 0, 0.96, 1),
  cropRight92: share(0.08, 0, 0.92, 1),
  cropRight88: share(0.12, 0, 0.88, 1),
  cropRight84: share(0.16, 0, 0.84, 1),
  cropRight76: share(0.24, 0, 0.76, 1),
  cropRight67: share(0.33, 0, 0.67, 1),
  cropRight50: share(0.5, 0, 0.5, 1),
  cropTop96: share(0, 0, 1, 0.96),
  cropTop92: share(0, 0, 1, 0.92),
  cropTop88: share(0, 0, 1, 0.88),
  cropTop84: share(0, 0, 1, 0.84),
  cropTop76: share(0, 0, 1, 0.76),
  cropTop67: share(0, 0, 1, 0.67),
  cropTop50: share(0, 0, 1, 0.5),
  cropBottom96: share(0, 0.04, 1, 0.96),
  cropBottom92: share(0, 0.08, 1, 0.92),
  cropBottom88: share(0, 0.12, 1, 0.88),
  cropBottom84: share(0, 0.16, 1, 0.84),
  cropBottom76: share(0, 0.24, 1, 0.76),
  cropBottom67: share(0, 0.33, 1, 0.67),
  cropBottom50: share(0, 0.5, 1, 0.5),
};

/** A frame that services cut to: its width by its height, and which share of what is cut away lies before it, from the left or the top. */
interface Frame {
  readonly aspect: number;
  readonly before: number;
}

const aspects: Readonly<Record<AspectCrop, Frame>> = {
  cropSquare: { aspect: 1, before: 0.5 },
  cropPortrait: { aspect: 4 / 5, before: 0.5 },
  cropStory: { aspect: 9 / 16, before: 0.5 },
  cropSquareFirst: { aspect: 1, before: 0 },
  cropSquareLast: { aspect: 1, before: 1 },
  cropPortraitFirst: { aspect: 4 / 5, before: 0 },
  cropPortraitLast: { aspect: 4 / 5, before: 1 },
  cropStoryFirst: { aspect: 9 / 16, before: 0 },
  cropStoryLast: { aspect: 9 / 16, before: 1 },
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
  return [...partsOf(crops, shape), ...partsByAspect(aspects, shape)];
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

function partsByAspect<Name extends string>(frames: Readonly<Record<Name, Frame>>, { width, height }: PixelsShape): [Name, Rectangle][] {
  const parts: [Name, Rectangle][] = [];
  for (const name in frames) {
    const { aspect, before } = frames[name];
    const newWidth = Math.max(1, Math.min(width, Math.round(height * aspect)));
    const newHeight = Math.max(1, Math.min(height, Math.round(width / aspect)));
    if (newWidth === width && newHeight === height) continue;
    parts.push([
      name,
      { left: Math.floor((width - newWidth) * before), top: Math.floor((height - newHeight) * before), width: newWidth, height: newHeight },
    ]);
  }
  return parts;
}
