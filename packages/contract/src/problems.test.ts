/** Does every error that a caller can meet help them on? */
import { Value } from 'typebox/value';
import { describe, expect, test } from 'vitest';
import { ProblemBody } from './problem-body.ts';
import { isProblemCode, Problem, type ProblemCode, problems } from './problems.ts';

const codes = Object.keys(problems).filter(isProblemCode);

describe.each(codes)('%s', (code: ProblemCode) => {
  test('has an error status, a title without a full stop, and a sentence that says what to do', () => {
    const { status, title, detail } = problems[code];
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
    expect(title).toMatch(/^[A-Z].*[^.]$/);
    expect(detail).toMatch(/^[A-Z].{15,}[.?]$/s);
    expect(code).toMatch(/^[a-z]+\/[a-z-]+$/);
  });

  test('leaves as a body of the described shape', () => {
    const body = new Problem(code).body('an-id');
    expect(Value.Check(ProblemBody, body)).toBe(true);
    expect(body).toMatchObject({ type: `urn:likeness:problem:${code}`, code, instance: 'an-id', detail: problems[code].detail });
  });
});

test('no two problems have one title', () => {
  expect(new Set(codes.map((code) => problems[code].title)).size).toBe(codes.length);
});

test('what the place that throws knows better replaces the general sentence, and names the field', () => {
  const errors = [{ pointer: '/url', detail: 'must be an address' }];
  expect(new Problem('body/invalid', { pointer: '/url', detail: 'Send an address.', errors }).body()).toMatchObject({
    pointer: '/url',
    detail: 'Send an address.',
    errors,
  });
});

test('only codes of the registry count as such', () => {
  for (const text of ['', 'toString', '__proto__', 'body', 'BODY/INVALID']) expect(isProblemCode(text)).toBe(false);
});
