/** What does text that opens look like? */
import { Details } from './markup.tsx';

export const examples = [
  {
    name: 'closed',
    node: (
      <Details summary="What is a fingerprint?">
        <p>A short number made from a picture.</p>
      </Details>
    ),
  },
  {
    name: 'open',
    node: (
      <Details summary="What is a fingerprint?" isOpen>
        <p>A short number made from a picture.</p>
      </Details>
    ),
  },
];
