/** How does a request look in each of its states? */
import {
  type AlsoKind,
  type AlsoRuled,
  alsoGroundsFor,
  basisOf,
  type CaseEvent,
  clockOf,
  counterNoticeWindow,
  groundsFor,
  offeredGrounds,
  outsideGroundsFor,
  referGrounds,
  testProblems,
} from '@likeness/casework';
import { fieldNames, foundField, testField } from '../fields.ts';
import type { AlsoOnPage, DecisionMade, ProposalOnPage, RequestModel } from '../model.ts';
import { paths } from '../paths.ts';
import { requestPage } from '../request.tsx';
import { notInTimeProblem, setAsidePage, setAsideProblems } from '../set-aside.tsx';
import { ago, basis, decision, fingerprints, frame, now, preferences, upload } from './made-up.ts';
import { referralId } from './referrals.ts';

const events: CaseEvent[] = [
  { kind: 'received', at: ago(20), missing: ['contact'] },
  { kind: 'amended', at: ago(18), missing: [], by: 'platform' },
  { kind: 'seen', at: ago(0.4) },
];

const asked: CaseEvent[] = [
  ...events,
  { kind: 'asked', at: ago(0.3), questions: ['which', 'acting'] },
  { kind: 'restricted', at: ago(0.3) },
];

const answeredInPart: CaseEvent[] = [
  ...asked,
  {
    kind: 'amended',
    at: ago(0.2),
    missing: [],
    by: 'person',
    added: { places: 0, files: { pictures: 0, videos: 0, others: 0 }, given: ['locationDetails'], changed: [] },
  },
];

const clock = (all: readonly CaseEvent[]): RequestModel['clock'] => {
  const found = clockOf(basis, all, now);
  if (found === null) throw new Error('the example has no receipt');
  return found;
};

const severalPictures: DecisionMade = {
  ...decision,
  pictures: [
    { actionId: '3d1e9f2a-6c1f-4f0c-a8ab-0b0f3bb82a71', contentIds: ['photo-48213', 'photo-48219', 'photo-48220'] },
    { actionId: '3d1e9f2a-6c1f-4f0c-a8ab-0b0f3bb82a72', contentIds: ['photo-48214'] },
  ],
};
const setAsideEvents: CaseEvent[] = [
  ...events,
  { kind: 'decided', at: ago(0.3), decision: 'remove', ground: 'valid-request' },
  { kind: 'removed', at: ago(0.25) },
  { kind: 'reversed', at: ago(0.1), because: 'outside' },
  { kind: 'decided', at: ago(0.1), decision: 'keep', ground: 'court' },
];

/** No field holds so much; what was stored before limits were checked might. */
const longWord = 'w'.repeat(10_000);

const open: RequestModel = {
  ...frame,
  beside: [],
  trackingNumber: 'LK-7Q2M-9XKA-0RTE-5',
  serviceName: 'Harbour photos',
  basis,
  filedVia: 'page',
  filer: 'agent',
  isYoung: false,
  isAllReferred: false,
  partReferred: [],
  youngElsewhere: null,
  saidYoung: null,
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
  asideUntil: null,
  hold: { moderatorName: 'Tomás Beck', takenAt: ago(0.2), isMine: false, takenFrom: null },
  clock: clock(events),
  goneAt: null,
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
    { at: ago(3).toISOString(), by: 'person', places: [], pictures: 0, given: [], replaced: {}, linkIsRight: true },
    {
      at: ago(2).toISOString(),
      by: 'person',
      places: [],
      pictures: 0,
      given: ['contact'],
      replaced: {},
      beside: [
        { kind: 'text', says: 'Quay Street, above the bakery' },
        { kind: 'account', says: '@4821' },
      ],
    },
  ],
  uploads: [upload],
  uploadCount: 1,
  part: 1,
  parts: 1,
  shown: ['all@mark'],
  pictures: [{ number: 1, fingerprints, state: 'pending' }],
  found: [],
  moreAnswered: 0,
  foundAnswered: [],
  moreFound: 0,
  isStillLooking: false,
  unscreened: ['https://photos.example/p/99999'],
  events,
  state: 'open',
  tests: [{ law: 'take-it-down', name: basis.name, tests: basis.contentTests }],
  grounds: offeredGrounds(groundsFor(basis, null), []),
  wantRemoval: [],
  notRestricted: null,
  closedComplaints: [],
  proposal: null,
  decision: null,
  next: { kind: 'request', href: paths.request('LK-2222-9XKA-0RTE-5') },
  news: null,
};

