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

/** Counts files by the kinds of fingerprints that each has: frames make a video, one view of the whole a picture. */
export function sentFiles(files: Iterable<Iterable<FingerprintKind>>): SentFiles {
  let { pictures, videos, others } = noFiles;
  for (const file of files) {
    const kinds = new Set(file);
    if (kinds.has('vpdq')) videos += 1;
    else if (kinds.has('pdq')) pictures += 1;
    else others += 1;
  }
  return { pictures, videos, others };
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
