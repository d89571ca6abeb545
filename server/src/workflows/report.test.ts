/** Do the numbers of a report equal what is in the tables, after two months of everything that happens here? */
import { parsePeriod, type ReportPeriod, type ToldCount } from '@likeness/casework';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemRandom, uuid } from '../config/random.ts';
import { insertItem, noteBankChanges } from '../store/banks.ts';
import { askForMore } from './ask-for-more.ts';
import { createBank } from './banks.ts';
import { completeAction } from './complete.ts';
import { decide } from './decide.ts';
import { fileRequest } from './file-request.ts';
import { reportedPlatforms, reportOf, writtenReport } from './report.ts';
import { restrictMeanwhile } from './restrict-meanwhile.ts';
import { setRestricts } from './restrictable.ts';
import { screen } from './screen.ts';
import { serviceLawOf, setServiceLaw } from './service-facts.ts';
import { aModerator, answers, anUpload, aPicture, edited, pdq } from './test-cast.ts';
import { openTestEngine, type TestEngine } from './test-engine.ts';
import { askWithdrawal, withdrawDue } from './withdraw.ts';

const start = Date.parse('2026-10-12T00:00:00Z');
const hourMs = 3_600_000;
let house: TestEngine;

/** One thing that is done, so many hours after the start. What it leads to may add more. */
interface Step {
  readonly hours: number;
  readonly act: () => Promise<void>;
}

