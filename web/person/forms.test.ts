/** Is everything she typed understood, and nothing she did not say? */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fieldLimits,
  fieldNames,
  readCsrf,
  readFollowForm,
  readMissingForm,
  readOpenCaseForm,
  readRequestForm,
  readWithdrawForm,
} from './forms.ts';
import { picturesAtMost } from './picture-fields.ts';
import { words } from './words.ts';

const filled = { service: 'harbour', onBehalfOf: 'self', caseCode: '00000-00000-00000-00000-0' };
const pdq = { kind: 'pdq', variant: 'whole', value: 'a1'.repeat(32), quality: 90 };
const sha256 = { kind: 'sha256', variant: 'whole', value: 'b2'.repeat(32) };

describe('the request form', () => {
  test('an address without http becomes one, and a line that is none says how to find it', () => {
    const { answers } = readRequestForm(
      {
        ...filled,
        locations: ' https://a.example/1\r\nb.example/2?x=1\r\n\r\nthe album called summer\r\nHTTP://c.example\r\nhttps://a.example/1',
        locationDetails: 'In the group for sailors.',
      },
      words,
    );
    expect(answers.locations).toEqual(['https://a.example/1', 'https://b.example/2?x=1', 'HTTP://c.example']);
    expect(answers.locationDetails).toBe('In the group for sailors.\nthe album called summer');
  });

  test('two hundred links, or a thousand, all arrive', () => {
    for (const count of [200, 1000]) {
      const links = Array.from({ length: count }, (_, n) => `https://forum.example/album/${n}/photo-number-${n}-of-the-set`);
      const { answers, problems } = readRequestForm({ ...filled, locations: links.join('\r\n') }, words);
      expect([answers.locations, answers.locationDetails, problems]).toEqual([links, undefined, []]);
    }
    const long = Array.from({ length: 30 }, (_, n) => `https://forum.example/${'a'.repeat(1000)}/${n}`);
    expect(readRequestForm({ ...filled, locations: long.join('\n') }, words).answers.locations).toEqual(long);
  });

  test.each<readonly [string, { readonly locations?: string; readonly locationDetails?: string }, string]>([
    ['too many links', { locations: Array.from({ length: 1001 }, (_, n) => `https://a.example/${n}`).join('\n') }, 'locations'],
    ['too long a text of links', { locations: `https://a.example/\n${'x'.repeat(100_000)}` }, 'locations'],
    [
      'lines that are no links',
      { locations: `https://a.example/\n${'the third one from the top\n'.repeat(200)}`, locationDetails: 'Here.' },
      'locations',
    ],
    ['too many words', { locationDetails: 'x'.repeat(4001) }, 'locationDetails'],
  ])('%s are told and stay as they were typed: nothing is cut', (_what, typed, field) => {
    for (const form of [readRequestForm({ ...filled, ...typed }, words), readMissingForm(typed, words)]) {
      expect(form.problems.map((problem) => problem.field)).toContain(field);
      const kept = 'answers' in form ? form.answers : form.typed;
      expect(kept.locations?.join('\n') ?? '').toBe((typed.locations ?? '').trim());
      expect(kept.locationDetails ?? '').toBe(typed.locationDetails ?? '');
      if ('amendment' in form) expect(form.amendment).toEqual({});
    }
  });

  test('an address that runs something or is an e-mail is no address', () => {
    const { answers } = readRequestForm(
      { ...filled, locations: 'javascript:alert(1)\nmaria@example.org\nfile:///etc/passwd\nhttps://' },
      words,
    );
    expect(answers.locations).toBeUndefined();
    expect(answers.locationDetails?.split('\n')).toHaveLength(4);
  });

  test('what is left empty is left out, so that it counts as missing and not as an answer', () => {
    const { answers } = readRequestForm({ ...filled, signature: '  ', contactEmail: '', locations: '\r\n' }, words);
    expect(answers).toEqual({ basis: 'take-it-down', onBehalfOf: 'self', statement: { notConsensual: false, goodFaith: false } });
  });

  test('without a service, or without saying who asks, it comes back with both at once', () => {
    expect(readRequestForm({}, words).problems).toEqual([
      { field: 'service', sentence: words.request.problems.service },
      { field: 'onBehalfOf', sentence: words.request.problems.onBehalfOf },
    ]);
    expect(readRequestForm({}, words).onBehalfOf).toBeNull();
  });

  test('a tick is a tick only when it says yes', () => {
    const { answers } = readRequestForm({ ...filled, notConsensual: 'yes', goodFaith: 'on' }, words);
    expect(answers.statement).toEqual({ notConsensual: true, goodFaith: false });
  });

  test('fingerprints arrive picture by picture', () => {
    const form = readRequestForm({ ...filled, fingerprints: JSON.stringify([[pdq, sha256], [sha256]]) }, words);
    expect(form.problems).toEqual([]);
    expect(form.pictures).toEqual([[pdq, sha256], [sha256]]);
    expect(form.answers.fingerprints).toEqual([pdq, sha256, sha256]);
  });

  test.each([
    ['no JSON', '{'],
    ['no list', '{}'],
    ['an unknown kind', JSON.stringify([[{ ...pdq, kind: 'phash' }]])],
    ['a view that no device computes', JSON.stringify([[{ ...pdq, variant: 'complement' }]])],
    ['a value of the wrong length', JSON.stringify([[{ ...pdq, value: 'a1' }]])],
    ['a quality above 100', JSON.stringify([[{ ...pdq, quality: 101 }]])],
    ['a picture of nothing', JSON.stringify([[]])],
    ['more pictures than the form takes', JSON.stringify(Array.from({ length: picturesAtMost + 1 }, () => [sha256]))],
  ])('fingerprints that are %s are refused as a whole, and the rest is kept', (_what, fingerprints) => {
    const form = readRequestForm({ ...filled, signature: 'Maria', fingerprints }, words);
    expect(form.pictures).toEqual([]);
    expect(form.answers.fingerprints).toBeUndefined();
    expect(form.problems).toEqual([{ sentence: words.request.problems.fingerprints }]);
    expect(form.answers.signature).toBe('Maria');
  });

  test('whatever is posted, reading it never throws and never answers more than was asked', () => {
    const field = fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(undefined));
    const fields = fc.dictionary(fc.oneof(fc.constantFrom(...Object.values(fieldNames)), fc.string()), field);
    fc.assert(
      fc.property(fields, (posted) => {
        const form = readRequestForm(posted, words);
        expect(['self', 'agent']).toContain(form.answers.onBehalfOf);
        expect((form.answers.locations ?? []).every((each) => URL.canParse(each))).toBe(true);
        readMissingForm(posted, words);
        readOpenCaseForm(posted);
        readWithdrawForm(posted);
        readFollowForm(posted);
        readCsrf(posted);
      }),
    );
  });
});

