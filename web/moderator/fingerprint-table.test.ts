/** Are fingerprints written out in one order, whatever order they were stored in? */
import type { Fingerprint } from '@likeness/fingerprint';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { FingerprintTable } from './upload-card.tsx';

const pdq = (variant: Fingerprint['variant']): Fingerprint => ({ kind: 'pdq', variant, value: '0'.repeat(64), quality: 90 });

test('by kind, then by view as the registry lists them', () => {
  const fingerprints: Fingerprint[] = [
    { kind: 'md5', variant: 'whole', value: '0'.repeat(32) },
    pdq('flipX'),
    { kind: 'sha256', variant: 'whole', value: '0'.repeat(64) },
    pdq('rotate90'),
    pdq('whole'),
  ];
  const html = renderToString(FingerprintTable({ fingerprints, label: 'Fingerprints' }));
  const rows = [...html.matchAll(/<tr><td>(\w+)<\/td><td>(\w+)<\/td>/g)].map(([, kind, view]) => `${kind} ${view}`);
  expect(rows).toEqual(['pdq whole', 'pdq rotate90', 'pdq flipX', 'sha256 whole', 'md5 whole']);
});
