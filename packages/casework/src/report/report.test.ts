/** Are the numbers of a report those that happened? Each is counted again from the raw events, in another way. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CaseEvent } from '../case/events.ts';
import { reportCsv, reportJson } from './forms.ts';
import { parsePeriod, type ReportPeriod } from './period.ts';
import {
  type ComplaintFacts,
  type CountKey,
  type DecisionFacts,
  type ReportRows,
  type RequestFacts,
  transparencyReport,
} from './report.ts';
import type { ToldCount } from './small-numbers.ts';

const hourMs = 3_600_000;

function period(key: string): ReportPeriod {
  const parsed = parsePeriod(key);
  if (parsed === null) throw new Error(`${key} is no period`);
  return parsed;
}
const november = period('2026-11');
const later = new Date('2027-03-01T00:00:00Z');
const empty: ReportRows = {
  requests: [],
  decisions: [],
  removals: [],
  restrictions: [],
  beside: [],
  matches: [],
  complaints: [],
  suspensions: [],
};
const at = (hours: number): Date => new Date(november.from.getTime() + hours * hourMs);

/** So many requests, received an hour apart, each decided and removed after so many hours. */
function handled(count: number, decidedAfter: (index: number) => number, removedAfter: (index: number) => number): RequestFacts[] {
  return Array.from({ length: count }, (_, index) => ({
    basis: 'take-it-down',
    isTrusted: false,
    dueAt: at(index + 48),
    events: [
      { kind: 'received', missing: [], at: at(index) },
      { kind: 'decided', decision: 'remove', ground: 'valid-request', at: at(index + decidedAfter(index)) },
      { kind: 'removed', at: at(index + removedAfter(index)) },
    ],
  }));
}

test('volumes, times and the share within the clock of a month in which forty were handled, eight of them late', () => {
  const requests = handled(
    40,
    (index) => index + 1,
    (index) => (index < 32 ? 48 : 49),
  );
  const report = transparencyReport({ ...empty, requests }, november, later);
  expect(report.counts.received).toMatchObject({ count: 40, parts: [{ key: 'take-it-down', count: 40 }] });
  expect(report.times['time-to-decision']).toEqual([{ key: 'take-it-down', label: 'TAKE IT DOWN Act', medianHours: 20.5, p95Hours: 38 }]);
  expect(report.times['time-to-removal']).toMatchObject([{ medianHours: 48, p95Hours: 49 }]);
  expect(report.counts.due.parts?.[0]?.parts?.map(({ key, count }) => [key, count])).toEqual([
    ['in-time', 32],
    ['late', 8],
  ]);
  expect(report.withinClock).toMatchObject([{ key: 'take-it-down', share: 0.8 }]);
});

test('what was gone by its due time is in time, whoever had it removed and however late it was answered; what went later is late', () => {
  const gone = (hours: number, isDecided: boolean): RequestFacts => ({
    basis: 'take-it-down',
    isTrusted: false,
    dueAt: at(48),
    events: [
      { kind: 'received', missing: [], at: at(0) },
      ...(isDecided ? [{ kind: 'decided', decision: 'keep', ground: 'not-depicted', at: at(60), goneAt: at(hours) } as const] : []),
    ],
    goneAt: isDecided ? null : at(hours),
  });
  const requests = [
    ...Array.from({ length: 10 }, (_, index) => gone(48, index % 2 === 0)),
    ...Array.from({ length: 10 }, () => gone(49, true)),
  ];
  const report = transparencyReport({ ...empty, requests }, november, later);
  expect(report.withinClock).toMatchObject([{ key: 'take-it-down', share: 0.5 }]);
});

test('no time is told of fewer than five requests, and no p95 of fewer than twenty', () => {
  const timesOf = (count: number) =>
    transparencyReport(
      {
        ...empty,
        requests: handled(
          count,
          () => 3,
          () => 5,
        ),
      },
      november,
      later,
    ).times['time-to-removal'][0];
  expect(timesOf(4)).toMatchObject({ medianHours: null, p95Hours: null });
  expect(timesOf(5)).toMatchObject({ medianHours: 5, p95Hours: null });
  expect(timesOf(20)).toMatchObject({ medianHours: 5, p95Hours: 5 });
});