const order = basisOf('authority-order');
const ordered: RequestModel = {
  ...open,
  basis: order,
  filedVia: 'api',
  filer: 'authority',
  answers: {
    basis: 'authority-order',
    onBehalfOf: 'authority',
    locations: ['https://photos.example/p/48213'],
    texts: {
      'authority-order': {
        issuer: 'District Court of Harbour Town, third chamber',
        reference: '12 O 345/26',
        law: 'Civil Code, section 1004',
        reason: 'The picture was published against the will of the person in it.',
        scope: 'The country of the court',
        redress: 'An objection to the same court, within two weeks',
        'effect-to': 'The police of Harbour Town',
      },
      dmca: { work: 'A photo that I took of myself in May' },
    },
    signatures: { dmca: 'Maria Example' },
    declarations: { 'authority-order': { 'uploader-not-told': true } },
  },
  amendments: [],
  tests: [{ law: 'authority-order', name: order.name, tests: order.contentTests }],
  grounds: offeredGrounds(groundsFor(order, null), []),
};

const severalLaws = (['take-it-down', 'online-safety-act', 'digital-services-act'] as const).map((law) => ({
  law,
  name: basisOf(law).name,
  tests: basisOf(law).contentTests,
}));
const answered = { 'take-it-down': { intimate: 'no', identifiable: 'yes', 'consent-to-publication': 'no' } } as const;

/** The Act of the United States was decided a minute before, and these two stayed open. */
const british = basisOf('online-safety-act');
const before = { by: 'Tomás Beck', agreedBy: null, at: ago(0.02), trackingNumber: open.trackingNumber, isOfThis: true };
const answeredBefore: RequestModel = {
  ...open,
  trackingNumber: 'LK-4444-9XKA-0RTE-5',
  basis: british,
  otherLaws: [
    { trackingNumber: open.trackingNumber, name: basis.name, statute: basis.statute, dueAt: ago(-30), missing: [], state: 'decided' },
  ],
  tests: severalLaws.flatMap(({ law, ...asked }) => {
    if (law === 'take-it-down') return [];
    const given =
      law === 'online-safety-act'
        ? { ...before, answers: { intimate: 'yes', subject: 'unclear' } as const }
        : { ...before, agreedBy: 'Ines Moreau', isOfThis: false, answers: { illegal: 'yes', evident: 'no' } as const };
    return [{ law, ...asked, before: given }];
  }),
  grounds: offeredGrounds(groundsFor(british, null), []),
  unscreened: [],
};

const named = { contentId: upload.contentId, link: null, text: null, uploaderRef: null, asked: [], earlier: 0 };
const groundsOf = (kind: AlsoKind) => alsoGroundsFor(kind, 'take-it-down');
const beside: AlsoOnPage[] = [
  { ...named, kind: 'text', text: 'Maria E. from the bakery on Quay Street\nask me for more', grounds: groundsOf('text') },
  {
    ...named,
    kind: 'link',
    link: 'https://elsewhere.example/an-album-with-a-rather-long-address/48213',
    asked: [{ says: 'https://elsewhere.example/an-album-with-a-rather-long-address/48213', fit: 'unseen' }],
    grounds: groundsOf('link'),
  },
  {
    ...named,
    kind: 'account',
    uploaderRef: 'account-7',
    asked: [{ says: 'Account-7', fit: 'similar' }],
    earlier: 2,
    grounds: groundsOf('account'),
  },
];
const also: AlsoRuled[] = [
  { kind: 'text', contentId: upload.contentId, link: null, act: 'remove', ground: 'names-the-person' },
  { kind: 'account', contentId: upload.contentId, link: null, act: 'restrict', ground: 'posts-such-pictures' },
];
const beforeIt = {
  contentId: upload.contentId,
  openedAt: ago(0.2),
  completedAt: null,
  note: '',
  delivery: 'sent',
  takenBackAt: null,
} as const;

const proposal: ProposalOnPage = {
  decision: 'keep',
  ground: 'consented-publication',
  groundLabel: 'Its publication was agreed to',
  by: 'Tomás Beck',
  isMine: false,
  at: ago(0.5),
  note: 'There is a release on file.',
  adult: '',
  unscreened: ['https://photos.example/p/99999'],
  ofFound: { [upload.ref]: 'another-picture' },
  also: [],
  tests: { 'take-it-down': { 'consent-to-publication': 'yes' } },
};

