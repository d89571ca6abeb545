/** What do the pages about herself need to know? */
import type { ConsoleFrame, FieldProblem } from './model.ts';
import type { OwnPasskey } from './passkey-model.ts';

/** How somebody wants things shown. A picture is always blurred and grey until it is asked for. */
export interface DeskPreferences {
  /** `press`: once to show, once to blur again. `hold`: shown only while the button is held down. */
  readonly reveal: 'press' | 'hold';
  /** Without colours, also when it is shown clearly. */
  readonly isGrey: boolean;
  /** Half as large. */
  readonly isSmall: boolean;
  /** Whether single keys do something. */
  readonly hasShortcuts: boolean;
}

export interface ExposureWords {
  readonly inHour: number;
  readonly inDay: number;
  readonly shownInWeek: number;
  readonly limits: { readonly anHour: number; readonly aDay: number };
  readonly restUntil: Date | null;
}

export interface OwnSession {
  readonly handle: string;
  readonly startedAt: Date;
  readonly seenAt: Date;
  readonly way: 'password' | 'link' | 'provider' | 'passkey';
  readonly isThis: boolean;
}

export type AccountNews =
  | 'preferences'
  | 'limits'
  | 'session-ended'
  | 'passkey-kept'
  | 'passkey-not-kept'
  | 'passkey-unnamed'
  | 'passkeys-full'
  | 'passkey-removed';

export interface AccountModel extends ConsoleFrame {
  readonly role: string;
  /** Of the identity provider at which people may sign in; null where there is none. */
  readonly providerName: string | null;
  readonly exposure: ExposureWords;
  readonly operatorLimits: { readonly anHour: number; readonly aDay: number };
  readonly ownLimits: { readonly anHour: number | null; readonly aDay: number | null };
  readonly sessions: readonly OwnSession[];
  /** Null where there can be none: passkeys need a name with https. */
  readonly passkeys: readonly OwnPasskey[] | null;
  readonly news: AccountNews | null;
  readonly entered?: { readonly anHour: string; readonly aDay: string };
  readonly problems?: readonly FieldProblem[];
}

export interface BreakModel extends ConsoleFrame {
  readonly exposure: ExposureWords & { readonly restUntil: Date };
}
