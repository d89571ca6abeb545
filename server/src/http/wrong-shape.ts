/** What is said of a value that has not the shape that belongs there? One sentence for each place, in words; never a pattern, and never the value. */
import { expectedKeyword, tooMany } from '@likeness/contract';
import { Settings } from 'typebox/system';

export interface FieldError {
  readonly pointer: string;
  readonly detail: string;
}

/** What the checker says of one place, by one branch of the schema. */
export interface ShapeError {
  readonly keyword: string;
  readonly schemaPath: string;
  readonly instancePath: string;
  readonly message: string;
  readonly params: object;
}

// The checker stops at 8 otherwise, and each shape of several that do not fit has its own.
Settings.Set({ maxErrors: 200 });

/** All that is wrong with `data` under this schema, in the order found; of several shapes that would fit there, what keeps it from the one that was meant. */
export function wrongShape(schema: unknown, errors: readonly ShapeError[], data: unknown): FieldError[] {
  const byPlace = new Map<string, Finding>();
  for (const finding of findings({ schema, data }, errors, '')) {
    const known = byPlace.get(finding.pointer);
    if (known === undefined || (finding.isInWords && !known.isInWords)) byPlace.set(finding.pointer, finding);
  }
  return [...byPlace.values()].map(({ pointer, detail }) => ({ pointer, detail }));
}

interface Checked {
  readonly schema: unknown;
  readonly data: unknown;
}

interface Finding extends FieldError {
  /** Whether the schema itself says what belongs there: that tells more than how long it is. */
  readonly isInWords: boolean;
}

/** `under`: the path of the schema below which the shapes were not chosen among yet. */
function findings(checked: Checked, errors: readonly ShapeError[], under: string): Finding[] {
  const choices = new Map<string, { readonly at: string; readonly path: string; readonly branches: Map<string, ShapeError[]> }>();
  const found: (Finding[] | string)[] = [];
  for (const error of errors) {
    const { choice, schema } = placeOf(checked.schema, error, under);
    if (choice === null) {
      // That no shape fits is said by what is wrong with the one that was meant.
      if (error.keyword !== 'anyOf') found.push(fieldErrors(error, schema, checked.data));
      continue;
    }
    const key = `${choice.path} ${choice.at}`;
    const known = choices.get(key) ?? { at: choice.at, path: choice.path, branches: new Map() };
    if (!choices.has(key)) found.push(key);
    choices.set(key, known);
    known.branches.set(choice.branch, [...(known.branches.get(choice.branch) ?? []), error]);
  }
  return found.flatMap((one) => {
    if (typeof one !== 'string') return one;
    const choice = choices.get(one);
    if (choice === undefined) return [];
    const branches = [...choice.branches].map(([branch, own]) => ({ own, path: `${choice.path}/anyOf/${branch}` }));
    return ofOneShape(checked, choice.at, branches);
  });
}

interface Branch {
  readonly path: string;
  readonly own: readonly ShapeError[];
}

/** What is wrong by the shape that was meant: the one whose own words stand in the data, and among several the one that lacks least. */
function ofOneShape(checked: Checked, at: string, branches: readonly Branch[]): Finding[] {
  const words = branches.map(({ own }) => own.filter(({ keyword }) => keyword === 'const' || keyword === 'enum'));
  const pointer = words[0]
    ?.map(({ instancePath }) => instancePath)
    .find((one) => words.every((own) => own.some((other) => other.instancePath === one)));
  if (pointer !== undefined) {
    const allowed = words.flatMap((own) => own.filter(({ instancePath }) => instancePath === pointer).flatMap(wordsAllowed));
    return [{ pointer, detail: mustBeOneOf(allowed), isInWords: true }];
  }
  const types = branches.map(({ own }) => own.find(({ keyword, instancePath }) => keyword === 'type' && instancePath === at));
  const isOfNoType = types.every((type) => type !== undefined);
  if (isOfNoType) {
    const named = [...new Set(types.map((type) => typeInWords(textIn(type.params, 'type'))))];
    return [{ pointer: at, detail: `must be ${named.join(' or ')}`, isInWords: false }];
  }
  const told = branches
    .filter((_branch, index) => types[index] === undefined)
    .map(({ own, path }) => ({ strange: own.filter(({ keyword }) => keyword === 'const').length, found: findings(checked, own, path) }))
    .toSorted((one, other) => one.strange - other.strange || one.found.length - other.found.length);
  return told[0]?.found ?? [];
}

