/** What does she read of this law? English; the same in each language beside this file. */

export const english = {
  name: 'order of an authority',
  statute: 'the law that the order names',
  instrument: 'an order',
  country: 'the country of the authority',
  clock: 'by the time that the order names',
  whoWillSee: 'The authority and the people at the service who deal with the order.',
  warnings: [],
  elements: {
    issuer: {
      short: 'which authority orders it',
      asks: 'Who gives the order?',
      missing: 'Please say which authority gives the order.',
      whyWeAsk: 'An order has to say this, so that it can be carried out and questioned.',
    },
    reference: {
      short: 'the reference of the order',
      asks: 'Its reference, such as a file number.',
      missing: 'Please give the reference of the order.',
      whyWeAsk: 'An order has to say this, so that it can be carried out and questioned.',
    },
    law: {
      short: 'the law it rests on',
      asks: 'Which law does it rest on?',
      missing: 'Please say which law the order rests on.',
      whyWeAsk: 'An order has to say this, so that it can be carried out and questioned.',
    },
    reason: {
      short: 'why the content is illegal',
      asks: 'Why is the content against that law?',
      missing: 'Please say why the content is against that law.',
      whyWeAsk: 'An order has to say this, so that it can be carried out and questioned.',
    },
    scope: {
      short: 'for which places it counts',
      asks: 'For which countries does it count?',
      missing: 'Please say for which countries the order counts.',
      whyWeAsk: 'An order has to say this, so that it can be carried out and questioned.',
    },
    redress: {
      short: 'how it can be appealed',
      asks: 'How can it be appealed?',
      missing: 'Please say how the order can be appealed.',
      whyWeAsk: 'An order has to say this, so that it can be carried out and questioned.',
    },
    'effect-to': {
      short: 'whom to tell what was done',
      asks: 'Whom is the service to tell what was done?',
      missing: 'Please say whom the service is to tell what was done.',
      whyWeAsk: 'Only if it is not the one that gives the order.',
    },
    'uploader-not-told': {
      short: 'that whoever posted it must not be told',
      asks: 'The order forbids to tell whoever posted it.',
      missing: 'Please say whether whoever posted it may be told.',
      whyWeAsk: 'Only where the order says so. Otherwise the service tells them.',
    },
    locate: {
      short: 'the address of the content',
      asks: 'Where is the content? Give its address.',
      missing: 'Please give the exact address of the content.',
      whyWeAsk: 'The service has to find it.',
    },
  },
  grounds: {
    'valid-request': {
      toPerson: 'The service carries the order out.',
      whatNext: 'It confirms here when the content is gone.',
    },
    'not-binding': {
      toPerson: 'The service does not see itself as bound by the order.',
      whatNext: 'The authority can write to the service again.',
    },
  },
} as const;
