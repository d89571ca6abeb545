/** How do the pages about the people of the console look, and those by which one finds back to something? */
import { accountPage, breakPage } from '../account.tsx';
import type { AccountModel } from '../account-model.ts';
import { keyboardPage } from '../keyboard.tsx';
import { messagePage } from '../message.tsx';
import { passkeyFirstPage, passkeyStepPage } from '../passkeys.tsx';
import { peoplePage, personConfirmPage, personPage } from '../people.tsx';
import type { ConsolePerson, PeopleModel, Role } from '../people-model.ts';
import { decidedPage, searchPage } from '../search.tsx';
import type { DecidedRow } from '../search-model.ts';
import { ago, everything, frame, preferences } from './made-up.ts';

const ines: ConsolePerson = {
  id: '0b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d01',
  name: 'Ines Moreau',
  role: 'admin',
  signsInBy: 'password',
  createdAt: ago(9000),
};
const tomas: ConsolePerson = {
  ...ines,
  id: '0b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d02',
  name: 'Tomás Beck',
  role: 'lead',
  signsInBy: 'provider',
  createdAt: ago(400),
};
const noor: ConsolePerson = {
  ...ines,
  id: '0b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d03',
  name: 'Noor Haddad',
  role: 'moderator',
  signsInBy: null,
};
const inviteLink = {
  text: 'https://likeness.example/console/password#0b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d02.1795528800.q2k3j4h5g6f7d8s9a0q2k3j4h5g6f7d8s9a0q2k3j4h5',
  name: 'Tomás Beck',
  until: ago(-24),
};
const account: AccountModel = {
  ...frame,
  role: 'moderator',
  providerName: 'Harbour ID',
  exposure: { inHour: 12, inDay: 71, shownInWeek: 340, limits: { anHour: 40, aDay: 200 }, restUntil: null },
  operatorLimits: { anHour: 40, aDay: 200 },
  ownLimits: { anHour: null, aDay: 150 },
  sessions: [
    { handle: '0b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d20', startedAt: ago(3), seenAt: ago(0), way: 'password', isThis: true },
    { handle: '0b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d21', startedAt: ago(1), seenAt: ago(0.1), way: 'link', isThis: false },
    { handle: '0b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d22', startedAt: ago(2), seenAt: ago(0.2), way: 'provider', isThis: false },
  ],
  passkeys: [
    { handle: '5e1b4f7e-43f1-4a3a-8f7e-2f6f0b1f9a31', name: 'Laptop', madeAt: ago(900), usedAt: ago(7) },
    { handle: '5e1b4f7e-43f1-4a3a-8f7e-2f6f0b1f9a32', name: 'Blue key', madeAt: ago(800), usedAt: null },
  ],
  news: null,
};
const decidedRows: DecidedRow[] = [
  {
    of: { kind: 'request', id: 'LK-7F3K-2M9Q-4T8V-X' },
    decision: 'remove',
    groundLabel: 'Intimate, and shared without consent',
    decidedBy: 'Tomás Beck',
    decidedAt: ago(2),
    isTakenBack: false,
    serviceName: 'Harbour photos',
  },
  {
    of: { kind: 'review', id: '0b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d10' },
    decision: 'keep',
    groundLabel: 'Another picture',
    decidedBy: 'Ines Moreau',
    decidedAt: ago(3),
    isTakenBack: true,
    serviceName: 'Forum',
  },
];
const allRoles: readonly Role[] = ['moderator', 'lead', 'admin'];
const people: PeopleModel = {
  ...frame,
  people: [ines, tomas, noor],
  providerName: 'Harbour ID',
  table: everything.map((permission, index) => ({ permission, roles: allRoles.slice(index < 6 ? 0 : index < 13 ? 1 : 2) })),
  shownOnce: null,
  news: null,
};

