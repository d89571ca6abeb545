/** What does she read of this law? English; the same in each language beside this file. */

export const english = {
  name: 'Online Safety Act 2023',
  statute: 'sections 10(3A)-(3B), 20A and 27, as amended in 2026',
  instrument: 'an intimate image content report',
  country: 'the United Kingdom',
  clock: 'within 48 hours',
  whoWillSee: 'Only the people at the service who deal with your report see this. We do not pass it to the person who posted the picture.',
  warnings: [],
  elements: {
    intimate: {
      short: 'that it is an intimate picture',
      asks: 'It is an intimate picture. It was shared without a yes of the person in it.',
      missing: 'Please confirm that it is an intimate picture, shared without consent.',
      whyWeAsk: 'The law asks you to say what kind of picture it is.',
    },
    subject: {
      short: 'that it is you, or that you act for the person',
      asks: 'I am the person in it, or I act for that person.',
      missing: 'Please confirm that you are the person in the picture, or act for them.',
      whyWeAsk: 'The law is for the person in the picture, and for those who act for them.',
    },
    true: {
      short: 'that you say it in good faith',
      asks: 'I say this in good faith. To the best of my knowledge and belief, it is true.',
      missing: 'Please confirm that you say this in good faith, and that it is true as far as you know.',
      whyWeAsk: 'The law asks for this in so many words.',
    },
    contact: {
      short: 'how to reach you',
      asks: 'Give one way to reach you. It can be an e-mail, a phone number or something else.',
      missing: 'We need one way to reach you that works. It can be an e-mail, a phone number or something else.',
      whyWeAsk: 'The law asks for a way to reach you, in case the service has a question.',
    },
  },
  grounds: {
    'valid-request': {
      toPerson: 'The service agreed with you and will take the picture down.',
      whatNext: 'We tell you here when the service says it is gone.',
    },
    'not-depicted': {
      toPerson: 'The service could not tell that the picture shows you, or the person you act for.',
      whatNext: 'If it does, you can ask again and say how you can be known in it.',
    },
    'not-intimate': {
      toPerson: 'The service does not see this as an intimate picture in the way the law of the United Kingdom means it.',
      whatNext: 'Other rules may still help. You can ask the service to look at it under its own rules.',
    },
  },
  complaint: {
    name: 'Ofcom',
    sentence: 'You can tell Ofcom about it. It watches over online services in the United Kingdom. It cannot take the picture down itself.',
  },
} as const;
