/** Is misuse answered by a person, after a warning, with reasons and a way to complain, and does no sanction stop intake or a clock that must run? */
import { Problem } from '@likeness/contract';
import { describe, expect, test } from 'vitest';
import { frequentAccounts, incidentsOf, type MisuseAccount } from '../store/misuse.ts';
import { amendRequest } from './amend-request.ts';
import { complainAsUploader } from './complain.ts';
import type { Ruling } from './decide.ts';
import { decideComplaint } from './decide-complaint.ts';
import { openComplaints } from './desk-complaints.ts';
import { misuseCard, misuseList } from './desk-misuse.ts';
import { openOnDesk } from './desk-request.ts';
import { fileRequest } from './file-request.ts';
import { complainAboutMeasure, judgeMeasureComplaint, liftMeasure, takeMeasure } from './misuse.ts';
import { reportOf } from './report.ts';
import { screen } from './screen.ts';
import { eraseUploader } from './subject-data.ts';
import { answers, anUpload, aPicture, pdq } from './test-cast.ts';
import { deskForTests } from './test-desk.ts';
import { hours } from './test-house.ts';
import { tick } from './tick.ts';

const house = await deskForTests({ territories: ['US', 'GB', 'EU'], follows: ['online-safety-act'] });
const { engine, platformId, ada, bob } = house;
const name = (): string => house.newName();
const of = (kind: MisuseAccount['kind'], account: string): MisuseAccount => ({ platformId, kind, account });
const since = (): Date => new Date(house.now().getTime() - hours(24 * 180));
const countOf = async (who: MisuseAccount): Promise<number> => (await incidentsOf(engine.store.db, who, since())).length;

const ruled = async (trackingNumber: string, decision: Ruling['decision'], ground: string): Promise<string> => {
  house.later(1000);
  return house.decides({ trackingNumber }, decision, ground);
};
/** An upload of this account that was removed after a request. */
const removed = async (account: string, more: Parameters<typeof answers>[1] = {}, ground = 'valid-request'): Promise<string> => {
  const contentId = name();
  await screen(engine, platformId, { ...anUpload(contentId, pdq(aPicture())), uploaderRef: account });
  const { trackingNumber } = await fileRequest(engine, {
    platformId,
    answers: answers(contentId, more),
    bases: [more.basis ?? 'take-it-down'],
  });
  await ruled(trackingNumber, 'remove', ground);
  return contentId;
};
/** A notice that this account files. */
const notice = (filerRef: string, more: Partial<Parameters<typeof answers>[1]> = {}) =>
  fileRequest(engine, {
    platformId,
    answers: answers(name(), { basis: 'digital-services-act', onBehalfOf: 'user', ...more }),
    bases: ['digital-services-act'],
    filerRef,
  });
const unfounded = async (filerRef: string, more: Partial<Parameters<typeof answers>[1]> = {}, ground = 'not-intimate'): Promise<string> => {
  const { trackingNumber } = await notice(filerRef, more);
  await ruled(trackingNumber, 'keep', ground);
  return trackingNumber;
};
const warn = (who: MisuseAccount, reason: string, moderatorId = ada) =>
  takeMeasure(engine, { who, measure: 'warning', reason, intention: 'not-known', days: null, moderatorId });
const suspendFor = (who: MisuseAccount, reason: string, days = 7, moderatorId = ada) =>
  takeMeasure(engine, { who, measure: 'suspension', reason, intention: 'on-purpose', days, moderatorId });
const told = async (account: string) => (await house.feed()).filter(({ data }) => data.account === account);
const acts = (act: string) => house.acts(act);
const requestRow = (number: string) =>
  engine.store.db
    .selectFrom('request')
    .select(['filer_ref', 'suspended_by', 'due_at', 'received_at'])
    .where('tracking_number', '=', number)
    .executeTakeFirstOrThrow();
/** An account that was warned and goes on, suspended for a week. */
const suspendedFiler = async (): Promise<MisuseAccount> => {
  const who = of('unfounded-notices', `reporter-${name()}`);
  for (let n = 0; n < 3; n += 1) await unfounded(who.account);
  expect(await warn(who, 'plainly-not')).toBe('taken');
  await unfounded(who.account);
  expect(await suspendFor(who, 'plainly-not')).toBe('taken');
  return who;
};

