/** Can this be a code at all? Checked on her device, so that a slip is found without asking anyone. */
import { parseCaseCode } from '@likeness/casework';

const form = document.querySelector<HTMLFormElement>('[data-open-case-form]');
const input = form?.querySelector<HTMLInputElement>('#caseCode');

function sayBeside(field: HTMLInputElement, sentence: string): void {
  const id = `${field.id}-error`;
  let said = document.getElementById(id);
  if (said === null) {
    said = document.createElement('p');
    said.id = id;
    said.className = 'field-error';
    said.setAttribute('role', 'alert');
    field.before(said);
    field.parentElement?.classList.add('field--wrong');
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', `${field.getAttribute('aria-describedby') ?? ''} ${id}`.trim());
  }
  said.textContent = sentence;
  field.focus();
}

form?.addEventListener('submit', (event) => {
  if (!input) return;
  const parsed = parseCaseCode(input.value);
  if (parsed.ok) return;
  const sentences: Readonly<Record<string, string>> = JSON.parse(form.dataset['problems'] ?? '{}');
  event.preventDefault();
  // What the server said of the code before is no longer what is wrong.
  document.querySelector('.error-summary')?.remove();
  sayBeside(input, sentences[parsed.problem] ?? '');
});
