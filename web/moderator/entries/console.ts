/** What does script add to the console? Small helps; every page works without it. */
import { armCopyTexts } from '../behaviour/copy-text.ts';
import { keepDueTimesFresh } from '../behaviour/due-times.ts';
import { takeFirstRunCode } from '../behaviour/first-run-code.ts';
import { armPasskey } from '../behaviour/passkey.ts';
import { armPreviews } from '../behaviour/preview.ts';
import { armShortcuts } from '../behaviour/shortcuts.ts';

document.documentElement.classList.add('has-script');
takeFirstRunCode();
armCopyTexts();
armPreviews();
armPasskey();
armShortcuts();
keepDueTimesFresh();
document.querySelector<HTMLElement>('[data-focus-first]')?.focus();
