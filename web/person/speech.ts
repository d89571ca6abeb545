/** Which language does this page speak, and where do its links lead? The page says it once, and every part of it asks here. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Frame } from './model.ts';
import { type Speech, speechIn } from './words.ts';

export interface PageSpeech extends Speech {
  /** An address of `paths`, in the language of this page. */
  readonly to: (path: string) => string;
}

/** For what is written outside the parts of a page. */
export function speechOfPage({ speech, prefix }: Pick<Frame, 'speech' | 'prefix'>): PageSpeech {
  return { ...speech, to: (path) => `${prefix}${path}` };
}

/** English where nobody has said: a part of a page that stands alone. */
export const PageSpeaks = createContext<PageSpeech>(speechOfPage({ speech: speechIn('en'), prefix: '' }));

/** Within a part of a page. */
export const useSpeech = (): PageSpeech => useContext(PageSpeaks);
