/** Is an upload removed with nobody looking only where every condition holds, and does a person have the last word? */
import { beforeEach, describe, expect, test } from 'vitest';
import { verifyLedger } from '../ledger/verify.ts';
import { requestByNumber } from '../store/cases.ts';
import { noteReveal } from '../store/reveals.ts';
import { complainAsUploader } from './complain.ts';
import { completeAction } from './complete.ts';
import { decide } from './decide.ts';
import { decideComplaint } from './decide-complaint.ts';
import { decidedLately } from './desk-search.ts';
import { fileRequest } from './file-request.ts';
import { copyRuleOf, removeCopies, setCopyRule } from './remove-copies.ts';
import { screen } from './screen.ts';
import { answers, anUpload, aPicture, edited, pdq, sha256, sweepAll } from './test-cast.ts';
import { deskForTests } from './test-desk.ts';
import { hours } from './test-house.ts';
import { tick } from './tick.ts';
import { undoDecision } from './undo.ts';

const house = await deskForTests({ territories: ['EU'] });
const { engine, platformId, ada, bob } = house;
beforeEach(async () => {
  house.later(hours(2));
  await setCopyRule(engine.store, platformId, 100);
});

const id = (): string => house.newName();
/** A file: its picture and its bytes. */
const aFile = (): { picture: string; bytes: string } => ({ picture: aPicture(), bytes: aPicture() });
const show = (contentId: string, { picture, bytes }: ReturnType<typeof aFile>) =>
  screen(engine, platformId, anUpload(contentId, pdq(picture), sha256(bytes)));
/** Somebody asks for a post, and Ada removes it: with the picture shown to her clearly, or by fingerprint and link alone. */
async function removed(
  file: ReturnType<typeof aFile>,
  { seen = true } = {},
): Promise<{ trackingNumber: string; decisionId: string; contentId: string }> {
  const contentId = id();
  await show(contentId, file);
  const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers(contentId) });
  const { ref } = await engine.store.db.selectFrom('content').select('ref').where('content_id', '=', contentId).executeTakeFirstOrThrow();
  if (seen) await engine.store.transact((tx) => noteReveal(tx, ada, ref, engine.exposure));
  return { trackingNumber, decisionId: await house.decides({ trackingNumber }, 'remove', 'valid-request'), contentId };
}
const told = (contentId: string) => house.told(contentId);
const typesOf = async (contentId: string) => (await told(contentId)).map(({ type }) => type);
const decisionOn = async (contentId: string) => {
  const row = await engine.store.db
    .selectFrom('action')
    .innerJoin('decision', 'decision.id', 'action.decision_id')
    .select(['decision.id', 'action.id as action_id'])
    .where('action.content_id', '=', contentId)
    .where('decision.moderator_id', 'is', null)
    .executeTakeFirst();
  if (row === undefined) throw new Error(`the rule did not act on ${contentId}`);
  return row;
};

describe('an identical copy of what a person here saw and removed', () => {
  test('is held by the screening and removed at the next look at the clocks, with a statement that says so; it counts as a copy', async () => {
    const file = aFile();
    const { trackingNumber } = await removed(file);
    const copy = id();
    expect(await show(copy, file)).toMatchObject({ verdict: 'hold' });
    house.later(1000);
    await tick(engine);
    const [act, ...more] = await told(copy);
    expect(more).toEqual([]);
    expect(act).toMatchObject({
      type: 'content.remove',
      data: {
        ground: 'identical-copy',
        statement: {
          facts: { basis: 'exact-copy' },
          automation: { detection: true, decision: true, text: expect.stringContaining('No person looked') },
        },
      },
    });
    expect((await decidedLately(engine.store.db, { cursor: null, size: 1, moderatorId: null })).rows[0]).toMatchObject({
      decidedBy: 'the rule for identical copies',
    });
    await completeAction(engine, platformId, act?.data.actionId ?? '', {});
    const request = await requestByNumber(engine.store.db, trackingNumber);
    const events = await engine.store.db
      .selectFrom('case_event')
      .select('kind')
      .where('tracking_number', '=', request?.trackingNumber ?? '')
      .execute();
    expect(events.map(({ kind }) => kind)).toContain('copies-removed');
    expect(await removeCopies(engine)).toBe(0);
    expect(await verifyLedger(engine.store, engine.keys, [])).toMatchObject({ whole: true });
  });

  test('that was there before is found by the sweep and removed the same way', async () => {
    const file = aFile();
    const earlier = id();
    await show(earlier, file);
    await removed(file);
    await sweepAll(engine);
    expect(await removeCopies(engine)).toBe(1);
    expect(await typesOf(earlier)).toEqual(['content.hold', 'content.remove']);
  });

  test('taken back by anybody who decides, it is held again for a person, and the rule acts on that picture no more', async () => {
    const file = aFile();
    await removed(file);
    const [copy, another] = [id(), id()];
    await show(copy, file);
    expect(await removeCopies(engine)).toBe(1);
    house.later(hours(30));
    expect(await undoDecision(engine, (await decisionOn(copy)).id, bob)).toBe('undone');
    expect(await typesOf(copy)).toEqual(['content.remove', 'content.hold']);
    await show(another, file);
    expect(await removeCopies(engine)).toBe(0);
  });

  test('complained about, is judged by a person; until then the rule waits, and after a complaint that was right it acts no more', async () => {
    const file = aFile();
    await removed(file);
    const [copy, another] = [id(), id()];
    await show(copy, file);
    await removeCopies(engine);
    const { action_id: actionId } = await decisionOn(copy);
    const { complaintId } = await complainAsUploader(engine, { actionId, reason: 'agreed', text: '', via: 'api', platformId });
    await show(another, file);
    expect(await removeCopies(engine)).toBe(0);
    const ruling = { complaintId, outcome: 'upheld', ground: 'agreed', note: '', moderatorId: ada } as const;
    expect(await decideComplaint(engine, ruling)).toBe('decided');
    expect(await typesOf(copy)).toEqual(['content.remove', 'content.restore']);
    expect(await removeCopies(engine)).toBe(0);
  });
});

