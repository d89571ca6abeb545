/** Which accounts misuse the service, and what is done about it? The list, and for each account a card of facts with the form that warns or suspends. */
import { intentions, type Measure, type MeasureRefused, type MisuseKind, suspensionDays } from '@likeness/casework';
import { Button } from '../components/button/markup.tsx';
import { RadioGroup } from '../components/choices/markup.tsx';
import { Notice } from '../components/notice/markup.tsx';
import { SummaryList } from '../components/summary-list/markup.tsx';
import { Tag } from '../components/tag/markup.tsx';
import { Corrections } from './entry-pages.tsx';
import { fieldNames } from './fields.ts';
import { Csrf, consolePage, Moment } from './frame.tsx';
import type { MeasureTaken, MisuseCardModel, MisuseModel, MisuseRow } from './misuse-model.ts';
import type { ConsoleFrame } from './model.ts';
import { paths } from './paths.ts';
import { addressText } from './visible-text.ts';
import { countWords } from './words.ts';

const kindWords: Readonly<Record<MisuseKind, { readonly title: string; readonly counted: string; readonly ofAll: string }>> = {
  'illegal-content': {
    title: 'Posts what is illegal',
    counted: 'Uploads removed as illegal',
    ofAll: 'uploads that are still on file',
  },
  'unfounded-notices': {
    title: 'Files unfounded notices',
    counted: 'Notices refused because the claim was wrong',
    ofAll: 'notices under the Digital Services Act',
  },
  'unfounded-complaints': {
    title: 'Files unfounded complaints',
    counted: 'Complaints rejected',
    ofAll: 'complaints that the service brought',
  },
};

/** What an account of this kind is said to do. */
export const misuseWords = (kind: MisuseKind): string => kindWords[kind].title;

/** A complaint about a measure waits, and whoever took the measure is the only one of their role. */
export function NobodyJudges({ frame }: { readonly frame: Pick<ConsoleFrame, 'may'> }) {
  return (
    <Notice tone="care" heading="A complaint that nobody here may judge">
      <p>
        A lead or an admin judges it, and never the one who took the measure. There is nobody else.{' '}
        {frame.may.includes('manage-people') ? (
          <>
            Make somebody a lead under <a href={paths.people}>People</a>, or take the measure back yourself.
          </>
        ) : (
          'Ask an admin to make somebody a lead.'
        )}
      </p>
    </Notice>
  );
}

const newsWords = {
  warning: 'The warning is recorded, and the service is being told, to pass it on.',
  suspension: 'The suspension is recorded, and the service is being told. It ends by itself.',
  lifted: 'It was taken back, and the service is being told.',
  judged: 'Your answer is recorded, and the service is being told.',
  late: 'What you sent was not recorded. What is so now stands here.',
} as const;

/** GET `paths.misuse`. */
export function misusePage(model: MisuseModel): string {
  const { rows, total, policy } = model;
  return consolePage({
    title: 'Misuse',
    frame: model,
    place: 'misuse',
    children: (
      <>
        <h1>Misuse</h1>
        {model.news === null ? null : (
          <Notice tone="good" isLive>
            <p>{newsWords[model.news]}</p>
          </Notice>
        )}
        <p class="lead">
          Accounts with {policy.least} or more within {policy.days} days, and those that were warned or suspended. Nothing happens by
          itself: a person looks and decides.
        </p>
        {rows.length === 0 ? (
          <Notice tone="good" heading="Nothing to look at">
            <p>
              When an account often posts what is removed as illegal, or often files what is found wrong, it appears here. Nothing is ever
              counted against the person in a picture, or a name that nobody checked.
            </p>
          </Notice>
        ) : (
          <ul class="queue">
            {rows.map((row) => (
              <Row row={row} model={model} />
            ))}
          </ul>
        )}
        {total > rows.length ? (
          <p class="quiet">{countWords(total - rows.length, 'more account is', 'more accounts are')} not shown.</p>
        ) : null}
      </>
    ),
  });
}

function Row({ row, model }: { readonly row: MisuseRow; readonly model: MisuseModel }) {
  return (
    <li class="queue__row">
      <div class="queue__due queue__due--calm">
        <span class="queue__due-span">{row.count} counted</span>
        <span class="queue__due-moment">
          {row.lastAt === null ? null : (
            <>
              last <Moment at={row.lastAt} frame={model} />
            </>
          )}
        </span>
      </div>
      <div class="queue__main">
        <a class="queue__link" href={paths.misuseAccount(row.accountKey)}>
          <bdi>{addressText(row.account)}</bdi>
        </a>
        <p class="queue__text">
          {kindWords[row.kind].title}
          {model.hasManyServices ? `; ${row.serviceName}` : ''}
        </p>
      </div>
      <div class="queue__tags">
        {row.hasComplaint ? <Tag tone="care" words="Complaint to judge" /> : null}
        {row.suspendedUntil !== null ? (
          <Tag words="Suspended" />
        ) : row.warnedAt !== null ? (
          <Tag words="Warned" />
        ) : (
          <Tag tone="care" words="To look at" />
        )}
      </div>
    </li>
  );
}

