/** Is the client secret read from a file that is hers alone, and refused in one sentence otherwise, without a word of it? */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readProviderSecret } from './provider-secret.ts';

const folder = mkdtempSync(join(tmpdir(), 'likeness-oidc-'));
const file = join(folder, 'secret');
afterAll(() => rmSync(folder, { recursive: true }));

test('one line in a file that nobody else can read is the secret', () => {
  writeFileSync(file, 'hush-hush\n', { mode: 0o600 });
  expect(readProviderSecret(file).reveal()).toBe('hush-hush');
});

test('a file that others can read, an empty one, several lines, a folder and nothing are refused, and none is quoted', () => {
  chmodSync(file, 0o644);
  expect(() => readProviderSecret(file)).toThrow('can be read by other users; run: chmod 600');
  chmodSync(file, 0o600);
  writeFileSync(file, ' \n');
  expect(() => readProviderSecret(file)).toThrow('should hold one line');
  writeFileSync(file, 'hush\nhush');
  expect(() => readProviderSecret(file)).toThrow(/^(?!.*hush).*should hold one line/);
  expect(() => readProviderSecret(folder)).toThrow('is not a file');
  expect(() => readProviderSecret(join(folder, 'absent'))).toThrow('cannot be read');
});
