/** How does each page look in each of its states? What the accessibility test opens; all people, ids and addresses are made up. */
import {
  basisOf,
  type CaseEvent,
  clockOf,
  type DecisionFacts,
  groundsFor,
  matchGrounds,
  parsePeriod,
  type ReportRows,
  reportingRoutes,
  routeFor,
  transparencyReport,
} from '@likeness/casework';
import type { Fingerprint } from '@likeness/fingerprint';
import { turns } from '@likeness/fingerprint';
import { bankPage } from './bank.tsx';
import type { BankFacts, ListedPicture } from './bank-model.ts';
import { banksPage } from './banks.tsx';
import { firstRunPage, passwordPage, signInPage } from './entry-pages.tsx';
import { messagePage } from './message.tsx';
import type { ConsoleFrame, DecisionMade, DeskUpload, QueuedRequest, QueueModel, RequestModel, SetupModel } from './model.ts';
import { paths } from './paths.ts';
import { queuePage } from './queue.tsx';
import { referConfirmPage, referralPage, referralsPage } from './referral.tsx';
import type { ReferralModel } from './referral-model.ts';
import { type ReportModel, reportPage } from './report.tsx';
import { requestPage } from './request.tsx';
import { type ReviewPageModel, reviewPage } from './review.tsx';
import { confirmPage, setupPage } from './setup.tsx';

const now = new Date('2026-11-22T14:05:00Z');
const ago = (hours: number): Date => new Date(now.getTime() - hours * 3_600_000);
const frame: ConsoleFrame = { moderatorName: 'Ines Moreau', csrf: 'token', timeZone: 'UTC' };
const basis = basisOf('take-it-down');

const pdq = (seed: string, quality: number): Fingerprint[] =>
  ['whole' as const, ...turns].map((variant, index) => ({
    kind: 'pdq',
    variant,
    value: `${index}${seed.repeat(63)}`.slice(0, 64),
    quality,
  }));
const fingerprints: Fingerprint[] = [
  ...pdq('a', 98),
  { kind: 'sha256', variant: 'whole', value: 'c'.repeat(64) },
  { kind: 'md5', variant: 'whole', value: 'd'.repeat(32) },
];

const listedPicture: ListedPicture = {
  itemId: '8b8f0a0e-9a77-4d2b-8f2c-6a1f5a0c1b22',
  bankId: 'a',
  bankName: 'Harbour hub',
  label: 'hub-2026-000017',
  source: 'Harbour hub',
  notes: ['bridge, north side', 'https://hub.example/a-very-long-address-without-a-place-to-break-it-at-all-0123456789'],
  addedAt: ago(400),
  expiresAt: ago(-9000),
  fingerprintCount: 10,
  confirmed: true,
  suspendedFor: null,
  suspendedAt: null,
  uploadCount: 1,
  reviewId: null,
};
const asking: ListedPicture[] = (['known-harmless', 'often-seen', 'many-uploaders', 'older-content'] as const).map(
  (suspendedFor, index) => ({
    ...listedPicture,
    itemId: `8b8f0a0e-9a77-4d2b-8f2c-6a1f5a0c1b3${index}`,
    label: index === 0 ? listedPicture.label : null,
    notes: index === 0 ? listedPicture.notes : [],
    expiresAt: null,
    confirmed: index === 3 ? false : null,
    suspendedFor,
    suspendedAt: ago(index + 1),
    uploadCount: 31 * index,
    reviewId: index === 2 ? '0b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d10' : null,
  }),
);
const ownBank: BankFacts = {
  id: '1',
  name: 'Confirmed here',
  platform: 'Harbour photos',
  onMatch: 'hold',
  enabled: true,
  isHarmless: false,
  radius: '24, pdq:flipX=16',
  ratio: 0.9,
  items: 1204,
  codes: 12040,
};
const sharedBank: BankFacts = {
  ...ownBank,
  id: '2',
  name: 'Shared list',
  platform: null,
  onMatch: 'review',
  enabled: false,
  radius: '',
  ratio: null,
  items: 81_200,
  codes: 812_000,
};

