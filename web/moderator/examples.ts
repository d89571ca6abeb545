/** How does each page look in each of its states? What the accessibility test opens; all people, ids and addresses are made up. */
import { firstRunPage, passwordPage, providerStepPage, signInPage } from './entry-pages.tsx';
import { bankPages } from './examples/banks.ts';
import { complaintPages } from './examples/complaints.ts';
import { dataPages } from './examples/data.ts';
import { misusePages } from './examples/misuse.ts';
import { peoplePages } from './examples/people.ts';
import { queuePages } from './examples/queue.ts';
import { referralPages } from './examples/referrals.ts';
import { reportPages } from './examples/reports.ts';
import { requestPages } from './examples/requests.ts';
import { reviewPages } from './examples/reviews.ts';
import { setupPages } from './examples/setup.ts';
import { statementPages } from './examples/statements.ts';
import { talkPages } from './examples/talks.ts';
import { messagePage } from './message.tsx';
import { passkeyStepPage } from './passkeys.tsx';
import { paths } from './paths.ts';

export { requestWith } from './examples/requests.ts';

/** Every page in every state that differs for its reader, by name. */
export const examplePages: Readonly<Record<string, () => string>> = {
  'first-run': () => firstRunPage({ state: 'open' }),
  'first-run-corrected': () =>
    firstRunPage({
      state: 'open',
      name: 'Ines',
      problems: [
        { field: 'code', sentence: 'This code is not good, or it was used.' },
        { field: 'password', sentence: 'Please choose a password of 12 to 200 characters.' },
        { field: 'service', sentence: 'Please give your service a name of 1 to 100 characters.' },
      ],
    }),
  'first-run-over': () => firstRunPage({ state: 'over' }),
  password: () => passwordPage(),
  'password-corrected': () =>
    passwordPage({
      code: 'not-it',
      problems: [{ field: 'code', sentence: 'This code is not good any more. Ask whoever gave you the link for a new one.' }],
    }),
  'password-or-provider': () => passwordPage({ providerName: 'Harbour ID' }),
  'password-provider-away': () => passwordPage({ code: 'a-code', providerName: 'Harbour ID', isProviderAway: true }),
  'sign-in': () => signInPage({ next: null, providerName: null, hasPasskeys: false, news: null }),
  'sign-in-again': () => signInPage({ next: paths.setup, providerName: null, hasPasskeys: false, news: null }),
  'sign-in-wrong': () => signInPage({ name: 'Ines', next: null, providerName: null, hasPasskeys: false, news: 'wrong' }),
  'signed-in-without-cookie': () => signInPage({ next: null, providerName: null, hasPasskeys: false, news: 'no-cookie' }),
  'signed-out': () => signInPage({ next: null, providerName: null, hasPasskeys: false, news: 'signed-out' }),
  'sign-in-passkey': () => signInPage({ next: null, providerName: null, hasPasskeys: true, news: null }),
  'sign-in-passkey-unknown': () => signInPage({ next: null, providerName: null, hasPasskeys: true, news: 'passkey' }),
  'passkey-in': () => passkeyStepPage({ way: 'in', frame: null, options: '{}', next: paths.setup, name: '' }),
  'sign-in-or-provider': () => signInPage({ next: paths.setup, providerName: 'Harbour ID', hasPasskeys: true, news: null }),
  ...Object.fromEntries(
    (['away', 'lost', 'not-confirmed', 'unknown', 'link', 'taken'] as const).map((news) => [
      `sign-in-provider-${news}`,
      () => signInPage({ next: null, providerName: 'Harbour ID', hasPasskeys: true, news }),
    ]),
  ),
  'provider-out': () =>
    providerStepPage({ providerName: 'Harbour ID', way: 'out', href: 'https://id.example/authorize?client_id=likeness' }),
  'provider-in': () => providerStepPage({ providerName: 'Harbour ID', way: 'in', href: paths.queue }),
  ...queuePages,
  ...requestPages,
  ...reviewPages,
  ...complaintPages,
  ...misusePages,
  ...referralPages,
  ...setupPages,
  ...talkPages,
  ...bankPages,
  ...peoplePages,
  ...dataPages,
  ...reportPages,
  ...statementPages,
  'nothing-here': () => messagePage({ kind: 'unknown' }),
  'only-a-form': () => messagePage({ kind: 'only-a-form' }),
  'too-many': () => messagePage({ kind: 'too-many', waitSeconds: 700 }),
  'form-expired': () => messagePage({ kind: 'form-expired' }),
  failed: () => messagePage({ kind: 'failed', instance: '5e1b4f7e-43f1-4a3a-8f7e-2f6f0b1f9a01' }),
};