const incompleteEvents: CaseEvent[] = [{ kind: 'received', at: ago(52), missing: ['signature', 'contact'] }];

const decidedEvents: CaseEvent[] = [...events, { kind: 'decided', at: ago(0.2), decision: 'remove', ground: 'valid-request' }];
const decided: RequestModel = {
  ...open,
  uploads: [{ ...upload, standing: 'removed', preview: { state: 'none', finding: null } }],
  unscreened: [],
  events: decidedEvents,
  clock: clock(decidedEvents),
  state: 'decided',
  tests: [],
  decision,
};

const young: RequestModel = {
  ...open,
  isYoung: true,
  uploads: [{ ...upload, preview: { isWithheld: true, state: 'none', finding: null } }],
  hold: null,
  pictures: [],
  amendments: [],
  aboutTheSame: [],
  filer: 'user',
};

const removedEvents: CaseEvent[] = [...decidedEvents, { kind: 'removed', at: ago(0.1) }];
const keptEvents: CaseEvent[] = [...events, { kind: 'decided', at: ago(0.2), decision: 'keep', ground: 'not-intimate' }];

const withdrawnEvents: CaseEvent[] = [
  ...events,
  { kind: 'taking-out', at: ago(15), part: 'link' },
  { kind: 'taking-out-stopped', at: ago(14), part: 'link' },
  { kind: 'taking-out-lapsed', at: ago(13), part: 'picture' },
  { kind: 'taken-out', at: ago(0.6), part: 'picture' },
  { kind: 'taken-out', at: ago(0.5), part: 'request' },
];

const referredEvents: CaseEvent[] = [...events, { kind: 'decided', at: ago(0.2), decision: 'refer', ground: 'perhaps-under-18' }];

const european = basisOf('digital-services-act');
const restrictable: RequestModel = {
  ...open,
  basis: european,
  otherLaws: [],
  tests: [{ law: 'digital-services-act', name: european.name, tests: european.contentTests }],
  grounds: offeredGrounds(groundsFor(european, null), ['age-gate', 'not-recommended', 'not-in-DE']),
};
const restrictedEvents: CaseEvent[] = [
  ...events,
  { kind: 'decided', at: ago(0.2), decision: 'restrict', ground: 'rules-age-gate' },
  { kind: 'limited', at: ago(0.1) },
];

const limitOrdered = restrictedEvents.slice(0, -1);

const referred: RequestModel = {
  ...decided,
  uploads: [{ ...upload, standing: 'referral-ordered', isReferred: true }],
  events: referredEvents,
  clock: clock(referredEvents),
  decision: {
    ...decision,
    decision: 'refer',
    ground: 'perhaps-under-18',
    groundLabel: 'The person in it was perhaps under 18',
    referralId: referralId,
    actions: decision.actions.slice(0, 1).map((action) => ({ ...action, action: 'restrict' })),
  },
};

const saidYoung: RequestModel = {
  ...young,
  answers: null,
  missing: [],
  grounds: [],
  tests: [],
  unscreened: [],
  beside: [],
  otherLaws: [],
  events: withdrawnEvents,
  clock: clock(withdrawnEvents),
  state: 'withdrawn',
  saidYoung: { state: 'open', endedAt: ago(0.5), dueAt: ago(-20), remainingMs: 20 * 3_600_000, uploadCount: 1 },
};
const secondFound = '5e1b4f7e-43f1-4a3a-8f7e-2f6f0b1f9a02';

const foundOpen: RequestModel = {
  ...open,
  uploads: [],
  uploadCount: 0,
  unscreened: [],
  found: [
    { ...upload, needsAnswer: true, answered: null },
    { ...upload, ref: secondFound, contentId: 'photo-48300', needsAnswer: true, answered: null },
    {
      ...upload,
      ref: '5e1b4f7e-43f1-4a3a-8f7e-2f6f0b1f9a03',
      contentId: 'photo-48301',
      copyOf: upload.contentId,
      needsAnswer: true,
      answered: null,
    },
  ],
  moreFound: 7,
  isStillLooking: true,
};

const foundAdult = {
  isYoung: false,
  uploads: [{ ...upload, preview: { ...upload.preview, isWithdrawn: true as const } }],
  saidYoung: { state: 'adult', by: 'Ines Moreau', at: ago(0.1), note: 'The account is verified, and the release names the day of birth.' },
} as const;

