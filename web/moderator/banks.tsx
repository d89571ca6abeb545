/** Which lists are there, how large are they, and which listed pictures wait for somebody to look? */
import { Notice } from '../components/notice/markup.tsx';
import { Tag } from '../components/tag/markup.tsx';
import type { BankFacts, BankNews, BanksModel } from './bank-model.ts';
import { consolePage } from './frame.tsx';
import { JudgementWords, ListedPictureRow } from './listed-picture.tsx';
import { paths } from './paths.ts';
import { countWords } from './words.ts';

const onMatchWords: Readonly<Record<string, string>> = {
  hold: 'held',
  review: 'reviewed',
  observe: 'only noted',
};

export const whatIsAMatch = ({ onMatch, isHarmless }: Pick<BankFacts, 'onMatch' | 'isHarmless'>): string =>
  isHarmless ? 'left in peace' : (onMatchWords[onMatch] ?? onMatch);

const newsWords: Readonly<Record<BankNews, string>> = {
  saved: 'Saved. It counts from the next upload on; earlier uploads are compared again.',
  on: 'The bank matches again.',
  off: 'The bank is off: nothing of it matches.',
  resume: 'The picture follows its bank again.',
  confirm: 'Confirmed: the picture follows its bank.',
  doubt: 'The picture only asks from now on.',
};

export function NewsNotice({ news }: { readonly news: BankNews | null }) {
  return news === null ? null : (
    <Notice tone="good" isLive>
      <p>{newsWords[news]}</p>
    </Notice>
  );
}

/** GET `paths.banks`. */
export function banksPage(model: BanksModel): string {
  const { asking } = model;
  return consolePage({
    title: 'Banks',
    frame: model,
    place: 'banks',
    children: (
      <>
        <h1>Banks</h1>
        <NewsNotice news={model.news} />
        <p class="lead">
          A bank is a list of pictures that are to stay down. It holds fingerprints, never pictures. One picture has several fingerprints.
        </p>
        {asking.total === 0 ? null : (
          <section class="card" aria-labelledby="asking-heading">
            <h2 id="asking-heading">Only asking until somebody has looked ({asking.total.toLocaleString('en-GB')})</h2>
            <p>
              Something about these pictures is unusual, so a new match with them is reviewed and not held. What was held before that waits
              for a decision. Look at what they met, then say what is so.
            </p>
            <ul class="setup-list" aria-label="Pictures that only ask">
              {asking.rows.map((picture) => (
                <ListedPictureRow key={picture.itemId} picture={picture} frame={model} showsBank />
              ))}
            </ul>
            {asking.total > asking.rows.length ? (
              <p>{countWords(asking.total - asking.rows.length, 'more is', 'more are')} not shown; they come up as these are settled.</p>
            ) : null}
            {model.may.includes('judge-items') ? <JudgementWords /> : null}
          </section>
        )}
        {model.banks.length === 0 ? <p>There is no bank yet.</p> : <BankTable banks={model.banks} />}
        <p class="quiet">
          The operator makes banks and imports lists at the terminal: <code class="code-text">likeness bank --help</code>.
        </p>
      </>
    ),
  });
}

function BankTable({ banks }: { readonly banks: readonly BankFacts[] }) {
  return (
    <section class="scrolls" aria-label="Banks" tabindex={0}>
      <table class="facts-table facts-table--wide facts-table--stacked">
        <thead>
          <tr>
            <th scope="col">Bank</th>
            <th scope="col">Belongs to</th>
            <th scope="col">A match is</th>
            <th scope="col" class="number">
              Pictures
            </th>
            <th scope="col" class="number">
              Fingerprints
            </th>
          </tr>
        </thead>
        <tbody>
          {banks.map((bank) => (
            <tr>
              <th scope="row">
                <a href={paths.bank(bank.id)}>{bank.name}</a> {bank.enabled ? null : <Tag tone="care" words="Off" />}
                {bank.isHarmless ? <Tag words="Known to be harmless" /> : null}
              </th>
              <td data-column="Belongs to">{bank.platform ?? 'every service'}</td>
              <td data-column="A match is">{whatIsAMatch(bank)}</td>
              <td class="number" data-column="Pictures">
                {bank.items.toLocaleString('en-GB')}
              </td>
              <td class="number" data-column="Fingerprints">
                {bank.codes.toLocaleString('en-GB')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
