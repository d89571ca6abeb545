/** Does what was sent have the right shape? Names every bad field at once by its JSON pointer, and never repeats a value. */
import { Problem } from '@likeness/contract';
import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';

export interface FieldError {
  readonly pointer: string;
  readonly detail: string;
}

const mostErrors = 20;

/** A reader that answers the value itself once it fits. `part` is where it stood: body, params, querystring, headers. Throws Problem `body/invalid` otherwise. */
export function reader<T extends TSchema>(schema: T, part: string): (data: unknown) => Static<T> {
  const check = Compile(schema);
  return (data) => {
    if (check.Check(data)) return data;
    throw invalid(part, check.Errors(data).flatMap(fieldErrors));
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
    detail: where === '' ? sentence(first.detail) : `${where}: ${sentence(first.detail)}`,
  });
}

const sentence = (text: string): string => (/[.?]$/.test(text) ? text : `${text}.`);

/** One error of the checker as errors of fields: a field that lacks, and one that is too many, is named itself and not its parent. */
function fieldErrors(error: {
  readonly keyword: string;
  readonly instancePath: string;
  readonly message: string;
  readonly params: object;
}): FieldError[] {
  const { keyword, instancePath, message, params } = error;
  const named = (list: unknown): string[] => (Array.isArray(list) ? list.filter((name) => typeof name === 'string') : []);
  if (keyword === 'required' && 'requiredProperties' in params)
    return named(params.requiredProperties).map((name) => ({ pointer: `${instancePath}/${name}`, detail: 'this field is missing' }));
  if (keyword === 'additionalProperties' && 'additionalProperties' in params)
    return named(params.additionalProperties).map((name) => ({
      // A name that is no name may be a value that was put in the wrong place: it is not repeated.
      pointer: /^[A-Za-z][A-Za-z0-9_-]{0,39}$/.test(name) ? `${instancePath}/${name}` : instancePath,
      detail: 'this field is not known; /api/v1/openapi.json lists those that are',
    }));
  // Said again for each unknown field by the line above.
  if (keyword === 'boolean') return [];
  if (keyword === 'enum' && 'allowedValues' in params)
    return [{ pointer: instancePath, detail: `must be one of ${named(params.allowedValues).join(', ')}` }];
  if (keyword === 'const' && 'allowedValue' in params)
    return [{ pointer: instancePath, detail: `must be "${String(params.allowedValue)}"` }];
  return [{ pointer: instancePath, detail: message }];
}
