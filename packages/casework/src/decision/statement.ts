/** What must whoever uploaded it be told about a removal, or about a restriction before anybody has decided, and when is that owed? The fields of a statement of reasons (DSA Article 17(3)), from templates alone: nobody's words, and no trace of who asked. */

import { binds, type ServiceFacts } from '../notice/applies.ts';
import { type BasisId, basisIds, type Laws } from '../notice/bases.ts';
import { lawOfMemberState, memberStateLaws } from '../notice/digital-services-act/member-states.ts';
import { ownRulesBroken } from '../notice/grounds-under-every-law.ts';
import type { CaseworkWords } from '../words/catalogue.ts';
import { decisionWords } from '../words/en/decision.ts';
import { type Country, countryOf, restrictGround, type Visibility } from './visibility.ts';

const english = decisionWords.statement;

/** How the removal came about. `exact-copy`: by the operator's rule for identical copies of what people confirmed, with nobody looking. */
export type StatedFacts = 'notice' | 'trusted-notice' | 'match' | 'exact-copy';

export interface StatementOfReasons {
  readonly version: 1;
  /** `scope`: what it is of; left out, the post with its picture. A suspension, and a restriction without `visibility`, last until the service has looked. */
  readonly restriction: {
    readonly type: 'removal' | 'restriction' | 'suspension';
    readonly scope?: 'text' | 'link' | 'account';
    /** Of the post with its picture: nobody has decided yet, and it lasts until somebody has. */
    readonly isProvisional?: true;
    /** Of the post with its picture: it stays, and is seen only so, without an end. */
    readonly visibility?: Visibility;
    /** Where it holds: everywhere, or in this country alone. */
    readonly territory: 'everywhere' | Country;
    readonly endsAt: null;
  };
  readonly facts: { readonly basis: StatedFacts; readonly text: string };
  readonly automation: { readonly detection: boolean; readonly decision: boolean; readonly text: string };
  /** `law`: illegal content, and under which law. `terms`: against the rules of the service. */
  readonly ground: { readonly kind: 'law' | 'terms'; readonly reference: string; readonly text: string };
  readonly redress: {
    readonly complaintUntil: string;
    readonly complaint: string;
    readonly outOfCourt: string | null;
    readonly court: string;
  };
  /** The law that asks for this statement. */
  readonly owedUnder: BasisId;
}

export interface StatedDecision {
  readonly ground: string;
  readonly decidedAt: Date;
  /** Of a request: the law that it was decided under, its filing's other laws, and who filed. Null: a match that nobody asked about. */
  readonly request: {
    readonly basis: BasisId;
    readonly alsoUnder: readonly BasisId[];
    readonly isTrusted: boolean;
    readonly isYoung: boolean;
  } | null;
  /** No person looked: the operator's rule for identical copies, or for what waits too long. */
  readonly isAutomatic: boolean;
  /** Of a request: it does not name this upload, which was found by the fingerprints that came with it. */
  readonly isFound?: boolean;
}

/** A restriction that is no decision, of what a request names. */
export interface StatedRestriction {
  readonly restrictedAt: Date;
  readonly request: NonNullable<StatedDecision['request']>;
  /** By the operator's rule at its hour; otherwise a person chose it. */
  readonly isAutomatic: boolean;
}

/** Six months at the longest (Article 20(1): at least six months). */
export const complaintDays = 184;
const dayMs = 24 * 60 * 60 * 1000;

export function complaintUntil(decidedAt: Date): Date {
  return new Date(decidedAt.getTime() + complaintDays * dayMs);
}

/**
 * The statement that is owed for a removal, or a decision to restrict (Article 17(1)(a)); null where no law asks for one. A law asks where it binds the service on that day, or where the request was filed
 * under it, and says that the uploader must be told. Nobody is told where an order was carried out (Article 17(5)), and nobody where the person in it may have
 * been under 18: it could warn whoever has the picture.
 */