describe('a text of her own', () => {
  test('that one law asks for has a limit too, and comes back as it was typed', () => {
    const field = 'signatures-dmca';
    const typed = 'x'.repeat(fieldLimits.signature + 1);
    const problem = { field, sentence: words.request.problems.textTooLong({ most: fieldLimits.signature }) };
    const form = readRequestForm({ ...filled, [field]: typed }, words);
    expect([form.problems, form.answers.signatures]).toEqual([[problem], { dmca: typed }]);
    const missing = readMissingForm({ [field]: typed }, words);
    expect([missing.problems, missing.amendment.signatures, missing.typed.signatures]).toEqual([[problem], undefined, { dmca: typed }]);
  });

  const limits = ['agentAuthority', 'signature', 'contactEmail', 'contactPhone', 'contactOther', 'statementDetails'] as const;

  test.each(limits)('that is too long is told with the limit, and nothing of it is cut: %s', (field) => {
    const most = fieldLimits[field];
    const problem = { field, sentence: words.request.problems.textTooLong({ most }) };
    for (const length of [most, most + 1, 200_000]) {
      const typed =
        field === 'contactEmail' ? 'x@example.org'.padStart(length, 'x') : (field === 'contactPhone' ? '1' : 'x').repeat(length);
      const problems = length > most ? [problem] : [];
      const form = readRequestForm({ ...filled, [field]: typed }, words);
      expect(form.problems).toEqual(problems);
      expect(JSON.stringify(form.answers)).toContain(`"${typed}"`);
      if (field === 'statementDetails') continue;
      const missing = readMissingForm({ [field]: typed, locations: 'a.example/1' }, words);
      expect([missing.problems, missing.amendment.locations]).toEqual([problems, ['https://a.example/1']]);
      const [kept, absent] = length > most ? [missing.typed, missing.amendment] : [missing.amendment, missing.typed];
      expect(JSON.stringify(kept)).toContain(`"${typed}"`);
      expect(JSON.stringify(absent)).not.toContain(typed.slice(0, 20));
    }
  });
});

