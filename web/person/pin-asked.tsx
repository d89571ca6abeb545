/** How is the PIN asked for where something is about to end, and what leads back from there to her case? */
import { ButtonLink } from '../components/button/markup.tsx';
import { TextField } from '../components/text-field/markup.tsx';
import { fieldLimits, fieldNames } from './forms.ts';
import type { FieldProblem } from './model.ts';
import { paths } from './paths.ts';
import { useSpeech } from './speech.ts';

export function PinField({ problems = [], hint }: { readonly problems?: readonly FieldProblem[] | undefined; readonly hint?: string }) {
  const { words } = useSpeech();
  return (
    <TextField
      name={fieldNames.pin}
      label={words.withdraw.pin}
      hint={hint}
      error={problems.find((problem) => problem.field === fieldNames.pin)?.sentence}
      maxLength={fieldLimits.pin}
      width="short"
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
    />
  );
}

export function BackToCase({ words }: { readonly words: string }) {
  const { to } = useSpeech();
  return (
    <ButtonLink href={to(paths.case)} look="quiet">
      {words}
    </ButtonLink>
  );
}