type CardProps = { readonly model: MisuseCardModel };

/** GET `paths.misuseAccount`, and the POSTs of its forms. */
export function misuseAccountPage(model: MisuseCardModel): string {
  const { news } = model;
  return consolePage({
    title: 'Misuse',
    frame: model,
    place: 'misuse',
    children: (
      <>
        <p>
          <a href={paths.misuse}>All accounts</a>
        </p>
        <div class="page-head">
          <h1>
            <bdi>{addressText(model.account)}</bdi>
          </h1>
          {model.suspendedUntil !== null ? <Tag words="Suspended" /> : model.warnedAt !== null ? <Tag words="Warned" /> : null}
        </div>
        <Corrections problems={model.problems ?? []} />
        {news === null ? null : (
          <Notice tone={news === 'late' ? 'care' : 'good'} isLive>
            <p>{newsWords[news]}</p>
          </Notice>
        )}
        <div class="desk">
          <div class="desk__facts">
            <Facts model={model} />
            <Incidents model={model} />
            {model.measures.map((taken) => (
              <Taken key={taken.measureId} taken={taken} model={model} />
            ))}
          </div>
          <div class="desk__decide">
            <Decide model={model} />
          </div>
        </div>
      </>
    ),
  });
}

function Facts({ model }: CardProps) {
  const { facts, policy, kind } = model;
  const words = kindWords[kind];
  const share = facts.total === 0 ? 0 : Math.round((100 * facts.count) / facts.total);
  return (
    <section class="card" aria-labelledby="facts-heading">
      <h2 id="facts-heading">What can be weighed</h2>
      <SummaryList
        rows={[
          { name: 'What', value: words.title },
          { name: 'Service', value: <bdi>{model.serviceName}</bdi> },
          ...(model.suspendedByDecisionAt === null
            ? []
            : [
                {
                  name: 'Suspended already',
                  value: (
                    <>
                      By a decision about a picture, <Moment at={model.suspendedByDecisionAt} frame={model} />, until the service has looked
                      at the account.
                    </>
                  ),
                },
              ]),
          { name: words.counted, value: `${facts.count} within ${policy.days} days` },
          { name: 'Share', value: `${share} %, of ${facts.total} ${words.ofAll}` },
          {
            name: 'Gravity',
            value:
              facts.byGround.length === 0
                ? 'Nothing is counted now.'
                : facts.byGround.map(({ ground, count }) => `${count}: ${model.groundLabels[ground] ?? ground}`).join('; '),
          },
          {
            name: 'Signs of intention',
            value: [
              model.warnedAt === null ? 'No warning stands.' : `${facts.sinceWarning} came after the warning.`,
              ...(kind === 'illegal-content' ? [`${facts.copies} met what had been removed before.`] : []),
            ].join(' '),
          },
        ]}
      />
      <p class="quiet">
        Only what people decided counts, and only while it stands. What the account may not be told of, and what it complains about just
        now, is not among it.
      </p>
    </section>
  );
}

