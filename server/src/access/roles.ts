/** Who may do what at the console? One table. The console's door asks it for every route; what is done to people asks it once more, in its own transaction. */
import { Problem } from '@likeness/contract';
import type { Permission, Role, RoleRow } from '@likeness/web/moderator';
import type { Db } from '../store/database.ts';

export type { Permission, Role };

/** From the one that may least to the one that may most. */
export const roles: readonly Role[] = ['helper', 'moderator', 'lead', 'admin'];

const everyone = roles;
/** A helper talks with people and sees no request, and nobody who decides reads what she writes there. */
const helpers: readonly Role[] = ['helper'];
const moderators: readonly Role[] = ['moderator', 'lead', 'admin'];
const leads: readonly Role[] = ['lead', 'admin'];
const admins: readonly Role[] = ['admin'];

/** A role that is not named may not. */
export const permissions: Readonly<Record<Permission, readonly Role[]>> = {
  'talk-with-people': helpers,
  'work-the-queue': moderators,
  decide: moderators,
  'see-pictures': moderators,
  'report-referrals': moderators,
  'see-banks': moderators,
  'own-account': everyone,
  'close-referrals': leads,
  'judge-items': leads,
  'change-banks': leads,
  'read-report': leads,
  'judge-accounts': leads,
  'resend-statements': leads,
  'set-aside-decisions': leads,
  'set-up-service': admins,
  'manage-people': admins,
  'answer-about-data': admins,
};

/** Who comes in by a passkey alone, where the operator says so: whoever can change what holds for everybody. */
export const isPasskeyRole = (role: string): boolean => leads.some((one) => one === role);

export function isRole(text: string): text is Role {
  return roles.some((role) => role === text);
}

/** Whether somebody of this role may do it. A role that the table does not know may do nothing. */
export function may(role: string, permission: Permission): boolean {
  return isRole(role) && permissions[permission].includes(role);
}

/** The table as rows, for the page that shows it. */
export const permissionTable: readonly RoleRow[] = Object.entries(permissions).flatMap(([key, allowed]) =>
  isPermission(key) ? [{ permission: key, roles: allowed }] : [],
);

/** What a role may do, in the order of the table. */
export function permissionsOf(role: string): Permission[] {
  return permissionTable.flatMap(({ permission }) => (may(role, permission) ? [permission] : []));
}

function isPermission(key: string): key is Permission {
  return Object.hasOwn(permissions, key);
}

/** Whether this person may do it at this moment; somebody whose access ended may do nothing. */
export async function mayNow(db: Db, moderatorId: string, permission: Permission): Promise<boolean> {
  const row = await db.selectFrom('moderator').select('role').where('id', '=', moderatorId).where('left_at', 'is', null).executeTakeFirst();
  return row !== undefined && may(row.role, permission);
}

/** Who acts: somebody at the console, or null for the operator at a terminal, who holds the database anyway. */
export type Actor = string | null;

/** Who it was, for the ledger. */
export const byWhom = (actor: Actor): { readonly by?: string } => (actor === null ? {} : { by: actor });

/** Problem `console/not-allowed` unless whoever acts may do it at this moment. */
export async function requireMay(db: Db, actor: Actor, permission: Permission): Promise<void> {
  if (actor !== null && !(await mayNow(db, actor, permission))) throw new Problem('console/not-allowed');
}
