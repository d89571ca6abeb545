/** What does a timeline look like with something done and something ahead? */
import { Timeline } from './markup.tsx';

export const examples = [
  {
    name: 'done and next',
    node: (
      <Timeline
        nextWords="Next,"
        entries={[
          { state: 'done', time: '21 November', sentence: 'You sent your request.' },
          {
            state: 'done',
            time: '21 November',
            sentence: 'Harbour Photos has it.',
            detail: <p>Your request has all that the law asks for.</p>,
          },
          { state: 'next', time: 'by Sunday 23 November, 14:05 (UTC)', sentence: 'Harbour Photos must act.' },
        ]}
      />
    ),
  },
];
