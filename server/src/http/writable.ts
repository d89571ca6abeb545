/** Can this text be stored as it is? PostgreSQL takes no NUL, and half a surrogate pair would come back as another character. One check for every door. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { invalid } from './reader.ts';
import type { FieldError } from './wrong-shape.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The handler looks at `unwritableFields` itself and shows its form again, with what was typed. */
    showsFormAgain?: boolean;
  }
}

/** No shape of ours has a tenth of it; what is nested deeper than calls can be could be read and not written. */
const deepest = 64;

/** Every text in a value that cannot be stored, by its pointer; what is nested too deep is not stored either. */
export function* unwritableTexts(all: unknown): Generator<FieldError> {
  const waiting = [{ value: all, pointer: '', depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, pointer, depth } = next;
    if (typeof value === 'string') {
      if (value.includes('\0') || !value.isWellFormed()) yield { pointer, detail: 'must be text without NUL and without half characters' };
    } else if (depth === deepest && typeof value === 'object') {
      if (value !== null) yield { pointer, detail: `must not be nested deeper than ${deepest} levels` };
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, one] of Object.entries(value).toReversed())
        waiting.push({ value: one, pointer: `${pointer}/${name}`, depth: depth + 1 });
    }
  }
}

/** The names of a form's fields whose text cannot be stored. */
export function unwritableFields(request: FastifyRequest): string[] {
  return [...new Set([...unwritableTexts(request.body)].map(({ pointer }) => pointer.split('/')[1] ?? ''))];
}

/** Problem `body/invalid` when one of these texts cannot be stored. `part` is where it stood. */
export function refuseUnwritable(part: string, data: unknown): void {
  const found = [...unwritableTexts(data)];
  if (found.length > 0) throw invalid(part, found);
}

/** Looks at the address and the body of every request, before any handler. The fields of a multipart form are read by their handler, which looks for itself. */
export function refuseUnwritableRequests(app: FastifyInstance): void {
  app.addHook('preValidation', async (request) => {
    refuseUnwritable('params', request.params);
    refuseUnwritable('querystring', request.query);
    if (request.routeOptions.config.showsFormAgain !== true) refuseUnwritable('body', request.body);
  });
}
