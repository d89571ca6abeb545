/** How do the pages about banks look? */
import { bankPage } from '../bank.tsx';
import type { BankFacts, ListedPicture } from '../bank-model.ts';
import { banksPage } from '../banks.tsx';
import { ago, frame } from './made-up.ts';

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
const asking: ListedPicture[] = (['known-harmless', 'often-seen', 'many-uploaders', 'older-content', 'one-account'] as const).map(
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
const restrictedPicture: ListedPicture = {
  ...listedPicture,
  label: null,
  source: 'restricted',
  notes: [],
  expiresAt: null,
  confirmed: false,
};
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

export const bankPages: Readonly<Record<string, () => string>> = {
  banks: () => banksPage({ ...frame, banks: [ownBank, sharedBank], asking: { rows: asking, total: 1204 }, news: 'resume' }),
  'banks-plain': () => banksPage({ ...frame, banks: [ownBank], asking: { rows: [], total: 0 }, news: null }),
  bank: () =>
    bankPage({
      ...frame,
      bank: ownBank,
      pictures: { rows: [...asking, restrictedPicture, listedPicture], isFirst: false, next: listedPicture.itemId },
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
};
