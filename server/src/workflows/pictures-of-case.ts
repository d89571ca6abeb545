/** Of which pictures and videos does a case still hold fingerprints? Each once, however many services it was sent to, for a request to one more. In an order in which one list of them all falls apart into the same files. */

import { type SentFiles, sentFiles } from '@likeness/casework';
import { type Fingerprint, isFrameKind } from '@likeness/fingerprint';
import { picturesOfEach, requestsOfCase } from '../store/cases.ts';
import type { Tx } from '../store/database.ts';
import type { Engine } from './engine.ts';

/** Fingerprints of one picture or video. */
export type Picture = readonly Fingerprint[];

/** Those of its requests, but for a request that may show somebody under 18, and for what a decision or a withdrawal has made it forget. */
export async function picturesOfCase(tx: Tx, caseId: string): Promise<readonly Picture[]> {
  const numbers = (await requestsOfCase(tx.sql, caseId)).filter(({ isYoung }) => !isYoung).map(({ trackingNumber }) => trackingNumber);
  return eachOnce([...(await picturesOfEach(tx.sql, numbers)).values()].flat().map(({ fingerprints }) => fingerprints));
}

/** The same picture counts once. */
export function eachOnce(all: readonly Picture[]): readonly Picture[] {
  const pictures = new Map<string, Picture>();
  for (const fingerprints of all)
    pictures.set(
      fingerprints
        .map(({ kind, variant, value }) => `${kind} ${variant} ${value}`)
        .toSorted()
        .join(),
      fingerprints.toSorted((a, b) => placeOf(a) - placeOf(b)),
    );
  // A file of exact fingerprints alone would take in the PDQ after it, so it comes later.
  return [...pictures.values()].toSorted((a, b) => Number(isClear(b)) - Number(isClear(a)));
}

/** How many pictures and videos those are. */
export async function filesHeld({ store }: Pick<Engine, 'store'>, caseId: string): Promise<SentFiles> {
  const pictures = await store.transact((tx) => picturesOfCase(tx, caseId));
  return sentFiles(pictures.map((picture) => picture.map(({ kind }) => kind)));
}

/** The whole picture first, then its turns, exact fingerprints, and the frames of a video: so the next file is known by a view that comes again. */
function placeOf({ kind, variant }: Fingerprint): number {
  if (isFrameKind(kind)) return 3;
  return kind === 'pdq' ? (variant === 'whole' ? 0 : 1) : 2;
}

const isClear = (picture: Picture): boolean => picture[0]?.kind === 'pdq';
