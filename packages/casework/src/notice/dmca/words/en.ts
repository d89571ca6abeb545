/** What does she read of this law? English; the same in each language beside this file. */

export const english = {
  name: 'copyright notice (DMCA)',
  statute: '17 U.S.C. 512(c)(3)',
  instrument: 'a copyright notice',
  country: 'the United States',
  clock: 'without delay',
  whoWillSee: 'The service sees this. It may pass your name on to the person who posted the picture, and may publish it.',
  warnings: [
    'This is only for pictures that you took yourself, or whose rights are yours. A picture that someone else took of you is most often not yours in this sense.',
    'Your name can be passed on to the person who posted the picture. It can also be published.',
    'The person who posted it can object. Then the service puts the picture back after 10 to 14 working days, unless you go to court.',
    'Part of it is said under penalty of perjury. If you say something that you know is false, you may have to pay for it.',
  ],
  elements: {
    signature: {
      short: 'your name under the copyright notice',
      asks: 'Sign the copyright notice: write your name here too.',
      missing: 'The copyright notice needs a signature of its own. Typing your name is enough.',
      whyWeAsk: 'The law asks for a signature. A typed name counts.',
    },
    work: {
      short: 'which picture is yours',
      asks: 'Say in a few words which picture is yours, such as: a photo that I took of myself in May.',
      missing: 'Please say in a few words which picture is yours.',
      whyWeAsk: 'The law asks what the work is.',
    },
    locate: {
      short: 'where the picture is',
      asks: 'Tell us where the picture is. A link is best.',
      missing: 'We do not yet know where the picture is. A link helps, or a few words on how to find it.',
      whyWeAsk: 'The service has to find the picture before it can take it down.',
    },
    contact: {
      short: 'how to reach you',
      asks: 'Give one way to reach you. It can be an e-mail, a phone number or something else.',
      missing: 'We need one way to reach you that works.',
      whyWeAsk: 'The law asks for a way to reach you.',
    },
    'not-authorised-use': {
      short: 'that nobody allowed this use',
      asks: 'I believe in good faith that this use of the picture is not allowed. Not by its owner, not by someone who acts for the owner, and not by the law.',
      missing: 'Please confirm that nobody with a right to the picture allowed this use.',
      whyWeAsk: 'The law asks for this in so many words.',
    },
    perjury: {
      short: 'that it is right, and that the rights are yours',
      asks: 'What I say here is right. Under penalty of perjury: the rights in the picture are mine, or I may act for the owner.',
      missing: 'Please confirm that it is right, and that the rights are yours. This part is said under penalty of perjury.',
      whyWeAsk: 'The law asks for this in so many words.',
    },
  },
  grounds: {
    'valid-request': {
      toPerson: 'The service agreed with you and will take the picture down.',
      whatNext: 'We tell you here when the service says it is gone. The person who posted it can object.',
    },
    'not-the-work': {
      toPerson: 'The service does not see this as the picture that the copyright notice names.',
      whatNext: 'You can ask again and say more. Other laws may still help.',
    },
  },
} as const;
