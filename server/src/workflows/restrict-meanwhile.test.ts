/** Is whoever uploaded it told why their post is hidden before anybody has decided, where a law asks for that, and can they complain? */
import type { BasisId, StatementOfReasons } from '@likeness/casework';
import { Problem } from '@likeness/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { Secret } from '../config/secret.ts';
import { verifyLedger } from '../ledger/verify.ts';
import { sendSubmissions } from '../outbox/send-submissions.ts';
import { statementAddress } from '../outbox/statement-address.ts';
import { openTestTransparencyDatabase } from '../outbox/test-transparency-database.ts';
import { requestByNumber } from '../store/cases.ts';
import { askForMore } from './ask-for-more.ts';
import { complainAsRequester, complainAsUploader } from './complain.ts';
import { decideComplaint } from './decide-complaint.ts';
import { deskComplaint, openComplaints } from './desk-complaints.ts';
import { openOnDesk } from './desk-request.ts';
import type { Engine } from './engine.ts';
import { fileRequest } from './file-request.ts';
import { readCase } from './open-case.ts';
import { readStatement } from './read-statement.ts';
import { resendStatements } from './resend-statements.ts';
import { openScreening, screen } from './screen.ts';
import { setServiceLaw } from './service-facts.ts';
import { setAside } from './set-aside.ts';
import { uploaderExport } from './subject-data.ts';
import { aCode, answers, anUpload, aPicture, pdq } from './test-cast.ts';
import { deskForTests } from './test-desk.ts';
import { hours } from './test-house.ts';
import { tick } from './tick.ts';
import { undoDecision } from './undo.ts';

const european = { kind: 'user-content', territories: ['US', 'EU'], follows: [], targetHours: {} } as const;
const american = { ...european, territories: ['US'] } as const;

const house = await deskForTests();
const { engine, platformId, ada, bob } = house;
const serves = (facts: typeof european | typeof american) =>
  setServiceLaw(engine.store, platformId, { facts, interim: { afterHours: 12, perSource: 50 } });
beforeAll(() => serves(european));

interface Asked {
  readonly contentId: string;
  readonly trackingNumber: string;
  readonly caseId: string;
}
const asked = async (more: Parameters<typeof answers>[1] = {}, bases: readonly 'take-it-down'[] = ['take-it-down']): Promise<Asked> => {
  const contentId = house.newName();
  await screen(engine, platformId, { ...anUpload(contentId, pdq(aPicture())), uploaderRef: `by-${contentId}` });
  const filed = await fileRequest(engine, { platformId, answers: answers(contentId, more), bases, code: { code: aCode(), pin: null } });
  return { contentId, trackingNumber: filed.trackingNumber, caseId: filed.caseId };
};
const byAda = async (more: Parameters<typeof answers>[1] = {}, engineNow = engine): Promise<Asked> => {
  const one = await asked(more);
  const { trackingNumber } = one;
  expect(await askForMore(engineNow, { trackingNumber, questions: [], isRestricted: true, moderatorId: ada })).toBe('done');
  return one;
};
const first = async ({ contentId }: Asked) => {
  const [entry] = await house.told(contentId);
  const statement = entry?.data.statement;
  if (entry === undefined || statement === undefined) throw new Error('no statement');
  return { actionId: entry.data.actionId ?? '', statement, address: statementAddress(engine.keys, engine.publicUrl, statement.id) };
};
const kinds = async ({ contentId }: Asked) => (await house.told(contentId)).map(({ type }) => type);
const complain = (actionId: string) => complainAsUploader(engine, { actionId, reason: 'agreed', text: 'We agreed on it.', via: 'page' });
const judge = (complaintId: string, outcome: 'upheld' | 'rejected', moderatorId = bob) =>
  decideComplaint(engine, { complaintId, outcome, ground: outcome === 'upheld' ? 'agreed' : 'nothing-new', note: '', moderatorId });

