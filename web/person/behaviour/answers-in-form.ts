/** Which answers stand in a form, so that they can be put back into the same form when the page is loaded again? Never her PIN, nor a token of her session. */

export interface FormAnswers {
  /** Names and values, as the form would post them; of boxes those that are ticked. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** A PIN stood there. It is not among the fields. */
  readonly hadPin: boolean;
}

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const isChoice = (field: Field): field is HTMLInputElement =>
  field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox');

/** What she filled in, her code, and her fingerprints; hidden fields hold the rest of what a page is, which its next loading says anew. */
function isHers(field: Element): field is Field {
  if (field instanceof HTMLSelectElement || field instanceof HTMLTextAreaElement) return field.name !== '';
  if (!(field instanceof HTMLInputElement) || field.name === '') return false;
  if (field.type === 'hidden') return field.hasAttribute('data-kept');
  return !['file', 'submit', 'button', 'reset', 'image', 'password'].includes(field.type) && !field.hasAttribute('data-secret');
}

const pinOf = (form: HTMLFormElement): HTMLInputElement | null => form.querySelector<HTMLInputElement>('input[data-secret]');

/** Reads them. */
export function answersIn(form: HTMLFormElement): FormAnswers {
  const fields = [...form.elements].filter(isHers).filter((field) => !isChoice(field) || field.checked);
  const hasPin = (pinOf(form)?.value ?? '') !== '';
  return { fields: fields.map(({ name, value }) => [name, value]), hadPin: hasPin || form.hasAttribute('data-had-pin') };
}

/** Puts them back in place of what the page came with. A field that they do not know stays as it came. */
export function fillIn(form: HTMLFormElement, { fields, hadPin }: FormAnswers): void {
  for (const field of [...form.elements].filter(isHers)) {
    const given = fields.filter(([name]) => name === field.name).map(([, value]) => value);
    if (isChoice(field)) field.checked = given.includes(field.value);
    else if (given[0] !== undefined) {
      field.value = given[0];
      // What she had opened and filled in stands open again.
      if (given[0] !== '') field.closest('details')?.setAttribute('open', '');
    }
  }
  if (hadPin && pinOf(form)?.value === '') askForPinAgain(form);
}

/** Says beside the PIN that it has to be typed once more, until she has. */
function askForPinAgain(form: HTMLFormElement): void {
  const note = form.querySelector<HTMLElement>('[data-pin-again]');
  if (note === null) return;
  form.setAttribute('data-had-pin', '');
  note.hidden = false;
  const pin = pinOf(form);
  pin?.setAttribute('aria-describedby', `${pin.getAttribute('aria-describedby') ?? ''} ${note.id}`.trim());
  pinOf(form)?.addEventListener('input', () => form.removeAttribute('data-had-pin'), { once: true });
}

/** The sentence for whoever sends without the PIN that she had chosen, said once; null otherwise. */
export function pinToTypeAgain(form: HTMLFormElement): string | null {
  if (!form.hasAttribute('data-had-pin')) return null;
  form.removeAttribute('data-had-pin');
  return form.querySelector('[data-pin-again]')?.textContent ?? null;
}

/** What was put away by an earlier page; null for anything else. */
export function answersFrom(given: unknown): FormAnswers | null {
  if (typeof given !== 'object' || given === null || !('fields' in given) || !Array.isArray(given.fields)) return null;
  const isPair = (each: unknown): each is readonly [string, string] =>
    Array.isArray(each) && each.length === 2 && each.every((part) => typeof part === 'string');
  return given.fields.every(isPair) ? { fields: given.fields, hadPin: 'hadPin' in given && given.hadPin === true } : null;
}
