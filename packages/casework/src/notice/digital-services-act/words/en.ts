/** What does she read of this law? English; the same in each language beside this file. */

export const english = {
  name: 'Digital Services Act',
  statute: 'Regulation (EU) 2022/2065, Article 16',
  instrument: 'a notice',
  country: 'the European Union',
  clock: 'without undue delay',
  whoWillSee:
    'Only the people at the service who deal with your notice see this. The person who posted the picture is not told who you are.',
  warnings: [],
  elements: {
    explanation: {
      short: 'why it should go',
      asks: 'Say why it should go. It is enough to confirm that it was shared without consent.',
      missing: 'Please say why it should go. It is enough to confirm that it was shared without consent.',
      whyWeAsk: 'The law asks for a reason. You do not have to tell your story.',
    },
    locate: {
      short: 'a link to the picture',
      asks: 'Give a link to the picture. More words on how to find it help too.',
      missing: 'We need a link to the picture, or its address. You can copy it from the bar at the top of the browser.',
      whyWeAsk: 'The law asks for the exact place.',
    },
    'name-and-email': {
      short: 'your name and e-mail address',
      asks: 'Give your name and an e-mail address.',
      missing: 'We need your name and an e-mail address that works.',
      missingAlone: { name: 'We need your name.', email: 'We need an e-mail address that works. This law asks for one.' },
      whyWeAsk: 'The law asks for both, so that the service can tell you what it decided.',
    },
    accurate: {
      short: 'that what you say is right and complete',
      asks: 'I believe in good faith that what I say here is right and complete.',
      missing: 'Please confirm that what you say here is right and complete, as far as you know.',
      whyWeAsk: 'The law asks for this in so many words.',
    },
  },
  grounds: {
    'valid-request': {
      toPerson: 'The service agreed with you and will take the picture down.',
      whatNext: 'We tell you here when the service says it is gone.',
    },
    'not-intimate': {
      toPerson: 'The service does not see this as against the law, or against its own rules.',
      whatNext: 'You can ask again and say more.',
    },
  },
  complaint: {
    name: 'your Digital Services Coordinator',
    sentence:
      'You can tell the Digital Services Coordinator of your country. It watches over online services. It is free. You can also turn to an out-of-court body that it has certified, or to a court.',
  },
} as const;
