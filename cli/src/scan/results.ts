/** Where do the results of a scan go: to the terminal, into a file, or into the server's memory of what a platform has? */
import type { ScreenAnswer } from '@likeness/contract';
import type { Call } from '../command.ts';
import { type FileOutcome, type FileRead, failedResultOf, resultOf } from '../file-outcome.ts';
import { printOutcome, withVariants } from '../hash.ts';
import { shown } from '../shown.ts';
import type { Journal } from './journal.ts';
import type { Results } from './run.ts';
import type { Named } from './source.ts';

/** Prints above the progress line. */
export type Above = (print: () => void) => void;

/** On standard output, as `likeness hash` prints them. Nothing is kept. */
export function toTerminal(call: Call, above: Above): Results {
  return {
    earlier: () => undefined,
    async keep({ file }, outcome) {
      above(() => printOutcome(call, file, outcome));
      return outcome;
    },
  };
}

/** One JSON line for each file. At a terminal the reasons of failures are printed as well. */
export function toFile(call: Call, above: Above, journal: Journal): Results {
  return {
    earlier: ({ file }) => journal.earlier.outcomeOf(file),
    async keep({ file }, outcome) {
      await journal.add(resultOf(file, outcome, withVariants(call)));
      if ('failure' in outcome && !call.json) above(() => printOutcome(call, file, outcome));
      return outcome;
    },
  };
}

/** Keeps an upload in mind; durable once it resolves, and harmless to do twice. */
export type Remember = (contentId: string, read: FileRead) => Promise<ScreenAnswer>;

/** Into the server's store. What matched a listed item and what could not be read is printed; the journal says what is done. */
export function toStore(call: Call, above: Above, journal: Journal, remember: Remember): Results {
  const failed = async (named: Named, outcome: FileOutcome): Promise<FileOutcome> => {
    above(() => printOutcome(call, named.file, outcome));
    if ('failure' in outcome) await journal.add(failedResultOf(named.contentId, outcome.failure));
    return outcome;
  };
  return {
    earlier: ({ contentId }) => journal.earlier.outcomeOf(contentId),
    async keep(named, outcome) {
      if ('failure' in outcome) return failed(named, outcome);
      const { file, contentId } = named;
      const unfit = await whyNoId(contentId);
      if (unfit !== undefined) return failed(named, { failure: { code: 'file/no-id', message: unfit } });
      const { verdict, matches } = await remember(contentId, outcome);
      // Remembered first, noted second: killed in between, it is remembered once more, which changes nothing.
      await journal.add({ file: contentId, verdict });
      if (matches.length > 0)
        above(() => call.print(call.json ? JSON.stringify({ file, contentId, verdict, matches }) : `${shown(file)}  ${verdict}`));
      return outcome;
    },
  };
}

/** Why a path or key cannot be the id of an upload, or undefined when it can. */
async function whyNoId(contentId: string): Promise<string | undefined> {
  const { ContentId } = await import('@likeness/contract');
  const most = 'maxLength' in ContentId ? Number(ContentId.maxLength) : Number.POSITIVE_INFINITY;
  if (contentId.length > most)
    return `Its path has ${contentId.length} characters, but an id may have ${most}: scan a folder nearer to it, or send it to the API under another id.`;
  if (!contentId.isWellFormed()) return 'Its name is no valid UTF-8, so it cannot be an id: rename it.';
  return undefined;
}
