/** What does she read in the file that she takes with her, and beside the link to it? */

export const download = {
  /** Neutral: it is seen in the list of downloads. */
  title: 'Overview',
  heading: 'Your case, as it stood on {moment}',
  intro:
    'This file holds what you sent or saved, what has happened so far, and a receipt for each request that was sent. It is only for you. No picture is in it.',
  link: 'Save everything as one file',
  note: 'The file holds what you wrote and the links. Anyone who uses this device can open it. If that is a risk, print it or keep it in another place.',
  saved: 'It is called overview.html.',
  receipts: 'Receipts',
  receiptsNote:
    'A receipt is signed by this site. It proves that a request came in, and when. It does not prove who sent it, or that it is true: nobody checked that. Somebody you trust, or an authority, can check the signature without this site, with the program Likeness: likeness receipt verify.',
  data: 'The same for a program',
  dataNote: 'The same stands here again, in a form that programs can read. A browser does not show it.',
  printed: 'Times are in {zone}.',
} as const;
