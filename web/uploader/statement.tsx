/** What was done to my post and why, and how do I say that this is wrong? One page behind a secret address: the statement of reasons, the complaint, and its answer. */
import {
  type ComplainedOf,
  caseworkIn,
  complaintReasonsIn,
  dayOfYearIn,
  directionOf,
  isReasonAgainst,
  type StatementOfReasons,
  visibilitySentence,
} from '@likeness/casework';
import type { ComponentChildren } from 'preact';
import { type Asset, asset } from '../assets.ts';
import { Button } from '../components/button/markup.tsx';
import { RadioGroup } from '../components/choices/markup.tsx';
import { ErrorSummary } from '../components/errors/markup.tsx';
import { Notice } from '../components/notice/markup.tsx';
import { renderPage } from '../components/page-shell/markup.tsx';
import { SummaryList } from '../components/summary-list/markup.tsx';
import { TextArea, TextField } from '../components/text-field/markup.tsx';
import { LanguageLinks } from '../person/language-links.tsx';
import type { Frame, ProblemModel } from '../person/model.ts';
import { Said } from '../person/said.tsx';
import { PageSpeaks, type PageSpeech, speechOfPage, useSpeech } from '../person/speech.ts';
import { Typed } from '../person/typed.tsx';
import { offeredLanguages, type Words } from '../person/words.ts';

export const paths = {
  /** GET asks for the address; POST its secret answers the statement. */
  statement: '/statement',
  /** POST. */
  complain: '/statement/complaint',
} as const;

export const fieldNames = { secret: 'secret', reason: 'reason', text: 'text' } as const;
/** Longest text of a complaint. */
export const textAtMost = 5000;

export interface StatementFormProblem {
  readonly field: 'secret' | 'reason' | 'text';
  readonly sentence: string;
}

/** Reads both forms; never throws, and cuts what is too long so that it still reads as too long. */
export function readStatementForm(fields: Readonly<Record<string, unknown>>): {
  readonly secret: string;
  readonly reason: string;
  readonly text: string;
} {
  const text = (name: string, most: number): string => {
    const value = fields[name];
    return typeof value === 'string'
      ? value
          .replaceAll('\r\n', '\n')
          .trim()
          .slice(0, most + 1)
      : '';
  };
  return { secret: text(fieldNames.secret, 400), reason: text(fieldNames.reason, 40), text: text(fieldNames.text, textAtMost) };
}

type Page = Pick<Frame, 'siteName' | 'timeZone' | 'speech' | 'prefix'>;

export interface StatementModel {
  /** Goes back with the form. */
  readonly secret: string;
  readonly serviceName: string;
  readonly contentId: string;
  readonly madeAt: Date;
  readonly facts: StatementOfReasons;
  readonly isTakenBack: boolean;
  /** And the service was told to show it again: nothing else wants it down. */
  readonly isShownAgain: boolean;
  /** Opens the reasons for what was done to the post since, and stands. */
  readonly newerSecret: string | null;
  /** Of what was hidden until somebody decides: it was removed by a decision since, and a complaint is about that. */
  readonly isRemovedSince: boolean;
  /** The same, and the decision left it up for fewer people. */
  readonly isLimitedSince?: boolean;
  /** Which reasons can be given; left out: those of what was not taken away for a copyright notice. */
  readonly complainedOf?: Extract<ComplainedOf, 'taken-away' | 'taken-away-for-copyright'>;
  readonly mayComplainUntil: Date | null;
  readonly complaint: { readonly filedAt: Date; readonly decidedAt: Date | null; readonly answer: string | null } | null;
  /** The complaint came in just now. */
  readonly isFiledNow: boolean;
  readonly entered?: { readonly reason: string; readonly text: string };
  /** What was sent and not taken, for there is a complaint, or none is taken any more: its text, to keep; empty where only a reason was chosen. */
  readonly notTaken?: string;
}

export type StatementPage = Page & { readonly problems?: readonly StatementFormProblem[]; readonly statement: StatementModel | null };

/** GET and POST `paths.statement`, POST `paths.complain`. Without a statement the address is asked for. */
export function statementPage(page: StatementPage): string {
  const { statement, problems = [] } = page;
  const { uploader: said } = speechOfPage(page).words;
  return shell(page, {
    title: problems.length > 0 ? said.titleToCheck : said.title,
    scripts: statement === null ? [asset('person/follow.js')] : [],
    isToRead: statement !== null && statement.mayComplainUntil === null,
    children: (
      <>
        <ErrorSummary heading={said.problemsHeading} errors={problems} />
        {statement === null ? <AskForAddress problems={problems} /> : <Statement page={page} statement={statement} problems={problems} />}
      </>
    ),
  });
}

