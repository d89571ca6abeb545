/** Is the very file that a request says may show a minor treated so under every id that the service has it by, and nothing else with it? */
import { expect, test } from 'vitest';
import { isOfYoungRequest } from '../store/cases.ts';
import { complainAsUploader } from './complain.ts';
import { decide, type Ruled, type Ruling } from './decide.ts';
import { decideComplaint } from './decide-complaint.ts';
import { openComplaints } from './desk-complaints.ts';
import { openOnDesk } from './desk-request.ts';
import { fileRequest } from './file-request.ts';
import { screen } from './screen.ts';
import { setAside } from './set-aside.ts';
import { answers, anUpload, aPicture, pdq, sha256 } from './test-cast.ts';
import { deskForTests } from './test-desk.ts';
import { hours } from './test-house.ts';

const house = await deskForTests();
const { engine, platformId, ada, bob, refOf } = house;
const why = 'The account is verified, and the person is 34.';

async function posted(file: string, picture = aPicture()): Promise<string> {
  const contentId = house.newName();
  await screen(engine, platformId, anUpload(contentId, pdq(picture), sha256(file)));
  return contentId;
}
const rule = (trackingNumber: string, decision: 'remove' | 'keep', more: Partial<Ruling> = {}): Promise<Ruled> => {
  const ground = decision === 'remove' ? 'valid-request' : 'consented-publication';
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
