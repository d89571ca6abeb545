/** Does a decision leave a picture up for fewer people, only where that is enough, and is it told, confirmed and taken back like any other decision? */
import { describe, expect, test } from 'vitest';
import { statementAddress } from '../outbox/statement-address.ts';
import { listedAfter } from '../store/bank-lists.ts';
import { askForMore } from './ask-for-more.ts';
import { complainAsUploader } from './complain.ts';
import { decide } from './decide.ts';
import { awaitedRemovals } from './desk-queue.ts';
import { openOnDesk } from './desk-request.ts';
import { deskReview } from './desk-review.ts';
import { forgetContent } from './forget.ts';
import { readStatement } from './read-statement.ts';
import { restrictsOf } from './restrictable.ts';
import { screen } from './screen.ts';
import { setSecondLook } from './second-look.ts';
import { setAside } from './set-aside.ts';
import { anUpload, aPicture, edited, pdq, sweepAll } from './test-cast.ts';
import { deskForTests } from './test-desk.ts';
import { hours } from './test-house.ts';
import { type Filed, limitsOn, nobody, ordered } from './test-limits.ts';
import { tick } from './tick.ts';
import { undoDecision } from './undo.ts';
import { askWithdrawal } from './withdraw.ts';

const house = await deskForTests({ territories: ['EU'] });
const { engine, platformId, ada, bob } = house;
const { filed, rule, restricted, standing, told, confirm, hers, row, seen, reviewOf, held } = await limitsOn(house);

