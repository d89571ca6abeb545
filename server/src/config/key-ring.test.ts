import { createHash, createHmac, createPublicKey, randomBytes, verify } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { type KeyRing, type KeyRingOptions, openKeyRing, SealedFieldError } from './key-ring.ts';
import { PURPOSES } from './key-ring-file.ts';
import { Refusal } from './refusal.ts';

const folder = mkdtempSync(join(tmpdir(), 'likeness-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));

const options: KeyRingOptions = { create: true, now: () => new Date('2026-11-22T10:00:00Z'), random: randomBytes };
let count = 0;
const freshFile = (): string => join(folder, String(++count), 'deep', 'keyring.json');
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const ring = openKeyRing(freshFile(), options);

function refusalOf(file: string, create = true): Refusal {
  try {
    openKeyRing(file, { ...options, create });
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('was opened');
}

function sealErrorOf(open: () => unknown): string {
  try {
    open();
  } catch (error) {
    if (error instanceof SealedFieldError) return error.reason;
    throw error;
  }
  return 'opened';
}

interface StoredRing {
  format: string;
  version: number;
  keys: { id: string; purpose: string; secret: string; createdAt: string; current: boolean }[];
}

function edited(change: (stored: StoredRing) => void): string {
  const file = freshFile();
  openKeyRing(file, options);
  const stored: StoredRing = JSON.parse(readFileSync(file, 'utf8'));
  change(stored);
  writeFileSync(file, JSON.stringify(stored));
  return file;
}

test('a first start makes the folders, one 0600 file with a key for each purpose, and nothing else', () => {
  const file = freshFile();
  openKeyRing(file, options);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(join(file, '..')).mode & 0o777).toBe(0o700);
  expect(readdirSync(join(file, '..'))).toEqual(['keyring.json']);
  const stored: StoredRing = JSON.parse(readFileSync(file, 'utf8'));
  expect(stored).toMatchObject({ format: 'likeness-key-ring', version: 1 });
  expect(stored.keys.map((key) => key.purpose)).toEqual([...PURPOSES]);
  expect(new Set(stored.keys.map((key) => key.secret)).size).toBe(PURPOSES.length);
});

test('the second start reads the keys of the first', () => {
  const file = freshFile();
  const first = openKeyRing(file, options);
  const sealed = first.seal('envelope', utf8('her address'), utf8('case 7'));
  const second = openKeyRing(file, { ...options, create: false });
  expect(second.mac('case-code', utf8('x'))).toEqual(first.mac('case-code', utf8('x')));
  expect(second.open('envelope', sealed, utf8('case 7'))).toEqual(utf8('her address'));
});

test('without leave to create, a missing ring is a refusal and no file appears', () => {
  const file = freshFile();
  expect(refusalOf(file, false)).toMatchObject({ code: 'key-ring/missing', exitCode: 3 });
  expect(existsSync(file)).toBe(false);
});

test.each([0o640, 0o604, 0o620, 0o644])('a ring with mode %o is refused, with the command that mends it', (mode) => {
  const file = freshFile();
  openKeyRing(file, options);
  chmodSync(file, mode);
  const refusal = refusalOf(file);
  expect(refusal.code).toBe('key-ring/permissions');
  expect(refusal.message).toContain(`chmod 600 ${file}`);
});

test('a ring that is damaged in any way is refused in one line and left as it is', () => {
  const files = [
    edited((stored) => stored.keys.splice(2, 1)),
    edited((stored) => Object.assign(stored, { version: 2 })),
    edited((stored) => Object.assign(stored, { format: 'other' })),
    edited((stored) => Object.assign(stored.keys[0] ?? {}, { secret: 'short' })),
    edited((stored) => Object.assign(stored.keys[0] ?? {}, { current: false })),
    edited((stored) => Object.assign(stored.keys[1] ?? {}, { id: stored.keys[0]?.id })),
    edited((stored) => Object.assign(stored.keys[1] ?? {}, { purpose: 'other' })),
    edited((stored) => Object.assign(stored, { keys: {} })),
    ...['', '{', 'null', '[]', '"text"'].map((text) => {
      const file = edited(() => {});
      writeFileSync(file, text);
      return file;
    }),
  ];
  for (const file of files) {
    const before = readFileSync(file);
    expect(refusalOf(file)).toMatchObject({
      code: 'key-ring/damaged',
      message: expect.stringMatching(/^The key ring .+ is damaged \(.+\); .+\.$/),
    });
    expect(readFileSync(file)).toEqual(before);
  }
});

test('a place that cannot be written or is a folder is refused in one line', () => {
  const blocked = join(folder, 'a-file');
  writeFileSync(blocked, '');
  expect(refusalOf(join(blocked, 'keyring.json')).message).toMatch(/^The key ring .+ cannot be (read|created)[^\n]+\.$/);
  expect(refusalOf(folder).message).toContain('is not a file');
});

test('an older key still reads what it wrote, while new values use the current one', () => {
  const file = freshFile();
  const before = openKeyRing(file, options);
  const oldMac = before.mac('case-code', utf8('code'));
  const oldSealed = before.seal('webhook', utf8('whsec'), utf8('endpoint 1'));
  const stored: StoredRing = JSON.parse(readFileSync(file, 'utf8'));
  for (const key of stored.keys) key.current = false;
  const newer: StoredRing = JSON.parse(
    readFileSync(
      edited(() => {}),
      'utf8',
    ),
  );
  writeFileSync(file, JSON.stringify({ ...stored, keys: [...stored.keys, ...newer.keys] }));
  const after = openKeyRing(file, options);
  expect(after.mac('case-code', utf8('code'))).not.toEqual(oldMac);
  expect(after.macsOfAll('case-code', utf8('code'))).toEqual([after.mac('case-code', utf8('code')), oldMac]);
  expect(after.open('webhook', oldSealed, utf8('endpoint 1'))).toEqual(utf8('whsec'));
  expect(after.seal('webhook', utf8('whsec'), utf8('')).slice(1, 9)).not.toEqual(oldSealed.slice(1, 9));
  expect(after.matches(before.checkValues())).toBe(true);
  expect(before.matches(after.checkValues())).toBe(false);
});

test('check values recognise a wrong ring and hold neither keys nor macs', () => {
  const other = openKeyRing(freshFile(), options);
  expect(ring.matches(ring.checkValues())).toBe(true);
  expect(ring.matches([])).toBe(true);
  expect(other.matches(ring.checkValues())).toBe(false);
  const mixed = ring.checkValues().map((value, index) => (index === 0 ? { ...value, check: '0'.repeat(32) } : value));
  expect(ring.matches(mixed)).toBe(false);
  expect(ring.checkValues().every(({ check }) => /^[0-9a-f]{32}$/.test(check))).toBe(true);
});

test('a mac is HMAC-SHA-256 under the stored key, and each purpose has its own', () => {
  const file = freshFile();
  const opened = openKeyRing(file, options);
  const stored: StoredRing = JSON.parse(readFileSync(file, 'utf8'));
  const secret = Buffer.from(stored.keys.find((key) => key.purpose === 'case-code')?.secret ?? '', 'base64url');
  expect(opened.mac('case-code', utf8('code'))).toEqual(new Uint8Array(createHmac('sha256', secret).update('code').digest()));
  expect(opened.mac('session', utf8('code'))).not.toEqual(opened.mac('case-code', utf8('code')));
});

test('a signature verifies under the published key and under nothing else', () => {
  const { keyId, signature } = ring.sign(utf8('head 12'));
  expect(ring.verify(keyId, utf8('head 12'), signature)).toBe(true);
  expect(ring.verify(keyId, utf8('head 13'), signature)).toBe(false);
  expect(ring.verify(keyId, utf8('head 12'), signature.with(0, (signature[0] ?? 0) ^ 1))).toBe(false);
  expect(ring.verify(keyId, utf8('head 12'), signature.subarray(1))).toBe(false);
  expect(ring.verify('0'.repeat(16), utf8('head 12'), signature)).toBe(false);
  const x = Buffer.from(ring.ledgerPublicKey(keyId) ?? []).toString('base64url');
  const published = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  expect(verify(null, utf8('head 12'), published, signature)).toBe(true);
  expect(ring.ledgerPublicKey('0'.repeat(16))).toBeUndefined();
  expect(ring.ledgerPublicKey(ring.checkValues().find(({ purpose }) => purpose === 'session')?.keyId ?? '')).toBeUndefined();
});

test('the ring prints no key', () => {
  const file = freshFile();
  const opened = openKeyRing(file, options);
  const stored: StoredRing = JSON.parse(readFileSync(file, 'utf8'));
  const shown = inspect(opened, { depth: 9, showHidden: true }) + JSON.stringify(opened);
  for (const { secret } of stored.keys) expect(shown).not.toContain(secret);
});

const purposes = fc.constantFrom('envelope' as const, 'webhook' as const);
const bytes = fc.uint8Array({ maxLength: 200 });

test('whatever is sealed opens to the same bytes, and sealing twice never gives the same bytes', () => {
  fc.assert(
    fc.property(purposes, bytes, bytes, (purpose, plaintext, aad) => {
      const sealed = ring.seal(purpose, plaintext, aad);
      expect(sealed).toHaveLength(plaintext.length + 37);
      expect(ring.open(purpose, sealed, aad)).toEqual(plaintext);
      expect(ring.seal(purpose, plaintext, aad)).not.toEqual(sealed);
    }),
  );
});

test('any flipped bit, any other aad, any other purpose, ring or length is refused', () => {
  const other: KeyRing = openKeyRing(freshFile(), options);
  fc.assert(
    fc.property(purposes, bytes, bytes, bytes, fc.nat(), fc.nat(), (purpose, plaintext, aad, otherAad, at, bit) => {
      const sealed = ring.seal(purpose, plaintext, aad);
      const position = at % sealed.length;
      const flipped = sealed.with(position, (sealed[position] ?? 0) ^ (1 << (bit % 8)));
      expect(sealErrorOf(() => ring.open(purpose, flipped, aad))).not.toBe('opened');
      expect(sealErrorOf(() => ring.open(purpose, sealed.subarray(0, position), aad))).not.toBe('opened');
      expect(sealErrorOf(() => other.open(purpose, sealed, aad))).toBe('unknown-key');
      expect(sealErrorOf(() => ring.open(purpose === 'envelope' ? 'webhook' : 'envelope', sealed, aad))).toBe('unknown-key');
      fc.pre(!Buffer.from(aad).equals(otherAad));
      expect(sealErrorOf(() => ring.open(purpose, sealed, otherAad))).toBe('does-not-open');
    }),
  );
});

// The format is frozen by this fixture: a change that breaks it is a new version byte.
test('a field sealed by version 1 still opens', () => {
  let drawn = 0;
  const random = (length: number): Uint8Array =>
    new Uint8Array(createHash('sha512').update(`draw ${drawn++}`).digest().subarray(0, length));
  const fixed = openKeyRing(freshFile(), { ...options, random });
  const sealed = '01aeffd5ab3ffbec1362f2738e3fe8816b6aed2d262017746f521246dfec21546170e4961f8944d1209d8dbfdd030b49';
  expect(fixed.open('envelope', new Uint8Array(Buffer.from(sealed, 'hex')), utf8('case 7'))).toEqual(utf8('her address'));
});
