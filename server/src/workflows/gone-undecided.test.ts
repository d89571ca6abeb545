/** Does nothing press while all that a request names is gone, does she read so first, and is the time as it always was where it comes back? */
import { describe, expect, test } from 'vitest';
import { reportRows } from '../store/report-rows.ts';
import { completeAction } from './complete.ts';
import { queuedRequests } from './desk-queue.ts';
import { openOnDesk } from './desk-request.ts';
import { fileRequest } from './file-request.ts';
import { forgetContent } from './forget.ts';
import { readCase } from './open-case.ts';
import { screen } from './screen.ts';
import { aCode, answers, anUpload, aPicture, pdq, urlOf } from './test-cast.ts';
import { deskForTests } from './test-desk.ts';
import { hours, minutes } from './test-house.ts';
import { tick } from './tick.ts';
import { undoDecision } from './undo.ts';

const house = await deskForTests();
const { engine, platformId } = house;

const shows = (contentId: string, picture = aPicture()) => screen(engine, platformId, anUpload(contentId, pdq(picture)));
const asks = (names: readonly string[], more: Parameters<typeof answers>[1] = {}) =>
  fileRequest(engine, { platformId, answers: answers('', { locations: names.map(urlOf), ...more }), code: { code: aCode(), pin: null } });
type Filed = Awaited<ReturnType<typeof asks>>;
const hers = async ({ caseId }: Filed) => {
  const request = (await readCase(engine, caseId))?.requests[0];
  if (request === undefined) throw new Error('no case');
  return request;
};
const warned = async ({ trackingNumber }: Filed) =>
  (await house.feed()).flatMap(({ type, data }) =>
    (type === 'request.due-soon' || type === 'request.overdue') && data.trackingNumber === trackingNumber ? [type] : [],
  );
const contentRows = async (name: string) =>
  (await engine.store.db.selectFrom('content').select('ref').where('content_id', '=', name).execute()).length;
const queue = async () => (await queuedRequests(engine.store.db, null, 1000)).rows;
const rowOf = async ({ trackingNumber }: Filed) => (await queue()).find((row) => row.trackingNumber === trackingNumber);
/** A picture that two people ask about; the first is granted it, and the service confirms. */
const goneForAnother = async () => {
  const name = house.newName();
  await shows(name);
  const first = await asks([name]);
  const second = await asks([name], { signature: 'Second Person' });
  const decisionId = await house.decides({ trackingNumber: first.trackingNumber }, 'remove', 'valid-request');
  house.later(minutes(1));
  await completeAction(engine, platformId, (await house.told(name)).at(-1)?.data.actionId ?? '', {});
  return { name, second, decisionId };
};

describe('what another request had removed', () => {
  test('is due for nobody while it is gone: no warning, behind what is due in the queue, and she reads that it is not there any more', async () => {
    const { second } = await goneForAnother();
    house.later(minutes(1));
    const waiting = await asks(['elsewhere']);
    const { standing, timeline, isOpen } = await hers(second);
    expect(standing).toMatchObject({ key: 'not-there', until: null });
    expect(standing.sentence).toMatch(/^The picture is not there any more\. The service still has to answer/);
    expect(timeline.map(({ key }) => key)).not.toContain('due-by');
    expect(isOpen).toBe(true);
    const rows = await queue();
    const placeOf = ({ trackingNumber }: Filed) => rows.findIndex((row) => row.trackingNumber === trackingNumber);
    expect(placeOf(second)).toBeGreaterThan(placeOf(waiting));
    expect([rows[placeOf(second)]?.isGone, rows[placeOf(waiting)]?.isGone]).toEqual([true, false]);
    expect((await openOnDesk(engine, house.ada, second.trackingNumber))?.goneAt).not.toBeNull();
    house.later(hours(49));
    await tick(engine);
    expect(await warned(second)).toEqual([]);
    expect((await warned(waiting)).at(-1)).toBe('request.overdue');
    // What is left of it is to be decided, and says so of itself.
    await house.decides({ trackingNumber: second.trackingNumber }, 'keep', 'not-depicted');
    expect((await hers(second)).standing.sentence).toMatch(/^When the service answered, the picture was not there any more\./);
  });

  test('that removal was a slip: its clock is as it always was, and says what it had not said, once', async () => {
    const { second, decisionId } = await goneForAnother();
    house.later(minutes(5));
    await undoDecision(engine, decisionId, house.ada);
    expect((await hers(second)).standing).toMatchObject({ key: 'waiting', until: second.dueAt });
    expect((await rowOf(second))?.isGone).toBe(false);
    house.later(hours(49));
    await Promise.all([tick(engine), tick(house.second)]);
    expect(await warned(second)).toEqual(['request.overdue']);
  });

  test('one that names another place, too, that nobody knows or that is there, is due as ever', async () => {
    const { name } = await goneForAnother();
    const there = house.newName();
    await shows(there);
    for (const other of ['nobody-screened-it', there]) {
      const filed = await asks([name, other]);
      expect((await hers(filed)).standing).toMatchObject({ key: 'waiting', until: filed.dueAt });
    }
  });
});

