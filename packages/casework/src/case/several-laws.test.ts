import { describe, expect, test } from 'vitest';
import { languages } from '../language/languages.ts';
import { basisOf } from '../notice/bases.ts';
import { caseworkIn } from '../words/catalogue.ts';
import { type CaseEvent, stateOf } from './events.ts';
import { underSeveralLaws } from './several-laws.ts';
import { standingMeanwhile } from './standing.ts';

const basis = basisOf('take-it-down');
const words = caseworkIn('en');
const said = words.case.standing;
const hour = (hours: number): Date => new Date(Date.parse('2026-11-22T10:00:00Z') + hours * 3_600_000);

const received: CaseEvent = { kind: 'received', at: hour(0), missing: [] };
const decided = (decision: 'remove' | 'restrict' | 'keep' | 'refer', ground: string): CaseEvent => ({
  kind: 'decided',
  at: hour(5),
  decision,
  ground,
});
const removed: CaseEvent = { kind: 'removed', at: hour(6) };
const question: CaseEvent = { kind: 'asked', at: hour(7), questions: ['which'] };

const stories = {
  waiting: [received],
  lacks: [{ ...received, missing: ['signature'] }],
  asked: [received, question],
  late: [{ ...received, at: hour(-60) }],
  'being-removed': [received, decided('remove', 'valid-request')],
  removed: [received, decided('remove', 'valid-request'), removed],
  referred: [received, decided('refer', 'under-18'), removed],
  limited: [received, decided('restrict', 'followers'), { kind: 'limited', at: hour(6) }],
  'being-limited': [received, decided('restrict', 'followers')],
  refused: [received, decided('keep', 'cannot-locate')],
} as const satisfies Record<string, readonly CaseEvent[]>;
type Story = keyof typeof stories;

function under(story: Story, now = hour(8)) {
  const events = stories[story];
  const { decision, removedAt } = stateOf(events);
  const outcome = decision?.decision ?? null;
  return {
    story,
    standing: standingMeanwhile(basis, events, now, words),
    isOpen: outcome === null,
    isToBeRemoved: outcome === 'remove' && removedAt === null,
    isRemoved: outcome === 'remove' && removedAt !== null,
    isReferred: outcome === 'refer',
    isLimited: outcome === 'restrict',
  };
}

describe('asked under several laws, she reads first what is true of her picture', () => {
  // What stands under each law, whose standing she reads, which the forms are for, what is said of the others, and whether a refusal says that the picture stays.
  test.each<[readonly Story[], Story, Story, keyof typeof said | null, boolean]>([
    [['waiting'], 'waiting', 'waiting', null, true],
    [['waiting', 'removed'], 'removed', 'waiting', 'alsoOpen', false],
    [['removed', 'waiting'], 'removed', 'waiting', 'alsoOpen', false],
    [['lacks', 'removed'], 'removed', 'lacks', 'alsoOpen', false],
    [['asked', 'being-removed'], 'being-removed', 'asked', 'alsoOpen', false],
    [['late', 'removed'], 'removed', 'late', 'alsoOverdue', false],
    [['waiting', 'late', 'removed'], 'removed', 'waiting', 'alsoOverdue', false],
    [['waiting', 'referred'], 'referred', 'waiting', 'alsoOpen', false],
    [['waiting', 'limited'], 'limited', 'waiting', 'alsoOpen', true],
    [['late', 'being-limited'], 'being-limited', 'late', 'alsoOverdue', true],
    [['waiting', 'limited', 'removed'], 'removed', 'waiting', 'alsoOpen', false],
    [['refused', 'waiting'], 'waiting', 'waiting', 'alsoRefused', true],
    [['refused', 'lacks', 'waiting'], 'waiting', 'lacks', 'alsoRefused', true],
    [['refused', 'late'], 'late', 'late', 'alsoRefused', true],
    [['refused', 'waiting', 'removed'], 'removed', 'waiting', 'alsoOpen', false],
    [['refused', 'waiting', 'limited'], 'limited', 'waiting', 'alsoOpen', true],
    [['refused', 'removed'], 'removed', 'removed', 'alsoRefused', false],
    [['refused', 'limited'], 'limited', 'limited', 'alsoRefused', true],
    [['refused', 'referred'], 'referred', 'referred', 'alsoRefused', false],
    [['limited', 'removed'], 'removed', 'removed', null, false],
    [['refused', 'refused'], 'refused', 'refused', null, true],
    [['lacks', 'waiting'], 'waiting', 'lacks', null, true],
  ])('%j: of "%s" first, forms for "%s"', (given, told, lead, others, saysItStays) => {
    const requests = given.map((story) => under(story));
    const together = underSeveralLaws(requests, words);
    expect(together).toMatchObject({ lead: { story: lead }, others: others === null ? null : said[others], saysItStays });
    expect(together?.standing.key).toBe(under(told).standing.key);
    expect(together?.standing.sentence).toBe(under(told).standing.sentence);
  });

  test('a refusal says why also by itself, without that the picture stays', () => {
    const { sentence, refusal, complaint } = under('refused').standing;
    expect(refusal?.why).toContain('The service could not find the picture with what it has.');
    expect(refusal?.answer).toBe(`${said.kept} ${refusal?.why}`);
    expect(sentence).toBe(`${refusal?.answer} ${refusal?.whatNext} ${complaint?.sentence}`);
    expect(under('removed').standing.refusal).toBeNull();
  });

  test('where the picture is gone and an answer is late, she can still see where to turn', () => {
    const together = underSeveralLaws([under('late'), under('removed')], words);
    expect(together?.standing).toMatchObject({ key: 'removed', complaint: basis.complaint });
  });
});

