/**
 * How does a storage know that a request comes from the holder of a key? AWS Signature Version 4 for requests without a body, as
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html says.
 */
import { hash } from 'node:crypto';
import type { Secret } from '@likeness/server/config/secret';
import { AwsV4Signer } from 'aws4fetch';

export interface SigningKey {
  readonly keyId: string;
  readonly secret: Secret;
  readonly sessionToken: Secret | undefined;
  readonly region: string;
}

/** Of no body. */
const emptyHash = hash('sha256', '', 'hex');

/** The headers of a GET of this address, those of `more` and the signature included; all of them are signed. */
export type SignedHeaders = (url: URL, more: Readonly<Record<string, string>>, now: Date) => Promise<Record<string, string>>;

/** One signer per storage: the key of a day is derived once. */
export function openSigner({ keyId, secret, sessionToken, region }: SigningKey): SignedHeaders {
  const cache = new Map<string, ArrayBuffer>();
  return async (url, more, now) => {
    const signer = new AwsV4Signer({
      method: 'GET',
      url: url.href,
      headers: { ...more, 'x-amz-content-sha256': emptyHash },
      accessKeyId: keyId,
      secretAccessKey: secret.reveal(),
      ...(sessionToken === undefined ? {} : { sessionToken: sessionToken.reveal() }),
      service: 's3',
      region,
      cache,
      datetime: now.toISOString().replace(/[-:]|\.\d{3}/g, ''),
      // Else Range would go unsigned, and anyone between could ask for another part.
      allHeaders: true,
    });
    return Object.fromEntries((await signer.sign()).headers);
  };
}
