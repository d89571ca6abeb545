/** What did she send fingerprints of? Pictures and videos, each counted by what its fingerprints say of it. */
import type { FingerprintKind } from '@likeness/fingerprint';
import { listIn } from '../language/written.ts';
import type { CaseworkWords } from '../words/catalogue.ts';

export interface SentFiles {
  readonly pictures: number;
  readonly videos: number;
  /** Of these only exact copies can be found, and their fingerprints do not say what they are. */
  readonly others: number;
}

export const noFiles: SentFiles = { pictures: 0, videos: 0, others: 0 };

/** What a file is by the kinds of its fingerprints: frames make a video, one view of the whole a picture. */
export function fileKind(fingerprints: Iterable<FingerprintKind>): 'picture' | 'video' | 'other' {
  const kinds = new Set(fingerprints);
  if (kinds.has('vpdq')) return 'video';
  return kinds.has('pdq') ? 'picture' : 'other';
}

/** Counts files by the kinds of fingerprints that each has. */
export function sentFiles(files: Iterable<Iterable<FingerprintKind>>): SentFiles {
  const kinds = [...files].map(fileKind);
  const count = (wanted: ReturnType<typeof fileKind>): number => kinds.filter((kind) => kind === wanted).length;
  return { pictures: count('picture'), videos: count('video'), others: count('other') };
}

/** How many files in all. */
export function fileCount({ pictures, videos, others }: SentFiles): number {
  return pictures + videos + others;
}

/** "2 pictures and 1 video"; empty when there are none. */
export function filesText(files: SentFiles, words: CaseworkWords): string {
  const { pictures, videos, others } = files;
  const said = words.case.files;
  const other = fileCount(files) === others ? said.files : said.others;
  const parts = [
    [pictures, said.pictures],
    [videos, said.videos],
    [others, other],
  ] as const;
  return listIn(
    words.language,
    parts.flatMap(([count, say]) => (count === 0 ? [] : [say({ count })])),
  );
}
