/** How does the queue look, full and empty? */
import type { QueuedRequest, QueueModel } from '../model.ts';
import { queuePage } from '../queue.tsx';
import { ago, emptyPart, frame, now } from './made-up.ts';

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
  isGone: index === 6,
  isFlagged: index === 3,
  heldBy: index === 2 ? 'Tomás Beck' : null,
  proposedBy: index === 4 ? 'Tomás Beck' : null,
  askedAt: index === 2 || index === 3 ? ago(1) : null,
  isPartlyAnswered: index === 3,
  leftBy: index === 3 ? 'Tomás Beck' : null,
  linkedTo: index === 4 ? 'LK-2222-9XKA-0RTE-5' : null,
  pile: index === 3 ? { id: '0b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d12', size: 412 } : null,
});

const queue: QueueModel = {
  ...frame,
  now,
  passedOver: new Set<string>(),
  news: null,
  pileId: null,
  referrals: { rows: [{ ...request(5, 3), isYoung: true, filer: 'user' }], total: 1, isFirst: true, next: null },
  saidYoung: {
    rows: [
      {
        trackingNumber: 'LK-4444-9XKA-0RTE-5',
        serviceName: 'Harbour photos',
        receivedAt: ago(40),
        dueAt: ago(-8),
        endedAt: ago(38),
        uploadCount: 1,
        heldBy: 'Tomás Beck',
      },
    ],
    total: 1,
    isFirst: true,
    next: null,
  },
  requests: {
    rows: [request(1, 51), request(2, 43.6), request(3, 20), request(4, 0.8), request(6, 49)],
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
        variant: 'flipX',
        distance: 14,
        uploadCount: 50,
        proposedBy: 'Ines Moreau',
      },
      {
        reviewId: '0b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d11',
        serviceName: 'Harbour photos',
        effect: 'review',
        openedAt: ago(30),
        bankName: 'Shared list',
        kind: 'sha256',
        variant: 'whole',
        distance: 0,
        uploadCount: 1,
        proposedBy: null,
      },
    ],
    total: 2,
    isFirst: true,
    next: null,
  },
  awaited: {
    rows: [
      {
        trackingNumber: 'LK-2222-9XKA-0RTE-5',
        serviceName: 'Harbour photos',
        receivedAt: ago(17),
        dueAt: ago(-31),
        decidedAt: ago(1),
        isRestriction: false,
        openCount: 2,
      },
      {
        trackingNumber: 'LK-3333-9XKA-0RTE-5',
        serviceName: 'Harbour photos',
        receivedAt: ago(16),
        dueAt: ago(-32),
        decidedAt: ago(1),
        isRestriction: true,
        openCount: 1,
      },
    ],
    total: 2,
    isFirst: true,
    next: null,
  },
  hasManyServices: false,
  hasKey: true,
  askingCount: 3,
  taskCount: 1,
};

export const queuePages: Readonly<Record<string, () => string>> = {
  'queue-left': () => queuePage({ ...queue, news: 'left' }),
  queue: () => queuePage(queue),
  'queue-referral-due-first': () =>
    queuePage({ ...queue, referrals: { ...queue.referrals, rows: queue.referrals.rows.map((row) => ({ ...row, dueAt: ago(8) })) } }),
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
};
