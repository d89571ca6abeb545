/** What may a child answer? The server checks it against these shapes. What the child is asked is in read-job.ts. */
import { type DerivedVariant, derivedGroups, kinds, variantFacts, variants } from '@likeness/fingerprint';
import { type Static, type TSchema, Type } from 'typebox';
import { Value } from 'typebox/value';
import { fileFormats } from './file-format.ts';
import { FrameBroken } from './pipe-frames.ts';

export const Ready = Type.Object({ hasDroppedRoot: Type.Boolean() });
export type Ready = Static<typeof Ready>;

const OneFingerprint = Type.Object(
  {
    kind: Type.Enum(namesOf(kinds)),
    variant: Type.Enum(namesOf(variants)),
    value: Type.String({ pattern: '^[0-9a-f]{32,64}$' }),
    quality: Type.Optional(Type.Integer({ minimum: 0, maximum: 100 })),
  },
  { additionalProperties: false },
);

const derivedVariants: readonly DerivedVariant[] = namesOf(variantFacts).filter(isDerived);

const OneDerived = Type.Object(
  {
    kind: Type.Literal('pdq'),
    variant: Type.Enum([...derivedVariants]),
    value: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    quality: Type.Integer({ minimum: 0, maximum: 100 }),
  },
  { additionalProperties: false },
);

/** Nothing here has room for pixels: that is the point of the child. */
export const FoundFingerprints = Type.Object(
  {
    format: Type.Enum([...fileFormats]),
    width: Type.Integer({ minimum: 1 }),
    height: Type.Integer({ minimum: 1 }),
    fingerprints: Type.Array(OneFingerprint, { minItems: 1, maxItems: 16 }),
    laterFrames: Type.Array(OneFingerprint, { maxItems: 16 }),
    derived: Type.Array(OneDerived, { maxItems: derivedVariants.length }),
  },
  { additionalProperties: false },
);
export type FoundFingerprints = Static<typeof FoundFingerprints>;

export const Refused = Type.Object({ code: Type.String({ maxLength: 64 }) }, { additionalProperties: false });
export type Refused = Static<typeof Refused>;

/** The JSON of a payload, checked against its shape. Throws FrameBroken when it has another: the sender is not who it should be. */
export function contentOf<Shape extends TSchema>(shape: Shape, payload: Buffer): Static<Shape> {
  const content: unknown = JSON.parse(payload.toString());
  if (!Value.Check(shape, content)) throw new FrameBroken('The payload of a frame does not have the agreed shape.');
  return content;
}

function isDerived(name: keyof typeof variantFacts): name is DerivedVariant {
  const { group } = variantFacts[name];
  return derivedGroups.some((derived) => derived === group);
}

function namesOf<Name extends string>(names: Readonly<Record<Name, unknown>>): Name[] {
  const all: Name[] = [];
  for (const name in names) all.push(name);
  return all;
}
