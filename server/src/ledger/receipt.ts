/** How does she show, without this server, that her request came in and when? A signed text of a few lines; docs/formats/receipt.md. */
import { createPublicKey, verify } from 'node:crypto';
import type { KeyRing } from '../config/key-ring.ts';

export interface Receipt {
  readonly trackingNumber: string;
  readonly service: string;
  /** Name and section of the law. */
  readonly law: string;
  readonly receivedAt: Date;
  readonly dueAt: Date;
  /** When nothing that the law asks for was missing any more; null while something is. */
  readonly completeAt: Date | null;
}

/** The first line of every receipt. */
const formatLine = 'likeness-receipt-v1';

/** Said in the signed text itself, so that no receipt goes without it. */
const proves = 'that this request came in at this time; not who sent it, nor that what it says is true';

/** The receipt as it leaves the house: lines of text, the last the signature over all lines before it. */
export function receiptText(receipt: Receipt, keys: KeyRing): string {
  const lines = (publicKey: string): string =>
    [
      formatLine,
      `proves: ${proves}`,
      `number: ${receipt.trackingNumber}`,
      `service: ${oneLine(receipt.service)}`,
      `law: ${oneLine(receipt.law)}`,
      `received: ${receipt.receivedAt.toISOString()}`,
      `complete: ${receipt.completeAt?.toISOString() ?? 'no'}`,
      `due: ${receipt.dueAt.toISOString()}`,
      `key: ${publicKey}`,
      '',
    ].join('\n');
  // Which key signs is known only with a signature; the public key of it belongs into what is signed.
  const { keyId } = keys.sign(new Uint8Array());
  const publicKey = keys.ledgerPublicKey(keyId);
  if (publicKey === undefined) throw new RangeError('the key ring does not know its own signing key');
  const text = lines(Buffer.from(publicKey).toString('base64'));
  return `${text}signature: ${Buffer.from(keys.sign(new TextEncoder().encode(text)).signature).toString('base64')}\n`;
}

/** A name is written by an operator: no line of it may pass for a line of the receipt. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

export type ReceiptVerdict =
  | {
      readonly isWhole: true;
      readonly number: string;
      readonly service: string;
      readonly law: string;
      readonly received: string;
      readonly due: string;
      readonly publicKey: string;
    }
  | { readonly isWhole: false; readonly number: string | null; readonly reason: string };

const fields = ['proves', 'number', 'service', 'law', 'received', 'complete', 'due', 'key', 'signature'] as const;
const receiptPattern = new RegExp(`${formatLine}\\n(?:(?:${fields.join('|')}): [^\\n]*\\n)*`, 'g');

/**
 * Checks every receipt that stands in a text: a receipt file, or the file that she downloaded. `key`: the base64 of the public key that must have signed.
 * None found: an empty list.
 */
export function verifyReceipts(text: string, key?: string): ReceiptVerdict[] {
  const plain = text.replaceAll('\r\n', '\n');
  const readable = /^\s*<!doctype html>/i.test(plain) ? unescaped(plain) : plain;
  const ended = readable.endsWith('\n') ? readable : `${readable}\n`;
  return [...ended.matchAll(receiptPattern)].map(([receipt]) => verdictOn(receipt, key));
}

function verdictOn(receipt: string, key: string | undefined): ReceiptVerdict {
  const given = new Map(
    receipt
      .split('\n')
      .slice(1)
      .flatMap((line): [string, string][] => {
        const at = line.indexOf(': ');
        return at === -1 ? [] : [[line.slice(0, at), line.slice(at + 2)]];
      }),
  );
  const named = (field: (typeof fields)[number]): string => given.get(field) ?? '';
  const bad = (reason: string): ReceiptVerdict => ({ isWhole: false, number: given.get('number') ?? null, reason });
  const missing = fields.find((field) => !given.has(field));
  if (missing !== undefined) return bad(`it has no line "${missing}"`);
  if (receipt.split('\n').length !== fields.length + 2) return bad('a line was added to it');
  const publicKey = Buffer.from(named('key'), 'base64');
  if (publicKey.length !== keyBytes) return bad('its key is none');
  const signed = receipt.slice(0, receipt.lastIndexOf('signature: '));
  const isSigned = verify(
    null,
    Buffer.from(signed),
    createPublicKey({ key: Buffer.concat([spki, publicKey]), format: 'der', type: 'spki' }),
    Buffer.from(named('signature'), 'base64'),
  );
  if (!isSigned) return bad('it was changed after it was signed');
  if (key !== undefined && key !== named('key')) return bad('it was signed with another key');
  return {
    isWhole: true,
    number: named('number'),
    service: named('service'),
    law: named('law'),
    received: named('received'),
    due: named('due'),
    publicKey: named('key'),
  };
}

// RFC 8410: the fixed DER prefix of an Ed25519 public key; its 32 bytes follow.
const spki = Buffer.from('302a300506032b6570032100', 'hex');
const keyBytes = 32;

/** What an HTML file writes for the signs that it cannot hold bare. */
function unescaped(html: string): string {
  return html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}
