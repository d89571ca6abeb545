/**
 * Which sentences does she read? All of them, in one place, so that other languages can come beside these. What a law asks and what
 * happened in a case is said by casework, beside the data it belongs to.
 *
 * Short words, short sentences, the limit beside each promise. No word that blames, frightens or promises more than we can do.
 */
import type { FingerprintPanelWords } from '../components/fingerprint-panel/words.ts';

const fingerprintPanel: FingerprintPanelWords = {
  gettingReady: 'Getting ready. This takes a moment.',
  ready: 'Ready. If you like, switch off your connection now, then choose your pictures. Switch it on again before you press Send.',
  notAvailable: 'This browser cannot make fingerprints here. That is fine: you can send your request with links alone.',
  distorted:
    'This browser changes the pictures that a page reads, to protect your privacy. Fingerprints made here would not match. Use links, or another browser on a device you trust.',
  choose: 'Choose pictures',
  chooseMore: 'Choose more pictures',
  listLabel: 'Your pictures',
  waiting: 'Waiting',
  reading: 'Reading',
  done: 'Fingerprint made',
  remove: 'Remove {name}',
  countOne: '1 picture is ready to be sent as a fingerprint.',
  countMany: '{count} pictures are ready to be sent as fingerprints.',
  stillReading: 'Some pictures are still being read. Wait a moment, or remove them, then press Send again.',
  keptName: 'Picture {number}, from before',
  keptVideoName: 'Video {number}, from before',
  videos: 'I also have videos',
  videosHint:
    'Loads a program of {size} that reads videos on your device. Tick this while you are connected. For now a service finds only exact copies of a video by its fingerprint, so add links too.',
  chooseFiles: 'Choose pictures or videos',
  chooseMoreFiles: 'Choose more files',
  videosLoading: 'The program that reads videos is loading.',
  videosReady:
    'Ready, for videos too. If you like, switch off your connection now, then choose your files. Switch it on again before you press Send.',
  videosNotLoaded:
    'The part for videos did not load. If your connection is off, switch it on and tick this again. Pictures work without it.',
  videosNotAvailable: 'This browser cannot read videos here. Pictures still work, and a link to the video is enough for your request.',
  readingVideo: 'Reading frame by frame: {at} of {of}',
  readingVideoSince: 'Reading frame by frame: {at} so far',
  stop: 'Stop reading {name}',
  doneInPart: 'Fingerprint made of the part that can be read. The file seems to be damaged after it.',
  countFilesOne: '1 file is ready to be sent as a fingerprint.',
  countFilesMany: '{count} files are ready to be sent as fingerprints.',
  whatIsSent: 'See exactly what will be sent',
  whatIsSentNote: 'These letters and numbers and nothing else of your files. No file names.',
  problems: {
    unsupported:
      'We cannot read this kind of file. JPEG, PNG and WebP pictures work. You can save the picture as one of these and try again.',
    heic: 'This browser cannot read HEIC pictures. Open it on your phone, save or share it as JPEG, and choose that.',
    video: 'This is a video. Tick "I also have videos" above, then choose it again. A link to the video works too.',
    'video-kind': 'We cannot read this kind of video file. MP4, MOV, WebM and MKV work. A link to the video is enough for your request.',
    'video-codec':
      'This browser cannot read the way this video was saved. Another browser may. Or save it as an ordinary MP4 and choose that. A link works too.',
    hevc: 'This video was saved in a way that this browser cannot read (HEVC, used by many phones). Try the browser that came with the phone, or share the video to yourself as "most compatible" and choose that. A link works too.',
    'sound-only': 'There is only sound in this file, and no picture. A link to it is enough for your request.',
    'video-damaged': 'This video seems to be damaged. If you can play it, save it again and choose the new file. A link works too.',
    'video-too-large':
      'This video is too large: over 4 GB, or over 16 megapixels a frame. Save a smaller copy and choose that. A link works too.',
    'video-too-long': 'This video is longer than 30 minutes. Cut out the part that matters and choose that. A link works too.',
    'video-plain': 'This video is very plain or dark. Only exact copies of this file can be found by it, so a link helps more.',
    'too-many-videos': 'Together these videos are longer than two hours. Leave this one for a second request.',
    cmyk: 'This file was made for printing (CMYK), and its fingerprint would not match. Save it again as an ordinary JPEG or PNG and choose that.',
    damaged: 'This file seems to be damaged. If you can open it, save it again and choose the new file. A link works too.',
    'too-large': 'This file is larger than 100 MB. Save a smaller copy and choose that.',
    'too-many-pixels': 'This picture is larger than 50 megapixels. Save a smaller copy and choose that.',
    'too-plain': 'This picture is very plain. Only exact copies of this file can be found by it, so a link helps more.',
    'too-many-pictures': 'You can add 50 pictures to one request. Leave the others for a second one.',
    twice: 'You have added this picture already.',
    'out-of-memory': 'This device does not have enough memory for this picture. A link works too.',
  },
};

