/** What does she read when she comes back: how her case opens, where it stands, and how it ends? */

export const openCase = {
  heading: 'Come back with your code',
  code: 'Your code',
  codeHint: '21 letters and numbers. Small letters are fine, and you can leave out the dashes.',
  pin: 'Your PIN',
  pinHint: 'You chose a PIN when you got your code. Capitals count.',
  open: 'Open',
  lost: 'You lost your code?',
  lostText:
    'Nobody can find it for you. What you sent goes on by itself: the service still has to answer. You can also send a new request, which gets a new code.',
  problemsHeading: 'It did not open',
  /** The same for a code that was never given, one whose case has ended, and one with two mistakes that cancel out. */
  unknown:
    'This code opens nothing. Please compare each letter and number with what you saved. A code works once its request was sent or saved, and stops working when its case has ended.',
  wrongPin: 'The code and the PIN do not fit together.',
  notKeptHeading: 'This browser did not keep your case open',
  notKept:
    'It takes no cookies from this site. Please allow them here, or use another browser. Did you just send something? Then it has arrived.',
} as const;

const theCase = {
  heading: 'Your requests',
  news: {
    filed: {
      heading: 'It is sent',
      text: 'It has arrived. Your code opens this page again. Please make sure that you have saved it: it is not shown again.',
    },
    added: { heading: 'It is added', text: 'Thank you. What you added has reached the service.' },
    'added-in-part': {
      heading: 'It is added in part',
      text: 'Not every service took it: one may have decided already. Below you read which one has it.',
    },
    'taken-out': { heading: 'It is taken out', text: 'All else in your case goes on.' },
    'taking-out': {
      heading: 'It will be taken out',
      text: 'It happens after 72 hours. Until then all goes on as before, and below you can still keep it in.',
    },
    'kept-in': { heading: 'It stays in', text: 'Nothing is taken out.' },
    'out-already': { heading: 'Nothing was changed', text: 'It is not there any more, or the service has answered meanwhile.' },
    'goes-on': { heading: 'Your case goes on', text: 'It will not be ended.' },
    watching: { heading: 'They look out for it', text: 'Please make sure that you have saved your code. It is not shown again.' },
    answered: { heading: 'Your answer is sent', text: 'Thank you. A person at the service reads it before they decide.' },
    complained: { heading: 'It is sent', text: 'Another person at the service looks at it again. You read the answer here.' },
    'answered-late': { heading: 'It was decided already', text: 'What you sent now came too late and was not added.' },
    'complained-before': {
      heading: 'You have complained already',
      text: 'What you sent first counts. What you sent now was not added. You read the answer here.',
    },
    kept: {
      heading: 'It is saved, and not sent',
      text: 'No service has been told. Your code opens this page again. Please make sure that you have saved the code: it is not shown again.',
    },
    'kept-deleted': { heading: 'It is deleted', text: 'Nothing of it was sent.' },
    'kept-sent': {
      heading: 'It was sent already',
      text: 'So it could not be deleted. Below you can take something out, or end your case.',
    },
    erased: { heading: 'It is erased', text: 'How to reach you was erased. Your case goes on without it.' },
  },
  /** In place of that text, where nothing was sent. */
  erasedUnsent: 'How to reach you was erased from what you saved here.',
  number: 'Number of your request',
  numberNote:
    'You can give this number to the service or to an authority. It opens nothing. It shows that your request came in, and when. It does not show who is right.',
  lawsHeading: 'The laws you can count on here',
  lawsText: 'You asked once. It counts under each of these laws, and each has a number and a time of its own.',
  until: 'The service has until {moment}.',
  missingHeading: 'What is still missing',
  missingIntro: 'Adding this makes your request complete.',
  add: 'Add',
  /** Where there is no script, beside the button of a form where there are several. */
  alone: 'This button sends only what stands above it. What you typed in another form on this page is then gone.',
  /** Once she presses it, where another form holds something. */
  aloneHeld:
    'You typed something in another form on this page. It does not go with this, and is gone once you send this. If you need it, copy it first. To send only this, press the button again.',
  moreSummary: 'Add or correct something',
  moreNote: 'You can, until the service has decided. A person there reads it. It moves no time.',
  moreLinks: 'More links to the picture',
  moreReplaces: 'What you write here takes the place of what stood here.',
  moreBeside: 'What stands beside the picture',
  /** In place of that form, before the link to a new request. */
  noMore:
    'The service has decided, so nothing can be added here any more. Is the picture in another place, too, or is there something else beside it?',
  askedHeading: 'The service asks you',
  askedNote: 'You do not have to answer, and an answer moves no time. Without one the service decides by what it has.',
  linkIsRight: 'The link that I gave is right',
  askedSend: 'Send my answer',
  whichOne: 'Which picture is it?',
  whichOneHint: 'For example: the second from the left, or the last of the album. You can also say here how to find it.',
  addProblems: 'Please look at this',
  stale: 'This page was open for too long, so nothing was sent. What you wrote is still here. Please send it once more.',
  /** Where a session of another case has taken this one’s place: what stood there must not be sent to that one. */
  otherCase: 'This page was of another case. By now a different case is open in this browser, so nothing was sent.',
  nothingNew: 'Nothing new was filled in, so nothing was added.',
  notAnEmail: 'This is not an e-mail address yet. It should look like name@example.org.',
  notAPhone: 'This is not a phone number yet. It needs at least five digits.',
  /** In place of the list that stands right below. */
  needsAnswers: 'The service has your request, and its time is running. Something is still missing.',
  /** Where one law lacks something, and another has all that it needs. */
  oneLawLacks: 'The service has your request. One of the laws asks for more, which you can add below.',
  tags: {
    'not-sent': 'Not sent yet',
    'needs-answers': 'Something is missing',
    asked: 'A question for you',
    waiting: 'With the service',
    'being-removed': 'The service said yes',
    overdue: 'No answer in time',
    'removal-overdue': 'Not done in time',
    removed: 'Taken down',
    'removed-in-part': 'Taken down in part',
    'being-hidden': 'Goes out of view',
    'out-of-view': 'Out of view',
    'being-limited': 'The service sets a limit',
    limited: 'The service set a limit',
    gone: 'Gone',
    'not-there': 'Not there any more',
    kept: 'The service said no',
    'withdrawal-waiting': 'Ending',
    withdrawn: 'Ended',
  },
  timelineHeading: 'What has happened',
  next: 'Coming up:',
  sentHeading: 'What you sent',
  sentLinks: 'Links',
  sentHowToFind: 'How to find it',
  sentBeside: 'Also asked about',
  besideKinds: { text: 'Words', link: 'Link', account: 'Account' },
  besideDecided: {
    open: 'Not decided yet.',
    removed: 'The service decided that it goes.',
    hidden: 'The service decided: out of view until it has looked at it.',
    suspended: 'The service decided: suspended until it has looked at it.',
    left: 'The service did nothing about this by itself.',
    unheeded: 'The service does not act on this here. The people who decide read it.',
  },
  sentPictures: 'Fingerprints',
  sentPicturesOf: 'of {files}',
  sentSignature: 'Signed',
  sentContact: 'How to reach you',
  contactHeading: 'How to reach you',
  contactErased:
    'How to reach you was erased. Your request goes on without it. If you like, give a new way here, so that the service can ask you something.',
  contactAdd: 'Add how to reach me',
  notReachable: 'Nobody can reach you by this yet. A phone number needs at least five digits.',
  erase: 'Erase how to reach me',
  eraseText:
    'The service can then no longer read it here, and can ask you nothing. Nothing else of your request changes. What the service wrote down before, it may still have.',
  eraseTextSaved:
    'It is then gone from what you saved here. Nothing else changes. If you have sent a letter yourself, whoever got it still has it.',
  nothing: 'There is no request here any more. What you saved and did not send is deleted once its day has come.',
  askAgain: 'Send a new request',
  askAgainNote: 'It gets a code of its own.',
  canDoHeading: 'What you can do',
  afterNo: 'This answer says nothing about you. It says what they could see. You can talk about it with somebody: {help}.',
  afterNoHelp: 'people who help',
  whereToTurn: 'Where you can turn',
  hiddenUntilDecided: 'The picture is hidden now, until a person has decided.',
  staysDown:
    'Where there is a fingerprint of the picture, the service also holds new uploads that look like it until a person has looked. That finds the same picture and many changed ones, not all.',
  copiesAreAskedAbout:
    'Where there is a fingerprint of the picture, a person at the service also looks at new uploads that look like it. They can be seen meanwhile. That finds the same picture and many changed ones, not all.',
  withdrawalHeading: 'This case will end',
  withdrawalText:
    'Someone with your code asked to end it. Until then all goes on as before. Was it not you, or have you changed your mind?',
  withdrawalCancel: 'Go on with my case',
  withdrawalSooner: 'End it at once with my PIN',
  keepHeading: 'Keep a copy',
  endHeading: 'Close or end',
  end: 'End my case',
  close: 'Close on this device',
  closeNote: 'Closing ends nothing. Your code opens this page again.',
  /** Where script runs: without it the page stays as it is, though no button of it works any more. */
  closesByItself: 'After 15 minutes without use this page goes blank by itself. What you had neither sent nor saved is gone then.',
} as const;

