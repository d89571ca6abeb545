/**
 * Is a video worth the exact pass? Keyframes alone cost a small part of the decoding, but they are other frames than the exact pass hashes, so they
 * cannot be judged by the vPDQ rule: they only say whom to look at closely. Every "yes" must be confirmed by the exact pass.
 */
import type { VideoFrame } from './frame.ts';
import { matchVideos, type VideoRule, vpdqRule } from './match.ts';

/**
 * Far below the rule's 80 %, because a miss here is final and a false alarm only costs the exact pass: one keyframe in ten, and a wider radius, since
 * a keyframe may lie up to half a second from the listed frame. Recall measured in docs/video.md.
 */
export const triageRule: VideoRule = { minShare: 0.1, minQuality: 50, maxDistance: 47 };

/**
 * The longest stretch of video that one keyframe may speak for, in seconds. Encoders set one every 250 frames by default, 10.4 s at 24 frames a second;
 * fewer mean that the file was made so, and then keyframes say too little.
 */
export const sparsestKeyframeSeconds = 12;

/** Whether so few keyframes stand for so many seconds that only the exact pass can tell. Keyframes too featureless to be matched do not count. */
export function areTooSparse(keyframes: readonly VideoFrame[], seconds: number): boolean {
  const counted = keyframes.filter(({ quality }) => quality >= triageRule.minQuality).length;
  return counted * sparsestKeyframeSeconds < seconds;
}

/**
 * Whether these keyframes are a reason to hash the video exactly: at least a tenth of them is found in the listed video, or a tenth of the listed
 * video in them (a long upload may hold a short listed one), or they are too featureless to tell.
 */
export function isWorthExactPass(keyframes: readonly VideoFrame[], listed: readonly VideoFrame[], rule: VideoRule = triageRule): boolean {
  const { query, target } = matchVideos(keyframes, listed, rule);
  if (query.counted === 0) return listed.some(({ quality }) => quality >= vpdqRule.minQuality);
  return query.found > 0 && (query.share >= rule.minShare || target.share >= rule.minShare);
}
