/** What is measured? An index built from generated codes as a server builds it, the questions put to it, and the scan it is held against. */
import { type BandEngine, buildImage, loadBands } from '@likeness/lookup';
import { flip, plantCluster, seeded, skewedCodes, templateCodes, uniformCodes } from '../../vectors/codes.ts';

export const codeBytes = 32;
/** The bank beside an image: for each slot its place in a layer, and a bit that it is taken. */
const besideBytes = 4 + 1 / 8;

export const dataSets = {
  uniform: uniformCodes,
  skewed: skewedCodes,
  'templates with Zipf sizes': templateCodes,
  'a hot cluster of 5 %'(count: number, seed: number): Uint8Array<ArrayBuffer> {
    const codes = skewedCodes(count, seed);
    plantCluster(codes, seed + 9, 0.05, 10);
    return codes;
  },
} as const;
export type DataSet = keyof typeof dataSets;

export interface Subject {
  readonly engine: BandEngine;
  /** The same codes without bands: every question reads them all. */
  readonly scan: BandEngine;
  readonly codes: Uint8Array;
  readonly buildMs: number;
  readonly bytesPerCode: number;
}

export async function subjectOf(dataSet: DataSet, count: number): Promise<Subject> {
  const codes = dataSets[dataSet](count, 2026);
  const engines = await loadBands();
  const input = {
    count,
    live: new Uint8Array(Math.ceil(count / 8)).fill(0xff),
    kept: new Uint8Array(),
    added: { positions: Uint32Array.from({ length: count }, (_, position) => position), codes },
    attached: new Uint8Array(),
  };
  const [engine, scan] = [engines.empty(), engines.empty()];
  const started = process.cpuUsage();
  for (const _ of buildImage(engine, input));
  const { user, system } = process.cpuUsage(started);
  for (const _ of buildImage(scan, input, { layout: [] }));
  return { engine, scan, codes, buildMs: (user + system) / 1000, bytesPerCode: engine.shape.bytes / count + besideBytes };
}

/** Half fresh, half 0 to 40 bits from a code that is there, in turn. */
export function questionsOf(dataSet: DataSet, codes: Uint8Array, count: number): Uint8Array[] {
  const random = seeded(77);
  const fresh = (dataSet === 'uniform' ? uniformCodes : skewedCodes)(count, 78);
  return Array.from({ length: count }, (_, i) => {
    if (i % 2 === 0) return fresh.subarray(i * codeBytes, (i + 1) * codeBytes);
    const question = codeAt(codes, random() % (codes.length / codeBytes)).slice();
    flip(question, random() % 41, random);
    return question;
  });
}

export function codeAt(codes: Uint8Array, position: number): Uint8Array {
  return codes.subarray(position * codeBytes, (position + 1) * codeBytes);
}

/** How many hits. They lie in memory to be read, place and distance, as those of Faiss do that are counted beside them. */
export function hitsOf(engine: BandEngine, question: Uint8Array, radius: number): number {
  let hits = 0;
  engine.search(question, radius, (_, many) => {
    hits += many;
    return true;
  });
  return hits;
}
