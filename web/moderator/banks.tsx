/** Which lists are there, and how large are they? */
import { Tag } from '../components/tag/markup.tsx';
import { consolePage } from './frame.tsx';
import type { BanksModel } from './model.ts';

const onMatchWords: Readonly<Record<string, string>> = {
  hold: 'held',
  review: 'reviewed',
  observe: 'only noted',
};

/** GET `paths.banks`. */
export function banksPage(model: BanksModel): string {
  return consolePage({
    title: 'Banks',
    frame: model,
    place: 'banks',
    children: (
      <>
        <h1>Banks</h1>
        <p class="lead">
          A bank is a list of pictures that are to stay down. It holds fingerprints, never pictures. One picture has several fingerprints.
        </p>
        {model.banks.length === 0 ? (
          <p>There is no bank yet.</p>
        ) : (
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
                {model.banks.map((bank) => (
                  <tr>
                    <th scope="row">
                      {bank.name} {bank.enabled ? null : <Tag tone="care" words="Off" />}
                    </th>
                    <td data-column="Belongs to">{bank.platform ?? 'every service'}</td>
                    <td data-column="A match is">{onMatchWords[bank.onMatch] ?? bank.onMatch}</td>
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
        )}
      </>
    ),
  });
}