export interface FailedPage extends Page {
  readonly status: ProblemModel['status'];
  /** For 429 and 503, where known. */
  readonly retryAfterSeconds?: number;
  /** Opens the statement again; empty where none was sent. */
  readonly secret: string;
  /** What was written and not taken. */
  readonly typed: string;
}

/** Something did not work: whose turn it is, what was written, and the way back to the statement. */
export function failedPage(page: FailedPage): string {
  const { status, retryAfterSeconds, secret, typed } = page;
  const { words, to } = speechOfPage(page);
  const said = words.problem;
  const isOurs = status === 429 || status === 500 || status === 503;
  return shell(page, {
    title: words.uploader.title,
    scripts: [],
    children: (
      <>
        <h1>{said.heading[isOurs ? status : 400]}</h1>
        <p class="lead">{isOurs ? said.text[status] : words.uploader.failed.again}</p>
        {retryAfterSeconds === undefined ? null : <p>{said.wait({ count: Math.max(1, Math.ceil(retryAfterSeconds / 60)) })}</p>}
        {typed === '' ? null : <Typed text={typed} said={words.left} />}
        {secret === '' ? null : (
          <form method="post" action={to(paths.statement)} autocomplete="off">
            <input type="hidden" name={fieldNames.secret} value={secret} autocomplete="off" />
            <Button look="secondary">{words.uploader.failed.back}</Button>
          </form>
        )}
      </>
    ),
  });
}

interface Shell {
  readonly title: string;
  readonly scripts: readonly Asset[];
  /** Whether whoever has the address can only read. */
  readonly isToRead?: boolean;
  readonly children: ComponentChildren;
}

/** What stands around every page of this door. */
function shell(page: Page, { title, scripts, isToRead = false, children }: Shell): string {
  const speech = speechOfPage(page);
  const { language, words, to } = speech;
  return renderPage({
    title: `${title} - ${page.siteName}`,
    language,
    direction: directionOf(language),
    styles: [asset('person/person.css')],
    scripts: [asset('person/every-page.js'), ...scripts],
    icon: asset('person/icon.svg'),
    siteName: page.siteName,
    homeHref: to('/'),
    skipWords: words.frame.skip,
    languages: <LanguageLinks words={words.frame.languages} language={language} here={paths.statement} offered={offeredLanguages} />,
    footer: <p>{isToRead ? words.uploader.keepToYourselfToRead : words.uploader.keepToYourself}</p>,
    children: <PageSpeaks.Provider value={speech}>{children}</PageSpeaks.Provider>,
  });
}

type Problems = { readonly problems: readonly StatementFormProblem[] };
const errorOf = (problems: readonly StatementFormProblem[], field: StatementFormProblem['field']): string | undefined =>
  problems.find((problem) => problem.field === field)?.sentence;

function AskForAddress({ problems }: Problems) {
  const { words, to } = useSpeech();
  const said = words.uploader;
  return (
    <>
      <h1>{said.ask.heading}</h1>
      <p class="lead">{said.ask.lead}</p>
      <p role="status" data-follow-status="" data-opening={said.ask.opening} />
      <form method="post" action={to(paths.statement)} autocomplete="off" novalidate data-follow-form="">
        <TextField
          name={fieldNames.secret}
          label={said.ask.address}
          hint={said.ask.addressHint}
          error={errorOf(problems, 'secret')}
          maxLength={400}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <Button>{said.ask.go}</Button>
      </form>
    </>
  );
}

function When({ at, timeZone }: { readonly at: Date; readonly timeZone: string }) {
  const { language } = useSpeech();
  return <time datetime={at.toISOString()}>{dayOfYearIn(language, at, timeZone)}</time>;
}

/** Every address in a sentence, as a link. */
function linked(text: string): ComponentChildren {
  return text.split(/(https:\/\/\S+)/).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <a href={part} rel="noreferrer">
        {part}
      </a>
    ),
  );
}

/** What was done to what stands beside the picture; null for the post with its picture. */
function doneWords(said: Words['uploader'], { type, scope }: StatementOfReasons['restriction']): string | null {
  if (scope === undefined) return null;
  switch (scope) {
    case 'text':
      return type === 'removal' ? said.beside.textRemoved : said.beside.textHidden;
    case 'link':
      return type === 'removal' ? said.beside.linkRemoved : said.beside.linkHidden;
    case 'account':
      return said.beside.account;
  }
}

