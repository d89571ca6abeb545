/** What does a letter to a service elsewhere say, what stands beside it, and what became of it? English. */

export const letterWords = {
  title: {
    copyright: 'Copyright notice',
    request: 'Request to take down an intimate picture shared without consent',
  },
  to: 'To: {whom}',
  date: 'Date: {day}',
  opening: {
    self: 'I am the person in the picture.',
    agent: 'I act for the person in the picture.',
    intimate: 'Your service shows an intimate picture.',
    copyright: 'Your service shows a picture whose rights are mine, or belong to the person for whom I act.',
    noConsent: 'It was shared without the consent of the person in it.',
  },
  places: 'Where it is',
  /** What she named beside the picture: its title and words, a link, an account. */
  beside: {
    heading: 'What else stands there',
    ask: 'Please look at each of these as well, and decide about it.',
    text: 'Words in the title or beside it: {says}',
    link: 'Link: {says}',
    account: 'Account that posts it, or pretends to be the person in the picture: {says}',
  },
  law: {
    heading: '{name}, {statute}',
    under: 'This is {instrument} under this law.',
    asFar: 'It is made as far as this law applies to you today.',
    /** Before the laws that are named. */
    illegal:
      'In the European Union this is illegal content: the laws of its member states forbid sharing an intimate picture without the consent of the person in it. Among them are:',
    goodFaith: 'I believe in good faith that the picture was shared without consent.',
    signed: 'Signed: {name}',
  },
  wishes: {
    heading: 'What I ask of you',
    withoutDelay: 'Please take the picture down without delay.',
    withinHours: {
      one: 'Please take the picture down as soon as you can, and within {count} hour of receiving this.',
      other: 'Please take the picture down as soon as you can, and within {count} hours of receiving this.',
    },
    wideCopies: 'Please take down copies that are the same or substantially the same as well.',
    sameCopies: 'Please take down the same copies that you know of as well.',
    confirm: 'Please confirm that this reached you, and give it a number.',
    tellMe: 'Please tell me what you decided. If you say no, please tell me why, and where I can complain.',
    quiet: 'Please do not tell the person who posted it who I am, or how to reach me.',
  },
  /** To a search engine, which shows the way to it and takes nothing down. */
  search: {
    title: 'Request to leave an intimate picture shared without consent out of the search',
    intimate: 'Your search leads to an intimate picture.',
    copyright: 'Your search leads to a picture whose rights are mine, or belong to the person for whom I act.',
    withoutDelay: 'Please leave these results out of your search without delay.',
    withinHours: {
      one: 'Please leave these results out of your search as soon as you can, and within {count} hour of receiving this.',
      other: 'Please leave these results out of your search as soon as you can, and within {count} hours of receiving this.',
    },
    copies: 'Please leave out other results that show the same picture as well, where you know of them.',
    refused: 'The search engine said no. That is not the end: there are other ways.',
    gone: 'You noted that the search does not show it any more.',
  },
  /** Where to turn when a search engine said no, or nothing. */
  searchRoutes: {
    again: { name: '{service}, the same form', sentence: 'Ask it to look again. Say what its answer left out.' },
    european: {
      name: '{service}, the form for Europe',
      sentence:
        'For people in the European Union, Norway, Iceland, Liechtenstein and the United Kingdom. There you can object to results about you (GDPR, Articles 17 and 21). It is free.',
    },
    authority: {
      name: 'Data-protection authorities in Europe',
      sentence: 'If a search engine says no to that form, the one of your country can look at it. It is free.',
    },
    ico: {
      name: 'Information Commissioner (ICO), United Kingdom',
      sentence: 'If a search engine says no in the United Kingdom, it can look at it. It is free.',
    },
  },
  signature: 'Signature and contact',
  /** For the form of a service that asks its own questions. */
  answers: {
    consent: 'An intimate picture was shared without the consent of the person in it.',
    kind: 'An intimate picture: nude, sexual or private.',
  },
  standing: {
    toSend: 'This is ready for you. It has not been sent yet.',
    sent: 'You sent it. The service still has time.',
    sentWithoutHours: 'You sent it. The laws that it names give no hours. If nothing happens for a few days, ask the service once more.',
    overdue: 'The time of the service has passed. You can ask it once more, and tell others.',
    gone: 'You noted that the picture is gone there.',
    refused: 'The service said no. That is not the end: there are other ways.',
  },
  services: {
    'google-search': {
      does: 'Takes it out of what people find with Google. It stays on the site where it is.',
      questions: {
        who: 'Who asks, and for whom',
        kind: 'What the picture shows',
        consent: 'Whether it was shared with consent',
        links: 'The address of each page and picture',
        name: 'Legal name',
        email: 'E-mail address',
        paid: 'Whether you are paid for it now',
        real: 'Real, or made by a computer',
        screenshots: 'Screenshots',
      },
      help: {
        paid: 'Google asks this. It takes down no picture that you are paid for now.',
        real: 'Choose what is right. Both are taken down.',
        screenshots: 'Google asks for pictures of what the search shows. You can cover what is private in them.',
      },
    },
    bing: {
      does: 'Takes it out of what people find with Bing. It stays on the site where it is.',
      questions: {
        service: 'The service',
        concern: 'The kind of concern',
        links: 'The address of each page and picture',
        consent: 'What is wrong',
      },
      help: {
        service: 'Choose Bing.',
        concern: 'Choose the line about nude or sexual pictures that were not meant to be shared.',
      },
    },
  },
} as const;
