/** Is every object of a bucket found and read to its last byte, whatever the storage does meanwhile, and is the reason told when it cannot be? */
import { randomBytes } from 'node:crypto';
import { Refusal } from '@likeness/server/config/refusal';
import { afterAll, describe, expect, test } from 'vitest';
import { FileError } from '../file-outcome.ts';
import { type Misfortune, openTestStorage, type TestStorage, type TestStorageOptions } from '../test-s3.ts';
import { bucketOf, bucketToScan } from './bucket.ts';
import type { Source } from './source.ts';
import { type Patience, storageAccess } from './storage.ts';

const quick: Patience = { attempts: 5, pauseMs: 1, longestPauseMs: 4, silenceMs: 1500 };
const opened: TestStorage[] = [];
afterAll(async () => {
  for (const storage of opened) await storage.close();
});

async function aStorage(options: TestStorageOptions = {}): Promise<TestStorage> {
  const storage = await openTestStorage(options);
  opened.push(storage);
  return storage;
}

function scanned(
  { env, bucket }: TestStorage,
  prefix = '',
  more: Readonly<Record<string, string>> = {},
  signal = new AbortController().signal,
): Source {
  return bucketToScan(`s3://${bucket}/${prefix}`, storageAccess({ ...env, ...more }), signal, quick);
}

/** Every object with its bytes, or with why it has none. */
async function readAll(source: Source): Promise<Map<string, Buffer | string>> {
  const all = new Map<string, Buffer | string>();
  for await (const found of source.found()) {
    if (!('open' in found)) continue;
    expect(all.has(found.contentId)).toBe(false);
    const open = await found.open().catch((error: unknown) => codeOf(error));
    if (typeof open !== 'object') {
      all.set(found.contentId, String(open));
      continue;
    }
    const pieces: Uint8Array[] = [];
    try {
      for await (const piece of open.bytes) pieces.push(piece);
      all.set(found.contentId, Buffer.concat(pieces));
    } catch (error) {
      all.set(found.contentId, codeOf(error));
    }
    await open.close();
  }
  return all;
}

async function lengthOf(bytes: AsyncIterable<Uint8Array> | undefined): Promise<number> {
  if (bytes === undefined) throw new Error('it was not opened');
  let length = 0;
  for await (const piece of bytes) length += piece.length;
  return length;
}

function codeOf(error: unknown): string {
  if (error instanceof FileError) return error.code;
  throw error;
}

const refusalOf = (source: Source): Promise<string> =>
  readAll(source).then(
    () => 'was not refused',
    (error: unknown) => {
      if (error instanceof Refusal) return error.message;
      throw error;
    },
  );

const awkward = [
  'a b.jpg',
  'a+b.jpg',
  'a%2Fb.jpg',
  "it's (1)!*.jpg",
  'ümläut/日本/🙂.jpg',
  'line\nbreak & <tag> "quoted".jpg',
  'double//slash.jpg',
  '/leading',
  'trailing ',
  '?query=1&x#hash',
  '~tilde;semi:colon@at=is,comma$.jpg',
  'back\\slash',
  '...three',
];

