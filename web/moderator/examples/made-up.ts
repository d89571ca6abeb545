/** Who and what appears in the examples? All people, ids and addresses are made up. */

import { basisOf, outsideGroundsFor } from '@likeness/casework';
import { type Fingerprint, turns } from '@likeness/fingerprint';
import type { DeskPreferences } from '../account-model.ts';
import type { ConsoleFrame, DecisionMade, DeskUpload } from '../model.ts';
import type { Permission } from '../people-model.ts';

export const now = new Date('2026-11-22T14:05:00Z');
export const ago = (hours: number): Date => new Date(now.getTime() - hours * 3_600_000);
export const everything: readonly Permission[] = [
  'work-the-queue',
  'decide',
  'see-pictures',
  'report-referrals',
  'see-banks',
  'own-account',
  'close-referrals',
  'judge-items',
  'change-banks',
  'read-report',
  'judge-accounts',
  'set-aside-decisions',
  'resend-statements',
  'set-up-service',
  'manage-people',
  'answer-about-data',
];
export const preferences: DeskPreferences = { reveal: 'press', isGrey: false, isSmall: false, hasShortcuts: true };
export const frame: ConsoleFrame = { moderatorName: 'Ines Moreau', csrf: 'token', timeZone: 'UTC', may: everything, preferences };
export const basis = basisOf('take-it-down');

export const pdq = (seed: string, quality: number): Fingerprint[] =>
  ['whole' as const, ...turns].map((variant, index) => ({
    kind: 'pdq',
    variant,
    value: `${index}${seed.repeat(63)}`.slice(0, 64),
    quality,
  }));
export const fingerprints: Fingerprint[] = [
  ...pdq('a', 98),
  { kind: 'sha256', variant: 'whole', value: 'c'.repeat(64) },
  { kind: 'md5', variant: 'whole', value: 'd'.repeat(32) },
];

export const upload: DeskUpload = {
  ref: '5e1b4f7e-43f1-4a3a-8f7e-2f6f0b1f9a01',
  contentId: 'photo-48213',
  url: 'https://photos.example/p/48213/a-rather-long-address-that-has-to-break-somewhere-on-a-phone',
  screenedAt: ago(70),
  source: 'bytes',
  standing: 'visible',
  fingerprints,
  matches: [],
  nearness: [{ picture: 1, kind: 'pdq', distance: 8, isTurned: false, isProof: true }],
  decidedBefore: [
    { decision: 'remove', decidedBy: 'Tomás Beck', at: ago(400), about: 'picture', of: { kind: 'request', id: 'LK-2222-9XKA-0RTE-5' } },
  ],
  isReferred: false,
  copyOf: null,
  preview: { state: 'blurred', finding: null },
};

export const decision: DecisionMade = {
  decisionId: '0b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d13',
  undoUntil: null,
  isLeftToComplaint: false,
  notTakenBack: null,
  outside: outsideGroundsFor('take-it-down'),
  decision: 'remove',
  ground: 'valid-request',
  groundLabel: 'The request is valid under this law',
  decidedBy: 'Tomás Beck',
  isByRule: false,
  agreedBy: null,
  decidedAt: ago(0.2),
  note: 'Compared with the fingerprints, no need to look.',
  findings: [
    { short: 'Intimate', answer: 'Yes' },
    { short: 'Passes for real', answer: 'Not made up' },
  ],
  referralId: null,
  actions: [
    {
      action: 'remove',
      beside: null,
      target: null,
      contentId: 'photo-48213',
      openedAt: ago(0.2),
      completedAt: null,
      note: '',
      delivery: 'sent',
      takenBackAt: null,
    },
    {
      action: 'remove',
      beside: null,
      target: null,
      contentId: 'photo-48214',
      openedAt: ago(0.2),
      completedAt: ago(0.1),
      note: 'Thumbnails and caches are purged, too.',
      delivery: 'delivered',
      takenBackAt: null,
    },
  ],
  pictures: [],
};
export const emptyPart = { rows: [], total: 0, isFirst: true, next: null } as const;
