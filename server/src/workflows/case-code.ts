/** Which case does a code, or the secret of a follow link, belong to? Stored are MACs alone, made by the key that was current then; a ring that was rotated keeps the older keys. */
import type { CaseCode } from '@likeness/casework';
import { Secret } from '../config/secret.ts';
import type { Engine } from './engine.ts';

/** The secret in the fragment of the address that a platform hands to the person. */
export class FollowSecret extends Secret {}

/** What to store, and what to look for. */
export interface Macs {
  /** Under the current key: for storing. */
  readonly current: Buffer;
  /** Under every key of the ring: for looking up, wherever a case is looked up. */
  readonly all: readonly Buffer[];
}

export function macsOfCode(engine: Pick<Engine, 'keys'>, code: CaseCode): Macs {
  return macsOf(engine, code.reveal());
}

export function macsOfFollow(engine: Pick<Engine, 'keys'>, secret: FollowSecret): Macs {
  return macsOf(engine, `follow:${secret.reveal()}`);
}

function macsOf({ keys }: Pick<Engine, 'keys'>, text: string): Macs {
  const data = Buffer.from(text);
  return { current: Buffer.from(keys.mac('case-code', data)), all: keys.macsOfAll('case-code', data).map((mac) => Buffer.from(mac)) };
}
