/** What does a list of rows look like, full and empty? */
import { Tag } from '../tag/markup.tsx';
import { List } from './markup.tsx';

export const examples = [
  {
    name: 'two rows',
    node: (
      <List
        label="Services"
        rows={[
          { title: 'Harbour Photos', text: 'Due by Sunday', aside: <Tag words="Sent" /> },
          { title: <a href="/case">North Forum</a>, text: 'Taken down on 20 November', aside: <Tag tone="good" words="Taken down" /> },
        ]}
      />
    ),
  },
  { name: 'empty', node: <List label="Services" rows={[]} emptyWords="No requests yet." /> },
];
