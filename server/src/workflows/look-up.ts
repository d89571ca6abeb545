/** What would an upload of this file be told? The operator's question at a terminal: nothing is remembered, and no review opens. */
import type { MatchBody } from '@likeness/contract';
import type { View } from '@likeness/fingerprint';
import { matchesTold, type Verdict, verdictOf } from '@likeness/lookup';
import type { Engine } from './engine.ts';
import { matchBodies } from './screen.ts';

export interface LookUp {
  readonly verdict: Verdict;
  /** As the API answers them to this platform, with the item ids that it sees. */
  readonly matches: readonly MatchBody[];
  /** How many there are, where not all are told. */
  readonly matchesInAll?: number;
}

/** Compares fingerprints that this machine computed from the file with everything that this platform's uploads are compared with. */
export async function lookUp(
  { store, index }: Pick<Engine, 'store' | 'index'>,
  platformId: string,
  fingerprints: readonly View[],
): Promise<LookUp> {
  const { matches, inAll } = index.lookFirst({ platformId, source: 'bytes', fingerprints });
  return {
    verdict: verdictOf(matches),
    matches: await matchBodies(store, platformId, matches.slice(0, matchesTold)),
    ...(inAll > matchesTold ? { matchesInAll: inAll } : {}),
  };
}