describe('the form of what is missing', () => {
  test('takes no address and no number that cannot be one, so that a slip takes the place of nothing', () => {
    const typed = { email: 'maria@exmple', phone: 'abc' };
    const { amendment, problems, typed: kept } = readMissingForm({ contactEmail: typed.email, contactPhone: typed.phone }, words);
    expect(amendment).toEqual({});
    expect(problems.map(({ field, sentence }) => [field, sentence])).toEqual([
      ['contactEmail', words.case.notAnEmail],
      ['contactPhone', words.case.notAPhone],
    ]);
    expect(kept).toEqual({ contact: typed });
  });

  test('says only what was filled in, so that nothing given before is lost', () => {
    expect(readMissingForm({ trackingNumber: 'LK-1', signature: 'Maria', goodFaith: 'yes' }, words)).toEqual({
      trackingNumber: 'LK-1',
      amendment: { signature: 'Maria', statement: { goodFaith: true } },
      problems: [],
      typed: {},
    });
    expect(readMissingForm({ trackingNumber: 'LK-1' }, words).amendment).toEqual({});
  });
});

test('an empty PIN is no PIN', () => {
  expect(readOpenCaseForm({ caseCode: ' abc ', pin: ' ' })).toEqual({ code: 'abc', pin: null });
  expect(readWithdrawForm({ pin: '' })).toEqual({ pin: null, withoutPin: false, eraseContact: false });
});

test('a follow link can be pasted whole, or only its secret', () => {
  expect(readFollowForm({ secret: ' https://help.example/follow#k3Y_s3cret ' })).toEqual({ secret: 'k3Y_s3cret' });
  expect(readFollowForm({ secret: 'k3Y_s3cret' })).toEqual({ secret: 'k3Y_s3cret' });
});

test('of several services each gets what is said to all and its own, and her name only where she signed; one that is not named keeps what was typed', () => {
  const { apart = [], problems } = readRequestForm(
    {
      ...filled,
      apart: 'yes',
      service: ['harbour', 'north'],
      notConsensual: 'yes',
      signature: 'Maria',
      'locations.harbour': 'https://harbour.example/1',
      'goodFaith.harbour': 'yes',
      'signed.harbour': 'yes',
      'besideLinks.north': 'no link',
      'locations.third': 'https://third.example/1',
    },
    words,
  );
  expect(
    apart.map(({ serviceId, isChosen, isSigned, answers: { locations, signature, statement } }) => [
      serviceId,
      isChosen,
      isSigned,
      locations,
      signature,
      statement,
    ]),
  ).toEqual([
    ['harbour', true, true, ['https://harbour.example/1'], 'Maria', { notConsensual: true, goodFaith: true }],
    ['north', true, false, undefined, undefined, { notConsensual: true, goodFaith: false }],
    ['third', false, false, ['https://third.example/1'], undefined, { notConsensual: true, goodFaith: false }],
  ]);
  expect(problems).toEqual([{ field: 'besideLinks.north', sentence: words.request.problems.notALink({ first: 'no link' }) }]);
});
