/** Which services elsewhere do we know, and where does a request to them go? Data: what is not here she names herself. */
import type { Mark, ServiceKind } from '../notice/basis.ts';

export interface KnownService {
  readonly id: string;
  readonly name: string;
  readonly kind: ServiceKind;
  /** Where its own form is. */
  readonly form: string;
  /** What it does, in her words: a search engine takes nothing down. */
  readonly does: string;
  /** Whether its form asks questions that a letter does not answer: then she gets answers to copy. */
  readonly asks: readonly FormQuestion[];
  readonly source: string;
  /** YYYY-MM-DD. */
  readonly checkedOn: string;
  readonly mark: Mark;
}

/** One question of a service's form. `from`: which of her answers it is; `herself`: only she can say. */
export interface FormQuestion {
  readonly question: string;
  readonly from: 'links' | 'name' | 'email' | 'who' | 'consent' | 'kind' | 'herself';
  /** Said where she answers herself. */
  readonly help?: string;
}

export const knownServices: readonly KnownService[] = [
  {
    id: 'google-search',
    name: 'Google Search',
    kind: 'search',
    form: 'https://support.google.com/websearch/answer/6302812',
    does: 'Takes it out of what people find with Google. It stays on the site where it is.',
    asks: [
      { question: 'Who asks, and for whom', from: 'who' },
      { question: 'What the picture shows', from: 'kind' },
      { question: 'Whether it was shared with consent', from: 'consent' },
      { question: 'The address of each page and picture', from: 'links' },
      { question: 'Legal name', from: 'name' },
      { question: 'E-mail address', from: 'email' },
      {
        question: 'Whether you are paid for it now',
        from: 'herself',
        help: 'Google asks this. It takes down no picture that you are paid for now.',
      },
      {
        question: 'Real, or made by a computer',
        from: 'herself',
        help: 'Choose what is right. Both are taken down.',
      },
      {
        question: 'Screenshots',
        from: 'herself',
        help: 'Google asks for pictures of what the search shows. You can cover what is private in them.',
      },
    ],
    source: 'https://support.google.com/websearch/answer/6302812',
    checkedOn: '2026-11-22',
    mark: 'secondary-source',
  },
  {
    id: 'bing',
    name: 'Microsoft Bing',
    kind: 'search',
    form: 'https://www.microsoft.com/concern/bing',
    does: 'Takes it out of what people find with Bing. It stays on the site where it is.',
    asks: [
      { question: 'The service', from: 'herself', help: 'Choose Bing.' },
      {
        question: 'The kind of concern',
        from: 'herself',
        help: 'Choose the line about nude or sexual pictures that were not meant to be shared.',
      },
      { question: 'The address of each page and picture', from: 'links' },
      { question: 'What is wrong', from: 'consent' },
    ],
    source: 'https://www.microsoft.com/concern/bing',
    checkedOn: '2026-11-22',
    mark: 'general-knowledge',
  },
];

/** The service of this id; null for one that she names herself. */
export function knownService(id: string): KnownService | null {
  return knownServices.find((service) => service.id === id) ?? null;
}