describe('an account that posts', () => {
  test('what is removed as illegal is counted, each upload once, while the decision stands', async () => {
    const who = of('illegal-content', 'poster');
    for (let n = 0; n < 3; n += 1) await removed('poster');
    await removed('poster', { basis: 'own-rules' }, 'own-rules');
    expect(await countOf(who)).toBe(3);
    // The second was wrong.
    const [incident] = await incidentsOf(engine.store.db, who, since());
    const { action_id } = await engine.store.db
      .selectFrom('action')
      .select('id as action_id')
      .where('content_id', '=', incident?.about ?? '')
      .executeTakeFirstOrThrow();
    const { complaintId } = await complainAsUploader(engine, { actionId: action_id, reason: 'other', text: '', via: 'page' });
    // While it is complained about it does not count, and after it was found wrong neither.
    expect(await countOf(who)).toBe(2);
    house.later(hours(24 * 8));
    await decideComplaint(engine, { complaintId, outcome: 'upheld', ground: 'not-intimate', note: '', moderatorId: bob });
    expect(await countOf(who)).toBe(2);
  });

  test('what a rule removed without a person is not counted', async () => {
    const contentId = await removed('by-rule');
    const who = of('illegal-content', 'by-rule');
    expect(await countOf(who)).toBe(1);
    const { db } = engine.store;
    const { decision_id } = await db
      .selectFrom('action')
      .select('decision_id')
      .where('content_id', '=', contentId)
      .executeTakeFirstOrThrow();
    await db.updateTable('decision').set({ moderator_id: null }).where('id', '=', decision_id).execute();
    expect(await countOf(who)).toBe(0);
  });

  test('what its uploader may not be told of is never counted', async () => {
    const young = await removed('untold');
    await engine.store.db
      .updateTable('request')
      .set({ is_young: true })
      .where('tracking_number', 'in', (eb) =>
        eb
          .selectFrom('request_content')
          .innerJoin('content', 'content.ref', 'request_content.ref')
          .select('request_content.tracking_number')
          .where('content.content_id', '=', young),
      )
      .execute();
    await removed('untold', { basis: 'authority-order', onBehalfOf: 'authority' });
    expect(await countOf(of('illegal-content', 'untold'))).toBe(0);
  });

  test('is warned first, suspended only for what comes after, told each time with reasons, and restored by itself', async () => {
    const who = of('illegal-content', 'again');
    await removed('again');
    await removed('again');
    expect(await warn(who, 'without-consent')).toBe('rare');
    await removed('again');
    expect(await suspendFor(who, 'without-consent')).toBe('no-warning');
    // Two people at once: one warns, the other is told.
    const both = await Promise.all([warn(who, 'without-consent'), warn(who, 'without-consent', bob)]);
    expect(both.toSorted()).toEqual(['taken', 'warned']);
    expect(await suspendFor(who, 'without-consent')).toBe('not-since');
    await removed('again');
    expect(await suspendFor(who, 'same-again', 14)).toBe('taken');
    expect(await suspendFor(who, 'same-again', 14)).toBe('suspended');
    const entries = await told('again');
    expect(entries.map(({ type }) => type)).toEqual(['account.warned', 'account.suspended']);
    const [warning, suspension] = entries.map(({ data }) => data);
    expect(warning?.accountStatement).toMatchObject({ measure: 'warning', until: null, facts: { count: 3, total: 3, days: 180 } });
    expect(suspension?.accountStatement).toMatchObject({ measure: 'suspension', until: suspension?.until, facts: { count: 4, total: 4 } });
    expect(suspension?.accountStatement?.redress.complaint).toContain('Somebody else');
    expect(JSON.stringify(suspension?.accountStatement)).not.toContain('again-');
    expect((await acts('account.suspended')).at(-1)).toMatchObject({ kind: 'illegal-content', days: 14, intention: 'on-purpose', by: ada });
    house.later(hours(24 * 14) - 1);
    await tick(engine);
    expect((await told('again')).at(-1)?.type).toBe('account.suspended');
    house.later(1);
    await tick(engine);
    await tick(engine);
    expect((await told('again')).map(({ type }) => type)).toEqual(['account.warned', 'account.suspended', 'account.measure-ended']);
    expect((await acts('account.measure-ended')).at(-1)).toMatchObject({ because: 'time' });
  });

  test('a card says what can be weighed: number, share, gravity and signs of intention', async () => {
    for (let n = 0; n < 3; n += 1) await removed('carded');
    await screen(engine, platformId, { ...anUpload(name(), pdq(aPicture())), uploaderRef: 'carded' });
    const who = of('illegal-content', 'carded');
    await warn(who, 'without-consent');
    await removed('carded');
    const card = await misuseCard(engine, who, bob);
    expect(card.facts).toEqual({
      count: 4,
      total: 5,
      byGround: [{ ground: 'valid-request', count: 4 }],
      sinceWarning: 1,
      copies: 0,
    });
    expect(card.refused).toEqual({ warning: 'warned', suspension: null });
    const { rows } = await misuseList(engine);
    expect(rows.find(({ account }) => account === 'carded')).toMatchObject({ count: 4, accountKey: card.accountKey });
    expect(card.accountKey).not.toContain('carded');
  });
});

