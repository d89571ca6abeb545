/** What do the console's forms send, and how is it read? Names of fields in one place; reading never throws and keeps every text within its limit. */
import {
  type AlsoRuled,
  type ComplaintOutcome,
  type Decision,
  type FoundAnswer,
  isFoundAnswer,
  isQuestionKey,
  type QuestionKey,
  readAlso,
  type TestAnswer,
  testAnswers,
} from '@likeness/casework';
import type { DeskPreferences } from './account-model.ts';
import type { PolicyForm } from './bank-model.ts';
import type { MeasureForm } from './misuse-model.ts';

/** A posted form, as it was parsed: a field that came twice is a list. */
export type Fields = Readonly<Record<string, string | readonly string[] | undefined>>;

export const fieldNames = {
  csrf: 'csrf',
  about: 'about',
  code: 'code',
  name: 'name',
  password: 'password',
  serviceName: 'service',
  next: 'next',
  ruling: 'ruling',
  note: 'note',
  isAdult: 'certainly-adult',
  adult: 'adult-because',
  unscreened: 'unscreened',
  allPlaces: 'all-places',
  isForAll: 'for-all',
  foundRest: 'found-rest',
  keepAnswers: 'keep-answers',
  also: 'also',
  shown: 'shown',
  isConfirmed: 'confirmed',
  isRefused: 'refused',
  questions: 'questions',
  isRestricted: 'restricted',
  route: 'route',
  reference: 'reference',
  reason: 'reason',
  intention: 'intention',
  platform: 'platform',
  label: 'label',
  scopes: 'scopes',
  url: 'url',
  previewUrl: 'preview',
  onMatch: 'on-match',
  radius: 'radius',
  ratio: 'ratio',
  role: 'role',
  reveal: 'reveal',
  isGrey: 'grey',
  isSmall: 'small',
  hasShortcuts: 'shortcuts',
  anHour: 'an-hour',
  aDay: 'a-day',
  search: 'search',
  answer: 'answer',
  uploaderRef: 'uploader',
  receivedOn: 'received-on',
  why: 'why',
} as const;

export const fieldLimits = {
  name: 100,
  password: 200,
  code: 200,
  note: 2000,
  label: 100,
  reference: 200,
  url: 2048,
  radius: 300,
  ratio: 10,
  search: 200,
  uploaderRef: 200,
} as const;

/** The least length of a password; access/moderators.ts refuses shorter ones. */
export const passwordLeast = 12;

function all(fields: Fields, name: string): readonly string[] {
  const given = fields[name];
  if (given === undefined) return [];
  return typeof given === 'string' ? [given] : given;
}

/** The first value, without spaces around it, line ends as one character; a longer one is cut after `most + 1`, so that it still reads as too long. */
function text(fields: Fields, name: string, most: number): string {
  return (all(fields, name)[0] ?? '')
    .replaceAll('\r\n', '\n')
    .trim()
    .slice(0, most + 1);
}

/** The one value of a choice; empty where two that differ came, for nobody can say which was meant. */
function choice(fields: Fields, name: string, most: number): string {
  return hasTwo(fields, name) ? '' : text(fields, name, most);
}

/** Whether a form that chooses one thing came with two. */
function hasTwo(fields: Fields, name: string): boolean {
  return new Set(all(fields, name)).size > 1;
}

/** The token of a form; compare it in constant time. */
export function readCsrf(fields: Fields): string {
  return text(fields, fieldNames.csrf, 200);
}

export interface FirstRunForm {
  readonly code: string;
  readonly name: string;
  /** As typed: spaces count. */
  readonly password: string;
  readonly serviceName: string;
}

/** The code alone, or the whole link with the code after its `#`. */
function codeOf(fields: Fields): string {
  const given = text(fields, fieldNames.code, 2048);
  return given.slice(given.lastIndexOf('#') + 1, given.lastIndexOf('#') + 1 + fieldLimits.code);
}

/** Reads POST `paths.firstRun`. */
export function readFirstRunForm(fields: Fields): FirstRunForm {
  return {
    code: codeOf(fields),
    name: text(fields, fieldNames.name, fieldLimits.name),
    password: passwordOf(fields),
    serviceName: text(fields, fieldNames.serviceName, fieldLimits.name),
  };
}

/** Reads POST `paths.password`. */
export function readPasswordForm(fields: Fields): Pick<FirstRunForm, 'code' | 'password'> {
  return { code: codeOf(fields), password: passwordOf(fields) };
}

