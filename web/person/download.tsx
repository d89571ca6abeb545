/** GET `/case/overview`: which one file does she take with her? Text that every browser shows without this site, her receipts, and the same as JSON. */
import type { Filer, Standing, TimelineEntry } from '@likeness/casework';
import { caseworkIn, directionOf, filesText } from '@likeness/casework';
import { render } from 'preact-render-to-string';
import { sentRows } from './case.tsx';
import { draftTitle } from './case-drafts.tsx';
import type { CaseDraft, CaseLetter, CaseRequest, CaseWatch, TalkModel } from './model.ts';
import { momentOfYearWords } from './moment.tsx';
import { standingSentence } from './standing-sentence.ts';
import type { Speech } from './words.ts';

export interface DownloadModel {
  readonly speech: Speech;
  readonly now: Date;
  /** IANA name. */
  readonly timeZone: string;
  readonly requests: readonly (Pick<
    CaseRequest,
    'serviceName' | 'answers' | 'besideDecided' | 'files' | 'missing' | 'asked' | 'disagreement'
  > & {
    readonly standing: Standing;
    readonly timeline: readonly TimelineEntry[];
    readonly laws: readonly { readonly name: string; readonly trackingNumber: string }[];
  })[];
  /** What she filled in and has not sent: what each service would get, or, where she chose none, what there is. */
  readonly drafts: readonly (Pick<CaseDraft, 'serviceNames' | 'keptAt' | 'until'> & {
    readonly asked: readonly (Pick<CaseRequest, 'answers' | 'files'> & {
      /** Null where all of it would go to one, or to nobody yet. */
      readonly serviceName: string | null;
    })[];
    /** Null while she has not said it. */
    readonly whoAsks: Filer | null;
    /** Typed and not signed with; null where she typed none. */
    readonly typedName: string | null;
  })[];
  /** What she sends herself, each with its finished text. */
  readonly letters: readonly (Pick<CaseLetter, 'serviceName' | 'standing' | 'madeAt' | 'sentAt'> & { readonly texts: readonly string[] })[];
  readonly watches: readonly CaseWatch[];
  /** What she and a helper wrote, oldest first. */
  readonly talk: TalkModel['messages'];
  /** Each a signed text. */
  readonly receipts: readonly string[];
  /** What a program reads: plain JSON. */
  readonly data: unknown;
}

/** The name under which it is saved: neutral, as it is seen in a list of downloads. */
export const downloadName = 'overview.html';

/** What she filled in, row by row. */
function Sent({ speech, request }: { readonly speech: Speech; readonly request: Parameters<typeof sentRows>[1] }) {
  return (
    <dl>
      {sentRows(speech, request).map(({ name, value }) => (
        <>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  );
}

/** A whole page that needs nothing else: no script that runs, no style, no picture, no address of this site. */
export function renderDownload(model: DownloadModel): string {
  const { words } = model.speech;
  const said = words.download;
  const when = (at: Date): string => momentOfYearWords(model.speech, at, model.timeZone);
  // In a block of data only `<` could end it early.
  const json = JSON.stringify(model.data, null, 2).replaceAll('<', '\\u003c');
  const page = (
    <html lang={model.speech.language} dir={directionOf(model.speech.language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{said.title}</title>
      </head>
      <body>
        <h1>{said.heading({ moment: when(model.now) })}</h1>
        <p>{said.intro}</p>
        <p>{said.printed({ zone: model.timeZone })}</p>
        {model.requests.map((request) => (
          <section>
            <h2>{request.serviceName}</h2>
            <p>
              {standingSentence(model.speech, request)}
              {request.standing.until === null ? null : ` ${words.case.until({ moment: when(request.standing.until) })}`}
            </p>
            <ul>
              {request.laws.map(({ name, trackingNumber }) => (
                <li>
                  {name}: {trackingNumber}
                </li>
              ))}
            </ul>
            <h3>{words.case.timelineHeading}</h3>
            <ul>
              {request.timeline.map(({ at, sentence }) => (
                <li>
                  {at > model.now ? `${words.case.next} ` : ''}
                  {when(at)}: {sentence}
                </li>
              ))}
            </ul>
            <h3>{words.case.sentHeading}</h3>
            <Sent speech={model.speech} request={request} />
          </section>
        ))}
        {model.drafts.map((draft) => (
          <section>
            <h2>
              {words.later.inCase.heading}: {draftTitle(model.speech, draft.serviceNames)}
            </h2>
            <p>
              {words.later.inCase.untold} {words.later.inCase.keptOn({ day: when(draft.keptAt) })}{' '}
              {words.later.inCase.until({ day: when(draft.until) })}
            </p>
            {draft.asked.map((asked) => (
              <>
                {asked.serviceName === null ? null : <h3>{asked.serviceName}</h3>}
                <Sent speech={model.speech} request={{ ...asked, whoAsks: draft.whoAsks }} />
              </>
            ))}
            {draft.typedName === null ? null : (
              <dl>
                <dt>{words.later.inCase.typedName}</dt>
                <dd>{draft.typedName}</dd>
              </dl>
            )}
          </section>
        ))}
        {model.letters.map((letter) => (
          <section>
            <h2>
              {words.letter.case.heading}: {letter.serviceName}
            </h2>
            <p>
              {letter.standing.sentence}{' '}
              {(letter.sentAt === null ? words.letter.case.madeOn : words.letter.case.sentOn)({
                day: when(letter.sentAt ?? letter.madeAt),
              })}
            </p>
            {letter.texts.map((text) => (
              <pre>{text}</pre>
            ))}
          </section>
        ))}
        {model.watches.map((watch) => (
          <section>
            <h2>
              {words.watch.case.heading}: {watch.serviceName}
            </h2>
            <p>
              {words.watch.case.startedOn({ day: when(watch.startedAt) })}{' '}
              {(watch.hasEnded ? words.watch.case.endedOn : words.watch.case.until)({ day: when(watch.until) })}{' '}
              {watch.hasEnded ? '' : words.watch.case.files({ files: filesText(watch.files, caseworkIn(model.speech.language)) })}{' '}
              {watch.removed === 0 ? words.watch.case.none : words.watch.case.removed({ count: watch.removed })}
            </p>
          </section>
        ))}
        {model.talk.length === 0 ? null : (
          <section>
            <h2>{words.talk.heading}</h2>
            {model.talk.map(({ by, at, text }) => (
              <>
                <p>
                  {by === 'person' ? words.talk.you : words.talk.helper}, {when(at)}
                </p>
                <pre dir="auto">{text}</pre>
              </>
            ))}
          </section>
        )}
        {model.receipts.length === 0 ? null : (
          <section>
            <h2>{said.receipts}</h2>
            <p>{said.receiptsNote}</p>
            {model.receipts.map((receipt) => (
              <pre>{receipt}</pre>
            ))}
          </section>
        )}
        <h2>{said.data}</h2>
        <p>{said.dataNote}</p>
      </body>
    </html>
  );
  const shown = render(page);
  const end = shown.lastIndexOf('</body>');
  return `<!doctype html>${shown.slice(0, end)}<script type="application/json" id="data">${json}</script>${shown.slice(end)}\n`;
}
