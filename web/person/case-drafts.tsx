/** In her case: what has she filled in and not sent, until when is it kept, and how does she send or delete it? */
import { listIn } from '@likeness/casework';
import { Button, ButtonLink } from '../components/button/markup.tsx';
import { Details } from '../components/details/markup.tsx';
import { fieldNames } from './forms.ts';
import type { CaseDraft, CaseModel } from './model.ts';
import { Day } from './moment.tsx';
import { CsrfField } from './page.tsx';
import { paths } from './paths.ts';
import { Said } from './said.tsx';
import { useSpeech } from './speech.ts';
import type { Speech } from './words.ts';

/** To whom it would go. */
export function draftTitle({ language, words: { later } }: Pick<Speech, 'language' | 'words'>, serviceNames: readonly string[]): string {
  return serviceNames.length === 0 ? later.inCase.nobody : later.inCase.to({ services: listIn(language, serviceNames) });
}

function OneDraft({ model, draft }: { readonly model: CaseModel; readonly draft: CaseDraft }) {
  const speech = useSpeech();
  const said = speech.words.later.inCase;
  const { to } = speech;
  return (
    <div class="standing">
      <h3>{draftTitle(speech, draft.serviceNames)}</h3>
      <p class="standing__sentence">{said.untold}</p>
      <p>
        <Said sentence={(put) => said.keptOn({ day: put(<Day at={draft.keptAt} timeZone={model.timeZone} />) })} />{' '}
        <Said sentence={(put) => said.until({ day: put(<Day at={draft.until} timeZone={model.timeZone} />) })} />
      </p>
      {model.withdrawalAt !== null ? null : (
        <>
          <p>
            {said.goOnNote} {speech.words.later.notKept}
          </p>
          <ButtonLink href={`${to(paths.another)}?kept=${draft.which}`}>{said.goOn}</ButtonLink>
        </>
      )}
      <Details summary={said.delete}>
        <p>{said.deleteText}</p>
        <form method="post" action={to(paths.deleteDraft)}>
          <CsrfField frame={model} />
          <input type="hidden" name={fieldNames.draft} value={draft.id} autocomplete="off" />
          <Button look="secondary">{said.deleteNow}</Button>
        </form>
      </Details>
    </div>
  );
}

export function Drafts({ model }: { readonly model: CaseModel }) {
  const { words } = useSpeech();
  return model.drafts.length === 0 ? null : (
    <section class="chapter" aria-labelledby="not-sent">
      <h2 id="not-sent">{words.later.inCase.heading}</h2>
      {model.drafts.map((draft) => (
        <OneDraft model={model} draft={draft} />
      ))}
    </section>
  );
}
