/** Where does an upload stand after its decision was taken back at once? As before it: nothing hides what nothing hid, and what a match held is held again. */
import { expect, test } from 'vitest';
import { locateContents, standingOf } from '../store/content.ts';
import { fileRequest } from './file-request.ts';
import { screen } from './screen.ts';
import { answers, anUpload, aPicture, edited, pdq } from './test-cast.ts';
import { deskForTests } from './test-desk.ts';
import { undoDecision } from './undo.ts';

const house = await deskForTests();
const { engine, platformId, ada } = house;

const show = (contentId: string, value: string) => screen(engine, platformId, anUpload(contentId, pdq(value)));
const standingAt = async (contentId: string) => {
  const [content] = await locateContents(engine.store.db, platformId, [contentId], []);
  return content && standingOf(engine.store.db, content);
};
/** How it stands before a decision, with it, and after it was taken back. */
async function stood(contentId: string, decides: () => Promise<string>): Promise<unknown[]> {
  const before = await standingAt(contentId);
  const decisionId = await decides();
  const decided = await standingAt(contentId);
  expect(await undoDecision(engine, decisionId, ada)).toBe('undone');
  return [before, decided, await standingAt(contentId)];
}

test('a removal or a refusal that is undone leaves an upload where it stood, whether a match held it or nothing did', async () => {
  const [named, copy] = [house.newName(), house.newName()];
  const value = aPicture();
  await show(named, value);
  const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers(named) });
  const answer = (decision: 'remove' | 'keep', ground: string) => () => house.decides({ trackingNumber }, decision, ground);
  expect(await stood(named, answer('keep', 'not-depicted'))).toEqual(['visible', 'visible', 'visible']);
  expect(await stood(named, answer('remove', 'valid-request'))).toEqual(['visible', 'removal-ordered', 'visible']);

  await answer('remove', 'valid-request')();
  await engine.index.catchUp(engine.store.db);
  await show(copy, edited(value, 4));
  const open = async (): Promise<string> =>
    (await engine.store.db.selectFrom('review').select('id').where('closed_at', 'is', null).executeTakeFirstOrThrow()).id;
  const match = (decision: 'remove' | 'keep', ground: string) => async (): Promise<string> =>
    house.decides({ reviewId: await open() }, decision, ground);
  expect(await stood(copy, match('keep', 'different-picture'))).toEqual(['held', 'visible', 'held']);
  expect(await stood(copy, match('remove', 'same-picture'))).toEqual(['held', 'removal-ordered', 'held']);
});
