/** What does the way out look like? */
import { ExitPage } from './markup.tsx';

export const examples = [
  {
    name: 'the way out',
    node: (
      <ExitPage
        words="Leave now"
        explanation="Leaves this page at once. Pressing Shift three times does the same."
        explanationWithoutScript="Leaves this page at once."
        exitUrl="https://www.example.org/"
        action="/exit"
      />
    ),
  },
];
