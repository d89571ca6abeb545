/** How was `receipt-1.txt` made? From docs/formats/receipt.md alone, with a key that signs nothing else. Never run it again for version 1: the file stands for what was once written. */
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';

const seed = createHash('sha256').update('likeness: the key of a test vector').digest();
const key = createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
  format: 'der',
  type: 'pkcs8',
});
const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64');
const text = `likeness-receipt-v1
proves: that this request came in at this time; not who sent it, nor that what it says is true
number: LK-7Q2M-9XKA-0RTE-5
service: Harbour Photos
law: TAKE IT DOWN Act, 47 U.S.C. 223a(a)
received: 2026-11-21T14:05:00.000Z
complete: 2026-11-21T14:05:00.000Z
due: 2026-11-23T14:05:00.000Z
key: ${publicKey}
`;
process.stdout.write(`${text}signature: ${sign(null, Buffer.from(text), key).toString('base64')}\n`);
