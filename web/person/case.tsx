/** GET `/case`: what has happened to her request, what comes next, and what can she do? */
import {
  basisIn,
  caseworkIn,
  dayIn,
  type Filer,
  fileCount,
  filesText,
  lawLines,
  listIn,
  type MissingElement,
  type Standing,
  type StandingKey,
} from '@likeness/casework';
import { Button, ButtonLink, ButtonRow } from '../components/button/markup.tsx';
import { Details } from '../components/details/markup.tsx';
import { ErrorSummary } from '../components/errors/markup.tsx';
import { Notice } from '../components/notice/markup.tsx';
import { SummaryList } from '../components/summary-list/markup.tsx';
import { Tag } from '../components/tag/markup.tsx';
import { Timeline } from '../components/timeline/markup.tsx';
import { AddMore, NoMore } from './add-more.tsx';
import { PicturesOfCase } from './add-pictures.tsx';
import { Asked, askedFieldId } from './asked.tsx';
import { Drafts } from './case-drafts.tsx';
import { Letters } from './case-letters.tsx';
import { Watches } from './case-watch.tsx';
import { Complain, Complained, complainPrefix, Question } from './disagree.tsx';
import { ContactFields, ElementFields, firstField, saysConsent, whoWillSee, withFieldsOfTheirOwn } from './elements.tsx';
import { fieldNames } from './forms.ts';
import type { CaseModel, CaseNews, CaseRequest, DisagreeSaid, FieldProblem } from './model.ts';
import { Day, Moment } from './moment.tsx';
import { CsrfField, helpersId, helpersOf, personPage } from './page.tsx';
import { paths } from './paths.ts';
import { Said } from './said.tsx';
import { SentAlone } from './sent-alone.tsx';
import { speechOfPage, useSpeech } from './speech.ts';
import { standingSentence } from './standing-sentence.ts';
import { TakeOut, TakingOut } from './take-out.tsx';
import { TalkOfCase } from './talk.tsx';
import { Typed } from './typed.tsx';
import type { Speech } from './words.ts';

/** What was not taken, or only waits. */
const calmNews: readonly CaseNews[] = [
  'answered-late',
  'complained-before',
  'taking-out',
  'out-already',
  'kept',
  'kept-deleted',
  'kept-sent',
];

function News({ model }: { readonly model: CaseModel }) {
  const { words } = useSpeech();
  const said = words.case;
  if (model.news === null) return null;
  const news = said.news[model.news];
  return (
    <Notice tone={calmNews.includes(model.news) ? 'calm' : 'good'} heading={news.heading}>
      <p>{model.news === 'erased' && model.requests.length === 0 ? said.erasedUnsent : news.text}</p>
    </Notice>
  );
}

/** What came too late, or from a page of another case: hers to keep. */
function GivenBack({ text = '' }: { readonly text?: string | undefined }) {
  const { words } = useSpeech();
  return text === '' ? null : <Typed text={text} said={words.left} />;
}

function WithdrawalWaiting({ model, at }: { readonly model: CaseModel; readonly at: Date }) {
  const { words, to } = useSpeech();
  const said = words.case;
  return (
    <Notice tone="care" heading={said.withdrawalHeading}>
      <p>
        <Said sentence={(put) => words.withdrawDone.waitingUntil({ moment: put(<Moment at={at} timeZone={model.timeZone} />) })} />{' '}
        {said.withdrawalText}
      </p>
      <form method="post" action={to(paths.cancelWithdrawal)}>
        <CsrfField frame={model} />
        <ButtonRow>
          <Button>{said.withdrawalCancel}</Button>
          {model.hasPin ? (
            <ButtonLink href={to(paths.withdraw)} look="quiet">
              {said.withdrawalSooner}
            </ButtonLink>
          ) : null}
        </ButtonRow>
      </form>
    </Notice>
  );
}

