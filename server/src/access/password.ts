/** Is this the password that was set? argon2id (RFC 9106) from node:crypto, stored as a PHC string so that the cost can rise later. */
import { type Argon2Parameters, argon2, timingSafeEqual } from 'node:crypto';
import type { Random } from '../config/random.ts';
import { openPasswordQueue } from './password-queue.ts';

const length = { least: 12, most: 200 } as const;

/** Whether it is neither too short to be safe nor longer than what is read. */
export function isPasswordLength(password: string): boolean {
  return password.length >= length.least && password.length <= length.most;
}

const waiting = 'waiting:';

/** What stands in a password's place until its owner has chosen one: another one each time, so that links made for the last one are over. */
export function waitingForPassword(random: Random): string {
  return `${waiting}${Buffer.from(random(16)).toString('base64url')}`;
}

/** Whether no password has been chosen yet. */
export function isWaitingForPassword(standing: string): boolean {
  return standing.startsWith(waiting);
}

/** What stands in a password's place for somebody who signs in at the identity provider: no password opens it. */
export const passwordElsewhere = 'provider';

/** Whether somebody has a password here: neither waits for one nor signs in elsewhere. */
export function hasPassword(standing: string): boolean {
  return !isWaitingForPassword(standing) && standing !== passwordElsewhere;
}

/** One line for the whole process: passwords and PINs alike. */
const takeTurn = openPasswordQueue();

function derive(parameters: Argon2Parameters, caller: string): Promise<Buffer> {
  return takeTurn(
    caller,
    () => new Promise((resolve, reject) => argon2('argon2id', parameters, (error, tag) => (error === null ? resolve(tag) : reject(error)))),
  );
}

// RFC 9106 §4, second recommended option: 64 MiB, 3 passes; one lane, because sign-ins share two cores with everything else.
const cost = { memory: 65_536, passes: 3, parallelism: 1 } as const;

const shape = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/**
 * The PHC string of a password or PIN. `salt` is 16 random bytes; `caller` is whose turn it takes, such as a network address. Hold no transaction open meanwhile.
 * @throws Problem `password/busy`
 */
export async function hashPassword(password: string, salt: Uint8Array, caller = ''): Promise<string> {
  const { memory, passes, parallelism } = cost;
  const tag = await derive({ message: password.normalize('NFKC'), nonce: salt, memory, passes, parallelism, tagLength: 32 }, caller);
  const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/=+$/, '');
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${text(salt)}$${text(tag)}`;
}

/** True when the password is the one behind the PHC string. Throws RangeError when the string is not one of ours, Problem `password/busy` as `hashPassword` does. */
export async function isPassword(password: string, phc: string, caller = ''): Promise<boolean> {
  const [, memory, passes, parallelism, salt, tag] = shape.exec(phc) ?? [];
  if (salt === undefined || tag === undefined) throw new RangeError('a stored password hash is not a PHC string of argon2id');
  const expected = Buffer.from(tag, 'base64');
  const found = await derive(
    {
      message: password.normalize('NFKC'),
      nonce: Buffer.from(salt, 'base64'),
      memory: Number(memory),
      passes: Number(passes),
      parallelism: Number(parallelism),
      tagLength: expected.length,
    },
    caller,
  );
  return timingSafeEqual(found, expected);
}
