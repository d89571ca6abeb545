/** Which services elsewhere do we know, and where does a request to them go? Data: what is not here she names herself. */
import type { Mark, ServiceKind } from '../notice/basis.ts';
import type { CaseworkWords } from '../words/catalogue.ts';

export interface KnownService {
  readonly id: string;
  readonly name: string;
  readonly kind: ServiceKind;
  /** Where its own form is. */
  readonly form: string;
  /** Of a search engine: where people in Europe object to results about them (Regulation (EU) 2016/679, Articles 17 and 21; the same in the United Kingdom). */
  readonly europeanForm?: string;
  /** Which of her answers each question of its form is; `herself`: only she can say. */
  readonly asks: Readonly<Record<string, FormQuestion['from']>>;
  readonly source: string;
  /** YYYY-MM-DD. */
  readonly checkedOn: string;
  readonly mark: Mark;
}

/** A service with what is said of it. */
export interface DescribedService extends Omit<KnownService, 'asks'> {
  /** What it does, in her words: a search engine takes nothing down. */
  readonly does: string;
  /** Whether its form asks questions that a letter does not answer: then she gets answers to copy. */
  readonly asks: readonly FormQuestion[];
}

/** One question of a service's form. `from`: which of her answers it is; `herself`: only she can say. */
export interface FormQuestion {
  readonly question: string;
  readonly from: 'links' | 'name' | 'email' | 'who' | 'consent' | 'kind' | 'herself';
  /** Said where she answers herself. */
  readonly help?: string;
}

// The words of each stand in casework's words, `letter.services`, under the same keys.
const services = [
  {
    id: 'google-search',
    name: 'Google Search',
    kind: 'search',
    form: 'https://support.google.com/websearch/answer/6302812',
    europeanForm: 'https://reportcontent.google.com/forms/rtbf',
    asks: {
      who: 'who',
      kind: 'kind',
      consent: 'consent',
      links: 'links',
      name: 'name',
      email: 'email',
      paid: 'herself',
      real: 'herself',
      screenshots: 'herself',
    },
    source: 'https://support.google.com/websearch/answer/6302812',
    checkedOn: '2026-11-22',
    mark: 'secondary-source',
  },
  {
    id: 'bing',
    name: 'Microsoft Bing',
    kind: 'search',
    form: 'https://www.microsoft.com/concern/bing',
    europeanForm: 'https://www.bing.com/webmaster/tools/eu-privacy-request',
    asks: { service: 'herself', concern: 'herself', links: 'links', consent: 'consent' },
    source: 'https://www.microsoft.com/concern/bing',
    checkedOn: '2026-11-22',
    mark: 'general-knowledge',
  },
] as const satisfies readonly KnownService[];

export const knownServices: readonly KnownService[] = services;

/** The service of this id; null for one that she names herself. */
export function knownService(id: string): KnownService | null {
  return services.find((service) => service.id === id) ?? null;
}

/** Every service, in her words. */
export function describedServices({ letter }: Pick<CaseworkWords, 'letter'>): readonly DescribedService[] {
  return services.map(({ asks, ...service }) => {
    const said = letter.services[service.id];
    const questions: Readonly<Record<string, string>> = said.questions;
    const help: Readonly<Record<string, string>> = said.help;
    return {
      ...service,
      does: said.does,
      asks: Object.entries(asks).map(([key, from]) => ({
        question: questions[key] ?? key,
        from,
        ...(help[key] === undefined ? {} : { help: help[key] }),
      })),
    };
  });
}

/** The service of this id, in her words; null for one that she names herself. */
export function describedService(words: Pick<CaseworkWords, 'letter'>, id: string): DescribedService | null {
  return describedServices(words).find((service) => service.id === id) ?? null;
}
