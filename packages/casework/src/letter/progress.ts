/** What became of a letter that she sent herself? She says so; until when the service has and what comes next is computed, like everything about time. */
import type { LegalBasis } from '../notice/basis.ts';
import type { CaseworkWords } from '../words/catalogue.ts';
import { knownService } from './directory.ts';

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
  readonly routes: readonly Route[];
}

/** Somebody to turn to. */
export interface Route {
  readonly name: string;
  readonly url: string;
  readonly sentence: string;
}

const hourMs = 3_600_000;

/** Whether this service shows the way to a picture that stands elsewhere, and takes nothing down. */
export function isSearchEngine(serviceId: string | null): boolean {
  return serviceId !== null && knownService(serviceId)?.kind === 'search';
}

/**
 * Where to turn after a no, or no answer, of this service. A search engine is asked again, and in Europe under data protection: erasure, objection and a complaint to
 * an authority (Regulation (EU) 2016/679, Articles 17, 21 and 77; the UK GDPR has the same).
 */
export function nextRoutes(
  serviceId: string | null,
  bases: readonly Pick<LegalBasis, 'complaint'>[],
  { letter: { searchRoutes: said } }: Pick<CaseworkWords, 'letter'>,
): readonly Route[] {
  const service = serviceId === null ? null : knownService(serviceId);
  const complaints = bases.flatMap(({ complaint }) => (complaint === null ? [] : [complaint]));
  if (service === null || service.kind !== 'search') return complaints;
  const named = { service: service.name };
  return [
    { name: said.again.name(named), url: service.form, sentence: said.again.sentence },
    ...(service.europeanForm === undefined
      ? []
      : [{ name: said.european.name(named), url: service.europeanForm, sentence: said.european.sentence }]),
    { ...said.authority, url: 'https://www.edpb.europa.eu/about-edpb/about-edpb/members_en' },
    { ...said.ico, url: 'https://ico.org.uk/make-a-complaint/search-results/' },
    ...complaints,
  ];
}

/** Where it stands at `now`. `bases` are the laws in the language of the words (`lawsIn`). */
export function letterStanding(
  bases: readonly LegalBasis[],
  { sentAt, outcome }: LetterState,
  now: Date,
  words: Pick<CaseworkWords, 'letter'>,
  serviceId: string | null = null,
): LetterStanding {
  const { standing, search } = words.letter;
  const said = isSearchEngine(serviceId) ? { ...standing, refused: search.refused, gone: search.gone } : standing;
  const routes = nextRoutes(serviceId, bases, words);
  const hours = bases.flatMap(({ clock }) => (clock.kind === 'hours' ? [clock.hours] : []));
  const until = sentAt === null || hours.length === 0 ? null : new Date(sentAt.getTime() + Math.min(...hours) * hourMs);
  if (outcome === 'gone') return { key: 'gone', sentence: said.gone, until: null, routes: [] };
  if (outcome === 'refused') return { key: 'refused', sentence: said.refused, until: null, routes };
  if (sentAt === null) return { key: 'to-send', sentence: said.toSend, until: null, routes: [] };
  if (until !== null && until <= now) return { key: 'overdue', sentence: said.overdue, until, routes };
  return { key: 'sent', sentence: until === null ? said.sentWithoutHours : said.sent, until, routes: [] };
}
