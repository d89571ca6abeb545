/** May the form go now? Not while pictures are still being read, and not while the server is out of reach: the browser would throw away all she typed. */

/** What keeps the form from arriving at this moment. A proxy answers 5xx while the server behind it is down. */
async function obstacle(): Promise<'offline' | 'unreachable' | null> {
  if (!navigator.onLine) return 'offline';
  try {
    const { status } = await fetch('/', { method: 'HEAD', cache: 'no-store', credentials: 'omit' });
    return status < 500 ? null : 'unreachable';
  } catch {
    return navigator.onLine ? 'unreachable' : 'offline';
  }
}

/** Enter in a field of one line sends a form; here that would be half-way through. Only the button sends it. */
export function sendOnlyByButton(form: HTMLFormElement): void {
  form.addEventListener('keydown', (event) => {
    const isOneLine = event.target instanceof HTMLInputElement && !['file', 'submit', 'button'].includes(event.target.type);
    if (event.key === 'Enter' && !event.isComposing && isOneLine) event.preventDefault();
  });
}

/** Holds back the form's submission while `reason` gives one or the server is out of reach, and says why beside the button. `ready` is waited for before it goes. */
export function guardSending(form: HTMLFormElement, reason: () => string | null, ready: () => Promise<void>): void {
  const notice = form.querySelector<HTMLElement>('[data-send-notice]');
  let isSending = false;
  /** Which of several buttons it was: older browsers do not say so with the event. */
  let pressed: HTMLButtonElement | null = null;
  form.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    if (button?.type === 'submit') pressed = button;
  });

  const say = (sentence: string): void => {
    const box = document.createElement('p');
    box.className = 'notice notice--care';
    box.textContent = sentence;
    notice?.replaceChildren(...(sentence === '' ? [] : [box]));
  };
  const sentenceFor = (what: string): string => notice?.getAttribute(`data-${what}`) ?? '';

  /** Sends the form as its button would: by script no button is in it. */
  const send = ({ name, value }: Pick<HTMLButtonElement, 'name' | 'value'>): void => {
    const said = document.createElement('input');
    Object.assign(said, { type: 'hidden', name, value });
    if (name !== '') form.append(said);
    form.submit();
    said.remove();
  };

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (isSending) return;
    const waitFor = reason();
    if (waitFor !== null) {
      say(waitFor);
      return;
    }
    isSending = true;
    const by = pressed ?? { name: '', value: '' };
    say(sentenceFor(by.name === '' ? 'sending' : `sending-${by.name}`));
    const found = await obstacle();
    if (found === null) await ready();
    if (found === null) send(by);
    else say(sentenceFor(found));
    isSending = false;
  });
}
