/** How does the secret get from the address to the server without staying in the history? Read from after the `#`, taken out of the address, posted. */

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
