/** Is a piece of a picture that a moderator saw and confirmed met, although its crops were computed while she looked and the file is long gone? */
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { boats, landscape } from '../http/test-console.ts';
import { decide } from '../workflows/decide.ts';
import { deskReview } from '../workflows/desk-review.ts';
import { lookFar } from '../workflows/look-far.ts';
import { screen } from '../workflows/screen.ts';
import { aModerator } from '../workflows/test-cast.ts';
import { once, openPictureDesk, type PictureDesk } from './test-preview.ts';

let pictures: PictureDesk;
let decode: PictureDesk['decode'];
let desk: PictureDesk['desk'];
let service: PictureDesk['service'];
let ines: PictureDesk['ines'];
let moderatorId: string;

beforeAll(async () => {
  pictures = await openPictureDesk();
  ({ decode, desk, service, ines } = pictures);
  moderatorId = await aModerator(desk.engine);
});

afterAll(() => pictures.close());

async function show(contentId: string, file: Uint8Array) {
  const { fingerprints } = await decode.fingerprint(once(file));
  const upload = { contentId, url: null, uploaderRef: null, links: [], source: 'bytes' as const, fingerprints };
  return screen(desk.engine, desk.house.platformId, upload);
}

const db = () => desk.engine.store.db;
const refOf = async (contentId: string): Promise<string> =>
  (await db().selectFrom('content').select('ref').where('content_id', '=', contentId).executeTakeFirstOrThrow()).ref;
const cropsKept = async (contentId: string): Promise<boolean> => {
  const ref = await refOf(contentId);
  return (await db().selectFrom('content_part').select('crops').where('ref', '=', ref).executeTakeFirst())?.crops != null;
};
const cropsListed = async (): Promise<number> =>
  (await db().selectFrom('item_code').select('code_id').where('variant', 'like', 'crop%').execute()).length;

/** A request about an upload, and its picture on a moderator's page. */
async function looksAt(contentId: string, file: Uint8Array): Promise<string> {
  service.pictures.set(contentId, Buffer.from(file));
  const number = await desk.fileAbout('beside', { contentIds: [contentId], locations: [] });
  await desk.get(`/console/requests/${number}`, ines);
  await desk.get(`/console/preview/${await refOf(contentId)}?view=blurred`, ines);
  return number;
}
const rule = (trackingNumber: string, decision: 'remove' | 'keep', ground: string) =>
  decide(desk.engine, { about: { trackingNumber }, decision, ground, note: '', moderatorId });

test('a piece of what was confirmed is asked about by the job, not by the call, and the page says that it is a crop', async () => {
  const file = await boats();
  await show('whole', file);
  const number = await looksAt('whole', file);
  expect([await cropsKept('whole'), await cropsListed()]).toEqual([true, 0]);
  service.pictures.delete('whole');
  await rule(number, 'remove', 'valid-request');
  expect(await cropsKept('whole')).toBe(false);
  expect(await cropsListed()).toBeGreaterThan(8);

  const { width, height } = await sharp(file).metadata();
  const area = { left: Math.round(0.2 * width), top: Math.round(0.2 * height) };
  const piece = await sharp(file)
    .extract({ ...area, width: width - area.left, height: height - area.top })
    .jpeg({ quality: 80 })
    .toBuffer();
  expect(await show('piece', piece)).toMatchObject({ verdict: 'allow', matches: [] });
  await lookFar(desk.engine, () => true);
  const review = await db()
    .selectFrom('review')
    .select(['id', 'effect'])
    .where('ref', '=', await refOf('piece'))
    .executeTakeFirstOrThrow();
  expect(review.effect).toBe('review');
  expect((await deskReview(desk.engine, review.id))?.upload.matches).toMatchObject([{ kind: 'pdq', variant: 'cropBottomRight' }]);
  expect((await desk.get(`/console/reviews/${review.id}`, ines)).body).toContain('with one of the two cropped');
});

test('crops are kept of the picture that was screened alone, and are gone when it is kept', async () => {
  const file = await landscape();
  await show('swapped', file);
  const number = await looksAt('swapped', await boats());
  expect(await cropsKept('swapped')).toBe(false);
  service.pictures.set('swapped', file);
  await desk.get(`/console/preview/${await refOf('swapped')}?view=blurred`, ines);
  expect(await cropsKept('swapped')).toBe(true);
  const listed = await cropsListed();
  await rule(number, 'keep', 'not-intimate');
  expect([await cropsKept('swapped'), await cropsListed()]).toEqual([false, listed]);
});
