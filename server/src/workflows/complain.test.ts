/** Is everybody told what they must be told, and does a complaint go to somebody else, after the other side was asked, with neither side reading the other? */
import { Problem } from '@likeness/contract';
import { describe, expect, test } from 'vitest';
import { feedAfter } from '../outbox/feed.ts';
import { statementAddress } from '../outbox/statement-address.ts';
import { eventsOf, requestByNumber } from '../store/cases.ts';
import { answerComplaint, complainAsRequester, complainAsUploader } from './complain.ts';
import { decide } from './decide.ts';
import { type ComplaintRuling, decideComplaint } from './decide-complaint.ts';
import { deskComplaint, openComplaints } from './desk-complaints.ts';
import { fileRequest } from './file-request.ts';
import { caseOfCode, readCase } from './open-case.ts';
import { readStatement } from './read-statement.ts';
import { screen } from './screen.ts';
import { aCode, aModerator, answers, anUpload, aPicture, edited, pdq, urlOf } from './test-cast.ts';
import { deskForTests } from './test-desk.ts';
import { hours } from './test-house.ts';
import { undoDecision } from './undo.ts';
import { askWithdrawal, withdrawDue } from './withdraw.ts';

const house = await deskForTests({ territories: ['US', 'EU'] });
const { engine, platformId, ada, bob } = house;

const id = (): string => house.newName();
const show = (contentId: string, value: string) => screen(engine, platformId, anUpload(contentId, pdq(value)));
interface Decided {
  readonly contentId: string;
  readonly trackingNumber: string;
  readonly caseId: string;
  readonly decisionId: string;
  readonly code: ReturnType<typeof aCode>;
}
const decided = async (decision: 'remove' | 'keep' | 'refer', more: Parameters<typeof answers>[1] = {}): Promise<Decided> => {
  const contentId = id();
  await show(contentId, aPicture());
  const code = aCode();
  const filed = await fileRequest(engine, {
    platformId,
    answers: answers(contentId, more),
    bases: ['take-it-down'],
    code: { code, pin: null },
  });
  const ground = { remove: 'valid-request', keep: 'not-depicted', refer: 'under-18' }[decision];
  const { trackingNumber, caseId } = filed;
  return { contentId, trackingNumber, caseId, decisionId: await house.decides({ trackingNumber }, decision, ground), code };
};
const told = (contentId: string) => house.told(contentId);
const actionOf = async (contentId: string): Promise<string> => (await told(contentId))[0]?.data.actionId ?? '';
const statementOf = async (contentId: string) => {
  const statement = (await told(contentId))[0]?.data.statement;
  if (statement === undefined) throw new Error('no statement');
  return { statement, address: statementAddress(engine.keys, engine.publicUrl, statement.id) };
};
const complain = async ({ contentId }: Decided, reason = 'agreed') =>
  complainAsUploader(engine, { actionId: await actionOf(contentId), reason, text: 'She said yes to me.', via: 'page' });
const judge = (complaintId: string, outcome: ComplaintRuling['outcome'], ground: string, moderatorId = bob) =>
  decideComplaint(engine, { complaintId, outcome, ground, note: '', moderatorId });
const kindsOf = async (trackingNumber: string) => {
  const request = await requestByNumber(engine.store.db, trackingNumber);
  return request === null ? [] : (await eventsOf(engine.store.db, request)).map(({ kind }) => kind);
};
const caseOf = async (code: Decided['code']) => {
  const found = await caseOfCode(engine, code);
  const view = found === null ? null : await readCase(engine, found.caseId);
  const [request] = view?.requests ?? [];
  if (request === undefined) throw new Error('no case');
  return request;
};

