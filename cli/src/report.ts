/** What can a service tell the public about some months? */
import { Refusal } from '@likeness/server/config/refusal';
import type { Call, Command } from './command.ts';
import { quoted } from './shown.ts';

export const report: Command = {
  words: 'report',
  operands: '',
  summary: 'Count a transparency report of some months.',
  explanation: `Counts requests, decisions, removals, matches and times from what was recorded, in UTC, as the console shows it. The
months make one calendar month, a half-year or a year. A number of 1 to 4 reads "fewer than 5", and a neighbour that
would give it away reads "not shown"; the difference of two reports can still be a small number: publish one kind.

Prints a table; with --csv a line for each number, with --json one line (docs/formats/transparency-report.md).`,
  options: [
    { name: 'from', value: 'MONTH', sentence: 'Required: the first month, such as 2026-07.' },
    { name: 'to', value: 'MONTH', sentence: 'The last month, such as 2026-12; without it the first month alone.' },
    { name: 'platform', value: 'NAME', sentence: 'Whose report; not needed while there is only one platform.' },
    { name: 'csv', sentence: 'Print CSV.' },
  ],
  examples: [
    { line: 'likeness report --from 2026-11', sentence: 'November 2026, to read.' },
    { line: 'likeness report --from 2026-07 --to 2026-12 --csv', sentence: 'Half a year, for a spreadsheet.' },
  ],
  async run(call) {
    const form = formOf(call);
    const from = call.option('from');
    if (from === undefined) throw wrong('report needs --from MONTH, such as 2026-11.');
    const { periodOfMonths, writtenReport } = await import('@likeness/server/workflows/report');
    const to = call.option('to') ?? from;
    for (const [name, month] of Object.entries({ from, to }))
      if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw wrong(`--${name} is a year and a month, such as 2026-07, not ${quoted(month)}.`);
    if (to < from) throw wrong(`--to ${to} is before --from ${from}.`);
    const period = periodOfMonths(from, to);
    if (period === null) throw wrong(`${from} to ${to} is no month, half-year or year of those from 2020 to 2199.`);
    const { installationHere, platformHere } = await import('./installation.ts');
    const installation = await installationHere(call);
    const { id, name } = await platformHere(installation, call.option('platform'));
    const { text, isWhole } = await writtenReport(installation.store, { id, name }, period, form);
    call.print(text);
    if (!isWhole) call.note('This period is not over yet: the numbers go up to now.');
    return 0;
  },
};

function formOf(call: Call): 'text' | 'csv' | 'json' {
  if (call.option('csv') === undefined) return call.json ? 'json' : 'text';
  if (call.json) throw wrong('A report is printed as CSV or as JSON, not both.');
  return 'csv';
}

const wrong = (sentence: string): Refusal => new Refusal('usage/report', `${sentence} See: likeness report --help`, 2);
