/** In which states can each of her pages be? Models that the tests show in a browser, one by one. */
import {
  type Additions,
  basisIn,
  type CaseEvent,
  caseworkIn,
  describedService,
  type Hidden,
  isSearchEngine,
  knownServices,
  type LetterState,
  lawsIn,
  lawsWith,
  letterStanding,
  lettersFor,
  missingElements,
  noFiles,
  preparedAnswers,
  type QuestionKey,
  type RequestAnswers,
  standing,
  standingMeanwhile,
  story,
  timeline,
  underSeveralLaws,
} from '@likeness/casework';
import {
  type CaseDraft,
  type CaseLetter,
  type CaseModel,
  type CasePart,
  type CaseRequest,
  type CaseWatch,
  type Frame,
  keptFields,
  type LetterModel,
  readLetterForm,
  readRequestForm,
  readWatchForm,
  renderAddPictures,
  renderAgeQuestion,
  renderCase,
  renderFollow,
  renderLanding,
  renderLeft,
  renderLetter,
  renderLetterForm,
  renderOpenCase,
  renderPrivacy,
  renderProblem,
  renderRequestForm,
  renderTakeOut,
  renderTalk,
  renderThreat,
  renderUnder18,
  renderWatchForm,
  renderWithdrawAsk,
  renderWithdrawDone,
  type Service,
  type Speech,
  speechIn,
  type TakeOutModel,
  type TalkModel,
  type WithdrawAskModel,
} from '../person/render.tsx';

const englishFrame: Frame = {
  siteName: 'Likeness',
  exitUrl: 'https://www.example.org/',
  operator: { name: 'Harbour Aid', contactHref: 'mailto:help@example.org' },
  timeZone: 'UTC',
  speech: speechIn('en'),
  prefix: '',
  here: '/',
};

export { englishFrame as frame };
export const services: readonly Service[] = [
  { id: 'harbour', name: 'Harbour Photos' },
  { id: 'north', name: 'North Forum' },
];
/** One in three countries, one in one of them. */
const servicesUnderLaws: readonly Service[] = [
  { id: 'harbour', name: 'Harbour Photos', laws: ['take-it-down', 'online-safety-act', 'digital-services-act'], choices: ['dmca'] },
  { id: 'north', name: 'North Forum', laws: ['take-it-down', 'digital-services-act'] },
];
export const caseCode = '00000-00000-00000-00000-0';

const completeAnswers: RequestAnswers = {
  basis: 'take-it-down',
  onBehalfOf: 'self',
  locations: [
    'https://photos.example/p/4821',
    'https://photos.example/album/with-a-long-name-that-has-to-break-somewhere-on-a-small-phone/4822',
  ],
  statement: { notConsensual: true, goodFaith: true },
  signature: 'Maria Beispiel',
  contact: { email: 'maria@example.org' },
};
const sparseAnswers: RequestAnswers = {
  basis: 'take-it-down',
  onBehalfOf: 'agent',
  locations: ['https://photos.example/p/4821'],
  contact: { email: 'maria@' },
};

const day = (number: number, hour = 14): Date => new Date(Date.UTC(2026, 10, number, hour, 5));

