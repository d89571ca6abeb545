/** When does a withdrawal take effect, of the whole case or of a part of it? */

/** Long enough to notice and cancel, when someone else found the code: matching goes on meanwhile. */
export const withdrawalDelayHours = 72;

const hourMs = 3_600_000;

/** At once with code and PIN; after 72 hours, cancellable with the code, when only the code was shown. A case without a PIN waits too. */
export function withdrawalTakesEffectAt({ requestedAt, pinProved }: { readonly requestedAt: Date; readonly pinProved: boolean }): Date {
  return new Date(requestedAt.getTime() + (pinProved ? 0 : withdrawalDelayHours * hourMs));
}

/** What she can take out while the rest of her case goes on: one request to a service, one picture's or video's fingerprints, or one link. */
export const withdrawnParts = ['request', 'picture', 'link'] as const;
export type WithdrawnPart = (typeof withdrawnParts)[number];
