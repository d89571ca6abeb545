/** When does a withdrawal take effect? */

/** Long enough to notice and cancel, when someone else found the code: matching goes on meanwhile. */
export const withdrawalDelayHours = 72;

const hourMs = 3_600_000;

/** At once with code and PIN; after 72 hours, cancellable with the code, when only the code was shown. A case without a PIN waits too. */
export function withdrawalTakesEffectAt({ requestedAt, pinProved }: { readonly requestedAt: Date; readonly pinProved: boolean }): Date {
  return new Date(requestedAt.getTime() + (pinProved ? 0 : withdrawalDelayHours * hourMs));
}