/** The heading, the sentence below it, and what was done. */
function headOf(
  { words, language }: PageSpeech,
  { facts: { restriction }, isTakenBack, isShownAgain }: Pick<StatementModel, 'facts' | 'isTakenBack' | 'isShownAgain'>,
) {
  const said = words.uploader;
  if (restriction.visibility !== undefined)
    return {
      heading: isTakenBack ? said.takenBackHeading : said.limitedHeading,
      lead: isTakenBack ? said.beside.back : said.beside.lead,
      done: visibilitySentence(restriction.visibility, caseworkIn(language)),
    };
  const beside = doneWords(said, restriction);
  if (beside !== null)
    return {
      heading: isTakenBack ? said.takenBackHeading : said.beside.heading,
      lead: isTakenBack ? said.beside.back : said.beside.lead,
      done: beside,
    };
  const { meanwhile, rows } = said;
  if (restriction.isProvisional === true)
    return isTakenBack
      ? { heading: isShownAgain ? meanwhile.backHeading : meanwhile.endedHeading, lead: meanwhile.back, done: meanwhile.wasHidden }
      : { heading: meanwhile.heading, lead: meanwhile.lead, done: meanwhile.hidden };
  return isTakenBack
    ? { heading: said.takenBackHeading, lead: said.takenBackLead, done: rows.hadBeenRemoved }
    : { heading: said.heading, lead: said.lead, done: rows.removed };
}

/** Whether it is still hidden for a request that nobody has decided: there is no decision to say anything of. */
export const isMeanwhile = ({ facts, isRemovedSince }: Pick<StatementModel, 'facts' | 'isRemovedSince'>): boolean =>
  facts.restriction.isProvisional === true && !isRemovedSince;

/** Nobody says any more, or nobody has found yet, that it is against something. */
const isTakenBackOrOpen = ({ isTakenBack, facts }: StatementModel): boolean => isTakenBack || facts.restriction.isProvisional === true;

function Statement({ page, statement, problems }: Problems & { readonly page: Page; readonly statement: StatementModel }) {
  const speech = useSpeech();
  const said = speech.words.uploader;
  const { facts, serviceName, contentId, madeAt } = statement;
  const { ground } = facts;
  const { againstLaw, againstRules, saidAgainstLaw, saidAgainstRules } = said.rows;
  const [law, rules] = isTakenBackOrOpen(statement) ? [saidAgainstLaw, saidAgainstRules] : [againstLaw, againstRules];
  const isByRules = ground.kind === 'terms' && facts.restriction.visibility !== undefined;
  const against = isByRules ? said.rows.byRules : ground.kind === 'law' ? law : rules;
  const { heading, lead, done } = headOf(speech, statement);
  return (
    <>
      <h1>{heading}</h1>
      <p class="lead">
        <Said
          sentence={(put) =>
            lead({
              service: serviceName,
              day: put(<When at={madeAt} timeZone={page.timeZone} />),
            })
          }
        />
      </p>
      <NotTaken statement={statement} />
      <News page={page} statement={statement} />
      <Newer statement={statement} />
      <SummaryList
        rows={[
          { name: said.rows.post, value: <bdi>{contentId}</bdi> },
          { name: said.rows.done, value: done },
          { name: said.rows.facts, value: facts.facts.text },
          { name: said.rows.automatic, value: facts.automation.text },
          {
            name: against,
            value: (
              <>
                {ground.reference}. {ground.text}
              </>
            ),
          },
        ]}
      />
      {statement.isTakenBack ? null : <Redress page={page} statement={statement} />}
      {statement.mayComplainUntil === null ? null : <ComplaintForm statement={statement} problems={problems} />}
    </>
  );
}

/** Where to turn; to the service itself only while it takes a complaint. */
function Redress({ page, statement }: { readonly page: Page; readonly statement: StatementModel }) {
  const { language, words } = useSpeech();
  const said = words.uploader;
  const { facts, mayComplainUntil, isRemovedSince } = statement;
  const { outOfCourt, court } = facts.redress;
  // What it says now is against the removal.
  const complaint = isRemovedSince ? caseworkIn(language).decision.statement.redress.complaint : facts.redress.complaint;
  return (
    <section class="chapter" aria-labelledby="redress">
      <h2 id="redress">{said.redress.heading}</h2>
      <ul>
        {mayComplainUntil === null ? null : (
          <li>
            {complaint.replace('at the address that came with this statement', 'on this page')}{' '}
            <Said sentence={(put) => said.redress.until({ day: put(<When at={mayComplainUntil} timeZone={page.timeZone} />) })} />
          </li>
        )}
        {outOfCourt === null ? null : <li>{linked(outOfCourt)}</li>}
        <li>{court}</li>
      </ul>
    </section>
  );
}

