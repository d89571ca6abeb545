/** What does she read before she decides to ask: on the first page, at the question of age, and where others help better? */

export const landing = {
  heading: 'Get an intimate picture taken down',
  lead: 'Someone shared an intimate picture of you, or made one up. That is not your fault. Here you can ask for it to be taken down.',
  startHeading: 'What has happened?',
  startNote: 'About five minutes. No account.',
  ways: {
    picture: 'I have the picture or video',
    link: 'I only know where it is',
    threat: 'Someone threatens to share it',
    'for-someone': 'I am acting for someone',
    young: 'The person was under 18, or I am not sure',
  },
  watched: 'Is someone watching? Read this.',
  comeBack: 'I have a code',
  comeBackNote: 'See what has happened, add something, or end it.',
  howHeading: 'How it works',
  how: [
    'You say where the picture is. If you have it, your own device can make a fingerprint of it. The picture itself stays with you.',
    'Your request goes to the service you choose. In the United States, a service has 48 hours to take the picture down. They run from when your request comes in.',
    'You get a code. With it you come back at any time and see what has happened.',
  ],
  limitsHeading: 'What it cannot do',
  limitsServices: 'From here it reaches only these services: {names}. For other sites you get a finished text to send.',
  limitsNoServices: 'No service is connected here yet, so a request cannot be sent from this page. The people below can still help.',
  elsewhere: 'Write to another site, or to a search engine',
  limits: [
    'A person at the service decides. They may say no. You then see why, and where you can turn.',
    'Fingerprints find the same picture and many changed ones, but not all.',
    'It cannot reach pictures that someone has saved on their own phone or sends in private messages.',
  ],
  privacyHeading: 'If someone watches your phone or computer',
  leaving: 'Leave now, at the top of each page, closes this page at once and opens another.',
  /** Said after it only where script runs, or only where none does. */
  leavingWithScript:
    'Other tabs of this site go with it. Pressing Shift three times does the same. An open case closes by itself after 15 minutes without use.',
  leavingWithoutScript: 'Other tabs of this site stay as they are: close them yourself. That goes for an open case, too.',
  privacy: [
    'It does not clear your history. It cannot hide you from an app that someone has put on your device to watch you.',
    'If you can, use a private window, or a device that nobody else uses.',
  ],
} as const;

export const age = {
  heading: 'How old was the person in the picture when it was made?',
  lead: 'Whatever the answer, nobody here blames you. Your answer shows who can help best.',
  adult: '18 or older',
  young: 'Under 18, or not sure',
} as const;

/** What to do first about a threat; how services look out for a picture stands with its form. */
export const threat = {
  heading: 'Someone threatens to share a picture',
  lead: 'This is not your fault. You do not have to do what they ask. Go one step at a time.',
  firstHeading: 'What to do first',
  first: [
    'Do not pay, and do not send more pictures. Most people who pay are soon asked to pay again.',
    'Stop answering. You do not have to tell them why.',
    'Keep the messages. Write down the name and address of the account, the day and the time. You do not need a copy of the picture for that.',
    'Tell the police, if you can. Such a threat is a crime in many countries. You can take someone with you.',
    'Tell one person you trust. You do not have to be alone with this.',
  ],
  keepNote: 'Whoever can look into this device can read what you save on it. You can write it on paper, or give it to someone you trust.',
  crisisHeading: 'Is it too much right now?',
  crisis: 'Please talk to someone. You do not have to give your name. Most of these lines are free, and answer day and night.',
  watchHeading: 'Services that can look out for it',
  watch:
    'Have you got the picture? These services can look out for it: {names}. The picture stays on your device. If a new upload looks like it, a person there looks at it.',
  watchNone: 'Services that look out for such pictures from here today: none. The people below can still help.',
  watchLimits: 'No other site or app sees it. It finds the same picture and many changed ones, not all.',
  watchStart: 'Ask them to look out for it',
  young: 'The person in the picture was under 18, or may have been',
  isUp: 'It is online already',
} as const;

export const under18 = {
  heading: 'These people can help best',
  lead: 'When the person in a picture was under 18, others have stronger ways to get it taken down. It is free, and nobody there will blame you.',
  noFile:
    'Please do not send the picture to anyone else, not even to show it to someone who wants to help. On this page no picture is chosen or read.',
  ownForm:
    'You can also use the report form of the service where the picture is. If it has a reason for someone under 18, choose that one.',
  here: 'You can also ask a service that is connected here to take it down. You only say where it is. Then people who know about such cases deal with it.',
  askHere: 'Ask the service, with a link only',
  danger:
    'If someone threatens you or asks for money or more pictures: you do not have to answer or pay. Tell an adult you trust, or the police.',
  changeAnswer: 'The person was 18 or older',
  checked: 'We read their pages on {day}. Nobody here has called them yet.',
  countries: 'The hotlines, country by country',
  countriesNote: 'Nobody here has called or tried these either. If one does not answer, go to inhope.org.',
} as const;
