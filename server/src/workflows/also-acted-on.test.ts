/** Does one decision act on the words, a link and the account beside a picture, each by itself, and is each taken back by itself? */
import type { AlsoRuled, BesideAsked } from '@likeness/casework';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyLedger } from '../ledger/verify.ts';
import { feedAfter } from '../outbox/feed.ts';
import { statementAddress } from '../outbox/statement-address.ts';
import { requestByNumber } from '../store/cases.ts';
import { actsOnOf, setActsOn } from './also-acted-on.ts';
import { amendRequest } from './amend-request.ts';
import { complainAsUploader } from './complain.ts';
import { completeAction } from './complete.ts';
import { decide, type Ruled } from './decide.ts';
import { decideComplaint } from './decide-complaint.ts';
import { deskComplaint } from './desk-complaints.ts';
import { decisionMade } from './desk-decision.ts';
import { misuseCard } from './desk-misuse.ts';
import { openOnDesk } from './desk-request.ts';
import type { Engine } from './engine.ts';
import { fileRequest } from './file-request.ts';
import { forgetContent } from './forget.ts';
import { readCase } from './open-case.ts';
import { readStatement } from './read-statement.ts';
import { screen } from './screen.ts';
import { serviceLawOf, setServiceLaw } from './service-facts.ts';
import { eraseUploader } from './subject-data.ts';
import { aCode, aModerator, answers, anUpload, aPicture, pdq } from './test-cast.ts';
import { openTestHouse, type TestHouse } from './test-house.ts';
import { undoDecision } from './undo.ts';

let house: TestHouse;
let engine: Engine;
let platformId: string;
let ada: string;
let bob: string;

const words = 'Maria E., the bakery on Quay Street';
const album = 'https://elsewhere.example/album/1';

beforeAll(async () => {
  house = await openTestHouse();
  ({ engine, platformId } = house);
  [ada, bob] = [house.moderatorId, await aModerator(engine, 'Bob')];
  const law = await serviceLawOf(engine.store.db, platformId);
  await setServiceLaw(engine.store, platformId, { ...law, facts: { ...law.facts, territories: ['EU'] } });
  await setActsOn(engine.store, platformId, ['text', 'link', 'account']);
});

afterAll(() => house.close());

let made = 0;
const posted = async (uploaderRef = `account-${made}`): Promise<string> => {
  made += 1;
  const contentId = `post-${made}`;
  await screen(engine, platformId, { ...anUpload(contentId, pdq(aPicture())), uploaderRef, links: [album], text: words });
  return contentId;
};
const file = async (contentId: string, more = {}): Promise<string> =>
  (await fileRequest(engine, { platformId, answers: answers(contentId, more) })).trackingNumber;
const besideOf = (contentId: string): AlsoRuled[] => [
  { kind: 'text', contentId, link: null, act: 'remove', ground: 'names-the-person' },
  { kind: 'link', contentId, link: album, act: 'restrict', ground: 'leads-to-it' },
  { kind: 'account', contentId, link: null, act: 'restrict', ground: 'posted-such-a-picture' },
];
const rule = (trackingNumber: string, also: readonly AlsoRuled[], moderatorId = ada): Promise<Ruled> =>
  decide(engine, { about: { trackingNumber }, decision: 'remove', ground: 'valid-request', note: '', moderatorId, also });
const decided = async (trackingNumber: string, also: readonly AlsoRuled[]): Promise<string> => {
  const ruled = await rule(trackingNumber, also);
  if (ruled.outcome !== 'decided') throw new Error(`not decided: ${ruled.outcome}`);
  return ruled.decisionId;
};
const toldOf = async (contentId: string) =>
  (await feedAfter(engine.store.db, platformId, 0, 10_000)).filter(
    ({ data }) => data.contentId === contentId && data.actionId !== undefined,
  );
const typesOf = async (contentId: string) => (await toldOf(contentId)).map(({ type }) => type);
const actOf = async (contentId: string, type: string): Promise<string> => {
  const entry = (await toldOf(contentId)).find((one) => one.type === type);
  if (entry?.data.actionId === undefined) throw new Error(`nothing was told of ${type}`);
  return entry.data.actionId;
};
const isClosed = async (trackingNumber: string): Promise<boolean> =>
  (await requestByNumber(engine.store.db, trackingNumber))?.closedAt !== null;

