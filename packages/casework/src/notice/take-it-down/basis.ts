/** What does the TAKE IT DOWN Act ask of a request, and by when must a service act? Sources, marks and doubts: README.md beside this file. */
import type { LegalBasis } from '../basis.ts';
import { locate } from '../elements-of-several-laws.ts';
import { cannotLocate, consentedPublication, notAuthorised, notDepicted, ownRulesBroken } from '../grounds-under-every-law.ts';
import { english } from './words/en.ts';

export const takeItDown: LegalBasis = {
  id: 'take-it-down',
  name: english.name,
  statute: english.statute,
  instrument: english.instrument,
  country: english.country,
  territories: ['US'],
  serviceKinds: ['user-content'],
  inForce: { from: '2026-05-19', until: null, isConfirmed: true, note: 'The process is required since one year after enactment.' },
  checkedOn: '2026-11-22',
  confidence: 'high',
  sources: [
    {
      title: '47 U.S.C. 223a, Office of the Law Revision Counsel',
      url: 'https://uscode.house.gov/view.xhtml?req=granuleid:USC-prelim-title47-section223a',
      mark: 'read-in-the-law',
      checkedOn: '2026-11-22',
    },
    {
      title: 'Public Law 119-12, section 3',
      url: 'https://www.congress.gov/119/plaws/publ12/PLAW-119publ12.htm',
      mark: 'read-in-the-law',
      checkedOn: '2026-11-22',
    },
    { title: 'Federal Trade Commission, complaints', url: 'https://takeitdown.ftc.gov', mark: 'secondary-source', checkedOn: '2026-11-22' },
  ],
  whoMayFile: ['self', 'agent'],
  offered: 'where-it-applies',
  warnings: english.warnings,
  elements: [
    {
      key: 'signature',
      ...english.elements.signature,
      rule: 'signature',
      label: 'a signature',
      pointer: '/signature',
      whoWillSee: english.whoWillSee,
      lawWording:
        'a physical or electronic signature of the identifiable individual (or an authorized person acting on behalf of such individual)',
      mark: 'read-in-the-law',
    },
    {
      ...locate,
      whoWillSee: english.whoWillSee,
      lawWording:
        'an identification of, and information reasonably sufficient for the covered platform to locate, the intimate visual depiction of the identifiable individual',
      mark: 'read-in-the-law',
    },
    {
      key: 'statement',
      ...english.elements.statement,
      rule: 'statement',
      label: 'the good-faith statement',
      pointer: '/statement',
      whoWillSee: english.whoWillSee,
      lawWording:
        'a brief statement that the identifiable individual has a good faith belief that any intimate visual depiction identified under clause (ii) is not consensual, including any relevant information for the covered platform to determine the intimate visual depiction was published without the consent of the identifiable individual',
      mark: 'read-in-the-law',
    },
    {
      key: 'contact',
      ...english.elements.contact,
      rule: 'contact',
      label: 'a contact',
      pointer: '/contact',
      whoWillSee: english.whoWillSee,
      lawWording:
        'information sufficient to enable the covered platform to contact the identifiable individual (or an authorized person acting on behalf of such individual)',
      mark: 'read-in-the-law',
    },
  ],
  agentElements: [
    {
      key: 'authority',
      ...english.elements.authority,
      rule: 'authority',
      label: 'the authority to act for someone else',
      pointer: '/agentAuthority',
      whoWillSee: english.whoWillSee,
      lawWording: 'an authorized person acting on behalf of such individual',
      mark: 'read-in-the-law',
    },
  ],
  contentTests: [
    {
      key: 'intimate',
      short: 'Intimate',
      question: 'Is it an intimate picture, as the law means it?',
      fits: { 'valid-request': ['yes'], 'not-intimate': ['no'] },
      mark: 'general-knowledge',
    },
    {
      key: 'identifiable',
      short: 'Recognisable',
      question: 'Can the person be recognised in it?',
      fits: { 'valid-request': ['yes'], 'not-depicted': ['no', 'unclear'] },
      mark: 'read-in-the-law',
    },
    {
      key: 'consent-to-publication',
      short: 'Agreed to publication',
      question: 'Did the person agree to its publication? Agreeing to its making does not count.',
      // Her signed statement says no: doubt does not outweigh it (safe harbour for removal in good faith, README).
      fits: { 'valid-request': ['no', 'unclear'], 'consented-publication': ['yes'] },
      // Section 66B and a member state's law are about sharing without consent as well; a copyright notice is not.
      isFactUnder: ['online-safety-act', 'digital-services-act', 'own-rules'],
      mark: 'general-knowledge',
    },
    {
      key: 'indistinguishable',
      short: 'Passes for real',
      question: 'If it was made up: would people take it for a real one?',
      beside: 'Not made up',
      fits: { 'valid-request': ['yes', 'unclear', 'beside'] },
      mark: 'general-knowledge',
    },
  ],
  clock: {
    kind: 'hours',
    hours: 48,
    canMove: false,
    movesAtMostHours: 0,
    words: english.clock,
    lawWording: 'as soon as possible, but not later than 48 hours after receiving a valid removal request',
    mark: 'read-in-the-law',
  },
  scopeOfCopies: 'identical',
  uploader: {
    isTold: 'by-choice',
    when: 'The law does not ask for it, so it is not done unless the service chooses to.',
    mark: 'read-in-the-law',
  },
  restricts: [],
  grounds: [
    {
      key: 'valid-request',
      ...english.grounds['valid-request'],
      decision: 'remove',
      restsOnTests: true,
      label: 'The request is valid under this law',
      toPlatform: 'Remove: a valid request under 47 U.S.C. 223a(a), with known identical copies.',
    },
    ownRulesBroken,
    notDepicted,
    {
      key: 'not-intimate',
      ...english.grounds['not-intimate'],
      decision: 'keep',
      isOfThisLaw: true,
      label: 'It is not an intimate picture in the sense of this law',
      toPlatform: 'Keep: not an intimate visual depiction in the sense of the law.',
    },
    consentedPublication,
    cannotLocate,
    notAuthorised,
  ],
  complaint: {
    name: english.complaint.name,
    url: 'https://takeitdown.ftc.gov',
    sentence: english.complaint.sentence,
    mark: 'secondary-source',
  },
  authorities: [],
};
