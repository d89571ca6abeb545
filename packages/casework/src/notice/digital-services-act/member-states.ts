/** Which law of a member state makes it illegal to share an intimate picture without consent? The regulation leaves that to them (Article 3(h)); a statement of reasons has to name it (Article 17(3)(d)). Data to be corrected and completed; a state that is not here is not guessed at. */
import type { Country } from '../../decision/visibility.ts';
import type { Mark } from '../basis.ts';

export interface MemberStateLaw {
  readonly country: Country;
  /** As it is named in its own language, so that whoever reads it can look it up. */
  readonly reference: string;
  readonly mark: Mark;
  /** YYYY-MM-DD. */
  readonly checkedOn: string;
}

export const memberStateLaws: readonly MemberStateLaw[] = [
  {
    country: 'DE',
    reference: 'Strafgesetzbuch, §§ 184k, 201a; Kunsturhebergesetz, §§ 22, 33 (Germany)',
    mark: 'general-knowledge',
    checkedOn: '2026-11-23',
  },
  { country: 'ES', reference: 'Código Penal, artículo 197.7 (Spain)', mark: 'general-knowledge', checkedOn: '2026-11-23' },
  { country: 'FR', reference: 'Code pénal, articles 226-2-1 et 226-8-1 (France)', mark: 'general-knowledge', checkedOn: '2026-11-23' },
  {
    country: 'IE',
    reference: 'Harassment, Harmful Communications and Related Offences Act 2020, sections 2 and 3 (Ireland)',
    mark: 'general-knowledge',
    checkedOn: '2026-11-23',
  },
  {
    country: 'IT',
    reference: 'Codice penale, articoli 612-ter e 612-quater (Italy)',
    mark: 'secondary-source',
    checkedOn: '2026-11-23',
  },
  { country: 'PL', reference: 'Kodeks karny, art. 191a § 1 (Poland)', mark: 'general-knowledge', checkedOn: '2026-11-23' },
  { country: 'SE', reference: 'Brottsbalken 4 kap. 6 c § (Sweden)', mark: 'general-knowledge', checkedOn: '2026-11-23' },
];

/** The states whose law can be named. */
export const memberStates: readonly Country[] = memberStateLaws.map(({ country }) => country);

/** Null: not known here. */
export function lawOfMemberState(country: Country | undefined): string | null {
  return memberStateLaws.find((law) => law.country === country)?.reference ?? null;
}
