/** What do the pages about the people of the console need to know? */
import type { ConsoleFrame, FieldProblem } from './model.ts';

export type Role = 'helper' | 'moderator' | 'lead' | 'admin';

/** What can be done at the console. The server's table says which role may do it (access/roles.ts). */
export type Permission =
  | 'talk-with-people'
  | 'work-the-queue'
  | 'decide'
  | 'see-pictures'
  | 'report-referrals'
  | 'see-banks'
  | 'own-account'
  | 'close-referrals'
  | 'judge-items'
  | 'change-banks'
  | 'read-report'
  | 'judge-accounts'
  | 'set-aside-decisions'
  | 'resend-statements'
  | 'set-up-service'
  | 'manage-people'
  | 'answer-about-data';

export interface ConsolePerson {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** Null until she has used her link. */
  readonly signsInBy: 'password' | 'provider' | null;
  readonly createdAt: Date;
}

/** The table of roles, as it is. */
export interface RoleRow {
  readonly permission: Permission;
  readonly roles: readonly Role[];
}

/** A link that is shown on this page only. */
export interface LinkOnce {
  readonly text: string;
  readonly name: string;
  readonly until: Date;
}

export interface PeopleModel extends ConsoleFrame {
  readonly people: readonly ConsolePerson[];
  /** Of the identity provider at which people may sign in; null where there is none. */
  readonly providerName: string | null;
  readonly table: readonly RoleRow[];
  /** Of whoever was invited just now. */
  readonly shownOnce: LinkOnce | null;
  readonly entered?: { readonly name: string; readonly role: string };
  readonly problems?: readonly FieldProblem[];
  readonly news: 'ended' | null;
}

export interface PersonModel extends ConsoleFrame {
  readonly person: ConsolePerson;
  readonly providerName: string | null;
  readonly isMe: boolean;
  /** The only one who can manage people: her role and her access stay. */
  readonly isLastAdmin: boolean;
  readonly shownOnce: LinkOnce | null;
  readonly problems?: readonly FieldProblem[];
  readonly news: 'role' | null;
}

/** Asked before something ends. */
export interface PersonConfirmModel extends ConsoleFrame {
  readonly what: 'end-access' | 'new-link';
  readonly person: ConsolePerson;
}