export interface SignInForm {
  readonly name: string;
  readonly password: string;
  readonly next: string;
}

export function readSignInForm(fields: Fields): SignInForm {
  return { name: text(fields, fieldNames.name, fieldLimits.name), password: passwordOf(fields), next: text(fields, fieldNames.next, 300) };
}

function passwordOf(fields: Fields): string {
  return (all(fields, fieldNames.password)[0] ?? '').slice(0, fieldLimits.password + 1);
}

export interface RulingForm {
  /** As it was chosen, to show the page again; null when nothing was. */
  readonly chosen: string | null;
  /** Two rulings that differ came in one form: neither counts. */
  readonly hasTwo: boolean;
  readonly decision: Decision | null;
  readonly ground: string;
  readonly note: string;
  /** Whether the person is said to have been certainly 18 or older, and how that is known. */
  readonly isAdult: boolean;
  readonly adult: string;
  readonly unscreened: readonly string[];
  /** Every place on the page, whatever was ticked one by one. */
  readonly allPlaces: boolean;
  /** What was answered of uploads that were found by the requester's fingerprints, by inner reference. */
  readonly ofFound: Readonly<Record<string, FoundAnswer>>;
  /** Those on the page without an answer show something else. */
  readonly foundRest: boolean;
  /** What was answered is to be kept, and nothing decided yet. */
  readonly keepsAnswers: boolean;
  /** Also for the uploads that stand on other pages. */
  readonly isForAll: boolean;
  /** What is acted on beside the uploads. */
  readonly also: readonly AlsoRuled[];
  /** Choices beside the uploads that say nothing that can be done, counted from 1: what is not understood is not passed over. */
  readonly alsoUnread: readonly number[];
  /** Marks of what stood on the page, as the server wrote them. */
  readonly shown: readonly string[];
  /** What was answered, by law and key of the question. */
  readonly tests: Readonly<Record<string, Readonly<Record<string, TestAnswer>>>>;
  /** Of what a colleague proposed: whether this is a no. */
  readonly isRefused: boolean;
  /** Of a referral: whether it was asked for once more. */
  readonly isConfirmed: boolean;
}

/** The value of one choice: the decision and its ground in one, so that the two can never disagree. */
export function rulingValue(decision: Decision, ground: string): string {
  return `${decision}:${ground}`;
}

/** Of what a withdrawn request said of somebody under 18: the choice that is no decision. */
export const certainlyAdult = 'adult:certainly';

/** The name of the field of one question of one law. */
export function testField(law: string, key: string): string {
  return `test_${law}_${key}`;
}

/** The name of the field of an upload that was found by the requester's fingerprints. */
export function foundField(ref: string): string {
  return `found_${ref}`;
}

function ofFoundIn(fields: Fields): RulingForm['ofFound'] {
  return Object.fromEntries(
    Object.keys(fields).flatMap((name) => {
      const [, ref] = /^found_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(name) ?? [];
      const answer = choice(fields, name, 40);
      return ref === undefined || !isFoundAnswer(answer) ? [] : [[ref, answer]];
    }),
  );
}

function testsIn(fields: Fields): RulingForm['tests'] {
  const tests: Record<string, Record<string, TestAnswer>> = {};
  for (const name of Object.keys(fields)) {
    const [, law, key] = /^test_([a-z-]{1,40})_([a-z-]{1,40})$/.exec(name) ?? [];
    const answer = testAnswers.find((one) => one === text(fields, name, 10));
    if (law === undefined || key === undefined || answer === undefined) continue;
    tests[law] = { ...tests[law], [key]: answer };
  }
  return tests;
}

/** The value of one choice: what is done to one thing, and why, so that no two fields can disagree. */
export const alsoValue = ({ kind, contentId, link, act, ground }: AlsoRuled): string =>
  JSON.stringify({ kind, contentId, link, act, ground });

function alsoIn(value: string): AlsoRuled | null {
  try {
    return readAlso(JSON.parse(value));
  } catch {
    return null;
  }
}

