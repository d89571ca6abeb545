/** What does a request to a service elsewhere say? Finished blocks of text, made of her answers and of the laws' own words; nothing of it names who posted the picture. */
import type { BasisId, Laws } from '../notice/bases.ts';
import type { LegalBasis, LegalElement } from '../notice/basis.ts';
import type { RequestAnswers } from '../request/answers.ts';
import { elementsFor, type MissingElement, missingElements } from '../request/missing.ts';
import { type FormQuestion, type KnownService, knownService } from './directory.ts';

/** Laws that a letter can rest on, in the order of the registry; none of them where she chose none: then it asks under the service's own rules. */
export const letterBases: readonly BasisId[] = ['take-it-down', 'online-safety-act', 'digital-services-act', 'dmca'];

/** What she wants to ask, and whom. */
export interface LetterAnswers {
  /** Of the directory; null for a service that she names herself. */
  readonly serviceId: string | null;
  readonly serviceName: string;
  /** Where it goes: an address of mail or of a form, as she gave it. */
  readonly sendTo?: string;
  /** The laws that she asks under. */
  readonly bases: readonly BasisId[];
  readonly answers: Omit<RequestAnswers, 'basis' | 'fingerprints'>;
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

/** One document to send. A copyright notice stands alone: its name goes on to who posted the picture, and under the other laws it does not. */
export interface Letter {
  readonly title: string;
  readonly bases: readonly BasisId[];
  readonly blocks: readonly Block[];
  /** What it still lacks, by the same rules as the services that run Likeness; of all its laws, each asked once. */
  readonly missing: readonly MissingElement[];
}

/** The documents for one service; `day` is YYYY-MM-DD. */
export function lettersFor(laws: Laws, asked: LetterAnswers, day: string): readonly Letter[] {
  // Of a service in the directory it is known what it is, and so which laws reach it; of any other she is taken at her word.
  const kind = asked.serviceId === null ? undefined : knownService(asked.serviceId)?.kind;
  const reaches = (id: BasisId): boolean => kind === undefined || laws.of(id).serviceKinds.includes(kind);
  const chosen = letterBases.filter((id) => asked.bases.includes(id) && reaches(id));
  const quiet = chosen.filter((id) => id !== 'dmca');
  const loud = chosen.filter((id) => id === 'dmca');
  const groups = [...(quiet.length === 0 && loud.length > 0 ? [] : [quiet]), ...(loud.length === 0 ? [] : [loud])];
  return groups.map((bases) => letterUnder(laws, asked, bases.length === 0 ? ['own-rules'] : bases, day));
}

function letterUnder(laws: Laws, asked: LetterAnswers, bases: readonly BasisId[], day: string): Letter {
  const { answers } = asked;
  const each = bases.map((id) => laws.of(id));
  const title = bases.includes('dmca') ? 'Copyright notice' : 'Request to take down an intimate picture shared without consent';
  return {
    title,
    bases,
    missing: onceEach(each.flatMap((basis) => missingElements(basis, answers))),
    blocks: [
      heading(title),
      paragraph([`To: ${asked.serviceName}`, asked.sendTo].filter(Boolean).join(', ')),
      paragraph(`Date: ${day}`),
      ...openingOf(asked, bases),
      heading('Where it is'),
      ...placesOf(answers),
      ...each.flatMap((basis) => underLaw(basis, answers)),
      heading('What I ask of you'),
      list(wishesOf(each)),
      heading('Signature and contact'),
      ...signatureOf(answers, bases),
    ],
  };
}

const heading = (text: string): Block => ({ kind: 'heading', text });
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const list = (items: readonly string[]): Block => ({ kind: 'list', items });

function openingOf({ answers }: LetterAnswers, bases: readonly BasisId[]): Block[] {
  const { onBehalfOf, agentAuthority, statement } = answers;
  const who =
    onBehalfOf === 'self'
      ? 'I am the person in the picture.'
      : `I act for the person in the picture.${agentAuthority ? ` ${sentence(agentAuthority)}` : ''}`;
  const details = statement?.details;
  if (bases.includes('dmca'))
    return [paragraph('Your service shows a picture whose rights are mine, or belong to the person for whom I act.')];
  return [
    paragraph(`Your service shows an intimate picture. ${who}`),
    ...(statement?.notConsensual === true ? [paragraph('It was shared without the consent of the person in it.')] : []),
    ...(details ? [paragraph(sentence(details))] : []),
  ];
}

const sentence = (text: string): string => (/[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);

function placesOf({ locations = [], locationDetails }: LetterAnswers['answers']): Block[] {
  return [
    ...(locations.length === 0 ? [] : [list(locations)]),
    ...(locationDetails ? locationDetails.split('\n').map((line) => paragraph(line)) : []),
  ];
}

/** The law's name, and what she declares under it: only what she said. */
function underLaw(basis: LegalBasis, answers: LetterAnswers['answers']): Block[] {
  const lacking = new Set(missingElements(basis, answers).map(({ element }) => element));
  const said = elementsFor(basis, answers).flatMap((element) => (lacking.has(element.key) ? [] : declared(element, answers)));
  if (basis.id === 'own-rules') return [];
  const force = basis.inForce.isConfirmed ? '' : ' It is made as far as this law applies to you today.';
  return [
    heading(`${basis.name}, ${basis.statute}`),
    paragraph(`This is ${basis.instrument} under this law.${force}`),
    ...(said.length === 0 ? [] : [list(said)]),
  ];
}

function declared({ rule, pointer, asks, label, key }: LegalElement, { texts, signatures }: LetterAnswers['answers']): string[] {
  switch (rule) {
    case 'declaration':
      return [asks];
    case 'statement':
      return ['I believe in good faith that the picture was shared without consent.'];
    case 'text': {
      const text = pointer.startsWith('/texts/dmca/') ? texts?.dmca?.[key] : undefined;
      return text === undefined ? [] : [`${label}: ${text}`];
    }
    case 'signature':
      return pointer === '/signatures/dmca' && signatures?.dmca !== undefined ? [`Signed: ${signatures.dmca}`] : [];
    default:
      // Places, name and contact stand in parts of their own.
      return [];
  }
}

function wishesOf(bases: readonly LegalBasis[]): string[] {
  const hours = bases.flatMap(({ clock }) => (clock.kind === 'hours' ? [clock.hours] : []));
  const isWide = bases.some(({ scopeOfCopies }) => scopeOfCopies === 'substantially-the-same');
  const isCopyright = bases.some(({ id }) => id === 'dmca');
  return [
    hours.length === 0
      ? 'Please take the picture down without delay.'
      : `Please take the picture down as soon as you can, and within ${Math.min(...hours)} hours of receiving this.`,
    isWide
      ? 'Please take down copies that are the same or substantially the same as well.'
      : 'Please take down the same copies that you know of as well.',
    'Please confirm that this reached you, and give it a number.',
    'Please tell me what you decided. If you say no, please tell me why, and where I can complain.',
    ...(isCopyright ? [] : ['Please do not tell the person who posted it who I am, or how to reach me.']),
  ];
}

function signatureOf({ signature, signatures, contact = {} }: LetterAnswers['answers'], bases: readonly BasisId[]): Block[] {
  const name = bases.includes('dmca') ? (signatures?.dmca ?? signature) : signature;
  const ways = [contact.email, contact.phone, contact.other].filter((way) => way !== undefined && way !== '');
  return [...(name ? [paragraph(name)] : []), ...(ways.length === 0 ? [] : [paragraph(ways.join(', '))])];
}

/** What one law asks twice, or two laws ask alike, is asked once. */
function onceEach(missing: readonly MissingElement[]): MissingElement[] {
  const seen = new Set<string>();
  return missing.filter(({ rule, pointer }) => {
    const asked = rule === 'exact-locate' ? `locate ${pointer}` : `${rule} ${pointer}`;
    return seen.has(asked) ? false : seen.add(asked);
  });
}

/** A letter as plain text, to paste into a form or an e-mail. */
export function letterText({ blocks }: Pick<Letter, 'blocks'>): string {
  return `${blocks.map(textOf).join('\n\n')}\n`;
}

function textOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      // Underlined and not in capitals, which would make another section of 223a(a).
      return `${block.text}\n${'='.repeat(Math.min(block.text.length, 60))}`;
    case 'paragraph':
      return block.text;
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n');
  }
}

