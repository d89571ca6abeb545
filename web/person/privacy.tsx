/** GET `/data`: who answers for what is kept here, what is that, and when does it go? Made of the same file that the purge reads. */
import { SummaryList } from '../components/summary-list/markup.tsx';
import type { PrivacyModel } from './model.ts';
import { personPage } from './page.tsx';
import { Said } from './said.tsx';
import { speechOfPage } from './speech.ts';
import type { Words } from './words.ts';

export function renderPrivacy(model: PrivacyModel): string {
  const { words } = speechOfPage(model);
  const said = words.privacy;
  const { kept } = model;
  return personPage({
    frame: model,
    title: words.siteTitle.privacy,
    children: (
      <>
        <h1>{said.heading}</h1>
        <p class="lead">{said.lead}</p>
        <h2>{said.whoHeading}</h2>
        {kept === null ? (
          <p>{said.nobody}</p>
        ) : (
          <>
            <p>
              {kept.controller.name}, {kept.controller.address}
            </p>
            <p>
              <Said
                sentence={(put) =>
                  said.contact({ contact: put(kept.contactHref === null ? kept.contact : <a href={kept.contactHref}>{kept.contact}</a>) })
                }
              />
            </p>
            <p>{said.why({ reason: kept.lawfulBasis })}</p>
            <h2>{said.keptHeading}</h2>
            <SummaryList rows={rows(words, kept.keepDays, model.draftDays)} />
            <p>{said.longer}</p>
          </>
        )}
        <p>{said.never}</p>
      </>
    ),
  });
}

function rows(
  { privacy: said, time: { days } }: Words,
  { answers, uploads, matchedUploads, notes }: NonNullable<PrivacyModel['kept']>['keepDays'],
  drafts: number,
) {
  return [
    { name: said.answers, value: said.ended({ days: days({ count: answers }) }) },
    { name: said.letters, value: said.lettersHow({ days: days({ count: answers }) }) },
    { name: said.drafts, value: said.draftsHow({ days: days({ count: drafts }) }) },
    { name: said.talks, value: said.lettersHow({ days: days({ count: answers }) }) },
    { name: said.fingerprints, value: said.claim },
    { name: said.uploads, value: said.uploadsHow({ days: days({ count: uploads }), matchedDays: days({ count: matchedUploads }) }) },
    { name: said.notes, value: said.notesHow({ days: days({ count: notes }) }) },
    { name: said.ledger, value: said.ledgerHow },
  ];
}