interface Place {
  /** The schema that objects. */
  readonly schema: unknown;
  /** The first choice of shapes on the way to it, below `under`: where it stands in the schema and in the data, and which shape the error is of. */
  readonly choice: { readonly path: string; readonly at: string; readonly branch: string } | null;
}

/** Below these a schema stands for what is inside the value: a step in the data, too. */
const mapsOfInner = ['properties', 'patternProperties'];
const inner = ['items', 'additionalProperties'];

function placeOf(schema: unknown, { schemaPath, instancePath }: ShapeError, under: string): Place {
  const steps = schemaPath.split('/');
  let node = schema;
  let depth = 0;
  let choice: Place['choice'] = null;
  for (let index = 1; index < steps.length; index += 1) {
    const keyword = steps[index] ?? '';
    const path = steps.slice(0, index).join('/');
    const isNamed = mapsOfInner.includes(keyword) || keyword === 'anyOf' || Array.isArray(childOf(node, keyword));
    node = childOf(node, keyword);
    if (isNamed) {
      index += 1;
      const name = steps[index] ?? '';
      node = childOf(node, name.replaceAll('~1', '/').replaceAll('~0', '~'));
      if (keyword === 'anyOf' && choice === null && path.length >= under.length)
        choice = {
          path,
          branch: name,
          at: instancePath
            .split('/')
            .slice(0, depth + 1)
            .join('/'),
        };
    }
    if (mapsOfInner.includes(keyword) || inner.includes(keyword)) depth += 1;
  }
  return { schema: node, choice };
}

const childOf = (node: unknown, name: string): unknown =>
  typeof node === 'object' && node !== null && Object.hasOwn(node, name) ? Reflect.get(node, name) : undefined;

/** One error of the checker as findings: a field that lacks, and one that is too many, is named itself and not its parent. */
function fieldErrors(error: ShapeError, schema: unknown, data: unknown): Finding[] {
  const { keyword, instancePath, params } = error;
  const plain = (pointer: string, detail: string): Finding => ({ pointer, detail, isInWords: false });
  switch (keyword) {
    case 'required':
      return namesIn(params, 'requiredProperties').map((name) => plain(`${instancePath}/${name}`, 'this field is missing'));
    case 'additionalProperties':
      return namesIn(params, 'additionalProperties').map((name) =>
        // A name that is no name may be a value that was put in the wrong place: it is not repeated.
        plain(
          /^[A-Za-z][A-Za-z0-9_-]{0,39}$/.test(name) ? `${instancePath}/${name}` : instancePath,
          'this field is not known; /api/v1/openapi.json lists those that are',
        ),
      );
    // Said again for each unknown field by the line above.
    case 'boolean':
      return [];
    case 'enum':
    case 'const':
      return [{ pointer: instancePath, detail: mustBeOneOf(wordsAllowed(error)), isInWords: true }];
    case 'pattern':
    case 'format':
      return [{ pointer: instancePath, detail: `must be ${expectedBy(schema, keyword, params)}`, isInWords: true }];
    default:
      return [
        plain(instancePath, lengthSaid(error, schema, data) ?? numberSaid(error, schema) ?? typeSaid(error, schema) ?? error.message),
      ];
  }
}

