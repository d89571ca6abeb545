/** What does the button beside a text do? Copies it, or selects it where the browser does not let a page copy. */

/** Arms every copy button on the page. */
export function armCopyTexts(): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-copy-text]')) {
    const text = part.querySelector('[data-part="text"]');
    const status = part.querySelector('[data-part="status"]');
    const button = part.querySelector('[data-action="copy"]');
    if (!text || !status || !button) continue;
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(text.textContent ?? '');
        status.textContent = 'Copied';
      } catch {
        getSelection()?.selectAllChildren(text);
        status.textContent = 'Selected';
      }
    });
  }
}