describe('a decision to restrict', () => {
  test('tells the service how it is still seen and whoever posted it why, and settles the request once it is confirmed', async () => {
    const one = await restricted(await filed());
    const [act] = await house.told(one.contentId);
    expect(act).toMatchObject({ type: 'content.restrict', data: { visibility: 'age-gate', ground: 'rules-age-gate' } });
    expect(act?.data).not.toHaveProperty('preserve');
    expect(act?.data.statement).toMatchObject({ restriction: { type: 'restriction', visibility: 'age-gate', territory: 'everywhere' } });
    const address = statementAddress(engine.keys, engine.publicUrl, act?.data.statement?.id ?? '');
    expect(await readStatement(engine, address)).toMatchObject({ isTakenBack: false, mayComplainUntil: expect.any(Date) });
    expect(await standing(one.trackingNumber)).toBe('limit-ordered');
    expect((await hers(one)).standing.key).toBe('being-limited');
    expect((await awaitedRemovals(engine.store.db, null, 100)).rows.map(({ trackingNumber }) => trackingNumber)).toContain(
      one.trackingNumber,
    );
    expect((await row(one))?.closedAt).toBeNull();

    house.later(hours(1));
    await confirm(one.contentId);
    expect(await standing(one.trackingNumber)).toBe('limited');
    expect((await row(one))?.closedAt).toEqual(house.now());
    const after = await hers(one);
    expect([after.standing.key, after.isRemoved, after.isToBeRemoved]).toEqual(['limited', false, false]);
    expect(after.timeline.map(({ key }) => key)).toContain('limited');
    expect(after.disagreement.complain).toMatchObject({ trackingNumber: one.trackingNumber, isLimited: true });
  });

  test('has copies asked about, those that were there and those that come, and restricts and holds none by itself; it leaves in no list', async () => {
    const picture = aPicture();
    const [one, before, after] = [house.newName(), house.newName(), house.newName()];
    for (const name of [one, before]) await screen(engine, platformId, anUpload(name, pdq(picture)));
    seen.add(one);
    const { decisionId } = await restricted(await filed(['digital-services-act'], one));
    await sweepAll(engine);
    expect(await screen(engine, platformId, anUpload(after, pdq(picture)))).toMatchObject({ verdict: 'review', reviewPending: true });
    expect([await told(before), await told(after)]).toEqual([[], []]);
    expect(await screen(engine, platformId, anUpload(one, pdq(picture)))).toMatchObject({ reviewPending: false });
    const { bank_id: bankId } = await engine.store.db
      .selectFrom('claim')
      .innerJoin('item', 'item.id', 'claim.item_id')
      .select('item.bank_id')
      .where('claim.decision_id', '=', decisionId)
      .executeTakeFirstOrThrow();
    const values = ((await listedAfter(engine.store.db, bankId, nobody, 1000))?.lines ?? []).map(({ value }) => value);
    expect(values).not.toContain(picture);
    await house.decides({ reviewId: await reviewOf(before) }, 'restrict', 'rules-age-gate');
    // Somebody finds that it has to go after all, and not because it is the same: then copies are held.
    const copy = { about: { reviewId: await reviewOf(after) }, decision: 'remove', note: '', moderatorId: ada } as const;
    expect(await decide(engine, { ...copy, ground: 'same-picture' })).toEqual({ outcome: 'changed' });
    await house.decides(copy.about, 'remove', 'not-agreed');
    expect((await house.told(after)).at(-1)?.data.statement).toMatchObject({
      facts: { text: expect.stringContaining('the same picture as one on its lists') },
      ground: { kind: 'law' },
    });
    expect(await screen(engine, platformId, anUpload(house.newName(), pdq(picture)))).toMatchObject({ verdict: 'hold' });
  });

  test('that was a slip asks about no copy any more', async () => {
    const picture = aPicture();
    const one = house.newName();
    await screen(engine, platformId, anUpload(one, pdq(picture)));
    seen.add(one);
    await undoDecision(engine, (await restricted(await filed(['digital-services-act'], one))).decisionId, ada);
    expect(await screen(engine, platformId, anUpload(house.newName(), pdq(picture)))).toMatchObject({ verdict: 'allow' });
  });

  test('is about one country where the law of that country alone is against it, and then rests on the questions of the law', async () => {
    const one = await filed();
    const about = { trackingNumber: one.trackingNumber };
    expect(await rule(about, 'illegal-there-de', { found: {} })).toMatchObject({ outcome: 'not-found-so' });
    const found = { 'digital-services-act': { illegal: 'yes', evident: 'no' } } as const;
    expect(await rule(about, 'illegal-there-de', { found })).toMatchObject({ outcome: 'decided' });
    expect((await house.told(one.contentId))[0]?.data.statement).toMatchObject({
      restriction: { visibility: 'not-in-DE', territory: 'DE' },
    });
  });

  test('of an order holds in the country of the order, and nobody is told', async () => {
    const one = await filed(['authority-order'], house.newName(), { onBehalfOf: 'authority', texts: ordered });
    await restricted(one, 'ordered-there-de');
    const [act] = await house.told(one.contentId);
    expect(act?.data).toMatchObject({ visibility: 'not-in-DE' });
    expect(act?.data).not.toHaveProperty('statement');
  });

  test('of a match gives back what was held, with the limit, and the same upload is not asked about again', async () => {
    const copy = await held();
    await house.decides({ reviewId: await reviewOf(copy) }, 'restrict', 'rules-not-recommended');
    expect(await told(copy)).toEqual([['content.restrict', 'not-recommended']]);
    expect((await house.told(copy))[0]?.data.statement?.facts.text).toContain('may stay, with a limit');
    await sweepTicks();
    const open = await engine.store.db
      .selectFrom('review')
      .innerJoin('content', 'content.ref', 'review.ref')
      .select('review.id')
      .where('content.content_id', '=', copy)
      .where('review.closed_at', 'is', null)
      .execute();
    expect(open).toEqual([]);
  });

  test('waits for a second person where the operator wants that', async () => {
    await setSecondLook(engine.store, platformId, ['restrict']);
    const one = await filed();
    expect(await rule({ trackingNumber: one.trackingNumber })).toEqual({ outcome: 'proposed' });
    expect(await rule({ trackingNumber: one.trackingNumber }, 'rules-age-gate', { moderatorId: bob })).toMatchObject({
      outcome: 'decided',
    });
    await setSecondLook(engine.store, platformId, []);
  });

  test('stands when she ends her case', async () => {
    const one = await restricted(await filed());
    await askWithdrawal(engine, one.caseId, null);
    house.later(hours(73));
    await tick(engine);
    expect((await row(one))?.outcome).toBe('restrict');
    expect(
      (await house.feed()).find(({ type, data }) => type === 'request.withdrawn' && data.trackingNumber === one.trackingNumber)?.data,
    ).toMatchObject({
      removalStands: true,
    });
    expect(await told(one.contentId)).toEqual([['content.restrict', 'age-gate']]);
  });
});

