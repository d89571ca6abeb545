/** Does the job of the wide radius come to uploads by itself in a running server, and open its review within the minute that is promised? */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Serving, serve } from '@likeness/server';
import { createApiKey } from '@likeness/server/access/api-keys';
import { systemRandom, uuid } from '@likeness/server/config/random';
import { readSettings } from '@likeness/server/config/settings';
import { insertItem, noteBankChanges } from '@likeness/server/store/banks';
import { openStore, type Store } from '@likeness/server/store/database';
import { bareDatabase } from '@likeness/server/store/test-database';
import { listPlatforms } from '@likeness/server/workflows/platforms';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort, photograph } from './town.ts';

const promisedMs = 60_000;
const closers: (() => Promise<unknown>)[] = [];
let server: Serving;
let store: Store;
let key: string;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'likeness-far-'));
  closers.push(() => rm(folder, { recursive: true, force: true }));
  const database = await bareDatabase();
  closers.push(() => database.drop());
  const variables = {
    DATABASE_URL: database.url,
    LIKENESS_DATA_DIR: join(folder, 'data'),
    LIKENESS_SECRET_FILE: join(folder, 'keyring.json'),
    LIKENESS_PORT: String(await freePort()),
  };
  server = await serve(readSettings(variables, { uid: process.getuid?.() ?? 1, home: folder, cwd: folder }), { say: () => {} });
  closers.push(() => server.stop());
  store = openStore({ url: database.url, maxConnections: 2 });
  closers.push(() => store.close());
  const [platform] = await listPlatforms(store.db);
  const platformId = platform?.id ?? '';
  ({ key } = await store.transact((tx) => createApiKey(tx, systemRandom, { platformId, scopes: ['platform'], label: 'forum' })));
});

afterAll(async () => {
  for (const close of closers.toReversed()) await close();
});

/** Somebody's list has this picture: it would hold. */
async function lists(value: Buffer): Promise<void> {
  const [bankId, itemId] = [uuid(systemRandom), uuid(systemRandom)];
  await store.transact(async (tx) => {
    const bank = { id: bankId, name: 'Harbour hub', platform_id: null, on_match: 'hold' as const, radius: null, enabled: true };
    await tx.sql
      .insertInto('bank')
      .values({ ...bank, created_at: tx.now })
      .execute();
    const code = { kind: 'pdq', variant: 'whole', value: value.toString('hex'), quality: 100, provenance: 'confirmed' as const };
    await insertItem(tx, { id: itemId, bankId, state: 'active', source: 'list', codes: [code] });
    await noteBankChanges(tx, [
      { subject: 'bank', subjectId: bankId },
      { subject: 'item', subjectId: itemId },
    ]);
  });
}

async function screens(contentId: string, body: FormData | string): Promise<{ readonly verdict: string }> {
  const answer = await fetch(`${server.url}/api/v1/screen`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}) },
    body,
  });
  expect([contentId, answer.status]).toEqual([contentId, 200]);
  return answer.json();
}

function file(contentId: string, picture: Buffer): FormData {
  const form = new FormData();
  form.append('contentId', contentId);
  form.append('file', new Blob([new Uint8Array(picture)]), 'picture.jpg');
  return form;
}

/** What the far job found, once it has come. */
async function foundFar(contentId: string): Promise<{ readonly variant: string; readonly effect: string }> {
  const read = () =>
    store.db
      .selectFrom('review')
      .innerJoin('content', 'content.ref', 'review.ref')
      .innerJoin('match', 'match.ref', 'review.ref')
      .select(['match.variant', 'review.effect'])
      .where('content_id', '=', contentId)
      .where('found_by', '=', 'far')
      .executeTakeFirst();
  await expect.poll(read, { timeout: promisedMs }).toBeDefined();
  const found = await read();
  if (found === undefined) throw new Error('it was there a moment ago');
  return found;
}

test(
  'a fingerprint 40 bits off and a collage are allowed in the call, and reviews of both are open before the minute is over',
  async () => {
    const listed = await sharp(await photograph('house'))
      .resize(480, 480, { fit: 'cover' })
      .jpeg()
      .toBuffer();
    await screens('listed', file('listed', listed));
    const { ref } = await store.db.selectFrom('content').select('ref').where('content_id', '=', 'listed').executeTakeFirstOrThrow();
    const whole = await store.db
      .selectFrom('content_code')
      .select('value')
      .where('ref', '=', ref)
      .where('kind', '=', 'pdq')
      .where('variant', '=', 'whole')
      .executeTakeFirstOrThrow();
    await lists(whole.value);
    const off = Buffer.from(whole.value);
    for (let byte = 0; byte < 5; byte++) off.writeUInt8(off.readUInt8(byte) ^ 0xff, byte);
    const lone = { contentId: 'off', fingerprints: [{ kind: 'pdq', value: off.toString('hex'), quality: 100 }] };
    const collage = await sharp({ create: { width: 960, height: 480, channels: 3, background: '#000' } })
      .composite([
        { input: listed, left: 0, top: 0 },
        {
          input: await sharp(await photograph('alps'))
            .resize(480, 480, { fit: 'cover' })
            .toBuffer(),
          left: 480,
          top: 0,
        },
      ])
      .jpeg()
      .toBuffer();
    expect((await screens('off', JSON.stringify(lone))).verdict).toBe('allow');
    expect((await screens('collage', file('collage', collage))).verdict).toBe('allow');
    expect(await foundFar('off')).toEqual({ variant: 'whole', effect: 'review' });
    expect(await foundFar('collage')).toEqual({ variant: 'regionLeft', effect: 'review' });
  },
  3 * promisedMs,
);
