/** What does she read where a request is kept to be sent later: on the form, in her case, and when she comes back to it? */

export const later = {
  button: 'Save and send later',
  /** Beside the buttons. `days`: for how long. */
  note: 'Not ready to send it? Press “Save and send later”. Then nothing is sent: no service is told, and no time runs. What you filled in is kept locked on this site for {days}. Those who run the site hold the key. Your code is your only way back to it. If a service runs this site itself, it is kept on the computer of that service.',
  notKept: 'What you confirm and sign is not kept. You do that when you send it.',
  keeping: 'It is being saved. Please wait a moment.',
  codeWorks: 'This code works once you have pressed Send, or “Save and send later”.',
  form: {
    heading: 'Not sent yet',
    lead: 'This is what you saved. No service has been told. What you confirm and sign is still empty: you do that when you send it.',
    leaving: 'If you leave this form, what you changed here is lost. What you saved before stays. Leave it?',
    /** Where the case lost some since. */
    fewer:
      'When you saved this, your case held fingerprints of more pictures or videos than now. Only what is named here goes along. You can choose the others again.',
  },
  problems: {
    /** Above what keeps a form from being saved, or from being sent once more. */
    heading: 'Nothing was sent or saved now',
    tooMany: 'Your case holds {most} requests that are not sent yet. Nothing was saved now. Please send or delete one of them first.',
    sent: 'This request was sent already, so it is not kept to be sent later. Your case shows it.',
    sentBefore: 'This form was sent before, so it was not sent again. Your case shows what came of it.',
    young:
      'This case is about a picture of somebody who may be under 18. Such a request is not kept to be sent later. Press Send once you are ready.',
  },
  inCase: {
    heading: 'Not sent yet',
    to: 'To {services}',
    nobody: 'No service chosen yet',
    untold: 'No service has been told of this, and no time runs.',
    typedName: 'The name you typed',
    keptOn: 'You saved it on {day}.',
    until: 'It is deleted by itself on {day}, unless you save it again before.',
    goOn: 'Go on with it and send it',
    goOnNote: 'The form opens with what you filled in.',
    delete: 'Delete it',
    deleteText: 'It is then gone from your case. It was not sent to anyone.',
    deleteNow: 'Delete it now',
  },
} as const;
