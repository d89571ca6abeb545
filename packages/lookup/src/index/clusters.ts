/**
 * Where do so many codes lie so close together that every band's bucket would be full of them? Such a cluster (a blank frame, a screenshot of one program)
 * is taken out of the bands and kept apart with its centre and radius: a question far from the centre skips it whole, by the triangle inequality, and a
 * near one reads it in order. Exact, and a question at a cluster of 5 % costs a twentieth of a scan instead of several scans.
 */
import { hammingDistance } from '@likeness/fingerprint';
import type { BandEngine } from './band-engine.ts';
import { oneByOne } from './hits.ts';
import { CLUSTER_BYTES, type ImageShape, shapeOf } from './image.ts';
import { gatheredCode } from './plain-bands.ts';
import { CODE_BYTES } from './reader.ts';

/** Codes further than this from a centre stay in the bands: variants of one picture lie within it, distinct pictures hardly ever. */
const MOST_CLUSTER_RADIUS = 40;
/** Every question is compared with every centre. */
const MOST_CLUSTERS = 1024;
/** Each looks once at everything near a bucket; the largest buckets come first. */
const MOST_LOOKS = 1536;
const SAMPLE = 255;

/** A bucket with more ids than this may hold a cluster: many times what a bucket holds on average, and so few that such clusters cost a question little. */
export function hotBucketAt(count: number): number {
  return Math.max(32, Math.floor(count / 20_000));
}

interface Cluster {
  /** Kept form. */
  readonly centre: Uint8Array;
  readonly radius: number;
  /** Rising. */
  readonly positions: Uint32Array;
}

/** Moves the clusters of a sorted image out of its bands; answers the shape that the engine uses from now on. Yields after every step. */
export function* clustersOf(engine: BandEngine, hotBucket: number): Generator<void, ImageShape> {
  const { shape } = engine;
  const taken = new Uint8Array(Math.ceil(shape.count / 8));
  const clusters: Cluster[] = [];
  const buckets = hotBuckets(engine, hotBucket);
  yield;
  let looks = 0;
  for (const ids of buckets) {
    if (clusters.length === MOST_CLUSTERS || looks === MOST_LOOKS) break;
    const free = ids.filter((id) => !isSet(taken, id));
    if (free.length <= hotBucket) continue;
    const centre = commonCode(engine, free);
    if (centre === null) continue;
    looks++;
    const cluster = clusterAround(engine, centre, taken);
    if (cluster.positions.length <= hotBucket) continue;
    clusters.push(cluster);
    for (const id of cluster.positions) taken[id >> 3] = (taken[id >> 3] ?? 0) | (1 << (id & 7));
    yield;
  }
  if (clusters.length === 0) return shape;
  const members = clusters.reduce((sum, { positions }) => sum + positions.length, 0);
  const next = shapeOf({ ...shape, listed: shape.listed - members, clusters: clusters.length, members });
  for (let band = 0; band < shape.bands.length; band++) {
    leaveOut(engine.room(shape.bytes), shape, next, band, taken);
    yield;
  }
  writeClusters(engine.room(next.bytes), next, clusters);
  engine.use(next);
  return next;
}

const isSet = (bits: Uint8Array, id: number): boolean => (((bits[id >> 3] ?? 0) >> (id & 7)) & 1) === 1;

const wordsAt = (image: Uint8Array, at: number, count: number): Uint32Array => new Uint32Array(image.buffer, image.byteOffset + at, count);

/** Views of all buckets with more ids than that, the largest first. */
function hotBuckets(engine: BandEngine, hotBucket: number): Uint32Array[] {
  const { shape } = engine;
  const image = engine.room(shape.bytes);
  const buckets = shape.bands.flatMap(({ directory, width, ids }) => {
    const offsets = wordsAt(image, directory, 2 ** width + 1);
    const hot: Uint32Array[] = [];
    let from = 0;
    for (let key = 1; key < offsets.length; key++) {
      const to = offsets[key] ?? 0;
      if (to - from > hotBucket) hot.push(wordsAt(image, ids + 4 * from, to - from));
      from = to;
    }
    return hot;
  });
  return buckets.sort((a, b) => b.length - a.length).slice(0, 4 * MOST_LOOKS);
}

/** What most codes of a bucket have in common; null where most of them do not lie near it: full by chance or by skew, not by likeness. */
function commonCode(engine: BandEngine, free: Uint32Array): Uint8Array | null {
  const image = engine.room(engine.shape.bytes);
  const step = Math.max(1, Math.floor(free.length / SAMPLE));
  const sample = Array.from({ length: Math.floor(free.length / step) }, (_, i) => {
    const code = engine.shape.sections.codes.at + (free[i * step] ?? 0) * CODE_BYTES;
    return image.subarray(code, code + CODE_BYTES);
  });
  const centre = new Uint8Array(CODE_BYTES);
  for (let p = 0; p < 8 * CODE_BYTES; p++) {
    let set = 0;
    for (const code of sample) if (isSet(code, p)) set++;
    if (2 * set > sample.length) centre[p >> 3] = (centre[p >> 3] ?? 0) | (1 << (p & 7));
  }
  const near = sample.filter((code) => hammingDistance(code, centre) <= MOST_CLUSTER_RADIUS).length;
  return 2 * near > sample.length ? centre : null;
}

/** Everything free within the largest radius of a centre. */
function clusterAround(engine: BandEngine, centre: Uint8Array, taken: Uint8Array): Cluster {
  const positions: number[] = [];
  let radius = 0;
  const onHit = (id: number, distance: number): void => {
    if (isSet(taken, id)) return;
    positions.push(id);
    radius = Math.max(radius, distance);
  };
  engine.search(gatheredCode(centre), MOST_CLUSTER_RADIUS, oneByOne(onHit));
  return { centre, radius, positions: Uint32Array.from(positions).sort() };
}

/** Rewrites one band without the taken ids. Everything moves down only, so that the bands can be rewritten in their order and in place. */
function leaveOut(image: Uint8Array, from: ImageShape, to: ImageShape, band: number, taken: Uint8Array): void {
  const [source, target] = [from.bands[band], to.bands[band]];
  if (source === undefined || target === undefined) throw new RangeError(`There is no band ${band}`);
  const offsets = wordsAt(image, source.directory, 2 ** source.width + 1);
  const sourceIds = wordsAt(image, source.ids, from.listed);
  const targetIds = wordsAt(image, target.ids, to.listed);
  let read = 0;
  let written = 0;
  for (let key = 1; key < offsets.length; key++) {
    for (const end = offsets[key] ?? 0; read < end; read++) {
      const id = sourceIds[read] ?? 0;
      if (!isSet(taken, id)) targetIds[written++] = id;
    }
    offsets[key] = written;
  }
}

function writeClusters(image: Uint8Array, shape: ImageShape, clusters: readonly Cluster[]): void {
  const idsEnd = shape.sections.ids.at + 4 * shape.listed * shape.bands.length;
  image.fill(0, idsEnd);
  const memberIds = wordsAt(image, shape.memberIds, shape.members);
  let first = 0;
  clusters.forEach(({ centre, radius, positions }, cluster) => {
    const record = shape.sections.clusters.at + cluster * CLUSTER_BYTES;
    image.set(centre, record);
    wordsAt(image, record + CODE_BYTES, 4).set([radius, first, positions.length, 0]);
    memberIds.set(positions, first);
    positions.forEach((position, i) => {
      const code = shape.sections.codes.at + position * CODE_BYTES;
      image.copyWithin(shape.memberCodes + (first + i) * CODE_BYTES, code, code + CODE_BYTES);
    });
    first += positions.length;
  });
}
