/** What does she read before she decides to ask: on the first page, at the question of age, and where others help better? */

export const landing = {
  heading: 'Get an intimate picture taken down',
  lead: 'Someone shared an intimate picture of you, or made one up, and you did not agree to it. That is not your fault. Here you can ask for it to be taken down.',
  start: 'Start',
  startNote: 'About five minutes. No account.',
  watched: 'Could someone see what you do on this device? Read this first.',
  comeBack: 'I have a code',
  comeBackNote: 'See what has happened, add something, or end it.',
  howHeading: 'How it works',
  how: [
    'You say where the picture is. If you have it, your own device can make a fingerprint of it. The picture itself stays with you.',
    'Your request goes to the service you choose. In the United States, a service has 48 hours to take the picture down. They run from when your request comes in.',
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
} as const;

export const age = {
  heading: 'How old was the person in the picture when it was made?',
  lead: 'Whatever the answer, nobody here blames you. Your answer shows who can help best.',
  adult: '18 or older',
  young: 'Under 18, or not sure',
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
  checked: (day: string) => `Last checked on ${day}.`,
} as const;