/** What came beside an earlier complaint, or after the time for one. */
function NotTaken({ statement: { notTaken, complaint } }: { readonly statement: StatementModel }) {
  const { words } = useSpeech();
  if (notTaken === undefined) return null;
  const said = words.case.news[complaint === null ? 'answered-late' : 'complained-before'];
  return (
    <>
      <Notice tone="calm" heading={said.heading} isLive>
        <p>{said.text}</p>
      </Notice>
      {notTaken === '' ? null : <Typed text={notTaken} said={words.left} />}
    </>
  );
}

function News({ page, statement }: { readonly page: Page; readonly statement: StatementModel }) {
  const { words } = useSpeech();
  const said = words.uploader;
  const { complaint, isTakenBack, isRemovedSince, isLimitedSince = false, isFiledNow, isShownAgain, facts, mayComplainUntil } = statement;
  const decided = isLimitedSince ? said.meanwhile.decidedLimited : said.meanwhile.decided;
  const open = isMeanwhile(statement) ? said.meanwhile.open : said.news.open;
  if (complaint !== null && complaint.answer !== null)
    return (
      <Notice tone={isTakenBack ? 'good' : 'calm'} heading={said.news.answerHeading}>
        <p>{complaint.answer}</p>
        {isTakenBack ? null : <p>{isRemovedSince && mayComplainUntil !== null ? decided : said.news.others}</p>}
      </Notice>
    );
  if (complaint !== null)
    return (
      <Notice tone={isFiledNow ? 'good' : 'calm'} heading={isFiledNow ? said.news.filedHeading : said.news.openHeading} isLive={isFiledNow}>
        <p>
          <Said sentence={(put) => open({ day: put(<When at={complaint.filedAt} timeZone={page.timeZone} />) })} />
        </p>
      </Notice>
    );
  if (isRemovedSince)
    return (
      <Notice tone="calm" heading={said.meanwhile.decidedHeading}>
        <p>{decided}</p>
      </Notice>
    );
  if (!isTakenBack || !isShownAgain) return null;
  if (facts.restriction.isProvisional === true)
    return (
      <Notice tone="good">
        <p>{said.news.takenBack}</p>
      </Notice>
    );
  return (
    <Notice tone="good" heading={said.news.takenBackHeading}>
      <p>{facts.restriction.scope === undefined ? said.news.takenBack : said.beside.given}</p>
    </Notice>
  );
}

/** The reasons for what came since, or stands where this was taken back; they went to the same hands. A form: an address with a secret in it, on the page itself, would open nothing anew. */
function Newer({ statement: { newerSecret, isTakenBack } }: { readonly statement: StatementModel }) {
  const { words, to } = useSpeech();
  if (newerSecret === null) return null;
  const said = words.uploader.newer;
  return (
    <Notice tone="calm" heading={isTakenBack ? said.standsHeading : said.heading}>
      <p>{isTakenBack ? said.standsText : said.text}</p>
      <form method="post" action={to(paths.statement)} autocomplete="off">
        <input type="hidden" name={fieldNames.secret} value={newerSecret} autocomplete="off" />
        <Button look="secondary">{said.open}</Button>
      </form>
    </Notice>
  );
}

function ComplaintForm({ statement, problems }: Problems & { readonly statement: StatementModel }) {
  const { language, words, to } = useSpeech();
  const said = words.uploader;
  const { secret, entered } = statement;
  return (
    <form class="chapter" method="post" action={to(paths.complain)} autocomplete="off" novalidate aria-labelledby="complain">
      <h2 id="complain">{said.complain.heading}</h2>
      <input type="hidden" name={fieldNames.secret} value={secret} autocomplete="off" />
      <RadioGroup
        name={fieldNames.reason}
        legend={isMeanwhile(statement) ? said.meanwhile.reason : said.complain.reason}
        error={errorOf(problems, 'reason')}
        value={entered?.reason}
        options={complaintReasonsIn(caseworkIn(language), statement.complainedOf ?? 'taken-away').map(({ key, label }) => ({
          value: key,
          label,
        }))}
      />
      <TextArea
        name={fieldNames.text}
        label={said.complain.text}
        hint={said.complain.textHint}
        rows={5}
        maxLength={textAtMost}
        value={entered?.text}
        error={errorOf(problems, 'text')}
        autoComplete="off"
      />
      <Button>{said.complain.send}</Button>
    </form>
  );
}

/** Whether somebody may choose it on this page. */
export const isUploadersReason = ({ complainedOf = 'taken-away' }: Pick<StatementModel, 'complainedOf'>, key: string): boolean =>
  isReasonAgainst(complainedOf, key);
