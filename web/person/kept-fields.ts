/** Which fields of a request that is not sent are kept? All that she filled in. What she confirms and signs she says when she sends it, her code and PIN are never stored, and the rest belongs to the page. */
import { basisIds } from '@likeness/casework';
import { type Fields, fieldNames, isTicked, text } from './forms.ts';
import { lawFieldName, ownElements } from './law-fields.ts';
import { isOwnField } from './service-fields.ts';

const { caseCode, pin, csrf, draft, later, notConsensual, goodFaith, signed, alsoUnder, contactEmail, contactPhone, contactOther } =
  fieldNames;

/** Not kept, of whichever service: boxes and names that say something by being there. */
const saidInSending: ReadonlySet<string> = new Set([
  notConsensual,
  goodFaith,
  signed,
  // It is ticked after a warning has been read.
  alsoUnder,
  ...basisIds.flatMap((law) => ownElements(law).flatMap(({ rule, pointer }) => (rule === 'text' ? [] : [lawFieldName(pointer)]))),
]);
const ofThePage: ReadonlySet<string> = new Set([caseCode, pin, csrf, draft, later]);
const ofContact: ReadonlySet<string> = new Set([contactEmail, contactPhone, contactOther]);

const without = (fields: Fields, isLeftOut: (name: string) => boolean): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !isLeftOut(name)));

/** The id of the posted form, empty where it came with none, and whether it is to be kept in place of being sent. */
export function readLater(posted: Fields): { readonly draft: string; readonly isForLater: boolean } {
  return { draft: text(posted, draft).toLowerCase(), isForLater: isTicked(posted, later) };
}

const ofTheForm: ReadonlySet<string> = new Set(Object.values(fieldNames));

/** What of a posted form is kept: `readRequestForm` reads it as it reads the form. Nothing that is no field of it. */
export function keptFields(posted: Fields): Fields {
  return without(posted, (name) => {
    const [field = ''] = name.split('.', 1);
    return ofThePage.has(name) || saidInSending.has(field) || !(ofTheForm.has(name) || isOwnField(field));
  });
}

/** Whether how to reach her is among them. */
export const keepsContact = (kept: Fields): boolean => [...ofContact].some((name) => text(kept, name) !== '');

/** The same without it. */
export const withoutContact = (kept: Fields): Fields => without(kept, (name) => ofContact.has(name));
