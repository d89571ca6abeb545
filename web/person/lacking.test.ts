/** Does she read before Send what the laws of the service that she chose still ask for, each thing once? */
import { basisIn } from '@likeness/casework';
import { expect, test } from 'vitest';
import { lacking } from './lacking.ts';
import { lacksApart, lacksOf } from './lacks.ts';
import { speechIn, words } from './words.ts';

const services = [
  { id: 'harbour', name: 'Harbour Photos', laws: ['take-it-down', 'digital-services-act'] },
  { id: 'north', name: 'North Forum', laws: ['take-it-down'] },
] as const;
const missing = (law: 'take-it-down' | 'digital-services-act', key: string): string =>
  basisIn('en', law).elements.find((element) => element.key === key)?.missing ?? '';
const alone = () =>
  basisIn('en', 'digital-services-act').elements.find(({ missingAlone }) => missingAlone !== undefined)?.missingAlone ?? {
    name: '',
    email: '',
  };

/** All fields but those of an agent are on the page; these say something. */
const emptyBut =
  (...filled: readonly string[]) =>
  (fields: readonly string[]): boolean =>
    !fields.includes('agentAuthority') && !fields.some((field) => filled.includes(field));
const noneTicked = (): boolean => false;
const told = (chosen: readonly string[], filled: readonly string[], isYoung = false): string[] =>
  lacking(lacksOf(speechIn('en'), services, isYoung), chosen, emptyBut(...filled), noneTicked).map(({ sentence }) => sentence);

test('only the name is missing, and only that is named, in the words of the law that asks for most', () => {
  const all = ['locations', 'notConsensual', 'goodFaith', 'contactEmail', 'declarations-digital-services-act-accurate'];
  expect(told(['north'], all)).toEqual([missing('take-it-down', 'signature')]);
  const { name, email } = alone();
  expect(told(['harbour'], all)).toEqual([name]);
  expect(told(['harbour'], [...all, 'signature'])).toEqual([]);
  const others = all.filter((field) => field !== 'contactEmail');
  expect(told(['harbour'], [...others, 'signature'])).toEqual([email]);
  expect(told(['harbour'], others)).toEqual([missing('digital-services-act', 'name-and-email')]);
});

test('what another service asks for is not named, and nothing is while none is chosen', () => {
  expect(told([], [])).toEqual([]);
  expect(told(['north'], [])).toEqual(['signature', 'locate', 'statement', 'contact'].map((key) => missing('take-it-down', key)));
  expect(told(['harbour'], [])).toContain(missing('digital-services-act', 'accurate'));
});

test('of a picture of somebody under 18 no name and e-mail address is asked for by the law that takes both away', () => {
  expect(told(['harbour'], [], true)).not.toContain(missing('digital-services-act', 'name-and-email'));
});

test('where each service is asked apart, what one is asked names it, and what all are told is asked once', () => {
  const { several } = words.request;
  const [harbour, north] = ['harbour', 'north'].map((id) => ['locations', 'goodFaith', 'signed'].map((field) => `${field}.${id}`));
  const apart = (chosen: readonly string[], filled: readonly string[]): string[] =>
    lacking(lacksApart(speechIn('en'), services, false), chosen, emptyBut(...filled), noneTicked).map(({ sentence }) => sentence);
  const accurate = 'declarations-digital-services-act-accurate.harbour';
  const shared = ['notConsensual', 'signature', 'contactEmail'];
  expect(apart(['harbour', 'north'], [...shared, ...(harbour ?? []), accurate, ...(north ?? [])])).toEqual([]);
  expect(apart(['harbour', 'north'], [...shared, ...(harbour ?? []), accurate])).toEqual([
    ...['locate', 'statement'].map((key) => `North Forum: ${missing('take-it-down', key)}`),
    several.signMissing({ service: 'North Forum' }),
  ]);
  expect(apart(['harbour', 'north'], ['notConsensual', 'contactEmail', ...(harbour ?? []), accurate, ...(north ?? [])])).toHaveLength(1);
});

test('a law that she may choose asks for nothing until she ticks it, and then for all that it wants, of each service apart', () => {
  const some = [{ id: 'harbour', name: 'Harbour Photos', laws: ['take-it-down'], choices: ['dmca'] }] as const;
  const shared = ['notConsensual', 'signature', 'contactEmail'];
  const filled = emptyBut(...shared, 'locations', 'goodFaith');
  const isDmca = ({ field, value }: { readonly field: string; readonly value: string }): boolean =>
    field === 'alsoUnder' && value === 'dmca';
  expect(lacking(lacksOf(speechIn('en'), some, false), ['harbour'], filled, noneTicked)).toEqual([]);
  const open = lacking(lacksOf(speechIn('en'), some, false), ['harbour'], filled, isDmca).map(({ sentence }) => sentence);
  const own = basisIn('en', 'dmca').elements.filter(
    ({ rule, pointer }) => rule === 'declaration' || (rule === 'signature' && pointer !== '/signature'),
  );
  expect(own.length).toBeGreaterThan(1);
  for (const { missing: sentence } of own) expect(open).toContain(sentence);
  const each = lacking(
    lacksApart(speechIn('en'), some, false),
    ['harbour'],
    emptyBut(...shared, 'locations.harbour', 'goodFaith.harbour', 'signed.harbour'),
    ({ field }) => field === 'alsoUnder.harbour',
  ).map(({ sentence }) => sentence);
  for (const { missing: sentence } of own) expect(each).toContain(`Harbour Photos: ${sentence}`);
});
