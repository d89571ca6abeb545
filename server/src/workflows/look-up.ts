/** What would an upload of this file be told? The operator's question at a terminal: nothing is remembered, and no review opens. */
import type { Fingerprint } from '@likeness/fingerprint';
import { type Match, type Verdict, verdictOf } from '@likeness/lookup';
import type { BankIndex } from '../index/bank-index.ts';

export interface LookUp {
  readonly verdict: Verdict;
  readonly matches: readonly Pick<Match, 'bankName' | 'itemId' | 'kind' | 'variant' | 'distance' | 'addedAt' | 'source' | 'effect'>[];
}

/** Compares fingerprints that this machine computed from the file with everything that this platform's uploads are compared with. */
export function lookUp(index: BankIndex, platformId: string, fingerprints: readonly Fingerprint[]): LookUp {
  const matches = index.look({ platformId, source: 'bytes', fingerprints });
  return { verdict: verdictOf(matches), matches };
}