const request = (index: number, hoursOld: number): QueuedRequest => ({
  trackingNumber: `LK-7Q2M-9XKA-0RT${index}-5`,
  serviceName: 'Harbour photos',
  receivedAt: ago(hoursOld),
  dueAt: ago(hoursOld - 48),
  missing: index % 3 === 1 ? ['a signature', 'a contact'] : [],
  uploadCount: index % 4,
  filedVia: index % 2 === 0 ? 'api' : 'page',
  withdrawalDueAt: index === 2 ? ago(-60) : null,
  filer: index === 3 ? 'trusted-flagger' : 'self',
  laws: index % 2 === 0 ? ['TAKE IT DOWN Act', 'Digital Services Act'] : ['Digital Services Act', 'TAKE IT DOWN Act'],
  completeUnder: index % 3 === 0 ? ['TAKE IT DOWN Act', 'Digital Services Act'] : index === 1 ? ['TAKE IT DOWN Act'] : [],
  isYoung: false,
  heldBy: index === 2 ? 'Tomás Beck' : null,
  linkedTo: index === 4 ? 'LK-2222-9XKA-0RTE-5' : null,
  pile: index === 3 ? { id: '0b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d12', size: 412 } : null,
});

const queue: QueueModel = {
  ...frame,
  now,
  pileId: null,
  referrals: { rows: [{ ...request(5, 3), isYoung: true, filer: 'user' }], total: 1, isFirst: true, next: null },
  requests: {
    rows: [request(1, 51), request(2, 43.6), request(3, 20), request(4, 0.8)],
    total: 1_204,
    isFirst: true,
    next: '2026-11-22T13:17:00.000Z_LK-7Q2M-9XKA-0RT4-5',
  },
  matches: {
    rows: [
      {
        reviewId: '0b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d10',
        serviceName: 'Harbour photos',
        effect: 'hold',
        openedAt: ago(2),
        bankName: 'Confirmed here',
        kind: 'pdq',
        distance: 14,
      },
      {
        reviewId: '0b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d11',
        serviceName: 'Harbour photos',
        effect: 'review',
        openedAt: ago(30),
        bankName: 'Shared list',
        kind: 'sha256',
        distance: 0,
      },
    ],
    total: 2,
    isFirst: true,
    next: null,
  },
  awaited: {
    rows: [{ trackingNumber: 'LK-2222-9XKA-0RTE-5', serviceName: 'Harbour photos', dueAt: ago(-31), decidedAt: ago(1), openCount: 2 }],
    total: 1,
    isFirst: true,
    next: null,
  },
  hasManyServices: false,
  hasKey: true,
  askingCount: 3,
  taskCount: 1,
};

const upload: DeskUpload = {
  ref: '5e1b4f7e-43f1-4a3a-8f7e-2f6f0b1f9a01',
  contentId: 'photo-48213',
  url: 'https://photos.example/p/48213/a-rather-long-address-that-has-to-break-somewhere-on-a-phone',
  screenedAt: ago(70),
  source: 'bytes',
  standing: 'visible',
  fingerprints,
  matches: [],
  nearness: [{ picture: 1, kind: 'pdq', distance: 8, isProof: true }],
  decidedBefore: [
    { decision: 'remove', decidedBy: 'Tomás Beck', at: ago(400), about: 'picture', of: { kind: 'request', id: 'LK-2222-9XKA-0RTE-5' } },
  ],
  isReferred: false,
  preview: { state: 'blurred', finding: null },
};

const events: CaseEvent[] = [
  { kind: 'received', at: ago(20), missing: ['contact'] },
  { kind: 'amended', at: ago(18), missing: [], by: 'platform' },
  { kind: 'seen', at: ago(0.4) },
];

const clock = (all: readonly CaseEvent[]): RequestModel['clock'] => {
  const found = clockOf(basis, all, now);
  if (found === null) throw new Error('the example has no receipt');
  return found;
};

/** No field holds so much; what was stored before limits were checked might. */
const longWord = 'w'.repeat(10_000);

