/** Where can words be typed? One line or several, each with its label, a hint that says why we ask, and room for what is wrong. */
import { directionOf, type Language } from '@likeness/casework';
import type { ComponentChildren, JSX } from 'preact';
import { FieldError } from '../errors/markup.tsx';

type Shared = {
  /** The field's name in the form, and its id unless one is given. */
  readonly name: string;
  /** Where one page holds two fields of the same name. */
  readonly id?: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  /** What is wrong and what to do, in one sentence. */
  readonly error?: string | undefined;
  readonly value?: string | undefined;
  readonly maxLength?: number;
  /** `off` where the browser must not remember what is typed. */
  readonly autoComplete?: string;
  readonly spellCheck?: boolean;
};

export type TextFieldProps = Shared & {
  readonly type?: 'text' | 'email' | 'tel' | 'password' | 'date';
  readonly inputMode?: 'text' | 'numeric' | 'email' | 'tel' | 'url';
  readonly autoCapitalize?: 'none' | 'characters' | 'words';
  /** How wide the field looks, as a promise of how much to type. */
  readonly width?: 'full' | 'half' | 'short';
  /** Never repeated elsewhere on the page, such as in a summary. */
  readonly isSecret?: boolean;
  /** Set in the fixed-width face: codes. */
  readonly isCode?: boolean;
  /**
   * What it has to look like (as in `pattern`), and the sentence that is said where what stands there does not; with `isSaidByScript` the page holds it for
   * what is typed, too. It keeps nothing from being sent.
   */
  readonly shape?: {
    readonly pattern: string;
    readonly sentence: string;
    readonly isSaidByScript: boolean;
  } /** The sentence for a secret that is among the first guesses of anybody, held by the page for script to say. It keeps nothing from being sent. */;
  readonly saidWhenSoonGuessed?: string;
};

const describedBy = (id: string, hint: unknown, error: unknown): string | undefined =>
  [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter((each) => each !== '').join(' ') || undefined;

function Label({ id, label, hint, error }: Pick<Shared, 'label' | 'hint' | 'error'> & { readonly id: string }) {
  return (
    <>
      <label class="field__label" for={id}>
        {label}
      </label>
      {hint ? (
        <div class="field__hint" id={`${id}-hint`}>
          {hint}
        </div>
      ) : null}
      <FieldError name={id} error={error} />
    </>
  );
}

/** The element's own types differ by `type`, so each is written out. */
function inputOfType(
  type: NonNullable<TextFieldProps['type']>,
  attributes: Omit<JSX.IntrinsicElements['input'], 'type' | 'role' | 'list'>,
) {
  switch (type) {
    case 'email':
      return <input {...attributes} type="email" />;
    case 'tel':
      return <input {...attributes} type="tel" />;
    case 'password':
      return <input {...attributes} type="password" />;
    case 'date':
      return <input {...attributes} type="date" />;
    case 'text':
      return <input {...attributes} type="text" />;
  }
}

export function TextField(props: TextFieldProps) {
  const { name, id = name, label, hint, error, value, type = 'text', width = 'full', isCode = false, shape } = props;
  const given = value?.trim() ?? '';
  const isMisshapen = shape !== undefined && given !== '' && !new RegExp(`^(?:${shape.pattern})$`, 'v').test(given);
  const isWrong = Boolean(error) || isMisshapen;
  const described = [describedBy(id, hint, error) ?? '', isMisshapen && shape.sentence !== error ? `${id}-shape` : '']
    .filter((each) => each !== '')
    .join(' ');
  return (
    <div class={`field${isWrong ? ' field--wrong' : ''}`}>
      <Label id={id} label={label} hint={hint} error={error} />
      {shape === undefined || shape.sentence === error || !(isMisshapen || shape.isSaidByScript) ? null : (
        <p class="field-error" id={`${id}-shape`} hidden={!isMisshapen} data-shape-of={id}>
          {shape.sentence}
        </p>
      )}
      {props.saidWhenSoonGuessed === undefined || props.saidWhenSoonGuessed === error ? null : (
        <p class="field-error" id={`${id}-guessed`} hidden data-soon-guessed-of={id}>
          {props.saidWhenSoonGuessed}
        </p>
      )}
      {inputOfType(type, {
        class: `field__input field__input--${width}${isCode ? ' field__input--code' : ''}`,
        id,
        name,
        value,
        inputmode: props.inputMode,
        maxlength: props.maxLength,
        pattern: shape?.pattern,
        autocomplete: props.autoComplete,
        autocapitalize: props.autoCapitalize,
        spellcheck: props.spellCheck,
        // Codes, addresses and numbers run from left to right in every language.
        dir: isCode || type === 'email' || type === 'tel' ? 'ltr' : undefined,
        'aria-describedby': described || undefined,
        'aria-invalid': isWrong ? 'true' : undefined,
        ...(props.isSecret === true ? { 'data-secret': '' } : {}),
      })}
    </div>
  );
}

export type TextAreaProps = Shared & {
  readonly rows?: number;
  /** To be read and copied. */
  readonly isReadOnly?: boolean;
  /** Of what stands in it, where the page speaks another. */
  readonly language?: Language;
  /** What is typed there runs in its own direction: names of accounts, links. */
  readonly isOwnDirection?: boolean;
};

export function TextArea(props: TextAreaProps) {
  const { name, id = name, label, hint, error, value, rows = 4 } = props;
  return (
    <div class={`field${error ? ' field--wrong' : ''}`}>
      <Label id={id} label={label} hint={hint} error={error} />
      <textarea
        class="field__input field__input--full"
        id={id}
        name={name}
        rows={rows}
        maxlength={props.maxLength}
        readonly={props.isReadOnly}
        lang={props.language}
        dir={props.isOwnDirection === true ? 'auto' : props.language === undefined ? undefined : directionOf(props.language)}
        autocomplete={props.autoComplete}
        spellcheck={props.spellCheck}
        aria-describedby={describedBy(id, hint, error)}
        aria-invalid={error ? 'true' : undefined}
      >
        {value}
      </textarea>
    </div>
  );
}

export type SelectProps = Shared & {
  /** The first entry when nothing is chosen yet. */
  readonly placeholder: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
};

export function Select(props: SelectProps) {
  const { name, id = name, label, hint, error, value } = props;
  return (
    <div class={`field${error ? ' field--wrong' : ''}`}>
      <Label id={id} label={label} hint={hint} error={error} />
      <select
        class="field__input field__input--half"
        id={id}
        name={name}
        autocomplete={props.autoComplete}
        aria-describedby={describedBy(id, hint, error)}
        aria-invalid={error ? 'true' : undefined}
      >
        <option value="">{props.placeholder}</option>
        {props.options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
