/** How does she leave at once? First in tab order, by button or by Shift three times; a plain form where script does not run. */

export type ExitPageProps = {
  /** Shown on the button, such as "Leave now". */
  readonly words: string;
  /** Said to screen readers after the words: what the button does and the keys. */
  readonly explanation: string;
  /** Where the browser goes, in place of this page in its history. */
  readonly exitUrl: string;
  /** Ends the session on the server. */
  readonly action: string;
  /** Said in place of `explanation` where no script runs, and with it the keys and the other tabs. */
  readonly explanationWithoutScript: string;
  /** Of a page that shows an open case: where it goes when its session has ended by itself, after how long, and whom script asks whether it lives. */
  readonly openCase?: { readonly href: string; readonly idleMinutes: number; readonly stillOpenHref: string };
  /** The page says that the case is closed on this device: pages of it in other tabs go too. */
  readonly isCaseOver?: boolean;
};

export function ExitPage({ words, explanation, explanationWithoutScript, exitUrl, action, openCase, isCaseOver = false }: ExitPageProps) {
  return (
    <form
      class="exit-page"
      method="post"
      action={action}
      data-exit-url={exitUrl}
      data-open-case={openCase?.href}
      data-idle-minutes={openCase?.idleMinutes}
      data-still-open={openCase?.stillOpenHref}
      data-case-over={isCaseOver ? '' : undefined}
    >
      <button class="exit-page__button" type="submit" aria-describedby="exit-explanation">
        {words}
        <svg
          class="exit-page__arrow"
          aria-hidden="true"
          viewBox="0 0 20 20"
          width="18"
          height="18"
          fill="none"
          stroke="currentColor"
          stroke-width="2"
          stroke-linecap="round"
          stroke-linejoin="round"
        >
          <path d="M8 3H4v14h4M12 6l4 4-4 4M16 10H8" />
        </svg>
      </button>
      <span id="exit-explanation" class="visually-hidden">
        <span data-needs-script="">{explanation}</span>
        <span data-without-script="">{explanationWithoutScript}</span>
      </span>
    </form>
  );
}
