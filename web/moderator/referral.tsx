/** What is left to do about a picture of somebody under 18, or perhaps so? The open reporting tasks, and each with what to report to whom. */
import type { ReportingRoute } from '@likeness/casework';
import { Button } from '../components/button/markup.tsx';
import { Notice } from '../components/notice/markup.tsx';
import { SummaryList } from '../components/summary-list/markup.tsx';
import { Tag } from '../components/tag/markup.tsx';
import { Select, TextArea, TextField } from '../components/text-field/markup.tsx';
import { CopyText } from './copy-text.tsx';
import { Corrections } from './entry-pages.tsx';
import { fieldLimits, fieldNames } from './fields.ts';
import { Csrf, consolePage, Moment } from './frame.tsx';
import { OpenList } from './open-list.tsx';
import { paths } from './paths.ts';
import type { ClosedReferralRow, ReferralModel, ReferralRow, ReferralsModel, ReferredUpload } from './referral-model.ts';
import { addressText } from './visible-text.ts';
import { spanWords } from './when.ts';
import { countWords } from './words.ts';

/** GET `paths.referrals`. */
export function referralsPage(model: ReferralsModel): string {
  const { open } = model;
  return consolePage({
    title: 'Reporting tasks',
    frame: model,
    place: 'referrals',
    children: (
      <>
        <h1>Reporting tasks</h1>
        <OpenList
          open={open}
          whenEmpty="When somebody refers a picture of a person under 18, or perhaps so, a task to report it appears here."
          lead={`${countWords(open.total, 'task is open', 'tasks are open')}. What has been known here for longest comes first: report as soon as you can.`}
          parts="Parts of the tasks"
          path={paths.referrals}
        >
          {open.rows.map((row) => (
            <Row row={row} model={model} />
          ))}
        </OpenList>
        {model.closed.total === 0 || !open.isFirst ? null : <ClosedTasks model={model} />}
      </>
    ),
  });
}

function ClosedTasks({ model }: { readonly model: ReferralsModel }) {
  const { rows, total } = model.closed;
  return (
    <section aria-labelledby="closed-heading">
      <h2 id="closed-heading">Closed, and still out of view</h2>
      <p>Nothing is left to decide about these. {staysOutOfView}</p>
      <ul class="queue">
        {rows.map((row) => (
          <ClosedRow row={row} model={model} />
        ))}
      </ul>
      {total > rows.length ? (
        <p class="quiet">
          These are the last {rows.length} of {total.toLocaleString('en-GB')}.
        </p>
      ) : null}
    </section>
  );
}

function ClosedRow({ row, model }: { readonly row: ClosedReferralRow; readonly model: ReferralsModel }) {
  return (
    <li class="queue__row">
      <div class="queue__due queue__due--calm">
        <span class="queue__due-span">closed {spanWords(model.now.getTime() - row.closedAt.getTime())} ago</span>
        <span class="queue__due-moment">
          <Moment at={row.closedAt} frame={model} />
        </span>
      </div>
      <div class="queue__main">
        <a class="queue__link" href={paths.referral(row.referralId)}>
          Read it
        </a>
        <p class="queue__text">
          {row.wasReported ? 'Reported' : 'Closed without a report'}
          {model.hasManyServices ? `; ${row.serviceName}` : ''}
        </p>
      </div>
      <div class="queue__tags">
        <Tag words="Out of view" />
      </div>
    </li>
  );
}

/** Where the picture stands when its task is closed, in the words of `docs/referrals.md`. */
const staysOutOfView =
  'Closing a task shows nothing again: the picture stays out of view, no decision here changes that, and screened again under its id it is held. Where it turned out to be nothing of the kind and nothing was reported, the service can take it in as a new upload, under another id; once it was reported, the same file is held under every id for as long as what was reported is kept, and no lead ends that sooner, also where it was a mistake: those who were told may need it.';

function Row({ row, model }: { readonly row: ReferralRow; readonly model: ReferralsModel }) {
  return (
    <li class="queue__row">
      <div class="queue__due queue__due--calm">
        <span class="queue__due-span">known for {spanWords(model.now.getTime() - row.knownAt.getTime())}</span>
        <span class="queue__due-moment">
          <Moment at={row.knownAt} frame={model} />
        </span>
      </div>
      <div class="queue__main">
        <a class="queue__link" href={paths.referral(row.referralId)}>
          {row.reportedAt === null ? 'Report it' : 'Close it'}
        </a>
        <p class="queue__text">
          {row.reportedAt === null ? (
            'Not reported yet'
          ) : (
            <>
              Reported <Moment at={row.reportedAt} frame={model} />; a lead closes it
            </>
          )}
          {model.hasManyServices ? `; ${row.serviceName}` : ''}
        </p>
      </div>
      <div class="queue__tags">{row.reportedAt === null ? <Tag tone="care" words="To report" /> : <Tag words="Reported" />}</div>
    </li>
  );
}

