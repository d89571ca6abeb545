import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languages } from '../language/languages.ts';
import { lawsWith } from '../notice/bases.ts';
import { lawsIn } from '../notice/in-language.ts';
import { noFiles } from '../request/files.ts';
import { caseworkIn } from '../words/catalogue.ts';
import type { CaseEvent } from './events.ts';
import { type EventsUnderLaw, story } from './story.ts';
import { timeline } from './timeline.ts';

const ids = ['take-it-down', 'online-safety-act', 'digital-services-act'] as const;
const laws = lawsWith({});
const words = caseworkIn('en');
const hour = (hours: number): Date => new Date(Date.parse('2026-11-22T10:00:00Z') + hours * 3_600_000);

const received: CaseEvent = { kind: 'received', at: hour(0), missing: [] };
const refused = (at: Date): CaseEvent => ({ kind: 'decided', at, decision: 'keep', ground: 'cannot-locate' });
const granted = (at: Date): CaseEvent => ({ kind: 'decided', at, decision: 'remove', ground: 'valid-request' });

const under = (...each: readonly (readonly CaseEvent[])[]): EventsUnderLaw[] =>
  each.map((events, number) => ({ basis: laws.of(ids[number] ?? 'dmca'), events, goneAt: null }));
const lines = (filing: readonly EventsUnderLaw[]): string[] =>
  story(filing, words).map(({ at, key, sentence }) => `${(at.getTime() - hour(0).getTime()) / 3_600_000} ${key}: ${sentence}`);

describe('the story of one filing', () => {
  test('under one law is its timeline', () => {
    const events: CaseEvent[] = [received, refused(hour(5)), { kind: 'complained', at: hour(6) }];
    expect(story(under(events), words)).toEqual(timeline(laws.of('take-it-down'), events, words));
  });

  test('says once what is true of all laws, names the law of what is of one, and leaves out nothing of the law that answers later', () => {
    const gone: CaseEvent = { kind: 'removed', at: hour(6) };
    const filing = under([received, granted(hour(5)), gone], [received, refused(hour(4)), { kind: 'complained', at: hour(7) }]);
    expect(lines(filing).map((line) => line.split('. ')[0])).toEqual([
      '0 received: Your request reached the service',
      '4 decided-keep: Online Safety Act 2023: The service said no',
      '5 decided-remove: TAKE IT DOWN Act: The service agreed with you and will take the picture down',
      '6 removed: The service says that the picture is gone.',
      '7 complained: Online Safety Act 2023: You told the service that you do not agree',
    ]);
    expect(lines(filing.toReversed())).toEqual(lines(filing));
  });

  test('says of which law something lacks, and what she added once, without a law', () => {
    const files = { ...noFiles, pictures: 1 };
    const added = (missing: readonly string[]): CaseEvent => ({
      kind: 'amended',
      at: hour(1),
      missing,
      by: 'person',
      added: { places: 0, files, given: [], changed: [] },
    });
    const lacks: CaseEvent = { ...received, missing: ['signature'] };
    const filing = under([lacks, added(['signature'])], [received, added([])], [received, refused(hour(0.5))]);
    expect(lines(filing).slice(0, 3)).toEqual([
      '0 received: Your request reached the service. TAKE IT DOWN Act, still missing then: your name. Online Safety Act 2023 and Digital Services Act: It has all that the law asks for.',
      expect.stringMatching(/^0.5 decided-keep: Digital Services Act: /),
      '1 added: You added: fingerprints of 1 picture. TAKE IT DOWN Act, still missing: your name.',
    ]);
  });

  test('names the law of what it has said before of another', () => {
    const seen = (at: number): CaseEvent => ({ kind: 'seen', at: hour(at) });
    const first = 'A person at the service has opened your request.';
    expect(lines(under([received, seen(1)], [received, seen(2)])).slice(1, 3)).toEqual([
      `1 seen: ${first}`,
      `2 seen: Online Safety Act 2023: ${first}`,
    ]);
  });

  test('counts a copy that was written down under two laws once', () => {
    const copy = (at: number): CaseEvent => ({ kind: 'copies-removed', at: hour(at), count: 1 });
    const filing = under([received, granted(hour(1)), copy(2), copy(3)], [received, granted(hour(2.5)), copy(3)]);
    expect(lines(filing).filter((line) => line.includes('copies-removed'))).toEqual([
      '3 copies-removed: The service says that 2 copies of it are gone, too.',
    ]);
  });

  test.each(languages)('%s: a name of a law at the head of a line begins with a capital letter, and its sentence follows', (language) => {
    const spoken = lawsIn(laws, language);
    const filing = [
      { basis: spoken.of('own-rules'), events: [received, refused(hour(1))], goneAt: null },
      { basis: spoken.of('take-it-down'), events: [received], goneAt: null },
    ];
    const { name } = spoken.of('own-rules');
    const told = story(filing, caseworkIn(language)).find(({ key }) => key === 'decided-keep')?.sentence ?? '';
    expect(told.replace(/[\u2068\u2069]/g, '')).toMatch(new RegExp(`^${name.slice(0, 1).toLocaleUpperCase(language)}${name.slice(1)}: .+`));
  });
});

