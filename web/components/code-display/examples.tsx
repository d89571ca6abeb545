/** What does a code look like? */
import { CodeDisplay } from './markup.tsx';

export const examples = [
  {
    name: 'a code',
    node: (
      <CodeDisplay
        label="Your code"
        code="7K3M-Q9XT-2BRA-8WNE-5HJD-V"
        words={{
          copy: 'Copy',
          copied: 'Copied.',
          notCopied: 'Marked: press Copy on your keyboard.',
          print: 'Print',
          save: 'Save as a file',
          saved: 'Saved as note.txt.',
          fileName: 'note.txt',
        }}
      />
    ),
  },
];