test('a request counts where it happened: received in one month, due and removed in the next', () => {
  const events: CaseEvent[] = [
    { kind: 'received', missing: [], at: new Date('2026-11-30T23:00:00Z') },
    { kind: 'removed', at: new Date('2026-12-01T00:00:00Z') },
  ];
  const requests = Array.from(
    { length: 6 },
    (): RequestFacts => ({ basis: 'take-it-down', isTrusted: false, dueAt: new Date('2026-12-02T23:00:00Z'), events }),
  );
  const counted = (key: string, now = later) => {
    const { counts, isWhole } = transparencyReport({ ...empty, requests }, period(key), now);
    return [counts.received.count, counts.due.count, isWhole];
  };
  expect(counted('2026-11')).toEqual([6, 0, true]);
  expect(counted('2026-12')).toEqual([0, 6, true]);
  expect(counted('2026-12', new Date('2026-12-02T22:59:59Z'))).toEqual([0, 0, false]);
});

test('what was withdrawn before anybody decided was never due; what was decided first was', () => {
  const withdrawn = (decided: boolean): RequestFacts => ({
    basis: 'take-it-down',
    isTrusted: false,
    dueAt: at(48),
    events: [
      { kind: 'received', missing: [], at: at(0) },
      ...(decided ? [{ kind: 'decided', decision: 'remove', ground: 'valid-request', at: at(1) } as const] : []),
      { kind: 'withdrawn', at: at(30) },
    ],
  });
  const requests = [...Array.from({ length: 7 }, () => withdrawn(false)), ...Array.from({ length: 9 }, () => withdrawn(true))];
  const { counts } = transparencyReport({ ...empty, requests }, november, later);
  expect([counts.withdrawn.count, counts.due.count]).toEqual([16, 9]);
});

test('a report of a month without anything says nothing but zeros', () => {
  const report = transparencyReport(empty, november, later);
  for (const { count } of Object.values(report.counts)) expect(count).toBe(0);
  expect(report.times).toEqual({ 'time-to-decision': [], 'time-to-removal': [] });
});

test('CSV has a line for each number, small ones in words', () => {
  const decision: DecisionFacts = { basis: 'take-it-down', outcome: 'remove', ground: 'valid-request', at: at(5) };
  const decisions = [...Array.from({ length: 12 }, () => decision), ...Array.from({ length: 3 }, () => ({ ...decision, basis: null }))];
  const csv = reportCsv(transparencyReport({ ...empty, decisions }, november, later)).split('\r\n');
  expect(csv[0]).toBe('period,measure,basis,outcome,ground,unit,value');
  expect(csv).toContain('2026-11,decisions,,,,count,15');
  expect(csv).toContain('2026-11,decisions,match,,,count,fewer than 5');
  expect(csv).toContain('2026-11,decisions,take-it-down,,,count,not shown');
  expect(csv.join('\n')).not.toContain('12');
});

test('JSON says which format it is, and of what', () => {
  const text = reportJson(transparencyReport(empty, november, later), 'Harbour photos');
  expect(JSON.parse(text)).toMatchObject({
    format: 'likeness-transparency-report/1',
    service: 'Harbour photos',
    period: '2026-11',
    from: '2026-11-01T00:00:00.000Z',
    to: '2026-12-01T00:00:00.000Z',
    isWhole: true,
    counts: { received: { count: 0, parts: [] } },
  });
});

interface History {
  readonly received: number;
  readonly decided: number | null;
  readonly removed: number | null;
  readonly withdrawn: number | null;
}