describe('an upload that is restricted and screened again', () => {
  const shows = (contentId: string, picture: string) => screen(engine, platformId, anUpload(contentId, pdq(picture)));
  const limited = async (ground = 'rules-age-gate') => {
    const [contentId, picture] = [house.newName(), aPicture()];
    await shows(contentId, picture);
    seen.add(contentId);
    const one = await restricted(await filed(undefined, contentId), ground);
    await confirm(contentId);
    return { ...one, picture };
  };
  const stands = async ({ trackingNumber }: Filed) => (await openOnDesk(engine, ada, trackingNumber))?.uploads[0]?.standing;

  test('with the same picture stays restricted, and the answer says how it is seen', async () => {
    const one = await limited();
    house.later(hours(1));
    for (let time = 0; time < 2; time += 1)
      expect(await shows(one.contentId, one.picture)).toMatchObject({ verdict: 'allow', reviewPending: false, visibility: 'age-gate' });
    expect(await stands(one)).toBe('limited');
    // Given back is given back as restricted, still.
    const other = await filed(undefined, one.contentId);
    await house.decides({ trackingNumber: other.trackingNumber }, 'keep', 'not-depicted');
    expect(await told(one.contentId)).toEqual([['content.restrict', 'age-gate']]);
    expect(await undoDecision(engine, one.decisionId, ada)).toBe('over');
  });

  test('with another picture stays so until somebody has looked, who gives it back, or restricts it otherwise', async () => {
    for (const decision of ['keep', 'restrict'] as const) {
      const one = await limited();
      house.later(hours(1));
      const other = aPicture();
      for (let time = 0; time < 2; time += 1)
        expect(await shows(one.contentId, other)).toEqual({
          contentId: one.contentId,
          verdict: 'review',
          reviewPending: true,
          visibility: 'age-gate',
          matches: [],
        });
      const reviewId = await reviewOf(one.contentId);
      expect(await deskReview(engine, reviewId)).toMatchObject({
        state: 'open',
        upload: { standing: 'limited', matches: [{ isOfEarlier: true }] },
      });
      house.later(hours(1));
      const ground = decision === 'keep' ? 'different-picture' : 'rules-not-recommended';
      const decisionId = await house.decides({ reviewId }, decision, ground);
      const last = decision === 'keep' ? ['content.restore', null] : ['content.restrict', 'not-recommended'];
      expect(await told(one.contentId)).toEqual([['content.restrict', 'age-gate'], last]);
      const answer = await shows(one.contentId, other);
      expect([answer.verdict, answer.reviewPending, answer.visibility]).toEqual([
        'allow',
        false,
        decision === 'keep' ? undefined : 'not-recommended',
      ]);
      if (decision === 'restrict') {
        expect(await undoDecision(engine, decisionId, ada)).toBe('undone');
        expect((await told(one.contentId)).at(-1)).toEqual(['content.restrict', 'age-gate']);
        expect(await deskReview(engine, reviewId)).toMatchObject({ state: 'open' });
      }
    }
  });

  test('after the service deleted it is a new upload, and asked about as a copy is', async () => {
    const one = await limited();
    // Somebody else asks about it: what is known of it stays.
    await filed(undefined, one.contentId);
    house.later(hours(1));
    await forgetContent(engine, platformId, one.contentId);
    house.later(hours(1));
    const answer = await shows(one.contentId, one.picture);
    expect(answer).toMatchObject({ verdict: 'review', reviewPending: true });
    expect(answer).not.toHaveProperty('visibility');
    expect(await stands(one)).toBe('visible');
  });

  test('with another picture that is held is held, and with one that it was made from asked about like any copy', async () => {
    const one = await limited();
    house.later(hours(1));
    expect(await shows(one.contentId, edited(one.picture, 8))).toMatchObject({
      verdict: 'review',
      reviewPending: true,
      visibility: 'age-gate',
      matches: [{ effect: 'review', distance: 8 }],
    });
    const removed = aPicture();
    const listed = house.newName();
    await shows(listed, removed);
    seen.add(listed);
    await house.decides({ trackingNumber: (await filed(['take-it-down'], listed)).trackingNumber }, 'remove', 'valid-request');
    const answer = await shows(one.contentId, removed);
    expect(answer).toMatchObject({ verdict: 'hold', reviewPending: true });
    expect(answer).not.toHaveProperty('visibility');
  });
});

