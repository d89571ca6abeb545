/** Which things are there, and what is each one's next step? Rows that read on a phone and on a wide screen. */
import type { ComponentChildren } from 'preact';

export type ListProps = {
  readonly label: string;
  readonly rows: readonly {
    readonly title: ComponentChildren;
    readonly text?: ComponentChildren;
    /** At the end of the row: a tag, a time, a link. */
    readonly aside?: ComponentChildren;
  }[];
  /** Shown when there are no rows. */
  readonly emptyWords?: string;
};

export function List({ label, rows, emptyWords }: ListProps) {
  if (rows.length === 0) return emptyWords ? <p class="quiet">{emptyWords}</p> : null;
  return (
    <ul class="list" aria-label={label}>
      {rows.map((row) => (
        <li class="list__row">
          <div class="list__main">
            <div class="list__title">{row.title}</div>
            {row.text ? <div class="list__text">{row.text}</div> : null}
          </div>
          {row.aside ? <div class="list__aside">{row.aside}</div> : null}
        </li>
      ))}
    </ul>
  );
}
