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
    'Nobody can find it for you. Your request goes on by itself: the service still has to answer. You can also send a new request, which gets a new code.',
  problemsHeading: 'It did not open',
  /** The same for a code that was never given, one whose case has ended, and one with two mistakes that cancel out. */
  unknown:
    'This code opens nothing. Please compare each letter and number with what you saved. A request that was never sent has no code yet, and a code stops working when its case has ended.',
  wrongPin: 'The code and the PIN do not fit together.',
} as const;

export const theCase = {
  heading: 'Your requests',
  news: {
    filed: {
      heading: 'It is sent',
      text: 'Your code opens this page again. Please make sure that you have saved it: it is not shown again.',
    },
    added: { heading: 'It is added', text: 'Thank you. What you added has reached the service.' },
    'goes-on': { heading: 'Your case goes on', text: 'It will not be ended.' },
  },
  number: 'Number of your request',
  numberNote: 'You can name it to the service or an authority. It opens nothing.',
  until: 'Until',
  received: 'Reached the service',
  missingHeading: 'What is still missing',
  missingIntro: 'Adding this makes your request complete.',
  add: 'Add',
  addProblems: 'Please look at this',
  notAnEmail: 'This is not an e-mail address yet. It should look like name@example.org.',
  /** In place of the list that stands right below. */
  needsAnswers: 'The service has your request, and it counts from the day it came in. Something is still missing.',
  wasMissing: 'Something was still missing in it.',
  tags: {
    'not-sent': 'Not sent yet',
    'needs-answers': 'Something is missing',
    waiting: 'With the service',
    'being-removed': 'The service said yes',
    overdue: 'No answer in time',
    'removal-overdue': 'Not done in time',
    removed: 'Taken down',
    kept: 'The service said no',
    'withdrawal-waiting': 'Ending',
    withdrawn: 'Ended',
  },
  timelineHeading: 'What has happened',
  next: 'Coming up:',
  sentHeading: 'What you sent',
  sentLinks: 'Links',
  sentHowToFind: 'How to find it',
  sentPictures: 'Fingerprints',
  sentPicturesCount: (count: number) => (count === 1 ? 'of 1 picture' : `of ${count} pictures`),
  sentSignature: 'Signed',
  sentContact: 'How to reach you',
  nothing: 'No request has been sent with this code yet.',
  whereToTurn: 'Where you can turn',
  staysDown:
    'If we have its fingerprint, the service also holds new uploads that look like it until a person has looked. That finds the same picture and many changed ones, not all.',
  withdrawalHeading: 'This case will end',
  withdrawalText:
    'Someone with your code asked to end it. Until then all goes on as before. If it was not you, or you want to go on, stop it here.',
  withdrawalCancel: 'Go on with my case',
  stopHeading: 'Stop or close',
  stop: 'Stop my request',
  close: 'Close on this device',
  closeNote: 'Closing ends nothing. Your code opens this page again.',
} as const;

export const withdraw = {
  heading: 'Stop your request',
  means: (services: string) =>
    `This ends your case. ${services} will no longer act on it for you, and will no longer look for the picture for you.`,
  own: 'If the service has already decided by itself that the picture must stay down, it keeps that decision and its record.',
  removalStands:
    'The service has already said yes. That stays so: it still has to take the picture down, and it keeps a fingerprint of its own. You will not see here when it is done.',
  after: 'Afterwards your code opens nothing, just like a code that never was. You can send a new request at any time.',
  withoutPin:
    'It ends after 72 hours. Until then all goes on as before, and you can change your mind with your code. We wait because someone else might have found your code.',
  withPin:
    'With your PIN it ends at once. Without it, it ends after 72 hours: until then all goes on as before, and you can change your mind with your code.',
  pin: 'Your PIN',
  pinHint: 'Leave it empty to end the case after 72 hours.',
  eraseContact: 'Also erase how to reach me, now',
  eraseContactHint: 'The service can then no longer ask you anything.',
  confirm: 'Stop my request',
  back: 'Go back without stopping',
  problemsHeading: 'Nothing was stopped',
  wrongPin: 'This PIN does not fit. You can try again, or leave it empty.',
} as const;

export const withdrawDone = {
  endedHeading: 'Your case has ended',
  ended: 'The services are being told. Your code now opens nothing.',
  removalStands: 'The service had said yes before. That stays so: it still has to take the picture down.',
  endedNext: 'You can send a new request at any time.',
  waitingHeading: 'Your case will end',
  waitingUntil: 'It ends on',
  waiting: 'Until then all goes on as before. If you change your mind, come back with your code, or press the button now.',
  cancel: 'Go on with my case',
  back: 'Back to your requests',
} as const;

export const follow = {
  heading: 'Follow your request',
  text: 'You asked a service to take a picture down, and it gave you a link. The link works once. With it you make your own code and see what happens.',
  opening: 'Opening your request.',
  link: 'The link that the service gave you',
  linkHint: 'Paste the whole link. It ends with a # and a row of letters and numbers.',
  go: 'Go on',
  problemsHeading: 'It did not open',
  unknown: 'This link opens nothing. It may have been used before. If you made a code with it, come back with the code.',
  codeHeading: 'Make this request yours',
  codeText: (service: string, number: string) =>
    `This is your request to ${service}, number ${number}. From now on your own code opens it. The service never sees the code.`,
  codeWorks: 'This code works once you have pressed the button below.',
  codeGo: 'Use this code and go on',
  codeProblemsHeading: 'Please look at this',
} as const;
