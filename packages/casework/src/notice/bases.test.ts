import { describe, expect, test } from 'vitest';
import { bases, basisOf, isBasisId } from './bases.ts';

test.each(Object.entries(bases))('%s is registered under its own id, with sources, marks and a day of checking', (id, basis) => {
  expect(basis.id).toBe(id);
  expect(isBasisId(id)).toBe(true);
  expect(basis.sources.length).toBeGreaterThan(0);
  for (const day of [basis.inForceFrom, basis.checkedOn, ...basis.sources.map((source) => source.checkedOn)]) {
    expect(day).toBe(new Date(day).toISOString().slice(0, 10));
  }
  for (const { url } of [...basis.sources, basis.complaint]) expect(new URL(url).protocol).toBe('https:');
});

test.each(Object.values(bases))('$id asks for each element once and has grounds for both decisions, each named once', (basis) => {
  const elements = [...basis.elements, ...basis.agentElements].map(({ key }) => key);
  expect(new Set(elements).size).toBe(elements.length);
  const grounds = basis.grounds.map(({ key }) => key);
  expect(new Set(grounds).size).toBe(grounds.length);
  expect(new Set(basis.grounds.map(({ decision }) => decision))).toEqual(new Set(['remove', 'keep']));
});

test('an unknown basis is not one', () => {
  for (const id of ['', 'dmca', 'toString', '__proto__']) expect(isBasisId(id)).toBe(false);
});

describe('TAKE IT DOWN Act, 47 U.S.C. 223a(a)', () => {
  const basis = basisOf('take-it-down');

  test('has the four elements of (a)(1)(B), in the order of the law', () => {
    expect(basis.elements.map(({ key, pointer }) => [key, pointer])).toEqual([
      ['signature', '/signature'],
      ['locate', '/locations'],
      ['statement', '/statement'],
      ['contact', '/contact'],
    ]);
    expect(basis.elements.map(({ mark }) => mark)).toEqual(Array(4).fill('read-in-the-law'));
  });

  test('gives 48 hours, reaches identical copies, tells no uploader, and is in force since 19 May 2026', () => {
    expect(basis).toMatchObject({ clockHours: 48, scopeOfCopies: 'identical', tellsUploader: false, inForceFrom: '2026-05-19' });
  });

  test('lets the person herself or someone acting for her file', () => {
    expect(basis.whoMayFile).toEqual(['self', 'agent']);
  });
});
