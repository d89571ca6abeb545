/** What does a service tell the public about a month, half a year, a year? Tables with bars that need no script, and the same numbers as files. */
import {
  hoursWords,
  monthsUntil,
  parsePeriod,
  percentWords,
  type ReportPeriod,
  type ToldCount,
  type ToldShare,
  type ToldTime,
  type TransparencyReport,
  toldWords,
} from '@likeness/casework';
import type { ComponentChildren } from 'preact';
import { Button } from '../components/button/markup.tsx';
import { Notice } from '../components/notice/markup.tsx';
import { consolePage } from './frame.tsx';
import type { ConsoleFrame } from './model.ts';
import { paths, reportPath } from './paths.ts';

export interface ReportModel extends ConsoleFrame {
  readonly now: Date;
  readonly platform: { readonly id: string; readonly name: string };
  readonly others: readonly { readonly id: string; readonly name: string }[];
  readonly report: TransparencyReport;
  /** When the service came here: no period before it is offered. */
  readonly since: Date;
}

/** GET `paths.report`. */
export function reportPage(model: ReportModel): string {
  const { report, platform, others } = model;
  const { counts, times } = report;
  return consolePage({
    title: 'Report',
    frame: model,
    place: 'report',
    children: (
      <>
        <h1>Transparency report</h1>
        {others.length === 0 ? null : (
          <nav class="setup-others" aria-label="Services">
            <strong aria-current="true">{platform.name}</strong>
            {others.map(({ id, name }) => (
              <a href={reportPath('report', id, report.period.key)}>{name}</a>
            ))}
          </nav>
        )}
        <PeriodForm model={model} />
        <h2>
          {platform.name}, {periodWords(report.period)}
        </h2>
        {report.isWhole ? null : (
          <Notice>
            <p>This period is not over yet. The numbers go up to now.</p>
          </Notice>
        )}
        <p class="lead">
          All times are UTC. A number of 1 to 4 reads “fewer than 5”, and a neighbour that would give it away reads “not shown”, so that no
          number points at one person. Publish months, half-years or years, not two of them side by side: the difference of two reports can
          be a small number.
        </p>
        <p class="report-files">
          <a href={reportPath('reportCsv', platform.id, report.period.key)}>Download as CSV</a>
          <a href={reportPath('reportJson', platform.id, report.period.key)}>Download as JSON</a>
          {model.may.includes('resend-statements') ? <a href={paths.statements}>Statements that were refused</a> : null}
        </p>
        <Counts
          id="received"
          told={counts.received}
          column="Law"
          note="Counted when a request came in, complete or not. One filing under several laws counts once under each."
        />
        <Counts
          id="decisions"
          told={counts.decisions}
          column="Law, outcome and ground"
          note="Counted when they were made, once under each law. Not among them are slips that were taken back at once, answers to complaints, and what set a removal aside from outside."
        >
          <Shares shares={report.falseClaims} words="of the claims were found wrong: another person, nothing intimate, or an agreement." />
        </Counts>
        <Times id="to-decision" title="Time to the decision" rows={times['time-to-decision']} />
        <Times id="to-removal" title="Time until all of it was gone" rows={times['time-to-removal']} />
        <Counts
          id="due"
          told={counts.due}
          column="Law"
          note="Requests whose due time lay in the period. In time: refused, or removed or restricted and confirmed by the service, before it was due. Not among them are those that were withdrawn before anybody decided."
        >
          <Shares shares={report.withinClock} words="in time." />
        </Counts>
        <Counts id="removals" told={counts.removals} column="Why" note="Counted when the service confirmed that an upload is gone." />
        <Counts
          id="restrictions"
          told={counts.restrictions}
          column="How"
          note="Counted when the service confirmed it. Hidden until somebody decides is no decision: the upload is shown again, or removed, by one."
        />
        <Counts
          id="beside"
          told={counts.beside}
          column="What"
          note="Counted when the service confirmed it. Each had a reason of its own."
        />
        <Counts
          id="matches"
          told={counts.matches}
          column="What followed"
          note="Uploads that met a listed picture, by what the policy of its bank asks for. An upload counts once. A match alone removes nothing."
        />
        <Counts
          id="complaints"
          told={counts.complaints}
          column="Who complained about what, and the answer"
          note="Counted when they were answered, by somebody else than who had decided."
        >
          <Shares shares={report.overturned} words="of the decisions were taken back." />
        </Counts>
        <Counts
          id="outside"
          told={counts.outside}
          column="By whom"
          note="Counted when it was entered, once under each law. Of disputes before out-of-court bodies (Article 24(1)(a) of the Digital Services Act) those that the service followed are known here, and no others."
        />
        <Counts
          id="suspensions"
          told={counts.suspensions}
          column="Why"
          note="Counted when they began, by kind, as Article 24(1)(b) of the Digital Services Act asks. A person decided each of them."
        />
        <Counts id="withdrawn" told={counts.withdrawn} column="Law" note="Requests that the person took back." />
      </>
    ),
  });
}