describe('an account that files', () => {
  test('is counted only where the service named it, and never the person in the picture or somebody acting for her', async () => {
    for (let n = 0; n < 3; n += 1) {
      await unfounded('herself', { onBehalfOf: 'self' });
      await unfounded('agent-1', { onBehalfOf: 'agent', agentAuthority: 'her brother' });
      await unfounded('flagger-1', { onBehalfOf: 'trusted-flagger' });
      // Without a word of the service there is only a name that anybody can type.
      const { trackingNumber } = await fileRequest(engine, {
        platformId,
        answers: answers(name(), { basis: 'digital-services-act', onBehalfOf: 'user', signature: 'Typed Name' }),
        bases: ['digital-services-act'],
      });
      await ruled(trackingNumber, 'keep', 'not-intimate');
    }
    expect(await countOf(of('unfounded-notices', 'flagger-1'))).toBe(3);
    const accounts = (await frequentAccounts(engine.store.db, since(), 1)).map(({ account }) => account);
    for (const never of ['herself', 'agent-1', 'Typed Name']) expect(accounts).not.toContain(never);
    const refs = await engine.store.db.selectFrom('request').select('filer_ref').where('filer', 'in', ['self', 'agent']).execute();
    expect(refs.every(({ filer_ref }) => filer_ref === null)).toBe(true);
  });

  test('a refusal that says nothing of the claim is not counted', async () => {
    await unfounded('could-not-say', {}, 'cannot-locate');
    expect(await countOf(of('unfounded-notices', 'could-not-say'))).toBe(0);
  });

  test('while it is suspended, a notice of it is kept, numbered and shown, its clock stands until then, and it may be decided', async () => {
    const who = await suspendedFiler();
    const until = new Date(house.now().getTime() + hours(24 * 7));
    const filed = await notice(who.account);
    expect(filed.dueAt.getTime()).toBe(until.getTime() + hours(24));
    expect((await requestRow(filed.trackingNumber)).due_at).toEqual(filed.dueAt);
    const desk = await openOnDesk(engine, ada, filed.trackingNumber);
    expect([desk?.state, desk?.clock.state, desk?.asideUntil]).toEqual(['open', 'paused', until]);
    await ruled(filed.trackingNumber, 'keep', 'cannot-locate');
    expect((await openOnDesk(engine, ada, filed.trackingNumber))?.state).toBe('decided');
  });

  test('no sanction stops intake or a clock under another law, of an order, of the person in the picture, or about somebody under 18', async () => {
    const who = await suspendedFiler();
    const { account: filerRef } = who;
    const both = await fileRequest(engine, {
      platformId,
      answers: answers(name(), { onBehalfOf: 'user' }),
      bases: ['take-it-down', 'online-safety-act', 'digital-services-act', 'authority-order'],
      filerRef,
    });
    const hoursLeft = new Map(both.requests.map(({ basis, dueAt }) => [basis, (dueAt.getTime() - house.now().getTime()) / hours(1)]));
    expect(hoursLeft.get('take-it-down')).toBe(48);
    expect(hoursLeft.get('digital-services-act')).toBe(7 * 24 + 24);
    for (const basis of ['online-safety-act', 'authority-order'] as const) {
      const number = both.requests.find((one) => one.basis === basis)?.trackingNumber ?? '';
      expect((await openOnDesk(engine, ada, number))?.clock.state).toBe('running');
    }
    for (const more of [{ onBehalfOf: 'self' }, { onBehalfOf: 'agent' }, { onBehalfOf: 'authority' }, { isYoung: true }] as const) {
      const { dueAt } = await notice(filerRef, more);
      expect(dueAt.getTime() - house.now().getTime()).toBe(hours(24));
    }
    // Only later it is said that it may show somebody under 18, or that she is the person herself: from then on nothing waits.
    for (const more of [{ isYoung: true }, { onBehalfOf: 'self' }] as const) {
      const { trackingNumber } = await notice(filerRef);
      await amendRequest(engine, { platformId }, trackingNumber, more);
      expect(await requestRow(trackingNumber)).toMatchObject({ filer_ref: null, suspended_by: null });
      expect((await openOnDesk(engine, ada, trackingNumber))?.clock.state).toBe('running');
    }
  });

  test('taken back, what was put aside is taken up at once, and the account is told', async () => {
    const who = await suspendedFiler();
    const { trackingNumber } = await notice(who.account);
    const { measures } = await misuseCard(engine, who, bob);
    house.later(hours(2));
    expect(await liftMeasure(engine, measures[0]?.measureId ?? '', bob)).toBe('lifted');
    expect(await liftMeasure(engine, measures[0]?.measureId ?? '', bob)).toBe('over');
    const row = await requestRow(trackingNumber);
    // The two hours stood still.
    expect([row.suspended_by, row.due_at.getTime() - row.received_at.getTime()]).toEqual([null, hours(26)]);
    expect((await told(who.account)).at(-1)).toMatchObject({
      type: 'account.measure-ended',
      data: { answer: 'The service took this measure back.' },
    });
    expect((await notice(who.account)).dueAt.getTime() - house.now().getTime()).toBe(hours(24));
    expect((await acts('account.measure-ended')).at(-1)).toMatchObject({ because: 'lifted', by: bob });
  });
});

