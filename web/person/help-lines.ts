/** Who else can help, and when did somebody last look whether that is still true? Data, apart from the sentences of the pages. */

export interface HelpLine {
  readonly name: string;
  /** Whom it is for and what it does, in her words. */
  readonly text: string;
  /** Such as "United States"; null for lines that serve everyone. */
  readonly country: string | null;
  readonly href: string;
  readonly linkWords: string;
  readonly phone?: string;
  /** Where the facts were read. */
  readonly source: string;
  /** YYYY-MM-DD. */
  readonly checkedOn: string;
}

const checkedOn = '2026-11-22';

/** For pictures of people under 18. */
export const under18Lines: readonly HelpLine[] = [
  {
    name: 'Take It Down',
    text: 'For anyone in the world whose picture was made before they turned 18. Free, no name needed, and the picture stays on your device.',
    country: null,
    href: 'https://takeitdown.ncmec.org/',
    linkWords: 'takeitdown.ncmec.org',
    phone: '1-800-843-5678',
    source: 'https://takeitdown.ncmec.org/faq/',
    checkedOn,
  },
  {
    name: 'Report Remove, by Childline and the Internet Watch Foundation',
    text: 'For people under 18 in the United Kingdom. They look at it for you and try to have it removed. Childline also listens, day and night.',
    country: 'United Kingdom',
    href: 'https://www.childline.org.uk/info-advice/bullying-abuse-safety/online-mobile-safety/remove-nude-image-shared-online/',
    linkWords: 'Report Remove at childline.org.uk',
    phone: '0800 1111',
    source: 'https://www.iwf.org.uk/what-we-do/why-we-exist/report-remove',
    checkedOn,
  },
  {
    name: 'The hotline of your country',
    text: 'INHOPE brings together hotlines in about 50 countries. They take reports without your name and work to have such pictures removed.',
    country: null,
    href: 'https://www.inhope.org/EN',
    linkWords: 'Find your hotline at inhope.org',
    source: 'https://www.icmec.org/education-portal/reporting-mechanisms/',
    checkedOn,
  },
];

/** For whoever cannot bear it any more, at any hour. */
export const crisisLines: readonly HelpLine[] = [
  {
    name: '988 Lifeline',
    text: 'Call or text, free, day and night.',
    country: 'United States',
    href: 'https://988lifeline.org/',
    linkWords: '988lifeline.org',
    phone: '988',
    source: 'https://familyandcaregivertoolkit.org/988-crisis-lifeline',
    checkedOn,
  },
  {
    name: 'Samaritans',
    text: 'Free, day and night.',
    country: 'United Kingdom and Ireland',
    href: 'https://www.samaritans.org/',
    linkWords: 'samaritans.org',
    phone: '116 123',
    source: 'https://www.samaritans.org/how-we-can-help/contact-samaritan/talk-us-phone/',
    checkedOn,
  },
  {
    name: 'Find A Helpline',
    text: 'Names free lines in many countries.',
    country: null,
    href: 'https://findahelpline.com/',
    linkWords: 'findahelpline.com',
    source: 'https://findahelpline.com/',
    checkedOn,
  },
];

/** For adults; on every page. */
export const adultLines: readonly HelpLine[] = [
  {
    name: 'Image Abuse Helpline of the Cyber Civil Rights Initiative',
    text: 'Free, day and night.',
    country: 'United States',
    href: 'https://cybercivilrights.org/ccri-safety-center',
    linkWords: 'cybercivilrights.org',
    phone: '1-844-878-2274',
    source: 'https://ovc.ojp.gov/funding/awards/15povc-23-gk-01579-nonf',
    checkedOn,
  },
  {
    name: 'Helpline of the South West Grid for Learning',
    text: 'Free, for adults, Monday to Friday from 10 to 4.',
    country: 'United Kingdom',
    href: 'https://swgfl.org.uk/helplines/',
    linkWords: 'swgfl.org.uk',
    phone: '0345 6000 459',
    source: 'https://swgfl.org.uk/helplines/',
    checkedOn,
  },
  {
    name: 'StopNCII.org',
    text: 'Sends fingerprints of your pictures to many large services at once. For adults.',
    country: null,
    href: 'https://stopncii.org/',
    linkWords: 'stopncii.org',
    source: 'https://talkheart2heart.org/resources/take-it-down/',
    checkedOn,
  },
];