export const addPictures = {
  caseHeading: 'More pictures or videos',
  heading: 'Add pictures or videos',
  note: 'You can, until the service has said yes or no. Your device makes a fingerprint of each. Only that is sent.',
  text: 'Choose what you want to add. Your device makes a fingerprint of each picture or video. For a video add links too: its fingerprint misses some copies.',
  withoutScript: 'Fingerprints need JavaScript, which is off in this browser. You can still add links. To do so, go back to your requests.',
  only: 'They go to {name} and to no one else.',
  legend: 'Who gets the fingerprints?',
  problems: {
    known: 'The service has all of these, so there was nothing to add.',
    decided: 'The service has said yes or no by now, so you can add no more there.',
    full: 'This request can take no more. You can send a new one for the rest.',
  },
} as const;

export const withdraw = {
  heading: 'End your case',
  means: 'This ends your case. {services} will no longer act on it for you, and will no longer look for the picture for you.',
  meansAlone: 'This ends your case.',
  saved: 'What you saved and did not send is then deleted.',
  letters:
    'The texts that you send to other sites yourself are then deleted here. Save first what you still need. What you have sent stays with those who got it.',
  own: 'If a service has already decided by itself that the picture must stay down, it keeps that decision and its record.',
  removalStands:
    'A service has already said yes. That stays so: it still has to take the picture down, and it may keep a fingerprint of its own. You will not see here when it is done.',
  staysDown:
    'Ending your case brings nothing back. If the service keeps a fingerprint of the picture, it goes on holding copies of it until a person has looked.',
  limitStands: 'A service decided to limit who can see the picture. That stays so.',
  referred:
    'A service took the picture out of view and passed it on to people whose work is to protect young people. That stays so. Facts about the picture are kept for them until their work is done.',
  after: 'Afterwards your code opens nothing. You can send a new request at any time.',
  withoutPin:
    'It ends after 72 hours. Until then all goes on as before, and you can change your mind with your code. We wait because someone else might have found your code.',
  withPin: 'With your PIN it ends at once. Without it, it ends after 72 hours.',
  pin: 'Your PIN',
  pinHint: 'If you do not have it any more, leave this empty. The next page then says what you can do.',
  eraseContact: 'Also erase how to reach me, now',
  eraseContactHint: 'The service can then no longer ask you anything.',
  confirm: 'End my case',
  back: 'Go back without ending it',
  problemsHeading: 'Nothing was ended',
  wrongPin: 'This PIN does not fit. Please try again.',
  noPin: 'Please type your PIN.',
  pinLeftEmpty: {
    heading: 'You left your PIN empty',
    lead: 'Nothing has ended yet. With your PIN your case ends at once.',
    confirm: 'End it at once',
    withoutHeading: 'You do not have your PIN any more?',
    without:
      'Your case can also end without it, after 72 hours. Until then all goes on as before, and you can change your mind with your code. We wait because someone else might have found your code.',
    withoutConfirm: 'End it after 72 hours',
    eraseContact: 'How to reach you is then erased at once, as you asked.',
  },
  sooner: {
    heading: 'End your case at once',
    than: 'Your case ends by itself on {moment}.',
    lead: 'With your PIN it ends at once.',
    confirm: 'End it at once',
    back: 'Go back',
  },
} as const;

