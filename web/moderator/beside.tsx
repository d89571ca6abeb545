/** What beside the picture does a removal act on? One choice for each title, link and account, with what is done and why in it; nothing is chosen before somebody chooses. */
import { type AlsoAct, type AlsoKind, type AlsoRuled, actsOn } from '@likeness/casework';
import { FieldError } from '../components/errors/markup.tsx';
import { alsoValue, fieldNames } from './fields.ts';
import type { AlsoOnPage } from './model.ts';
import { addressText } from './visible-text.ts';

export const besideWords: Readonly<Record<AlsoKind, string>> = { text: 'Title and words', link: 'Link', account: 'Account' };

const leftWords: Readonly<Record<AlsoKind, string>> = { text: 'Leave them', link: 'Leave it', account: 'Leave it' };
export const actWords: Readonly<Record<AlsoKind, Readonly<Record<AlsoAct, string>>>> = {
  text: { remove: 'Remove them', restrict: 'Hide them until the service has looked' },
  link: { remove: 'Remove it', restrict: 'Hide it until the service has looked' },
  account: { remove: '', restrict: 'Suspend it until the service has looked' },
};

export type BesideProps = {
  readonly beside: readonly AlsoOnPage[];
  readonly entered: readonly AlsoRuled[];
  readonly error: string | undefined;
};

export function Beside({ beside, entered, error }: BesideProps) {
  if (beside.length === 0) return null;
  return (
    <details class="details details--slim" open={error !== undefined || entered.length > 0}>
      <summary class="details__summary">Act on the words, a link or the account, too</summary>
      <div class="details__body">
        <fieldset class="beside" aria-describedby="beside-hint">
          <legend class="visually-hidden">Beside the picture</legend>
          <p class="field__hint" id="beside-hint">
            Only together with a removal. Each is told to the service by itself, with its own reason, and whoever posted it can complain
            about it alone.
          </p>
          <FieldError name={fieldNames.also} error={error} />
          {beside.map((one, index) => (
            <Choice one={one} id={index === 0 ? fieldNames.also : `${fieldNames.also}-${index}`} entered={entered} />
          ))}
        </fieldset>
      </div>
    </details>
  );
}

function Choice({ one, id, entered }: { readonly one: AlsoOnPage; readonly id: string; readonly entered: readonly AlsoRuled[] }) {
  const { kind, contentId, link, grounds } = one;
  const options = actsOn[kind].flatMap((act) =>
    grounds.map(({ key, label }) => ({ ruled: { kind, contentId, link, act, ground: key }, words: `${actWords[kind][act]}: ${label}` })),
  );
  const chosen = entered.map(alsoValue);
  return (
    <div class="beside__one">
      <label class="beside__label" for={id}>
        {besideWords[kind]} <span class="quiet">of</span> <bdi>{addressText(contentId)}</bdi>
      </label>
      <p class="beside__what">
        <What one={one} />
      </p>
      <select class="beside__select" id={id} name={fieldNames.also} autocomplete="off">
        <option value="">{leftWords[kind]}</option>
        {options.map(({ ruled, words }) => (
          <option value={alsoValue(ruled)} selected={chosen.includes(alsoValue(ruled))}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

function What({ one: { text, link, uploaderRef } }: { readonly one: AlsoOnPage }) {
  if (text !== null) return <q class="kept-lines beside__text">{text}</q>;
  return (
    <code class="code-text">
      <bdi>{addressText(link ?? uploaderRef ?? '')}</bdi>
    </code>
  );
}

/** What was chosen, in one line each. */
export function alsoSentence({ kind, contentId, link, act, ground }: AlsoRuled, grounds: AlsoOnPage['grounds']): string {
  const label = grounds.find((one) => one.kind === kind && one.key === ground)?.label ?? ground;
  return `${besideWords[kind]} of ${contentId}${link === null ? '' : ` (${addressText(link)})`}: ${actWords[kind][act]}: ${label}`;
}
