/** What does the TAKE IT DOWN Act ask of a request, and by when must a service act? Sources, marks and doubts: README.md beside this file. */
import type { LegalBasis } from '../basis.ts';
import { locate } from '../elements-of-several-laws.ts';
import { cannotLocate, consentedPublication, notAuthorised, notDepicted, ownRulesBroken } from '../grounds-under-every-law.ts';

const onlyThoseWhoDeal =
  'Only the people at the service who deal with your request see this. We do not pass it to the person who posted the picture.';

export const takeItDown: LegalBasis = {
  id: 'take-it-down',
  name: 'TAKE IT DOWN Act',
  statute: '47 U.S.C. 223a(a)',
  instrument: 'a removal request',
  country: 'the United States',
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
  warnings: [],
  elements: [
    {
      key: 'signature',
      rule: 'signature',
      short: 'your name',
      label: 'a signature',
      pointer: '/signature',
      asks: 'Type your own name. It counts as your signature.',
      missing: 'Your signature is not there yet. Typing your name is enough.',
      whyWeAsk: 'The law asks for a signature. A typed name counts.',
      whoWillSee: onlyThoseWhoDeal,
      lawWording:
        'a physical or electronic signature of the identifiable individual (or an authorized person acting on behalf of such individual)',
      mark: 'read-in-the-law',
    },
    {
      ...locate,
      whoWillSee: onlyThoseWhoDeal,
      lawWording:
        'an identification of, and information reasonably sufficient for the covered platform to locate, the intimate visual depiction of the identifiable individual',
      mark: 'read-in-the-law',
    },
    {
      key: 'statement',
      rule: 'statement',
      short: 'your statement',
      label: 'the good-faith statement',
      pointer: '/statement',
      asks: 'Please confirm two things. The picture was shared without the consent of the person shown. You say so in good faith.',
      missing: 'Please confirm that the picture was shared without consent, and that you say so in good faith.',
      whyWeAsk: 'The law asks for this short statement. You can add more if it helps, but you do not have to tell your story.',
      whoWillSee: onlyThoseWhoDeal,
      lawWording:
        'a brief statement that the identifiable individual has a good faith belief that any intimate visual depiction identified under clause (ii) is not consensual, including any relevant information for the covered platform to determine the intimate visual depiction was published without the consent of the identifiable individual',
      mark: 'read-in-the-law',
    },
    {
      key: 'contact',
      rule: 'contact',
      short: 'how to reach you',
      label: 'a contact',
      pointer: '/contact',
      asks: 'Give one way to reach you. It can be an e-mail, a phone number or something else.',
      missing: 'We need one way to reach you that works. It can be an e-mail, a phone number or something else.',
      whyWeAsk: 'The law asks for a way to reach you, in case the service has a question.',
      whoWillSee: onlyThoseWhoDeal,
      lawWording:
        'information sufficient to enable the covered platform to contact the identifiable individual (or an authorized person acting on behalf of such individual)',
      mark: 'read-in-the-law',
    },
  ],
  agentElements: [
    {
      key: 'authority',
      rule: 'authority',
      short: 'how you may act for the person',
      label: 'the authority to act for someone else',
      pointer: '/agentAuthority',
      asks: 'Tell us how you may act for the person shown. One line is enough.',
      missing: 'Please say how you may act for the person shown. One line is enough.',
      whyWeAsk: 'The law lets you ask for someone else only when you may act for them. Your word is enough.',
      whoWillSee: onlyThoseWhoDeal,
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
    words: 'within 48 hours',
    lawWording: 'as soon as possible, but not later than 48 hours after receiving a valid removal request',
    mark: 'read-in-the-law',
  },
  scopeOfCopies: 'identical',
  uploader: {
    isTold: 'by-choice',
    when: 'The law does not ask for it, so it is not done unless the service chooses to.',
    mark: 'read-in-the-law',
  },
  grounds: [
    {
      key: 'valid-request',
      decision: 'remove',
      restsOnTests: true,
      label: 'The request is valid under this law',
      toPlatform: 'Remove: a valid request under 47 U.S.C. 223a(a), with known identical copies.',
      toPerson: 'The service agreed with you and will take the picture down.',
      whatNext: 'We tell you here when the service says it is gone.',
    },
    ownRulesBroken,
    notDepicted,
    {
      key: 'not-intimate',
      decision: 'keep',
      isOfThisLaw: true,
      label: 'It is not an intimate picture in the sense of this law',
      toPlatform: 'Keep: not an intimate visual depiction in the sense of the law.',
      toPerson: 'The service does not see this as an intimate picture in the way the law means it.',
      whatNext: 'Other rules may still help. You can ask the service to look at it under its own rules.',
    },
    consentedPublication,
    cannotLocate,
    notAuthorised,
  ],
  complaint: {
    name: 'Federal Trade Commission (FTC)',
    url: 'https://takeitdown.ftc.gov',
    sentence: 'You can tell the FTC at TakeItDown.ftc.gov. It checks that services follow this law. It is free.',
    mark: 'secondary-source',
  },
  authorities: [],
};
