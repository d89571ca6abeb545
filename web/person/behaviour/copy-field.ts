/** How does a finished text get from its field into the form of another site? One press copies it; where the browser does not let a page copy, it is marked. */

/** Arms each button that names a field to copy; what came of it is said beside it. */
export function armCopyFields(): void {
  for (const row of document.querySelectorAll<HTMLElement>('[data-copy-field]')) {
    const field = document.getElementById(row.getAttribute('data-copy-field') ?? '');
    const status = row.querySelector('[role="status"]');
    if (!(field instanceof HTMLTextAreaElement) || status === null) continue;
    row.querySelector('button')?.addEventListener('click', async () => {
      const isCopied = await navigator.clipboard.writeText(field.value).then(
        () => true,
        () => false,
      );
      if (!isCopied) field.select();
      status.textContent = row.getAttribute(isCopied ? 'data-copied' : 'data-not-copied') ?? '';
    });
  }
}
