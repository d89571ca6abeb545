/** Is the very file that a request says may show a minor treated so under every id that the service has it by, and nothing else with it? */
import { CasePin } from '@likeness/casework';
import { expect, test } from 'vitest';
import { isOfYoungRequest } from '../store/cases.ts';
import { complainAsUploader } from './complain.ts';
import { decide, type Ruled, type Ruling } from './decide.ts';
import { decideComplaint } from './decide-complaint.ts';
import { openComplaints } from './desk-complaints.ts';
import { deskReferral } from './desk-referrals.ts';
import { openOnDesk } from './desk-request.ts';
import { fileRequest } from './file-request.ts';
import { findAdult, takeBackAdult } from './said-young.ts';
import { screen } from './screen.ts';
import { setAside } from './set-aside.ts';
import { aCode, answers, anUpload, aPicture, pdq, sha256 } from './test-cast.ts';
import { deskForTests } from './test-desk.ts';
import { hours } from './test-house.ts';
import { undoDecision } from './undo.ts';
import { askWithdrawal } from './withdraw.ts';

const house = await deskForTests();
const { engine, platformId, ada, bob, refOf } = house;
const why = 'The account is verified, and the person is 34.';

async function posted(file: string, picture = aPicture()): Promise<string> {
  const contentId = house.newName();
  await screen(engine, platformId, anUpload(contentId, pdq(picture), sha256(file)));
  return contentId;
}
/** Whoever posted it puts another file in its place. */
async function edited(contentId: string): Promise<string> {
  const file = aPicture();
  await screen(engine, platformId, anUpload(contentId, pdq(aPicture()), sha256(file)));
  return file;
}
const rule = (trackingNumber: string, decision: 'remove' | 'keep' | 'refer', more: Partial<Ruling> = {}): Promise<Ruled> => {
  const ground = { remove: 'valid-request', keep: 'consented-publication', refer: 'perhaps-under-18' }[decision];
  return decide(engine, { about: { trackingNumber }, decision, ground, note: '', moderatorId: ada, ...more });
};
const kinds = async (contentId: string): Promise<readonly string[]> => (await house.told(contentId)).map(({ type }) => type);

test('under another id it is not looked at and only referred, until somebody finds it adult; what only looks the same is decided as any other', async () => {
  const [file, picture] = [aPicture(), aPicture()];
  const named = await posted(file, picture);
  const same = await posted(file, picture);
  const alike = await posted(aPicture(), picture);
  const asked = await fileRequest(engine, { platformId, answers: answers(same) });
  const besides = await fileRequest(engine, { platformId, answers: answers(alike) });
  const said = await fileRequest(engine, { platformId, answers: answers(named, { isYoung: true }) });
  expect(await Promise.all([same, alike].map(async (one) => isOfYoungRequest(engine.store.db, await refOf(one))))).toEqual([true, false]);
  expect(await openOnDesk(engine, ada, asked.trackingNumber)).toMatchObject({ youngElsewhere: 'open', uploads: [{ isOfYoung: true }] });
  for (const decision of ['remove', 'keep'] as const)
    expect(await rule(asked.trackingNumber, decision)).toEqual({ outcome: 'may-be-young', young: 'open' });
  expect(await rule(besides.trackingNumber, 'keep')).toMatchObject({ outcome: 'decided' });
  expect(await rule(said.trackingNumber, 'keep', { adult: why })).toMatchObject({ outcome: 'decided' });
  expect(await openOnDesk(engine, ada, asked.trackingNumber)).toMatchObject({ youngElsewhere: null, uploads: [{ isOfYoung: false }] });
  expect(await rule(asked.trackingNumber, 'keep')).toMatchObject({ outcome: 'decided' });
});

test('removed under another id before, it is neither taken back nor judged after a complaint meanwhile', async () => {
  const file = aPicture();
  const named = await posted(file);
  const same = await posted(file);
  const removed = await rule((await fileRequest(engine, { platformId, answers: answers(same) })).trackingNumber, 'remove');
  const { id: actionId } = await engine.store.db.selectFrom('action').select('id').where('content_id', '=', same).executeTakeFirstOrThrow();
  const { complaintId } = await complainAsUploader(engine, { actionId, reason: 'agreed', text: '', via: 'api' });
  const said = await fileRequest(engine, { platformId, answers: answers(named, { isYoung: true }) });
  const { rows } = await openComplaints(engine.store.db, ada, null, 10);
  expect(rows).toMatchObject([{ complaintId, waitsForYoung: true }]);
  const decisionId = removed.outcome === 'decided' ? removed.decisionId : '';
  expect(await setAside(engine, { decisionId, ground: 'court', note: '', moderatorId: ada })).toBe('may-be-young');
  house.later(hours(24 * 8));
  expect(await decideComplaint(engine, { complaintId, outcome: 'upheld', ground: 'agreed', note: '', moderatorId: bob })).toBe(
    'may-be-young',
  );
  expect(await kinds(same)).toEqual(['content.remove']);
  await rule(said.trackingNumber, 'keep', { adult: why });
});

