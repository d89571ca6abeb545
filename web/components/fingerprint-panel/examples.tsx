/** What does the panel look like before script has done anything? */
import { speak } from '@likeness/casework';
import { fingerprintPanel } from '../../person/words/en/fingerprints.ts';
import { FingerprintPanel } from './markup.tsx';

export const examples = [
  {
    name: 'at first',
    node: (
      <FingerprintPanel
        name="fingerprints"
        label="Choose pictures"
        withoutScript="Links alone are enough."
        videoReaderBytes={240_000}
        heic={{ program: '/assets/heic.js', binary: '/assets/heic.wasm', bytes: 1_500_000 }}
        words={speak(fingerprintPanel, fingerprintPanel, 'en')}
        sentences={fingerprintPanel}
        language="en"
      />
    ),
  },
];