describe('what is hidden for a request that is still open', () => {
  const another = async ({ contentId }: Asked, bases: readonly BasisId[] = ['digital-services-act']) =>
    fileRequest(engine, {
      platformId,
      answers: answers(contentId, { signature: 'Lena Example', declarations: { 'digital-services-act': { accurate: true } } }),
      bases,
      code: { code: aCode(), pin: null },
    });

  test('stays so when another request about it is refused, and is shown with its own refusal', async () => {
    const one = await byAda();
    const { trackingNumber } = await another(one);
    await house.decides({ trackingNumber }, 'keep', 'cannot-locate');
    expect(await kinds(one)).toEqual(['content.restrict']);
    await house.decides({ trackingNumber: one.trackingNumber }, 'keep', 'not-intimate');
    expect(await kinds(one)).toEqual(['content.restrict', 'content.restore']);
  });

  test('stays so when the service screens it again, and is shown with the refusal', async () => {
    const one = await byAda();
    house.later(hours(1));
    const again = anUpload(one.contentId, pdq(aPicture()));
    const fresh = anUpload(house.newName(), pdq(aPicture()));
    // One by one, and in a batch with others: it is answered as held, and somebody is still to decide.
    const answered = await Promise.all([
      screen(engine, platformId, again),
      ...[again, fresh].map((one) => openScreening(engine)({ platformId, keyId: null }, one)),
    ]);
    expect(answered.map(({ verdict, reviewPending }) => [verdict, reviewPending])).toEqual([
      ['hold', true],
      ['hold', true],
      ['allow', false],
    ]);
    expect((await openOnDesk(engine, ada, one.trackingNumber))?.uploads[0]?.standing).toBe('restricted');
    // The scan of what is public already asks at most.
    expect(await screen(engine, platformId, again, 'online')).toMatchObject({ verdict: 'allow' });
    await house.decides({ trackingNumber: one.trackingNumber }, 'keep', 'not-intimate');
    expect(await kinds(one)).toEqual(['content.restrict', 'content.restore']);
    expect(await screen(engine, platformId, again)).toEqual({
      contentId: one.contentId,
      verdict: 'allow',
      reviewPending: false,
      matches: [],
    });
  });

  test('stays so when another removal of it is set aside', async () => {
    const one = await byAda();
    const { trackingNumber } = await another(one);
    const decisionId = await house.decides({ trackingNumber }, 'remove', 'own-rules');
    expect(await setAside(engine, { decisionId, ground: 'court', note: '', moderatorId: ada })).toBe('set-aside');
    expect(await kinds(one)).toEqual(['content.restrict', 'content.remove', 'content.restrict']);
  });
});

test('what one law had removed at another moment stays down when the removal under another law of the same filing ends', async () => {
  const contentId = house.newName();
  await screen(engine, platformId, anUpload(contentId, pdq(aPicture())));
  const { requests } = await fileRequest(engine, {
    platformId,
    answers: answers(contentId, { declarations: { 'digital-services-act': { accurate: true } } }),
    bases: ['take-it-down', 'digital-services-act'],
    code: { code: aCode(), pin: null },
  });
  const numberOf = (basis: BasisId) => requests.find((one) => one.basis === basis)?.trackingNumber ?? '';
  const caseId = (await requestByNumber(engine.store.db, numberOf('take-it-down')))?.caseId ?? '';
  await house.decides({ trackingNumber: numberOf('take-it-down') }, 'keep', 'not-intimate');
  const decisionId = await house.decides({ trackingNumber: numberOf('digital-services-act') }, 'remove', 'own-rules');
  const { complaintId } = await complainAsRequester(engine, {
    caseId,
    trackingNumber: numberOf('take-it-down'),
    reason: 'shown',
    text: '',
  });
  house.later(hours(1));
  await decideComplaint(engine, { complaintId, outcome: 'upheld', ground: 'look-again', note: '', moderatorId: bob });
  await house.decides({ trackingNumber: numberOf('take-it-down') }, 'remove', 'valid-request');
  expect(await setAside(engine, { decisionId, ground: 'court', note: '', moderatorId: ada })).toBe('set-aside');
  const told = await house.told(contentId);
  expect(told.map(({ type, data }) => [type, data.trackingNumber])).toEqual([
    ['content.remove', numberOf('digital-services-act')],
    ['content.remove', numberOf('take-it-down')],
  ]);
});

