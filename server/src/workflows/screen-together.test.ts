/** Do uploads that are screened together hear, and leave behind, just what they would one by one? */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyLedger } from '../ledger/verify.ts';
import type { ScreenedUpload } from '../store/content.ts';
import { decide } from './decide.ts';
import { fileRequest } from './file-request.ts';
import { openScreening, screen } from './screen.ts';
import { aModerator, answers, anUpload, aPicture, edited, pdq, sha256, urlOf } from './test-cast.ts';
import { openTestEngine, type TestEngine } from './test-engine.ts';

let house: TestEngine;
let moderatorId: string;

beforeAll(async () => {
  house = await openTestEngine();
  moderatorId = await aModerator(house.engine);
});

afterAll(() => house.close());

/** Uploads of every kind, under ids of their own: new and known, like what is listed and not, settled already, named by a request, with the same id twice. */
async function uploads(name: string): Promise<readonly ScreenedUpload[]> {
  const { engine, platformId } = house;
  const listed = aPicture();
  const id = (what: string): string => `${name}-${what}`;
  const first = id('first');
  await screen(engine, platformId, anUpload(first, pdq(listed)));
  const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers(first) });
  await decide(engine, { about: { trackingNumber }, decision: 'remove', ground: 'valid-request', note: '', moderatorId });
  // A person said of this one that it is another picture.
  await screen(engine, platformId, anUpload(id('kept'), pdq(edited(listed, 20))));
  const { id: reviewId } = await engine.store.db
    .selectFrom('review')
    .innerJoin('content', 'content.ref', 'review.ref')
    .select('review.id')
    .where('content_id', '=', id('kept'))
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow();
  await decide(engine, { about: { reviewId }, decision: 'keep', ground: 'different-picture', note: '', moderatorId });
  await screen(engine, platformId, anUpload(id('changed'), pdq(aPicture())));
  await screen(engine, platformId, anUpload(id('known'), pdq(listed)));
  await fileRequest(engine, { platformId, answers: answers('none', { locations: [urlOf(id('named'))] }) });
  const stranger = aPicture();
  return [
    anUpload(id('new'), pdq(aPicture())),
    anUpload(id('copy'), pdq(edited(listed, 10))),
    anUpload(id('poor'), pdq(listed, 'whole', 30)),
    anUpload(id('kept'), pdq(edited(listed, 20))),
    anUpload(id('changed'), pdq(listed)),
    anUpload(id('known'), pdq(listed)),
    anUpload(id('named'), pdq(aPicture())),
    anUpload(id('twice'), pdq(stranger)),
    {
      ...anUpload(id('twice'), pdq(listed), sha256(stranger)),
      url: null,
      uploaderRef: null,
      links: [urlOf('else'), 'https://example.org/"'],
    },
    anUpload(id('last'), pdq(stranger), pdq(stranger)),
  ];
}

/** What is stored about the uploads of a name, without ids and times that differ anyway. */
async function stored(name: string): Promise<unknown[]> {
  const { db } = house.engine.store;
  const contents = await db.selectFrom('content').selectAll().where('content_id', 'like', `${name}-%`).orderBy('content_id').execute();
  const about = async (ref: string) => ({
    codes: (await db.selectFrom('content_code').select(['kind', 'variant', 'quality']).where('ref', '=', ref).orderBy('kind').execute())
      .length,
    matches: await db
      .selectFrom('match')
      .select(['distance', 'effect', 'settled', 'found_by'])
      .where('ref', '=', ref)
      .orderBy('distance')
      .execute(),
    reviews: await db.selectFrom('review').select('effect').where('ref', '=', ref).orderBy('opened_at').execute(),
    requests: (await db.selectFrom('request_content').select('ref').where('ref', '=', ref).execute()).length,
  });
  return Promise.all(
    contents.map(async ({ content_id, ref, url, uploader_ref, links, verdict, source, address_hash }) => ({
      content: [content_id.slice(name.length), url?.replace(name, ''), uploader_ref, links, verdict, source, address_hash === null],
      ...(await about(ref)),
    })),
  );
}

