/** What does this room offer? Fingerprints of files and pixels, their kinds and variants, and the distance between two. */
export type { DerivedFingerprint, View } from './derived.ts';
export { hammingDistance, isWithin } from './distance.ts';
export { Digest, type ExactAlgorithm, md5, sha256 } from './exact/digest.ts';
export { type BlockFunction, md5Blocks, sha256Blocks } from './exact/reference.ts';
export {
  type FileInProgress,
  type Fingerprint,
  type Fingerprinter,
  loadFingerprinter,
  type PixelsInProgress,
  type PlainFingerprinter,
  plainFingerprinter,
} from './fingerprinter.ts';
export { bytesOfHex, hexOfBytes } from './hex.ts';
export { type FingerprintKind, isExactKind, isFingerprintKind, isFrameKind, isValueOf, type KindFacts, kinds } from './kinds.ts';
export { loadPdqKernel, type PdqHashes, type PdqKernel, type RowsInProgress } from './pdq/kernel.ts';
export { maxPixels, minHashableEdge, type Pixels, PixelsRefused, type PixelsShape, type Rectangle } from './pdq/pixels.ts';
export { type PdqHash, pdqReference, pdqReferenceTurns } from './pdq/reference.ts';
export { type HeifPicture, type LibHeif, primaryHeifPicture } from './pixels/heif.ts';
export {
  type Crop,
  crops,
  type DerivedGroup,
  type DerivedVariant,
  derivedGroups,
  derivedGroupsOf,
  isAnyVariant,
  isCrop,
  isDerivedVariant,
  isVariant,
  type Region,
  regions,
  type Tilt,
  type Trim,
  type Turn,
  tilts,
  trims,
  turns,
  usualCrops,
  type Variant,
  type VariantComputer,
  type VariantFacts,
  variantFacts,
  variants,
} from './variants.ts';
export { frameOfVpdqLine, readVpdqJson, readVpdqText, type VpdqRead, vpdqJson, vpdqLine, vpdqText } from './video/forms.ts';
export { isVideoFrame, type VideoFrame } from './video/frame.ts';
export { hashLuma, type Luma, turnedLuma } from './video/luma.ts';
export { type FramePair, type FramesFound, matchVideos, type VideoMatch, type VideoRule, vpdqRule } from './video/match.ts';
export { type AgreedOffset, OffsetVote } from './video/offset.ts';
export { framesThatCount, type PackedFrame, packedFrameLength, packFrames, unpackFrames } from './video/packed.ts';
export { areTooSparse, isWorthExactPass, sparsestKeyframeSeconds, triageRule } from './video/triage.ts';
export { compileKernel } from './wasm.ts';
