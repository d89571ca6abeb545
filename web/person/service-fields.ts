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

/** Reads what is said of one service: what is said to all, and its own. */
export function eachSaidIn(fields: Posted): (serviceId: string) => Posted {
  const shared = Object.fromEntries(Object.entries(fields).filter(([name]) => !isOwnField(serviceOf(name)?.field ?? name)));
  return (serviceId) => ({ ...shared, ...Object.fromEntries([...own].map((name) => [name, fields[fieldOf(name, serviceId)]] as const)) });
}

/** The form without what is said of services that are not here: thousands of them could be made up. */
export function saidOfThese<Form extends Posted>(fields: Form, serviceIds: readonly string[]): Posted {
  const here = new Set(serviceIds);
  return Object.fromEntries(Object.entries(fields).filter(([name]) => here.has(serviceOf(name)?.id ?? '') || serviceOf(name) === null));
}

/** Which field of which service a name is; null for a field that is not asked of each. */
function serviceOf(name: string): { readonly field: string; readonly id: string } | null {
  const at = name.indexOf('.');
  return at > 0 && isOwnField(name.slice(0, at)) ? { field: name.slice(0, at), id: name.slice(at + 1) } : null;
}

/** Of which services something was typed or ticked, in the order of the form. */
export function servicesSaidOf(fields: Posted): readonly string[] {
  const said = Object.entries(fields).filter(([, value]) => [value].flat().some((each) => each !== undefined && each !== ''));
  return [...new Set(said.flatMap(([name]) => serviceOf(name)?.id ?? []))];
}
