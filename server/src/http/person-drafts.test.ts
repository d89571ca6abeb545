/** Can she save a request in place of sending it, come back to all that she filled in, and send it from there, once, with nothing confirmed or signed before? */
import { CasePin, serviceByDefault } from '@likeness/casework';
import { fieldNames, fieldOf, openedFor, paths, speechIn, words } from '@likeness/web/person';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { feedAfter } from '../outbox/feed.ts';
import { decide } from '../workflows/decide.ts';
import { caseOfCode, readCase } from '../workflows/open-case.ts';
import { createPlatform } from '../workflows/platforms.ts';
import { setServiceLaw } from '../workflows/service-facts.ts';
import { askTakeOut } from '../workflows/take-out.ts';
import { aCode, aModerator, aPicture, pdq, sha256 } from '../workflows/test-cast.ts';
import { askWithdrawal } from '../workflows/withdraw.ts';
import { csrfOf, openTestPerson, type TestPerson } from './test-person.ts';

let person: TestPerson;
let here: string;
let north: string;

beforeAll(async () => {
  person = await openTestPerson();
  const { engine, platformId } = person.desk.house;
  here = platformId;
  north = (await createPlatform(engine, 'North Forum'))?.id ?? '';
  for (const id of [here, north])
    await setServiceLaw(engine.store, id, { facts: { ...serviceByDefault, territories: ['US', 'EU'] }, interim: null });
});
afterAll(() => person.desk.close());

type Form = readonly [string, string][];
const later: [string, string] = [fieldNames.later, 'yes'];
const picture = (): string => JSON.stringify([[pdq(aPicture()), sha256(aPicture())]]);
/** Everything filled in, ticked and signed, to this service alone. */
const filledIn = (id: string, code = ''): Form => [
  ...(code === '' ? [] : [[fieldNames.caseCode, code] as [string, string]]),
  [fieldNames.apart, 'yes'],
  [fieldNames.service, id],
  [fieldOf(fieldNames.locations, id), `https://forum.example/of/${id}`],
  [fieldOf(fieldNames.besideAccounts, id), '@4821'],
  [fieldNames.onBehalfOf, 'self'],
  [fieldNames.notConsensual, 'yes'],
  [fieldOf(fieldNames.goodFaith, id), 'yes'],
  [fieldOf('declarations-digital-services-act-accurate', id), 'yes'],
  [fieldOf(fieldNames.signed, id), 'yes'],
  [fieldNames.signature, 'Maria Example'],
  [fieldNames.contactEmail, 'maria@example.org'],
];
const formId = (body: string): [string, string] => [
  fieldNames.draft,
  new RegExp(`name="${fieldNames.draft}" value="([^"]+)"`).exec(body)?.[1] ?? '',
];
const post = (path: string, form: Form, cookie = '') => person.post(path, [...form], cookie);
const viewOf = async (code: ReturnType<typeof aCode>) => {
  const { engine } = person.desk.house;
  return readCase(engine, (await caseOfCode(engine, code))?.caseId ?? '');
};
const heard = async (id: string) => (await feedAfter(person.desk.house.engine.store.db, id, 0, 1000)).length;
const tickedOn = (body: string) => [...body.matchAll(/<input[^>]* checked[^>]*>/g)].map(([input]) => /name="([^"]+)"/.exec(input)?.[1]);
/** The service answers all that this case asked of it with a no. */
async function refuses(code: ReturnType<typeof aCode>): Promise<void> {
  const { engine } = person.desk.house;
  const moderatorId = await aModerator(engine, aCode().revealForReading());
  for (const { trackingNumber } of (await viewOf(code))?.requests.flatMap(({ laws }) => laws) ?? [])
    await decide(engine, { about: { trackingNumber }, decision: 'keep', ground: 'not-depicted', note: '', moderatorId });
}
/** A saved request in a new case that is open in this browser. */
async function saved(more: Form = []) {
  const code = aCode();
  const form = [...filledIn(here, code.revealForReading()), formId((await person.get(paths.request)).body), ...more];
  const { cookie, location } = await post(paths.request, [...form, later]);
  return { code, form, cookie, location };
}

test('saved with a new code it opens her case, tells no service, and her case says so, until when, and what she can do', async () => {
  const before = await heard(here);
  const { code, form, location, cookie } = await saved([[fieldNames.fingerprints, picture()]]);
  expect(location).toBe(openedFor(`${paths.case}?n=15`));
  expect((await post(paths.request, [...form, later])).status, 'pressed twice').toBe(303);
  const view = await viewOf(code);
  expect([view?.requests, view?.drafts.length, await heard(here)]).toEqual([[], 1, before]);
  const { body } = await person.get(`${paths.case}?n=15`, cookie);
  const said = words.later.inCase;
  for (const sentence of [words.case.news.kept.heading, said.untold, said.goOnNote, words.later.notKept, `href="${paths.another}?kept=1"`])
    expect(body).toContain(sentence);
  expect(body).toContain(said.until({ day: '' }).split('{')[0]?.slice(0, 24));
  expect(body).not.toContain(words.case.nothing);
});

