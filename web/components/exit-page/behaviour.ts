/** What happens when she leaves: the page is blank at once, the server ends the session, and the browser goes elsewhere in place of this page. */

const PRESSES = 3;
const WITHIN_MS = 5000;

/**
 * Counts presses of Shift alone. Typing a capital letter holds Shift with another key, so it never counts.
 * `now` is in milliseconds; the answer says whether the count is reached.
 */
export function shiftCounter() {
  let pressedAt: number[] = [];
  let isAlone = false;
  return {
    keyDown(key: string, isRepeat: boolean): void {
      if (isRepeat) return;
      isAlone = key === 'Shift';
      if (key !== 'Shift') pressedAt = [];
    },
    keyUp(key: string, now: number): boolean {
      if (key !== 'Shift' || !isAlone) return false;
      isAlone = false;
      pressedAt = [...pressedAt.filter((at) => now - at < WITHIN_MS), now];
      return pressedAt.length >= PRESSES;
    },
  };
}

function leave(action: string, exitUrl: string): void {
  document.documentElement.classList.add('is-leaving');
  document.body.replaceChildren();
  document.title = '\u00a0';
  // A form's locked answers stand there (docs/decisions/0017-reload.md); this entry is replaced below, but perhaps not while the connection is off.
  history.replaceState(null, '');
  try {
    // `keepalive` lets the request finish after the page is gone; the answer clears cookie and storage.
    void fetch(action, { method: 'POST', keepalive: true, credentials: 'same-origin' }).catch(() => undefined);
  } catch {
    navigator.sendBeacon(action);
  }
  // Not `href`: that would leave this page behind Back.
  location.replace(exitUrl);
}

/** Arms every way out on the page. */
export function armExit(): void {
  const form = document.querySelector<HTMLFormElement>('form.exit-page');
  const exitUrl = form?.getAttribute('data-exit-url');
  if (!form || !exitUrl) return;
  const action = form.action;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    leave(action, exitUrl);
  });
  const counter = shiftCounter();
  addEventListener('keydown', (event) => counter.keyDown(event.key, event.repeat), { capture: true });
  addEventListener(
    'keyup',
    (event) => {
      if (counter.keyUp(event.key, event.timeStamp)) leave(action, exitUrl);
    },
    { capture: true },
  );
  // A page kept in memory by the browser would come back as it was: load it anew, so that the server decides what is shown.
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    document.documentElement.classList.add('is-leaving');
    location.reload();
  });
}
