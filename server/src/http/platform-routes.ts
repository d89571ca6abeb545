/** What do the routes of the platform's door have in common? The shapes of their addresses and of what they answer when they refuse. */
import { ProblemBody } from '@likeness/contract';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';

export const byId = Type.Object({ id: Type.String({ maxLength: 100 }) });
const problem = { description: 'A problem (RFC 9457).', content: { 'application/problem+json': { schema: ProblemBody } } };
export const refusals = { '4xx': problem, '5xx': problem };

export const idempotencyKey = (request: FastifyRequest): string | undefined => {
  const header = request.headers['idempotency-key'];
  return Array.isArray(header) ? header[0] : header;
};
