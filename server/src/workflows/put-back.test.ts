/** Does taking a decision back put back exactly what stood before it, and do the service, the desk, the answer to a screening and whoever posted it agree on that after every step? */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { statementAddress } from '../outbox/statement-address.ts';
import { askForMore } from './ask-for-more.ts';
import { complainAsRequester } from './complain.ts';
import { decide, type Ruling } from './decide.ts';
import { decideComplaint } from './decide-complaint.ts';
import { openOnDesk } from './desk-request.ts';
import { fileRequest } from './file-request.ts';
import { forgetContent } from './forget.ts';
import { readStatement } from './read-statement.ts';
import { setRestricts } from './restrictable.ts';
import { screen } from './screen.ts';
import { aCode, answers, anUpload, aPicture, edited, pdq, sweepAll } from './test-cast.ts';
import { deskForTests } from './test-desk.ts';
import { undoDecision } from './undo.ts';

const house = await deskForTests({ territories: ['EU'] });
const { engine, platformId, ada, bob } = house;
await setRestricts(engine.store, platformId, ['age-gate', 'not-recommended']);
const steps = [
  'restrict 0',
  'restrict 1',
  'remove 0',
  'remove 1',
  'keep 0',
  'keep 1',
  'hide 0',
  'hide 1',
  'too little 0',
  'too little 1',
  'match keep',
  'match restrict',
  'match remove',
  'undo last',
  'undo before',
  'same picture',
  'other picture',
  'edited picture',
  'listed picture',
  'earlier picture',
  'copy removed',
] as const;
type Step = (typeof steps)[number];

/** How the service shows a post, by all that it was told: to everybody, to fewer people, or to nobody. */
type Shown = 'all' | 'nobody' | 'age-gate' | 'not-recommended';

