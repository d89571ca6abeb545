/** Would a link throw away what she filled in? Then she is asked first. The way out is no link and never asks. */

/** Whether something in it stands otherwise than as the page came. */
export function isFilledIn(form: HTMLFormElement): boolean {
  return [...form.elements].some((field) => {
    if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
    if (field instanceof HTMLSelectElement)
      return [...field.options].some((option) => option.selected !== option.defaultSelected && option.value !== '');
    if (!(field instanceof HTMLInputElement)) return false;
    if (field.type === 'file') return (field.files?.length ?? 0) > 0;
    return field.type === 'checkbox' || field.type === 'radio'
      ? field.checked !== field.defaultChecked
      : field.value !== field.defaultValue;
  });
}

/** Asks in the words of the form's own page before a link of it leads elsewhere. */
export function askBeforeLeaving(form: HTMLFormElement): void {
  const question = form.getAttribute('data-leaving');
  if (question === null) return;
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { origin, pathname } = link;
    const isElsewhere = /^https?:/.test(link.href) && (origin !== location.origin || pathname !== location.pathname);
    if (isElsewhere && isFilledIn(form) && !confirm(question)) event.preventDefault();
  });
}
