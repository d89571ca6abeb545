/** May this person open this route? Every route of the console names what it needs; one that names nothing is not registered at all. */
import { Problem } from '@likeness/contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as access from '../access/roles.ts';

/** `anyone`: also for those who are not signed in. */
export type Needed = access.Permission | 'anyone';

declare module 'fastify' {
  interface FastifyContextConfig {
    may?: Needed;
  }
}

/** What a route needs, as its options. */
export const may = (needed: Needed): { readonly config: { readonly may: Needed } } => ({ config: { may: needed } });

/** Refuses to register a route that does not say who may open it. @throws RangeError */
export function requireNamedPermissions(app: FastifyInstance): void {
  app.addHook('onRoute', ({ method, url, config }) => {
    if (config?.may === undefined) throw new RangeError(`the console's route ${String(method)} ${url} does not say who may open it`);
  });
}

/** Problem `console/not-allowed` unless whoever asks has a role that may open this route. */
export function requirePermission(request: FastifyRequest, role: string): void {
  const needed = request.routeOptions.config.may;
  if (needed === 'anyone') return;
  if (needed === undefined || !access.may(role, needed)) throw new Problem('console/not-allowed');
}
