/** Which fields of her form belong to one law alone, and what did they say? Boxes, lines and names, at the pointers that the laws' folders name. */
import { type BasisId, basisIds, basisOf, type LegalBasis, type LegalElement, type RequestAnswers } from '@likeness/casework';

type Answers = Partial<Omit<RequestAnswers, 'basis'>>;
type LawAnswers = Pick<Answers, 'declarations' | 'signatures' | 'texts'>;

/** The field of a pointer: `/declarations/dmca/perjury` is `declarations-dmca-perjury`. */
export function lawFieldName(pointer: string): string {
  return pointer.slice(1).replaceAll('/', '-');
}

/** Elements that have a field of their own under one law, in English or as `basis` words them. */
export function ownElements(law: BasisId, basis: LegalBasis = basisOf(law)): readonly LegalElement[] {
  return basis.elements.filter(({ pointer }) => /^\/(declarations|signatures|texts)\//.test(pointer));
}

/** Fields of one law that hold a text, all of them. */
export const lawTextFields: readonly string[] = basisIds.flatMap((law) =>
  ownElements(law).flatMap(({ rule, pointer }) => (rule === 'declaration' ? [] : [lawFieldName(pointer)])),
);

/** What a posted form says under each law; `text` reads one field. */
export function lawAnswersFrom(text: (name: string) => string): LawAnswers {
  const declarations: Partial<Record<BasisId, Record<string, boolean>>> = {};
  const signatures: Partial<Record<BasisId, string>> = {};
  const texts: Partial<Record<BasisId, Record<string, string>>> = {};
  for (const law of basisIds)
    for (const { key, rule, pointer } of ownElements(law)) {
      const given = text(lawFieldName(pointer));
      if (given === '') continue;
      if (rule === 'declaration' && given === 'yes') declarations[law] = { ...declarations[law], [key]: true };
      else if (rule === 'signature') signatures[law] = given;
      else if (rule === 'text') texts[law] = { ...texts[law], [key]: given };
    }
  return {
    ...(Object.keys(declarations).length > 0 && { declarations }),
    ...(Object.keys(signatures).length > 0 && { signatures }),
    ...(Object.keys(texts).length > 0 && { texts }),
  };
}

const parts = (pointer: string): readonly string[] => pointer.split('/').slice(2);

/** Whether she ticked it. */
export function isTickedAt({ declarations = {} }: LawAnswers, pointer: string): boolean {
  const [law = '', key = ''] = parts(pointer);
  return basisIds.some((id) => id === law && declarations[id]?.[key] === true);
}

/** What she typed there. */
export function textAt({ signatures = {}, texts = {} }: LawAnswers, pointer: string): string | undefined {
  const [law = '', key] = parts(pointer);
  const id = basisIds.find((one) => one === law);
  if (id === undefined) return undefined;
  return key === undefined ? signatures[id] : texts[id]?.[key];
}
