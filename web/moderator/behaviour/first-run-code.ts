/** How does the one-time code get from the link into its field? From the fragment, which no server sees; then it leaves the address and the history. */
import { fieldNames } from '../fields.ts';

export function takeFirstRunCode(): void {
  const field = document.querySelector<HTMLInputElement>(
    `form:is([action$="/first-run"], [action$="/password"]) input[name="${fieldNames.code}"]`,
  );
  const code = location.hash.slice(1);
  if (!field || code === '' || document.getElementById(code) !== null) return;
  field.value = code;
  history.replaceState(null, '', location.pathname + location.search);
}
