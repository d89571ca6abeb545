/** How do the pages about complaints look? */
import { caseworkIn, complaintAnswer, complaintGroundsFor, decidedAnew, decidedOutside, referredSince } from '@likeness/casework';
import type { ComplaintModel, ComplaintRow, MeasureComplaintRow } from '../complaint-model.ts';
import { complaintPage, complaintsPage } from '../complaints.tsx';
import { fieldNames } from '../fields.ts';
import { ago, decision, frame, now } from './made-up.ts';

const complaint: ComplaintModel = {
  ...frame,
  complaintId: '0b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d14',
  serviceName: 'Harbour photos',
  by: 'uploader',
  via: 'page',
  reason: 'depicted',
  reasonLabel: 'I am the person in the picture',
  text: 'This is me on my own account. Somebody who is angry with me asked for it.',
  filedAt: ago(70),
  decidableAt: ago(4),
  contentId: 'photo-48213',
  beside: null,
  of: { kind: 'request', id: 'LK-7Q2M-9XKA-0RTE-5' },
  decision,
  meanwhile: null,
  isTakenBack: false,
  isEnded: false,
  otherSide: {
    askedAt: ago(70),
    answeredAt: ago(4),
    endedAt: null,
    answerLabel: 'Please keep it down.',
    text: 'I never said yes.',
  },
  alsoGivenBack: [],
  rest: [],
  openOfTheOtherSide: [],
  state: 'open',
  judged: null,
  grounds: complaintGroundsFor('uploader'),
  news: null,
};
const judged: ComplaintModel['judged'] = {
  outcome: 'upheld',
  unjudged: null,
  groundLabel: 'Whoever posted it is the person in it',
  answer: complaintGroundsFor('uploader')[0]?.answer ?? '',
  by: 'Ines Moreau',
  at: ago(1),
  note: 'The account is six years old and shows the same person throughout.',
};
const complaintRows: ComplaintRow[] = [
  {
    complaintId: complaint.complaintId,
    serviceName: 'Harbour photos',
    by: 'uploader',
    reasonLabel: complaint.reasonLabel,
    filedAt: ago(70),
    decidableAt: ago(4),
    isOwnDecision: false,
    isMeanwhile: false,
    waitsForYoung: false,
    asideUntil: null,
  },
  {
    complaintId: '0b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d15',
    serviceName: 'Harbour videos',
    by: 'requester',
    reasonLabel: 'Nobody agreed that it is shared',
    filedAt: ago(3),
    decidableAt: ago(3),
    isOwnDecision: true,
    isMeanwhile: false,
    waitsForYoung: false,
    asideUntil: null,
  },
  {
    complaintId: '0b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d17',
    serviceName: 'Harbour photos',
    by: 'uploader',
    reasonLabel: complaint.reasonLabel,
    filedAt: ago(2),
    decidableAt: ago(2),
    isOwnDecision: true,
    isMeanwhile: true,
    waitsForYoung: false,
    asideUntil: null,
  },
  {
    complaintId: '0b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d16',
    serviceName: 'Harbour photos',
    by: 'uploader',
    reasonLabel: 'Something else',
    filedAt: ago(2),
    decidableAt: ago(-166),
    isOwnDecision: false,
    isMeanwhile: false,
    waitsForYoung: false,
    asideUntil: ago(-90),
  },
];

const aboutALimit = {
  by: 'requester',
  via: 'case',
  reason: 'not-agreed',
  reasonLabel: 'Nobody agreed that it is shared',
  text: '',
  contentId: null,
  otherSide: null,
  decision: {
    ...decision,
    decision: 'restrict',
    ground: 'rules-age-gate',
    groundLabel: 'Our rules allow the picture only for people whose age is checked',
    actions: [],
  },
  grounds: complaintGroundsFor('requester'),
} satisfies Partial<ComplaintModel>;
const ofEnded = { ...aboutALimit, isEnded: true } satisfies Partial<ComplaintModel>;

const meanwhile: ComplaintModel = {
  ...complaint,
  decision: null,
  meanwhile: { at: ago(80), by: 'The rule', isReferred: false },
  otherSide: null,
};

