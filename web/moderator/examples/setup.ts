/** How does the setup page look, with a first key and with something to correct? */
import type { SetupModel } from '../model.ts';
import { confirmPage, setupPage } from '../setup.tsx';
import { ago, frame } from './made-up.ts';

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
    submissions: null,
    copyRule: null,
  },
  others: [],
  scopes: ['platform', 'screen', 'requests', 'decisions', 'settings'],
  shownOnce: null,
  news: null,
};

const submissions: NonNullable<SetupModel['platform']['submissions']> = {
  url: 'https://transparency.dsa.ec.europa.eu',
  waitingCount: 2,
  sentCount: 418,
  refusedCount: 0,
  lastSentAt: ago(3),
  refused: [],
  stopped: null,
  lastFailure: null,
};

export const setupPages: Readonly<Record<string, () => string>> = {
  setup: () => setupPage(setup),
  'setup-submissions': () =>
    setupPage({
      ...setup,
      platform: {
        ...setup.platform,
        submissions: {
          ...submissions,
          refusedCount: 1,
          refused: [{ puid: '4b1f6a52-7c0d-4e7b-9a86-0d6c4f1f2a33', at: ago(30), fields: ['category', 'content_date'] }],
          lastFailure: { at: ago(0.2), reason: 'the database answered 503' },
        },
      },
    }),
  'setup-submissions-stopped': () =>
    setupPage({
      ...setup,
      platform: {
        ...setup.platform,
        submissions: { ...submissions, stopped: 'token-refused' },
        copyRule: { anHour: 100, stoppedAt: ago(2) },
      },
    }),
  'setup-copies-removed': () => setupPage({ ...setup, platform: { ...setup.platform, copyRule: { anHour: 100, stoppedAt: null } } }),
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
};
