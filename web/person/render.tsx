/** What does this room offer to the server? Each of her pages as a function of its model, the addresses they live at, and what her forms say. */
export { type AddPicturesForm, readAddPictures, renderAddPictures, takesPictures } from './add-pictures.tsx';
export { renderAgeQuestion } from './age.tsx';
export { renderCase } from './case.tsx';
export { disagreeTextAtMost, isSideAnswer, readDisagreeForm } from './disagree.tsx';
export { type DownloadModel, downloadName, renderDownload } from './download.tsx';
export { renderFollow } from './follow.tsx';
export {
  type AskedOf,
  askedIn,
  type Fields,
  fieldLimits,
  fieldNames,
  type MissingForm,
  type OpenCaseForm,
  type RequestForm,
  readCsrf,
  readFollowCodeForm,
  readFollowForm,
  readMissingForm,
  readOpenCaseForm,
  readRequestForm,
  readWithdrawForm,
  text,
  type WithdrawForm,
  writtenIn,
} from './forms.ts';
export { keepsContact, keptFields, readLater, withoutContact } from './kept-fields.ts';
export { renderLanding } from './landing.tsx';
export { renderLeft } from './left.tsx';
export { renderLetter } from './letter.tsx';
export { type LetterForm, readLetterForm, readLetterNote } from './letter-fields.ts';
export { renderLetterForm } from './letter-form.tsx';
export type {
  AddPicturesModel,
  AgeQuestionModel,
  AgeWay,
  BesideDecided,
  CaseDraft,
  CaseLetter,
  CaseModel,
  CaseNews,
  CasePart,
  CaseRequest,
  CaseWatch,
  DisagreeSaid,
  FieldProblem,
  FollowModel,
  FormWay,
  Frame,
  LandingModel,
  LeftModel,
  LetterFormModel,
  LetterModel,
  OpenCaseModel,
  PrivacyModel,
  ProblemModel,
  RequestFormModel,
  Service,
  SessionFrame,
  TakeOutModel,
  TalkModel,
  ThreatModel,
  Under18Model,
  WatchFormModel,
  WithdrawAskModel,
  WithdrawDoneModel,
} from './model.ts';
export { renderOpenCase } from './open-case.tsx';
export { helpersOf, sessionMinutes } from './page.tsx';
export { openedFor, pageBehind, paths, stillOpen } from './paths.ts';
export { inOneList } from './picture-fields.ts';
export { renderPrivacy } from './privacy.tsx';
export { renderProblem } from './problem.tsx';
export { renderRequestForm } from './request-form.tsx';
export { fieldOf, saidOfThese } from './service-fields.ts';
export { readKeepIn, readTakeOut, renderTakeOut } from './take-out.tsx';
export { readTalkForm, renderTalk, talkTextAtMost } from './talk.tsx';
export { renderThreat } from './threat.tsx';
export { renderUnder18 } from './under-18.tsx';
export { readWatchChoice, readWatchForm, type WatchForm } from './watch-fields.ts';
export { renderWatchForm } from './watch-form.tsx';
export { renderWithdrawAsk, renderWithdrawDone } from './withdraw.tsx';
export { offeredLanguages, type Speech, speechIn, speechOf, type Words, words } from './words.ts';
