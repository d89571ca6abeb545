/** Does a command learn where the running server is reached, and hear when nothing is known? */
import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { noteServedAddress, servedAddress } from './served-address.ts';

const folder = mkdtempSync(join(tmpdir(), 'likeness-address-'));
const file = join(folder, 'served-at');
afterAll(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true });
});

test('it is known while the server runs, to this user alone', async () => {
  expect(servedAddress(folder)).toBeNull();
  const forget = await noteServedAddress(folder, 'https://likeness.example');
  expect(servedAddress(folder)).toBe('https://likeness.example');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  await forget();
  expect(existsSync(file)).toBe(false);
  await forget();
});

test('what a server left behind that was killed is replaced by the next', async () => {
  await noteServedAddress(folder, 'http://127.0.0.1:9000');
  const forget = await noteServedAddress(folder, 'http://127.0.0.1:9001');
  expect(servedAddress(folder)).toBe('http://127.0.0.1:9001');
  await forget();
});

test.each(['', 'nowhere', 'javascript:alert(1)', 'https://likeness.example/elsewhere'])('a damaged note (%s) is none', (text) => {
  writeFileSync(file, text);
  expect(servedAddress(folder)).toBeNull();
});