describe('an account that complains', () => {
  const complained = async (account: string, via: 'api' | 'page', reason: string): Promise<void> => {
    const contentId = await removed(account);
    const { id } = await engine.store.db.selectFrom('action').select('id').where('content_id', '=', contentId).executeTakeFirstOrThrow();
    const { complaintId } = await complainAsUploader(engine, { actionId: id, reason, text: '', via, platformId });
    house.later(hours(24 * 8));
    await decideComplaint(engine, { complaintId, outcome: 'rejected', ground: 'nothing-new', note: '', moderatorId: bob });
  };

  test('is counted where the service brought the complaint, and never for saying to be the person in the picture', async () => {
    for (let n = 0; n < 2; n += 1) {
      await complained('complainer', 'api', 'other');
      await complained('complainer', 'page', 'other');
      await complained('complainer', 'api', 'depicted');
    }
    expect(await countOf(of('unfounded-complaints', 'complainer'))).toBe(2);
  });

  test('while it is suspended, its complaints are kept and shown as put aside, and that of the person in the picture is not', async () => {
    const who = of('unfounded-complaints', 'grumbler');
    for (let n = 0; n < 3; n += 1) await complained(who.account, 'api', 'other');
    await warn(who, 'same-complaint');
    await complained(who.account, 'api', 'other');
    expect(await suspendFor(who, 'same-complaint', 30)).toBe('taken');
    house.later(1000);
    for (const [reason, isAside] of [
      ['other', true],
      ['depicted', false],
    ] as const) {
      const contentId = await removed(who.account);
      const { id } = await engine.store.db.selectFrom('action').select('id').where('content_id', '=', contentId).executeTakeFirstOrThrow();
      const { complaintId } = await complainAsUploader(engine, { actionId: id, reason, text: '', via: 'api', platformId });
      const { rows } = await openComplaints(engine.store.db, bob, null, 100);
      expect([reason, rows.find((row) => row.complaintId === complaintId)?.asideUntil !== null]).toEqual([reason, isAside]);
    }
  });
});

