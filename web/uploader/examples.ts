/** How does the uploader's page look in each of its states? What the accessibility test opens; everything is made up. */
import {
  alsoGrounds,
  caseworkIn,
  complaintAnswer,
  complaintGroundsFor,
  decidedAnew,
  decidedOutside,
  lawsWith,
  referredSince,
  type StatementOfReasons,
  statementHeld,
  statementMeanwhile,
  statementOf,
  statementOfAlso,
} from '@likeness/casework';
import { speechIn } from '../person/words.ts';
import { failedPage, type StatementModel, type StatementPage, statementPage } from './statement.tsx';

const madeAt = new Date('2026-11-22T10:00:00.000Z');
const page = { siteName: 'Likeness', timeZone: 'UTC', speech: speechIn('en'), prefix: '' };
const european = { kind: 'user-content', territories: ['EU'], follows: [], targetHours: {} } as const;

function facts(ground: string, isMatch: boolean, basis: 'digital-services-act' | 'dmca' = 'digital-services-act'): StatementOfReasons {
  const request = isMatch ? null : ({ basis, alsoUnder: [], isTrusted: false, isYoung: false } as const);
  const statement = statementOf(lawsWith(), european, { ground, decidedAt: madeAt, request, isAutomatic: false }, '2026-11-22');
  if (statement === null) throw new RangeError('a statement is owed in the Union');
  return statement;
}

function meanwhile(isAutomatic: boolean): StatementOfReasons {
  const request = { basis: 'digital-services-act', alsoUnder: [], isTrusted: false, isYoung: false } as const;
  const statement = statementMeanwhile(lawsWith(), european, { restrictedAt: madeAt, request, isAutomatic }, '2026-11-22');
  if (statement === null) throw new RangeError('a statement is owed in the Union');
  return statement;
}

function held(): StatementOfReasons {
  const statement = statementHeld(lawsWith(), european, madeAt, '2026-11-22');
  if (statement === null) throw new RangeError('a statement is owed in the Union');
  return statement;
}

function beside(index: number, act: 'remove' | 'restrict'): StatementOfReasons {
  const ground = alsoGrounds[index];
  if (ground === undefined) throw new RangeError('there is no such ground');
  return statementOfAlso(facts('valid-request', false), ground, act);
}

const open: StatementModel = {
  secret: 'a-secret',
  serviceName: 'Harbour Photos',
  contentId: 'photo-48213-with-a-very-long-name-that-has-to-break-somewhere-on-a-small-phone',
  madeAt,
  facts: facts('valid-request', false),
  isTakenBack: false,
  isShownAgain: false,
  newerSecret: null,
  isRemovedSince: false,
  mayComplainUntil: new Date('2027-05-25T10:00:00.000Z'),
  complaint: null,
  isFiledNow: false,
};
const filed: StatementModel = { ...open, mayComplainUntil: null, complaint: { filedAt: madeAt, decidedAt: null, answer: null } };
const answered = (index: number, isMeanwhile = false, isShownAgain = true): StatementModel['complaint'] => {
  const ground = complaintGroundsFor('uploader')[index];
  if (ground === undefined) throw new RangeError('there is no such answer');
  return { filedAt: madeAt, decidedAt: madeAt, answer: complaintAnswer(caseworkIn('en'), { ...ground, isMeanwhile, isShownAgain }) };
};
const show = (statement: StatementModel | null, problems: StatementPage['problems'] = []) =>
  statementPage({ ...page, statement, problems });

