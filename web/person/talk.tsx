/** GET `/case/talk`: what do she and a helper write to each other, who else could help at once, and who reads it? And its place in her case. */
import { Button, ButtonRow } from '../components/button/markup.tsx';
import { Details } from '../components/details/markup.tsx';
import { ErrorSummary } from '../components/errors/markup.tsx';
import { Notice } from '../components/notice/markup.tsx';
import { TextArea } from '../components/text-field/markup.tsx';
import { CrisisNotice } from './crisis-notice.tsx';
import { type Fields, fieldNames } from './forms.ts';
import type { CaseModel, FieldProblem, TalkModel } from './model.ts';
import { Moment } from './moment.tsx';
import { CsrfField, personPage } from './page.tsx';
import { paths } from './paths.ts';
import { speechOfPage, useSpeech } from './speech.ts';
import { Typed } from './typed.tsx';
import type { Words } from './words.ts';

/** Longest message. */
export const talkTextAtMost = 4000;

/** Reads POST `paths.talk`: what she wrote, and what is wrong with it. */
export function readTalkForm(
  fields: Fields,
  { talk, request }: Words,
): { readonly text: string; readonly caseMark: string; readonly problems: readonly FieldProblem[] } {
  const value = fields[fieldNames.words];
  const mark = fields[fieldNames.caseMark];
  const caseMark = typeof mark === 'string' ? mark : '';
  const text = typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : '';
  const wrong = (sentence: string) => ({ text, caseMark, problems: [{ field: fieldNames.words, sentence }] });
  if (text === '') return wrong(talk.problems.empty);
  return text.length > talkTextAtMost ? wrong(request.problems.textTooLong({ most: talkTextAtMost })) : { text, caseMark, problems: [] };
}

/** Nothing where no helpers are configured. */
export function TalkOfCase({ model }: { readonly model: CaseModel }) {
  const { words, to } = useSpeech();
  const said = words.talk.case;
  const { helpers } = model;
  if (helpers === null) return null;
  return (
    <section class="chapter" aria-labelledby="talk">
      <h2 id="talk">{words.talk.heading}</h2>
      <p>{helpers.name === null ? words.talk.nobody : said.text({ name: helpers.name })}</p>
      {helpers.hasAnswer ? (
        <Notice tone="good">
          <p>{said.unread}</p>
        </Notice>
      ) : null}
      <p>
        <a href={to(paths.talk)}>{helpers.name === null ? said.read : helpers.hasTalk ? said.goOn : said.open}</a>
      </p>
    </section>
  );
}

export function renderTalk(model: TalkModel): string {
  const { words, to } = speechOfPage(model);
  const said = words.talk;
  const { helpers, problems = [] } = model;
  return personPage({
    frame: model,
    title: problems.length > 0 ? words.siteTitle.toCheck : words.siteTitle.case,
    children: (
      <>
        <ErrorSummary heading={said.problems.heading} errors={problems} />
        <h1>{said.heading}</h1>
        {model.givenBack === undefined || model.givenBack === '' ? null : <Typed text={model.givenBack} said={words.left} />}
        <CrisisNotice heading={said.crisisHeading} />
        {model.news === null ? null : (
          <Notice tone="good" isLive>
            <p>{said.news[model.news]}</p>
          </Notice>
        )}
        <p>
          {helpers === null
            ? said.nobody
            : `${said.who({ name: helpers.name })} ${said.hours({ hours: helpers.hours })} ${said.reply({ count: helpers.replyHours })}`}
        </p>
        <p>{said.private}</p>
        <section class="chapter" aria-labelledby="written">
          <h2 id="written">{said.written}</h2>
          {model.messages.length === 0 ? <p>{said.none}</p> : null}
          {model.messages.map((message) => (
            <div class="standing">
              <h3>{message.by === 'person' ? said.you : (helpers?.name ?? said.helper)}</h3>
              <p class="quiet">
                <Moment at={message.at} timeZone={model.timeZone} />
              </p>
              {message.text.split('\n').map((line) => (
                <p dir="auto">{line}</p>
              ))}
            </div>
          ))}
          {model.messages.length === 0 ? null : <p class="quiet">{said.again}</p>}
        </section>
        {helpers === null ? null : (
          <form method="post" action={to(paths.talk)} autocomplete="off">
            <CsrfField frame={model} />
            <input type="hidden" name={fieldNames.caseMark} value={model.caseMark} autocomplete="off" />
            <TextArea
              name={fieldNames.words}
              label={said.label}
              hint={said.hint}
              value={model.entered}
              error={problems.find(({ field }) => field === fieldNames.words)?.sentence}
              maxLength={talkTextAtMost}
              rows={6}
              autoComplete="off"
            />
            <ButtonRow>
              <Button>{said.send}</Button>
            </ButtonRow>
          </form>
        )}
        {model.messages.length === 0 ? null : (
          <Details summary={said.deleteSummary}>
            <p>{said.deleteText}</p>
            <form method="post" action={to(paths.deleteTalk)}>
              <CsrfField frame={model} />
              <Button look="secondary">{said.delete}</Button>
            </form>
          </Details>
        )}
        <p>
          <a href={to(paths.case)}>{said.back}</a>
        </p>
      </>
    ),
  });
}
