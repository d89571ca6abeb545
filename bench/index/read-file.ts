/** What does a process pay that starts from an index file? Reads it, asks its first question, and prints time and memory as JSON: for `restart.ts`, in a process of its own. */
import { hexOfBytes } from '@likeness/fingerprint';
import { readIndexFile } from '../../server/src/index/index-on-disk.ts';
import { skewedCodes } from '../../vectors/codes.ts';

const [folder = '', number = '0'] = process.argv.slice(2);
// The code of that item, as `restart.ts` made it.
const value = hexOfBytes(skewedCodes(Number(number) + 1, 2026).slice(-32));
globalThis.gc?.();
const residentBefore = process.memoryUsage.rss();
const began = performance.now();
const used = process.cpuUsage();
const read = await readIndexFile(folder, async () => true);
if (read === null) throw new Error('There is no index file.');
const { index } = read;
index.apply({ seq: 1, kind: 'bank', bank: { id: 'own', name: 'Own', onMatch: 'hold', enabled: true, radius: null, platformId: null } });
const found = index.look({ platformId: 'any', source: 'bytes', fingerprints: [{ kind: 'pdq', variant: 'whole', value, quality: 100 }] });
const wallMs = performance.now() - began;
const { user, system } = process.cpuUsage(used);
const resident = process.memoryUsage.rss() - residentBefore;
console.log(JSON.stringify({ wallMs, cpuMs: (user + system) / 1000, resident, found: found.length }));
