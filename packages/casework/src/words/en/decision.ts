/** What is said about a decision: the reasons that are no law's own, complaints of either side and their answers, and the statement of reasons to whoever posted it? English. */

export const decisionWords = {
  grounds: {
    refer: {
      toPerson:
        'The service takes the picture out of view at once. It may show someone under 18. So the service also tells people whose work is to protect young people.',
      whatNext:
        'There is nothing you need to do. Facts about the picture are kept for them until their work is done, also if you end your case.',
    },
    restrict: {
      rules: {
        'age-gate': 'The service decided to show the picture only to people whose age it has checked. Its own rules allow it in that way.',
        'not-recommended':
          'The service decided to leave the picture out of its search and out of what it suggests. That does not stop people who have the link. Its own rules allow it in that way.',
      },
      'illegal-there': 'The law of one country does not allow the picture. The service decided not to show it there any more: {country}.',
      'ordered-there': 'The order is for one country. The service decided not to show the picture there any more: {country}.',
      whatNext: 'If that is not enough, you can tell the service that you do not agree. You can also send a new request and say more.',
      /** Once she has said so, or the time for it is over. */
      whatNextOtherwise: 'You can send a new request and say more.',
    },
    afterComplaint: {
      toPerson:
        'Another person at the service looked at it again. They see no reason to take the picture down, or to limit who can see it.',
      whatNext: 'You can turn to the place named here, or send a new request and say more.',
    },
    setAside: {
      toPerson: 'For this request the service no longer takes the picture down, and no longer limits who can see it.',
      whatNext: 'You can ask for help with what you can do now, or send a new request and say more.',
    },
    counterNotice: {
      toPerson: 'Whoever posted the picture objected in the way that the copyright law provides. The service heard of no case at court.',
      whatNext: 'You can send a new request under another law, or ask for help with what you can do now.',
    },
    underAnotherLaw: {
      toPerson: 'The picture was removed because of your request under another law. This one still lacked something.',
      whatNext: 'There is nothing more for you to do here.',
    },
  },
  complaint: {
    reasons: {
      uploader: {
        rights: 'I hold the rights in it, or may use it',
        depicted: 'I am the person in the picture',
        agreed: 'The person in the picture agreed that it is published',
        'not-intimate': 'It does not show anybody in an intimate way',
        'other-picture': 'It is not the picture that it was taken for',
        'public-interest': 'It is news, art, science or satire',
        other: 'Something else',
      },
      requester: {
        shown: 'It does show me, or the person I act for',
        intimate: 'It is intimate, or against the law or the rules',
        'not-agreed': 'Nobody agreed that it is shared',
        'can-be-found': 'The picture can be found, and I say how',
        'too-little': 'A limit is not enough: the picture has to go',
        other: 'I have another reason',
      },
    },
    sideAnswers: {
      'keep-down': 'Please keep it down.',
      'may-be-shown': 'It may be shown.',
    },
    /** The same of a limit. */
    sideAnswersLimited: {
      'keep-down': 'Please keep it so that fewer people see it.',
      'may-be-shown': 'It may be shown to everybody.',
    },
    answers: {
      uploader: {
        upheld: 'Somebody else than who decided first has looked at it again. You were right: the decision is taken back.',
        /** After either, where nothing else keeps it down or limits who sees it. */
        shownAgain: 'The service is told to show your post again.',
        rejected: 'Somebody else than who decided first has looked at it again. The decision stands.',
        /** Of what is hidden before anybody has decided. */
        meanwhile: {
          upheld:
            'A person at the service who did not hide your post has looked at it. You were right: it is not to be hidden for this notice any more.',
          rejected:
            'A person at the service who did not hide your post has looked at it. It stays hidden until somebody has decided about the notice.',
          'nothing-new': 'What you said is no reason to show it before that.',
        },
        /** Of what a match holds before anybody has decided. */
        held: {
          upheld:
            'A person at the service has looked at your post. You were right: it is not to be hidden any more for what it was found to be like.',
          rejected: 'A person at the service has looked at what you said. Your post stays hidden until somebody has decided about it.',
        },
        because: {
          depicted: 'We take it that you are the person in it.',
          agreed: 'There is reason to believe that its publication was agreed to.',
          'not-intimate': 'It does not show anybody in an intimate way.',
          'other-picture': 'It is not the picture that it was taken for.',
          'public-interest': 'It serves a purpose that the law protects.',
          'beside-was-wrong':
            'Somebody else than who decided first has looked at it again. You were right: this is taken back, and the service is told to give it back. What was decided of the picture stands.',
          'decided-outside':
            'This was settled outside the service, so nobody there had to judge your complaint any more. The decision is taken back.',
          'decided-anew':
            'The service took its first decision up again, so nobody judges your complaint about that one any more. Only the new decision changes anything. You can complain about that one, too.',
          referred: 'Your complaint is closed, and nobody at the service judges it. Nothing changes for what you posted.',
          'nothing-new': 'What you said does not change what was found.',
          'no-consent': 'There is no reason to believe that the person in it agreed to its publication.',
        },
      },
      requester: {
        'look-again': 'Another person at the service has looked at it again. You were right. Your request is open again.',
        'refusal-stands': 'Another person at the service has looked at it again. They came to the same answer.',
        referred:
          'Your complaint is closed, and nobody at the service judges it. Since then the service was told to take the picture out of view.',
        'decided-outside':
          'This was settled outside the service, so nobody there had to judge your complaint any more. Your request stays closed.',
      },
    },
  },
  /** What the limit was, and the page says beside it whether it has ended. */
  seen: {
    'age-gate': 'It was limited to people whose age the service has checked, with no end date.',
    'not-recommended':
      'It was left out of search, feeds and suggestions, with no end date. That does not stop people who have its address.',
    'not-there': 'It was hidden in one country, with no end date: {country}.',
  },
  statement: {
    facts: {
      notice:
        'The service received a notice. It says that what you posted shows a person in an intimate way, and was shared without their consent. A person at the service examined the notice.',
      'trusted-notice':
        'The service received a notice from a trusted flagger. It says that what you posted shows a person in an intimate way, and was shared without their consent. A person at the service examined the notice.',
      /** It was named by nobody: it looks like a picture of the notice. */
      'notice-found':
        'The service received a notice about another post. It compared pictures, and found that what you posted is like the one in the notice. A person at the service looked at it and decided.',
      match:
        'The service found by itself that what you posted is the same picture as one on its lists, or an edited copy of it. A person at the service confirmed that.',
      'match-limited':
        'The service compared what you posted with the pictures on its lists, and found it like one of them. A person at the service looked at it and decided that it may stay, with a limit.',
      'match-held': 'The service found by itself that what you posted is like a picture on its lists. Nobody has decided about it yet.',
      'exact-copy':
        'The service found by itself that the file you posted is identical to one that people at the service have removed before.',
      'notice-meanwhile':
        'The service received a notice. It says that what you posted shows a person in an intimate way, and was shared without their consent. Nobody has decided about it yet.',
      'trusted-notice-meanwhile':
        'The service received a notice from a trusted flagger. It says that what you posted shows a person in an intimate way, and was shared without their consent. Nobody has decided about it yet.',
      'copyright-notice':
        'The service received a notice. It says that what you posted is somebody’s own work, and was published without their permission. A person at the service examined the notice.',
      'trusted-copyright-notice':
        'The service received a notice from a trusted flagger. It says that what you posted is somebody’s own work, and was published without their permission. A person at the service examined the notice.',
      'copyright-notice-meanwhile':
        'The service received a notice. It says that what you posted is somebody’s own work, and was published without their permission. Nobody has decided about it yet.',
      'trusted-copyright-notice-meanwhile':
        'The service received a notice from a trusted flagger. It says that what you posted is somebody’s own work, and was published without their permission. Nobody has decided about it yet.',
    },
    automation: {
      none: 'Nothing automatic was used to find it or to decide about it.',
      found: 'It was found automatically, by its fingerprint. A person decided.',
      decided:
        'It was found automatically, by its fingerprint, and removed automatically, because the file is identical. No person looked at this copy.',
      meanwhile:
        'It was hidden automatically, because nobody had decided about the notice by an hour that the service has set. No person chose this. A person decides what becomes of it.',
      held: 'It was found automatically, by its fingerprint, and hidden automatically. No person chose this. A person decides what becomes of it.',
    },
    ground: {
      terms: {
        reference: 'The rules of the service about intimate pictures of other people',
        text: 'The service found that it breaks these rules: they do not allow pictures that show a person in an intimate way without their consent.',
      },
      beside: {
        namesThePerson:
          'The service found that these words say who the person in the picture is, or how to find them, and so spread the picture further without their agreement. The law named here does not allow that.',
        leadsToIt:
          'The service found that this address leads to the picture that was removed, or to more of its kind, and so makes it known without the agreement of the person in it. The law named here does not allow that.',
        rules:
          'The service found that it breaks these rules: they do not allow to expose a person in an intimate way, or to help others do so.',
        postsSuchPictures:
          'The service found that this account keeps posting intimate pictures of people who did not agree. These rules do not allow that.',
        postedSuchAPicture:
          'The service found that this account posted an intimate picture of a person who did not agree. These rules do not allow that.',
        posesAsThePerson: 'The service found that this account poses as the person in the picture. These rules do not allow that.',
      },
      limited: 'The service found that these rules allow it, and limit who may see it.',
      meanwhile: {
        law: 'The notice says that it shows a person in an intimate way and that this person did not agree to its publication. If that is so, the law named here does not allow it. It is hidden until the service has found out.',
        rules:
          'The notice says that it shows a person in an intimate way without their consent. If that is so, these rules do not allow it. It is hidden until the service has found out.',
      },
      held: 'It was found to be like a picture that is on a list because it shows a person in an intimate way, without their consent. If it is the same picture, the law named here does not allow it. It is hidden until the service has found out.',
      memberStates: 'The laws of the member states on intimate pictures shared without consent',
      consent:
        'The service found that it shows a person in an intimate way, and that there is reason to believe that this person did not agree to its publication. The law named here does not allow that.',
      copyright: 'Somebody stated under this law that it is their work and was published without their permission.',
    },
    redress: {
      complaint:
        'You can complain to the service at the address that came with this statement. It is free. Somebody else than who decided looks at your complaint.',
      complaintMeanwhile:
        'You can complain to the service at the address that came with this statement. It is free. A person looks at your complaint, and never the one who hid your post.',
      outOfCourt:
        'You can turn to an out-of-court body that a Digital Services Coordinator has certified. It is free, or costs little: https://digital-strategy.ec.europa.eu/en/policies/dsa-out-court-dispute-settlement',
      court: 'You can go to a court, at any time.',
      courtAfterCopyright:
        'You can also send a counter-notice (17 U.S.C. 512(g)) to the service’s agent for copyright. Sign it. Give your name, address and phone number. Say what was removed and where it was. Say, under penalty of perjury: you believe in good faith that it was removed by mistake, or because it was taken for something else. Say that you accept the Federal District Court for the place where you live. If you live outside the United States, say that you accept one for any place where the service can be found. Say that you take court papers from whoever sent the notice, or from who acts for them. Your post is then shown again after 10 to 14 business days, unless whoever sent the notice goes to court. You can go to a court, at any time.',
    },
  },
} as const;
