/** What is said beside the button of a form of her case, where another form on the page is not sent with it? */
import type { CaseModel, CaseRequest } from './model.ts';
import { useSpeech } from './speech.ts';

/**
 * Above the button. Without script it stands there wherever there are several requests; with script it is said once she presses, and only where something would be
 * lost (`behaviour/sent-alone.ts`). `data-given-back`: fields of this request hold what was not taken.
 */
export function SentAlone({ model, request }: { readonly model: CaseModel; readonly request: Pick<CaseRequest, 'trackingNumber'> }) {
  const { words } = useSpeech();
  const said = words.case;
  const isGivenBack = model.problemsOf === request.trackingNumber;
  return (
    <>
      {model.requests.length < 2 ? null : (
        <p class="quiet" data-without-script="">
          {said.alone}
        </p>
      )}
      <div role="status" data-alone={said.aloneHeld} data-given-back={isGivenBack ? '' : undefined} />
    </>
  );
}
