/** What do copy, print and save do with the code? None of them leaves anything on the page or in the browser. */

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function saveText(text: string, fileName: string): void {
  const address = URL.createObjectURL(new Blob([`${text}\n`], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser has begun its own copy by the next turn of the event loop.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}

function selectText(element: Element): void {
  getSelection()?.selectAllChildren(element);
}

function printOnly(): void {
  document.documentElement.classList.add('is-printing-code');
  addEventListener('afterprint', () => document.documentElement.classList.remove('is-printing-code'), { once: true });
  print();
}

/** Arms the buttons under each code on the page. */
export function armCodeDisplays(): void {
  for (const display of document.querySelectorAll<HTMLElement>('[data-code-display]')) {
    const code = display.querySelector('[data-part="code"]');
    const status = display.querySelector('[data-part="status"]');
    if (!code || !status) continue;
    display.addEventListener('click', async (event) => {
      const action = event.target instanceof Element ? event.target.closest('[data-action]')?.getAttribute('data-action') : undefined;
      if (action === 'copy') {
        const isCopied = await copyText(code.textContent ?? '');
        if (!isCopied) selectText(code);
        status.textContent = (isCopied ? display.getAttribute('data-copied') : display.getAttribute('data-not-copied')) ?? '';
      } else if (action === 'save') {
        saveText(code.textContent ?? '', display.getAttribute('data-file-name') ?? 'note.txt');
        status.textContent = display.getAttribute('data-saved') ?? '';
      } else if (action === 'print') {
        printOnly();
      }
    });
  }
}

/** Shows this code in place of the one that a page came with. */
export function showCode(text: string): void {
  for (const code of document.querySelectorAll('[data-code-display] [data-part="code"]')) {
    if (text === '' || code.textContent === text) continue;
    const groups = text.split('-').map((group) => {
      const span = document.createElement('span');
      span.textContent = group;
      return span;
    });
    code.replaceChildren(...groups.flatMap((group, index) => (index > 0 ? ['-', group] : [group])));
  }
}
