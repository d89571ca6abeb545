/** How is a text taken elsewhere? It stands as text, never as a link, with a button to copy it. */

export type CopyTextProps = {
  /** What the text is: names the button for those who do not see what stands beside it. */
  readonly label: string;
  readonly text: string;
  /** Several lines, as they are. */
  readonly isBlock?: boolean;
};

export function CopyText({ label, text, isBlock = false }: CopyTextProps) {
  return (
    <span class={`copy-text${isBlock ? ' copy-text--block' : ''}`} data-copy-text="">
      {isBlock ? (
        <pre class="copy-text__text" data-part="text" tabindex={0} translate={false}>
          <bdi>{text}</bdi>
        </pre>
      ) : (
        <code class="copy-text__text" data-part="text" translate={false}>
          <bdi>{text}</bdi>
        </code>
      )}
      <button class="copy-text__button" type="button" data-action="copy" data-needs-script="" aria-label={`Copy ${label}`}>
        Copy
      </button>
      <span class="copy-text__status" role="status" data-part="status" />
    </span>
  );
}
