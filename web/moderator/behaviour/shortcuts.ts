/** What does a single key do? It goes where the list says, or to what the page has marked; it never sends a form. */
import { shortcuts } from '../shortcuts.ts';

export function armShortcuts(): void {
  if (document.querySelector('[data-shortcuts="off"]') !== null || document.querySelector('[data-shortcuts]') === null) return;
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return;
    const shortcut = shortcuts.find(({ key }) => key === event.key);
    if (shortcut === undefined) return;
    const marked = [...document.querySelectorAll<HTMLElement>(`[data-key="${shortcut.key}"]`)].filter((one) => one.checkVisibility());
    const [first] = marked;
    if (first !== undefined) {
      event.preventDefault();
      use(marked, first);
    } else if (shortcut.href !== null) {
      event.preventDefault();
      location.assign(shortcut.href);
    }
  });
}

/** A link is followed, a switch (one of several: the next one, in turn) is pressed, a field gets the focus. */
function use(marked: readonly HTMLElement[], first: HTMLElement): void {
  if (first instanceof HTMLInputElement) {
    first.focus();
    return;
  }
  const at = document.activeElement instanceof HTMLElement ? marked.indexOf(document.activeElement) : -1;
  const pressed = marked.findIndex((one) => one.getAttribute('aria-pressed') === 'true');
  const next = pressed >= 0 ? marked[pressed] : (marked[at + 1] ?? first);
  next?.focus();
  next?.click();
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type);
}