export const peoplePages: Readonly<Record<string, () => string>> = {
  account: () => accountPage(account),
  'account-no-passkeys': () => accountPage({ ...account, passkeys: [], news: 'passkey-removed' }),
  'account-passkey-kept': () => accountPage({ ...account, news: 'passkey-kept' }),
  'account-passkey-not-kept': () => accountPage({ ...account, passkeys: null, news: 'passkey-not-kept' }),
  'passkey-first': () => passkeyFirstPage({ ...frame, may: [], step: 'make', news: null }),
  'passkey-first-not-kept': () => passkeyFirstPage({ ...frame, may: [], step: 'make', news: 'passkey-not-kept' }),
  'passkey-first-unnamed': () => passkeyFirstPage({ ...frame, may: [], step: 'make', news: 'passkey-unnamed' }),
  'passkey-first-use': () => passkeyFirstPage({ ...frame, may: [], step: 'use', news: null }),
  'account-no-passkeys-here': () => accountPage({ ...account, passkeys: null }),
  'passkey-new': () => passkeyStepPage({ way: 'new', frame, options: '{}', next: null, name: 'Laptop' }),
  'account-resting': () =>
    accountPage({ ...account, exposure: { ...account.exposure, inHour: 40, restUntil: ago(-0.4) }, news: 'preferences' }),
  'account-to-correct': () =>
    accountPage({
      ...account,
      entered: { anHour: 'few', aDay: '' },
      problems: [{ field: 'an-hour', sentence: 'Give a whole number from 1, or leave it empty.' }],
    }),
  break: () => breakPage({ ...frame, exposure: { ...account.exposure, inHour: 40, restUntil: ago(-0.4) } }),
  'break-of-a-day': () => breakPage({ ...frame, exposure: { ...account.exposure, inDay: 200, restUntil: ago(-9) } }),
  keyboard: () => keyboardPage(frame),
  'keyboard-off': () => keyboardPage({ ...frame, preferences: { ...preferences, hasShortcuts: false } }),
  search: () => searchPage({ ...frame, text: '', found: null }),
  'search-nothing': () => searchPage({ ...frame, text: 'photo-17', found: { requests: [], reviews: [], referrals: [], items: [] } }),
  'search-found': () =>
    searchPage({
      ...frame,
      text: 'photo-17',
      found: {
        requests: [{ trackingNumber: 'LK-7F3K-2M9Q-4T8V-X', serviceName: 'Harbour photos', receivedAt: ago(9), state: 'decided' }],
        reviews: [{ reviewId: '0b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d10', serviceName: 'Harbour photos', openedAt: ago(8), state: 'open' }],
        referrals: ['0b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d11'],
        items: [
          {
            itemId: '8b8f0a0e-9a77-4d2b-8f2c-6a1f5a0c1b22',
            label: null,
            state: 'active',
            addedAt: ago(400),
            bankId: 'a',
            bankName: 'Harbour hub',
          },
        ],
      },
    }),
  decided: () => decidedPage({ ...frame, part: { rows: decidedRows, isFirst: true, next: '1_x' }, isMine: false, hasManyServices: true }),
  'decided-none': () => decidedPage({ ...frame, part: { rows: [], isFirst: true, next: null }, isMine: true, hasManyServices: false }),
  people: () => peoplePage(people),
  'people-invited': () => peoplePage({ ...people, shownOnce: inviteLink, news: null }),
  'people-ended': () => peoplePage({ ...people, news: 'ended' }),
  'people-to-correct': () =>
    peoplePage({
      ...people,
      entered: { name: 'Ines Moreau', role: 'lead' },
      problems: [{ field: 'name', sentence: 'Somebody has this name already. Colleagues tell each other apart by it.' }],
    }),
  person: () =>
    personPage({ ...frame, person: tomas, providerName: 'Harbour ID', isMe: false, isLastAdmin: false, shownOnce: null, news: 'role' }),
  'person-link': () =>
    personPage({ ...frame, person: tomas, providerName: null, isMe: false, isLastAdmin: false, shownOnce: inviteLink, news: null }),
  'person-last-admin': () =>
    personPage({ ...frame, person: ines, providerName: null, isMe: true, isLastAdmin: true, shownOnce: null, news: null }),
  'person-end': () => personConfirmPage({ ...frame, what: 'end-access', person: tomas }),
  'person-new-link': () => personConfirmPage({ ...frame, what: 'new-link', person: tomas }),
  'not-for-her-role': () => messagePage({ kind: 'not-allowed', frame: { ...frame, may: ['work-the-queue', 'see-banks'] } }),
};