describe('what is hidden before anybody has decided', () => {
  test('by a moderator has a statement of its own: provisional, by a person, as the notice says, without a trace of who asked', async () => {
    const one = await byAda();
    const { statement, address } = await first(one);
    expect(statement).toMatchObject({
      restriction: { type: 'restriction', isProvisional: true, territory: 'everywhere', endsAt: null },
      facts: { basis: 'notice', text: expect.stringContaining('Nobody has decided about it yet') },
      automation: { detection: false, decision: false },
      ground: { kind: 'law', text: expect.stringMatching(/^The notice says/) },
      redress: { outOfCourt: expect.stringContaining('certified') },
      owedUnder: 'digital-services-act',
    });
    expect(JSON.stringify(statement)).not.toMatch(/LK-|maria|Maria|url|examined/);
    expect(await readStatement(engine, address)).toMatchObject({ isTakenBack: false, isRemovedSince: false, complaint: null });
    expect((await readStatement(engine, address, 'de'))?.facts.ground.text).toMatch(/^In der Meldung steht/);
  });

  test('by the rule at its hour says that nobody chose it', async () => {
    const one = await asked();
    house.later(hours(12));
    await tick(engine);
    const { statement } = await first(one);
    expect(statement.automation).toMatchObject({ detection: false, decision: true, text: expect.stringContaining('automatically') });
  });

  test('has none where no law asks for it, nor where somebody may be under 18', async () => {
    const young = await byAda({ isYoung: true });
    expect((await house.told(young.contentId)).map(({ data }) => data.statement)).toEqual([undefined]);
    await serves(american);
    const one = await byAda();
    expect((await house.told(one.contentId)).map(({ data }) => data.statement)).toEqual([undefined]);
    await serves(european);
  });

  test('is said to be over when it is kept, and whoever uploaded it reads that', async () => {
    const one = await byAda();
    const { address } = await first(one);
    house.later(hours(1));
    await house.decides({ trackingNumber: one.trackingNumber }, 'keep', 'not-depicted');
    await tick(engine);
    expect(await kinds(one)).toEqual(['content.restrict', 'content.restore']);
    expect((await house.told(one.contentId))[1]?.data.answer).toContain('to be shown again');
    expect(await readStatement(engine, address)).toMatchObject({ isTakenBack: true, mayComplainUntil: null });
  });

  test('and removed by a decision has a second statement; its address leads to the complaint about the removal', async () => {
    const one = await byAda();
    const restricted = await first(one);
    house.later(hours(1));
    const decisionId = await house.decides({ trackingNumber: one.trackingNumber }, 'remove', 'valid-request');
    const [, removal] = await house.told(one.contentId);
    expect(removal?.data.statement?.restriction).toEqual({ type: 'removal', territory: 'everywhere', endsAt: null });
    expect(await readStatement(engine, restricted.address)).toMatchObject({ isTakenBack: false, isRemovedSince: true, complaint: null });
    const { complaintId } = await complain(restricted.actionId);
    expect((await deskComplaint(engine, complaintId, bob))?.decision?.decisionId).toBe(decisionId);
    const both = [restricted.address, statementAddress(engine.keys, engine.publicUrl, removal?.data.statement?.id ?? '')];
    for (const address of both) expect(await readStatement(engine, address)).toMatchObject({ complaint: { outcome: null } });
  });

  test('and removed by a slip is hidden as before, and may be complained about as before', async () => {
    const one = await byAda();
    const { address } = await first(one);
    house.later(1);
    const decisionId = await house.decides({ trackingNumber: one.trackingNumber }, 'remove', 'valid-request');
    house.later(1);
    expect(await undoDecision(engine, decisionId, ada)).toBe('undone');
    expect(await kinds(one)).toEqual(['content.restrict', 'content.remove', 'content.restrict']);
    const read = await readStatement(engine, address);
    expect(read).toMatchObject({ isTakenBack: false, isRemovedSince: false });
    expect(read?.mayComplainUntil).not.toBeNull();
  });

  test('is quiet once it is referred: nothing more is said, and nobody can complain', async () => {
    const one = await byAda();
    const { address, actionId } = await first(one);
    house.later(1);
    await house.decides({ trackingNumber: one.trackingNumber }, 'refer', 'under-18');
    expect(await readStatement(engine, address)).toMatchObject({ isTakenBack: false, isRemovedSince: false, mayComplainUntil: null });
    await expect(complain(actionId)).rejects.toThrow(Problem);
  });
});

