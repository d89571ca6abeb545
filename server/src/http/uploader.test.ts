/** Does an uploader read why, and can complain, with nothing but the address that the platform was given; and does the person who asked hear of it in her case? */
import { paths as herPaths, fieldNames as hers, speechIn } from '@likeness/web/person';
import { fieldNames, paths } from '@likeness/web/uploader';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { decide } from '../workflows/decide.ts';
import { decideComplaint } from '../workflows/decide-complaint.ts';
import { fileRequest } from '../workflows/file-request.ts';
import { screen } from '../workflows/screen.ts';
import { setServiceLaw } from '../workflows/service-facts.ts';
import { aCode, aModerator, answers, anUpload, aPicture, pdq } from '../workflows/test-cast.ts';
import { wordsOf } from './test-console.ts';
import { openTestDoors, type TestDoors } from './test-doors.ts';

const { words } = speechIn('en');
let desk: TestDoors;
let ada: string;
let key: { authorization: string };

beforeAll(async () => {
  desk = await openTestDoors();
  const { engine, platformId } = desk.house;
  ada = await aModerator(engine);
  key = await desk.key('decisions');
  const facts = { kind: 'user-content', territories: ['EU'], follows: [], targetHours: {} } as const;
  await setServiceLaw(engine.store, platformId, { facts, interim: null });
});

afterAll(() => desk.close());

const post = async (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) => {
  const payload = new URLSearchParams(fields).toString();
  const type = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };
  const answer = await desk.app.inject({ method: 'POST', url: path, payload, headers: { ...type, ...headers } });
  return { status: answer.statusCode, body: answer.body, headers: answer.headers, cookies: answer.cookies };
};

let made = 0;
const decided = async (decision: 'remove' | 'keep') => {
  const { engine, platformId } = desk.house;
  made += 1;
  const contentId = `post-${made}`;
  const code = aCode();
  await screen(engine, platformId, anUpload(contentId, pdq(aPicture())));
  const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers(contentId), code: { code, pin: null } });
  const ground = decision === 'remove' ? 'valid-request' : 'not-depicted';
  await decide(engine, { about: { trackingNumber }, decision, ground, note: '', moderatorId: ada });
  const page = await desk.app.inject({ method: 'GET', url: '/api/v1/decisions', headers: key });
  const entries: { type: string; data: { contentId?: string; actionId?: string; statement?: { url: string } } }[] = page.json().entries;
  const data = entries.find((entry) => entry.data.contentId === contentId && entry.type.startsWith('content.'))?.data;
  return { contentId, code, trackingNumber, actionId: data?.actionId ?? '', secret: data?.statement?.url.split('#')[1] ?? '' };
};