describe('a complaint about a measure', () => {
  test('is judged by somebody else than who took it; found right, the measure ends at once and the account is told', async () => {
    const who = await suspendedFiler();
    const [{ measureId = '' } = {}] = (await misuseCard(engine, who, bob)).measures;
    const taken = await complainAboutMeasure(engine, platformId, measureId, 'They were all as I said.');
    expect(taken).toEqual({ filedAt: house.now(), outcome: null, was: 'new' });
    house.later(1000);
    expect(await complainAboutMeasure(engine, platformId, measureId, ' They were all as I said. ')).toEqual({ ...taken, was: 'same' });
    expect(await complainAboutMeasure(engine, platformId, measureId, 'again')).toEqual({ ...taken, was: 'otherwise' });
    const stored = JSON.stringify(await engine.store.db.selectFrom('misuse_measure').selectAll().execute());
    expect(stored).not.toContain('all as I said');
    expect((await misuseList(engine)).rows[0]).toMatchObject({ account: who.account, hasComplaint: true });
    expect((await misuseCard(engine, who, ada)).measures[0]?.complaint).toMatchObject({ isOwn: true, text: 'They were all as I said.' });
    expect(await judgeMeasureComplaint(engine, { measureId, outcome: 'upheld', moderatorId: ada })).toBe('not-you');
    expect(await judgeMeasureComplaint(engine, { measureId, outcome: 'upheld', moderatorId: bob })).toBe('judged');
    expect(await judgeMeasureComplaint(engine, { measureId, outcome: 'rejected', moderatorId: bob })).toBe('already');
    const types = (await told(who.account)).map(({ type }) => type);
    expect(types.slice(-3)).toEqual(['complaint.received', 'complaint.decided', 'account.measure-ended']);
  });

  test('rejected, the measure stands; of another service, or once it was taken back, there is nothing to complain about', async () => {
    const who = await suspendedFiler();
    const [{ measureId = '' } = {}, warning] = (await misuseCard(engine, who, bob)).measures;
    await complainAboutMeasure(engine, platformId, measureId, '');
    await judgeMeasureComplaint(engine, { measureId, outcome: 'rejected', moderatorId: bob });
    expect((await misuseCard(engine, who, bob)).suspendedUntil).not.toBeNull();
    const elsewhere = '00000000-0000-4000-8000-000000000000';
    await expect(complainAboutMeasure(engine, elsewhere, measureId, '')).rejects.toThrow(new Problem('measure/unknown'));
    await liftMeasure(engine, warning?.measureId ?? '', bob);
    await expect(complainAboutMeasure(engine, platformId, warning?.measureId ?? '', '')).rejects.toThrow(new Problem('measure/complaint'));
  });
});

test('somebody whose role may not judge accounts does nothing', async () => {
  const who = await suspendedFiler();
  await engine.store.db.updateTable('moderator').set({ role: 'moderator' }).where('id', '=', bob).execute();
  const [{ measureId = '' } = {}] = (await misuseCard(engine, who, bob)).measures;
  for (const attempt of [
    () => suspendFor(who, 'plainly-not', 7, bob),
    () => liftMeasure(engine, measureId, bob),
    () => judgeMeasureComplaint(engine, { measureId, outcome: 'upheld', moderatorId: bob }),
  ])
    await expect(attempt()).rejects.toThrow(new Problem('console/not-allowed'));
  await engine.store.db.updateTable('moderator').set({ role: 'lead' }).where('id', '=', bob).execute();
});

test('the report counts suspensions by kind, those that were taken back as well', async () => {
  const { report } = await reportOf(
    engine.store,
    { id: platformId, since: new Date('2027-01-01T00:00:00Z') },
    {
      key: '2027',
      kind: 'year',
      from: new Date('2027-01-01T00:00:00Z'),
      to: new Date('2028-01-01T00:00:00Z'),
    },
  );
  const begun = await engine.store.db.selectFrom('misuse_measure').select('id').where('measure', '=', 'suspension').execute();
  expect(begun.length).toBeGreaterThan(5);
  expect(report.counts.suspensions.count).toBe(begun.length);
});

test('an account that is erased stands in no measure and no notice any more', async () => {
  const who = await suspendedFiler();
  await notice(who.account);
  expect((await eraseUploader(engine, platformId, who.account)).isKnown).toBe(true);
  const rest = JSON.stringify([
    await engine.store.db.selectFrom('misuse_measure').selectAll().execute(),
    await engine.store.db.selectFrom('request').select(['filer_ref']).execute(),
  ]);
  expect(rest).not.toContain(who.account);
  expect((await misuseList(engine)).rows.map(({ account }) => account)).not.toContain(who.account);
});