test('she goes on from there: all that she filled in stands there, nothing is confirmed or signed, and what she sends is whole and sent once', async () => {
  const { code, cookie } = await saved([[fieldNames.fingerprints, picture()]]);
  const { body } = await person.get(`${paths.another}?kept=1`, cookie);
  for (const hers of ['Maria Example', 'maria@example.org', `https://forum.example/of/${here}`, '@4821', words.later.form.lead])
    expect(body).toContain(hers);
  expect(tickedOn(body).toSorted()).toEqual([fieldNames.onBehalfOf, fieldNames.service].toSorted());
  // What her device made stands in the panel's field, and goes with the form as it came.
  const panel = new RegExp(`name="${fieldNames.fingerprints}" value="([^"]+)"`).exec(body)?.[1]?.replaceAll('&quot;', '"') ?? '';
  const form: Form = [['csrf', csrfOf(body)], formId(body), [fieldNames.fingerprints, panel], ...filledIn(here)];
  const before = await heard(here);
  for (const _pressed of [1, 2])
    expect(await post(paths.another, form, cookie)).toMatchObject({ status: 303, location: `${paths.case}?n=1` });
  const view = await viewOf(code);
  expect([view?.drafts, view?.requests.map(({ missing, files }) => [missing, files.pictures])]).toEqual([[], [[[], 1]]]);
  // One for each law, and not one more.
  expect(await heard(here)).toBe(before + 2);
});

test('sent in one tab, it cannot be saved again in another: what she typed there comes back, and her case has one request and nothing unsent', async () => {
  const { code, form, cookie } = await saved();
  const { body } = await person.get(`${paths.another}?kept=1`, cookie);
  const inCase: Form = [['csrf', csrfOf(body)], formId(body), ...filledIn(here)];
  await post(paths.another, inCase, cookie);
  const typed: [string, string] = [fieldNames.statementDetails, 'typed in the second tab'];
  const second = await post(paths.another, [...inCase, typed, later], cookie);
  expect([second.status, second.body.includes(words.later.problems.sent), second.body.includes(typed[1])]).toEqual([422, true, true]);
  // The answer to the first form was lost, and she presses the other button.
  const lost = await post(paths.request, [...form, later]);
  expect([lost.status, lost.body.includes(words.later.problems.sent)]).toEqual([422, true]);
  const view = await viewOf(code);
  expect([view?.drafts, view?.requests.length]).toEqual([[], 1]);
});

test('the first form sent after it was saved, without ever seeing her case, leaves nothing unsent behind', async () => {
  const { code, form } = await saved();
  expect((await post(paths.request, form)).status).toBe(303);
  const view = await viewOf(code);
  expect([view?.drafts, view?.requests.length]).toEqual([[], 1]);
});

test('half filled in, to nobody yet and with a line that is no link, it is saved as it is; sent so, it says what is wrong', async () => {
  const code = aCode();
  const half: Form = [
    [fieldNames.caseCode, code.revealForReading()],
    [fieldNames.apart, 'yes'],
    [fieldOf(fieldNames.besideLinks, here), 'no link'],
  ];
  const { cookie, status } = await post(paths.request, [...half, later]);
  expect(status).toBe(303);
  expect((await person.get(`/it${paths.case}`, cookie)).body).toContain(speechIn('it').words.later.inCase.nobody);
  const { body: file } = await person.get(paths.download, cookie);
  expect(file, 'who asks is not said yet').not.toContain(words.request.statement.onBehalfOf);
  expect(file).not.toContain('"onBehalfOf"');
  const { body } = await person.get(`/it${paths.another}?kept=1`, cookie);
  expect(body).toContain('no link');
  expect(body, 'the same one in another language').toContain(`href="/de${paths.another}?kept=1"`);
  const again = await post(`/it${paths.another}`, [['csrf', csrfOf(body)], formId(body), [fieldNames.service, here]], cookie);
  expect([again.status, again.body.includes(speechIn('it').words.request.problems.onBehalfOf)]).toEqual([422, true]);
  expect(formId(again.body)).toEqual(formId(body));
});

