/** What does she read where she writes with a helper? */
export const talk = {
  heading: 'Write with a helper',
  case: {
    text: '{name} can answer your questions here. They do not decide about your request.',
    open: 'Write to a helper',
    goOn: 'Read it, or write more',
    unread: 'There is an answer for you.',
  },
  crisisHeading: 'If it cannot wait: these people answer at once',
  who: 'You write with {name}.',
  hours: 'They answer at these times: {hours}.',
  reply: { one: 'They want to answer within {count} hour.', other: 'They want to answer within {count} hours.' },
  private:
    'Only these helpers read it here. The people who decide about your request cannot. It is stored locked; whoever runs this site holds the key.',
  written: 'What was written',
  none: 'Nothing yet.',
  you: 'You',
  helper: 'Helper',
  again: 'We send no mail. To see a new answer, open this page again.',
  label: 'Your message',
  hint: 'You do not have to tell your story. Links to the picture belong in your request, not here.',
  send: 'Send the message',
  deleteSummary: 'Delete all of it',
  deleteText: 'What you and the helper wrote is erased here at once, for both of you. Nobody can bring it back.',
  delete: 'Delete it now',
  back: 'Back to your case',
  news: { sent: 'Your message is there.', deleted: 'It is erased.' },
  problems: {
    heading: 'Please look at this',
    empty: 'Please write something first.',
    tooMany: 'That is as much as can be sent in one day. Please go on tomorrow, or call one of the people above.',
  },
} as const;
