/** How does an operator write down how far apart two fingerprints may lie? `24`, or `pdq=24, pdq:flipX=16`; the same at the terminal and at the console. */
import { isFingerprintKind, isVariant, kinds } from '@likeness/fingerprint';
import type { BankPolicy, NarrowedRadius } from './policy.ts';

/** Beyond it nothing is compared. */
const widest = 48;

export type Radii = Pick<BankPolicy, 'radius'> & { readonly radii: readonly NarrowedRadius[] };

/** What the text says, or the sentence that says why it cannot be understood. An empty text, and the word `tier`, narrow nothing. */
export function radiiOf(text: string): Radii | string {
  let radius: number | null = null;
  const radii: NarrowedRadius[] = [];
  for (const part of text.split(',').map((one) => one.trim())) {
    if (part === '' || part === 'tier') continue;
    const [, kind, variant, digits] = /^(?:([a-z0-9]+)(?::([A-Za-z0-9]+))?\s*=\s*)?(\d{1,3})$/.exec(part) ?? [];
    if (digits === undefined)
      return `A radius is a number of bits from 0 to ${widest}, such as 24, or one for a kind, such as pdq=24 or pdq:flipX=16.`;
    if (Number(digits) > widest) return `A radius is 0 to ${widest} bits.`;
    if (kind === undefined) radius = Number(digits);
    else if (!isFingerprintKind(kind) || kinds[kind].comparison === 'exact')
      return 'A radius can be set for pdq and vpdq; other kinds are equal or not.';
    else if (variant !== undefined && !isVariant(variant))
      return 'A view is whole, complement or one of the turns, such as rotate90 or flipX.';
    else radii.push({ kind, variant: variant ?? null, radius: Number(digits) });
  }
  return { radius, radii };
}

/** The same as text; empty where the tiers' own radii hold. */
export function radiiText({ radius, radii = [] }: Pick<BankPolicy, 'radius' | 'radii'>): string {
  const narrowed = radii.map(({ kind, variant, radius: bits }) => `${kind}${variant === null ? '' : `:${variant}`}=${bits}`);
  return [...(radius === null ? [] : [String(radius)]), ...narrowed].join(', ');
}