test('from her open case one more is saved the same way, and deleted where she is asked once', async () => {
  const code = aCode();
  const { cookie } = await post(paths.request, filledIn(here, code.revealForReading()));
  const { body } = await person.get(paths.another, cookie);
  const form: Form = [['csrf', csrfOf(body)], formId(body), ...filledIn(north)];
  expect((await post(paths.another, [...form, later], cookie)).location).toBe(`${paths.case}?n=15`);
  const shown = (await person.get(paths.case, cookie)).body;
  expect(shown).toContain(words.later.inCase.to({ services: 'North Forum' }));
  const foreign = await post(paths.deleteDraft, [['csrf', 'of another session'], formId(body)], cookie);
  expect([foreign.status, (await viewOf(code))?.drafts.length]).toEqual([403, 1]);
  expect((await post(paths.deleteDraft, [['csrf', csrfOf(shown)], formId(shown)], cookie)).location).toBe(`${paths.case}?n=16`);
  const view = await viewOf(code);
  expect([view?.drafts, view?.requests.length]).toEqual([[], 1]);
  expect((await person.get(`${paths.another}?kept=1`, cookie)).body, 'no such one: the form for another').not.toContain(
    words.later.form.lead,
  );
});

test('everything as one file has it, for her and for a program; a wrong PIN saves nothing and opens nothing', async () => {
  const code = aCode();
  const pin = 'a second secret';
  const more: [string, string][] = [
    [fieldNames.fingerprints, picture()],
    [fieldNames.statementDetails, 'It was on a phone that was stolen.'],
  ];
  const form = [...filledIn(here, code.revealForReading()), ...more, later];
  const { cookie } = await post(paths.request, [...form, [fieldNames.pin, pin]]);
  const { body } = await person.get(paths.download, cookie);
  expect(body.split('<script')[0]).toContain('It was on a phone that was stolen.');
  expect(body).toContain(`${words.later.inCase.heading}: `);
  const data: unknown = JSON.parse(/<script type="application\/json" id="data">(.+)<\/script>/s.exec(body)?.[1] ?? '');
  expect(data).toMatchObject({
    requests: [],
    notSent: [{ answers: [{ locations: [`https://forum.example/of/${here}`] }], typedName: 'Maria Example' }],
  });
  expect(body).toContain(`<dt>${words.later.inCase.typedName}</dt><dd>Maria Example</dd>`);
  const readable = body.split('<script')[0] ?? '';
  expect(readable).toMatch(/\w \d{4}, \d\d:\d\d/);
  expect(readable, 'the year after the hour').not.toMatch(/\d\d:\d\d \d{4}/);
  const { onBehalfOf, self } = words.request.statement;
  expect(readable).toContain(`<dt>${onBehalfOf}</dt><dd>${self}</dd>`);
  for (const never of [code.revealForReading(), pin]) expect(body).not.toContain(never);
  const stranger = await post(paths.request, [...form, [fieldNames.pin, 'a third secret']]);
  expect([stranger.status, stranger.cookie, stranger.body.includes(words.openCase.wrongPin)]).toEqual([422, '', true]);
  expect((await viewOf(code))?.drafts).toHaveLength(1);
});

test('where nothing was sent, she reads where her address is erased, and that ending her case deletes what she saved', async () => {
  const { cookie } = await saved();
  const shown = (await person.get(paths.case, cookie)).body;
  expect([shown.includes(words.case.eraseTextSaved), shown.includes(words.case.eraseText)]).toEqual([true, false]);
  const ending = (await person.get(paths.withdraw, cookie)).body;
  const erased = await post(paths.eraseContact, [['csrf', csrfOf(shown)]], cookie);
  const news = (await person.get(erased.location ?? '', cookie)).body;
  expect([news.includes(words.case.erasedUnsent), news.includes(words.case.news.erased.text)]).toEqual([true, false]);
  const { saved: goes, own, eraseContact, eraseContactHint } = words.withdraw;
  expect([goes, own, eraseContact, eraseContactHint].map((sentence) => ending.includes(sentence))).toEqual([true, false, true, false]);
  expect(ending, 'no text for another site').not.toContain(words.withdraw.letters);
  await post(paths.another, [['csrf', csrfOf(shown)], ...filledIn(here)], cookie);
  expect((await person.get(paths.case, cookie)).body).toContain(words.case.eraseText);
});

test('an id in capitals is the same one: her case opens, and what was kept is kept once', async () => {
  const { code, form, cookie } = await saved();
  const capitals = form.map(([name, value]): [string, string] => [name, name === fieldNames.draft ? value.toUpperCase() : value]);
  expect((await post(paths.request, [...capitals, later])).status).toBe(303);
  expect((await person.get(paths.case, cookie)).status).toBe(200);
  expect((await viewOf(code))?.drafts).toHaveLength(1);
});