describe('the address of a statement', () => {
  test('asks for itself without script, opens the statement, keeps nothing in the browser, and its secret stands in no address and no log', async () => {
    const { secret, contentId, trackingNumber } = await decided('remove');
    const asked = await desk.app.inject({ method: 'GET', url: paths.statement, headers: { accept: 'text/html' } });
    expect([asked.statusCode, asked.headers['cache-control']]).toEqual([200, 'no-store']);
    const { status, body, cookies } = await post(paths.statement, { [fieldNames.secret]: secret });
    expect([status, cookies]).toEqual([200, []]);
    const text = wordsOf(body);
    expect(text).toContain('Your post was removed');
    expect(text).toContain(contentId);
    for (const part of ['What was done', 'On what facts', 'What was automatic', 'Against which law', 'out-of-court', 'court'])
      expect(text).toContain(part);
    expect(body).not.toContain(trackingNumber);
    expect(body).not.toMatch(/maria/i);
    expect(desk.log.some((line) => line.includes(secret))).toBe(false);
  });

  test('that is not whole opens nothing, and says so; a form from another site does nothing', async () => {
    const { secret } = await decided('remove');
    for (const wrong of ['', 'x', secret.slice(1), secret.slice(0, -2)])
      expect((await post(paths.statement, { [fieldNames.secret]: wrong })).status).toBe(422);
    expect((await post(paths.statement, { [fieldNames.secret]: `http://127.0.0.1:8420/statement#${secret}` })).status).toBe(200);
    expect((await post(paths.complain, { [fieldNames.secret]: secret, reason: 'other' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(
      403,
    );
  });

  test('and what was written come back when something fails here, and nothing is said of the other side', async () => {
    const { secret } = await decided('remove');
    const fails = vi.spyOn(desk.house.engine.store, 'transact').mockRejectedValue(new Error('no'));
    const typed = { [fieldNames.secret]: secret, [fieldNames.reason]: 'agreed', [fieldNames.text]: 'It is <me>.\nLook.' };
    const failed = await post(paths.complain, typed);
    const program = await post(paths.complain, typed, { accept: 'application/json' });
    fails.mockRestore();
    expect(failed.status).toBe(500);
    for (const part of ['It is &lt;me>.\nLook.', `value="${secret}"`, `action="${paths.statement}"`, words.problem.text[500]])
      expect(failed.body).toContain(part);
    for (const theirs of [words.problem.comeBack, herPaths.openCase]) expect(failed.body).not.toContain(theirs);
    expect([program.status, program.headers['content-type']]).toEqual([500, 'application/problem+json']);
    const foreign = await post(paths.complain, typed, { 'sec-fetch-site': 'cross-site' });
    expect([foreign.status, foreign.body.includes('Look.'), foreign.body.includes(secret)]).toEqual([403, false, false]);
    const long = await post(paths.complain, { ...typed, [fieldNames.text]: 'x'.repeat(70_000) });
    expect([long.status, long.body.includes(words.uploader.failed.again)]).toEqual([413, true]);
    // Nothing was half done: sent again, it is taken.
    expect(wordsOf((await post(paths.complain, typed)).body)).toContain('Your complaint came in');
  });

  test('takes one complaint, with a reason, and says what became of it', async () => {
    const { secret } = await decided('remove');
    const send = (fields: Record<string, string>) => post(paths.complain, { [fieldNames.secret]: secret, ...fields });
    const without = await send({ [fieldNames.text]: 'Mine.' });
    expect(without.status).toBe(422);
    expect(without.body).toContain('Mine.');
    expect((await send({ [fieldNames.reason]: 'shown' })).status).toBe(422);
    expect((await send({ [fieldNames.reason]: 'other', [fieldNames.text]: 'x'.repeat(5001) })).status).toBe(422);
    expect((await send({ [fieldNames.reason]: 'other', [fieldNames.text]: 'a\0b' })).status).toBe(422);
    const sent = await send({ [fieldNames.reason]: 'depicted', [fieldNames.text]: 'It is me.' });
    expect(wordsOf(sent.body)).toContain('Your complaint came in');
    expect(sent.body).not.toContain('It is me.');
    // Sent twice, it is one; other words are not taken, which is said, and they are given back.
    const twice = await send({ [fieldNames.reason]: 'depicted', [fieldNames.text]: 'It is me.' });
    expect([twice.status, wordsOf(twice.body).includes('Your complaint is open'), twice.body.includes('It is me.')]).toEqual([
      200,
      true,
      false,
    ]);
    const more = await send({ [fieldNames.reason]: 'depicted', [fieldNames.text]: 'It is me, <look>.' });
    expect([more.status, wordsOf(more.body).includes('What you sent first counts.'), more.body.includes('It is me, &lt;look>.')]).toEqual([
      409,
      true,
      true,
    ]);
    expect(wordsOf((await send({ [fieldNames.reason]: 'other' })).body)).toContain('Your complaint is open');
    const rows = await desk.house.engine.store.db.selectFrom('complaint').select('reason').where('reason', '=', 'depicted').execute();
    expect(rows).toHaveLength(1);
  });
});

describe('her case', () => {
  const openCase = async (code: ReturnType<typeof aCode>): Promise<{ cookie: string; body: string; csrf: string }> => {
    const opened = await post(herPaths.openCase, { [hers.caseCode]: code.revealForReading() });
    const cookie = opened.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const { body } = await desk.app.inject({ method: 'GET', url: herPaths.case, headers: { accept: 'text/html', cookie } });
    return { cookie, body, csrf: /name="csrf" value="([^"]+)"/.exec(body)?.[1] ?? '' };
  };

  test('asks her what she thinks, takes one answer, and never shows what the other side wrote', async () => {
    const { secret, code, trackingNumber } = await decided('remove');
    await post(paths.complain, { [fieldNames.secret]: secret, [fieldNames.reason]: 'agreed', [fieldNames.text]: 'She said yes.' });
    const { cookie, body, csrf } = await openCase(code);
    expect(wordsOf(body)).toContain('You are asked something');
    expect(body).not.toContain('She said yes.');
    const fields = { csrf, [hers.trackingNumber]: trackingNumber };
    const unchosen = await post(herPaths.answerComplaint, { ...fields, [hers.words]: 'Please <wait>.' }, { cookie });
    expect([unchosen.status, unchosen.body.includes('Please &lt;wait>.')]).toEqual([422, true]);
    // A page of an earlier session, and none at all: nothing is taken, and what she wrote comes back.
    const said = { ...fields, [hers.choice]: 'keep-down', [hers.words]: 'Please <wait>.' };
    const stale = await post(herPaths.answerComplaint, { ...said, csrf: 'x' }, { cookie });
    expect([stale.status, stale.body.includes('Please &lt;wait>.'), stale.body.includes('value="keep-down" checked')]).toEqual([
      422,
      true,
      true,
    ]);
    expect(wordsOf(stale.body)).toContain('so nothing was sent');
    const idle = await post(herPaths.answerComplaint, said, {});
    expect([idle.status, idle.body.includes('Please &lt;wait>.'), wordsOf(idle.body).includes('What you had written')]).toEqual([
      200,
      true,
      true,
    ]);
    const { db } = desk.house.engine.store;
    const mine = db.selectFrom('complaint').select(['id', 'answer']).where('tracking_number', '=', trackingNumber);
    expect((await mine.executeTakeFirstOrThrow()).answer).toBeNull();
    const sent = await post(herPaths.answerComplaint, { ...fields, [hers.choice]: 'keep-down' }, { cookie });
    expect([sent.status, sent.headers.location]).toEqual([303, `${herPaths.case}?n=6`]);
    expect(wordsOf((await openCase(code)).body)).not.toContain('You are asked something');
    // From a page that was still open: what she says last counts, until somebody has decided.
    const again = { ...fields, [hers.choice]: 'may-be-shown' };
    expect((await post(herPaths.answerComplaint, again, { cookie })).headers.location).toBe(`${herPaths.case}?n=6`);
    const { id: complaintId, answer } = await mine.executeTakeFirstOrThrow();
    expect(answer).toBe('may-be-shown');
    const moderatorId = await aModerator(desk.house.engine, 'Judge');
    await decideComplaint(desk.house.engine, { complaintId, outcome: 'rejected', ground: 'nothing-new', note: '', moderatorId });
    expect((await post(herPaths.answerComplaint, { ...fields, [hers.choice]: 'keep-down' }, { cookie })).headers.location).toBe(
      `${herPaths.case}?n=8`,
    );
    const late = await desk.app.inject({ method: 'GET', url: `${herPaths.case}?n=8`, headers: { accept: 'text/html', cookie } });
    expect(wordsOf(late.body)).toContain('It was decided already');
    // Words that come too late are hers to keep.
    for (const csrf of [fields.csrf, 'x']) {
      const words = await post(herPaths.answerComplaint, { ...said, csrf }, { cookie });
      expect([words.status, words.body.includes('Please &lt;wait>.'), wordsOf(words.body).includes('It was decided already')]).toEqual([
        409,
        true,
        true,
      ]);
    }
  });

  test('lets her say that a refusal is wrong, once', async () => {
    const { code, trackingNumber } = await decided('keep');
    const { cookie, body, csrf } = await openCase(code);
    expect(wordsOf(body)).toContain('Why is the answer wrong?');
    const fields = { csrf, [hers.trackingNumber]: trackingNumber };
    expect((await post(herPaths.complain, { ...fields, [hers.choice]: 'depicted' }, { cookie })).status).toBe(422);
    const sent = await post(herPaths.complain, { ...fields, [hers.choice]: 'shown', [hers.words]: 'My scar.' }, { cookie });
    expect([sent.status, sent.headers.location]).toEqual([303, `${herPaths.case}?n=7`]);
    // The same again is the same; another reason is not taken, and she reads so.
    const again = { ...fields, [hers.choice]: 'shown', [hers.words]: 'My scar.' };
    expect((await post(herPaths.complain, again, { cookie })).headers.location).toBe(`${herPaths.case}?n=7`);
    const other = { ...again, [hers.choice]: 'other' };
    for (const csrf of [fields.csrf, 'x']) {
      const told = await post(herPaths.complain, { ...other, csrf }, { cookie });
      expect([told.status, told.body.includes('My scar.')]).toEqual([409, true]);
      expect(wordsOf(told.body)).toContain('You have complained already');
    }
    const idle = await post(herPaths.complain, other);
    expect([idle.status, idle.body.includes('My scar.')]).toEqual([200, true]);
    const after = await openCase(code);
    expect(wordsOf(after.body)).not.toContain('Why is the answer wrong?');
    expect(wordsOf(after.body)).toContain('Another person there will look at it again.');

    // The address says that it is sent until somebody has answered.
    const thanks = async () =>
      (await desk.app.inject({ method: 'GET', url: `${herPaths.case}?n=7`, headers: { cookie: after.cookie } })).body;
    expect(await thanks()).toContain(words.case.news.complained.text);
    const { engine } = desk.house;
    const { id: complaintId } = await engine.store.db
      .selectFrom('complaint')
      .innerJoin('decision', 'decision.id', 'complaint.decision_id')
      .select('complaint.id')
      .where('decision.tracking_number', '=', trackingNumber)
      .executeTakeFirstOrThrow();
    const bob = await aModerator(engine, 'Bob');
    await decideComplaint(engine, { complaintId, outcome: 'rejected', ground: 'refusal-stands', note: '', moderatorId: bob });
    expect(await thanks()).not.toContain(words.case.news.complained.text);
  });
});

describe('POST /api/v1/complaints', () => {
  const complain = (payload: object, headers = key) => desk.app.inject({ method: 'POST', url: '/api/v1/complaints', payload, headers });

  test('takes what an uploader told the platform, once, and refuses what is no removal of its own', async () => {
    const { actionId } = await decided('remove');
    const first = await complain({ actionId, reason: 'not-intimate', text: 'A landscape.' });
    expect([first.statusCode, first.json().state]).toEqual([201, 'open']);
    expect((await complain({ actionId, reason: 'not-intimate', text: 'A landscape.' })).json()).toEqual(first.json());
    const other = await complain({ actionId, reason: 'other' });
    expect([other.statusCode, other.json().code]).toEqual([409, 'complaint/already']);
    expect((await complain({ actionId: 'none', reason: 'other' })).json().code).toBe('action/unknown');
    expect((await complain({ actionId, reason: 'shown' })).statusCode).toBe(400);
    expect((await complain({ actionId, reason: 'other' }, await desk.key('screen'))).statusCode).toBe(403);
  });
});