describe('a statement of reasons', () => {
  test('goes with the removal to the platform, without its address in the database, and the address opens it', async () => {
    const one = await decided('remove');
    const { statement, address } = await statementOf(one.contentId);
    expect(statement).toMatchObject({ version: 1, facts: { basis: 'notice' }, owedUnder: 'digital-services-act' });
    expect(JSON.stringify(statement)).not.toMatch(/LK-|maria|Maria|url/);
    expect(await readStatement(engine, address)).toMatchObject({ contentId: one.contentId, isTakenBack: false, complaint: null });
    for (const wrong of [
      address.slice(0, -1),
      `${address}x`,
      // Every other last sign, those too that decode to the same bytes.
      ...[...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'].flatMap((sign) =>
        address.endsWith(sign) ? [] : [address.slice(0, -1) + sign],
      ),
      '',
      'https://likeness.example/statement',
    ])
      expect(await readStatement(engine, wrong)).toBeNull();
  });

  test('goes with no refusal and no referral', async () => {
    for (const one of [await decided('keep'), await decided('refer')])
      expect((await told(one.contentId)).filter(({ data }) => data.statement !== undefined)).toEqual([]);
  });

  test('after a match says that a machine found it', async () => {
    const x = aPicture();
    const first = id();
    await show(first, x);
    const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers(first) });
    await decide(engine, { about: { trackingNumber }, decision: 'remove', ground: 'valid-request', note: '', moderatorId: ada });
    await engine.index.catchUp(engine.store.db);
    const copy = id();
    await show(copy, edited(x, 4));
    const review = await engine.store.db.selectFrom('review').select('id').where('closed_at', 'is', null).executeTakeFirstOrThrow();
    await decide(engine, { about: { reviewId: review.id }, decision: 'remove', ground: 'same-picture', note: '', moderatorId: ada });
    const { statement } = await statementOf(copy);
    expect(statement).toMatchObject({ facts: { basis: 'match' }, automation: { detection: true, decision: false } });
    // Nobody asked for this one, so nobody is asked now.
    const { complaintId } = await complainAsUploader(engine, {
      actionId: await actionOf(copy),
      reason: 'other-picture',
      text: '',
      via: 'page',
    });
    expect(await deskComplaint(engine, complaintId, bob)).toMatchObject({ state: 'open', otherSide: null });
    expect(await judge(complaintId, 'upheld', 'other-picture')).toBe('decided');
    expect((await told(copy)).at(-1)?.type).toBe('content.restore');
    expect((await told(first)).at(-1)?.type).toBe('content.remove');
  });
});

