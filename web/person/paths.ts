/** At which addresses do her pages live? One list for pages, server and tests. No address ever carries a code, a PIN or a number of a request. */
export const paths = {
  landing: '/',
  /** GET; what is kept here and for how long. */
  privacy: '/data',
  /** The question of age, on the way to each form. */
  age: '/start',
  ageLink: '/start/link',
  ageForSomeone: '/start/for-someone',
  ageAhead: '/ahead/start',
  under18: '/who-can-help',
  /** GET the form; POST files or saves it and answers 303 to `case`, or the form again with what to correct. */
  request: '/request',
  /** GET the form without pictures, and the one for whoever acts for another; both post to `request`. */
  requestLink: '/request/link',
  requestForSomeone: '/request/for-someone',
  /** GET what to do first when somebody threatens to share a picture. */
  threat: '/ahead',
  /** GET the form; POST asks services to look out for a picture, and answers 303 to `case`, or the form again. */
  watch: '/ahead/form',
  /** POST; goes on with one of these for another while, or ends it; answers 303 to `case`. */
  watchLonger: '/case/longer',
  watchEnd: '/case/ahead/end',
  /** GET the form without pictures, for somebody who was or may have been under 18; it posts to `request`. */
  requestYoung: '/request/links-only',
  /** GET the form; POST opens and answers 303 to `case`, or the form again. */
  openCase: '/case/open',
  /** GET, on the way to the page in `?to=` that a case was opened for; answers 303 to it, or to `openCase` where the browser kept no cookie. */
  opened: '/case/opened',
  /** GET. */
  case: '/case',
  /** GET everything as one file, under a neutral name. */
  download: '/case/overview',
  /** GET what she and a helper write; POST writes, and answers 303 to it, or the page again. */
  talk: '/case/talk',
  /** POST; erases it all, answers 303 to `talk`. */
  deleteTalk: '/case/talk/delete',
  /** GET the form of a request to a service elsewhere, within an open case or with a new code; POST keeps it and answers 303 to `letter` or `case`. */
  ageElsewhere: '/elsewhere/start',
  elsewhere: '/elsewhere',
  /** GET the finished text; `?which=` counts them from 1. */
  letter: '/case/letter',
  /** GET one as a file. */
  letterFile: '/case/letter/file',
  /** POST what became of it; answers 303 to `case`. */
  letterNoted: '/case/letter/noted',
  /** GET the form of a request to another service here, within an open case, or with `?kept=` (counted from 1) one that she saved; POST files or saves it and answers 303 to `case`, or the form again. */
  another: '/case/another',
  /** POST; deletes one that she saved, answers 303 to `case`. */
  deleteDraft: '/case/another/delete',
  /** POST what was missing, or a new way to reach her; answers 303 to `case`. */
  addMissing: '/case/missing',
  /** GET the page where pictures and videos are added to requests that wait, after the question of age; POST adds them and answers 303 to `case`, or the page again. */
  ageMore: '/case/more/start',
  addPictures: '/case/more',
  /** POST; answers 303 to `case`. */
  eraseContact: '/case/contact/erase',
  /** POST what she says to a complaint about the removal; answers 303 to `case`. */
  answerComplaint: '/case/answer',
  /** POST that a refusal is wrong; answers 303 to `case`. */
  complain: '/case/complaint',
  /** GET what it means; POST asks for it. */
  withdraw: '/case/withdraw',
  /** POST; answers 303 to `case`. */
  cancelWithdrawal: '/case/withdraw/cancel',
  /** GET what taking one part of a request out means, `?which=` counts the parts of her case from 1; POST asks for it, and answers 303 to `case`, or the page again. */
  takeOut: '/case/take-out',
  /** POST; stops one that waits, answers 303 to `case`. */
  keepIn: '/case/take-out/keep',
  /** POST; ends the session on this device, answers 303 to `left`. */
  closeCase: '/case/close',
  /** GET; the session has ended. */
  left: '/left',
  /** GET; POST the secret of a follow address. */
  follow: '/follow',
  /** POST the code she was shown, and perhaps a PIN; answers 303 to `case`. */
  followCode: '/follow/code',
  /** POST by script, without a body; the key with which the browser locks a form that is not sent yet. `?open`: asked for again by a form that is open. With `stillOpen`: no key, but whether the case is open. */
  keep: '/keep',
  /** POST; ends the session and clears what the browser holds. */
  exit: '/exit',
} as const;

/** Where a page that answers a form is asked for by itself. */
const pagesBehind: Readonly<Record<string, string>> = {
  [paths.watchLonger]: paths.case,
  [paths.watchEnd]: paths.case,
  [paths.letterNoted]: paths.case,
  [paths.deleteTalk]: paths.talk,
  [paths.deleteDraft]: paths.case,
  [paths.addMissing]: paths.case,
  [paths.eraseContact]: paths.case,
  [paths.answerComplaint]: paths.case,
  [paths.complain]: paths.case,
  [paths.cancelWithdrawal]: paths.case,
  [paths.keepIn]: paths.case,
  [paths.followCode]: paths.openCase,
  [paths.closeCase]: paths.left,
  [paths.exit]: paths.left,
  [paths.keep]: paths.landing,
};

/** Asks at `keep` whether her case is open in this browser, which is use of it: 204, or 410 when its session has ended. */
export const stillOpen = 'case';

/** At which of these addresses can the page that answers at `path` be asked for again? An address that is none of them leads to the start. */
export function pageBehind(path: string): string {
  return pagesBehind[path] ?? Object.values(paths).find((each) => each === path) ?? paths.landing;
}

/** By way of `opened` to this page of hers, for a browser of which nobody knows whether it keeps cookies. */
export function openedFor(page: string): string {
  return `${paths.opened}?to=${encodeURIComponent(page)}`;
}
