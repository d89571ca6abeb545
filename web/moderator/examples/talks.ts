/** What do the pages of the helpers look like, in each of their states? */
import { messagePage } from '../message.tsx';
import { talkPage, talksPage } from '../talks.tsx';
import { ago, frame, now } from './made-up.ts';

const helper = { ...frame, moderatorName: 'Noor Haddad', may: ['talk-with-people', 'own-account'] as const };
const talkId = '0b7f0f52-3f0e-4a7e-9c8e-5a0d6a2f7c11';
const messages = [
  { by: 'person', at: ago(5), text: 'What happens when the 48 hours are over?\nThe service has not answered.' },
  { by: 'helper', at: ago(1), text: 'Then you can tell the FTC. It is free, and I can help you with the words.' },
] as const;
const one = { ...helper, talkId, messages, news: null, entered: '', problems: [] };

export const talkPages: Readonly<Record<string, () => string>> = {
  messages: () =>
    talksPage({
      ...helper,
      now,
      talks: [
        { talkId, openedAt: ago(30), changedAt: ago(5), waitsSince: ago(5), messageCount: 3 },
        { talkId: '5b1c3c9e-0a53-4c55-8a54-3a1f6b1f9a02', openedAt: ago(90), changedAt: ago(20), waitsSince: null, messageCount: 8 },
      ],
    }),
  'messages-none': () => talksPage({ ...helper, now, talks: [] }),
  message: () => talkPage(one),
  'message-signed-out': () =>
    messagePage({ kind: 'signed-out', written: { text: 'The FTC can help.\nShall I look up the number?', signIn: '/console/sign-in' } }),
  'message-erased': () =>
    messagePage({ frame: helper, kind: 'talk-erased', written: { text: 'The FTC can help.\nShall I look up the number?' } }),
  'message-answered': () => talkPage({ ...one, news: 'sent' }),
  'message-overtaken': () =>
    talkPage({
      ...one,
      entered: 'You can write to the FTC.',
      problems: [
        {
          field: 'note',
          sentence: 'Somebody else has answered meanwhile; it stands above. Yours was not sent. Send it if it is still needed.',
        },
      ],
    }),
  'message-corrected': () => talkPage({ ...one, problems: [{ field: 'note', sentence: 'Write an answer first.' }] }),
};
