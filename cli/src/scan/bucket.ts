/** Which objects are in this bucket, and what are their bytes? Pages are asked for one at a time; a body that breaks off is gone on with where it stopped. */
import { Refusal } from '@likeness/server/config/refusal';
import { FileError } from '../file-outcome.ts';
import { quoted } from '../shown.ts';
import { type ObjectPage, readObjectPage } from './object-list.ts';
import type { Found, Source } from './source.ts';
import {
  openStorage,
  type Patience,
  type Storage,
  type StorageAccess,
  StorageRefused,
  StorageSilent,
  textOf,
  usualPatience,
} from './storage.ts';

/** Why a reading is over that was not stopped. One for all: each new one would carry a stack. */
const read = new Error('it has been read');

/** The bucket and prefix of `s3://BUCKET/PREFIX`. @throws Refusal `scan/bucket-name` */
export function bucketOf(address: string): { readonly bucket: string; readonly prefix: string } {
  const [, bucket, prefix = ''] = /^s3:\/\/([A-Za-z0-9][A-Za-z0-9._-]{1,61}[A-Za-z0-9])(?:\/(.*))?$/s.exec(address) ?? [];
  if (bucket === undefined)
    throw new Refusal('scan/bucket-name', `A bucket is named as s3://BUCKET or s3://BUCKET/PREFIX, not ${quoted(address)}.`, 2);
  return { bucket, prefix };
}

/** The objects whose key starts with the prefix, as a source. `signal` ends everything under way. @throws Refusal `scan/bucket-name` */
export function bucketToScan(address: string, access: StorageAccess, signal: AbortSignal, patience: Patience = usualPatience): Source {
  const { bucket, prefix } = bucketOf(address);
  const storage = openStorage(bucket, access, patience);
  // Each reading has a signal of its own, so that one can be left; a scan of a million objects must not hang a million listeners on one signal.
  const reading = new Set<AbortController>();
  signal.addEventListener('abort', () => {
    for (const one of reading) one.abort(signal.reason);
  });
  const startReading = (): AbortController => {
    const one = new AbortController();
    if (signal.aborted) one.abort(signal.reason);
    reading.add(one);
    return one;
  };
  const page = async (query: Readonly<Record<string, string>>): Promise<ObjectPage> => {
    const asked = { path: '', query: { 'list-type': '2', 'encoding-type': 'url', prefix, ...query } };
    const one = startReading();
    try {
      for (let attempt = 1; ; attempt++) {
        const response = await storage.get(asked, one.signal);
        try {
          const read = readObjectPage(await textOf(storage.body(response, one.signal)));
          if (read !== undefined) return read;
          throw new Refusal('scan/bucket', `${address} was not answered with a list of objects; is AWS_ENDPOINT_URL an S3 storage?`);
        } catch (error) {
          // The answer began, but its body broke off.
          if (!(error instanceof StorageSilent) || attempt >= storage.attempts) throw error;
          await storage.pauseAfter(attempt, one.signal);
        }
      }
    } catch (error) {
      throw refusalOf(address, access, error);
    } finally {
      reading.delete(one);
    }
  };
  const objectAt = (key: string, file: string): Found => ({
    file,
    contentId: key,
    async open() {
      if (!storage.canAddress(key))
        throw new FileError('file/name', 'Its key has a part "." or "..", which no web address can say. Copy it to another key.');
      const one = startReading();
      return {
        bytes: bytesOf(storage, key, one.signal, () => page({ 'max-keys': '1' })),
        async close() {
          // Whatever is still on its way is not fetched.
          one.abort(read);
          reading.delete(one);
        },
      };
    },
  });
  return {
    name: address,
    // A request takes longer than a decoder: while some wait for the storage, others are decoded.
    filesPerDecoder: 4,
    async *found(): AsyncGenerator<Found> {
      for (let next: string | undefined, isFirst = true; isFirst || next !== undefined; isFirst = false) {
        const answer = await page(next === undefined ? {} : { 'continuation-token': next });
        for (const { key, sizeBytes } of answer.objects) {
          if (key.endsWith('/') && sizeBytes === 0) yield { skipped: 'folder marker' };
          else yield objectAt(key, `s3://${bucket}/${key}`);
        }
        next = answer.next;
      }
    },
  };
}

