/** What became of what a person asked about beside the picture: words, links and accounts, each by itself? Of what she did not name she learns nothing. */
import { type AlsoKind, type BesideAsked, fitOfAccount } from '@likeness/casework';
import type { BesideDecided } from '@likeness/web/person';
import { plainAddress } from '../store/address.ts';
import type { RequestRow } from '../store/cases.ts';
import type { Tx } from '../store/database.ts';
import { alsoKindOf } from './also-acted-on.ts';

interface Act {
  readonly kind: string;
  readonly contentId: string;
  readonly url: string | null;
  readonly target: string | null;
}

/** Of each that she named, in their order; null where nothing may be said. `filing`: one request under each of its laws. */
export async function besideDecided(
  tx: Tx,
  filing: readonly RequestRow[],
  beside: readonly BesideAsked[],
  actsOn: readonly AlsoKind[],
): Promise<readonly (BesideDecided | null)[]> {
  if (beside.length === 0) return [];
  const acts = await actsOf(tx, filing);
  return beside.map((asked) => {
    if (filing.some(({ outcome }) => outcome === 'refer')) return null;
    const act = acts.find((each) => isAbout(each, asked));
    if (act !== undefined) return whatItDid(act.kind);
    // Whose account it was, nobody knows any more.
    if (asked.kind === 'account' && acts.some(({ kind, target }) => alsoKindOf(kind) === 'account' && target?.startsWith('erased-')))
      return null;
    if (!actsOn.includes(asked.kind)) return 'unheeded';
    return filing.some(({ outcome, closedAt }) => outcome === null && closedAt === null) ? 'open' : 'left';
  });
}

async function actsOf(tx: Tx, filing: readonly RequestRow[]): Promise<readonly Act[]> {
  const numbers = filing.map(({ trackingNumber }) => trackingNumber);
  const rows = await tx.sql
    .selectFrom('action')
    .innerJoin('decision', 'decision.id', 'action.decision_id')
    .leftJoin('content', 'content.ref', 'action.ref')
    .select(['action.kind', 'action.content_id', 'action.target', 'content.url'])
    .where('decision.tracking_number', 'in', numbers)
    .where('decision.reversed_at', 'is', null)
    .where('action.taken_back_at', 'is', null)
    .where('action.kind', 'not like', 'content.%')
    .where('action.kind', 'not like', '%.restore')
    .orderBy('action.id')
    .execute();
  return rows.map(({ kind, content_id, target, url }) => ({ kind, contentId: content_id, target, url }));
}

/** Words stand in the one text of a post, which goes as a whole; a link and an account are what she named, or it is not theirs to be told. */
function isAbout({ kind, contentId, url, target }: Act, { kind: askedKind, says, at }: BesideAsked): boolean {
  if (alsoKindOf(kind) !== askedKind) return false;
  if (at !== undefined && at !== contentId && (url === null || plainAddress(at) !== plainAddress(url))) return false;
  switch (askedKind) {
    case 'text':
      return true;
    case 'link':
      return target !== null && plainAddress(says) === plainAddress(target);
    case 'account':
      return target !== null && fitOfAccount(says, target) !== null;
  }
}

function whatItDid(kind: string): BesideDecided {
  if (kind === 'account.restrict') return 'suspended';
  return kind.endsWith('.remove') ? 'removed' : 'hidden';
}