const newsWords = {
  reported: 'Written down. Thank you. A lead closes the task now.',
  closed: 'The task is closed.',
} as const;

/** GET `paths.referral`, and POST of its forms when something is to be corrected. */
export function referralPage(model: ReferralModel): string {
  return consolePage({
    title: 'Reporting task',
    frame: model,
    place: 'referrals',
    width: 'measure',
    children: (
      <>
        <div class="page-head">
          <h1>Reporting task</h1>
          <StateTag model={model} />
        </div>
        <Corrections problems={model.problems ?? []} />
        {model.news === null ? null : model.news === 'late' ? (
          <Notice tone="care" isLive>
            <p>A colleague was first: what you sent was not written down. What is so now stands here.</p>
          </Notice>
        ) : (
          <Notice tone="good" isLive>
            <p>{newsWords[model.news]}</p>
          </Notice>
        )}
        <Whom model={model} />
        <What model={model} />
        <ReportPart model={model} />
        <ClosePart model={model} />
      </>
    ),
  });
}

type PartProps = { readonly model: ReferralModel };

function StateTag({ model }: PartProps) {
  if (model.closed !== null) return <Tag tone="good" words="Closed" />;
  return model.report === null ? <Tag tone="care" words="To report" /> : <Tag words="Reported" />;
}

function Whom({ model: { route, routes } }: PartProps) {
  return (
    <section class="card" aria-labelledby="whom-heading">
      <h2 id="whom-heading">Whom to tell</h2>
      {route === null ? (
        <Notice tone="care">
          <p>
            Nobody has said where this service is established. Whoever runs this server sets <code>LIKENESS_REPORTING_COUNTRY</code>; until
            then, find the country in the list of the form below.
          </p>
        </Notice>
      ) : (
        <RouteFacts route={route} />
      )}
      {route === null
        ? routes
            .filter(({ countries, confidence }) => countries.length === 0 || confidence !== 'low')
            .map((one) => (
              <details class="details details--slim">
                <summary class="details__summary">{routeLabel(one)}</summary>
                <div class="details__body">
                  <RouteFacts route={one} />
                </div>
              </details>
            ))
        : null}
    </section>
  );
}

function RouteFacts({ route }: { readonly route: ReportingRoute }) {
  return (
    <SummaryList
      rows={[
        { name: 'Who', value: route.name },
        ...(route.url === null
          ? []
          : [
              {
                name: 'Where',
                value: (
                  <a href={route.url} rel="noreferrer">
                    {route.url}
                  </a>
                ),
              },
            ]),
        { name: 'How', value: route.how },
        { name: 'The law', value: route.duty ?? 'We have read no law that asks this service for a report. Telling is right all the same.' },
        { name: 'Kept for', value: `${route.preserveDays} days after the report. ${route.preserveBecause}` },
        {
          name: 'How sure this is',
          value:
            route.checkedOn === null
              ? 'From general knowledge; nobody has compared it with its source. Check the address before you rely on it.'
              : `Compared with its source on ${route.checkedOn}${route.source === null ? '' : `: ${route.source.title}`}.`,
        },
      ]}
    />
  );
}

function What({ model }: PartProps) {
  const { facts } = model;
  return (
    <section class="card" aria-labelledby="what-heading">
      <h2 id="what-heading">What to report</h2>
      <p>Please open none of it: those who are told do not need you to look.</p>
      <SummaryList
        rows={[
          { name: 'Service', value: <bdi>{model.serviceName}</bdi> },
          { name: 'Known since', value: <Moment at={model.knownAt} frame={model} /> },
          {
            name: 'Referred by',
            value: (
              <>
                <bdi>{model.decidedBy}</bdi>: “{model.groundLabel}”
                {model.of === null ? null : (
                  <>
                    {' '}
                    (<a href={model.of.kind === 'request' ? paths.request(model.of.id) : paths.review(model.of.id)}>{model.of.kind}</a>)
                  </>
                )}
              </>
            ),
          },
        ]}
      />
      {facts === null ? <p>What was held is destroyed: its time is over.</p> : null}
      {facts?.uploads.map((upload, index) => (
        <Upload upload={upload} number={index + 1} model={model} />
      ))}
      {facts === null || facts.places.length === 0 ? null : (
        <>
          <h3>Places that only the service knows</h3>
          <CopyText label="the places" text={facts.places.map(addressText).join('\n')} isBlock />
        </>
      )}
    </section>
  );
}

