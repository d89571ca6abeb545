/** What did she send fingerprints of? Pictures and videos, each counted by what its fingerprints say of it. */
import type { FingerprintKind } from '@likeness/fingerprint';

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
export function filesText(files: SentFiles): string {
  const { pictures, videos, others } = files;
  const other = fileCount(files) === others ? 'file' : 'other file';
  return listed([counted(pictures, 'picture'), counted(videos, 'video'), counted(others, other)].filter((text) => text !== ''));
}

/** "2 links"; empty for none. */
export function counted(count: number, one: string, many = `${one}s`): string {
  if (count === 0) return '';
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** "a, b and c" */
export function listed(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`;
}
