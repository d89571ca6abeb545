/** Which frames of a video stand for it before somebody who has to decide, and how is ffmpeg asked for them? A few, small, grey, and never a sound. Nothing is started here. */
import { confined, type DecodeLimits, input, type ProbedVideo } from './video-ffmpeg.ts';

/** So many at most. */
export const stillsAtMost = 6;
/** The longest edge of a still, in pixels; small frames are not enlarged. */
export const stillEdge = 320;

/** The size of a still, before any turn. */
export function stillSize({ width, height }: Pick<ProbedVideo, 'width' | 'height'>): readonly [number, number] {
  const part = Math.min(1, stillEdge / Math.max(width, height));
  return [Math.max(1, Math.round(width * part)), Math.max(1, Math.round(height * part))];
}

/**
 * Where in the film, in seconds: in the middle of each of six equal parts, for films often begin and end black. Without a length from the file, ever further in.
 */
export function stillTimes(seconds: number | undefined): readonly number[] {
  if (seconds === undefined) return [0, 1, 3, 7, 15, 31];
  return Array.from({ length: stillsAtMost }, (_, part) => (seconds * (part + 0.5)) / stillsAtMost);
}

/** Decodes one frame to bare grey samples of `stillSize`, after its turn, on standard output. Seeking, so that an hour costs what a minute does. */
export function stillArguments(
  video: ProbedVideo,
  atSeconds: number,
  { maxPixels, maxCpuSeconds }: Omit<DecodeLimits, 'maxFrames'>,
): string[] {
  const [width, height] = stillSize(video);
  const range = video.isFullRange ? 'full' : 'limited';
  const filters = [`scale=${width}:${height}:flags=area:in_range=${range}:out_range=full`, 'format=gray', ...video.turn];
  return [
    ...['-nostdin', '-timelimit', String(maxCpuSeconds), '-filter_threads', '1'],
    ...confined,
    ...['-max_pixels', String(maxPixels), '-noautorotate', ...(atSeconds === 0 ? [] : ['-ss', atSeconds.toFixed(3)])],
    ...input,
    ...['-map', '0:V:0', '-an', '-sn', '-dn', '-vf', filters.join(','), '-frames:v', '1', '-f', 'rawvideo', 'pipe:1'],
  ];
}
