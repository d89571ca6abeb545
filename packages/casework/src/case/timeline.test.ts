import { describe, expect, test } from 'vitest';
import { basisOf } from '../notice/bases.ts';
import type { Decision } from '../notice/basis.ts';
import { noFiles } from '../request/files.ts';
import { caseworkIn } from '../words/catalogue.ts';
import { type CaseEvent, copiesTogether } from './events.ts';
import { standing } from './standing.ts';
import { timeline } from './timeline.ts';

const basis = basisOf('take-it-down');
const words = caseworkIn('en');

function hour(hours: number): Date {
  return new Date(Date.parse('2026-11-22T10:00:00Z') + hours * 3_600_000);
}

const received: CaseEvent = { kind: 'received', at: hour(0), missing: [] };
const incomplete: CaseEvent = { kind: 'received', at: hour(0), missing: ['signature', 'contact'] };
const agreed: CaseEvent = { kind: 'decided', at: hour(20), decision: 'remove', ground: 'valid-request' };
const refused: CaseEvent = { kind: 'decided', at: hour(20), decision: 'keep', ground: 'cannot-locate' };
const gone: CaseEvent = { kind: 'removed', at: hour(21) };
const asked: CaseEvent = { kind: 'withdrawal-asked', at: hour(30), takesEffectAt: hour(102) };

function keys(events: readonly CaseEvent[]): string[] {
  return timeline(basis, events, words).map(({ key, at }) => `${key} ${(at.getTime() - hour(0).getTime()) / 3_600_000}`);
}

test('copies that went one after the other are one line, with their number, at the time of the last', () => {
  const events: CaseEvent[] = [3, 1, 2].map((hours) => ({ kind: 'copies-removed', at: hour(hours), count: hours }));
  expect(copiesTogether(events)).toEqual([{ kind: 'copies-removed', at: hour(3), count: 6 }]);
});