export const requestPages: Readonly<Record<string, () => string>> = {
  'request-hold-to-show': () => requestPage({ ...open, preferences: { ...preferences, reveal: 'hold' } }),
  request: () => requestPage(open),
  'request-deleted': () => requestPage({ ...open, uploads: [{ ...upload, standing: 'deleted' }] }),
  'request-perhaps-under-18': () => requestPage(young),
  'request-second-look-adult': () =>
    requestPage({ ...young, proposal: { ...proposal, adult: 'The account is verified, and the release names the day of birth.' } }),
  'request-names-what-was-referred': () =>
    requestPage({
      ...open,
      isAllReferred: true,
      grounds: [...referGrounds],
      tests: [],
      unscreened: [],
      beside: [],
      uploads: [{ ...upload, isReferred: true, standing: 'referred', preview: { state: 'none', finding: null } }],
    }),
  'request-names-what-was-referred-and-more': () =>
    requestPage({ ...open, partReferred: ['photos-4411', 'https://photos.example/p/4412'] }),
  'request-perhaps-under-18-by-another': () => requestPage({ ...open, youngElsewhere: 'open', grounds: [...referGrounds] }),
  'request-perhaps-under-18-by-another-who-ended-it': () =>
    requestPage({
      ...open,
      youngElsewhere: 'ended',
      grounds: open.grounds.filter(({ decision }) => decision === 'refer' || decision === 'keep'),
    }),
  'request-said-under-18-and-withdrawn': () => requestPage(saidYoung),
  'request-said-under-18-and-withdrawn-overdue': () =>
    requestPage({
      ...saidYoung,
      saidYoung: { state: 'open', endedAt: ago(50), dueAt: ago(3), remainingMs: -3 * 3_600_000, uploadCount: 1 },
      next: null,
    }),
  'request-said-under-18-and-withdrawn-corrected': () =>
    requestPage({
      ...saidYoung,
      problems: [{ field: 'note', sentence: 'Write how you know that the person was certainly 18 or older.' }],
      entered: { ruling: 'adult:certainly', note: '', unscreened: [], allPlaces: false, isForAll: false, also: [], tests: {} },
    }),
  'request-said-under-18-and-withdrawn-late': () => requestPage({ ...saidYoung, ...foundAdult, news: 'late' }),
  'request-said-under-18-found-adult': () => requestPage({ ...saidYoung, ...foundAdult, news: 'found-adult' }),
  'request-said-under-18-adult-taken-back': () => requestPage({ ...saidYoung, news: 'adult-taken-back' }),
  'request-said-under-18-and-withdrawn-referred': () =>
    requestPage({ ...referred, answers: null, state: 'withdrawn', isAllReferred: true, news: 'said-young-referred' }),
  'request-perhaps-under-18-refused': () =>
    requestPage({
      ...young,
      problems: [{ field: 'adult-because', sentence: 'Write how you know that the person was certainly 18 or older.' }],
      entered: {
        ruling: 'remove:valid-request',
        note: '',
        isAdult: true,
        adult: '',
        unscreened: [],
        allPlaces: false,
        isForAll: false,
        also: [],
        tests: {},
      },
    }),
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
      entered: {
        ruling: null,
        note: 'Looked at it.',
        unscreened: ['https://photos.example/p/99999'],
        ofFound: { [upload.ref]: 'another-picture' },
        allPlaces: false,
        isForAll: false,
        also: [],
        tests: {},
      },
    }),
  'request-several-laws': () => requestPage({ ...open, tests: severalLaws, unscreened: [] }),
  'request-nearness-turned': () =>
    requestPage({
      ...open,
      uploads: [{ ...upload, nearness: [{ picture: 1, kind: 'pdq', distance: 0, isTurned: true, isProof: true }] }],
    }),
  'request-answered-before': () => requestPage(answeredBefore),
  'request-answered-before-changed': () =>
    requestPage({
      ...answeredBefore,
      problems: [{ field: 'ruling', sentence: 'Choose what to do, and why.' }],
      entered: {
        ruling: null,
        note: '',
        unscreened: [],
        allPlaces: false,
        isForAll: false,
        also: [],
        tests: { 'online-safety-act': { intimate: 'no' } },
      },
    }),
  'request-contradiction': () =>
    requestPage({
      ...open,
      tests: severalLaws,
      unscreened: [],
      problems: [
        ...testProblems(basis, 'remove', 'valid-request', answered['take-it-down']).map(({ test, sentence }) => ({
          field: testField('take-it-down', test),
          sentence,
        })),
      ],
      entered: { ruling: 'remove:valid-request', note: '', unscreened: [], allPlaces: false, isForAll: false, also: [], tests: answered },
    }),
  'request-gone': () =>
    requestPage({ ...open, goneAt: ago(3), uploads: [{ ...upload, standing: 'removed', preview: { state: 'none', finding: null } }] }),
  'request-order-after-its-time': () => {
    const order = basisOf('authority-order');
    const late: CaseEvent[] = [{ kind: 'received', at: ago(3), missing: [], orderedUntil: ago(20) }];
    const itsClock = clockOf(order, late, now);
    if (itsClock === null) throw new Error('it was received');
    return requestPage({
      ...open,
      basis: order,
      filer: 'authority',
      otherLaws: [],
      aboutTheSame: [],
      events: late,
      clock: itsClock,
      tests: [],
    });
  },
  'request-put-aside': () => requestPage({ ...open, asideUntil: ago(-100) }),
  'request-taken-over': () =>
    requestPage({ ...open, hold: { moderatorName: 'Ines Moreau', takenAt: ago(0.1), isMine: true, takenFrom: 'Tomás Beck' } }),
  'request-second-look': () => requestPage({ ...open, proposal }),
  'request-second-look-perhaps-under-18-by-another': () =>
    requestPage({ ...open, proposal, youngElsewhere: 'open', grounds: [...referGrounds] }),
  'request-second-look-perhaps-under-18-by-another-who-ended-it': () =>
    requestPage({
      ...open,
      proposal: { ...proposal, decision: 'remove', ground: 'valid-request', groundLabel: 'The request is valid' },
      youngElsewhere: 'ended',
      grounds: open.grounds.filter(({ decision }) => decision === 'refer' || decision === 'keep'),
    }),
  'request-proposed': () =>
    requestPage({ ...open, hold: null, news: 'proposed', proposal: { ...proposal, by: 'Ines Moreau', isMine: true } }),
  'request-not-agreed': () => requestPage({ ...open, news: 'not-agreed' }),
  'request-decided-by-two': () => requestPage({ ...decided, decision: { ...decision, agreedBy: 'Ines Moreau' } }),
  'request-of-many': () =>
    requestPage({
      ...open,
      uploads: [upload, { ...upload, ref: '5e1b4f7e-43f1-4a3a-8f7e-2f6f0b1f9a02' }],
      uploadCount: 510,
      part: 2,
      parts: 21,
      unscreened: Array.from({ length: 30 }, (_, index) => `https://photos.example/p/${index}`),
      problems: [{ field: 'for-all', sentence: 'A decision is for all 510 uploads of the request. Look through the pages, then say so.' }],
      entered: { ruling: 'remove:valid-request', note: '', unscreened: [], allPlaces: true, isForAll: false, also: [], tests: {} },
    }),
  'request-beside': () => requestPage({ ...open, beside }),
  'request-beside-to-correct': () =>
    requestPage({
      ...open,
      beside,
      problems: [{ field: 'also', sentence: 'Only a removal acts on more than the picture. Leave these, or remove.' }],
      entered: { ruling: 'keep:not-depicted', note: '', unscreened: [], allPlaces: false, isForAll: false, also, tests: {} },
    }),
  'request-second-look-beside': () =>
    requestPage({
      ...open,
      proposal: { ...proposal, decision: 'remove', ground: 'valid-request', groundLabel: 'The request is valid', also },
    }),
  'request-beside-decided': () =>
    requestPage({
      ...decided,
      decision: {
        ...decision,
        actions: [
          ...decision.actions,
          { ...beforeIt, beside: 'text', action: 'remove', target: null },
          { ...beforeIt, beside: 'link', action: 'remove', target: 'https://elsewhere.example/an-album-with-a-rather-long-address/48213' },
          { ...beforeIt, beside: 'account', action: 'restrict', target: 'account-7' },
        ],
      },
    }),
  'request-order': () => requestPage(ordered),
  'request-asked': () => requestPage({ ...open, events: asked, uploads: [{ ...upload, standing: 'restricted' }] }),
  'request-asked-answered-in-part': () => requestPage({ ...open, events: answeredInPart }),
  'request-asked-now': () => requestPage({ ...open, hold: null, events: asked, news: 'asked' }),
  'request-nothing-asked': () =>
    requestPage({ ...open, problems: [{ field: 'questions', sentence: 'Tick what is to be asked or done first.' }] }),
  'request-decided': () => requestPage({ ...decided, news: 'decided' }),
  'request-set-aside': () =>
    requestPage({
      ...decided,
      news: 'set-aside',
      otherLaws: [],
      uploads: [upload],
      events: setAsideEvents,
      clock: clock(setAsideEvents),
      decision: {
        ...decision,
        outside: [],
        decision: 'keep',
        ground: 'court',
        groundLabel: 'A court decided that it may be shown',
        note: 'Case 12 O 345/26, 20 November',
        findings: [],
        actions: [],
      },
    }),
  'request-set-aside-in-part': () =>
    requestPage({
      ...decided,
      news: 'set-aside-in-part',
      decision: {
        ...decision,
        note: `${decision.note}\nphoto-48214: A court decided that it may be shown. Case 12 O 345/26, 20 November`,
        actions: decision.actions.map((action, place) => (place === 1 ? { ...action, takenBackAt: ago(0.05) } : action)),
      },
    }),
  'request-set-aside-to-correct': () =>
    setAsidePage({
      decision: severalPictures,
      frame,
      problems: setAsideProblems(severalPictures, { ground: '', note: '', why: '', about: '' }),
      entered: { ground: '', note: 'Case 12 O 345/26, 20 November', receivedOn: '', why: '', about: '' },
      back: '/console/requests/LK-7Q2M-9XKA-0RTE-5',
    }),
  'request-counter-notice-too-early': () =>
    setAsidePage({
      decision: { ...decision, outside: outsideGroundsFor('dmca') },
      frame,
      problems: [notInTimeProblem('too-early', counterNoticeWindow('2026-11-20'))],
      entered: { ground: 'counter-notice', note: 'Letter of 20 November', receivedOn: '2026-11-20', why: '', about: '' },
      back: '/console/requests/LK-7Q2M-9XKA-0RTE-5',
    }),
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
  'request-open-anew': () => requestPage({ ...restrictable, closedComplaints: ['4f1d2c3b-aaaa-4bbb-8ccc-123456789abc'] }),
  'request-to-restrict': () => requestPage(restrictable),
  'request-law-wants-more': () => requestPage({ ...open, wantRemoval: [basis.name], notRestricted: 'law-wants-more' }),
  'request-held-and-not-restricted': () =>
    requestPage({
      ...restrictable,
      uploads: [{ ...upload, standing: 'held' }],
      grounds: offeredGrounds(groundsFor(european, null), []),
      notRestricted: 'is-held',
    }),
  'request-not-to-be-restricted': () =>
    requestPage({
      ...restrictable,
      problems: [
        {
          field: 'ruling',
          sentence: 'A match with somebody else’s picture holds an upload of it. Decide that match first. Nothing was decided.',
        },
      ],
    }),
  'request-restricted': () =>
    requestPage({
      ...decided,
      basis: european,
      otherLaws: [],
      uploads: [{ ...upload, standing: 'limited' }],
      events: restrictedEvents,
      clock: clock(restrictedEvents),
      decision: {
        ...decision,
        decision: 'restrict',
        ground: 'rules-age-gate',
        groundLabel: 'Our rules allow the picture only for people whose age is checked',
        actions: decision.actions.slice(1).map((action) => ({ ...action, action: 'restrict', visibility: 'age-gate' })),
      },
    }),
  'request-limit-ordered': () =>
    requestPage({
      ...decided,
      basis: european,
      otherLaws: [],
      uploads: [{ ...upload, standing: 'limit-ordered' }],
      events: limitOrdered,
      clock: clock(limitOrdered),
      decision: {
        ...decision,
        decision: 'restrict',
        ground: 'rules-age-gate',
        groundLabel: 'Our rules allow the picture only for people whose age is checked',
        actions: [],
      },
    }),
  'request-to-undo': () =>
    requestPage({ ...decided, news: 'decided', decision: { ...decision, decidedBy: frame.moderatorName, undoUntil: ago(-0.1) } }),
  'request-left-to-complaint': () =>
    requestPage({ ...decided, decision: { ...decision, decidedBy: frame.moderatorName, isLeftToComplaint: true } }),
  'request-not-to-undo-perhaps-under-18': () =>
    requestPage({ ...decided, decision: { ...decision, decidedBy: frame.moderatorName, notTakenBack: 'may-be-young' } }),
  'request-not-to-undo-referred-since': () =>
    requestPage({ ...decided, decision: { ...decision, decidedBy: frame.moderatorName, notTakenBack: 'referred-since' } }),
  'request-undone': () => requestPage({ ...open, news: 'undone' }),
  'request-already-back': () => requestPage({ ...open, news: 'already-back' }),
  'request-another-law': () => requestPage({ ...decided, news: 'another-law' }),
  'request-not-undone-referred-since': () => requestPage({ ...decided, news: 'referred-since' }),
  'request-not-undone-perhaps-under-18': () => requestPage({ ...decided, news: 'may-be-young' }),
  'request-not-undone': () => requestPage({ ...decided, news: 'not-undone' }),
  'request-ordered-for-another': () => requestPage({ ...open, uploads: [{ ...upload, standing: 'removal-ordered' }], unscreened: [] }),
  'request-decided-by-another': () => requestPage({ ...decided, news: 'late', next: null }),
  'request-found': () => requestPage(foundOpen),
  'request-found-unanswered': () =>
    requestPage({
      ...foundOpen,
      entered: {
        ruling: 'remove:valid-request',
        note: 'Both looked at.',
        unscreened: [],
        allPlaces: false,
        isForAll: false,
        also: [],
        tests: {},
        ofFound: { [upload.ref]: 'together' },
      },
      problems: [
        {
          field: foundField(secondFound),
          sentence:
            'Look at it, and say what it shows. It was found by the requester’s fingerprints, so it is not passed over. Nothing was decided.',
        },
        {
          field: fieldNames.keepAnswers,
          sentence:
            '7 more uploads that were found need an answer. Keep the answers of this page: the next ones follow. Nothing was decided.',
        },
      ],
    }),
  'request-found-answered-before': () =>
    requestPage({
      ...foundOpen,
      found: [
        { ...upload, needsAnswer: false, answered: { answer: 'another-picture', by: 'Ada', at: ago(2) } },
        { ...upload, ref: secondFound, contentId: 'photo-48300', standing: 'removed', needsAnswer: false, answered: null },
      ],
      moreFound: 0,
      moreAnswered: 3,
    }),
  'request-found-many': () =>
    requestPage({
      ...foundOpen,
      found: Array.from({ length: 6 }, (_, n) => ({
        ...upload,
        ref: `5e1b4f7e-43f1-4a3a-8f7e-2f6f0b1f9b0${n}`,
        contentId: `photo-4840${n}`,
        needsAnswer: true,
        answered: null,
      })),
      moreFound: 0,
      isStillLooking: false,
    }),
  'request-found-decided': () =>
    requestPage({
      ...decided,
      foundAnswered: [
        { ref: upload.ref, contentId: upload.contentId, answer: 'together', by: 'Ada', at: ago(1) },
        { ref: secondFound, contentId: 'photo-48300', answer: 'another-picture', by: 'Ada', at: ago(1) },
        { ref: '5e1b4f7e-43f1-4a3a-8f7e-2f6f0b1f9a04', contentId: 'photo-48302', answer: 'consented', by: 'Ada', at: ago(1) },
      ],
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
  'request-withdrawn-lately': () =>
    requestPage({
      ...open,
      events: withdrawnEvents,
      clock: clock(withdrawnEvents),
      uploads: [{ ...upload, preview: { ...upload.preview, isWithdrawn: true } }],
      state: 'withdrawn',
    }),
  'request-referred': () => requestPage(referred),
  'request-referred-confirmed': () => {
    const confirmed: CaseEvent[] = [...referredEvents, { kind: 'removed', at: ago(0.1) }];
    return requestPage({
      ...referred,
      uploads: [{ ...upload, standing: 'referred', isReferred: true }],
      events: confirmed,
      clock: clock(confirmed),
    });
  },
};

/** A request in which this is written. */
export function requestWith(answers: Partial<NonNullable<RequestModel['answers']>>): string {
  const written = { basis: 'take-it-down', onBehalfOf: 'agent', ...answers } as const;
  return requestPage({ ...open, answers: written, unscreened: [...(answers.contentIds ?? []), ...(answers.locations ?? [])] });
}