export function statementOf(laws: Laws, service: ServiceFacts, decision: StatedDecision, day: string): StatementOfReasons | null {
  const { request, ground, decidedAt, isAutomatic, isFound = request === null } = decision;
  if (request !== null && (request.isYoung || laws.of(request.basis).offered === 'by-order')) return null;
  const owedUnder = owingLaw(laws, service, request === null ? [] : [request.basis, ...request.alsoUnder], day);
  if (owedUnder === null) return null;
  const facts: StatedFacts = request !== null ? (request.isTrusted ? 'trusted-notice' : 'notice') : isAutomatic ? 'exact-copy' : 'match';
  // Whatever law asks for it first: whoever is told by a service that this one binds can turn to such a body (Articles 17(3)(f) and 21).
  const isEuropean = owedUnder === 'digital-services-act' || binds(laws.of('digital-services-act'), service, day);
  const restricted = restrictGround(ground);
  return {
    version: 1,
    restriction: restricted === null ? { type: 'removal', territory: 'everywhere', endsAt: null } : restrictionOf(restricted.visibility),
    facts: {
      basis: facts,
      text: request !== null && isFound ? english.facts['notice-found'] : factsText(facts, request?.basis, restricted !== null),
    },
    automation: {
      detection: isFound,
      decision: isAutomatic,
      text: isAutomatic ? english.automation.decided : isFound ? english.automation.found : english.automation.none,
    },
    ground:
      restricted?.reason === 'rules'
        ? termsLimited
        : ground === ownRulesBroken.key
          ? termsGround
          : legalGround(request?.basis === 'own-rules' ? owedUnder : (request?.basis ?? owedUnder), service),
    redress: {
      complaintUntil: complaintUntil(decidedAt).toISOString(),
      complaint: english.redress.complaint,
      outOfCourt: isEuropean ? english.redress.outOfCourt : null,
      // 512(g)(2)(A) and (3): told at once, so that a counter-notice can be sent, and what it holds.
      court: request?.basis === 'dmca' ? english.redress.courtAfterCopyright : english.redress.court,
    },
    owedUnder,
  };
}

type Notice = 'notice' | 'trusted-notice' | 'copyright-notice' | 'trusted-copyright-notice';

/** What its notice says: one under copyright law says of nobody in the picture that they did not agree. */
function noticeOf({ basis, isTrusted }: Pick<NonNullable<StatedDecision['request']>, 'basis' | 'isTrusted'>): Notice {
  if (basis === 'dmca') return isTrusted ? 'trusted-copyright-notice' : 'copyright-notice';
  return isTrusted ? 'trusted-notice' : 'notice';
}

function factsText(facts: StatedFacts, basis: BasisId | undefined, isLimited: boolean): string {
  if (facts === 'match') return english.facts[isLimited ? 'match-limited' : 'match'];
  if (facts === 'exact-copy' || basis === undefined) return english.facts[facts];
  return english.facts[noticeOf({ basis, isTrusted: facts === 'trusted-notice' })];
}

function restrictionOf(visibility: Visibility): StatementOfReasons['restriction'] {
  return { type: 'restriction', visibility, territory: countryOf(visibility) ?? 'everywhere', endsAt: null };
}

/**
 * The statement that is owed where something is hidden before there is a decision (Article 17(1)(a): each restriction of visibility); null where
 * `statementOf` would owe none for a removal either. It says what the notice says, and never that somebody found it so.
 */
export function statementMeanwhile(
  laws: Laws,
  service: ServiceFacts,
  restriction: StatedRestriction,
  day: string,
): StatementOfReasons | null {
  const { request, restrictedAt: decidedAt, isAutomatic } = restriction;
  const isOfRules = request.basis === 'own-rules';
  const ground = isOfRules ? ownRulesBroken.key : '';
  const ofRemoval = statementOf(laws, service, { ground, decidedAt, request, isAutomatic: false }, day);
  if (ofRemoval === null) return null;
  const { automation, facts, redress } = ofRemoval;
  return {
    ...ofRemoval,
    restriction: provisional,
    facts: { ...facts, text: english.facts[`${noticeOf(request)}-meanwhile`] },
    automation: { ...automation, decision: isAutomatic, text: isAutomatic ? english.automation.meanwhile : automation.text },
    ground: groundMeanwhile(ofRemoval.ground, request.basis),
    redress: { ...redress, complaint: english.redress.complaintMeanwhile },
  };
}

/**
 * The statement that is owed where something that could be seen is held because it met a listed picture, and nobody has looked (Article 17(1)(a) and (3)(c)); null where none would be owed for its removal.
 * It says nothing of the list beyond what the statement of that removal would, and nothing of who asked.
 */
export function statementHeld(laws: Laws, service: ServiceFacts, heldAt: Date, day: string): StatementOfReasons | null {
  const ofRemoval = statementOf(laws, service, { ground: '', decidedAt: heldAt, request: null, isAutomatic: false }, day);
  if (ofRemoval === null) return null;
  return {
    ...ofRemoval,
    restriction: provisional,
    facts: { basis: 'match', text: english.facts['match-held'] },
    automation: { detection: true, decision: true, text: english.automation.held },
    ground: groundHeld(ofRemoval.ground),
    redress: { ...ofRemoval.redress, complaint: english.redress.complaintMeanwhile },
  };
}

const provisional: StatementOfReasons['restriction'] = { type: 'restriction', territory: 'everywhere', endsAt: null, isProvisional: true };

/** The same law, of which nobody has found anything yet. */
const groundHeld = (ground: StatementOfReasons['ground']): StatementOfReasons['ground'] => ({ ...ground, text: english.ground.held });

