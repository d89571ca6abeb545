/** What did she fill in where services look out for a picture? Nothing throws: what lacks comes back as a problem beside the rest. */
import type { Filer } from '@likeness/casework';
import { type Fields, fieldNames, isTicked, onBehalfOfFrom, text } from './forms.ts';
import type { FieldProblem } from './model.ts';
import { type Picture, readPictures } from './picture-fields.ts';
import type { Words } from './words.ts';

export interface WatchForm {
  /** As posted: for `parseCaseCode`. */
  readonly caseCode: string;
  /** As typed: for `choosePin`; null when she chose none. */
  readonly pin: string | null;
  readonly serviceIds: readonly string[];
  readonly filer: Extract<Filer, 'self' | 'agent'> | null;
  readonly isConfirmed: boolean;
  readonly pictures: readonly Picture[];
  readonly problems: readonly FieldProblem[];
}

/** Reads POST `paths.watch`. */
export function readWatchForm(fields: Fields, words: Words): WatchForm {
  const said = words.watch.problems;
  const { pictures, isReadable } = readPictures(text(fields, fieldNames.fingerprints));
  const serviceIds = [...new Set([fields[fieldNames.services] ?? []].flat())];
  const asking = onBehalfOfFrom(fields);
  const filer = asking === 'self' || asking === 'agent' ? asking : null;
  const isConfirmed = isTicked(fields, fieldNames.shownOrActing);
  return {
    caseCode: text(fields, fieldNames.caseCode),
    pin: text(fields, fieldNames.pin) || null,
    serviceIds,
    filer,
    isConfirmed,
    pictures,
    problems: [
      ...(isReadable ? [] : [{ sentence: words.request.problems.fingerprints }]),
      ...(isReadable && pictures.length === 0 ? [{ field: `${fieldNames.fingerprints}-files`, sentence: said.pictures }] : []),
      ...(serviceIds.length === 0 ? [{ field: fieldNames.services, sentence: said.services }] : []),
      ...(filer === null ? [{ field: fieldNames.onBehalfOf, sentence: said.who }] : []),
      ...(isConfirmed ? [] : [{ field: fieldNames.shownOrActing, sentence: said.confirm }]),
    ],
  };
}

/** Reads POST `paths.watchLonger` and `paths.watchEnd`: which one. */
export function readWatchChoice(fields: Fields): string {
  return text(fields, fieldNames.watch);
}