describe('listing', () => {
  test('every object of all pages is found once, in the order of its key, only below the prefix', async () => {
    const storage = await aStorage({ pageSize: 7 });
    for (let n = 0; n < 50; n++) storage.put(`in/${n}`, Buffer.from([n]));
    storage.put('out/1', Buffer.from('x'));
    const all = await readAll(scanned(storage, 'in/'));
    expect([...all.keys()]).toEqual(Array.from({ length: 50 }, (_, n) => `in/${n}`).sort());
    expect(storage.log.filter(({ key }) => key === '')).toHaveLength(8);
  });

  test('keys with spaces, signs, line breaks and other scripts are found, signed for and read', async () => {
    const storage = await aStorage({ sessionToken: 'FwoGZXIvYXdzEXAMPLE//token==' });
    for (const key of awkward) storage.put(key, Buffer.from(`bytes of ${key}`));
    const all = await readAll(scanned(storage));
    expect(new Map([...all].map(([key, bytes]) => [key, String(bytes)]))).toEqual(new Map(awkward.map((key) => [key, `bytes of ${key}`])));
    expect(await readAll(scanned(storage, 'ümläut/日本'))).toHaveLength(1);
    expect(new Set(storage.log.map(({ status }) => status))).toEqual(new Set([200]));
  });

  test('an empty bucket has nothing, and a marker of a folder is no file', async () => {
    const storage = await aStorage();
    expect(await readAll(scanned(storage))).toEqual(new Map());
    storage.put('folder/', new Uint8Array());
    expect((await scanned(storage).found().next()).value).toEqual({ skipped: 'folder marker' });
  });

  test('a key that no web address can say is named, never taken for another one', async () => {
    const storage = await aStorage();
    storage.put('a/../b', Buffer.from('the right one'));
    storage.put('b', Buffer.from('another one'));
    storage.put('./c', Buffer.from('c'));
    const all = await readAll(scanned(storage));
    expect([all.get('a/../b'), String(all.get('b')), all.get('./c')]).toEqual(['file/name', 'another one', 'file/name']);
  });
});

describe('a storage that fails now and then', () => {
  const kinds: readonly (Misfortune | undefined)[] = [
    'fails',
    undefined,
    'reset',
    'reset-halfway',
    undefined,
    'slow-down',
    'pauses',
    undefined,
  ];

  test('everything is read whole all the same, and what arrived before a break is not asked for again', async () => {
    const storage = await aStorage({ pageSize: 5, misfortune: (request) => kinds[request % kinds.length] });
    const objects = new Map(Array.from({ length: 40 }, (_, n) => [`${n}.bin`, randomBytes(1 + n * 7919)]));
    for (const [key, bytes] of objects) storage.put(key, bytes);
    const all = await readAll(scanned(storage));
    expect(all.size).toBe(40);
    for (const [key, bytes] of objects) expect(bytes.equals(Buffer.from(all.get(key) ?? '')), key).toBe(true);
    expect(storage.log.filter(({ status }) => status === 206).length).toBeGreaterThan(2);
  });

  test('a body that stops in the middle is gone on with', async () => {
    const storage = await aStorage({ misfortune: (request, key) => (key !== '' && request % 2 === 0 ? 'stalls' : undefined) });
    const bytes = randomBytes(300_000);
    storage.put('stalls', bytes);
    expect(bytes.equals(Buffer.from((await readAll(scanned(storage))).get('stalls') ?? ''))).toBe(true);
    expect(storage.log.map(({ status }) => status)).toEqual([200, 200, 206]);
  });

  test('an object that is replaced while it is read is named as changed, never mixed', async () => {
    const storage = await aStorage({
      misfortune: (_request, key) => {
        if (key !== 'changing') return undefined;
        queueMicrotask(() => storage.put('changing', randomBytes(200_000)));
        return 'reset-halfway';
      },
    });
    storage.put('changing', randomBytes(200_000));
    expect(await readAll(scanned(storage))).toEqual(new Map([['changing', 'file/changed']]));
  });

  test('one object that always fails is named, the others are read', async () => {
    const storage = await aStorage({ misfortune: (_request, key) => (key === 'bad' ? 'fails' : undefined) });
    for (const key of ['a', 'bad', 'c']) storage.put(key, Buffer.from(key));
    storage.put('frozen', Buffer.from('x'), { 'x-test-refuse': 'InvalidObjectState' });
    const all = await readAll(scanned(storage));
    expect([String(all.get('a')), all.get('bad'), String(all.get('c')), all.get('frozen')]).toEqual([
      'a',
      'file/unreadable',
      'c',
      'file/unreadable',
    ]);
    expect(storage.log.filter(({ key }) => key === 'bad')).toHaveLength(quick.attempts);
  });

  test('an object that vanished after it was listed is named as missing', async () => {
    const storage = await aStorage();
    storage.put('here', Buffer.from('x'));
    const source = scanned(storage);
    const found = source.found();
    const first = await found.next();
    storage.delete('here');
    if (first.done === true || !('open' in first.value)) throw new Error('no object');
    const open = await first.value.open();
    await expect(lengthOf(open?.bytes)).rejects.toThrow(expect.objectContaining({ code: 'file/missing' }));
  });

  test('a storage that is gone in the middle of a scan ends it; its objects are not called unreadable', async () => {
    let isGone = false;
    const storage = await aStorage({ misfortune: () => (isGone ? 'reset' : undefined) });
    for (const key of ['a', 'b', 'c']) storage.put(key, Buffer.from(key));
    const found = scanned(storage).found();
    const first = await found.next();
    isGone = true;
    if (first.done === true || !('open' in first.value)) throw new Error('no object');
    const open = await first.value.open();
    await expect(lengthOf(open?.bytes)).rejects.toThrow(/does not answer as it should: .+\. Once it does, start again\.$/);
  });

  test('a stop ends what is under way at once', async () => {
    const storage = await aStorage({ misfortune: (_request, key) => (key === '' ? undefined : 'stalls') });
    storage.put('a', randomBytes(100_000));
    const stop = new AbortController();
    const found = scanned(storage, '', {}, stop.signal).found();
    const first = await found.next();
    if (first.done === true || !('open' in first.value)) throw new Error('no object');
    const open = await first.value.open();
    const reading = open?.bytes[Symbol.asyncIterator]();
    await reading?.next();
    const rest = Promise.resolve(reading?.next());
    stop.abort(new Error('asked to stop'));
    await expect(rest).rejects.toThrow('asked to stop');
  });
});

