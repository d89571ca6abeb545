/** How does the DSA Transparency Database answer? A real HTTP server with the rules that are published for `POST /api/v1/statement` and `/api/v1/statements`. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

const prefixed = (prefix: string, words: string): readonly string[] => words.split(' ').map((word) => `${prefix}_${word}`);

const visibility = prefixed(
  'DECISION_VISIBILITY',
  'CONTENT_REMOVED CONTENT_DISABLED CONTENT_DEMOTED CONTENT_AGE_RESTRICTED CONTENT_INTERACTION_RESTRICTED CONTENT_LABELLED OTHER',
);
const contentTypes = prefixed('CONTENT_TYPE', 'APP AUDIO IMAGE PRODUCT SYNTHETIC_MEDIA TEXT VIDEO OTHER');
const categories = prefixed(
  'STATEMENT_CATEGORY',
  'ANIMAL_WELFARE CONSUMER_INFORMATION CYBER_VIOLENCE CYBER_VIOLENCE_AGAINST_WOMEN DATA_PROTECTION_AND_PRIVACY_VIOLATIONS ILLEGAL_OR_HARMFUL_SPEECH INTELLECTUAL_PROPERTY_INFRINGEMENTS NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS NOT_SPECIFIED_NOTICE OTHER_VIOLATION_TC PROTECTION_OF_MINORS RISK_FOR_PUBLIC_SECURITY SCAMS_AND_FRAUD SELF_HARM UNSAFE_AND_PROHIBITED_PRODUCTS VIOLENCE',
);
const keywords = prefixed(
  'KEYWORD',
  'NON_CONSENSUAL_IMAGE_SHARING NON_CONSENSUAL_IMAGE_SHARING_AGAINST_WOMEN NON_CONSENSUAL_MATERIAL_DEEPFAKE NON_CONSENSUAL_MATERIAL_DEEPFAKE_AGAINST_WOMEN CHILD_SEXUAL_ABUSE_MATERIAL CHILD_SEXUAL_ABUSE_MATERIAL_DEEPFAKE',
);
const europe = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' ');
const sources = prefixed('SOURCE', 'ARTICLE_16 TRUSTED_FLAGGER TYPE_OTHER_NOTIFICATION VOLUNTARY');
const decisions = ['decision_visibility', 'decision_monetary', 'decision_provision', 'decision_account'];

type Fields = Readonly<Record<string, unknown>>;

/** What the published rules say against a statement, by field; none: it is taken. */
export function problemsOf(given: unknown): Readonly<Record<string, readonly string[]>> {
  const fields: Fields = typeof given === 'object' && given !== null ? { ...given } : {};
  const problems: Record<string, readonly string[]> = {};
  const ask = (field: string, isRight: boolean, sentence: string): void => {
    if (!isRight) problems[field] = [...(problems[field] ?? []), `The ${field} ${sentence}, not ${JSON.stringify(fields[field])}.`];
  };
  const required = (field: string, isRight: (value: unknown) => boolean): void => ask(field, isRight(fields[field]), 'is required');
  const optional = (field: string, isRight: (value: unknown) => boolean): void =>
    ask(field, fields[field] === undefined || isRight(fields[field]), 'is invalid');

  required('decision_ground', oneOf(prefixed('DECISION_GROUND', 'ILLEGAL_CONTENT INCOMPATIBLE_CONTENT')));
  required('content_type', someOf(contentTypes));
  required('category', oneOf(categories));
  required('content_date', dayFrom('2000-01-01'));
  required('application_date', dayFrom('2020-01-01'));
  required('decision_facts', textUpTo(5000));
  required('source_type', oneOf(sources));
  required('automated_detection', oneOf(['Yes', 'No']));
  required('automated_decision', oneOf(prefixed('AUTOMATED_DECISION', 'FULLY PARTIALLY NOT_AUTOMATED')));
  required('puid', (value) => typeof value === 'string' && /^[a-zA-Z0-9\-_]{1,500}$/.test(value));
  ask(
    'decision_visibility',
    decisions.some((field) => fields[field] !== undefined),
    'is required when no other decision is there',
  );
  optional('decision_visibility', someOf(visibility));
  optional('decision_monetary', oneOf(prefixed('DECISION_MONETARY', 'SUSPENSION TERMINATION OTHER')));
  optional(
    'decision_provision',
    oneOf(prefixed('DECISION_PROVISION', 'PARTIAL_SUSPENSION PARTIAL_TERMINATION TOTAL_SUSPENSION TOTAL_TERMINATION')),
  );
  optional('decision_account', oneOf(prefixed('DECISION_ACCOUNT', 'SUSPENDED TERMINATED')));
  optional('category_specification', someOf(keywords));
  optional('category_addition', someOf(categories));
  const [part, reason] =
    fields['decision_ground'] === 'DECISION_GROUND_ILLEGAL_CONTENT'
      ? (['illegal_content_legal_ground', 'illegal_content_explanation'] as const)
      : (['incompatible_content_ground', 'incompatible_content_explanation'] as const);
  required(part, textUpTo(500));
  required(reason, textUpTo(2000));
  for (const field of ['content_type', 'decision_visibility'])
    if ([fields[field]].flat().some((value) => typeof value === 'string' && value.endsWith('_OTHER')))
      required(`${field}_other`, textUpTo(500));
  optional('territorial_scope', someOf(europe));
  optional('source_identity', textUpTo(500));
  return problems;
}

