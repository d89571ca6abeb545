/**
 * How does a storage know that a request comes from the holder of a key? AWS Signature Version 4 for requests without a body, as
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html says. Made at once, with OpenSSL: WebCrypto's way through threads took most
 * of a bucket scan's time and memory.
 */
import { createHmac, hash } from 'node:crypto';
import type { Secret } from '@likeness/server/config/secret';

export interface SigningKey {
  readonly keyId: string;
  readonly secret: Secret;
  readonly sessionToken: Secret | undefined;
  readonly region: string;
}

/** The hash of no body. */
const emptyHash = hash('sha256', '', 'hex');

/**
 * The headers of a GET of this address, those of `more` and the signature included. The path must be encoded as RFC 3986 says already; names and values of
 * the query too, and its names must differ.
 */
export function signedHeaders(url: URL, key: SigningKey, more: Readonly<Record<string, string>>, now: Date): Record<string, string> {
  const at = now.toISOString().replace(/[-:]|\.\d{3}/g, '');
  const headers: Record<string, string> = {
    ...more,
    host: url.host,
    'x-amz-content-sha256': emptyHash,
    'x-amz-date': at,
    ...(key.sessionToken === undefined ? {} : { 'x-amz-security-token': key.sessionToken.reveal() }),
  };
  const names = Object.keys(headers).sort();
  const signedNames = names.join(';');
  const query = url.search.slice(1).split('&').sort().join('&');
  const canonical = ['GET', url.pathname, query, ...names.map((name) => `${name}:${headers[name]?.trim()}`), '', signedNames, emptyHash];
  const scope = `${at.slice(0, 8)}/${key.region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', at, scope, hash('sha256', canonical.join('\n'), 'hex')].join('\n');
  const signature = hmac(signingKey(key, at.slice(0, 8)), text).toString('hex');
  return {
    ...headers,
    authorization: `AWS4-HMAC-SHA256 Credential=${key.keyId}/${scope}, SignedHeaders=${signedNames}, Signature=${signature}`,
  };
}

const hmac = (key: Buffer | string, text: string): Buffer => createHmac('sha256', key).update(text).digest();

function signingKey({ secret, region }: SigningKey, day: string): Buffer {
  return hmac(hmac(hmac(hmac(`AWS4${secret.reveal()}`, day), region), 's3'), 'aws4_request');
}
