/** What does an order of an authority need to be carried out, and by when? One kind of request for every country's authority. Sources, marks and doubts: README.md beside this file. */
import type { RequestAnswers } from '../../request/answers.ts';
import type { LegalBasis, LegalElement } from '../basis.ts';
import { cannotLocate } from '../grounds-under-every-law.ts';
import { english } from './words/en.ts';

/** Keys of what an order says only where it applies. */
const effectTo = 'effect-to';
const notToldKey = 'uploader-not-told';

/** Whether the order forbids to tell whoever uploaded it. */
export function uploaderIsNotToBeTold({ declarations = {} }: Pick<RequestAnswers, 'declarations'>): boolean {
  return declarations['authority-order']?.[notToldKey] === true;
}

function line(key: keyof typeof english.elements, told: Pick<LegalElement, 'label' | 'lawWording'>): LegalElement {
  return {
    key,
    ...english.elements[key],
    rule: 'text',
    pointer: `/texts/authority-order/${key}`,
    whoWillSee: english.whoWillSee,
    mark: 'secondary-source',
    ...told,
  };
}

export const authorityOrder: LegalBasis = {
  id: 'authority-order',
  name: english.name,
  statute: english.statute,
  instrument: english.instrument,
  country: english.country,
  territories: ['EU', 'IT', 'AU', 'GB', 'US'],
  serviceKinds: ['user-content', 'own-content', 'search', 'hosting'],
  inForce: {
    from: null,
    until: null,
    isConfirmed: false,
    note: 'An order binds by the law that it names; whether it does is for the service to check, and nothing here says so.',
  },
  checkedOn: '2026-11-22',
  confidence: 'medium',
  sources: [
    {
      title: 'Contents of orders under Article 9 of the Digital Services Act, AKOS Slovenia',
      url: 'https://akos-rs.si/en/digital-services/explore/for-government-authorities/decisions-to-act-against-illegal-content',
      mark: 'secondary-source',
      checkedOn: '2026-11-22',
    },
    {
      title: 'Online Safety Act 2021 (Australia), section 77',
      url: 'http://www.austlii.edu.au/au/legis/cth/consol_act/osa2021154/s77.html',
      mark: 'read-in-the-law',
      checkedOn: '2026-11-22',
    },
    {
      title: 'Directive (EU) 2024/1385, Article 23',
      url: 'https://eur-lex.europa.eu/eli/dir/2024/1385/oj',
      mark: 'read-in-the-law',
      checkedOn: '2026-11-22',
    },
  ],
  whoMayFile: ['authority'],
  offered: 'by-order',
  warnings: english.warnings,
  elements: [
    line('issuer', {
      label: 'the issuing authority',
      lawWording: 'information identifying the issuing authority',
    }),
    line('reference', {
      label: 'the reference of the order',
      lawWording: 'a reference of the order (our rule)',
    }),
    line('law', {
      label: 'the legal basis of the order',
      lawWording: 'a reference to the legal basis for the decision in European Union or national law',
    }),
    line('reason', {
      label: 'the reasons of the order',
      lawWording: 'an explanation of why the information is illegal content',
    }),
    line('scope', {
      label: 'the territorial scope',
      lawWording: 'the territorial scope of the order',
    }),
    line('redress', {
      label: 'redress',
      lawWording: 'information on the redress mechanisms available to the provider and the recipient',
    }),
    {
      ...line(effectTo, {
        label: 'whom to tell of the effect given',
        lawWording:
          'where applicable, information about which authority is to receive the information about the effect given to the orders',
      }),
      isOptional: true,
      mark: 'general-knowledge',
    },
    {
      ...line(notToldKey, {
        label: 'that the uploader must not be told',
        lawWording:
          'the recipient is informed at the latest when effect is given, or at the time that the order names; an order that forbids it for now is kept to (our rule)',
      }),
      rule: 'declaration',
      pointer: `/declarations/authority-order/${notToldKey}`,
      isOptional: true,
      mark: 'general-knowledge',
    },
    {
      key: 'locate',
      ...english.elements.locate,
      rule: 'exact-locate',
      label: 'its exact location',
      pointer: '/locations',
      whoWillSee: english.whoWillSee,
      lawWording: 'clear information enabling the provider to identify and locate the illegal content',
      mark: 'secondary-source',
    },
  ],
  agentElements: [],
  contentTests: [
    {
      key: 'ordered',
      short: 'What the order names',
      question: 'Is it the content that the order names?',
      fits: { 'valid-request': ['yes'], 'ordered-there': ['yes'] },
      mark: 'own-rule',
    },
  ],
  clock: {
    kind: 'order',
    hours: 24,
    canMove: true,
    // Only whoever gave the order gives it more time.
    movesAtMostHours: 0,
    words: english.clock,
    lawWording: 'the time that the order names; 24 hours where it names none (our rule)',
    mark: 'own-rule',
  },
  scopeOfCopies: 'identical',
  uploader: {
    isTold: 'by-choice',
    when: 'Unless the order forbids it; under Article 9(5) of the Digital Services Act the service informs the uploader.',
    mark: 'general-knowledge',
  },
  restricts: ['ordered-there'],
  grounds: [
    {
      key: 'valid-request',
      ...english.grounds['valid-request'],
      decision: 'remove',
      restsOnTests: true,
      label: 'The order is to be carried out',
      toPlatform: 'Remove: an order of an authority.',
    },
    {
      key: 'not-binding',
      ...english.grounds['not-binding'],
      decision: 'keep',
      isOfThisLaw: true,
      label: 'The order does not bind this service',
      toPlatform: 'Keep: considered not to be bound by the order.',
    },
    cannotLocate,
  ],
  complaint: null,
  authorities: [
    {
      key: 'eu-directive-2024-1385',
      name: 'a court or authority of a member state',
      territory: 'EU',
      statute: 'Directive (EU) 2024/1385, Article 23',
      hours: null,
      inForce: {
        from: '2027-06-14',
        until: null,
        isConfirmed: true,
        note: 'Member states have until this day; each has a law of its own.',
      },
      note: 'The order is revoked when proceedings end without an offence.',
      mark: 'read-in-the-law',
    },
    {
      key: 'it-garante',
      name: 'Garante per la protezione dei dati personali',
      territory: 'IT',
      statute: 'Codice in materia di protezione dei dati personali, art. 144-bis',
      hours: null,
      inForce: { from: null, until: null, isConfirmed: false, note: 'Read about only.' },
      note: 'It decides within 48 hours of a report, then orders with the material or its hash. Material is kept 12 months as evidence only.',
      mark: 'secondary-source',
    },
    {
      key: 'au-esafety',
      name: 'eSafety Commissioner',
      territory: 'AU',
      statute: 'Online Safety Act 2021, section 77',
      hours: 24,
      inForce: { from: null, until: null, isConfirmed: false, note: 'The section was read; its first day was not confirmed.' },
      note: '24 hours after the notice, or longer if the Commissioner allows it.',
      mark: 'read-in-the-law',
    },
  ],
};
