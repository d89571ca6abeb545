/** Which keys do something at the console? One list: the page that explains them and the script that listens both read it. None of them decides anything. */

export interface Shortcut {
  /** As the keyboard says it (KeyboardEvent.key). */
  readonly key: string;
  readonly words: string;
  /** Where it goes; null: to what the page has marked with `data-key`. */
  readonly href: string | null;
}

export const shortcuts: readonly Shortcut[] = [
  { key: '?', words: 'This list of keys', href: '/console/keyboard' },
  { key: 'q', words: 'The queue', href: '/console' },
  { key: 'u', words: 'The most urgent one in the queue', href: null },
  { key: '/', words: 'Search', href: '/console/search' },
  { key: 'l', words: 'What was decided lately', href: '/console/decided' },
  { key: 's', words: 'Show the picture, or blur it again; once more for the next picture', href: null },
  { key: 'd', words: 'To the decision', href: null },
  { key: 'n', words: 'To the next one, once this one is decided', href: null },
  { key: 'y', words: 'You: how things are shown, your sessions', href: '/console/account' },
];
