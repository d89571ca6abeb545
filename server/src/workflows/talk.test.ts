/** Can she and a helper write to each other, with nobody else reading it, and is it gone when she wants it gone? */
import { CasePin } from '@likeness/casework';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DataProtection } from '../config/data-protection.ts';
import { keepLetter } from './letters.ts';
import { purge } from './purge.ts';
import { answerAsHelper, deleteTalk, noteSeenByHer, readAsHelper, type Talk, talkOf, talksForHelpers, writeToHelper } from './talk.ts';
import { aCode, aModerator } from './test-cast.ts';
import { hours, openTestHouse, type TestHouse } from './test-house.ts';
import { askWithdrawal } from './withdraw.ts';

let house: TestHouse;
let noor: string;
beforeAll(async () => {
  house = await openTestHouse();
  noor = await someone('helper');
});
afterAll(() => house.close());

async function someone(role: 'helper' | 'moderator' | 'lead' | 'admin'): Promise<string> {
  const id = await aModerator(house.engine, `Somebody who is ${role}`);
  await house.engine.store.db.updateTable('moderator').set({ role }).where('id', '=', id).execute();
  return id;
}

async function aCase(pin: CasePin | null = null): Promise<string> {
  const answers = { onBehalfOf: 'self' as const, locations: ['https://old-forum.example/t/77'] };
  const kept = await keepLetter(
    house.engine,
    { code: aCode(), pin },
    { serviceId: null, serviceName: 'Old Forum', bases: ['take-it-down'], answers },
    null,
  );
  return kept.outcome === 'kept' ? kept.caseId : '';
}
const talk = (caseId: string): Promise<Talk | null> => house.engine.store.transact((tx) => talkOf(house.engine, tx, caseId));
const said = async (caseId: string): Promise<string[]> => ((await talk(caseId))?.messages ?? []).map(({ by, text }) => `${by}: ${text}`);

test('she writes, a helper reads and answers, and she is told once that there is an answer', async () => {
  const { engine } = house;
  const caseId = await aCase();
  expect(await talk(caseId)).toBeNull();
  await writeToHelper(engine, caseId, 'What happens after 48 hours?');
  const [row] = await talksForHelpers(engine.store.db, noor);
  const talkId = row?.talkId ?? '';
  expect([row?.messageCount, row?.waitsSince instanceof Date]).toEqual([1, true]);
  expect((await readAsHelper(engine, noor, talkId))?.map(({ text }) => text)).toEqual(['What happens after 48 hours?']);
  house.later(hours(1));
  await answerAsHelper(engine, noor, talkId, 'Then you can tell the FTC.', 0);
  expect((await talksForHelpers(engine.store.db, noor)).map(({ waitsSince }) => waitsSince)).toEqual([null]);
  expect((await talk(caseId))?.hasAnswer).toBe(true);
  await noteSeenByHer(engine, caseId);
  expect((await talk(caseId))?.hasAnswer).toBe(false);
  expect(await said(caseId)).toEqual(['person: What happens after 48 hours?', 'helper: Then you can tell the FTC.']);
});

test('whoever decides about requests cannot read or answer it, whatever the role, and neither can a helper who has left', async () => {
  const { engine } = house;
  const caseId = await aCase();
  await writeToHelper(engine, caseId, 'Only for helpers');
  const talkId = (await talk(caseId))?.talkId ?? '';
  const gone = await aModerator(engine, 'A helper who has left');
  await engine.store.db.updateTable('moderator').set({ role: 'helper', left_at: new Date() }).where('id', '=', gone).execute();
  for (const other of [await someone('moderator'), await someone('lead'), await someone('admin'), gone]) {
    const refused = { code: 'console/not-allowed' };
    await expect(talksForHelpers(engine.store.db, other)).rejects.toMatchObject(refused);
    await expect(readAsHelper(engine, other, talkId)).rejects.toMatchObject(refused);
    await expect(answerAsHelper(engine, other, talkId, 'Hello', 9)).rejects.toMatchObject(refused);
  }
});

test('no word of it stands readable in the database or the ledger, which knows that it was read', async () => {
  const { engine } = house;
  const caseId = await aCase();
  await writeToHelper(engine, caseId, 'maria-canary-word');
  const talkId = (await talk(caseId))?.talkId ?? '';
  await readAsHelper(engine, noor, talkId);
  const rows = await engine.store.db.selectFrom('talk_message').selectAll().execute();
  const ledger = await engine.store.db.selectFrom('ledger').selectAll().execute();
  const stored = rows.map(({ text_sealed }) => text_sealed.toString('latin1')).join() + JSON.stringify(ledger);
  expect(stored).not.toContain('canary');
  expect(ledger.filter(({ act }) => act === 'talk.read').at(-1)?.subjects).toEqual({ talk: talkId, by: noor });
  expect(JSON.stringify(ledger.filter(({ act }) => act.startsWith('talk.')))).not.toContain(caseId);
});

test('the same message sent again is one; after an answer it is a new one; past the measure of a day it waits', async () => {
  const { engine } = house;
  const caseId = await aCase();
  await writeToHelper(engine, caseId, 'Hello');
  await writeToHelper(engine, caseId, 'Hello');
  expect(await said(caseId)).toEqual(['person: Hello']);
  const talkId = (await talk(caseId))?.talkId ?? '';
  await answerAsHelper(engine, noor, talkId, 'Yes?', 0);
  for (let n = 1; n < 40; n += 1) expect(await writeToHelper(engine, caseId, `Message ${n}`)).toBe('sent');
  expect(await writeToHelper(engine, caseId, 'One more')).toBe('too-many');
  // What was erased was sent all the same.
  await deleteTalk(engine, caseId);
  expect(await writeToHelper(engine, caseId, 'After erasing')).toBe('too-many');
  expect(await talk(caseId)).toBeNull();
  house.later(hours(25));
  expect(await writeToHelper(engine, caseId, 'One more')).toBe('sent');
});

test('what she deletes is gone for the helper too; so it is at the end of her case, and when nobody came back to it', async () => {
  const { engine } = house;
  const deleted = await aCase();
  await writeToHelper(engine, deleted, 'Hello');
  const talkId = (await talk(deleted))?.talkId ?? '';
  expect([await deleteTalk(engine, deleted), await deleteTalk(engine, deleted)]).toEqual([true, false]);
  expect(await readAsHelper(engine, noor, talkId)).toBeNull();
  expect(await answerAsHelper(engine, noor, talkId, 'Hello?', 9)).toBe('gone');
  const pin = CasePin.of('a second secret');
  const ended = await aCase(pin);
  await writeToHelper(engine, ended, 'Hello');
  await askWithdrawal(engine, ended, pin);
  expect(await talk(ended)).toBeNull();
  const left = await aCase();
  await writeToHelper(engine, left, 'Hello');
  const protection: DataProtection = {
    controller: { name: 'Harbour', address: 'Dublin' },
    contact: 'data@harbour.example',
    lawfulBasis: 'an example',
    keepDays: { answers: 365, uploads: 180, matchedUploads: 365, notes: 365 },
  };
  house.later(hours(24 * 366));
  await purge(engine, protection);
  expect(await talk(left)).toBeNull();
  expect(await engine.store.db.selectFrom('talk_message').selectAll().execute()).toEqual([]);
});
