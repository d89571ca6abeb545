/** Where she names several services: which fields belong to one of them alone, and what did they say? What one service gets stands in no request to another. */
import { basisIds } from '@likeness/casework';
import { besideFields } from './beside-fields.ts';
import { lawFieldName, ownElements } from './law-fields.ts';

type Posted = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Where the picture is at this service, what she declares to it, under which laws besides, and that she signs. */
const own: ReadonlySet<string> = new Set([
  'locations',
  'locationDetails',
  ...Object.values(besideFields),
  'goodFaith',
  'signed',
  'alsoUnder',
  ...basisIds.flatMap((law) => ownElements(law).map(({ pointer }) => lawFieldName(pointer))),
]);

/** Whether each service is asked with a field of its own for this one. */
export const isOwnField = (name: string): boolean => own.has(name);

/** The name of a field: of one service alone, where there is one to tell and the field is asked for each. */
export function fieldOf(name: string, serviceId: string | undefined): string {
  return serviceId === undefined || !isOwnField(name) ? name : `${name}.${serviceId}`;
}

/** What is said of one service: what is said to all, and its own. */
export function saidOf(fields: Posted, serviceId: string): Posted {
  const shared = Object.entries(fields).filter(([name]) => !isOwnField(name));
  return Object.fromEntries([...shared, ...[...own].map((name) => [name, fields[fieldOf(name, serviceId)]] as const)]);
}

/** Of which services something was typed or ticked, in the order of the form. */
export function servicesSaidOf(fields: Posted): readonly string[] {
  const ids = Object.entries(fields).flatMap(([field, value]) => {
    const at = field.indexOf('.');
    return at > 0 && isOwnField(field.slice(0, at)) && [value].flat().some((each) => each !== undefined && each !== '')
      ? [field.slice(at + 1)]
      : [];
  });
  return [...new Set(ids)];
}
