/** What should be read, but not missed in passing? A calm block beside the text; the tone says how much weight it has. */
import type { ComponentChildren } from 'preact';

export type NoticeProps = {
  /** For a link to it. */
  readonly id?: string;
  readonly heading?: string;
  /** `good`: something worked. `care`: read this before going on. */
  readonly tone?: 'calm' | 'good' | 'care';
  /** Read aloud when script changes it. */
  readonly isLive?: boolean;
  readonly children: ComponentChildren;
};

export function Notice({ id, heading, tone = 'calm', isLive = false, children }: NoticeProps) {
  return (
    <div id={id} class={`notice notice--${tone}`} role={isLive ? 'status' : undefined}>
      {heading === undefined ? null : <h2 class="notice__heading">{heading}</h2>}
      {children}
    </div>
  );
}
