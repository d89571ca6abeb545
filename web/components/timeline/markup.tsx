/** What has happened, and what comes next? Sentences in order, each with its time; the last ones may still lie ahead. */
import type { ComponentChildren } from 'preact';

export type TimelineProps = {
  readonly entries: readonly {
    /** In plain words. */
    readonly sentence: ComponentChildren;
    readonly detail?: ComponentChildren;
    /** Ready to read, such as "21 November". */
    readonly time?: ComponentChildren;
    readonly state: 'done' | 'next';
  }[];
  /** Said before each entry that lies ahead, for those who do not see the mark. */
  readonly nextWords: string;
};

export function Timeline({ entries, nextWords }: TimelineProps) {
  return (
    <ol class="timeline">
      {entries.map((entry) => (
        <li class={`timeline__entry timeline__entry--${entry.state}`}>
          {entry.state === 'next' ? (
            <p class="timeline__time">
              {nextWords}
              {entry.time ? <> {entry.time}</> : null}
            </p>
          ) : entry.time ? (
            <p class="timeline__time">{entry.time}</p>
          ) : null}
          <p class="timeline__sentence">{entry.sentence}</p>
          {entry.detail ? <div class="timeline__detail">{entry.detail}</div> : null}
        </li>
      ))}
    </ol>
  );
}