test.each(languages)(
  '%s: refused or limited, and out of view since, she reads that and nothing that is untrue now; under several laws it comes first',
  (language) => {
    const spoken = caseworkIn(language);
    const { outOfView, toBeOutOfView } = spoken.case.standing;
    for (const story of ['refused', 'limited', 'being-limited'] as const) {
      const stands = (hidden: 'ordered' | 'confirmed') => standingMeanwhile(basis, stories[story], hour(9), spoken, { since: hidden });
      expect([story, stands('ordered').sentence, stands('confirmed').sentence]).toEqual([story, toBeOutOfView, outOfView]);
      expect(stands('confirmed')).toMatchObject({ key: 'out-of-view', until: null, canAskAgain: false });
      const together = underSeveralLaws([under('waiting'), { ...under(story), standing: stands('ordered') }], words);
      expect(together).toMatchObject({ standing: { key: 'being-hidden' }, others: said.alsoOpen, saysItStays: false });
    }
  },
);

test.each(languages)('%s: refused, and hidden for now for another reason, she reads both, and can ask again', (language) => {
  const spoken = caseworkIn(language);
  const { kept, hiddenMeanwhile } = spoken.case.standing;
  const reads = (since: 'meanwhile' | null) => standingMeanwhile(basis, stories.refused, hour(9), spoken, { since });
  expect(reads('meanwhile')).toMatchObject({
    key: 'kept',
    canAskAgain: true,
    sentence: expect.stringContaining(`${kept} ${hiddenMeanwhile}`),
  });
  expect(reads(null).sentence).not.toContain(hiddenMeanwhile);
});

test.each(languages)(
  '%s: refused, and in part out of view since, she reads which part, and that the refusal is of the rest',
  (language) => {
    const spoken = caseworkIn(language);
    const { partOutOfView, partToBeOutOfView, keptRest } = spoken.case.standing;
    const named = ['https://forum.example/1', 'https://forum.example/2'];
    const places = named.join(spoken.case.additions.separator);
    const reads = (hidden: 'ordered' | 'confirmed') =>
      standingMeanwhile(basis, stories.refused, hour(9), spoken, { part: { hidden, places: named } }).sentence;
    expect(reads('ordered')).toContain(`${partToBeOutOfView({ places })} ${keptRest}`);
    expect(reads('confirmed')).toContain(`${partOutOfView({ places })} ${keptRest}`);
  },
);

test.each(languages)(
  '%s: of what was granted she reads what is shown again of it, wherever it stands, and is not told that all is gone',
  (language) => {
    const spoken = caseworkIn(language);
    const { partShownAgain, otherShownAgain, removed } = spoken.case.standing;
    const granted: CaseEvent[] = [...stories.waiting, { kind: 'decided', at: hour(2), decision: 'remove', ground: 'valid-request' }];
    const gone: CaseEvent[] = [...granted, { kind: 'removed', at: hour(3) }];
    const again = { places: ['https://forum.example/1'], others: 2 };
    for (const [events, now] of [
      [granted, hour(4)],
      [granted, hour(1000)],
      [gone, hour(4)],
    ] as const) {
      const reads = standingMeanwhile(basis, events, now, spoken, { again });
      expect(reads.sentence).toContain(`${partShownAgain({ places: 'https://forum.example/1' })} ${otherShownAgain({ count: 2 })}`);
      expect(reads.sentence).not.toContain(removed);
      expect(reads.asksNothing).toBe(false);
    }
  },
);

test.each(languages)('%s: while a limit that was too little is decided anew, she reads that it stays until then', (language) => {
  const spoken = caseworkIn(language);
  const events: CaseEvent[] = [...stories.limited, { kind: 'reversed', at: hour(9), because: 'complaint', isReopened: true }];
  const stands = (hasLimitLeft: boolean) => standingMeanwhile(basis, events, hour(10), spoken, { hasLimitLeft }).sentence;
  expect(stands(true)).toBe(`${spoken.case.standing.reopened} ${spoken.case.standing.limitStays}`);
  expect(stands(false)).toBe(spoken.case.standing.reopened);
});
