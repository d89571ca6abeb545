/** How does a match that nobody asked about look in each of its states? */
import { byRule, limitedMatchGrounds, matchGrounds, offeredGrounds, referGrounds, theRule } from '@likeness/casework';
import { paths } from '../paths.ts';
import { type ReviewPageModel, reviewPage } from '../review.tsx';
import { ago, decision, frame, upload } from './made-up.ts';

const review: ReviewPageModel = {
  ...frame,
  beside: [],
  youngElsewhere: null,
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
  copies: [],
  isAlone: false,
  confirmedHere: null,
  shown: ['mark'],
  requests: ['LK-7Q2M-9XKA-0RTE-5'],
  state: 'open',
  grounds: offeredGrounds(matchGrounds, []),
  notRestricted: null,
  wantRemoval: [],
  proposal: null,
  decision: null,
  next: null,
  news: null,
};

const film: ReviewPageModel['upload'] = {
  ...review.upload,
  contentId: 'film-318',
  fingerprints: [0, 1, 2].map((atSeconds) => ({
    kind: 'vpdq',
    variant: 'whole',
    value: `${atSeconds}${'e'.repeat(63)}`,
    quality: 91,
    atSeconds,
  })),
};

export const reviewPages: Readonly<Record<string, () => string>> = {
  review: () => reviewPage(review),
  'review-law-wants-more': () => reviewPage({ ...review, notRestricted: 'law-wants-more', wantRemoval: ['US TAKE IT DOWN Act'] }),
  'review-video': () => reviewPage({ ...review, upload: { ...film, preview: { state: 'blurred', finding: 'same-file' } } }),
  'review-video-no-frames': () => reviewPage({ ...review, upload: { ...film, preview: { state: 'blurred', finding: 'video-damaged' } } }),
  'review-decided': () =>
    reviewPage({
      ...review,
      requests: [],
      state: 'decided',
      news: 'decided',
      next: { kind: 'review', href: paths.review('x') },
      decision: { ...decision, decision: 'keep', groundLabel: 'It is another picture', note: '', actions: [] },
    }),
  'review-decided-by-rule': () =>
    reviewPage({
      ...review,
      state: 'decided',
      upload: { ...review.upload, standing: 'removal-ordered' },
      decision: {
        ...decision,
        decidedBy: theRule,
        isByRule: true,
        ground: byRule.key,
        groundLabel: byRule.label,
        note: '',
        findings: [],
        actions: decision.actions.slice(0, 1),
      },
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
  'review-of-copies': () =>
    reviewPage({
      ...review,
      upload: { ...review.upload, preview: { state: 'blurred', finding: null } },
      copies: Array.from({ length: 49 }, (_, index) => ({
        reviewId: `0b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7e${index + 10}`,
        contentId: `photo-${5000 + index}`,
        url: `https://photos.example/p/${5000 + index}`,
        standing: index % 2 === 0 ? 'held' : 'visible',
      })),
      confirmedHere: { by: 'Tomás Beck', at: ago(400) },
    }),
  'review-of-what-is-restricted': () =>
    reviewPage({
      ...review,
      grounds: offeredGrounds(limitedMatchGrounds, ['age-gate']),
      upload: {
        ...review.upload,
        standing: 'visible',
        matches: review.upload.matches.map((match) => ({ ...match, isRestrictedHere: true })),
      },
    }),
  'review-hidden-for-a-request': () => reviewPage({ ...review, notRestricted: 'hidden-for-another' }),
  'review-perhaps-under-18': () => reviewPage({ ...review, youngElsewhere: 'open', grounds: [...referGrounds] }),
  'review-to-restrict': () => reviewPage({ ...review, grounds: offeredGrounds(matchGrounds, ['age-gate', 'not-recommended']) }),
  'review-closed': () => reviewPage({ ...review, upload: { ...review.upload, standing: 'visible' }, requests: [], state: 'closed' }),
};
