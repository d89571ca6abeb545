/** Which keys does this installation hold, and what may be done with them? Keys never leave this file's closures. */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  type KeyObject,
  sign as signBytes,
  verify as verifyBytes,
} from 'node:crypto';
import { createKeyRingFile, KEY_BYTES, PURPOSES, type Purpose, type RingKey, readKeyRingFile } from './key-ring-file.ts';
import { Refusal } from './refusal.ts';

export type { Purpose } from './key-ring-file.ts';
export type MacPurpose = Extract<Purpose, 'case-code' | 'session'>;
export type SealPurpose = Extract<Purpose, 'envelope' | 'webhook'>;

/** A value from which the key cannot be learned, but a wrong key is recognised. The database stores these. */
export interface KeyCheck {
  readonly keyId: string;
  readonly purpose: Purpose;
  /** 32 lower-case hex digits. */
  readonly check: string;
}

/** A signature and the key that made it. */
export interface Signature {
  readonly keyId: string;
  /** 64 bytes, Ed25519. */
  readonly signature: Uint8Array;
}

/** A sealed field that does not open: written under another key ring, moved to another place, or changed. */
export class SealedFieldError extends Error {
  readonly reason: 'malformed' | 'unknown-key' | 'does-not-open';

  constructor(reason: 'malformed' | 'unknown-key' | 'does-not-open') {
    super(`sealed field: ${reason}`);
    this.name = 'SealedFieldError';
    this.reason = reason;
  }
}

/** The keys in use. Safe to share; prints as nothing but its functions. */
export interface KeyRing {
  /** HMAC-SHA-256 with the current key of the purpose: 32 bytes, for storing. */
  mac(purpose: MacPurpose, data: Uint8Array): Uint8Array;
  /** The mac under every key of the purpose, the current one first: for looking up what an older key stored. */
  macsOfAll(purpose: MacPurpose, data: Uint8Array): Uint8Array[];
  /** AES-256-GCM with a random nonce; docs/formats/sealed-fields.md. `aad` names the place the value belongs to and is needed to open it. */
  seal(purpose: SealPurpose, plaintext: Uint8Array, aad: Uint8Array): Uint8Array;
  /** @throws SealedFieldError unless sealed with a key of this ring, for this purpose and this `aad`, and unchanged since */
  open(purpose: SealPurpose, sealed: Uint8Array, aad: Uint8Array): Uint8Array;
  /** Ed25519 with the current ledger key. */
  sign(data: Uint8Array): Signature;
  /** Whether the ledger key of that id made this signature over this data. False for a key this ring does not hold. */
  verify(keyId: string, data: Uint8Array, signature: Uint8Array): boolean;
  /** 32 bytes, or undefined for a key this ring does not hold. */
  ledgerPublicKey(keyId: string): Uint8Array | undefined;
  /** One check value per key, in the ring's order. */
  checkValues(): readonly KeyCheck[];
  /** Whether every stored check value was made by a key this ring holds. True for none stored. */
  matches(stored: readonly KeyCheck[]): boolean;
}

export interface KeyRingOptions {
  /** Make the file when it is missing (a first start); otherwise a missing file is a Refusal. */
  readonly create: boolean;
  readonly now: () => Date;
  /** Returns that many cryptographically random bytes. */
  readonly random: (bytes: number) => Uint8Array;
}

const SEAL_VERSION = 1;
const KEY_ID_BYTES = 8;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_BYTES = 1 + KEY_ID_BYTES;

/**
 * Opens the ring in `file`, or makes it.
 * @throws Refusal `key-ring/missing`, `/unreadable`, `/unwritable`, `/permissions` or `/damaged`
 */
export function openKeyRing(file: string, { create, now, random }: KeyRingOptions): KeyRing {
  let keys = readKeyRingFile(file);
  if (keys === undefined) {
    if (!create) {
      const remedy = 'put it back or point LIKENESS_SECRET_FILE to it';
      throw new Refusal('key-ring/missing', `The key ring ${file} is missing, and what is stored cannot be read without it; ${remedy}.`);
    }
    createKeyRingFile(
      file,
      PURPOSES.map((purpose) => newKey(purpose, now(), random)),
    );
    keys = readKeyRingFile(file);
  }
  if (keys === undefined) throw new Refusal('key-ring/missing', `The key ring ${file} vanished while it was being opened.`);
  return keyRingOf(keys, random);
}

function newKey(purpose: Purpose, at: Date, random: (bytes: number) => Uint8Array): RingKey {
  return { id: hex(random(KEY_ID_BYTES)), purpose, secret: random(KEY_BYTES), createdAt: at.toISOString(), current: true };
}