export const examplePages: Readonly<Record<string, () => string>> = {
  'address asked for': () => show(null),
  'address that opens nothing': () => show(null, [{ field: 'secret', sentence: 'This address opens nothing.' }]),
  'something went wrong': () => failedPage({ ...page, status: 500, secret: 'a-secret', typed: 'It is my own picture.\nI took it in May.' }),
  'not quite ready': () => failedPage({ ...page, status: 503, retryAfterSeconds: 70, secret: 'a-secret', typed: '' }),
  'could not be read': () => failedPage({ ...page, status: 400, secret: '', typed: '' }),
  statement: () => show(open),
  'statement after a match': () => show({ ...open, facts: facts('same-picture', true) }),
  'statement after a copyright notice': () =>
    show({ ...open, facts: facts('valid-request', false, 'dmca'), complainedOf: 'taken-away-for-copyright' }),
  'statement of own rules': () => show({ ...open, facts: facts('own-rules', false) }),
  'statement of words that were removed': () => show({ ...open, facts: beside(0, 'remove') }),
  'statement of a hidden link': () => show({ ...open, facts: beside(2, 'restrict') }),
  'statement of a suspended account': () => show({ ...open, facts: beside(4, 'restrict') }),
  'statement of what is hidden until somebody decides': () => show({ ...open, facts: meanwhile(true) }),
  'statement of what a match holds until somebody decides': () => show({ ...open, facts: held() }),
  'hidden, complaint to correct': () =>
    show({ ...open, facts: meanwhile(true), entered: { reason: '', text: 'It is my own picture.' } }, [
      { field: 'reason', sentence: 'Please choose why it is wrong to hide it.' },
    ]),
  'hidden, complaint open': () => show({ ...filed, facts: meanwhile(true) }),
  'hidden, complaint rejected': () => show({ ...filed, facts: meanwhile(true), complaint: answered(6, true) }),
  'hidden, complaint upheld': () =>
    show({ ...filed, facts: meanwhile(true), isTakenBack: true, isShownAgain: true, complaint: answered(1, true) }),
  'hidden, complaint rejected, and removed since': () =>
    show({ ...open, facts: meanwhile(true), isRemovedSince: true, complaint: answered(6, true) }),
  'hidden until somebody decided, and removed since': () => show({ ...open, facts: meanwhile(false), isRemovedSince: true }),
  'hidden until somebody decided, and shown again': () =>
    show({ ...open, facts: meanwhile(false), mayComplainUntil: null, isTakenBack: true, isShownAgain: true }),
  'statement of a post that only fewer people see': () => show({ ...open, facts: facts('rules-age-gate', false) }),
  'statement of a post that is not shown in one country': () => show({ ...open, facts: facts('illegal-there-de', false) }),
  'statement of a post that only fewer people see, after a match': () => show({ ...open, facts: facts('rules-not-recommended', true) }),
  'shown to everybody again': () =>
    show({ ...open, facts: facts('rules-age-gate', false), mayComplainUntil: null, isTakenBack: true, isShownAgain: true }),
  'decided since, and seen by fewer people': () => show({ ...open, facts: meanwhile(false), isRemovedSince: true, isLimitedSince: true }),
  'seen by fewer people, and removed since': () => show({ ...open, facts: facts('rules-age-gate', false), newerSecret: 'another' }),
  'limit taken back, complaint upheld, and removed since': () =>
    show({
      ...filed,
      facts: facts('rules-age-gate', false),
      isTakenBack: true,
      newerSecret: 'another',
      complaint: answered(0, false, false),
    }),
  'removal taken back, and another one stands': () => show({ ...open, mayComplainUntil: null, isTakenBack: true, newerSecret: 'another' }),
  'no longer hidden, and not shown': () => show({ ...open, facts: meanwhile(false), mayComplainUntil: null, isTakenBack: true }),
  'complaint to correct': () =>
    show({ ...open, entered: { reason: '', text: 'It is my own picture.' } }, [
      { field: 'reason', sentence: 'Please choose why the decision is wrong.' },
    ]),
  'complaint came in': () => show({ ...filed, isFiledNow: true }),
  'complaint open': () => show(filed),
  'complaint in other words, not taken': () => show({ ...filed, notTaken: 'And I can show when I took it.' }),
  'complaint after its time, not taken': () => show({ ...open, mayComplainUntil: null, notTaken: 'I took it myself.' }),
  'complaint upheld': () => show({ ...filed, isTakenBack: true, isShownAgain: true, complaint: answered(0) }),
  'complaint settled outside': () =>
    show({
      ...filed,
      isTakenBack: true,
      isShownAgain: true,
      complaint: { filedAt: madeAt, decidedAt: madeAt, answer: decidedOutside.uploader.answer },
    }),
  'complaint closed, for it is decided anew': () =>
    show({
      ...filed,
      facts: facts('rules-age-gate', false),
      complaint: { filedAt: madeAt, decidedAt: madeAt, answer: complaintAnswer(caseworkIn('en'), { ...decidedAnew, isShownAgain: false }) },
    }),
  'complaint closed, and nobody judges it': () =>
    show({ ...filed, complaint: { filedAt: madeAt, decidedAt: madeAt, answer: referredSince.uploader.answer } }),
  'complaint rejected': () => show({ ...filed, complaint: answered(6) }),
  'taken back without a complaint': () => show({ ...open, mayComplainUntil: null, isTakenBack: true, isShownAgain: true }),
  'six months later': () => show({ ...open, mayComplainUntil: null }),
};