/** Reads POST `paths.decideRequest` and `paths.decideReview`. */
export function readRulingForm(fields: Fields): RulingForm {
  const chosen = choice(fields, fieldNames.ruling, 100);
  const also = all(fields, fieldNames.also).map((value) => (value === '' ? 'left' : alsoIn(value)));
  const [, decision, ground] = /^(remove|restrict|keep|refer):([a-z0-9-]+)$/.exec(chosen) ?? [];
  return {
    chosen: chosen === '' ? null : chosen,
    hasTwo: hasTwo(fields, fieldNames.ruling),
    decision: decision === 'remove' || decision === 'restrict' || decision === 'keep' || decision === 'refer' ? decision : null,
    ground: ground ?? '',
    note: text(fields, fieldNames.note, fieldLimits.note),
    isAdult: text(fields, fieldNames.isAdult, 10) === 'yes',
    adult: text(fields, fieldNames.adult, fieldLimits.note),
    // Never cut: what was ticked and lost here would be called removed. The size of the form is the limit.
    unscreened: all(fields, fieldNames.unscreened),
    allPlaces: text(fields, fieldNames.allPlaces, 10) === 'yes',
    ofFound: ofFoundIn(fields),
    foundRest: text(fields, fieldNames.foundRest, 10) === 'yes',
    keepsAnswers: text(fields, fieldNames.keepAnswers, 10) === 'yes',
    isForAll: text(fields, fieldNames.isForAll, 10) === 'yes',
    also: also.flatMap((one) => (one === null || one === 'left' ? [] : [one])),
    alsoUnread: also.flatMap((one, place) => (one === null ? [place + 1] : [])),
    shown: all(fields, fieldNames.shown),
    tests: testsIn(fields),
    isRefused: text(fields, fieldNames.isRefused, 10) === 'yes',
    isConfirmed: text(fields, fieldNames.isConfirmed, 10) === 'yes',
  };
}

export interface SetupForm {
  readonly platformId: string;
  readonly name: string;
  readonly label: string;
  readonly scopes: readonly string[];
  readonly url: string;
  readonly previewUrl: string;
}

/** Reads every POST of the setup page; each form fills its own fields. */
export function readSetupForm(fields: Fields): SetupForm {
  return {
    platformId: text(fields, fieldNames.platform, 40),
    name: text(fields, fieldNames.name, fieldLimits.name),
    label: text(fields, fieldNames.label, fieldLimits.label),
    scopes: all(fields, fieldNames.scopes).slice(0, 20),
    url: text(fields, fieldNames.url, fieldLimits.url),
    previewUrl: text(fields, fieldNames.previewUrl, fieldLimits.url),
  };
}

/** Reads POST `paths.people` and `paths.changeRole`. */
export function readPersonForm(fields: Fields): { readonly name: string; readonly role: string } {
  return { name: text(fields, fieldNames.name, fieldLimits.name), role: text(fields, fieldNames.role, 20) };
}

/** Reads POST `paths.preferences`. */
export function readPreferencesForm(fields: Fields): DeskPreferences {
  return {
    reveal: text(fields, fieldNames.reveal, 10) === 'hold' ? 'hold' : 'press',
    isGrey: text(fields, fieldNames.isGrey, 10) === 'yes',
    isSmall: text(fields, fieldNames.isSmall, 10) === 'yes',
    hasShortcuts: text(fields, fieldNames.hasShortcuts, 10) === 'yes',
  };
}

/** Reads POST `paths.ownLimits`. */
export function readLimitsForm(fields: Fields): { readonly anHour: string; readonly aDay: string } {
  return { anHour: text(fields, fieldNames.anHour, 10), aDay: text(fields, fieldNames.aDay, 10) };
}

/** Reads the POSTs about passkeys; each form fills its own fields. */
export function readPasskeyForm(fields: Fields): { readonly answer: string; readonly name: string; readonly next: string } {
  return {
    answer: text(fields, fieldNames.answer, 40_000),
    name: text(fields, fieldNames.name, fieldLimits.name),
    next: text(fields, fieldNames.next, 300),
  };
}

/** Reads POST `paths.search`. */
export function readSearchForm(fields: Fields): { readonly text: string } {
  return { text: text(fields, fieldNames.search, fieldLimits.search).slice(0, fieldLimits.search) };
}

/** Reads the POSTs about what is kept of an uploader. */
export function readUploaderForm(fields: Fields): { readonly platformId: string; readonly uploaderRef: string } {
  return {
    platformId: text(fields, fieldNames.platform, 40),
    uploaderRef: text(fields, fieldNames.uploaderRef, fieldLimits.uploaderRef),
  };
}

