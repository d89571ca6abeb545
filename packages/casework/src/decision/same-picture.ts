/** Which uploads show one picture? */
import type { Fingerprint } from '@likeness/fingerprint';
import { isAnyProvedBy, type Reading, readingOf } from './proof.ts';

/** Uploads that prove each other show one picture: one item, so that whoever meets it later meets one, and one answer to a complaint. Those without fingerprints are in none. */
export function picturesOf<Upload extends { readonly fingerprints: readonly Fingerprint[] }>(
  uploads: readonly Upload[],
): (readonly Upload[])[] {
  let pictures: (readonly (readonly [Upload, Reading])[])[] = [];
  for (const upload of uploads) {
    if (upload.fingerprints.length === 0) continue;
    const reading = readingOf(upload.fingerprints);
    const [same, others] = [[] as (readonly [Upload, Reading])[], [] as (readonly (readonly [Upload, Reading])[])[]];
    for (const picture of pictures) {
      if (picture.some(([, other]) => isAnyProvedBy(reading, other))) same.push(...picture);
      else others.push(picture);
    }
    pictures = [...others, [...same, [upload, reading] as const]];
  }
  return pictures.map((picture) => picture.map(([upload]) => upload));
}
