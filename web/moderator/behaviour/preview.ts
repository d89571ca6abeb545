/** How does a picture come into view, and go again? By asking, or for as long as the button is held down; it is blurred again when the page is left out of sight. */

export function armPreviews(): void {
  for (const figure of document.querySelectorAll<HTMLElement>('[data-preview]')) armPreview(figure);
}

function armPreview(figure: HTMLElement): void {
  const picture = figure.querySelector<HTMLImageElement>('[data-part="picture"]');
  const finding = figure.querySelector<HTMLElement>('[data-part="finding"]');
  const button = figure.querySelector<HTMLButtonElement>('[data-action="show"]');
  if (!picture || !finding || !button) return;
  let isClear = button.getAttribute('aria-pressed') === 'true';

  /** What comes at once is not spoken of. */
  let patience: ReturnType<typeof setTimeout> | undefined;
  const awaitPicture = (): void => {
    clearTimeout(patience);
    patience = setTimeout(() => {
      finding.className = 'preview__finding';
      finding.textContent = figure.dataset['loadingWords'] ?? '';
    }, 400);
  };
  const look = (clear: boolean): void => {
    isClear = clear;
    awaitPicture();
    picture.src = (clear ? figure.dataset['clear'] : figure.dataset['blurred']) ?? '';
    picture.alt = (clear ? figure.dataset['clearWords'] : figure.dataset['blurredWords']) ?? '';
    button.setAttribute('aria-pressed', String(clear));
    button.textContent = (clear ? button.dataset['hideWords'] : button.dataset['showWords']) ?? '';
  };
  const sayFinding = async (): Promise<void> => {
    clearTimeout(patience);
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

  if (button.dataset['hold'] === undefined) button.addEventListener('click', () => look(!isClear));
  else armHolding(button, look);
  picture.addEventListener('load', sayFinding);
  picture.addEventListener('error', sayFinding);
  if (picture.complete) void sayFinding();
  else awaitPicture();
  // Nobody should come back to a tab and meet it unprepared.
  document.addEventListener('visibilitychange', () => {
    if (document.hidden && isClear) look(false);
  });
}

/** Shown while the button, or Space or Enter on it, is held down; anything else that ends the holding blurs it again. */
function armHolding(button: HTMLButtonElement, look: (clear: boolean) => void): void {
  const isKey = ({ key }: KeyboardEvent): boolean => key === ' ' || key === 'Enter';
  const letGo = (): void => {
    if (button.getAttribute('aria-pressed') === 'true') look(false);
  };
  button.addEventListener('pointerdown', (event) => {
    // A finger that is held down would open the browser's menu otherwise.
    button.setPointerCapture(event.pointerId);
    if (event.button === 0) look(true);
  });
  button.addEventListener('contextmenu', (event) => event.preventDefault());
  button.addEventListener('keydown', (event) => {
    if (!isKey(event)) return;
    event.preventDefault();
    if (!event.repeat) look(true);
  });
  button.addEventListener('keyup', (event) => {
    if (isKey(event)) letGo();
  });
  for (const end of ['pointerup', 'pointercancel', 'lostpointercapture', 'blur'] as const) button.addEventListener(end, letGo);
}