function keyRingOf(keys: readonly RingKey[], random: (bytes: number) => Uint8Array): KeyRing {
  const keysFor = (purpose: Purpose): RingKey[] =>
    keys.filter((key) => key.purpose === purpose).sort((a, b) => Number(b.current) - Number(a.current));
  const currentKey = (purpose: Purpose): RingKey => {
    const key = keysFor(purpose)[0];
    if (key === undefined) throw new Error(`a key ring without a key for ${purpose} was read`);
    return key;
  };
  const signingKey = currentKey('ledger');
  const signingKeyObject = ed25519PrivateKey(signingKey.secret);
  const publicKeys = new Map(keysFor('ledger').map((key) => [key.id, createPublicKey(ed25519PrivateKey(key.secret))]));
  const checks = keys.map((key) => ({ keyId: key.id, purpose: key.purpose, check: checkValue(key) }));

  return {
    mac: (purpose, data) => hmac(currentKey(purpose), data),
    macsOfAll: (purpose, data) => keysFor(purpose).map((key) => hmac(key, data)),
    seal: (purpose, plaintext, aad) => seal(currentKey(purpose), random(NONCE_BYTES), plaintext, aad),
    open(purpose, sealed, aad) {
      if (sealed.length < HEADER_BYTES + NONCE_BYTES + TAG_BYTES || sealed[0] !== SEAL_VERSION) throw new SealedFieldError('malformed');
      const id = hex(sealed.subarray(1, HEADER_BYTES));
      const key = keysFor(purpose).find((candidate) => candidate.id === id);
      if (key === undefined) throw new SealedFieldError('unknown-key');
      return unseal(key, sealed, aad);
    },
    sign: (data) => ({ keyId: signingKey.id, signature: new Uint8Array(signBytes(null, data, signingKeyObject)) }),
    verify(keyId, data, signature) {
      const publicKey = publicKeys.get(keyId);
      return publicKey !== undefined && verifyBytes(null, data, publicKey, signature);
    },
    ledgerPublicKey(keyId) {
      const der = publicKeys.get(keyId)?.export({ format: 'der', type: 'spki' });
      return der === undefined ? undefined : new Uint8Array(der.subarray(-ED25519_KEY_BYTES));
    },
    checkValues: () => checks,
    matches: (stored) =>
      stored.every(({ keyId, purpose, check }) =>
        checks.some((own) => own.keyId === keyId && own.purpose === purpose && own.check === check),
      ),
  };
}

function hmac(key: RingKey, data: Uint8Array): Uint8Array {
  return new Uint8Array(createHmac('sha256', key.secret).update(data).digest());
}

function seal(key: RingKey, nonce: Uint8Array, plaintext: Uint8Array, aad: Uint8Array): Uint8Array {
  const header = Buffer.concat([Uint8Array.of(SEAL_VERSION), Buffer.from(key.id, 'hex')]);
  const cipher = createCipheriv('aes-256-gcm', key.secret, nonce, { authTagLength: TAG_BYTES });
  // The header has a fixed length, so header and aad together are unambiguous.
  cipher.setAAD(Buffer.concat([header, aad]));
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return new Uint8Array(Buffer.concat([header, nonce, ciphertext, cipher.getAuthTag()]));
}

function unseal(key: RingKey, sealed: Uint8Array, aad: Uint8Array): Uint8Array {
  const nonce = sealed.subarray(HEADER_BYTES, HEADER_BYTES + NONCE_BYTES);
  const ciphertext = sealed.subarray(HEADER_BYTES + NONCE_BYTES, sealed.length - TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key.secret, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.concat([sealed.subarray(0, HEADER_BYTES), aad]));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  try {
    return new Uint8Array(Buffer.concat([decipher.update(ciphertext), decipher.final()]));
  } catch {
    throw new SealedFieldError('does-not-open');
  }
}

// HKDF (RFC 5869) with its own info string, so that no mac made with the key can equal its check value.
function checkValue(key: RingKey): string {
  const info = `likeness key check 1|${key.purpose}|${key.id}`;
  return hex(new Uint8Array(hkdfSync('sha256', key.secret, new Uint8Array(), info, 16)));
}

// RFC 8410: the fixed DER prefix of an Ed25519 private key; its 32-byte seed follows. The public key's DER ends with its 32 bytes.
const ED25519_PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const ED25519_KEY_BYTES = 32;

function ed25519PrivateKey(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([ED25519_PKCS8, seed]), format: 'der', type: 'pkcs8' });
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
