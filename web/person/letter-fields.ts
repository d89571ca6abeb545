/** What did she fill in to write to a service elsewhere, and what does she note about it? Nothing throws: what lacks comes back as a problem. */
import { type BasisId, knownService, type LetterAnswers, letterBases, letterLanguages } from '@likeness/casework';
import { answersFrom, type Fields, fieldLimits, fieldNames, onBehalfOfFrom, text } from './forms.ts';
import type { FieldProblem } from './model.ts';
import type { Words } from './words.ts';

export interface LetterForm {
  /** As posted: for `parseCaseCode`; empty within an open case. */
  readonly caseCode: string;
  /** As typed: for `choosePin`; null when she chose none. */
  readonly pin: string | null;
  /** The one that is written again; empty for a new one. */
  readonly letterId: string;
  /** An id of the directory, `other`, or empty while she has not said. */
  readonly choice: string;
  /** Null while she has not said whether she is the person in the picture. */
  readonly onBehalfOf: 'self' | 'agent' | null;
  readonly asked: LetterAnswers;
  readonly problems: readonly FieldProblem[];
}

/** The choice of a service that is not in the directory. */
export const otherService = 'other';

/** Reads POST `paths.elsewhere`. */
export function readLetterForm(fields: Fields, words: Words): LetterForm {
  const said = words.letter.problems;
  const choice = text(fields, fieldNames.knownService);
  const known = knownService(choice);
  const typedName = text(fields, fieldNames.serviceName);
  const typedPlace = text(fields, fieldNames.sendTo);
  const asking = onBehalfOfFrom(fields);
  const onBehalfOf = asking === 'self' || asking === 'agent' ? asking : null;
  const { answers, problems } = answersFrom(fields, words);
  const given = [fields[fieldNames.alsoUnder] ?? []].flat();
  const language = letterLanguages.find((each) => each === text(fields, fieldNames.letterLanguage));
  const bases = letterBases.filter((id: BasisId) => given.includes(id));
  const tooLong = (['serviceName', 'sendTo'] as const).flatMap((name) =>
    text(fields, fieldNames[name]).length > fieldLimits[name]
      ? [{ field: fieldNames[name], sentence: words.request.problems.textTooLong({ most: fieldLimits[name] }) }]
      : [],
  );
  return {
    caseCode: text(fields, fieldNames.caseCode),
    pin: text(fields, fieldNames.pin) || null,
    letterId: text(fields, fieldNames.letter),
    choice,
    onBehalfOf,
    asked: {
      serviceId: known?.id ?? null,
      serviceName: known?.name ?? typedName,
      ...(known === null ? typedPlace !== '' && { sendTo: typedPlace } : { sendTo: known.form }),
      bases,
      ...(language === undefined ? {} : { language }),
      answers: { onBehalfOf: onBehalfOf ?? 'self', ...answers },
    },
    problems: [
      ...(known === null && choice !== otherService ? [{ field: fieldNames.knownService, sentence: said.service }] : []),
      ...(choice === otherService && typedName === '' ? [{ field: fieldNames.serviceName, sentence: said.name }] : []),
      ...(onBehalfOf === null ? [{ field: fieldNames.onBehalfOf, sentence: words.watch.problems.who }] : []),
      ...tooLong,
      ...problems,
    ],
  };
}

export type LetterNote = 'sent' | 'gone' | 'refused' | 'deleted';

/** Reads POST `paths.letterNoted`; null for a note that is none. */
export function readLetterNote(fields: Fields): { readonly letterId: string; readonly note: LetterNote } | null {
  const note = text(fields, fieldNames.noted);
  return note === 'sent' || note === 'gone' || note === 'refused' || note === 'deleted'
    ? { letterId: text(fields, fieldNames.letter), note }
    : null;
}
