/** Does every sentence toward the person use calm words that a child of eleven can read? */
import { describe, expect, test } from 'vitest';
import type { CaseEvent } from './case/events.ts';
import { standing } from './case/standing.ts';
import { timeline } from './case/timeline.ts';
import { reasonsFor, sideAnswers } from './decision/complaint.ts';
import { groundsOf } from './decision/grounds.ts';
import { describedServices } from './letter/directory.ts';
import { letterStanding } from './letter/progress.ts';
import { bases } from './notice/bases.ts';
import type { LegalBasis } from './notice/basis.ts';
import { type AmendedBy, amendableFields } from './request/amendments.ts';
import { noFiles } from './request/files.ts';
import { caseworkIn } from './words/catalogue.ts';

const words = caseworkIn('en');

const never = [
  'victim',
  'revenge porn',
  'leaked',
  'alleged',
  'submit evidence',
  'every copy',
  'all copies',
  'guarantee',
  'cannot be reversed',
  'irreversible',
  'pending',
];

function hour(hours: number): Date {
  return new Date(hours * 3_600_000);
}

/** Histories that together bring out every line of the timeline and every standing. */
function histories(basis: LegalBasis): CaseEvent[][] {
  const everything = [...basis.elements, ...basis.agentElements].map(({ key }) => key);
  const received: CaseEvent = { kind: 'received', at: hour(0), missing: [] };
  const asked: CaseEvent = { kind: 'withdrawal-asked', at: hour(3), takesEffectAt: hour(75) };
  const files = { pictures: 2, videos: 1, others: 1 };
  const amended = (by: AmendedBy): CaseEvent[] =>
    amendableFields.flatMap((field) => [
      { kind: 'amended', at: hour(2), missing: everything, by, added: { places: 3, files: noFiles, given: [field], changed: [] } },
      { kind: 'amended', at: hour(2), missing: everything, by, added: { places: 0, files, given: [], changed: [field] } },
    ]);
  return [
    [],
    [received, ...amended('person'), { kind: 'amended', at: hour(3), missing: [] }],
    [received, ...amended('platform'), { kind: 'contact-erased', at: hour(4) }, { kind: 'answers-erased', at: hour(5) }],
    [{ kind: 'received', at: hour(0), missing: everything }],
    [received, { kind: 'seen', at: hour(1) }],
    ...[...groundsOf(basis), ...(['remove', 'keep', 'refer'] as const).map((decision) => ({ key: 'of-old', decision }))].map(
      ({ key, decision }): CaseEvent[] => [received, { kind: 'decided', at: hour(1), decision, ground: key }],
    ),
    [received, { kind: 'decided', at: hour(1), decision: 'refer', ground: 'under-18' }, { kind: 'removed', at: hour(2) }],
    [received, { kind: 'removed', at: hour(2) }],
    ...(['undone', 'complaint'] as const).map((because): CaseEvent[] => [
      received,
      { kind: 'decided', at: hour(1), decision: 'remove', ground: 'valid-request' },
      { kind: 'reversed', at: hour(2), because },
      ...(because === 'complaint' ? [{ kind: 'decided' as const, at: hour(2), decision: 'keep' as const, ground: 'after-complaint' }] : []),
    ]),
    [received, { kind: 'paused', at: hour(2), until: hour(5), reason: 'We asked you for a link.' }, { kind: 'resumed', at: hour(3) }],
    [received, { kind: 'extended', at: hour(2), byMs: 1, reason: 'There are many copies.' }],
    [received, { kind: 'restricted', at: hour(2) }, { kind: 'copies-removed', at: hour(3), count: 3 }],
    ...(['uploader', 'requester'] as const).flatMap((by) =>
      (['upheld', 'rejected'] as const).map((outcome): CaseEvent[] => [
        received,
        { kind: 'decided', at: hour(1), decision: by === 'uploader' ? 'remove' : 'keep', ground: 'of-old' },
        ...(by === 'uploader'
          ? [
              { kind: 'complaint-asked' as const, at: hour(2), until: hour(170) },
              { kind: 'complaint-answered' as const, at: hour(3) },
            ]
          : [{ kind: 'complained' as const, at: hour(2) }]),
        { kind: 'complaint-decided', at: hour(4), by, outcome },
        ...(outcome === 'upheld' ? [{ kind: 'reversed' as const, at: hour(4), because: 'complaint' as const }] : []),
      ]),
    ),
    [received, asked],
    [received, asked, { kind: 'withdrawal-cancelled', at: hour(4) }],
    [received, asked, { kind: 'withdrawn', at: hour(75) }],
  ];
}

function textsToward(basis: LegalBasis): string[] {
  const elements = [...basis.elements, ...basis.agentElements].flatMap(({ asks, missing, whyWeAsk, whoWillSee }) => [
    asks,
    missing,
    whyWeAsk,
    whoWillSee,
  ]);
  const told = histories(basis).flatMap((events) => [
    ...timeline(basis, events, words).map(({ sentence }) => sentence),
    ...[1, 60].map((now) => standing(basis, events, hour(now), words).sentence),
  ]);
  return [
    ...new Set([
      ...elements,
      ...told,
      ...basis.warnings,
      ...(basis.complaint === null ? [] : [basis.complaint.sentence]),
      ...Object.values(words.case.code),
      ...Object.values(words.case.pin),
      ...reasonsFor('requester').map(({ label }) => label),
      ...sideAnswers.map(({ label }) => label),
    ]),
  ];
}

/** What stands beside letters to services elsewhere. */
const besideLetters = [
  ...describedServices(words).flatMap(({ does, asks }) => [does, ...asks.flatMap(({ help }) => help ?? [])]),
  ...[0, 60].flatMap((now) =>
    [
      { sentAt: null, outcome: null },
      { sentAt: hour(0), outcome: null },
      { sentAt: hour(0), outcome: 'refused' as const },
      { sentAt: hour(0), outcome: 'gone' as const },
    ].map((state) => letterStanding([bases['take-it-down']], state, hour(now), words).sentence),
  ),
  letterStanding([bases['digital-services-act']], { sentAt: hour(0), outcome: null }, hour(1), words).sentence,
];

const texts = [...new Set([...Object.values(bases).flatMap(textsToward), ...besideLetters])];

/** Flesch and Kincaid's grade (1975): 0.39 words per sentence + 11.8 syllables per word - 15.59. */
function grade(text: string): number {
  const sentences = text.split(/[.!?:](?:\s|$)/).filter((sentence) => /\w/.test(sentence)).length;
  const words = text.match(/[A-Za-z0-9][A-Za-z0-9.'’-]*/g) ?? [];
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
}

/** Groups of vowels, without the silent e and ed at the end: near enough for English prose. */
function syllablesOf(word: string): number {
  const spoken = word
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, (ending) => ending.charAt(0));
  return Math.max(1, spoken.match(/[aeiouy]+/g)?.length ?? 1);
}

test('the grade of known sentences is near their published one', () => {
  expect(grade('The cat sat on the mat.')).toBeCloseTo(-1.45, 1);
  expect(grade('The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.')).toBeCloseTo(11.3, 0);
});

describe.each(texts)('%s', (text) => {
  test('uses none of the words that blame, alarm or promise too much', () => {
    expect(never.filter((word) => text.toLowerCase().includes(word))).toEqual([]);
    expect(text).not.toContain('!');
  });

  test('can be read at eleven', () => {
    expect(grade(text)).toBeLessThanOrEqual(7);
  });
});

test('taken together the sentences stay below sixth grade', () => {
  expect(grade(texts.join(' '))).toBeLessThan(6);
});