describe('nothing is restricted', () => {
  const refused = async (one: Filed, ground = 'rules-age-gate') => {
    const before = (await house.feed()).length;
    const ruled = await rule({ trackingNumber: one.trackingNumber }, ground);
    expect((await house.feed()).length).toBe(before);
    expect(await standing(one.trackingNumber)).not.toBe('limit-ordered');
    return ruled.outcome === 'not-to-be-restricted' ? ruled.because : ruled.outcome;
  };

  test('under a law that wants it gone, nor beside one that is open for the same filing: of two laws the stricter wins', async () => {
    for (const basis of ['take-it-down', 'online-safety-act', 'dmca'] as const)
      expect([basis, await refused(await filed([basis]))]).toEqual([basis, 'law-wants-more']);
    const both = await filed(['digital-services-act', 'take-it-down']);
    expect(await refused(both)).toBe('law-wants-more');
    expect(await openOnDesk(engine, ada, both.trackingNumber)).toMatchObject({ restricts: [], wantRemoval: [expect.any(String)] });
    const american = (await openOnDesk(engine, ada, both.trackingNumber))?.otherLaws[0]?.trackingNumber ?? '';
    await house.decides({ trackingNumber: american }, 'keep', 'not-intimate');
    expect(await rule({ trackingNumber: both.trackingNumber })).toMatchObject({ outcome: 'decided' });
  });

  test('that its own page would offer: what is held, hidden for another, restricted otherwise or deleted is offered for no limit that is refused', async () => {
    const offered = async ({ trackingNumber }: Filed) => (await openOnDesk(engine, ada, trackingNumber))?.restricts;
    const reason = async ({ trackingNumber }: Filed) => (await openOnDesk(engine, ada, trackingNumber))?.notRestricted;
    const all = ['age-gate', 'not-recommended', 'not-in-DE'];
    const [plain, copy] = [await filed(), await filed(undefined, await held())];
    expect([await offered(plain), await offered(copy)]).toEqual([all, []]);
    expect([await reason(plain), await reason(copy)]).toEqual([null, 'is-held']);
    expect(await refused(copy)).toBe('is-held');
    const [first, second] = [await filed(), await filed()];
    await restricted(first);
    const again = await filed(undefined, first.contentId);
    expect(await offered(again)).toEqual(['age-gate']);
    expect(await rule({ trackingNumber: again.trackingNumber }, 'rules-not-recommended')).toMatchObject({ because: 'otherwise' });
    await askForMore(engine, { trackingNumber: second.trackingNumber, questions: [], isRestricted: true, moderatorId: ada });
    const other = await filed(undefined, second.contentId);
    expect([await offered(second), await offered(other), await refused(other)]).toEqual([all, [], 'hidden-for-another']);
    expect(await reason(other)).toBe('hidden-for-another');
    await forgetContent(engine, platformId, plain.contentId);
    expect([await offered(plain), await refused(plain), await reason(plain)]).toEqual([[], 'is-down', 'is-down']);
  });

  test('that comes again after it was removed under a law that wants it gone', async () => {
    const copy = await held('take-it-down', 'valid-request');
    const reviewId = await reviewOf(copy);
    expect(await deskReview(engine, reviewId)).toMatchObject({
      state: 'open',
      restricts: [],
      notRestricted: 'law-wants-more',
      wantRemoval: [expect.stringContaining('TAKE IT DOWN')],
    });
    expect(await rule({ reviewId })).toMatchObject({ outcome: 'not-to-be-restricted', because: 'law-wants-more' });
    expect(await deskReview(engine, await reviewOf(await held()))).toMatchObject({
      restricts: ['age-gate', 'not-recommended', 'not-in-DE'],
    });
  });

  test('in a way that the service has not said that it can carry out', async () => {
    expect(await refused(await filed(), 'illegal-there-fr')).toBe('not-offered');
    expect(await restrictsOf(engine.store.db, platformId)).toEqual(['age-gate', 'not-recommended', 'not-in-DE']);
  });

  test('that another request says may show somebody under 18', async () => {
    const one = await filed();
    await filed(['digital-services-act'], one.contentId, { isYoung: true });
    expect(await refused(one)).toBe('may-be-young');
  });

  test('that somebody else’s listed picture holds, that is down already, or that is restricted in another way', async () => {
    const copy = await held();
    expect(await refused(await filed(['digital-services-act'], copy))).toBe('is-held');
    const one = await filed();
    const [second, third] = [await filed(['digital-services-act'], one.contentId), await filed(['digital-services-act'], one.contentId)];
    await restricted(one);
    expect(await rule({ trackingNumber: second.trackingNumber }, 'rules-not-recommended')).toMatchObject({ because: 'otherwise' });
    expect(await rule({ trackingNumber: second.trackingNumber })).toMatchObject({ outcome: 'decided' });
    await house.decides({ trackingNumber: third.trackingNumber }, 'remove', 'own-rules');
    const late = await filed(['digital-services-act'], one.contentId);
    expect(await rule({ trackingNumber: late.trackingNumber })).toMatchObject({ because: 'is-down' });
  });
});

