/** What may people be shown as a name, of a moderator or of a service? */

export const longestName = 100;

/** The name without spaces around it; null when it is longer than `longestName` characters or has no sign that can be seen. */
export function nameOf(text: string): string | null {
  const name = text.trim();
  return name.length <= longestName && canBeSeen(name) ? name : null;
}

/** Spaces, controls and signs without a shape, such as the zero-width space, leave a gap where a name should stand. */
export function canBeSeen(text: string): boolean {
  return /[^\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/u.test(text);
}