describe('a complaint by whoever uploaded it', () => {
  test('waits for the person who asked, and goes to somebody else; upheld, everything is put right and both sides read so', async () => {
    const one = await decided('remove');
    const { complaintId } = await complain(one, 'depicted');
    expect(await judge(complaintId, 'upheld', 'depicted', ada)).toBe('not-you');
    expect(await judge(complaintId, 'upheld', 'depicted')).toBe('too-early');
    expect(await deskComplaint(engine, complaintId, ada)).toMatchObject({ state: 'not-yours' });
    expect(await deskComplaint(engine, complaintId, bob)).toMatchObject({ state: 'waiting' });
    const asked = await caseOf(one.code);
    expect(asked.disagreement.question?.until).toEqual(new Date(house.now().getTime() + hours(7 * 24)));
    const { trackingNumber, caseId } = one;
    // Until somebody judges, what she says last counts.
    expect(await answerComplaint(engine, { caseId, trackingNumber, answer: 'keep-down', text: '' })).toBe('answered');
    expect(await answerComplaint(engine, { caseId, trackingNumber, answer: 'may-be-shown', text: 'It was a mistake.' })).toBe('answered');
    // Only moderators read either text.
    const card = await deskComplaint(engine, complaintId, bob);
    expect(card).toMatchObject({ state: 'open', text: 'She said yes to me.', otherSide: { text: 'It was a mistake.' } });
    const hers = await caseOf(one.code);
    expect(hers.disagreement.question).toBeNull();
    expect(JSON.stringify(hers)).not.toContain('She said yes');
    const { address } = await statementOf(one.contentId);
    expect(JSON.stringify(await readStatement(engine, address))).not.toContain('mistake');
    expect((await told(one.contentId)).map(({ type }) => type)).toEqual(['content.remove']);

    expect(await judge(complaintId, 'upheld', 'depicted')).toBe('decided');
    expect(await judge(complaintId, 'rejected', 'nothing-new')).toBe('already');
    expect(await answerComplaint(engine, { caseId, trackingNumber, answer: 'keep-down', text: 'No.' })).toBe('over');
    expect(await deskComplaint(engine, complaintId, bob)).toMatchObject({ otherSide: { text: 'It was a mistake.' } });
    expect((await told(one.contentId)).at(-1)?.type).toBe('content.restore');
    expect(await readStatement(engine, address)).toMatchObject({
      isTakenBack: true,
      complaint: { outcome: 'upheld', answer: expect.stringContaining('right') },
    });
    expect((await kindsOf(trackingNumber)).slice(-4)).toEqual(['complaint-answered', 'complaint-decided', 'reversed', 'decided']);
    expect(await caseOf(one.code)).toMatchObject({ standing: { key: 'kept' }, disagreement: { complain: null } });
    const feed = await feedAfter(engine.store.db, platformId, 0, 10_000);
    const answer = feed.filter(({ type, data }) => type === 'complaint.decided' && data.complaintId === complaintId);
    expect(answer).toMatchObject([{ data: { complainant: 'uploader', complaintOutcome: 'upheld', answer: expect.any(String) } }]);
    expect(JSON.stringify(answer)).not.toContain(trackingNumber);
  });

  test('names of several links that she gave those that it is about, and never one that she did not give', async () => {
    const [here, there, found] = [id(), id(), id()];
    for (const name of [there, found]) await show(name, aPicture());
    const linked = (first: string) => ({ locations: [urlOf(first), urlOf(there)], contentIds: [found] });
    await show(here, aPicture());
    const code = aCode();
    const { trackingNumber } = await fileRequest(engine, {
      platformId,
      answers: answers(here, linked(here)),
      bases: ['take-it-down'],
      code: { code, pin: null },
    });
    await house.decides({ trackingNumber }, 'remove', 'valid-request');
    const asksAbout = async (contentId: string) => {
      await complainAsUploader(engine, { actionId: await actionOf(contentId), reason: 'agreed', text: '', via: 'page' });
      return (await caseOf(code)).disagreement.question?.links;
    };
    expect(await asksAbout(there)).toEqual([urlOf(there)]);
    expect(await asksAbout(here)).toEqual([urlOf(here), urlOf(there)]);
    // Her one answer is to this one, too.
    expect(await asksAbout(found)).toEqual([]);
    const one = await decided('remove');
    await complain(one);
    expect((await caseOf(one.code)).disagreement.question?.links, 'the only link').toEqual([]);
  });

  test('is judged after seven days without an answer; rejected, nothing changes but what is read', async () => {
    const one = await decided('remove');
    const { complaintId } = await complain(one);
    house.later(hours(7 * 24) - 1);
    expect(await judge(complaintId, 'rejected', 'no-consent')).toBe('too-early');
    house.later(1);
    expect(await judge(complaintId, 'rejected', 'no-consent')).toBe('decided');
    expect((await told(one.contentId)).map(({ type }) => type)).toEqual(['content.remove']);
    const { address } = await statementOf(one.contentId);
    expect(await readStatement(engine, address)).toMatchObject({ isTakenBack: false, complaint: { outcome: 'rejected' } });
  });

  test('is judged at once where she ends her case without an answer, and the page says why', async () => {
    const one = await decided('remove');
    const { complaintId } = await complain(one);
    const card = async () => deskComplaint(engine, complaintId, bob);
    await askWithdrawal(engine, one.caseId, null);
    house.later(hours(72));
    expect((await card())?.state).toBe('waiting');
    expect(await judge(complaintId, 'rejected', 'no-consent')).toBe('too-early');
    await withdrawDue(engine);
    const ended = house.now();
    expect(await card()).toMatchObject({ state: 'open', decidableAt: ended, otherSide: { answeredAt: null, endedAt: ended } });
    house.later(hours(1));
    expect(await judge(complaintId, 'rejected', 'no-consent')).toBe('decided');
    expect((await card())?.otherSide?.endedAt).toEqual(ended);
  });

  test('comes once for each removal, within six months, and not against what was taken back or referred', async () => {
    const one = await decided('remove');
    const first = await complain(one);
    expect(await complain(one)).toEqual({ ...first, was: 'before' });
    expect(await complain(one, 'other')).toEqual({ ...first, was: 'otherwise' });
    const [undone, late] = [await decided('remove'), await decided('remove')];
    await undoDecision(engine, undone.decisionId, ada);
    await expect(complain(undone)).rejects.toMatchObject({ code: 'complaint/closed' });
    await expect(complain(await decided('refer'))).rejects.toMatchObject({ code: 'complaint/closed' });
    await expect(complainAsUploader(engine, { actionId: 'none', reason: 'other', text: '', via: 'api', platformId })).rejects.toMatchObject(
      {
        code: 'action/unknown',
      },
    );
    house.later(hours(24 * 185));
    await expect(complain(late)).rejects.toMatchObject({ code: 'complaint/closed' });
    const { address } = await statementOf(late.contentId);
    expect((await readStatement(engine, address))?.mayComplainUntil).toBeNull();
  });

  test('leaves the decision to a colleague: who made it cannot take it back until the complaint is judged', async () => {
    const one = await decided('remove');
    const { complaintId } = await complain(one);
    expect(await undoDecision(engine, one.decisionId, ada)).toBe('complained');
    expect((await told(one.contentId)).map(({ type }) => type)).toEqual(['content.remove']);
    expect(await caseOf(one.code)).toMatchObject({ disagreement: { question: { until: expect.any(Date) } } });
    expect(await readStatement(engine, (await statementOf(one.contentId)).address)).toMatchObject({ isTakenBack: false });
    const { trackingNumber, caseId } = one;
    await answerComplaint(engine, { caseId, trackingNumber, answer: 'keep-down', text: '' });
    expect(await undoDecision(engine, one.decisionId, ada)).toBe('complained');
    expect(await judge(complaintId, 'rejected', 'nothing-new')).toBe('decided');
  });

  test('that comes while the decision is taken back either finds it gone or keeps it', async () => {
    const one = await decided('remove');
    const [undone, complained] = await Promise.all([
      undoDecision(engine, one.decisionId, ada),
      complain(one).then(
        () => 'taken',
        (error: unknown) => (error instanceof Problem ? error.code : 'failed'),
      ),
    ]);
    expect([
      ['undone', 'complaint/closed'],
      ['complained', 'taken'],
    ]).toContainEqual([undone, complained]);
  });

  test('is not judged by whoever agreed to the decision as a second person either', async () => {
    const one = await decided('remove');
    const eve = await aModerator(engine, 'Second');
    await engine.store.db.updateTable('decision').set({ seconded_by: eve }).where('id', '=', one.decisionId).execute();
    const { complaintId } = await complain(one);
    const { trackingNumber, caseId } = one;
    await answerComplaint(engine, { caseId, trackingNumber, answer: 'keep-down', text: '' });
    expect(await deskComplaint(engine, complaintId, eve)).toMatchObject({ state: 'not-yours' });
    expect(await judge(complaintId, 'rejected', 'nothing-new', eve)).toBe('not-you');
    expect(await judge(complaintId, 'rejected', 'nothing-new')).toBe('decided');
  });

  test('two moderators at once: one answers, the other is told', async () => {
    const one = await decided('remove');
    const { complaintId } = await complain(one);
    const { trackingNumber, caseId } = one;
    await answerComplaint(engine, { caseId, trackingNumber, answer: 'keep-down', text: '' });
    const eve = await aModerator(engine, 'Eve');
    const both = await Promise.all([judge(complaintId, 'upheld', 'agreed'), judge(complaintId, 'rejected', 'nothing-new', eve)]);
    expect(both.toSorted()).toEqual(['already', 'decided']);
  });
});

