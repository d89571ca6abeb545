/** What do choices look like: none made, one made, one missing? */
import { Checkbox, RadioGroup } from './markup.tsx';

const options = [
  { value: 'adult', label: '18 or older' },
  { value: 'young', label: 'Under 18', hint: 'or you are not sure' },
];

export const examples = [
  {
    name: 'nothing chosen',
    node: <RadioGroup name="age" legend="How old was the person?" hint="Think of the day of the picture." options={options} />,
  },
  { name: 'one chosen', node: <RadioGroup name="age-chosen" legend="How old was the person?" value="adult" options={options} /> },
  {
    name: 'missing',
    node: <RadioGroup name="age-missing" legend="How old was the person?" error="Choose one of the two." options={options} />,
  },
  {
    name: 'a tick box',
    node: <Checkbox name="faith" label="What I say here is true, as far as I know." hint="The law asks for this sentence." />,
  },
  { name: 'ticked before', node: <Checkbox name="faith-ticked" label="What I say here is true, as far as I know." isTicked /> },
  {
    name: 'tick missing',
    node: (
      <Checkbox
        name="faith-missing"
        label="What I say here is true, as far as I know."
        error="Tick this box if you agree with the sentence."
      />
    ),
  },
];
