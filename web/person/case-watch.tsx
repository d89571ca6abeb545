/** In her case: which services look out for her pictures, until when, and what came of it? */
import { caseworkIn, filesText } from '@likeness/casework';
import { Button, ButtonRow } from '../components/button/markup.tsx';
import { fieldNames } from './forms.ts';
import type { CaseModel, CaseWatch } from './model.ts';
import { Day } from './moment.tsx';
import { CsrfField } from './page.tsx';
import { paths } from './paths.ts';
import { Said } from './said.tsx';
import { useSpeech } from './speech.ts';

function OneWatch({ model, watch }: { readonly model: CaseModel; readonly watch: CaseWatch }) {
  const { language, words, to } = useSpeech();
  const said = words.watch.case;
  const id = `ahead-${watch.id}`;
  const form = (action: string, button: string, look: 'secondary' | 'quiet') => (
    <form method="post" action={action}>
      <CsrfField frame={model} />
      <input type="hidden" name={fieldNames.watch} value={watch.id} autocomplete="off" />
      <Button look={look}>{button}</Button>
    </form>
  );
  return (
    <div class="standing">
      <h3 id={id}>{watch.serviceName}</h3>
      <p class="standing__sentence">
        <Said
          sentence={(put) => (watch.hasEnded ? said.endedOn : said.until)({ day: put(<Day at={watch.until} timeZone={model.timeZone} />) })}
        />{' '}
        {watch.hasEnded ? said.endedText : said.files({ files: filesText(watch.files, caseworkIn(language)) })}
      </p>
      <p>
        <Said sentence={(put) => said.startedOn({ day: put(<Day at={watch.startedAt} timeZone={model.timeZone} />) })} />{' '}
        {watch.removed === 0 ? said.none : said.removed({ count: watch.removed })}
      </p>
      {watch.isPaused && !watch.hasEnded ? <p>{said.paused}</p> : null}
      {watch.hasEnded ? null : (
        <>
          <ButtonRow>
            {form(to(paths.watchLonger), said.longer({ days: words.time.days({ count: model.watchDays }) }), 'secondary')}
            {form(to(paths.watchEnd), said.end, 'quiet')}
          </ButtonRow>
          <p class="quiet">{said.endNote}</p>
        </>
      )}
    </div>
  );
}

export function Watches({ model }: { readonly model: CaseModel }) {
  const { words, to } = useSpeech();
  const said = words.watch.case;
  if (model.watches.length === 0) return null;
  return (
    <section class="chapter" aria-labelledby="ahead">
      <h2 id="ahead">{said.heading}</h2>
      {model.watches.map((watch) => (
        <OneWatch model={model} watch={watch} />
      ))}
      <p>
        <a href={to(paths.age)}>{said.isUp}</a>
      </p>
    </section>
  );
}
