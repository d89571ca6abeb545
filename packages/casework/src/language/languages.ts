/** In which languages can a person be spoken to, what is each called by those who speak it, and which one does her browser ask for? */

export const languages = ['en', 'it', 'de', 'es', 'ar'] as const;

/** A language by its BCP 47 tag; `lang` of a page. */
export type Language = (typeof languages)[number];

export type Direction = 'ltr' | 'rtl';

type LanguageFacts = {
  /** What those who speak it call it. */
  readonly ownName: string;
  readonly direction: Direction;
  /** What `Intl` writes numbers, days and lists by. */
  readonly locale: string;
};

const facts: Readonly<Record<Language, LanguageFacts>> = {
  // Days before months, as everywhere but in the United States; the months are written out, so that nobody can misread them.
  en: { ownName: 'English', direction: 'ltr', locale: 'en-GB' },
  it: { ownName: 'Italiano', direction: 'ltr', locale: 'it' },
  de: { ownName: 'Deutsch', direction: 'ltr', locale: 'de' },
  es: { ownName: 'Español', direction: 'ltr', locale: 'es' },
  // The digits 0 to 9: those of her code, of addresses and of telephone numbers, and read in every Arab country.
  ar: { ownName: 'العربية', direction: 'rtl', locale: 'ar-u-nu-latn' },
};

export const isLanguage = (tag: unknown): tag is Language => languages.some((language) => language === tag);

/** "Deutsch" */
export const ownNameOf = (language: Language): string => facts[language].ownName;

/** `dir` of a page. */
export const directionOf = (language: Language): Direction => facts[language].direction;

/** What `Intl` takes: the language with the digits and the order of days that are written here. */
export const localeOf = (language: Language): string => facts[language].locale;

/** One entry of the header: "de-CH;q=0.8". */
const entryPattern = /^\s*([a-z]{1,8}|\*)(?:-[a-z\d]{1,8})*\s*(?:;\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*)?$/i;

/**
 * Of the offered languages, the one that an Accept-Language header (RFC 9110, 12.5.4) asks for most; the first of two equals, and the
 * first offered where it asks for none of them. Never throws: what does not read as an entry is passed over.
 */
export function bestLanguage(header: string | undefined, offered: readonly [Language, ...Language[]]): Language {
  let best: Language = offered[0];
  let bestWeight = 0;
  const refused = new Set<Language>();
  // Browsers send a handful of languages; a header is not read past what any of them sends.
  const entries = (header ?? '').slice(0, 1000).split(',').slice(0, 50);
  for (const entry of entries) {
    const [, tag, q] = entryPattern.exec(entry) ?? [];
    if (tag === undefined) continue;
    const weight = q === undefined ? 1 : Number(q);
    const asked = tag === '*' ? offered.find((each) => !refused.has(each)) : offered.find((each) => each === tag.toLowerCase());
    if (asked === undefined) continue;
    if (weight === 0 && tag !== '*') refused.add(asked);
    if (weight > bestWeight) {
      best = asked;
      bestWeight = weight;
    }
  }
  return best;
}