const open: RequestModel = {
  ...frame,
  trackingNumber: 'LK-7Q2M-9XKA-0RTE-5',
  serviceName: 'Harbour photos',
  basis,
  filedVia: 'page',
  filer: 'agent',
  isYoung: false,
  otherLaws: [
    {
      trackingNumber: 'LK-3333-9XKA-0RTE-5',
      name: 'Digital Services Act',
      statute: 'Regulation (EU) 2022/2065, Article 16',
      dueAt: ago(-4),
      missing: ['a name and an e-mail address'],
      state: 'open',
    },
  ],
  aboutTheSame: ['LK-2222-9XKA-0RTE-5'],
  hold: { moderatorName: 'Tomás Beck', takenAt: ago(0.2), isMine: false },
  clock: clock(events),
  missing: [],
  answers: {
    basis: 'take-it-down',
    onBehalfOf: 'agent',
    agentAuthority: 'I am her lawyer.',
    locations: ['https://photos.example/p/48213', 'https://photos.example/p/99999'],
    locationDetails: 'The third picture in the album “Summer”.\nIt was there on Friday.',
    statement: { notConsensual: true, goodFaith: true, details: 'It was sent to one person, years ago.' },
    signature: 'A. Lindqvist',
    contact: { email: 'office@example.org', phone: '+1 555 0100' },
  },
  amendments: [
    {
      at: ago(18).toISOString(),
      by: 'platform',
      places: ['https://photos.example/p/99999'],
      pictures: 1,
      given: ['contact'],
      replaced: { signature: 'A. L.' },
    },
    { at: ago(4).toISOString(), by: 'person', places: [], pictures: 0, given: [], replaced: {}, erased: ['contact'] },
    { at: ago(2).toISOString(), by: 'person', places: [], pictures: 0, given: ['contact'], replaced: {} },
  ],
  uploads: [upload],
  uploadCount: 1,
  part: 1,
  parts: 1,
  shown: ['all@mark'],
  pictures: [{ fingerprints, state: 'pending' }],
  found: [],
  moreFound: 0,
  isStillLooking: false,
  unscreened: ['https://photos.example/p/99999'],
  events,
  state: 'open',
  grounds: groundsFor(basis, null),
  decision: null,
  next: { kind: 'request', href: paths.request('LK-2222-9XKA-0RTE-5') },
  news: null,
};

const incompleteEvents: CaseEvent[] = [{ kind: 'received', at: ago(52), missing: ['signature', 'contact'] }];

const decision: DecisionMade = {
  decisionId: '0b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d13',
  undoUntil: null,
  decision: 'remove',
  ground: 'valid-request',
  groundLabel: 'The request is valid under this law',
  decidedBy: 'Tomás Beck',
  decidedAt: ago(0.2),
  note: 'Compared with the fingerprints, no need to look.',
  referralId: null,
  actions: [
    { action: 'remove', contentId: 'photo-48213', openedAt: ago(0.2), completedAt: null, note: '', delivery: 'sent' },
    {
      action: 'remove',
      contentId: 'photo-48214',
      openedAt: ago(0.2),
      completedAt: ago(0.1),
      note: 'Thumbnails and caches are purged, too.',
      delivery: 'delivered',
    },
  ],
};
const decidedEvents: CaseEvent[] = [...events, { kind: 'decided', at: ago(0.2), decision: 'remove', ground: 'valid-request' }];
const decided: RequestModel = {
  ...open,
  uploads: [{ ...upload, standing: 'removed', preview: { state: 'none', finding: null } }],
  unscreened: [],
  events: decidedEvents,
  clock: clock(decidedEvents),
  state: 'decided',
  decision,
};

const young: RequestModel = { ...open, isYoung: true, hold: null, pictures: [], amendments: [], aboutTheSame: [], filer: 'user' };

const removedEvents: CaseEvent[] = [...decidedEvents, { kind: 'removed', at: ago(0.1) }];
const keptEvents: CaseEvent[] = [...events, { kind: 'decided', at: ago(0.2), decision: 'keep', ground: 'not-intimate' }];

const withdrawnEvents: CaseEvent[] = [...events, { kind: 'withdrawn', at: ago(0.5) }];

const referredEvents: CaseEvent[] = [...events, { kind: 'decided', at: ago(0.2), decision: 'refer', ground: 'perhaps-under-18' }];

const referral: ReferralModel = {
  ...frame,
  referralId: '7d0a4f7e-43f1-4a3a-8f7e-2f6f0b1f9a09',
  serviceName: 'Harbour photos',
  knownAt: ago(3),
  decidedBy: 'Tomás Beck',
  groundLabel: 'The person in it was perhaps under 18',
  of: { kind: 'request', id: 'LK-7Q2M-9XKA-0RTE-5' },
  facts: {
    uploads: [{ contentId: upload.contentId, url: upload.url, uploaderRef: 'account-7', screenedAt: ago(70), fingerprints }],
    places: ['https://photos.example/p/99999'],
  },
  route: routeFor('US'),
  routes: reportingRoutes,
  report: null,
  closed: null,
  isLead: true,
  news: null,
};
const report: ReferralModel['report'] = { at: ago(1), by: 'Tomás Beck', routeName: 'NCMEC CyberTipline', reference: '2026-118-774' };

