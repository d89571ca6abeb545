/** Which address did she type? People leave the scheme out, and copy blanks along. */

const linkLengthAtMost = 2048;

/** The address as http or https; null when the line is not one. */
export function addressOf(line: string): string | null {
  const withScheme = /^https?:\/\//i.test(line) ? line : /^[^\s/:@]+(\.[^\s/:@]+)+([/?#]\S*)?$/.test(line) ? `https://${line}` : null;
  return withScheme !== null && withScheme.length <= linkLengthAtMost && URL.canParse(withScheme) && !/\s/.test(withScheme)
    ? withScheme
    : null;
}
