/** Does nobody wait for what the service has deleted, is nothing announced of it, and does the person read that it is gone? */
import { describe, expect, test } from 'vitest';
import { statementAddress } from '../outbox/statement-address.ts';
import { requestByNumber } from '../store/cases.ts';
import { complainAsUploader } from './complain.ts';
import { completeAction } from './complete.ts';
import { decideComplaint } from './decide-complaint.ts';
import { awaitedRemovals } from './desk-queue.ts';
import { openOnDesk } from './desk-request.ts';
import { fileRequest } from './file-request.ts';
import { forgetContent } from './forget.ts';
import { readCase } from './open-case.ts';
import { readStatement } from './read-statement.ts';
import { setRestricts } from './restrictable.ts';
import { screen } from './screen.ts';
import { aCode, answers, anUpload, aPicture, edited, pdq, sweepAll, urlOf } from './test-cast.ts';
import { deskForTests } from './test-desk.ts';
import { hours } from './test-house.ts';
import { tick } from './tick.ts';
import { undoDecision } from './undo.ts';

const house = await deskForTests({ territories: ['EU'] });
const { engine, platformId, ada, bob } = house;
await setRestricts(engine.store, platformId, ['age-gate']);
const shows = (contentId: string, picture: string) => screen(engine, platformId, anUpload(contentId, pdq(picture)));
/** A request about some uploads, under the law that knows a restriction. */
const asked = async (uploads = 1) => {
  const pictures = Array.from({ length: uploads }, aPicture);
  const names = pictures.map(() => house.newName());
  for (const [place, picture] of pictures.entries()) await shows(names[place] ?? '', picture);
  const { requests, caseId } = await fileRequest(engine, {
    platformId,
    answers: answers('', {
      locations: names.map(urlOf),
      contact: { name: 'Maria Example', email: 'maria@example.org' },
      statement: { notConsensual: true, goodFaith: true, details: 'It shows me.' },
      declarations: { 'digital-services-act': { accurate: true } },
    }),
    bases: ['digital-services-act'],
    code: { code: aCode(), pin: null },
  });
  const trackingNumber = requests[0]?.trackingNumber ?? '';
  house.later(hours(1));
  return { contentId: names[0] ?? '', names, pictures, caseId, trackingNumber };
};
type Asked = Awaited<ReturnType<typeof asked>>;
const removed = async (one: Asked) => house.decides({ trackingNumber: one.trackingNumber }, 'remove', 'own-rules');
const limited = async (one: Asked) => house.decides({ trackingNumber: one.trackingNumber }, 'restrict', 'rules-age-gate');
const kinds = async (contentId: string) => (await house.told(contentId)).map(({ type }) => type);
const closedAt = async ({ trackingNumber }: Asked) => (await requestByNumber(engine.store.db, trackingNumber))?.closedAt ?? null;
const hers = async ({ caseId }: Asked) => {
  const request = (await readCase(engine, caseId))?.requests[0];
  if (request === undefined) throw new Error('no case');
  return request;
};
const confirm = async (contentId: string) =>
  completeAction(engine, platformId, (await house.told(contentId)).at(-1)?.data.actionId ?? '', {});
const isAwaited = async ({ trackingNumber }: Asked) =>
  (await awaitedRemovals(engine.store.db, null, 1000)).rows.some((row) => row.trackingNumber === trackingNumber);
const reviewOf = async (contentId: string) =>
  engine.store.db
    .selectFrom('review')
    .innerJoin('content', 'content.ref', 'review.ref')
    .select('review.id')
    .where('content_id', '=', contentId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();

describe('what the service deletes when its removal was ordered', () => {
  test('and whose uploader is found right after that, is said to be gone before it is said to be refused', async () => {
    const one = await asked();
    await removed(one);
    const actionId = (await house.told(one.contentId)).at(-1)?.data.actionId ?? '';
    await forgetContent(engine, platformId, one.contentId);
    const { complaintId } = await complainAsUploader(engine, { actionId, reason: 'agreed', text: '', via: 'api', platformId });
    house.later(hours(24 * 8));
    const ruling = { complaintId, outcome: 'upheld', ground: 'agreed', note: '', moderatorId: bob } as const;
    expect(await decideComplaint(engine, ruling)).toBe('decided');
    expect(await kinds(one.contentId)).toEqual(['content.remove']);
    expect((await hers(one)).standing).toMatchObject({
      key: 'kept',
      sentence: expect.stringMatching(/^When the service answered, the picture was not there any more\./),
    });
  });

  test('is waited for no longer: she reads that it is gone, and a confirmation that comes later is taken', async () => {
    const one = await asked();
    await removed(one);
    expect([await isAwaited(one), (await hers(one)).standing.key]).toEqual([true, 'being-removed']);
    house.later(hours(1));
    await forgetContent(engine, platformId, one.contentId);
    expect(await closedAt(one)).toEqual(house.now());
    expect([await isAwaited(one), (await hers(one)).standing.key]).toEqual([false, 'removed']);
    await confirm(one.contentId);
    expect((await hers(one)).timeline.filter(({ key }) => key === 'removed')).toHaveLength(1);
  });

  test('leaves the others to be waited for', async () => {
    const one = await asked(2);
    const [first = '', second = ''] = one.names;
    await removed(one);
    await forgetContent(engine, platformId, first);
    expect(await closedAt(one)).toBeNull();
    await confirm(second);
    expect(await closedAt(one)).not.toBeNull();
  });

  test('is not announced as shown again when the decision is taken back', async () => {
    const one = await asked();
    const decisionId = await removed(one);
    // Somebody else's request wants it down, too.
    const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers(one.contentId), bases: ['digital-services-act'] });
    const second = await house.decides({ trackingNumber }, 'remove', 'own-rules');
    await forgetContent(engine, platformId, one.contentId);
    for (const each of [decisionId, second]) expect(await undoDecision(engine, each, ada)).toBe('undone');
    expect(await kinds(one.contentId)).toEqual(['content.remove']);
    expect((await requestByNumber(engine.store.db, one.trackingNumber))?.outcome).toBeNull();
  });

  test('is waited for where it was referred, and where only what is known here was erased', async () => {
    const [referred, erased] = [await asked(), await asked()];
    await house.decides({ trackingNumber: referred.trackingNumber }, 'refer', 'under-18');
    await forgetContent(engine, platformId, referred.contentId);
    await removed(erased);
    await forgetContent(engine, platformId, erased.contentId, 'erased');
    for (const one of [referred, erased]) expect([await closedAt(one), await isAwaited(one)]).toEqual([null, true]);
    await confirm(referred.contentId);
    expect((await hers(referred)).standing.key).toBe('out-of-view');
  });
});

