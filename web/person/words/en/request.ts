/** What does she read on the form: what is asked, why, and what becomes of it? */
export const request = {
  heading: 'Your request',
  lead: 'Five short parts. You can send it even if something is missing, and add the rest later with your code.',
  adultOnly: 'This page is for pictures of someone who was 18 or older.',
  notAdult: 'Under 18, or not sure?',
  young: {
    lead: 'Four short parts. You can send it even if something is missing, and add the rest later with your code.',
    about:
      'This page is for a picture of someone who was under 18, or may have been. No picture is chosen here, and none is looked at. Please do not save or send it.',
    posterNotTold:
      'The service is asked not to tell them either, where it hides the picture because someone in it was under 18, or may have been.',
    /** In place of what speaks of consent: the declarations that the laws ask for, of somebody whose yes would not count. */
    notConsensual:
      'The person in the picture was under 18, or may have been. It should not have been shared, and no yes to that would count.',
    intimate: 'It is an intimate picture of someone who was under 18, or may have been. No yes to sharing it would count.',
    missing: 'Please confirm that the picture is of someone who was under 18, or may have been.',
    helpers: 'Who else can help',
    adult: 'The person was 18 or older',
  },
  part: 'Part {number} of {parts}',
  optional: '(if you like)',
  pictures: {
    heading: 'Your pictures',
    text: 'No picture? Go on to part 2. Links are enough.',
    more: 'What a fingerprint is, and what it does',
    moreText:
      'A fingerprint is a row of numbers that your device makes of the picture. It helps the service find the same picture again. For a video add links too: its fingerprint misses some copies.',
    limits: [
      'The picture stays on your device. It is not shown on the screen.',
      'Only the fingerprint is sent, and only when you press Send. It says roughly where the picture is light and dark. Someone skilled could work out rough shapes from it.',
      'A fingerprint takes nothing down by itself. A person compares it with what is online.',
    ],
    label: 'Choose pictures: JPEG, PNG, WebP, GIF or AVIF',
    withoutScript: 'Fingerprints need JavaScript, which is off in this browser. That is fine: links alone are enough.',
  },
  where: {
    heading: 'Where it is',
    service: 'Which services is it on?',
    serviceHint: 'Each gets a request of its own, and reads nothing of what goes to another.',
    onlyServices: 'Each of these services gets a request of its own, and nobody else does: {name}.',
    elsewhere: 'It is on another site, or found by a search engine',
    haveThePicture: 'Have you got the picture? Your device can make a fingerprint of it.',
    onlyService: 'Your request goes to {name} and to no other service.',
    links: 'Links to the picture',
    linksHint: 'One on each line. You can copy a link from the bar at the top of the browser, or with Share.',
    howToFind: 'No link? Say how to find it',
    howToFindHint: 'For example the name of the account or group, and the day it was posted.',
  },
  /** What else stands there; asked in a part of its own that is closed until she opens it. */
  beside: {
    summary: 'Is there more beside the picture?',
    text: 'If you like. A person at the service looks at each thing, and decides about it by itself.',
    /** Where the service acts on nothing of it. */
    picturesOnly: 'If you like. The people who decide read it. The service says that it acts on pictures only here.',
    /** Before a list of services, each with its kinds. */
    some: 'If you like. The people who decide read it. Beside pictures, a service can act on this, each thing by itself:',
    noKinds: 'nothing else',
    kinds: { text: 'words', link: 'links', account: 'accounts' },
    words: 'Words in the title or under the picture',
    wordsHint: 'Copy them as they stand there. For example a name, or where someone lives.',
    links: 'Links that stand beside it',
    linksHint: 'For example to more pictures, or to a page about the person in the picture. One on each line.',
    accounts: 'Accounts that post it, or pretend to be the person in the picture',
    accountsHint: 'The name of the account as it stands there. One on each line. Please do not guess who is behind it.',
  },
  statement: {
    heading: 'Your statement',
    onBehalfOf: 'Who is asking?',
    self: 'I am the person in the picture',
    agent: 'I act for the person in the picture',
    user: 'Someone else: I have seen the picture',
    forSomeone: 'You act for the person in the picture.',
    notForSomeone: 'Is it you in the picture?',
    agentAuthority: 'How may you act for the person?',
    agentAuthorityHint: 'One line is enough, such as: she asked me to, or: I am her lawyer.',
    agentsOnly: 'Leave this empty if you are the person in the picture.',
    confirm: 'Please confirm both',
    /** Where the other is said to each service by itself. */
    confirmOne: 'Please confirm this',
    notConsensual: 'The picture was shared without the consent of the person in it.',
    goodFaith: 'I say this in good faith. It is true as far as I know.',
    details: 'Anything else the service should know',
    detailsHint: 'You do not have to tell your story. Please do not name the person who shared it.',
  },
  laws: {
    /** After the promise that we do not tell whoever shared it. */
    posterTold: 'Where a law asks for it, the service has to tell them that it was taken down, and why. It should not say who asked.',
    under: 'For the law of {country}',
    ownWords: 'This law asks for it in words of its own. So you may read again what you have confirmed above.',
    onlyFor: 'Only if your request goes to {services}.',
    /** Beside the fields, where the sentence before them has said what is missing. */
    emailForOne: 'One law asks for an e-mail address. Under other laws one of the three is enough. Choose one that nobody else reads.',
    emailToo:
      'The law of {country} asks for an e-mail address. Under other laws one of the three is enough. Choose one that nobody else reads.',
    choice: 'Did you take the picture yourself? You can add a {name}',
    choiceIntro: 'Most people do not need this. Please read this first:',
    choose: 'I have read this, and want to send a {name} too.',
  },
  /** Where several services are connected here: each is asked apart. */
  several: {
    name: 'You type it once, and sign for each service below.',
    declare: 'What you declare to {service}',
    law: '{service}, for the law of {country}',
    sign: 'Your signature for {service}',
    gets: '{service} gets your name and how to reach you. The people there who deal with your request can read both.',
    signed: 'I sign my request to {service} with my name.',
    signMissing: '{service}: tick that you sign your request with your name.',
    sendNote:
      'When you press Send, each service that you chose gets a request of its own. We do not tell the person who shared the picture.',
    goesTo:
      'Each service that you chose gets what is meant for it. The people there who deal with your request can read it. The person who shared the picture cannot.',
  },
  /** From an open case, to a service that was not asked in it. */
  another: {
    heading: 'Ask another service too',
    lead: 'What you have said in this case is filled in already. Only what is new for the service is asked.',
    pictures:
      'Your case holds fingerprints of {files}. They go to the services that you choose here too. You can add others in your case once this is sent.',
    withoutPictures: 'Leave the fingerprints out of this request',
    leaving: 'If you leave this form, what you filled in here is lost. Leave it?',
    inCase: {
      heading: 'Is it on another service here too?',
      text: 'You can also ask {services}. What you have said already is filled in.',
      link: 'Ask another service',
    },
  },
  contact: {
    heading: 'Your name and how to reach you',
    signature: 'Type your name',
    reach: 'One way to reach you',
    reachOne: 'One of these three is enough. Choose one that nobody else reads.',
    /** On the form for a site elsewhere, where she may choose that law. */
    reachUnderLaws:
      'One of these three is enough. Under a law of the European Union it has to be the e-mail address. Choose one that nobody else reads.',
    email: 'E-mail address',
    phone: 'Phone number',
    other: 'Another way',
    otherHint: 'For example a lawyer or a helper who can pass a message on.',
  },
  code: {
    heading: 'Your code',
    text: 'This code is the only way back to your request. Nobody can find it for you, not even we: we do not keep it in a form we can read.',
    keep: 'Keep it where only you will find it. Anyone who has it can read what you sent.',
    works: 'This code works once you have pressed Send.',
    label: 'Your code',
    display: {
      copy: 'Copy',
      copied: 'Copied. Other apps on this device can read what was copied last.',
      notCopied: 'The code is marked. Copy it with your keyboard or by holding your finger on it.',
      print: 'Print',
      save: 'Save as a file',
      saved: 'Saved as note.txt in your downloads.',
      fileName: 'note.txt',
    },
    pin: 'Choose a PIN',
    pinHint:
      'Then your code opens nothing without the PIN, and you can end your case at once. Without a PIN, ending it takes 72 hours. At least 6 letters, digits or signs; capitals count. Nobody can find a lost PIN for you either.',
    /** Where she had typed one before the page was loaded again. */
    pinAgain: 'You had chosen a PIN. It is not kept when the page loads again. Please type it once more, or send without one.',
  },
  /** Asked where a link would throw away what she filled in. */
  leaving: 'If you leave this form, what you filled in is lost and the code changes. Leave it?',
  /** Where parts are shown one at a time. */
  moves: { next: 'Next', back: 'Back', check: 'Check your answers' },
  check: {
    heading: 'Check your answers',
    nothing: 'Nothing filled in.',
    lacks: 'This is still missing. You can add it now, or later with your code.',
    later: 'A part may stay empty. You can add to it later with your code.',
    change: 'Change',
    changeName: 'Change: {name}',
  },
  send: 'Send',
  sendNote: 'When you press Send, what you filled in goes to the service you chose. We do not tell the person who shared the picture.',
  poster: {
    summary: 'Will the person who posted it be told?',
    told: '{services}: yes. A law asks the service to tell them once it hides the picture or takes it down, and not before. They read, for example:',
    notAsked: '{services}: no law asks for it. The service can choose to, by its own rules.',
    never: 'Your name, how to reach you, and what you write are never in it.',
  },
  record: {
    summary: 'Keep a note for yourself',
    later: 'Once this is sent, your case has a file with the links and the times. There is no picture in it.',
  },
  afterwards: {
    summary: 'What happens with what I fill in?',
    goesTo:
      'It goes to the service you chose. The people there who deal with your request can read it. The person who shared the picture cannot.',
    lines: [
      'It is stored locked. The key is kept in another place, by those who run this site.',
      'It is kept until you end your case, or for as long as the page about what is kept here says.',
      'With your code you can end your case: with a PIN at once, without one after 72 hours. Then all that you filled in is deleted, and your fingerprints with it. How to reach you can be deleted as soon as you ask.',
      'What stays is the number of your request, the days, and what the service decided. A service that took the picture down keeps a fingerprint of its own. Older backups of the site may hold a locked copy for a while.',
    ],
  },
  /** Said where it holds: by script, once the answers are kept. */
  keptNote:
    'If this page loads again on this device, what you filled in is still there, but for your PIN and files that are still being read. It is locked in this browser, and the key is gone once you leave or after 15 minutes without use.',
  /** The same where the form asks for none. */
  keptNoteNoPin:
    'If this page loads again on this device, what you filled in is still there, but for files that are still being read. It is locked in this browser, and the key is gone once you leave or after 15 minutes without use.',
  /** Above the form, by script, while what was kept cannot be read yet. */
  keptWaits:
    'What you filled in here is still locked in this browser. It is being fetched, and nothing of it is lost. If it is not here in a minute, load this page again.',
  offline:
    'Your connection is off, so nothing was sent. All you filled in is still here. Switch the connection on and press the button again.',
  sending: 'It is being sent. Please wait a moment.',
  unreachable: 'We cannot reach the site right now. Nothing was sent, and all you filled in is still here. Try again in a minute.',
  problems: {
    heading: 'Nothing was sent yet',
    intro: 'All you filled in is still here. Please look at this:',
    service: 'Choose the service that the picture is on.',
    onBehalfOf: 'Say whether you are the person in the picture, act for them, or are someone else.',
    tooManyLinks:
      'One request can take {most} links, and these are {given}. Nothing is lost: please cut the rest out, send this, and put the rest into a second request.',
    requestFull:
      'One request can take {most} links, with those that are in it already. Please put the rest into a second request, with a new code.',
    linksTooLong:
      'This is too much text for one request: at most {most} letters and signs fit. Nothing is lost: please cut out a part, send this, and put the rest into a second request.',
    textTooLong: 'Please shorten this to {most} letters and signs.',
    otherLinesTooLong:
      'Some lines here are not links, such as “{first}”. Together with how to find it they may have {most} letters and signs. Please shorten them, or take them out.',
    notALink: '“{first}” is not a link. Please copy the whole link, or take this line out.',
    notLinks: 'These lines are not links: {lines}. Please copy each link whole, or take these lines out.',
    tooManyBeside: 'You can name {most} such things in one request. Please take some out.',
    otherAddress:
      'You opened this site under another address than its own, so nothing was sent. All you filled in is still here. Please open {address} and fill it in there; you can copy it from this page.',
    newCode:
      'Your code did not arrive whole, so there is a new one on this page. Please write it down in place of the old one, and send this again.',
    fingerprints: 'The fingerprints could not be read. Please choose your pictures again, or go on with links alone.',
  },
} as const;