const review: ReviewPageModel = {
  ...frame,
  reviewId: '0b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d10',
  serviceName: 'Harbour photos',
  effect: 'hold',
  openedAt: ago(2),
  upload: {
    ...upload,
    standing: 'held',
    nearness: [],
    preview: { state: 'clear', finding: 'same-file' },
    matches: [
      {
        bankName: 'Confirmed here',
        isOwnBank: true,
        onMatch: 'hold',
        kind: 'pdq',
        variant: 'flipY',
        distance: 14,
        at: ago(2),
        settled: null,
        video: null,
        isOfEarlier: false,
      },
      {
        bankName: 'Shared list',
        isOwnBank: false,
        onMatch: 'review',
        kind: 'sha256',
        variant: 'whole',
        distance: 0,
        at: ago(2),
        settled: 'keep',
        video: null,
        isOfEarlier: false,
      },
    ],
  },
  shown: ['mark'],
  requests: ['LK-7Q2M-9XKA-0RTE-5'],
  state: 'open',
  grounds: matchGrounds,
  decision: null,
  next: null,
  news: null,
};

const setup: SetupModel = {
  ...frame,
  publicUrl: 'https://likeness.example',
  platform: {
    id: '1b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d12',
    name: 'Harbour photos',
    previewUrl: 'https://media.example/moderation/{contentId}',
    keys: [
      { id: 'ab12cd34ef56', label: 'Upload server', scopes: ['platform'], createdAt: ago(200), revokedAt: null },
      { id: 'ab12cd34ef57', label: 'Old upload server', scopes: ['screen', 'requests'], createdAt: ago(900), revokedAt: ago(200) },
    ],
    endpoints: [
      {
        id: '2b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d13',
        url: 'https://photos.example/likeness/webhook',
        createdAt: ago(200),
        waitingCount: 3,
        lastDeliveredAt: ago(5),
        lastFailure: { at: ago(0.3), reason: 'the receiver answered 503' },
      },
    ],
  },
  others: [],
  scopes: ['platform', 'screen', 'requests', 'decisions', 'settings'],
  shownOnce: null,
  news: null,
};

/** A period in which 64 requests of these times came in, or none. */
function reported(key: string, rows: Partial<ReportRows>): ReportModel {
  const period = parsePeriod(key);
  if (period === null) throw new RangeError(`${key} is no period`);
  const all: ReportRows = { requests: [], decisions: [], removals: [], matches: [], ...rows };
  const harbour = { id: '5b1b5f0e-43f1-4a3a-8f7e-2f6f0b1f9a01', name: 'Harbour photos' };
  return { ...frame, now, platform: harbour, others: [], since: ago(9000), report: transparencyReport(all, period, now) };
}

const reportedRows = (): ReportRows => {
  const start = new Date('2026-10-02T08:00:00Z').getTime();
  const at = (hours: number): Date => new Date(start + hours * 3_600_000);
  const decided = (count: number, decision: Omit<DecisionFacts, 'at'>): DecisionFacts[] =>
    Array.from({ length: count }, (_, index) => ({ ...decision, at: at(index) }));
  return {
    requests: Array.from({ length: 64 }, (_, index) => ({
      basis: 'take-it-down',
      dueAt: at(index + 48),
      events: [
        { kind: 'received', missing: [], at: at(index) },
        { kind: 'decided', decision: 'remove', ground: 'valid-request', at: at(index * 1.4 + 2) },
        { kind: 'removed', at: at(index * 2 + 3) },
      ],
    })),
    decisions: [
      ...decided(51, { basis: 'take-it-down', outcome: 'remove', ground: 'valid-request' }),
      ...decided(8, { basis: 'take-it-down', outcome: 'keep', ground: 'not-intimate' }),
      ...decided(5, { basis: 'take-it-down', outcome: 'keep', ground: 'cannot-locate' }),
      ...decided(3, { basis: null, outcome: 'keep', ground: 'different-picture' }),
      ...decided(23, { basis: null, outcome: 'remove', ground: 'same-picture' }),
    ],
    removals: Array.from({ length: 90 }, (_, index) => ({ isCopy: index % 3 === 0, at: at(index) })),
    matches: [
      { verdict: 'hold', uploads: 1204 },
      { verdict: 'review', uploads: 31 },
    ],
  };
};

