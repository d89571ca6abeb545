/** What still has to be put right? The whole list at the top, and each sentence again beside its field. */

export type ErrorSummaryProps = {
  readonly heading: string;
  readonly intro?: string;
  /** `field` is the name of the field, which is its id on the page too. */
  readonly errors: readonly { readonly field?: string; readonly sentence: string }[];
};

export function ErrorSummary({ heading, intro, errors }: ErrorSummaryProps) {
  if (errors.length === 0) return null;
  return (
    <div class="error-summary" role="alert" tabindex={-1} data-focus-first="">
      <h2 class="error-summary__heading">{heading}</h2>
      {intro ? <p>{intro}</p> : null}
      <ul class="error-summary__list">
        {errors.map((error) => (
          <li>{error.field === undefined ? error.sentence : <a href={`#${error.field}`}>{error.sentence}</a>}</li>
        ))}
      </ul>
    </div>
  );
}

export type FieldErrorProps = {
  /** The field's id. */
  readonly name: string;
  readonly error?: string | undefined;
};

/** What a field or group of fields is described by where something is wrong with it; undefined otherwise. */
export const errorIdOf = (name: string, error: string | undefined): string | undefined => (error ? `${name}-error` : undefined);

export function FieldError({ name, error }: FieldErrorProps) {
  if (!error) return null;
  return (
    <p class="field-error" id={errorIdOf(name, error)}>
      {error}
    </p>
  );
}
