/** What happens when she leaves: the page and every other tab of this site are blank at once, the server ends the session, and the browser goes elsewhere in place of them. */

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

/** What the tabs of this site tell each other. It carries nothing but this one word, and is kept nowhere. */
type Word = 'left' | 'case-used' | 'case-over';

const wordIn = (said: unknown): Word | null => (said === 'left' || said === 'case-used' || said === 'case-over' ? said : null);

/** Said on the window when the server has just heard from this page: its session's idle time starts again. */
export const sessionUsed = 'session-used';

/** Words to and from the other tabs; in a browser without such a channel nobody hears them. */
function otherTabs(hear: (word: Word) => void): (word: Word) => void {
  if (!('BroadcastChannel' in globalThis)) return () => {};
  const channel = new BroadcastChannel('tabs');
  channel.addEventListener('message', ({ data }) => {
    const word = wordIn(data);
    if (word !== null) hear(word);
  });
  return (word) => channel.postMessage(word);
}

function goBlank(to: string): void {
  document.documentElement.classList.add('is-leaving');
  document.body.replaceChildren();
  document.title = '\u00a0';
  // A form's locked answers stand there (docs/decisions/0017-reload.md); this entry is replaced below, but perhaps not while the connection is off.
  history.replaceState(null, '');
  // Not `href`: that would leave this page behind Back.
  location.replace(to);
}

function endSession(action: string): void {
  try {
    // `keepalive` lets the request finish after the page is gone; the answer clears cookie and storage.
    void fetch(action, { method: 'POST', keepalive: true, credentials: 'same-origin' }).catch(() => undefined);
  } catch {
    navigator.sendBeacon(action);
  }
}

/** Arms every way out on the page. */
export function armExit(): void {
  const form = document.querySelector<HTMLFormElement>('form.exit-page');
  const exitUrl = form?.getAttribute('data-exit-url');
  if (!form || !exitUrl) return;
  const action = form.action;
  const openCase = form.hasAttribute('data-open-case') ? watchOpenCase(form) : null;
  const tell = otherTabs((word) => {
    if (word === 'left') goBlank(exitUrl);
    else if (word === 'case-used') openCase?.used();
    else openCase?.end();
  });
  openCase?.begin(() => tell('case-used'));
  addEventListener(sessionUsed, () => {
    openCase?.used();
    tell('case-used');
  });
  if (form.hasAttribute('data-case-over')) tell('case-over');
  const leave = (): void => {
    tell('left');
    endSession(action);
    goBlank(exitUrl);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    leave();
  });
  const counter = shiftCounter();
  addEventListener('keydown', (event) => counter.keyDown(event.key, event.repeat), { capture: true });
  addEventListener(
    'keyup',
    (event) => {
      if (counter.keyUp(event.key, event.timeStamp)) leave();
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

/** While she writes, the server is told so often that her case is in use. */
const renewalMs = 4 * 60_000;
/** The server counts from an earlier moment than the page that it sent: this much later its session has surely ended. */
const marginMs = 5000;

interface OpenCase {
  /** `tell` says to the other tabs that the case was used here, just now. */
  begin(tell: () => void): void;
  /** The case was used in another tab: one session serves both. */
  used(): void;
  end(): void;
}

/**
 * Blanks a page of an open case when the server has ended its session: once nobody has loaded a page of it, or written in one, in any tab for as long as
 * `data-idle-minutes` says. The page counts for itself, because to ask would be use.
 */
function watchOpenCase(form: HTMLFormElement): OpenCase {
  const idleMs = Number(form.getAttribute('data-idle-minutes')) * 60_000 + marginMs;
  const caseHref = form.getAttribute('data-open-case') ?? '/';
  const askHref = form.getAttribute('data-still-open') ?? '';
  let usedAt = Date.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsking = false;
  // In place of this page comes the one that says what happened, in which nothing of the case stands.
  const end = (): void => goBlank(caseHref);
  const check = (): void => {
    clearTimeout(timer);
    const left = usedAt + idleMs - Date.now();
    if (left <= 0) end();
    else timer = setTimeout(check, left);
  };
  const used = (): void => {
    usedAt = Date.now();
    check();
  };
  const renew = async (tell: () => void): Promise<void> => {
    if (isAsking || Date.now() - usedAt < renewalMs) return;
    isAsking = true;
    try {
      const answer = await fetch(askHref, { method: 'POST', cache: 'no-store', credentials: 'same-origin' });
      if (answer.status === 410) end();
      else if (answer.ok) {
        used();
        tell();
      }
    } catch {
      // The line is gone: the count goes on, and the next letter asks again.
    } finally {
      isAsking = false;
    }
  };
  return {
    begin(tell) {
      tell();
      check();
      addEventListener('input', () => void renew(tell));
      // A device that slept has not counted.
      document.addEventListener('visibilitychange', check);
      addEventListener('focus', check);
    },
    used,
    end,
  };
}
