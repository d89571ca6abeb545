/** What else stands beside the picture: words, links, accounts? How her form asks for it, and how what she typed becomes what the request asks about. */
import { type BesideAsked, besideAtMost } from '@likeness/casework';
import { addressOf } from './address.ts';
import type { FieldProblem } from './model.ts';
import type { Words } from './words.ts';

/** Names of the fields, and their ids. */
export const besideFields = { besideText: 'besideText', besideLinks: 'besideLinks', besideAccounts: 'besideAccounts' } as const;

/** The most characters of one of them; `POST /api/v1/requests` has the same limit. */
export const besideLengthAtMost = 2048;

export interface BesideTyped {
  /** Where there is a problem, as it was typed, so that it is shown again. */
  readonly beside: readonly BesideAsked[];
  readonly problems: readonly FieldProblem[];
}

/** Reads the three fields: words are one, links and accounts one on each line. Nothing is cut, and a line that is no link is never taken for one. */
export function besideFrom(textOf: (name: string) => string, words: Words): BesideTyped {
  const said = words.request.problems;
  const typedWords = textOf(besideFields.besideText);
  const typedLinks = linesOf(textOf(besideFields.besideLinks));
  const accounts = linesOf(textOf(besideFields.besideAccounts));
  const notLinks = typedLinks.filter((line) => addressOf(line) === null).map((line) => line.slice(0, 60));
  const count = Number(typedWords !== '') + typedLinks.length + accounts.length;
  const tooLong = { sentence: said.textTooLong({ most: besideLengthAtMost }) };
  const problems: FieldProblem[] = [
    ...(typedWords.length > besideLengthAtMost ? [{ field: besideFields.besideText, ...tooLong }] : []),
    ...(notLinks.length === 0 ? [] : [{ field: besideFields.besideLinks, sentence: notLinksSentence(said, notLinks) }]),
    ...(accounts.some((line) => line.length > besideLengthAtMost) ? [{ field: besideFields.besideAccounts, ...tooLong }] : []),
    ...(count > besideAtMost
      ? [
          {
            field: typedLinks.length > accounts.length ? besideFields.besideLinks : besideFields.besideAccounts,
            sentence: said.tooManyBeside({ most: besideAtMost }),
          },
        ]
      : []),
  ];
  const links = problems.length > 0 ? typedLinks : [...new Set(typedLinks.map((line) => addressOf(line) ?? line))];
  return {
    beside: [
      ...(typedWords === '' ? [] : [{ kind: 'text' as const, says: typedWords }]),
      ...links.map((says) => ({ kind: 'link' as const, says })),
      ...accounts.map((says) => ({ kind: 'account' as const, says })),
    ],
    problems,
  };
}

/** Names every line: whoever corrected one only to hear of the next would give up. */
function notLinksSentence(said: Words['request']['problems'], lines: readonly string[]): string {
  return lines.length === 1 ? said.notALink({ first: lines[0] ?? '' }) : said.notLinks({ lines: lines.join(' · ') });
}

/** The same as the fields show it. */
export function besideTyped(beside: readonly BesideAsked[]): Readonly<Record<keyof typeof besideFields, string>> {
  const of = (kind: BesideAsked['kind']): string =>
    beside
      .filter((one) => one.kind === kind)
      .map(({ says }) => says)
      .join('\n');
  return { besideText: of('text'), besideLinks: of('link'), besideAccounts: of('account') };
}

const linesOf = (typed: string): string[] => [
  ...new Set(
    typed
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];