/** A post, two people who ask about it, and the service that does what it is told. */
async function aPost() {
  const contentId = house.newName();
  let picture = aPicture();
  let earlier = picture;
  let shown: Shown = 'all';
  let isHidden = false;
  let read = 0;
  const made: string[] = [];
  const screened = async () => {
    const answer = await screen(engine, platformId, anUpload(contentId, pdq(picture)));
    // What is only hidden until somebody decides stays so over any screening.
    if (!isHidden) shown = answer.verdict === 'hold' ? 'nobody' : shownAs(answer.visibility);
    return answer;
  };
  await screened();
  const filed: { readonly caseId: string; readonly trackingNumber: string }[] = [];
  for (let n = 0; n < 2; n += 1) {
    const { requests, caseId } = await fileRequest(engine, {
      platformId,
      answers: answers(contentId, {
        contact: { name: 'Maria Example', email: 'maria@example.org' },
        statement: { notConsensual: true, goodFaith: true, details: 'It shows me.' },
        declarations: { 'digital-services-act': { accurate: true } },
      }),
      bases: ['digital-services-act'],
      code: { code: aCode(), pin: null },
    });
    filed.push({ caseId, trackingNumber: requests[0]?.trackingNumber ?? '' });
  }
  const decides = async (about: Ruling['about'], decision: 'restrict' | 'remove' | 'keep', ground: string) => {
    const ruled = await decide(engine, { about, decision, ground, note: '', moderatorId: ada });
    if (ruled.outcome === 'decided') made.push(ruled.decisionId);
  };
  /** Somebody else's post of a picture is removed. */
  const lists = async (listed: string): Promise<void> => {
    const copy = house.newName();
    await screen(engine, platformId, anUpload(copy, pdq(listed)));
    const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers(copy), code: { code: aCode(), pin: null } });
    await decide(engine, { about: { trackingNumber }, decision: 'remove', ground: 'own-rules', note: '', moderatorId: ada });
    await sweepAll(engine);
  };
  const listen = async () => {
    const told = await house.told(contentId);
    for (const { type, data } of told.slice(read)) {
      isHidden = type === 'content.restrict' && data.visibility === undefined;
      shown =
        type === 'content.restore'
          ? 'all'
          : type === 'content.restrict' && data.visibility !== undefined
            ? shownAs(data.visibility)
            : 'nobody';
    }
    read = told.length;
    return told;
  };
  const takes = async (step: Step): Promise<void> => {
    const [what = '', which = ''] = step.split(/ (?=\S+$)/);
    const one = filed[Number(which)];
    if (what === 'undo') {
      const id = made.at(which === 'last' ? -1 : -2);
      if (id !== undefined && (await undoDecision(engine, id, ada)) === 'undone') made.splice(made.indexOf(id), 1);
    } else if (step === 'copy removed') {
      // What shows it as well is held.
      await lists(picture);
    } else if (which === 'picture') {
      const then = picture;
      if (what === 'other') picture = aPicture();
      if (what === 'edited') picture = edited(picture, 8);
      if (what === 'listed') {
        picture = aPicture();
        await lists(picture);
      }
      if (what === 'earlier') picture = earlier;
      if (what !== 'same') earlier = then;
      const before = shown;
      const answer = await screened();
      if (before !== 'all' && before !== 'nobody' && answer.verdict !== 'hold') expect(answer.visibility).toBe(before);
    } else if (what === 'match') {
      const review = await engine.store.db
        .selectFrom('review')
        .innerJoin('content', 'content.ref', 'review.ref')
        .select('review.id')
        .where('content.content_id', '=', contentId)
        .where('review.closed_at', 'is', null)
        .executeTakeFirst();
      const grounds = { keep: 'different-picture', restrict: 'rules-not-recommended', remove: 'own-rules' } as const;
      if (review !== undefined && (which === 'keep' || which === 'restrict' || which === 'remove'))
        await decides({ reviewId: review.id }, which, grounds[which]);
    } else if (one !== undefined) {
      const { trackingNumber, caseId } = one;
      if (what === 'restrict') await decides({ trackingNumber }, 'restrict', 'rules-age-gate');
      if (what === 'remove') await decides({ trackingNumber }, 'remove', 'own-rules');
      if (what === 'keep') await decides({ trackingNumber }, 'keep', 'not-depicted');
      if (what === 'hide') await askForMore(engine, { trackingNumber, questions: [], isRestricted: true, moderatorId: ada });
      if (what === 'too little') {
        const row = await engine.store.db
          .selectFrom('request')
          .select('outcome')
          .where('tracking_number', '=', trackingNumber)
          .executeTakeFirstOrThrow();
        if (row.outcome !== 'restrict') return;
        const { complaintId } = await complainAsRequester(engine, { caseId, trackingNumber, reason: 'not-agreed', text: '' });
        await decideComplaint(engine, { complaintId, outcome: 'upheld', ground: 'look-again', note: '', moderatorId: bob });
      }
    }
    house.later(1000);
  };
  /** What each of them says of the post. */
  const said = async () => {
    const told = await listen();
    const standing = (await openOnDesk(engine, ada, filed[0]?.trackingNumber ?? ''))?.uploads[0]?.standing;
    const desk = standing === 'visible' ? 'all' : standing === 'limited' || standing === 'limit-ordered' ? 'fewer' : 'nobody';
    const pages = [];
    for (const { data } of told) {
      if (data.statement === undefined) continue;
      const page = await readStatement(engine, statementAddress(engine.keys, engine.publicUrl, data.statement.id));
      if (page === null) throw new Error('no page');
      const { isTakenBack, isShownAgain, newerSecret, facts } = page;
      pages.push({
        isOver: isTakenBack || isShownAgain || newerSecret !== null,
        isShownAgain,
        visibility: facts.restriction.visibility ?? null,
      });
    }
    return {
      service: shown,
      desk,
      shownByPages: pages.length > 0 && pages.every(({ isShownAgain }) => isShownAgain),
      limits: [...new Set(pages.flatMap(({ isOver, visibility }) => (isOver || visibility === null ? [] : [visibility])))],
      told: told.map(({ type, data }) => `${type} ${data.visibility ?? ''}`),
    };
  };
  const isDeleted = () => forgetContent(engine, platformId, contentId);
  const takesAllBack = async () => {
    for (const id of made.toReversed()) await undoDecision(engine, id, ada);
  };
  /** Whether the next screening holds what it shows now; null where the service took it down, or hides it, and so asks nothing. */
  const holdsNext = async (): Promise<boolean | null> => {
    const last = (await house.told(contentId)).at(-1);
    if (isHidden || (last?.type === 'content.remove' && shown === 'nobody')) return null;
    return (await screened()).verdict === 'hold';
  };
  return { takes, takesAllBack, isDeleted, holdsNext, newest: () => made.at(-1), said, told: () => house.told(contentId) };
}

