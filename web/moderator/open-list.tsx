/** What waits in a list of its own, and where does it go on? The same for complaints and for reporting tasks. */
import type { ComponentChildren } from 'preact';
import { Notice } from '../components/notice/markup.tsx';
import type { ListPart } from './model.ts';

export function OpenList({
  open,
  whenEmpty,
  lead,
  parts,
  path,
  above = null,
  children,
}: {
  readonly open: Pick<ListPart<unknown>, 'rows' | 'total' | 'isFirst' | 'next'>;
  /** When something will appear here. */
  readonly whenEmpty: string;
  readonly lead: string;
  /** What the ways through it are called. */
  readonly parts: string;
  readonly path: string;
  /** Between the lead and the rows. */
  readonly above?: ComponentChildren;
  /** The rows. */
  readonly children: ComponentChildren;
}) {
  if (open.total === 0)
    return (
      <Notice tone="good" heading="Nothing waits">
        <p>{whenEmpty}</p>
      </Notice>
    );
  return (
    <>
      <p class="lead">{lead}</p>
      {above}
      {open.rows.length === 0 && !open.isFirst ? <p class="quiet">There are no more here.</p> : null}
      {open.rows.length === 0 ? null : <ul class="queue">{children}</ul>}
      <nav class="queue-part__more" aria-label={parts}>
        {open.isFirst ? null : <a href={path}>From the beginning</a>}
        {open.next === null ? null : <a href={`${path}?after=${encodeURIComponent(open.next)}`}>Next</a>}
      </nav>
    </>
  );
}
