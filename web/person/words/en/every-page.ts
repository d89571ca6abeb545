/** What does she read on every page: in its title, at the way out, beside a time, and when something did not work? */

export const siteTitle = {
  landing: 'Start',
  age: 'A question',
  threat: 'First steps',
  watch: 'Form',
  elsewhere: 'Form',
  letter: 'Text',
  under18: 'Who can help',
  request: 'Form',
  openCase: 'Come back',
  case: 'Overview',
  withdraw: 'Stop',
  withdrawDone: 'Stop',
  follow: 'Follow',
  left: 'Goodbye',
  privacy: 'What is kept',
  problem: 'A moment',
  toCheck: 'To check',
} as const;

export const frame = {
  skip: 'Skip to the text',
  exit: 'Leave now',
  exitExplanation:
    'Leaves this site at once, in all its tabs in this browser, and opens another page. Pressing the Shift key three times does the same.',
  exitExplanationWithoutScript: 'Leaves this page at once and opens another. Other tabs of this site stay open.',
  helpHeading: 'Others who can help',
  helpDanger: 'In danger now? Call the emergency number where you are, such as 911, 999 or 112.',
  helpChecked: 'We last checked these numbers on {day}.',
  operator: 'This site is run by {name}.',
  operatorContact: 'Ask them a question',
  /** Read out before the list of languages. */
  languages: 'Languages',
} as const;

export const left = {
  exit: { heading: 'Goodbye', text: 'Going on to another page.', link: 'Go on' },
  closed: {
    heading: 'Closed',
    text: 'Your case is closed on this device. What was sent goes on by itself. Your code opens it again.',
  },
  idle: {
    heading: 'Closed',
    // The same for a case that ended elsewhere, a withdrawn one too: whoever holds this device learns nothing of it.
    text: 'Your case is not open on this device any more. That happens after 15 minutes, or when it was closed in another place. If the case goes on, your code opens it again.',
  },
  comeBack: 'Come back with your code',
  /** A message that could not be sent, given back. */
  typed: 'What you had written',
  typedHint: 'It was not sent, and it is not kept. If you want to send it later, copy it now.',
  history: 'This browser still knows that you were here. You can clear its history in its settings.',
} as const;

export const unwritable =
  'There is a sign in this text that cannot be kept. Often it came along when the text was copied. Please type it again.';

export const problem = {
  heading: {
    400: 'That did not work',
    403: 'This page was open for too long',
    404: 'There is nothing here',
    405: 'This address is no page',
    413: 'That was too much at once',
    429: 'Please wait a moment',
    500: 'Something went wrong on our side',
    503: 'We are not quite ready',
  },
  text: {
    400: 'We could not read what was sent. Please go back and try again.',
    403: 'For your safety this page stops working after a while. Please open your case again with your code.',
    404: 'The address may be mistyped, or the page is gone.',
    405: 'Your browser asked for something that is not a page. Nothing was changed. Please go on from here.',
    413: 'Please send fewer pictures or shorter texts. You can send the rest in a second request.',
    429: 'There were many attempts in a short time. This protects the codes of others.',
    500: 'It is not your fault. Nothing was half done. Please try again in a few minutes.',
    503: 'Please try again in a few minutes. What you sent before is safe.',
  },
  /** Minutes. */
  wait: { one: 'You can try again in a minute.', other: 'You can try again in {count} minutes.' },
  start: 'To the start',
  comeBack: 'Come back with your code',
} as const;

export const time = {
  /** "Sunday 22 November" and "14:05". */
  moment: '{day}, {hour}',
  /** Set after a time in the site's zone. */
  inZone: '({zone})',
  /** Set by script after a time in the device's own zone. */
  yourTime: 'your time',
  days: { one: '{count} day', other: '{count} days' },
} as const;
