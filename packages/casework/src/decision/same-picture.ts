/** Which uploads show one picture? */
import type { Fingerprint } from '@likeness/fingerprint';
import { provedBy } from './proof.ts';

/** Uploads that prove each other show one picture: one item, so that whoever meets it later meets one, and one answer to a complaint. Those without fingerprints are in none. */
export function picturesOf<Upload extends { readonly fingerprints: readonly Fingerprint[] }>(
  uploads: readonly Upload[],
): (readonly Upload[])[] {
  return uploads
    .filter(({ fingerprints }) => fingerprints.length > 0)
    .reduce<(readonly Upload[])[]>((pictures, upload) => {
      const isSame = (picture: readonly Upload[]): boolean =>
        picture.some((other) => provedBy(upload.fingerprints, other.fingerprints).length > 0);
      return [...pictures.filter((picture) => !isSame(picture)), [...pictures.filter(isSame).flat(), upload]];
    }, []);
}