const shownAs = (visibility: string | undefined): Shown =>
  visibility === undefined ? 'all' : visibility === 'age-gate' || visibility === 'not-recommended' ? visibility : 'nobody';

/** What ends something, and is taken back. */
const endings: readonly (readonly Step[])[] = [
  ['too little 0', 'keep 0', 'undo last'],
  ['too little 0', 'remove 0', 'undo last'],
  ['other picture', 'match keep', 'undo last'],
  ['hide 1', 'keep 1', 'undo last'],
  ['copy removed', 'match keep', 'undo last'],
  ['listed picture', 'match remove', 'other picture', 'undo last'],
  ['listed picture', 'match keep', 'listed picture', 'undo last'],
];

/** Nothing was ordered but by decisions of hers that can be taken back. */
const isAllHers = (taken: readonly Step[]): boolean => !taken.some((step) => /^hide|^too little|^copy|^listed/.test(step));

/** They agree after each of these, and at the end it is shown so. */
async function agree(taken: readonly Step[], atLast?: Shown): ReturnType<typeof aPost> {
  const post = await aPost();
  const done: Step[] = [];
  let before: { readonly newest: string | undefined; readonly shown: Shown } = { newest: undefined, shown: 'all' };
  let now = before;
  for (const step of taken) {
    await post.takes(step);
    done.push(step);
    const said = await post.said();
    const newest = post.newest();
    // Nothing but one decision came in between: with it gone all is as it was.
    if (step === 'undo last' && now.newest !== before.newest && newest === before.newest)
      expect({ done, told: said.told, shown: said.service }).toEqual({ done, told: said.told, shown: before.shown });
    before = now;
    now = { newest, shown: said.service };
    const isFewer = said.service !== 'all' && said.service !== 'nobody';
    expect({ done, told: said.told, desk: said.desk }).toEqual({ done, told: said.told, desk: isFewer ? 'fewer' : said.service });
    if (isFewer) expect({ done, told: said.told, limits: said.limits }).toEqual({ done, told: said.told, limits: [said.service] });
    if (said.shownByPages) expect({ done, told: said.told, service: said.service }).toEqual({ done, told: said.told, service: 'all' });
    if (said.service === 'all') expect({ done, told: said.told, limits: said.limits }).toEqual({ done, told: said.told, limits: [] });
  }
  const { service, told } = await post.said();
  if (atLast !== undefined) expect({ done, shown: service }).toEqual({ done, shown: atLast });
  const holds = await post.holdsNext();
  if (holds !== null) expect({ done, told, holds }).toEqual({ done, told, holds: service === 'nobody' });
  return post;
}