/** Whole minutes from 20 October 2026 on, some beyond November at either end. */
const history: fc.Arbitrary<History> = fc
  .record({
    received: fc.integer({ min: 0, max: 50 * 24 * 60 }),
    decided: fc.option(fc.integer({ min: 1, max: 60 * 60 })),
    removed: fc.option(fc.integer({ min: 1, max: 60 * 60 })),
    withdrawn: fc.option(fc.integer({ min: 1, max: 90 * 60 }), { freq: 4 }),
  })
  .map(({ received, decided, removed, withdrawn }) => ({
    received,
    decided: decided === null ? null : received + decided,
    removed: decided === null || removed === null ? null : received + decided + removed,
    withdrawn: withdrawn === null ? null : received + withdrawn,
  }));

const origin = Date.parse('2026-10-20T00:00:00Z');
const moment = (minute: number): Date => new Date(origin + minute * 60_000);
const isInNovember = (minute: number | null): boolean => minute !== null && moment(minute).toISOString().startsWith('2026-11');

function factsOf({ received, decided, removed, withdrawn }: History): RequestFacts {
  return {
    basis: 'take-it-down',
    isTrusted: false,
    dueAt: moment(received + 48 * 60),
    events: [
      ...(withdrawn === null ? [] : [{ kind: 'withdrawn', at: moment(withdrawn) } as const]),
      ...(removed === null ? [] : [{ kind: 'removed', at: moment(removed) } as const]),
      { kind: 'received', missing: [], at: moment(received) },
      ...(decided === null ? [] : [{ kind: 'decided', decision: 'remove', ground: 'own-rules', at: moment(decided) } as const]),
    ],
  };
}

function expectTold(told: ToldCount | undefined, counted: number): void {
  if (told === undefined) throw new Error('there is no such count');
  if (told.count === 'few') expect([1, 2, 3, 4]).toContain(counted);
  else if (told.count === 'hidden') expect(counted).toBeGreaterThanOrEqual(5);
  else expect(told.count).toBe(counted);
}