/** Fields of the second request and those after it are told apart on the page. */
const idPrefixOf = (number: number): string => (number === 0 ? '' : `request-${number + 1}-`);

/** What to correct in the form of this request. */
function problemsFor({ problems = [], problemsOf }: CaseModel, request: CaseRequest): readonly FieldProblem[] {
  return request.trackingNumber === problemsOf ? problems : [];
}

function StillMissing({
  model,
  request,
  idPrefix,
}: {
  readonly model: CaseModel;
  readonly request: CaseRequest;
  readonly idPrefix: string;
}) {
  const { language, words, to } = useSpeech();
  const said = words.case;
  const [first] = request.missing;
  if (first === undefined) return null;
  const problems = problemsFor(model, request);
  const errorOf = (field: string): string | undefined => problems.find((problem) => problem.field === field)?.sentence;
  return (
    <div class="missing">
      <h3>{said.missingHeading}</h3>
      <p>
        {said.missingIntro} {whoWillSee(language, 'contact')}
      </p>
      <ul>
        {request.missing.map((element) => (
          <li>
            <a href={`#${idPrefix}${firstField(element)}`}>
              {request.answers.isYoung === true && saysConsent(element.rule, element.pointer)
                ? words.request.young.missing
                : element.sentence}
            </a>
          </li>
        ))}
      </ul>
      <form method="post" action={to(paths.addMissing)} autocomplete="off" novalidate>
        <CsrfField frame={model} />
        <input type="hidden" name={fieldNames.trackingNumber} value={request.trackingNumber} />
        {withFieldsOfTheirOwn(request.missing).map((element: MissingElement) => (
          <ElementFields
            element={element}
            answers={{ ...request.answers, ...request.typed }}
            errorOf={errorOf}
            saysWho={false}
            idPrefix={idPrefix}
            services={[{ name: request.serviceName, ...(request.actsOn && { actsOn: request.actsOn }) }]}
          />
        ))}
        <SentAlone model={model} request={request} />
        <Button>{said.add}</Button>
      </form>
    </div>
  );
}

/** The way to reach her was erased from a request that goes on: a new one is hers to give. Where a law still misses one, it is asked for above, once. */
function NewContact({ model, request, idPrefix }: { readonly model: CaseModel; readonly request: CaseRequest; readonly idPrefix: string }) {
  const { words, to } = useSpeech();
  const said = words.case;
  const isAskedAbove = request.missing.some(({ rule }) => rule === 'contact' || rule === 'name-and-email');
  if (!request.lacksContact || isAskedAbove) return null;
  const problems = problemsFor(model, request);
  const errorOf = (field: string): string | undefined => problems.find((problem) => problem.field === field)?.sentence;
  return (
    <div class="missing">
      <h3>{said.contactHeading}</h3>
      <p>{said.contactErased}</p>
      <form method="post" action={to(paths.addMissing)} autocomplete="off" novalidate>
        <CsrfField frame={model} />
        <input type="hidden" name={fieldNames.trackingNumber} value={request.trackingNumber} />
        <ContactFields answers={{ ...request.answers, ...request.typed }} errorOf={errorOf} saysWhy={false} idPrefix={idPrefix} />
        <SentAlone model={model} request={request} />
        <Button look="secondary">{said.contactAdd}</Button>
      </form>
    </div>
  );
}

function EraseContact({ model }: { readonly model: CaseModel }) {
  const { words, to } = useSpeech();
  const said = words.case;
  const isInRequest = model.requests.some(({ answers }) => answers.contact !== undefined);
  if (!isInRequest && ![...model.letters, ...model.drafts].some(({ hasContact }) => hasContact)) return null;
  return (
    <Details summary={said.erase}>
      <p>{isInRequest ? said.eraseText : said.eraseTextSaved}</p>
      <form method="post" action={to(paths.eraseContact)}>
        <CsrfField frame={model} />
        <Button look="secondary">{said.erase}</Button>
      </form>
    </Details>
  );
}

