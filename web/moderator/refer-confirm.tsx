/** What does somebody read once more before a picture is referred? What follows from it, and that it cannot be taken back here. */
import { Button, ButtonLink, ButtonRow } from '../components/button/markup.tsx';
import { fieldNames } from './fields.ts';
import { Csrf, consolePage } from './frame.tsx';
import type { ReferConfirmModel } from './referral-model.ts';
import { countWords } from './words.ts';

/** POST `paths.decideRequest` or `paths.decideReview` with a referral that was not confirmed yet. */
export function referConfirmPage(model: ReferConfirmModel): string {
  const isRequest = model.about === 'request';
  return consolePage({
    title: 'Refer',
    frame: model,
    place: 'queue',
    width: 'measure',
    children: (
      <>
        <h1>Refer it?</h1>
        <p class="lead">You chose: “{model.groundLabel}”. You do not have to be sure, and you do not have to look again.</p>
        <ul>
          <li>
            The service is told at once to take {whatGoes(model)} out of view, and to keep what it has of it under lock. Whoever uploaded it
            is not told.
          </li>
          <li>Nobody sees the picture here any more, neither you nor your colleagues. Its fingerprints enter no bank and no list.</li>
          <li>
            A reporting task says whom to tell. It holds what is known until a lead has closed it: no withdrawal and no call of the service
            ends that.
          </li>
          {isRequest ? (
            <li>The clock of the request runs on until the service confirms. The requester reads that it is taken out of view.</li>
          ) : null}
          <li>It cannot be taken back here. The picture stays out of view after the task is closed, too.</li>
        </ul>
        <form method="post" action={model.action}>
          <Csrf token={model.csrf} />
          {model.fields.map(({ name, value }) => (
            <input type="hidden" name={name} value={value} autocomplete="off" />
          ))}
          <input type="hidden" name={fieldNames.isConfirmed} value="yes" autocomplete="off" />
          <ButtonRow>
            <Button>Refer it now</Button>
            <ButtonLink look="quiet" href={model.back}>
              Go back, decide nothing yet
            </ButtonLink>
          </ButtonRow>
        </form>
      </>
    ),
  });
}

function whatGoes({ uploadCount, placeCount }: ReferConfirmModel): string {
  const uploads = countWords(uploadCount, 'upload', 'uploads');
  const places = countWords(placeCount, 'place that only it knows', 'places that only it knows');
  if (placeCount === 0) return uploads;
  return uploadCount === 0 ? places : `${uploads} and ${places}`;
}
