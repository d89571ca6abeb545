/** What do notices look like in each tone? */
import { Notice } from './markup.tsx';

export const examples = [
  { name: 'calm', node: <Notice>You can stop here and come back later.</Notice> },
  {
    name: 'good, with a heading',
    node: (
      <Notice tone="good" heading="It is sent">
        <p>Keep your code.</p>
      </Notice>
    ),
  },
  {
    name: 'care, live',
    node: (
      <Notice tone="care" isLive>
        Your code cannot be given again.
      </Notice>
    ),
  },
];
