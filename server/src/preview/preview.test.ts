/** Does a moderator see the picture that was screened, small, only when asked for clearly, and never without a note in the ledger? */
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { boats, landscape } from '../http/test-console.ts';
import { disableEndpoint, listEndpoints } from '../outbox/endpoints.ts';
import { setPreviewUrl } from '../workflows/platforms.ts';
import { screen } from '../workflows/screen.ts';
import { once, openPictureDesk, type PictureDesk } from './test-preview.ts';

let pictures: PictureDesk;
let decode: PictureDesk['decode'];
let desk: PictureDesk['desk'];
let service: PictureDesk['service'];
let ines: PictureDesk['ines'];

beforeAll(async () => {
  pictures = await openPictureDesk();
  ({ decode, desk, service, ines } = pictures);
});

afterAll(() => pictures.close());

/** Screens a file as the API does, files a request about it, opens it, and answers the inner reference of the upload. */
async function screened(contentId: string, file: Uint8Array): Promise<string> {
  const { fingerprints } = await decode.fingerprint(once(file));
  await screen(desk.engine, desk.house.platformId, {
    contentId,
    url: null,
    uploaderRef: null,
    links: [],
    source: 'bytes',
    fingerprints,
  });
  const number = await desk.fileAbout('beside', { contentIds: [contentId], locations: [] });
  const page = (await desk.get(`/console/requests/${number}`, ines)).body;
  const ref = /src="\/console\/preview\/([0-9a-f-]{36})\?view=blurred"/.exec(page)?.[1];
  if (ref === undefined) throw new Error('the page shows no preview');
  return ref;
}

const findingOf = async (ref: string): Promise<string> => (await desk.get(`/console/preview/${ref}/finding`, ines)).body;

test('the picture comes small, is the one that was screened, and the call is signed as the service’s webhooks are', async () => {
  const file = await boats();
  service.pictures.set('a b/ü', file);
  const ref = await screened('a b/ü', file);
  const blurred = await desk.get(`/console/preview/${ref}?view=blurred`, ines);
  expect([blurred.status, blurred.headers['content-type'], blurred.headers['cache-control']]).toEqual([200, 'image/webp', 'no-store']);
  expect(blurred.bytes.length).toBeLessThan(20_000);
  expect(await findingOf(ref)).toBe('good\nThis is the very file that was screened.');
  const call = service.calls.at(-1);
  expect(call?.path).toBe('/a%20b%2F%C3%BC');
  const headers = call?.headers ?? {};
  const id = String(headers['webhook-id']);
  expect(id).toMatch(/^prv_[\w-]{24}$/);
  const at = new Date(Number(headers['webhook-timestamp']) * 1000);
  expect(headers['webhook-signature']).toBe(new Webhook(service.secret).sign(id, at, 'a b/ü'));
});

test('every clear view is in the ledger, blurred ones are not, and the two look different', async () => {
  const file = await landscape();
  service.pictures.set('counted', file);
  const ref = await screened('counted', file);
  const before = (await desk.ledgerActs('preview.revealed')).length;
  const blurred = await desk.get(`/console/preview/${ref}?view=blurred`, ines);
  expect((await desk.ledgerActs('preview.revealed')).length).toBe(before);
  const clear = await desk.get(`/console/preview/${ref}?view=clear`, ines);
  await desk.get(`/console/preview/${ref}?view=clear`, ines);
  const revealed = await desk.ledgerActs('preview.revealed');
  expect(revealed.length).toBe(before + 2);
  expect(revealed.at(-1)).toMatchObject({ content: ref });
  // Detail is what compresses badly.
  expect(clear.bytes.length).toBeGreaterThan(blurred.bytes.length * 3);
});

test('another file of the same picture is said to be that; another picture is said to be another', async () => {
  const file = await landscape();
  const ref = await screened('swapped', file);
  service.pictures.set('swapped', Buffer.from(await decode.preview(once(file), { maxEdge: 1200, blur: false, greyscale: false })));
  await desk.get(`/console/preview/${ref}?view=blurred`, ines);
  expect(await findingOf(ref)).toContain('This is the picture that was screened, in another file.');
  service.pictures.set('swapped', await boats());
  await desk.get(`/console/preview/${ref}?view=blurred`, ines);
  expect(await findingOf(ref)).toContain('This is not the picture that was screened.');
});