describe('what the service deletes when fewer people were to see it', () => {
  test('is gone, confirmed before or not, and she never reads that some see it still', async () => {
    for (const isConfirmed of [false, true]) {
      const one = await asked();
      await limited(one);
      if (isConfirmed) await confirm(one.contentId);
      expect((await hers(one)).standing.key).toBe(isConfirmed ? 'limited' : 'being-limited');
      house.later(hours(1));
      await forgetContent(engine, platformId, one.contentId);
      expect(await closedAt(one)).not.toBeNull();
      const now = await hers(one);
      expect([now.standing.key, now.timeline.at(-1)?.key]).toEqual(['gone', 'removed']);
      expect(await isAwaited(one)).toBe(false);
    }
  });

  test('is never said to be shown again to whoever uploaded it, nor once nothing is known of it any more', async () => {
    for (const decide of [removed, limited]) {
      const one = await asked();
      const decisionId = await decide(one);
      const statementId = (await house.told(one.contentId)).at(-1)?.data.statement?.id ?? '';
      await forgetContent(engine, platformId, one.contentId);
      expect(await undoDecision(engine, decisionId, ada)).toBe('undone');
      const read = () => readStatement(engine, statementAddress(engine.keys, engine.publicUrl, statementId));
      expect(await read()).toMatchObject({ isShownAgain: false });
      await house.decides({ trackingNumber: one.trackingNumber }, 'keep', 'not-intimate');
      expect(await read()).toMatchObject({ isShownAgain: false });
    }
  });

  test('leaves her reading of the limit while one of them is there', async () => {
    const one = await asked(2);
    const [first = '', second = ''] = one.names;
    await limited(one);
    await forgetContent(engine, platformId, first);
    expect((await hers(one)).standing.key).toBe('being-limited');
    await confirm(second);
    expect((await hers(one)).standing.key).toBe('limited');
    await forgetContent(engine, platformId, second);
    expect((await hers(one)).standing.key).toBe('gone');
  });

  test('is not shown to everybody again by taking the decision back', async () => {
    const one = await asked();
    const decisionId = await limited(one);
    await forgetContent(engine, platformId, one.contentId);
    expect(await undoDecision(engine, decisionId, ada)).toBe('undone');
    expect(await kinds(one.contentId)).toEqual(['content.restrict']);
  });
});

describe('what the service deletes before anybody has decided', () => {
  test('is done with the decision: nothing is announced, she reads that it is gone, and what shows it again is held', async () => {
    const one = await asked();
    await forgetContent(engine, platformId, one.contentId);
    expect((await openOnDesk(engine, ada, one.trackingNumber))?.uploads[0]?.standing).toBe('deleted');
    await removed(one);
    expect(await kinds(one.contentId)).toEqual([]);
    expect([(await closedAt(one)) !== null, (await hers(one)).standing.key]).toEqual([true, 'removed']);
    await engine.index.catchUp(engine.store.db);
    expect(await shows(house.newName(), one.pictures[0] ?? '')).toMatchObject({ verdict: 'hold' });
  });

  test('is not given back by a refusal, though it was held or hidden, and no match of it waits', async () => {
    const listed = await asked();
    await removed(listed);
    await engine.index.catchUp(engine.store.db);
    const copy = house.newName();
    expect(await shows(copy, edited(listed.pictures[0] ?? '', 4))).toMatchObject({ verdict: 'hold' });
    const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers(copy), bases: ['digital-services-act'] });
    expect(await reviewOf(copy)).toBeDefined();
    await forgetContent(engine, platformId, copy);
    expect(await reviewOf(copy)).toBeUndefined();
    await house.decides({ trackingNumber }, 'keep', 'not-depicted', { moderatorId: bob });
    expect(await kinds(copy)).toEqual([]);
    await sweepAll(engine);
    await tick(engine);
    expect(await kinds(copy)).toEqual([]);
  });

  test('comes again as a new upload, which is held and waits for a person', async () => {
    const one = await asked();
    await removed(one);
    await engine.index.catchUp(engine.store.db);
    const [picture = ''] = one.pictures;
    // Asked about by somebody else too, it is known still when it comes again.
    await fileRequest(engine, { platformId, answers: answers(one.contentId), bases: ['digital-services-act'] });
    await forgetContent(engine, platformId, one.contentId);
    house.later(hours(1));
    expect(await shows(one.contentId, picture)).toMatchObject({ verdict: 'hold', reviewPending: true });
    const review = await reviewOf(one.contentId);
    await house.decides({ reviewId: review?.id ?? '' }, 'remove', 'same-picture');
    expect(await kinds(one.contentId)).toEqual(['content.remove', 'content.remove']);
  });
});
