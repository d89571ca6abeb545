/** What does she read under several laws in the same words? English; what differs stands with each law. */

export const english = {
  elements: {
    locate: {
      short: 'where the picture is',
      asks: 'Tell us where the picture is. A link is good. A few words on how to find it are fine too.',
      missing: 'We do not yet know where the picture is. A link helps, or a few words on how to find it.',
      whyWeAsk: 'The service has to find the picture before it can take it down.',
    },
  },
  grounds: {
    'own-rules': {
      toPerson: 'The picture breaks the rules of the service. It will be taken down.',
      whatNext: 'We tell you here when the service says it is gone.',
    },
    'not-depicted': {
      toPerson: 'The service could not tell that the picture shows you, or the person you act for.',
      whatNext: 'If it does, you can ask again and say how you can be known in it.',
    },
    'consented-publication': {
      toPerson: 'The service has reason to think that sharing this picture was agreed to.',
      whatNext: 'If that is wrong, you can ask again and say why. Letting someone take a picture is not a yes to sharing it.',
    },
    'cannot-locate': {
      toPerson: 'The service could not find the picture with what it has.',
      whatNext: 'You can ask again with a link, or with more words on how to find it.',
    },
    'not-authorised': {
      toPerson: 'The service does not yet know that you may act for the person shown.',
      whatNext: 'You can ask again and say how you may act for them. They can also ask on their own.',
    },
  },
} as const;
