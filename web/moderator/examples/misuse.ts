/** How do the pages about misuse look? */
import { measureReasonsFor } from '@likeness/casework';
import { fieldNames } from '../fields.ts';
import { misuseAccountPage, misusePage } from '../misuse.tsx';
import type { MeasureTaken, MisuseCardModel, MisuseRow } from '../misuse-model.ts';
import { ago, frame } from './made-up.ts';

const policy = { days: 180, least: 3 };
const row: MisuseRow = {
  accountKey: '5e1b4f7e43f14a3a8f7e2f6f0b1f9a01',
  serviceName: 'Harbour photos',
  kind: 'illegal-content',
  account: 'account-7731',
  count: 5,
  lastAt: ago(20),
  warnedAt: null,
  suspendedUntil: null,
  hasComplaint: false,
};
const card: MisuseCardModel = {
  ...frame,
  ...row,
  suspendedByDecisionAt: null,
  policy,
  facts: {
    count: 5,
    total: 9,
    byGround: [
      { ground: 'valid-request', count: 3 },
      { ground: 'same-picture', count: 2 },
    ],
    sinceWarning: 0,
    copies: 2,
  },
  incidents: Array.from({ length: 5 }, (_, index) => ({
    about: `photo-4821${index}`,
    request: null,
    groundLabel: index < 3 ? 'The request is valid under this law' : 'It is the listed picture, or an edited copy of it',
    at: ago(20 + index * 70),
    isCopy: index >= 3,
  })),
  measures: [],
  refused: { warning: null, suspension: 'no-warning' },
  reasons: measureReasonsFor('illegal-content'),
  groundLabels: { 'valid-request': 'The request is valid under this law', 'same-picture': 'It is the listed picture' },
  news: null,
};
const warning: MeasureTaken = {
  measureId: '0b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d20',
  measure: 'warning',
  reasonLabel: 'Plainly intimate pictures of people who did not agree',
  intention: 'not-known',
  decidedBy: 'Tomás Beck',
  decidedAt: ago(400),
  endsAt: null,
  ended: null,
  complaint: null,
};
const suspension: MeasureTaken = {
  ...warning,
  measureId: '0b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d21',
  measure: 'suspension',
  intention: 'on-purpose',
  decidedAt: ago(30),
  endsAt: ago(-138),
  complaint: { at: ago(10), text: 'These were my own pictures, and I can show it.', isOwn: false, hasJudge: true, judged: null },
};
const warned = {
  ...card,
  warnedAt: warning.decidedAt,
  facts: { ...card.facts, sinceWarning: 2 },
  measures: [warning],
  refused: { warning: 'warned', suspension: null },
} as const;
const suspended: MisuseCardModel = {
  ...warned,
  suspendedUntil: suspension.endsAt,
  suspendedByDecisionAt: ago(20),
  measures: [suspension, warning],
  refused: { warning: 'suspended', suspension: 'suspended' },
};

export const misusePages: Readonly<Record<string, () => string>> = {
  misuse: () =>
    misusePage({
      ...frame,
      policy,
      hasManyServices: true,
      total: 4,
      news: null,
      rows: [
        row,
        { ...row, kind: 'unfounded-notices', account: 'reporter-12', warnedAt: ago(300), hasComplaint: true, count: 4 },
        { ...row, kind: 'unfounded-complaints', account: 'account-22', suspendedUntil: ago(-100), count: 3, lastAt: null },
      ],
    }),
  'misuse-empty': () => misusePage({ ...frame, policy, hasManyServices: false, total: 0, news: 'lifted', rows: [] }),
  'misuse-account': () => misuseAccountPage(card),
  'misuse-account-to-correct': () =>
    misuseAccountPage({
      ...card,
      entered: { measure: 'warning', reason: '', intention: '' },
      problems: [
        { field: fieldNames.reason, sentence: 'Choose why.' },
        { field: fieldNames.intention, sentence: 'Say what could be found of the intention.' },
      ],
    }),
  'misuse-account-warned': () => misuseAccountPage({ ...warned, news: 'warning' }),
  'misuse-account-suspended': () => misuseAccountPage({ ...suspended, news: 'suspension' }),
  'misuse-account-own': () =>
    misuseAccountPage({
      ...suspended,
      measures: [{ ...suspension, complaint: { at: ago(10), text: '', isOwn: true, hasJudge: true, judged: null } }, warning],
    }),
  'misuse-account-own-nobody-else': () =>
    misuseAccountPage({
      ...suspended,
      measures: [{ ...suspension, complaint: { at: ago(10), text: '', isOwn: true, hasJudge: false, judged: null } }, warning],
    }),
  'misuse-account-restored': () =>
    misuseAccountPage({
      ...warned,
      news: 'judged',
      measures: [
        {
          ...suspension,
          ended: { at: ago(1), because: 'complaint', by: 'Ines Moreau' },
          complaint: {
            at: ago(10),
            text: 'I can show it.',
            isOwn: false,
            hasJudge: true,
            judged: { outcome: 'upheld', by: 'Ines Moreau', at: ago(1) },
          },
        },
        { ...warning, ended: { at: ago(2), because: 'lifted', by: 'Tomás Beck' } },
      ],
    }),
  'misuse-account-late': () =>
    misuseAccountPage({
      ...card,
      kind: 'unfounded-notices',
      news: 'late',
      facts: { count: 1, total: 1, byGround: [], sinceWarning: 0, copies: 0 },
      incidents: [
        { about: 'LK-7Q2M-9XKA-0RTE-5', request: 'LK-7Q2M-9XKA-0RTE-5', groundLabel: 'It is not intimate', at: ago(4), isCopy: false },
      ],
      refused: { warning: 'rare', suspension: 'rare' },
    }),
};