describe('the timeline', () => {
  test('tells a request from receipt to removal, in order, with its times', () => {
    const events: CaseEvent[] = [gone, { kind: 'amended', at: hour(2), missing: [] }, agreed, incomplete, { kind: 'seen', at: hour(5) }];
    expect(keys(events)).toEqual(['received 0', 'added 2', 'seen 5', 'decided-remove 20', 'removed 21']);
  });

  test('while it is open the due time stands in its place, also when it has passed', () => {
    expect(keys([received])).toEqual(['received 0', 'due-by 48']);
    expect(keys([received, agreed, { kind: 'removed', at: hour(60) }])).toEqual([
      'received 0',
      'decided-remove 20',
      'due-by 48',
      'removed 60',
    ]);
  });

  test('each addition says what came with it and what was still missing then, and that nothing is missing only once', () => {
    const files = { pictures: 2, videos: 1, others: 0 };
    const events: CaseEvent[] = [
      incomplete,
      { kind: 'amended', at: hour(1), missing: ['contact'], by: 'person', added: { places: 1, files, given: ['signature'], changed: [] } },
      { kind: 'amended', at: hour(2), missing: [], by: 'person', added: { places: 0, files: noFiles, given: ['contact'], changed: [] } },
      { kind: 'contact-erased', at: hour(3) },
      { kind: 'amended', at: hour(4), missing: [], by: 'person', added: { places: 0, files: noFiles, given: ['contact'], changed: [] } },
      {
        kind: 'amended',
        at: hour(5),
        missing: [],
        by: 'platform',
        added: { places: 2, files: noFiles, given: [], changed: ['signature'] },
      },
      {
        kind: 'amended',
        at: hour(6),
        missing: [],
        by: 'person',
        added: { places: 1, files: noFiles, given: [], changed: [], beside: { text: 1, link: 0, account: 2 } },
      },
    ];
    expect(timeline(basis, events, words).map(({ sentence }) => sentence)).toEqual([
      'Your request reached the service. Still missing then: your name and how to reach you.',
      'You added: 1 link, fingerprints of 2 pictures and 1 video, your name. Still missing then: how to reach you.',
      'You added: how to reach you. Your request now has all that the law asks for.',
      'How to reach you was erased. The service can no longer read it here.',
      'You added: how to reach you.',
      'The service added to your request: 2 places. The service changed in your request: your name.',
      'You added: 1 link. You added beside the picture: words, 2 accounts.',
      'The 48 hours of the service end here. They run from when your request came in, and nothing moves them.',
    ]);
  });

  test('an addition of old, which does not say what came, says it from what was no longer missing', () => {
    const events: CaseEvent[] = [
      incomplete,
      { kind: 'amended', at: hour(1), missing: ['contact'] },
      { kind: 'amended', at: hour(2), missing: ['contact'], by: 'platform' },
      { kind: 'amended', at: hour(3), missing: ['contact'] },
    ];
    expect(timeline(basis, events, words).map(({ sentence }) => sentence.split('.')[0])).toEqual([
      'Your request reached the service',
      'You added: your name',
      'The service added to your request',
      'You added to your request',
      'The 48 hours of the service end here',
    ]);
  });

  test('what is missing now is said as missing, not as of the past', () => {
    expect(timeline(basis, [incomplete], words)[0]?.sentence).toBe(
      'Your request reached the service. Still missing: your name and how to reach you.',
    );
  });

  test('a refusal says that it was a no and why, and leaves what she can do to where it stands', () => {
    expect(timeline(basis, [received, refused], words).at(-1)?.sentence).toBe(
      'The service said no. The service could not find the picture with what it has.',
    );
  });

  test('what was found and left up is said with why and how to ask again, and nothing is called gone of more than where the service acted', () => {
    const left: CaseEvent = {
      ...agreed,
      kind: 'decided',
      decision: 'remove',
      ground: 'valid-request',
      foundLeft: { anotherPicture: 2, consented: 1 },
    };
    const { foundAnotherPicture, foundConsented, foundAskAgain } = words.case.timeline;
    const said = [foundAnotherPicture({ count: 2 }), foundConsented({ count: 1 }), foundAskAgain].join(' ');
    const lines = timeline(basis, [received, left, gone], words);
    expect(lines.find(({ key }) => key === 'decided-remove')?.sentence).toContain(said);
    expect(lines.find(({ key }) => key === 'removed')?.sentence).toBe(words.case.standing.removedInPart);
    expect(standing(basis, [received, left, gone], hour(60), words)).toMatchObject({
      key: 'removed',
      sentence: `${words.case.standing.removedInPart} ${said}`,
      canAskAgain: true,
      asksNothing: false,
    });
    expect(standing(basis, [received, agreed, gone], hour(60), words).sentence).toBe(words.case.standing.removed);
  });

  test('a ground that the basis no longer lists still reads as a sentence', () => {
    expect(timeline(basis, [received, { ...refused, kind: 'decided', decision: 'keep', ground: 'of-old' }], words).at(-1)?.sentence).toBe(
      'The service decided not to take the picture down.',
    );
  });

  test('a part that is taken out is a line of its own and moves nothing; the request itself, taken back, is over and due no more', () => {
    const wanted: CaseEvent = { kind: 'taking-out', at: hour(1), part: 'link' };
    const link: CaseEvent = { kind: 'taken-out', at: hour(2), part: 'link', missing: ['locate'] };
    expect(keys([received, wanted, link])).toEqual(['received 0', 'taking-out 1', 'taken-out 2', 'due-by 48']);
    expect(standing(basis, [received, link], hour(3), words).key).toBe('needs-answers');
    const back: CaseEvent = { kind: 'taken-out', at: hour(4), part: 'request' };
    expect(keys([received, wanted, link, back])).toEqual(['received 0', 'taking-out 1', 'taken-out 2', 'taken-out 4']);
    expect(standing(basis, [received, back], hour(60), words)).toMatchObject({
      key: 'withdrawn',
      until: null,
      sentence: words.case.standing.takenBack,
    });
  });

  test('a withdrawal shows when it takes effect, until it is stopped', () => {
    expect(keys([received, gone, asked])).toContain('withdrawal-due 102');
    const stopped: CaseEvent = { kind: 'withdrawal-cancelled', at: hour(31) };
    expect(keys([received, gone, asked, stopped]).slice(-2)).toEqual(['withdrawal-asked 30', 'withdrawal-cancelled 31']);
  });
});

