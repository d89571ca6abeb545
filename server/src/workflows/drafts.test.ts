/** Does what she keeps to send later stay hers alone, sealed and until its day, and is it one request at most whoever presses what how often? */
import { CasePin } from '@likeness/casework';
import { fieldNames, keptFields } from '@likeness/web/person';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemRandom, uuid } from '../config/random.ts';
import { deleteDraft, draftDays, draftsAtMost, keepDraft } from './drafts.ts';
import type { Engine } from './engine.ts';
import { eraseContact } from './erase-contact.ts';
import { fileInCase, fileTogether } from './file-request.ts';
import { readCase } from './open-case.ts';
import { aCode, answers, aPicture, pdq } from './test-cast.ts';
import { hours, openTestHouse, type TestHouse } from './test-house.ts';
import { tick } from './tick.ts';
import { askWithdrawal } from './withdraw.ts';

let house: TestHouse;
let engine: Engine;
beforeAll(async () => {
  house = await openTestHouse();
  ({ engine } = house);
});
afterAll(() => house.close());

const hersAlone = CasePin.of('a second secret');
const aForm = (): string => uuid(systemRandom);
const filledIn = (more: Readonly<Record<string, string>> = {}) =>
  keptFields({
    [fieldNames.service]: house.platformId,
    [fieldNames.locations]: 'https://forum.example/posts/kept',
    [fieldNames.onBehalfOf]: 'self',
    [fieldNames.signature]: 'Maria Example',
    [fieldNames.contactEmail]: 'maria@example.org',
    [fieldNames.fingerprints]: JSON.stringify([[pdq(aPicture())]]),
    [fieldNames.notConsensual]: 'yes',
    [fieldNames.goodFaith]: 'yes',
    [fieldNames.caseCode]: 'her code',
    [fieldNames.pin]: 'her pin',
    ...more,
  });
async function aKeptCase(pin: CasePin | null = null) {
  const [code, form] = [aCode(), aForm()];
  const { caseId } = await keepDraft(engine, { code, pin }, form, filledIn());
  return { code, form, caseId: caseId ?? '' };
}
const draftsIn = async (caseId: string) => (await readCase(engine, caseId))?.drafts ?? [];

/** All that a service, a moderator, a look-up, a clock or a count reads: how many rows each table and queue holds, but for what a case is by itself. */
async function everythingElse(): Promise<Readonly<Record<string, number>>> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
    union all select 'pgboss.job'`.execute(engine.store.db);
  const counts: Record<string, number> = {};
  for (const { name } of rows)
    if (!['draft', 'case_file', 'ledger'].includes(name)) {
      const { rows: found } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(name)}`.execute(engine.store.db);
      counts[name] = found[0]?.count ?? 0;
    }
  return counts;
}

test('a form that is kept leaves no trace anywhere but sealed in her case: no request, fingerprint, event, clock, job, or word to the service', async () => {
  await tick(engine);
  const before = await everythingElse();
  expect(before).toMatchObject({ request: 0, item: 0, code: 0, case_event: 0 });
  const { caseId, form } = await aKeptCase();
  await tick(engine);
  expect(await everythingElse()).toEqual(before);
  const { rows } = await sql<{
    all: string;
  }>`select string_agg(draft::text || encode(said_sealed, 'escape'), '') as all from draft`.execute(engine.store.db);
  for (const hers of ['maria@example.org', 'forum.example', 'Maria Example']) expect(rows[0]?.all).not.toContain(hers);
  const [draft] = await draftsIn(caseId);
  expect(draft).toMatchObject({ id: form, which: 1, said: { [fieldNames.signature]: 'Maria Example' } });
  const neverKept = [fieldNames.notConsensual, fieldNames.goodFaith, fieldNames.caseCode, fieldNames.pin];
  for (const name of neverKept) expect(Object.keys(draft?.said ?? {})).not.toContain(name);
});

test('kept eight times in two processes, then sent as often, it is one draft and then one request, and cannot be kept any more', async () => {
  const [code, form] = [aCode(), aForm()];
  const eight = Array.from({ length: 8 }, (_, call) => (call % 2 === 0 ? engine : house.second));
  const kept = await Promise.all(eight.map((one) => keepDraft(one, { code, pin: null }, form, filledIn())));
  expect(new Set(kept.map(({ outcome }) => outcome))).toEqual(new Set(['kept']));
  const [caseId = '', ...others] = new Set(kept.map(({ caseId: id }) => id ?? ''));
  expect([others, (await draftsIn(caseId)).length]).toEqual([[], 1]);
  const filing = { code: { code, pin: null }, draft: form, requests: [{ platformId: house.platformId, answers: answers('kept') }] };
  const sent = await Promise.all(eight.map((one) => fileTogether(one, filing)));
  expect(new Set(sent.map(([first]) => first?.trackingNumber)).size).toBe(1);
  expect(await draftsIn(caseId)).toEqual([]);
  expect((await readCase(engine, caseId))?.requests).toHaveLength(1);
  expect(await keepDraft(engine, { caseId }, form, filledIn())).toEqual({ outcome: 'sent-already', caseId });
  await deleteDraft(engine, caseId, form);
  expect((await keepDraft(engine, { code, pin: null }, form, filledIn())).outcome).toBe('sent-already');
});