const emptyPart = { rows: [], total: 0, isFirst: true, next: null } as const;

/** Every page in every state that differs for its reader, by name. */
export const examplePages: Readonly<Record<string, () => string>> = {
  'first-run': () => firstRunPage({ state: 'open' }),
  'first-run-corrected': () =>
    firstRunPage({
      state: 'open',
      name: 'Ines',
      problems: [
        { field: 'code', sentence: 'This code is not good, or it was used.' },
        { field: 'password', sentence: 'Please choose a password of 12 to 200 characters.' },
        { field: 'service', sentence: 'Please give your service a name of 1 to 100 characters.' },
      ],
    }),
  'first-run-over': () => firstRunPage({ state: 'over' }),
  password: () => passwordPage(),
  'password-corrected': () =>
    passwordPage({
      code: 'not-it',
      problems: [{ field: 'code', sentence: 'This code is not good any more. Ask whoever gave you the link for a new one.' }],
    }),
  'sign-in': () => signInPage({ next: null, news: null }),
  'sign-in-again': () => signInPage({ next: paths.setup, news: null }),
  'sign-in-wrong': () => signInPage({ name: 'Ines', next: null, news: 'wrong' }),
  'signed-out': () => signInPage({ next: null, news: 'signed-out' }),
  queue: () => queuePage(queue),
  'queue-pile': () => queuePage({ ...queue, pileId: '0b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d12', requests: { ...queue.requests, total: 412 } }),
  'queue-later-part': () => queuePage({ ...queue, requests: { ...queue.requests, isFirst: false, next: null }, hasManyServices: true }),
  'queue-empty': () =>
    queuePage({ ...queue, askingCount: 0, referrals: emptyPart, requests: emptyPart, matches: emptyPart, awaited: emptyPart }),
  'queue-awaiting-only': () => queuePage({ ...queue, referrals: emptyPart, requests: emptyPart, matches: emptyPart }),
  'queue-no-key': () =>
    queuePage({
      ...queue,
      askingCount: 1,
      referrals: emptyPart,
      requests: emptyPart,
      matches: emptyPart,
      awaited: emptyPart,
      hasKey: false,
    }),
  request: () => requestPage(open),
  'request-perhaps-under-18': () => requestPage(young),
  'request-long-words': () =>
    requestPage({
      ...open,
      answers: {
        basis: 'take-it-down',
        onBehalfOf: 'agent',
        agentAuthority: longWord,
        locations: [`https://photos.example/${longWord}`, longWord],
        contentIds: [longWord.slice(0, 200)],
        locationDetails: longWord,
        statement: { notConsensual: true, goodFaith: true, details: longWord },
        signature: longWord,
        contact: { name: longWord, email: longWord, phone: longWord, other: longWord },
      },
      amendments: [
        {
          at: ago(2).toISOString(),
          by: 'person',
          places: [longWord],
          pictures: 0,
          given: ['contact'],
          replaced: { signature: longWord, agentAuthority: longWord, locationDetails: longWord },
        },
      ],
      unscreened: [`https://photos.example/${longWord}`, longWord],
    }),
  'request-nothing-found': () =>
    requestPage({
      ...open,
      uploads: [],
      pictures: [],
      events: incompleteEvents,
      clock: clock(incompleteEvents),
      missing: basis.elements
        .filter(({ key }) => key === 'signature' || key === 'contact')
        .map(({ key, lawWording }) => ({ element: key, lawWording })),
      answers: { basis: 'take-it-down', onBehalfOf: 'self', locationDetails: 'Somewhere on the front page.' },
      unscreened: [],
    }),
  'request-to-correct': () =>
    requestPage({
      ...open,
      problems: [{ field: 'ruling', sentence: 'Choose what to do, and why.' }],
      entered: { ruling: null, note: 'Looked at it.', unscreened: ['https://photos.example/p/99999'], allPlaces: false, isForAll: false },
    }),
  'request-of-many': () =>
    requestPage({
      ...open,
      uploads: [upload, { ...upload, ref: '5e1b4f7e-43f1-4a3a-8f7e-2f6f0b1f9a02' }],
      uploadCount: 510,
      part: 2,
      parts: 21,
      unscreened: Array.from({ length: 30 }, (_, index) => `https://photos.example/p/${index}`),
      problems: [{ field: 'for-all', sentence: 'A decision is for all 510 uploads of the request. Look through the pages, then say so.' }],
      entered: { ruling: 'remove:valid-request', note: '', unscreened: [], allPlaces: true, isForAll: false },
    }),
  'request-decided': () => requestPage({ ...decided, news: 'decided' }),
  'request-removal-ordered': () => requestPage({ ...decided, uploads: [{ ...upload, standing: 'removal-ordered' }] }),
  'request-removed': () =>
    requestPage({
      ...decided,
      uploads: [{ ...upload, standing: 'removed' }],
      events: removedEvents,
      clock: clock(removedEvents),
      decision: { ...decision, actions: decision.actions.slice(1) },
    }),
  'request-kept': () =>
    requestPage({
      ...decided,
      uploads: [upload],
      events: keptEvents,
      clock: clock(keptEvents),
      decision: { ...decision, decision: 'keep', ground: 'not-intimate', groundLabel: 'It is not an intimate picture', actions: [] },
    }),
  'request-to-undo': () =>
    requestPage({ ...decided, news: 'decided', decision: { ...decision, decidedBy: frame.moderatorName, undoUntil: ago(-0.1) } }),
  'request-undone': () => requestPage({ ...open, news: 'undone' }),
  'request-not-undone': () => requestPage({ ...decided, news: 'not-undone' }),
  'request-ordered-for-another': () => requestPage({ ...open, uploads: [{ ...upload, standing: 'removal-ordered' }], unscreened: [] }),
  'request-decided-by-another': () => requestPage({ ...decided, news: 'late', next: null }),
  'request-found': () =>
    requestPage({
      ...open,
      uploads: [],
      uploadCount: 0,
      unscreened: [],
      found: [upload, { ...upload, ref: '5e1b4f7e-43f1-4a3a-8f7e-2f6f0b1f9a02', contentId: 'photo-48300' }],
      moreFound: 7,
      isStillLooking: true,
    }),
  'request-withdrawn': () =>
    requestPage({
      ...open,
      answers: null,
      amendments: [],
      events: withdrawnEvents,
      clock: clock(withdrawnEvents),
      uploads: [],
      pictures: [],
      state: 'withdrawn',
    }),
  review: () => reviewPage(review),
  'review-decided': () =>
    reviewPage({
      ...review,
      requests: [],
      state: 'decided',
      news: 'decided',
      next: { kind: 'review', href: paths.review('x') },
      decision: { ...decision, decision: 'keep', groundLabel: 'It is another picture', note: '', actions: [] },
    }),
  'review-replaced': () =>
    reviewPage({
      ...review,
      upload: { ...review.upload, standing: 'visible', matches: review.upload.matches.map((match) => ({ ...match, isOfEarlier: true })) },
      requests: [],
    }),
  'review-trimmed': () =>
    reviewPage({
      ...review,
      effect: 'review',
      upload: {
        ...review.upload,
        standing: 'visible',
        matches: review.upload.matches.slice(0, 1).map((match) => ({ ...match, variant: 'trimmed' })),
      },
      requests: [],
    }),
  'review-closed': () => reviewPage({ ...review, upload: { ...review.upload, standing: 'visible' }, requests: [], state: 'closed' }),
  'request-referred': () =>
    requestPage({
      ...decided,
      uploads: [{ ...upload, standing: 'referral-ordered', isReferred: true }],
      events: referredEvents,
      clock: clock(referredEvents),
      decision: {
        ...decision,
        decision: 'refer',
        ground: 'perhaps-under-18',
        groundLabel: 'The person in it was perhaps under 18',
        referralId: referral.referralId,
        actions: decision.actions.slice(0, 1).map((action) => ({ ...action, action: 'restrict' })),
      },
    }),
  'refer-confirm': () =>
    referConfirmPage({
      ...frame,
      about: 'request',
      action: paths.decideRequest('LK-7Q2M-9XKA-0RTE-5'),
      back: paths.request('LK-7Q2M-9XKA-0RTE-5'),
      groundLabel: 'The person in it was perhaps under 18',
      uploadCount: 2,
      placeCount: 1,
      fields: [{ name: 'ruling', value: 'refer:perhaps-under-18' }],
    }),
  referrals: () =>
    referralsPage({
      ...frame,
      now,
      open: {
        rows: [
          { referralId: referral.referralId, serviceName: 'Harbour photos', knownAt: ago(3), reportedAt: null },
          { referralId: 'x', serviceName: 'Lake photos', knownAt: ago(2), reportedAt: ago(1) },
        ],
        total: 52,
        isFirst: false,
        next: '1_x',
      },
      hasManyServices: true,
    }),
  'referrals-none': () => referralsPage({ ...frame, now, open: { rows: [], total: 0, isFirst: true, next: null }, hasManyServices: false }),
  referral: () => referralPage(referral),
  'referral-no-country': () => referralPage({ ...referral, route: null, isLead: false }),
  'referral-to-correct': () =>
    referralPage({
      ...referral,
      problems: [{ field: 'reference', sentence: 'Give the number of the report, or who took it and when.' }],
      entered: { route: 'gb-iwf', reference: '', reason: '' },
    }),
  'referral-reported': () => referralPage({ ...referral, report, news: 'reported' }),
  'referral-closed': () =>
    referralPage({
      ...referral,
      report,
      closed: { at: ago(0.1), by: 'Ines Moreau', reason: 'Told by phone, too.', holdUntil: ago(-8760) },
      news: 'closed',
    }),
  'referral-late': () => referralPage({ ...referral, report, facts: null, news: 'late' }),
  setup: () => setupPage(setup),
  'setup-key-shown': () =>
    setupPage({ ...setup, shownOnce: { what: 'key', text: 'lk_ab12cd34ef56_QW9zVYvC7m0rC2Z3bJqk5l8n1p4s7v0y3B6E9H2K5N8' } }),
  'setup-to-correct': () =>
    setupPage({
      ...setup,
      platform: { ...setup.platform, keys: [], endpoints: [], previewUrl: null },
      others: [{ id: 'x', name: 'Lake photos' }],
      corrections: { problems: [{ field: 'url', sentence: 'This is not a web address.' }], entered: { url: 'photos' } },
    }),
  'revoke-key': () => confirmPage({ ...frame, what: 'revoke-key', id: 'ab12cd34ef56', named: 'Upload server' }),
  'end-webhook': () => confirmPage({ ...frame, what: 'disable-endpoint', id: 'x', named: 'https://photos.example/likeness/webhook' }),
  banks: () => banksPage({ ...frame, banks: [ownBank, sharedBank], asking: { rows: asking, total: 1204 }, news: 'resume' }),
  'banks-plain': () => banksPage({ ...frame, banks: [ownBank], asking: { rows: [], total: 0 }, news: null }),
  bank: () =>
    bankPage({
      ...frame,
      bank: ownBank,
      pictures: { rows: [...asking, listedPicture], isFirst: false, next: listedPicture.itemId },
      news: 'saved',
    }),
  'bank-to-correct': () =>
    bankPage({
      ...frame,
      bank: sharedBank,
      pictures: { rows: [], isFirst: true, next: null },
      news: null,
      corrections: {
        problems: [{ field: 'radius', sentence: 'A radius is 0 to 48 bits.' }],
        entered: { onMatch: 'review', radius: '99', ratio: '' },
      },
    }),
  'bank-harmless': () =>
    bankPage({
      ...frame,
      bank: { ...sharedBank, isHarmless: true, enabled: true },
      pictures: { rows: [], isFirst: false, next: null },
      news: null,
    }),
  report: () => reportPage(reported('2026-10', reportedRows())),
  'report-of-two-services': () => reportPage({ ...reported('2026-H2', reportedRows()), others: [{ id: 'x', name: 'Forum' }] }),
  'report-small': () => reportPage(reported('2026-10', { decisions: reportedRows().decisions.slice(59, 65) })),
  'report-empty': () => reportPage(reported('2026-11', {})),
  'nothing-here': () => messagePage({ kind: 'unknown' }),
  'only-a-form': () => messagePage({ kind: 'only-a-form' }),
  'too-many': () => messagePage({ kind: 'too-many', waitSeconds: 700 }),
  'form-expired': () => messagePage({ kind: 'form-expired' }),
  failed: () => messagePage({ kind: 'failed', instance: '5e1b4f7e-43f1-4a3a-8f7e-2f6f0b1f9a01' }),
};

/** A request in which this is written. */
export function requestWith(answers: Partial<NonNullable<RequestModel['answers']>>): string {
  const written = { basis: 'take-it-down', onBehalfOf: 'agent', ...answers } as const;
  return requestPage({ ...open, answers: written, unscreened: [...(answers.contentIds ?? []), ...(answers.locations ?? [])] });
}
