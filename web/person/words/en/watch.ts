/** What does she read where services look out for a picture that is not online yet: on the form, and in her case? */

export const watch = {
  heading: 'Ask services to look out for it',
  lead: 'The services that you choose look at new uploads for {days}. Then it stops by itself, unless you come back and go on with it.',
  pictures: {
    heading: 'Your pictures',
    text: 'Choose the pictures or videos that it is about. Your device makes a fingerprint of each.',
    withoutScript:
      'Fingerprints need JavaScript, which is off in this browser. Without it, nobody can look out for the picture. You can still do the first steps on the page before.',
  },
  services: {
    heading: 'Who looks out for it',
    text: 'Each that you choose gets the fingerprints, and nothing else that you fill in here.',
    legend: 'Services',
  },
  you: {
    heading: 'You',
    self: 'I am the person in the picture',
    agent: 'I act for the person in the picture',
    confirm: 'I say this in good faith. The picture is an intimate one, and the person in it does not agree to it being shared.',
    why: 'We do not need your name, your story, or a way to reach you.',
  },
  /** What stands before the button, where parts are shown one at a time. */
  check: { to: 'You ask {name} to look out for it.' },
  means: [
    'If a new upload looks like your picture, a person at the service looks at it. Nothing is taken down without that.',
    'The one who threatens you is not told. If an upload is stopped, the uploader may guess why.',
    'To see what happens, come back with your code. Nobody writes to you.',
  ],
  send: 'Ask them to look out for it',
  codeWorks: 'This code works once you have pressed the button below.',
  problems: {
    pictures: 'Choose at least one picture that your device can make a fingerprint of.',
    services: 'Choose at least one service.',
    who: 'Say whether you are the person in the picture, or act for them.',
    confirm: 'Please confirm this. Without it, nobody can look out for the picture.',
  },
  case: {
    heading: 'Services that look out for your pictures',
    until: 'It looks at new uploads until {day}.',
    startedOn: 'You asked for this on {day}.',
    endedOn: 'This ended on {day}.',
    endedText: 'The service no longer looks out for it, and the fingerprints are deleted. You can ask again, and get a new code for it.',
    files: 'It has fingerprints of {files}.',
    none: 'No upload that looks like it was taken down so far.',
    removed: {
      one: 'People there took down {count} upload that shows it.',
      other: 'People there took down {count} uploads that show it.',
    },
    paused: 'It is not looking right now: a person there has to look at this first, for it met more than one such picture would.',
    longer: 'Go on for {days} from today',
    end: 'Stop looking out for it',
    endNote: 'Then the fingerprints are deleted there at once.',
    isUp: 'Is it online now? Send a request',
  },
} as const;
