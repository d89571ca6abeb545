/** How do the pages about what was referred look? */
import { reportingRoutes, routeFor } from '@likeness/casework';
import { paths } from '../paths.ts';
import { referConfirmPage } from '../refer-confirm.tsx';
import { referralPage, referralsPage } from '../referral.tsx';
import type { ReferralModel } from '../referral-model.ts';
import { ago, fingerprints, frame, now, upload } from './made-up.ts';

export const referralId = '7d0a4f7e-43f1-4a3a-8f7e-2f6f0b1f9a09';

const referral: ReferralModel = {
  ...frame,
  referralId,
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

const noneClosed = { rows: [], total: 0 };

export const referralPages: Readonly<Record<string, () => string>> = {
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
      closed: noneClosed,
      hasManyServices: true,
    }),
  'referrals-closed': () =>
    referralsPage({
      ...frame,
      now,
      open: { rows: [], total: 0, isFirst: true, next: null },
      closed: {
        rows: [
          { referralId: referral.referralId, serviceName: 'Harbour photos', closedAt: ago(3), wasReported: true },
          { referralId: 'x', serviceName: 'Lake photos', closedAt: ago(2000), wasReported: false },
        ],
        total: 51,
      },
      hasManyServices: true,
    }),
  'referrals-none': () =>
    referralsPage({ ...frame, now, open: { rows: [], total: 0, isFirst: true, next: null }, closed: noneClosed, hasManyServices: false }),
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
};