describe('a complaint before a decision', () => {
  test('goes to somebody else at once; upheld, it is shown again, and the request stays open and is not hidden by the rule', async () => {
    const one = await byAda();
    const { address, actionId } = await first(one);
    const { complaintId } = await complain(actionId);
    const [row] = (await openComplaints(engine.store.db, ada, null, 100)).rows.filter((open) => open.complaintId === complaintId);
    expect(row?.isOwnDecision).toBe(true);
    expect(await deskComplaint(engine, complaintId, ada)).toMatchObject({ state: 'not-yours', decision: null, meanwhile: { by: 'Ada' } });
    const isHidden = async () => (await readCase(engine, one.caseId))?.requests[0]?.isHidden;
    expect(await isHidden()).toBe(true);
    expect(await judge(complaintId, 'upheld', ada)).toBe('not-you');
    house.later(1);
    expect(await judge(complaintId, 'upheld')).toBe('decided');
    expect(await isHidden()).toBe(false);
    expect(await kinds(one)).toEqual(['content.restrict', 'content.restore']);
    expect((await house.told(one.contentId))[1]?.data.answer).toContain('to be shown again');
    const answer = 'not to be hidden for this notice any more. The service is told to show your post again.';
    const upheld = { isTakenBack: true, complaint: { outcome: 'upheld', answer: expect.stringContaining(answer) } };
    expect(await readStatement(engine, address)).toMatchObject(upheld);
    house.later(hours(13));
    await tick(engine);
    expect(await kinds(one)).toEqual(['content.restrict', 'content.restore']);
    expect((await openOnDesk(engine, bob, one.trackingNumber))?.state).toBe('open');
  });

  test('rejected, it stays hidden; and the removal after it can be complained about anew', async () => {
    const one = await byAda();
    const { address, actionId } = await first(one);
    const { complaintId } = await complain(actionId);
    expect(await judge(complaintId, 'rejected')).toBe('decided');
    expect(await kinds(one)).toEqual(['content.restrict']);
    // Nobody has decided: no answer speaks of a decision that stands, in the page, the webhook or the console.
    const told = (await house.feed()).find(({ type, data }) => type === 'complaint.decided' && data.complaintId === complaintId);
    const answers = [
      (await readStatement(engine, address))?.complaint?.answer,
      told?.data.answer,
      (await deskComplaint(engine, complaintId, bob))?.judged?.answer,
    ];
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('It stays hidden until somebody has decided about the notice.');
    expect((await readStatement(engine, address, 'de'))?.complaint?.answer).toContain('Er bleibt verborgen');
    house.later(1);
    await house.decides({ trackingNumber: one.trackingNumber }, 'remove', 'valid-request');
    const read = await readStatement(engine, address);
    expect(read).toMatchObject({ isRemovedSince: true, complaint: { outcome: 'rejected' } });
    expect(read?.mayComplainUntil).not.toBeNull();
    expect((await complain(actionId)).was).toBe('taken');
  });

  test('open when it is removed, it is about the removal from then on, and whoever asked is asked', async () => {
    const one = await byAda();
    const { actionId } = await first(one);
    const { complaintId } = await complain(actionId);
    house.later(1);
    const decisionId = await house.decides({ trackingNumber: one.trackingNumber }, 'remove', 'valid-request');
    const card = await deskComplaint(engine, complaintId, bob);
    expect(card).toMatchObject({ state: 'waiting', decision: { decisionId }, meanwhile: null });
    expect(card?.otherSide?.askedAt).toEqual(house.now());
    house.later(hours(7 * 24));
    expect(await judge(complaintId, 'upheld')).toBe('decided');
    expect(await kinds(one)).toEqual(['content.restrict', 'content.remove', 'content.restore']);
  });

  test('open when it is referred, it is closed: nobody judges it, and nothing is shown again', async () => {
    const one = await byAda();
    const { complaintId } = await complain((await first(one)).actionId);
    house.later(1);
    await house.decides({ trackingNumber: one.trackingNumber }, 'refer', 'under-18');
    expect(await deskComplaint(engine, complaintId, bob)).toMatchObject({ state: 'decided', judged: { unjudged: 'referred' } });
    expect(await judge(complaintId, 'upheld')).toBe('already');
    expect(await kinds(one)).toEqual(['content.restrict', 'content.restrict']);
  });

  test('open when it is kept, only agreement is left to say', async () => {
    const one = await byAda();
    const { actionId } = await first(one);
    const { complaintId } = await complain(actionId);
    house.later(1);
    await house.decides({ trackingNumber: one.trackingNumber }, 'keep', 'not-depicted');
    await tick(engine);
    expect(await judge(complaintId, 'rejected')).toBe('moot');
    expect(await judge(complaintId, 'upheld')).toBe('decided');
    expect(await kinds(one)).toEqual(['content.restrict', 'content.restore']);
    expect(await verifyLedger(engine.store, engine.keys, [])).toMatchObject({ whole: true });
  });
});

