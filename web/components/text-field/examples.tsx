/** What do fields look like: empty, with a hint, filled, wrong? */
import { Select, TextArea, TextField } from './markup.tsx';

export const examples = [
  { name: 'empty', node: <TextField name="empty" label="Your name" /> },
  {
    name: 'hint and value',
    node: (
      <TextField
        name="filled"
        label="E-mail address"
        hint="Only the service you name will see it."
        type="email"
        value="a@example.org"
        autoComplete="off"
        width="half"
      />
    ),
  },
  {
    name: 'wrong',
    node: (
      <TextField
        name="wrong"
        label="Your code"
        isCode
        value="ABCD"
        error="A letter or number is missing. Compare it with what you saved."
        autoComplete="off"
      />
    ),
  },
  {
    name: 'several lines',
    node: <TextArea name="links" label="Links" hint="One on each line." rows={3} value={'https://photos.example/1'} />,
  },
  { name: 'several lines, wrong', node: <TextArea name="links-wrong" label="Links" error="Give a link, or say how to find it." /> },
  {
    name: 'choose one',
    node: (
      <Select
        name="service"
        label="Which service is it on?"
        placeholder="Choose a service"
        options={[{ value: 'forum', label: 'Harbour Photos' }]}
      />
    ),
  },
];
