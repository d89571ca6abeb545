/** What did a moderator find of the content, law by law? Held against the ground of the decision, and sealed with it: it is about somebody's intimate life. */
import {
  answersTo,
  answerWords,
  type BasisId,
  basisIds,
  type Decision,
  findings,
  groundsFor,
  type Laws,
  type LegalBasis,
  type TestAnswers,
  testProblems,
} from '@likeness/casework';
import type { LawTests } from '@likeness/web/moderator';
import type { KeyRing } from '../config/key-ring.ts';
import type { RequestRow } from '../store/cases.ts';

/** What was answered, by law. */
export type Found = Readonly<Partial<Record<BasisId, TestAnswers>>>;

type Asked = Pick<RequestRow, 'basis' | 'outcome' | 'closedAt' | 'isYoung'>;

/** The questions of a request's own law first, then those of the other laws that its filing is open under; none where nobody is to look. */
export function testsAsked(laws: Laws, request: Asked, others: readonly Asked[]): LawTests[] {
  if (request.isYoung) return [];
  return [request, ...others].flatMap((one): LawTests[] => {
    const { name, contentTests } = laws.of(one.basis);
    return one.outcome === null && one.closedAt === null ? [{ law: one.basis, name, tests: contentTests }] : [];
  });
}

export interface FindingProblem {
  readonly law: BasisId;
  readonly test: string;
  readonly sentence: string;
}

/**
 * What keeps the decision from being made: under the request's own law what is not answered or contradicts the ground; under the others what is not answered, and
 * what contradicts a fact that the ground rests on under both laws. Any other answer that contradicts it there leaves that request open.
 */
export function findingProblems(
  laws: Laws,
  asked: readonly Pick<LawTests, 'law'>[],
  { decision, ground, found }: { readonly decision: Decision; readonly ground: string; readonly found: Found },
): FindingProblem[] {
  const own = asked[0]?.law;
  const groundUnder = (law: BasisId) => groundsFor(laws.of(law), null).find((one) => one.key === ground && one.decision === decision);
  // What one law calls a valid request is illegal content under another: the moderator reads what she pressed.
  const chosen = own && groundUnder(own)?.label;
  return asked.flatMap(({ law }, index) => {
    const answers = found[law] ?? {};
    // A ground of one law may be none of another's: then that request is not answered by it.
    if (groundUnder(law) === undefined) return [];
    return testProblems(laws.of(law), decision, ground, answers, chosen)
      .filter(({ test }) => index === 0 || !Object.hasOwn(answers, test) || isSameFact(laws.of(law), test, own))
      .map(({ test, sentence }) => ({
        law,
        test,
        sentence: index === 0 || !Object.hasOwn(answers, test) ? sentence : `Under the ${laws.of(law).name}: ${sentence}`,
      }));
  });
}

/** Whether a test of another law asks for what the grounds of this one rest on, too. */
function isSameFact({ contentTests }: LegalBasis, key: string, own: BasisId | undefined): boolean {
  return own !== undefined && contentTests.some((test) => test.key === key && test.isFactUnder?.includes(own) === true);
}

/** What was answered with a decision about laws that it left open, and the mark of what it was answered about (`what-was-shown.ts`). */
export interface AnsweredBeside {
  readonly shown: string;
  readonly found: Found;
}

/** Answers of different lengths are one length sealed, so that the length says nothing: every question of every law fits in. */
const sealedLength = 2048;
/** No key of a test: beside the answers to these it holds those about the other laws. */
const besideKey = 'other-laws';
const placeOf = (decisionId: string): Buffer => Buffer.from(`decision:${decisionId}:findings`);

/** As the decision keeps them; null where nothing was found. */
export function sealFindings(
  keys: KeyRing,
  laws: Laws,
  decisionId: string,
  { law, ground, found, beside = null }: { law: BasisId; ground: string; found: Found; beside?: AnsweredBeside | null },
): Uint8Array | null {
  const kept = findings(laws.of(law), ground, found[law] ?? {});
  const others = Object.values(beside?.found ?? {}).some((answers) => Object.keys(answers).length > 0) ? { [besideKey]: beside } : {};
  const all = { ...kept, ...others };
  if (Object.keys(all).length === 0) return null;
  return keys.seal('envelope', Buffer.from(JSON.stringify(all).padEnd(sealedLength)), placeOf(decisionId));
}

/** In a moderator's words. A question that the law no longer asks is left out. */
export function foundWords(
  keys: KeyRing,
  laws: Laws,
  decisionId: string,
  law: BasisId,
  sealed: Uint8Array | null,
): { readonly short: string; readonly answer: string }[] {
  const answers = foundOf(keys, laws, decisionId, law, sealed)[law] ?? {};
  return laws.of(law).contentTests.flatMap((test) => {
    const answer = answers[test.key];
    return answer === undefined ? [] : [{ short: test.short, answer: answerWords(test, answer) }];
  });
}

/** As they were answered, under the law of the decision alone. A question that the law no longer asks is left out. */
export function foundOf(keys: KeyRing, laws: Laws, decisionId: string, law: BasisId, sealed: Uint8Array | null): Found {
  if (sealed === null) return {};
  return { [law]: answersIn(laws, law, unsealed(keys, decisionId, sealed)) };
}

/** What was answered about the laws that the decision left open; null where nothing was. */
export function answeredBeside(keys: KeyRing, laws: Laws, decisionId: string, sealed: Uint8Array | null): AnsweredBeside | null {
  const beside = sealed === null ? undefined : unsealed(keys, decisionId, sealed).get(besideKey);
  if (typeof beside !== 'object' || beside === null || !('shown' in beside) || !('found' in beside)) return null;
  const { shown, found } = beside;
  if (typeof shown !== 'string' || typeof found !== 'object' || found === null) return null;
  const given = new Map<string, unknown>(Object.entries(found));
  const read = basisIds.flatMap((law) => (given.has(law) ? [[law, answersIn(laws, law, mapOf(given.get(law)))] as const] : []));
  return { shown, found: Object.fromEntries(read) };
}

const unsealed = (keys: KeyRing, decisionId: string, sealed: Uint8Array): ReadonlyMap<string, unknown> =>
  mapOf(JSON.parse(Buffer.from(keys.open('envelope', sealed, placeOf(decisionId))).toString('utf8')));

const mapOf = (kept: unknown): ReadonlyMap<string, unknown> =>
  new Map(typeof kept === 'object' && kept !== null ? Object.entries(kept) : []);

function answersIn(laws: Laws, law: BasisId, given: ReadonlyMap<string, unknown>): TestAnswers {
  return Object.fromEntries(
    laws.of(law).contentTests.flatMap((test) => {
      const answer = answersTo(test).find((one) => one === given.get(test.key));
      return answer === undefined ? [] : [[test.key, answer]];
    }),
  );
}
