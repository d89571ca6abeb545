/** What did the operator correct in the laws? What a file may change, checked field by field; a lawyer corrects data, never code. */
import { type BasisId, basisOf, isBasisId, type Laws, lawsWith } from './bases.ts';
import { type LegalBasis, type LegalElement, serviceKinds, territories } from './basis.ts';

/** One thing that is wrong with the file, and where. */
export interface CorrectionProblem {
  /** JSON pointer into the file. */
  readonly pointer: string;
  readonly sentence: string;
}

type Read<T> = { readonly value: T } | { readonly problem: string };

/** Words of an element that may be put otherwise. What is asked for at all, and where it stands in a request, is code. */
const elementWords = ['asks', 'missing', 'whyWeAsk', 'whoWillSee', 'lawWording'] as const;

const shapes = {
  day: (given: unknown): Read<string | null> =>
    given === null || (typeof given === 'string' && /^\d{4}-\d\d-\d\d$/.test(given) && isDay(given))
      ? { value: given }
      : { problem: 'This is to be a day such as 2026-06-29, or null.' },
  truth: (given: unknown): Read<boolean> => (typeof given === 'boolean' ? { value: given } : { problem: 'This is to be true or false.' }),
  text: (given: unknown): Read<string> =>
    typeof given === 'string' && given.trim() !== '' && given.length <= 2000
      ? { value: given }
      : { problem: 'This is to be a text of up to 2,000 characters.' },
  hours: (given: unknown): Read<number> =>
    typeof given === 'number' && Number.isFinite(given) && given > 0 && given <= 8760
      ? { value: given }
      : { problem: 'This is to be a number of hours, above 0 and at most 8760.' },
  address: (given: unknown): Read<string> =>
    typeof given === 'string' && /^https:\/\/[^\s/]+\.[^\s/]+/.test(given)
      ? { value: given }
      : { problem: 'This is to be an https address.' },
} as const;

function oneOf<T extends string>(known: readonly T[]): (given: unknown) => Read<T> {
  return (given) => {
    const found = known.find((one) => one === given);
    return found === undefined ? { problem: `This is to be one of ${known.join(', ')}.` } : { value: found };
  };
}

function listOf<T extends string>(known: readonly T[]): (given: unknown) => Read<readonly T[]> {
  return (given) => {
    const found = Array.isArray(given) ? known.filter((one) => given.includes(one)) : [];
    return Array.isArray(given) && found.length === given.length
      ? { value: found }
      : { problem: `This is to be a list of some of ${known.join(', ')}.` };
  };
}

function isDay(text: string): boolean {
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(ms) && new Date(ms).toISOString().startsWith(text);
}

/**
 * The laws with the corrections of a file, which is an object of basis ids; every problem at once, with none applied, when anything is wrong.
 * A correction names its source and the day it was checked: an unsourced statement about a law is no correction.
 */
export function correctedLaws(file: unknown): Laws | readonly CorrectionProblem[] {
  if (!isObject(file)) return [{ pointer: '', sentence: 'This is to be an object with one entry for each law that is corrected.' }];
  const problems: CorrectionProblem[] = [];
  const corrected: Partial<Record<BasisId, LegalBasis>> = {};
  for (const [id, given] of Object.entries(file)) {
    const pointer = `/${id}`;
    if (!isBasisId(id)) problems.push({ pointer, sentence: 'There is no law of this name.' });
    else if (!isObject(given)) problems.push({ pointer, sentence: 'This is to be an object.' });
    else corrected[id] = correct(basisOf(id), given, pointer, problems);
  }
  return problems.length > 0 ? problems : lawsWith(corrected);
}