export const withdrawDone = {
  endedHeading: 'Your case has ended',
  /** By how many services there are. */
  told: { one: '{services} is being told.', other: '{services} are being told.' },
  ended: 'Your code now opens nothing.',
  removalStands: 'A service had said yes before. That stays so: it still has to take the picture down.',
  limitStands: 'A service decided to limit who can see the picture. That stays so.',
  endedNext: 'You can send a new request at any time. Start a new form for it, so that it has a new code.',
  waitingHeading: 'Your case will end',
  waitingUntil: 'It ends on {moment}.',
  waiting: 'Until then all goes on as before. If you change your mind, come back with your code, or press the button now.',
  contactErased: 'How to reach you was erased.',
  sooner: 'End it at once with my PIN',
  cancel: 'Go on with my case',
  back: 'Back to your requests',
} as const;

export const follow = {
  heading: 'Follow your request',
  text: 'You asked a service to take a picture down, and it gave you a link. With it you make your own code and see what happens. Then the link stops working.',
  opening: 'Opening your request.',
  link: 'The link that the service gave you',
  linkHint: 'Paste the whole link. It ends with a # and a row of letters and numbers.',
  go: 'Go on',
  problemsHeading: 'It did not open',
  unknown: 'This link opens nothing. It may have been used before. If you made a code with it, come back with the code.',
  codeHeading: 'Make this request yours',
  codeText: 'This is your request to {service}. From now on your own code opens it. The service never sees the code.',
  codeWorks: 'This code works once you have pressed the button below.',
  codeGo: 'Use this code and go on',
  codeProblemsHeading: 'Please look at this',
} as const;

export { theCase as case };
