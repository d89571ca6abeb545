/** What does a request to a service elsewhere say? Finished blocks of text, made of her answers and of the laws' own words; nothing of it names who posted the picture. */
import type { Language } from '../language/languages.ts';
import { localeOf } from '../language/languages.ts';
import { setApart } from '../language/written.ts';
import type { BasisId, Laws } from '../notice/bases.ts';
import type { LegalBasis, LegalElement } from '../notice/basis.ts';
import { memberStateLaws } from '../notice/digital-services-act/member-states.ts';
import { lawsIn } from '../notice/in-language.ts';
import type { RequestAnswers } from '../request/answers.ts';
import { elementsFor, type MissingElement, missingElements } from '../request/missing.ts';
import { type CaseworkWords, caseworkIn } from '../words/catalogue.ts';
import { describedService, type FormQuestion, knownService } from './directory.ts';
import { isSearchEngine } from './progress.ts';

/** Laws that a letter can rest on, in the order of the registry; none of them where she chose none: then it asks under the service's own rules. */
export const letterBases: readonly BasisId[] = ['take-it-down', 'online-safety-act', 'digital-services-act', 'dmca'];

/** In which a service can be written to: what every service in their places reads. Her own language stands beside it, whichever it is. */
export const letterLanguages = ['en', 'it', 'de', 'es'] as const satisfies readonly Language[];
export type LetterLanguage = (typeof letterLanguages)[number];

