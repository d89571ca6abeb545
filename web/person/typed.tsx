/** How does she keep what she wrote and nobody took? In a box to copy from, with a word that it is kept nowhere. */
import { TextArea } from '../components/text-field/markup.tsx';
import { fieldNames } from './forms.ts';
import type { Words } from './words.ts';

export function Typed({ text, said }: { readonly text: string; readonly said: Pick<Words['left'], 'typed' | 'typedHint'> }) {
  return (
    <TextArea
      name={fieldNames.words}
      id="given-back"
      label={said.typed}
      hint={said.typedHint}
      value={text}
      rows={6}
      isReadOnly
      isOwnDirection
      autoComplete="off"
    />
  );
}