function correct(basis: LegalBasis, given: Given, pointer: string, problems: CorrectionProblem[]): LegalBasis {
  const here = fieldsOf(given, pointer, problems);
  const source = here.object('source');
  const title = source?.take('title', shapes.text);
  const url = source?.take('url', shapes.address);
  const checkedOn = here.take('checkedOn', shapes.day) ?? null;
  if (checkedOn === null) problems.push({ pointer: `${pointer}/checkedOn`, sentence: 'Say on which day it was checked.' });
  if (title === undefined || url === undefined)
    problems.push({ pointer: `${pointer}/source`, sentence: 'Name the source, with title and url.' });
  const force = here.object('inForce');
  const clock = here.object('clock');
  const complaint = here.object('complaint');
  const elements = here.object('elements');
  const uploader = here.object('uploader');
  const from = force?.take('from', shapes.day);
  const until = force?.take('until', shapes.day);
  const inForce = {
    from: from === undefined ? basis.inForce.from : from,
    until: until === undefined ? basis.inForce.until : until,
    isConfirmed: force?.take('isConfirmed', shapes.truth) ?? basis.inForce.isConfirmed,
    note: force?.take('note', shapes.text) ?? basis.inForce.note,
  };
  if (inForce.isConfirmed && inForce.from === null)
    problems.push({ pointer: `${pointer}/inForce/from`, sentence: 'A law that is confirmed has a first day.' });
  const newWords = (element: LegalElement): LegalElement => {
    const words = elements?.object(element.key);
    if (words === undefined) return element;
    const said = Object.fromEntries(elementWords.map((name) => [name, words.take(name, shapes.text) ?? element[name]]));
    words.end();
    const { missingAlone, ...rest } = element;
    // Words of the operator's for what is missing stand for all of it.
    return { ...rest, ...(missingAlone === undefined || said['missing'] !== element.missing ? {} : { missingAlone }), ...said };
  };
  const next: LegalBasis = {
    ...basis,
    inForce,
    checkedOn: checkedOn ?? basis.checkedOn,
    confidence: here.take('confidence', oneOf(['high', 'medium', 'low'])) ?? basis.confidence,
    territories: here.take('territories', listOf(territories)) ?? basis.territories,
    serviceKinds: here.take('serviceKinds', listOf(serviceKinds)) ?? basis.serviceKinds,
    scopeOfCopies: here.take('scopeOfCopies', oneOf(['identical', 'substantially-the-same'])) ?? basis.scopeOfCopies,
    clock: { ...basis.clock, hours: clock?.take('hours', shapes.hours) ?? basis.clock.hours },
    uploader: {
      ...basis.uploader,
      isTold: uploader?.take('isTold', oneOf(['required', 'by-choice', 'never'])) ?? basis.uploader.isTold,
      when: uploader?.take('when', shapes.text) ?? basis.uploader.when,
    },
    complaint: correctedComplaint(basis.complaint, complaint),
    elements: basis.elements.map(newWords),
    agentElements: basis.agentElements.map(newWords),
    sources:
      title === undefined || url === undefined
        ? basis.sources
        : [...basis.sources, { title, url, mark: 'secondary-source', checkedOn: checkedOn ?? basis.checkedOn }],
  };
  for (const fields of [source, force, clock, complaint, elements, uploader, here]) fields?.end();
  return next;
}

function correctedComplaint(before: LegalBasis['complaint'], given: Fields | undefined): LegalBasis['complaint'] {
  if (given === undefined) return before;
  const name = given.take('name', shapes.text) ?? before?.name;
  const url = given.take('url', shapes.address) ?? before?.url;
  const sentence = given.take('sentence', shapes.text) ?? before?.sentence;
  return name === undefined || url === undefined || sentence === undefined ? before : { name, url, sentence, mark: 'secondary-source' };
}

type Given = Readonly<Record<string, unknown>>;

function isObject(given: unknown): given is Given {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}

interface Fields {
  /** The value of a field; undefined where it is left out, and where it is wrong, which is then a problem. */
  take<T>(name: string, read: (given: unknown) => Read<T>): T | undefined;
  object(name: string): Fields | undefined;
  /** Whatever was not asked for is no correction: a mistyped name would be believed to count. */
  end(): void;
}

function fieldsOf(given: Given, pointer: string, problems: CorrectionProblem[]): Fields {
  const known = new Set<string>();
  return {
    take: (name, read) => {
      known.add(name);
      if (given[name] === undefined) return undefined;
      const found = read(given[name]);
      if ('value' in found) return found.value;
      problems.push({ pointer: `${pointer}/${name}`, sentence: found.problem });
      return undefined;
    },
    object: (name) => {
      known.add(name);
      const inner = given[name];
      if (inner === undefined) return undefined;
      if (isObject(inner)) return fieldsOf(inner, `${pointer}/${name}`, problems);
      problems.push({ pointer: `${pointer}/${name}`, sentence: 'This is to be an object.' });
      return undefined;
    },
    end: () => {
      for (const name of Object.keys(given))
        if (!known.has(name)) problems.push({ pointer: `${pointer}/${name}`, sentence: 'Nothing of this name can be corrected.' });
    },
  };
}