function Incidents({ model }: CardProps) {
  const { incidents, facts } = model;
  return (
    <section class="card" aria-labelledby="incidents-heading">
      <h2 id="incidents-heading">What is counted</h2>
      {incidents.length === 0 ? (
        <p>Nothing within these days any more.</p>
      ) : (
        <ul class="setup-list" aria-label="What is counted">
          {incidents.map(({ about, request, groundLabel, at, isCopy }) => (
            <li class="setup-list__row">
              <div>
                <p>
                  {request === null ? (
                    <code class="code-text">
                      <bdi>{addressText(about)}</bdi>
                    </code>
                  ) : (
                    <a href={paths.request(request)}>
                      <span class="tracking-number">{request}</span>
                    </a>
                  )}{' '}
                  {isCopy ? <Tag words="Met what was removed" /> : null}
                </p>
                <p class="quiet">
                  {groundLabel}; <Moment at={at} frame={model} />
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
      {facts.count > incidents.length ? <p class="quiet">These are the newest {incidents.length}.</p> : null}
    </section>
  );
}

function Taken({ taken, model }: CardProps & { readonly taken: MeasureTaken }) {
  const { measure, complaint, ended } = taken;
  const heading = measure === 'warning' ? 'Warning' : 'Suspension';
  const id = `measure-${taken.measureId}`;
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <SummaryList
        rows={[
          { name: 'Because', value: taken.reasonLabel },
          { name: 'Intention', value: intentions.find(({ key }) => key === taken.intention)?.label ?? taken.intention },
          { name: 'Decided by', value: <bdi>{taken.decidedBy}</bdi> },
          { name: 'When', value: <Moment at={taken.decidedAt} frame={model} /> },
          ...(taken.endsAt === null ? [] : [{ name: 'Until', value: <Moment at={taken.endsAt} frame={model} /> }]),
          ...(ended === null
            ? []
            : [
                {
                  name: ended.because === 'time' ? 'Over' : 'Taken back',
                  value: (
                    <>
                      <Moment at={ended.at} frame={model} />
                      {ended.by === null ? null : (
                        <>
                          , by <bdi>{ended.by}</bdi>
                        </>
                      )}
                      {ended.because === 'complaint' ? ', after a complaint' : ''}
                    </>
                  ),
                },
              ]),
        ]}
      />
      {complaint === null ? null : <Complaint taken={taken} complaint={complaint} model={model} />}
      {ended === null ? (
        <form class="setup-form" method="post" action={paths.liftMeasure(taken.measureId)}>
          <Csrf token={model.csrf} />
          <Button look="secondary">{measure === 'warning' ? 'Take the warning back' : 'End the suspension now'}</Button>
        </form>
      ) : null}
    </section>
  );
}

function Complaint({
  taken,
  complaint,
  model,
}: CardProps & { readonly taken: MeasureTaken; readonly complaint: NonNullable<MeasureTaken['complaint']> }) {
  const { judged } = complaint;
  return (
    <>
      <h3>A complaint about it</h3>
      <p>
        Came in <Moment at={complaint.at} frame={model} />.
      </p>
      {complaint.text === '' ? <p class="quiet">Nothing was written.</p> : <p class="kept-lines quote">{complaint.text}</p>}
      {judged !== null ? (
        <p>
          {judged.outcome === 'upheld' ? 'It was right' : 'The measure stands'}, says <bdi>{judged.by}</bdi>,{' '}
          <Moment at={judged.at} frame={model} />.
        </p>
      ) : complaint.isOwn && complaint.hasJudge ? (
        <p>You took this measure, so another lead or admin judges the complaint.</p>
      ) : complaint.isOwn ? (
        <NobodyJudges frame={model} />
      ) : (
        <form class="setup-form" method="post" action={paths.judgeMeasure(taken.measureId)}>
          <Csrf token={model.csrf} />
          <RadioGroup
            name={fieldNames.ruling}
            legend="Your answer"
            options={[
              { value: 'rejected', label: 'The measure stands', hint: 'The account reads so, and where else to turn.' },
              { value: 'upheld', label: 'The complaint is right', hint: 'The measure is taken back at once.' },
            ]}
          />
          <Button look="secondary">Answer the complaint</Button>
        </form>
      )}
    </>
  );
}

const refusedWords: Readonly<Record<MeasureRefused, string>> = {
  rare: 'It is fewer than the operator calls frequent.',
  suspended: 'The account is suspended already.',
  warned: 'A warning stands already.',
  'no-warning': 'A warning comes first.',
  'not-since': 'Nothing came after the warning.',
};

function Decide({ model }: CardProps) {
  const { refused, reasons, problems = [], entered, kind } = model;
  const may = (measure: Measure): boolean => refused[measure] === null;
  if (!may('warning') && !may('suspension'))
    return (
      <section class="card" aria-labelledby="decide-heading">
        <h2 id="decide-heading">Nothing to decide now</h2>
        <p>{refusedWords[refused.suspension === 'no-warning' ? (refused.warning ?? 'rare') : (refused.suspension ?? 'rare')]}</p>
      </section>
    );
  const wrong = (field: string): string | undefined => problems.find((problem) => problem.field === field)?.sentence;
  const options = may('warning')
    ? [{ value: 'warning', label: 'Warn', hint: 'The account is told what was counted, and what can follow.' }]
    : suspensionDays.map((days) => ({ value: `suspension-${days}`, label: `Suspend for ${days} days`, hint: 'It ends by itself.' }));
  return (
    <form class="card" id="decide" method="post" action={paths.takeMeasure(model.accountKey)} aria-labelledby="decide-heading">
      <h2 id="decide-heading">Decide</h2>
      <Csrf token={model.csrf} />
      <RadioGroup
        name={fieldNames.ruling}
        legend="What to do"
        options={options}
        value={entered?.measure}
        error={wrong(fieldNames.ruling)}
      />
      <RadioGroup
        name={fieldNames.reason}
        legend="Because it is manifest, without examining anything"
        options={reasons.map(({ key, label }) => ({ value: key, label }))}
        value={entered?.reason}
        error={wrong(fieldNames.reason)}
      />
      <RadioGroup
        name={fieldNames.intention}
        legend="Intention"
        options={intentions.map(({ key, label }) => ({ value: key, label }))}
        value={entered?.intention}
        error={wrong(fieldNames.intention)}
      />
      <p class="quiet">
        {kind === 'unfounded-notices'
          ? 'Nothing that this account files is lost: its notices under the Digital Services Act are kept, shown and put aside. Every other law’s clock runs on, and a request by the person in the picture is never touched.'
          : kind === 'unfounded-complaints'
            ? 'Its complaints are kept and shown meanwhile.'
            : may('warning')
              ? 'A warning changes nothing for the account.'
              : 'The service suspends the account. Screening goes on as before.'}
      </p>
      <Button>Record it and tell the service</Button>
    </form>
  );
}
