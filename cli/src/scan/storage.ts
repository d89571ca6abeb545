/** How is an S3 storage asked, politely and until it answers? Signed requests, retried with growing pauses; the secret stays in here. */
import { setTimeout as pause } from 'node:timers/promises';
import { Refusal, systemErrorCode } from '@likeness/server/config/refusal';
import { Secret } from '@likeness/server/config/secret';
import { quoted } from '../shown.ts';
import { type Answer, openHttp } from './http.ts';
import { readStorageError } from './object-list.ts';
import { openSigner } from './signature.ts';

/** Where the storage is, and with whose key it is asked. */
export interface StorageAccess {
  /** Undefined: Amazon's own. */
  readonly endpoint: URL | undefined;
  readonly region: string;
  readonly keyId: string;
  readonly secret: Secret;
  readonly sessionToken: Secret | undefined;
}

export interface Patience {
  /** How often one request is made at most. */
  readonly attempts: number;
  /** The pause after the first failure; each next one may be twice as long, up to `longestPauseMs`. Half of it is left to chance. */
  readonly pauseMs: number;
  readonly longestPauseMs: number;
  /** How long the storage may be silent: before an answer, and between two pieces of it. */
  readonly silenceMs: number;
}

/** Together some 25 seconds of pauses: a storage that restarts is waited for, one that is gone is not. */
export const usualPatience: Patience = { attempts: 8, pauseMs: 200, longestPauseMs: 10_000, silenceMs: 30_000 };

/** Reads the access from the environment, as Amazon's own tools do. @throws Refusal `scan/storage-access` */
export function storageAccess(env: Readonly<Record<string, string | undefined>>): StorageAccess {
  const get = (name: string): string | undefined => env[name]?.trim() || undefined;
  const keyId = get('AWS_ACCESS_KEY_ID');
  const secret = get('AWS_SECRET_ACCESS_KEY');
  if (keyId === undefined || secret === undefined)
    throw new Refusal(
      'scan/storage-access',
      'To read a bucket, set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment or in .env.',
    );
  const region = get('AWS_REGION') ?? 'us-east-1';
  if (!/^[a-z0-9-]{1,40}$/.test(region))
    throw new Refusal('scan/storage-access', `AWS_REGION must be like eu-central-1, not ${quoted(region)}.`);
  const address = get('AWS_ENDPOINT_URL');
  const endpoint = address === undefined ? undefined : URL.parse(address);
  if (
    endpoint === null ||
    (endpoint !== undefined && (!/^https?:$/.test(endpoint.protocol) || endpoint.username !== '' || endpoint.search !== ''))
  )
    throw new Refusal(
      'scan/storage-access',
      'AWS_ENDPOINT_URL must be a web address such as https://storage.example:9000, without key or query.',
    );
  const token = get('AWS_SESSION_TOKEN');
  return { endpoint, region, keyId, secret: new Secret(secret), sessionToken: token === undefined ? undefined : new Secret(token) };
}

/** What the storage said no with: asking again gives the same. */
export class StorageRefused extends Error {
  readonly status: number;
  /** The code of its answer, such as `AccessDenied`; its status in words where it sent none. */
  readonly code: string;
  readonly region: string | undefined;

  constructor(status: number, code: string, region: string | undefined) {
    super(`${code} (${status})`);
    this.status = status;
    this.code = code;
    this.region = region;
  }
}

/** It could not be reached, broke off or failed by itself, each time it was asked. */
export class StorageSilent extends Error {}

export interface Asked {
  /** The object's key; empty for the bucket itself. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Storage {
  /**
   * Gets an address inside the bucket; the body is not read yet. Rejects with StorageRefused for a definite no, with StorageSilent when every attempt
   * failed, and with the signal's reason once it is aborted.
   */
  get(asked: Asked, signal: AbortSignal): Promise<Answer>;
  /** The body piece by piece. Rejects with StorageSilent when it breaks off, or nothing arrives for too long. The signal is that of `get`. */
  body(answer: Answer, signal: AbortSignal): AsyncGenerator<Uint8Array>;
  /** Waits after the attempt with this number, counted from 1. */
  pauseAfter(attempt: number, signal: AbortSignal): Promise<void>;
  /** Whether WHATWG URLs can say this path at all: a part that is `.` or `..` is taken as a direction. */
  canAddress(path: string): boolean;
  readonly attempts: number;
}