describe('where it stands', () => {
  test.each<[string, readonly CaseEvent[], number, number | null]>([
    ['not-sent', [], 0, null],
    ['needs-answers', [incomplete], 1, 48],
    ['waiting', [received], 1, 48],
    ['waiting', [incomplete, { kind: 'amended', at: hour(3), missing: [] }], 4, 48],
    ['being-removed', [received, agreed], 21, 48],
    ['removed', [received, agreed, gone], 60, null],
    ['kept', [received, refused], 60, null],
    ['overdue', [received], 48, null],
    ['overdue', [incomplete], 49, null],
    ['removal-overdue', [received, agreed], 49, null],
    ['withdrawal-waiting', [received, asked], 60, 102],
    ['withdrawn', [received, asked, { kind: 'withdrawn', at: hour(102) }], 103, null],
    ['waiting', [received, { ...asked, at: hour(3) }, { kind: 'withdrawal-cancelled', at: hour(4) }], 5, 48],
  ])('%s after %o at hour %i', (key, events, now, until) => {
    expect(standing(basis, events, hour(now), words)).toMatchObject({ key, until: until === null ? null : hour(until) });
  });

  test('past the due time it never says only that it is waiting: it says that the time is over, and where to turn', () => {
    for (const events of [[received], [incomplete], [received, agreed], [received, { kind: 'seen', at: hour(1) }]] as CaseEvent[][]) {
      const { sentence, complaint } = standing(basis, events, hour(49), words);
      expect(sentence).toMatch(/has passed/);
      expect(sentence).toContain('TakeItDown.ftc.gov');
      expect(complaint?.url).toBe('https://takeitdown.ftc.gov');
    }
  });

  test('a refusal says what she can do next and where she can turn', () => {
    const { sentence, complaint, canAskAgain } = standing(basis, [received, refused], hour(21), words);
    // The reason first: what comes next refers to it.
    expect(sentence).toContain('The service could not find the picture with what it has. You can ask again with a link');
    expect(complaint?.name).toContain('Federal Trade Commission');
    expect(canAskAgain).toBe(true);
  });

  test('nothing is awaited from her while the service has time', () => {
    expect(standing(basis, [received], hour(1), words).complaint).toBeNull();
  });
});

test('once she has said that a limit is too little, or the months for that are over, nothing says any more that she can', () => {
  const european = basisOf('digital-services-act');
  const events: CaseEvent[] = [
    received,
    { kind: 'decided', at: hour(20), decision: 'restrict', ground: 'rules-age-gate' },
    { kind: 'limited', at: hour(21) },
  ];
  const said = (some: readonly CaseEvent[], now: number) =>
    [standing(european, some, hour(now), words), ...timeline(european, some, words)].map(({ sentence }) => sentence);
  const can = 'you can tell the service that you do not agree';
  expect(said(events, 30).filter((sentence) => sentence.includes(can))).toHaveLength(2);
  const after = said([...events, { kind: 'complained', at: hour(22) }], 30);
  expect(after.filter((sentence) => sentence.includes(can))).toEqual([]);
  expect(after[0]).toContain('You can send a new request and say more.');
  expect(said(events, 24 * 200)[0]).not.toContain(can);
});

test('a complaint about a limit is told as one: where the limit came at that moment, and where it was settled outside', () => {
  const limited: CaseEvent = { kind: 'decided', at: hour(20), decision: 'restrict', ground: 'rules-age-gate' };
  const complained: CaseEvent = { kind: 'complaint-asked', at: hour(20), until: hour(188) };
  const outside: CaseEvent[] = [
    { kind: 'reversed', at: hour(30), because: 'outside' },
    { kind: 'decided', at: hour(30), decision: 'keep', ground: 'court' },
    { kind: 'complaint-decided', at: hour(30), by: 'uploader', outcome: 'upheld', unjudged: 'outside' },
  ];
  const told = (events: readonly CaseEvent[]) => timeline(basisOf('digital-services-act'), events, words).map(({ sentence }) => sentence);
  for (const sentence of told([received, complained, limited, ...outside]))
    expect(sentence).not.toMatch(/taken down\.|stays down|keeps it down/);
  expect(told([received, complained, agreed, ...outside]).filter((sentence) => sentence.includes('taken down'))).toHaveLength(2);
});

test('an answer that was taken back at once says what is true of it: of a removal, of a limit and of a refusal', () => {
  const undone = (decision: Decision, ground: string): string => {
    const events: CaseEvent[] = [
      received,
      { kind: 'decided', at: hour(20), decision, ground },
      { kind: 'reversed', at: hour(20), because: 'undone' },
      { kind: 'decided', at: hour(21), decision: 'remove', ground: 'of-old' },
    ];
    return timeline(basisOf('digital-services-act'), events, words).find(({ key }) => key === 'reversed')?.sentence ?? '';
  };
  expect(undone('remove', 'of-old')).toContain('If the picture was taken down, it may be there again');
  expect(undone('restrict', 'rules-age-gate')).toContain('If fewer people could see the picture, everybody may see it again');
  expect(undone('restrict', 'rules-age-gate')).not.toContain('taken down');
  expect(undone('keep', 'of-old')).toMatch(/in the time that it had\.$/);
});
