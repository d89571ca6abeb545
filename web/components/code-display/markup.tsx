/** How does she keep a code that nobody can give her again? Shown in groups, to copy, print or save under a neutral name. */

export type CodeDisplayProps = {
  readonly label: string;
  /** As it is written down, with its groups. */
  readonly code: string;
  readonly words: {
    readonly copy: string;
    readonly copied: string;
    /** When the browser does not let a page copy. */
    readonly notCopied: string;
    readonly print: string;
    readonly save: string;
    readonly saved: string;
    /** Neutral, such as `note.txt`. */
    readonly fileName: string;
  };
};

export function CodeDisplay({ label, code, words }: CodeDisplayProps) {
  return (
    <div
      class="code-display"
      data-code-display=""
      data-copied={words.copied}
      data-not-copied={words.notCopied}
      data-saved={words.saved}
      data-file-name={words.fileName}
    >
      <p class="code-display__label">{label}</p>
      {/* No live region: it is read when she comes to it, never aloud into the room because script puts an earlier code back. */}
      <p class="code-display__code" dir="ltr" data-part="code" translate={false}>
        {code.split('-').map((group, index) => (
          <>
            {index > 0 ? '-' : ''}
            <span>{group}</span>
          </>
        ))}
      </p>
      <div class="code-display__actions" data-needs-script="">
        <button class="button button--secondary" type="button" data-action="copy">
          {words.copy}
        </button>
        <button class="button button--secondary" type="button" data-action="save">
          {words.save}
        </button>
        <button class="button button--secondary" type="button" data-action="print">
          {words.print}
        </button>
      </div>
      <p class="code-display__status" role="status" data-part="status" />
    </div>
  );
}
