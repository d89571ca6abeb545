/** What does this request still lack? All of it at once, so that nobody has to ask the person twice. */
import type { ElementKey, LegalBasis } from '../notice/basis.ts';
import { isGiven, type RequestAnswers } from './answers.ts';

export interface MissingElement {
  readonly element: ElementKey;
  /** JSON pointer into the request. */
  readonly pointer: string;
  /** For the person. */
  readonly sentence: string;
  readonly lawWording: string;
}

/** Every element that the basis asks for and the answers do not give, in the order of the law. Empty: the request is complete. */
export function missingElements(basis: LegalBasis, answers: RequestAnswers): MissingElement[] {
  const asked = answers.onBehalfOf === 'agent' ? [...basis.elements, ...basis.agentElements] : basis.elements;
  return asked
    .filter(({ key }) => !isAnswered[key](answers))
    .map(({ key, pointer, missing, lawWording }) => ({ element: key, pointer, sentence: missing, lawWording }));
}

// One rule per element that any law may ask for. They are generous: a rule that turns away an honest request costs more than one that lets a thin one through to a person.
const isAnswered: Readonly<Record<ElementKey, (answers: RequestAnswers) => boolean>> = {
  // A typed name counts as a signature (spec/law.md 2.1, product rules); one letter in any script makes it a name.
  signature: ({ signature }) => isGiven(signature) && /\p{L}/u.test(signature),
  // Never for lack of an address alone. Fingerprints are not counted: whether they locate anything is known only after a look, which then adds content ids.
  locate: ({ contentIds = [], locations = [], locationDetails }) =>
    contentIds.some(isGiven) || locations.some(isGiven) || isGiven(locationDetails),
  statement: ({ statement }) => statement?.notConsensual === true && statement.goodFaith === true,
  contact: ({ contact = {} }) => isEmailShaped(contact.email) || isPhoneShaped(contact.phone) || isGiven(contact.other),
  authority: ({ agentAuthority }) => isGiven(agentAuthority),
};

/** Something, an at sign, a name with a dot: whether it arrives, only a message can tell. */
function isEmailShaped(email: string | undefined): boolean {
  return isGiven(email) && /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email.trim());
}

/** At least five digits, with whatever people write between them. */
function isPhoneShaped(phone: string | undefined): boolean {
  return isGiven(phone) && /^[+\d\s()./-]*$/.test(phone) && phone.replace(/\D/g, '').length >= 5;
}
