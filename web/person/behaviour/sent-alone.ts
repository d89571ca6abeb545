/** Would sending one form of her case throw away what she typed in another? Then it is said before it goes, once: pressed again, it goes. */
import { isFilledIn } from './leaving-the-form.ts';

/** The form in which this stands, and the request that it is of. */
function placeOf(said: HTMLElement): { readonly form: HTMLFormElement | null; readonly request: Element | null } {
  return { form: said.closest('form'), request: said.closest('section.request') };
}

export function holdFormsSentAlone(): void {
  const all = [...document.querySelectorAll<HTMLElement>('[data-alone]')];
  for (const said of all) {
    const { form, request } = placeOf(said);
    form?.addEventListener('submit', (event) => {
      if (said.textContent !== '') return;
      const isOneLost = all.some((other) => {
        const at = placeOf(other);
        if (at.form === null || at.form === form) return false;
        // What was not taken of another request stands there as the page came.
        return isFilledIn(at.form) || (at.request !== request && other.hasAttribute('data-given-back'));
      });
      if (!isOneLost) return;
      event.preventDefault();
      said.textContent = said.getAttribute('data-alone');
    });
  }
}
