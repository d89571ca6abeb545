import { expect, test } from 'vitest';
import { type AmendmentRecord, additionsOf, amendmentRecord, withoutContact } from './amendments.ts';
import { noFiles } from './files.ts';
import { isAnsweredBy, questionKeys } from './questions.ts';

const at = new Date('2026-11-22T10:00:00Z');
const base = { basis: 'take-it-down', onBehalfOf: 'self' } as const;
const by = { at, by: 'person', pictures: 0 } as const;

test('erasing the contact leaves no entry that says nothing: that one was given stays, what it was goes, and the erasure is an entry of its own', () => {
  const given = amendmentRecord(base, { ...base, contact: { email: 'a@example.org' } }, by);
  const replaced = amendmentRecord({ ...base, contact: { email: 'a@example.org' } }, { ...base, contact: { email: 'b@example.org' } }, by);
  const records = [given, replaced].filter((record): record is AmendmentRecord => record !== null);
  const after = withoutContact(records, at);
  expect(after.map(({ given, replaced, erased }) => ({ given, replaced, erased }))).toEqual([
    { given: ['contact'], replaced: {}, erased: undefined },
    { given: ['contact'], replaced: {}, erased: undefined },
    { given: [], replaced: {}, erased: ['contact'] },
  ]);
  expect(JSON.stringify(after)).not.toContain('example.org');
});

test('that the link is right is an amendment of its own, which answers where it is and nothing else', () => {
  const record = amendmentRecord(base, base, { ...by, linkIsRight: true });
  const added = record === null ? null : additionsOf(record, noFiles);
  expect(added).toEqual({ places: 0, files: noFiles, given: [], changed: [], linkIsRight: true });
  expect(questionKeys.filter((key) => added !== null && isAnsweredBy(key, added))).toEqual(['where']);
  expect(amendmentRecord(base, base, by)).toBeNull();
});

test('what is named beside the picture later is what came, not what stood there before, and is counted by its kind for the events', () => {
  const before = [{ kind: 'account', says: '@4821' }] as const;
  const came = [
    { kind: 'text', says: 'Quay Street' },
    { kind: 'link', says: 'https://elsewhere.example/1' },
    { kind: 'link', says: 'https://elsewhere.example/2' },
  ] as const;
  const record = amendmentRecord({ ...base, beside: before }, { ...base, beside: [...before, ...came] }, by);
  expect(record).toMatchObject({ given: [], replaced: {}, beside: came });
  expect(record === null ? null : additionsOf(record, noFiles)).toEqual({
    places: 0,
    files: noFiles,
    given: [],
    changed: [],
    beside: { text: 1, link: 2, account: 0 },
  });
  expect(amendmentRecord({ ...base, beside: before }, { ...base, beside: before }, by)).toBeNull();
});
