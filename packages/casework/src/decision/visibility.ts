/** In which ways may a decision restrict who sees a picture that stays, for which reasons, and in which words? Where a law wants it gone, in none (docs/decisions/0018-restrict.md). */

import { type Language, localeOf } from '../language/languages.ts';
import type { LegalBasis, RequestGround } from '../notice/basis.ts';
import type { CaseworkWords } from '../words/catalogue.ts';
import { decisionWords } from '../words/en/decision.ts';

/** The European Economic Area: what the DSA Transparency Database takes as a territory. */
export const europeanCountries = [
  ...(['AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE', 'IS', 'IT', 'LI', 'LT', 'LU'] as const),
  ...(['LV', 'MT', 'NL', 'NO', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK'] as const),
] as const;
const otherCountries = ['AU', 'CH', 'GB', 'US'] as const;
export type Country = (typeof europeanCountries)[number] | (typeof otherCountries)[number];

/** `age-gate`: only for people whose age was checked. `not-recommended`: in no search and no feed, the address still opens it. `not-in-DE`: not shown in that country. */
export type Visibility = 'age-gate' | 'not-recommended' | `not-in-${Country}`;

const countries: readonly Country[] = [...europeanCountries, ...otherCountries];
const everywhere: readonly Visibility[] = ['age-gate', 'not-recommended'];
export const visibilities: readonly Visibility[] = [...everywhere, ...countries.map((country): Visibility => `not-in-${country}`)];

/** The word as it was stored or sent; null for any other. */
export const visibilityFrom = (word: unknown): Visibility | null => visibilities.find((one) => one === word) ?? null;

/** The country in which it is not shown; null where it is the same everywhere. */
export const countryOf = (visibility: Visibility): Country | null => countries.find((one) => visibility === `not-in-${one}`) ?? null;

/**
 * `rules`: the service's own rules allow it, and limit who sees it. `illegal-there`: the law of one country does not allow it. `ordered-there`: an authority
 * orders that it is not shown in its country. What is illegal altogether is removed: an age gate would leave it up.
 */
export const restrictReasons = ['rules', 'illegal-there', 'ordered-there'] as const;
export type RestrictReason = (typeof restrictReasons)[number];

export interface RestrictGround extends RequestGround {
  readonly decision: 'restrict';
  readonly visibility: Visibility;
  readonly reason: RestrictReason;
}

/** The country in this language. */
const countryIn = (country: Country, language: Language): string =>
  new Intl.DisplayNames(localeOf(language), { type: 'region' }).of(country) ?? country;

const { restrict: said } = decisionWords.grounds;
const toDo: Readonly<Record<'age-gate' | 'not-recommended', string>> = {
  'age-gate': 'Show it only to people whose age you have checked.',
  'not-recommended': 'Keep it out of search, feeds and recommendations; whoever has its address still sees it.',
};

function rulesGround(visibility: 'age-gate' | 'not-recommended'): RestrictGround {
  return {
    key: `rules-${visibility}`,
    decision: 'restrict',
    visibility,
    reason: 'rules',
    label:
      visibility === 'age-gate'
        ? 'Our rules allow the picture only for people whose age is checked'
        : 'Our rules allow the picture only out of search and feeds',
    toPlatform: `Restrict: ${toDo[visibility]} The service's own rules allow it only so.`,
    toPerson: said.rules[visibility],
    whatNext: said.whatNext,
  };
}

function countryGround(reason: 'illegal-there' | 'ordered-there', country: Country): RestrictGround {
  const name = countryIn(country, 'en');
  const because = reason === 'illegal-there' ? 'The law of that country does not allow it.' : 'An authority orders it.';
  return {
    key: `${reason}-${country.toLowerCase()}`,
    decision: 'restrict',
    visibility: `not-in-${country}`,
    reason,
    restsOnTests: true,
    label:
      reason === 'illegal-there' ? `It is illegal in ${name} alone: not shown there` : `The order is for ${name} alone: not shown there`,
    toPlatform: `Restrict: Do not show it in ${name}. ${because}`,
    toPerson: said[reason].replace('{country}', name),
    whatNext: said.whatNext,
  };
}

/** The grounds of each reason. A notice under the Digital Services Act is about its member states; an order about its own country, wherever that is. */
const groundsOfReason: Readonly<Record<RestrictReason, readonly RestrictGround[]>> = {
  rules: [rulesGround('age-gate'), rulesGround('not-recommended')],
  'illegal-there': europeanCountries.map((country) => countryGround('illegal-there', country)),
  'ordered-there': countries.map((country) => countryGround('ordered-there', country)),
};

/** The grounds on which a decision under this law may restrict, whatever the service can carry out; none where the law wants it gone. */
export function restrictGroundsOf({ restricts }: Pick<LegalBasis, 'restricts'>): readonly RestrictGround[] {
  return restricts.flatMap((reason) => groundsOfReason[reason]);
}

/** The same of a match that nobody asked about: nobody has said that it is illegal. */
export const matchRestrictGrounds: readonly RestrictGround[] = groundsOfReason.rules;

/** The ground of this key; null for any other. */
export function restrictGround(key: string): RestrictGround | null {
  return (
    Object.values(groundsOfReason)
      .flat()
      .find((ground) => ground.key === key) ?? null
  );
}

/** The restriction that a ground of this key carries; null where it is none. */
export const visibilityOf = (key: string): Visibility | null => restrictGround(key)?.visibility ?? null;

/** What she reads of it, in her language; `mayDisagree`: she has not said yet that it is too little, and still can. */
export function restrictWords(
  { reason, visibility }: RestrictGround,
  words: CaseworkWords,
  mayDisagree = true,
): Pick<RequestGround, 'toPerson' | 'whatNext'> {
  const { rules, whatNext: whereSheMay, whatNextOtherwise, ...there } = words.decision.grounds.restrict;
  const whatNext = mayDisagree ? whereSheMay : whatNextOtherwise;
  const country = countryOf(visibility);
  if (reason !== 'rules' && country !== null) return { toPerson: there[reason]({ country: countryIn(country, words.language) }), whatNext };
  return { toPerson: rules[visibility === 'age-gate' ? 'age-gate' : 'not-recommended'], whatNext };
}

/** What the limit is, for whoever posted it. */
export function visibilitySentence(visibility: Visibility, words: Pick<CaseworkWords, 'decision' | 'language'>): string {
  const { seen } = words.decision;
  const country = countryOf(visibility);
  return country === null
    ? seen[visibility === 'age-gate' ? 'age-gate' : 'not-recommended']
    : seen['not-there']({ country: countryIn(country, words.language) });
}

/**
 * Whether a law of the same filing wants more than a restriction: of two laws the stricter wins. One that wants it gone and is not refused stands in the way, and so
 * does what was removed or referred under another.
 */
export function wantsMore(basis: Pick<LegalBasis, 'restricts'>, outcome: string | null): boolean {
  if (outcome === 'remove' || outcome === 'refer') return true;
  return outcome === null && basis.restricts.length === 0;
}
