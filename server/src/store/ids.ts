/** Can this text be an id at all? Asked of what came by a door, before a table is. */

const nil = '00000000-0000-0000-0000-000000000000';

export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

/**
 * What to compare a column of ids with: the text, or an id that nothing has. Comparing the column as text instead would read every row: 30,000 of them in 10 ms,
 * by the index in 0.05.
 */
export function uuidOf(text: string): string {
  return isUuid(text) ? text : nil;
}