const oneOf =
  (values: readonly string[]) =>
  (value: unknown): boolean =>
    typeof value === 'string' && values.includes(value);
const someOf =
  (values: readonly string[]) =>
  (value: unknown): boolean =>
    Array.isArray(value) && value.length > 0 && value.every(oneOf(values));
const textUpTo =
  (length: number) =>
  (value: unknown): boolean =>
    typeof value === 'string' && value !== '' && value.length <= length;
const dayFrom =
  (first: string) =>
  (value: unknown): boolean =>
    typeof value === 'string' &&
    /^\d{4}-\d{2}-\d{2}$/.test(value) &&
    !Number.isNaN(Date.parse(value)) &&
    value >= first &&
    value <= '2038-01-01';

/** Says otherwise than the rules would: an answer in their place, or `act` to take what was sent and answer something else all the same. */
export type Behaviour = (
  call: { readonly path: string; readonly statements: readonly Fields[] },
  response: ServerResponse,
  act: () => void,
) => boolean;

export interface TestTransparencyDatabase {
  readonly url: string;
  readonly token: string;
  /** What was taken, by puid. */
  readonly taken: ReadonlyMap<string, Fields>;
  /** Path of each call, and how many statements it had. */
  readonly calls: { readonly path: string; readonly count: number }[];
  /** Until it is set to null: true when it has answered. */
  behave: Behaviour | null;
  close(): Promise<void>;
}

export async function openTestTransparencyDatabase(token = '12|a-token-of-the-sandbox'): Promise<TestTransparencyDatabase> {
  const taken = new Map<string, Fields>();
  const calls: { path: string; count: number }[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const answer = answerTo(request, response, body);
      if (answer !== null) response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
    });
  });
  const answerTo = (request: IncomingMessage, response: ServerResponse, body: Fields): { status: number; body: object } | null => {
    const path = request.url ?? '';
    const invalid = (more: object): { status: number; body: object } => ({
      status: 422,
      body: { message: 'The given data was invalid.', ...more },
    });
    if (request.headers.authorization !== `Bearer ${database.token}`) return { status: 401, body: { message: 'Unauthenticated.' } };
    const isBatch = path === '/api/v1/statements';
    if (request.method !== 'POST' || (!isBatch && path !== '/api/v1/statement')) return { status: 404, body: { message: 'Not Found' } };
    const list: unknown = isBatch ? body['statements'] : [body];
    const statements: Fields[] = Array.isArray(list) ? list : [];
    calls.push({ path, count: statements.length });
    const act = (): void => {
      for (const one of statements) taken.set(String(one['puid']), one);
    };
    if (database.behave?.({ path, statements }, response, act) === true) return null;
    if (statements.length === 0 || statements.length > 100) return invalid({ errors: { statements: ['Between 1 and 100.'] } });
    const wrong = statements.map(problemsOf).flatMap((problems, place) => (Object.keys(problems).length > 0 ? [{ place, problems }] : []));
    const [first] = wrong;
    if (first !== undefined)
      return invalid({
        errors: isBatch ? Object.fromEntries(wrong.map(({ place, problems }) => [`statement_${place}`, problems])) : first.problems,
      });
    const twice = statements.find(({ puid }) => taken.has(String(puid)));
    if (twice !== undefined) return invalid({ errors: { puid: ['It is there.'] }, existing: twice });
    act();
    return { status: 201, body: isBatch ? { statements } : body };
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no address');
  const database: TestTransparencyDatabase = {
    url: `http://127.0.0.1:${address.port}`,
    token,
    taken,
    calls,
    behave: null,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return database;
}

async function bodyOf(request: IncomingMessage): Promise<Fields> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  return typeof body === 'object' && body !== null ? { ...body } : {};
}
