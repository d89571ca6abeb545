/** What does script add on every page of hers? The quick way out, and small helps; all pages work without it. */
import { armCodeDisplays } from '../../components/code-display/behaviour.ts';
import { armExit } from '../../components/exit-page/behaviour.ts';
import { armCopyFields } from '../behaviour/copy-field.ts';
import { writeMomentsHere } from '../behaviour/moments.ts';
import { holdFormsSentAlone } from '../behaviour/sent-alone.ts';

document.documentElement.classList.add('has-script');
armExit();
armCodeDisplays();
armCopyFields();
writeMomentsHere();
holdFormsSentAlone();
document.querySelector<HTMLElement>('[data-focus-first]')?.focus();