describe('a removal that acts on the words, a link and the account, too', () => {
  test('is four acts, each told, reasoned, confirmed and recorded by itself; “gone” is said when the picture is', async () => {
    const contentId = await posted();
    const trackingNumber = await file(contentId);
    const decisionId = await decided(trackingNumber, besideOf(contentId));
    const told = await toldOf(contentId);
    expect(told.map(({ type }) => type)).toEqual(['content.remove', 'text.remove', 'link.restrict', 'account.restrict']);
    expect(new Set(told.map(({ data }) => data.actionId)).size).toBe(4);
    expect(told.map(({ data }) => data.target)).toEqual([
      { kind: 'content' },
      { kind: 'text' },
      { kind: 'link', url: album },
      { kind: 'account', uploaderRef: expect.stringMatching(/^account-/) },
    ]);
    expect(told.map(({ data }) => data.ground)).toEqual(['valid-request', 'names-the-person', 'leads-to-it', 'posted-such-a-picture']);
    expect(told.map(({ data }) => data.statement?.restriction)).toEqual([
      { type: 'removal', territory: 'everywhere', endsAt: null },
      { type: 'removal', scope: 'text', territory: 'everywhere', endsAt: null },
      { type: 'restriction', scope: 'link', territory: 'everywhere', endsAt: null },
      { type: 'suspension', scope: 'account', territory: 'everywhere', endsAt: null },
    ]);
    expect(told.map(({ data }) => data.statement?.ground.kind)).toEqual(['law', 'law', 'law', 'terms']);
    // What they were removed for is nobody's text: neither the words nor the person stand in any statement.
    expect(JSON.stringify(told.map(({ data }) => data.statement))).not.toContain('Maria');

    await completeAction(engine, platformId, await actOf(contentId, 'text.remove'), {});
    expect(await isClosed(trackingNumber)).toBe(false);
    await completeAction(engine, platformId, await actOf(contentId, 'content.remove'), {});
    expect(await isClosed(trackingNumber)).toBe(true);
    await completeAction(engine, platformId, await actOf(contentId, 'account.restrict'), {});
    const shown = await engine.store.transact((tx) => decisionMade(engine, tx, decisionId));
    expect(shown?.actions.map(({ beside, completedAt }) => [beside ?? 'picture', completedAt !== null]).toSorted()).toEqual([
      ['account', true],
      ['link', false],
      ['picture', true],
      ['text', true],
    ]);
    expect(await verifyLedger(engine.store, engine.keys, [])).toMatchObject({ whole: true });
  });

  test('is told to the person who asked: of each that she named what was decided, and of no other', async () => {
    const contentId = await posted('poster-7');
    const beside: readonly BesideAsked[] = [
      { kind: 'text', says: 'Maria E.' },
      { kind: 'link', says: 'https://elsewhere.example/album/1' },
      { kind: 'link', says: 'https://elsewhere.example/other' },
      { kind: 'account', says: '@poster-7' },
      { kind: 'account', says: 'somebody else' },
    ];
    const filed = await fileRequest(engine, { platformId, answers: answers(contentId, { beside }), code: { code: aCode(), pin: null } });
    const hers = async () => (await readCase(engine, filed.caseId))?.requests[0]?.besideDecided;
    expect(await hers()).toEqual(['open', 'open', 'open', 'open', 'open']);
    const decisionId = await decided(filed.trackingNumber, besideOf(contentId));
    expect(await hers()).toEqual(['removed', 'hidden', 'left', 'suspended', 'left']);
    await setActsOn(engine.store, platformId, []);
    expect(await hers()).toEqual(['removed', 'hidden', 'unheeded', 'suspended', 'unheeded']);
    await setActsOn(engine.store, platformId, ['text', 'link', 'account']);
    expect(await undoDecision(engine, decisionId, ada)).toBe('undone');
    expect(await hers()).toEqual(['open', 'open', 'open', 'open', 'open']);
  });

  test('taken back within the minutes of a slip, each is given back by an act of its own', async () => {
    const contentId = await posted();
    const decisionId = await decided(await file(contentId), besideOf(contentId));
    await completeAction(engine, platformId, await actOf(contentId, 'account.restrict'), {});
    expect(await undoDecision(engine, decisionId, ada)).toBe('undone');
    expect((await typesOf(contentId)).slice(4).toSorted()).toEqual(['account.restore', 'content.restore', 'link.restore', 'text.restore']);
    // Each was owed a statement, so whoever posted it is told of each that it counts no more.
    const answers = (await feedAfter(engine.store.db, platformId, 0, 10_000)).flatMap(({ type, data }) =>
      type.endsWith('.restore') && data.contentId === contentId ? [data.answer ?? ''] : [],
    );
    expect(new Set(answers).size).toBe(4);
    for (const answer of answers) expect(answer).toContain('the statement of reasons counts no more');
  });

  test('an uploader who is erased: no word of hers is left of what was ordered and told, and it is still given back once', async () => {
    const who = 'account-erased@example.org';
    const [one, two] = [await posted(who), await posted(who)];
    const decisions = [await decided(await file(one), besideOf(one)), await decided(await file(two), besideOf(two))];
    await eraseUploader(engine, platformId, who);
    const left = async () => [
      await feedAfter(engine.store.db, platformId, 0, 10_000),
      await engine.store.db.selectFrom('action').selectAll().execute(),
    ];
    expect(JSON.stringify(await left())).not.toContain(who);
    for (const decisionId of decisions) expect(await undoDecision(engine, decisionId, ada)).toBe('undone');
    const restored = [...(await typesOf(one)), ...(await typesOf(two))].filter((type) => type === 'account.restore');
    expect(restored).toHaveLength(1);
    expect(JSON.stringify(await left())).not.toContain(who);
  });

  test('that an account keeps posting such pictures is said only where something else of it was removed before, and the page says how many', async () => {
    const keeps = (contentId: string): AlsoRuled => ({
      kind: 'account',
      contentId,
      link: null,
      act: 'restrict',
      ground: 'posts-such-pictures',
    });
    const [one, two] = [await posted('account-again'), await posted('account-again')];
    const first = await file(one);
    const account = async (trackingNumber: string) =>
      (await openOnDesk(engine, ada, trackingNumber))?.beside.find(({ kind }) => kind === 'account');
    const offered = await account(first);
    expect([offered?.earlier, offered?.grounds.map(({ key }) => key)]).toEqual([0, ['posted-such-a-picture', 'poses-as-the-person']]);
    expect(await rule(first, [keeps(one)])).toMatchObject({ outcome: 'also-unfit', unfit: [{ why: 'ground' }] });
    await decided(first, besideOf(one));
    const [told] = (await toldOf(one)).filter(({ type }) => type === 'account.restrict');
    expect(told?.data.statement?.ground.text).toContain('posted an intimate picture');
    const second = await file(two);
    const again = await account(second);
    expect([again?.earlier, again?.grounds[0]?.key]).toEqual([1, 'posts-such-pictures']);
    await decided(second, [keeps(two)]);
    expect((await toldOf(two)).at(-1)?.data.statement?.ground.text).toContain('keeps posting');
  });

  test('an account that another decision suspended as well is not given back', async () => {
    const [one, two] = [await posted('account-twice'), await posted('account-twice')];
    const first = await decided(await file(one), besideOf(one));
    const second = await decided(await file(two), besideOf(two));
    const who = { platformId, kind: 'illegal-content', account: 'account-twice' } as const;
    const suspendedAt = async () => (await misuseCard(engine, who, ada)).suspendedByDecisionAt;
    expect(await suspendedAt()).toEqual(house.now());
    expect(await undoDecision(engine, first, ada)).toBe('undone');
    expect(await suspendedAt()).toEqual(house.now());
    expect((await typesOf(one)).slice(4).toSorted()).toEqual(['content.restore', 'link.restore', 'text.restore']);
    expect(await undoDecision(engine, second, ada)).toBe('undone');
    expect(await suspendedAt()).toBeNull();
  });

  test('a complaint about the account alone, upheld, gives back the account and leaves the picture down', async () => {
    const contentId = await posted();
    const trackingNumber = await file(contentId);
    await decided(trackingNumber, besideOf(contentId));
    const actionId = await actOf(contentId, 'account.restrict');
    const { complaintId } = await complainAsUploader(engine, { actionId, reason: 'other', text: '', via: 'api', platformId });
    const ruling = { complaintId, outcome: 'upheld', note: '', moderatorId: bob } as const;
    // What answers a complaint about the picture would say too much.
    await expect(decideComplaint(engine, { ...ruling, ground: 'depicted' })).rejects.toThrow(RangeError);
    expect(await decideComplaint(engine, { ...ruling, ground: 'beside-was-wrong' })).toBe('decided');
    expect((await typesOf(contentId)).slice(4)).toEqual(['account.restore']);
    expect(await requestByNumber(engine.store.db, trackingNumber)).toMatchObject({ outcome: 'remove' });
    await expect(
      complainAsUploader(engine, {
        actionId: await actOf(contentId, 'account.restore'),
        reason: 'other',
        text: '',
        via: 'api',
        platformId,
      }),
    ).rejects.toThrow();
  });
});

