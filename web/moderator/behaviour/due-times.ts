/** How long is still left? A page that stays open says it anew every half minute; the moment beside it never changes. */
import { dueWords } from '../when.ts';

export function keepDueTimesFresh(): void {
  const spans = document.querySelectorAll<HTMLElement>('[data-due]');
  if (spans.length === 0) return;
  const say = (): void => {
    for (const span of spans) span.textContent = dueWords(Date.parse(span.dataset['due'] ?? '') - Date.now());
  };
  setInterval(say, 30_000);
}