/** What she wants to ask, and whom. */
export interface LetterAnswers {
  /** Of the directory; null for a service that she names herself. */
  readonly serviceId: string | null;
  readonly serviceName: string;
  /** Where it goes: an address of mail or of a form, as she gave it. */
  readonly sendTo?: string;
  /** The laws that she asks under. */
  readonly bases: readonly BasisId[];
  /** In which the service is written to, where the law leaves it open; English where she did not say. */
  readonly language?: LetterLanguage;
  readonly answers: Omit<RequestAnswers, 'basis' | 'fingerprints'>;
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

/** One document to send. A copyright notice stands alone: its name goes on to who posted the picture, and under the other laws it does not. */
export interface Letter {
  readonly title: string;
  readonly language: LetterLanguage;
  readonly bases: readonly BasisId[];
  readonly blocks: readonly Block[];
  /** The same in her language, for her to read before she sends it; null where it is hers already. */
  readonly inHerWords: { readonly title: string; readonly blocks: readonly Block[] } | null;
  /** What it still lacks, by the same rules as the services that run Likeness; of all its laws, each asked once, in her language. */
  readonly missing: readonly MissingElement[];
}

/** The documents for one service, to be read by her in `hers`; `day` is YYYY-MM-DD. */
export function lettersFor(laws: Laws, asked: LetterAnswers, day: string, hers: Language): readonly Letter[] {
  // Of a service in the directory it is known what it is, and so which laws reach it; of any other she is taken at her word.
  const kind = asked.serviceId === null ? undefined : knownService(asked.serviceId)?.kind;
  const reaches = (id: BasisId): boolean => kind === undefined || laws.of(id).serviceKinds.includes(kind);
  const chosen = letterBases.filter((id) => asked.bases.includes(id) && reaches(id));
  const quiet = chosen.filter((id) => id !== 'dmca');
  const loud = chosen.filter((id) => id === 'dmca');
  const groups = [...(quiet.length === 0 && loud.length > 0 ? [] : [quiet]), ...(loud.length === 0 ? [] : [loud])];
  return groups.map((bases): Letter => {
    const under: readonly BasisId[] = bases.length === 0 ? ['own-rules'] : bases;
    const language = languageOf(asked, under);
    const lawsForHer = under.map((id) => lawsIn(laws, hers).of(id));
    return {
      ...letterUnder(laws, asked, under, day, language),
      language,
      bases: under,
      inHerWords: language === hers ? null : letterUnder(laws, asked, under, day, hers),
      missing: onceEach(lawsForHer.flatMap((basis) => missingElements(basis, asked.answers))),
    };
  });
}

/** Laws of places where one language is read everywhere: what rests on one of them is in English. */
const inEnglishOnly: ReadonlySet<BasisId> = new Set(['take-it-down', 'online-safety-act', 'dmca']);

function languageOf({ language = 'en' }: LetterAnswers, bases: readonly BasisId[]): LetterLanguage {
  return bases.some((id) => inEnglishOnly.has(id)) ? 'en' : language;
}

function letterUnder(
  laws: Laws,
  asked: LetterAnswers,
  bases: readonly BasisId[],
  day: string,
  language: Language,
): { readonly title: string; readonly blocks: readonly Block[] } {
  const { answers } = asked;
  const words = caseworkIn(language);
  const said = words.letter;
  const each = bases.map((id) => lawsIn(laws, language).of(id));
  const isSearch = isSearchEngine(asked.serviceId);
  const request = isSearch ? said.search.title : said.title.request;
  const title = bases.includes('dmca') ? said.title.copyright : request;
  const whom = [asked.serviceName, asked.sendTo].filter(Boolean).join(', ');
  return {
    title,
    blocks: [
      heading(title),
      paragraph(said.to({ whom })),
      paragraph(said.date({ day })),
      ...openingOf(asked, bases, words),
      heading(said.places),
      ...placesOf(answers),
      ...besideOf(answers, bases, words),
      ...each.flatMap((basis) => underLaw(basis, answers, words)),
      heading(said.wishes.heading),
      list(wishesOf(each, isSearch, words)),
      heading(said.signature),
      ...signatureOf(answers, bases),
    ],
  };
}

const heading = (text: string): Block => ({ kind: 'heading', text });
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const list = (items: readonly string[]): Block => ({ kind: 'list', items });

/** Who asks, and how they may, in one line. */
function whoAsks({ onBehalfOf, agentAuthority }: LetterAnswers['answers'], { letter: { opening } }: CaseworkWords): string {
  if (onBehalfOf === 'self') return opening.self;
  return [opening.agent, ...(agentAuthority ? [sentence(agentAuthority)] : [])].join(' ');
}

function openingOf({ answers, serviceId }: LetterAnswers, bases: readonly BasisId[], words: CaseworkWords): Block[] {
  const opening = { ...words.letter.opening, ...(isSearchEngine(serviceId) ? words.letter.search : {}) };
  const { statement } = answers;
  const details = statement?.details;
  if (bases.includes('dmca')) return [paragraph(opening.copyright)];
  return [
    paragraph(`${opening.intimate} ${whoAsks(answers, words)}`),
    ...(statement?.notConsensual === true ? [paragraph(opening.noConsent)] : []),
    ...(details ? [paragraph(sentence(details))] : []),
  ];
}

const sentence = (text: string): string => (/[.!?؟。]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);

function placesOf({ locations = [], locationDetails }: LetterAnswers['answers']): Block[] {
  return [
    ...(locations.length === 0 ? [] : [list(locations)]),
    ...(locationDetails ? locationDetails.split('\n').map((line) => paragraph(line)) : []),
  ];
}

/** What else stands there, one by one, with what the service is asked about it. A copyright notice is about the picture alone. */
function besideOf(
  { beside = [] }: LetterAnswers['answers'],
  bases: readonly BasisId[],
  { letter: { beside: said } }: CaseworkWords,
): Block[] {
  if (beside.length === 0 || bases.includes('dmca')) return [];
  return [
    heading(said.heading),
    paragraph(said.ask),
    list(beside.map(({ kind, says }) => said[kind]({ says: says.replaceAll(/\s*\n\s*/g, ' / ') }))),
  ];
}

/** The law's name, and what she declares under it: only what she said. */
function underLaw(basis: LegalBasis, answers: LetterAnswers['answers'], words: CaseworkWords): Block[] {
  const lacking = new Set(missingElements(basis, answers).map(({ element }) => element));
  const said = elementsFor(basis, answers).flatMap((element) => (lacking.has(element.key) ? [] : declared(element, answers, words)));
  if (basis.id === 'own-rules') return [];
  const { heading: headingOf, under, asFar } = words.letter.law;
  const { name, statute, instrument } = basis;
  return [
    heading(headingOf({ name, statute })),
    paragraph([under({ instrument }), ...(basis.inForce.isConfirmed ? [] : [asFar])].join(' ')),
    // What she declares comes before the laws of the states: two lists that follow each other read as one.
    ...(said.length === 0 ? [] : [list(said)]),
    ...whyIllegal(basis, answers, words),
  ];
}

/**
 * Why it is illegal, which the regulation asks of a notice (Regulation (EU) 2022/2065, Article 16(2)(a)) and leaves to the laws of the states (Article 3(h)). Which of
 * them binds the service a letter cannot know, so those are named that are known; of a state that is not among them nothing is said.
 */
function whyIllegal({ id }: LegalBasis, { statement }: LetterAnswers['answers'], { language, letter: { law } }: CaseworkWords): Block[] {
  if (id !== 'digital-services-act' || statement?.notConsensual !== true) return [];
  const nameOf = new Intl.DisplayNames(localeOf(language), { type: 'region' });
  return [
    paragraph(law.illegal),
    list(
      memberStateLaws.map(
        ({ country, reference }) => `${nameOf.of(country) ?? country}: ${setApart(language, reference.replace(/ \([^()]*\)$/, ''))}`,
      ),
    ),
  ];
}

function declared(
  { rule, pointer, asks, label, short, key }: LegalElement,
  { texts, signatures }: LetterAnswers['answers'],
  words: CaseworkWords,
): string[] {
  const { goodFaith, signed } = words.letter.law;
  switch (rule) {
    case 'declaration':
      return [asks];
    case 'statement':
      return [goodFaith];
    case 'text': {
      const text = pointer.startsWith('/texts/dmca/') ? texts?.dmca?.[key] : undefined;
      // The label is the moderators' word, and theirs is English; who reads in another language reads the person's.
      return text === undefined ? [] : [`${words.language === 'en' ? label : short}: ${text}`];
    }
    case 'signature':
      return pointer === '/signatures/dmca' && signatures?.dmca !== undefined ? [signed({ name: signatures.dmca })] : [];
    default:
      // Places, name and contact stand in parts of their own.
      return [];
  }
}

function wishesOf(bases: readonly LegalBasis[], isSearch: boolean, { letter: { wishes: toSite, search } }: CaseworkWords): string[] {
  const wishes = isSearch ? { ...toSite, ...search, wideCopies: search.copies, sameCopies: search.copies } : toSite;
  const hours = bases.flatMap(({ clock }) => (clock.kind === 'hours' ? [clock.hours] : []));
  const isWide = bases.some(({ scopeOfCopies }) => scopeOfCopies === 'substantially-the-same');
  const isCopyright = bases.some(({ id }) => id === 'dmca');
  return [
    hours.length === 0 ? wishes.withoutDelay : wishes.withinHours({ count: Math.min(...hours) }),
    isWide ? wishes.wideCopies : wishes.sameCopies,
    wishes.confirm,
    wishes.tellMe,
    ...(isCopyright ? [] : [wishes.quiet]),
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
      // Not in capitals, which would make another section of 223a(a); an empty line stands on either side.
      return block.text;
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
  /** In which the answer is, but for what she wrote herself. */
  readonly language: LetterLanguage;
  /** The answer in her language, where it is in another. */
  readonly inHerWords: string | null;
  readonly help: string | null;
}

/** Answers for a service whose form asks its own questions; empty for every other. The questions are in her language, the answers in the letter's. */
export function preparedAnswers(asked: LetterAnswers, hers: Language): readonly PreparedAnswer[] {
  const { serviceId, answers } = asked;
  const service = serviceId === null ? null : describedService(caseworkIn(hers), serviceId);
  const language = languageOf(asked, asked.bases);
  const words = caseworkIn(language);
  return (service?.asks ?? []).map(({ question, from, help }) => {
    const answer = answerTo(from, answers, words);
    const meaning = answerTo(from, answers, caseworkIn(hers));
    return { question, answer, language, inHerWords: meaning === answer ? null : meaning, help: help ?? null };
  });
}

function answerTo(from: FormQuestion['from'], answers: LetterAnswers['answers'], words: CaseworkWords): string | null {
  const { locations = [], signature, contact, statement } = answers;
  switch (from) {
    case 'links':
      return locations.length === 0 ? null : locations.join('\n');
    case 'name':
      return signature ?? null;
    case 'email':
      return contact?.email ?? null;
    case 'who':
      return whoAsks(answers, words);
    case 'consent':
      return statement?.notConsensual === true ? words.letter.answers.consent : null;
    case 'kind':
      return words.letter.answers.kind;
    case 'herself':
      return null;
  }
}
