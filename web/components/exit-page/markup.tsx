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
};

export function ExitPage({ words, explanation, exitUrl, action }: ExitPageProps) {
  return (
    <form class="exit-page" method="post" action={action} data-exit-url={exitUrl}>
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
        {explanation}
      </span>
    </form>
  );
}
