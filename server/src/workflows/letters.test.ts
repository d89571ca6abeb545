/** Are letters to services elsewhere kept like every other word of hers: sealed, behind her code and PIN, once, and no longer than they are needed? */
import { CasePin, type LetterAnswers } from '@likeness/casework';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DataProtection } from '../config/data-protection.ts';
import { keepLetter, lettersAtMost } from './letters.ts';
import { readCase } from './open-case.ts';
import { purge } from './purge.ts';
import { aCode } from './test-cast.ts';
import { hours, openTestHouse, type TestHouse } from './test-house.ts';
import { askWithdrawal } from './withdraw.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const protection: DataProtection = {
  controller: { name: 'Harbour', address: 'Dublin' },
  contact: 'data@harbour.example',
  lawfulBasis: 'an example',
  keepDays: { answers: 365, uploads: 180, matchedUploads: 365, notes: 365 },
};

const to = (serviceName: string): LetterAnswers => ({
  serviceId: null,
  serviceName,
  bases: ['take-it-down'],
  answers: {
    onBehalfOf: 'self',
    locations: ['https://old-forum.example/t/77'],
    signature: 'Maria Example',
    contact: { email: 'maria@example.org' },
  },
});

test('the same text is one letter; under the code of a case with a PIN nothing is kept without it', async () => {
  const { engine } = house;
  const [code, pin] = [aCode(), CasePin.of('a second secret')];
  const first = await keepLetter(engine, { code, pin }, to('Old Forum'), null);
  expect(await keepLetter(engine, { code, pin }, to('Old Forum'), null)).toEqual(first);
  await expect(keepLetter(engine, { code, pin: null }, to('Another'), null)).rejects.toMatchObject({ code: 'case/pin' });
});

test('nothing of it can be read in the database, and its end is the end of her case', async () => {
  const { engine } = house;
  const [code, pin] = [aCode(), CasePin.of('a second secret')];
  const kept = await keepLetter(engine, { code, pin }, to('Old Forum'), null);
  const rows = await engine.store.db.selectFrom('letter').selectAll().execute();
  const stored = rows.map(({ asked_sealed }) => asked_sealed.toString('latin1')).join();
  for (const hers of ['Maria', 'maria@example.org', 'old-forum', 'Old Forum']) expect(stored).not.toContain(hers);
  const caseId = kept.outcome === 'kept' ? kept.caseId : '';
  await askWithdrawal(engine, caseId, pin);
  expect(await engine.store.db.selectFrom('letter').selectAll().where('case_id', '=', caseId).execute()).toEqual([]);
});

test('one that she has not come back to for as long as answers are kept is deleted', async () => {
  const { engine } = house;
  const kept = await keepLetter(engine, { code: aCode(), pin: null }, to('Old Forum'), null);
  const caseId = kept.outcome === 'kept' ? kept.caseId : '';
  house.later(hours(24 * 364));
  await purge(engine, protection);
  expect((await readCase(engine, caseId))?.letters).toHaveLength(1);
  house.later(hours(48));
  await purge(engine, protection);
  expect((await readCase(engine, caseId))?.letters).toEqual([]);
});

test('a case holds as many as a page can show, and says so', async () => {
  const { engine } = house;
  const code = aCode();
  for (let n = 0; n < lettersAtMost; n += 1) await keepLetter(engine, { code, pin: null }, to(`Forum ${n}`), null);
  expect(await keepLetter(engine, { code, pin: null }, to('One more'), null)).toEqual({ outcome: 'too-many' });
});
