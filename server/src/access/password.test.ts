/** Is a password kept as argon2id, and only the right one recognised? */
import { expect, test } from 'vitest';
import { systemRandom } from '../config/random.ts';
import { hashPassword, isPassword } from './password.ts';

test('a password is stored as argon2id with 64 MiB, 3 passes and a salt of its own', async () => {
  const [one, two] = await Promise.all([hashPassword('correct horse', systemRandom(16)), hashPassword('correct horse', systemRandom(16))]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(one).not.toBe(two);
  expect(one).not.toContain('correct');
});

test('only the same password is recognised, however its letters are composed', async () => {
  const phc = await hashPassword('Zoë’s garden', systemRandom(16));
  const answers = await Promise.all(
    ['Zoë’s garden', 'Zoe\u0308’s garden', 'zoë’s garden', '', 'Zoë’s garden '].map((text) => isPassword(text, phc)),
  );
  expect(answers).toEqual([true, true, false, false, false]);
});

test('a hash made at another cost is still read by its own numbers', async () => {
  // Made with m=8, t=1 by the same argon2id of RFC 9106.
  const { argon2Sync } = await import('node:crypto');
  const nonce = Buffer.alloc(16, 7);
  const tag = argon2Sync('argon2id', { message: 'older', nonce, memory: 8, passes: 1, parallelism: 1, tagLength: 32 });
  const plain = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');
  expect(await isPassword('older', `$argon2id$v=19$m=8,t=1,p=1$${plain(nonce)}$${plain(tag)}`)).toBe(true);
});

test('what is not such a hash is an error, never a yes or a no', async () => {
  for (const phc of ['', 'plain', '$2b$12$abcdefghijklmnopqrstuv', '$argon2i$v=19$m=8,t=1,p=1$AAAA$AAAA'])
    await expect(isPassword('x', phc)).rejects.toThrow(RangeError);
});
