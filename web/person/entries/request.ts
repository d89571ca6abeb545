/** What does script add to the request form? One part at a time, fingerprints made on her device, and a Send that never loses what she typed. */
import { connectPanel } from '../../components/fingerprint-panel/behaviour.ts';
import { askBeforeLeaving } from '../behaviour/leaving-the-form.ts';
import { showOnePartAtATime } from '../behaviour/one-part.ts';
import { startPictureReader } from '../behaviour/picture-reader.ts';
import { guardSending, sendOnlyByButton } from '../behaviour/sending.ts';
import { startVideoReader } from '../behaviour/video-reader.ts';

const panelElement = document.querySelector<HTMLElement>('[data-fingerprint-panel]');
const form = document.querySelector<HTMLFormElement>('[data-request-form]');
const panel = panelElement === null ? null : connectPanel(panelElement, startPictureReader(heicFilesOf(panelElement)), startVideoReader);

function heicFilesOf(element: HTMLElement): { readonly program: string; readonly binary: string } | null {
  const [program, binary] = [element.getAttribute('data-heic-program'), element.getAttribute('data-heic-binary')];
  return program === null || binary === null ? null : { program, binary };
}

if (form !== null) {
  showOnePartAtATime(form);
  askBeforeLeaving(form);
  sendOnlyByButton(form);
  guardSending(form, () => panel?.stillReading() ?? null);
}
