/** What does this request still lack? All of it at once, so that nobody has to ask the person twice. */
import type { ElementRule, LegalBasis, LegalElement } from '../notice/basis.ts';
import { isGiven, type RequestAnswers } from './answers.ts';

export interface MissingElement {
  /** Its key within the basis. */
  readonly element: string;
  readonly rule: ElementRule;
  /** JSON pointer into the request. */
  readonly pointer: string;
  /** What she is asked. */
  readonly asks: string;
  readonly whyWeAsk: string;
  /** What she reads while it is missing. */
  readonly sentence: string;
  readonly lawWording: string;
}

type Answers = Omit<RequestAnswers, 'basis'>;

/** Every element that the basis asks for and the answers do not give, in the order of the law. Empty: the request is complete. */
export function missingElements(basis: LegalBasis, answers: Answers): MissingElement[] {
  return elementsFor(basis, answers)
    .filter((element) => element.isOptional !== true && !isAnswered[element.rule](answers, element))
    .map((element) => ({
      element: element.key,
      rule: element.rule,
      pointer: element.pointer,
      asks: element.asks,
      whyWeAsk: element.whyWeAsk,
      sentence: sentenceOf(element, answers),
      lawWording: element.lawWording,
    }));
}

/** Of a name and an e-mail address only the one that is not there is asked for. */
function sentenceOf({ missing, missingAlone }: LegalElement, { contact = {}, signature }: Answers): string {
  if (missingAlone === undefined) return missing;
  if (isName(contact.name) || isName(signature)) return missingAlone.email;
  return isEmailShaped(contact.email) ? missingAlone.name : missing;
}

/** What is asked of whoever files: where the law is not open to them, by what authority they do, for only as an agent they may. */
export function elementsFor(basis: LegalBasis, { onBehalfOf }: Pick<Answers, 'onBehalfOf'>): readonly LegalElement[] {
  const isForOneself = onBehalfOf !== 'agent' && basis.whoMayFile.includes(onBehalfOf);
  return isForOneself ? basis.elements : [...basis.elements, ...basis.agentElements];
}

// One rule per kind of element. They are generous: a rule that turns away an honest request costs more than one that lets a thin one through to a person.
const isAnswered: Readonly<Record<ElementRule, (answers: Answers, element: LegalElement) => boolean>> = {
  // A typed name counts as a signature (spec/law.md 2.1, product rules); one letter in any script makes it a name.
  signature: (answers, { pointer }) => isName(valueAt(answers, pointer)),
  // Never for lack of an address alone. Fingerprints are not counted: whether they locate anything is known only after a look, which then adds content ids.
  // Words, a link or an account that a service can look for are such data, too.
  locate: ({ contentIds = [], locations = [], locationDetails, beside = [] }) =>
    contentIds.some(isGiven) || locations.some(isGiven) || isGiven(locationDetails) || beside.some(({ says }) => isGiven(says)),
  'exact-locate': ({ contentIds = [], locations = [] }) => contentIds.some(isGiven) || locations.some(isGiven),
  statement: ({ statement }) => statement?.notConsensual === true && statement.goodFaith === true,
  // That it was shared without consent is a reason; nobody has to tell a story.
  explanation: ({ statement }) => statement?.notConsensual === true || isGiven(statement?.details),
  contact: ({ contact = {} }) => isEmailShaped(contact.email) || isPhoneShaped(contact.phone) || isGiven(contact.other),
  'name-and-email': ({ contact = {}, signature, isYoung }) =>
    // Article 16(2)(c) of the Digital Services Act takes both away where the person was under 18.
    isYoung === true || (isEmailShaped(contact.email) && (isName(contact.name) || isName(signature))),
  authority: ({ agentAuthority, onBehalfOf }) => onBehalfOf === 'agent' && isGiven(agentAuthority),
  declaration: (answers, { pointer }) => valueAt(answers, pointer) === true,
  text: (answers, { pointer }) => {
    const text = valueAt(answers, pointer);
    return typeof text === 'string' && isGiven(text);
  },
};

/** What stands at a JSON pointer; undefined where nothing does. */
function valueAt(answers: object, pointer: string): unknown {
  let value: unknown = answers;
  for (const name of pointer.split('/').slice(1))
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? Object.entries(value).find(([key]) => key === name)?.[1]
        : undefined;
  return value;
}

function isName(text: unknown): boolean {
  return typeof text === 'string' && /\p{L}/u.test(text);
}

/** Something, an at sign, a name with a dot: whether it arrives, only a message can tell. Written as the `pattern` of a field has it. */
export const emailPattern = '[^\\s@]+@[^\\s@.]+(\\.[^\\s@.]+)+';
const emailShape = new RegExp(`^(?:${emailPattern})$`);

/** Whether it can be an address. */
export function isEmailShaped(email: string | undefined): boolean {
  return isGiven(email) && emailShape.test(email.trim());
}

/** At least five digits, with whatever people write between them. Written as the `pattern` of a field has it. */
export const phonePattern = '[+\\s\\(\\).\\/\\-]*(\\d[+\\s\\(\\).\\/\\-]*){5,}';
const phoneShape = new RegExp(`^(?:${phonePattern})$`);

/** Whether it can be a number. */
export function isPhoneShaped(phone: string | undefined): boolean {
  return isGiven(phone) && phoneShape.test(phone);
}