/** The object's bytes. A connection that breaks is made again, from the next byte on, of the same version of the object. */
async function* bytesOf(storage: Storage, key: string, signal: AbortSignal, check: () => Promise<unknown>): AsyncGenerator<Uint8Array> {
  let at = 0;
  let version: string | undefined;
  try {
    for (let attempt = 1; ; attempt++) {
      const isRest = at > 0;
      const headers = isRest ? { range: `bytes=${at}-`, ...(version === undefined ? {} : { 'if-match': version }) } : {};
      const response = await storage.get({ path: key, headers }, signal);
      // Unpacked on the way, bytes cannot be counted: such an object is read in one go or not at all.
      const isPacked = response.header('content-encoding') !== undefined;
      version ??= response.header('etag');
      // A storage that knows no ranges sends all of it again.
      let toDrop = isRest && response.status !== 206 ? at : 0;
      if (response.status === 206 && !response.header('content-range')?.startsWith(`bytes ${at}-`))
        throw new StorageSilent('it sent another part');
      try {
        for await (const piece of storage.body(response, signal)) {
          const rest = piece.subarray(toDrop);
          toDrop -= piece.length - rest.length;
          at += rest.length;
          if (rest.length > 0) yield rest;
        }
        return;
      } catch (error) {
        if (!(error instanceof StorageSilent) || attempt >= storage.attempts) throw error;
        // What has been passed on must stay the beginning of what follows.
        if (at > 0 && (isPacked || version === undefined)) throw error;
        await storage.pauseAfter(attempt, signal);
      }
    }
  } catch (error) {
    if (error instanceof StorageRefused) {
      if (keyTroubles.has(error.code)) await check();
      throw fileErrorOf(error);
    }
    if (!(error instanceof StorageSilent) || signal.aborted) throw error;
    // One object that fails is that object's fault; a storage or a key that is gone must not be taken for ten thousand unreadable objects.
    await check();
    throw new FileError('file/unreadable', `The object cannot be read: ${error.message}.`);
  }
}

/** Answers that speak of the key, not of the object; when listing gets them too, the scan stops. */
const keyTroubles = new Set([
  'ExpiredToken',
  'InvalidToken',
  'InvalidAccessKeyId',
  'SignatureDoesNotMatch',
  'RequestTimeTooSkewed',
  'AccessDenied',
]);

function fileErrorOf(error: StorageRefused): FileError {
  if (error.status === 404) return new FileError('file/missing', 'It was listed when the scan came by, but is gone now.');
  if (error.status === 412) return new FileError('file/changed', 'It was changed while it was read; scan it again.');
  return new FileError('file/unreadable', `The object cannot be read: ${error.message}.`);
}

/** Why the bucket cannot be gone through, with what to do about it. */
function refusalOf(address: string, { region, endpoint }: StorageAccess, error: unknown): unknown {
  const cannot = `${address} cannot be read`;
  if (error instanceof StorageSilent)
    return new Refusal(
      'scan/bucket',
      `${cannot}: ${endpoint?.host ?? 'Amazon S3'} does not answer as it should: ${error.message}. Once it does, start again.`,
    );
  if (!(error instanceof StorageRefused)) return error;
  if (error.region !== undefined && error.region !== region)
    return new Refusal('scan/bucket', `${cannot}: the bucket is in another region; set AWS_REGION=${error.region}.`);
  const remedies: Readonly<Record<string, string>> = {
    NoSuchBucket: 'there is no such bucket',
    AccessDenied: 'this key may not list it (s3:ListBucket); to read its objects it also needs s3:GetObject',
    InvalidAccessKeyId: 'AWS_ACCESS_KEY_ID is not known there',
    SignatureDoesNotMatch: 'AWS_SECRET_ACCESS_KEY does not belong to AWS_ACCESS_KEY_ID',
    ExpiredToken: 'AWS_SESSION_TOKEN has expired; get a new one and start again',
    InvalidToken: 'AWS_SESSION_TOKEN is not valid there',
    RequestTimeTooSkewed: "this machine's clock is wrong",
  };
  return new Refusal('scan/bucket', `${cannot}: ${remedies[error.code] ?? 'the storage said'} (${error.code}, ${error.status}).`);
}
