/** How does the secret get from the address to the server without staying in the history, and what is wrong with a PIN before it is sent? The secret is read from after the `#`, taken out of the address, posted. */
import { sayAtField, wrongIn } from '../behaviour/wrong-at-field.ts';

const form = document.querySelector<HTMLFormElement>('[data-follow-form]');
const field = form?.querySelector<HTMLInputElement>('#secret');
const secret = location.hash.slice(1);

if (form && field && secret !== '') {
  history.replaceState(null, '', location.pathname);
  const status = document.querySelector('[data-follow-status]');
  if (status) status.textContent = status.getAttribute('data-opening');
  field.value = secret;
  form.hidden = true;
  form.submit();
}

const code = document.querySelector<HTMLFormElement>('[data-said-before-sent]');
code?.addEventListener('submit', (event) => {
  // Said once; pressed again it goes, for the server says the same.
  const [first, ...others] = wrongIn(code).filter(({ sentence }) => sentence.hidden);
  if (first === undefined) return;
  event.preventDefault();
  for (const each of [first, ...others]) sayAtField(each);
  first.control.focus();
});
