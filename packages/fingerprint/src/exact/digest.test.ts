/** Are SHA-256 and MD5 those of the standards, whatever the length of the file and however it is cut into chunks? */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hexOfBytes } from '../hex.ts';
import { Digest, md5, sha256 } from './digest.ts';
import { loadExactKernel } from './kernel.ts';
import { md5Blocks, sha256Blocks } from './reference.ts';

const kernel = await loadExactKernel();
const algorithms = { sha256, md5 };

describe.each(Object.entries({ reference: { sha256Blocks, md5Blocks }, kernel }))('the %s', (_name, blocks) => {
  const digestOf = (name: 'sha256' | 'md5', chunks: readonly Uint8Array[]): string => {
    const digest = new Digest(algorithms[name], name === 'sha256' ? blocks.sha256Blocks : blocks.md5Blocks);
    for (const chunk of chunks) digest.update(chunk);
    return hexOfBytes(digest.finish());
  };

  test.each([
    ['md5', '', 'd41d8cd98f00b204e9800998ecf8427e'],
    ['md5', 'message digest', 'f96b697d7cb7938d525a2f31aaf161d0'],
    ['sha256', '', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['sha256', 'abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'sha256',
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ] as const)('gives the %s that its standard prints for "%s"', (name, text, expected) => {
    expect(digestOf(name, [new TextEncoder().encode(text)])).toBe(expected);
  });

  test.each(['sha256', 'md5'] as const)('gives the %s of every length around the padding boundaries', (name) => {
    for (let length = 0; length <= 200; length++) {
      const bytes = Uint8Array.from({ length }, (_, i) => i * 7 + length);
      expect(digestOf(name, [bytes])).toBe(createHash(name).update(bytes).digest('hex'));
    }
  });

  test.each(['sha256', 'md5'] as const)('gives the same %s however the file is cut', (name) => {
    const chunks = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 12 });
    fc.assert(
      fc.property(chunks, (of) => {
        expect(digestOf(name, of)).toBe(createHash(name).update(Buffer.concat(of)).digest('hex'));
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  test('reads chunks longer than its own buffer, at any alignment', () => {
    const bytes = Uint8Array.from({ length: 1_000_003 }, (_, i) => (i * i) >>> 3);
    for (const name of ['sha256', 'md5'] as const) {
      expect(digestOf(name, [bytes.subarray(0, 13), bytes.subarray(13)])).toBe(createHash(name).update(bytes).digest('hex'));
    }
  });
});

test('several files may be under way at once', () => {
  const first = new Digest(sha256, kernel.sha256Blocks);
  const second = new Digest(sha256, kernel.sha256Blocks);
  const [a, b] = [new Uint8Array(1000).fill(1), new Uint8Array(1000).fill(2)];
  for (let i = 0; i < 1000; i += 100) {
    first.update(a.subarray(i, i + 100));
    second.update(b.subarray(i, i + 100));
  }
  expect(hexOfBytes(first.finish())).toBe(createHash('sha256').update(a).digest('hex'));
  expect(hexOfBytes(second.finish())).toBe(createHash('sha256').update(b).digest('hex'));
});

test('a finished digest refuses more bytes', () => {
  const digest = new Digest(md5, md5Blocks);
  digest.finish();
  expect(() => digest.update(new Uint8Array(1))).toThrow('finished');
  expect(() => digest.finish()).toThrow('finished');
});
