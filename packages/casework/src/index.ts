/** Everything that other rooms may use of casework: legal bases, requests and their clocks, cases and their codes, decisions and what follows. */

export type { Additions } from './case/additions.ts';
export {
  CaseCode,
  type CaseCodeProblem,
  caseCodeRandomBytes,
  newCaseCode,
  type ParsedCaseCode,
  parseCaseCode,
} from './case/code.ts';
export { type CaseEvent, type CaseState, copiesTogether, type ReversedBecause, stateOf } from './case/events.ts';
export { CasePin, choosePin, type ParsedPin, type PinProblem, parsePin, pinPattern } from './case/pin.ts';
export { underSeveralLaws } from './case/several-laws.ts';
export {
  type Hidden,
  type HiddenPart,
  type HiddenSince,
  type ShownAgain,
  type Standing,
  type StandingKey,
  standing,
  standingMeanwhile,
} from './case/standing.ts';
export { type EventsUnderLaw, story } from './case/story.ts';
export { groundOf, groundWords, type TimelineEntry, type TimelineKey, timeline, unjudgedSentence } from './case/timeline.ts';
export { type WithdrawnPart, withdrawalDelayHours, withdrawalTakesEffectAt, withdrawnParts } from './case/withdrawal.ts';
export {
  type AlsoAct,
  type AlsoGround,
  type AlsoKind,
  type AlsoNamed,
  type AlsoRuled,
  actsOn,
  alsoGround,
  alsoGrounds,
  alsoGroundsFor,
  alsoKinds,
  nameOfAlso,
  noLongerAlso,
  readAlso,
  statementOfAlso,
} from './decision/also.ts';
export {
  type ComplainedOf,
  type ComplaintBy,
  type ComplaintGround,
  type ComplaintOutcome,
  type ComplaintReason,
  complaintAnswer,
  complaintGroundLabel,
  complaintGroundsFor,
  complaintLateFrom,
  complaintReasonLabel,
  complaintReasonsAgainst,
  complaintReasonsIn,
  daysToAnswer,
  decidableFrom,
  decidedAnew,
  decidedOutside,
  isReasonAgainst,
  isUnjudged,
  referredSince,
  requireComplaintGround,
  type SideAnswer,
  sideAnswers,
  sideAnswersIn,
  type Unjudged,
  unjudgedBecause,
} from './decision/complaint.ts';
export { answersTo, answerWords, findings, type TestAnswers, type TestProblem, testProblems } from './decision/content-tests.ts';
export {
  type ClaimantItem,
  type DecisionEffect,
  type DecisionInput,
  effectsOf,
  type JudgedContent,
  type ListedCode,
  type MatchFound,
  type Matter,
  type ProvedItem,
} from './decision/effects.ts';
export {
  type FoundAnswer,
  type FoundLeft,
  foundAnswers,
  foundLeftOf,
  isFoundAnswer,
  readFoundLeft,
} from './decision/found-answers.ts';
export {
  byRule,
  callsValid,
  carriedGround,
  everyMatchGround,
  groundsFor,
  limitedMatchGrounds,
  matchGrounds,
  offeredGrounds,
  referGrounds,
  requireGround,
  requireMatchGround,
  theRule,
  underAnotherLaw,
  unseenMatchGrounds,
} from './decision/grounds.ts';
export { proofQuality, proofRadius, provedBy } from './decision/proof.ts';
export {
  actsOfReversal,
  afterComplaint,
  hiddenForYoung,
  type ItemAfterReversal,
  itemAfterReversal,
  keptDown,
  noLongerListed,
  type ReversalAct,
  reopenedWords,
  restrictionTakenBack,
  statementBesideTakenBack,
  statementStandsAgain,
  statementTakenBack,
  statementTakenBackHidden,
  type TakenBackUpload,
  takenBackWithLimit,
  undoUntil,
  visibilityTakenBack,
} from './decision/reversal.ts';
export { picturesOf } from './decision/same-picture.ts';
export { needsSecondLook, type SecondLookRule, secondLookRules } from './decision/second-look.ts';
export { isFinalAnswer, type OutsideGround, outsideGrounds, outsideGroundsFor } from './decision/set-aside.ts';
export {
  complaintDays,
  complaintUntil,
  type StatedDecision,
  type StatedFacts,
  type StatedRestriction,
  type StatementOfReasons,
  statementHeld,
  statementIn,
  statementMeanwhile,
  statementOf,
} from './decision/statement.ts';
export {
  fieldsThatMustNotLeave,
  isFoundMadeUp,
  isOwedToTransparencyDatabase,
  type RemovedMedium,
  type TransparencyEntry,
  transparencyEntry,
} from './decision/transparency.ts';
export {
  type Country,
  countryOf,
  type RestrictGround,
  type RestrictReason,
  restrictGround,
  restrictGroundsOf,
  type Visibility,
  visibilities,
  visibilityFrom,
  visibilityOf,
  visibilitySentence,
  wantsMore,
} from './decision/visibility.ts';
export {
  type Catalogue,
  type InEachLanguage,
  isPlural,
  type PlacesOf,
  type PlaceValue,
  type Plural,
  type PluralForm,
  type PluralTemplate,
  partOf,
  placesIn,
  pluralForms,
  type Spoken,
  speak,
  type Template,
  type Translation,
} from './language/catalogue.ts';
export { faultsOf, formsOf, type TranslationFault } from './language/faults.ts';
export {
  bestLanguage,
  type Direction,
  directionOf,
  isLanguage,
  type Language,
  languages,
  localeOf,
  ownNameOf,
} from './language/languages.ts';
export { choiceIn, dayIn, dayOfYearIn, hourIn, listIn, numberIn, weekdayIn, weekdayOfYearIn, zoneIn } from './language/written.ts';
export {
  type DescribedService,
  describedService,
  describedServices,
  type FormQuestion,
  type KnownService,
  knownService,
  knownServices,
} from './letter/directory.ts';
export {
  type Block,
  type Letter,
  type LetterAnswers,
  type LetterLanguage,
  letterBases,
  letterLanguages,
  lettersFor,
  letterText,
  type PreparedAnswer,
  preparedAnswers,
} from './letter/letter.ts';
export { isSearchEngine, type LetterStanding, type LetterState, letterStanding, nextRoutes, type Route } from './letter/progress.ts';
export {
  type AccountStatement,
  accountStatement,
  type Intention,
  intentions,
  isCountedFiler,
  isIntention,
  isMisuseKind,
  type Measure,
  type MeasureReason,
  type MeasureRefused,
  type MeasuresBefore,
  type MisuseFacts,
  type MisuseKind,
  type MisusePolicy,
  measureAnswers,
  measureReasonsFor,
  measureRefused,
  misuseKinds,
  requireMeasureReason,
  suspendableBasis,
  suspensionDays,
  unfoundedGrounds,
} from './misuse/measures.ts';
export {
  basesFor,
  binds,
  choicesFor,
  type Force,
  forceOn,
  hoursOf,
  type ServiceFacts,
  serviceByDefault,
} from './notice/applies.ts';
export { uploaderIsNotToBeTold } from './notice/authority-order/basis.ts';
export { type BasisId, bases, basisIds, basisOf, isBasisId, type Laws, lawsWith } from './notice/bases.ts';
export {
  type ContentTest,
  type Decision,
  type ElementRule,
  type Filer,
  type Ground,
  type LegalBasis,
  type LegalElement,
  type Mark,
  type RequestGround,
  type ScopeOfCopies,
  type ServiceKind,
  type Source,
  serviceKinds,
  type Territory,
  type TestAnswer,
  territories,
  testAnswers,
} from './notice/basis.ts';
export { type CorrectionProblem, correctedLaws } from './notice/corrections.ts';
export { lawOfMemberState, memberStates } from './notice/digital-services-act/member-states.ts';
export {
  type CounterNotice,
  type CounterNoticeProblem,
  type CounterNoticeWindow,
  counterNoticeProblem,
  counterNoticeWindow,
  federalHolidays,
} from './notice/dmca/counter-notice.ts';
export { basisIn, lawsIn, lawWords, sharedLawWords } from './notice/in-language.ts';
export { type LawLine, lawLines, withLinesOf } from './notice/law-lines.ts';
export type { ReportingRoute } from './referral/route.ts';
export { reportingRoutes, routeFor, routeOf } from './referral/routes.ts';
export { hoursWords, percentWords, reportCsv, reportJson, reportText, toldWords } from './report/forms.ts';
export { monthsUntil, parsePeriod, periodOfMonths, type ReportPeriod } from './report/period.ts';
export {
  type BesideFacts,
  type ComplaintFacts,
  type ComplaintSort,
  type CountKey,
  type DecisionFacts,
  type MatchFacts,
  type MatchVerdict,
  type RemovalFacts,
  type ReportRows,
  type RequestFacts,
  type RestrictionFacts,
  type SuspensionFacts,
  type TimeKey,
  type ToldShare,
  type ToldTime,
  type TransparencyReport,
  transparencyReport,
} from './report/report.ts';
export type { Told, ToldCount } from './report/small-numbers.ts';
export {
  type AmendableField,
  type AmendedBy,
  type AmendmentRecord,
  additionsOf,
  amendableFields,
  amendmentRecord,
  withoutContact,
} from './request/amendments.ts';
export {
  type Amendment,
  amended,
  type Contact,
  type Declarations,
  placesAtMost,
  type RequestAnswers,
  type Statement,
} from './request/answers.ts';
export { type BesideAsked, type BesideFit, besideAtMost, fitOfAccount, fitOfText } from './request/beside-asked.ts';
export { type Clock, clockOf, dueAtOf, momentOf, movedMs, type ReceiptTerms, type Timetable, timetableOf } from './request/clock.ts';
export { fileCount, fileKind, filesText, noFiles, type SentFiles, sentFiles } from './request/files.ts';
export { type InterimCase, type InterimRule, interimHoursAtMost, interimRestriction, interimRuleFrom } from './request/interim.ts';
export { type ClockMark, clockMarkNames, clockMarks, type Look, lookAt, markOnce } from './request/marks.ts';
export {
  elementsFor,
  emailPattern,
  isEmailShaped,
  isPhoneShaped,
  type MissingElement,
  missingElements,
  phonePattern,
} from './request/missing.ts';
export {
  isQuestionKey,
  type QuestionKey,
  questionKeys,
  questionOf,
  questionSentence,
  questionsFor,
  type RequestQuestion,
} from './request/questions.ts';
export { parseTrackingNumber, trackingNumber, trackingNumberRandomBytes } from './request/tracking.ts';
export { type CaseworkWords, caseworkCatalogues, caseworkIn } from './words/catalogue.ts';
