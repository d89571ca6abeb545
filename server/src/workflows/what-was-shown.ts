/** Is what a moderator decides about still what stood on the page? One mark for all uploads and places of a request, however many there are. */
import { createHash } from 'node:crypto';
import type { BesideAsked } from '@likeness/casework';
import { plainAddress } from '../store/address.ts';
import type { SealedAnswers } from '../store/cases.ts';
import type { Content } from '../store/content.ts';

/** One upload as it stands on a page: screened again, it is another one. */
export function markOfUpload({ ref, screenedAt }: Pick<Content, 'ref' | 'screenedAt'>): string {
  return `${ref}@${screenedAt.getTime()}`;
}

/** One that was found, waits for an answer, and is not on the page yet: it is known of, and nobody has looked. */
export const markBehind = (mark: string): string => `behind ${mark}`;

/** All uploads and unscreened places of a request, and what it asks about beside them: with one more, one less or one screened again it is another mark. */
export function markOfRequest(contents: readonly Content[], unscreened: readonly string[], beside: readonly BesideAsked[] = []): string {
  const parts = [
    ...contents.map(markOfUpload).toSorted(),
    ...unscreened.toSorted(),
    ...beside.map(({ kind, says, at = '' }) => `${kind} ${says} ${at}`).toSorted(),
  ];
  return `all@${createHash('sha256').update(JSON.stringify(parts)).digest('base64url')}`;
}

/** What the request names and nothing here was screened as. */
export function unscreenedOf(answers: Pick<SealedAnswers, 'contentIds' | 'locations'> | null, contents: readonly Content[]): string[] {
  const ids = new Set(contents.map(({ contentId }) => contentId));
  const addresses = new Set(contents.flatMap(({ url }) => (url === null ? [] : [plainAddress(url)])));
  const missing = new Map((answers?.locations ?? []).map((address) => [plainAddress(address), address]));
  return [
    ...(answers?.contentIds ?? []).filter((id) => !ids.has(id)),
    ...[...missing].flatMap(([plain, address]) => (addresses.has(plain) ? [] : [address])),
  ];
}
