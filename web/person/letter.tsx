/** GET `/case/letter`: the finished text for one service, where to send it, how long it takes, and what to do when that has passed. */
import { type Block, basisIn, caseworkIn, isBasisId, letterText, listIn, nextRoutes, type PreparedAnswer } from '@likeness/casework';
import { Button, ButtonLink, ButtonRow } from '../components/button/markup.tsx';
import { Details } from '../components/details/markup.tsx';
import { SummaryList } from '../components/summary-list/markup.tsx';
import { TextArea } from '../components/text-field/markup.tsx';
import { AlwaysNext } from './case-letters.tsx';
import { fieldNames } from './forms.ts';
import type { LetterModel } from './model.ts';
import { CsrfField, personPage } from './page.tsx';
import { paths } from './paths.ts';
import { speechOfPage, useSpeech } from './speech.ts';

/** Where an address that she gave leads; null for words that are no address. */
function hrefOf(sendTo: string): string | null {
  if (/^https:\/\/\S+$/i.test(sendTo) && URL.canParse(sendTo)) return sendTo;
  return /^[^\s@:/?#&]+@[^\s@:/?#&]+$/.test(sendTo) ? `mailto:${sendTo}` : null;
}

function WhereToSend({ model: { asked, known, letters } }: { readonly model: LetterModel }) {
  const { words } = useSpeech();
  const said = words.letter.page;
  const { sendTo } = asked;
  const href = sendTo === undefined ? null : hrefOf(sendTo);
  const what = known === null ? <bdi dir="ltr">{sendTo}</bdi> : said.formOf({ service: known.name });
  return (
    <section class="chapter" aria-labelledby="send-it">
      <h2 id="send-it">{said.sendHeading}</h2>
      {sendTo === undefined ? <p>{said.sendUnknown}</p> : null}
      {sendTo === undefined ? null : (
        <p>
          {href === null ? (
            sendTo
          ) : (
            <a href={href} rel="noreferrer">
              {what}
            </a>
          )}
        </p>
      )}
      {known === null ? null : <p>{known.does}</p>}
      {letters.some(({ bases }) => bases.includes('dmca')) ? <p>{said.alone}</p> : null}
      <p class="quiet">{said.record}</p>
    </section>
  );
}

/** A part of the text as it is read, not sent. What she wrote herself stands in it in its own direction. */
function OneBlock({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading':
      return <h3 dir="auto">{block.text}</h3>;
    case 'paragraph':
      return <p dir="auto">{block.text}</p>;
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li dir="auto">{item}</li>
          ))}
        </ul>
      );
  }
}

/** Laws that she chose and that the text does not name: none of them reaches a search engine. */
function LeftOut({ model: { asked, letters } }: { readonly model: LetterModel }) {
  const { language, words } = useSpeech();
  const left = asked.bases.filter((id) => !letters.some(({ bases }) => bases.includes(id)));
  if (left.length === 0) return null;
  const names = left.map((id) => basisIn(language, id).name);
  return <p>{words.letter.page.leftOut({ laws: listIn(language, names) })}</p>;
}

function TheText({ model }: { readonly model: LetterModel }) {
  const { words, to } = useSpeech();
  const said = words.letter.page;
  return (
    <section class="chapter" aria-labelledby="the-text">
      <h2 id="the-text">{said.textHeading}</h2>
      <LeftOut model={model} />
      {model.letters.map((letter, index) => (
        <>
          {letter.missing.length === 0 ? null : (
            <div class="missing">
              <h3>{said.missingHeading}</h3>
              <p>{said.missing}</p>
              <ul>
                {letter.missing.map(({ sentence }) => (
                  <li>{sentence}</li>
                ))}
              </ul>
              <p>
                <a href={`${to(paths.elsewhere)}?which=${model.letter.which}`}>{said.change}</a>
              </p>
            </div>
          )}
          <TextArea
            name={`text-${index + 1}`}
            label={said.textLabel({ title: letter.inHerWords?.title ?? letter.title })}
            value={letterText(letter)}
            rows={14}
            isReadOnly
            language={letter.language}
            isOwnDirection
            autoComplete="off"
            spellCheck={false}
          />
          <div
            data-needs-script=""
            data-copy-field={`text-${index + 1}`}
            data-copied={words.request.code.display.copied}
            data-not-copied={said.notCopied}
          >
            <Button type="button" look="secondary">
              {words.request.code.display.copy}
            </Button>
            <p class="quiet" role="status" />
          </div>
          {letter.inHerWords === null ? null : (
            <Details summary={said.inYourLanguage}>
              <p class="quiet">{said.inYoursNote}</p>
              {letter.inHerWords.blocks.map((block) => (
                <OneBlock block={block} />
              ))}
              {letter.isWholeInHers ? (
                <p>
                  <a href={`${to(paths.letterFile)}?which=${model.letter.which}&part=${index + 1}&hers=1`}>{said.fileOfYours}</a>
                </p>
              ) : (
                <p>{said.noFileOfYours}</p>
              )}
            </Details>
          )}
          <p>
            <a href={`${to(paths.letterFile)}?which=${model.letter.which}&part=${index + 1}`}>{said.file}</a>
          </p>
          {letter.isWholeInFile ? null : <p>{said.fileLacks}</p>}
        </>
      ))}
      <p class="quiet">{said.fileNote}</p>
    </section>
  );
}