/** Every state, as it is in this language. */
export function statesIn(speech: Speech): Readonly<Record<string, () => string>> {
  const frame: Frame = { ...englishFrame, speech };
  const { language, words } = speech;
  const spoken = caseworkIn(language);
  const basis = basisIn(language, 'take-it-down');
  const session = { ...frame, csrf: 'token' };
  function refused(): CaseModel {
    const one = caseAt(day(24), [received, { at: day(22), kind: 'decided', decision: 'keep', ground: 'cannot-locate' }], completeAnswers);
    const complain = { trackingNumber: 'LK-7Q2M-9XKA-0RTE-5', until: day(200) };
    return { ...one, requests: one.requests.map((request) => ({ ...request, disagreement: { question: null, complain } })) };
  }

  /** Refused, which she said is wrong; since then the service was told to take it out of view, and nobody judges that any more. */
  function hiddenSince(hidden: Hidden): CaseModel {
    const events: CaseEvent[] = [
      received,
      { at: day(22), kind: 'decided', decision: 'keep', ground: 'not-depicted' },
      { at: day(23), kind: 'complained' },
      { at: day(23, 16), kind: 'complaint-decided', by: 'requester', outcome: 'rejected', unjudged: 'referred' },
    ];
    const one = caseAt(day(24), events, completeAnswers);
    const stands = standingMeanwhile(basis, events, day(24), spoken, { since: hidden });
    const complained = { trackingNumber: 'LK-7Q2M-9XKA-0RTE-5', at: day(23), isAnswered: true, unjudged: 'referred' } as const;
    const disagreement = { question: null, complain: null, complained };
    return { ...one, requests: one.requests.map((request) => ({ ...request, standing: stands, disagreement })) };
  }

  /** Refused; of the places that she named, one was taken out of view for another reason. */
  function hiddenInPart(hidden: Hidden): CaseModel {
    const events: CaseEvent[] = [received, { at: day(22), kind: 'decided', decision: 'keep', ground: 'not-depicted' }];
    const one = caseAt(day(24), events, completeAnswers);
    const part = { hidden, places: ['photos/albums/a-summer-at-the-harbour-with-a-name-that-is-long/pictures/48213'] };
    const stands = standingMeanwhile(basis, events, day(24), spoken, { part });
    return { ...one, requests: one.requests.map((request) => ({ ...request, standing: stands })) };
  }

  /** All was taken down; then whoever posted one of several was right. */
  function shownAgainInPart(): CaseModel {
    const events: CaseEvent[] = [
      received,
      { at: day(22), kind: 'decided', decision: 'remove', ground: 'valid-request' },
      { at: day(22, 15), kind: 'removed' },
      { at: day(23), kind: 'complaint-asked', until: day(30) },
      { at: day(30), kind: 'complaint-decided', by: 'uploader', outcome: 'upheld', isOfPart: true },
    ];
    const one = caseAt(day(30, 12), events, completeAnswers);
    const again = { places: ['photos/albums/a-summer-at-the-harbour-with-a-name-that-is-long/pictures/48213'], others: 1 };
    const stands = standingMeanwhile(basis, events, day(30, 12), spoken, { again });
    return { ...one, requests: one.requests.map((request) => ({ ...request, standing: stands })) };
  }

  function limited(): CaseModel {
    const events: CaseEvent[] = [
      received,
      { at: day(22), kind: 'decided', decision: 'restrict', ground: 'illegal-there-de' },
      { at: day(22, 15), kind: 'limited' },
      { at: day(23), kind: 'complaint-asked', until: day(24, 16) },
    ];
    return caseAt(day(24), events, completeAnswers);
  }

  function asked(): CaseModel {
    const events: CaseEvent[] = [
      received,
      { at: day(22), kind: 'decided', decision: 'remove', ground: 'valid-request' },
      { at: day(22, 15), kind: 'removed' },
      { at: day(24), kind: 'complaint-asked', until: day(31) },
    ];
    const one = caseAt(day(25), events, completeAnswers, { news: 'answered' });
    const question = { until: day(31) };
    return { ...one, requests: one.requests.map((request) => ({ ...request, disagreement: { question, complain: null } })) };
  }

  /** Answered under one law by `answer`, and under another by `other`, or open. */
  function ofTwoLaws(answer: readonly CaseEvent[], other: readonly CaseEvent[] = []): CaseModel {
    const now = day(22, 11);
    const also = basisIn(language, 'digital-services-act');
    const numbers = ['LK-7Q2M-9XKA-0RTE-5', 'LK-3B8D-5TWA-1HQE-9'] as const;
    const under = (law: typeof basis, events: readonly CaseEvent[]) => {
      const outcome = events.findLast((event) => event.kind === 'decided')?.decision ?? null;
      return {
        standing: standing(law, events, now, spoken),
        isOpen: outcome === null,
        isToBeRemoved: false,
        isRemoved: outcome === 'remove',
        isReferred: false,
        isLimited: outcome === 'restrict',
      };
    };
    const laws = [
      { name: basis.name, trackingNumber: numbers[0], ...under(basis, [received, ...answer]) },
      { name: also.name, trackingNumber: numbers[1], ...under(also, [received, ...other]) },
    ];
    const together = underSeveralLaws(laws, spoken);
    const one = caseAt(now, [received, ...answer], completeAnswers);
    if (together === null) return one;
    const { standing: stands, others: otherLaws, saysItStays } = together;
    const happened = story(
      [
        { basis, events: [received, ...answer], goneAt: null },
        { basis: also, events: [received, ...other], goneAt: null },
      ],
      spoken,
    );
    const of = { standing: stands, timeline: happened, otherLaws, saysItStays, isOpen: laws.some(({ isOpen }) => isOpen), laws };
    return { ...one, requests: one.requests.map((request) => ({ ...request, ...of })) };
  }

  /** Refused under one law, which she may say is wrong, and taken down under another. */
  function refusedAndDown(): CaseModel {
    const one = ofTwoLaws(
      [
        { at: day(22, 9), kind: 'decided', decision: 'remove', ground: 'valid-request' },
        { at: day(22, 10), kind: 'removed' },
      ],
      [{ at: day(22, 8), kind: 'decided', decision: 'keep', ground: 'not-intimate' }],
    );
    const complain = { trackingNumber: 'LK-3B8D-5TWA-1HQE-9', until: day(200) };
    return { ...one, requests: one.requests.map((request) => ({ ...request, disagreement: { question: null, complain } })) };
  }

  function askedForMore(...questions: readonly QuestionKey[]): CaseModel {
    const one = caseAt(
      day(22),
      [received, { at: day(21, 18), kind: 'seen' }, { at: day(21, 19), kind: 'asked', questions }],
      completeAnswers,
    );
    return { ...one, requests: one.requests.map((request) => ({ ...request, asked: questions, isHidden: true })) };
  }

  /** A case whose one request has gone through `events`, seen at `now`. */
  function caseAt(
    now: Date,
    events: readonly CaseEvent[],
    answers: RequestAnswers,
    more: Partial<CaseModel> = {},
    goneAt: Date | null = null,
  ): CaseModel {
    const itStands = standing(basis, events, now, spoken, goneAt !== null);
    const request: CaseRequest = {
      trackingNumber: 'LK-7Q2M-9XKA-0RTE-5',
      serviceName: 'Harbour Photos',
      standing: itStands,
      timeline: timeline(basis, events, spoken, goneAt),
      missing: missingElements(basis, answers),
      answers,
      isOpen: !events.some((event) => event.kind === 'decided' || (event.kind === 'taken-out' && event.part === 'request')),
      lacksContact: false,
      files: { pictures: 2, videos: 1, others: 0 },
      laws: [{ name: basis.name, trackingNumber: 'LK-7Q2M-9XKA-0RTE-5', standing: itStands }],
    };
    return {
      ...session,
      now,
      news: null,
      requests: [request],
      letters: [],
      drafts: [],
      otherServices: ['North Forum'],
      watches: [],
      watchDays: 90,
      helpers: { name: 'Harbour Aid', hasTalk: false, hasAnswer: false },
      withdrawalAt: null,
      hasPin: false,
      ...more,
    };
  }

  const received: CaseEvent = { at: day(21), kind: 'received', missing: [] };
  const missing = missingElements(basis, sparseAnswers).map(({ element }) => element);
  const passedOn = (): CaseModel => {
    const one = caseAt(
      day(22),
      [received, { at: day(22, 9), kind: 'decided', decision: 'refer', ground: 'perhaps-under-18' }],
      completeAnswers,
    );
    return { ...one, requests: one.requests.map((request) => ({ ...request, isReferred: true })) };
  };
  const written: TalkModel = {
    ...session,
    helpers: { name: 'Harbour Aid', hours: '9-17', replyHours: 24 },
    messages: [
      { by: 'person', at: day(21, 15), text: 'https://photos.example/p/4821' },
      { by: 'helper', at: day(22, 9), text: 'LK-2222' },
    ],
    news: 'sent',
    caseMark: 'of-her-case',
  };
  const waiting = [
    { trackingNumber: 'LK-7Q2M-9XKA-0RTE-5', serviceName: 'Harbour Photos' },
    { trackingNumber: 'LK-3B8D-5TWA-1HQE-9', serviceName: 'North Forum' },
  ];
  const withdrawalAsked: CaseEvent = { at: day(21, 16), kind: 'withdrawal-asked', takesEffectAt: day(24, 16) };

  const nothingAdded: Additions = { places: 0, files: noFiles, given: [], changed: [] };
  const requestPart: CasePart = {
    part: 'request',
    key: '',
    law: null,
    link: null,
    fingerprint: null,
    number: null,
    isLast: false,
    takesBeside: false,
    answerStays: false,
    waiting: null,
  };
  const picturePart: CasePart = { ...requestPart, part: 'picture', key: 'one', fingerprint: '48210937', number: 1 };
  const linkPart: CasePart = { ...requestPart, part: 'link', key: 'two', link: 'https://photos.example/p/4821' };
  const waitingPart = { id: 'a', until: day(24, 16) };
  const takingOut = (part: CasePart): TakeOutModel => ({
    ...session,
    step: { name: 'ask' },
    trackingNumber: 'LK-7Q2M-9XKA-0RTE-5',
    serviceName: 'Harbour Photos',
    part,
    isYoung: false,
    hasPin: false,
  });
  const withParts = (model: CaseModel, parts: readonly CasePart[]): CaseModel => ({
    ...model,
    requests: model.requests.map((request) => ({ ...request, parts })),
  });
  const withdrawal: WithdrawAskModel = {
    ...session,
    step: { name: 'ask' },
    hasPin: false,
    serviceNames: ['Harbour Photos'],
    removalStands: false,
    staysDown: false,
    isReferred: false,
    hasSaved: false,
    hasLetters: false,
    wasTold: true,
    hasContact: true,
  };

  const draft = { id: '4b9c7a40-0000-4000-8000-000000000011', days: 30 };
  const notSent: CaseDraft = {
    id: draft.id,
    which: 1,
    serviceNames: ['Harbour Photos', 'North Forum'],
    keptAt: day(21),
    until: new Date(Date.UTC(2026, 11, 21, 14, 5)),
    hasContact: true,
  };

  /** Filled in, but for the service and who is asking. */
  const halfFilledForm = readRequestForm(
    {
      caseCode,
      apart: 'yes',
      'locations.harbour': 'https://photos.example/p/4821\r\nthe album called summer',
      notConsensual: 'yes',
      signature: 'Maria Beispiel',
      contactPhone: '+1 555 0100',
    },
    words,
  );

  /** To both services, one of them signed for, from an open case. */
  const anotherForm = readRequestForm(
    {
      apart: 'yes',
      service: ['harbour', 'north'],
      onBehalfOf: 'self',
      'locations.harbour': 'https://photos.example/p/4821',
      'goodFaith.harbour': 'yes',
      'signed.harbour': 'yes',
      signature: 'Maria Beispiel',
      contactEmail: 'maria@example.org',
    },
    words,
  );

  const besideForm = readRequestForm(
    {
      caseCode,
      service: 'harbour',
      apart: 'yes',
      onBehalfOf: 'self',
      'besideText.harbour': 'LK-2222',
      'besideLinks.harbour': 'https://photos.example/album/7\r\nLK-3333',
      'besideAccounts.harbour': '@4821',
      signature: 'Maria Beispiel',
    },
    words,
  );

  /** As it was saved: nothing confirmed or signed. */
  const savedForm = readRequestForm(
    keptFields({
      apart: 'yes',
      service: 'harbour',
      onBehalfOf: 'self',
      notConsensual: 'yes',
      'locations.harbour': 'https://photos.example/p/4821',
      'signed.harbour': 'yes',
      signature: 'Maria Beispiel',
      contactEmail: 'maria@example.org',
    }),
    words,
  );

  /** The same of one service, as a case asks for it. */
  const besideInCase = readRequestForm(
    {
      caseCode,
      service: 'harbour',
      onBehalfOf: 'self',
      besideText: 'LK-2222',
      besideLinks: 'https://photos.example/album/7\r\nLK-3333',
      besideAccounts: '@4821',
      signature: 'Maria Beispiel',
    },
    words,
  );

  const letterForm = readLetterForm(
    {
      caseCode,
      knownService: 'other',
      serviceName: 'Old Forum',
      sendTo: 'legal@forum.example',
      locations: 'https://forum.example/t/77',
      onBehalfOf: 'self',
      notConsensual: 'yes',
      goodFaith: 'yes',
      signature: 'Maria Beispiel',
      contactPhone: '+1 555 0100',
      alsoUnder: ['take-it-down', 'digital-services-act'],
    },
    words,
  );
  const emptyLetter = readLetterForm({ caseCode }, words);
  const laws = lawsIn(lawsWith(), language);
  const letterAt = (now: Date, state: LetterState, asked = letterForm.asked): CaseLetter => ({
    id: '4b9c7a40-0000-4000-8000-000000000009',
    which: 1,
    serviceName: asked.serviceName,
    isSearchEngine: isSearchEngine(asked.serviceId),
    madeAt: day(20),
    sentAt: state.sentAt,
    standing: letterStanding(
      lettersFor(laws, asked, '2026-11-20', language).flatMap(({ bases }) => bases.map((id) => laws.of(id))),
      state,
      now,
      spoken,
      asked.serviceId,
    ),
    isComplete: false,
    hasContact: true,
  });
  const letterPage = (asked = letterForm.asked): LetterModel => ({
    ...session,
    letter: letterAt(day(20), { sentAt: null, outcome: null }, asked),
    asked,
    letters: lettersFor(laws, asked, '2026-11-20', language).map((part, index) => ({
      ...part,
      isWholeInFile: index > 0,
      isWholeInHers: index === 0,
    })),
    prepared: preparedAnswers(asked, language),
    known: asked.serviceId === null ? null : describedService(spoken, asked.serviceId),
  });
  const emptyWatch = readWatchForm({ caseCode }, words);
  const watch: CaseWatch = {
    id: '4b9c7a40-0000-4000-8000-000000000001',
    serviceName: 'Harbour Photos',
    startedAt: day(20),
    until: new Date(Date.UTC(2027, 1, 18)),
    hasEnded: false,
    isPaused: false,
    removed: 1,
    files: { pictures: 2, videos: 1, others: 0 },
  };
  const watches: readonly CaseWatch[] = [
    watch,
    { ...watch, id: '4b9c7a40-0000-4000-8000-000000000002', serviceName: 'North Forum', isPaused: true, removed: 0 },
    { ...watch, id: '4b9c7a40-0000-4000-8000-000000000003', serviceName: 'Old Forum', hasEnded: true, removed: 0, files: noFiles },
  ];

  return {
    landing: () => renderLanding({ ...frame, services }),
    'landing without services': () => renderLanding({ ...frame, operator: null, services: [] }),
    'age question': () => renderAgeQuestion({ ...frame, way: 'picture' }),
    'age question, threat': () => renderAgeQuestion({ ...frame, way: 'threat' }),
    threat: () => renderThreat({ ...frame, services }),
    'threat, nobody looks out': () => renderThreat({ ...frame, services: [] }),
    'look-out form': () => renderWatchForm({ ...frame, services, caseCode, days: 90 }),
    'look-out form, to check': () =>
      renderWatchForm({ ...frame, services, caseCode, days: 90, entered: emptyWatch, problems: emptyWatch.problems }),
    'letter form': () => renderLetterForm({ ...frame, csrf: null, caseCode, letterId: null }),
    'letter form, to check': () =>
      renderLetterForm({ ...frame, csrf: null, caseCode, letterId: null, entered: emptyLetter, problems: emptyLetter.problems }),
    'letter form, within a case': () =>
      renderLetterForm({ ...session, caseCode: null, letterId: null, filledIn: 'known', entered: { ...emptyLetter, onBehalfOf: null } }),
    'letter form, of a text that she changes': () =>
      renderLetterForm({ ...session, caseCode: null, letterId: letterForm.letterId, filledIn: 'all', entered: letterForm }),
    letter: () => renderLetter(letterPage()),
    'letter, with a copyright notice': () => renderLetter(letterPage({ ...letterForm.asked, bases: ['online-safety-act', 'dmca'] })),
    'letter, search engine': () => {
      const { sendTo: _other, ...asked } = letterForm.asked;
      return renderLetter(
        letterPage({ ...asked, serviceId: 'google-search', serviceName: 'Google Search', sendTo: knownServices[0]?.form ?? '' }),
      );
    },
    'case, letters': () => {
      const sent = { sentAt: day(20), outcome: null };
      const letters = [
        letterAt(day(20), { sentAt: null, outcome: null }),
        letterAt(day(21), sent),
        letterAt(day(24), sent),
        letterAt(day(24), { ...sent, outcome: 'refused' }),
        letterAt(day(24), { ...sent, outcome: 'gone' }),
        letterAt(day(24), { ...sent, outcome: 'refused' }, { ...letterForm.asked, serviceId: 'bing', serviceName: 'Microsoft Bing' }),
      ].map((letter, index) => ({ ...letter, which: index + 1 }));
      return renderCase({ ...caseAt(day(24), [], completeAnswers), requests: [], letters });
    },
    'case, looked out for': () => renderCase({ ...caseAt(day(22), [], completeAnswers), requests: [], news: 'watching', watches }),
    'case, gone in part': () =>
      renderCase(
        caseAt(
          day(22),
          [
            received,
            { at: day(22, 9), kind: 'decided', decision: 'remove', ground: 'valid-request', placesLeft: 1 },
            { at: day(22, 10), kind: 'removed' },
          ],
          completeAnswers,
        ),
      ),
    'case, gone where it acted, and other posts were left': () =>
      renderCase(
        caseAt(
          day(22),
          [
            received,
            {
              at: day(22, 9),
              kind: 'decided',
              decision: 'remove',
              ground: 'valid-request',
              foundLeft: { anotherPicture: 2, consented: 1 },
            },
            { at: day(22, 10), kind: 'removed' },
          ],
          completeAnswers,
        ),
      ),
    'case, to be taken down, and another post was left': () =>
      renderCase(
        caseAt(
          day(22),
          [
            received,
            { at: day(22, 9), kind: 'decided', decision: 'remove', ground: 'own-rules', foundLeft: { anotherPicture: 1, consented: 0 } },
          ],
          completeAnswers,
        ),
      ),
    'under 18': () => renderUnder18(frame),
    'request form, links only': () => renderRequestForm({ ...frame, way: 'young', services, caseCode }),
    'request form, links only, several laws': () => renderRequestForm({ ...frame, way: 'young', services: servicesUnderLaws, caseCode }),
    'request form, several laws': () => renderRequestForm({ ...frame, draft, way: 'picture', services: servicesUnderLaws, caseCode }),
    'request form, from her case': () =>
      renderRequestForm({
        ...frame,
        draft,
        way: 'picture',
        services: servicesUnderLaws,
        caseCode: '',
        within: { csrf: 'token', files: { pictures: 2, videos: 1, others: 0 } },
        entered: anotherForm,
      }),
    'request form, saved before': () =>
      renderRequestForm({
        ...frame,
        draft,
        way: 'picture',
        services: servicesUnderLaws,
        caseCode: '',
        within: { csrf: 'token', files: noFiles, isKept: true },
        entered: savedForm,
      }),
    'request form, saved before, sent meanwhile': () =>
      renderRequestForm({
        ...frame,
        draft,
        way: 'picture',
        services,
        caseCode: '',
        within: { csrf: 'token', files: { pictures: 1, videos: 0, others: 0 }, isKept: true, heldBefore: 3 },
        entered: savedForm,
        problems: [{ sentence: words.later.problems.sent }, { sentence: words.later.problems.tooMany({ most: 20 }) }],
      }),
    'request form': () => renderRequestForm({ ...frame, draft, way: 'picture', services, caseCode }),
    'request form, link': () => renderRequestForm({ ...frame, draft, way: 'link', services, caseCode }),
    'request form, for someone': () => renderRequestForm({ ...frame, draft, way: 'for-someone', services, caseCode }),
    'request form, one service': () => renderRequestForm({ ...frame, draft, way: 'picture', services: services.slice(0, 1), caseCode }),
    'request form, to check': () =>
      renderRequestForm({
        ...frame,
        draft,
        way: 'picture',
        services,
        caseCode,
        entered: halfFilledForm,
        problems: halfFilledForm.problems,
      }),
    'request form, beside, to check': () =>
      renderRequestForm({ ...frame, draft, way: 'picture', services, caseCode, entered: besideForm, problems: besideForm.problems }),
    'open case': () => renderOpenCase({ ...frame, asksPin: false }),
    'open case, no cookie kept': () => renderOpenCase({ ...frame, asksPin: false, keepsNoCookie: true }),
    'open case, PIN asked': () => renderOpenCase({ ...frame, asksPin: true, code: caseCode }),
    'open case, unknown code': () =>
      renderOpenCase({ ...frame, asksPin: false, code: caseCode, problems: [{ field: 'caseCode', sentence: words.openCase.unknown }] }),
    'case, just sent': () => renderCase(caseAt(day(21, 15), [received], completeAnswers, { news: 'filed' })),
    'case, saved and not sent': () =>
      renderCase({
        ...caseAt(day(21, 15), [], completeAnswers, { news: 'kept' }),
        requests: [],
        drafts: [notSent, { ...notSent, which: 2, serviceNames: [], hasContact: false }],
        otherServices: [],
      }),
    'case, one sent and one not': () =>
      renderCase(caseAt(day(22), [received], completeAnswers, { news: 'kept-deleted', drafts: [notSent], otherServices: [] })),
    'case, ending, with one not sent': () =>
      renderCase(caseAt(day(22), [received, withdrawalAsked], completeAnswers, { drafts: [notSent], withdrawalAt: day(24, 16) })),
    'case, something missing': () => renderCase(caseAt(day(21, 15), [{ ...received, missing }], sparseAnswers, { news: 'filed' })),
    'case, not an e-mail address': () =>
      renderCase(
        caseAt(day(21, 15), [{ ...received, missing }], sparseAnswers, {
          problems: [{ field: 'contactEmail', sentence: words.case.notAnEmail }],
          problemsOf: 'LK-7Q2M-9XKA-0RTE-5',
        }),
      ),
    'case, added beside the picture': () => {
      const beside = { text: 1, link: 2, account: 1 };
      const added: CaseEvent = { at: day(21, 18), kind: 'amended', missing: [], by: 'person', added: { ...nothingAdded, beside } };
      const named = besideInCase.answers.beside ?? [];
      const one = caseAt(day(22), [received, added], { ...completeAnswers, beside: named }, { news: 'added' });
      return renderCase({ ...one, requests: one.requests.map((request) => ({ ...request, besideDecided: named.map(() => 'open') })) });
    },
    'case, more to correct': () => {
      const one = caseAt(day(22), [received], completeAnswers, {
        problems: besideInCase.problems,
        problemsOf: 'LK-7Q2M-9XKA-0RTE-5',
      });
      const typed = { beside: besideInCase.answers.beside ?? [] };
      const actsOn = ['text', 'account'] as const;
      return renderCase({ ...one, requests: one.requests.map((request) => ({ ...request, typed, actsOn })) });
    },
    'case, two laws': () => {
      const one = caseAt(day(21, 15), [received], completeAnswers);
      const also = basisIn(language, 'digital-services-act');
      const lacks = missingElements(also, { ...completeAnswers, contact: { phone: '+1 555 0100' } });
      const second = { name: also.name, trackingNumber: 'LK-3B8D-5TWA-1HQE-9' };
      const its = standing(also, [{ ...received, missing: lacks.map(({ element }) => element) }], day(21, 15), spoken);
      return renderCase({
        ...one,
        requests: one.requests.map((request) => ({
          ...request,
          missing: lacks,
          files: { pictures: 0, videos: 1, others: 0 },
          laws: [...request.laws, { ...second, standing: its }],
        })),
      });
    },
    'case, nothing given under two laws': () => {
      const one = caseAt(day(21, 15), [{ ...received, missing }], sparseAnswers, { news: 'filed' });
      const lacks = ['take-it-down', 'digital-services-act', 'online-safety-act'] as const;
      const ofAll = lacks.flatMap((id) => missingElements(basisIn(language, id), { ...sparseAnswers, signature: '', contact: {} }));
      return renderCase({ ...one, requests: one.requests.map((request) => ({ ...request, missing: ofAll })) });
    },
    'case, taken down under one of two laws': () =>
      renderCase(
        ofTwoLaws([
          { at: day(22, 9), kind: 'decided', decision: 'remove', ground: 'valid-request' },
          { at: day(22, 10), kind: 'removed' },
        ]),
      ),
    'case, taken down under one of two laws and refused under the other': () => renderCase(refusedAndDown()),
    'case, refused under one of two laws': () =>
      renderCase(ofTwoLaws([{ at: day(22, 9), kind: 'decided', decision: 'keep', ground: 'not-intimate' }])),
    'case, no helper any more': () =>
      renderCase({ ...caseAt(day(22), [received], completeAnswers), helpers: { name: null, hasTalk: true, hasAnswer: true } }),
    'case, gone before it was decided': () => renderCase(caseAt(day(24), [received], completeAnswers, {}, day(22))),
    'case, overdue': () => renderCase(caseAt(day(24), [received, { at: day(22), kind: 'seen' }], completeAnswers)),
    'case, taken down': () =>
      renderCase(
        caseAt(
          day(24),
          [
            received,
            { at: day(22), kind: 'seen' },
            { at: day(22), kind: 'decided', decision: 'remove', ground: 'valid-request' },
            { at: day(22, 15), kind: 'removed' },
          ],
          completeAnswers,
        ),
      ),
    'case, to be seen by fewer people': () =>
      renderCase(
        caseAt(day(22), [received, { at: day(22, 9), kind: 'decided', decision: 'restrict', ground: 'rules-age-gate' }], completeAnswers),
      ),
    'case, seen by fewer people, and asked': () => {
      const one = limited();
      const disagreement = { question: { until: day(24, 16), isLimited: true }, complain: null };
      return renderCase({ ...one, requests: one.requests.map((request) => ({ ...request, disagreement })) });
    },
    'case, asked about one of several links': () => {
      const events: CaseEvent[] = [
        received,
        { at: day(22), kind: 'decided', decision: 'remove', ground: 'valid-request' },
        { at: day(22, 15), kind: 'removed' },
        { at: day(23, 12), kind: 'complaint-asked', until: day(30) },
      ];
      const locations = ['https://photos.example/view?id=77120431', 'https://photos.example/albums/summer'];
      const one = caseAt(day(24), events, { ...completeAnswers, locations });
      const disagreement = { question: { until: day(30), links: locations.slice(1) }, complain: null };
      return renderCase({ ...one, requests: one.requests.map((request) => ({ ...request, disagreement })) });
    },
    'case, limited, both sides may speak': () => {
      const one = limited();
      const disagreement = {
        question: { until: day(24, 16), isLimited: true },
        complain: { trackingNumber: 'LK-7Q2M-9XKA-0RTE-5', until: day(200), isLimited: true },
      };
      const said = { form: 'complain', choice: '', text: 'the album called summer' } as const;
      return renderCase({
        ...one,
        requests: one.requests.map((request) => ({ ...request, disagreement, said })),
        problems: [{ field: 'choice', sentence: words.disagree.choose }],
        problemsOf: 'LK-7Q2M-9XKA-0RTE-5',
      });
    },
    'case, what was to be seen by fewer people is gone': () => {
      const events: CaseEvent[] = [
        received,
        { at: day(22), kind: 'decided', decision: 'restrict', ground: 'rules-age-gate' },
        { at: day(22, 15), kind: 'limited' },
        { at: day(22, 20), kind: 'removed' },
        { at: day(23, 12), kind: 'complaint-asked', until: day(30) },
      ];
      const one = caseAt(day(24), events, completeAnswers);
      const question = { until: day(30), isLimited: true };
      return renderCase({ ...one, requests: one.requests.map((request) => ({ ...request, disagreement: { question, complain: null } })) });
    },
    'case, seen by fewer people, and she does not agree': () => {
      const one = caseAt(
        day(24),
        [
          received,
          { at: day(22), kind: 'decided', decision: 'restrict', ground: 'rules-age-gate' },
          { at: day(22, 15), kind: 'limited' },
          { at: day(23), kind: 'complained' },
        ],
        completeAnswers,
      );
      const disagreement = {
        question: null,
        complain: null,
        complained: { trackingNumber: 'LK-7Q2M-9XKA-0RTE-5', at: day(23), isAnswered: false, unjudged: null },
      };
      return renderCase({ ...one, requests: one.requests.map((request) => ({ ...request, disagreement })) });
    },
    'case, refused, and she does not agree': () => {
      const complained = { trackingNumber: 'LK-7Q2M-9XKA-0RTE-5', at: day(23), isAnswered: false, unjudged: null };
      const disagreement = { question: null, complain: null, complained };
      return renderCase({
        ...refused(),
        news: 'complained',
        requests: refused().requests.map((request) => ({ ...request, disagreement })),
      });
    },
    'case, refused, and the same answer again': () => {
      const disagreement = {
        question: null,
        complain: null,
        complained: { trackingNumber: 'LK-7Q2M-9XKA-0RTE-5', at: day(23), isAnswered: true, unjudged: null },
      };
      return renderCase({ ...refused(), requests: refused().requests.map((request) => ({ ...request, disagreement })) });
    },
    'case, refused, then out of view for another reason': () => renderCase(hiddenSince('confirmed')),
    'case, refused, then to go out of view for another reason': () => renderCase(hiddenSince('ordered')),
    'case, refused, and in part out of view': () => renderCase(hiddenInPart('confirmed')),
    'case, taken down, and one of several shown again': () => renderCase(shownAgainInPart()),
    'case, refused, and in part to go out of view': () => renderCase(hiddenInPart('ordered')),
    'case, refused': () =>
      renderCase(caseAt(day(24), [received, { at: day(22), kind: 'decided', decision: 'keep', ground: 'cannot-locate' }], completeAnswers)),
    'case, refused, to complain about': () => renderCase(refused()),
    'case, complaint to correct': () =>
      renderCase({
        ...refused(),
        requests: refused().requests.map((request) => ({ ...request, said: { form: 'complain', choice: '', text: '' } })),
        problems: [{ field: 'choice', sentence: words.disagree.choose }],
        problemsOf: 'LK-7Q2M-9XKA-0RTE-5',
      }),
    'case, complaint of an old page': () =>
      renderCase({
        ...refused(),
        requests: refused().requests.map((request) => ({
          ...request,
          said: { form: 'complain', choice: '', text: 'the album called summer' },
        })),
        problems: [{ field: 'words', sentence: words.case.stale }],
        problemsOf: 'LK-7Q2M-9XKA-0RTE-5',
      }),
    'case, answered too late': () => renderCase({ ...refused(), news: 'answered-late', givenBack: 'the album called summer' }),
    'case, sent from a page of another case': () =>
      renderCase({ ...refused(), problems: [{ sentence: words.case.otherCase }], givenBack: 'the album called summer' }),
    'case, asked about a complaint': () => renderCase(asked()),
    'case, asked for more': () => renderCase(askedForMore('where', 'more', 'acting')),
    'case, asked which picture it is': () => renderCase(askedForMore('which')),
    'case, ending': () => renderCase(caseAt(day(22), [received, withdrawalAsked], completeAnswers, { withdrawalAt: day(24, 16) })),
    'case, of somebody under 18': () => renderCase(caseAt(day(21, 15), [{ ...received, missing }], { ...sparseAnswers, isYoung: true })),
    'case, passed on, for perhaps under 18': () => renderCase(passedOn()),
    'case, one of two passed on': () => {
      const one = passedOn();
      const other = caseAt(day(22), [received], completeAnswers).requests.map((request) => ({ ...request, serviceName: 'North Forum' }));
      return renderCase({ ...one, requests: [...one.requests, ...other] });
    },
    'case, two requests': () => {
      const one = caseAt(day(21, 15), [{ ...received, missing }], sparseAnswers);
      return renderCase({
        ...one,
        requests: [...one.requests, ...one.requests.map((request) => ({ ...request, serviceName: 'North Forum' }))],
      });
    },
    'case, nothing sent': () =>
      renderCase({
        ...session,
        now: day(21),
        news: null,
        requests: [],
        letters: [],
        drafts: [],
        otherServices: [],
        watches: [],
        watchDays: 90,
        helpers: null,
        withdrawalAt: null,
        hasPin: false,
      }),
    'case, ending, with a PIN': () =>
      renderCase(caseAt(day(22), [received, withdrawalAsked], completeAnswers, { withdrawalAt: day(24, 16), hasPin: true })),
    'case, completed in two steps': () =>
      renderCase(
        caseAt(
          day(22),
          [
            { ...received, missing },
            {
              at: day(21, 17),
              kind: 'amended',
              missing: ['contact'],
              by: 'person',
              added: { ...nothingAdded, places: 2, given: ['statement'] },
            },
            {
              at: day(21, 18),
              kind: 'amended',
              missing: [],
              by: 'person',
              added: { ...nothingAdded, given: ['contact'], changed: ['signature'] },
            },
            { at: day(21, 19), kind: 'amended', missing: [], by: 'platform', added: { ...nothingAdded, places: 1 } },
          ],
          completeAnswers,
          { news: 'added' },
        ),
      ),
    'case, contact erased': () => {
      const { contact: _erased, ...answers } = completeAnswers;
      const one = caseAt(day(22), [received, { at: day(22, 9), kind: 'contact-erased' }], answers, { news: 'erased' });
      return renderCase({ ...one, requests: one.requests.map((request) => ({ ...request, missing: [], lacksContact: true })) });
    },
    'case, contact erased from what is not sent': () =>
      renderCase({ ...caseAt(day(22), [received], completeAnswers, { news: 'erased' }), requests: [], drafts: [notSent] }),
    'case, contact erased, and one law misses an e-mail address': () => {
      const { contact: _erased, ...answers } = completeAnswers;
      const missing = missingElements(basisIn(language, 'digital-services-act'), answers).filter(({ rule }) => rule === 'name-and-email');
      const one = caseAt(day(22), [received, { at: day(22, 9), kind: 'contact-erased' }], answers, { news: 'erased' });
      return renderCase({ ...one, requests: one.requests.map((request) => ({ ...request, missing, lacksContact: true })) });
    },
    'case, to be taken down': () =>
      renderCase(
        caseAt(
          day(22),
          [received, { at: day(22, 9), kind: 'decided', decision: 'remove', ground: 'own-rules', placesLeft: 2 }],
          completeAnswers,
        ),
      ),
    'case, a helper has answered': () =>
      renderCase({ ...caseAt(day(22), [received], completeAnswers), helpers: { name: 'Harbour Aid', hasTalk: true, hasAnswer: true } }),
    'age question, more pictures': () => renderAgeQuestion({ ...frame, way: 'more' }),
    'add pictures': () => renderAddPictures({ ...session, requests: waiting.slice(0, 1) }),
    'add pictures, several services': () => renderAddPictures({ ...session, requests: waiting }),
    'add pictures, to check': () =>
      renderAddPictures({
        ...session,
        requests: [...waiting, { trackingNumber: 'LK-5C2E-8RWB-3JQF-1', serviceName: 'North Forum' }],
        problems: [
          { field: 'fingerprints-files', sentence: words.addPictures.problems.known },
          { field: 'trackingNumber', sentence: words.addPictures.problems.decided },
        ],
      }),
    'add pictures, one decided meanwhile': () =>
      renderAddPictures({
        ...session,
        requests: waiting.slice(0, 1),
        problems: [{ field: 'trackingNumber', sentence: words.addPictures.problems.decided }],
      }),
    'case, added to some': () => renderCase(caseAt(day(22), [received], completeAnswers, { news: 'added-in-part' })),
    talk: () => renderTalk(written),
    'talk, sent from a page of another case': () =>
      renderTalk({ ...written, givenBack: 'Is someone there?', problems: [{ sentence: words.case.otherCase }] }),
    'talk, nothing yet': () => renderTalk({ ...written, messages: [], news: 'deleted' }),
    'talk, to correct': () => renderTalk({ ...written, entered: '', problems: [{ field: 'words', sentence: words.talk.problems.empty }] }),
    withdraw: () => renderWithdrawAsk(withdrawal),
    'withdraw, with a PIN': () => renderWithdrawAsk({ ...withdrawal, hasPin: true }),
    'withdraw, PIN left empty': () =>
      renderWithdrawAsk({ ...withdrawal, step: { name: 'pin-left-empty' }, hasPin: true, eraseContact: true }),
    'withdraw, sooner': () => renderWithdrawAsk({ ...withdrawal, step: { name: 'sooner', than: day(24, 16) }, hasPin: true }),
    'withdraw, wrong PIN': () =>
      renderWithdrawAsk({
        ...withdrawal,
        hasPin: true,
        serviceNames: ['Harbour Photos', 'North Forum'],
        removalStands: true,
        staysDown: false,
        isReferred: false,
        problems: [{ field: 'pin', sentence: words.withdraw.wrongPin }],
      }),
    'withdraw, ended': () =>
      renderWithdrawDone({
        ...frame,
        outcome: 'ended',
        serviceNames: ['Harbour Photos'],
        removalStands: true,
        staysDown: false,
        isReferred: false,
      }),
    'take out a link': () => renderTakeOut(takingOut(linkPart)),
    'take out a link, with a PIN, wrong': () =>
      renderTakeOut({
        ...takingOut({ ...linkPart, takesBeside: true, isLast: true }),
        hasPin: true,
        problems: [{ field: 'pin', sentence: words.withdraw.wrongPin }],
      }),
    'take out a picture that was answered': () => renderTakeOut(takingOut({ ...picturePart, answerStays: true })),
    'take back a request, PIN left empty': () =>
      renderTakeOut({ ...takingOut(requestPart), isYoung: true, hasPin: true, step: { name: 'pin-left-empty' } }),
    'take back a request under one law': () => renderTakeOut(takingOut({ ...requestPart, key: 'LK-7Q2M-9XKA-0RTE-5', law: basis.name })),
    'take back a request, sooner': () =>
      renderTakeOut({ ...takingOut(requestPart), isYoung: true, hasPin: true, step: { name: 'sooner', than: day(24, 16) } }),
    'case, parts to take out': () =>
      renderCase(
        withParts(caseAt(day(22), [received], completeAnswers, { news: 'kept-in' }), [
          requestPart,
          { ...requestPart, key: 'LK-7Q2M-9XKA-0RTE-5', law: basis.name },
          picturePart,
          linkPart,
        ]),
      ),
    'case, parts that wait and are out': () =>
      renderCase(
        withParts(
          caseAt(
            day(22),
            [received, { at: day(21, 16), kind: 'taking-out', part: 'link' }, { at: day(21, 17), kind: 'taken-out', part: 'picture' }],
            completeAnswers,
            { news: 'taking-out', hasPin: true },
          ),
          [{ ...requestPart, waiting: waitingPart }, picturePart, { ...linkPart, waiting: waitingPart }],
        ),
      ),
    'case, request taken back': () => {
      const answers: RequestAnswers = { basis: 'take-it-down', onBehalfOf: 'self' };
      const one = caseAt(day(22), [received, { at: day(21, 16), kind: 'taken-out', part: 'request' }], answers, { news: 'taken-out' });
      return renderCase({ ...one, requests: one.requests.map((request) => ({ ...request, missing: [], files: noFiles })) });
    },
    'withdraw, of what fewer people see': () => renderWithdrawAsk({ ...withdrawal, serviceNames: [], limitStands: true }),
    'withdraw, ended, of what fewer people see': () =>
      renderWithdrawDone({
        ...frame,
        outcome: 'ended',
        serviceNames: [],
        removalStands: false,
        limitStands: true,
        staysDown: false,
        isReferred: false,
      }),
    'withdraw, of what was saved and not sent': () =>
      renderWithdrawAsk({ ...withdrawal, serviceNames: [], hasSaved: true, wasTold: false }),
    'withdraw, of texts that she sends herself': () =>
      renderWithdrawAsk({ ...withdrawal, serviceNames: [], hasLetters: true, wasTold: false }),
    'withdraw, of what was referred': () => renderWithdrawAsk({ ...withdrawal, serviceNames: [], isReferred: true }),
    'withdraw, of what was taken down': () => renderWithdrawAsk({ ...withdrawal, serviceNames: [], staysDown: true, isReferred: false }),
    'withdraw, ended, of what was taken down': () =>
      renderWithdrawDone({ ...frame, outcome: 'ended', serviceNames: [], removalStands: false, staysDown: true, isReferred: false }),
    'withdraw, ended, two services': () =>
      renderWithdrawDone({
        ...frame,
        outcome: 'ended',
        serviceNames: ['Harbour Photos', 'North Forum'],
        removalStands: false,
        staysDown: false,
        isReferred: false,
      }),
    'withdraw, waiting': () =>
      renderWithdrawDone({ ...session, outcome: 'waiting', takesEffectAt: day(24, 16), hasPin: false, contactErased: false }),
    'withdraw, waiting, with a PIN': () =>
      renderWithdrawDone({ ...session, outcome: 'waiting', takesEffectAt: day(24, 16), hasPin: true, contactErased: true }),
    follow: () => renderFollow({ ...frame, step: 'link' }),
    'follow, unknown link': () => renderFollow({ ...frame, step: 'link', problems: [{ field: 'secret', sentence: words.follow.unknown }] }),
    'follow, code': () => renderFollow({ ...session, step: 'code', serviceName: 'Harbour Photos', caseCode }),
    privacy: () =>
      renderPrivacy({
        ...frame,
        draftDays: 30,
        kept: {
          controller: { name: 'Harbour Aid', address: '1 Quay Street, Dublin, Ireland' },
          contact: 'help@example.org',
          contactHref: 'mailto:help@example.org',
          lawfulBasis: 'Legal obligation, GDPR Art. 6(1)(c), and legal claims, Art. 9(2)(f).',
          keepDays: { answers: 365, uploads: 1, matchedUploads: 400, notes: 365 },
        },
      }),
    'privacy, nobody named': () => renderPrivacy({ ...frame, draftDays: 30, kept: null }),
    'left, exit': () => renderLeft({ ...frame, reason: 'exit' }),
    'left, closed': () => renderLeft({ ...frame, reason: 'closed' }),
    'left, idle': () => renderLeft({ ...frame, reason: 'idle' }),
    'left, idle, with a message': () => renderLeft({ ...frame, reason: 'idle', typed: 'https://photos.example/p/4821' }),
    'problem 404': () => renderProblem({ ...frame, status: 404 }),
    'problem 405': () => renderProblem({ ...frame, status: 405 }),
    'problem 429': () => renderProblem({ ...frame, status: 429, retryAfterSeconds: 200 }),
    'problem 500': () => renderProblem({ ...frame, status: 500 }),
  };
}

export const pageStates = statesIn(speechIn('en'));

/** The address under which a test serves a state. */
export const statePath = (name: string): string => `/state/${encodeURIComponent(name)}`;

/** The state at an address, or nothing. */
export function stateAt(path: string): string | undefined {
  return path.startsWith('/state/') ? pageStates[decodeURIComponent(path.slice('/state/'.length))]?.() : undefined;
}
