/** What did a filer write for one law alone? The lines and the names that only its elements ask for, such as what an order says or which work a copyright notice names. */
import { isGiven, type RequestAnswers } from '../request/answers.ts';
import { type BasisId, basisIds } from './bases.ts';
import type { LegalBasis, LegalElement } from './basis.ts';

export interface LawLine {
  readonly law: LegalBasis;
  readonly element: LegalElement;
  readonly text: string;
}

/** In the order of the laws and of their elements; `of` words each law for whoever reads it. Declarations are boxes, and not among them. */
export function lawLines(
  { texts = {}, signatures = {} }: Pick<RequestAnswers, 'texts' | 'signatures'>,
  of: (id: BasisId) => LegalBasis,
): LawLine[] {
  return basisIds.flatMap((id) => {
    const law = of(id);
    return law.elements.flatMap((element): LawLine[] => {
      const text =
        element.pointer === `/texts/${id}/${element.key}`
          ? texts[id]?.[element.key]
          : element.pointer === `/signatures/${id}`
            ? signatures[id]
            : undefined;
      return isGiven(text) ? [{ law, element, text }] : [];
    });
  });
}

type Lines = Pick<RequestAnswers, 'texts' | 'signatures'>;

/** One filing is a request for each law, and each keeps what only its own law asks for: these answers with what the others of the filing keep. */
export function withLinesOf<A extends Lines>(answers: A, others: readonly Lines[]): A {
  let all = answers;
  for (const { texts, signatures } of [...others, answers])
    all = {
      ...all,
      ...(texts && { texts: { ...all.texts, ...texts } }),
      ...(signatures && { signatures: { ...all.signatures, ...signatures } }),
    };
  return all;
}
