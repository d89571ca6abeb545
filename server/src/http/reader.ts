/** Does what was sent have the right shape? Names every bad field at once by its JSON pointer, and never repeats a value. */
import { Problem } from '@likeness/contract';
import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { type FieldError, wrongShape } from './wrong-shape.ts';

const mostErrors = 20;

/** A reader that answers the value itself once it fits. `part` is where it stood: body, params, querystring, headers. Throws Problem `body/invalid` otherwise. */
export function reader<T extends TSchema>(schema: T, part: string): (data: unknown) => Static<T> {
  const check = Compile(schema);
  return (data) => {
    if (check.Check(data)) return data;
    throw invalid(part, wrongShape(schema, check.Errors(data), data));
  };
}

/** Problem `body/invalid` that names these fields. */
export function invalid(part: string, found: readonly FieldError[]): Problem {
  const errors = found.slice(0, mostErrors);
  const [first] = errors;
  if (first === undefined) return new Problem('body/invalid');
  const where = `${part === 'body' ? '' : `${part} `}${first.pointer}`.trim();
  return new Problem('body/invalid', {
    errors,
    pointer: first.pointer,
    detail: sentence(where === '' ? `The body ${first.detail}` : `${where}: ${first.detail}`),
  });
}

const sentence = (text: string): string => (/[.?]$/.test(text) ? text : `${text}.`);
