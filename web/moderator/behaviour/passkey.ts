/** How is a passkey asked for? At once when its page opens, and again by a button; the answer goes back as the page's form. */
import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';

async function answerTo(way: string | undefined, asked: string): Promise<unknown> {
  if (way === 'new') {
    const optionsJSON: PublicKeyCredentialCreationOptionsJSON = JSON.parse(asked);
    return startRegistration({ optionsJSON });
  }
  const optionsJSON: PublicKeyCredentialRequestOptionsJSON = JSON.parse(asked);
  return startAuthentication({ optionsJSON });
}

/** Arms the step page, where it is one. */
export function armPasskey(): void {
  const form = document.querySelector<HTMLFormElement>('[data-passkey]');
  const field = form?.querySelector<HTMLInputElement>('[name="answer"]');
  const status = form?.querySelector('[data-part="status"]');
  const again = form?.querySelector<HTMLButtonElement>('[data-action="again"]');
  if (!form || !field || !status || !again) return;
  const ask = async (): Promise<void> => {
    again.hidden = true;
    status.textContent = '';
    try {
      field.value = JSON.stringify(await answerTo(form.dataset['passkey'], form.dataset['options'] ?? ''));
      form.submit();
    } catch {
      status.textContent = 'No passkey was given. You can ask again, or take the other way below.';
      again.hidden = false;
    }
  };
  again.addEventListener('click', () => void ask());
  void ask();
}