describe('once the picture is referred', () => {
  test('a complaint about the account is judged still, and may still be made; those about the picture and its words are closed', async () => {
    const [first, second] = [await posted(), await posted()];
    for (const contentId of [first, second]) await decided(await file(contentId), besideOf(contentId));
    const complain = async (contentId: string, type: string) =>
      complainAsUploader(engine, { actionId: await actOf(contentId, type), reason: 'other', text: '', via: 'api', platformId });
    const ofAccount = await complain(first, 'account.restrict');
    const ofPicture = await complain(first, 'content.remove');
    const ofWords = await complain(first, 'text.remove');
    for (const contentId of [first, second]) {
      const about = { trackingNumber: await file(contentId) };
      await decide(engine, { about, decision: 'refer', ground: 'perhaps-under-18', note: '', moderatorId: ada });
    }
    for (const { complaintId } of [ofPicture, ofWords])
      expect(await deskComplaint(engine, complaintId, bob)).toMatchObject({ judged: { unjudged: 'referred' } });
    expect(await deskComplaint(engine, ofAccount.complaintId, bob)).toMatchObject({
      state: 'open',
      beside: { kind: 'account', isPictureReferred: true },
    });
    const statement = (await toldOf(second)).find(({ type }) => type === 'account.restrict')?.data.statement?.id ?? '';
    const view = await readStatement(engine, statementAddress(engine.keys, engine.publicUrl, statement));
    expect(view?.mayComplainUntil).not.toBeNull();
    const late = await complain(second, 'account.restrict');
    for (const [{ complaintId }, contentId] of [
      [ofAccount, first],
      [late, second],
    ] as const) {
      const ruling = { complaintId, outcome: 'upheld', ground: 'beside-was-wrong', note: '', moderatorId: bob } as const;
      expect(await decideComplaint(engine, ruling)).toBe('decided');
      expect((await typesOf(contentId)).slice(4)).toEqual(['content.restrict', 'account.restore']);
    }
  });
});

