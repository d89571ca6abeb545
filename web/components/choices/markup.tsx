/** What can be chosen? One of several (radio group) or yes by a tick (checkbox). Nothing is ever ticked beforehand. */
import type { ComponentChildren } from 'preact';
import { FieldError } from '../errors/markup.tsx';

export type RadioGroupProps = {
  readonly name: string;
  readonly legend: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly error?: string | undefined;
  /** What she chose before, when the page comes back. Never a default. */
  readonly value?: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: ComponentChildren; readonly hint?: ComponentChildren }[];
};

export function RadioGroup({ name, legend, hint, error, value, options }: RadioGroupProps) {
  const described = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter((id) => id !== '').join(' ') || undefined;
  return (
    <fieldset class={`choices${error ? ' choices--wrong' : ''}`} aria-describedby={described}>
      <legend class="choices__legend">{legend}</legend>
      {hint ? (
        <div class="field__hint" id={`${name}-hint`}>
          {hint}
        </div>
      ) : null}
      <FieldError name={name} error={error} />
      {options.map((option, index) => {
        // The first choice carries the group's name as id, so that the list of what to check can lead to it.
        const id = index === 0 ? name : `${name}-${option.value}`;
        return (
          <div class="choice">
            <input
              class="choice__input"
              type="radio"
              id={id}
              name={name}
              value={option.value}
              checked={option.value === value}
              aria-describedby={option.hint ? `${id}-choice-hint` : undefined}
            />
            <label class="choice__label" for={id}>
              {option.label}
            </label>
            {option.hint ? (
              <div class="choice__hint" id={`${id}-choice-hint`}>
                {option.hint}
              </div>
            ) : null}
          </div>
        );
      })}
    </fieldset>
  );
}

export type CheckboxProps = {
  readonly name: string;
  /** Where one page holds two fields of the same name. */
  readonly id?: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly error?: string | undefined;
  /** What she ticked before, when the page comes back. Never a default. */
  readonly isTicked?: boolean;
  /** What a tick says. */
  readonly value?: string;
};

export function Checkbox({ name, id = name, label, hint, error, isTicked = false, value = 'yes' }: CheckboxProps) {
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter((each) => each !== '').join(' ') || undefined;
  return (
    <div class={`choices${error ? ' choices--wrong' : ''}`}>
      <FieldError name={id} error={error} />
      <div class="choice">
        <input
          class="choice__input"
          type="checkbox"
          id={id}
          name={name}
          value={value}
          checked={isTicked}
          aria-describedby={described}
          aria-invalid={error ? 'true' : undefined}
        />
        <label class="choice__label" for={id}>
          {label}
        </label>
        {hint ? (
          <div class="choice__hint" id={`${id}-hint`}>
            {hint}
          </div>
        ) : null}
      </div>
    </div>
  );
}
