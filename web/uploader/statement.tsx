/** Why was my post removed, and how do I say that this is wrong? One page behind a secret address: the statement of reasons, the complaint, and its answer. */
import { complaintReasons, reasonsFor, type StatementOfReasons } from '@likeness/casework';
import type { ComponentChildren } from 'preact';
import { asset } from '../assets.ts';
import { Button } from '../components/button/markup.tsx';
import { RadioGroup } from '../components/choices/markup.tsx';
import { ErrorSummary } from '../components/errors/markup.tsx';
import { Notice } from '../components/notice/markup.tsx';
import { renderPage } from '../components/page-shell/markup.tsx';
import { SummaryList } from '../components/summary-list/markup.tsx';
import { TextArea, TextField } from '../components/text-field/markup.tsx';

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

interface Page {
  readonly siteName: string;
  readonly timeZone: string;
}

export interface StatementModel {
  /** Goes back with the form. */
  readonly secret: string;
  readonly serviceName: string;
  readonly contentId: string;
  readonly madeAt: Date;
  readonly facts: StatementOfReasons;
  readonly isTakenBack: boolean;
  readonly mayComplainUntil: Date | null;
  readonly complaint: { readonly filedAt: Date; readonly decidedAt: Date | null; readonly answer: string | null } | null;
  /** The complaint came in just now. */
  readonly isFiledNow: boolean;
  readonly entered?: { readonly reason: string; readonly text: string };
}

export type StatementPage = Page & { readonly problems?: readonly StatementFormProblem[]; readonly statement: StatementModel | null };

/** GET and POST `paths.statement`, POST `paths.complain`. Without a statement the address is asked for. */
export function statementPage(page: StatementPage): string {
  const { statement, problems = [] } = page;
  return renderPage({
    title: `${problems.length > 0 ? 'Please check' : 'About a post'} - ${page.siteName}`,
    language: 'en',
    styles: [asset('person/person.css')],
    scripts: [asset('person/every-page.js'), ...(statement === null ? [asset('person/follow.js')] : [])],
    icon: asset('person/icon.svg'),
    siteName: page.siteName,
    homeHref: '/',
    skipWords: 'Skip to the content',
    footer: (
      <p>
        Keep the address of this page to yourself: whoever has it can read this and complain in your place. Nobody here knows your name.
      </p>
    ),
    children: (
      <>
        <ErrorSummary heading="Please look at this" errors={problems} />
        {statement === null ? <AskForAddress problems={problems} /> : <Statement page={page} statement={statement} problems={problems} />}
      </>
    ),
  });
}

type Problems = { readonly problems: readonly StatementFormProblem[] };
const errorOf = (problems: readonly StatementFormProblem[], field: StatementFormProblem['field']): string | undefined =>
  problems.find((problem) => problem.field === field)?.sentence;

function AskForAddress({ problems }: Problems) {
  return (
    <>
      <h1>Why was my post removed?</h1>
      <p class="lead">The service sent you an address with its decision. Behind it stands why, and how you can say that it is wrong.</p>
      <p role="status" data-follow-status="" data-opening="Opening it." />
      <form method="post" action={paths.statement} autocomplete="off" novalidate data-follow-form="">
        <TextField
          name={fieldNames.secret}
          label="The address that the service sent you"
          hint="Paste the whole address. It ends with a # and a row of letters and numbers."
          error={errorOf(problems, 'secret')}
          maxLength={400}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <Button>Go on</Button>
      </form>
    </>
  );
}

function When({ at, timeZone }: { readonly at: Date; readonly timeZone: string }) {
  const words = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone }).format(at);
  return <time datetime={at.toISOString()}>{words}</time>;
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