/** An answer for one question of a service's own form; null where only she can say. */
export interface PreparedAnswer {
  readonly question: string;
  readonly answer: string | null;
  readonly help: string | null;
}

/** Answers for a service whose form asks its own questions; empty for every other. */
export function preparedAnswers({ serviceId, answers }: LetterAnswers): readonly PreparedAnswer[] {
  const service: KnownService | null = serviceId === null ? null : knownService(serviceId);
  return (service?.asks ?? []).map(({ question, from, help }) => ({ question, answer: answerTo(from, answers), help: help ?? null }));
}

function answerTo(from: FormQuestion['from'], answers: LetterAnswers['answers']): string | null {
  const { onBehalfOf, agentAuthority, locations = [], signature, contact, statement } = answers;
  switch (from) {
    case 'links':
      return locations.length === 0 ? null : locations.join('\n');
    case 'name':
      return signature ?? null;
    case 'email':
      return contact?.email ?? null;
    case 'who':
      return onBehalfOf === 'self'
        ? 'I am the person in the picture.'
        : `I act for the person in the picture. ${agentAuthority ?? ''}`.trim();
    case 'consent':
      return statement?.notConsensual === true ? 'An intimate picture was shared without the consent of the person in it.' : null;
    case 'kind':
      return 'An intimate picture: nude, sexual or private.';
    case 'herself':
      return null;
  }
}
