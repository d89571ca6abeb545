/** How do the shapes of the contract become the words of the rooms? Checked fingerprints, answers, amendments. */
import type { Amendment, Laws, RequestAnswers } from '@likeness/casework';
import { type FingerprintBody, Problem, type RequestBody } from '@likeness/contract';
import { type Fingerprint, isExactKind, isFrameKind, isValueOf, isVariant, kinds, readVpdqJson } from '@likeness/fingerprint';
import { invalid } from './reader.ts';

/** What one entry says: a fingerprint, or all frames of a video. Problem `body/invalid` with its pointer. */
export function fingerprintsOf(body: FingerprintBody, pointer: string): Fingerprint[] {
  if (!isFrameKind(body.kind) || /^[0-9a-f]/i.test(body.value)) return [fingerprintOf(body, pointer)];
  const { frames, errors } = readVpdqJson(body.value);
  const [first] = errors;
  if (first !== undefined)
    throw new Problem('body/invalid', { pointer: `${pointer}/value`, detail: `Entry ${first.line} of the vPDQ: ${first.message}` });
  if (frames.length === 0)
    throw new Problem('body/invalid', { pointer: `${pointer}/value`, detail: 'This vPDQ has no frames, so there is nothing to compare.' });
  return frames.map(({ value, quality, atSeconds }) => ({ kind: body.kind, variant: 'whole', value, quality, atSeconds }));
}

/** A fingerprint in lower case. Problem `body/invalid` with its pointer when its length or variant is not of its kind. */
function fingerprintOf(body: FingerprintBody, pointer: string): Fingerprint {
  const { kind, quality, atSeconds } = body;
  const value = body.value.toLowerCase();
  const variant = body.variant ?? 'whole';
  if (!isValueOf(kind, value))
    throw new Problem('body/invalid', {
      pointer: `${pointer}/value`,
      detail: `A value of ${kind} has ${kinds[kind].hexLength} hexadecimal digits.`,
    });
  if (!isVariant(variant))
    throw new Problem('body/invalid', {
      pointer: `${pointer}/variant`,
      detail: 'This variant is not known; leave it out for the whole picture.',
    });
  if (isFrameKind(kind) && variant !== 'whole')
    throw new Problem('body/invalid', {
      pointer: `${pointer}/variant`,
      detail: 'A frame of a video is of the whole; leave the variant out.',
    });
  if (isExactKind(kind) && variant !== 'whole')
    throw new Problem('body/invalid', {
      pointer: `${pointer}/variant`,
      detail: `A value of ${kind} is of the whole file; leave the variant out.`,
    });
  if (!kinds[kind].hasQuality && quality !== undefined)
    throw new Problem('body/invalid', { pointer: `${pointer}/quality`, detail: `A value of ${kind} has no quality; leave it out.` });
  if (!isFrameKind(kind) && atSeconds !== undefined)
    throw new Problem('body/invalid', {
      pointer: `${pointer}/atSeconds`,
      detail: `A value of ${kind} has no place in time; leave it out.`,
    });
  return { kind, variant, value, ...(quality === undefined ? {} : { quality }), ...(atSeconds === undefined ? {} : { atSeconds }) };
}

const onlyAtFirst = ['basis', 'alsoUnder', 'orderedUntil', 'filerRef'] as const;

/** What was sent, for adding to a request. Problem `body/invalid` for what only a new request takes: left out in silence, it would be believed to count. */
export function amendmentOf(body: RequestBody): Amendment {
  const late = onlyAtFirst.find((name) => body[name] !== undefined);
  if (late !== undefined)
    throw new Problem('body/invalid', {
      pointer: `/${late}`,
      detail: 'This is given when a request is filed, and not changed afterwards.',
    });
  return partsOf(body);
}

function partsOf(body: RequestBody): Amendment {
  requireLinks(body.beside ?? []);
  requireAddresses('/locations', body.locations ?? []);
  const { basis: _basis, alsoUnder: _chosen, sourceRef: _source, filerRef: _filer, fingerprints, ...answers } = body;
  return {
    ...answers,
    ...(fingerprints === undefined
      ? {}
      : { fingerprints: fingerprints.flatMap((one, index) => fingerprintsOf(one, `/fingerprints/${index}`)) }),
  };
}