function Statement({ page, statement, problems }: Problems & { readonly page: Page; readonly statement: StatementModel }) {
  const { facts, serviceName, contentId, madeAt } = statement;
  const { ground } = facts;
  return (
    <>
      <h1>{statement.isTakenBack ? 'A decision about your post was taken back' : 'Your post was removed'}</h1>
      <p class="lead">
        {serviceName} removed it on <When at={madeAt} timeZone={page.timeZone} />
        {statement.isTakenBack ? ', and has taken that back. Below is what was said then.' : '. Here is why, and what you can do.'}
      </p>
      <News page={page} statement={statement} />
      <SummaryList
        rows={[
          { name: 'Your post', value: <bdi>{contentId}</bdi> },
          {
            name: 'What was done',
            value: statement.isTakenBack ? 'It had been removed everywhere.' : 'It was removed everywhere, with no end date.',
          },
          { name: 'On what facts', value: facts.facts.text },
          { name: 'What was automatic', value: facts.automation.text },
          {
            name: `${statement.isTakenBack ? 'Said to be against' : 'Against'} which ${ground.kind === 'law' ? 'law' : 'rules'}`,
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
function Redress({ page, statement: { facts, mayComplainUntil } }: { readonly page: Page; readonly statement: StatementModel }) {
  const { complaint, outOfCourt, court } = facts.redress;
  return (
    <section class="chapter" aria-labelledby="redress">
      <h2 id="redress">If you think that this is wrong</h2>
      <ul>
        {mayComplainUntil === null ? null : (
          <li>
            {complaint.replace('at the address that came with this statement', 'on this page')} You have until{' '}
            <When at={mayComplainUntil} timeZone={page.timeZone} />.
          </li>
        )}
        {outOfCourt === null ? null : <li>{linked(outOfCourt)}</li>}
        <li>{court}</li>
      </ul>
    </section>
  );
}

function News({ page, statement: { complaint, isTakenBack, isFiledNow } }: { readonly page: Page; readonly statement: StatementModel }) {
  if (complaint !== null && complaint.answer !== null)
    return (
      <Notice tone={isTakenBack ? 'good' : 'calm'} heading="The answer to your complaint">
        <p>{complaint.answer}</p>
        {isTakenBack ? null : <p>You can still turn to the others that are named below.</p>}
      </Notice>
    );
  if (complaint !== null)
    return (
      <Notice
        tone={isFiledNow ? 'good' : 'calm'}
        heading={isFiledNow ? 'Your complaint came in' : 'Your complaint is open'}
        isLive={isFiledNow}
      >
        <p>
          It came in on <When at={complaint.filedAt} timeZone={page.timeZone} />. Somebody else than who decided will look at it. It can
          take more than a week. The answer will stand here: keep the address of this page.
        </p>
      </Notice>
    );
  return isTakenBack ? (
    <Notice tone="good" heading="The decision was taken back">
      <p>The service was told to show your post again.</p>
    </Notice>
  ) : null;
}

function ComplaintForm({ statement: { secret, entered }, problems }: Problems & { readonly statement: StatementModel }) {
  return (
    <form class="chapter" method="post" action={paths.complain} autocomplete="off" novalidate aria-labelledby="complain">
      <h2 id="complain">Complain</h2>
      <input type="hidden" name={fieldNames.secret} value={secret} autocomplete="off" />
      <RadioGroup
        name={fieldNames.reason}
        legend="Why is the decision wrong?"
        error={errorOf(problems, 'reason')}
        value={entered?.reason}
        options={reasonsFor('uploader').map(({ key, label }) => ({ value: key, label }))}
      />
      <TextArea
        name={fieldNames.text}
        label="What they should know"
        hint="You do not have to write anything. Only the people at the service who decide about complaints read it."
        rows={5}
        maxLength={textAtMost}
        value={entered?.text}
        error={errorOf(problems, 'text')}
        autoComplete="off"
      />
      <Button>Send the complaint</Button>
    </form>
  );
}

/** Whether somebody may choose it on this page. */
export const isUploadersReason = (key: string): boolean =>
  complaintReasons.some((reason) => reason.by === 'uploader' && reason.key === key);
