/** What do the pages about passkeys need to know? */
import type { ConsoleFrame } from './model.ts';

export interface OwnPasskey {
  readonly handle: string;
  readonly name: string;
  readonly madeAt: Date;
  readonly usedAt: Date | null;
}

/** Of somebody whose role comes in by a passkey alone, and who did not. */
export interface PasskeyFirstModel extends ConsoleFrame {
  /** `make`: she has none yet. `use`: she has one, and comes in with it. */
  readonly step: 'make' | 'use';
  readonly news: 'passkey-not-kept' | 'passkey-unnamed' | null;
}

export interface PasskeyStepModel {
  /** `in`: whoever has one comes in. `new`: somebody who is signed in makes one. */
  readonly way: 'in' | 'new';
  /** Null where nobody is signed in. */
  readonly frame: ConsoleFrame | null;
  /** What the browser is asked, as JSON. */
  readonly options: string;
  readonly next: string | null;
  /** Of a new one. */
  readonly name: string;
}