export function openStorage(bucket: string, access: StorageAccess, patience: Patience): Storage {
  const ask = openHttp(patience.silenceMs, () => new StorageSilent('it did not answer in time'));
  const signedHeaders = openSigner(access);
  const base = addressOf(bucket, access);
  const urlOf = (path: string): string => `${base}/${path.split('/').map(encoded).join('/')}`;
  const pauseAfter = async (attempt: number, signal: AbortSignal): Promise<void> => {
    const longest = Math.min(patience.pauseMs * 2 ** (attempt - 1), patience.longestPauseMs);
    await pause(longest * (0.5 + Math.random() / 2), undefined, { signal });
  };

  const once = async ({ path, query = {}, headers = {} }: Asked, signal: AbortSignal): Promise<Answer> => {
    // Percent-encoded here: URLSearchParams writes a space as +, which storages sign as a plus.
    const search = Object.entries(query).map(([name, value]) => `${encoded(name)}=${encoded(value)}`);
    const url = new URL(`${urlOf(path)}${search.length === 0 ? '' : `?${search.join('&')}`}`);
    return ask(url, await signedHeaders(url, headers, new Date()), signal);
  };

  async function* body({ bytes }: Answer, signal: AbortSignal): AsyncGenerator<Uint8Array> {
    const reading: AsyncIterator<Uint8Array> = bytes[Symbol.asyncIterator]();
    try {
      for (;;) {
        const timer = setTimeout(() => bytes.destroy(new StorageSilent('it stopped in the middle')), patience.silenceMs);
        const next = await reading.next().finally(() => clearTimeout(timer));
        if (next.done === true) return;
        yield next.value;
      }
    } catch (error) {
      signal.throwIfAborted();
      throw error instanceof StorageSilent ? error : new StorageSilent(reasonOf(error));
    } finally {
      // What is not wanted any more is not fetched any further.
      bytes.destroy();
    }
  }

  return {
    attempts: patience.attempts,
    pauseAfter,
    body,
    canAddress: (path) => URL.parse(urlOf(path))?.href === urlOf(path),
    async get(asked, signal) {
      let reason = '';
      for (let attempt = 1; attempt <= patience.attempts; attempt++) {
        if (attempt > 1) await pauseAfter(attempt - 1, signal);
        try {
          const response = await once(asked, signal);
          if (response.status >= 200 && response.status < 300) return response;
          const { code, region } = readStorageError(await textOf(body(response, signal)));
          const isPassing = response.status >= 500 || response.status === 429 || code === 'RequestTimeout';
          if (!isPassing)
            throw new StorageRefused(response.status, code ?? response.statusText, region ?? response.header('x-amz-bucket-region'));
          reason = `${code ?? response.statusText} (${response.status})`;
        } catch (error) {
          signal.throwIfAborted();
          if (error instanceof StorageRefused) throw error;
          reason = reasonOf(error);
        }
      }
      throw new StorageSilent(reason);
    },
  };
}

/** Amazon's own storage has a name for each bucket, except where a dot in it would not fit its certificate; others take it as the first part of the path. */
function addressOf(bucket: string, { endpoint, region }: StorageAccess): string {
  if (endpoint !== undefined) return `${endpoint.origin}${endpoint.pathname.replace(/\/$/, '')}/${bucket}`;
  return bucket.includes('.') ? `https://s3.${region}.amazonaws.com/${bucket}` : `https://${bucket}.s3.${region}.amazonaws.com`;
}

/** RFC 3986: everything but letters, digits and -._~ is written as %XX. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** An answer that is read whole may have so many bytes; a page of a thousand keys of 1,024 escaped bytes stays below. */
const longestText = 16 * 1024 * 1024;

/** A short body as text. */
export async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body) {
    length += piece.length;
    if (length > longestText) throw new StorageSilent('its answer is too long');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString();
}

/** In words, without addresses or headers. */
function reasonOf(error: unknown): string {
  return error instanceof StorageSilent ? error.message : (systemErrorCode(error) ?? 'the connection broke');
}