/** The same numbers in every run: Lehmer's generator with 48271. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 0x7fffffff;
    return state % below;
  };
}

beforeAll(async () => {
  house = await openTestEngine(new Date(start));
  const { engine, platformId } = house;
  const moderatorId = await aModerator(engine);
  const dice = seeded(20261122);
  const steps: Step[] = [];
  let now = 0;
  const [restricting, meanwhile] = [seeded(20261123), seeded(20261124)];
  await setRestricts(engine.store, platformId, ['age-gate', 'not-recommended']);
  await setServiceLaw(engine.store, platformId, {
    ...(await serviceLawOf(engine.store.db, platformId)),
    interim: { afterHours: 20, perSource: 10_000 },
  });
  const after = (hours: number, act: () => Promise<void>): void => void steps.push({ hours: now + hours, act });
  const confirmLater = async (decisionId: string): Promise<void> => {
    const actions = await engine.store.db.selectFrom('action').select(['id', 'kind']).where('decision_id', '=', decisionId).execute();
    for (const action of actions)
      if (dice(8) > 0)
        after(dice(40) + 0.5, async () => {
          await completeAction(engine, platformId, action.id, {});
        });
  };
  const rule = async (
    about: { trackingNumber: string } | { reviewId: string },
    decision: 'remove' | 'restrict' | 'keep',
    ground: string,
  ) => {
    const ruled = await decide(engine, { about, decision, ground, note: '', moderatorId });
    if (ruled.outcome === 'decided') await confirmLater(ruled.decisionId);
  };
  const confirmHidden = async (trackingNumber: string): Promise<void> => {
    const hidden = engine.store.db.selectFrom('action').select('id').where('tracking_number', '=', trackingNumber);
    for (const { id } of await hidden.where('kind', '=', 'content.restrict').execute()) await completeAction(engine, platformId, id, {});
  };
  for (let n = 0; n < 36; n += 1) {
    const picture = aPicture();
    after(dice(50 * 24), async () => {
      await screen(engine, platformId, anUpload(`post-${n}`, pdq(picture)));
      const { trackingNumber, caseId } = await fileRequest(engine, { platformId, answers: answers(`post-${n}`) });
      const hiding = meanwhile(3);
      if (hiding === 0)
        after(meanwhile(4), async () => {
          await askForMore(engine, { trackingNumber, questions: [], isRestricted: true, moderatorId });
          await confirmHidden(trackingNumber);
        });
      if (hiding === 1)
        after(21, async () => {
          await restrictMeanwhile(engine);
          await confirmHidden(trackingNumber);
        });
      if (dice(6) === 0)
        after(dice(30), async () => {
          await askWithdrawal(engine, caseId, null);
          after(72, () => withdrawDue(engine));
        });
      if (dice(8) > 0)
        after(dice(60) + 0.25, () =>
          dice(3) > 0
            ? rule({ trackingNumber }, 'remove', 'valid-request')
            : rule({ trackingNumber }, 'keep', dice(2) === 0 ? 'not-depicted' : 'not-intimate'),
        );
      if (dice(2) === 0)
        after(70, async () => {
          await screen(engine, platformId, anUpload(`copy-${n}`, pdq(edited(picture, 8))));
          const review = await engine.store.db
            .selectFrom('review')
            .innerJoin('content', 'content.ref', 'review.ref')
            .select('review.id')
            .where('content.content_id', '=', `copy-${n}`)
            .executeTakeFirst();
          if (review !== undefined)
            after(dice(20), () =>
              dice(4) > 0
                ? rule({ reviewId: review.id }, 'remove', 'same-picture')
                : rule({ reviewId: review.id }, 'keep', 'different-picture'),
            );
        });
    });
  }
  const listed = await anItemOfNobody();
  for (let n = 0; n < 5; n += 1)
    after(restricting(45 * 24), async () => {
      await screen(engine, platformId, anUpload(`limited-${n}`, pdq(edited(listed, 4))));
      const review = await engine.store.db
        .selectFrom('review')
        .innerJoin('content', 'content.ref', 'review.ref')
        .select('review.id')
        .where('content.content_id', '=', `limited-${n}`)
        .executeTakeFirstOrThrow();
      after(restricting(60), async () => {
        const about = { reviewId: review.id };
        const ruled = await decide(engine, { about, decision: 'restrict', ground: 'rules-age-gate', note: '', moderatorId });
        if (ruled.outcome !== 'decided') throw new Error(ruled.outcome);
        const said = engine.store.db.selectFrom('action').select('id').where('decision_id', '=', ruled.decisionId);
        for (const { id } of await said.execute()) await completeAction(engine, platformId, id, {});
      });
    });
  for (let step = takeFirst(steps); step !== undefined; step = takeFirst(steps)) {
    now = step.hours;
    house.setNow(new Date(start + now * hourMs));
    await step.act();
  }
  await everybodyComplains();
  house.setNow(new Date('2027-02-01T00:00:00Z'));
}, 120_000);

afterAll(() => house.close());

/** About every act, and every request that was refused or got no more than a limit; answered within days. */
async function everybodyComplains(): Promise<void> {
  const { db } = house.engine.store;
  const { platformId } = house;
  const acts = await db
    .selectFrom('action')
    .select(['id', 'decision_id', 'tracking_number', 'opened_at'])
    .where('kind', '<>', 'content.restore')
    .execute();
  const decisions = await db
    .selectFrom('decision')
    .select(['id', 'tracking_number', 'decided_at'])
    .where('outcome', '<>', 'remove')
    .execute();
  const common = { id: '', platform_id: platformId, reason: 'other', text_sealed: null, asked_at: null, ground: null };
  const filed = [
    ...acts.map((act) => ({
      complainant: 'uploader' as const,
      action_id: act.id,
      decision_id: act.decision_id,
      tracking_number: act.tracking_number,
      filed_via: 'page' as const,
      at: act.opened_at,
    })),
    ...decisions.map((one) => ({
      complainant: 'requester' as const,
      action_id: null,
      decision_id: one.id,
      tracking_number: one.tracking_number,
      filed_via: 'case' as const,
      at: one.decided_at,
    })),
  ].map(({ at, ...one }, place) => ({
    ...common,
    ...one,
    id: uuid(systemRandom),
    filed_at: at,
    decidable_at: at,
    decided_at: new Date(at.getTime() + (place % 90) * hourMs),
    outcome: place % 3 === 0 ? ('upheld' as const) : ('rejected' as const),
  }));
  await db.insertInto('complaint').values(filed).execute();
}

/** The code of an item of a list, which asks about what it matches. */
async function anItemOfNobody(): Promise<string> {
  const { store, index } = house.engine;
  const made = await createBank(store, systemRandom, { name: 'Hub', onMatch: 'review', platformId: null, isHarmless: false }, 'operator');
  if ('refused' in made) throw new Error(made.refused);
  const [id, value] = [uuid(systemRandom), aPicture()];
  await store.transact(async (tx) => {
    const codes = [{ kind: 'pdq' as const, variant: 'whole', value, quality: 100, provenance: 'confirmed' as const }];
    await insertItem(tx, { id, bankId: made.id, state: 'active', source: 'list', confirmed: true, codes });
    await noteBankChanges(tx, [{ subject: 'item', subjectId: id }]);
  });
  await index.catchUp(store.db);
  return value;
}

