/** What does Article 16 of the EU's Digital Services Act ask of a notice, and how soon must a service act? Sources, marks and doubts: README.md beside this file. */
import type { LegalBasis } from '../basis.ts';
import { cannotLocate, consentedPublication, notAuthorised, notDepicted, ownRulesBroken } from '../grounds-under-every-law.ts';
import { english } from './words/en.ts';

export const digitalServicesAct: LegalBasis = {
  id: 'digital-services-act',
  name: english.name,
  statute: english.statute,
  instrument: english.instrument,
  country: english.country,
  territories: ['EU', 'IT'],
  serviceKinds: ['user-content', 'own-content', 'hosting'],
  inForce: {
    from: '2024-02-17',
    until: null,
    isConfirmed: true,
    note: 'The day was read in a law firm’s alert of 2024-02-16, not in Article 93.',
  },
  checkedOn: '2026-11-22',
  confidence: 'high',
  sources: [
    {
      title: 'The final text of the Digital Services Act, Article 16',
      url: 'https://www.eu-digital-services-act.com/Digital_Services_Act_Article_16.html',
      mark: 'read-in-the-law',
      checkedOn: '2026-11-22',
    },
    {
      title: 'Crowell & Moring on the day of application',
      url: 'https://crowell.com/en/insights/client-alerts/notice-and-action-mechanisms-in-the-dsa-balancing-the-removal-of-illegal-content-and-the-freedom-of-expression',
      mark: 'secondary-source',
      checkedOn: '2026-11-22',
    },
  ],
  whoMayFile: ['self', 'agent', 'user', 'trusted-flagger', 'hub'],
  offered: 'where-it-applies',
  warnings: english.warnings,
  elements: [
    {
      key: 'explanation',
      ...english.elements.explanation,
      rule: 'explanation',
      label: 'the reasons',
      pointer: '/statement',
      whoWillSee: english.whoWillSee,
      lawWording:
        'a sufficiently substantiated explanation of the reasons why the individual or entity alleges the information in question to be illegal content',
      mark: 'read-in-the-law',
    },
    {
      key: 'locate',
      ...english.elements.locate,
      rule: 'exact-locate',
      label: 'its exact location',
      pointer: '/locations',
      whoWillSee: english.whoWillSee,
      lawWording:
        'a clear indication of the exact electronic location of that information, such as the exact URL or URLs, and, where necessary, additional information enabling the identification of the illegal content',
      mark: 'read-in-the-law',
    },
    {
      key: 'name-and-email',
      ...english.elements['name-and-email'],
      rule: 'name-and-email',
      label: 'a name and an e-mail address',
      pointer: '/contact',
      whoWillSee: english.whoWillSee,
      lawWording: 'the name and email address of the individual or entity submitting the notice',
      mark: 'read-in-the-law',
    },
    {
      key: 'accurate',
      ...english.elements.accurate,
      rule: 'declaration',
      label: 'the statement that it is accurate and complete',
      pointer: '/declarations/digital-services-act/accurate',
      whoWillSee: english.whoWillSee,
      lawWording:
        'a statement confirming the bona fide belief of the individual or entity submitting the notice that the information and allegations contained therein are accurate and complete',
      mark: 'read-in-the-law',
    },
  ],
  agentElements: [],
  contentTests: [
    {
      key: 'illegal',
      short: 'Illegal, or against our rules',
      question: 'Is it illegal under the law of the Union or of a member state, or against our own rules?',
      fits: { 'valid-request': ['yes'], 'own-rules': ['yes'], 'not-intimate': ['no'], rules: ['no'], 'illegal-there': ['yes'] },
      mark: 'read-in-the-law',
    },
    {
      key: 'evident',
      short: 'Evidently so',
      question: 'Can that be seen without a detailed legal examination?',
      fits: { 'valid-request': ['yes', 'no', 'unclear'], 'illegal-there': ['yes', 'no', 'unclear'] },
      mark: 'read-in-the-law',
    },
  ],
  clock: {
    kind: 'own-target',
    hours: 24,
    canMove: true,
    // Own rule: no law names a figure, and “without undue delay” is not without end.
    movesAtMostHours: 720,
    words: english.clock,
    lawWording: 'process any notices in a timely, diligent, non-arbitrary and objective manner; the Article names no hours',
    mark: 'read-in-the-law',
  },
  scopeOfCopies: 'identical',
  uploader: {
    isTold: 'required',
    when: 'When the restriction begins (Article 17), unless no contact is known, it is deceptive commercial content in bulk, or an order forbids it.',
    mark: 'general-knowledge',
  },
  restricts: ['rules', 'illegal-there'],
  grounds: [
    {
      key: 'valid-request',
      ...english.grounds['valid-request'],
      decision: 'remove',
      restsOnTests: true,
      label: 'It is illegal content',
      toPlatform: 'Remove: illegal content, notified under Article 16 of Regulation (EU) 2022/2065.',
    },
    ownRulesBroken,
    notDepicted,
    {
      key: 'not-intimate',
      ...english.grounds['not-intimate'],
      decision: 'keep',
      isOfThisLaw: true,
      label: 'It is neither illegal nor against our rules',
      toPlatform: 'Keep: considered neither illegal nor against the rules of the service.',
    },
    consentedPublication,
    cannotLocate,
    notAuthorised,
  ],
  complaint: {
    name: english.complaint.name,
    url: 'https://digital-strategy.ec.europa.eu/en/policies/dsa-dscs',
    sentence: english.complaint.sentence,
    mark: 'general-knowledge',
  },
  authorities: [],
};