test('the public register hears of it as a restriction of visibility, by its rules, and a refused entry is composed anew', async () => {
  const database = await openTestTransparencyDatabase();
  try {
    const transparency = { url: database.url, tokens: { ofTheOnly: new Secret(database.token), byPlatform: new Map() } };
    const reporting: Engine = { ...engine, transparency };
    await byAda({}, reporting);
    const before = await engine.store.db.selectFrom('submission').selectAll().executeTakeFirstOrThrow();
    expect(before.entry).toMatchObject({
      decision_visibility: ['DECISION_VISIBILITY_CONTENT_DISABLED'],
      automated_detection: 'No',
      automated_decision: 'AUTOMATED_DECISION_NOT_AUTOMATED',
    });
    await engine.store.db.updateTable('submission').set({ state: 'refused', settled_at: house.now() }).execute();
    expect(await resendStatements(reporting, 'all')).toMatchObject({ waiting: 1 });
    const anew = await engine.store.db.selectFrom('submission').selectAll().executeTakeFirstOrThrow();
    expect(anew.entry).toEqual(before.entry);
    house.later(hours(1));
    await sendSubmissions(reporting, transparency);
    expect((await engine.store.db.selectFrom('submission').select('state').execute()).map(({ state }) => state)).toEqual(['sent']);
  } finally {
    await database.close();
  }
});

test('what is handed out to the uploader holds the statement', async () => {
  const one = await byAda();
  const held: StatementOfReasons[] = [];
  for await (const row of uploaderExport(engine, platformId, `by-${one.contentId}`))
    if (row.what === 'upload') held.push(...row.statements.map(({ facts }) => facts));
  expect(held.map(({ restriction }) => restriction.isProvisional)).toEqual([true]);
});
