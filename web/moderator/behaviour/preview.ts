/** How does a picture come into view, and go again? By asking; it is blurred again when the page is left out of sight. */

export function armPreviews(): void {
  for (const figure of document.querySelectorAll<HTMLElement>('[data-preview]')) armPreview(figure);
}

function armPreview(figure: HTMLElement): void {
  const picture = figure.querySelector<HTMLImageElement>('[data-part="picture"]');
  const finding = figure.querySelector<HTMLElement>('[data-part="finding"]');
  const button = figure.querySelector<HTMLButtonElement>('[data-action="show"]');
  if (!picture || !finding || !button) return;
  let isClear = button.getAttribute('aria-pressed') === 'true';

  const look = (clear: boolean): void => {
    isClear = clear;
    picture.src = (clear ? figure.dataset['clear'] : figure.dataset['blurred']) ?? '';
    picture.alt = (clear ? figure.dataset['clearWords'] : figure.dataset['blurredWords']) ?? '';
    button.setAttribute('aria-pressed', String(clear));
    button.textContent = (clear ? button.dataset['hideWords'] : button.dataset['showWords']) ?? '';
  };
  const sayFinding = async (): Promise<void> => {
    try {
      const answer = await fetch(figure.dataset['finding'] ?? '', { headers: { accept: 'text/plain' }, redirect: 'error' });
      if (answer.status !== 200) return;
      const [tone = '', sentence = ''] = (await answer.text()).split('\n');
      finding.className = `preview__finding preview__finding--${tone}`;
      if (finding.textContent !== sentence) finding.textContent = sentence;
    } catch {
      // Without an answer the picture, or what stands in its place, speaks for itself.
    }
  };

  button.addEventListener('click', () => look(!isClear));
  picture.addEventListener('load', sayFinding);
  picture.addEventListener('error', sayFinding);
  if (picture.complete) void sayFinding();
  // Nobody should come back to a tab and meet it unprepared.
  document.addEventListener('visibilitychange', () => {
    if (document.hidden && isClear) look(false);
  });
}