describe('whatever is decided under whichever law, in whatever order', () => {
  const kinds = ['seen', 'asked', 'added', 'remove', 'restrict', 'keep', 'refer', 'undone', 'upheld', 'reopened'] as const;
  const more = ['done', 'limited', 'copy', 'complained', 'answered', 'complaint-asked', 'restricted', 'contact-erased'] as const;
  type Act = (typeof kinds)[number] | (typeof more)[number];
  const eventOf = (act: Act, at: Date): CaseEvent => {
    switch (act) {
      case 'asked':
        return { kind: 'asked', at, questions: ['which'] };
      case 'added':
        return { kind: 'amended', at, missing: [], by: 'person', added: { places: 1, files: noFiles, given: [], changed: [] } };
      case 'remove':
        return granted(at);
      case 'keep':
        return refused(at);
      case 'restrict':
        return { kind: 'decided', at, decision: 'restrict', ground: 'followers' };
      case 'refer':
        return { kind: 'decided', at, decision: 'refer', ground: 'under-18' };
      case 'undone':
        return { kind: 'reversed', at, because: 'undone' };
      case 'upheld':
        return { kind: 'reversed', at, because: 'complaint' };
      case 'reopened':
        return { kind: 'reversed', at, because: 'complaint', isReopened: true };
      case 'done':
        return { kind: 'removed', at };
      case 'copy':
        return { kind: 'copies-removed', at, count: 1 };
      case 'answered':
        return { kind: 'complaint-decided', at, by: 'requester', outcome: 'rejected' };
      case 'complaint-asked':
        return { kind: 'complaint-asked', at, until: hour(900) };
      case 'seen':
      case 'limited':
      case 'complained':
      case 'restricted':
      case 'contact-erased':
        return { kind: act, at };
    }
  };

  /** What she has read by then. What lacks "still" lacks "then" later, and a limit does not say any more that she can disagree once she has, and a time that ends under two laws may come to name both: of these the words may change, the line stays. */
  const read = (filing: readonly EventsUnderLaw[], now: Date): string[] =>
    story(filing, words)
      .filter(({ at, key }) => at <= now && key !== 'copies-removed')
      .map(({ at, key, sentence }) => {
        const words = key === 'due-by' ? sentence.replace(/^.+?: /, '') : sentence;
        return `${at.toISOString()} ${key} ${key === 'received' || key === 'added' || key === 'decided-restrict' ? '' : words}`;
      });

  test('no line that she has read goes, she reads that it came in once, and all stand in the order of time', () => {
    const act = fc.record({
      act: fc.constantFrom<Act>(...kinds, ...more),
      under: fc.uniqueArray(fc.nat(2), { minLength: 1 }),
      hours: fc.integer({ min: 1, max: 30 }),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), fc.constantFrom([], ['signature']), (acts, missing) => {
        const events: [CaseEvent[], CaseEvent[], CaseEvent[]] = [[received], [received], [{ ...received, missing }]];
        let hours = 0;
        let before: string[] = read(under(...events), hour(0));
        for (const one of acts) {
          hours += one.hours;
          for (const law of one.under) events[law]?.push(eventOf(one.act, hour(hours)));
          const filing = under(...events);
          const now = read(filing, hour(hours));
          expect(now).toEqual(expect.arrayContaining(before));
          expect(now.length).toBeGreaterThanOrEqual(before.length);
          expect(now.filter((line) => line.includes(' received '))).toHaveLength(1);
          const times = story(filing, words).map(({ at }) => at.getTime());
          expect(times).toEqual(times.toSorted((a, b) => a - b));
          before = now;
        }
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });
});
