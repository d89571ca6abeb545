/** What does she read about who keeps what here, and for how long? */

export const privacy = {
  heading: 'What is kept here, and for how long',
  lead: 'Your pictures are not kept here: they stay on your device. This page says what is kept, why, and when it goes.',
  whoHeading: 'Who answers for it',
  nobody: 'The people who run this site have not yet said who they are. Until they do, nothing is deleted because of its age.',
  /** An address, as a link. */
  contact: 'To ask about data, reach them here: {contact}',
  /** In the operator's own words. */
  why: 'The reason in law why they may keep it: {reason}',
  keptHeading: 'What is kept',
  answers:
    'What you write in a request: the places, your name, how to reach you. It is stored locked, and the key is not stored beside it.',
  ended: '{days} after the request has ended. You can erase how to reach you at any time before.',
  fingerprints:
    'The fingerprints of your pictures. They describe a picture roughly. Nobody can see your picture in one, but a very similar picture could be recognised by it.',
  claim:
    'As long as you, or the service that took the picture down, want the picture to stay down. Where a service looks out for it: until the day that your case shows.',
  letters: 'What you write to another site. It is stored locked, and nothing of it is sent from here.',
  drafts: 'What you fill in and save to send it later. It is stored locked, and no service is told.',
  talks: 'What you write with a helper, and the answers. It is stored locked.',
  lettersHow: 'Until you delete it or end your case, or {days} after you last came back to it.',
  draftsHow: '{days} after you last saved it, or until you send it, delete it or end your case.',
  uploads:
    'What people upload to the services: its number there, its address and its fingerprints, not the picture. This is how copies that came before you asked are found.',
  uploadsHow: '{days}. If it looked like a listed picture or somebody asked about it: {matchedDays} after that was over.',
  notes: 'What the people at the service write down about a decision. It is stored locked too.',
  notesHow: '{days} after the decision.',
  ledger: 'A list of what was done when, so that nobody can change it unseen. It has no names, no words of yours and no pictures.',
  ledgerHow: 'It is never shortened.',
  longer: 'As long as something is still open about a request or an upload, it is kept longer.',
  never:
    'No account, no tracking, no visitor numbers. Your browser holds one short note while a form or your case is open, and none after you leave. What you fill in stays locked in an open form, so that it is still there when the page loads again. The key is gone once you leave, and after 15 minutes without use.',
  link: 'What is kept here, and for how long',
} as const;
