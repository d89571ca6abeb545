import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type DataProtection, dataProtectionFile, readDataProtection } from './data-protection.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'likeness-data-protection-'));
afterAll(() => rmSync(dataDir, { recursive: true }));

const whole: DataProtection = {
  controller: { name: 'Harbour Photos Ltd', address: '1 Quay Street, Dublin' },
  contact: 'data@harbour.example',
  lawfulBasis: 'GDPR Art. 6(1)(c) and 9(2)(f)',
  keepDays: { uploads: 180, matchedUploads: 365, answers: 365, notes: 365 },
};

const read = (content: unknown, isPublic = true): DataProtection | null => {
  writeFileSync(dataProtectionFile(dataDir), typeof content === 'string' ? content : JSON.stringify(content));
  return readDataProtection({ dataDir, isPublic });
};

test('a server that only this machine can reach starts without the file', () => {
  expect(readDataProtection({ dataDir: join(dataDir, 'none'), isPublic: false })).toBeNull();
});

test('a server that others can reach is refused without it, in one sentence that says what to write', () => {
  expect(() => readDataProtection({ dataDir: join(dataDir, 'none'), isPublic: true })).toThrow(
    /Others can reach this server.*data-protection\.json, as docs\/data-protection\.md shows\./,
  );
});

test('a whole file is read as it is', () => {
  expect(read(whole)).toEqual(whole);
});

test.each<[string, unknown, string]>([
  ['no JSON', '{', 'is no JSON'],
  ['nothing', {}, 'controller'],
  ['an empty name', { ...whole, controller: { ...whole.controller, name: '  ' } }, 'controller.name must be one line'],
  ['a sign that turns the line round', { ...whole, controller: { ...whole.controller, name: '\u202eH' } }, 'controller.name'],
  ['a NUL at the end', { ...whole, controller: { ...whole.controller, name: 'H\0' } }, 'controller.name'],
  ['a line break in a line', { ...whole, contact: 'a\nb' }, 'contact'],
  [
    'a period shorter than complaints may take',
    { ...whole, keepDays: { ...whole.keepDays, answers: 30 } },
    'keepDays.answers must be at least 190',
  ],
  ['half a day', { ...whole, keepDays: { ...whole.keepDays, uploads: 0.5 } }, 'keepDays.uploads must be a whole number'],
  ['a class that is not there', { ...whole, keepDays: { ...whole.keepDays, logs: 3 } }, 'keepDays.logs is not a field that is known here'],
])('%s is refused by the name of the field', (_name, content, field) => {
  expect(() => read(content)).toThrow(field);
});

test('the example of the documentation is a whole file', async () => {
  const { readFile } = await import('node:fs/promises');
  const text = await readFile(new URL('../../../docs/data-protection.md', import.meta.url), 'utf8');
  const [, example = ''] = /```json\n([\s\S]+?)```/.exec(text) ?? [];
  expect(read(example)?.keepDays.uploads).toBe(180);
});
