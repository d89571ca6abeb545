/** What does a list of pairs look like? */
import { SummaryList } from './markup.tsx';

export const examples = [
  {
    name: 'two rows',
    node: (
      <SummaryList
        rows={[
          { name: 'Service', value: 'Harbour Photos' },
          { name: 'Number of your request', value: 'TN-4821-7730' },
        ]}
      />
    ),
  },
];