/** The same law or rules, of which nothing is found yet. That somebody stated a work to be theirs is all that is ever said of that. */
function groundMeanwhile(ground: StatementOfReasons['ground'], basis: BasisId): StatementOfReasons['ground'] {
  if (ground.kind === 'terms') return { ...ground, text: english.ground.meanwhile.rules };
  return basis === 'dmca' ? ground : { ...ground, text: english.ground.meanwhile.law };
}

function owingLaw(laws: Laws, service: ServiceFacts, ofRequest: readonly BasisId[], day: string): BasisId | null {
  const asks = (id: BasisId): boolean => laws.of(id).uploader.isTold === 'required';
  const binding = laws.all.filter(({ basis }) => basis.offered === 'where-it-applies' && binds(basis, service, day)).map(({ id }) => id);
  return [...ofRequest, ...binding].find(asks) ?? null;
}

/** Every sentence that may stand in a statement's facts, and every ground with its sentence: what leaves for a public register is held against these. */
export function statedTexts(): { readonly facts: readonly string[]; readonly grounds: readonly StatementOfReasons['ground'][] } {
  const states: readonly Place[] = [nowhere, ...memberStateLaws.map(({ country }) => ({ territories: [], memberState: country }))];
  const legal = basisIds.flatMap((id) => states.map((place) => ({ id, ground: legalGround(id, place) })));
  const decided = [termsGround, termsLimited, ...legal.map(({ ground }) => ground)];
  const meanwhile = [groundMeanwhile(termsGround, 'own-rules'), ...legal.map(({ id, ground }) => groundMeanwhile(ground, id))];
  const held = legal.map(({ ground }) => groundHeld(ground));
  return { facts: Object.values(english.facts), grounds: [...decided, ...meanwhile, ...held] };
}

const termsGround: StatementOfReasons['ground'] = { kind: 'terms', ...english.ground.terms };
const termsLimited: StatementOfReasons['ground'] = { ...termsGround, text: english.ground.limited };

type Place = Pick<ServiceFacts, 'territories' | 'memberState'>;
const nowhere: Place = { territories: [] };

/** The law that is known (Article 17(3)(d)): of the member state that the operator named, else of the one member state where the service says that it is offered. */
function memberStateLaw({ memberState, territories }: Place): string {
  const state = memberState ?? (territories.includes('IT') && !territories.includes('EU') ? 'IT' : undefined);
  return lawOfMemberState(state) ?? english.ground.memberStates;
}

/** Which law makes it illegal: not the one that asks for the removal, where the two differ. */
function legalGround(basis: BasisId, place: Place): StatementOfReasons['ground'] {
  switch (basis) {
    case 'take-it-down':
      return { kind: 'law', reference: '47 U.S.C. 223(h) and 223a (TAKE IT DOWN Act)', text: english.ground.consent };
    case 'online-safety-act':
      return { kind: 'law', reference: 'Sexual Offences Act 2003, section 66B; Online Safety Act 2023', text: english.ground.consent };
    case 'dmca':
      return {
        kind: 'law',
        reference: '17 U.S.C. 512(c)(3)',
        text: english.ground.copyright,
      };
    default:
      return { kind: 'law', reference: memberStateLaw(place), text: english.ground.consent };
  }
}

/**
 * The statement as whoever posted it reads it. What is kept, sent and registered stays English; each of its sentences that is still one of ours is said in the
 * words given, and one of an older version stands as it was written.
 */
export function statementIn({ decision }: Pick<CaseworkWords, 'decision'>, statement: StatementOfReasons): StatementOfReasons {
  const said = new Map(pairsOf(english, decision.statement));
  const put = (text: string): string => said.get(text) ?? text;
  const { facts, automation, ground, redress } = statement;
  return {
    ...statement,
    facts: { ...facts, text: put(facts.text) },
    automation: { ...automation, text: put(automation.text) },
    ground: { ...ground, reference: put(ground.reference), text: put(ground.text) },
    redress: {
      ...redress,
      complaint: put(redress.complaint),
      outOfCourt: redress.outOfCourt === null ? null : put(redress.outOfCourt),
      court: put(redress.court),
    },
  };
}

interface Sentences {
  readonly [name: string]: string | Sentences;
}

/** Each sentence of one catalogue with the one at its place in the other. */
function pairsOf(from: Sentences, to: Sentences): [string, string][] {
  return Object.entries(from).flatMap(([name, one]): [string, string][] => {
    const other = to[name];
    if (typeof one === 'string') return typeof other === 'string' ? [[one, other]] : [];
    return other === undefined || typeof other === 'string' ? [] : pairsOf(one, other);
  });
}