describe('what stands in the way is one sentence, without a secret', () => {
  test.each([
    ['a wrong secret', { AWS_SECRET_ACCESS_KEY: 'not-the-one' }, 'AWS_SECRET_ACCESS_KEY does not belong to AWS_ACCESS_KEY_ID'],
    ['an unknown key', { AWS_ACCESS_KEY_ID: 'AKIAOTHER' }, 'AWS_ACCESS_KEY_ID is not known there'],
    ['another region', { AWS_REGION: 'us-west-2' }, 'AuthorizationHeaderMalformed'],
  ])('%s', async (_name, env, sentence) => {
    const message = await refusalOf(scanned(await aStorage(), '', env));
    expect(message).toContain(sentence);
    expect(message).not.toMatch(/not-the-one|wJalr/);
  });

  test('a bucket that is not there, a storage that is not there, and a server that is no storage', async () => {
    const storage = await aStorage();
    const access = storageAccess(storage.env);
    expect(await refusalOf(bucketToScan('s3://nobody-has-this', access, new AbortController().signal, quick))).toContain(
      'there is no such bucket',
    );
    const gone = await openTestStorage();
    await gone.close();
    expect(await refusalOf(scanned(gone))).toContain('does not answer as it should: ECONNREFUSED');
  });

  test('settings that are missing or cannot be', () => {
    const refused = (env: Readonly<Record<string, string>>): string => {
      try {
        storageAccess(env);
      } catch (error) {
        if (error instanceof Refusal) return error.message;
        throw error;
      }
      return 'was not refused';
    };
    const keys = { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'hush' };
    expect(refused({})).toContain('set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY');
    expect(refused({ ...keys, AWS_ENDPOINT_URL: 'storage.example' })).toContain('AWS_ENDPOINT_URL must be');
    expect(refused({ ...keys, AWS_ENDPOINT_URL: 'http://me:hush@storage.example' })).not.toContain('hush');
    expect(refused({ ...keys, AWS_REGION: 'Frankfurt am Main' })).toContain('AWS_REGION must be');
    expect(JSON.stringify(storageAccess(keys))).not.toContain('hush');
    expect(() => bucketOf('s3://')).toThrow('A bucket is named as s3://BUCKET');
    expect(() => bucketOf('s3://../x')).toThrow('A bucket is named as');
    expect(bucketOf('s3://media/a/b c')).toEqual({ bucket: 'media', prefix: 'a/b c' });
    expect(bucketOf('s3://media')).toEqual({ bucket: 'media', prefix: '' });
  });
});