describe('what a decision restricts', () => {
  test('can still be removed, and once that is confirmed nobody waits for the limit', async () => {
    const one = await restricted(await filed());
    const stricter = await filed(['take-it-down'], one.contentId);
    house.later(hours(1));
    await house.decides({ trackingNumber: stricter.trackingNumber }, 'remove', 'own-rules');
    expect(await standing(stricter.trackingNumber)).toBe('removal-ordered');
    await confirm(one.contentId);
    expect([(await row(stricter))?.closedAt, (await row(one))?.closedAt]).toEqual([house.now(), house.now()]);
  });

  test('stays so when another request about it is refused, when one has it hidden meanwhile, and when its removal was a slip', async () => {
    const one = await restricted(await filed());
    const refused = await filed(['digital-services-act'], one.contentId);
    await house.decides({ trackingNumber: refused.trackingNumber }, 'keep', 'not-depicted');
    expect(await told(one.contentId)).toHaveLength(1);

    const hidden = await filed(['digital-services-act'], one.contentId);
    await askForMore(engine, { trackingNumber: hidden.trackingNumber, questions: [], isRestricted: true, moderatorId: ada });
    expect(await standing(one.trackingNumber)).toBe('restricted');
    house.later(hours(1));
    await house.decides({ trackingNumber: hidden.trackingNumber }, 'keep', 'not-depicted');
    expect((await told(one.contentId)).slice(1)).toEqual([
      ['content.restrict', null],
      ['content.restrict', 'age-gate'],
    ]);

    house.later(hours(1));
    const slip = await filed(['digital-services-act'], one.contentId);
    const removal = await house.decides({ trackingNumber: slip.trackingNumber }, 'remove', 'own-rules');
    expect(await undoDecision(engine, removal, ada)).toBe('undone');
    expect((await told(one.contentId)).slice(3)).toEqual([
      ['content.remove', null],
      ['content.restrict', 'age-gate'],
    ]);
    expect((await house.told(one.contentId)).at(-1)?.data.answer).toContain('to fewer people');
    expect(await standing(one.trackingNumber)).toBe('limit-ordered');
  });

  test('stays so when the request that had it hidden is withdrawn, and when what held it since is listed no more', async () => {
    const picture = aPicture();
    const [one, other] = [house.newName(), house.newName()];
    for (const name of [one, other]) await screen(engine, platformId, anUpload(name, pdq(picture)));
    seen.add(one).add(other);
    const first = await restricted(await filed(['digital-services-act'], one));
    const hidden = await filed(['digital-services-act'], one);
    house.later(hours(1));
    await askForMore(engine, { trackingNumber: hidden.trackingNumber, questions: [], isRestricted: true, moderatorId: ada });
    await askWithdrawal(engine, hidden.caseId, null);
    house.later(hours(73));
    await tick(engine);
    expect((await told(one)).slice(1)).toEqual([
      ['content.restrict', null],
      ['content.restrict', 'age-gate'],
    ]);

    const { trackingNumber } = await filed(['digital-services-act'], other);
    const removal = await house.decides({ trackingNumber }, 'remove', 'own-rules');
    await sweepAll(engine);
    expect([await standing(first.trackingNumber), (await told(one)).at(-1)]).toEqual(['held', ['content.hold', null]]);
    expect(await undoDecision(engine, removal, ada)).toBe('undone');
    expect((await told(one)).at(-1)).toEqual(['content.restrict', 'age-gate']);
  });

  test('stays so when the match that held it since is another picture', async () => {
    const picture = aPicture();
    const [one, other] = [house.newName(), house.newName()];
    for (const name of [one, other]) await screen(engine, platformId, anUpload(name, pdq(picture)));
    seen.add(one).add(other);
    await restricted(await filed(['digital-services-act'], one));
    const { trackingNumber } = await filed(['digital-services-act'], other);
    await house.decides({ trackingNumber }, 'remove', 'own-rules');
    await sweepAll(engine);
    await house.decides({ reviewId: await reviewOf(one) }, 'keep', 'different-picture');
    expect((await told(one)).at(-1)).toEqual(['content.restrict', 'age-gate']);
  });

  test('is shown to everybody again when it was a slip, and the request is open in the time that it had', async () => {
    const one = await restricted(await filed());
    expect(await undoDecision(engine, one.decisionId, ada)).toBe('undone');
    expect(await told(one.contentId)).toEqual([
      ['content.restrict', 'age-gate'],
      ['content.restore', null],
    ]);
    expect((await house.told(one.contentId))[1]?.data.answer).toContain('to everybody again');
    expect((await openOnDesk(engine, ada, one.trackingNumber))?.state).toBe('open');
    expect(await standing(one.trackingNumber)).toBe('visible');
    await restricted(one);
    await confirm(one.contentId);
    expect((await hers(one)).standing.key).toBe('limited');
  });

  test('that a match held before is held again after a slip', async () => {
    const copy = await held();
    const reviewId = await reviewOf(copy);
    expect(await undoDecision(engine, await house.decides({ reviewId }, 'restrict', 'rules-age-gate'), ada)).toBe('undone');
    expect((await told(copy)).at(-1)).toEqual(['content.hold', null]);
    expect(await reviewOf(copy)).toBe(reviewId);
  });

  test('stays as it stands when something else holds or hides it by the time it is taken back', async () => {
    const picture = aPicture();
    const [hidden, other, match] = [house.newName(), house.newName(), house.newName()];
    for (const name of [match, other]) await screen(engine, platformId, anUpload(name, pdq(picture)));
    seen.add(match).add(other);
    const [one, two] = [
      await restricted(await filed(['digital-services-act'], hidden)),
      await restricted(await filed(['digital-services-act'], match)),
    ];
    const { trackingNumber } = await filed(['digital-services-act'], hidden);
    await askForMore(engine, { trackingNumber, questions: [], isRestricted: true, moderatorId: ada });
    await house.decides({ trackingNumber: (await filed(['digital-services-act'], other)).trackingNumber }, 'remove', 'own-rules');
    await sweepAll(engine);
    const before = [await told(hidden), await told(match)];
    expect(before.map((entries) => entries.at(-1))).toEqual([
      ['content.restrict', null],
      ['content.hold', null],
    ]);
    for (const { decisionId } of [one, two]) expect(await undoDecision(engine, decisionId, ada)).toBe('undone');
    expect([await told(hidden), await told(match)]).toEqual(before);
    expect([await standing(one.trackingNumber), await standing(two.trackingNumber)]).toEqual(['restricted', 'held']);
  });

  test('is shown again when a court sets the decision aside', async () => {
    const one = await restricted(await filed());
    expect(await setAside(engine, { decisionId: one.decisionId, ground: 'court', note: 'Case 12', moderatorId: ada })).toBe('set-aside');
    expect((await told(one.contentId)).at(-1)).toEqual(['content.restore', null]);
    expect((await hers(one)).standing.key).toBe('kept');
  });
});