test('where it cannot be sent it stays kept; from her open case it is sent with its own pictures and those of the case, each once', async () => {
  const { caseId, form } = await aKeptCase();
  const links = Array.from({ length: 1001 }, (_, n) => `https://forum.example/${n}`);
  const tooMuch = [{ platformId: house.platformId, answers: answers('a', { locations: links }) }];
  await expect(fileInCase(engine, caseId, { requests: tooMuch, withPictures: true, draft: form })).rejects.toMatchObject({
    code: 'request/too-much',
  });
  expect(await draftsIn(caseId)).toHaveLength(1);
  const [hers, held] = [[pdq(aPicture())], [pdq(aPicture())]];
  const at = (name: string) => [{ platformId: house.platformId, answers: answers(name) }];
  await fileInCase(engine, caseId, { requests: at('first'), withPictures: true, pictures: [held] });
  await fileInCase(engine, caseId, {
    requests: [{ platformId: house.platformId, answers: answers('second', { onBehalfOf: 'agent' }) }],
    withPictures: true,
    pictures: [hers, held],
    draft: form,
  });
  const view = await readCase(engine, caseId);
  expect([view?.drafts, view?.requests.map(({ files }) => files.pictures).toSorted()]).toEqual([[], [1, 2]]);
});

test('its day is so many days after it was kept last; then nobody reads it any more, and the next look destroys it', async () => {
  const { caseId, form } = await aKeptCase();
  house.later(hours(24 * 20));
  await keepDraft(engine, { caseId }, form, filledIn({ [fieldNames.locationDetails]: 'the second album' }));
  const [draft] = await draftsIn(caseId);
  expect(draft?.until).toEqual(new Date(house.now().getTime() + hours(24 * draftDays)));
  house.later(hours(24 * draftDays) - 1);
  await tick(engine);
  expect((await draftsIn(caseId)).map(({ said }) => said[fieldNames.locationDetails])).toEqual(['the second album']);
  house.later(1);
  expect(await draftsIn(caseId)).toEqual([]);
  await tick(engine);
  expect(await engine.store.db.selectFrom('draft').select('id').where('id', '=', form).execute()).toEqual([]);
});

test('it goes when she deletes it or ends her case, and what is erased of how to reach her is erased in it; nobody does any of it in another case', async () => {
  const { caseId, form } = await aKeptCase(hersAlone);
  const other = await aKeptCase();
  await deleteDraft(engine, other.caseId, form);
  expect(await eraseContact(engine, caseId)).toBe(true);
  expect((await draftsIn(caseId)).map(({ said }) => said[fieldNames.contactEmail])).toEqual([undefined]);
  expect((await draftsIn(other.caseId)).map(({ said }) => said[fieldNames.contactEmail])).toEqual(['maria@example.org']);
  await deleteDraft(engine, other.caseId, other.form);
  expect(await draftsIn(other.caseId)).toEqual([]);
  await askWithdrawal(engine, caseId, hersAlone);
  expect(await engine.store.db.selectFrom('draft').select('id').where('case_id', '=', caseId).execute()).toEqual([]);
  expect(await keepDraft(engine, { caseId }, form, filledIn())).toEqual({ outcome: 'ended', caseId: null });
});

test('the code of a case that has another PIN keeps nothing there, and a case takes so many and no more', async () => {
  const { code, caseId } = await aKeptCase(hersAlone);
  await expect(keepDraft(engine, { code, pin: null }, aForm(), filledIn())).rejects.toMatchObject({ code: 'case/pin' });
  for (let count = 1; count < draftsAtMost; count += 1) expect((await keepDraft(engine, { caseId }, aForm(), {})).outcome).toBe('kept');
  expect((await keepDraft(engine, { caseId }, aForm(), {})).outcome).toBe('too-many');
  const [first] = await draftsIn(caseId);
  expect((await keepDraft(engine, { caseId }, first?.id ?? '', {})).outcome, 'the same again').toBe('kept');
});