/** What she gave, row by row; `whoAsks`: null where she has not said it yet. */
export function sentRows(
  { language, words }: Pick<Speech, 'language' | 'words'>,
  {
    answers,
    besideDecided = [],
    files,
    whoAsks = answers.onBehalfOf,
  }: Pick<CaseRequest, 'answers' | 'besideDecided' | 'files'> & { readonly whoAsks?: Filer | null },
) {
  const said = words.case;
  const { statement } = words.request;
  const contact = [answers.contact?.email, answers.contact?.phone, answers.contact?.other].filter((way) => way !== undefined);
  return [
    ...(whoAsks === 'self' || whoAsks === 'agent' || whoAsks === 'user' ? [{ name: statement.onBehalfOf, value: statement[whoAsks] }] : []),
    ...(answers.locations === undefined ? [] : [{ name: said.sentLinks, value: lines(answers.locations) }]),
    ...(answers.locationDetails === undefined ? [] : [{ name: said.sentHowToFind, value: lines(answers.locationDetails.split('\n')) }]),
    ...(answers.beside === undefined
      ? []
      : [
          {
            name: said.sentBeside,
            value: answers.beside.map(({ kind, says }, place) => {
              const decided = besideDecided[place] ?? null;
              return (
                <p>
                  {said.besideKinds[kind]}: <bdi>{says}</bdi>
                  {decided === null ? null : (
                    <>
                      <br />
                      {said.besideDecided[decided]}
                    </>
                  )}
                </p>
              );
            }),
          },
        ]),
    ...(fileCount(files) === 0
      ? []
      : [{ name: said.sentPictures, value: said.sentPicturesOf({ files: filesText(files, caseworkIn(language)) }) }]),
    ...lawLines(answers, (id) => basisIn(language, id)).map(({ law, element, text }) => ({
      name: `${capital(element.short)} (${law.name})`,
      value: lines(text.split('\n')),
    })),
    ...(answers.agentAuthority === undefined ? [] : [{ name: statement.agentAuthority, value: lines(answers.agentAuthority.split('\n')) }]),
    ...(answers.statement?.details === undefined ? [] : [{ name: statement.details, value: lines(answers.statement.details.split('\n')) }]),
    ...(answers.signature === undefined ? [] : [{ name: said.sentSignature, value: answers.signature }]),
    ...(contact.length === 0 ? [] : [{ name: said.sentContact, value: lines(contact) }]),
  ];
}

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

function WhatWasSent({ request }: { readonly request: CaseRequest }) {
  const speech = useSpeech();
  const said = speech.words.case;
  const rows = sentRows(speech, request);
  return rows.length === 0 ? null : (
    <Details summary={said.sentHeading}>
      <SummaryList rows={rows} />
    </Details>
  );
}

/** Addresses as text: one press on a link would open the picture. */
function lines(texts: readonly string[]) {
  return texts.map((text) => (
    <div>
      <bdi>{text}</bdi>
    </div>
  ));
}

const tones: Readonly<Record<StandingKey, 'calm' | 'good' | 'care'>> = {
  'not-sent': 'calm',
  'needs-answers': 'care',
  asked: 'care',
  waiting: 'calm',
  'not-there': 'calm',
  'being-removed': 'good',
  overdue: 'care',
  'removal-overdue': 'care',
  removed: 'good',
  'removed-in-part': 'calm',
  'being-hidden': 'calm',
  'out-of-view': 'good',
  'being-limited': 'calm',
  limited: 'calm',
  gone: 'calm',
  kept: 'calm',
  'withdrawal-waiting': 'care',
  withdrawn: 'calm',
};

function Until({ at, timeZone }: { readonly at: Date; readonly timeZone: string }) {
  const { words } = useSpeech();
  const said = words.case;
  return <Said sentence={(put) => said.until({ moment: put(<Moment at={at} timeZone={timeZone} />) })} />;
}

