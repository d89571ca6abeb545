/** Is whoever sent something of the wrong shape told in words what belongs there, once for each place, and every place at once? */
import {
  ClockBody,
  ContentPatch,
  EndpointBody,
  type FingerprintBody,
  PlatformSettings,
  Problem,
  RequestBody,
  ScreenBody,
  Written,
} from '@likeness/contract';
import { type TSchema, Type } from 'typebox';
import { describe, expect, test } from 'vitest';
import { reader } from './reader.ts';

/** What is said to whoever sends this: a line for each place. */
function said(schema: TSchema, sent: unknown): string[] {
  try {
    reader(schema, 'body')(sent);
  } catch (error) {
    if (error instanceof Problem) return (error.place.errors ?? []).map(({ pointer, detail }) => `${pointer} ${detail}`);
    throw error;
  }
  return ['nothing'];
}

const Digits = Type.Object({ after: Written('^[0-9]+$', 'one whole number') });

const screening = (fingerprint: Partial<Record<keyof FingerprintBody, unknown>>) => ({ contentId: 'a', fingerprints: [fingerprint] });

test.each([
  ['an address that is none', ContentPatch, { url: 'x' }, /^\/url must be an http or https address, such as https:/],
  ['a webhook address that is none', EndpointBody, { url: 'hooks.example' }, /^\/url must be an http or https address, such as https:/],
  ['a preview address without its place', PlatformSettings, { previewUrl: 'x' }, /^\/previewUrl must be .*\{contentId\}.*, or null$/],
  [
    'a value that is no hexadecimal',
    ScreenBody,
    screening({ kind: 'pdq', value: 'zz' }),
    /^\/fingerprints\/0\/value must be 64 hexadecimal digits/,
  ],
  ['spaces alone', RequestBody, { beside: [{ kind: 'text', says: '  ' }] }, /^\/beside\/0\/says must be .* not spaces alone$/],
  [
    'a day where a moment belongs',
    RequestBody,
    { orderedUntil: '2026-07-01' },
    /^\/orderedUntil must be a moment such as 2026-07-01T12:00:00Z$/,
  ],
  [
    'a value too short for any',
    ScreenBody,
    screening({ kind: 'pdq', value: 'a' }),
    /^\/fingerprints\/0\/value must be 64 hexadecimal digits/,
  ],
  ['a list where one number belongs', Digits, { after: ['1', '2'] }, /^\/after must be one whole number$/],
  ['a number where text belongs', ContentPatch, { url: 5 }, /^\/url must be an http or https address, such as https:/],
  ['text where a list belongs', RequestBody, { contentIds: 'a' }, /^\/contentIds must be a list$/],
  ['text where yes or no belongs', RequestBody, { isYoung: 'yes' }, /^\/isYoung must be true or false$/],
  ['null where text belongs', RequestBody, { signature: null }, /^\/signature must be text$/],
  ['an address too short for any', ContentPatch, { url: 'http://' }, /^\/url must be an http or https address, such as https:/],
  ['an address too long', ContentPatch, { url: `https://a.example/${'a'.repeat(3000)}` }, /^\/url must have at most 2048 characters$/],
  [
    'a number too large',
    ScreenBody,
    screening({ kind: 'pdq', value: 'ab', quality: 101 }),
    /^\/fingerprints\/0\/quality must be a whole number from 0 to 100$/,
  ],
  [
    'a number with a fraction',
    ScreenBody,
    screening({ kind: 'pdq', value: 'ab', quality: 99.5 }),
    /^\/fingerprints\/0\/quality must be a whole number from 0 to 100$/,
  ],
  [
    'text where a number belongs',
    ScreenBody,
    screening({ kind: 'vpdq', value: 'ab', atSeconds: '1' }),
    /^\/fingerprints\/0\/atSeconds must be a number from 0 to 1,000,000$/,
  ],
  [
    'a number of hours too large',
    ClockBody,
    { move: 'extend', byHours: 2161, reason: 'x' },
    /^\/byHours must be a number that is more than 0 and at most 2,160$/,
  ],
  [
    'nothing where text belongs',
    ScreenBody,
    { ...screening({ kind: 'md5', value: 'ab' }), contentId: '' },
    /^\/contentId must not be empty$/,
  ],
])('%s is told in a sentence, and never by a pattern', (_what, schema, sent, sentence) => {
  const lines = said(schema, sent);
  expect(lines).toEqual([expect.stringMatching(sentence)]);
  expect(lines.join()).not.toMatch(/\^|\$|\\|must match|0-9a-f/);
});

describe('where one of several shapes fits', () => {
  const until = '2026-07-01T12:00:00Z';
  test.each([
    ['nothing says which', {}, ['/move this field is missing']],
    ['another word says which', { move: 'stop' }, ['/move must be one of pause, resume, extend']],
    ['one was chosen and the rest is missing', { move: 'pause' }, ['/until this field is missing', '/reason this field is missing']],
    [
      'one was chosen and the rest is wrong',
      { move: 'pause', until: 'soon', reason: '' },
      ['/until must be a moment such as 2026-07-01T12:00:00Z', '/reason must not be empty'],
    ],
    [
      'one was chosen with a field of another',
      { move: 'resume', until },
      ['/until this field is not known; /api/v1/openapi.json lists those that are'],
    ],
    [
      'one was chosen with too small a number',
      { move: 'extend', byHours: 0, reason: 'x' },
      ['/byHours must be a number that is more than 0 and at most 2,160'],
    ],
    ['a list stands there', [], [' must be an object']],
  ])('%s: one line for each place, of that shape alone', (_what, sent, lines) => {
    expect(said(ClockBody, sent)).toEqual(lines);
  });

  test('inside a list each entry is told by itself', () => {
    const beside = [
      { kind: 'word', says: 'x' },
      { kind: 'text', says: 'x' },
      { kind: 1, says: 'x' },
    ];
    expect(said(RequestBody, { beside })).toEqual([
      '/beside/0/kind must be one of text, link, account',
      '/beside/2/kind must be one of text, link, account',
    ]);
  });

  test('neither text nor null is said so', () => {
    expect(said(PlatformSettings, { previewUrl: 5 })).toEqual(['/previewUrl must be text or null']);
  });
});

test('no place is told twice, and up to twenty places are told at once', () => {
  const lines = said(ScreenBody, { contentId: 'a', fingerprints: Array.from({ length: 30 }, () => ({ kind: 'pdq', value: '?' })) });
  expect(lines).toHaveLength(20);
  expect(new Set(lines.map((line) => line.split(' ')[0])).size).toBe(20);
});
