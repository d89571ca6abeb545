/** What does the list of things to check look like? */
import { TextField } from '../text-field/markup.tsx';
import { ErrorSummary } from './markup.tsx';

export const examples = [
  {
    name: 'two things to check',
    node: (
      <>
        <ErrorSummary
          heading="Two things are still missing"
          intro="Everything else is saved."
          errors={[{ field: 'signature-example', sentence: 'Type your name as a signature.' }, { sentence: 'Choose a service.' }]}
        />
        <TextField name="signature-example" label="Your name" error="Type your name as a signature." />
      </>
    ),
  },
];
