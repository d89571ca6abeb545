/** Are these two texts the address of one page? The one place that says so; the stored hash and every comparison come from here. */
import { createHash } from 'node:crypto';

/**
 * An address without what does not tell two pages apart, by the WHATWG URL standard and RFC 3986 §6.2.2: http or https, the host's case and last dot, the
 * scheme's own port, a name and password, the fragment, the last slash, and how a character was percent-encoded. The path keeps its case: it names things.
 * A text that is no web address stays as it is.
 */
export function plainAddress(text: string): string {
  const url = URL.parse(text);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return text;
  const host = url.hostname.replace(/\.$/, '');
  const port = url.port === '' ? '' : `:${url.port}`;
  const path = plainEncoding(url.pathname).replace(/\/$/, '');
  return `//${host}${port}${path}${plainEncoding(url.search)}`;
}

/** SHA-256 of the plain address: 32 bytes whatever the length, for an index. */
export function addressHash(text: string): Buffer {
  return createHash('sha256').update(plainAddress(text)).digest();
}

/** RFC 3986 §6.2.2.1 and .2: capital digits, and no encoding of characters that never need one. */
function plainEncoding(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, digits: string) => {
    const character = String.fromCharCode(Number.parseInt(digits, 16));
    return /[A-Za-z0-9._~-]/.test(character) ? character : `%${digits.toUpperCase()}`;
  });
}
