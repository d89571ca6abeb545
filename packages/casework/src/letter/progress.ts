/** What became of a letter that she sent herself? She says so; until when the service has and what comes next is computed, like everything about time. */
import type { LegalBasis } from '../notice/basis.ts';
import type { CaseworkWords } from '../words/catalogue.ts';

/** What she noted. */
export interface LetterState {
  readonly sentAt: Date | null;
  readonly outcome: 'gone' | 'refused' | null;
}

export interface LetterStanding {
  readonly key: 'to-send' | 'sent' | 'overdue' | 'gone' | 'refused';
  readonly sentence: string;
  /** When the first law's time ends; null where none names one, or nothing was sent. */
  readonly until: Date | null;
  /** Where to turn next; none while the service still has its time. */
  readonly routes: readonly { readonly name: string; readonly url: string; readonly sentence: string }[];
}

const hourMs = 3_600_000;

/** Where it stands at `now`. `bases` are the laws in the language of the words (`lawsIn`). */
export function letterStanding(
  bases: readonly LegalBasis[],
  { sentAt, outcome }: LetterState,
  now: Date,
  { letter }: Pick<CaseworkWords, 'letter'>,
): LetterStanding {
  const said = letter.standing;
  const routes = bases.flatMap(({ complaint }) => (complaint === null ? [] : [complaint]));
  const hours = bases.flatMap(({ clock }) => (clock.kind === 'hours' ? [clock.hours] : []));
  const until = sentAt === null || hours.length === 0 ? null : new Date(sentAt.getTime() + Math.min(...hours) * hourMs);
  if (outcome === 'gone') return { key: 'gone', sentence: said.gone, until: null, routes: [] };
  if (outcome === 'refused') return { key: 'refused', sentence: said.refused, until: null, routes };
  if (sentAt === null) return { key: 'to-send', sentence: said.toSend, until: null, routes: [] };
  if (until !== null && until <= now) return { key: 'overdue', sentence: said.overdue, until, routes };
  return { key: 'sent', sentence: until === null ? said.sentWithoutHours : said.sent, until, routes: [] };
}
