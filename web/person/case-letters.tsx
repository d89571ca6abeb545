/** In her case: what does she send herself, what became of each, and what can she do next? */
import { Button, ButtonLink, ButtonRow } from '../components/button/markup.tsx';
import { Tag } from '../components/tag/markup.tsx';
import { fieldNames } from './forms.ts';
import type { LetterNote } from './letter-fields.ts';
import type { CaseLetter, CaseModel } from './model.ts';
import { Day, Moment } from './moment.tsx';
import { CsrfField, helpersId } from './page.tsx';
import { paths } from './paths.ts';
import { Said } from './said.tsx';
import { useSpeech } from './speech.ts';

const tones = { 'to-send': 'calm', sent: 'calm', overdue: 'care', gone: 'good', refused: 'care' } as const;

/** What she can note, from where it stands. */
const notesAt: Readonly<Record<CaseLetter['standing']['key'], readonly Exclude<LetterNote, 'deleted'>[]>> = {
  'to-send': ['sent'],
  sent: ['gone', 'refused'],
  overdue: ['gone', 'refused'],
  refused: ['gone'],
  gone: [],
};

function Until({ at, timeZone, had }: { readonly at: Date; readonly timeZone: string; readonly had: boolean }) {
  const { words } = useSpeech();
  const said = words.letter.case;
  return <Said sentence={(put) => (had ? said.hadUntil : said.until)({ moment: put(<Moment at={at} timeZone={timeZone} />) })} />;
}

/** What helps whatever the law: the site and the search engines each keep a part of it, and people who know how. */
export function AlwaysNext({ isSearchEngine }: Pick<CaseLetter, 'isSearchEngine'>) {
  const { words, to } = useSpeech();
  const said = words.letter.page;
  return (
    <>
      <li>
        <a href={to(paths.elsewhere)}>{isSearchEngine ? said.site : said.search}</a>
      </li>
      <li>
        <a href={`#${helpersId}`}>{said.helpers}</a>
      </li>
    </>
  );
}

function OneLetter({ model, letter }: { readonly model: CaseModel; readonly letter: CaseLetter }) {
  const { words, to } = useSpeech();
  const said = words.letter.case;
  const { standing } = letter;
  const id = `letter-${letter.which}`;
  const noting = (note: LetterNote, look: 'secondary' | 'quiet', button: string) => (
    <form method="post" action={to(paths.letterNoted)}>
      <CsrfField frame={model} />
      <input type="hidden" name={fieldNames.letter} value={letter.id} autocomplete="off" />
      <input type="hidden" name={fieldNames.noted} value={note} autocomplete="off" />
      <Button look={look}>{button}</Button>
    </form>
  );
  return (
    <div class="standing">
      <h3 id={id}>{letter.serviceName}</h3>
      <Tag tone={tones[standing.key]} words={said.tags[standing.key]} />
      <p class="standing__sentence">{standing.sentence}</p>
      {standing.until === null ? null : (
        <p class="standing__until">
          <Until at={standing.until} timeZone={model.timeZone} had={standing.key === 'overdue'} />
        </p>
      )}
      <p>
        <Said
          sentence={(put) =>
            (letter.sentAt === null ? said.madeOn : said.sentOn)({
              day: put(<Day at={letter.sentAt ?? letter.madeAt} timeZone={model.timeZone} />),
            })
          }
        />{' '}
        {letter.isComplete || standing.key !== 'to-send' ? null : said.incomplete}
      </p>
      {standing.key !== 'refused' && standing.key !== 'overdue' ? null : (
        <>
          <p>{said.next}</p>
          <ul>
            {standing.routes.map(({ name, url, sentence }) => (
              <li>
                <a href={url} rel="noreferrer">
                  {name}
                </a>
                . {sentence}
              </li>
            ))}
            <AlwaysNext isSearchEngine={letter.isSearchEngine} />
          </ul>
        </>
      )}
      <ButtonRow>
        <ButtonLink href={`${to(paths.letter)}?which=${letter.which}`} look="secondary">
          {said.open}
        </ButtonLink>
        {notesAt[standing.key].map((note) => noting(note, 'secondary', said[note]))}
        {noting('deleted', 'quiet', said.delete)}
      </ButtonRow>
    </div>
  );
}

export function Letters({ model }: { readonly model: CaseModel }) {
  const { words, to } = useSpeech();
  const said = words.letter.case;
  return (
    <section class="chapter" aria-labelledby="letters">
      <h2 id="letters">{said.heading}</h2>
      {model.letters.map((letter) => (
        <OneLetter model={model} letter={letter} />
      ))}
      <p>
        {model.letters.length === 0 ? `${said.none} ` : null}
        <a href={to(paths.elsewhere)}>{said.write}</a>
      </p>
    </section>
  );
}