const ofAMatch: ComplaintModel = {
  ...meanwhile,
  meanwhile: { at: ago(80), by: 'The match, by itself', isReferred: false },
  of: { kind: 'review', id: '3f1c1b0e-7d0a-4f4e-9a44-0a4f0c8b8c11' },
};

const measure: MeasureComplaintRow = {
  measureId: '0b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d21',
  accountKey: '5e1b4f7e43f14a3a8f7e2f6f0b1f9a01',
  serviceName: 'Harbour photos',
  kind: 'illegal-content',
  measure: 'warning',
  filedAt: ago(10),
  isOwn: false,
  hasJudge: true,
};
const [theirs, ...more] = [complaintRows[1]?.complaintId ?? '', complaintRows[3]?.complaintId ?? ''];

export const complaintPages: Readonly<Record<string, () => string>> = {
  complaints: () =>
    complaintsPage({
      ...frame,
      now,
      hasManyServices: true,
      measures: [],
      open: { rows: complaintRows, total: 4, isFirst: true, next: 'x' },
    }),
  'complaints-perhaps-under-18': () =>
    complaintsPage({
      ...frame,
      now,
      hasManyServices: false,
      measures: [],
      open: { rows: complaintRows.slice(0, 1).map((row) => ({ ...row, waitsForYoung: true })), total: 1, isFirst: true, next: null },
    }),
  'complaints-about-measures': () =>
    complaintsPage({
      ...frame,
      now,
      hasManyServices: true,
      measures: [measure, { ...measure, measureId: 'm2', measure: 'suspension', isOwn: true, hasJudge: false }],
      open: { rows: complaintRows, total: 4, isFirst: true, next: null },
    }),
  'complaints-about-a-measure-for-a-lead': () =>
    complaintsPage({
      ...frame,
      may: frame.may.filter((one) => one !== 'judge-accounts' && one !== 'manage-people'),
      now,
      hasManyServices: false,
      measures: [measure],
      open: { rows: [], total: 0, isFirst: true, next: null },
    }),
  'complaints-empty': () =>
    complaintsPage({ ...frame, now, hasManyServices: false, measures: [], open: { rows: [], total: 0, isFirst: true, next: null } }),
  'complaints-past-the-end': () =>
    complaintsPage({ ...frame, now, hasManyServices: false, measures: [], open: { rows: [], total: 3, isFirst: false, next: null } }),
  complaint: () => complaintPage(complaint),
  'complaint-about-one-of-several': () =>
    complaintPage({ ...complaint, alsoGivenBack: ['photo-48214'], rest: ['photo-48217', 'https://forum.example/albums/9'] }),
  'complaint-about-copies': () => complaintPage({ ...complaint, alsoGivenBack: ['photo-48214', 'photo-48217'] }),
  'complaint-of-both': () => complaintPage({ ...complaint, openOfTheOtherSide: [theirs] }),
  'complaint-of-the-requester-and-several-others': () =>
    complaintPage({
      ...complaint,
      by: 'requester',
      via: 'case',
      otherSide: null,
      openOfTheOtherSide: [theirs, ...more],
      grounds: complaintGroundsFor('requester'),
    }),
  'complaint-of-the-requester': () =>
    complaintPage({
      ...complaint,
      by: 'requester',
      via: 'case',
      reason: 'shown',
      reasonLabel: 'It does show me, or the person I act for',
      text: '',
      contentId: null,
      otherSide: null,
      decision: {
        ...decision,
        decision: 'keep',
        ground: 'not-depicted',
        groundLabel: 'The person cannot be recognised in it',
        actions: [],
      },
      grounds: complaintGroundsFor('requester'),
    }),
  'complaint-of-the-requester-about-a-limit': () => complaintPage({ ...complaint, ...aboutALimit }),
  'complaint-of-the-requester-who-ended-her-case': () => complaintPage({ ...complaint, ...ofEnded }),
  'complaint-of-the-requester-who-was-refused-and-ended-her-case': () =>
    complaintPage({
      ...complaint,
      ...ofEnded,
      decision: { ...ofEnded.decision, decision: 'keep', ground: 'not-depicted', groundLabel: 'The person cannot be recognised in it' },
    }),
  'complaint-of-the-requester-who-ended-her-case-judged': () =>
    complaintPage({
      ...complaint,
      ...ofEnded,
      state: 'decided',
      judged: { ...judged, groundLabel: complaintGroundsFor('requester')[0]?.labelOnceEnded ?? '' },
      news: 'decided',
    }),
  'complaint-before-a-decision': () => complaintPage(meanwhile),
  'complaint-about-a-hold': () => complaintPage(ofAMatch),
  'complaint-before-a-decision-of-own': () =>
    complaintPage({ ...meanwhile, state: 'not-yours', meanwhile: { at: ago(80), by: 'Ines Moreau', isReferred: false } }),
  'complaint-before-a-decision-rejected': () =>
    complaintPage({
      ...meanwhile,
      state: 'decided',
      news: 'decided',
      judged: {
        ...judged,
        outcome: 'rejected',
        groundLabel: 'What is said changes nothing',
        answer: complaintAnswer(caseworkIn('en'), { by: 'uploader', outcome: 'rejected', key: 'nothing-new', isMeanwhile: true }),
      },
    }),
  'complaint-waiting': () =>
    complaintPage({
      ...complaint,
      state: 'waiting',
      decidableAt: ago(-100),
      otherSide: { askedAt: ago(68), answeredAt: null, endedAt: null, answerLabel: null, text: '' },
    }),
  'complaint-after-her-case-ended': () =>
    complaintPage({ ...complaint, otherSide: { askedAt: ago(68), answeredAt: null, endedAt: ago(2), answerLabel: null, text: '' } }),
  'complaint-about-an-account-whose-picture-was-referred': () =>
    complaintPage({
      ...complaint,
      reason: 'other',
      reasonLabel: 'Something else',
      otherSide: null,
      beside: { kind: 'account', target: 'account-7', isPictureReferred: true },
      grounds: complaintGroundsFor('uploader', true),
    }),
  'complaint-perhaps-under-18': () => complaintPage({ ...complaint, state: 'may-be-young' }),
  'complaint-of-own-decision': () => complaintPage({ ...complaint, state: 'not-yours' }),
  'complaint-to-correct': () =>
    complaintPage({
      ...complaint,
      problems: [{ field: fieldNames.ruling, sentence: 'Choose an answer, and why.' }],
      entered: { ruling: null, note: 'Compared the account with the request.' },
    }),
  'complaint-moot': () => complaintPage({ ...complaint, isTakenBack: true }),
  'complaint-decided': () => complaintPage({ ...complaint, state: 'decided', judged, news: 'decided' }),
  'complaint-settled-outside': () =>
    complaintPage({
      ...complaint,
      state: 'decided',
      isTakenBack: true,
      otherSide: { askedAt: ago(70), answeredAt: null, endedAt: null, answerLabel: null, text: '' },
      judged: {
        ...judged,
        unjudged: 'outside',
        groundLabel: decidedOutside.uploader.label,
        answer: decidedOutside.uploader.answer,
        note: 'Case 12 of 3 March',
      },
    }),
  'complaint-of-requester-settled-outside': () =>
    complaintPage({
      ...complaint,
      by: 'requester',
      reason: 'not-agreed',
      reasonLabel: 'Nobody agreed that it is shared',
      state: 'decided',
      isTakenBack: true,
      otherSide: null,
      judged: {
        ...judged,
        outcome: 'rejected',
        unjudged: 'outside',
        groundLabel: decidedOutside.requester.label,
        answer: decidedOutside.requester.answer,
      },
    }),
  'complaint-decided-anew': () =>
    complaintPage({
      ...complaint,
      state: 'decided',
      isTakenBack: true,
      judged: {
        ...judged,
        outcome: 'rejected',
        unjudged: 'anew',
        groundLabel: decidedAnew.label,
        answer: complaintAnswer(caseworkIn('en'), { ...decidedAnew, isShownAgain: false }),
      },
    }),
  'complaint-referred': () =>
    complaintPage({
      ...complaint,
      state: 'decided',
      judged: {
        ...judged,
        outcome: 'rejected',
        unjudged: 'referred',
        groundLabel: referredSince.uploader.label,
        answer: referredSince.uploader.answer,
      },
    }),
  'complaint-of-requester-moot': () => complaintPage({ ...complaint, by: 'requester', otherSide: null, isTakenBack: true }),
  'complaint-late': () => complaintPage({ ...complaint, state: 'decided', judged, news: 'late' }),
};
