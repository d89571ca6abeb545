/** What did people write to the helpers? The list, and one talk with the form that answers it. Nothing here tells who she is. */
import { Button } from '../components/button/markup.tsx';
import { Notice } from '../components/notice/markup.tsx';
import { Tag } from '../components/tag/markup.tsx';
import { TextArea } from '../components/text-field/markup.tsx';
import { Corrections } from './entry-pages.tsx';
import { fieldNames } from './fields.ts';
import { Csrf, consolePage, Moment } from './frame.tsx';
import type { ConsoleFrame, FieldProblem } from './model.ts';
import { paths } from './paths.ts';
import { spanWords } from './when.ts';
import { countWords } from './words.ts';

export interface TalksModel extends ConsoleFrame {
  readonly now: Date;
  readonly talks: readonly {
    readonly talkId: string;
    readonly openedAt: Date;
    readonly changedAt: Date;
    /** Since when she waits for an answer; null when a helper wrote last. */
    readonly waitsSince: Date | null;
    readonly messageCount: number;
  }[];
}

export interface TalkPageModel extends ConsoleFrame {
  readonly talkId: string;
  /** Oldest first. */
  readonly messages: readonly { readonly by: 'person' | 'helper'; readonly at: Date; readonly text: string }[];
  readonly news: 'sent' | null;
  readonly entered: string;
  readonly problems: readonly FieldProblem[];
}

/** GET `paths.talks`. */
export function talksPage(model: TalksModel): string {
  const waiting = model.talks.filter(({ waitsSince }) => waitsSince !== null).length;
  return consolePage({
    title: 'Messages',
    frame: model,
    place: 'talks',
    children: (
      <>
        <h1>Messages</h1>
        {model.talks.length === 0 ? (
          <Notice tone="good" heading="Nobody has written">
            <p>When somebody with a case writes to the helpers, it appears here.</p>
          </Notice>
        ) : (
          <>
            <p class="lead">
              {waiting === 0
                ? 'Everybody has an answer.'
                : `${countWords(waiting, 'person waits', 'people wait')} for an answer. Who has waited longest comes first.`}
            </p>
            <ul class="queue">
              {model.talks.map((talk) => (
                <li class="queue__row">
                  <div class="queue__due queue__due--calm">
                    <span class="queue__due-span">
                      {talk.waitsSince === null
                        ? `changed ${spanWords(model.now.getTime() - talk.changedAt.getTime())} ago`
                        : `waits for ${spanWords(model.now.getTime() - talk.waitsSince.getTime())}`}
                    </span>
                    <span class="queue__due-moment">
                      <Moment at={talk.waitsSince ?? talk.changedAt} frame={model} />
                    </span>
                  </div>
                  <div class="queue__main">
                    <a class="queue__link" href={paths.talk(talk.talkId)}>
                      Begun <Moment at={talk.openedAt} frame={model} />
                    </a>
                    <p class="queue__text">{countWords(talk.messageCount, 'message', 'messages')}</p>
                  </div>
                  <div class="queue__tags">
                    {talk.waitsSince === null ? <Tag words="Answered" /> : <Tag tone="care" words="To answer" />}
                  </div>
                </li>
              ))}
            </ul>
          </>
        )}
      </>
    ),
  });
}

/** GET `paths.talk`, and POST `paths.answerTalk` when something is to be corrected. */
export function talkPage(model: TalkPageModel): string {
  return consolePage({
    title: 'Message',
    frame: model,
    place: 'talks',
    width: 'measure',
    children: (
      <>
        <h1>Message</h1>
        <Corrections problems={model.problems} />
        {model.news === null ? null : (
          <Notice tone="good" isLive>
            <p>Your answer is there. The person reads it when they open their case again: nothing is sent to them.</p>
          </Notice>
        )}
        <p class="quiet">
          That you opened this is noted. Do not ask for a name or for the picture. If the person or somebody else is in danger, tell them to
          call 112, 911 or 999 now.
        </p>
        {model.messages.map((message) => (
          <div class="card">
            <h2>{message.by === 'person' ? 'The person' : 'Helper'}</h2>
            <p class="quiet">
              <Moment at={message.at} frame={model} />
            </p>
            {message.text.split('\n').map((line) => (
              <p dir="auto">{line}</p>
            ))}
          </div>
        ))}
        <form method="post" action={paths.answerTalk(model.talkId)}>
          <Csrf token={model.csrf} />
          <input type="hidden" name={fieldNames.shown} value={model.messages.filter(({ by }) => by === 'helper').length} />
          <TextArea
            name={fieldNames.note}
            label="Your answer"
            hint="Calm, short, in the language of the message where you can. The person reads the name of the helpers as a whole, not yours."
            value={model.entered}
            error={model.problems.find(({ field }) => field === fieldNames.note)?.sentence}
            rows={6}
            autoComplete="off"
          />
          <Button>Send the answer</Button>
        </form>
        <p>
          <a href={paths.talks}>Back to all messages</a>
        </p>
      </>
    ),
  });
}