describe('what the service deleted before anybody decided', () => {
  test('is gone until the same id comes again, and what was due meanwhile is told then', async () => {
    const name = house.newName();
    await shows(name);
    const filed = await asks([name]);
    house.later(hours(1));
    await forgetContent(engine, platformId, name);
    expect((await hers(filed)).standing.key).toBe('not-there');
    house.later(hours(25));
    await tick(engine);
    expect(await warned(filed)).toEqual([]);
    await shows(name);
    expect((await hers(filed)).standing.key).toBe('waiting');
    house.later(minutes(5));
    await tick(engine);
    await tick(engine);
    expect(await warned(filed)).toEqual(['request.due-soon']);
    house.later(hours(22));
    await tick(engine);
    expect(await warned(filed)).toEqual(['request.due-soon', 'request.overdue']);
  });

  test.each([
    ['removed, then deleted', true],
    ['deleted, then removed', false],
  ])(
    'and is destroyed here, %s, stays gone when that decision is taken back: nothing is due, and it can be removed once more',
    async (_, isRemovedFirst) => {
      const name = house.newName();
      await shows(name);
      const filed = await asks([name]);
      if (!isRemovedFirst) await forgetContent(engine, platformId, name);
      const decisionId = await house.decides({ trackingNumber: filed.trackingNumber }, 'remove', 'valid-request');
      if (isRemovedFirst) await forgetContent(engine, platformId, name);
      expect(await contentRows(name)).toBe(0);
      house.later(minutes(1));
      await undoDecision(engine, decisionId, house.ada);
      expect((await hers(filed)).standing).toMatchObject({ key: 'not-there', until: null });
      expect(await openOnDesk(engine, house.ada, filed.trackingNumber)).toMatchObject({ unscreened: [], state: 'open' });
      const told = (await house.feed()).length;
      house.later(hours(49));
      await tick(engine);
      expect(await warned(filed)).toEqual([]);
      await house.decides({ trackingNumber: filed.trackingNumber }, 'remove', 'valid-request');
      expect(
        (await house.feed())
          .slice(told)
          .filter(({ data }) => data.trackingNumber === filed.trackingNumber)
          .map(({ type }) => type),
      ).toEqual(['request.decided']);
      expect((await hers(filed)).isOpen).toBe(false);
    },
  );

  test('and was destroyed here, is there again with the same id', async () => {
    const name = house.newName();
    await shows(name);
    const filed = await asks([name]);
    const decisionId = await house.decides({ trackingNumber: filed.trackingNumber }, 'remove', 'valid-request');
    await forgetContent(engine, platformId, name);
    await shows(name);
    await undoDecision(engine, decisionId, house.ada);
    expect((await hers(filed)).standing).toMatchObject({ key: 'waiting', until: filed.dueAt });
  });

  test('before it is referred, keeps nobody waiting: she reads that nobody sees it, and nothing is overdue', async () => {
    const name = house.newName();
    await shows(name);
    const filed = await asks([name]);
    await forgetContent(engine, platformId, name);
    await house.decides({ trackingNumber: filed.trackingNumber }, 'refer', 'perhaps-under-18');
    expect((await hers(filed)).standing).toMatchObject({ key: 'out-of-view' });
    house.later(hours(49));
    await tick(engine);
    expect(await warned(filed)).toEqual([]);
    expect(await shows(name)).toMatchObject({ verdict: 'hold' });
  });

  test('is told to the report with the time since when it is gone, before a late decision and after it', async () => {
    const name = house.newName();
    await shows(name);
    const filed = await asks([name]);
    await forgetContent(engine, platformId, name);
    house.later(hours(60));
    const period = { kind: 'month', key: 'now', from: new Date(0), to: new Date(house.now().getTime() + 1) } as const;
    const facts = async () =>
      (await reportRows(engine.store.db, platformId, period)).requests.find(({ dueAt }) => dueAt.getTime() === filed.dueAt.getTime());
    expect((await facts())?.goneAt).toEqual(filed.receivedAt);
    await house.decides({ trackingNumber: filed.trackingNumber }, 'keep', 'not-depicted');
    expect((await facts())?.events.find((event) => event.kind === 'decided')).toMatchObject({ goneAt: filed.receivedAt });
  });
});