describe('after every step of what people and the service do with one post', () => {
  test('a refusal that was a slip gives back the limit that it had ended, with the statement, and the screening says so', async () => {
    // The upload showed another picture by then; whoever asked had been right that the limit was too little.
    for (const ending of [
      ['other picture', 'match keep'],
      ['too little 0', 'keep 0'],
    ] as const) {
      const post = await aPost();
      for (const step of ['restrict 0', ...ending] as const) await post.takes(step);
      const restored = (await post.told()).at(-1);
      expect(restored).toMatchObject({ type: 'content.restore', data: { answer: expect.stringContaining('to everybody again') } });
      await post.takes('undo last');
      const told = await post.told();
      expect(told.at(-1)).toMatchObject({
        type: 'content.restrict',
        data: { visibility: 'age-gate', answer: expect.stringContaining('stands again'), statement: told[0]?.data.statement },
      });
      expect(told.at(-1)?.data.actionId).not.toBe(restored?.data.actionId);
      expect(await post.said()).toMatchObject({ service: 'age-gate', desk: 'fewer', limits: ['age-gate'], shownByPages: false });
      await post.takes('same picture');
      expect(await post.said()).toMatchObject({ service: 'age-gate' });
    }
  });

  test('what one request still waits for is not ended by what is decided about another, or about what the upload meets', async () => {
    await agree(['restrict 0', 'too little 0', 'keep 1'], 'age-gate');
    await agree(['restrict 0', 'restrict 1', 'too little 1', 'keep 1'], 'age-gate');
    await agree(['restrict 0', 'too little 0', 'other picture', 'match keep'], 'age-gate');
    await agree(['restrict 0', 'too little 0', 'other picture', 'match keep', 'keep 0'], 'all');
  });

  test('a removal in the place of a limit that was too little is all there was: taken back as a slip, the limit stands again', async () => {
    await agree(['restrict 0', 'too little 0', 'remove 0', 'undo last'], 'age-gate');
    await agree(['hide 0', 'keep 0', 'undo last'], 'nobody');
    await agree(['restrict 0', 'hide 1', 'keep 1', 'undo last'], 'nobody');
    await agree(['restrict 0', 'copy removed', 'match keep', 'undo last'], 'nobody');
  });

  test('a removal that is taken back after the upload came again is told once, and whoever posted it hears so', async () => {
    for (const again of ['same picture', 'edited picture', 'other picture'] as const) {
      const post = await aPost();
      for (const step of ['remove 0', again, 'undo last'] as const) await post.takes(step);
      const told = (await post.told()).slice(1);
      expect([again, told.map(({ type }) => type)]).toEqual([again, ['content.restore']]);
      expect(told[0]?.data.answer).toContain('counts no more');
      expect(await post.said()).toMatchObject({ service: 'all', desk: 'all', shownByPages: true });
    }
  });

  test('what met a listed picture is held again with its decision taken back where it shows that one still, and not where it shows another by now', async () => {
    for (const decided of ['match remove', 'match keep'] as const) {
      await agree(['listed picture', decided, 'same picture', 'undo last'], 'nobody');
      await agree(['listed picture', decided, 'other picture', 'undo last'], 'all');
      await agree(['listed picture', 'other picture', decided, 'undo last'], 'all');
    }
    await agree(['listed picture', 'remove 0', 'other picture', 'undo last'], 'all');
    await agree(['listed picture', 'match remove', 'other picture', 'earlier picture', 'undo last'], 'nobody');
    // It was removed once, and came again: what it meets since is held by that.
    await agree(['remove 0', 'listed picture', 'match keep', 'undo last'], 'nobody');
    // Met while it was down, when there was nothing to ask.
    await agree(['remove 0', 'copy removed', 'undo last'], 'nobody');
  });

  test('what the service deleted is shown to nobody again, and whoever posted it does not read so', async () => {
    for (const ordered of ['remove 0', 'restrict 0'] as const) {
      const post = await aPost();
      await post.takes(ordered);
      await post.isDeleted();
      await post.takes('undo last');
      expect((await post.told()).map(({ type }) => type)).toEqual([`content.${ordered.slice(0, -2)}`]);
      expect(await post.said()).toMatchObject({ shownByPages: false, limits: [] });
    }
  });

  test('what the service was told, what the desk shows, what a screening answers and what whoever posted it reads are the same', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            fc.constantFrom(...endings),
            fc.constantFrom(...steps).map((step) => [step]),
          ),
          { minLength: 2, maxLength: 5 },
        ),
        async (then) => {
          const taken: Step[] = ['restrict 0', ...then.flat()];
          const post = await agree(taken);
          // As if nothing had been decided.
          await post.takesAllBack();
          if (isAllHers(taken)) expect({ taken, ...(await post.said()) }).toMatchObject({ service: 'all', desk: 'all', limits: [] });
        },
      ),
      { seed: 11, numRuns: 12, endOnFailure: true },
    );
  });
});
