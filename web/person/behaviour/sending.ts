/** May the form go now? Not while pictures are still being read, and not with the connection off: the browser would throw away all she typed. */

/** Whether the server can be reached at this moment; any answer counts. */
async function isConnected(): Promise<boolean> {
  if (!navigator.onLine) return false;
  try {
    await fetch('/', { method: 'HEAD', cache: 'no-store', credentials: 'omit' });
    return true;
  } catch {
    return false;
  }
}

/** Holds back the form's submission while `reason` gives one or the connection is off, and says why beside the button. */
export function guardSending(form: HTMLFormElement, reason: () => string | null): void {
  const notice = form.querySelector<HTMLElement>('[data-send-notice]');
  const text = notice?.querySelector('[data-part="text"]');
  let isSending = false;

  const say = (sentence: string): void => {
    if (!notice || !text) return;
    notice.hidden = sentence === '';
    text.textContent = sentence;
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
    if (await isConnected()) {
      say('');
      form.submit();
    } else {
      say(notice?.getAttribute('data-offline') ?? '');
    }
    isSending = false;
  });
}