/** Of what is asked about beside the picture, a link is an address that can be opened. Problem `body/invalid` with its pointer. */
function requireLinks(beside: NonNullable<RequestBody['beside']>): void {
  const unfit = beside.findIndex(({ kind, says }) => kind === 'link' && !(/^https?:\/\//i.test(says) && URL.canParse(says)));
  if (unfit >= 0)
    throw new Problem('body/invalid', {
      pointer: `/beside/${unfit}/says`,
      detail: 'This is not an address that can be opened. Give the whole address that the link leads to.',
    });
}

/** What has the shape of an address may still be none, such as `http://[` or a port that is no number. Problem `body/invalid` with its place below `pointer`. */
export function requireAddresses(pointer: string, addresses: readonly string[]): void {
  const unfit = addresses.findIndex((address) => !URL.canParse(address));
  if (unfit >= 0) throw notAnAddress(`${pointer}/${unfit}`);
}

/** The same of one address, which stands at `pointer` itself. */
export function requireAddress(pointer: string, address: string): void {
  if (!URL.canParse(address)) throw notAnAddress(pointer);
}

const notAnAddress = (pointer: string): Problem =>
  new Problem('body/invalid', { pointer, detail: 'This is not an address that can be opened.' });

/**
 * What was declared, signed or written under a law that asks for no such thing: left out in silence, it would be believed to count. Problem `body/invalid` that
 * names each.
 */
export function requireAskedFor(laws: Laws, { declarations = {}, signatures = {}, texts = {} }: RequestBody): void {
  const asked = new Set(laws.all.flatMap(({ basis }) => [...basis.elements, ...basis.agentElements].map(({ pointer }) => pointer)));
  const given = [
    ...namesIn('declarations', declarations),
    ...Object.keys(signatures).map((law) => `/signatures/${law}`),
    ...namesIn('texts', texts),
  ];
  const unknown = given.filter((pointer) => !asked.has(pointer));
  if (unknown.length > 0)
    throw invalid(
      'body',
      unknown.map((pointer) => ({
        pointer: /\/[A-Za-z][A-Za-z0-9_-]{0,39}$/.test(pointer) ? pointer : pointer.split('/', 3).join('/'),
        detail: askedForNowhere,
      })),
    );
}

const askedForNowhere = 'this law asks for no such thing; the pointers of missing elements, and docs/elements.md, say what it asks for';

const namesIn = (field: string, byLaw: Readonly<Record<string, object>>): string[] =>
  Object.entries(byLaw).flatMap(([law, lines]) => Object.keys(lines).map((name) => `/${field}/${law}/${name}`));

/** The answers of a new request; who signs is the person herself unless said otherwise. Problem `body/invalid` as above. */
export function answersOf(body: RequestBody): RequestAnswers {
  // The format takes a leap second (RFC 3339 §5.6), which no clock here has.
  if (body.orderedUntil !== undefined && Number.isNaN(Date.parse(body.orderedUntil)))
    throw new Problem('body/invalid', {
      pointer: '/orderedUntil',
      detail: 'This moment is in no calendar here: give one without a leap second.',
    });
  if (body.orderedUntil !== undefined && body.onBehalfOf !== 'authority')
    throw new Problem('body/invalid', {
      pointer: '/orderedUntil',
      detail: 'Only the order of an authority names its own time: send onBehalfOf "authority", or leave this out.',
    });
  const order = (body.alsoUnder ?? []).indexOf('authority-order');
  if (order >= 0 && body.onBehalfOf !== 'authority')
    throw new Problem('body/invalid', {
      pointer: `/alsoUnder/${order}`,
      detail: 'Only an authority gives an order: send onBehalfOf "authority", or leave this law out. Nothing was filed.',
    });
  const { statement, ...amendment } = partsOf(body);
  return {
    onBehalfOf: 'self',
    ...amendment,
    ...(body.statement === undefined ? {} : { statement: body.statement }),
    basis: body.basis ?? 'take-it-down',
  };
}