test('the file that was marked stays so under its other id when others are screened in its place, and so do those; the referral takes all along', async () => {
  const file = aPicture();
  const named = await posted(file);
  const same = await posted(file);
  const said = await fileRequest(engine, { platformId, answers: answers(named, { isYoung: true }) });
  const asked = await fileRequest(engine, { platformId, answers: answers(same) });
  const copies = [same, await posted(await edited(named)), await posted(await edited(named)), await posted(file)];
  for (const one of [named, ...copies]) expect(await isOfYoungRequest(engine.store.db, await refOf(one))).toBe(true);
  expect(await openOnDesk(engine, ada, asked.trackingNumber)).toMatchObject({ youngElsewhere: 'open', uploads: [{ isOfYoung: true }] });
  for (const decision of ['remove', 'keep'] as const)
    expect(await rule(asked.trackingNumber, decision)).toEqual({ outcome: 'may-be-young', young: 'open' });
  const referred = await rule(said.trackingNumber, 'refer');
  for (const one of [named, ...copies])
    expect(await house.told(one)).toMatchObject([{ type: 'content.restrict', data: { preserve: true } }]);
  const decisionId = referred.outcome === 'decided' ? referred.decisionId : '';
  const { id } = await engine.store.db.selectFrom('referral').select('id').where('decision_id', '=', decisionId).executeTakeFirstOrThrow();
  const uploads = (await deskReferral(engine, id, ada))?.facts?.uploads ?? [];
  expect(uploads.map(({ contentId }) => contentId).toSorted()).toEqual([named, ...copies].toSorted());
  const later = house.newName();
  expect(await screen(engine, platformId, anUpload(later, sha256(file)))).toMatchObject({ verdict: 'hold' });
});

test('so it stays where that case has ended, until somebody finds it adult, and again where that is taken back, whatever was screened meanwhile', async () => {
  const file = aPicture();
  const named = await posted(file);
  const same = await posted(file);
  const pin = CasePin.of('a secret of hers');
  const said = await fileRequest(engine, { platformId, answers: answers(named, { isYoung: true }), code: { code: aCode(), pin } });
  const asked = await fileRequest(engine, { platformId, answers: answers(same) });
  expect(await askWithdrawal(engine, said.caseId, pin)).toEqual({ outcome: 'withdrawn' });
  const second = await edited(named);
  expect(await rule(asked.trackingNumber, 'remove')).toEqual({ outcome: 'may-be-young', young: 'ended' });
  const finding = { trackingNumber: said.trackingNumber, moderatorId: ada };
  expect(await findAdult(engine, { ...finding, why })).toBe('found');
  const isMarked = async (): Promise<boolean> => isOfYoungRequest(engine.store.db, await refOf(same));
  const ofSecond = await posted(second);
  await edited(named);
  expect([await isMarked(), await isOfYoungRequest(engine.store.db, await refOf(ofSecond))]).toEqual([false, false]);
  expect(await takeBackAdult(engine, finding)).toBe('taken-back');
  expect([await isMarked(), await isOfYoungRequest(engine.store.db, await refOf(ofSecond))]).toEqual([true, true]);
  expect(await rule(asked.trackingNumber, 'remove')).toEqual({ outcome: 'may-be-young', young: 'ended' });
  expect(await rule(said.trackingNumber, 'refer')).toMatchObject({ outcome: 'decided' });
  expect(await house.told(same)).toMatchObject([{ type: 'content.restrict', data: { preserve: true } }]);
});

test('what was refused as certainly adult, and that taken back after an edit, marks the file that was named under its other id again', async () => {
  const file = aPicture();
  const named = await posted(file);
  const same = await refOf(await posted(file));
  const said = await fileRequest(engine, { platformId, answers: answers(named, { isYoung: true }) });
  const refused = await rule(said.trackingNumber, 'keep', { adult: why });
  await edited(named);
  expect(await isOfYoungRequest(engine.store.db, same)).toBe(false);
  const decisionId = refused.outcome === 'decided' ? refused.decisionId : '';
  expect(await undoDecision(engine, decisionId, ada)).toBe('undone');
  expect(await isOfYoungRequest(engine.store.db, same)).toBe(true);
});
