/** How was `ledger-export-1.jsonl` made? From docs/formats/ledger-export.md alone, with a key that signs nothing else. Never run it again for version 1: the file stands for what was once written. */
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';

const seed = createHash('sha256').update('likeness: the key of a test vector').digest();
const key = createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
  format: 'der',
  type: 'pkcs8',
});
const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64');
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const rows = [
  { act: 'request.received', subjects: { request: 'LK-TEST-0001' }, commitment: sha256('a salt and a text') },
  { act: 'preview.revealed', subjects: { content: 'c-1', moderator: 'm-1' }, commitment: null },
  { act: 'decision.made', subjects: { decision: 'd-1', ground: 'valid-request', outcome: 'remove' }, commitment: null },
  { act: 'data.purged', subjects: { class: 'uploads', rows: 17 }, commitment: null },
];
const [from, after] = [41, sha256('the row before')];
const head = {
  format: 'likeness-ledger-export/1',
  month: '2026-11',
  from,
  to: from + rows.length - 1,
  after,
  writtenAt: '2026-12-01T06:00:00.000Z',
  keyId: '00112233445566ff',
  publicKey,
};
let text = `${JSON.stringify(head)}\n`;
let prev = after;
for (const [index, { act, subjects, commitment }] of rows.entries()) {
  const [seq, at] = [from + index, `2026-11-2${index}T03:04:05.678Z`];
  const hash = sha256(JSON.stringify({ act, at, commitment, prev, seq, subjects, version: 1 }));
  text += `${JSON.stringify({ seq, at, act, subjects, commitment, hash })}\n`;
  prev = hash;
}
const digest = sha256(text);
const signature = sign(null, Buffer.from(`likeness-ledger-export-v1 ${digest}\n`), key).toString('base64');
process.stdout.write(`${text}${JSON.stringify({ sha256: digest, signature })}\n`);
