/** What does script add to her forms? One part at a time, fingerprints made on her device, and a Send and a reload that never lose what she typed. */

import { showCode } from '../../components/code-display/behaviour.ts';
import { connectPanel, type Panel } from '../../components/fingerprint-panel/behaviour.ts';
import { fillIn, pinToTypeAgain } from '../behaviour/answers-in-form.ts';
import { keepAnswers } from '../behaviour/kept-answers.ts';
import { takeAnswersAlong } from '../behaviour/language-of-form.ts';
import { askBeforeLeaving } from '../behaviour/leaving-the-form.ts';
import { showOnePartAtATime } from '../behaviour/one-part.ts';
import { startPictureReader } from '../behaviour/picture-reader.ts';
import { guardSending, sendOnlyByButton } from '../behaviour/sending.ts';
import { startVideoReader } from '../behaviour/video-reader.ts';

const panelElement = document.querySelector<HTMLElement>('[data-fingerprint-panel]');
const form = document.querySelector<HTMLFormElement>('[data-request-form]');
// It loads while the answers of before are being read.
const reader = panelElement === null ? null : startPictureReader(heicFilesOf(panelElement));

function heicFilesOf(element: HTMLElement): { readonly program: string; readonly binary: string } | null {
  const [program, binary] = [element.getAttribute('data-heic-program'), element.getAttribute('data-heic-binary')];
  return program === null || binary === null ? null : { program, binary };
}

/** Says above the form that what she had written is being fetched, while it is. */
function sayWaiting(isWaiting: boolean): void {
  const note = document.querySelector<HTMLElement>('[data-waiting]');
  const box = document.createElement('p');
  box.className = 'notice';
  box.textContent = note?.getAttribute('data-waiting') ?? '';
  note?.replaceChildren(...(isWaiting ? [box] : []));
}

async function arm(form: HTMLFormElement): Promise<void> {
  let panel: Panel | null = null;
  const kept = keepAnswers(
    form,
    () => {
      for (const note of form.querySelectorAll<HTMLElement>('[data-kept-note]')) note.hidden = false;
    },
    (isWaiting) => {
      // Empty and with another code, it is not hers.
      form.hidden = isWaiting;
      sayWaiting(isWaiting);
    },
  );
  const parts = showOnePartAtATime(form, kept.changed);
  takeAnswersAlong(kept);
  askBeforeLeaving(form);
  sendOnlyByButton(form);
  guardSending(form, () => panel?.stillReading() ?? pinToTypeAgain(form), kept.settled);
  // While what she had typed is on its way she types nothing that it would replace.
  form.inert = kept.isExpected;
  const before = await kept.before;
  if (before !== null) {
    fillIn(form, before.answers);
    showCode(form.querySelector<HTMLInputElement>('input[name="caseCode"]')?.value ?? '');
  }
  if (panelElement !== null && reader !== null) panel = connectPanel(panelElement, reader, startVideoReader);
  if (before !== null) parts?.show(before.at);
  form.inert = false;
  kept.begin(() => parts?.at() ?? 0);
}

if (form !== null) void arm(form);
