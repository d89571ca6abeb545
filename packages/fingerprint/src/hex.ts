/** How is a fingerprint written as text and read back? Lower-case hex, most significant byte first. */

const hexDigits = '0123456789abcdef';

/** The bytes of lower- or upper-case hex text. Throws a RangeError when the text is not whole bytes of hex. */
export function bytesOfHex(hex: string): Uint8Array {
  if (hex.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(hex)) {
    throw new RangeError('Hex text must be pairs of the digits 0-9 and a-f.');
  }
  const bytes = new Uint8Array(hex.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16);
  return bytes;
}

/** Lower-case hex text of bytes. */
export function hexOfBytes(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += hexDigits.charAt(byte >>> 4) + hexDigits.charAt(byte & 15);
  return text;
}
