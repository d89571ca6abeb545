/** What may be read by those who want to know more? The browser's own opening and closing. */
import type { ComponentChildren } from 'preact';

export type DetailsProps = { readonly summary: string; readonly isOpen?: boolean; readonly children: ComponentChildren };

export function Details({ summary, isOpen = false, children }: DetailsProps) {
  return (
    <details class="details" open={isOpen}>
      <summary class="details__summary">{summary}</summary>
      <div class="details__body">{children}</div>
    </details>
  );
}