test('of any histories, every number equals a recount of the raw events', () => {
  const verdict = fc.constantFrom('hold' as const, 'review' as const, 'allow' as const);
  const removal = fc.record({ isCopy: fc.boolean(), at: fc.integer({ min: 0, max: 50 * 24 * 60 }).map(moment) });
  const decision: fc.Arbitrary<DecisionFacts> = fc.record({
    basis: fc.constantFrom('take-it-down' as const, null),
    outcome: fc.constantFrom('remove', 'keep'),
    ground: fc.constantFrom('own-rules', 'consented-publication', 'a-ground-of-later'),
    at: fc.integer({ min: 0, max: 50 * 24 * 60 }).map(moment),
  });
  const complaintOfAny = fc.record({
    sort: fc.constantFrom('uploader-removal' as const, 'uploader-restriction' as const, 'requester-refusal' as const),
    outcome: fc.constantFrom('upheld' as const, 'rejected' as const),
    at: fc.integer({ min: 0, max: 50 * 24 * 60 }).map(moment),
  });
  fc.assert(
    fc.property(
      fc.array(history, { maxLength: 60 }),
      fc.array(decision, { maxLength: 60 }),
      fc.array(removal, { maxLength: 40 }),
      fc.array(fc.record({ verdict, uploads: fc.integer({ min: 0, max: 9 }) }), { maxLength: 6 }),
      fc.array(complaintOfAny, { maxLength: 40 }),
      (histories, decisions, removals, matches, complaints) => {
        const report = transparencyReport(
          { requests: histories.map(factsOf), decisions, removals, restrictions: [], beside: [], matches, complaints, suspensions: [] },
          november,
          later,
        );
        const { counts } = report;
        expectTold(counts.received, histories.filter(({ received }) => isInNovember(received)).length);
        expectTold(counts.withdrawn, histories.filter(({ withdrawn }) => isInNovember(withdrawn)).length);

        const isSettledBy = ({ removed, withdrawn }: History, minute: number): boolean =>
          (removed !== null && removed <= minute) || (withdrawn !== null && withdrawn <= minute);
        const due = histories.filter(
          ({ received, decided, withdrawn }) =>
            isInNovember(received + 48 * 60) &&
            !(withdrawn !== null && withdrawn <= received + 48 * 60 && (decided === null || decided > withdrawn)),
        );
        expectTold(counts.due, due.length);
        const [clock] = counts.due.parts ?? [];
        const onTime = due.filter((one) => isSettledBy(one, one.received + 48 * 60)).length;
        for (const part of clock?.parts ?? []) expectTold(part, part.key === 'in-time' ? onTime : due.length - onTime);
        for (const { share } of report.withinClock) if (share !== null) expect(share).toBe(onTime / due.length);

        for (const side of counts.complaints.parts ?? []) {
          const ofSide = complaints.filter(({ sort, at }) => sort === side.key && at.toISOString().startsWith('2026-11'));
          expectTold(side, ofSide.length);
          for (const part of side.parts ?? []) expectTold(part, ofSide.filter(({ outcome }) => outcome === part.key).length);
          const { share } = report.overturned.find(({ key }) => key === side.key) ?? { share: null };
          if (share !== null) expect(share).toBe(ofSide.filter(({ outcome }) => outcome === 'upheld').length / ofSide.length);
        }

        const inMonth = decisions.filter((one) => one.at.toISOString().startsWith('2026-11'));
        expectTold(counts.decisions, inMonth.length);
        for (const basis of counts.decisions.parts ?? []) {
          const ofBasis = inMonth.filter((one) => (one.basis ?? 'match') === basis.key);
          expectTold(basis, ofBasis.length);
          for (const outcome of basis.parts ?? []) {
            const same = ofBasis.filter((one) => one.outcome === outcome.key);
            expectTold(outcome, same.length);
            for (const ground of outcome.parts ?? []) expectTold(ground, same.filter((one) => one.ground === ground.key).length);
          }
        }

        const removed = removals.filter((one) => one.at.toISOString().startsWith('2026-11'));
        expectTold(counts.removals, removed.length);
        for (const part of counts.removals.parts ?? [])
          expectTold(part, removed.filter(({ isCopy }) => isCopy === (part.key === 'copies')).length);

        for (const part of counts.matches.parts ?? [])
          expectTold(
            part,
            matches.filter((one) => one.verdict === part.key).reduce((sum, { uploads }) => sum + uploads, 0),
          );

        const spans = (end: 'decided' | 'removed'): number[] =>
          histories.flatMap((one) => (isInNovember(one[end]) ? [((one[end] ?? 0) - one.received) / 60] : [])).sort((a, b) => a - b);
        for (const [key, end] of [
          ['time-to-decision', 'decided'],
          ['time-to-removal', 'removed'],
        ] as const) {
          const hours = spans(end);
          const [told] = report.times[key];
          expect(told === undefined).toBe(hours.length === 0);
          if (told === undefined) continue;
          expect(told.medianHours === null).toBe(hours.length < 5);
          expect(told.p95Hours === null).toBe(hours.length < 20);
          // At least half are as short as the median, and at least half as long.
          const middle = told.medianHours ?? 0;
          if (told.medianHours !== null) {
            expect(hours.filter((one) => one <= middle + 0.051).length * 2).toBeGreaterThanOrEqual(hours.length);
            expect(hours.filter((one) => one >= middle - 0.051).length * 2).toBeGreaterThanOrEqual(hours.length);
          }
          const high = told.p95Hours ?? 0;
          if (told.p95Hours !== null) {
            expect(hours.filter((one) => one <= high + 0.051).length).toBeGreaterThanOrEqual(hours.length * 0.95);
            expect(hours.filter((one) => one < high - 0.051).length).toBeLessThan(hours.length * 0.95);
          }
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('every measure is in the report, whatever happened', () => {
  const keys: readonly CountKey[] = [
    'received',
    'withdrawn',
    'decisions',
    'due',
    'removals',
    'restrictions',
    'beside',
    'matches',
    'complaints',
    'outside',
    'suspensions',
  ];
  expect(Object.keys(transparencyReport(empty, november, later).counts)).toEqual(keys);
});

test('of complaints the share that was right is told by who complained about what, and of claims the share that was found wrong by law', () => {
  const complaint = (sort: ComplaintFacts['sort'], outcome: 'upheld' | 'rejected', count: number) =>
    Array.from({ length: count }, (_, index) => ({ sort, outcome, at: at(index) }));
  const decision = (outcome: string, ground: string, count: number): DecisionFacts[] =>
    Array.from({ length: count }, (_, index) => ({ basis: 'take-it-down' as const, outcome, ground, at: at(index) }));
  const report = transparencyReport(
    {
      ...empty,
      complaints: [
        ...complaint('uploader-removal', 'upheld', 6),
        ...complaint('uploader-removal', 'rejected', 18),
        ...complaint('uploader-restriction', 'rejected', 7),
        ...complaint('requester-refusal', 'upheld', 5),
        ...complaint('requester-restriction', 'upheld', 8),
      ],
      decisions: [
        ...decision('remove', 'valid-request', 30),
        ...decision('keep', 'not-depicted', 6),
        ...decision('keep', 'cannot-locate', 14),
      ],
    },
    november,
    later,
  );
  expect(report.counts.complaints.parts?.map(({ key, count }) => [key, count])).toEqual([
    ['uploader-removal', 24],
    ['uploader-restriction', 7],
    ['requester-refusal', 5],
    ['requester-restriction', 8],
  ]);
  expect(report.overturned.map(({ key, share }) => [key, share])).toEqual([
    ['uploader-removal', 0.25],
    ['uploader-restriction', 0],
    ['requester-refusal', 1],
    ['requester-restriction', 1],
  ]);
  expect(report.falseClaims.map(({ key, share }) => [key, share])).toEqual([['take-it-down', 0.12]]);
  expect(reportCsv(report)).toContain('2026-11,false-claims,take-it-down,,,share,0.1200');
  expect(reportCsv(report)).toContain('2026-11,overturned,uploader-removal,,,share,0.2500');
});

test('a share of claims that were found wrong is told only where every number behind it is', () => {
  const decision = (outcome: string, ground: string, count: number): DecisionFacts[] =>
    Array.from({ length: count }, (_, index) => ({ basis: 'take-it-down' as const, outcome, ground, at: at(index) }));
  const report = transparencyReport(
    { ...empty, decisions: [...decision('remove', 'valid-request', 30), ...decision('keep', 'not-depicted', 3)] },
    november,
    later,
  );
  expect(report.falseClaims).toMatchObject([{ share: null }]);
});

test('a decision that was taken back at once was no answer: the time to the decision runs to the next', () => {
  const requests = handled(
    5,
    () => 1,
    () => 9,
  ).map(
    (request): RequestFacts => ({
      ...request,
      events: request.events.flatMap((event): CaseEvent[] =>
        event.kind === 'decided'
          ? [event, { kind: 'reversed', because: 'undone', at: event.at }, { ...event, at: new Date(event.at.getTime() + 4 * hourMs) }]
          : [event],
      ),
    }),
  );
  expect(transparencyReport({ ...empty, requests }, november, later).times['time-to-decision']).toMatchObject([{ medianHours: 5 }]);
});

test('what was restricted counts by how it came to that: by a decision, by a person meanwhile, by the rule', () => {
  const at = new Date('2026-11-10T00:00:00Z');
  const some = (way: 'decided' | 'by-moderator' | 'by-rule', many: number, when = at) =>
    Array.from({ length: many }, () => ({ way, at: when }));
  const restrictions = [
    ...some('decided', 6),
    ...some('by-moderator', 8),
    ...some('by-rule', 9),
    ...some('decided', 5, new Date('2026-12-01T00:00:00Z')),
  ];
  const { counts } = transparencyReport({ ...empty, restrictions }, november, later);
  expect([counts.restrictions.count, counts.restrictions.parts?.map(({ count }) => count)]).toEqual([23, [6, 8, 9]]);
});

test('what was acted on beside pictures counts by what it was, in the period in which it was confirmed', () => {
  const at = new Date('2026-11-10T00:00:00Z');
  const seven = Array.from({ length: 7 }, () => ({ kind: 'text' as const, at }));
  const later = { kind: 'account' as const, at: new Date('2026-12-01T00:00:00Z') };
  const { counts } = transparencyReport({ ...empty, beside: [...seven, later] }, november, new Date('2027-01-01T00:00:00Z'));
  expect(counts.beside).toMatchObject({
    count: 7,
    parts: [
      { key: 'text', count: 7 },
      { key: 'link', count: 0 },
      { key: 'account', count: 0 },
    ],
  });
});

test('suspensions of accounts are counted by kind, as DSA Article 24(1)(b) asks', () => {
  const some = (kind: 'illegal-content' | 'unfounded-notices', many: number, month = '11') =>
    Array.from({ length: many }, () => ({ kind, at: new Date(`2026-${month}-07T00:00:00Z`) }));
  const suspensions = [...some('illegal-content', 12), ...some('unfounded-notices', 7), ...some('unfounded-notices', 9, '10')];
  const { counts } = transparencyReport({ ...empty, suspensions }, november, later);
  expect(counts.suspensions.count).toBe(19);
  expect(counts.suspensions.parts?.map(({ key, count }) => [key, count])).toEqual([
    ['illegal-content', 12],
    ['unfounded-notices', 7],
    ['unfounded-complaints', 0],
  ]);
});

test('every reason of a decision stands in words, and in CSV by its key', () => {
  const made = (ground: string, basis: DecisionFacts['basis'], outcome: DecisionFacts['outcome']): DecisionFacts => ({
    basis,
    outcome,
    ground,
    at: at(5),
  });
  const matched = ['not-agreed', 'identical-copy'].map((ground) => made(ground, null, 'remove'));
  const refused = ['not-the-work', 'cannot-locate'].map((ground) => made(ground, 'dmca', 'keep'));
  const decisions = [...refused, ...matched].flatMap((one) => Array.from({ length: 12 }, () => one));
  const report = transparencyReport({ ...empty, decisions }, november, later);
  const labels = (told: ToldCount): string[] => [told.label, ...(told.parts ?? []).flatMap(labels)];
  for (const { ground } of [...refused, ...matched]) expect(labels(report.counts.decisions)).not.toContain(ground);
  expect(labels(report.counts.decisions)).toContain('It is not the work that the notice names');
  expect(reportCsv(report)).toContain('decisions,dmca,keep,not-the-work,count,12');
});

test('what set a removal aside from outside is counted once, by whom, and is no decision of the service (DSA Article 24(1)(a))', () => {
  const some = (ground: string, count: number): DecisionFacts[] =>
    Array.from({ length: count }, () => ({ basis: 'digital-services-act', outcome: 'keep', ground, at: at(5) }));
  const decisions = [...some('out-of-court-body', 9), ...some('court', 6), ...some('not-intimate', 8)];
  const report = transparencyReport({ ...empty, decisions }, november, later);
  expect(report.counts.decisions.count).toBe(8);
  expect(report.counts.outside).toMatchObject({ count: 15 });
  expect(reportCsv(report)).toContain('outside,,out-of-court-body,,count,9');
});

test('of notices those of trusted flaggers are told apart, and nothing is told that gives a small number away (DSA Article 15(1)(b))', () => {
  const noticed = (trusted: number, others: number) => {
    const requests = handled(
      trusted + others,
      () => 1,
      () => 2,
    ).map((one, index): RequestFacts => ({ ...one, basis: 'digital-services-act', isTrusted: index < trusted }));
    return transparencyReport({ ...empty, requests }, november, later);
  };
  expect(noticed(7, 20).counts.received.parts?.[0]?.parts?.map(({ key, count }) => [key, count])).toEqual([
    ['trusted-flagger', 7],
    ['others', 20],
  ]);
  expect(reportCsv(noticed(7, 20))).toContain('received,digital-services-act,trusted-flagger,,count,7');
  expect(JSON.stringify(noticed(25, 3).counts.received)).not.toMatch(/"count":25|"count":3\b/);
  expect(noticed(0, 9).counts.received.parts?.[0]?.parts).toEqual([]);
});
