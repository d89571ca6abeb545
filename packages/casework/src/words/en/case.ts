/** What does she read of one case: what happened, where it stands, what came in, and what is wrong with a code or a PIN? English; `words/catalogue.ts` says where the other languages stand. */

export const caseWords = {
  timeline: {
    received: 'Your request reached the service.',
    isComplete: 'It has all that the law asks for.',
    nowComplete: 'Your request now has all that the law asks for.',
    stillMissing: 'Still missing: {things}.',
    stillMissingThen: 'Still missing then: {things}.',
    contactErased: 'How to reach you was erased. The service can no longer read it here.',
    answersErased: 'What you wrote in this request was erased here, some time after it ended. This list stays.',
    seen: 'A person at the service has opened your request.',
    refused: 'The service said no.',
    asked: 'A person at the service asks you something before they decide.',
    // A stored ground must stay readable when its law no longer lists it.
    groundOfOld: {
      remove: 'The service will take the picture down.',
      restrict: 'The service decided to leave the picture up and to limit who can see it.',
      keep: 'The service decided not to take the picture down.',
      refer: 'The service takes the picture out of view and passes it on.',
    },
    placesLeft: {
      one: 'It did not act on 1 of the places that you named. You can ask again about it and say more.',
      other: 'It did not act on {count} of the places that you named. You can ask again about them and say more.',
    },
    /** Of posts that look like hers and that she did not name: she reads how many, and not where. */
    foundAnotherPicture: {
      one: 'The service also found {count} other post with a picture like yours. A person there looked at it. It shows something else, so they left it up.',
      other:
        'The service also found {count} other posts with pictures like yours. A person there looked at them. They show something else, so the person left them up.',
    },
    foundConsented: {
      one: 'The service also found {count} other post with the picture. A person there looked at it. They think that the person in it agreed to that post, so they left it up.',
      other:
        'The service also found {count} other posts with the picture. A person there looked at them. They think that the person in it agreed to those posts, so they left them up.',
    },
    foundToo: {
      one: 'The same goes for {count} other post with your picture, which the service found.',
      other: 'The same goes for {count} other posts with your pictures, which the service found.',
    },
    foundAskAgain: 'If you still see the picture there, you can ask again and send the link.',
    reversed: {
      undone:
        'The service took its answer back: a person there had answered by mistake. Your request is open again, in the time that it had. If the picture was taken down, it may be there again until a person has decided.',
      undoneLimit:
        'The service took its answer back: a person there had answered by mistake. Your request is open again, in the time that it had. If fewer people could see the picture, everybody may see it again until a person has decided.',
      undoneRefusal:
        'The service took its answer back: a person there had answered by mistake. Your request is open again, in the time that it had.',
      complaint: 'The service took its answer back.',
      outside: 'The service had to take its answer back: an authority, a court or another body outside it decided so.',
    },
    complaintAsked:
      'Whoever posted the picture does not agree that it was taken down. It stays down while the service looks again. You can say something first.',
    complaintAskedLimited:
      'Whoever posted the picture does not agree that fewer people can see it. The limit stays while the service looks again. You can say something first.',
    complaintAskedGone:
      'Whoever posted the picture does not agree that fewer people were to see it. The picture is gone since, and the service looks again at what it decided. You can say something first.',
    complaintAnswered: 'You said what you think. Another person at the service will read it and decide.',
    complained: 'You told the service that you do not agree. Another person there will look at it again.',
    complaintSettledOutside:
      'Whoever posted the picture did not agree that it was taken down. That was settled outside the service. Nobody there has to judge it any more, and you do not need to answer.',
    complaintSettledOutsideLimited:
      'Whoever posted the picture did not agree that fewer people can see it. That was settled outside the service. Nobody there has to judge it any more, and you do not need to answer.',
    complaintDecidedAnew:
      'Whoever posted the picture did not agree that fewer people can see it. The service now decides again. So nobody has to judge that any more, and you do not need to answer.',
    complaintClosed:
      'Whoever posted the picture did not agree with what was decided. Nobody has to judge that any more, and you do not need to answer. Nothing changes for you.',
    ownComplaintClosed:
      'You told the service that you do not agree. Since then it was told to take the picture out of view. So nobody there has to judge that any more.',
    ownComplaintSettledOutside:
      'You told the service that you do not agree. That was settled outside the service. Nobody there has to judge it any more, and your request stays closed.',
    complaintDecided: {
      uploader: {
        upheld: 'Another person at the service has looked at it again. They came to another answer than the first.',
        rejected: 'Another person at the service has looked at it again. Nothing changes for you.',
      },
      requester: {
        upheld: 'Another person at the service has looked at it again. You were right: your request is open again.',
        rejected: 'Another person at the service has looked at it again. They came to the same answer.',
      },
    },
    /** Of one of several posts: whoever posted it was right. */
    complaintOfPartUpheld:
      'Another person at the service has looked at one of the posts again. For that one they came to another answer than the first. For the others nothing changes.',
    setAsideInPart:
      'The service had to take its answer back for one of the posts: an authority, a court or another body outside it decided so. For the others nothing changes.',
    counterNoticeInPart:
      'Whoever posted one of the posts objected in the way that the copyright law provides. The service heard of no case at court. So it had to take its answer back for that post. For the others nothing changes.',
    paused: 'The time of the service stands still for now. The reason: {reason}',
    resumed: 'The time of the service runs on.',
    extended: 'The service takes more time. The reason: {reason}',
    restricted: 'From then on the picture is hidden. That lasts until a person at the service has decided.',
    copiesRemoved: {
      one: 'The service says that {count} copy of it is gone, too.',
      other: 'The service says that {count} copies of it are gone, too.',
    },
    limited: 'The service says that it has limited who can see the picture.',
    /** It is gone for another request, or nothing is left to limit. */
    limitedNoMore: 'The service has nothing left to do for this limit.',
    removed: 'The service says that the picture is gone.',
    outOfView: 'The service says that nobody can see the picture there any more.',
    withdrawalAsked: 'Someone with your code asked to end this case. Until it ends, all goes on as before.',
    withdrawalCancelled: 'The case goes on. It will not be ended.',
    withdrawalDue: 'Your case ends at this time, unless you choose to go on.',
    withdrawn: 'Your case has ended. We no longer look for your picture for you.',
    takingOut: {
      request: 'Someone with your code asked to take this request back. That happens after 72 hours, unless it is stopped.',
      picture: 'Someone with your code asked to take out a picture or video. That happens after 72 hours, unless it is stopped.',
      link: 'Someone with your code asked to take out a link. That happens after 72 hours, unless it is stopped.',
    },
    takingOutStopped: {
      request: 'The request stays. It is not taken back.',
      picture: 'The picture or video stays in. It is not taken out.',
      link: 'The link stays in. It is not taken out.',
    },
    takingOutLapsed: {
      request: 'The service had answered before the request was taken back. Its answer stays.',
      picture: 'The picture or video could not be taken out any more. The answer of the service stays.',
      link: 'The service had answered before the link was taken out. Its answer stays.',
    },
    takenOut: {
      request: 'The request was taken back. The service was told.',
      picture: 'A picture or video was taken out. Its fingerprint is no longer used for you.',
      link: 'A link was taken out. The service no longer looks at it for you.',
    },
    due: {
      hours: {
        one: 'The hour of the service ends here. It runs from when your request came in, and nothing moves it.',
        other: 'The {count} hours of the service end here. They run from when your request came in, and nothing moves them.',
      },
      ownTarget: 'By this time the service wants to have acted. It has set this time itself, from when your request came in.',
      order: 'By this time the order is to be carried out.',
    },
  },
  /** Of a filing under several laws: what is true of some of them. `laws` is their names, as a list. */
  underLaws: {
    says: '{laws}: {sentence}',
    stillMissing: '{laws}, still missing: {things}.',
    stillMissingThen: '{laws}, still missing then: {things}.',
  },
  standing: {
    notSent: 'Nothing has been sent yet. You can go on when you are ready.',
    withdrawn: 'Your case has ended. You can open a new one at any time.',
    takenBack: 'This request was taken back. The service does nothing more about it for you.',
    withdrawalWaiting:
      'This case will end at the time shown. If you did not ask for that, or have changed your mind, you can go on with it.',
    // True also of what is removed for another request, of which she learns nothing.
    kept: 'For this request the service does not take the picture down.',
    /** After `kept`, where it is hidden for now, for a match or for somebody else's request: of which she learns no more. */
    hiddenMeanwhile: 'The service was told to keep it hidden for now all the same, for another reason, until somebody has decided.',
    notThereThen: 'When the service answered, the picture was not there any more.',
    askAgain: 'You can ask again and tell the service more.',
    outOfView: 'The service says that nobody can see the picture there any more.',
    removed: 'The service says that the picture is gone.',
    removedInPart: 'The service says that the picture is gone where it acted.',
    toBeOutOfView: 'The service was told that nobody may see the picture there any more. It still has to tell us that this is done.',
    /** Of a request that names more: which of it, as she named it. */
    partOutOfView: 'The service says that nobody can see the picture here any more: {places}.',
    partToBeOutOfView:
      'The service was told that nobody may see the picture here any more: {places}. It still has to tell us that this is done.',
    keptRest: 'In the other places that you named, the service does not take the picture down for this request.',
    /** After what was taken down, of one post of several: as she named it, or so many that she did not name. */
    partShownAgain: 'The service was told to show again what is here: {places}.',
    otherShownAgain: {
      one: 'The service was told to show {count} more post again, which you had not named.',
      other: 'The service was told to show {count} more posts again, which you had not named.',
    },
    toBeHidden: 'The service said yes. It still has to tell us that nobody can see the picture there.',
    toBeHiddenOverdue: 'The service said yes, but has not told us that the picture is out of view. The time for it has passed.',
    limited: 'For this request the service does not take the picture down. It decided that fewer people may see it.',
    toBeLimited:
      'For this request the service does not take the picture down. It decided that fewer people may see it. It still has to tell us that this is done.',
    toBeLimitedOverdue:
      'The service decided that fewer people may see the picture, but has not told us that this is done. The time for it has passed.',
    toBeRemoved: 'The service said yes. It still has to take the picture down.',
    toBeRemovedOverdue: 'The service said yes, but has not told us that the picture is gone. The time for it has passed.',
    reopened: 'You did not agree, and you were right. Your request is open again: the service has to give a new answer.',
    overdue: 'The time for an answer has passed, and the service has not given one.',
    needsAnswers: 'The service has your request, and its time is running.',
    asked: 'The service has a question for you. The service’s time limit keeps running while you answer.',
    waiting: 'The service has your request.',
    /** After some of these, where nothing is asked of her. */
    nothingToDo: 'There is nothing you need to do.',
    alsoOpen: 'Under another law, the service still has to give you an answer.',
    alsoOverdue: 'Under another law, the service has not given you an answer, and the time for that has passed.',
    alsoRefused: 'Under another law, the service said no. You can read why below.',
    limitStays: 'Until then the limit stays, and fewer people can see the picture.',
    notThere:
      'The picture is not there any more. The service still has to answer your request: its answer can keep the picture from coming back.',
  },
  /** What a moderator may ask before deciding. */
  questions: {
    where: 'Where exactly is the picture? A link is best. A few words on how to find it help, too.',
    which: 'More than one picture is there. Which one is it?',
    more: 'Can you say more about why the picture should go? You do not have to tell your story.',
    acting: 'How may you act for the person shown? One line is enough.',
  },
  additions: {
    /** Between the things of a line: "2 links, your name". */
    separator: ', ',
    person: {
      linkIsRight: 'You said that the link is right.',
      added: 'You added: {things}.',
      beside: 'You added beside the picture: {things}.',
      changed: 'You changed: {things}.',
      something: 'You added to your request.',
    },
    platform: {
      added: 'The service added to your request: {things}.',
      beside: 'The service added beside the picture: {things}.',
      changed: 'The service changed in your request: {things}.',
      something: 'The service added to your request.',
    },
    links: { one: '{count} link', other: '{count} links' },
    places: { one: '{count} place', other: '{count} places' },
    /** Named beside the picture, with the links. */
    besideWords: 'words',
    besideAccounts: { one: '{count} account', other: '{count} accounts' },
    fingerprints: 'fingerprints of {files}',
    answers: {
      onBehalfOf: 'who is asking',
      agentAuthority: 'how you may act for the person',
      locationDetails: 'how to find the picture',
      beside: 'what else stands there',
      signature: 'your name',
      contact: 'how to reach you',
      statement: 'your statement',
      isYoung: 'how old the person was',
      declarations: 'what you confirmed',
      signatures: 'your name under one law',
      texts: 'more about it',
    },
  },
  files: {
    pictures: { one: '{count} picture', other: '{count} pictures' },
    videos: { one: '{count} video', other: '{count} videos' },
    /** Where there is nothing else. */
    files: { one: '{count} file', other: '{count} files' },
    others: { one: '{count} other file', other: '{count} other files' },
  },
  code: {
    empty: 'Please type or paste your code.',
    length: 'A code has 21 letters and digits. This one is too long or too short.',
    character: 'A code has only letters and digits. It never has the letter U.',
    check: 'Something in this code is not right. Please look at each letter and digit once more.',
  },
  pin: {
    short: 'Please choose at least 6 letters, digits or signs.',
    long: 'This is too long. Please choose at most 128 letters, digits or signs.',
    weak: 'Many people choose this one, so it is soon guessed. Please choose another, such as two or three words that only you would put together.',
  },
} as const;
