/** What does she read where she writes to a service elsewhere: on the form, beside the finished text, and in her case? */

export const letter = {
  heading: 'Write to another site',
  lead: 'You say it once. You get a finished text for the site, under each law that you choose. You send it yourself, now or later.',
  again: 'What you said before is filled in already. Change what differs for this site.',
  service: {
    heading: 'Which site',
    legend: 'Where do you want to write?',
    other: 'Another site or app',
    name: 'Its name',
    nameHint: 'Such as the name that stands at the top of its pages.',
    sendTo: 'Where to send it',
    sendToHint:
      'Look at the end of its pages for Report, Contact or Legal. Copy the e-mail address or the link here. You can leave this empty and look later.',
  },
  laws: {
    heading: 'Which laws',
    text: 'Choose each that fits. If you are not sure, choose all that may fit: a service has to look at each. If you choose none, the text asks under the rules of the site. To a search engine the text names only those that reach it.',
    places: {
      'take-it-down': 'United States: for sites and apps where people there can post, not for search engines. It gives them 48 hours.',
      'online-safety-act': 'United Kingdom: for sites and search engines that people there use. It gives them 48 hours.',
      'digital-services-act':
        'European Union: for sites that people there use, not for search engines. It gives no hours, and asks for an e-mail address.',
    },
    unconfirmed: 'We have not confirmed the day from which this law counts. The text says so.',
    told: 'Under this law the site has to tell the person who posted it that it was taken down, and why. It should not say who asked.',
    notTold:
      'This law does not ask the site to tell the person who posted it. A site may do so by its own rules. The text asks it not to say who you are.',
    sees: 'The site gets your name and how to reach you with the text.',
  },
  language: {
    legend: 'In which language should the text be?',
    hint: 'English, if you choose none. A text under a law of the United States or the United Kingdom is in English. You can read all of it in your own language, too.',
  },
  beside: 'If you like. It stands in the text, and the service is asked to look at each thing.',
  /** What stands before the button, where parts are shown one at a time. */
  check: {
    to: 'The text is for {name}. Nothing is sent there from here.',
    later: 'A part may stay empty. You can add to it now, or later in your case.',
  },
  sendNote: 'Nothing is sent from here. The text is kept in your case, locked, until you end it.',
  save: 'Make the text',
  codeWorks: 'This code works once you have pressed Make the text.',
  problems: {
    heading: 'Nothing was kept yet',
    service: 'Choose where you want to write.',
    name: 'Give the name of the site.',
    tooMany: 'One case can hold 50 of these. Please take out one that you no longer need.',
    sent: 'This one was sent already. Please write a new one.',
  },
  page: {
    heading: 'Your text for {service}',
    missingHeading: 'Still missing',
    missing: 'You can send it as it is. With this it has all that the law asks for:',
    change: 'Change or add something',
    textHeading: 'The text',
    textLabel: '{title}: mark all of it and copy it',
    /** Where the text is in another language than the page. */
    inYourLanguage: 'What it says, in your language',
    file: 'Save as a file (PDF)',
    fileOfYours: 'Save this translation as a file (PDF)',
    noFileOfYours:
      'There is no file of this translation: the file cannot set lines from right to left, or lacks some letters. You can read it here.',
    fileOfYoursNote: 'This is a translation, for you to read. Send the text in the other file.',
    notCopied: 'The text is marked. Copy it with your keyboard or by holding your finger on it.',
    fileNote: 'It is called document.pdf. Anyone who uses this device can open it.',
    fileLacks:
      'The file cannot show some of the letters in this text, such as Arabic or Chinese ones. Please copy the text in place of the file.',
    inYoursNote: 'This is for you to read. Send the text above.',
    sendHeading: 'Where to send it',
    sendUnknown: 'You did not say where it goes. Look at the end of its pages for Report, Contact or Legal.',
    formOf: 'The form of {service}',
    alone: 'Send the copyright notice on its own. The site may pass it on to the person who posted the picture, with your name.',
    answersHeading: 'Answers for its form',
    answersNote: 'Its form asks for these. You can copy each.',
    means: 'It means: {answer}',
    herself: 'Only you can answer this.',
    timeHeading: 'How long it takes',
    hours: {
      one: 'The law gives the site {count} hour from when it gets the text. The day and hour stand in your case once you have noted that you sent it.',
      other:
        'The law gives the site {count} hours from when it gets the text. The day and hour stand in your case once you have noted that you sent it.',
    },
    noHours: 'No law in this text names hours. A few days are usual.',
    afterHeading: 'If nothing happens, or it says no',
    after: 'Come back with your code, and note it. You then see what else you can do. These can help:',
    search: 'Ask search engines to leave it out, too.',
    site: 'Write to the site where the picture is. What is gone there goes from searches, too.',
    helpers: 'People who help with this: they stand at the end of this page.',
    /** Laws that she chose and that do not reach a search engine. */
    leftOut: 'Not in this text, because it is for sites that keep what people post, and not for search engines: {laws}.',
    record:
      'Keep a note of the address, the account, the day and the time, before the picture is gone. You do not need the picture for that. Do not keep it on a device that others use.',
    sent: 'I have sent it',
    back: 'Back to your requests',
  },
  case: {
    heading: 'What you send yourself',
    none: 'Is it on another site too?',
    write: 'Write to another site',
    open: 'Open the text',
    until: 'It has until {moment}.',
    hadUntil: 'It had until {moment}.',
    sentOn: 'You sent it on {day}.',
    madeOn: 'You wrote it on {day}.',
    sent: 'I have sent it',
    gone: 'It is gone there',
    refused: 'They said no',
    delete: 'Delete this text',
    next: 'What you can do now:',
    incomplete: 'Something that the law asks for is still missing in it.',
    tags: { 'to-send': 'Not sent yet', sent: 'Sent by you', overdue: 'No answer in time', gone: 'Gone', refused: 'They said no' },
  },
} as const;