export const words = {
  siteTitle: {
    landing: 'Start',
    age: 'A question',
    under18: 'Who can help',
    request: 'Form',
    openCase: 'Come back',
    case: 'Overview',
    withdraw: 'Stop',
    withdrawDone: 'Stop',
    follow: 'Follow',
    left: 'Goodbye',
    problem: 'A moment',
    toCheck: 'To check',
  },

  frame: {
    skip: 'Skip to the text',
    exit: 'Leave now',
    exitExplanation: 'Leaves this site at once and opens another page. Pressing the Shift key three times does the same.',
    helpHeading: 'Others who can help',
    helpDanger: 'In danger now? Call the emergency number where you are, such as 911, 999 or 112.',
    helpChecked: (day: string) => `We last checked these numbers on ${day}.`,
    operator: (name: string) => `This site is run by ${name}.`,
    operatorContact: 'Ask them a question',
  },

  landing: {
    heading: 'Get an intimate picture taken down',
    lead: 'Someone shared an intimate picture of you, or made one up, and you did not agree to it. That is not your fault. Here you can ask for it to be taken down.',
    start: 'Start',
    startNote: 'About five minutes. No account.',
    watched: 'Could someone see what you do on this device? Read this first.',
    comeBack: 'I have a code',
    comeBackNote: 'See what has happened, add something, or stop.',
    howHeading: 'How it works',
    how: [
      'You say where the picture is. If you have it, your own device can make a fingerprint of it. The picture itself stays with you.',
      'Your request goes to the service you choose. In the United States, a service has 48 hours from a valid request to take the picture down.',
      'You get a code. With it you come back at any time and see what has happened.',
    ],
    limitsHeading: 'What it cannot do',
    limitsServices: (names: string) => `It reaches only these services: ${names}. Other sites have forms of their own.`,
    limitsNoServices: 'No service is connected here yet, so a request cannot be sent from this page. The people below can still help.',
    limits: [
      'A person at the service decides. They may say no. You then see why, and where you can turn.',
      'Fingerprints find the same picture and many changed ones, but not all.',
      'It cannot reach pictures that someone has saved on their own phone or sends in private messages.',
    ],
    privacyHeading: 'If someone watches your phone or computer',
    privacy: [
      'Leave now, at the top of each page, closes this site at once and opens another. Pressing Shift three times does the same.',
      'It does not clear your history. It cannot hide you from an app that someone has put on your device to watch you.',
      'If you can, use a private window, or a device that nobody else uses.',
    ],
  },

  age: {
    heading: 'How old was the person in the picture when it was made?',
    lead: 'Whatever the answer, nobody here blames you. Your answer shows who can help best.',
    adult: '18 or older',
    young: 'Under 18, or not sure',
  },

  under18: {
    heading: 'These people can help best',
    lead: 'When the person in a picture was under 18, others have stronger ways to get it taken down. It is free, and nobody there will blame you.',
    noFile:
      'Please do not send the picture to anyone else, not even to show it to someone who wants to help. On this page no picture is chosen or read.',
    ownForm:
      'You can also use the report form of the service where the picture is. If it has a reason for someone under 18, choose that one.',
    danger:
      'If someone threatens you or asks for money or more pictures: you do not have to answer or pay. Tell an adult you trust, or the police.',
    changeAnswer: 'The person was 18 or older',
    checked: (day: string) => `Last checked on ${day}.`,
  },

  request: {
    heading: 'Your request',
    lead: 'Five short parts. You can send it even if something is missing: we keep what you send, and you can add the rest later with your code.',
    adultOnly: 'This page is for pictures of someone who was 18 or older.',
    notAdult: 'Under 18, or not sure?',
    part: (number: number) => `Part ${number} of 5`,
    optional: '(if you like)',
    pictures: {
      heading: 'Your pictures',
      text: 'If you have the picture, your device can make a fingerprint of it: a row of numbers that helps the service find the same picture again. You do not have it? Go on to part 2. Links are enough.',
      limits: [
        'The picture stays on your device. It is not shown on the screen.',
        'Only the fingerprint is sent, and only when you press Send. It says roughly where the picture is light and dark. Someone skilled could work out rough shapes from it.',
        'A fingerprint takes nothing down by itself. A person compares it with what is online.',
      ],
      label: 'Choose pictures: JPEG, PNG or WebP',
      withoutScript: 'Fingerprints need JavaScript, which is off in this browser. That is fine: links alone are enough.',
      panel: fingerprintPanel,
    },
    where: {
      heading: 'Where it is',
      service: 'Which service is it on?',
      serviceHint: 'Your request goes to this service and to no other.',
      servicePlaceholder: 'Choose a service',
      onlyService: (name: string) => `Your request goes to ${name} and to no other service.`,
      links: 'Links to the picture',
      linksHint: 'One on each line. You can copy a link from the bar at the top of the browser, or with Share.',
      howToFind: 'No link? Say how to find it',
      howToFindHint: 'For example the name of the account or group, and the day it was posted.',
    },
    statement: {
      heading: 'Your statement',
      onBehalfOf: 'Who is asking?',
      self: 'I am the person in the picture',
      agent: 'I act for the person in the picture',
      agentAuthority: 'How may you act for the person?',
      agentAuthorityHint:
        'One line is enough, such as: she asked me to, or: I am her lawyer. Leave this empty if you are the person in the picture.',
      confirm: 'Please confirm both',
      notConsensual: 'The picture was shared without the consent of the person in it.',
      goodFaith: 'I say this in good faith. It is true as far as I know.',
      details: 'Anything else the service should know',
      detailsHint: 'You do not have to tell your story. Please do not name the person who shared it.',
    },
    contact: {
      heading: 'Your name and how to reach you',
      signature: 'Type your name',
      reach: 'One way to reach you',
      reachOne: 'One of these three is enough. Choose one that nobody else reads.',
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
        'Then your code opens nothing without the PIN, and you can stop your request at once. Without a PIN, stopping takes 72 hours. At least 6 letters, digits or signs; capitals count. Nobody can find a lost PIN for you either.',
    },
    send: 'Send',
    sendNote: 'When you press Send, what you filled in goes to the service you chose. We do not tell the person who shared the picture.',
    afterwards: {
      summary: 'What happens with what I fill in?',
      lines: [
        'It goes to the service you chose. The people there who deal with your request can read it. The person who shared the picture cannot.',
        'It is stored locked. The key is kept in another place, by those who run this site.',
        'It is kept until you end your case. Nothing is deleted by itself before that.',
        'With your code you can end your case: with a PIN at once, without one after 72 hours. Then all that you filled in is deleted, and your fingerprints with it. How to reach you can be deleted as soon as you ask.',
        'What stays is the number of your request, the days, and what the service decided. A service that took the picture down keeps a fingerprint of its own. Older backups of the site may hold a locked copy for a while.',
      ],
    },
    offline: 'Your connection is off, so nothing was sent. All you filled in is still here. Switch the connection on and press Send again.',
    unreachable: 'We cannot reach the site right now. Nothing was sent, and all you filled in is still here. Try again in a minute.',
    problems: {
      heading: 'Nothing was sent yet',
      intro: 'All you filled in is still here. Please look at this:',
      service: 'Choose the service that the picture is on.',
      onBehalfOf: 'Say whether you are the person in the picture, or act for them.',
      tooManyLinks: (most: number, count: number) =>
        `One request can take ${most.toLocaleString('en')} links, and these are ${count.toLocaleString('en')}. Nothing is lost: please cut the rest out, send this, and put the rest into a second request.`,
      requestFull: (most: number) =>
        `One request can take ${most.toLocaleString('en')} links, with those that are in it already. Please put the rest into a second request, with a new code.`,
      linksTooLong: (most: number) =>
        `This is too much text for one request: at most ${most.toLocaleString('en')} letters and signs fit. Nothing is lost: please cut out a part, send this, and put the rest into a second request.`,
      howToFindTooLong: (most: number) => `Please shorten this to ${most.toLocaleString('en')} letters and signs.`,
      otherLinesTooLong: (first: string, most: number) =>
        `Some lines here are not links, such as “${first}”. Together with how to find it they may have ${most.toLocaleString('en')} letters and signs. Please shorten them, or take them out.`,
      fingerprints: 'The fingerprints could not be read. Please choose your pictures again, or go on with links alone.',
    },
  },

  openCase: {
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
  },

  case: {
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
  },

  withdraw: {
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
  },

  withdrawDone: {
    endedHeading: 'Your case has ended',
    ended: 'The services are being told. Your code now opens nothing.',
    removalStands: 'The service had said yes before. That stays so: it still has to take the picture down.',
    endedNext: 'You can send a new request at any time.',
    waitingHeading: 'Your case will end',
    waitingUntil: 'It ends on',
    waiting: 'Until then all goes on as before. If you change your mind, come back with your code, or press the button now.',
    cancel: 'Go on with my case',
    back: 'Back to your requests',
  },

  follow: {
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
  },

  left: {
    exit: { heading: 'Goodbye', text: 'Going on to another page.', link: 'Go on' },
    closed: {
      heading: 'Closed',
      text: 'Your case is closed on this device. It goes on by itself. Your code opens it again.',
    },
    idle: {
      heading: 'Closed',
      // The same for a case that ended elsewhere, a withdrawn one too: whoever holds this device learns nothing of it.
      text: 'Your case is not open on this device any more. That happens after 15 minutes, or when it was closed in another place. If the case goes on, your code opens it again.',
    },
    comeBack: 'Come back with your code',
    history: 'This browser still knows that you were here. You can clear its history in its settings.',
  },

  unwritable: 'There is a sign in this text that cannot be kept. Often it came along when the text was copied. Please type it again.',

  problem: {
    heading: {
      400: 'That did not work',
      403: 'This page was open for too long',
      404: 'There is nothing here',
      413: 'That was too much at once',
      429: 'Please wait a moment',
      500: 'Something went wrong on our side',
      503: 'We are not quite ready',
    },
    text: {
      400: 'We could not read what was sent. Please go back and try again.',
      403: 'For your safety this page stops working after a while. Please open your case again with your code.',
      404: 'The address may be mistyped, or the page is gone.',
      413: 'Please send fewer pictures or shorter texts. You can send the rest in a second request.',
      429: 'There were many attempts in a short time. This protects the codes of others.',
      500: 'It is not your fault. Nothing was half done. Please try again in a few minutes.',
      503: 'Please try again in a few minutes. What you sent before is safe.',
    },
    wait: (minutes: number) => (minutes <= 1 ? 'You can try again in a minute.' : `You can try again in ${minutes} minutes.`),
    start: 'To the start',
    comeBack: 'Come back with your code',
  },

  time: {
    /** Set after a time in the site's zone. */
    inZone: (zone: string) => `(${zone})`,
    /** Set by script after a time in the device's own zone. */
    yourTime: 'your time',
  },
} as const;
