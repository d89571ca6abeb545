/** What does she read of this law? English; the same in each language beside this file. */

export const english = {
  name: 'TAKE IT DOWN Act',
  statute: '47 U.S.C. 223a(a)',
  instrument: 'a removal request',
  country: 'the United States',
  clock: 'within 48 hours',
  whoWillSee: 'Only the people at the service who deal with your request see this. We do not pass it to the person who posted the picture.',
  warnings: [],
  elements: {
    signature: {
      short: 'your name',
      asks: 'Type your own name. It counts as your signature.',
      missing: 'Your signature is not there yet. Typing your name is enough.',
      whyWeAsk: 'The law asks for a signature. A typed name counts.',
    },
    statement: {
      short: 'your statement',
      asks: 'Please confirm two things. The picture was shared without the consent of the person shown. You say so in good faith.',
      missing: 'Please confirm that the picture was shared without consent, and that you say so in good faith.',
      whyWeAsk: 'The law asks for this short statement. You can add more if it helps, but you do not have to tell your story.',
    },
    contact: {
      short: 'how to reach you',
      asks: 'Give one way to reach you. It can be an e-mail, a phone number or something else.',
      missing: 'We need one way to reach you that works. It can be an e-mail, a phone number or something else.',
      whyWeAsk: 'The law asks for a way to reach you, in case the service has a question.',
    },
    authority: {
      short: 'how you may act for the person',
      asks: 'Tell us how you may act for the person shown. One line is enough.',
      missing: 'Please say how you may act for the person shown. One line is enough.',
      whyWeAsk: 'The law lets you ask for someone else only when you may act for them. Your word is enough.',
    },
  },
  grounds: {
    'valid-request': {
      toPerson: 'The service agreed with you and will take the picture down.',
      whatNext: 'We tell you here when the service says it is gone.',
    },
    'not-intimate': {
      toPerson: 'The service does not see this as an intimate picture in the way the law means it.',
      whatNext: 'Other rules may still help. You can ask the service to look at it under its own rules.',
    },
  },
  complaint: {
    name: 'Federal Trade Commission (FTC)',
    sentence: 'You can tell the FTC at TakeItDown.ftc.gov. It checks that services follow this law. It is free.',
  },
} as const;
