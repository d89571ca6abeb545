/** What has happened to one filing, under all of its laws? Each event once; what is of some laws only names them, so that no line comes or goes with the law that she reads of first. */
import { listIn } from '../language/written.ts';
import { basisIds } from '../notice/bases.ts';
import type { LegalBasis } from '../notice/basis.ts';
import type { CaseworkWords } from '../words/catalogue.ts';
import type { CaseEvent } from './events.ts';
import { lackSentence, linesOf, type TimelineEntry, type TimelineKey, type TimelineLine } from './timeline.ts';

/** The events of the request under one law. */
export interface EventsUnderLaw {
  /** In the language of the words (`lawsIn`). */
  readonly basis: LegalBasis;
  readonly events: readonly CaseEvent[];
  /** Since when all that it names is gone, while it is undecided. */
  readonly goneAt: Date | null;
}

/** True of the picture, of her or of her whole case, under whichever law it was written down: such a line names its law only where another law's line has said the same before. */
const whateverTheLaw: ReadonlySet<TimelineKey> = new Set([
  'added',
  'service-added',
  'contact-erased',
  'seen',
  'restricted',
  'removed',
  'limited',
  'complaint-asked',
  'complaint-answered',
]);

interface Told {
  readonly line: TimelineLine;
  /** Its place among what was written under its law at that moment: what follows from a line stands after it. */
  readonly rank: number;
  readonly under: readonly { readonly name: string; readonly lack: TimelineLine['lack'] }[];
}

/**
 * The events of all laws of one filing as sentences, oldest first, in whatever order the laws are given. Under one law it is its `timeline`. What has happened stays
 * as it was told, whatever happens later: only the time that ended nothing goes, and copies are counted in one line.
 */
export function story(laws: readonly EventsUnderLaw[], words: CaseworkWords): TimelineEntry[] {
  const inOrder = laws.toSorted((a, b) => orderOf(a.basis) - orderOf(b.basis));
  const told = Map.groupBy(
    inOrder.flatMap((law) => linesUnder(law, copiesOfAll(laws), words)),
    ({ line: { at, key, sentence }, number }) => `${at.getTime()} ${key} ${number} ${sentence}`,
  );
  const lines = [...told.values()]
    .flatMap((same): Told[] => {
      const [first] = same;
      const under = same.map(({ name, line }) => ({ name, lack: line.lack }));
      return first === undefined ? [] : [{ line: first.line, rank: Math.max(...same.map(({ rank }) => rank)), under }];
    })
    .toSorted((a, b) => a.line.at.getTime() - b.line.at.getTime() || a.rank - b.rank);
  return lines.map((one, place) => ({
    at: one.line.at,
    key: one.line.key,
    sentence: sentenceOf(one, inOrder.length, lines.slice(0, place), words),
  }));
}

const registry: readonly string[] = basisIds;
const orderOf = ({ id }: LegalBasis): number => registry.indexOf(id);

/** The lines under one law, each with its place within its moment, and its number among those that say the same. */
function linesUnder(law: EventsUnderLaw, copies: readonly CaseEvent[], words: CaseworkWords) {
  const events = [...law.events.filter(({ kind }) => kind !== 'copies-removed'), ...copies];
  const lines = linesOf(law.basis, events, words, law.goneAt);
  return lines.map((line, place) => {
    const before = lines.slice(0, place).filter(({ at }) => at.getTime() === line.at.getTime());
    const number = before.filter(({ key, sentence }) => key === line.key && sentence === line.sentence).length;
    return { name: law.basis.name, line, rank: before.length, number };
  });
}

/** One copy may be written down under several laws: of each moment, what the law says that knows of most. */
function copiesOfAll(laws: readonly EventsUnderLaw[]): CaseEvent[] {
  const counts = new Map<number, number>();
  for (const { events } of laws) {
    const own = Map.groupBy(
      events.flatMap((event) => (event.kind === 'copies-removed' ? [event] : [])),
      ({ at }) => at.getTime(),
    );
    for (const [at, some] of own) {
      const count = some.reduce((sum, event) => sum + event.count, 0);
      counts.set(at, Math.max(count, counts.get(at) ?? 0));
    }
  }
  return [...counts].map(([at, count]) => ({ kind: 'copies-removed', at: new Date(at), count }));
}

function sentenceOf({ line, under }: Told, laws: number, before: readonly Told[], words: CaseworkWords): string {
  const isOfAll = under.length === laws;
  const isEcho = before.some(
    ({ line: { key, sentence }, under: others }) =>
      key === line.key && sentence === line.sentence && !others.some(({ name }) => under.some((one) => one.name === name)),
  );
  const isNamed = !isOfAll && (!whateverTheLaw.has(line.key) || isEcho);
  const sentence = isNamed ? words.case.underLaws.says({ laws: namesOf(under, words), sentence: line.sentence }) : line.sentence;
  return [sentence, ...lacksOf(under, isOfAll || isNamed, words)].join(' ');
}

/** What was missing under which law; without a name where all that the line is about lack the same. */
function lacksOf(under: Told['under'], isEachMeant: boolean, words: CaseworkWords): string[] {
  const each = [...Map.groupBy(under, ({ lack }) => (lack === null ? '' : lackSentence(lack, words))).values()];
  return each.flatMap((some) => {
    const lack = some[0]?.lack ?? null;
    if (lack === null) return [];
    return [lackSentence(lack, words, each.length === 1 && isEachMeant ? null : namesOf(some, words))];
  });
}

/** At the head of a sentence. */
function namesOf(laws: readonly { readonly name: string }[], words: CaseworkWords): string {
  const names = listIn(
    words.language,
    laws.map(({ name }) => name),
  );
  // A name that is set apart begins with a mark that nobody sees.
  return names.replace(/\p{L}/u, (letter) => letter.toLocaleUpperCase(words.language));
}
