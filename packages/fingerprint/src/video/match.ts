/**
 * Are two videos the same one? By the vPDQ rule: enough of the query's frames are found in the other video, wherever in time. Time is not part
 * of the rule; it is shown, so that a person sees which stretch of one is which stretch of the other.
 */
import { bytesOfHex } from '../hex.ts';
import type { VideoFrame } from './frame.ts';
import { OffsetVote, offsetGrainSeconds } from './offset.ts';

export interface VideoRule {
  /** The share of the query's frames that must be found, 0 to 1. */
  readonly minShare: number;
  /** Frames of a lower quality are not counted and not searched, on both sides. */
  readonly minQuality: number;
  /** A frame is found when another is at most this many bits away. */
  readonly maxDistance: number;
}

/** The reference's own: VPDQ_QUERY_MATCH_THRESHOLD_PERCENT, VPDQ_QUALITY_THRESHOLD, VPDQ_DISTANCE_THRESHOLD. */
export const vpdqRule: VideoRule = { minShare: 0.8, minQuality: 50, maxDistance: 31 };

export interface FramesFound {
  /** Distinct frames of at least the least quality. Equal hashes count once, or a still scene would outweigh the rest. */
  readonly counted: number;
  readonly found: number;
  /** found / counted; 0 where nothing counts. */
  readonly share: number;
}

export interface FramePair {
  readonly query: VideoFrame;
  readonly target: VideoFrame;
  readonly distance: number;
}

export interface VideoMatch {
  readonly isMatch: boolean;
  /** How much of the query is found in the target: what the rule asks. */
  readonly query: FramesFound;
  /** How much of the target is found in the query: low where the query is only a part of it. */
  readonly target: FramesFound;
  /** For every frame of the query that is found, in its order, the target's frame it is seen beside. */
  readonly alignment: readonly FramePair[];
  /** Seconds by which the target's frames come later than the query's, where most pairs agree; undefined without a pair. */
  readonly offsetSeconds: number | undefined;
}

/** Compares every frame with every frame. Pure; the time taken grows with the product of both lengths (some 10^8 pairs a second). */
export function matchVideos(query: readonly VideoFrame[], target: readonly VideoFrame[], rule: VideoRule = vpdqRule): VideoMatch {
  const asked = distinct(query, rule.minQuality);
  const known = distinct(target, rule.minQuality);
  const pairs = pairsWithin(asked, known, rule.maxDistance);
  const counted = (frames: readonly Frame[], found: number): FramesFound => ({
    counted: frames.length,
    found,
    share: frames.length === 0 ? 0 : found / frames.length,
  });
  const inQuery = counted(asked, new Set(pairs.map((pair) => pair.query)).size);
  const inTarget = counted(known, new Set(pairs.map((pair) => pair.target)).size);
  const offsetSeconds = agreedOffset(pairs);
  return {
    isMatch: inQuery.counted > 0 && inQuery.found > 0 && inQuery.share >= rule.minShare,
    query: inQuery,
    target: inTarget,
    alignment: aligned(pairs, offsetSeconds ?? 0),
    offsetSeconds,
  };
}

/** A frame with its value as eight 32-bit words, so that distances are quick. */
interface Frame {
  readonly frame: VideoFrame;
  readonly words: Uint32Array;
}

interface Pair {
  readonly query: Frame;
  readonly target: Frame;
  readonly distance: number;
}

function distinct(frames: readonly VideoFrame[], minQuality: number): Frame[] {
  const first = new Map<string, Frame>();
  for (const frame of frames) {
    if (frame.quality < minQuality || first.has(frame.value)) continue;
    first.set(frame.value, { frame, words: new Uint32Array(bytesOfHex(frame.value).buffer) });
  }
  return [...first.values()];
}

/** Every pair within the distance. A query frame of a still scene has many: enough of them are kept to align it, and every target frame is in one. */
function pairsWithin(asked: readonly Frame[], known: readonly Frame[], maxDistance: number): Pair[] {
  const pairs: Pair[] = [];
  const foundTargets = new Set<Frame>();
  for (const query of asked) {
    let kept = 0;
    for (const target of known) {
      const distance = distanceOf(query.words, target.words);
      if (distance > maxDistance || (kept >= mostPairsPerFrame && foundTargets.has(target))) continue;
      pairs.push({ query, target, distance });
      foundTargets.add(target);
      kept++;
    }
  }
  return pairs;
}

const mostPairsPerFrame = 64;

function distanceOf(a: Uint32Array, b: Uint32Array): number {
  let distance = 0;
  for (let i = 0; i < 8; i++) {
    let bits = (a[i] ?? 0) ^ (b[i] ?? 0);
    // Population count of 32 bits by halves (Warren, Hacker's Delight, 5-1).
    bits -= (bits >>> 1) & 0x55555555;
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
    distance += Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return distance;
}

const offsetOf = ({ query, target }: Pair): number => target.frame.atSeconds - query.frame.atSeconds;

function agreedOffset(pairs: readonly Pair[]): number | undefined {
  const vote = new OffsetVote();
  const numbers = new Map<Frame, number>();
  // The pairs of one query frame follow each other.
  for (const pair of pairs) {
    if (!numbers.has(pair.query)) numbers.set(pair.query, numbers.size);
    vote.see(numbers.get(pair.query) ?? 0, offsetOf(pair));
  }
  return vote.agreed()?.seconds;
}

/** Of each query frame's pairs the one that fits the offset best; at the same fit the nearer one. */
function aligned(pairs: readonly Pair[], offsetSeconds: number): FramePair[] {
  const best = new Map<Frame, Pair>();
  const unfit = (pair: Pair): number => Math.round(Math.abs(offsetOf(pair) - offsetSeconds) / offsetGrainSeconds);
  for (const pair of pairs) {
    const other = best.get(pair.query);
    const difference = other === undefined ? -1 : unfit(pair) - unfit(other) || pair.distance - other.distance;
    if (difference < 0) best.set(pair.query, pair);
  }
  return [...best.values()]
    .map(({ query, target, distance }) => ({ query: query.frame, target: target.frame, distance }))
    .sort((a, b) => a.query.atSeconds - b.query.atSeconds || a.query.number - b.query.number);
}
