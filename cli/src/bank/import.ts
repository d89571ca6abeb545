/** How does somebody's list get into a bank from a file? */
import { stat } from 'node:fs/promises';
import { Refusal } from '@likeness/server/config/refusal';
import type { ImportOutcome, ImportProgress, ListForm } from '@likeness/server/workflows/bank-import';
import type { Call, Command } from '../command.ts';
import { duration, showProgress } from '../scan/progress.ts';
import { counted, shown } from '../shown.ts';
import { bankHere, bankPlatformOption, exactly } from './named.ts';
import { Pace } from './pace.ts';

/** Written out, so that help need not load the server. The type holds it to the server's list. */
const formNames: Readonly<Record<ListForm, ListForm>> = { csv: 'csv', 'json-lines': 'json-lines', pdq: 'pdq', exact: 'exact' };
const forms = Object.values(formNames);
/** More bad lines than this are counted only, at a terminal. */
const errorsShown = 20;

export const bankImport: Command = {
  words: 'bank import',
  operands: 'NAME FILE',
  summary: 'Take a list of fingerprints over into a bank.',
  explanation: `FILE is CSV whose first line names the columns (kind,value,quality,source,note and, if there are, item,variant,
expiresAt), or JSON lines with the same keys; docs/formats/lists.md describes them. Lines with the same item are one
picture or video. A line that cannot be listed is named by its number and passed over; the others are listed.

The list may be of any length. What is in stays in: killed, the same command goes on where it was. A line that is
listed already changes nothing, and one of the same source with another quality, note or expiresAt takes the older
one's place, so a newer list can simply be imported over an older one. While a server runs, items match as they come
in, and earlier uploads are compared when the import is over.

With --json progress goes to standard error, and at the end one line: {"imported","added","rejected","errors":[{"line",
"message"}]}. Of the lines that were "imported" "added" brought a fingerprint that the bank had not; the others were
there already, as all are the second time. "errors" has the first 10,000, "rejected" counts all. Exit status 1 when a
line was rejected, or when there was none.`,
  options: [
    bankPlatformOption,
    {
      name: 'format',
      value: 'FORMAT',
      sentence: `csv, json-lines, pdq (64 hex digits a line) or exact (MD5, SHA-256, md5sum); without it, told by the beginning of the file.`,
    },
  ],
  examples: [
    { line: 'likeness bank import "Harbour hub" hub.csv', sentence: 'Every line of the file, with progress.' },
    { line: 'likeness bank import "Harbour hub" hub.jsonl --json', sentence: 'For a program to read.' },
  ],
  async run(call) {
    const [name = '', path = ''] = exactly('bank import', ['NAME', 'FILE'], call.operands);
    const given = call.option('format');
    const wanted = forms.find((form) => form === given);
    if (given !== undefined && wanted === undefined)
      throw new Refusal('usage/format', `--format is one of ${forms.join(', ')}; see: likeness bank import --help`, 2);
    const { installationHere } = await import('../installation.ts');
    const { formOf, importList } = await import('@likeness/server/workflows/bank-import');
    const { newItemCheck } = await import('@likeness/server/workflows/new-items');
    const { systemRandom } = await import('@likeness/server/config/random');
    const installation = await installationHere(call);
    const { store, settings } = installation;
    const bank = await bankHere(call, installation, name);
    const form = wanted ?? (await formOf(path));
    const total = await sizeOf(path);
    const pace = new Pace(performance.now(), total);
    let latest: ImportProgress = { imported: 0, rejected: 0, bytes: 0 };
    const display = showProgress(process.stderr, call.json, () => pace.at(performance.now(), latest), progressLine);
    try {
      const outcome = await importList(
        {
          store,
          random: systemRandom,
          check: await newItemCheck(store, settings.floodUploaders, bank),
          onProgress: (progress) => {
            latest = progress;
            pace.note(performance.now(), progress);
          },
          onResume: (line) => display.above(() => call.note(`Going on behind line ${line.toLocaleString('en')}.`)),
        },
        bank.id,
        path,
        form,
      );
      display.stop();
      return print(call, path, outcome);
    } finally {
      display.stop();
    }
  },
};

function print(call: Call, path: string, { imported, added, rejected, errors }: ImportOutcome): number {
  const isEmpty = imported + rejected === 0;
  if (isEmpty) {
    const message = `${shown(path)} holds no lines; nothing was imported.`;
    call.complain(call.json ? JSON.stringify({ error: { code: 'import/empty', message } }) : message);
  }
  if (call.json) call.print(JSON.stringify({ imported, added, rejected, errors }));
  else if (!isEmpty) {
    for (const { line, message } of errors.slice(0, errorsShown)) call.complain(`${shown(path)}:${line}: ${message}`);
    if (rejected > errorsShown) call.complain(`... and ${(rejected - errorsShown).toLocaleString('en')} more.`);
    const news = added === null ? '' : ` (${added.toLocaleString('en')} new, ${(imported - added).toLocaleString('en')} there already)`;
    call.print(`${counted(imported, 'line')} imported${news}, ${rejected.toLocaleString('en')} rejected.`);
  }
  return isEmpty || rejected > 0 ? 1 : 0;
}

async function sizeOf(path: string): Promise<number | null> {
  const facts = await stat(path).catch(() => null);
  return facts?.isFile() === true ? facts.size : null;
}

function progressLine({ imported, rejected, percent, linesPerSecond, secondsLeft }: ReturnType<Pace['at']>): string {
  return [
    `${imported.toLocaleString('en')} lines${percent === null ? '' : ` (${percent} %)`}`,
    ...(rejected > 0 ? [`${rejected.toLocaleString('en')} rejected`] : []),
    `${linesPerSecond.toLocaleString('en')} lines/s`,
    ...(secondsLeft === null ? [] : [`${duration(secondsLeft)} left`]),
  ].join(', ');
}