/** The way to a new request that starts with what this one, counted from 0, says. */
const askAgainAt = (to: (path: string) => string, number: number): string => `${to(paths.age)}?again=${number + 1}`;

function StandingCard({ model, request, number }: { readonly model: CaseModel; readonly request: CaseRequest; readonly number: number }) {
  const speech = useSpeech();
  const { words, to } = speech;
  const { standing } = request;
  const said = words.case;
  // Said at the top of the page already, with the button that stops it.
  if (standing.key === 'withdrawal-waiting') return null;
  const isNo = standing.key === 'kept';
  return (
    <div class="standing">
      <Tag tone={tones[standing.key]} words={said.tags[standing.key]} />
      <p class="standing__sentence">{isNo && standing.refusal !== null ? standing.refusal.answer : standingSentence(speech, request)}</p>
      {standing.until === null ? null : (
        <p class="standing__until">
          <Until at={standing.until} timeZone={model.timeZone} />
        </p>
      )}
      {request.isHidden === true ? <p>{said.hiddenUntilDecided}</p> : null}
      {request.otherLaws ? <p>{request.otherLaws}</p> : null}
      {standing.key === 'removed' || standing.key === 'removed-in-part' ? (
        <p>{said.staysDown}</p>
      ) : standing.key === 'gone' ? (
        <p>{said.copiesAreAskedAbout}</p>
      ) : null}
      {standing.canAskAgain && !isNo ? (
        <p>
          <a href={askAgainAt(to, number)}>{said.askAgain}</a>. {said.askAgainNote}
        </p>
      ) : null}
      {isNo || standing.complaint === null ? null : <WhereToTurn complaint={standing.complaint} />}
    </div>
  );
}

function WhereToTurn({ complaint }: { readonly complaint: NonNullable<Standing['complaint']> }) {
  const { words } = useSpeech();
  return (
    <p>
      {words.case.whereToTurn}:{' '}
      <a href={complaint.url} rel="noreferrer">
        {complaint.name}
      </a>
    </p>
  );
}

/** After a no, each way on by itself: saying here that it is wrong, a new request, and whoever watches over the service; then who can be talked to. */
function AfterNo({
  model,
  request,
  number,
  idPrefix,
  problems,
}: {
  readonly number: number;
  readonly model: CaseModel;
  readonly request: CaseRequest;
  readonly idPrefix: string;
  readonly problems: readonly FieldProblem[];
}) {
  const { words, to } = useSpeech();
  const said = words.case;
  const { standing, disagreement } = request;
  const waits = disagreement?.complained?.isAnswered === false;
  return (
    <div class="missing">
      <h3>{said.canDoHeading}</h3>
      <Complained model={model} request={request} />
      <Complain model={model} request={request} idPrefix={idPrefix} problems={problems} isOpen={!waits} />
      <ul>
        <li>
          {standing.refusal?.whatNext} <a href={askAgainAt(to, number)}>{said.askAgain}</a>. {said.askAgainNote}
        </li>
        {standing.complaint === null ? null : (
          <li>
            {standing.complaint.sentence}
            <WhereToTurn complaint={standing.complaint} />
          </li>
        )}
      </ul>
      <p>
        <Said sentence={(put) => said.afterNo({ help: put(<a href={`#${helpersId}`}>{said.afterNoHelp}</a>) })} />
      </p>
    </div>
  );
}

/** Why one law's answer is no, and where else she can turn: of what the card above says too, only what is this law's own. */
function Refusal({
  standing: { refusal, complaint },
  saysItStays,
  told,
}: Pick<CaseRequest, 'standing' | 'saysItStays'> & { readonly told: Standing }) {
  if (refusal === null) return null;
  const isToldAlready = told.key === 'kept' && told.refusal?.why === refusal.why;
  const own = isToldAlready
    ? [...(told.refusal?.whatNext === refusal.whatNext ? [] : [refusal.whatNext])]
    : [saysItStays ? refusal.answer : refusal.why, refusal.whatNext];
  const sentences = [...own, ...(complaint === null ? [] : [complaint.sentence])];
  return (
    <>
      {sentences.length === 0 ? null : <p>{sentences.join(' ')}</p>}
      {complaint === null ? null : <WhereToTurn complaint={complaint} />}
    </>
  );
}

