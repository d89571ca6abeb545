/** What do tags look like in each tone? */
import { Tag } from './markup.tsx';

export const examples = [
  {
    name: 'three tones',
    node: (
      <p>
        <Tag words="Sent" /> <Tag tone="good" words="Taken down" /> <Tag tone="care" words="Something is missing" />
      </p>
    ),
  },
];