function Upload({ upload, number, model }: { readonly upload: ReferredUpload; readonly number: number; readonly model: ReferralModel }) {
  const { contentId, url, uploaderRef, screenedAt, fingerprints } = upload;
  const whole = fingerprints.filter(({ variant }) => variant === 'whole');
  return (
    <>
      <h3>Upload {number}</h3>
      <SummaryList
        rows={[
          { name: 'Its id in the service', value: <CopyText label={`the id of upload ${number}`} text={contentId} /> },
          {
            name: 'Address',
            value: url === null ? 'Not given' : <CopyText label={`the address of upload ${number}`} text={addressText(url)} />,
          },
          {
            name: 'Uploaded by',
            value: uploaderRef === null ? 'Not given' : <CopyText label={`the uploader of upload ${number}`} text={uploaderRef} />,
          },
          { name: 'Screened', value: <Moment at={screenedAt} frame={model} /> },
          ...(whole.length === 0
            ? []
            : [
                {
                  name: 'Fingerprints',
                  value: (
                    <CopyText
                      label={`the fingerprints of upload ${number}`}
                      text={whole.map(({ kind, value }) => `${kind} ${value}`).join('\n')}
                      isBlock
                    />
                  ),
                },
              ]),
        ]}
      />
    </>
  );
}

const problemFor = ({ problems = [] }: ReferralModel, field: string): string | undefined =>
  problems.find((problem) => problem.field === field)?.sentence;

function ReportPart({ model }: PartProps) {
  const { report, closed } = model;
  if (report !== null)
    return (
      <section class="card" aria-labelledby="report-heading">
        <h2 id="report-heading">Reported</h2>
        <SummaryList
          rows={[
            { name: 'To', value: report.routeName },
            { name: 'When', value: <Moment at={report.at} frame={model} /> },
            { name: 'By', value: <bdi>{report.by}</bdi> },
            {
              name: 'Reference',
              value: report.reference === '' ? 'Not kept any more' : <CopyText label="the reference" text={report.reference} />,
            },
          ]}
        />
      </section>
    );
  if (closed !== null) return null;
  return (
    <form class="card" id="report" method="post" action={paths.reportReferral(model.referralId)} aria-labelledby="report-heading">
      <h2 id="report-heading">It was reported</h2>
      <p>Report it there first, then write down here what you were told.</p>
      <Csrf token={model.csrf} />
      <Select
        name={fieldNames.route}
        label="Reported to"
        placeholder="Choose"
        options={model.routes.map((one) => ({ value: one.id, label: routeLabel(one) }))}
        value={model.entered?.route ?? model.route?.id ?? ''}
        error={problemFor(model, fieldNames.route)}
      />
      <TextField
        name={fieldNames.reference}
        label="Reference number"
        hint="The number of the report, or who took it and when."
        width="half"
        maxLength={fieldLimits.reference}
        autoComplete="off"
        value={model.entered?.reference}
        error={problemFor(model, fieldNames.reference)}
      />
      <Button>I reported it</Button>
    </form>
  );
}

function routeLabel({ countries, name }: ReportingRoute): string {
  return countries.length === 0 ? `Anywhere else: ${name}` : `${countries.join(', ')}: ${name}`;
}

function ClosePart({ model }: PartProps) {
  const { closed, report, isLead } = model;
  if (closed !== null)
    return (
      <section class="card" aria-labelledby="close-heading">
        <h2 id="close-heading">Closed</h2>
        <SummaryList
          rows={[
            { name: 'By', value: <bdi>{closed.by}</bdi> },
            { name: 'When', value: <Moment at={closed.at} frame={model} /> },
            { name: 'Held until', value: <Moment at={closed.holdUntil} frame={model} /> },
            { name: 'The picture', value: staysOutOfView },
            ...(closed.reason === '' ? [] : [{ name: 'Why', value: <span class="kept-lines">{closed.reason}</span> }]),
          ]}
        />
      </section>
    );
  if (!isLead)
    return (
      <section class="card" aria-labelledby="close-heading">
        <h2 id="close-heading">Close it</h2>
        <p>A lead closes the task once it is reported.</p>
      </section>
    );
  return (
    <form class="card" id="close" method="post" action={paths.closeReferral(model.referralId)} aria-labelledby="close-heading">
      <h2 id="close-heading">Close it</h2>
      <p>
        {report === null
          ? 'It is not reported yet. Closed without a report, everything that is held of it is let go at once.'
          : 'What is held stays for as long after the report as is said above, and is then destroyed.'}
      </p>
      <p>{staysOutOfView}</p>
      <Csrf token={model.csrf} />
      <TextArea
        name={fieldNames.reason}
        label="Why"
        hint={report === null ? 'Needed, because nothing was reported. Stored encrypted.' : 'Optional. Stored encrypted.'}
        rows={2}
        maxLength={fieldLimits.note}
        autoComplete="off"
        value={model.entered?.reason}
        error={problemFor(model, fieldNames.reason)}
      />
      <Button look="secondary">Close the task</Button>
    </form>
  );
}
