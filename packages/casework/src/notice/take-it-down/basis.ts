/** What does the TAKE IT DOWN Act ask of a request, and by when must a service act? Sources, marks and doubts: README.md beside this file. */
import type { LegalBasis } from '../basis.ts';

const onlyThoseWhoDeal =
  'Only the people at the service who deal with your request see this. We do not pass it to the person who posted the picture.';

export const takeItDown: LegalBasis = {
  id: 'take-it-down',
  name: 'TAKE IT DOWN Act',
  statute: '47 U.S.C. 223a(a)',
  country: 'US',
  inForceFrom: '2026-05-19',
  inForceUntil: null,
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
  elements: [
    {
      key: 'signature',
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
      key: 'locate',
      pointer: '/locations',
      asks: 'Tell us where the picture is. A link is good. A few words on how to find it are fine too.',
      missing: 'We do not yet know where the picture is. A link helps, or a few words on how to find it.',
      whyWeAsk: 'The service has to find the picture before it can take it down.',
      whoWillSee: onlyThoseWhoDeal,
      lawWording:
        'an identification of, and information reasonably sufficient for the covered platform to locate, the intimate visual depiction of the identifiable individual',
      mark: 'read-in-the-law',
    },
    {
      key: 'statement',
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
      pointer: '/agentAuthority',
      asks: 'Tell us how you may act for the person shown. One line is enough.',
      missing: 'Please say how you may act for the person shown. One line is enough.',
      whyWeAsk: 'The law lets you ask for someone else only when you may act for them. Your word is enough.',
      whoWillSee: onlyThoseWhoDeal,
      lawWording: 'an authorized person acting on behalf of such individual',
      mark: 'read-in-the-law',
    },
  ],
  clockHours: 48,
  scopeOfCopies: 'identical',
  tellsUploader: false,
  grounds: [
    {
      key: 'valid-request',
      decision: 'remove',
      label: 'The request is valid under this law',
      toPlatform: 'Remove: a valid request under 47 U.S.C. 223a(a), with known identical copies.',
      toPerson: 'The service agreed with you and will take the picture down.',
      whatNext: 'We tell you here when the service says it is gone.',
    },
    {
      key: 'own-rules',
      decision: 'remove',
      label: 'It breaks our own rules',
      toPlatform: "Remove: it breaks the service's own rules.",
      toPerson: 'The picture breaks the rules of the service. It will be taken down.',
      whatNext: 'We tell you here when the service says it is gone.',
    },
    {
      key: 'not-depicted',
      decision: 'keep',
      label: 'The person cannot be recognised in it',
      toPlatform: 'Keep: the person the request speaks for is not identifiable in the content.',
      toPerson: 'The service could not tell that the picture shows you, or the person you act for.',
      whatNext: 'If it does, you can ask again and say how you can be known in it.',
    },
    {
      key: 'not-intimate',
      decision: 'keep',
      label: 'It is not an intimate picture in the sense of this law',
      toPlatform: 'Keep: not an intimate visual depiction in the sense of the law.',
      toPerson: 'The service does not see this as an intimate picture in the way the law means it.',
      whatNext: 'Other rules may still help. You can ask the service to look at it under its own rules.',
    },
    {
      key: 'consented-publication',
      decision: 'keep',
      label: 'Its publication was agreed to',
      toPlatform: 'Keep: there is reason to believe that the publication was consented to.',
      toPerson: 'The service has reason to think that sharing this picture was agreed to.',
      whatNext: 'If that is wrong, you can ask again and say why. Letting someone take a picture is not a yes to sharing it.',
    },
    {
      key: 'cannot-locate',
      decision: 'keep',
      label: 'It cannot be found with what we have',
      toPlatform: 'Keep: the content could not be located with the information given.',
      toPerson: 'The service could not find the picture with what it has.',
      whatNext: 'You can ask again with a link, or with more words on how to find it.',
    },
    {
      key: 'not-authorised',
      decision: 'keep',
      onlyFor: 'agent',
      label: 'The agent did not show that they may act',
      toPlatform: 'Keep: the agent did not declare an authority to act for the person depicted.',
      toPerson: 'The service does not yet know that you may act for the person shown.',
      whatNext: 'You can ask again and say how you may act for them. They can also ask on their own.',
    },
  ],
  complaint: {
    name: 'Federal Trade Commission (FTC)',
    url: 'https://takeitdown.ftc.gov',
    sentence: 'You can tell the FTC at TakeItDown.ftc.gov. It checks that services follow this law. It is free.',
    mark: 'secondary-source',
  },
};