test('what was asked for and taken back is looked at no more, until somebody else asks', async () => {
  const file = await boats();
  service.pictures.set('taken-back', file);
  const ref = await screened('taken-back', file);
  const look = async () => (await desk.get(`/console/preview/${ref}?view=blurred`, ines)).status;
  expect(await look()).toBe(200);
  const { db } = desk.engine.store;
  const request = await db.selectFrom('request_content').select('tracking_number').where('ref', '=', ref).executeTakeFirstOrThrow();
  const { tracking_number: number } = request;
  await db.updateTable('request').set({ outcome: 'withdrawn', closed_at: new Date() }).where('tracking_number', '=', number).execute();
  expect(await look()).toBe(404);
  const page = (await desk.get(`/console/requests/${number}`, ines)).body;
  expect(page).toContain('The request was withdrawn, so its picture is not asked for.');
  expect(page).not.toContain('/console/preview/');
  const again = await desk.fileAbout('beside', { contentIds: ['taken-back'], locations: [] });
  await desk.get(`/console/requests/${again}`, ines);
  expect(await look()).toBe(200);
});

test('what cannot be shown is said in words, in the place of the picture, and a clear view that showed nothing is not noted', async () => {
  const file = await boats();
  const ref = await screened('trouble', file);
  const before = (await desk.ledgerActs('preview.revealed')).length;
  const states: [string | null, string][] = [
    [null, 'did not give the picture'],
    ['just some text', 'not a readable picture'],
  ];
  for (const [picture, sentence] of states) {
    if (picture === null) service.pictures.delete('trouble');
    else service.pictures.set('trouble', Buffer.from(picture));
    const answer = await desk.get(`/console/preview/${ref}?view=clear`, ines);
    expect([answer.status, answer.headers['content-type']]).toEqual([502, 'image/svg+xml; charset=utf-8']);
    expect(await findingOf(ref)).toContain(sentence);
  }
  const { engine, platformId } = desk.house;
  await setPreviewUrl(engine, platformId, 'http://127.0.0.1:9/{contentId}');
  await desk.get(`/console/preview/${ref}?view=clear`, ines);
  expect(await findingOf(ref)).toContain('The service did not answer.');
  await engine.store.db.updateTable('platform').set({ preview_url: 'http://192.168.1.1/{contentId}' }).execute();
  await desk.get(`/console/preview/${ref}?view=clear`, ines);
  expect(await findingOf(ref)).toContain('may not be called');
  await setPreviewUrl(engine, platformId, `${service.url}/{contentId}`);
  const [endpoint] = await listEndpoints(engine.store.db, platformId);
  await engine.store.transact((tx) => disableEndpoint(tx, platformId, endpoint?.id ?? ''));
  await desk.get(`/console/preview/${ref}?view=clear`, ines);
  expect(await findingOf(ref)).toContain('no webhook yet');
  await setPreviewUrl(engine, platformId, null);
  await desk.get(`/console/preview/${ref}?view=clear`, ines);
  expect(await findingOf(ref)).toContain('No preview address is set up');
  expect((await desk.ledgerActs('preview.revealed')).length).toBe(before);
});

test('an upload that no request and no review is about cannot be looked at', async () => {
  const { fingerprints } = await decode.fingerprint(once(await boats()));
  const upload = { contentId: 'nobody-asked', url: null, uploaderRef: null, links: [], source: 'bytes' as const, fingerprints };
  await screen(desk.engine, desk.house.platformId, upload);
  const { ref } = await desk.engine.store.db
    .selectFrom('content')
    .select('ref')
    .where('content_id', '=', 'nobody-asked')
    .executeTakeFirstOrThrow();
  const calls = service.calls.length;
  expect((await desk.get(`/console/preview/${ref}?view=clear`, ines)).status).toBe(404);
  expect(service.calls.length).toBe(calls);
});