describe('nothing is removed with nobody looking', () => {
  /** A copy of a removed file comes, and stays held for a person. */
  async function staysHeld(copyOf: ReturnType<typeof aFile>): Promise<void> {
    const copy = id();
    await show(copy, copyOf);
    await removeCopies(engine);
    expect(await typesOf(copy)).not.toContain('content.remove');
  }

  test('until the operator switches it on', async () => {
    await setCopyRule(engine.store, platformId, null);
    const file = aFile();
    await removed(file);
    await staysHeld(file);
  });

  test('where the picture is the same and the file is not, or only MD5 would say so', async () => {
    const file = aFile();
    await removed(file);
    await staysHeld({ picture: file.picture, bytes: aPicture() });
    await staysHeld({ picture: edited(file.picture, 4), bytes: aPicture() });
  });

  test('where nobody saw the picture: it was decided by fingerprint and link', async () => {
    const file = aFile();
    await removed(file, { seen: false });
    await staysHeld(file);
  });

  test('of a picture whose decision was taken back, or is complained about', async () => {
    const [taken, complained] = [aFile(), aFile()];
    const { decisionId } = await removed(taken);
    expect(await undoDecision(engine, decisionId, ada)).toBe('undone');
    await staysHeld(taken);
    const { contentId } = await removed(complained);
    const actionId = (await told(contentId)).find(({ type }) => type === 'content.remove')?.data.actionId ?? '';
    await complainAsUploader(engine, { actionId, reason: 'depicted', text: '', via: 'api', platformId });
    await staysHeld(complained);
  });

  test('of a picture that is in dispute, or only asks since something spoke against it', async () => {
    for (const change of [{ state: 'disputed' as const }, { suspended_for: 'one-account' as const, suspended_at: house.now() }]) {
      const file = aFile();
      const { decisionId } = await removed(file);
      const copy = id();
      await show(copy, file);
      const { item_id: itemId } = await engine.store.db
        .selectFrom('claim')
        .select('item_id')
        .where('decision_id', '=', decisionId)
        .executeTakeFirstOrThrow();
      await engine.store.db.updateTable('item').set(change).where('id', '=', itemId).execute();
      expect(await removeCopies(engine)).toBe(0);
      await setCopyRule(engine.store, platformId, 100);
    }
  });

  test('about which a request says that it may show somebody under 18', async () => {
    const file = aFile();
    await removed(file);
    const copy = id();
    await fileRequest(engine, { platformId, answers: answers(copy, { isYoung: true }) });
    await show(copy, file);
    expect(await removeCopies(engine)).toBe(0);
  });

  test('past the number of an hour: it stops, people are asked, and it does not go on by itself', async () => {
    await setCopyRule(engine.store, platformId, 2);
    const file = aFile();
    await removed(file);
    for (let n = 0; n < 4; n += 1) await show(id(), file);
    expect(await removeCopies(engine)).toBe(2);
    expect((await copyRuleOf(engine.store.db, platformId))?.stoppedAt).toEqual(house.now());
    house.later(hours(5));
    expect(await removeCopies(engine)).toBe(0);
    await setCopyRule(engine.store, platformId, 2);
    expect(await removeCopies(engine)).toBe(2);
  });

  test('not where any request says that a picture of this item may show somebody under 18, whichever upload it names and whenever it came', async () => {
    const young = (contentId: string) => fileRequest(engine, { platformId, answers: answers(contentId, { isYoung: true }) });
    const after = aFile();
    const { contentId } = await removed(after);
    await young(contentId);
    await show(id(), after);
    expect(await removeCopies(engine)).toBe(0);
    const copied = aFile();
    await removed(copied);
    const other = id();
    await show(other, copied);
    await young(other);
    await show(id(), copied);
    expect(await removeCopies(engine)).toBe(0);
  });

  test('nor does a person remove, for an ordinary request, what another request says may show somebody under 18: it is referred', async () => {
    const file = aFile();
    const contentId = id();
    await show(contentId, file);
    const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers(contentId) });
    await fileRequest(engine, { platformId, answers: answers(contentId, { isYoung: true }) });
    const ruling = { about: { trackingNumber }, note: '', moderatorId: ada } as const;
    expect(await decide(engine, { ...ruling, decision: 'remove', ground: 'valid-request' })).toEqual({
      outcome: 'may-be-young',
      young: 'open',
    });
    expect(await typesOf(contentId)).toEqual([]);
    expect(await decide(engine, { ...ruling, decision: 'refer', ground: 'under-18' })).toMatchObject({ outcome: 'decided' });
    expect(await typesOf(contentId)).toEqual(['content.restrict']);
  });

  test('twice: two processes that look at once remove one upload once', async () => {
    const file = aFile();
    await removed(file);
    const copy = id();
    await show(copy, file);
    const counts = await Promise.all([removeCopies(engine), removeCopies(house.second)]);
    expect(counts.toSorted()).toEqual([0, 1]);
    expect(await typesOf(copy)).toEqual(['content.remove']);
  });
});