function takeFirst(steps: Step[]): Step | undefined {
  steps.sort((a, b) => a.hours - b.hours);
  return steps.shift();
}

function period(key: string): ReportPeriod {
  const parsed = parsePeriod(key);
  if (parsed === null) throw new Error(`${key} is no period`);
  return parsed;
}

/** True values by the path of their keys, such as `decisions/take-it-down/remove`. */
type Recount = Map<string, number>;

async function recount(key: string): Promise<{ counts: Recount; toDecision: number[]; toRemoval: number[] }> {
  const { db } = house.engine.store;
  const { from, to } = period(key);
  const isIn = (at: Date | null | undefined): boolean => at !== null && at !== undefined && at >= from && at < to;
  const counts: Recount = new Map();
  const add = (...path: readonly string[]): void => {
    for (let depth = 1; depth <= path.length; depth += 1) {
      const place = path.slice(0, depth).join('/');
      counts.set(place, (counts.get(place) ?? 0) + 1);
    }
  };
  const requests = await db.selectFrom('request').selectAll().execute();
  const events = await db.selectFrom('case_event').selectAll().execute();
  const [toDecision, toRemoval]: [number[], number[]] = [[], []];
  for (const request of requests) {
    const when = (kind: string): Date | undefined =>
      events.find(
        (event) =>
          event.case_id === request.case_id &&
          event.kind === kind &&
          (event.tracking_number === null || event.tracking_number === request.tracking_number),
      )?.at;
    const hoursTo = (at: Date | undefined): number => ((at?.getTime() ?? 0) - request.received_at.getTime()) / hourMs;
    const [decided, removed, withdrawn] = [when('decided'), when('removed'), when('withdrawn')];
    const refused = request.outcome === 'keep' ? decided : undefined;
    if (isIn(request.received_at)) add('received', request.basis);
    if (isIn(withdrawn)) add('withdrawn', request.basis);
    if (isIn(decided)) toDecision.push(hoursTo(decided));
    if (isIn(removed)) toRemoval.push(hoursTo(removed));
    const due = new Date(request.received_at.getTime() + 48 * hourMs);
    const by = (at: Date | undefined): boolean => at !== undefined && at <= due;
    if (!isIn(due) || (by(withdrawn) && !by(decided))) continue;
    add('due', request.basis, by(removed) || by(refused) || by(withdrawn) ? 'in-time' : 'late');
  }
  const decisions = await db.selectFrom('decision').selectAll().execute();
  for (const { tracking_number, outcome, ground, decided_at } of decisions)
    if (isIn(decided_at)) add('decisions', tracking_number === null ? 'match' : 'take-it-down', outcome, ground);
  for (const { kind, decision_id, completed_at } of await db.selectFrom('action').selectAll().execute())
    if (kind === 'content.remove' && isIn(completed_at))
      add('removals', decisions.some(({ id, review_id }) => id === decision_id && review_id !== null) ? 'copies' : 'asked-for');
  const restricted = new Map<string, string>();
  for (const one of await db.selectFrom('action').selectAll().where('kind', '=', 'content.restrict').orderBy('opened_at').execute()) {
    const name = `${one.ref} ${one.decision_id === null}`;
    const way = one.decision_id !== null ? 'decided' : one.restricted_by === null ? 'by-rule' : 'by-moderator';
    if (!restricted.has(name)) restricted.set(name, way);
    if (!isIn(one.completed_at) || restricted.get(name) === 'counted') continue;
    add('restrictions', restricted.get(name) ?? way);
    restricted.set(name, 'counted');
  }
  for (const { kind, completed_at } of await db.selectFrom('action').selectAll().execute()) {
    const [beside = '', act = ''] = kind.split('.');
    if (beside !== 'content' && act !== 'restore' && isIn(completed_at)) add('beside', beside);
  }
  const acts = await db.selectFrom('action').selectAll().execute();
  for (const { complainant, action_id, decision_id, decided_at, outcome } of await db.selectFrom('complaint').selectAll().execute()) {
    const removed = acts.some(({ id, kind }) => id === action_id && kind === 'content.remove');
    const limited = decisions.some((one) => one.id === decision_id && one.outcome === 'restrict');
    const about = complainant === 'uploader' ? (removed ? 'removal' : 'restriction') : limited ? 'restriction' : 'refusal';
    if (isIn(decided_at)) add('complaints', `${complainant}-${about}`, outcome ?? '');
  }
  const met = new Map<unknown, unknown>();
  for (const { act, at, subjects } of await db.selectFrom('ledger').selectAll().execute())
    if (act === 'content.matched' && isIn(at)) met.set(subjects['content'], subjects['verdict']);
  for (const verdict of met.values()) add('matches', String(verdict));
  return { counts, toDecision, toRemoval };
}

