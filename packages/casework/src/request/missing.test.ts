import { describe, expect, test } from 'vitest';
import { basisOf } from '../notice/bases.ts';
import { amended, type RequestAnswers } from './answers.ts';
import { missingElements } from './missing.ts';

const basis = basisOf('take-it-down');

const complete: RequestAnswers = {
  basis: 'take-it-down',
  onBehalfOf: 'self',
  contentIds: ['post-7'],
  statement: { notConsensual: true, goodFaith: true },
  signature: 'Maria Example',
  contact: { email: 'maria@example.org' },
};

function lacks(answers: Partial<RequestAnswers>): string[] {
  return missingElements(basis, { ...complete, ...answers }).map(({ element }) => element);
}

test('a complete request lacks nothing', () => {
  expect(lacks({})).toEqual([]);
});

test('an empty request is told all that is missing at once, in the order of the law, each with pointer, sentence and the wording of the law', () => {
  const missing = missingElements(basis, { onBehalfOf: 'self' });
  expect(missing.map(({ element, pointer }) => [element, pointer])).toEqual([
    ['signature', '/signature'],
    ['locate', '/locations'],
    ['statement', '/statement'],
    ['contact', '/contact'],
  ]);
  for (const { sentence, lawWording } of missing) {
    expect(sentence).toMatch(/\.$/);
    expect(lawWording).not.toBe('');
  }
});

describe('locate', () => {
  test('a content id, an address or a description each locate it: an address alone is never required', () => {
    const { contentIds: _, ...nowhere } = complete;
    const lacking = (more: Partial<RequestAnswers>) => missingElements(basis, { ...nowhere, ...more }).map(({ element }) => element);
    expect(lacking({})).toEqual(['locate']);
    expect(lacking({ contentIds: ['post-7'] })).toEqual([]);
    expect(lacking({ locations: ['https://forum.example/p/7'] })).toEqual([]);
    expect(lacking({ locationDetails: 'The profile "beach2019", third picture from the top' })).toEqual([]);
    expect(lacking({ beside: [{ kind: 'account', says: 'beach2019' }] })).toEqual([]);
    expect(
      missingElements(basisOf('digital-services-act'), { ...nowhere, beside: [{ kind: 'link', says: 'https://elsewhere.example/' }] }),
    ).toContainEqual(expect.objectContaining({ rule: 'exact-locate' }));
    expect(lacking({ contentIds: [''], locations: ['  '], locationDetails: ' ' })).toEqual(['locate']);
  });
});

test('somebody to whom the law is not open is no agent until they say so, by what authority', () => {
  expect(lacks({ onBehalfOf: 'user' })).toEqual(['authority']);
  expect(lacks({ onBehalfOf: 'trusted-flagger', agentAuthority: 'we flag such things' })).toEqual(['authority']);
  expect(lacks({ onBehalfOf: 'agent', agentAuthority: 'her lawyer' })).toEqual([]);
});

describe('statement', () => {
  test('both halves are needed, her story never is', () => {
    expect(lacks({ statement: { notConsensual: true, goodFaith: false } })).toEqual(['statement']);
    expect(lacks({ statement: { notConsensual: false, goodFaith: true, details: 'long' } })).toEqual(['statement']);
    expect(lacks({ statement: { notConsensual: true, goodFaith: true } })).toEqual([]);
  });
});

describe('signature', () => {
  test.each(['Maria', 'M', 'Müller, per procura', 'محمد', '李小龙'])('%s typed is a signature', (signature) => {
    expect(lacks({ signature })).toEqual([]);
  });
  test.each(['', '  ', '---', '12'])('%j is none', (signature) => {
    expect(lacks({ signature })).toEqual(['signature']);
  });
});

describe('contact', () => {
  test.each([
    { email: 'a@b.co' },
    { email: ' first.last+tag@mail.example.org ' },
    { email: 'δοκιμή@παράδειγμα.ελ' },
    { phone: '+1 (202) 555-0123' },
    { phone: '112 23' },
    { other: 'Signal: maria.42' },
    { email: 'not an address', phone: '+442079460000' },
  ])('%o can be used', (contact) => {
    expect(lacks({ contact })).toEqual([]);
  });
  test.each([
    {},
    { name: 'Maria' },
    { email: 'maria' },
    { email: 'maria@' },
    { email: 'maria@example' },
    { email: 'a@b@c.org' },
    { phone: '123' },
    { phone: 'call me' },
    { other: ' ' },
  ])('%o cannot', (contact) => {
    expect(lacks({ contact })).toEqual(['contact']);
  });
});

describe('someone acting for her', () => {
  test('has to say how they may, and nothing more', () => {
    expect(lacks({ onBehalfOf: 'agent' })).toEqual(['authority']);
    expect(lacks({ onBehalfOf: 'agent', agentAuthority: 'I am her lawyer' })).toEqual([]);
  });
});

describe('amending', () => {
  test('what was missing joins what was given, and nothing given is lost', () => {
    const first: RequestAnswers = {
      basis: 'take-it-down',
      onBehalfOf: 'self',
      locations: ['https://forum.example/p/7'],
      statement: { notConsensual: true, goodFaith: false, details: 'He posted it after we parted.' },
      contact: { name: 'Maria' },
    };
    const second = amended(first, {
      signature: 'Maria Example',
      locations: ['https://forum.example/p/7', 'https://forum.example/p/8'],
      statement: { goodFaith: true },
      contact: { email: 'maria@example.org' },
    });
    expect(second).toEqual({
      basis: 'take-it-down',
      onBehalfOf: 'self',
      locations: ['https://forum.example/p/7', 'https://forum.example/p/8'],
      statement: { notConsensual: true, goodFaith: true, details: 'He posted it after we parted.' },
      signature: 'Maria Example',
      contact: { name: 'Maria', email: 'maria@example.org' },
    });
    expect(missingElements(basis, second)).toEqual([]);
  });

  test('an empty answer erases nothing', () => {
    expect(amended(complete, {})).toEqual(complete);
    expect(amended(complete, { signature: ' ', contentIds: [], contact: { email: '' } })).toEqual(complete);
  });

  test('an agent can still declare the authority, and a fingerprint is kept once', () => {
    const fingerprint = { kind: 'md5', variant: 'whole', value: '0'.repeat(32) } as const;
    const once = amended({ ...complete, onBehalfOf: 'agent', fingerprints: [fingerprint] }, { agentAuthority: 'Her mother' });
    const twice = amended(once, { fingerprints: [fingerprint, { ...fingerprint, value: '1'.repeat(32) }] });
    expect(twice.agentAuthority).toBe('Her mother');
    expect(twice.fingerprints?.map(({ value }) => value)).toEqual(['0'.repeat(32), '1'.repeat(32)]);
  });
});
