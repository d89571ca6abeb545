import { describe, expect, test } from 'vitest';
import { basisOf } from '../notice/bases.ts';
import type { CaseEvent } from './events.ts';
import { standing } from './standing.ts';
import { timeline } from './timeline.ts';

const basis = basisOf('take-it-down');

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
  return timeline(basis, events).map(({ key, at }) => `${key} ${(at.getTime() - hour(0).getTime()) / 3_600_000}`);
}

describe('the timeline', () => {
  test('tells a request from receipt to removal, in order, with its times', () => {
    const events: CaseEvent[] = [gone, { kind: 'amended', at: hour(2), missing: [] }, agreed, incomplete, { kind: 'seen', at: hour(5) }];
    expect(keys(events)).toEqual(['received 0', 'still-missing 0', 'complete 2', 'seen 5', 'decided-remove 20', 'removed 21']);
  });

  test('while it is open the due time stands in its place, also when it has passed', () => {
    expect(keys([received])).toEqual(['received 0', 'complete 0', 'due-by 48']);
    expect(keys([received, agreed, { kind: 'removed', at: hour(60) }])).toEqual([
      'received 0',
      'complete 0',
      'decided-remove 20',
      'due-by 48',
      'removed 60',
    ]);
  });

  test('all that is missing is said in one line, in the words of its elements', () => {
    expect(timeline(basis, [incomplete])[1]?.sentence).toBe(
      'Your signature is not there yet. Typing your name is enough. We need one way to reach you that works. It can be an e-mail, a phone number or something else.',
    );
  });

  test('a refusal gives the reason and the next route', () => {
    expect(timeline(basis, [received, refused]).at(-1)?.sentence).toBe(
      'The service could not find the picture with what it has. You can ask again with a link, or with more words on how to find it.',
    );
  });

  test('a ground that the basis no longer lists still reads as a sentence', () => {
    expect(timeline(basis, [received, { ...refused, kind: 'decided', decision: 'keep', ground: 'of-old' }]).at(-1)?.sentence).toBe(
      'The service decided not to take the picture down.',
    );
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
    expect(standing(basis, events, hour(now))).toMatchObject({ key, until: until === null ? null : hour(until) });
  });

  test('past the due time it never says only that it is waiting: it says that the time is over, and where to turn', () => {
    for (const events of [[received], [incomplete], [received, agreed], [received, { kind: 'seen', at: hour(1) }]] as CaseEvent[][]) {
      const { sentence, complaint } = standing(basis, events, hour(49));
      expect(sentence).toMatch(/has passed/);
      expect(sentence).toContain('TakeItDown.ftc.gov');
      expect(complaint?.url).toBe('https://takeitdown.ftc.gov');
    }
  });

  test('a refusal says what she can do next and where she can turn', () => {
    const { sentence, complaint } = standing(basis, [received, refused], hour(21));
    // The reason first: what comes next refers to it.
    expect(sentence).toContain('The service could not find the picture with what it has. You can ask again with a link');
    expect(complaint?.name).toContain('Federal Trade Commission');
  });

  test('nothing is awaited from her while the service has time', () => {
    expect(standing(basis, [received], hour(1)).complaint).toBeNull();
  });
});
