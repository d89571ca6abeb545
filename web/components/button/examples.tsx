/** What do buttons look like, each on its own? */
import { Button, ButtonLink, ButtonRow } from './markup.tsx';

export const examples = [
  {
    name: 'primary, secondary and quiet in a row',
    node: (
      <ButtonRow>
        <Button>Send</Button>
        <Button look="secondary" type="button">
          Save and come back
        </Button>
        <Button look="quiet">Stop</Button>
      </ButtonRow>
    ),
  },
  { name: 'a link that looks like a button', node: <ButtonLink href="/start">Start</ButtonLink> },
];