describe('what she reads of a picture that a limit was decided for, once it is removed', () => {
  /** Every sentence on the page of her case about this request. */
  const sentences = async (one: Filed): Promise<string> => {
    const { standing: stands, timeline } = await hers(one);
    return [stands.sentence, ...timeline.map(({ sentence }) => sentence)].join(' ');
  };
  const isUp = /not taken down|stays up|can (still )?see (it|the picture)( now)?\.|no longer shows|says that fewer/;

  test('under another law of her filing: that it is to go, and then that it is gone', async () => {
    const one = await filed(['digital-services-act', 'own-rules']);
    await restricted(one, 'illegal-there-de');
    const rules = (await openOnDesk(engine, ada, one.trackingNumber))?.otherLaws[0]?.trackingNumber ?? '';
    house.later(hours(1));
    await house.decides({ trackingNumber: rules }, 'remove', 'own-rules');
    const during = await hers(one);
    expect([during.trackingNumber, during.standing.key, during.disagreement.complain]).toEqual([rules, 'being-removed', null]);
    await confirm(one.contentId);
    expect((await hers(one)).standing.key).toBe('removed');
    expect(await sentences(one)).not.toMatch(isUp);
    const { actionId = '' } = (await house.told(one.contentId)).at(-1)?.data ?? {};
    await complainAsUploader(engine, { actionId, reason: 'agreed', text: '', via: 'page' });
    expect((await hers(one)).disagreement.question).not.toHaveProperty('isLimited');
  });

  test('for somebody else: nothing that is false, and nothing of that request', async () => {
    const one = await restricted(await filed());
    const before = await sentences(one);
    house.later(hours(1));
    const { trackingNumber } = await filed(['take-it-down'], one.contentId);
    await house.decides({ trackingNumber }, 'remove', 'own-rules');
    expect(await sentences(one)).toBe(before);
    await confirm(one.contentId);
    const after = await hers(one);
    expect(after.standing.key).toBe('limited');
    expect(after.timeline.at(-1)?.sentence).toBe('The service has nothing left to do for this limit.');
    expect(await sentences(one)).not.toMatch(isUp);
    const refused = await filed(['digital-services-act'], one.contentId);
    await house.decides({ trackingNumber: refused.trackingNumber }, 'keep', 'not-depicted');
    expect(await sentences(refused)).not.toMatch(isUp);
  });
});

/** What an authority writes. */
/** Everything that was listed meets everything that was screened. */
async function sweepTicks(): Promise<void> {
  house.later(hours(1));
  await tick(engine);
}
