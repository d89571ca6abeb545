/** Is a request signed as Amazon's documentation signs its examples? */
import { Secret } from '@likeness/server/config/secret';
import { expect, test } from 'vitest';
import { openSigner } from './signature.ts';

const key = {
  keyId: 'AKIAIOSFODNN7EXAMPLE',
  secret: new Secret('wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'),
  sessionToken: undefined,
  region: 'us-east-1',
};
const now = new Date('2013-05-24T00:00:00.000Z');
const signatureOf = async (address: string, more: Record<string, string> = {}): Promise<string | undefined> =>
  /Signature=([0-9a-f]{64})$/.exec((await openSigner(key)(new URL(address), more, now))['authorization'] ?? '')?.[1];

// https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html, "GET Object" and "Get Bucket (List Objects)".
test.each([
  [
    'https://examplebucket.s3.amazonaws.com/test.txt',
    { range: 'bytes=0-9' },
    'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  ],
  ['https://examplebucket.s3.amazonaws.com/?max-keys=2&prefix=J', {}, '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7'],
])('the documented request %s has the documented signature', async (address, more, signature) => {
  expect(await signatureOf(address, more)).toBe(signature);
});

test('the order in which a query is written does not matter, a session token is signed', async () => {
  expect(await signatureOf('https://examplebucket.s3.amazonaws.com/?prefix=J&max-keys=2')).toBe(
    await signatureOf('https://examplebucket.s3.amazonaws.com/?max-keys=2&prefix=J'),
  );
  const sign = openSigner({ ...key, sessionToken: new Secret('token') });
  const signed = await sign(new URL('https://a.example/b'), {}, now);
  expect(signed).toMatchObject({
    'x-amz-security-token': 'token',
    authorization: expect.stringContaining('x-amz-date;x-amz-security-token'),
  });
});