/** Under which laws it is asked: each has its number, its time, and may end in its own way. */
function Laws({ model, request }: { readonly model: CaseModel; readonly request: CaseRequest }) {
  const { words } = useSpeech();
  const said = words.case;
  const { laws, standing, saysItStays = false } = request;
  const number = (text: string) => (
    <bdi class="number" dir="ltr">
      {text}
    </bdi>
  );
  if (laws.length < 2) return <SummaryList rows={[{ name: said.number, value: number(request.trackingNumber) }]} />;
  return (
    <>
      <h3>{said.lawsHeading}</h3>
      <p>{said.lawsText}</p>
      <SummaryList
        rows={laws.map((law) => ({
          name: law.name,
          value: (
            <>
              {number(law.trackingNumber)}
              <div>
                {said.tags[law.standing.key]}
                {law.standing.until === null ? null : (
                  <>
                    . <Until at={law.standing.until} timeZone={model.timeZone} />
                  </>
                )}
              </div>
              {standing.key === 'kept' && law.standing.sentence === standing.sentence ? null : (
                <Refusal standing={law.standing} saysItStays={saysItStays} told={standing} />
              )}
            </>
          ),
        }))}
      />
    </>
  );
}

/** Whether at another time of that day something else has happened, so that the day alone would not say what came first. */
function sharedDays({ now, timeZone }: CaseModel, timeline: CaseRequest['timeline']): (at: Date) => boolean {
  const dayOf = (at: Date): string => dayIn('en', at, timeZone);
  const past = timeline.filter(({ at }) => at <= now);
  return (at) => past.some((other) => other.at.getTime() !== at.getTime() && dayOf(other.at) === dayOf(at));
}

function OneRequest({ model, request, number }: { readonly model: CaseModel; readonly request: CaseRequest; readonly number: number }) {
  const { words } = useSpeech();
  const said = words.case;
  const { timeline } = request;
  const idPrefix = idPrefixOf(number);
  const hasOthers = sharedDays(model, timeline);
  const problems = problemsFor(model, request).filter(({ field }) => field === fieldNames.choice || field === fieldNames.words);
  const problemsIn = (form: DisagreeSaid['form']): readonly FieldProblem[] => (request.said?.form === form ? problems : []);
  return (
    <section class="request" aria-labelledby={`${idPrefix}service`}>
      <h2 id={`${idPrefix}service`}>{request.serviceName}</h2>
      <StandingCard model={model} request={request} number={number} />
      <TakingOut model={model} request={request} />
      <Question model={model} request={request} idPrefix={idPrefix} problems={problemsIn('question')} />
      {request.standing.key === 'kept' ? (
        <AfterNo model={model} request={request} number={number} idPrefix={idPrefix} problems={problemsIn('complain')} />
      ) : (
        <>
          <Complained model={model} request={request} />
          <Complain model={model} request={request} idPrefix={idPrefix} problems={problemsIn('complain')} />
        </>
      )}
      <StillMissing model={model} request={request} idPrefix={idPrefix} />
      <Asked model={model} request={request} idPrefix={idPrefix} problems={problemsFor(model, request)} />
      <NewContact model={model} request={request} idPrefix={idPrefix} />
      <h3>{said.timelineHeading}</h3>
      <Timeline
        nextWords={said.next}
        entries={timeline.map((entry) =>
          entry.at > model.now
            ? { state: 'next' as const, sentence: entry.sentence, time: <Moment at={entry.at} timeZone={model.timeZone} /> }
            : {
                state: 'done' as const,
                sentence: entry.sentence,
                // The time of the service runs from that hour.
                time:
                  entry.key === 'received' || hasOthers(entry.at) ? (
                    <Moment at={entry.at} timeZone={model.timeZone} />
                  ) : (
                    <Day at={entry.at} timeZone={model.timeZone} />
                  ),
              },
        )}
      />
      <Laws model={model} request={request} />
      <p class="quiet">{said.numberNote}</p>
      <WhatWasSent request={request} />
      <AddMore model={model} request={request} idPrefix={idPrefix} problems={problemsFor(model, request)} />
      <NoMore request={request} />
      <TakeOut model={model} request={request} idPrefix={idPrefix} />
    </section>
  );
}