/** Reads POST `paths.bankPolicy`. */
export function readPolicyForm(fields: Fields): PolicyForm {
  return {
    onMatch: text(fields, fieldNames.onMatch, 20),
    radius: text(fields, fieldNames.radius, fieldLimits.radius),
    ratio: text(fields, fieldNames.ratio, fieldLimits.ratio),
  };
}

/** Everything of a ruling as hidden fields, for the page that asks once more. */
export function rulingFields(form: RulingForm): { readonly name: string; readonly value: string }[] {
  const { chosen, note, unscreened, allPlaces, ofFound, isForAll, shown } = form;
  return [
    { name: fieldNames.ruling, value: chosen ?? '' },
    { name: fieldNames.note, value: note },
    ...unscreened.map((value) => ({ name: fieldNames.unscreened, value })),
    ...(allPlaces ? [{ name: fieldNames.allPlaces, value: 'yes' }] : []),
    ...Object.entries(ofFound).map(([ref, value]) => ({ name: foundField(ref), value })),
    ...(isForAll ? [{ name: fieldNames.isForAll, value: 'yes' }] : []),
    ...shown.map((value) => ({ name: fieldNames.shown, value })),
  ];
}

/** What a lead enters of a decision from outside. */
export interface SetAsideEntered {
  readonly ground: string;
  readonly note: string;
  /** Of a counter-notice: the day on which it came, as typed. */
  readonly receivedOn: string;
  /** The same: why it is shown again on another day than the law names. */
  readonly why: string;
  /** The picture that it is about, by one of its acts, or `whole`; empty: not chosen. */
  readonly about: string;
}

export const wholeDecision = 'whole';

/** Reads POST `paths.setAside`. */
export function readSetAsideForm(fields: Fields): SetAsideEntered {
  return {
    ground: choice(fields, fieldNames.ruling, 40),
    note: text(fields, fieldNames.note, fieldLimits.note),
    receivedOn: text(fields, fieldNames.receivedOn, 20),
    why: text(fields, fieldNames.why, fieldLimits.note),
    about: choice(fields, fieldNames.about, 40),
  };
}

export interface AskForm {
  readonly questions: readonly QuestionKey[];
  /** What it names is to be kept from being seen meanwhile. */
  readonly isRestricted: boolean;
}

/** Reads POST `paths.askRequest`. */
export function readAskForm(fields: Fields): AskForm {
  return {
    questions: all(fields, fieldNames.questions).filter(isQuestionKey),
    isRestricted: text(fields, fieldNames.isRestricted, 10) === 'yes',
  };
}

export interface ComplaintForm {
  /** As it was chosen, to show the page again; null when nothing was. */
  readonly chosen: string | null;
  /** Two answers that differ came in one form: neither counts. */
  readonly hasTwo: boolean;
  readonly outcome: ComplaintOutcome | null;
  readonly ground: string;
  readonly note: string;
}

/** Reads POST `paths.decideComplaint`. */
export function readComplaintForm(fields: Fields): ComplaintForm {
  const chosen = choice(fields, fieldNames.ruling, 100);
  const [, outcome, ground] = /^(upheld|rejected):([a-z0-9-]+)$/.exec(chosen) ?? [];
  return {
    chosen: chosen === '' ? null : chosen,
    hasTwo: hasTwo(fields, fieldNames.ruling),
    outcome: outcome === 'upheld' || outcome === 'rejected' ? outcome : null,
    ground: ground ?? '',
    note: text(fields, fieldNames.note, fieldLimits.note),
  };
}

/** Reads POST `paths.takeMeasure` and `paths.judgeMeasure`. */
export function readMeasureForm(fields: Fields): MeasureForm {
  return {
    measure: choice(fields, fieldNames.ruling, 40),
    reason: text(fields, fieldNames.reason, 40),
    intention: text(fields, fieldNames.intention, 40),
  };
}

export interface ReferralForm {
  readonly route: string;
  readonly reference: string;
  readonly reason: string;
}

/** Reads POST `paths.reportReferral` and `paths.closeReferral`. */
export function readReferralForm(fields: Fields): ReferralForm {
  return {
    route: text(fields, fieldNames.route, 40),
    reference: text(fields, fieldNames.reference, fieldLimits.reference),
    reason: text(fields, fieldNames.reason, fieldLimits.note),
  };
}

/** The page to go back to, as the form names it; check that it is one of ours. */
export function readNext(fields: Fields): string {
  return text(fields, fieldNames.next, 300);
}
