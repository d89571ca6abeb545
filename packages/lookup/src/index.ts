/** Everything that other rooms may use of lookup: banks and their policy, the live index, matches and the verdict. */
export type { BankChange, BankPolicy, ItemCode, ItemState, ListedItem, NarrowedRadius, OnMatch, Provenance } from './bank/policy.ts';
export { type Radii, radiiOf, radiiText } from './bank/radii.ts';
export {
  type Effect,
  EXACT_RADIUS,
  HOLD_QUALITY,
  HOLD_RADIUS,
  type Meeting,
  ratioFor,
  type Tier,
  tiers,
  type Verdict,
  verdictOf,
} from './bank/verdict.ts';
export type { BandEngine, Home } from './index/band-engine.ts';
export { type BandEngines, loadBands } from './index/bands.ts';
export { type BuildInput, buildImage } from './index/build.ts';
export type { Checksum } from './index/crc32.ts';
export type { HeldIndex, HeldPart } from './index/held-index.ts';
export { type OnHits, oneByOne } from './index/hits.ts';
export { type CodeHome, homeFor, type NearHome } from './index/homes.ts';
export type { ImageShape } from './index/image.ts';
export {
  FILE_HEADER_BYTES,
  type FileFacts,
  fileHeader,
  type LastChange,
  type PartName,
  placesOf,
  readFileHeader,
} from './index/index-file.ts';
export { LayeredCodes, type Layers } from './index/layered.ts';
export { type CodeBlock, openCodeBlock } from './index/linear.ts';
export { type LiveIndex, type Met, mostWeighed, type Upload } from './index/live.ts';
export { type IndexReading, openIndex, readIndex, type SortedIndex } from './index/open.ts';
export { openSnapshot, readSnapshot, type SnapshotFacts, SnapshotRefused, sealSnapshot } from './index/snapshot.ts';
export { type NearSought, type Sought, soughtFor } from './index/sought.ts';
export { type Agreement, type Match, matchesTold } from './match/explain.ts';
export { type FramesMet, shareOf, type VideoMet } from './match/video.ts';
