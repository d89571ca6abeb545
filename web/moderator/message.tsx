/** What is said when a page cannot be shown? One calm sentence, and where to go. */
import { TextArea } from '../components/text-field/markup.tsx';
import { fieldNames } from './fields.ts';
import { consolePage, isHelper } from './frame.tsx';
import type { MessageModel } from './model.ts';
import { paths } from './paths.ts';
import { spanWords } from './when.ts';

const messages: Readonly<Record<MessageModel['kind'], { readonly heading: string; readonly sentence: string }>> = {
  unknown: {
    heading: 'There is nothing here',
    sentence: 'The address may be mistyped, or what stood here was erased.',
  },
  'only-a-form': {
    heading: 'This address is no page',
    sentence: 'Something was sent here in a way that this console does not use. Nothing was changed.',
  },
  'not-allowed': {
    heading: 'This is for another role',
    sentence:
      'Your role does not cover this page. Nothing was changed. If you need it, ask an admin; what people write to helpers is read by helpers alone.',
  },
  'form-expired': {
    heading: 'This form is no longer good',
    sentence:
      'It belongs to a session that ended, or it did not come from this console. Nothing was changed. Open the page again and send it anew.',
  },
  'signed-out': {
    heading: 'You are signed out',
    sentence: 'Your session has ended, so nothing was sent. What you wrote is kept nowhere: copy it, sign in, and send it again.',
  },
  'talk-erased': {
    heading: 'This conversation is no longer there',
    sentence: 'It was erased, or the case ended. Your answer was not sent, and it is kept nowhere: copy it if you still need it.',
  },
  'too-many': { heading: 'Please wait a moment', sentence: 'There were too many attempts to sign in with this name.' },
  'not-readable': { heading: 'This could not be read', sentence: 'What was sent is not a form of this console. Nothing was changed.' },
  unready: { heading: 'Starting or stopping', sentence: 'The server is not ready. Try again in a few seconds.' },
  failed: {
    heading: 'Something went wrong on our side',
    sentence: 'Nothing was half done. Try again; if it stays, tell the operator.',
  },
};

/** A page that only says something. */
export function messagePage({ kind, frame, waitSeconds, instance, written }: MessageModel): string {
  const { heading, sentence } = messages[kind];
  return consolePage({
    title: heading,
    frame: frame ?? null,
    width: 'measure',
    children: (
      <>
        <h1>{heading}</h1>
        <p>{sentence}</p>
        {waitSeconds === undefined ? null : <p>You can try again in {spanWords(Math.ceil(waitSeconds / 60) * 60_000)}.</p>}
        {instance === undefined ? null : (
          <p class="quiet">
            In the log it stands under <code>{instance}</code>.
          </p>
        )}
        {written === undefined || written.text === '' ? null : (
          <TextArea
            name={fieldNames.note}
            label="What you had written"
            value={written.text}
            rows={8}
            isReadOnly
            isOwnDirection
            autoComplete="off"
          />
        )}
        <p>
          {written?.signIn !== undefined ? (
            <a href={written.signIn}>Sign in</a>
          ) : frame != null && isHelper(frame) ? (
            <a href={paths.talks}>To the messages</a>
          ) : (
            <a href={paths.queue}>To the queue</a>
          )}
        </p>
      </>
    ),
  });
}
