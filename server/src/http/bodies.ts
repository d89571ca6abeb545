/** How do the shapes of the contract become the words of the rooms? Checked fingerprints, answers, amendments. */
import type { Amendment, RequestAnswers } from '@likeness/casework';
import { type FingerprintBody, Problem, type RequestBody } from '@likeness/contract';
import { type Fingerprint, isValueOf, isVariant, kinds } from '@likeness/fingerprint';

/** A fingerprint in lower case. Problem `body/invalid` with its pointer when its length or variant is not of its kind. */
export function fingerprintOf(body: FingerprintBody, pointer: string): Fingerprint {
  const { kind, quality } = body;
  const value = body.value.toLowerCase();
  const variant = body.variant ?? 'whole';
  if (!isValueOf(kind, value))
    throw new Problem('body/invalid', {
      pointer: `${pointer}/value`,
      detail: `A ${kind} value has ${kinds[kind].hexLength} hexadecimal digits.`,
    });
  if (!isVariant(variant))
    throw new Problem('body/invalid', {
      pointer: `${pointer}/variant`,
      detail: 'This variant is not known; leave it out for the whole picture.',
    });
  return { kind, variant, value, ...(quality === undefined ? {} : { quality }) };
}

/** What was sent, without the basis: for adding to a request. */
export function amendmentOf(body: RequestBody): Amendment {
  const { basis: _basis, fingerprints, ...answers } = body;
  return {
    ...answers,
    ...(fingerprints === undefined ? {} : { fingerprints: fingerprints.map((one, index) => fingerprintOf(one, `/fingerprints/${index}`)) }),
  };
}

/** The answers of a new request; who signs is the person herself unless said otherwise. */
export function answersOf(body: RequestBody): RequestAnswers {
  const { statement, ...amendment } = amendmentOf(body);
  return {
    onBehalfOf: 'self',
    ...amendment,
    ...(body.statement === undefined ? {} : { statement: body.statement }),
    basis: body.basis ?? 'take-it-down',
  };
}