describe('a complaint by the person whose request was refused', () => {
  test('goes to somebody else at once; upheld, her request is open again and can be granted', async () => {
    const one = await decided('keep');
    const { trackingNumber, caseId } = one;
    expect((await caseOf(one.code)).disagreement.complain?.trackingNumber).toBe(trackingNumber);
    const { complaintId } = await complainAsRequester(engine, { caseId, trackingNumber, reason: 'shown', text: 'My scar is in it.' });
    expect((await caseOf(one.code)).disagreement.complain).toBeNull();
    expect(await judge(complaintId, 'upheld', 'look-again', ada)).toBe('not-you');
    expect(await judge(complaintId, 'upheld', 'look-again')).toBe('decided');
    expect(await requestByNumber(engine.store.db, trackingNumber)).toMatchObject({ outcome: null, closedAt: null });
    expect(await caseOf(one.code)).toMatchObject({ standing: { key: 'waiting' } });
    const again = await decide(engine, {
      about: { trackingNumber },
      decision: 'remove',
      ground: 'valid-request',
      note: '',
      moderatorId: bob,
    });
    expect(again.outcome).toBe('decided');
    expect((await told(one.contentId)).map(({ type }) => type)).toEqual(['content.remove']);
  });

  test('rejected, she reads so and where else to turn; she is asked for no third time', async () => {
    const one = await decided('keep');
    const { trackingNumber, caseId } = one;
    const asked = { caseId, trackingNumber, reason: 'not-agreed', text: '' };
    const { complaintId } = await complainAsRequester(engine, asked);
    await judge(complaintId, 'rejected', 'refusal-stands');
    expect(await caseOf(one.code)).toMatchObject({ standing: { key: 'kept' }, disagreement: { complain: null } });
    expect((await complainAsRequester(engine, asked)).outcome).toBe('rejected');
    expect((await kindsOf(trackingNumber)).at(-1)).toBe('complaint-decided');
  });

  test('with the reasons that go with the answer, and no other: what could be said instead is named', async () => {
    const { caseId, trackingNumber } = await decided('keep');
    const said = (reason: string) => complainAsRequester(engine, { caseId, trackingNumber, reason, text: '' });
    for (const reason of ['too-little', 'depicted', 'toString'])
      await expect(said(reason), reason).rejects.toMatchObject({
        code: 'complaint/reason',
        message: 'Against this decision these reasons can be given: shown, intimate, not-agreed, can-be-found, other.',
      });
    expect((await said('can-be-found')).was).toBe('taken');
    await expect(complain(await decided('remove'), 'too-little')).rejects.toMatchObject({ code: 'complaint/reason' });
  });

  test('that somebody holds the rights can be said of what was removed for a copyright notice, and of nothing else', async () => {
    const contentId = id();
    await show(contentId, aPicture());
    const notice = { texts: { dmca: { work: 'A photograph of mine.' } }, signatures: { dmca: 'Maria Example' } };
    const sworn = { declarations: { dmca: { 'not-authorised-use': true, perjury: true } } };
    const { trackingNumber } = await fileRequest(engine, {
      platformId,
      answers: answers(contentId, { basis: 'dmca', ...notice, ...sworn }),
      bases: ['dmca'],
      code: { code: aCode(), pin: null },
    });
    await house.decides({ trackingNumber }, 'remove', 'valid-request');
    expect(await readStatement(engine, (await statementOf(contentId)).address)).toMatchObject({ complainedOf: 'taken-away-for-copyright' });
    const ofWork = { actionId: await actionOf(contentId), reason: 'rights', text: '', via: 'page' } as const;
    expect((await complainAsUploader(engine, ofWork)).was).toBe('taken');

    const other = await decided('remove');
    expect(await readStatement(engine, (await statementOf(other.contentId)).address)).toMatchObject({ complainedOf: 'taken-away' });
    await expect(complain(other, 'rights')).rejects.toMatchObject({ code: 'complaint/reason' });
  });

  test('only about her own request, and only about a refusal', async () => {
    const [one, other] = [await decided('keep'), await decided('remove')];
    const asked = { reason: 'other', text: '' };
    await expect(complainAsRequester(engine, { ...asked, caseId: other.caseId, trackingNumber: one.trackingNumber })).rejects.toMatchObject(
      {
        code: 'request/unknown',
      },
    );
    await expect(
      complainAsRequester(engine, { ...asked, caseId: other.caseId, trackingNumber: other.trackingNumber }),
    ).rejects.toMatchObject({
      code: 'complaint/closed',
    });
  });
});

test('the list goes by how long each could have been judged, in parts', async () => {
  const { db } = engine.store;
  const all = await openComplaints(db, ada, null, 100);
  const pages: string[] = [];
  for (let cursor: string | null = null, more = true; more; ) {
    const part = await openComplaints(db, ada, cursor, 1);
    pages.push(...part.rows.map(({ complaintId }) => complaintId));
    cursor = part.next;
    more = cursor !== null;
  }
  expect(pages).toEqual(all.rows.map(({ complaintId }) => complaintId));
  expect(all.total).toBe(pages.length);
});
