/** What does she read when she takes one request, picture or link out of her case? */

export const takeOut = {
  summary: 'Take something out',
  note: 'A wrong link or picture? Add the right one first. Then take the wrong one out here.',
  request: 'The whole request to {service}',
  requestUnder: 'The request to {service} under this law: {law}',
  picture: 'Picture or video {number}',
  link: 'The link {link}',
  fingerprint: 'Its fingerprint begins with {start}.',
  take: 'Take this out',
  until: 'It is taken out on {moment}.',
  waiting: 'Someone with your code asked for this. Until then all goes on as before. Was it not you, or have you changed your mind?',
  keep: 'Keep it in',
  sooner: 'Take it out at once with my PIN',
  heading: {
    request: 'Take back the request',
    picture: 'Take out a picture or video',
    link: 'Take out a link',
  },
  means: {
    request: '{service} then no longer acts on this request for you.',
    picture: '{service} then no longer looks for this picture or video for you. Its fingerprint from you is erased here.',
    link: '{service} is then no longer asked about this link by you. It is erased in your request.',
  },
  meansLaw: 'Under this law, {service} then no longer acts for you: {law}.',
  toldLaw: '{service} is told that you took it back under this law. The time that this law gives it no longer counts for you.',
  otherLaws: 'Under the other laws your request goes on as before, with all that you sent.',
  told: '{service} is told that you took it back, and does not have to answer it any more. What you wrote in it and its fingerprints are erased here.',
  toldPart: 'The people at {service} read in your request that something was taken out, and when. They may have seen it before.',
  mayStay: {
    request: 'Nothing is taken down because of this request any more. Copies may stay or come back.',
    picture: 'Copies of it may stay or come back. Another person may still have asked for the same.',
    link: 'The picture may stay at this link.',
  },
  answerStays: 'What {service} has answered stays as it is. This brings nothing back.',
  ownFingerprint:
    'If {service} keeps a fingerprint of its own, it goes on holding copies until a person has looked. If it keeps none, copies may come back.',
  last: 'The request then names nothing any more. So the whole request is taken back, and {service} is told.',
  beside: 'What you named beside the picture at this link goes with it.',
  young: 'You said that the person may have been under 18. The service knows that, and what you named there stays marked so.',
  rest: 'All else in your case stays as it is. Your code goes on working.',
  undo: 'Once it is out, nobody can bring it back. You can send it again.',
  withPin: 'With your PIN this happens at once. Without it, it happens after 72 hours.',
  withoutPin:
    'This happens after 72 hours. Until then all goes on as before, and you can change your mind with your code. We wait because someone else might have found your code.',
  confirm: {
    request: 'Take the request back',
    picture: 'Take the picture or video out',
    link: 'Take the link out',
  },
  back: 'Go back and change nothing',
  problemsHeading: 'Nothing was taken out',
  pinLeftEmpty: {
    lead: 'Nothing has been taken out yet. With your PIN it happens at once.',
    confirm: 'Do it at once',
    without:
      'It can also be done without it, after 72 hours. Until then all goes on as before, and you can change your mind with your code. We wait because someone else might have found your code.',
    withoutConfirm: 'Do it after 72 hours',
  },
  soonerStep: {
    heading: 'Take it out at once',
    than: 'It happens by itself on {moment}.',
    lead: 'With your PIN it happens at once.',
  },
} as const;
