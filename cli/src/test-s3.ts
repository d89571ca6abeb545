/**
 * What does a test scan instead of a bucket at Amazon's? A small S3 storage on this machine: it checks every signature as the documentation says, lists in
 * pages, serves ranges, and fails as real ones do. It shares no code with what it tests.
 */
import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface TestStorageOptions {
  readonly region?: string;
  readonly sessionToken?: string;
  readonly pageSize?: number;
  /** Which misfortune befalls a request; the number counts all requests, from 1. Default: none. */
  readonly misfortune?: (request: number, key: string) => Misfortune | undefined;
}

/** An answer of 500 or 503; a connection that is reset at once, or after half of the body; half a body and then nothing; a pause first. */
export type Misfortune = 'fails' | 'slow-down' | 'reset' | 'reset-halfway' | 'stalls' | 'pauses';

export interface TestStorage {
  readonly url: string;
  readonly bucket: string;
  readonly keyId: string;
  readonly secret: string;
  /** The environment in which `likeness` finds it. */
  readonly env: Readonly<Record<string, string>>;
  put(key: string, bytes: Uint8Array, headers?: Readonly<Record<string, string>>): void;
  delete(key: string): void;
  /** What was asked: method, path, range, status. */
  readonly log: readonly { readonly key: string; readonly range: string | undefined; readonly status: number }[];
  close(): Promise<void>;
}