function PeriodForm({ model }: { readonly model: ReportModel }) {
  const { key } = model.report.period;
  const offered = periodsOffered(model.now, model.since);
  const all = offered.some((period) => period.key === key) ? offered : [model.report.period, ...offered];
  return (
    <form class="report-choice" method="get" action={paths.report}>
      <input type="hidden" name="service" value={model.platform.id} />
      <label class="report-choice__label" for="period">
        Period
      </label>
      <select class="report-choice__select" id="period" name="period">
        {all.map((period) => (
          <option value={period.key} selected={period.key === key}>
            {periodWords(period)}
          </option>
        ))}
      </select>
      <Button look="secondary">Show</Button>
    </form>
  );
}

/** Two years of months, the half-years and years that they lie in: the newest first, none that ended before the service was here. */
function periodsOffered(now: Date, since: Date): ReportPeriod[] {
  const months = monthsUntil(now, 24);
  const years = months.map(({ from }) => String(from.getUTCFullYear()));
  const halves = months.map(({ from }) => `${from.getUTCFullYear()}-H${from.getUTCMonth() < 6 ? 1 : 2}`);
  const longer = [...new Set([...halves, ...years])].flatMap((key) => parsePeriod(key) ?? []);
  return [...months, ...longer].filter(({ to }) => to > since);
}

function periodWords({ kind, key, from }: ReportPeriod): string {
  if (kind === 'year') return key;
  if (kind === 'half-year') return `${key.endsWith('1') ? 'January to June' : 'July to December'} ${from.getUTCFullYear()}`;
  return from.toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
}

type CountsProps = {
  readonly id: string;
  readonly told: ToldCount;
  /** What the first column names. */
  readonly column: string;
  readonly note: string;
  readonly children?: ComponentChildren;
};

interface Row {
  readonly depth: number;
  readonly told: ToldCount;
}

const rowsUnder = (told: ToldCount, depth: number): Row[] =>
  (told.parts ?? []).flatMap((part) => [{ depth, told: part }, ...rowsUnder(part, depth + 1)]);

function Counts({ id, told, column, note, children }: CountsProps) {
  const rows = rowsUnder(told, 0);
  const total = typeof told.count === 'number' ? told.count : 0;
  return (
    <section class="card report-part" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{told.label}</h2>
      <p class="report-total">{countText(told)}</p>
      <p class="quiet">{note}</p>
      {told.count === 0 ? null : told.parts === null ? (
        <p>What this is made of cannot be told without pointing at single cases.</p>
      ) : (
        <table class="facts-table facts-table--wide facts-table--stacked report-table">
          <thead>
            <tr>
              <th scope="col">{column}</th>
              <th scope="col" class="number">
                Number
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ depth, told: row }) => (
              <tr class={`report-table__row report-table__row--${depth}`}>
                <th scope="row">
                  {row.label}
                  <Bar value={typeof row.count === 'number' ? row.count : 0} most={total} />
                </th>
                <td class="number" data-column="Number">
                  {countText(row)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {children}
    </section>
  );
}

const countText = ({ count }: ToldCount): string => (typeof count === 'number' ? count.toLocaleString('en-GB') : toldWords(count));

/** A part of a whole, for the eye; the number stands beside it. */
function Bar({ value, most }: { readonly value: number; readonly most: number }) {
  const width = most === 0 ? 0 : Math.round((1000 * value) / most) / 10;
  return (
    <svg class="report-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="report-bar__whole" width="100" height="4" />
      <rect class="report-bar__part" width={width} height="4" />
    </svg>
  );
}

function Times({ id, title, rows }: { readonly id: string; readonly title: string; readonly rows: readonly ToldTime[] }) {
  const longest = Math.max(1, ...rows.map(({ medianHours, p95Hours }) => p95Hours ?? medianHours ?? 0));
  return (
    <section class="card report-part" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{title}</h2>
      <p class="quiet">
        From the receipt of a request. Half of them took no longer than the median, and 95 of 100 no longer than the 95 % value, which is
        told from 20 requests on.
      </p>
      {rows.length === 0 ? (
        <p>There was none in this period.</p>
      ) : (
        <table class="facts-table facts-table--wide facts-table--stacked report-table">
          <thead>
            <tr>
              <th scope="col">Law</th>
              <th scope="col" class="number">
                Median
              </th>
              <th scope="col" class="number">
                95 %
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, medianHours, p95Hours }) => (
              <tr class="report-table__row">
                <th scope="row">
                  {label}
                  <Bar value={medianHours ?? 0} most={longest} />
                </th>
                <td class="number" data-column="Median">
                  {hoursWords(medianHours)}
                </td>
                <td class="number" data-column="95 %">
                  {hoursWords(p95Hours)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Shares({ shares, words }: { readonly shares: readonly ToldShare[]; readonly words: string }) {
  return (
    <>
      {shares.map(({ label, share }) =>
        share === null ? null : (
          <p>
            {label}: <strong>{percentWords(share)}</strong> {words}
          </p>
        ),
      )}
    </>
  );
}
