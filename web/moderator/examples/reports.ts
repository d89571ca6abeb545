/** How does a transparency report look? */
import { type DecisionFacts, parsePeriod, type ReportRows, transparencyReport } from '@likeness/casework';
import { type ReportModel, reportPage } from '../report.tsx';
import { ago, frame, now } from './made-up.ts';

/** A period in which 64 requests of these times came in, or none. */
function reported(key: string, rows: Partial<ReportRows>): ReportModel {
  const period = parsePeriod(key);
  if (period === null) throw new RangeError(`${key} is no period`);
  const all: ReportRows = {
    requests: [],
    decisions: [],
    removals: [],
    restrictions: [],
    beside: [],
    matches: [],
    complaints: [],
    suspensions: [],
    ...rows,
  };
  const harbour = { id: '5b1b5f0e-43f1-4a3a-8f7e-2f6f0b1f9a01', name: 'Harbour photos' };
  return { ...frame, now, platform: harbour, others: [], since: ago(9000), report: transparencyReport(all, period, now) };
}

const reportedRows = (): ReportRows => {
  const start = new Date('2026-10-02T08:00:00Z').getTime();
  const at = (hours: number): Date => new Date(start + hours * 3_600_000);
  const decided = (count: number, decision: Omit<DecisionFacts, 'at'>): DecisionFacts[] =>
    Array.from({ length: count }, (_, index) => ({ ...decision, at: at(index) }));
  return {
    requests: Array.from({ length: 64 }, (_, index) => ({
      basis: 'take-it-down',
      isTrusted: false,
      dueAt: at(index + 48),
      events: [
        { kind: 'received', missing: [], at: at(index) },
        { kind: 'decided', decision: 'remove', ground: 'valid-request', at: at(index * 1.4 + 2) },
        { kind: 'removed', at: at(index * 2 + 3) },
      ],
    })),
    decisions: [
      ...decided(51, { basis: 'take-it-down', outcome: 'remove', ground: 'valid-request' }),
      ...decided(8, { basis: 'take-it-down', outcome: 'keep', ground: 'not-intimate' }),
      ...decided(5, { basis: 'take-it-down', outcome: 'keep', ground: 'cannot-locate' }),
      ...decided(3, { basis: null, outcome: 'keep', ground: 'different-picture' }),
      ...decided(23, { basis: null, outcome: 'remove', ground: 'same-picture' }),
    ],
    beside: Array.from({ length: 21 }, (_, index) => ({ kind: index % 3 === 0 ? ('account' as const) : ('text' as const), at: at(index) })),
    restrictions: Array.from({ length: 25 }, (_, index) => ({
      way: index < 8 ? ('decided' as const) : ('by-moderator' as const),
      at: at(index),
    })),
    removals: Array.from({ length: 90 }, (_, index) => ({ isCopy: index % 3 === 0, at: at(index) })),
    matches: [
      { verdict: 'hold', uploads: 1204 },
      { verdict: 'review', uploads: 31 },
    ],
    complaints: Array.from({ length: 40 }, (_, index) => ({
      sort:
        index < 20 ? 'uploader-removal' : index < 28 ? 'uploader-restriction' : index < 34 ? 'requester-refusal' : 'requester-restriction',
      outcome: index % 4 === 0 ? 'upheld' : 'rejected',
      at: at(index),
    })),
    suspensions: Array.from({ length: 12 }, (_, index) => ({ kind: index < 6 ? 'illegal-content' : 'unfounded-notices', at: at(index) })),
  };
};

export const reportPages: Readonly<Record<string, () => string>> = {
  report: () => reportPage(reported('2026-10', reportedRows())),
  'report-of-two-services': () => reportPage({ ...reported('2026-H2', reportedRows()), others: [{ id: 'x', name: 'Forum' }] }),
  'report-small': () => reportPage(reported('2026-10', { decisions: reportedRows().decisions.slice(59, 65) })),
  'report-empty': () => reportPage(reported('2026-11', {})),
};