test('whether they come one after the other or all at once', async () => {
  const { engine, platformId } = house;
  const apart = await uploads('apart');
  const oneByOne = [];
  for (const upload of apart) oneByOne.push(await screen(engine, platformId, upload));
  const together = await uploads('joint');
  const screening = openScreening(engine);
  // The first goes alone, the others share a transaction with a hundred strangers.
  const strangers = Array.from({ length: 100 }, (_, n) => anUpload(`stranger-${n}`, pdq(aPicture())));
  const [joint] = await Promise.all([
    Promise.all(together.map((upload) => screening({ platformId, keyId: null }, upload))),
    Promise.all(strangers.map((upload) => screening({ platformId, keyId: null }, upload))),
  ]);
  const told = (all: typeof joint) =>
    all.map(({ contentId, verdict, reviewPending, matches }) => ({
      contentId: contentId.slice(5),
      verdict,
      reviewPending,
      matches: matches.map(({ distance, effect, kind }) => ({ distance, effect, kind })).toSorted((a, b) => a.distance - b.distance),
    }));
  expect(told(joint).map(({ contentId, verdict, reviewPending }) => [contentId, verdict, reviewPending])).toEqual([
    ['-new', 'allow', false],
    ['-copy', 'hold', true],
    ['-poor', 'review', true],
    ['-kept', 'allow', false],
    ['-changed', 'hold', true],
    ['-known', 'hold', true],
    ['-named', 'allow', false],
    ['-twice', 'allow', false],
    ['-twice', 'hold', true],
    ['-last', 'allow', false],
  ]);
  expect(told(joint)).toEqual(told(oneByOne));
  expect(await stored('joint')).toEqual(await stored('apart'));
  expect(await verifyLedger(engine.store, engine.keys, [])).toMatchObject({ whole: true });
});

test('what nobody knew leaves the same behind, in one statement, as what was another picture before', async () => {
  const { engine, platformId } = house;
  const { db } = engine.store;
  const listed = aPicture();
  for (const [n, picture] of [listed, edited(listed, 8)].entries()) {
    const id = `alike-${n}`;
    await screen(engine, platformId, anUpload(id, pdq(picture)));
    const { trackingNumber } = await fileRequest(engine, { platformId, answers: answers(id) });
    await decide(engine, { about: { trackingNumber }, decision: 'remove', ground: 'valid-request', note: '', moderatorId });
  }
  const met = pdq(edited(listed, 4));
  const fresh = await screen(engine, platformId, anUpload('alike-new', met));
  await screen(engine, platformId, anUpload('alike-known', pdq(aPicture())));
  const known = await screen(engine, platformId, anUpload('alike-known', met));
  expect(fresh).toMatchObject({ verdict: 'hold', reviewPending: true, matches: [{ distance: 4 }, { distance: 4 }] });
  expect({ ...known, contentId: '' }).toEqual({ ...fresh, contentId: '' });
  const left = async (contentId: string): Promise<unknown> => {
    const { ref, verdict, screened_at_seq } = await db
      .selectFrom('content')
      .selectAll()
      .where('content_id', '=', contentId)
      .executeTakeFirstOrThrow();
    const matches = await db.selectFrom('match').selectAll().where('ref', '=', ref).orderBy('item_id').execute();
    const reviews = await db.selectFrom('review').selectAll().where('ref', '=', ref).execute();
    const acts = await db.selectFrom('ledger').select(['act', 'subjects']).where('act', '=', 'content.matched').orderBy('seq').execute();
    return {
      verdict,
      screened_at_seq,
      matches: matches.map(({ id: _, ref: __, at: ___, ...match }) => match),
      reviews: reviews.map(({ id: _, ref: __, opened_at: ___, ...review }) => review),
      acts: acts.flatMap(({ subjects: { content, ...subjects } }) => (content === ref ? [subjects] : [])),
    };
  };
  expect(await left('alike-new')).toEqual(await left('alike-known'));
  expect(await left('alike-new')).toMatchObject({ reviews: [{ effect: 'hold', cluster: expect.any(String) }], acts: [{ items: 2 }] });
  expect(await verifyLedger(engine.store, engine.keys, [])).toMatchObject({ whole: true });
});
