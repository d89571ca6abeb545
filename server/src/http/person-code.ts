/** Which code and PIN came with a form, and what is said where they do not do? The same at each of her doors. */
import { type CasePin, caseworkIn, choosePin, type Language } from '@likeness/casework';
import { type FieldProblem, fieldNames, type Words } from '@likeness/web/person';
import type { FastifyRequest } from 'fastify';
import type { Source } from '../access/throttle.ts';

export const addressOf = (request: FastifyRequest): Source => ({ address: request.ip });

/** The code stands on the page and is sent back by it; what came was none, so the page that answers holds another. */
export const newCode = ({ request: said }: Words): FieldProblem => ({ sentence: said.problems.newCode });

/** The answer to a form that was filled in under another name of the site: nothing of it is taken, and it is shown again. `own` is where it can be sent from. */
export const otherAddress = ({ request: said }: Words, own: string): FieldProblem => ({
  sentence: said.problems.otherAddress({ address: own }),
});

/** A PIN that she chooses, at each door where one is set. */
export function chosenPin(
  text: string | null,
  language: Language,
): { readonly pin: CasePin | null; readonly problems: readonly FieldProblem[] } {
  if (text === null) return { pin: null, problems: [] };
  const parsed = choosePin(text);
  if (parsed.ok) return { pin: parsed.pin, problems: [] };
  return { pin: null, problems: [{ field: fieldNames.pin, sentence: caseworkIn(language).case.pin[parsed.problem] }] };
}