function compare(told: ToldCount, path: string, counts: Recount): number {
  const counted = counts.get(path) ?? 0;
  if (told.count === 'few') expect([path, counted > 0 && counted < 5]).toEqual([path, true]);
  else if (told.count === 'hidden') expect([path, counted >= 5]).toEqual([path, true]);
  else expect([path, told.count]).toEqual([path, counted]);
  return (told.parts ?? []).reduce(
    (sum, part) => sum + compare(part, `${path}/${part.key}`, counts),
    typeof told.count === 'number' ? 1 : 0,
  );
}

test('every number of every period equals a recount of the raw rows', async () => {
  const [platform] = await reportedPlatforms(house.engine.store.db);
  if (platform === undefined) throw new Error('no platform');
  let compared = 0;
  for (const key of ['2026-09', '2026-10', '2026-11', '2026-12', '2026-H2', '2026', '2027-01']) {
    const { report } = await reportOf(house.engine.store, platform, period(key));
    const { counts, toDecision, toRemoval } = await recount(key);
    for (const [name, told] of Object.entries(report.counts)) compared += compare(told, name, counts);
    for (const [name, hours] of [
      ['time-to-decision', toDecision],
      ['time-to-removal', toRemoval],
    ] as const) {
      const sorted = hours.toSorted((a, b) => a - b);
      const middle = ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2;
      const high = sorted.find((one) => sorted.filter((other) => other <= one).length >= 0.95 * sorted.length) ?? 0;
      const expected = sorted.length === 0 ? [] : [[sorted.length < 5 ? null : middle, sorted.length < 20 ? null : high]];
      const rounded = expected.map((some) => some.map((value) => (value === null ? null : Math.round(value * 10) / 10)));
      expect([key, name, report.times[name].map(({ medianHours, p95Hours }) => [medianHours, p95Hours])]).toEqual([key, name, rounded]);
    }
  }
  // So many were told as numbers: the months were not empty.
  expect(compared).toBeGreaterThan(60);
});

test('the months of the played time held some of everything', async () => {
  const { counts } = await recount('2026');
  for (const path of [
    'received',
    'withdrawn',
    'due/take-it-down/in-time',
    'due/take-it-down/late',
    'removals/copies',
    'removals/asked-for',
    'restrictions/decided',
    'restrictions/by-moderator',
    'restrictions/by-rule',
    'matches/hold',
    'complaints/uploader-removal/upheld',
    'complaints/uploader-restriction/upheld',
    'complaints/requester-refusal/upheld',
    'complaints/requester-restriction/rejected',
  ])
    expect([path, (counts.get(path) ?? 0) > 0]).toEqual([path, true]);
  for (const path of ['decisions/match/remove', 'decisions/match/keep', 'decisions/take-it-down/remove', 'decisions/take-it-down/keep'])
    expect([path, (counts.get(path) ?? 0) > 0]).toEqual([path, true]);
});

test('without a period it is the last whole month; for a platform that has just come, the running one', async () => {
  const { store } = house.engine;
  const [platform] = await reportedPlatforms(store.db);
  if (platform === undefined) throw new Error('no platform');
  const { report, at } = await reportOf(store, platform, null);
  expect([report.period.key, report.isWhole, at.toISOString()]).toEqual(['2027-01', true, '2027-02-01T00:00:00.000Z']);
  const young = await reportOf(store, { ...platform, since: at }, null);
  expect([young.report.period.key, young.report.isWhole]).toEqual(['2027-02', false]);
});

test('another platform’s report has nothing of it', async () => {
  const { text } = await writtenReport(
    house.engine.store,
    { id: '0b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d10', name: 'Forum' },
    period('2026'),
    'csv',
  );
  expect(text.split('\r\n').filter((line) => line.includes(',count,') && !line.endsWith(',0'))).toEqual([]);
});
