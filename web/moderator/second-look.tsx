/** What does a colleague need to agree to a decision, or to refuse it? What is proposed, by whom, and two buttons; nothing has changed until one of them is pressed. */
import { alsoGrounds, answerWords } from '@likeness/casework';
import { Notice } from '../components/notice/markup.tsx';
import { SummaryList } from '../components/summary-list/markup.tsx';
import { alsoSentence } from './beside.tsx';
import { alsoValue, fieldNames, foundField, rulingValue, testField } from './fields.ts';
import { foundSentences } from './found-answers.tsx';
import { Csrf, Moment } from './frame.tsx';
import type { RequestModel, ReviewModel, YoungElsewhere } from './model.ts';
import { addressText } from './visible-text.ts';
import { capital } from './words.ts';

type Decidable = RequestModel | ReviewModel;

/** Said once after one's own act. */
export function SecondLookNews({ model }: { readonly model: Pick<Decidable, 'news'> }) {
  if (model.news === 'proposed')
    return (
      <Notice tone="good" isLive>
        <p>It waits for a colleague to agree. Until then nothing has changed, nobody outside is told, and the clock runs on.</p>
      </Notice>
    );
  if (model.news === 'not-agreed')
    return (
      <Notice isLive>
        <p>It is open again, as though it had not been proposed.</p>
      </Notice>
    );
  return null;
}

/** Why nobody can agree, and what can be done in its place. */
const waitingWords: Readonly<Record<NonNullable<YoungElsewhere>, string>> = {
  open: 'Nobody can agree to it now: another request says that the person may have been under 18, and is decided first. The clock runs on. Refuse it, refer below, or leave it until then.',
  ended:
    'Nobody can agree to it: another request says that the person may have been under 18, and its person ended the case. The clock runs on. Refuse it, or decide otherwise below.',
};

/** What waits for a second person; nothing where nothing does. */
export function SecondLook({ model, action }: { readonly model: Decidable; readonly action: string }) {
  const { proposal, csrf, shown, youngElsewhere, grounds } = model;
  if (proposal === null) return null;
  const { decision, ground, groundLabel, by, isMine, at, note, adult, unscreened, ofFound, also, tests } = proposal;
  const ofThoseFound = foundSentences(ofFound);
  // Where another request says so, what is taken is what stands among the grounds.
  const waits = youngElsewhere !== null && !grounds.some((one) => one.decision === decision) ? youngElsewhere : null;
  const found = ('tests' in model ? model.tests : []).flatMap(({ law, tests: asked }) =>
    asked.flatMap((test) => {
      const answer = tests[law]?.[test.key];
      return answer === undefined ? [] : [`${test.short}: ${answerWords(test, answer)}`];
    }),
  );
  return (
    <section class="card" aria-labelledby="second-look-heading">
      <h2 id="second-look-heading">{isMine ? 'You proposed this' : 'A second look'}</h2>
      <SummaryList
        rows={[
          { name: 'Proposed', value: `${capital(decision)}: ${groundLabel}` },
          { name: 'By', value: <bdi>{by}</bdi> },
          { name: 'When', value: <Moment at={at} frame={model} /> },
          ...(found.length === 0 ? [] : [{ name: 'Found', value: found.join('; ') }]),
          ...(adult === '' ? [] : [{ name: 'Certainly 18 or older', value: <span class="kept-lines">{adult}</span> }]),
          ...(note === '' ? [] : [{ name: 'Note', value: <span class="kept-lines">{note}</span> }]),
          ...(also.length === 0
            ? []
            : [
                {
                  name: 'Beside the picture',
                  value: (
                    <ul class="plain-list">
                      {also.map((one) => (
                        <li>{alsoSentence(one, alsoGrounds)}</li>
                      ))}
                    </ul>
                  ),
                },
              ]),
          ...(ofThoseFound.length === 0
            ? []
            : [
                {
                  name: 'Found by fingerprints',
                  value: (
                    <ul class="plain-list">
                      {ofThoseFound.map((sentence) => (
                        <li>{sentence}</li>
                      ))}
                    </ul>
                  ),
                },
              ]),
          ...(unscreened.length === 0
            ? []
            : [
                {
                  name: 'Ticked places',
                  value: (
                    <ul class="plain-list">
                      {unscreened.map((place) => (
                        <li>
                          <code class="code-text">
                            <bdi>{addressText(place)}</bdi>
                          </code>
                        </li>
                      ))}
                    </ul>
                  ),
                },
              ]),
        ]}
      />
      <p class="quiet after-list">
        {isMine
          ? 'It waits for a colleague. The clock runs on. You can take it back, or propose something else below.'
          : waits === null
            ? 'The clock runs on. Agree, refuse, or decide otherwise below.'
            : waitingWords[waits]}
      </p>
      <div class="second-look__acts">
        {isMine || waits !== null ? null : (
          <form method="post" action={action}>
            <Csrf token={csrf} />
            {shown.map((mark) => (
              <input type="hidden" name={fieldNames.shown} value={mark} autocomplete="off" />
            ))}
            <input type="hidden" name={fieldNames.ruling} value={rulingValue(decision, ground)} />
            <input type="hidden" name={fieldNames.isForAll} value="yes" />
            {adult === '' ? null : <input type="hidden" name={fieldNames.isAdult} value="yes" autocomplete="off" />}
            {adult === '' ? null : <input type="hidden" name={fieldNames.adult} value={adult} autocomplete="off" />}
            {also.map((one) => (
              <input type="hidden" name={fieldNames.also} value={alsoValue(one)} autocomplete="off" />
            ))}
            {unscreened.map((place) => (
              <input type="hidden" name={fieldNames.unscreened} value={place} />
            ))}
            {Object.entries(ofFound).map(([ref, answer]) => (
              <input type="hidden" name={foundField(ref)} value={answer} autocomplete="off" />
            ))}
            {Object.entries(tests).flatMap(([law, answers]) =>
              Object.entries(answers).map(([key, answer]) => <input type="hidden" name={testField(law, key)} value={answer} />),
            )}
            <button class="button button--primary" type="submit">
              Agree
            </button>
          </form>
        )}
        <form method="post" action={action}>
          <Csrf token={csrf} />
          <input type="hidden" name={fieldNames.isRefused} value="yes" />
          <button class="button button--secondary" type="submit">
            {isMine ? 'Take it back' : 'Refuse'}
          </button>
        </form>
      </div>
    </section>
  );
}
