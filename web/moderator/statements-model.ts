/** What does the page need to know about statements of reasons that the DSA Transparency Database refused? */
import type { ConsoleFrame } from './model.ts';

export interface RefusedRow {
  readonly puid: string;
  readonly platformName: string;
  readonly at: Date;
  /** Names of the fields that the database does not take. */
  readonly fields: readonly string[];
  /** Kept back here: sending it again would change nothing. */
  readonly mayNotLeave: boolean;
}

export interface StatementsModel extends ConsoleFrame {
  readonly rows: readonly RefusedRow[];
  readonly total: number;
  readonly hasManyServices: boolean;
  /** `none`: there was nothing to send; somebody else was quicker, or it was taken back. */
  readonly news: 'again' | 'none' | null;
}