function HowLong({ model: { asked, letter, letters } }: { readonly model: LetterModel }) {
  const { language, words } = useSpeech();
  const said = words.letter.page;
  const laws = [...new Set(letters.flatMap(({ bases }) => bases))].filter(isBasisId).map((id) => basisIn(language, id));
  const hours = laws.flatMap(({ clock }) => (clock.kind === 'hours' ? [clock.hours] : []));
  return (
    <section class="chapter" aria-labelledby="time">
      <h2 id="time">{said.timeHeading}</h2>
      <p>{hours.length === 0 ? said.noHours : said.hours({ count: Math.min(...hours) })}</p>
      <h3>{said.afterHeading}</h3>
      <p>{said.after}</p>
      <ul>
        {nextRoutes(asked.serviceId, laws, caseworkIn(language)).map(({ name, url, sentence }) => (
          <li>
            <a href={url} rel="noreferrer">
              {name.replace(/\p{L}/u, (letter) => letter.toLocaleUpperCase(language))}
            </a>
            . {sentence}
          </li>
        ))}
        <AlwaysNext isSearchEngine={letter.isSearchEngine} />
      </ul>
    </section>
  );
}

function Prepared({ one: { answer, help, language, inHerWords } }: { readonly one: PreparedAnswer }) {
  const { words } = useSpeech();
  const said = words.letter.page;
  if (answer === null) return <>{help ?? said.herself}</>;
  return (
    <>
      <div lang={inHerWords === null ? undefined : language} dir="auto">
        {answer.split('\n').map((line) => (
          <div>{line}</div>
        ))}
      </div>
      {inHerWords === null ? null : <div class="quiet">{said.means({ answer: inHerWords })}</div>}
    </>
  );
}

/** The page of one letter. */
export function renderLetter(model: LetterModel): string {
  const { words, to } = speechOfPage(model);
  const said = words.letter.page;
  const { letter, prepared } = model;
  return personPage({
    frame: model,
    title: words.siteTitle.letter,
    children: (
      <>
        <h1>{said.heading({ service: letter.serviceName })}</h1>
        <p class="lead">{letter.standing.sentence}</p>
        <TheText model={model} />
        {prepared.length === 0 ? null : (
          <section class="chapter" aria-labelledby="answers">
            <h2 id="answers">{said.answersHeading}</h2>
            <p>{said.answersNote}</p>
            <SummaryList rows={prepared.map((one) => ({ name: one.question, value: <Prepared one={one} /> }))} />
          </section>
        )}
        <WhereToSend model={model} />
        <HowLong model={model} />
        <ButtonRow>
          {letter.standing.key === 'to-send' ? (
            <form method="post" action={to(paths.letterNoted)}>
              <CsrfField frame={model} />
              <input type="hidden" name={fieldNames.letter} value={letter.id} autocomplete="off" />
              <input type="hidden" name={fieldNames.noted} value="sent" autocomplete="off" />
              <Button>{said.sent}</Button>
            </form>
          ) : null}
          <ButtonLink href={to(paths.case)} look="secondary">
            {said.back}
          </ButtonLink>
        </ButtonRow>
      </>
    ),
  });
}