test('sent in another tab, it is not deleted, and her case does not say that nothing of it was sent', async () => {
  const { code, form, cookie } = await saved();
  const shown = (await person.get(paths.case, cookie)).body;
  await post(paths.request, form);
  const { location } = await post(paths.deleteDraft, [['csrf', csrfOf(shown)], formId(shown)], cookie);
  expect(location).toBe(`${paths.case}?n=17`);
  expect((await person.get(`${paths.case}?n=17`, cookie)).body).toContain(words.case.news['kept-sent'].heading);
  expect((await viewOf(code))?.requests).toHaveLength(1);
});

test('where the case has lost fingerprints since it was saved, the form says that they do not go along', async () => {
  const code = aCode();
  const sent: [string, string] = [fieldNames.fingerprints, picture()];
  const [pin, { engine }] = ['a second secret', person.desk.house];
  const { cookie } = await post(paths.request, [...filledIn(here, code.revealForReading()), sent, [fieldNames.pin, pin]]);
  const { body } = await person.get(paths.another, cookie);
  const held = new RegExp(`name="${fieldNames.heldFiles}" value="([^"]+)"`).exec(body)?.[1] ?? '';
  await post(paths.another, [['csrf', csrfOf(body)], formId(body), [fieldNames.heldFiles, held], ...filledIn(north), later], cookie);
  expect((await person.get(`${paths.another}?kept=1`, cookie)).body).not.toContain(words.later.form.fewer);
  const view = await viewOf(code);
  const part = { trackingNumber: view?.requests[0]?.trackingNumber ?? '', part: 'request', key: '' } as const;
  expect(await askTakeOut(engine, view?.caseId ?? '', part, CasePin.of(pin))).toEqual({ outcome: 'taken-out' });
  expect((await person.get(`${paths.another}?kept=1`, cookie)).body).toContain(words.later.form.fewer);
});

test('sent once more by a tab that does not know of the answer, it asks for nothing again, and what she typed comes back', async () => {
  const { code, cookie } = await saved();
  const { body } = await person.get(`${paths.another}?kept=1`, cookie);
  const form: Form = [['csrf', csrfOf(body)], formId(body), ...filledIn(here)];
  await post(paths.another, form, cookie);
  await refuses(code);
  const before = await heard(here);
  const typed: [string, string] = [fieldNames.statementDetails, 'typed in the second tab'];
  const second = await post(paths.another, [...form, typed], cookie);
  expect([second.status, ...[words.later.problems.sentBefore, typed[1]].map((said) => second.body.includes(said))]).toEqual([
    422,
    true,
    true,
  ]);
  expect([(await viewOf(code))?.requests.length, await heard(here)]).toEqual([1, before]);
});

test('what is said of services that are not here, or is no field of the form, is not kept', async () => {
  const made = Array.from({ length: 900 }, (_, at): [string, string] => [
    fieldOf(fieldNames.locations, `service-${at}`),
    'https://a.example',
  ]);
  const { code } = await saved([...made, ['unknown', 'x'.repeat(1000)]]);
  const [draft] = (await viewOf(code))?.drafts ?? [];
  const names = Object.keys(draft?.said ?? {});
  expect([names.length > 0, names.filter((name) => name.includes('service-')), names.includes('unknown')]).toEqual([true, [], false]);
});

test('in a case that is about to end it goes with the case, and the card names that day', async () => {
  const { code, cookie } = await saved();
  const { house } = person.desk;
  await askWithdrawal(house.engine, (await caseOfCode(house.engine, code))?.caseId ?? '', null);
  const { body } = await person.get(paths.case, cookie);
  const ends = (await viewOf(code))?.withdrawalDueAt ?? new Date(0);
  expect(body.split('id="not-sent"')[1]?.split('</section>')[0]).toContain(ends.toISOString().slice(0, 10));
});

test('a picture that may show somebody under 18 has no such button; pressed in a form that does not know, it neither saves nor sends', async () => {
  const { body } = await person.get(paths.requestYoung);
  expect([body.includes(`name="${fieldNames.later}"`), body.includes(`name="${fieldNames.draft}"`)]).toEqual([false, false]);
  const young: [string, string] = [fieldNames.isYoung, 'yes'];
  const forged = await post(paths.request, [...filledIn(here, aCode().revealForReading()), young, later]);
  expect([forged.status, forged.body.includes(words.later.problems.young)]).toEqual([422, true]);
  const { code, cookie } = await saved();
  const open = (await person.get(`${paths.another}?kept=1`, cookie)).body;
  await post(paths.request, [...filledIn(here, code.revealForReading()), young]);
  const before = await heard(here);
  const pressed = await post(paths.another, [['csrf', csrfOf(open)], formId(open), ...filledIn(north), later], cookie);
  expect([pressed.status, pressed.body.includes(words.later.problems.heading), await heard(here)]).toEqual([422, true, before]);
});