/** In words; what a schema does not say itself is never said by its pattern. */
function expectedBy(schema: unknown, keyword: 'pattern' | 'format', params: object): string {
  if (keyword === 'format' && textIn(params, 'format') === 'date-time') return 'a moment such as 2026-07-01T12:00:00Z';
  return textIn(schema, expectedKeyword) || 'as /api/v1/openapi.json describes it';
}

/** What is too short or too long, in the words of the schema or with the limit, and how many there are; null for every other fault. */
function lengthSaid({ keyword, params, instancePath }: ShapeError, schema: unknown, data: unknown): string | null {
  const limit = 'limit' in params && typeof params.limit === 'number' ? params.limit : null;
  if (limit === null) return null;
  const expected = textIn(schema, expectedKeyword);
  switch (keyword) {
    case 'minLength':
      if (limit === 1) return 'must not be empty';
      // What is written in one way and too short for it is told the way.
      return `must ${expected === '' ? `have at least ${limit} characters` : `be ${expected}`}`;
    case 'maxLength':
      return `must have at most ${limit} characters`;
    case 'minItems':
      return limit === 1 ? 'must not be empty' : `must have at least ${limit} entries`;
    case 'maxItems': {
      const list = instancePath.split('/').slice(1).reduce(childOf, data);
      return tooMany(Array.isArray(list) ? list.length : limit + 1, 'entries', limit);
    }
    default:
      return null;
  }
}

const rangeKeywords = ['minimum', 'exclusiveMinimum', 'maximum', 'exclusiveMaximum', 'type'];

/** Which numbers belong where one stands, with both ends whichever it is beyond; null where no number belongs, and for every other fault. */
function numberSaid({ keyword }: ShapeError, schema: unknown): string | null {
  const type = childOf(schema, 'type');
  if (!rangeKeywords.includes(keyword) || (type !== 'integer' && type !== 'number')) return null;
  const what = type === 'integer' ? 'a whole number' : 'a number';
  const end = (name: string): string | null => {
    const limit = childOf(schema, name);
    return typeof limit === 'number' ? limit.toLocaleString('en') : null;
  };
  const [least, above, most, below] = [end('minimum'), end('exclusiveMinimum'), end('maximum'), end('exclusiveMaximum')];
  if (least !== null && most !== null) return `must be ${what} from ${least} to ${most}`;
  const ends = [
    ...(least === null ? [] : [`at least ${least}`]),
    ...(above === null ? [] : [`more than ${above}`]),
    ...(most === null ? [] : [`at most ${most}`]),
    ...(below === null ? [] : [`less than ${below}`]),
  ];
  return ends.length === 0 ? `must be ${what}` : `must be ${what} that is ${ends.join(' and ')}`;
}

/** What belongs where something of another type stands, in the words of the schema or else of its type; null for every other fault. */
function typeSaid({ keyword, params }: ShapeError, schema: unknown): string | null {
  if (keyword !== 'type') return null;
  return `must be ${textIn(schema, expectedKeyword) || typeInWords(textIn(params, 'type'))}`;
}

const typeInWords = (type: string): string => typeWords[type] ?? type;
const typeWords: Readonly<Record<string, string>> = {
  string: 'text',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  integer: 'a whole number',
  number: 'a number',
};

const mustBeOneOf = (words: readonly string[]): string => {
  const [only] = words;
  return words.length === 1 && only !== undefined ? `must be "${only}"` : `must be one of ${[...new Set(words)].join(', ')}`;
};

const wordsAllowed = ({ params }: ShapeError): string[] =>
  'allowedValue' in params ? [String(params.allowedValue)] : namesIn(params, 'allowedValues');

function namesIn(params: object, field: string): string[] {
  const list = childOf(params, field);
  return Array.isArray(list) ? list.filter((name) => typeof name === 'string') : [];
}

const textIn = (of: unknown, field: string): string => {
  const text = childOf(of, field);
  return typeof text === 'string' ? text : '';
};