describe('what is offered', () => {
  test('is what the service named and said that it can act on: an account once, and nothing of a picture that may show somebody under 18', async () => {
    const [one, two] = [await posted('account-once'), await posted('account-once')];
    const desk = await openOnDesk(engine, ada, await file(one, { locations: [one, two].map((id) => `https://forum.example/posts/${id}`) }));
    expect(desk?.beside.map(({ kind, contentId }) => [kind, contentId])).toEqual([
      ['text', one],
      ['link', one],
      ['account', one],
      ['text', two],
      ['link', two],
    ]);
    expect(desk?.beside[0]).toMatchObject({ text: words });
    const young = await openOnDesk(engine, ada, await file(two, { isYoung: true }));
    expect(young).toMatchObject({ isYoung: true, beside: [] });
  });

  test('nothing is decided about a link that is not there, or on a reason that does not fit', async () => {
    const contentId = await posted();
    const trackingNumber = await file(contentId);
    const [text, link] = besideOf(contentId);
    if (text === undefined || link === undefined) throw new Error('nothing beside');
    const unfitOf = async (...also: AlsoRuled[]) => {
      const ruled = await rule(trackingNumber, also);
      return ruled.outcome === 'also-unfit' ? ruled.unfit.map(({ ruled: { kind }, why }) => [kind, why]) : ruled;
    };
    expect(await unfitOf({ ...link, link: 'https://elsewhere.example/other' })).toEqual([['link', 'not-there']]);
    expect(await unfitOf({ ...text, ground: 'leads-to-it' })).toEqual([['text', 'ground']]);
    expect(await unfitOf({ ...text, contentId: await posted() }, link)).toEqual([['text', 'not-there']]);
    expect(await unfitOf(link, text, { ...link, act: 'remove' }, text)).toEqual([
      ['link', 'twice'],
      ['text', 'twice'],
    ]);
    expect(await typesOf(contentId)).toEqual([]);
  });

  test('names what the request asks about; words and a link that the service did not tell are offered where it says that they stand', async () => {
    const contentId = await posted('pаula'); // with a Cyrillic а
    const bare = 'bare-post';
    await screen(engine, platformId, { ...anUpload(bare, pdq(aPicture())), uploaderRef: null });
    const elsewhere = 'https://elsewhere.example/more';
    const trackingNumber = await file(contentId, {
      locations: [contentId, bare].map((id) => `https://forum.example/posts/${id}`),
      beside: [
        { kind: 'text', says: 'MARIA E.' },
        { kind: 'link', says: 'https://elsewhere.example/album/1/#top' },
        { kind: 'account', says: 'paula' },
        { kind: 'text', says: 'where she works', at: `https://forum.example/posts/${bare}` },
        { kind: 'link', says: elsewhere, at: `https://forum.example/posts/${bare}` },
        { kind: 'account', says: 'somebody', at: `https://forum.example/posts/${bare}` },
      ],
    });
    const desk = await openOnDesk(engine, ada, trackingNumber);
    const offered = desk?.beside.map(({ kind, contentId: at, text, link, asked }) => [kind, at, text ?? link, asked] as const) ?? [];
    expect(offered).toHaveLength(5);
    // Two posts of one millisecond stand in either order.
    expect([contentId, bare].flatMap((post) => offered.filter(([, at]) => at === post))).toEqual([
      ['text', contentId, words, [{ says: 'MARIA E.', fit: 'similar' }]],
      ['link', contentId, album, [{ says: 'https://elsewhere.example/album/1/#top', fit: 'same' }]],
      ['account', contentId, null, [{ says: 'paula', fit: 'similar' }]],
      ['text', bare, null, [{ says: 'where she works', fit: 'unseen' }]],
      ['link', bare, elsewhere, [{ says: elsewhere, fit: 'unseen' }]],
    ]);
    await decided(trackingNumber, [
      { kind: 'text', contentId: bare, link: null, act: 'restrict', ground: 'names-the-person' },
      { kind: 'link', contentId: bare, link: elsewhere, act: 'remove', ground: 'leads-to-it' },
    ]);
    expect(await typesOf(bare)).toEqual(['content.remove', 'text.restrict', 'link.remove']);
    expect((await toldOf(bare)).at(-1)?.data.target).toEqual({ kind: 'link', url: elsewhere });
  });

  test('what is asked about later was not seen: the decision waits for another look', async () => {
    const contentId = await posted();
    const trackingNumber = await file(contentId);
    const desk = await openOnDesk(engine, ada, trackingNumber);
    await amendRequest(engine, { platformId }, trackingNumber, { beside: [{ kind: 'text', says: 'Quay Street' }] });
    const ruling = { about: { trackingNumber }, decision: 'keep', ground: 'not-intimate', note: '', moderatorId: ada } as const;
    expect(await decide(engine, { ...ruling, shown: desk?.shown ?? [] })).toEqual({ outcome: 'changed' });
  });

  test('the words are sealed, go with the upload’s DELETE, and are not kept for a service that does not act on words', async () => {
    const contentId = await posted();
    const kept = () => engine.store.db.selectFrom('content_text').selectAll().execute();
    const before = await kept();
    expect(before.every(({ sealed }) => !sealed.toString('utf8').includes('Maria'))).toBe(true);
    await file(contentId);
    await forgetContent(engine, platformId, contentId);
    expect(await kept()).toHaveLength(before.length - 1);
    await setActsOn(engine.store, platformId, ['account']);
    expect(await kept()).toEqual([]);
    await posted();
    expect(await kept()).toEqual([]);
    expect(await actsOnOf(engine.store.db, platformId)).toEqual(['account']);
  });
});