/** A way to a service here that this case has not asked, or whose answer has come. */
function AnotherService({ names }: { readonly names: readonly string[] }) {
  const { language, words, to } = useSpeech();
  const said = words.request.another.inCase;
  return names.length === 0 ? null : (
    <section class="chapter" aria-labelledby="another">
      <h2 id="another">{said.heading}</h2>
      <p>
        {said.text({ services: listIn(language, names) })} <a href={to(paths.another)}>{said.link}</a>
      </p>
    </section>
  );
}

/** Her case. */
export function renderCase(model: CaseModel): string {
  const { words, to } = speechOfPage(model);
  const said = words.case;
  const { problems = [] } = model;
  const at = model.requests.findIndex(({ trackingNumber }) => trackingNumber === model.problemsOf);
  const refused = model.requests[at];
  const prefix = refused?.said?.form === 'complain' ? complainPrefix(idPrefixOf(at)) : idPrefixOf(at);
  const shown = problems.map(({ field, sentence }) =>
    field === undefined || refused === undefined
      ? { sentence }
      : { field: askedFieldId(refused, field, idPrefixOf(at)) ?? `${prefix}${field}`, sentence },
  );
  return personPage({
    frame: model,
    title: problems.length > 0 ? words.siteTitle.toCheck : words.siteTitle.case,
    helpers: helpersOf(model.requests),
    children: (
      <>
        <ErrorSummary heading={said.addProblems} errors={shown} />
        <h1>{said.heading}</h1>
        <News model={model} />
        <GivenBack text={model.givenBack} />
        {model.withdrawalAt === null ? null : <WithdrawalWaiting model={model} at={model.withdrawalAt} />}
        {model.requests.length + model.drafts.length + model.watches.length + model.letters.length === 0 ? <p>{said.nothing}</p> : null}
        <Drafts model={model} />
        {model.requests.map((request, number) => (
          <OneRequest model={model} request={request} number={number} />
        ))}
        <PicturesOfCase requests={model.requests} />
        <AnotherService names={model.otherServices} />
        <Watches model={model} />
        <Letters model={model} />
        <TalkOfCase model={model} />
        <section class="chapter" aria-labelledby="keep">
          <h2 id="keep">{said.keepHeading}</h2>
          <p>{words.download.note}</p>
          <p>
            <a href={to(paths.download)}>{words.download.link}</a>. {words.download.saved}
          </p>
        </section>
        <section class="chapter" aria-labelledby="close-or-end">
          <h2 id="close-or-end">{said.endHeading}</h2>
          <p>
            {said.closeNote} <span data-needs-script="">{said.closesByItself}</span>
          </p>
          <form method="post" action={to(paths.closeCase)}>
            <CsrfField frame={model} />
            <ButtonRow>
              <Button look="secondary">{said.close}</Button>
              {model.withdrawalAt === null ? (
                <ButtonLink href={to(paths.withdraw)} look="quiet">
                  {said.end}
                </ButtonLink>
              ) : null}
            </ButtonRow>
          </form>
          <EraseContact model={model} />
        </section>
      </>
    ),
  });
}
