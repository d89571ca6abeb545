/** Which facts belong to which names? A list of pairs. */
import type { ComponentChildren } from 'preact';

export type SummaryListProps = { readonly rows: readonly { readonly name: ComponentChildren; readonly value: ComponentChildren }[] };

export function SummaryList({ rows }: SummaryListProps) {
  return (
    <dl class="summary-list">
      {rows.map((row) => (
        <div class="summary-list__row">
          <dt>{row.name}</dt>
          <dd>{row.value}</dd>
        </div>
      ))}
    </dl>
  );
}
