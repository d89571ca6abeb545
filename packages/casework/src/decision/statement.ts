/** What must whoever uploaded it be told about a removal, and when is that owed? The fields of a statement of reasons (DSA Article 17(3)), from templates alone: nobody's words, and no trace of who asked. */

import { binds, type ServiceFacts } from '../notice/applies.ts';
import { type BasisId, basisIds, type Laws } from '../notice/bases.ts';
import { ownRulesBroken } from '../notice/grounds-under-every-law.ts';

/** How the removal came about. `exact-copy`: by the operator's rule for identical copies of what people confirmed, with nobody looking. */
export type StatedFacts = 'notice' | 'trusted-notice' | 'match' | 'exact-copy';

export interface StatementOfReasons {
  readonly version: 1;
  readonly restriction: { readonly type: 'removal'; readonly territory: 'everywhere'; readonly endsAt: null };
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
  /** No person looked: the operator's rule for identical copies. */
  readonly isAutomatic: boolean;
}

/** Six months at the longest (Article 20(1): at least six months). */
export const complaintDays = 184;
const dayMs = 24 * 60 * 60 * 1000;

export function complaintUntil(decidedAt: Date): Date {
  return new Date(decidedAt.getTime() + complaintDays * dayMs);
}

/**
 * The statement that is owed for a removal; null where no law asks for one. A law asks where it binds the service on that day, or where the request was filed
 * under it, and says that the uploader must be told. Nobody is told where an order was carried out (Article 17(5)), and nobody where the person in it may have
 * been under 18: it could warn whoever has the picture.
 */
export function statementOf(laws: Laws, service: ServiceFacts, decision: StatedDecision, day: string): StatementOfReasons | null {
  const { request, ground, decidedAt, isAutomatic } = decision;
  if (request !== null && (request.isYoung || laws.of(request.basis).offered === 'by-order')) return null;
  const owedUnder = owingLaw(laws, service, request === null ? [] : [request.basis, ...request.alsoUnder], day);
  if (owedUnder === null) return null;
  const facts: StatedFacts = request !== null ? (request.isTrusted ? 'trusted-notice' : 'notice') : isAutomatic ? 'exact-copy' : 'match';
  const isEuropean = owedUnder === 'digital-services-act';
  return {
    version: 1,
    restriction: { type: 'removal', territory: 'everywhere', endsAt: null },
    facts: { basis: facts, text: factTexts[facts] },
    automation: {
      detection: request === null,
      decision: isAutomatic,
      text: isAutomatic ? automationTexts.decided : request === null ? automationTexts.found : automationTexts.none,
    },
    ground:
      ground === ownRulesBroken.key ? termsGround : legalGround(request?.basis === 'own-rules' ? owedUnder : (request?.basis ?? owedUnder)),
    redress: {
      complaintUntil: complaintUntil(decidedAt).toISOString(),
      complaint:
        'You can complain to the service at the address that came with this statement. It is free. Somebody else than who decided looks at your complaint.',
      outOfCourt: isEuropean
        ? 'You can turn to an out-of-court body that a Digital Services Coordinator has certified. It is free, or costs little: https://digital-strategy.ec.europa.eu/en/policies/dsa-out-court-dispute-settlement'
        : null,
      court: 'You can go to a court, at any time.',
    },
    owedUnder,
  };
}

function owingLaw(laws: Laws, service: ServiceFacts, ofRequest: readonly BasisId[], day: string): BasisId | null {
  const asks = (id: BasisId): boolean => laws.of(id).uploader.isTold === 'required';
  const binding = laws.all.filter(({ basis }) => basis.offered === 'where-it-applies' && binds(basis, service, day)).map(({ id }) => id);
  return [...ofRequest, ...binding].find(asks) ?? null;
}

/** Every sentence that may stand in a statement's facts, and every ground with its sentence: what leaves for a public register is held against these. */
export function statedTexts(): { readonly facts: readonly string[]; readonly grounds: readonly StatementOfReasons['ground'][] } {
  return { facts: Object.values(factTexts), grounds: [termsGround, ...basisIds.map(legalGround)] };
}

const factTexts: Readonly<Record<StatedFacts, string>> = {
  notice:
    'The service received a notice. It says that what you posted shows a person in an intimate way, and was shared without their consent. A person at the service examined the notice.',
  'trusted-notice':
    'The service received a notice from a trusted flagger. It says that what you posted shows a person in an intimate way, and was shared without their consent. A person at the service examined the notice.',
  match:
    'The service found by itself that what you posted is the same picture as one that is to stay down, or an edited copy of it. A person at the service confirmed that.',
  'exact-copy': 'The service found by itself that the file you posted is identical to one that people at the service have removed before.',
};

const automationTexts = {
  none: 'Nothing automatic was used to find it or to decide about it.',
  found: 'It was found automatically, by its fingerprint. A person decided.',
  decided:
    'It was found automatically, by its fingerprint, and removed automatically, because the file is identical. No person looked at this copy.',
} as const;

const termsGround: StatementOfReasons['ground'] = {
  kind: 'terms',
  reference: 'The rules of the service about intimate pictures of other people',
  text: 'The service found that it breaks these rules: they do not allow pictures that show a person in an intimate way without their consent.',
};

const consentText =
  'The service found that it shows a person in an intimate way, and that there is reason to believe that this person did not agree to its publication. The law named here does not allow that.';

/** Which law makes it illegal: not the one that asks for the removal, where the two differ. */
function legalGround(basis: BasisId): StatementOfReasons['ground'] {
  switch (basis) {
    case 'take-it-down':
      return { kind: 'law', reference: '47 U.S.C. 223(h) and 223a (TAKE IT DOWN Act)', text: consentText };
    case 'online-safety-act':
      return { kind: 'law', reference: 'Sexual Offences Act 2003, section 66B; Online Safety Act 2023', text: consentText };
    case 'dmca':
      return {
        kind: 'law',
        reference: '17 U.S.C. 512(c)(3)',
        text: 'Somebody stated under this law that it is their work and was published without their permission.',
      };
    default:
      return { kind: 'law', reference: 'The laws of the member states on intimate pictures shared without consent', text: consentText };
  }
}
