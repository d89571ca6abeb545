/** Does whoever asked read that it is out of view, or hidden, where that is so for another reason than her request? */
import { caseworkIn } from '@likeness/casework';
import { expect, test } from 'vitest';
import { completeAction } from './complete.ts';
import { fileRequest } from './file-request.ts';
import { readCase } from './open-case.ts';
import { screen } from './screen.ts';
import { setAside } from './set-aside.ts';
import { answers, anUpload, aPicture, pdq, sha256, sweepAll } from './test-cast.ts';
import { deskForTests } from './test-desk.ts';

const house = await deskForTests();
const { engine, platformId, ada } = house;
const said = caseworkIn('en').case.standing;

async function posted(picture = aPicture()): Promise<string> {
  const contentId = house.newName();
  await screen(engine, platformId, anUpload(contentId, pdq(picture), sha256(aPicture())));
  return contentId;
}
const standingOf = async (caseId: string) => (await readCase(engine, caseId))?.requests[0]?.standing;
const file = (contentId: string) => fileRequest(engine, { platformId, answers: answers(contentId) });
/** What the service was told last of an upload, it has done. */
const confirm = async (contentId: string) =>
  completeAction(engine, platformId, (await house.told(contentId)).at(-1)?.data.actionId ?? '', {});

test('refused while a match holds it: it is not taken down for this request, and hidden all the same, until somebody has decided about the match', async () => {
  const picture = aPicture();
  const listed = await file(await posted(picture));
  await house.decides(listed, 'remove', 'valid-request');
  await sweepAll(engine);
  await engine.index.catchUp(engine.store.db);
  const copy = await posted(picture);
  const hers = await file(copy);
  await house.decides(hers, 'keep', 'consented-publication');
  const standing = await standingOf(hers.caseId);
  expect(standing?.key).toBe('kept');
  expect(standing?.sentence).toContain(`${said.kept} ${said.hiddenMeanwhile}`);
  expect(standing?.refusal?.answer).toContain(said.hiddenMeanwhile);
  const { id: reviewId } = await engine.store.db
    .selectFrom('review')
    .innerJoin('content', 'content.ref', 'review.ref')
    .select('review.id')
    .where('content.content_id', '=', copy)
    .executeTakeFirstOrThrow();
  await house.decides({ reviewId }, 'keep', 'different-picture');
  expect((await standingOf(hers.caseId))?.sentence).not.toContain(said.hiddenMeanwhile);
});

test('removed and confirmed, referred for somebody else and then set aside: it is out of view still, and nobody is waited for', async () => {
  const contentId = await posted();
  const hers = await file(contentId);
  const decisionId = await house.decides(hers, 'remove', 'valid-request');
  await confirm(contentId);
  await house.decides(await file(contentId), 'refer', 'perhaps-under-18');
  await setAside(engine, { decisionId, ground: 'court', note: '', moderatorId: ada });
  expect(await standingOf(hers.caseId)).toMatchObject({ key: 'out-of-view', sentence: said.outOfView });
});

test('shown again after it was removed, and referred then: that nobody sees it is confirmed anew', async () => {
  const contentId = await posted();
  const hers = await file(contentId);
  const decisionId = await house.decides(hers, 'remove', 'valid-request');
  await confirm(contentId);
  await setAside(engine, { decisionId, ground: 'court', note: '', moderatorId: ada });
  await house.decides(await file(contentId), 'refer', 'perhaps-under-18');
  expect(await standingOf(hers.caseId)).toMatchObject({ key: 'being-hidden' });
  await confirm(contentId);
  expect(await standingOf(hers.caseId)).toMatchObject({ key: 'out-of-view' });
  await sweepAll(engine);
});