interface StoredObject {
  readonly bytes: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

const bucket = 'media-of-forum';
const keyId = 'AKIATESTTESTTESTTEST';
const secret = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';

export async function openTestStorage(options: TestStorageOptions = {}): Promise<TestStorage> {
  const { region = 'eu-central-1', sessionToken, pageSize = 1000, misfortune = () => undefined } = options;
  const objects = new Map<string, StoredObject>();
  const log: { key: string; range: string | undefined; status: number }[] = [];
  let requests = 0;

  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const [rawPath = '/', rawQuery = ''] = (request.url ?? '/').split('?');
    const path = decodeURIComponent(rawPath);
    const key = path.startsWith(`/${bucket}/`) ? path.slice(bucket.length + 2) : '';
    const note = (status: number): void => void log.push({ key, range: request.headers.range, status });
    const refuse = (status: number, code: string) => {
      note(status);
      response.writeHead(status, { 'content-type': 'application/xml' });
      response.end(`<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>It is so.</Message></Error>`);
    };
    const trouble = signatureTrouble(request, rawPath, rawQuery, region, sessionToken);
    if (trouble !== undefined) return refuse(403, trouble);
    if (path !== `/${bucket}` && !path.startsWith(`/${bucket}/`)) return refuse(404, 'NoSuchBucket');
    const fate = misfortune(++requests, key);
    if (fate === 'fails') return refuse(500, 'InternalError');
    if (fate === 'slow-down') return refuse(503, 'SlowDown');
    if (fate === 'reset') {
      note(0);
      response.destroy();
      return;
    }
    const send = (status: number, headers: Readonly<Record<string, string>>, body: Uint8Array) => {
      note(status);
      response.writeHead(status, { ...headers, 'content-length': String(body.length) });
      if (fate === 'reset-halfway' || fate === 'stalls') {
        response.write(body.subarray(0, body.length / 2), () => {
          if (fate === 'reset-halfway') response.destroy();
        });
      } else if (fate === 'pauses') setTimeout(() => response.end(body), 300);
      else response.end(body);
    };
    if (key === '')
      return send(200, { 'content-type': 'application/xml' }, Buffer.from(listing(objects, new URLSearchParams(rawQuery), pageSize)));
    const object = objects.get(key);
    if (object === undefined) return refuse(404, 'NoSuchKey');
    if (object.headers['x-test-refuse'] !== undefined) return refuse(403, object.headers['x-test-refuse']);
    const etag = `"${createHash('md5').update(object.bytes).digest('hex')}"`;
    const wanted = request.headers['if-match'];
    if (wanted !== undefined && wanted !== etag) return refuse(412, 'PreconditionFailed');
    const { bytes, headers } = object;
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? Number.NaN);
    if (Number.isNaN(from)) return send(200, { ...headers, etag }, bytes);
    if (from >= bytes.length) return refuse(416, 'InvalidRange');
    send(206, { ...headers, etag, 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` }, bytes.subarray(from));
  };

  const server = createServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  return {
    url,
    bucket,
    keyId,
    secret,
    env: {
      AWS_ENDPOINT_URL: url,
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: keyId,
      AWS_SECRET_ACCESS_KEY: secret,
      ...(sessionToken === undefined ? {} : { AWS_SESSION_TOKEN: sessionToken }),
    },
    put: (key, bytes, headers = {}) => void objects.set(key, { bytes, headers }),
    delete: (key) => void objects.delete(key),
    log,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const uriEncode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** The error code for a request that is not signed as https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html says. */
function signatureTrouble(
  { method = '', headers }: IncomingMessage,
  rawPath: string,
  rawQuery: string,
  region: string,
  sessionToken: string | undefined,
): string | undefined {
  const [, credential = '', signedHeaders = '', signature = ''] =
    /^AWS4-HMAC-SHA256 Credential=(\S+), SignedHeaders=(\S+), Signature=([0-9a-f]{64})$/.exec(headers.authorization ?? '') ?? [];
  const [givenId, day = '', ...scope] = credential.split('/');
  if (givenId !== keyId) return 'InvalidAccessKeyId';
  if (scope.join('/') !== `${region}/s3/aws4_request`) return 'AuthorizationHeaderMalformed';
  const time = String(headers['x-amz-date']);
  const at = Date.parse(time.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (!time.startsWith(day) || !(Math.abs(Date.now() - at) < 15 * 60_000)) return 'RequestTimeTooSkewed';
  if (sessionToken !== undefined && headers['x-amz-security-token'] !== sessionToken) return 'InvalidToken';
  const names = signedHeaders.split(';');
  const mustBeSigned = ['host', ...Object.keys(headers).filter((name) => name.startsWith('x-amz-'))];
  if (mustBeSigned.some((name) => !names.includes(name))) return 'AccessDenied';
  const query = rawQuery
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => pair.split('=').map((part) => uriEncode(decodeURIComponent(part))))
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
    .map(([name, value = '']) => `${name}=${value}`)
    .join('&');
  const canonical = [
    method,
    decodeURIComponent(rawPath).split('/').map(uriEncode).join('/'),
    query,
    ...names.map((name) => `${name}:${String(headers[name] ?? '').trim()}`),
    '',
    signedHeaders,
    String(headers['x-amz-content-sha256']),
  ].join('\n');
  const key = [region, 's3', 'aws4_request'].reduce(hmac, hmac(`AWS4${secret}`, day));
  const expected = hmac(key, ['AWS4-HMAC-SHA256', time, [day, ...scope].join('/'), sha256(canonical)].join('\n')).toString('hex');
  return signature === expected ? undefined : 'SignatureDoesNotMatch';
}

/** ListObjectsV2: keys in the order of their UTF-8 bytes, a page at a time. */
function listing(objects: ReadonlyMap<string, StoredObject>, query: URLSearchParams, pageSize: number): string {
  const prefix = query.get('prefix') ?? '';
  const after = Buffer.from(query.get('continuation-token') ?? '', 'base64url');
  const size = Math.min(pageSize, Number(query.get('max-keys') ?? pageSize));
  const keys = [...objects.keys()]
    .filter((key) => key.startsWith(prefix))
    .map((key) => Buffer.from(key))
    .sort(Buffer.compare)
    .filter((key) => Buffer.compare(key, after) > 0);
  const page = keys.slice(0, size);
  const isTruncated = keys.length > page.length;
  const isEncoded = query.get('encoding-type') === 'url';
  // As Amazon writes it: a form's encoding, in which a space is a plus.
  const written = (key: string): string =>
    isEncoded ? uriEncode(key).replaceAll('%20', '+').replaceAll('%2F', '/') : key.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const contents = page.map((key) => {
    const object = objects.get(key.toString());
    return `<Contents><Key>${written(key.toString())}</Key><LastModified>2024-01-01T00:00:00.000Z</LastModified><Size>${object?.bytes.length}</Size></Contents>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>${bucket}</Name><Prefix>${written(prefix)}</Prefix><KeyCount>${page.length}</KeyCount>${
    isEncoded ? '<EncodingType>url</EncodingType>' : ''
  }<IsTruncated>${isTruncated}</IsTruncated>${
    isTruncated ? `<NextContinuationToken>${page.at(-1)?.toString('base64url')}</NextContinuationToken>` : ''
  }${contents.join('')}</ListBucketResult>`;
}
